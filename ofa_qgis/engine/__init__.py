"""The engine as the plugin sees it: the protocol, the client that starts it, and the tasks that run jobs in it."""
