"""The QGIS plugin: standard library and `qgis` only. It computes nothing; it asks the engine."""
