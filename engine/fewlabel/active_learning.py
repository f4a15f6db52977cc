"""Where one more label would help most: the places of which a map is least certain, apart from each other.

Pure arithmetic on a map and its confidence; knows no files and no labels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter
from scipy.spatial import cKDTree

SMOOTH_PX = 9
"""Side of the box over which doubt is averaged: single doubtful pixels are borders, which nobody can label."""
SPACING = 4
"""At most about this many places fit along the shorter side: a second place next to the first teaches little."""
NEAR_PX = 16
"""Pixels so near each other are likely to show the same thing."""
FIRST = 2.0
"""More than any doubt."""
LEAST_KNOWN = 0.5
"""Share of a box that must hold data for its mean to count."""


@dataclass(frozen=True)
class UncertainPixel:
    """A pixel of the map and the mean confidence around it."""

    row: int
    col: int
    confidence: float


def in_the_midst(at_2P: NDArray[np.int64]) -> tuple[int, int]:
    """Row and column of the pixel that has the most others of the given ones within `NEAR_PX`."""
    neighbours_P = cKDTree(at_2P.T).query_ball_point(at_2P.T, NEAR_PX, return_length=True)
    row, col = at_2P[:, int(neighbours_P.argmax())].tolist()
    return row, col


def least_certain(
    classes_HW: NDArray[np.uint8],
    confidence_HW: NDArray[np.float32],
    most: int,
    first: tuple[int, int] | None = None,
) -> list[UncertainPixel]:
    """At most `most` places, least certain first, of each class no more than its share and one more.

    `first`, if the map has a class there, comes before all others.
    """
    valid_HW = classes_HW > 0
    if most < 1 or not valid_HW.any():
        return []
    doubt_HW = _smoothed(np.where(valid_HW, 1 - np.nan_to_num(confidence_HW), 0), valid_HW)
    left_HW = np.where(valid_HW, doubt_HW, -np.inf)
    if first and np.isfinite(left_HW[first]):
        left_HW[first] = FIRST
    quota = -(-most // len(np.unique(classes_HW[valid_HW]))) + 1
    apart = max(SMOOTH_PX, min(classes_HW.shape) // SPACING)
    found: list[UncertainPixel] = []
    counts = np.zeros(256, int)
    while len(found) < most:
        row, col = np.unravel_index(int(left_HW.argmax()), left_HW.shape)
        if not np.isfinite(left_HW[row, col]):
            break
        found.append(UncertainPixel(int(row), int(col), float(1 - doubt_HW[row, col])))
        left_HW[max(0, row - apart) : row + apart + 1, max(0, col - apart) : col + apart + 1] = -np.inf
        here = classes_HW[row, col]
        counts[here] += 1
        if counts[here] == quota:
            left_HW[classes_HW == here] = -np.inf
    return found


def _smoothed(values_HW: NDArray[np.floating], valid_HW: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Mean of the valid pixels in a box; -inf where there are too few."""
    known_HW = uniform_filter(valid_HW.astype(np.float64), SMOOTH_PX, mode="constant")
    sums_HW = uniform_filter(values_HW.astype(np.float64), SMOOTH_PX, mode="constant")
    enough = min(LEAST_KNOWN, float(known_HW.max()))  # in a map of few pixels, the fullest boxes count
    means_HW: NDArray[np.float64] = np.where(
        known_HW >= enough * (1 - 1e-9), sums_HW / np.maximum(known_HW, 1e-9), -np.inf
    )
    return means_HW
