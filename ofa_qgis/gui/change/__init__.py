"""The page that tells what has changed between two dates."""
