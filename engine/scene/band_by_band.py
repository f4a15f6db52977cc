"""Windows of a file that keeps bands apart, read one band after the other, so that each block is decoded once.

Blocks of a single band fit into what GDAL keeps; those of hundreds do not. Decoding is all there is to do, so threads
share the bands, each with its own handle on the file.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.scene.windows import Span, Window

MOST_READERS = 4
"""Beyond, memory and disk are the limit."""

Pixels = NDArray[Any]
Read = Callable[[Span, Span, Sequence[int]], Pixels | list[Pixels]]
"""Reads rows and columns of some bands."""


def readers(bands: int) -> int:
    """How many threads share so many bands."""
    return max(1, min(MOST_READERS, os.cpu_count() or 1, bands))


def read_band_by_band(
    reads: Sequence[Read], windows: Sequence[Window], bands: Sequence[int], dtype: str | None
) -> list[Pixels | list[Pixels]]:
    """Pixels of each window, all of which are held at once: (bands, rows, cols).

    Args:
        reads: one for each thread.
        windows: ((row0, row1), (col0, col1)).
        bands: numbered from 1.
        dtype: of all bands; None: they differ, and lists of arrays (rows, cols) come back.
    """
    shapes = [(len(bands), *(stop - start for start, stop in window)) for window in windows]
    found: list[Any] = [np.empty(shape, dtype) if dtype else [None] * len(bands) for shape in shapes]

    def fill(place: int) -> None:
        for number in range(place, len(bands), len(reads)):
            for window, own_CHW in zip(windows, found, strict=True):
                own_CHW[number] = reads[place](*window, [bands[number]])[0]

    with ThreadPoolExecutor(len(reads), "decode") as pool:
        list(pool.map(fill, range(len(reads))))
    return found
