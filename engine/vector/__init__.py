"""Vectors in and out: labels become labelled pixels, class maps become polygons and areas."""

from engine.vector.labels import Labels, all_on_nodata, contradicting, on_data, read_labels, require_classes
from engine.vector.placing import Grid, Shapes, read_shapes
from engine.vector.polygons import polygonise
from engine.vector.regions import ClassArea, class_areas
from engine.vector.tables import Value, class_value, numbers_first, read_legend

__all__ = [
    "ClassArea", "Grid", "Labels", "Shapes", "Value", "all_on_nodata", "class_areas", "class_value", "contradicting",
    "numbers_first", "on_data", "polygonise", "read_labels", "read_legend",
    "read_shapes", "require_classes",
]  # fmt: skip
