"""Tiles of one mosaic as one scene: the rasters in a folder, with the same bands on one grid, beside each other."""

import warnings
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from engine.errors import SceneError
from engine.gdal import containers, gdal_names
from engine.gdal.virtual import hold_vrt
from engine.scene.products.assembly import Document
from engine.scene.products.grid import Grid
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand
from engine.words import say

OURS = "OFA_VERSION"
"""The tag that every raster we write carries: maps lie beside what they were made of."""
MOST_TILES = 500
"""Rasters in a folder that are opened at once, as a process may hold about a thousand files."""
MOST_SHARED = 0.5
"""Share of a tile that another one may cover: beyond, they are two images of one place and no mosaic."""
OFF_GRID = 0.01
"""Pixels by which a tile may lie beside the grid of the others."""

Box = tuple[int, int, int, int]
"""Of a tile: first row, first column, and the ones after the last."""


def mosaic(name: str, *, adjoining: bool = False) -> Product | None:
    """The tiles in the folder called `name` as one scene; None if these are not tiles.

    Args:
        name: of the folder.
        adjoining: whether there may be no gap that parts some tiles from the others: scenes of one zone that lie far
            from each other are often on one grid, too.

    Raises:
        SceneError: there are too many, or they have masks of their own.
    """
    folder = Path(name)
    if not gdal_names.is_plain(name) or not folder.is_dir():
        return None
    title = gdal_names.short(name)
    suffixes = containers.RASTERS - {".vrt"}
    try:
        names = sorted(path for path in folder.absolute().iterdir() if path.suffix.lower() in suffixes)
    except OSError:
        return None
    if len(names) > MOST_TILES:
        raise SceneError(
            "{name} holds {count} rasters, of which {most} can be joined here",
            _way_out(title),
            name=title,
            count=len(names),
            most=MOST_TILES,
        )
    with ExitStack() as files, warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            rasters = [files.enter_context(rasterio.open(path)) for path in names]
        except RasterioError:
            return None
        tiles = [each for each in rasters if not each.transform.is_identity and OURS not in each.tags()]
        if len(tiles) < 2 or len(set(map(_kind, tiles))) > 1:
            return None
        return _joined(title, tiles, adjoining)


def _way_out(title: str) -> str:
    return say("join them first: gdalbuildvrt {name}.vrt {name}/*.tif; then give {name}.vrt", name=title)


def _kind(tile: rasterio.DatasetReader) -> tuple[object, ...]:
    """What all tiles of a mosaic have in common."""
    bands = tile.count, tile.dtypes, tile.nodatavals, tile.descriptions, tile.colorinterp, tile.scales, tile.offsets
    return *map(str, bands), tile.crs and tile.crs.to_wkt(), tile.res, tile.transform.b, tile.transform.d


def _joined(title: str, tiles: Sequence[rasterio.DatasetReader], adjoining: bool) -> Product | None:
    """The scene of some tiles; None if they do not lie beside each other on one grid, or not as `adjoining` wants."""
    first = tiles[0]
    if first.transform.e >= 0 or first.transform.b or first.transform.d:
        return None
    places = [Grid.of(first).place(tile) for tile in tiles]
    if any(abs(along - round(along)) > OFF_GRID for place in places for along in place):
        return None
    top, left = (round(min(place[axis] for place in places)) for axis in (0, 1))
    boxes = [
        (round(row) - top, round(col) - left, round(row) - top + tile.height, round(col) - left + tile.width)
        for (row, col), tile in zip(places, tiles, strict=True)
    ]
    if _overlap(boxes) or (adjoining and not _connected(boxes)):
        return None
    masks = first.mask_flag_enums[0]
    if MaskFlags.per_dataset in masks and MaskFlags.alpha not in masks:
        raise SceneError(
            "the tiles in {name} have masks of their own",
            _way_out(title),
            name=title,
        )
    height, width = (max(box[axis] for box in boxes) for axis in (2, 3))
    grid = Grid(first.crs, first.transform @ Affine.translation(left, top), width, height)
    document = Document(grid, first.block_shapes[0])
    alike = [tile.tags() for tile in tiles]
    tags = {tag: value for tag, value in first.tags().items() if all(each.get(tag) == value for each in alike)}
    for index in first.indexes:
        document.add_tiles(tiles, index)
    bands = tuple(ProductBand(first.descriptions[index - 1] or "", "", index) for index in first.indexes)
    flags: tuple[Flag, ...] = ()
    if first.nodatavals[0] is None and ColorInterp.alpha not in first.colorinterp and not _filled(boxes, height, width):
        document.add_cover(tiles)
        flags = (Flag(NOTHING, "", first.count + 1, (0,)),)
    name = hold_vrt(title, str(document))
    return Product(
        say("mosaic of {count} tiles", count=len(tiles)),
        tuple(replace(band, file=name) for band in bands),
        tuple(replace(flag, file=name) for flag in flags),
        tags,
        made_of={name: tuple(tile.name for tile in tiles)},
    )


def _overlap(boxes: Sequence[Box]) -> bool:
    """Whether two tiles share more than a part of the smaller one."""
    ordered = sorted(boxes)
    for place, (_, left, bottom, right) in enumerate(ordered):
        for top, west, south, east in ordered[place + 1 :]:
            if top >= bottom:
                break
            shared = (min(bottom, south) - top) * max(min(right, east) - max(left, west), 0)
            smaller = min((bottom - ordered[place][0]) * (right - left), (south - top) * (east - west))
            if shared > MOST_SHARED * smaller:
                return True
    return False


def _connected(boxes: Sequence[Box]) -> bool:
    """Whether one can walk from each tile to each other one over tiles that touch, be it at a corner."""
    reached, apart = [boxes[0]], list(boxes[1:])
    for top, left, bottom, right in reached:  # it grows meanwhile
        near = [box for box in apart if box[0] <= bottom and box[2] >= top and box[1] <= right and box[3] >= left]
        apart = [box for box in apart if box not in near]
        reached += near
    return not apart


def _filled(boxes: Sequence[Box], height: int, width: int) -> bool:
    """Whether the tiles leave no hole in their common rectangle."""
    rows = np.unique([0, height, *(edge for box in boxes for edge in (box[0], box[2]))])
    cols = np.unique([0, width, *(edge for box in boxes for edge in (box[1], box[3]))])
    there = np.zeros((len(rows) - 1, len(cols) - 1), bool)
    for top, left, bottom, right in boxes:
        down, across = np.searchsorted(rows, (top, bottom)), np.searchsorted(cols, (left, right))
        there[slice(*down), slice(*across)] = True
    return bool(there.all())
