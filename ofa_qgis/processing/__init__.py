"""The algorithms of the Processing toolbox, for batch, models, scripts and `qgis_process`."""
