"""Metrics of classes, each defined once, for fine-tuning and for evaluation.

Written out in numpy, since a user's engine fine-tunes without scikit-learn; the tests compare each metric with
scikit-learn's. F1 of each class is in `engine.fewlabel.validation.scores`.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.model.task import LIKELY


def overall_accuracy(confusion_KK: NDArray[Any]) -> float:
    """The share of samples or pixels on the diagonal of a confusion matrix; 0 without any."""
    return float(np.trace(confusion_KK) / max(confusion_KK.sum(), 1))


def mean_iou(confusion_KK: NDArray[Any]) -> float:
    """Mean intersection over union (Jaccard index) from a confusion matrix with the truth in rows.

    The mean is over the classes that occur in the truth or in the prediction, as scikit-learn and torchmetrics take
    it: a class that is predicted but never true counts 0. NaN if there are none.
    """
    right_K = np.diag(confusion_KK).astype(np.float64)
    either_K = confusion_KK.sum(0) + confusion_KK.sum(1) - right_K
    occurs_K = either_K > 0
    return float(np.mean(right_K[occurs_K] / either_K[occurs_K])) if occurs_K.any() else float("nan")


def micro_f1(truth_NK: NDArray[np.bool_], probability_NK: NDArray[Any], weights_N: NDArray[Any] | None = None) -> float:
    """F1 over all pairs of sample and class; `weights_N` is how often each sample counts."""
    predicted_NK = probability_NK > LIKELY
    weights_N = np.ones(len(truth_NK)) if weights_N is None else weights_N
    right, wrong = (weights_N @ pairs.sum(1) for pairs in (predicted_NK & truth_NK, predicted_NK ^ truth_NK))
    return float(2 * right / max(2 * right + wrong, 1))


def average_precision(
    truth_N: NDArray[np.bool_], score_N: NDArray[Any], weights_N: NDArray[Any] | None = None
) -> float:
    """Mean precision over all true samples, taken where each is found by falling score, without interpolation.

    Samples with the same score are found together. 0 without a true sample.
    """
    weights_N = np.ones(len(truth_N)) if weights_N is None else weights_N
    order_N = np.argsort(-score_N, kind="stable")
    order_N = order_N[weights_N[order_N] > 0]
    if not truth_N[order_N].any():
        return 0.0
    last_N = np.append(np.diff(score_N[order_N]) != 0, True)  # of the samples with one score
    right_N = np.cumsum(weights_N[order_N] * truth_N[order_N])[last_N]
    found_N = np.cumsum(weights_N[order_N])[last_N]
    return float((np.diff(right_N, prepend=0) * right_N / found_N).sum() / right_N[-1])


def mean_average_precision(
    truth_NK: NDArray[np.bool_], score_NK: NDArray[Any], weights_N: NDArray[Any] | None = None
) -> float:
    """Mean of `average_precision` over the classes that any sample with weight shows; 0 if there are none."""
    shown_NK = truth_NK if weights_N is None else truth_NK[weights_N > 0]
    classes = np.flatnonzero(shown_NK.any(0))
    return float(np.mean([average_precision(truth_NK[:, k], score_NK[:, k], weights_N) for k in classes] or [0.0]))
