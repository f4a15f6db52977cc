"""What an open file, and the header or metadata that belongs to it, say of its bands. Knows rasterio."""

from collections.abc import Mapping
from pathlib import Path

import rasterio

from engine.gdal import gdal_names
from engine.gdal.dataset import nodata_of
from engine.sensors import headers
from engine.sensors.headers import ENMAP_IMAGE, ENVI, LARGEST_XML, enmap_header, normalised, parse_envi_header
from engine.words import say


def header(name: str, dataset: rasterio.DatasetReader) -> tuple[Mapping[str, str], str]:
    """The fields of the header that belongs to a file, ENVI's or an EnMAP product's, and what it is called."""
    if found := normalised(dataset.tags(ns="ENVI")):
        return {key: value.strip("{} ") for key, value in found.items()}, ENVI
    path = Path(name)
    if not gdal_names.is_plain(name):
        return {}, ""
    for sidecar in (path.with_suffix(".hdr"), Path(f"{name}.hdr")):
        if sidecar.is_file() and (found := parse_envi_header(sidecar.read_text(errors="replace"))):
            return found, ENVI
    metadata = path.with_name(ENMAP_IMAGE.sub("-METADATA.XML", path.name))
    if metadata != path and metadata.is_file() and metadata.stat().st_size <= LARGEST_XML:
        return enmap_header(metadata.read_text(errors="replace")), say("product's metadata")
    return {}, ""


def band_tags(dataset: rasterio.DatasetReader) -> list[dict[str, str]]:
    """The tags of each band, of all domains that say what it holds."""
    domains = (None, "ENVI", "IMAGERY")
    return [{k: v for ns in domains for k, v in dataset.tags(i, ns=ns).items()} for i in dataset.indexes]


def stated_nodata(name: str, dataset: rasterio.DatasetReader) -> tuple[float | None, ...]:
    """The nodata value of each band: the band's own, else the one that tags or the header state."""
    fields, _ = header(name, dataset)
    bands = zip(nodata_of(dataset), dataset.dtypes, band_tags(dataset), strict=True)
    return tuple(
        value if value is not None else headers.stated_nodata(dtype, tags, fields, dataset.tags())
        for value, dtype, tags in bands
    )
