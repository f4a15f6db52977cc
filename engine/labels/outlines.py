"""Outlined objects of a vector file as boxes on a scene, and areas as polygons. In pixels of the scene."""

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.errors import LabelError
from engine.labels.placing import GeoBox, read_shapes
from engine.labels.tables import read_geometries

POINT, POLYGON = 0, 3
"""How GEOS numbers kinds of geometries."""


def read_boxes(
    name: str, layer: str | None, grid: GeoBox, across_px: tuple[float, float] | None
) -> tuple[NDArray[np.float64], list[str]]:
    """The boxes around objects (N, 4), as top, left, bottom and right, and what the user should know.

    Args:
        name: of a vector file, see `engine.labels.tables.read_table`.
        layer: see there.
        grid: of the scene.
        across_px: height and width in pixels of the boxes around points; None: points are refused.

    Raises:
        LabelError: the file cannot be read, or holds no outlines.
    """
    shapes = read_shapes(name, "", layer, grid, read_geometries)
    kinds_P = shapely.get_type_id(shapes.parts_P)
    if not np.isin(kinds_P, (POINT, POLYGON)).all():
        raise LabelError("expected outlines of objects, or points; found lines", "draw polygons around the objects")
    if (kinds_P == POINT).any() and across_px is None:
        raise LabelError(
            "expected outlines of objects; found points", "say how large an object is, in metres: --size 5"
        )
    left_P, top_P, right_P, bottom_P = shapely.bounds(shapes.parts_P).T
    down, right = across_px or (0.0, 0.0)
    grow_P2 = np.where((kinds_P == POINT)[:, None], (down / 2, right / 2), 0.0)
    boxes_P4 = np.stack([top_P, left_P, bottom_P, right_P], axis=1) + np.hstack([-grow_P2, grow_P2])
    middle_P = (boxes_P4[:, :2] + boxes_P4[:, 2:]) / 2
    inside_P = ((middle_P >= 0) & (middle_P < grid.shape)).all(axis=1)
    if not inside_P.any():
        raise shapes.outside
    return np.unique(boxes_P4[inside_P], axis=0), list(shapes.warnings)


def read_area(name: str, grid: GeoBox) -> tuple[shapely.Geometry, list[str]]:
    """The polygons of a file as one geometry (column, row) within the scene, and what the user should know.

    Raises:
        LabelError: the file cannot be read, holds no polygons, or none of them lies on the scene.
    """
    shapes = read_shapes(name, "", None, grid, read_geometries)
    parts_P = shapes.parts_P[shapely.get_type_id(shapes.parts_P) == POLYGON]
    if not len(parts_P):
        raise LabelError("expected polygons in the area {name}; found none", "draw the area as a polygon", name=name)
    area = shapely.intersection(shapely.union_all(parts_P), shapely.box(0, 0, grid.shape[1], grid.shape[0]))
    if area.area == 0:
        raise shapes.outside
    return area, list(shapes.warnings)
