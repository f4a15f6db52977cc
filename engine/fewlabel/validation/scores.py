"""The confusion matrix, and scores from it. Pure arithmetic in numpy."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


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


def scores(confusion_KK: Ints | Floats) -> Scores:
    """Scores from a confusion matrix with the truth in rows; a class that is never mapped has precision 0.

    F1 = 2 TP / (truth + mapped), the harmonic mean of precision and recall.
    """
    right_K = np.diag(confusion_KK).astype(float)
    truth_K, mapped_K = confusion_KK.sum(1), confusion_KK.sum(0)
    unknown_K = np.where(truth_K > 0, 1.0, np.nan)
    precision_K = right_K / np.where(mapped_K > 0, mapped_K, 1) * unknown_K
    recall_K = right_K / np.where(truth_K > 0, truth_K, 1) * unknown_K
    return Scores(precision_K, recall_K, 2 * right_K / np.where(truth_K > 0, truth_K + mapped_K, 1) * unknown_K)
