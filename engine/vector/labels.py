"""Labels in: points, lines and polygons of any format GDAL reads become labelled pixels of a scene.

Knows files, layers, fields and CRS; `engine.vector.rasterise` knows which pixels a geometry marks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from affine import Affine
from rasterio.crs import CRS

from engine.errors import LabelError
from engine.vector.rasterise import CLASS_CAP_PX, GEOMETRY_CAP_PX, Marks, mark
from engine.vector.tables import Value, counted, read_parts

MAX_CLASSES = 255
"""What a class map of bytes holds beside nodata."""
SEED = 0
"""Of the choice of pixels within large geometries: the same labels give the same map."""


@dataclass(frozen=True)
class Labels:
    """Labelled pixels of a scene; N pixels, each once, in raster order, and K classes.

    Attributes:
        rows_N: row of each pixel.
        cols_N: column of each pixel.
        labels_N: its class, 0 .. K-1.
        polygon_N: number of the geometry (part of a multi-geometry) it came from, for blocked validation.
        names: the classes; numbers in numerical order, then text in alphabetical order.
        values: the classes as the file has them, whole numbers as int.
        geometries: per class, how many geometries (parts of multi-geometries) gave pixels.
        pixels: per class, how many pixels.
        warnings: what the user should know of what was done to the labels.
    """

    rows_N: np.ndarray
    cols_N: np.ndarray
    labels_N: np.ndarray
    polygon_N: np.ndarray
    names: tuple[str, ...]
    values: tuple[int | str, ...]
    geometries: tuple[int, ...]
    pixels: tuple[int, ...]
    warnings: tuple[str, ...]


def read_labels(
    path: str | Path, field: str, layer: str | None, *, scene_shape: tuple[int, int], crs: CRS | None, transform: Affine
) -> Labels:
    """Read the labels that `path` holds for a scene.

    Args:
        path: GPKG, GeoJSON, Shapefile or any other vector file that GDAL reads.
        field: the field that holds the class, as text or number.
        layer: the layer to read; None where the file has only one with geometries.
        scene_shape: rows and columns of the scene.
        crs: CRS of the scene; without one the labels are used as they are.
        transform: pixel space (column, row) of the scene to its CRS; any invertible affine.

    Raises:
        LabelError: the labels cannot be read, or hold less than two classes inside the scene.
    """
    table, parts, label_P, values, told = read_parts(Path(path), field, layer, crs, transform)
    _require_classes(values, field, "")
    marks = mark(list(parts), label_P, scene_shape, SEED)
    if not len(marks.rows_N):
        raise _all_outside(table, crs, scene_shape, transform)
    told += _what_was_left_out(marks, parts, label_P, values, scene_shape)
    present, labels_N = np.unique(marks.labels_N, return_inverse=True)
    values = [values[k] for k in present]
    _require_classes(values, field, " inside the scene")
    return Labels(
        rows_N=marks.rows_N,
        cols_N=marks.cols_N,
        labels_N=labels_N,
        polygon_N=marks.part_N,
        names=tuple(map(str, values)),
        values=tuple(values),
        geometries=tuple(int((marks.marked_P & (label_P == k)).sum()) for k in present),
        pixels=tuple(np.bincount(labels_N).tolist()),
        warnings=tuple(told),
    )


def _require_classes(values: list[Value], field: str, where: str) -> None:
    if len(values) < 2:
        raise LabelError(
            f"only one class ('{values[0]}') is labelled{where}; a map needs two or more", "label a second class"
        )
    if len(values) > MAX_CLASSES:
        raise LabelError(
            f"the field '{field}' has {len(values)} different values; a map holds at most {MAX_CLASSES} classes",
            "name the field of the class: --field",
        )


def _all_outside(table: gpd.GeoDataFrame, crs: CRS | None, shape: tuple[int, int], transform: Affine) -> LabelError:
    """The error for labels of which none falls into the scene, with both extents."""
    corners = np.array([transform @ corner for corner in ((0, 0), (shape[1], 0), (0, shape[0]), (shape[1], shape[0]))])
    scene = _extent([*corners.min(axis=0), *corners.max(axis=0)])
    unknown = " have no CRS and" if crs and table.crs is None else ""
    return LabelError(
        f"all labels{unknown} lie outside the scene: they span {_extent(table.total_bounds)}, the scene {scene}",
        "check the labels' CRS" if crs else "the scene has no CRS: give labels in its pixel coordinates",
    )


def _extent(bounds: Iterable[float]) -> str:
    x0, y0, x1, y1 = (f"{round(value, 5):.12g}" for value in bounds)
    return f"x {x0} to {x1}, y {y0} to {y1}"


def _what_was_left_out(
    marks: Marks, parts: np.ndarray, label_P: np.ndarray, values: list[Value], shape: tuple[int, int]
) -> list[str]:
    """What the user should know of the way from geometries to pixels."""
    bounds = shapely.bounds(parts)
    beyond_P = (bounds[:, :2] < 0).any(axis=1) | (bounds[:, 2:] > (shape[1], shape[0])).any(axis=1)
    told = []
    if not marks.marked_P.all():
        told.append(f"Left out: {counted((~marks.marked_P).sum(), 'geometry')} outside the scene.")
    if (beyond_P & marks.marked_P).any():
        told.append(f"Cut at the scene's border: {counted((beyond_P & marks.marked_P).sum(), 'geometry')}.")
    if marks.torn:
        told.append(f"Left out: {counted(marks.torn, 'pixel')} labelled with different classes.")
    if marks.sampled:
        large = counted(marks.sampled, "large geometry")
        told.append(f"Of {large}, at most {GEOMETRY_CAP_PX} pixels each, spread evenly, were taken.")
    told += [f"Of class '{values[k]}', {CLASS_CAP_PX} pixels spread evenly were taken." for k in marks.capped]
    lost = sorted(set(range(len(values))) - set(marks.labels_N.tolist()))
    told += [f"Left out: class '{values[k]}', which has no pixel in the scene." for k in lost]
    return told
