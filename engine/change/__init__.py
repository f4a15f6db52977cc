"""Two dates of one place, of one sensor: how far they lie apart, and what has changed from the one to the other."""
