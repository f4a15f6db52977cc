"""Labels in: points, lines and polygons of any format GDAL reads become labelled pixels of a scene.

Knows files, layers, fields and CRS; `engine.vector.rasterise` knows which pixels a geometry marks.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pyproj
import shapely
from affine import Affine
from rasterio.crs import CRS

from engine.errors import LabelError
from engine.vector.rasterise import CLASS_CAP_PX, GEOMETRY_CAP_PX, Marks, mark

MAX_CLASSES = 255
"""What a class map of bytes holds beside nodata."""
SNAP_DECIMALS = 6
"""Decimals of a pixel that are kept: a vertex drawn on a pixel edge lies on it again, whatever the rounding of
the arithmetic with its coordinates (about 1e-8 pixels)."""
MULTI_TYPE_ID = 4
"""GEOS numbers points, lines, rings and polygons 0 to 3, and all that have several parts from 4."""
SEED = 0
"""Of the choice of pixels within large geometries: the same labels give the same map."""
WHOLE_NUMBER = re.compile(r"([-+]?(?:0|[1-9]\d*))(?:\.0+)?")

Value = int | str


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
    path, told = Path(path), list[str]()
    table = _with_class(_read_table(path, field, layer), field, told)
    table = _in_crs(table, crs, told)
    values = sorted(set(table["value"]), key=_numbers_first)
    _require_classes(values, field, "")
    parts, label_P = _to_parts(table, values, ~transform, told)
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


def _read_table(path: Path, field: str, layer: str | None) -> gpd.GeoDataFrame:
    """The geometries of one layer and one of its fields."""
    if not path.exists():
        raise LabelError(f"no such label file: {path}", "check the path of the labels")
    try:
        layer = _choose_layer(path, layer)
        fields = list(pyogrio.read_info(path, layer=layer)["fields"])
        if field not in fields:
            have = f"it has: {', '.join(fields)}" if fields else "it has no fields"
            raise LabelError(f"no field '{field}' in the labels {path}; {have}", "name the field of the class: --field")
        return pyogrio.read_dataframe(path, layer=layer, columns=[field], force_2d=True)
    except LabelError:
        raise
    except (RuntimeError, ValueError, OSError) as error:  # pyogrio's errors are RuntimeErrors
        reason = str(error).splitlines()[0][:200]
        raise LabelError(f"the labels {path} cannot be read: {reason}", "give GPKG, GeoJSON or Shapefile") from error


def _choose_layer(path: Path, layer: str | None) -> str:
    """The layer asked for, or the only one with geometries (a GPKG also lists tables of styles)."""
    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if layer is None and len(layers) == 1:
        return layers[0]
    if layer in layers:
        return str(layer)
    if not layers:
        raise LabelError(f"no layer with geometries in the labels {path}", "give points, lines or polygons")
    found = f"the labels {path} hold the layers {', '.join(layers)}"
    raise LabelError(found if layer is None else f"no layer '{layer}': {found}", "name one of them: --layer NAME")


def _with_class(table: gpd.GeoDataFrame, field: str, told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry and a class, with the class as column `value`."""
    if table.empty:
        raise LabelError("the label layer is empty: it holds no features", "draw some labels of two or more classes")
    bare = np.asarray(table.geometry.isna() | table.geometry.is_empty)
    if bare.any():
        told.append(f"Left out: {_count(bare.sum(), 'feature')} without geometry.")
    values = pd.Series([_class_value(raw) for raw in table[field]], table.index, dtype=object)
    table = table.assign(value=values)[~bare]
    unnamed = np.array([value is None for value in table["value"]], bool)
    if unnamed.any():
        told.append(f"Left out: {_count(unnamed.sum(), 'feature')} without one class in '{field}'.")
    if unnamed.all():
        raise LabelError(f"no feature has a geometry and a class in the field '{field}'", "name another field: --field")
    return table[~unnamed]


def _class_value(raw: Any) -> Value | None:  # noqa: ANN401 - whatever a field may hold
    """A field's value as a class: whole numbers as int, whether written 1, 1.0 or "1"; None for no class."""
    if isinstance(raw, list | tuple | np.ndarray):
        return _class_value(raw[0]) if len(raw) == 1 else None
    if pd.isna(raw):
        return None
    text = str(raw).strip()
    whole = WHOLE_NUMBER.fullmatch(text)
    return int(whole[1]) if whole else text or None


def _numbers_first(value: Value) -> tuple[float, str]:
    """Sorts numbers by size, before text by alphabet."""
    try:
        number = float(value)
    except ValueError:
        number = math.inf
    return (number if math.isfinite(number) else math.inf), str(value)


def _in_crs(table: gpd.GeoDataFrame, crs: CRS | None, told: list[str]) -> gpd.GeoDataFrame:
    """The labels in the scene's CRS, as far as CRS are known."""
    if not crs:
        if table.crs is not None:
            told.append("The scene has no CRS: the labels' coordinates were used as they are.")
        return table
    if table.crs is None:
        told.append("The labels have no CRS: the scene's was taken, as they fall inside it.")
        return table
    target = pyproj.CRS.from_user_input(crs)
    if target == table.crs or (target.to_epsg() and target.to_epsg() == table.crs.to_epsg()):
        return table
    told.append(f"The labels were reprojected from {_short(table.crs)} to the scene's {_short(target)}.")
    try:
        return table.to_crs(target)
    except (pyproj.exceptions.ProjError, ValueError) as error:
        raise LabelError(
            f"the labels' CRS {_short(table.crs)} cannot be brought to the scene's {_short(target)}",
            "reproject the labels in your GIS first",
        ) from error


def _short(crs: pyproj.CRS) -> str:
    return f"EPSG:{crs.to_epsg()}" if crs.to_epsg() else crs.name


def _to_parts(
    table: gpd.GeoDataFrame, values: list[Value], to_pixels: Affine, told: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """Valid single-part geometries in pixel space (P,), and the number of each one's class (P,)."""
    geometries = shapely.transform(table.geometry.to_numpy(), lambda xy: _in_pixels(xy, to_pixels))
    placed = np.isfinite(shapely.bounds(geometries)).all(axis=1)
    if not placed.all():
        told.append(f"Left out: {_count((~placed).sum(), 'geometry')} that cannot be placed in the scene's CRS.")
    invalid = placed & ~shapely.is_valid(geometries)
    if invalid.any():
        told.append(f"Repaired: {_count(invalid.sum(), 'invalid geometry')}.")
        geometries[invalid] = shapely.make_valid(geometries[invalid], method="structure", keep_collapsed=False)
    label_P = np.array([values.index(value) for value in table["value"]], np.int64)[placed]
    parts = geometries[placed]
    while (shapely.get_type_id(parts) >= MULTI_TYPE_ID).any():
        parts, source_P = shapely.get_parts(parts, return_index=True)
        label_P = label_P[source_P]
    drawn = ~shapely.is_empty(parts)
    return parts[drawn], label_P[drawn]


def _in_pixels(xy_N2: np.ndarray, to_pixels: Affine) -> np.ndarray:
    """Map coordinates as (column, row), with vertices on pixel edges at whole numbers."""
    with np.errstate(invalid="ignore"):  # infinite where a projection has no place for them
        col_N, row_N = to_pixels @ tuple(xy_N2.T)
    return np.round(np.stack([col_N, row_N], axis=1), SNAP_DECIMALS)


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
        told.append(f"Left out: {_count((~marks.marked_P).sum(), 'geometry')} outside the scene.")
    if (beyond_P & marks.marked_P).any():
        told.append(f"Cut at the scene's border: {_count((beyond_P & marks.marked_P).sum(), 'geometry')}.")
    if marks.torn:
        told.append(f"Left out: {_count(marks.torn, 'pixel')} labelled with different classes.")
    if marks.sampled:
        large = _count(marks.sampled, "large geometry")
        told.append(f"Of {large}, at most {GEOMETRY_CAP_PX} pixels each, spread evenly, were taken.")
    told += [f"Of class '{values[k]}', {CLASS_CAP_PX} pixels spread evenly were taken." for k in marks.capped]
    lost = sorted(set(range(len(values))) - set(marks.labels_N.tolist()))
    told += [f"Left out: class '{values[k]}', which has no pixel in the scene." for k in lost]
    return told


def _count(number: int, noun: str) -> str:
    """``3 geometries``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
