"""The page that trains a model."""
