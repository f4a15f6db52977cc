"""How memory goes back to the system: large arrays at once, so that a process stays as small as what it holds.

Knows glibc, whose own rule is the reason; other C libraries are left alone.
"""

import ctypes
import sys

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3  # as `malloc.h` of glibc numbers them
LARGE_BYTES = 16 << 20
"""Strips of a scene are larger; what is made of a block of pixels is smaller, and would cost a page fault for every
four kilobytes each time."""


def return_gaps() -> None:
    """Give back what is free between arrays in use.

    Of hundreds of bands that are resampled together GDAL keeps small blocks, and when it forgets the oldest, gaps
    are left that larger arrays do not fit in: 0.8 GB after a scene of 490 million values.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim:
        trim(0)


def return_large_arrays() -> None:
    """Have each array of `LARGE_BYTES` or more given back to the system when it is freed.

    glibc does so at first, too, but takes the size of the largest array that was ever freed for its new limit, up to
    32 MB. From then on strips of a scene lie in heaps with gaps between them, and memory grows as a scene streams by.
    """
    if not sys.platform.startswith("linux"):
        return
    tell = getattr(ctypes.CDLL(None), "mallopt", None)
    if tell:
        tell(MMAP_THRESHOLD, LARGE_BYTES)
        tell(TRIM_THRESHOLD, 2 * LARGE_BYTES)
