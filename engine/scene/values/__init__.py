"""What stored numbers mean: which are nodata, in which units the others are, and whether they measure anything."""
