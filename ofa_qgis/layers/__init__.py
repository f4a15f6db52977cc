"""Layers of QGIS in and out: rasters and labels for the engine, results as styled layers."""
