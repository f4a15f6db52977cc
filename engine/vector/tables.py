"""Vector files in: features with a class become single geometries in the pixel space of a scene.

Knows files, layers, fields and CRS, and what makes a value a class; knows no pixels that a geometry marks.
"""

import math
import re
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

SNAP_DECIMALS = 6
"""Decimals of a pixel that are kept: a vertex drawn on a pixel edge lies on it again, whatever the rounding of
the arithmetic with its coordinates (about 1e-8 pixels)."""
MULTI_TYPE_ID = 4
"""GEOS numbers points, lines, rings and polygons 0 to 3, and all that have several parts from 4."""
WHOLE_NUMBER = re.compile(r"([-+]?(?:0|[1-9]\d*))(?:\.0+)?")

Value = int | str


@dataclass(frozen=True)
class Shapes:
    """Labels as they were drawn, in pixel space (column, row) of a scene.

    Attributes:
        parts_P: single-part geometries.
        values_P: what each was called.
        warnings: what the user should know of what was done to them.
    """

    parts_P: np.ndarray
    values_P: tuple[Value, ...]
    warnings: tuple[str, ...]


def read_shapes(path: str | Path, field: str, layer: str | None, *, crs: CRS | None, transform: Affine) -> Shapes:
    """The labels that `path` holds as shapes on a scene; arguments and errors as `read_labels`.

    Raises:
        LabelError: the labels cannot be read.
    """
    _, parts, label_P, values, told = read_parts(Path(path), field, layer, crs, transform)
    return Shapes(parts, tuple(values[number] for number in label_P), tuple(told))


def read_parts(
    path: Path, field: str, layer: str | None, crs: CRS | None, transform: Affine
) -> tuple[gpd.GeoDataFrame, np.ndarray, np.ndarray, list[Value], list[str]]:
    """The labels as a table, single parts (P,) in pixel space, the number of each one's value (P,), values, remarks."""
    told: list[str] = []
    table = _in_crs(_with_class(_read_table(path, field, layer), field, told), crs, told)
    values = sorted(set(table["value"]), key=numbers_first)
    return (table, *_to_parts(table, values, ~transform, told), values, told)


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
        told.append(f"Left out: {counted(bare.sum(), 'feature')} without geometry.")
    values = pd.Series([class_value(raw) for raw in table[field]], table.index, dtype=object)
    table = table.assign(value=values)[~bare]
    unnamed = np.array([value is None for value in table["value"]], bool)
    if unnamed.any():
        told.append(f"Left out: {counted(unnamed.sum(), 'feature')} without one class in '{field}'.")
    if unnamed.all():
        raise LabelError(f"no feature has a geometry and a class in the field '{field}'", "name another field: --field")
    return table[~unnamed]


def class_value(raw: Any) -> Value | None:  # noqa: ANN401 - whatever a field may hold
    """A field's value as a class: whole numbers as int, whether written 1, 1.0 or "1"; None for no class."""
    if isinstance(raw, list | tuple | np.ndarray):
        return class_value(raw[0]) if len(raw) == 1 else None
    if pd.isna(raw):
        return None
    text = str(raw).strip()
    whole = WHOLE_NUMBER.fullmatch(text)
    return int(whole[1]) if whole else text or None


def numbers_first(value: Value) -> tuple[float, str]:
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
        told.append(f"Left out: {counted((~placed).sum(), 'geometry')} that cannot be placed in the scene's CRS.")
    invalid = placed & ~shapely.is_valid(geometries)
    if invalid.any():
        told.append(f"Repaired: {counted(invalid.sum(), 'invalid geometry')}.")
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


def counted(number: int, noun: str) -> str:
    """``3 geometries``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
