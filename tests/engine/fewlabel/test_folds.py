"""Labels are held out with their polygon, and as far from the others as the map is from them all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.fewlabel.validation.folds import NEVER, Foldings, Places
from engine.fewlabel.validation.held_out_predictions import HeldOutPredictions


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


def foldings(rows_N, cols_N, labels_N, polygon_N, pixel_m=None):
    """All ways of holding out."""
    return Foldings.of(Places.of(rows_N, cols_N, pixel_m), rows_N, cols_N, labels_N, polygon_N)


def points(count, extent, classes=3, seed=0):
    """Points of some classes all over a square."""
    random = np.random.default_rng(seed)
    return *random.integers(0, extent, (2, count)), np.arange(count) % classes, np.arange(count)


def distances(rows_N, cols_N, asked):
    """From some places to the nearest of the points."""
    return Places.of(*asked).distances(Places.of(rows_N, cols_N))


def mean_distance(found, mapped_P):
    """Of the answers that count for mapped pixels."""
    count_LN = found.counts(mapped_P)
    return np.nansum(count_LN * found.distance_LN) / count_LN.sum()


@settings(max_examples=60)
@given(labelled_pixels())
def test_pixels_of_a_polygon_are_held_out_together(pixels):
    for fold_N in foldings(*pixels).fold_LN:
        for polygon in np.unique(pixels[3]):
            assert len(np.unique(fold_N[pixels[3] == polygon])) == 1


@settings(max_examples=60)
@given(labelled_pixels())
def test_what_is_held_out_can_be_learnt_elsewhere(pixels):
    found = foldings(*pixels)
    for fold_N in found.fold_LN:
        for fold in range(fold_N.max() + 1):
            held_N = fold_N == fold
            assert held_N.any()
            assert set(pixels[2][held_N]) <= set(pixels[2][~held_N])
    np.testing.assert_array_equal(np.isnan(found.distance_LN), found.fold_LN == NEVER)


@settings(max_examples=60)
@given(labelled_pixels(), st.lists(st.floats(0, 2000), max_size=5))
def test_every_pixel_that_can_be_asked_answers_once(pixels, mapped):
    found = foldings(*pixels)
    np.testing.assert_allclose(found.counts(np.array(mapped)).sum(0), found.held)


def test_points_in_one_block_are_held_out_together():
    rows_N, cols_N, *rest = points(400, 600)
    found = foldings(rows_N, cols_N, *rest)
    for side in (8, 32, 128):
        block_N = rows_N // side * 1000 + cols_N // side
        whole = [all(len(set(fold_N[block_N == block])) == 1 for block in set(block_N)) for fold_N in found.fold_LN]
        assert any(whole)


def test_labels_all_over_the_scene_are_held_out_near_the_others():
    rows_N, cols_N, *rest = points(100, 500)
    mapped_P = distances(rows_N, cols_N, np.random.default_rng(1).integers(0, 500, (2, 2000)))
    assert mean_distance(foldings(rows_N, cols_N, *rest), mapped_P) == pytest.approx(mapped_P.mean(), rel=0.4)


def test_labels_on_one_side_are_held_out_far_from_the_others():
    rows_N, cols_N, *rest = points(100, 500)
    cols_N = cols_N // 2
    found = foldings(rows_N, cols_N, *rest)
    whole_P, far_P = (
        distances(rows_N, cols_N, np.random.default_rng(1).integers((0, start), 500, (2000, 2)).T) for start in (0, 250)
    )
    assert mean_distance(found, np.zeros(1)) < mean_distance(found, whole_P) < mean_distance(found, far_P)
    assert mean_distance(found, whole_P) == pytest.approx(whole_P.mean(), rel=0.25)
    assert found.covered(far_P) < 0.2 < found.covered(whole_P) < 0.8


def test_what_lies_too_far_away_is_out_of_reach():
    rows_N, cols_N, *rest = points(60, 100)
    far_P = distances(rows_N, cols_N, np.random.default_rng(1).integers(800, 900, (2, 50)))
    near_P = distances(rows_N, cols_N, np.random.default_rng(1).integers(0, 110, (2, 50)))
    reach = foldings(rows_N, cols_N, *rest).reach()
    assert near_P.max() < reach < far_P.min()


def test_distances_are_metres_where_pixels_have_a_size():
    rows_N, cols_N, *rest = points(60, 100)
    plain, metres = foldings(rows_N, cols_N, *rest), foldings(rows_N, cols_N, *rest, pixel_m=(10.0, 10.0))
    np.testing.assert_array_equal(plain.fold_LN, metres.fold_LN)
    np.testing.assert_allclose(10 * plain.distance_LN, metres.distance_LN)
    assert metres.reach() == pytest.approx(10 * plain.reach())


def test_every_class_is_dealt_out_evenly():
    labels_N = np.repeat([0, 1, 2], [100, 40, 10])
    rows_N, cols_N, _, polygon_N = points(150, 2000)
    found = foldings(rows_N, cols_N, labels_N, polygon_N)
    spread = []
    for fold_N in found.fold_LN:
        held_FK = np.array([np.bincount(labels_N[fold_N == fold], minlength=3) for fold in range(5)])
        spread.append((held_FK.max(0) - held_FK.min(0)).max())
    assert min(spread) <= 2


def test_a_class_from_one_place_is_never_held_out():
    rows_N, cols_N = np.array([0, 1, 2, 0, 500, 900]), np.array([0, 1, 2, 700, 100, 300])
    held_N = foldings(rows_N, cols_N, np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 0, 1, 2, 3])).held
    assert held_N.tolist() == [False] * 3 + [True] * 3


def test_two_polygons_leave_nothing_to_hold_out():
    labels_N = np.repeat([0, 1], 50)
    found = foldings(np.arange(100), np.arange(100), labels_N, labels_N)
    assert len(found.fold_LN) == 0 and not found.held.any()
    assert found.reach() == found.covered(np.ones(3)) == 0


def test_labels_without_an_error_do_not_prove_perfection():
    rows_N, cols_N, labels_N, polygon_N = points(40, 500, classes=4)
    found, centres = foldings(rows_N, cols_N, labels_N, polygon_N), Places.of(rows_N, cols_N)
    right = HeldOutPredictions(labels_N, np.tile(labels_N, (len(found.fold_LN), 1)), centres, found, 4)
    low, high = right.interval(np.full(9, 10.0))
    assert 0.75 < low < 0.95 and high == 1  # the score is 1, and within its interval


def answers(distance_P):
    """Labels of which a tenth, in a corner, is mapped wrongly: where macro-F1 lies, for a map so far from them."""
    rows_N, cols_N, labels_N, polygon_N = points(200, 1000, classes=2)
    found, centres = foldings(rows_N, cols_N, labels_N, polygon_N), Places.of(rows_N, cols_N)
    wrong_N = (rows_N < 320) & (cols_N < 320)
    mapped_LN = np.tile(np.where(wrong_N, 1 - labels_N, labels_N), (len(found.fold_LN), 1))
    return HeldOutPredictions(labels_N, mapped_LN, centres, found, 2).interval(np.full(9, float(distance_P)))


def test_the_interval_holds_the_truth_and_widens_with_the_distance():
    near, far = answers(10), answers(400)
    assert near[0] < 0.9 < near[1] and near[1] - near[0] < 0.2
    assert far[1] - far[0] > near[1] - near[0]


def test_labels_of_several_scenes_are_held_out_by_whole_scenes_if_a_class_is_known_from_two():
    rows_N, cols_N, labels_N, polygon_N = points(120, 500)
    scene_N = np.arange(120) // 40
    far_N = rows_N + 2**20 * scene_N
    found = Foldings.of(Places.of(far_N, cols_N), far_N, cols_N, labels_N, polygon_N, 0, scene_N)
    assert found.whole_scenes and len(found.fold_LN) == 1
    assert [len(np.unique(found.fold_LN[0][scene_N == scene])) for scene in range(3)] == [1, 1, 1]
    assert found.fold_LN.max() == 2 and found.distance_LN.min() > 2**19
    apart = Foldings.of(Places.of(far_N, cols_N), far_N, cols_N, scene_N, polygon_N, 0, scene_N)
    assert not apart.whole_scenes and apart.held.any()  # each class is known from one scene only
