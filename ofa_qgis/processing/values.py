"""What the values of parameters mean: plain functions, without an algorithm."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsMapLayer

from .. import layers
from ..i18n import tr


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
            raise layers.LayerError(told, tr("write band number, =, and its name"))
        if not 1 <= int(number) <= count or str(int(number)) in bands:
            told = tr("there is no band {number}, or it is named twice").format(number=number)
            raise layers.LayerError(told, tr("the layer has {count} bands").format(count=count))
        bands[str(int(number))] = name
    return bands


def same_file(path: Optional[Path], layer: Optional[QgsMapLayer]) -> bool:
    """Whether `path` is the file that `layer` reads."""
    if not path or layer is None:
        return False
    source = layers.file_of(layer)
    return bool(source) and Path(source).resolve() == path.resolve()


def destination(value: Any) -> Optional[Path]:
    """The path that a destination parameter names; None for temporary and unwanted ones."""
    if hasattr(value, "sink"):  # QgsProcessingOutputLayerDefinition
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value == "TEMPORARY_OUTPUT" or value.startswith("memory:"):
        return None
    return Path(value).absolute()
