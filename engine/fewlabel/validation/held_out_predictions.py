"""What labels were mapped as while they were held out, and what that says of a map.

Knows labels and distances; no features, heads and files.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.fewlabel.validation.folds import Foldings, Places
from engine.fewlabel.validation.scores import Floats, Ints, scores

BLOCK_PX = 32
"""Least side of the blocks that the bootstrap draws: labels in one are nearly copies of each other. About as far as a
pixel's features look around (`engine.fewlabel.features.HALO_PX`)."""
BLOCK_DISTANCES = 2
"""Blocks are so many times as wide as a mapped pixel is far from its label: what is said of far places rests on the
places that labels were held out in, and not on how many labels there are."""
DRAWS = 300
INTERVAL = 0.9
BEYOND_FOLDS = 0.03
"""Added to both ends of the interval: what no draw of the same labels shows, such as that a head of all labels is
better than those of the folds. Chosen on every second scene of each group of the few-label benchmark, near and far. On
the others the interval then holds the truth in 92 % (10 points, near), 83 % (50, near) and 89 % (10, far) of the runs,
and without it in 88, 65 and 80 %."""
UNSEEN = 0.5
"""Pixels of each class that a draw adds to the truth, spread over all classes: Jeffreys' prior of a share. A dozen
labels without an error do not prove that there is none."""


@dataclass(frozen=True)
class HeldOutPredictions:
    """N labelled pixels and what they were mapped as in L ways of holding out.

    Attributes:
        truth_N: classes from 0.
        mapped_LN: classes from 0; anything where a pixel is not held out.
        centres: where each pixel's polygon has its centre.
        foldings: the ways.
        classes: how many there are.
    """

    truth_N: Ints
    mapped_LN: Ints
    centres: Places
    foldings: Foldings
    classes: int

    def confusion(self, mapped_P: Floats | None = None) -> Floats:
        """Pixels (K, K), truth in rows, every answer counting as its distance is typical for the map.

        Args:
            mapped_P: distances of mapped pixels to their nearest label; see `Foldings.counts`.
        """
        confusion_KK: Floats = self._by_unit(mapped_P).sum(0)
        return confusion_KK

    def interval(self, mapped_P: Floats | None = None, seed: int = 0) -> tuple[float, float] | None:
        """Where macro-F1 of the checked classes lies with a probability of `INTERVAL`; None if nothing is checked.

        Blocks of labels are drawn with replacement (block bootstrap; Efron and Tibshirani 1993, 8.6), and each class's
        row of the confusion matrix then from the Dirichlet distribution that its counts and `UNSEEN` give. Both ends
        are moved apart by `BEYOND_FOLDS`.
        """
        counts_UKK = self._by_unit(mapped_P)
        if not counts_UKK.any():
            return None
        random = np.random.default_rng(seed)
        found = np.quantile(list(_drawn(counts_UKK, random)), ((1 - INTERVAL) / 2, (1 + INTERVAL) / 2))
        told = scores(counts_UKK.sum(0)).macro_f1  # Jeffreys' prior alone may put all draws below it
        low, high = min(told, float(found[0])), max(told, float(found[1]))
        return max(0.0, low - BEYOND_FOLDS), min(1.0, high + BEYOND_FOLDS)

    def _by_unit(self, mapped_P: Floats | None) -> Floats:
        """Confusion matrices (U, K, K) of the blocks."""
        count_LN = self.foldings.counts(mapped_P)
        unit_N = self._blocks(mapped_P)
        counts_UKK = np.zeros((unit_N.max(initial=0) + 1, self.classes, self.classes))
        for mapped_N, count_N in zip(self.mapped_LN, count_LN, strict=True):
            np.add.at(counts_UKK, (unit_N, self.truth_N, mapped_N), count_N)
        return counts_UKK

    def _blocks(self, mapped_P: Floats | None) -> Ints:
        """The block that holds each pixel's polygon, as numbers from 0."""
        typical = float(np.median(mapped_P)) if mapped_P is not None and len(mapped_P) else 0.0
        side = max(BLOCK_PX * self.centres.pixel, BLOCK_DISTANCES * typical)
        block_N: Ints = np.unique(self.centres.at_N2 // side, axis=0, return_inverse=True)[1].ravel()
        return block_N


def _drawn(counts_UKK: Floats, random: np.random.Generator) -> Iterator[float]:
    """Macro-F1 of one draw after the other."""
    known_K = counts_UKK.sum((0, 2)) > 0
    truth_K = counts_UKK.sum((0, 2))
    prior = UNSEEN / counts_UKK.shape[1]
    for _ in range(DRAWS):
        times_U = np.bincount(random.integers(0, len(counts_UKK), len(counts_UKK)), minlength=len(counts_UKK))
        drawn_KK = np.tensordot(times_U, counts_UKK, 1)
        share_KK = random.gamma(drawn_KK + prior)
        share_KK *= known_K[:, None] / np.maximum(share_KK.sum(1, keepdims=True), 1e-12)
        yield scores(truth_K[:, None] * share_KK).macro_f1
