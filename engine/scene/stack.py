"""Rasters of one grid as one scene: a VRT of their bands, which copies no pixel. Knows GDAL's VRT and no STAC server.

The format: https://gdal.org/drivers/raster/vrt.html. rasterio writes no VRT of several files.
"""

import math
import xml.etree.ElementTree as ET  # nosec B405 - it writes only
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import rasterio
from rasterio.dtypes import dtype_rev, typename_fwd
from rasterio.enums import MaskFlags

from engine.errors import SceneError
from engine.gdal.dataset import opened
from engine.scene.stac import AssetRaster


def stack(rasters: Sequence[AssetRaster], tags: Mapping[str, str], vrt: Path) -> str:
    """The name of one scene with the bands of all `rasters`: the only one itself if it has several bands.

    Args:
        rasters: of one grid.
        tags: what is known of the whole.
        vrt: written where there is something to stack; its bands are called what the rasters are.

    Raises:
        SceneError: one cannot be opened, the grids differ, or one has a mask that a stack cannot keep.
    """
    with ExitStack() as files:
        sources = [files.enter_context(opened(raster.name)) for raster in rasters]
        if len(sources) == 1 and sources[0].count > 1:
            return rasters[0].name
        _check(rasters, sources)
        text = ET.tostring(_document(rasters, sources, tags), encoding="utf-8")
    if (
        not vrt.is_file() or vrt.read_bytes() != text
    ):  # otherwise it keeps its time, so that an interrupted job can resume
        vrt.parent.mkdir(parents=True, exist_ok=True)
        vrt.write_bytes(text)
    return str(vrt.absolute())


def _check(rasters: Sequence[AssetRaster], sources: Sequence[rasterio.DatasetReader]) -> None:
    first = sources[0]
    for raster, source in zip(rasters, sources, strict=True):
        if (source.shape, source.crs) != (first.shape, first.crs) or not source.transform.almost_equals(
            first.transform
        ):
            raise SceneError(
                f"the assets {rasters[0].asset} ({_grid(first)}) and {raster.asset} ({_grid(source)}) have two grids",
                "choose assets of one grid with --assets NAME,NAME",
            )
        flags = source.mask_flag_enums[0]
        if MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags:
            raise SceneError(f"the asset {raster.asset} has a mask of its own", "give one file with all bands and mask")


def _grid(source: rasterio.DatasetReader) -> str:
    return f"{source.width} x {source.height} pixels of {source.res[0]:g}"


def _document(
    rasters: Sequence[AssetRaster], sources: Sequence[rasterio.DatasetReader], tags: Mapping[str, str]
) -> ET.Element:
    first = sources[0]
    root = ET.Element("VRTDataset", rasterXSize=str(first.width), rasterYSize=str(first.height))
    if first.crs:
        _text(root, "SRS", first.crs.to_wkt())
    _text(root, "GeoTransform", ", ".join(repr(float(number)) for number in first.transform.to_gdal()))
    metadata = ET.SubElement(root, "Metadata")
    for name, value in tags.items():
        _text(metadata, "MDI", value, key=name)
    for raster, source in zip(rasters, sources, strict=True):
        for index in source.indexes:
            root.append(_band(raster, source, index, number=len(root.findall("VRTRasterBand")) + 1))
    return root


def _band(raster: AssetRaster, source: rasterio.DatasetReader, index: int, number: int) -> ET.Element:
    """What the band says of itself, and where its pixels are."""
    kind = typename_fwd[dtype_rev[source.dtypes[index - 1]]]
    band = ET.Element("VRTRasterBand", dataType=kind, band=str(number))
    _text(band, "Description", _called(raster, source, index))
    if (nodata := source.nodatavals[index - 1]) is not None:
        _text(band, "NoDataValue", "nan" if math.isnan(nodata) else repr(nodata))
    _text(band, "UnitType", source.units[index - 1] or "")
    _text(band, "Offset", repr(source.offsets[index - 1]))
    _text(band, "Scale", repr(source.scales[index - 1]))
    metadata = ET.SubElement(band, "Metadata")
    for name, value in source.tags(index).items():
        _text(metadata, "MDI", value, key=name)
    pixels = ET.SubElement(band, "SimpleSource")
    _text(pixels, "SourceFilename", raster.name, relativeToVRT="0")
    _text(pixels, "SourceBand", str(index))
    rows, cols = source.block_shapes[index - 1]
    ET.SubElement(
        pixels, "SourceProperties", RasterXSize=str(source.width), RasterYSize=str(source.height), DataType=kind,
        BlockXSize=str(cols), BlockYSize=str(rows),
    )  # fmt: skip
    return band


def _called(raster: AssetRaster, source: rasterio.DatasetReader, index: int) -> str:
    """What the item calls the band, else the file, else after the asset."""
    if len(raster.bands) == source.count:
        return raster.bands[index - 1]
    return source.descriptions[index - 1] or (raster.asset if source.count == 1 else f"{raster.asset} {index}")


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text
