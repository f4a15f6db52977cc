"""One place decides what may be said of a map's accuracy: unchecked classes are never hidden behind a number."""

import json
import re
from dataclasses import asdict

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine import fewlabel
from engine.cli import console
from engine.fewlabel.accuracy import LEAST_COVERAGE, accuracy

NAMES = ("water", "forest", "bare soil", "town")


def validation(held_out: tuple[int, ...], wrong: int = 0) -> fewlabel.Validation:
    """Every held-out label is one pixel; of the first class, `wrong` pixels are mapped as the second."""
    counts_KK = np.diag(held_out)
    counts_KK[0, :2] += -wrong, wrong
    none = (None,) * len(held_out)
    return fewlabel.Validation(
        held_out=held_out, precision=none, recall=none, f1=none, confusion=tuple(map(tuple, counts_KK.tolist())),
        folds=5, block_px=32, trust={}, strength=0.1, prior=(), warnings=(),
    )  # fmt: skip


def test_five_points_of_one_class_and_one_of_another_give_no_overall_score() -> None:
    found = accuracy(validation((5, 0)), NAMES[:2], (50, 50))
    assert found.macro_f1 is None and found.overall_accuracy is None
    assert (found.checked, found.unchecked) == (("water",), ("forest",))
    assert found.sentence.startswith("no overall score: 1 of 2 classes checked with 50 % of the mapped area")


def test_a_class_that_covers_half_of_the_map_cannot_be_left_out_of_the_score() -> None:
    assert accuracy(validation((9, 9, 0, 9)), NAMES, (20, 20, 50, 10)).macro_f1 is None
    assert accuracy(validation((9, 9, 0, 9)), NAMES, (40, 40, 5, 15)).macro_f1 == 1


def test_classes_that_cover_little_cannot_be_left_out_by_the_dozen() -> None:
    names = [f"class {k}" for k in range(10)]
    assert accuracy(validation((9, 9) + (0,) * 8), names, (50, 50) + (0,) * 8).macro_f1 is None


def test_the_sentence_has_both_scores_the_classes_and_the_labels_and_no_deviation() -> None:
    found = accuracy(validation((10, 10, 10, 0), wrong=2), NAMES, (1, 1, 1, 0))
    assert found.sentence == "macro-F1 0.93, overall accuracy 0.93, 3 of 4 classes checked, 30 held-out labels"


def test_without_held_out_labels_it_is_said_that_nothing_was_checked() -> None:
    assert accuracy(validation((0, 0)), NAMES[:2], (1, 1)).sentence == "not checked: no class has labels in two places"


def test_a_map_without_a_pixel_is_judged_by_its_classes() -> None:
    found = accuracy(validation((5, 5)), NAMES[:2], (0, 0))
    assert found.macro_f1 == 1 and found.area is None


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 100)), min_size=2, max_size=30))
def test_a_number_is_shown_only_where_the_rest_can_move_it_by_a_quarter(classes: list[tuple[int, int]]) -> None:
    held_out, mapped = zip(*classes, strict=True)
    names = [f"class {k}" for k in range(len(classes))]
    found = accuracy(validation(held_out), names, mapped)
    assert set(found.checked) | set(found.unchecked) == set(names) and not set(found.checked) & set(found.unchecked)
    seen = sum(m for h, m in classes if h)
    covered = seen >= LEAST_COVERAGE * sum(mapped) and len(found.checked) >= LEAST_COVERAGE * len(names)
    assert (found.macro_f1 is not None) == covered
    assert (found.overall_accuracy is None) == (found.macro_f1 is None)
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
    assert [count > 0 for count in told.held_out] == [any(row) for row in told.confusion]


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
    said = console.describe_map(
        {"outputs": {}, "model": {"name": "m", "trained": True},
         "report": {**found.facts(), "classes": rows, "warnings": []}}
    )  # fmt: skip
    assert found.sentence in said and "±" not in said and not re.search(r"\bnan\b", said)
    assert asdict(found)["macro_f1"] == found.facts()["macro_f1"]
