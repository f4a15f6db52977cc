"""Maps that need no labels: what is like some places, and which clusters a scene falls into."""
