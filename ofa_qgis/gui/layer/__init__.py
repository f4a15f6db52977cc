"""The scene in the dock: its layer, its bands and how it is shown."""
