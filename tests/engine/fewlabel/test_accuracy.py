"""One place decides what may be said of a map's accuracy: unchecked classes are never hidden behind a number."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine import fewlabel
from engine.cli import described
from engine.fewlabel.map_accuracy import LEAST_COVERAGE, accuracy
from engine.fewlabel.validation.folds import Foldings, Places
from engine.fewlabel.validation.held_out_predictions import HeldOutPredictions

NAMES = ("water", "forest", "bare soil", "town")


def validation(held_out: tuple[int, ...], wrong: int = 0) -> fewlabel.Validation:
    """Every held-out label is one pixel; of the first class, `wrong` pixels are mapped as the second."""
    count, classes = sum(held_out), len(held_out)
    random = np.random.default_rng(0)
    truth_N, at_2N = np.repeat(np.arange(classes), held_out), random.integers(0, 2000, (2, count))
    places = Places.of(*at_2N, (10.0, 10.0))
    mapped_N = truth_N.copy()
    mapped_N[:wrong] = 1
    fold_1N = np.arange(count)[None] % 2
    distance_1N = np.full(fold_1N.shape, 20_000.0)
    answers = HeldOutPredictions(truth_N, mapped_N[None], places, Foldings(fold_1N, distance_1N, 10.0), classes)
    return fewlabel.Validation(
        held_out=held_out, answers=answers, places=places, pixel_m=(10.0, 10.0), scene_P=np.array([500.0]),
        folds=2, trust={}, strength=0.1, prior=(), limit=None, unlike_P=np.zeros(0), warnings=(),
    )  # fmt: skip


def test_five_points_of_one_class_and_one_of_another_give_no_overall_score() -> None:
    found = accuracy(validation((5, 0)), NAMES[:2], (50, 50))
    assert found.whole is None and found.near is None
    assert (found.checked, found.unchecked) == (("water",), ("forest",))
    assert found.sentence.startswith("no overall score: 1 of 2 classes checked with 50 % of the mapped area")


def test_a_class_that_covers_half_of_the_map_cannot_be_left_out_of_the_score() -> None:
    assert accuracy(validation((9, 9, 0, 9)), NAMES, (20, 20, 50, 10)).whole is None
    assert accuracy(validation((9, 9, 0, 9)), NAMES, (40, 40, 5, 15)).whole.macro_f1 == 1


def test_classes_that_cover_little_cannot_be_left_out_by_the_dozen() -> None:
    names = [f"class {k}" for k in range(10)]
    assert accuracy(validation((9, 9) + (0,) * 8), names, (50, 50) + (0,) * 8).whole is None


def test_the_sentence_has_both_scores_with_an_interval_the_classes_and_the_labels() -> None:
    found = accuracy(validation((10, 10, 10, 0), wrong=2), NAMES, (1, 1, 1, 0))
    low, high = found.whole.interval
    assert low < 0.93 < high
    assert found.sentence == (
        f"macro-F1 0.93 ({low:.2f} to {high:.2f}), overall accuracy 0.93, 3 of 4 classes checked, 30 held-out labels"
    )


def test_forty_labels_without_an_error_are_not_certain() -> None:
    low, high = accuracy(validation((10, 10, 10, 10)), NAMES, (1, 1, 1, 1)).whole.interval
    assert low < 0.95 and high - low > 0.03


def far_away(distance_m: float, share: float) -> tuple[np.ndarray, np.ndarray]:
    """A hundred pixels: `share` of them among the labels of `validation`, the others so far to the right of them."""
    count = round(100 * share)
    cols_P = np.concatenate([np.linspace(0, 1999, count), np.full(100 - count, 2000 + distance_m / 10)])
    return np.linspace(0, 1999, 100).astype(int), cols_P.astype(int)


def test_a_map_far_from_its_labels_is_judged_near_them_and_no_farther() -> None:
    told = validation((10, 10, 10, 10), wrong=2)
    found = accuracy(told, NAMES, (1, 1, 1, 1), far_away(90_000, 0.4))
    assert found.whole is None and found.facts()["macro_f1"] is found.facts()["interval"] is None
    assert found.near is not None and found.facts()["near"]["macro_f1"] == found.near.macro_f1
    assert found.reach.area == pytest.approx(0.4) and found.reach.distance == 40_000
    assert found.sentence.startswith("within 40 km of the labels, which is 40 % of the map: macro-F1 0.9")
    assert found.sentence.endswith("how good the rest is cannot be known: label there")
    assert accuracy(told, NAMES, (1, 1, 1, 1), far_away(90_000, 0.8)).whole is not None
    assert accuracy(told, NAMES, (1, 1, 1, 1), far_away(1_000, 0.4)).whole is not None


def test_without_metres_the_reach_is_told_in_pixels() -> None:
    told = replace(validation((10, 10)), pixel_m=None, scene_P=np.array([1e6]))
    assert "within 40,000 pixels of the labels" in accuracy(told, NAMES[:2], (1, 1)).sentence


def test_without_held_out_labels_it_is_said_that_nothing_was_checked() -> None:
    assert accuracy(validation((0, 0)), NAMES[:2], (1, 1)).sentence == "not checked: no class has labels in two places"


def test_a_map_without_a_pixel_is_judged_by_its_classes() -> None:
    found = accuracy(validation((5, 5)), NAMES[:2], (0, 0))
    assert found.whole.macro_f1 == 1 and found.area is None


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 100)), min_size=2, max_size=30))
def test_a_number_is_shown_only_where_the_rest_can_move_it_by_a_quarter(classes: list[tuple[int, int]]) -> None:
    held_out, mapped = zip(*classes, strict=True)
    names = [f"class {k}" for k in range(len(classes))]
    found = accuracy(validation(held_out), names, mapped)
    assert set(found.checked) | set(found.unchecked) == set(names) and not set(found.checked) & set(found.unchecked)
    seen = sum(m for h, m in classes if h)
    covered = seen >= LEAST_COVERAGE * sum(mapped) and len(found.checked) >= LEAST_COVERAGE * len(names)
    assert (found.whole is not None) == covered
    assert (found.facts()["overall_accuracy"] is None) == (found.facts()["macro_f1"] is None) == (not covered)
    if found.checked:
        assert f"{len(found.checked)} of {len(names)} classes checked" in found.sentence
    assert json.loads(json.dumps(found.facts(), allow_nan=False)) == found.facts()


@given(st.integers(0, 999))
def test_held_out_labels_are_points_and_polygons_not_their_pixels(seed: int) -> None:
    random = np.random.default_rng(seed)
    polygon_N = np.sort(random.integers(0, 12, 80))
    polygon_N = np.unique(polygon_N, return_inverse=True)[1]
    corner_P2 = random.integers(0, 2000, (12, 2))
    at_N2 = corner_P2[polygon_N] + random.integers(0, 5, (80, 2))
    labels_N = np.unique((polygon_N % 3), return_inverse=True)[1]
    _, told = fewlabel.fit(
        fewlabel.Samples(
            {"spectra": torch.randn(80, 3)}, *map(torch.from_numpy, (labels_N, at_N2[:, 0], at_N2[:, 1], polygon_N))
        )
    )
    assert sum(told.held_out) <= len(np.unique(polygon_N))
    assert [count > 0 for count in told.held_out] == [row.any() for row in told.answers.confusion()]


def test_a_class_that_cannot_be_checked_is_named_with_what_to_do() -> None:
    random = np.random.default_rng(0)
    labels_N, at_2N = np.repeat([0, 1, 2], [10, 10, 4]), random.integers(0, 2000, (2, 24))
    at_2N[:, 20:] = 100
    samples = fewlabel.Samples(
        {"spectra": torch.randn(24, 3)}, *map(torch.from_numpy, (labels_N, *at_2N, np.arange(24))), names=NAMES[:3]
    )
    assert "'bare soil' cannot be checked: label it in a second place" in fewlabel.fit(samples)[1].warnings
    samples.rows_N[23] += 300  # what was said to do
    assert fewlabel.fit(samples)[1].held_out[2] > 0


@pytest.mark.parametrize("held_out", [(9, 9, 9, 9), (9, 9, 9, 0), (9, 0, 0, 0), (0, 0, 0, 0)])
def test_the_console_repeats_the_sentence_for_a_map_and_counts_classes_for_a_batch(held_out: tuple[int, ...]) -> None:
    found = accuracy(validation(held_out), NAMES, (1, 1, 1, 1))
    row = {"pixels_labelled": 9, "precision": None, "recall": None, "f1": None, "area_ha": 1.0}
    rows = [{"name": name, "held_out_labels": n, **row} for name, n in zip(NAMES, held_out, strict=True)]
    said = described.describe_map(
        {"outputs": {}, "model": {"name": "m", "trained": True},
         "report": {**found.facts(), "classes": rows, "warnings": []}}
    )  # fmt: skip
    assert found.sentence in said and "±" not in said and not re.search(r"\bnan\b", said)
