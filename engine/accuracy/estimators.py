"""What a stratified random sample says of a map: shares, ratios and areas, with standard errors and intervals.

Pure arithmetic: knows neither files nor classes' names. Every number is a ratio of two totals, so one formula serves
for overall, user's and producer's accuracy and for areas, whether or not the strata are the classes of the map
(Stehman 2014, "Estimating area and map accuracy for stratified random sampling when the strata are different from the
map classes", International Journal of Remote Sensing 35, equations 27 to 29). Where they are, it gives what Olofsson
et al. (2014, "Good practices for estimating area and assessing accuracy of land change", Remote Sensing of Environment
148) give as equations 1 to 11. Pixels may differ in size on the ground: each counts by its own area.
"""

from dataclasses import dataclass
from math import inf, nan, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

CONFIDENCE = 0.95
NORMAL = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % beyond it."""


@dataclass(frozen=True)
class Estimate:
    """A number that a sample gives; all NaN where it tells nothing of it.

    Attributes:
        value: the best guess.
        error: its standard error.
        low, high: the ends of its 95 % interval.
    """

    value: float
    error: float
    low: float
    high: float

    def times(self, factor: float) -> "Estimate":
        """The same in another unit."""
        return Estimate(*(factor * number for number in (self.value, self.error, self.low, self.high)))


UNKNOWN = Estimate(nan, nan, nan, nan)


@dataclass(frozen=True)
class StratifiedSample:
    """Pixels that were drawn at random within strata, N of them out of S strata.

    Attributes:
        stratum_N: the stratum of each, from 0.
        size_N: its area on the ground, or 1 where nobody knows that.
        pixels_S: how many pixels each stratum has.
        area_S: their area, in the same unit; a stratum without a point counts for nothing.
    """

    stratum_N: Places
    size_N: Floats
    pixels_S: Floats
    area_S: Floats

    @property
    def stratum_points(self) -> Places:
        """How many points each stratum has."""
        return np.bincount(self.stratum_N, minlength=len(self.pixels_S)).astype(np.int64)

    @property
    def weights(self) -> Floats:
        """The area for which each point stands; those of a stratum sum to its own area."""
        drawn_S = np.bincount(self.stratum_N, self.size_N, len(self.pixels_S))
        weight_N: Floats = self.size_N * self.area_S[self.stratum_N] / drawn_S[self.stratum_N]
        return weight_N

    def ratio(self, part_N: NDArray[np.bool_], whole_N: NDArray[np.bool_] | None = None) -> Estimate:
        """The area where `part_N` holds, as a share of the area where `whole_N` holds (everywhere by default).

        Args:
            part_N: whether each point counts; it is within `whole_N`.
            whole_N: whether it is one of those of which the share is wanted.
        """
        whole_N = np.ones(len(part_N), bool) if whole_N is None else whole_N
        weight_N = self.weights
        whole = float(weight_N[whole_N].sum())
        if not whole:
            return UNKNOWN
        share = float(weight_N[part_N].sum() / whole)
        variance = self._variance(part_N - share * whole_N) / whole**2
        exact = not (self.stratum_points < self.pixels_S)[np.unique(self.stratum_N[whole_N])].any()
        points = 0.0 if exact and not variance else _effective_points(weight_N[whole_N])
        unseen = self._unseen(part_N) / whole**2 if whole_N.all() else 0.0
        return interval(share, sqrt(variance), points, unseen)

    def _variance(self, residual_N: Floats) -> float:
        """Of the total of `residual_N` over all area.

        Each stratum's mean is one of areas: a ratio of two sums, by the usual linearisation (Cochran 1977, equation
        6.13). The share that was not drawn counts (the finite population correction), so a census has no error. One
        point alone does not say how its stratum varies: half of the range is taken, the most it can be.
        """
        points_S, strata = self.stratum_points, len(self.pixels_S)
        kept_S = np.maximum(points_S, 1)
        size_S = np.bincount(self.stratum_N, self.size_N, strata) / kept_S
        mean_S = np.bincount(self.stratum_N, self.size_N * residual_N, strata) / kept_S / np.where(size_S, size_S, 1)
        apart_N = self.size_N / size_S[self.stratum_N] * (residual_N - mean_S[self.stratum_N])
        spread_S = np.bincount(self.stratum_N, apart_N**2, strata) / np.maximum(points_S - 1, 1)
        spread_S[points_S == 1] = ((residual_N.max() - residual_N.min()) / 2) ** 2
        left_S = 1 - np.minimum(points_S / self.pixels_S, 1)
        return float(np.sum((self.area_S**2 * left_S * spread_S / kept_S)[points_S > 0]))

    def _unseen(self, part_N: NDArray[np.bool_]) -> float:
        """Variance that strata hide whose points all agree: as if one point had differed, in the one that counts most.

        A class that is rarely wrong is often right at all its points, and then adds nothing to a standard error.
        """
        points_S, strata = self.stratum_points, len(self.pixels_S)
        kept_S = np.maximum(points_S, 1)
        parts_S = np.bincount(self.stratum_N, part_N, strata)
        agree_S = (points_S > 0) & ((parts_S == 0) | (parts_S == points_S))
        spread_S = (1 - 1 / kept_S) / kept_S
        left_S = 1 - np.minimum(points_S / self.pixels_S, 1)
        return float((agree_S * self.area_S**2 * left_S * spread_S / kept_S).max())


def _effective_points(weight_N: Floats) -> float:
    """Of how many equally weighted points as many would tell as much (Kish 1965)."""
    return float(weight_N.sum() ** 2 / (weight_N**2).sum())


def interval(share: float, error: float, points: float = inf, unseen: float = 0.0) -> Estimate:
    """A share with its 95 % interval: Wilson's, for as many points as would give this error in a simple sample.

    ``share ± 1.96 error`` reaches below 0 and is too short where nearly all points agree; Wilson's stays within 0 and
    1 and keeps its promise there (Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion";
    with effective sizes, Dean and Pagano 2015, "Evaluating confidence interval methods for binomial proportions in
    clustered surveys").

    Args:
        share: 0 to 1.
        error: its standard error.
        points: how many points the share is of, where all of them agree and so the error says nothing; 0: all there
            are, so the share is exact.
        unseen: variance that the error does not hold, but the interval should.

    Example:
        >>> [round(end, 3) for end in (interval(0.5, 0.05).low, interval(1.0, 0.0, 50).low)]
        [0.404, 0.929]
    """
    if not points:
        return Estimate(share, 0.0, share, share)
    variance = error**2 + unseen
    n = share * (1 - share) / variance if variance and 0 < share < 1 else points
    z2 = NORMAL**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = NORMAL / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Estimate(share, error, max(min(middle - half, share), 0.0), min(max(middle + half, share), 1.0))
