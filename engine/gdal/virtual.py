"""What GDAL knows of a raster and rasterio does not tell, as the XML of a VRT that stands for it."""

import uuid
import warnings
import xml.etree.ElementTree as ET  # nosec B405 - reads only what GDAL has just written

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.shutil import copy, delete


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
