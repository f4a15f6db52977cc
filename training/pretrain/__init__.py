"""Pre-training: recipes, what is hidden, what is told, the loop, and the model folder at its end."""
