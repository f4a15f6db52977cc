"""Regions of a class map that are too small, and what takes their place. Arrays only: knows no classes and no files.

A region is pixels of one value that touch along their edges, as in the polygons of a map. It is small if its area is
below the minimum, unless it is long: the diagonal of its bounding box is `LENGTH` times the side of a square of the
minimum area, or more. Small regions of one value that touch by their corners may be long together: a road of single
pixels that runs diagonally. So roads and streams stay, and being small can be seen from nearby, which is why a map can
be cleaned window by window.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Bytes = NDArray[np.uint8]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Areas = Callable[[Ints, Floats], Floats]
"""From rows and columns (N,) in the window to the area (N,) of a pixel there."""

NOTHING = 0
"""The value of pixels without a class: they are in no region."""
ASIDE = 255
"""A value that no class has."""
LENGTH = 4.0
"""How many times as long as the side of a square of the minimum area a region must be to stay, whatever its area."""
AROUND = ((-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1))
ALONG_EDGES = 4
"""So many of them touch along an edge."""
VOTES = np.array([3, 3, 3, 3, 2, 2, 2, 2])
"""What they count: those across an edge are nearer than those across a corner."""
SLACK = 1e-9
"""Sums of areas are equal if they differ by no larger share."""


@dataclass(frozen=True)
class Minimum:
    """What a region must have to stay.

    Attributes:
        area: in the unit in which the areas of pixels are given.
        pixels: how many pixels from the middle of the map that is.
    """

    area: float
    pixels: float

    @property
    def length_px(self) -> float:
        """How long a region must be to stay whatever its area."""
        return LENGTH * math.sqrt(self.pixels)

    @property
    def rounds(self) -> int:
        """How many pixels deep small regions are filled in one pass over the map."""
        return max(2, math.ceil(math.sqrt(self.pixels)))

    @property
    def reach_px(self) -> int:
        """No pixel farther away, along either axis, has a say in what a pass makes of a pixel.

        A region that is cut off there is long as far as it is seen; so is a chain, whose members must be seen whole.
        """
        return 2 * math.ceil(self.length_px) + self.rounds + 2


@dataclass(frozen=True)
class _Runs:
    """Stretches of one value within a row: row, first column and length of each (U,); where they open (H, W)."""

    opens_HW: Bools
    row_U: Ints
    col_U: Ints
    length_U: Ints

    @classmethod
    def of(cls, values_HW: Bytes) -> "_Runs":
        opens_HW = np.ones(values_HW.shape, bool)
        opens_HW[:, 1:] = values_HW[:, 1:] != values_HW[:, :-1]
        first_U = np.flatnonzero(opens_HW)
        row_U, col_U = np.divmod(first_U, values_HW.shape[1])
        return cls(opens_HW, row_U, col_U, np.diff(first_U, append=values_HW.size))

    def joined(self, values_HW: Bytes, corners: bool) -> Ints:
        """The region (U,) of each run, from 0; `corners`: whether pixels touch by their corners, too."""
        run_HW = np.cumsum(self.opens_HW).reshape(values_HW.shape) - 1
        below_HW = values_HW[:-1] == values_HW[1:]
        new_HW = below_HW & (self.opens_HW[:-1] | self.opens_HW[1:])  # else the pair is the one of the pixel before
        pairs = [(run_HW[:-1][new_HW], run_HW[1:][new_HW])]
        left, right = slice(None, -1), slice(1, None)
        for one, other in ((left, right), (right, left)) if corners else ():
            corner_HW = (values_HW[:-1, one] == values_HW[1:, other]) & ~below_HW[:, one]
            pairs.append((run_HW[:-1, one][corner_HW], run_HW[1:, other][corner_HW]))
        edges_2E = np.concatenate([np.stack(pair) for pair in pairs], axis=1)
        graph = coo_array((np.ones(edges_2E.shape[1], bool), tuple(edges_2E)), shape=(len(self.row_U),) * 2)
        return np.asarray(connected_components(graph, directed=False)[1], np.int64)

    def lengths(self, region_U: Ints) -> Floats:
        """The diagonal (R,) of each region's bounding box, in pixels."""
        sides = []
        for low_U, high_U in ((self.row_U, self.row_U), (self.col_U, self.col_U + self.length_U - 1)):
            low_R, high_R = np.full(region_U.max() + 1, np.iinfo(np.int64).max), np.zeros(region_U.max() + 1, np.int64)
            np.minimum.at(low_R, region_U, low_U)
            np.maximum.at(high_R, region_U, high_U)
            sides.append(high_R - low_R + 1)
        length_R: Floats = np.hypot(*sides)
        return length_R

    def spread(self, of_U: Bools) -> Bools:
        """What is said of runs, for their pixels (H, W)."""
        found_HW: Bools = np.repeat(of_U, self.length_U).reshape(self.opens_HW.shape)
        return found_HW


def small(values_HW: Bytes, areas: Areas, minimum: Minimum) -> Bools:
    """Where the small regions are (H, W).

    Args:
        values_HW: classes from 1 to 254, `NOTHING` where there is none.
        areas: of pixels.
        minimum: what makes a region small.
    """
    runs = _Runs.of(values_HW)
    region_U = runs.joined(values_HW, corners=False)
    area_R = np.bincount(region_U, runs.length_U * areas(runs.row_U, runs.col_U + runs.length_U / 2))
    small_R = (area_R < minimum.area * (1 - SLACK)) & (runs.lengths(region_U) < minimum.length_px)
    small_HW = runs.spread(small_R[region_U]) & (values_HW != NOTHING)
    chained_HW = np.where(small_HW, values_HW, ASIDE)
    chains = _Runs.of(chained_HW)
    chain_U = chains.joined(chained_HW, corners=True)
    short_HW: Bools = chains.spread((chains.lengths(chain_U) < minimum.length_px)[chain_U])
    chained: Bools = small_HW & short_HW
    return chained


def fill(values_HW: Bytes, small_HW: Bools, rounds: int) -> tuple[Bytes, Bools]:
    """The values with small regions filled from their rim inwards, and which of their pixels are left as they were.

    In each round, a pixel with a settled neighbour along an edge takes one of these neighbours' values: the one that
    has most votes of all settled neighbours, of several the lowest. So what is filled is part of a region that stays.
    """
    shape = (values_HW.shape[0] + 2, values_HW.shape[1] + 2)
    values = np.pad(values_HW, 1).ravel()
    settled = np.pad(~small_HW & (values_HW != NOTHING), 1).ravel()
    around = np.array(AROUND) @ np.array([shape[1], 1])
    left_N = np.flatnonzero(np.pad(small_HW, 1))
    for _ in range(rounds):
        votes_N8 = settled[left_N[:, None] + around] * VOTES
        ready_N = votes_N8[:, :ALONG_EDGES].any(1)
        if not ready_N.any():
            break
        values[left_N[ready_N]] = _elected(values[left_N[ready_N, None] + around], votes_N8[ready_N])
        settled[left_N[ready_N]] = True
        left_N = left_N[~ready_N]
    left = np.zeros(len(values), bool)
    left[left_N] = True
    return values.reshape(shape)[1:-1, 1:-1], left.reshape(shape)[1:-1, 1:-1]


def _elected(values_N8: Bytes, votes_N8: Ints) -> Bytes:
    """The value (N,) of the neighbours along edges that has most votes of all neighbours."""
    total_N4 = np.stack(
        [((values_N8 == values_N8[:, k, None]) * votes_N8).sum(1) * (votes_N8[:, k] > 0) for k in range(ALONG_EDGES)], 1
    )
    most_N4 = total_N4 == total_N4.max(1, keepdims=True)
    elected_N: Bytes = np.where(most_N4, values_N8[:, :ALONG_EDGES], ASIDE).min(1)
    return elected_N
