"""Vectors in and out: labels become labelled pixels, class maps become polygons and areas."""

from engine.vector.labels import Labels, read_labels
from engine.vector.polygons import polygonise
from engine.vector.regions import ClassArea, class_areas

__all__ = ["ClassArea", "Labels", "class_areas", "polygonise", "read_labels"]
