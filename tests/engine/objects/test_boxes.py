"""Boxes: overlap, which stay, and which are right."""

import numpy as np
import pytest

from engine.objects import boxes

SQUARE = [0.0, 0.0, 10.0, 10.0]


def of(*rows: list[float]) -> boxes.Boxes:
    return np.array(rows, float)


def test_overlap_is_what_is_shared_over_what_either_covers() -> None:
    others = of(SQUARE, [0, 5, 10, 15], [20, 20, 30, 30])
    assert boxes.overlaps(of(*[SQUARE] * 3), others) == pytest.approx([1, 50 / 150, 0])


def test_the_object_that_is_overlapped_most_is_found() -> None:
    overlap_N, which_N = boxes.nearest_overlaps(of(SQUARE, [90, 90, 99, 99]), of([0, 8, 10, 18], [0, 1, 10, 11]))
    assert overlap_N == pytest.approx([90 / 110, 0]) and which_N[0] == 1


def test_the_best_of_boxes_on_one_object_stays_and_so_do_others() -> None:
    found = of([0, 1, 10, 11], SQUARE, [50, 50, 60, 60], [2, 2, 6, 6])
    stay = boxes.unique(found, np.array([0.5, 0.9, 0.1, 0.8]))
    assert stay.tolist() == [1, 2], "the last box lies inside the best"


def test_a_box_that_was_dropped_drops_no_other() -> None:
    chain = of(SQUARE, [0, 4, 10, 14], [0, 8, 10, 18])
    assert boxes.unique(chain, np.array([0.9, 0.8, 0.7])).tolist() == [0, 2]


def test_each_object_is_right_once() -> None:
    twice = of(SQUARE, [0, 1, 10, 11], [40, 40, 50, 50])
    assert boxes.matched(twice, of(SQUARE)) == 1
    assert boxes.f1(1, 3, 1) == pytest.approx(0.5) and boxes.f1(0, 0, 0) == 0


def test_nothing_is_no_error() -> None:
    none = np.empty((0, 4))
    assert not len(boxes.unique(none, np.empty(0))) and boxes.matched(none, of(SQUARE)) == 0
