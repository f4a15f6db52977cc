"""A STAC item as one scene: its assets that are bands, on whatever grids, with scale, offset and mask.

Written for STAC 1.0 and 1.1 with the extensions `eo`, `raster` and `projection`, as Earth Search and the Planetary
Computer write them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.errors import SceneError
from engine.scene.products.files import Files
from engine.scene.products.product import Flag, Product, ProductBand
from engine.scene.products.readers.landsat import QA_BITS
from engine.scene.products.readers.sentinel2 import SCL
from engine.scene.sources import stac

NAMED = re.compile(r".*\.(?:json|geojson)", re.IGNORECASE)
LARGEST_ITEM = 5_000_000
"""Bytes of a file that may be an item."""
MOST_FILES = 200
"""Files in JSON in a folder that may hold an item: with more of them it is no product."""
PICTURES = {"visual", "rendered_preview", "preview", "thumbnail", "overview", "tilejson"}
"""Assets that show the scene to people, whatever their roles say."""
RADAR = {"vv", "vh", "hh", "hv"}
_OFFSET_APPLIED = re.compile(r".*:boa_offset_applied$")
"""What Earth Search says where the offset of baseline 04.00 was taken off; `raster:bands` still states it then."""
OFFSET_BASELINE = 4.0
"""Of Sentinel-2: from this processing baseline on, numbers carry an offset (PSD 14)."""
SENTINEL_2_SCALE, SENTINEL_2_OFFSET = 1e-4, -0.1


def read(files: Files) -> tuple[Product, ...]:
    """The STAC items among `files`: the one that was named, or all that a folder holds.

    Raises:
        SceneError: an item holds no band, or one of its assets may not be read.
    """
    names = [files.chosen] if files.chosen else [name for name, _ in files.matches(NAMED)]
    if len(names) > MOST_FILES:
        return ()
    return tuple(_product(item) for name in names if _may_be_item(name) for item in stac.read(Path(name), files.remote))


def _may_be_item(name: str) -> bool:
    path = Path(name)
    if not path.is_file() or path.stat().st_size > LARGEST_ITEM:
        return False
    try:
        body = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return False
    if isinstance(body, dict) and isinstance(body.get("features"), list) and body["features"]:
        body = body["features"][0]
    return isinstance(body, dict) and "stac_version" in body and isinstance(body.get("assets"), dict)


def _product(item: stac.StacItem) -> Product:
    said: Mapping[str, Any] = item.body.get("properties") or {}
    bands: dict[str, ProductBand] = {}
    aside = []
    for key, asset in _by_bands(item.body["assets"]):
        found = [band for band in _bands(key, asset, item) if band.name not in bands]
        bands |= {band.name: band for band in found}
        if not found:
            aside.append(key)
    if not bands:
        raise SceneError(
            "no asset of the STAC item {name} is a band", "give the raster itself, or another item", name=item.id
        )
    taken = str(said.get("datetime") or said.get("start_datetime") or "")
    uri = said.get("s2:product_uri") or item.body.get("collection")
    return Product(
        f"STAC item {item.id}",
        tuple(bands.values()),
        flags=tuple(_flags(item)),
        tags={**item.tags, **({"PRODUCT_ID": str(uri)} if uri else {}), **({"SENSING_START": taken} if taken else {})},
        taken=taken,
        aside=tuple(aside),
    )


def _by_bands(assets: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Assets that may hold bands, those of one band first: a picture of three would otherwise stand for them."""
    rasters = [(key, asset) for key, asset in assets.items() if stac.is_raster(asset) and key.lower() not in PICTURES]
    return sorted(rasters, key=lambda pair: len(_listed(pair[1])) > 1)


def _listed(asset: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What the item says of an asset's bands: of STAC 1.1, or of the extensions `eo` and `raster` together."""
    spectral = asset.get("bands") or asset.get("eo:bands") or []
    stored = asset.get("raster:bands") or []
    return [
        {**(stored[place] if place < len(stored) else {}), **band}
        for place, band in enumerate(spectral)
        if isinstance(band, Mapping)
    ]


def _bands(key: str, asset: Mapping[str, Any], item: stac.StacItem) -> Iterator[ProductBand]:
    """Bands of an asset; none of a map of something else."""
    listed = _listed(asset)
    if not listed and key.lower() in RADAR:
        listed = [{"name": key.upper(), **(asset.get("raster:bands") or [{}])[0]}]
    for index, band in enumerate(listed, 1):
        common = band.get("eo:common_name") or band.get("common_name")
        centre = _number(band, "center_wavelength")
        name = str(band.get("name") or common or key)
        if not (centre or common or name.lower() in RADAR):
            continue
        width = _number(band, "full_width_half_max")
        nodata = band.get("nodata", asset.get("nodata"))
        yield ProductBand(
            name,
            stac.located(str(asset.get("href", "")), item.source, item.remote),
            index,
            wavelength_nm=centre * 1000 if centre else None,
            fwhm_nm=width * 1000 if width else None,
            scaling=_scaling(band, item.body.get("properties") or {}),
            nodata=float(nodata) if isinstance(nodata, int | float | str) else None,
        )


def _number(band: Mapping[str, Any], name: str) -> float | None:
    found = band.get(f"eo:{name}") or band.get(name)
    return float(found) if isinstance(found, int | float) else None


def _scaling(band: Mapping[str, Any], said: Mapping[str, Any]) -> tuple[float, float] | None:
    """Scale and offset of stored numbers, once each; None where the item does not say."""
    applied = any(_OFFSET_APPLIED.match(name) and value for name, value in said.items())
    scale, offset = (band.get(f"raster:{name}", band.get(name)) for name in ("scale", "offset"))
    if scale is None and str(said.get("platform", "")).lower().startswith("sentinel-2"):
        baseline = re.match(r"\d\d\.\d\d", str(said.get("s2:processing_baseline", "")))
        if not baseline:
            return None
        scale, offset = SENTINEL_2_SCALE, SENTINEL_2_OFFSET if float(baseline[0]) >= OFFSET_BASELINE else 0.0
    if scale is None:
        return None
    return float(scale), 0.0 if applied else float(offset or 0)


def _flags(item: stac.StacItem) -> Iterator[Flag]:
    for key, asset in item.body["assets"].items():
        if key.lower() not in ("scl", "qa_pixel") or not asset.get("href"):
            continue
        name = stac.located(str(asset["href"]), item.source, item.remote)
        if key.lower() == "scl":
            yield from (Flag(kind, name, 1, values) for kind, values in SCL)
        else:
            yield from (Flag(kind, name, bits=bits) for kind, bits in QA_BITS)
        return
