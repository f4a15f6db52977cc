"""TESSERA as it is published: an array of whole numbers, a factor a pixel, and a land mask that says where they lie.

After the documentation of geotessera: ``grid_LON_LAT.npy`` (rows, columns, 128; int8) times ``grid_LON_LAT_scales.npy``
(rows, columns; float32; NaN where there is no land); ``grid_LON_LAT.tiff`` is the land mask. GDAL knows no NPY, but
reads pixels whose place in a file a VRT states. The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
"""

import re
import xml.etree.ElementTree as ET  # nosec B405 - it writes only
from pathlib import Path

import numpy as np
from numpy.lib import format as npy
from rasterio.dtypes import dtype_rev, typename_fwd

from engine.errors import SceneError
from engine.gdal.dataset import opened
from engine.gdal.virtual import hold_vrt
from engine.scene.products.embeddings import TESSERA, embeddings
from engine.scene.products.files import Files, own_name
from engine.scene.products.product import Product, ProductBand

NAMED = re.compile(r"(?P<cell>grid_-?\d+\.\d+_-?\d+\.\d+)\.npy")
MASKS = "global_0.1_degree_tiff_all"
"""The folder of the land masks, beside that of the arrays."""
HIGHEST = 4
"""Folders above an array in which that of the land masks may lie."""
_YEAR = re.compile(r"20[12]\d")


def read(files: Files) -> tuple[Product, ...]:
    """The arrays among `files`: the one that was named, or all that a folder holds.

    Raises:
        SceneError: its factors or its land mask are not there, or do not fit.
    """
    names = [files.chosen] if files.chosen else [name for name, _ in files.matches(NAMED)]
    return tuple(_product(Path(name)) for name in names if NAMED.fullmatch(own_name(name)) and Path(name).is_file())


def _product(array: Path) -> Product:
    factors = array.with_name(f"{array.stem}_scales.npy")
    if not factors.is_file():
        raise SceneError("{name} lacks its factors", "download {file} beside it", name=array.name, file=factors.name)
    folders = [array.parent, *(above / MASKS for above in array.parents[:HIGHEST])]
    masks = [folder / f"{array.stem}{suffix}" for folder in folders for suffix in (".tiff", ".tif")]
    mask = next((path for path in masks if path.is_file()), None)
    if mask is None:
        raise SceneError(
            "{name} does not say where it lies: its land mask does",
            "download {file} from the folder {folder}, beside it",
            name=array.name,
            file=f"{array.stem}.tiff",
            folder=MASKS,
        )
    name = hold_vrt(array.stem, _document(array, factors, mask))
    bands = tuple(ProductBand(band, name, index) for index, band in enumerate(TESSERA, 1))
    year = next((part for part in reversed(array.parent.parts) if _YEAR.fullmatch(part)), "")
    return embeddings("TESSERA", bands, year, "", {name: (str(array), str(factors), str(mask))})


def _document(array: Path, factors: Path, mask: Path) -> str:
    """The VRT of the products, on the grid of the land mask."""
    with opened(str(mask)) as place:
        crs, transform, shape = place.crs, place.transform, place.shape
    raw, numbers = ET.Element("VRTDataset"), (_Stored.of(array), _Stored.of(factors))
    if numbers[0].shape != (*shape, len(TESSERA)) or numbers[1].shape != shape:
        raise SceneError("{name} and its land mask have different sizes", "download both again", name=array.name)
    for stored, values in zip(numbers, (len(TESSERA), 1), strict=True):
        for value in range(values):
            stored.add(raw, value, values)
    scaled = ET.Element("VRTDataset")
    for root in (raw, scaled):
        root.set("rasterXSize", str(shape[1]))
        root.set("rasterYSize", str(shape[0]))
    if crs:
        ET.SubElement(scaled, "SRS").text = crs.to_wkt()
    ET.SubElement(scaled, "GeoTransform").text = ", ".join(repr(float(number)) for number in transform.to_gdal())
    name = hold_vrt(f"{array.stem}_raw", ET.tostring(raw, encoding="unicode"))
    for index, title in enumerate(TESSERA, 1):
        band = ET.SubElement(scaled, "VRTRasterBand", dataType="Float32", subClass="VRTDerivedRasterBand")
        for tag, text in (("Description", title), ("NoDataValue", "nan"), ("PixelFunctionType", "mul"),
                          ("SourceTransferType", "Float32")):  # fmt: skip
            ET.SubElement(band, tag).text = text
        for factor in (index, len(TESSERA) + 1):
            source = ET.SubElement(band, "SimpleSource")
            ET.SubElement(source, "SourceFilename").text = name
            ET.SubElement(source, "SourceBand").text = str(factor)
    return ET.tostring(scaled, encoding="unicode")


class _Stored:
    """Where an NPY file holds its numbers."""

    def __init__(self, path: Path, shape: tuple[int, ...], dtype: np.dtype[np.generic], begin: int) -> None:
        self.path, self.shape, self.dtype, self.begin = path, shape, dtype, begin

    @classmethod
    def of(cls, path: Path) -> "_Stored":
        """What its header says.

        Raises:
            SceneError: it is damaged, cut off, or holds something else.
        """
        wrong = SceneError("cannot read the array {name}", "download it again", name=path.name)
        try:
            with path.open("rb") as file:
                version = npy.read_magic(file)
                read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
                shape, by_column, dtype = read(file)
                begin = file.tell()
        except (OSError, ValueError) as error:
            raise wrong from error
        values = int(np.prod(shape))
        if by_column or dtype.str not in ("|i1", "<f4") or path.stat().st_size < begin + values * dtype.itemsize:
            raise wrong
        return cls(path, shape, dtype, begin)

    def add(self, root: ET.Element, value: int, values: int) -> None:
        """Add the band of one of the values that a pixel has."""
        band = ET.SubElement(
            root, "VRTRasterBand", dataType=str(typename_fwd[dtype_rev[self.dtype.name]]), subClass="VRTRawRasterBand"
        )
        ET.SubElement(band, "SourceFilename", relativeToVRT="0").text = str(self.path.absolute())
        step = values * self.dtype.itemsize
        for tag, number in (("ImageOffset", self.begin + value * self.dtype.itemsize), ("PixelOffset", step),
                            ("LineOffset", step * self.shape[1])):  # fmt: skip
            ET.SubElement(band, tag).text = str(number)
        ET.SubElement(band, "ByteOrder").text = "LSB"
