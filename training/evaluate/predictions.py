"""What was predicted for the test samples, its metrics, and how far chance in drawing those samples moves them.

Intervals are bootstrap percentiles: test samples are drawn again with replacement, and metrics counted anew. They say
nothing of what another training set or another pre-training would change.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.progress import Report
from training import metrics
from training.evaluate.datasets.labelled_set import Kind

PERCENTILES = (2.5, 97.5)
Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Predictions:
    """Predictions for test samples.

    Attributes:
        kind: of the task.
        truth: (N,) classes, (N, K) bool; of a segmentation unused.
        predicted: (N,) classes or (N, K) probabilities; of a segmentation (N, K, K), the pixels of each image by true
            class (rows) and predicted class.
    """

    kind: Kind
    truth: NDArray[Any]
    predicted: NDArray[Any]

    def __len__(self) -> int:
        return len(self.predicted)

    @property
    def score(self) -> float:
        """The metric that the task goes by, from 0 to 1."""
        return next(iter(_METRICS[self.kind].values()))(self, np.ones(len(self)))

    def scores(self, weights_N: Weights | None = None) -> dict[str, float]:
        """Metric -> score from 0 to 1, first the one that the task goes by; `weights_N`: how often samples count."""
        weights_N = np.ones(len(self)) if weights_N is None else weights_N
        return {name: metric(self, weights_N) for name, metric in _METRICS[self.kind].items()}


def of_pixels(
    truth_N: NDArray[Any], predicted_N: NDArray[Any], image_N: NDArray[Any], images: int, classes: int
) -> Predictions:
    """Predictions for pixels, counted image by image; `image_N` is the image of each."""
    flat_N = (image_N * classes + truth_N) * classes + predicted_N
    counts = np.bincount(flat_N, minlength=images * classes * classes)
    return Predictions("segmentation", np.zeros(images, np.int64), counts.reshape(images, classes, classes))


def interval(predictions: Sequence[Predictions], metric: str, resamples: int, report: Report) -> tuple[float, float]:
    """The middle 95 % of a metric over resampled test samples.

    Args:
        predictions: of each seed for the same test samples; scores are averaged over seeds before anything else.
        metric: which.
        resamples: how often samples are drawn; always the same draws, so that methods are compared on them.
        report: tells progress.
    """
    rng = np.random.default_rng(0)
    count = len(predictions[0])
    drawn = []
    for number in range(resamples):
        report(number, resamples, f"resampling test samples for {metric}")
        weights_N = np.bincount(rng.integers(count, size=count), minlength=count).astype(np.float64)
        drawn.append(float(np.mean([_METRICS[one.kind][metric](one, weights_N) for one in predictions])))
    low, high = np.percentile(drawn, PERCENTILES)
    return float(low), float(high)


def _confusion(one: Predictions, weights_N: Weights) -> NDArray[np.float64]:
    counts_KK: NDArray[np.float64] = np.tensordot(weights_N, one.predicted, 1)
    return counts_KK


_METRICS: Mapping[Kind, Mapping[str, Callable[[Predictions, Weights], float]]] = {
    "classification": {"accuracy": lambda one, w_N: float(np.average(one.truth == one.predicted, weights=w_N))},
    "multilabel": {
        "mAP": lambda one, w_N: metrics.mean_average_precision(one.truth, one.predicted, w_N),
        "micro-F1": lambda one, w_N: metrics.micro_f1(one.truth, one.predicted, w_N),
    },
    "segmentation": {
        "mIoU": lambda one, w_N: metrics.mean_iou(_confusion(one, w_N)),
        "pixel accuracy": lambda one, w_N: metrics.overall_accuracy(_confusion(one, w_N)),
    },
}
