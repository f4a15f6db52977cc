"""The live preview, and where the next label would help most."""
