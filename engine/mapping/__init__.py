"""From a request to its map: the scene opened with its model, what labels teach, the stream, and the provenance."""
