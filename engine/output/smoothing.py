"""Outlines of regions without their stairs, and without gaps: a border that two polygons share moves for both alike.

Each corner of pixels through which one border passes moves halfway towards the middle of its two neighbours along
the border, `ROUNDS` times. A corner where more than two stretches of border meet stays, and so do the corners of the
map. What a corner moves by depends on the border alone, and sums of halves and quarters are exact, so both polygons
have the very same points.

Borders do not cross: after two rounds a point is the mean of itself and two neighbours to either side, weighted 6, 4
and 1 of 16, so along neither axis it is more than (4 + 2 + 1) / 16 < 1/2 pixels from where it was; borders that are
not joined were a pixel apart. A third round would break that.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from shapely import Polygon

ROUNDS = 2

Bools: TypeAlias = NDArray[np.bool_]
Points: TypeAlias = NDArray[np.float64]
Fixed: TypeAlias = Callable[[NDArray[np.int64], NDArray[np.int64]], Bools]
"""From rows and columns (N,) of corners, to whether they stay (N,)."""


def junctions(source: rasterio.DatasetReader, path: Path) -> Fixed:
    """Which corners of pixels stay: those of the map, and where other than two stretches of border meet.

    Args:
        source: the map.
        path: a file to keep them in, a byte for each pixel: for maps that are larger than memory.
    """
    height, width = source.shape
    with path.open("wb") as file:
        above_W = np.full(width + 2, np.iinfo(np.int64).min)
        for row in range(height + 1):
            below_W = np.full(width + 2, np.iinfo(np.int64).min)
            if row < height:
                below_W[1:-1] = source.read(1, window=((row, row + 1), (0, width)))[0]
            across = (above_W != below_W).astype(np.uint8)
            borders = across[:-1] + across[1:] + (above_W[:-1] != above_W[1:]) + (below_W[:-1] != below_W[1:])
            stays = borders != 2
            stays[[0, -1]] |= row in (0, height)
            file.write(stays.tobytes())
            above_W = below_W
    kept_HW = np.memmap(path, np.bool_, "r", shape=(height + 1, width + 1))
    return lambda rows_N, cols_N: np.asarray(kept_HW[rows_N, cols_N])


def smoothed(polygons: NDArray[np.object_], transform: Affine, fixed: Fixed) -> NDArray[np.object_]:
    """The polygons with smooth borders; their corners are those of pixels, `transform` maps these."""
    return np.array([_polygon(each, transform, fixed) for each in polygons], object)


def _polygon(polygon: Polygon, transform: Affine, fixed: Fixed) -> Polygon:
    outer, *holes = (
        _ring(np.asarray(ring.coords), transform, fixed) for ring in (polygon.exterior, *polygon.interiors)
    )
    return shapely.Polygon(outer, holes)


def _ring(xy_N2: Points, transform: Affine, fixed: Fixed) -> Points:
    """One closed ring: every corner of a pixel on it is a point, moved, and kept where the border bends."""
    corners_N2 = np.rint(np.stack(~transform @ tuple(xy_N2.T), axis=1)).astype(np.int64)  # columns, rows
    steps_N2 = np.diff(corners_N2, axis=0)
    count_N = np.abs(steps_N2).max(1)
    within_M = np.arange(count_N.sum()) - np.repeat(np.cumsum(count_N) - count_N, count_N)
    at_M2 = np.repeat(corners_N2[:-1], count_N, axis=0) + within_M[:, None] * np.repeat(
        np.sign(steps_N2), count_N, axis=0
    )
    stays_M = fixed(at_M2[:, 1], at_M2[:, 0])
    point_M2 = at_M2.astype(float)
    for _ in range(ROUNDS):
        middle_M2 = (np.roll(point_M2, 1, axis=0) + np.roll(point_M2, -1, axis=0)) / 4 + point_M2 / 2
        point_M2 = np.where(stays_M[:, None], point_M2, middle_M2)
    before_M2, after_M2 = point_M2 - np.roll(point_M2, 1, axis=0), np.roll(point_M2, -1, axis=0) - point_M2
    bends_M = before_M2[:, 0] * after_M2[:, 1] != before_M2[:, 1] * after_M2[:, 0]
    kept_M2 = point_M2[bends_M | stays_M]
    x_M, y_M = transform @ tuple(kept_M2.T)
    return np.stack([np.append(x_M, x_M[0]), np.append(y_M, y_M[0])], axis=1)
