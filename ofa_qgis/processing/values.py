"""What the values of parameters mean: plain functions, without an algorithm."""

import re
from pathlib import Path
from typing import Any, Dict, Iterator, Optional, Tuple

from qgis.core import QgsMapLayer

from ..i18n import tr
from ..layers import raster_layers
from ..layers.legend import MAX_VALUE

GEOPACKAGE = ".gpkg"
FILL_WORDS = {"fill": "nodata", "none": "data"}
"""As for the command line's --nodata."""


def parse_bands(text: str, count: int) -> Dict[str, str]:
    """``1=B02, 2=unused`` as a request carries it.

    Raises:
        LayerError: it is not written so, or names a band that the layer has not.
    """
    bands: Dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        number, equals, name = (piece.strip() for piece in part.partition("="))
        if not equals or not name or not number.isdigit():
            told = tr("bands are written 1=B02,2=B03; found {part}", part=part)
            raise raster_layers.LayerError(told, tr("write band number, =, and its name"))
        if not 1 <= int(number) <= count or str(int(number)) in bands:
            told = tr("there is no band {number}, or it is named twice", number=number)
            raise raster_layers.LayerError(told, tr("bands are numbered from 1 to {count}", count=count))
        bands[str(int(number))] = name
    return bands


def parse_nodata(text: str) -> Tuple[Tuple[Tuple[float, float], ...], str]:
    """``-9999,0:5`` as the ranges that a request carries; and what ``fill`` or ``none`` says of undeclared fill.

    Raises:
        LayerError: it is not written so.
    """
    ranges, fill = [], "ask"
    for part in filter(None, (part.strip() for part in text.split(","))):
        if part in FILL_WORDS:
            fill = FILL_WORDS[part]
            continue
        low, colon, high = part.partition(":")
        try:
            ranges.append((float(low), float(high if colon else low)))
        except ValueError as error:
            told = tr("nodata is written -9999 or 0:5, fill or none; found {part}", part=part)
            raise raster_layers.LayerError(told, tr("leave it empty, and you are asked")) from error
    return tuple(ranges), fill


def parse_values(text: str) -> Dict[str, int]:
    """``water=1,forest=2`` by class.

    Raises:
        LayerError: it is not written so.
    """
    values = {}
    for name, value in _named(text, "water=1,forest=2"):
        if not value.isdigit() or int(value) > MAX_VALUE:
            told = tr("the value of a class is a whole number from 0 to 255; found {part}", part=value)
            raise raster_layers.LayerError(told, tr("write {example}", example="water=1,forest=2"))
        values[name] = int(value)
    return values


def parse_shares(text: str) -> Dict[str, float]:
    """``water=0.9,forest=0.7`` by class.

    Raises:
        LayerError: it is not written so.
    """
    shares = {}
    for name, share in _named(text, "water=0.9,forest=0.7"):
        try:
            shares[name] = float(share)
        except ValueError as error:
            told = tr("an accuracy is a number from 0 to 1; found {part}", part=share)
            raise raster_layers.LayerError(told, tr("write {example}", example="water=0.9,forest=0.7")) from error
    return shares


def parse_merges(text: str) -> Dict[str, str]:
    """``crops=wheat+maize`` by new class.

    Raises:
        LayerError: it is not written so.
    """
    return dict(_named(text, "crops=wheat+maize"))


def parse_colours(text: str) -> Dict[str, str]:
    """``water=#0072b2,forest=#009e73`` by class.

    Raises:
        LayerError: it is not written so.
    """
    colours = {}
    for name, colour in _named(text, "water=#0072b2"):
        if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
            told = tr("a colour is written #0072b2; found {part}", part=colour)
            raise raster_layers.LayerError(told, tr("write {example}", example="water=#0072b2"))
        colours[name] = colour
    return colours


def _named(text: str, example: str) -> Iterator[Tuple[str, str]]:
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, value = (piece.strip() for piece in part.rpartition("="))
        if not name or not equals:
            told = tr("classes are written {example}; found {part}", example=example, part=part)
            raise raster_layers.LayerError(told, tr("write a class, =, and what it has"))
        yield name, value


def same_file(path: Optional[Path], layer: Optional[QgsMapLayer]) -> bool:
    """Whether `path` is the file that `layer` reads."""
    if not path or layer is None:
        return False
    source = raster_layers.file_of(layer)
    return bool(source) and Path(source).resolve() == path.resolve()


def absolute(name: str) -> str:
    """A path that means the same in the engine's process; a URL as it is, which the engine refuses by its name."""
    return name if "://" in name else str(Path(name).absolute())


def destination(value: Any) -> Optional[Path]:
    """The path that a destination parameter names; None for temporary and unwanted ones."""
    if hasattr(value, "sink"):  # QgsProcessingOutputLayerDefinition
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value == "TEMPORARY_OUTPUT" or value.startswith("memory:"):
        return None
    return Path(value).absolute()
