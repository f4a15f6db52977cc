"""The list of classes in the dock, with its menu and its files."""
