"""A whole class map cleaned window by window. Memory does not grow with the map, and no seam shows.

Each window is looked at with everything around it that has a say (`Minimum.reach_px`), so the result is the same
whatever the windows are.
"""

from itertools import product

import numpy as np

from engine.cleaning.small_regions import Areas, Bytes, Floats, Ints, Minimum, fill, small
from engine.progress import Report
from engine.scene.pixel_geometry import PixelGeometry
from engine.scene.windows import Window, cut, grown

WINDOW_PX = 2048
MOST_PIXELS = 40_000
"""Of a minimum area: a window and all around it that has a say are then 32 million pixels."""


def clean(
    values_HW: Bytes,
    spare_HW: Bytes,
    geometry: PixelGeometry | None,
    minimum: Minimum,
    report: Report,
    window_px: int = WINDOW_PX,
) -> tuple[Bytes, int]:
    """The map without its small regions (one of the two arrays), and how many pixels of such regions are left.

    Those lie where no larger region is near: between pixels without a class, or at the border.

    Args:
        values_HW: classes from 1 to 254, 0 where there is none. May be a file that is mapped into memory.
        spare_HW: room for another map. Both are overwritten.
        geometry: the ground beneath the map; without one, areas are counted in pixels.
        minimum: what makes a region small.
        report: told the windows done; raises to stop.
        window_px: side of the windows.
    """
    left = values_HW.size
    while True:
        before, left = left, 0
        rows, cols = (cut((0, side), window_px) for side in values_HW.shape)
        windows = list(product(rows, cols))
        for done, window in enumerate(windows):
            report(done, len(windows), "filling small regions")
            left += _clean_window(values_HW, spare_HW, geometry, minimum, window)
        values_HW, spare_HW = spare_HW, values_HW
        if left in (0, before):
            return values_HW, left


def _clean_window(
    values_HW: Bytes, out_HW: Bytes, geometry: PixelGeometry | None, minimum: Minimum, window: Window
) -> int:
    """Clean one window; the pixels in small regions that are left in it."""
    (row0, row1), (col0, col1) = window
    (top, bottom), (left, right) = grown(window, minimum.reach_px, *values_HW.shape)
    seen_HW = np.array(values_HW[top:bottom, left:right])
    small_HW = small(seen_HW, areas_of(geometry, top, left), minimum)
    filled_HW, left_HW = fill(seen_HW, small_HW, minimum.rounds)
    core = slice(row0 - top, row1 - top), slice(col0 - left, col1 - left)
    out_HW[row0:row1, col0:col1] = filled_HW[core]
    return int(left_HW[core].sum())


def areas_of(geometry: PixelGeometry | None, top: int = 0, left: int = 0) -> Areas:
    """The areas of pixels of a window that begins at row `top` and column `left`: m², or 1 where nobody knows."""

    def areas(rows_N: Ints, cols_N: Floats) -> Floats:
        if geometry is None:
            return np.ones(len(rows_N))
        return geometry.area_m2(top + rows_N + 0.5, left + cols_N)

    return areas


def minimum_of(area_m2: float, geometry: PixelGeometry, shape: tuple[int, int]) -> Minimum:
    """An area on the ground."""
    rows, cols = shape
    (pixel_m2,) = geometry.area_m2(np.array([rows / 2]), np.array([cols / 2]))
    return Minimum(area_m2, max(1.0, area_m2 / float(pixel_m2)))
