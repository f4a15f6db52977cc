"""One reader for each family of products: which files it has, and what its metadata says of them."""
