"""How the pixels of a file are stored, and where its blocks lie. Knows no files."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.output.geotiff import blocks, tags

SMALLEST_OVERVIEW_PX = 256
MISSING = 0  # place of a block that has not been written: the header lies there


@dataclass(frozen=True)
class TiffLayout:
    """How pixels are stored.

    Attributes:
        shape: bands, rows and columns.
        reduce: how four pixels become one of an overview; None for a file without overviews.
        tags: of the file, without size and blocks.
    """

    shape: tuple[int, int, int]
    dtype: str
    nodata: float
    block_px: int
    reduce: blocks.Reduce | None
    tags: tags.Tags

    @property
    def predictor(self) -> int:
        """How blocks are made small."""
        return blocks.predictor_of(self.dtype)

    @property
    def blank(self) -> npt.NDArray[Any]:
        """A block that holds nothing."""
        return np.full((self.block_px, self.block_px), self.nodata, self.dtype)


class TiffLevel:
    """Where the blocks of the file (level 0) or of an overview lie, band by band, row by row."""

    def __init__(self, bands: int, height: int, width: int, block_px: int) -> None:
        self.bands, self.height, self.width = bands, height, width
        self.down, self.across = -(-height // block_px), -(-width // block_px)
        self.offsets = np.full(bands * self.down * self.across, MISSING, np.uint64)
        self.sizes = np.zeros(len(self.offsets), np.uint64)

    def number(self, band: int, row: int, col: int) -> int:
        """The number of a block."""
        return (band * self.down + row) * self.across + col

    def place(self, number: int) -> tuple[int, int, int]:
        """Band, row and column of a block."""
        band, rest = divmod(number, self.down * self.across)
        return band, *divmod(rest, self.across)


def levels_of(layout: TiffLayout) -> list[TiffLevel]:
    """The file itself and its overviews, each half as large as the one before, down to what a small window shows."""
    bands, height, width = layout.shape
    found = [TiffLevel(bands, height, width, layout.block_px)]
    while layout.reduce and max(height, width) // 2 >= SMALLEST_OVERVIEW_PX:
        height, width = -(-height // 2), -(-width // 2)
        found.append(TiffLevel(bands, height, width, layout.block_px))
    return found
