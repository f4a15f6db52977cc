"""The page that finds what is like some examples."""
