"""Training data: the catalogue of scenes, and how chips are cut from them and put into batches."""
