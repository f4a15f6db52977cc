"""Vector files in: features of one layer with their class.

Knows files, layers and fields, and what makes a value a class; knows neither scenes nor pixels.
"""

import math
import re
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio

from engine.classes import class_names
from engine.errors import LabelError
from engine.gdal import network, read_errors
from engine.labels.vector_files import Verbatim, source_of

WHOLE_NUMBER = re.compile(r"([-+]?(?:0|[1-9]\d*))(?:\.0+)?", re.ASCII)

Value = int | str


def read_table(name: str, field: str, layer: str | None, told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry and a class, with the class as column `value`.

    Args:
        name: of a vector file, as rasters are named; see `engine.gdal.gdal_names`.
        field: holds the class.
        layer: the layer to read; None where the file has only one with geometries.
        told: is given what the user should know.

    Raises:
        LabelError: the labels cannot be read, or no feature has a geometry and a class.
    """
    source = source_of(name)
    try:
        with network.reading(name):
            layer = _choose_layer(name, source, layer)
            fields = list(pyogrio.read_info(source, layer=layer)["fields"])
            if field not in fields:
                raise _no_field(name, field, fields)
            table = pyogrio.read_dataframe(source, layer=layer, columns=[field], force_2d=True)
    except LabelError:
        raise
    except (RuntimeError, ValueError, OSError) as error:  # pyogrio's errors are RuntimeErrors
        path = source if isinstance(source, str) else source.read()
        reason = (str(error).splitlines() or [type(error).__name__])[0].replace(path, name)[:200]
        known = read_errors.elsewhere(name, read_errors.messages(error))
        what, hint = (known.what, known.hint) if known else (reason, "give GPKG, GeoJSON or Shapefile")
        raise LabelError(f"the labels {name} cannot be read: {what}", hint) from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise _no_geometries(name)
    return _with_class(table, field, [other for other in fields if other != field], told)


def _no_field(name: str, field: str, fields: list[str]) -> LabelError:
    if not fields:
        return LabelError(f"the labels {name} have no fields", "add a field that holds the class, and name it: --field")
    asked = f"no field '{field}' in the labels {name}" if field else "nothing says which field holds the class"
    return LabelError(f"{asked}; it has: {', '.join(fields)}", "name the field of the class: --field NAME")


def _no_geometries(name: str) -> LabelError:
    return LabelError(f"no layer with geometries in the labels {name}", "give a layer of points, lines or polygons")


def _choose_layer(name: str, source: Verbatim | str, layer: str | None) -> str:
    """The layer asked for, or the only one with geometries (a GPKG also lists tables of styles)."""
    layers = [str(found) for found, kind in pyogrio.list_layers(source) if kind is not None]
    if layer is None and len(layers) == 1:
        return layers[0]
    if layer in layers:
        return str(layer)
    if not layers:
        raise _no_geometries(name)
    found = f"the labels {name} hold the layers {', '.join(layers)}"
    raise LabelError(found if layer is None else f"no layer '{layer}': {found}", "name one of them: --layer NAME")


def _with_class(table: gpd.GeoDataFrame, field: str, others: list[str], told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry and a class."""
    if table.empty:
        raise LabelError("the label layer is empty: it holds no features", "draw some labels of two or more classes")
    bare = np.asarray(table.geometry.isna() | table.geometry.is_empty)
    if bare.all():
        raise LabelError("no feature of the labels has a geometry", "draw points, lines or polygons")
    if bare.any():
        told.append(f"Left out: {counted(bare.sum(), 'feature')} without geometry.")
    table = table[~bare]
    told += class_names.changes(str(raw) for raw in table[field] if isinstance(raw, str))
    values = pd.Series([class_value(raw) for raw in table[field]], table.index, dtype=object)
    unnamed = np.array([value is None for value in values], bool)
    if unnamed.all():
        other = f", or name another field: --field {' or '.join(others)}" if others else ""
        raise LabelError(f"no feature has one class in the field '{field}'", f"fill the field{other}")
    if unnamed.any():
        told.append(f"Left out: {counted(unnamed.sum(), 'feature')} without one class in '{field}'.")
    return table.assign(value=values)[~unnamed]


def class_value(raw: Any) -> Value | None:  # noqa: ANN401 - whatever a field may hold
    """A field's value as a class: whole numbers as int, whether written 1, 1.0 or "1"; None for no class."""
    if isinstance(raw, list | tuple | np.ndarray):
        return class_value(raw[0]) if len(raw) == 1 else None
    if pd.isna(raw):
        return None
    text = class_names.normalised(str(raw))
    whole = WHOLE_NUMBER.fullmatch(text)
    return int(whole[1]) if whole else text or None


def numbers_first(value: Value) -> tuple[float, str]:
    """Sorts numbers by size, before text by alphabet."""
    try:
        number = float(value)
    except ValueError:
        number = math.inf
    return (number if math.isfinite(number) else math.inf), str(value)


def counted(number: int, noun: str) -> str:
    """``3 geometries``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
