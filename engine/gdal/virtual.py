"""What GDAL knows of a raster and rasterio does not tell, as the XML of a VRT that stands for it."""

import hashlib
import uuid
import warnings
import xml.etree.ElementTree as ET  # nosec B405 - reads only what GDAL has just written

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile
from rasterio.shutil import copy, delete

_HELD: dict[str, MemoryFile] = {}


def hold_vrt(title: str, document: str) -> str:
    """The name under which GDAL opens the XML of a VRT, for as long as this process runs; a person calls it `title`."""
    digest = hashlib.sha256(document.encode()).hexdigest()[:16]
    if digest not in _HELD:
        _HELD[digest] = MemoryFile(document.encode(), dirname=digest, filename=f"{title}.vrt")
    return str(_HELD[digest].name)


def as_vrt(dataset: rasterio.DatasetReader) -> ET.Element:
    """A VRT of the whole dataset (https://gdal.org/drivers/raster/vrt.html); an empty one if GDAL cannot write it."""
    vrt = f"/vsimem/{uuid.uuid4().hex}.vrt"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            copy(dataset.name, vrt, driver="VRT")  # not the handle: an error here would be silence when it reads
            with rasterio.open(vrt) as virtual:
                text = next(iter(virtual.tags(ns="xml:VRT").values()), "<VRTDataset/>")
        delete(vrt, driver="VRT")
    except RasterioError:
        text = "<VRTDataset/>"
    return ET.fromstring(text)  # noqa: S314  # nosec B314
