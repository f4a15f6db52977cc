"""Vectors in and out: labels become labelled pixels, class maps become polygons and areas."""

from engine.vector.labels import Labels, read_labels
from engine.vector.polygons import polygonise
from engine.vector.regions import ClassArea, class_areas
from engine.vector.tables import Shapes, Value, class_value, numbers_first, read_shapes

__all__ = [
    "ClassArea", "Labels", "Shapes", "Value", "class_areas", "class_value", "numbers_first", "polygonise",
    "read_labels", "read_shapes",
]  # fmt: skip
