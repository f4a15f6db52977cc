"""The labels of a project: the store, the layers that hold them, and the map tools that draw them."""
