"""The page that maps values from points with a number."""
