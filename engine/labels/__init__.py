"""Labels in: vector files of any kind become labelled pixels of a scene."""
