"""Several rasters at once: sources of one place on one grid, assets of a STAC item, scenes of one job."""
