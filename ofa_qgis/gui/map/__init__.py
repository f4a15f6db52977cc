"""The map of the whole scene: the run, its report, and two results side by side."""
