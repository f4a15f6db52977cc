"""A region of like pixels around one of them, for a range of tolerances: growing that stops at edges.

Pure arithmetic on arrays: knows no files, no model and no labels. A pixel is as far away as the larger of two numbers:
how much it differs from the seed (spectra, and deep features where there are any), and how steep the picture is there,
so that growth does not cross a strong edge between two pixels that are both a little like the seed. The region at a
tolerance is what is connected to the seed by pixels no farther than that; so regions are nested.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

LEVELS = 24
NEAR_PX, NEAR_SHARE, FAR_SHARE = 3, 0.25, 0.7
"""Tolerances go from what a quarter of the pixels up to so many px from the seed need to what 70 % of the window do."""
LEAST_RANGE = 4.0  # the largest tolerance, at least, in units of the smallest
MOST_BANDS = 12  # more are averaged with their neighbours, which is quicker and drops noise
DEEP_WEIGHT = 0.5
"""Of the distance in deep features beside that of spectra: these are a token wide, and blur borders."""
FLATTEST = 0.1
"""Z-scores: a window more even than this is not stretched further, or noise would look like fields."""
MOST_HOLE_PX = 12  # holes up to this size are speckle, and are filled
FEWEST_PX = 16  # a smaller region is not proposed
MOST_SHARE, MOST_CUT_SHARE = 0.6, 0.1
"""Of the window: a larger region is not proposed, nor one above the second share that the window cuts off."""
EXCHANGES = (
    (1, 2), (4, 5), (7, 8), (0, 1), (3, 4), (6, 7), (1, 2), (4, 5), (7, 8), (0, 3),
    (5, 8), (4, 7), (3, 6), (1, 4), (2, 5), (4, 7), (4, 2), (6, 4), (4, 2),
)  # fmt: skip
"""Leave the median of nine values in the fifth place (Paeth, Median finding on a 3 x 3 grid, Graphics Gems, 1990)."""

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class GrownRegion:
    """The region at a tolerance, as pixels of the window."""

    tolerance: float
    region_HW: Bools

    @property
    def pixels(self) -> int:
        """How many pixels it has."""
        return int(self.region_HW.sum())


def grown_regions(
    x_CHW: Floats, valid_HW: Bools, seed: tuple[int, int], deep_HW: Floats | None = None
) -> list[GrownRegion]:
    """The regions around a pixel at `LEVELS` tolerances, the smallest first.

    Args:
        x_CHW: z-scores of the window's pixels.
        valid_HW: which of them hold data; no other is ever inside.
        seed: row and column of a pixel that does.
        deep_HW: how far the pixels are from the seed in deep features, as `deep_distance` says.
    """
    apart_HW, edge_HW = distances(x_CHW, valid_HW, seed)
    if deep_HW is not None:
        apart_HW = np.hypot(apart_HW, DEEP_WEIGHT * deep_HW)
    far_HW = np.where(valid_HW, np.maximum(apart_HW, edge_HW), np.inf)
    far_HW[seed] = 0
    near_HW = np.where(valid_HW, apart_HW, np.inf)
    steps = tolerances(far_HW, seed)
    return [GrownRegion(float(step), _region(far_HW <= step, near_HW <= step, valid_HW, seed)) for step in steps]


def tolerances(far_HW: Floats, seed: tuple[int, int]) -> NDArray[np.float64]:
    """From noise to most of the window, each larger than the one before by the same factor."""
    near = far_HW[_around(seed, far_HW.shape, NEAR_PX)]
    least = float(np.quantile(near[np.isfinite(near)], NEAR_SHARE)) or float(np.finfo(np.float32).eps)
    most = float(np.quantile(far_HW[np.isfinite(far_HW)], FAR_SHARE))
    return np.geomspace(least, max(most, LEAST_RANGE * least), LEVELS)


def proposed(found: list[GrownRegion], valid_HW: Bools) -> int:
    """The index of the level whose region changes least around it: there the growth stands at edges."""
    sizes = np.array([level.pixels for level in found], float)
    growth = np.full(len(found), np.inf)
    growth[1:-1] = (sizes[2:] - sizes[:-2]) / sizes[1:-1]
    most = [(MOST_CUT_SHARE if _is_cut(level.region_HW) else MOST_SHARE) * valid_HW.sum() for level in found]
    growth[(sizes < FEWEST_PX) | (sizes > most)] = np.inf
    if np.isinf(growth).all():
        return int(np.argmin(np.abs(sizes - np.sqrt(sizes[-1]))))
    return int(np.argmin(growth))


def distances(x_CHW: Floats, valid_HW: Bools, seed: tuple[int, int]) -> tuple[Floats, Floats]:
    """How far pixels (H, W) are from the seed's neighbourhood, and how steep the picture is at them.

    Both in deviations of the window's pixels, root mean square over the bands.
    """
    smooth_CHW = median_of_nine(_fewer(x_CHW), valid_HW)
    spread_C = np.maximum(smooth_CHW[:, valid_HW].std(1), FLATTEST)
    smooth_CHW /= spread_C[:, None, None]
    around = _around(seed, valid_HW.shape, 1)
    seed_C = np.median(smooth_CHW[:, *around][:, valid_HW[around]], axis=1)
    apart_HW = np.sqrt(np.square(smooth_CHW - seed_C[:, None, None]).mean(0))
    return apart_HW, _steepness(smooth_CHW, valid_HW)


def deep_distance(tokens_DHW: Floats, seed_D: Floats) -> Floats:
    """How far tokens (H, W) are from the features of the seed, in deviations of the tokens in the window."""
    spread_D = tokens_DHW.std((1, 2)) + np.finfo(np.float32).tiny
    apart_DHW = (tokens_DHW - seed_D[:, None, None]) / spread_D[:, None, None]
    apart_HW: Floats = np.sqrt(np.square(apart_DHW).mean(0))
    return apart_HW


def median_of_nine(x_CHW: Floats, valid_HW: Bools) -> Floats:
    """The median of each pixel and its eight neighbours: less noise, and straight edges stay where they are.

    A neighbour without data, or beyond the border, counts as the pixel itself.
    """
    padded_CHW = np.pad(x_CHW, ((0, 0), (1, 1), (1, 1)), mode="edge")
    known_HW = np.pad(valid_HW, 1)
    height, width = valid_HW.shape
    nine = []
    for down in range(3):
        for right in range(3):
            part = slice(down, down + height), slice(right, right + width)
            nine.append(np.where(known_HW[part], padded_CHW[:, *part], x_CHW))
    for low, high in EXCHANGES:
        nine[low], nine[high] = np.minimum(nine[low], nine[high]), np.maximum(nine[low], nine[high])
    return nine[4]


def _fewer(x_CHW: Floats) -> Floats:
    """At most `MOST_BANDS` bands, each the mean of some that follow each other."""
    if len(x_CHW) <= MOST_BANDS:
        return x_CHW.astype(np.float32)
    return np.stack([part.mean(0) for part in np.array_split(x_CHW, MOST_BANDS)]).astype(np.float32)


def _steepness(smooth_CHW: Floats, valid_HW: Bools) -> Floats:
    """The difference of the neighbours on both sides; 0 beside pixels without data, whose values mean nothing."""
    square_HW = np.zeros(valid_HW.shape, np.float32)
    for axis in (1, 2):
        for band_HW in smooth_CHW:
            square_HW += np.square(ndimage.correlate1d(band_HW, (-1, 0, 1), axis=axis - 1, mode="nearest"))
    steep_HW: Floats = np.sqrt(square_HW / len(smooth_CHW))
    if not valid_HW.all():
        steep_HW[ndimage.binary_dilation(~valid_HW)] = 0
    return steep_HW


def _around(seed: tuple[int, int], shape: tuple[int, ...], reach: int) -> tuple[slice, slice]:
    rows, cols = (slice(max(at - reach, 0), min(at + reach + 1, size)) for at, size in zip(seed, shape, strict=True))
    return rows, cols


def _is_cut(region_HW: Bools) -> bool:
    """Does the region reach the border of the window?"""
    return any(bool(side.any()) for side in (region_HW[0], region_HW[-1], region_HW[:, 0], region_HW[:, -1]))


def _region(open_HW: Bools, near_HW: Bools, valid_HW: Bools, seed: tuple[int, int]) -> Bools:
    """What is connected to the seed, with the pixels at its edge that are like it, and without speckle."""
    parts_HW, _ = ndimage.label(open_HW)
    region_HW = parts_HW == parts_HW[seed]
    region_HW |= ndimage.binary_dilation(region_HW) & near_HW
    holes_HW, count = ndimage.label(~region_HW)
    sizes = np.bincount(holes_HW.ravel(), minlength=count + 1)
    small = sizes <= MOST_HOLE_PX
    for side in (holes_HW[0], holes_HW[-1], holes_HW[:, 0], holes_HW[:, -1], holes_HW[~valid_HW]):
        small[side] = False  # open to the outside of the window, or without data
    small[0] = True  # the region itself
    filled_HW: Bools = small[holes_HW]
    return filled_HW
