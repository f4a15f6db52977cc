"""Results out: staging, GeoTIFFs, polygons, reports and the names that files may have."""
