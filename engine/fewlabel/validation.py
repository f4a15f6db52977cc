"""How good a map is likely to be: spatially blocked folds, the confusion matrix, and scores from it.

Pixels that are neighbours, or come from one polygon, are nearly copies of each other: one may not be learnt from
while the other is asked. Pure arithmetic in numpy: knows no features, heads and files.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FOLDS = 5
LARGEST_BLOCK_PX = 32
"""About as far as a pixel's features look around (`engine.fewlabel.features.HALO_PX`)."""
SMALLEST_BLOCK_PX = 8
NEVER = -1


@dataclass(frozen=True)
class Folds:
    """Which fold each labelled pixel is held out in, `NEVER` for a pixel whose class would be gone without its place.

    `count` folds, made of blocks of `block_px`; no fold at all if no class is known from two places.
    """

    fold_N: Ints
    count: int
    block_px: int


def blocked_folds(rows_N: Ints, cols_N: Ints, labels_N: Ints, polygon_N: Ints, seed: int = 0) -> Folds:
    """Deal labelled pixels out to folds, whole polygons and whole blocks at a time, every class evenly.

    A polygon belongs to the block that holds its centre. Blocks are as large as labels allow: halved until each class
    lies in `FOLDS` blocks, or in as many as it has polygons.

    Args:
        rows_N: pixel rows.
        cols_N: pixel columns.
        labels_N: classes from 0.
        polygon_N: number of the geometry each pixel comes from.
        seed: decides between blocks that are alike.
    """
    place_N = np.unique(polygon_N, return_inverse=True)[1]
    size_P = np.bincount(place_N)
    centre_P2 = np.stack([np.bincount(place_N, axis_N) / size_P for axis_N in (rows_N, cols_N)], axis=1)
    classes = labels_N.max() + 1
    present_PK = _counts(place_N, labels_N, classes) > 0
    wanted_K = np.minimum(present_PK.sum(0), FOLDS)
    block_px = LARGEST_BLOCK_PX
    while True:
        block_P = np.unique(centre_P2 // block_px, axis=0, return_inverse=True)[1].ravel()
        found_K = (_counts(block_P[place_N], labels_N, classes) > 0).sum(0)
        if block_px == SMALLEST_BLOCK_PX or (found_K >= wanted_K).all():
            break
        block_px //= 2
    block_N = block_P[place_N]
    fold_N = dealt(_counts(block_N, labels_N, classes), seed)[block_N]
    held_FK = _counts(fold_N, labels_N, classes)
    gone_FK = held_FK == held_FK.sum(0)  # a fold that holds all there is of a class
    fold_N[gone_FK[fold_N, labels_N]] = NEVER
    used, numbers_N = np.unique(fold_N[fold_N != NEVER], return_inverse=True)
    fold_N[fold_N != NEVER] = numbers_N
    return Folds(fold_N, len(used), block_px)


def _counts(unit_N: Ints, labels_N: Ints, classes: int) -> Ints:
    """Pixels (units, K) per unit and class."""
    flat = np.bincount(unit_N * classes + labels_N, minlength=(unit_N.max() + 1) * classes)
    return flat.reshape(-1, classes)


def dealt(counts_UK: NDArray[Any], seed: int) -> Ints:
    """A fold for every unit: the largest first, each to the fold that has least of the unit's classes."""
    share_UK = counts_UK / np.maximum(counts_UK.sum(0), 1)
    shuffled = np.random.default_rng(seed).permutation(len(counts_UK))
    order = shuffled[np.argsort(-share_UK[shuffled].max(1), kind="stable")]
    load_FK = np.zeros((FOLDS, counts_UK.shape[1]))
    fold_U = np.zeros(len(counts_UK), np.int64)
    for unit in order:
        fold_U[unit] = np.lexsort((load_FK.sum(1), load_FK @ share_UK[unit]))[0]
        load_FK[fold_U[unit]] += share_UK[unit]
    return fold_U


def confusion(truth_N: Ints, mapped_N: Ints, classes: int) -> Ints:
    """Pixels (K, K) by true class (rows) and class on the map (columns)."""
    return np.bincount(truth_N * classes + mapped_N, minlength=classes**2).reshape(classes, classes)


@dataclass(frozen=True)
class Scores:
    """Precision (user's accuracy), recall (producer's accuracy) and F1 per class; NaN where there is no truth."""

    precision_K: Floats
    recall_K: Floats
    f1_K: Floats

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the classes with truth; NaN without any."""
        known_K = ~np.isnan(self.f1_K)
        return float(self.f1_K[known_K].mean()) if known_K.any() else float("nan")


def scores(confusion_KK: Ints) -> Scores:
    """Scores from a confusion matrix with the truth in rows; a class that is never mapped has precision 0.

    F1 = 2 TP / (truth + mapped), the harmonic mean of precision and recall.
    """
    right_K = np.diag(confusion_KK).astype(float)
    truth_K, mapped_K = confusion_KK.sum(1), confusion_KK.sum(0)
    unknown_K = np.where(truth_K > 0, 1.0, np.nan)
    precision_K = right_K / np.maximum(mapped_K, 1) * unknown_K
    recall_K = right_K / np.maximum(truth_K, 1) * unknown_K
    return Scores(precision_K, recall_K, 2 * right_K / np.maximum(truth_K + mapped_K, 1) * unknown_K)
