"""Embeddings as they are published, and as `engine embed` writes them: features of a model, no spectral bands.

AlphaEarth Foundations: 64 bands A00 to A63, int8, -128 is nodata, value = sign(n) (n / 127.5)² (its readme on Google
Cloud Storage). TESSERA: 128 bands, float32, exported by geotessera.
"""

import math
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import rasterio

from engine.scene.products.product import Product, ProductBand

MadeOf = Mapping[str, tuple[str, ...]]
NOTHING: MadeOf = {}
EMBEDDING = "embedding"
"""The sensor's id."""
ALPHAEARTH = tuple(f"A{index:02d}" for index in range(64))
ALPHAEARTH_NODATA, ALPHAEARTH_DIVISOR = -128, 127.5
TESSERA = tuple(f"Tessera_Band_{index}" for index in range(128))
_OURS = re.compile(r"block \d+ channel \d+")
_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")


def recognised(name: str, data: rasterio.DatasetReader) -> Product | None:
    """The embeddings in the open raster that GDAL calls `name`; None if it holds something else."""
    named, tags = tuple(data.descriptions), data.tags()
    if named == ALPHAEARTH:
        integers = np.dtype(data.dtypes[0]) == np.int8
        stored = {number: _alphaearth(number) for number in range(-127, 128)} if integers else None
        missing = {ALPHAEARTH_NODATA: math.nan} if integers else {}
        values = {**missing, **stored} if stored else None
        bands = tuple(ProductBand(band, name, index, values=values) for index, band in enumerate(named, 1))
        years = _YEAR.findall("/".join(Path(name).parts[-3:]))
        return embeddings("AlphaEarth", bands, years[0] if years else "", tags.get("VERSION", ""))
    if named == TESSERA:
        bands = tuple(ProductBand(band, name, index) for index, band in enumerate(named, 1))
        return embeddings("TESSERA", bands, tags.get("TESSERA_YEAR", ""), tags.get("TESSERA_DATASET_VERSION", ""))
    if len(named) > 1 and all(_OURS.fullmatch(each or "") for each in named) and "OFA_MODEL" in tags:
        bands = tuple(
            ProductBand(each or "", name, index, scaling=(data.scales[index - 1], data.offsets[index - 1]))
            for index, each in enumerate(named, 1)
        )
        return embeddings(tags["OFA_MODEL"], bands, "", tags.get("OFA_MODEL_SHA256", "")[:8])
    return None


def embeddings(
    title: str,
    bands: tuple[ProductBand, ...],
    year: str,
    version: str,
    made_of: MadeOf = NOTHING,
) -> Product:
    """What is known of embeddings: of which model, year and version, and what they are made of (see `Product`)."""
    return Product(
        " ".join(filter(None, (title, version, year))),
        bands,
        tags={"SENSOR": title, **({"YEAR": year} if year else {}), **({"VERSION": version} if version else {})},
        taken=year,
        sensor=EMBEDDING,
        made_of=made_of,
    )


def _alphaearth(number: int) -> float:
    return math.copysign((number / ALPHAEARTH_DIVISOR) ** 2, number)
