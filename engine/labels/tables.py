"""Vector files in: features of one layer with their class.

Knows files, layers and fields, and what makes a value a class; knows neither scenes nor pixels.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio

from engine.classes import class_names
from engine.classes.legend import LegendChoices
from engine.errors import EngineError, LabelError
from engine.gdal import network, read_errors
from engine.labels.vector_files import Verbatim, source_of
from engine.words import either, say

CLASSES = "classes"
"""The table in which the QGIS plugin keeps the legend of a file of labels: one row for each class, in order."""
CLASS, GROUP = "class", "group"
"""Fields of a file of labels: each label's class, and the group of that class, which `CLASSES` tells too."""
LEGEND_COLUMNS = {CLASS: ("name", "value", "colour"), GROUP: ("group", "group_value", "group_colour")}
"""By the field that names the classes of a map: the columns of `CLASSES` with their names, values and colours."""
UNDEFINED = "Undefined geographic SRS", "Undefined Cartesian SRS"
"""What a GeoPackage calls the CRS of a layer that has none: its standard rows 0 and -1, which GDAL reads as CRS."""
WHOLE_NUMBER = re.compile(r"([-+]?(?:0|[1-9]\d*))(?:\.0+)?", re.ASCII)

Value = int | str


def read_numbers(name: str, field: str, layer: str | None, told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry and a number, with the number as column `value`; see `read_table`.

    Numbers may be written as text, as all is in a CSV; an empty text is none.

    Raises:
        LabelError: the file cannot be read, or the field holds something else than numbers.
    """
    table, others = _features(name, field, layer, told)
    numbers = [_as_float(raw) for raw in table[field]]
    if None in numbers:
        fields = [other for other, kind in others.items() if kind != "object"]  # of text, nobody knows before reading
        raise LabelError(
            "expected numbers in the field '{field}'; found '{value}'",
            say("name a field of numbers: --field {fields}", fields=either(fields)) if fields else say("convert it"),
            field=field,
            value=table[field].iloc[numbers.index(None)],
        )
    value_N = np.array(numbers, float)
    known = np.isfinite(value_N)
    if not known.any():
        raise LabelError("no feature has a number in the field '{field}'", "fill the field", field=field)
    if not known.all():
        told.append(
            say(
                "Left out: {features} without a number in '{field}'.",
                features=counted_features((~known).sum()),
                field=field,
            )
        )
    return table.assign(value=value_N)[known]


def _as_float(raw: object) -> float | None:
    """What a field holds as a number, NaN where it holds nothing; None where that is no number."""
    if raw is None or raw is pd.NA or (isinstance(raw, str) and not raw.strip()):
        return math.nan
    try:
        return float(raw) if isinstance(raw, int | float | np.number | str) else None
    except ValueError:
        return None


def read_geometries(name: str, field: str, layer: str | None, told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry, whatever their fields; the column `value` is 0. See `read_table`.

    Raises:
        LabelError: the file cannot be read, or holds no geometries.
    """
    table, _ = _features(name, None, layer, told)
    return table.assign(value=0)


def read_table(name: str, field: str, layer: str | None, told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry and a class, with the class as column `value`.

    Args:
        name: of a vector file, as rasters are named; see `engine.gdal.gdal_names`.
        field: holds the class. `GROUP` needs no field where the table `CLASSES` tells the groups of classes.
        layer: the layer to read; None where the file has only one with geometries, or a table `CLASSES`: it is a
            file of labels then, and all its layers that have the field are read, in the CRS of the first.
        told: is given what the user should know.

    Raises:
        LabelError: the labels cannot be read, or no feature has a geometry and a class.
    """
    groups: dict[str, str] = {}
    table, others = _features(name, field, layer, told, groups)
    found = _with_class(table, CLASS if groups else field, list(others), told)
    return found.assign(value=[groups.get(str(value), value) for value in found["value"]])


def _features(
    name: str, field: str | None, layer: str | None, told: list[str], groups: dict[str, str] | None = None
) -> tuple[gpd.GeoDataFrame, dict[str, str]]:
    """The features with a geometry, and the other fields there are, with the types of their values.

    Without a field, the features of all layers.

    `groups` is given the group of each class, where the field asked for is that and the file holds classes.
    """
    source = source_of(name)
    with reading(name, source):
        layers = _choose_layers(name, source, layer)
        info_of = {each: pyogrio.read_info(source, layer=each) for each in layers}
        fields = {each: dict(zip(info["fields"], info["dtypes"], strict=True)) for each, info in info_of.items()}
        if groups is not None and field == GROUP and not any(GROUP in each for each in fields.values()):
            groups |= _groups(source)
        column = CLASS if groups else field
        having = [each for each in layers if column is None or column in fields[each]]
        if not having:
            raise _no_field(name, str(field), list(fields[layers[0]]))
        columns = [] if column is None else [column]
        tables = [pyogrio.read_dataframe(source, layer=each, columns=columns, force_2d=True) for each in having]
    if not all(isinstance(table, gpd.GeoDataFrame) for table in tables):
        raise _no_geometries(name)
    others = {other: kind for other, kind in fields[having[0]].items() if other != column}
    return _with_geometry(_joined(tables), told), others


def read_legend(name: str, field: str) -> LegendChoices:
    """What a file of labels decides of its legend, in its table `CLASSES`; nothing where it has none.

    A class without a group stands for itself among the groups.

    Raises:
        LabelError: the file cannot be read, or the table holds an invalid value or colour.
    """
    source = source_of(name)
    if field not in LEGEND_COLUMNS:
        return LegendChoices()
    with reading(name, source):
        rows = _class_rows(source)
    entries: dict[str, tuple[Any, Any]] = {}
    for row in rows:
        for called, value, colour in (LEGEND_COLUMNS[field], LEGEND_COLUMNS[CLASS]):
            if text := _name(row.get(called)):
                entries.setdefault(text, (row.get(value), _text(row.get(colour))))
                break
    try:
        return LegendChoices(
            {text: _number(value) for text, (value, _) in entries.items() if not pd.isna(value)},
            {text: colour for text, (_, colour) in entries.items() if colour},
        ).validated()
    except EngineError as error:
        told = say(
            "the table '{table}' of the labels {name} cannot be used: {error}", table=CLASSES, name=name, error=error
        )
        raise LabelError(told, "correct it, or remove the table") from error


def _class_rows(source: Verbatim | str) -> list[dict[str, Any]]:
    """The rows of the table `CLASSES`; none where there is no such table, or it is somebody else's."""
    if CLASSES not in _layers_of(source, spatial=False):
        return []
    table = pyogrio.read_dataframe(source, layer=CLASSES, read_geometry=False)
    return list(table.to_dict("records")) if "name" in table.columns else []


def _groups(source: Verbatim | str) -> dict[str, str]:
    """The group of each class that is in one."""
    pairs = ((_name(row.get("name")), _name(row.get(GROUP))) for row in _class_rows(source))
    return {called: group for called, group in pairs if called and group}


def _name(cell: Any) -> str:  # noqa: ANN401 - whatever a cell may hold
    return class_names.normalised(_text(cell))


def _text(cell: Any) -> str:  # noqa: ANN401 - whatever a cell may hold
    return "" if cell is None or pd.isna(cell) else str(cell)


def _number(cell: Any) -> Any:  # noqa: ANN401 - whatever a cell may hold
    """A whole number as int: a column with gaps holds floats."""
    return int(cell) if isinstance(cell, int | float | np.number) and float(cell).is_integer() else cell


@contextmanager
def reading(name: str, source: Verbatim | str) -> Iterator[None]:
    """Errors of pyogrio within are told as errors of the labels.

    Raises:
        LabelError: they cannot be read.
    """
    try:
        with network.reading(name):
            yield
    except LabelError:
        raise
    except (RuntimeError, ValueError, OSError) as error:  # pyogrio's errors are RuntimeErrors
        path = source if isinstance(source, str) else source.read()
        reason = (str(error).splitlines() or [type(error).__name__])[0].replace(path, name)[:200]
        known = read_errors.elsewhere(name, read_errors.messages(error))
        what, hint = (known.what, known.hint) if known else (reason, say("give GPKG, GeoJSON or Shapefile"))
        raise LabelError(say("the labels {name} cannot be read: {why}", name=name, why=what), hint) from error


def _no_field(name: str, field: str, fields: list[str]) -> LabelError:
    if not fields:
        return LabelError(
            "the labels {name} have no fields", "add a field that holds the class, and name it: --field", name=name
        )
    asked = (
        say("no field '{field}' in the labels {name}", field=field, name=name)
        if field
        else say("nothing says which field holds the class")
    )
    return LabelError(
        "{asked}; it has: {fields}", "name the field of the class: --field NAME", asked=asked, fields=", ".join(fields)
    )


def _no_geometries(name: str) -> LabelError:
    return LabelError(
        "no layer with geometries in the labels {name}", "give a layer of points, lines or polygons", name=name
    )


def _layers_of(source: Verbatim | str, *, spatial: bool) -> list[str]:
    """The layers with geometries, or the tables without (a GPKG also lists tables of styles)."""
    return [str(found) for found, kind in pyogrio.list_layers(source) if (kind is not None) is spatial]


def _choose_layers(name: str, source: Verbatim | str, layer: str | None) -> list[str]:
    """The layer asked for, the only one with geometries, or all of a file of labels."""
    layers = _layers_of(source, spatial=True)
    if layer in layers:
        return [str(layer)]
    if not layers:
        raise _no_geometries(name)
    if layer is None and (len(layers) == 1 or CLASSES in _layers_of(source, spatial=False)):
        return layers
    found = say("the labels {name} hold the layers {layers}", name=name, layers=", ".join(layers))
    raise LabelError(
        found if layer is None else say("no layer '{layer}': {found}", layer=layer, found=found),
        "name one of them: --layer NAME",
    )


def _joined(tables: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """The features of all tables, in the CRS of the first; an empty table has no say in what the others hold."""
    tables = [_without_undefined(table) for table in tables]
    crs = tables[0].crs
    full = [table for table in tables if len(table)] or tables[:1]
    if len(full) == 1 and full[0].crs == crs:
        return full[0]
    return pd.concat([table.to_crs(crs) if crs and table.crs else table for table in full], ignore_index=True)


def _without_undefined(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The table; without a CRS where a GeoPackage says that nobody knows it."""
    undefined = table.crs is not None and table.crs.name in UNDEFINED
    return table.set_crs(None, allow_override=True) if undefined else table


def _with_geometry(table: gpd.GeoDataFrame, told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a geometry."""
    if table.empty:
        raise LabelError("the label layer is empty: it holds no features", "draw some labels first")
    bare = np.asarray(table.geometry.isna() | table.geometry.is_empty)
    if bare.all():
        raise LabelError("no feature of the labels has a geometry", "draw points, lines or polygons")
    if bare.any():
        told.append(say("Left out: {features} without geometry.", features=counted_features(bare.sum())))
    return table[~bare]


def _with_class(table: gpd.GeoDataFrame, field: str, others: list[str], told: list[str]) -> gpd.GeoDataFrame:
    """The features that have a class."""
    told += class_names.changes(str(raw) for raw in table[field] if isinstance(raw, str))
    values = pd.Series([class_value(raw) for raw in table[field]], table.index, dtype=object)
    unnamed = np.array([value is None for value in values], bool)
    if unnamed.all():
        told_others = (
            say("fill the field, or name another field: --field {fields}", fields=either(others))
            if others
            else say("fill the field")
        )
        raise LabelError(say("no feature has one class in the field '{field}'", field=field), told_others)
    if unnamed.any():
        told.append(
            say(
                "Left out: {features} without one class in '{field}'.",
                features=counted_features(unnamed.sum()),
                field=field,
            )
        )
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


def counted_geometries(count: int) -> str:
    """``3 geometries``."""
    return say("1 geometry") if count == 1 else say("{count:,} geometries", count=count)


def counted_features(count: int) -> str:
    """``3 features``."""
    return say("1 feature") if count == 1 else say("{count:,} features", count=count)
