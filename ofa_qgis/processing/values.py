"""What the values of parameters mean: plain functions, without an algorithm."""

from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsMapLayer

from ..i18n import tr
from ..layers import raster_layers

UNIT_CHOICES = (
    "dn", "dn+1000", "reflectance", "uint8", "uint16", "landsat-c2", "landsat-l1", "counts", "db", "linear",
    "amplitude",
)  # fmt: skip
"""The units that the engine knows (engine/scene/units.py; a test compares them): optical, then radar."""
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
            told = tr("bands are written 1=B02,2=B03; found {part}").format(part=part)
            raise raster_layers.LayerError(told, tr("write band number, =, and its name"))
        if not 1 <= int(number) <= count or str(int(number)) in bands:
            told = tr("there is no band {number}, or it is named twice").format(number=number)
            raise raster_layers.LayerError(told, tr("the layer has {count} bands").format(count=count))
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
            told = tr("nodata is written -9999 or 0:5, fill or none; found {part}").format(part=part)
            raise raster_layers.LayerError(told, tr("leave it empty, and you are asked")) from error
    return tuple(ranges), fill


def same_file(path: Optional[Path], layer: Optional[QgsMapLayer]) -> bool:
    """Whether `path` is the file that `layer` reads."""
    if not path or layer is None:
        return False
    source = raster_layers.file_of(layer)
    return bool(source) and Path(source).resolve() == path.resolve()


def destination(value: Any) -> Optional[Path]:
    """The path that a destination parameter names; None for temporary and unwanted ones."""
    if hasattr(value, "sink"):  # QgsProcessingOutputLayerDefinition
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value == "TEMPORARY_OUTPUT" or value.startswith("memory:"):
        return None
    return Path(value).absolute()
