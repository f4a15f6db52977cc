"""Making a class map fit to be drawn: classes merged, small regions given to their neighbours."""
