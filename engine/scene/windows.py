"""Windows of pixels, tokens or tiles, and how they are cut. Pure integer arithmetic.

Windows are half-open, and rows come before columns: ``((row0, row1), (col0, col1))``.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Span: TypeAlias = tuple[int, int]
Window: TypeAlias = tuple[Span, Span]


def area(window: Window) -> int:
    """How many pixels, tokens or tiles a window holds."""
    (row0, row1), (col0, col1) = window
    return (row1 - row0) * (col1 - col0)


def hull(one: Window, other: Window) -> Window:
    """The smallest window that holds both."""
    (rows, cols), (more_rows, more_cols) = one, other
    return (
        (min(rows[0], more_rows[0]), max(rows[1], more_rows[1])),
        (min(cols[0], more_cols[0]), max(cols[1], more_cols[1])),
    )


def grown(window: Window, margin_px: int, height: int, width: int) -> Window:
    """The window with a margin on every side, as far as the scene goes."""
    (row0, row1), (col0, col1) = window
    return (
        (max(0, row0 - margin_px), min(height, row1 + margin_px)),
        (max(0, col0 - margin_px), min(width, col1 + margin_px)),
    )


def cut(span: Span, step: int) -> Iterator[Span]:
    """Consecutive pieces of `step`, the last one shorter."""
    for start in range(span[0], span[1], step):
        yield start, min(start + step, span[1])


def aligned(span: Span, step: int) -> Iterator[Span]:
    """The pieces of a span between multiples of `step`; the first and the last one may be shorter."""
    for start in range(span[0] // step * step, span[1], step):
        yield max(start, span[0]), min(start + step, span[1])


def shares(span: Span, step: int, count: int) -> list[Span]:
    """A span in at most `count` pieces of about the same length that meet at multiples of `step`."""
    steps = list(aligned(span, step))
    edges = [len(steps) * share // min(count, len(steps)) for share in range(min(count, len(steps)) + 1)]
    return [(steps[first][0], steps[last - 1][1]) for first, last in pairwise(edges)]


def scattered(height: int, width: int, side_px: int, max_pixels: int) -> Iterator[Window]:
    """Windows spread evenly over a scene that hold about `max_pixels` in all; the whole scene if it is small."""
    if width * height <= max_pixels:
        yield (0, height), (0, width)
        return
    side_r, side_c = min(side_px, height), min(side_px, width)
    wanted = max(1.0, max_pixels / (side_r * side_c))
    n_rows = round(min(max(1.0, math.sqrt(wanted * height / width)), height / side_r, wanted)) or 1
    n_cols = int(min(max(1.0, wanted / n_rows), width / side_c))
    for i in range(n_rows):
        row0 = (height - side_r) * (2 * i + 1) // (2 * n_rows)
        for j in range(n_cols):
            col0 = (width - side_c) * (2 * j + 1) // (2 * n_cols)
            yield (row0, row0 + side_r), (col0, col0 + side_c)


def snapped(windows: Iterable[Window], shape: tuple[int, int], block: tuple[int, int]) -> list[Window]:
    """Each window moved into the nearest block of a raster, along the axes on which it is no longer than a block."""
    moved = ((_snapped(rows, shape[0], block[0]), _snapped(cols, shape[1], block[1])) for rows, cols in windows)
    return list(dict.fromkeys(moved))


def _snapped(span: Span, size: int, side: int) -> Span:
    if span[1] - span[0] > side:
        return span
    start = min(round(span[0] / side), (size - 1) // side) * side
    return start, min(start + side, size)


def in_blocks(window: Window, block: tuple[int, int], kept: int) -> list[Window]:
    """The window in parts that lie in at most `kept` blocks each, as long along the rows as these allow."""
    rows, cols = window
    across = len(list(aligned(cols, block[1])))
    high = max(1, kept // across)
    return list(product(aligned(rows, high * block[0]), aligned(cols, min(across, kept) * block[1])))


def by_block(windows: Iterable[Window], block: tuple[int, int]) -> list[Window]:
    """Windows in the order of the blocks that they begin in, so that what lies together is read together; each once."""
    return sorted(set(windows), key=lambda window: (window[0][0] // block[0], window[1][0] // block[1], window))


def panels(window: Window, width: int) -> list[Window]:
    """The window in pieces of `width` columns, so that memory does not grow with the width of a scene."""
    return [(window[0], cols) for cols in cut(window[1], width)]


def drawn(windows: Iterable[Window], count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Rows and columns of `count` pixels of some windows, in their order; always the same ones."""
    grids = [np.mgrid[slice(*rows), slice(*cols)].reshape(2, -1) for rows, cols in windows]
    places_2N = np.concatenate(grids, axis=1)
    drawn_N = np.sort(np.random.default_rng(0).permutation(places_2N.shape[1])[:count])
    return places_2N[0, drawn_N], places_2N[1, drawn_N]


def along_border(height: int, width: int, window_px: int, count: int) -> list[Window]:
    """Windows of at most so many pixels a side along the border of a scene, `count` a side, evenly spread."""
    spans = [
        [
            (start, start + min(window_px, size))
            for start in (round(place * max(0, size - window_px) / (count - 1)) for place in range(count))
        ]
        for size in (height, width)
    ]
    ends = [(along[0], along[-1]) for along in spans]
    return list(dict.fromkeys((rows, cols) for rows, cols in product(*spans) if rows in ends[0] or cols in ends[1]))
