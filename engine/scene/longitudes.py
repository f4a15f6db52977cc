"""Longitudes: the same meridian has many numbers, which differ by whole turns of 360°.

Pure arithmetic on one axis, in the units of a CRS. Knows no files and no pixels.
"""

import math

import numpy as np
import pyproj
from numpy.typing import NDArray

Longitudes = NDArray[np.float64]
SLACK = 1e-9
"""Share of a turn that is rounding: 0.04 mm on the equator."""


def turn_of(crs: pyproj.CRS | None) -> float | None:
    """A full turn in the units of the CRS's longitudes (360, or 400 for grads); None where x is no longitude."""
    if crs is None or not crs.is_geographic:
        return None
    return round(math.tau / crs.axis_info[0].unit_conversion_factor, 9)


def turns_onto(
    west_N: Longitudes, east_N: Longitudes, onto: tuple[float, float], turn: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The least and the greatest number of turns (N,) that bring something to where it overlaps `onto`; 0, 0 for none.

    They differ where a thing lies on both ends of `onto`, or where `onto` is longer than a turn.

    Example:
        >>> turns_onto(np.array([-131.0, 170.0]), np.array([-129.0, 190.0]), (-180, 240), 360)
        (array([ 0, -1]), array([1, 0]))
    """
    thin_N = west_N == east_N  # half-open, as pixels are: the eastern edge belongs to the next pixel
    first_N, last_N = (onto[0] - east_N) / turn, (onto[1] - west_N) / turn
    least_N = np.where(thin_N, np.ceil(first_N - SLACK), np.floor(first_N + SLACK) + 1)
    most_N = np.ceil(last_N - SLACK) - 1
    found_N = most_N >= least_N
    return np.where(found_N, least_N, 0).astype(np.int64), np.where(found_N, most_N, 0).astype(np.int64)


def best_turn(span: tuple[float, float], onto: tuple[float, float], turn: float) -> int:
    """The number of turns with which `span` covers most of `onto`; 0 where none brings it there.

    Example:
        >>> best_turn((-140, -120), (220, 240), 360)
        1
    """
    least_N, most_N = turns_onto(np.array([span[0]], float), np.array([span[1]], float), onto, turn)

    def covered(k: int) -> float:
        return min(span[1] + k * turn, onto[1]) - max(span[0] + k * turn, onto[0])

    return max(range(int(least_N[0]), int(most_N[0]) + 1), key=lambda k: (covered(k), -abs(k)))


def nearest(longitudes_N: Longitudes, to_N: Longitudes | float, turn: float) -> Longitudes:
    """Each longitude by that of its numbers which is nearest to another longitude."""
    moved: Longitudes = longitudes_N + turn * np.round((to_N - longitudes_N) / turn)
    return moved
