"""Scores are those of scikit-learn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from engine.fewlabel.validation.scores import confusion, scores


def test_the_matrix_has_the_truth_in_rows_and_the_map_in_columns():
    found = confusion(np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1]), 2)
    assert found.tolist() == [[1, 2], [0, 1]]


@given(st.integers(2, 6), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=80))
def test_scores_are_those_of_scikit_learn(classes, pairs):
    truth_N, mapped_N = (np.array(side) % classes for side in zip(*pairs, strict=True))
    matrix = confusion(truth_N, mapped_N, classes)
    known = np.unique(truth_N)
    assert (matrix == confusion_matrix(truth_N, mapped_N, labels=range(classes))).all()
    precision, recall, f1, _ = precision_recall_fscore_support(truth_N, mapped_N, labels=known, zero_division=0)
    found = scores(matrix)
    np.testing.assert_allclose(found.precision_K[known], precision)
    np.testing.assert_allclose(found.recall_K[known], recall)
    np.testing.assert_allclose(found.f1_K[known], f1)
    assert found.macro_f1 == pytest.approx(f1.mean())


def test_a_class_without_truth_has_no_scores_and_does_not_count():
    found = scores(np.array([[5, 0, 1], [0, 4, 0], [0, 0, 0]]))
    assert np.isnan([found.precision_K[2], found.recall_K[2], found.f1_K[2]]).all()
    assert found.macro_f1 == pytest.approx((10 / 11 + 1) / 2)


def test_nothing_checked_is_no_score():
    assert np.isnan(scores(np.zeros((2, 2), np.int64)).macro_f1)
