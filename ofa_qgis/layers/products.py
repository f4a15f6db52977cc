"""A satellite product as a layer of QGIS: a VRT that shows its bands, and that stands for the product itself.

The engine writes the VRT (`InspectRequest.vrt`); it is kept with the user's data, by what it holds. Main thread only.
"""

import hashlib
from pathlib import Path
from typing import Any, Mapping, Optional

from qgis.core import QgsProject, QgsRasterLayer

from ..paths import data_dir
from . import raster_layers

SAFE = ".SAFE"  # the ending of the folder in which ESA puts a product
DIGITS = 12  # of the digest in a file's name
DAY = 10  # letters of a date without its time


def whole(path: Path) -> Path:
    """The product's own folder where `path` is one of the files in it and the folder's name tells; else `path`."""
    return next((folder for folder in path.parents if folder.suffix.upper() == SAFE), path)


def kept_vrt(written: Path) -> Path:
    """Move a VRT to where it can stay: one file for each content, whoever opens the product again.

    Raises:
        OSError: it cannot be kept there.
    """
    content = written.read_bytes()
    kept = data_dir() / "products" / f"{hashlib.sha256(content).hexdigest()[:DIGITS]}.vrt"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        written.replace(kept)
    return kept


def layer_of(product: Path, vrt: Path, facts: Mapping[str, Any]) -> QgsRasterLayer:
    """The layer that shows a product: the project's own if it is there already, else a new one in no project.

    Args:
        product: folder, archive or file.
        vrt: that shows it.
        facts: what `inspect` said of it.
    """
    found = _shown(str(vrt))
    if found is not None:
        return found
    told = facts.get("product") or {}
    layer = QgsRasterLayer(str(vrt), name_of(product, told), "gdal")
    raster_layers.remember_product(layer, str(product))
    return layer


def name_of(product: Path, told: Mapping[str, Any]) -> str:
    """What the layer is called: ``Sentinel-2B L2A, 2023-08-23``; the file's name where the product has no date."""
    title, day = str(told.get("title") or ""), str(told.get("taken") or "")[:DAY]
    return f"{title}, {day}" if title and day else product.stem


def _shown(source: str) -> Optional[QgsRasterLayer]:
    layers = QgsProject.instance().mapLayers().values()
    return next((each for each in layers if isinstance(each, QgsRasterLayer) and each.source() == source), None)
