"""Folds keep neighbours together; scores are those of scikit-learn."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from engine.fewlabel.validation import LARGEST_BLOCK_PX, NEVER, blocked_folds, confusion, scores


@st.composite
def labelled_pixels(draw):
    """Rows, columns, labels and polygons; every polygon has one class and lies in a small square."""
    random = np.random.default_rng(draw(st.integers(0, 9999)))
    polygons = draw(st.integers(2, 60))
    classes = random.integers(0, draw(st.integers(2, 5)), polygons)
    classes = np.unique(classes, return_inverse=True)[1]
    corners = random.integers(0, draw(st.sampled_from([10, 100, 1000])), (polygons, 2))
    polygon_N = random.integers(0, polygons, draw(st.integers(1, 200)) + polygons)
    polygon_N[:polygons] = np.arange(polygons)
    at_N2 = corners[polygon_N] + random.integers(0, 12, (len(polygon_N), 2))
    return at_N2[:, 0], at_N2[:, 1], classes[polygon_N], polygon_N


@settings(max_examples=60, deadline=None)
@given(labelled_pixels())
def test_pixels_of_a_polygon_are_held_out_together(pixels):
    folds = blocked_folds(*pixels)
    for polygon in np.unique(pixels[3]):
        assert len(np.unique(folds.fold_N[pixels[3] == polygon])) == 1


@settings(max_examples=60, deadline=None)
@given(labelled_pixels())
def test_what_is_held_out_can_be_learnt_elsewhere(pixels):
    folds = blocked_folds(*pixels)
    for fold in range(folds.count):
        held_N = folds.fold_N == fold
        assert held_N.any()
        assert set(pixels[2][held_N]) <= set(pixels[2][~held_N])


def test_points_in_one_block_are_held_out_together():
    random = np.random.default_rng(0)
    rows_N, cols_N = random.integers(0, 600, (2, 400))
    folds = blocked_folds(rows_N, cols_N, np.arange(400) % 3, np.arange(400))
    assert folds.block_px == LARGEST_BLOCK_PX
    block_N = rows_N // LARGEST_BLOCK_PX * 1000 + cols_N // LARGEST_BLOCK_PX
    for block in np.unique(block_N):
        assert len(np.unique(folds.fold_N[block_N == block])) == 1


def test_every_class_is_dealt_out_evenly():
    random = np.random.default_rng(0)
    labels_N = np.repeat([0, 1, 2], [100, 40, 10])
    folds = blocked_folds(*random.integers(0, 2000, (2, 150)), labels_N, np.arange(150))
    held_FK = np.array([np.bincount(labels_N[folds.fold_N == fold], minlength=3) for fold in range(5)])
    assert folds.count == 5
    assert (held_FK.max(0) - held_FK.min(0) <= 2).all()


def test_blocks_shrink_where_labels_are_close_together():
    down, right = (axis.ravel() * 9 for axis in np.indices((6, 6)))
    folds = blocked_folds(down, right, (down // 9 + right // 9) % 2, np.arange(36))
    assert folds.block_px < LARGEST_BLOCK_PX
    assert folds.count == 5


def test_a_class_from_one_place_is_never_held_out():
    rows_N, cols_N = np.array([0, 1, 2, 0, 500, 900]), np.array([0, 1, 2, 700, 100, 300])
    folds = blocked_folds(rows_N, cols_N, np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 0, 1, 2, 3]))
    assert (folds.fold_N[:3] == NEVER).all()
    assert (folds.fold_N[3:] != NEVER).all()


def test_two_polygons_leave_nothing_to_hold_out():
    labels_N = np.repeat([0, 1], 50)
    folds = blocked_folds(np.arange(100), np.arange(100), labels_N, labels_N)
    assert folds.count == 0
    assert (folds.fold_N == NEVER).all()


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
