"""Cubes that GDAL reads and a VRT cannot show, written once as a GeoTIFF into the user's cache.

A VRT can neither turn the axes of a cube nor look pixels up in a table. The copy is made block by block, so that memory
does not depend on the size of the product. It is named by what tells the source's content, and used again.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterWindow

from engine.errors import SceneError
from engine.progress import tell
from engine.scene.products.files import digest_of_ends
from engine.scene.windows import Span, aligned
from engine.user_folders import cache_folder
from engine.words import say

VERSION = 1
"""Of what a copy holds: one of another version is not used."""
TILE_PX = 128
"""Side of the copy's tiles: windows of a sample are 64 pixels wide."""
MOST_VALUES = 48_000_000
"""Numbers of a cube that are held at once."""
MOST_MISSING = 0.1
"""Share of the measured pixels that a band may lack before it is marked as bad: a pixel needs all bands in use."""
KEPT_BYTES, KEPT_S = 50 << 30, 86_400
"""Of all copies together, and how long one is certainly kept after it was used: beyond both, the oldest go."""
UNFINISHED = "unfinished-"
"""How the folder of a copy that is being written is called."""
WRITTEN = {"driver": "GTiff", "tiled": True, "blockxsize": TILE_PX, "blockysize": TILE_PX, "interleave": "band",
           "compress": "deflate", "zlevel": 1, "bigtiff": "if_safer", "sparse_ok": True}  # fmt: skip
NOTE = say("unpacking the product")


class Cube(Protocol):
    """Some of the copy's bands."""

    @property
    def places(self) -> Sequence[int]:
        """Numbers of the bands in what `read` reads from, from 0, in the order of the copy."""
        ...

    def read(self, lines: Span, samples: Span, places: Sequence[int]) -> NDArray[Any]:
        """Values (lines, samples, places) as the copy holds them."""
        ...


class Lookup(Protocol):
    """Where the pixels of the copy are in the cubes."""

    def __call__(self, rows: Span, cols: Span) -> tuple[NDArray[Any], NDArray[Any]]:
        """Line and sample (rows, cols) of each pixel of a window; below 0 where there is none."""
        ...


@dataclass(frozen=True)
class Copy:
    """A GeoTIFF to write.

    Attributes:
        source: the file or archive on this disk that holds the cubes.
        inside: its part that is meant, which the copy is called after.
        crs, transform, height, width: its grid.
        cubes: what is in its bands, in order.
        lookup: where its pixels are in all cubes.
        block: rows and columns that are looked up at once, multiples of `TILE_PX`.
        dtype, nodata: of its numbers.
    """

    source: Path
    inside: str
    crs: CRS
    transform: Affine
    height: int
    width: int
    cubes: tuple[Cube, ...]
    lookup: Lookup
    block: tuple[int, int]
    dtype: str
    nodata: float

    @property
    def file(self) -> Path:
        """Where it is, or will be."""
        content = f"{digest_of_ends([str(self.source)])} {self.source.stat().st_mtime_ns} {self.inside} {VERSION}"
        return _folder() / hashlib.sha256(content.encode()).hexdigest()[:16] / f"{Path(self.inside).stem}.tif"


def _folder() -> Path:
    return cache_folder() / "unpacked-products"


def make_copy(copy: Copy) -> Path:
    """The copy: as it is there, or written now.

    Raises:
        SceneError: the product cannot be read, or the copy cannot be written.
        Cancelled: the job was stopped; nothing of the copy stays.
    """
    file = copy.file
    try:
        if not file.is_file():
            _make_room(copy)
            file.parent.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=file.parent.parent) as folder:
                whole = Path(folder) / "whole"
                whole.mkdir()
                _write(copy, whole / file.name)
                with suppress(OSError):  # another process was quicker
                    whole.replace(file.parent)
        os.utime(file)
    except SceneError:
        raise
    except (OSError, RasterioError) as error:
        raise SceneError(
            "cannot unpack {name} into {folder}: {why}",
            "free some space there; what lies there may be deleted",
            name=copy.inside,
            folder=_folder(),
            why=" ".join(str(error).split()),
        ) from error
    return file


def _make_room(copy: Copy) -> None:
    """Delete what processes that were killed have left, and the copies not used for longest, where all are too many.

    Raises:
        OSError: the disk has no room for the copy, which is about as large as its source.
    """
    old = time.time() - KEPT_S
    for folder in _folder().glob(f"{UNFINISHED}*"):
        if folder.stat().st_mtime < old:
            shutil.rmtree(folder, ignore_errors=True)
    used = sorted((file.stat().st_mtime, file) for file in _folder().glob("*/*.tif"))
    held, need = sum(file.stat().st_size for _, file in used), copy.source.stat().st_size
    for moment, file in used:
        if held + need > KEPT_BYTES and moment < old:
            held -= file.stat().st_size
            shutil.rmtree(file.parent, ignore_errors=True)
    there = next(folder for folder in _folder().parents if folder.is_dir())
    if (free := shutil.disk_usage(there).free) < need:
        raise OSError(
            say("about {need} MB are needed, and {free} are free", need=need // 1_000_000, free=free // 1_000_000)
        )


def _write(copy: Copy, path: Path) -> None:
    steps = list(_steps(copy))
    count = sum(len(cube.places) for cube in copy.cubes)
    floats = np.dtype(copy.dtype).kind == "f"
    missing = np.zeros(count, np.int64)
    options = {**WRITTEN, "predictor": 3 if floats else 2}
    with (
        rasterio.Env(GDAL_CACHEMAX=64 << 20),
        rasterio.open(path, "w", count=count, crs=copy.crs, transform=copy.transform, height=copy.height,
                      width=copy.width, dtype=copy.dtype, nodata=copy.nodata, **options) as file,
    ):  # fmt: skip
        for done, (rows, cols) in enumerate(steps):
            line_HW, sample_HW = copy.lookup(rows, cols)
            if (line_HW >= 0).any():
                _fill(copy, file, (rows, cols), (line_HW, sample_HW), missing, (done * count, len(steps) * count))
            else:
                missing += line_HW.size
            tell((done + 1) * count, len(steps) * count, NOTE)
        outside = missing.min()  # what the fullest band lacks was not measured at all
        measured = copy.height * copy.width - outside
        for index, lacks in enumerate(missing - outside, 1):
            if floats and lacks > MOST_MISSING * measured:
                file.update_tags(index, bbl="0")


def _steps(copy: Copy) -> Iterator[tuple[Span, Span]]:
    for rows in aligned((0, copy.height), copy.block[0]):
        for cols in aligned((0, copy.width), copy.block[1]):
            yield rows, cols


def _fill(
    copy: Copy, file: rasterio.io.DatasetWriter, window: tuple[Span, Span],
    places: tuple[NDArray[Any], NDArray[Any]], missing: NDArray[np.int64], now: tuple[int, int],
) -> None:  # fmt: skip
    """Write one block, some bands at a time; `now`: bands of blocks that are done, of all."""
    (rows, cols), (line_HW, sample_HW) = window, places
    there_HW = line_HW >= 0
    lines, samples = _reach(line_HW[there_HW]), _reach(sample_HW[there_HW])
    most = max(1, MOST_VALUES // ((lines[1] - lines[0]) * (samples[1] - samples[0])))
    first = 0
    for cube in copy.cubes:
        for begin in range(0, len(cube.places), most):
            group = cube.places[begin : begin + most]
            values_LSB = cube.read(lines, samples, group)
            bands = range(first, first + len(group))
            for top, bottom in aligned((0, rows[1] - rows[0]), TILE_PX):
                inside_HW = there_HW[top:bottom]
                found = values_LSB[line_HW[top:bottom][inside_HW] - lines[0],
                                   sample_HW[top:bottom][inside_HW] - samples[0]]  # fmt: skip
                strip_BHW = np.full((len(group), *inside_HW.shape), copy.nodata, copy.dtype)
                strip_BHW[:, inside_HW] = found.T
                missing[bands] += (strip_BHW == copy.nodata).sum((1, 2))
                place = RasterWindow(cols[0], rows[0] + top, cols[1] - cols[0], bottom - top)
                file.write(strip_BHW, [band + 1 for band in bands], window=place)
            first += len(group)
            tell(now[0] + first, now[1], NOTE)


def _reach(indices: NDArray[Any]) -> Span:
    return int(indices.min()), int(indices.max()) + 1


def describe_copies(copies: Sequence[Copy]) -> str:
    """What a person reads of a product's copies: where they are, and how large; empty if there are none."""
    size = sum(copy.file.stat().st_size for copy in copies) / 1e6
    return say("{size:.1f} MB in {folder}, made once and used again", size=size, folder=_folder()) if copies else ""
