"""SatlasPretrain: ``<root>/{sentinel1,sentinel2,naip}/<image>/<bands>/<column>_<row>.png``, 8 bit, 512 x 512.

Layout and tile system as in github.com/allenai/satlas, SatlasPretrain.md ("Dataset Structure"; Bastani et al. 2023,
"SatlasPretrain"): tiles of the Web Mercator grid, zoom level 13, 17 for NAIP. Sentinel-2 holds ``tci`` (red, green,
blue) and a picture for each further band, Sentinel-1 ``vh`` and ``vv``, NAIP ``tci`` and sometimes ``ir``, which has
no published statistics and is not read.

Millions of tiles: no picture is opened here. Statistics are the published ones, and a damaged picture is met when a
chip is read. Labels, metadata and Landsat beside these folders are left alone.
"""

import math
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from shapely import box

from engine.scene.values.units import OPTICAL
from engine.sensors import CATALOGUE
from training.data.catalogue_entry import Entry, SceneBand
from training.data.raster_entry import UngroupedEntry

TILE_PX = 512
_TILE = re.compile(r"\d+_\d+\.png")
EQUATOR_M = 40_075_016.686
"""Circumference of the sphere of Web Mercator (EPSG:3857)."""


@dataclass(frozen=True)
class Product:
    """A folder of images: `bands` are those of each subfolder, in the order in which they are read."""

    sensor: str
    zoom: int
    bands: Mapping[str, tuple[str, ...]]
    licence: str


_SENTINEL = "Copernicus Sentinel data, free and open"
PRODUCTS = {
    "sentinel1": Product("sentinel-1", 13, {"vh": ("VH",), "vv": ("VV",)}, _SENTINEL),
    "sentinel2": Product(
        "sentinel-2", 13,
        {"tci": ("B04", "B03", "B02"), "b05": ("B05",), "b06": ("B06",), "b07": ("B07",), "b08": ("B08",),
         "b11": ("B11",), "b12": ("B12",)},
        _SENTINEL,
    ),
    "naip": Product("naip", 17, {"tci": ("Red", "Green", "Blue")}, "public domain (USDA)"),
}  # fmt: skip
# Mean and deviation of 8-bit numbers: those that OFA-Net and DOFA were trained with (their authors' code); NAIP has
# ImageNet's, times 255.
STATISTICS = {
    "sentinel1": {"VH": (166.3628, 64.8313), "VV": (88.4554, 43.0735)},
    "sentinel2": {
        "B04": (114.1100, 77.8436), "B03": (114.8178, 69.9684), "B02": (126.6398, 67.4247), "B05": (84.3354, 64.5702),
        "B06": (97.8479, 61.7255), "B07": (103.9446, 61.3419), "B08": (101.4356, 60.2974), "B11": (72.3280, 47.8852),
        "B12": (56.6653, 42.5589),
    },
    "naip": {"Red": (123.675, 58.395), "Green": (116.28, 57.12), "Blue": (103.53, 57.375)},
}  # fmt: skip


def product_of(folder: Path) -> str:
    """Which product's images `folder` holds ("sentinel2", also in "sentinel2_small"), or an empty text."""
    name = folder.name.removesuffix("_small")
    if name not in PRODUCTS or not folder.is_dir():
        return ""
    first = next((image for image in folder.iterdir() if image.is_dir()), None)
    return name if first and any((first / bands).is_dir() for bands in PRODUCTS[name].bands) else ""


def recognises(folder: Path) -> bool:
    """Whether `folder` holds a product's images, or folders that do."""
    return any(product_of(place) for place in (folder, *_subfolders(folder)))


def scenes(folder: Path) -> Iterator[UngroupedEntry]:
    """All tiles of all products."""
    for place in [folder] if product_of(folder) else _subfolders(folder):
        if name := product_of(place):
            for image in sorted(path for path in place.iterdir() if path.is_dir()):
                yield from _tiles(name, image)


def _subfolders(folder: Path) -> list[Path]:
    names = [name + end for name in PRODUCTS for end in ("", "_small")]
    return [folder / name for name in sorted(names) if (folder / name).is_dir()]


def _tiles(name: str, image: Path) -> Iterator[UngroupedEntry]:
    tiles = {
        part: {path.name for path in (image / part).iterdir() if _TILE.fullmatch(path.name)}
        for part in PRODUCTS[name].bands
        if (image / part).is_dir()
    }
    for tile in sorted(set().union(*tiles.values())):
        yield _found(name, str(image), tuple(part for part in tiles if tile in tiles[part]), tile)


def _found(name: str, image: str, parts: tuple[str, ...], tile: str) -> UngroupedEntry:
    """The tile called `tile` ("1867_3287.png") of which `parts` are there."""
    product, units = PRODUCTS[name], OPTICAL["uint8"]
    bands, mean, std = _bands(name, parts)
    column, row = (int(number) for number in tile.removesuffix(".png").split("_"))
    world = 2**product.zoom
    west, east = (side * 360 / world - 180 for side in (column, column + 1))
    south, middle, north = (_latitude(side / world) for side in (row + 1, row + 0.5, row))
    entry = Entry(
        files=tuple(f"{image}{os.sep}{part}{os.sep}{tile}" for part in parts), collection="", sensor=product.sensor,
        modality=CATALOGUE[product.sensor].modality or "", bands=bands, scale=units.scale, offset=units.offset,
        decibel=False, units=units.id, mean=(), std=(), collection_mean=mean, collection_std=std,
        gsd_m=EQUATOR_M / world / TILE_PX * math.cos(math.radians(middle)), height=TILE_PX, width=TILE_PX,
        licence=product.licence, source=f"SatlasPretrain {name}",
    )  # fmt: skip
    spot = f"satlas zoom {product.zoom}/{column}_{row}"
    return UngroupedEntry(entry, f"satlas/{name}", spot, (), box(west, south, east, north))


@lru_cache
def _bands(name: str, parts: tuple[str, ...]) -> tuple[tuple[SceneBand, ...], tuple[float, ...], tuple[float, ...]]:
    """The bands of `parts`, and their statistics in model units; shared by millions of tiles."""
    product = PRODUCTS[name]
    known = {band.name: band for band in CATALOGUE[product.sensor].bands}
    places = [(file, i, band) for file, part in enumerate(parts) for i, band in enumerate(product.bands[part], start=1)]
    mean, std = zip(*(STATISTICS[name][band] for _, _, band in places), strict=True)
    scale = OPTICAL["uint8"].scale
    return (
        tuple(SceneBand(file, index, known[band]) for file, index, band in places),
        tuple(value * scale for value in mean),
        tuple(value * scale for value in std),
    )


def _latitude(down: float) -> float:
    """Degrees, at a share of the way down the square of Web Mercator."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * down))))
