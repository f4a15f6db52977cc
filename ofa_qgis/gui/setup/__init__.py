"""The page that installs, checks, repairs and removes the engine."""
