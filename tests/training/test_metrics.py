"""Each metric is scikit-learn's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, average_precision_score, f1_score, jaccard_score

from engine.fewlabel.validation.scores import confusion
from training import metrics

CLASSES = 4
PAIRS = st.lists(st.tuples(st.integers(0, CLASSES - 1), st.integers(0, CLASSES - 1)), min_size=1, max_size=40)
SCORED = st.lists(st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 3)), min_size=1, max_size=40)


@given(PAIRS)
def test_of_classes_that_exclude_each_other(pairs: list[tuple[int, int]]) -> None:
    truth_N, predicted_N = np.array(pairs).T
    counts_KK = confusion(truth_N, predicted_N, CLASSES)
    assert metrics.overall_accuracy(counts_KK) == pytest.approx(accuracy_score(truth_N, predicted_N))
    assert metrics.mean_iou(counts_KK) == pytest.approx(jaccard_score(truth_N, predicted_N, average="macro"))


def test_a_class_that_is_predicted_but_never_true_counts_in_the_mean_iou() -> None:
    assert metrics.mean_iou(np.array([[3, 1, 0], [0, 0, 0], [0, 0, 0]])) == pytest.approx((3 / 4 + 0) / 2)
    assert np.isnan(metrics.mean_iou(np.zeros((3, 3))))


@given(SCORED)
def test_average_precision_with_and_without_weights(triples: list[tuple[bool, int, int]]) -> None:
    truth_N, score_N, weights_N = (np.array(values) for values in zip(*triples, strict=True))
    for weights in (None, weights_N.astype(float)):
        kept = slice(None) if weights is None else weights > 0
        expected = 0.0
        if truth_N[kept].any():
            some = None if weights is None else weights[kept]
            expected = average_precision_score(truth_N[kept], score_N[kept], sample_weight=some)
        assert metrics.average_precision(truth_N, score_N / 7, weights) == pytest.approx(expected)


def test_of_several_classes() -> None:
    random = np.random.default_rng(0)
    truth_NK, probability_NK, weights_N = (
        random.random((50, 5)) < 0.4,
        random.random((50, 5)),
        random.integers(0, 3, 50),
    )
    truth_NK[:, 4] = weights_N == 0  # shown by no sample with weight: left out of the mean
    kept = weights_N > 0
    expected = average_precision_score(truth_NK[kept, :4], probability_NK[kept, :4], sample_weight=weights_N[kept])
    assert metrics.mean_average_precision(truth_NK, probability_NK, weights_N) == pytest.approx(expected)
    for weights in (weights_N, None):
        f1 = f1_score(truth_NK, probability_NK > 0.5, average="micro", sample_weight=weights)
        assert metrics.micro_f1(truth_NK, probability_NK, weights) == pytest.approx(f1)
