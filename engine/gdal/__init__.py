"""Opening rasters with GDAL: names, containers, servers, placement, metadata, and why a read failed."""
