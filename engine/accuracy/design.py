"""How many points a stratified sample needs, and how many of them each stratum has.

Follows Olofsson et al. (2014, "Good practices for estimating area and assessing accuracy of land change", Remote
Sensing of Environment 148, section 5.1). Pure arithmetic on shares and counts.
"""

from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

ANTICIPATED = 0.8
"""User's accuracy of a class of which nobody says more. Most classes of most maps are better; the sample is then a
little larger than it had to be."""
RARE_POINTS = 50
"""What a rare class gets (Olofsson et al.: 50 to 100), as long as half of all points are left to share out by area."""
FEWEST = 2
"""Points of a stratum: one alone does not say how much the class varies."""
MOST_POINTS = 1_000_000


def points_for(share_S: Floats, pixels_S: Counts, anticipated_S: Floats, error: float) -> int:
    """How many points give overall accuracy this standard error, as they are allocated here.

    Starts with equation 13, which supposes the best allocation, and goes on until `anticipated_error` is met.

    Args:
        share_S: of the map's area; sums to 1.
        pixels_S: of each stratum.
        anticipated_S: user's accuracy that is expected of each.
        error: the standard error that is wished for.
    """
    spread_S = np.sqrt(anticipated_S * (1 - anticipated_S))
    total = int(pixels_S.sum())
    first = (share_S @ spread_S) ** 2 / (error**2 + share_S @ spread_S**2 / total)
    high = min(total, MOST_POINTS)
    low = min(max(FEWEST * len(share_S), ceil(float(first))), high)
    while low < high:  # the error falls as points are added, but for steps of rounding
        middle = (low + high) // 2
        points_S = allocate(middle, share_S, pixels_S)
        met = anticipated_error(share_S, pixels_S, anticipated_S, points_S) <= error
        low, high = (low, middle) if met else (middle + 1, high)
    return low


def anticipated_error(share_S: Floats, pixels_S: Counts, anticipated_S: Floats, points_S: Counts) -> float:
    """The standard error of overall accuracy, if user's accuracies are as expected (equation 5)."""
    left_S = 1 - points_S / pixels_S
    variance_S = share_S**2 * left_S * anticipated_S * (1 - anticipated_S) / np.maximum(points_S - 1, 1)
    return sqrt(float(variance_S.sum()))


def allocate(points: int, share_S: Floats, pixels_S: Counts) -> Counts:
    """Points of each stratum: by area, but no fewer than `RARE_POINTS`, and of small strata all pixels.

    At most half of the points go to rare strata, so the allocation lies between equal and proportional.

    Raises:
        RequestError: fewer than two points for each stratum.
    """
    strata = len(share_S)
    least = int(np.minimum(pixels_S, FEWEST).sum())
    if points < least:
        raise RequestError(
            "{points} points are too few for {strata} classes",
            "give --points {least} or more",
            points=points,
            strata=strata,
            least=least,
        )
    points = min(points, int(pixels_S.sum()))
    floor_S = np.minimum(pixels_S, max(FEWEST, min(RARE_POINTS, points // (2 * strata))))
    fixed_S = np.zeros(strata, bool)  # at their floor, or complete
    wish_S = points * share_S
    while True:
        held_S = np.where(wish_S < floor_S, floor_S, pixels_S)
        newly_S = ~fixed_S & ((wish_S < floor_S) | (wish_S > pixels_S))
        if not newly_S.any():
            return _whole(wish_S, points, pixels_S)
        below_S = ~fixed_S & (wish_S < floor_S)
        newly_S = below_S if below_S.any() else newly_S  # floors first: what they take lowers the others
        wish_S = np.where(newly_S, held_S, wish_S)
        fixed_S |= newly_S
        free_S = ~fixed_S
        if free_S.any():
            left = points - wish_S[fixed_S].sum()
            wish_S[free_S] = left * share_S[free_S] / share_S[free_S].sum()


def _whole(wish_S: Floats, points: int, pixels_S: Counts) -> Counts:
    """Whole numbers with the sum `points`: the largest remainders are rounded up."""
    points_S = np.minimum(np.floor(wish_S + 1e-9).astype(np.int64), pixels_S)
    for stratum in np.argsort(points_S - wish_S, kind="stable"):
        if points_S.sum() < points and points_S[stratum] < pixels_S[stratum]:
            points_S[stratum] += 1
    rest = points - int(points_S.sum())
    for stratum in np.argsort(-pixels_S, kind="stable"):  # floors or complete strata left some over
        more = min(rest, int(pixels_S[stratum] - points_S[stratum]))
        points_S[stratum] += more
        rest -= more
    return points_S
