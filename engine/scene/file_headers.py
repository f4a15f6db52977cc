"""What an open file, and the header or metadata that belongs to it, say of its bands. Knows rasterio."""

import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import rasterio

from engine.gdal import gdal_names
from engine.gdal.dataset import nodata_of
from engine.gdal.metadata import FileMetadata
from engine.scene.products.product import Product
from engine.sensors import headers
from engine.sensors.headers import (
    ENMAP_IMAGE,
    ENVI,
    LARGEST_XML,
    enmap_header,
    normalised,
    parse_envi_header,
    read_bands,
)
from engine.words import say

PRODUCT = say("product's metadata")
"""What it is called as a source."""


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
        return enmap_header(metadata.read_text(errors="replace")), PRODUCT
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


def file_metadata(name: str, dataset: rasterio.DatasetReader, product: Product | None) -> FileMetadata:
    """All that an open file says of itself, or the product that it stands for."""
    own = product.header if product else {}
    fields, source = (own, PRODUCT) if own else header(name, dataset)
    names = re.split(r"\s*,\s*", fields.get("band_names", "").strip("{} "))
    listed = names if len(names) == dataset.count and fields.get("band_names") else [""] * dataset.count
    descriptions = tuple((text or other).strip() for text, other in zip(dataset.descriptions, listed, strict=True))
    # ENVI's default bands say what is shown in which colour, never what colour a band is.
    shown = "default_bands" in fields and dataset.driver == "ENVI"
    said = read_bands(fields, dataset.tags(), band_tags(dataset), descriptions, source)
    gains, offsets = zip(*(said.scaling or zip(dataset.scales, dataset.offsets, strict=True)), strict=True)
    return FileMetadata(
        name=gdal_names.short(name),
        dtype=str(np.result_type(*dataset.dtypes)),
        descriptions=descriptions,
        colours=tuple("undefined" if shown else colour.name for colour in dataset.colorinterp),
        tags={**({"SENSOR_TYPE": fields["sensor_type"]} if "sensor_type" in fields else {}), **dataset.tags()},
        wavelengths=said.wavelengths,
        scales=tuple(gains),
        offsets=tuple(offsets),
        band_units=tuple(unit or "" for unit in dataset.units),
        bad=said.bad,
        doubt=said.doubt,
        bad_doubt=said.bad_doubt,
        sensor=product.sensor if product else "",
        scaled_by=PRODUCT if own and said.scaling else "",
    )
