"""Classes of a map: their names, colours, values and legend."""
