"""What the dock and the toolbox share about training."""
