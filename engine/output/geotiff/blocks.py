"""Square blocks of pixels: to bytes and back as TIFF stores them, and four of them to one of an overview.

Deflate (compression 8) after a predictor (TIFF 6.0, section 14; floating point: TIFF Technical Note 3). Pure
functions; they leave the interpreter's lock while they compress, so that blocks can be done on several threads.
"""

import zlib
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Block: TypeAlias = npt.NDArray[Any]
Reduce: TypeAlias = Callable[[Block, float], Block]
"""From an area (2 H, 2 W) and its nodata value to (H, W)."""

ZLEVEL, WINDOW_BITS, MEMORY = 1, 15, 9  # zlib's fastest level, its largest window, its largest tables
STRATEGY = zlib.Z_RLE  # looks for runs only: half the time of a search for repetitions, and no larger file
NONE, HORIZONTAL, FLOATING = 1, 2, 3  # predictors


def predictor_of(dtype: str) -> int:
    """The predictor that makes blocks of a type small: classes have none, neighbouring numbers differ little."""
    return FLOATING if dtype.startswith("float") else HORIZONTAL if dtype == "int16" else NONE


def encode(block_HW: Block, predictor: int) -> bytes:
    """The bytes of a block."""
    if predictor == FLOATING:  # the bytes of a row, highest ones first, each as what it adds to the one before
        planes = block_HW.astype(">f4").view(np.uint8).reshape(*block_HW.shape, 4).swapaxes(1, 2)
        stored = np.diff(planes.reshape(len(block_HW), -1), axis=1, prepend=np.uint8(0))
    elif predictor == HORIZONTAL:
        stored = np.diff(block_HW.astype("<i2"), axis=1, prepend=np.int16(0))
    else:
        stored = block_HW
    deflate = zlib.compressobj(ZLEVEL, zlib.DEFLATED, WINDOW_BITS, MEMORY, STRATEGY)
    return deflate.compress(np.ascontiguousarray(stored).data) + deflate.flush()


def decode(data: bytes, dtype: str, side_px: int, predictor: int) -> Block:
    """The block (side, side) that `encode` was given."""
    stored = zlib.decompress(data)
    if predictor == FLOATING:
        rows = np.cumsum(np.frombuffer(stored, np.uint8).reshape(side_px, -1), axis=1, dtype=np.uint8)
        planes = np.ascontiguousarray(rows.reshape(side_px, 4, side_px).swapaxes(1, 2))
        return planes.view(">f4")[..., 0].astype(dtype)
    if predictor == HORIZONTAL:
        return np.cumsum(np.frombuffer(stored, "<i2").reshape(side_px, side_px), axis=1, dtype=np.int16)
    return np.frombuffer(stored, dtype).reshape(side_px, side_px)


def is_blank(block_HW: Block, nodata: float) -> bool:
    """Whether a block holds nothing."""
    return bool((np.isnan(block_HW) if np.isnan(nodata) else block_HW == nodata).all())


def most_common(area: Block, nodata: float) -> Block:
    """The most common class of each four pixels, nodata only where there is nothing else; the first one of equals."""
    four = _fours(area)
    votes = (four[:, None] == four[None]).sum(1) * (four != nodata)
    common: Block = np.take_along_axis(four, votes.argmax(0)[None], 0)[0]
    return common


def mean(area: Block, nodata: float) -> Block:
    """The mean of each four pixels that are numbers; NaN where none is."""
    four = _fours(area)  # numpy.nanmean warns of the mean of nothing, and warnings are silenced for all threads or none
    known = ~np.isnan(four)
    counts = known.sum(0)
    total = np.where(known, four, 0).sum(0, dtype=area.dtype)
    average: Block = np.divide(total, counts, out=np.full_like(total, np.nan), where=counts > 0)
    return average


def _fours(area: Block) -> Block:
    """The four pixels (4, H, W) of each pixel of the overview."""
    return np.stack([area[row::2, col::2] for row in (0, 1) for col in (0, 1)])
