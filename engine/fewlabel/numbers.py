"""Numbers from a few pixels whose value is known: the kernel head of `engine.fewlabel.fitting`, for values.

Same groups of features, same folds by distance, same mixing of trusts. The error of pixels that were held out gives
the interval: split conformal prediction (Lei et al. 2018) with errors counted relative to how unlike a pixel is to
those learnt from, so that the interval is wider where less is known. Knows no files and no scenes.

Shapes: N labelled pixels, M landmarks among them, G groups of features, L ways to deal pixels into folds.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from engine.fewlabel.applicability import Applicability, dissimilarity
from engine.fewlabel.fitting import MOST_LANDMARKS, Overview, choose, losses, seen
from engine.fewlabel.heads import GroupKernel, JudgingHead, KernelHead
from engine.fewlabel.kernel_ridge import Ridge
from engine.fewlabel.validation.folds import Foldings, Places
from engine.fewlabel.validation.scores import Floats, Ints

CONFIDENCE = 0.9
MOST_PIXELS = 3000
"""That are learnt from; of more, some are drawn at random."""


class Scaled(NamedTuple):
    """Mean and standard deviation of the values that are learnt from."""

    mean: float
    scale: float

    def back(self, deviation: Tensor) -> Tensor:
        """Values from deviations."""
        return self.mean + self.scale * deviation


class NumberHead(JudgingHead):
    """Value, lower and upper end of its interval, and dissimilarity (N, 4) of each pixel.

    Args:
        head: gives values in deviations from the mean.
        limit: dissimilarity that is told as 1.
        scaled: of the values learnt from.
        floor, width: half of the interval is width * (floor + dissimilarity), the latter as it is told.
    """

    def __init__(self, head: KernelHead, limit: float, scaled: Scaled, floor: float, width: float) -> None:
        super().__init__(head, limit)
        self.scaled, self.floor, self.width = scaled, floor, width

    def with_kernels(self, kernels: Mapping[str, torch.nn.Module]) -> "NumberHead":
        """As `KernelHead.with_kernels`."""
        head = KernelHead(kernels, self.trust, self.coefficients_MK, self.sharpness)
        return NumberHead(head, self.limit, self.scaled, self.floor, self.width)

    def from_similarity(self, similar_NM: Tensor) -> Tensor:
        """Values (N, 1) of pixels that are so similar to the landmarks."""
        return self.scaled.back(self.scores(similar_NM))

    def of_pixels(self, groups: Mapping[str, Tensor]) -> Tensor:
        """See the class."""
        value_N, unlike_N = super().of_pixels(groups).unbind(1)
        half_N = self.width * (self.floor + unlike_N)
        return torch.stack([value_N, value_N - half_N, value_N + half_N, unlike_N], dim=1)


@dataclass(frozen=True)
class NumberValidation:
    """How good a map of values is, from pixels held out as far from the others as the map is.

    Attributes:
        held_out: pixels that were held out.
        truth_X, mapped_X, count_X: answers of held-out pixels, and how much each counts.
        trust: share of each group of features.
        strength: ridge penalty.
        unlike: share of the scene beyond the limit; None if nothing is known of it.
    """

    held_out: int
    truth_X: Floats
    mapped_X: Floats
    count_X: Floats
    trust: Mapping[str, float]
    strength: float
    unlike: float | None

    @property
    def r2(self) -> float:
        """Share of the variance that is explained; below 0 the mean is better."""
        spread_X = self.truth_X - self._mean(self.truth_X)
        return 1 - self.rmse**2 / self._mean(spread_X**2)

    @property
    def rmse(self) -> float:
        """Root of the mean squared error, in the unit of the values."""
        return math.sqrt(self._mean((self.mapped_X - self.truth_X) ** 2))

    @property
    def bias(self) -> float:
        """Mean error; above 0 the map is too high."""
        return self._mean(self.mapped_X - self.truth_X)

    def _mean(self, values_X: Floats) -> float:
        return float(np.average(values_X, weights=self.count_X))


def fit_numbers(
    groups: Mapping[str, Tensor],
    value_N: Floats,
    rows_N: Ints,
    cols_N: Ints,
    polygon_N: Ints,
    scene: Overview,
    seed: int = 0,
) -> tuple[NumberHead, NumberValidation] | None:
    """Fit a head to pixels whose value is known, and check it; None if nothing can be held out.

    Args:
        groups: features (N, D) by name.
        value_N: not all alike.
        rows_N: of the pixels.
        cols_N: of the pixels.
        polygon_N: number of the geometry that each comes from.
        scene: which pixels will be mapped.
        seed: decides between pixels and blocks that are alike.
    """
    random = np.random.default_rng(seed)
    some_N = np.sort(random.permutation(len(value_N))[:MOST_PIXELS])
    groups = {name: x_ND[some_N] for name, x_ND in groups.items()}
    value_N, rows_N, cols_N, polygon_N = value_N[some_N], rows_N[some_N], cols_N[some_N], polygon_N[some_N]
    one_N = np.zeros(len(value_N), np.int64)
    places = Places.of(rows_N, cols_N, scene.pixel_m)
    scene_P = Places.of(scene.rows_P, scene.cols_P, scene.pixel_m).distances(places)
    typical = Foldings.of(places, rows_N, cols_N, one_N, polygon_N, seed).typical(scene_P)
    if not len(typical.fold_LN):
        return None
    landmarks_M = torch.from_numpy(np.sort(random.permutation(len(value_N))[:MOST_LANDMARKS]))
    kernels = {name: GroupKernel(x_ND, torch.from_numpy(one_N), landmarks_M) for name, x_ND in groups.items()}
    scaled = Scaled(float(value_N.mean()), float(value_N.std()))
    ridge = Ridge.of_values(
        torch.stack([kernel(groups[name]) for name, kernel in kernels.items()]),
        landmarks_M,
        torch.from_numpy((value_N - scaled.mean) / scaled.scale),
        *map(torch.from_numpy, (typical.fold_LN, typical.counts(scene_P))),
    )
    trust_G, strength = choose(*losses(ridge.on_landmarks()))
    limits = Applicability.of(ridge.similar_GNM, trust_G, landmarks_M, typical)
    assert limits  # nosec B101
    held_out = HeldOut.of(ridge, landmarks_M, trust_G, strength, limits.limit, value_N, scaled)
    trust = dict(zip(kernels, trust_G.tolist(), strict=True))
    plain = KernelHead(kernels, trust, ridge.coefficients(trust_G, strength), 1.0)
    seen_G, similar_GPM = seen(kernels, trust_G, scene)
    there = Applicability.of(ridge.similar_GNM, seen_G, landmarks_M, typical) if similar_GPM.shape[1] else None
    unlike = float((there(similar_GPM) > 1).double().mean()) if there else None
    return NumberHead(plain, limits.limit, scaled, *held_out.interval()), held_out.validation(trust, strength, unlike)


@dataclass(frozen=True)
class HeldOut:
    """Pixels that were held out: an answer for each way to deal pixels into folds in which its place is asked for.

    Attributes:
        pixels: how many there are.
        truth_X, mapped_X: values.
        unlike_X: dissimilarity to those that were learnt from, 1 at the limit.
        count_X: how much each counts.
    """

    pixels: int
    truth_X: Floats
    mapped_X: Floats
    unlike_X: Floats
    count_X: Floats

    @classmethod
    def of(
        cls,
        ridge: Ridge,
        landmarks_M: Tensor,
        trust_G: Tensor,
        strength: float,
        limit: float,
        value_N: Floats,
        scaled: Scaled,
    ) -> "HeldOut":
        """What a ridge of these trusts and this strength answers where it did not learn."""
        fold_LN, count_LN = ridge.fold_LN, ridge.count_LN
        mapped_LN = scaled.back(ridge.held_out(trust_G, [strength])[0, :, :, 0])
        unlike_LN = torch.stack([
            dissimilarity(ridge.similar_GNM * (fold_N[:, None] != fold_N[landmarks_M][None]), trust_G)
            for fold_N in fold_LN
        ]) / limit  # fmt: skip
        asked_LN = (fold_LN >= 0) & (count_LN > 0)
        truth_X = np.broadcast_to(value_N, asked_LN.shape)[asked_LN.numpy()]
        mapped_X, unlike_X, count_X = (each_LN[asked_LN].numpy() for each_LN in (mapped_LN, unlike_LN, count_LN))
        return cls(int(asked_LN.any(0).sum()), truth_X, mapped_X, unlike_X, count_X)

    def interval(self) -> tuple[float, float]:
        """`floor` and `width` of `NumberHead`."""
        floor = float(np.median(self.unlike_X))
        error_X = np.abs(self.mapped_X - self.truth_X) / (floor + self.unlike_X)
        return floor, conformal(error_X, self.count_X, self.pixels)

    def validation(self, trust: Mapping[str, float], strength: float, unlike: float | None) -> NumberValidation:
        """See `NumberValidation`."""
        return NumberValidation(self.pixels, self.truth_X, self.mapped_X, self.count_X, trust, strength, unlike)


def conformal(error_X: Floats, count_X: Floats, held_out: int) -> float:
    """The error that is not exceeded with a probability of `CONFIDENCE`: of n errors the ceil((n + 1) 0.9)-th.

    Args:
        error_X: of held-out pixels, in any unit.
        count_X: how much each counts.
        held_out: n.
    """
    order = np.argsort(error_X)
    level = min(1.0, CONFIDENCE * (held_out + 1) / held_out)
    reached = np.cumsum(count_X[order]) / count_X.sum()
    return float(error_X[order][np.searchsorted(reached, level - 1e-12).clip(max=len(order) - 1)])
