"""The scene: an open raster with its validity, units and interpretation, and the windows it is read in."""
