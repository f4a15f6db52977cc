"""Installing the engine into a private Python environment. Standard library only."""
