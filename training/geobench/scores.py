"""Metrics of what was answered to the test samples, and how far chance in drawing those samples moves them.

Intervals are bootstrap percentiles: test samples are drawn again with replacement, scores counted anew. They say
nothing of what another training set or another pre-training would change. Knows numbers only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from engine.jobs import Report
from training.geobench.tasks import Kind

PERCENTILES = (2.5, 97.5)
EVEN = 0.5  # a class is said to be there if it is more probable than not
Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Answers:
    """What was answered to test samples.

    Attributes:
        kind: of the task.
        truth: (N,) classes, (N, K) bool; of a segmentation unused.
        answer: (N,) classes or (N, K) probabilities; of a segmentation (N, K, K), the pixels of each image by true
            class (rows) and answered class.
    """

    kind: Kind
    truth: NDArray[Any]
    answer: NDArray[Any]

    def __len__(self) -> int:
        return len(self.answer)

    def scores(self, weights_N: Weights | None = None) -> dict[str, float]:
        """Metric -> score from 0 to 1, the first the one that counts; `weights_N` is how often each sample counts."""
        weights_N = np.ones(len(self)) if weights_N is None else weights_N
        return {name: metric(self, weights_N) for name, metric in _METRICS[self.kind].items()}


def confusion(
    truth_N: NDArray[Any], answer_N: NDArray[Any], image_N: NDArray[Any], images: int, classes: int
) -> Answers:
    """The answers to pixels, counted image by image.

    Args:
        truth_N: classes of labelled pixels.
        answer_N: what was answered.
        image_N: the image of each.
        images: how many there are.
        classes: how many there are.
    """
    flat_N = (image_N * classes + truth_N) * classes + answer_N
    counts = np.bincount(flat_N, minlength=images * classes * classes)
    return Answers("segmentation", np.zeros(images, np.int64), counts.reshape(images, classes, classes))


def interval(answers: Sequence[Answers], metric: str, resamples: int, report: Report) -> tuple[float, float]:
    """The middle 95 % of a score over resampled test samples.

    Args:
        answers: of each seed to the same test samples; scores are averaged over seeds before anything else.
        metric: which.
        resamples: how often samples are drawn; always the same draws, so that describers are compared on them.
        report: tells progress: a thousand mean average precisions take a minute.
    """
    lot = np.random.default_rng(0)
    count = len(answers[0])
    drawn = []
    for number in range(resamples):
        report(number, resamples, f"drawing test samples again for {metric}")
        weights_N = np.bincount(lot.integers(count, size=count), minlength=count).astype(np.float64)
        drawn.append(float(np.mean([_METRICS[one.kind][metric](one, weights_N) for one in answers])))
    low, high = np.percentile(drawn, PERCENTILES)
    return float(low), float(high)


def _accuracy(answers: Answers, weights_N: Weights) -> float:
    return float(np.average(answers.truth == answers.answer, weights=weights_N))


def _mean_average_precision(answers: Answers, weights_N: Weights) -> float:
    """Mean over the classes that any of the samples shows."""
    drawn_N = weights_N > 0
    shown_K = answers.truth[drawn_N].any(0)
    if not shown_K.any():
        return 0.0
    truth, answer = answers.truth[drawn_N][:, shown_K], answers.answer[drawn_N][:, shown_K]
    return float(average_precision_score(truth, answer, average="macro", sample_weight=weights_N[drawn_N]))


def _micro_f1(answers: Answers, weights_N: Weights) -> float:
    said = answers.answer > EVEN
    right, wrong = (weights_N @ (part.sum(1)) for part in (said & answers.truth, said ^ answers.truth))
    return float(2 * right / max(2 * right + wrong, 1))


def _mean_iou(answers: Answers, weights_N: Weights) -> float:
    """Mean over the classes that are there or are answered."""
    counts_KK = np.tensordot(weights_N, answers.answer, 1)
    both_K = np.diag(counts_KK)
    either_K = counts_KK.sum(0) + counts_KK.sum(1) - both_K
    return float(np.mean(both_K[either_K > 0] / either_K[either_K > 0]))


def _pixel_accuracy(answers: Answers, weights_N: Weights) -> float:
    counts_KK = np.tensordot(weights_N, answers.answer, 1)
    return float(np.trace(counts_KK) / max(counts_KK.sum(), 1))


_METRICS: Mapping[Kind, Mapping[str, Callable[[Answers, Weights], float]]] = {
    "classification": {"accuracy": _accuracy},
    "multilabel": {"mAP": _mean_average_precision, "micro-F1": _micro_f1},
    "segmentation": {"mIoU": _mean_iou, "pixel accuracy": _pixel_accuracy},
}
