"""Windows of a file that keeps bands apart, read one band after the other, so that each block is decoded once.

Blocks of a single band fit into what GDAL keeps; those of hundreds do not. Windows in the same blocks are cut from one
read: rasterio looks at all bands of the file for each, which takes longer than to decode some. Threads share the
bands, each with its own handle on the file.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window as RasterWindow

from engine.scene.windows import Span, Window, area, hull

MOST_READERS = 4
"""Beyond, memory and disk are the limit."""
MOST_PX = 1 << 22
"""Of a read from which windows are cut: memory is bounded, and a read holds many."""

Pixels = NDArray[Any]
Read = Callable[[Span, Span, Sequence[int]], Pixels | list[Pixels]]
"""Reads rows and columns of some bands."""


def readers(bands: int) -> int:
    """How many threads share so many bands."""
    return max(1, min(MOST_READERS, os.cpu_count() or 1, bands))


def read_band_by_band(
    reads: Sequence[Read],
    windows: Sequence[Window],
    bands: Sequence[int],
    dtype: str | None,
    block_shape: tuple[int, int],
) -> list[Pixels | list[Pixels]]:
    """Pixels of each window, all of which are held at once: (bands, rows, cols).

    Args:
        reads: one for each thread.
        windows: ((row0, row1), (col0, col1)).
        bands: numbered from 1.
        dtype: of all bands; None: they differ, and lists of arrays (rows, cols) come back.
        block_shape: rows and columns of the file's blocks.
    """
    shapes = [(len(bands), *(stop - start for start, stop in window)) for window in windows]
    found: list[Any] = [np.empty(shape, dtype) if dtype else [None] * len(bands) for shape in shapes]
    groups = list(grouped(windows, block_shape))

    def fill(share: int) -> None:
        for number in range(share, len(bands), len(reads)):
            for whole, places in groups:
                whole_HW = reads[share](*whole, [bands[number]])[0]
                for place in places:
                    part_HW = whole_HW[_within(whole, windows[place])]
                    found[place][number] = part_HW if dtype else part_HW.copy()

    with ThreadPoolExecutor(len(reads), "decode") as pool:
        list(pool.map(fill, range(len(reads))))
    return found


def read_by_dtype(
    dataset: rasterio.DatasetReader, dtypes: Sequence[str], window: RasterWindow, bands: Sequence[int]
) -> list[Pixels]:
    """A window of each of some bands (rows, cols) of different dtypes: rasterio reads bands of one at a time.

    As few reads as there are dtypes, as rasterio looks at all bands of the file for each.
    """
    found: dict[int, Pixels] = {}
    for dtype in dict.fromkeys(dtypes[band - 1] for band in bands):
        alike = [band for band in dict.fromkeys(bands) if dtypes[band - 1] == dtype]
        found |= zip(alike, dataset.read(alike, window=window), strict=True)
    return [found[band] for band in bands]


def grouped(windows: Sequence[Window], block_shape: tuple[int, int]) -> Iterator[tuple[Window, list[int]]]:
    """What to read, and the numbers of the windows in it: those that share blocks, as far as `MOST_PX` allows."""
    groups: list[tuple[Window, Window, list[int]]] = []  # what to read, as whole blocks, and the windows in it
    for place, window in enumerate(windows):
        inside, blocks, places = window, _blocks(window, block_shape), [place]
        for group in tuple(groups):
            joint = hull(inside, group[0])
            if _meet(blocks, group[1]) and area(joint) <= MOST_PX:
                inside, blocks, places = joint, hull(blocks, group[1]), [*group[2], *places]
                groups.remove(group)
        groups.append((inside, blocks, places))
    return ((inside, places) for inside, _, places in groups)


def _blocks(window: Window, block_shape: tuple[int, int]) -> Window:
    """The blocks that hold a pixel of the window, counted along both axes."""
    rows, cols = ((start // side, -(-stop // side)) for (start, stop), side in zip(window, block_shape, strict=True))
    return rows, cols


def _meet(one: Window, other: Window) -> bool:
    return all(start < end and begin < stop for (start, stop), (begin, end) in zip(one, other, strict=True))


def _within(whole: Window, window: Window) -> tuple[slice, slice]:
    """Where a window lies in one that holds it."""
    down, right = (slice(start - first, stop - first) for (start, stop), (first, _) in zip(window, whole, strict=True))
    return down, right
