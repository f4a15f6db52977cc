"""Estimators against published worked examples, against equations worked out by hand, and by their laws."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score

from engine.accuracy.estimators import NORMAL, Estimate, StratifiedSample, interval

# Olofsson et al. (2014), table 8: deforestation, forest gain, stable forest, stable non-forest; 30 m pixels
COUNTS = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000.0])


def table_8() -> tuple[StratifiedSample, np.ndarray, np.ndarray]:
    mapped = np.repeat(np.arange(4), COUNTS.sum(axis=1))
    seen = np.concatenate([np.repeat(np.arange(4), row) for row in COUNTS])
    return StratifiedSample(mapped, np.full(len(mapped), 900.0), PIXELS, PIXELS * 900), mapped, seen


def half(estimate: Estimate) -> float:
    """What the papers print behind the ±."""
    return NORMAL * estimate.error


def test_the_worked_example_of_olofsson_2014() -> None:
    sample, mapped, seen = table_8()
    overall = sample.ratio(mapped == seen)
    assert (overall.value, half(overall)) == (pytest.approx(0.947, abs=5e-4), pytest.approx(0.018, abs=6e-4))
    users = [sample.ratio((mapped == k) & (seen == k), mapped == k) for k in range(4)]
    assert [round(u.value, 2) for u in users] == [0.88, 0.73, 0.93, 0.96]
    assert [round(half(u), 2) for u in users] == [0.07, 0.10, 0.04, 0.02]
    producers = [sample.ratio((mapped == k) & (seen == k), seen == k) for k in range(4)]
    assert [round(p.value, 2) for p in producers] == [0.75, 0.85, 0.93, 0.96]
    hectares = [sample.ratio(seen == k).times(PIXELS.sum() * 0.09) for k in range(4)]
    assert [round(a.value) for a in hectares] == [21_158, 11_686, 285_770, 581_386]
    assert [half(a) for a in hectares] == pytest.approx([6158, 3756, 15_510, 16_282], abs=2)


def test_errors_are_those_of_equations_5_to_7_worked_out_by_hand() -> None:
    sample, mapped, seen = table_8()
    n, share = COUNTS.sum(axis=1), COUNTS / COUNTS.sum(axis=1, keepdims=True)
    u, w = np.diag(share), PIXELS / PIXELS.sum()
    assert sample.ratio(mapped == seen).error == pytest.approx(sqrt(sum(w**2 * u * (1 - u) / (n - 1))), rel=1e-3)
    for j in range(4):
        here = (mapped == j) & (seen == j)
        assert sample.ratio(here, mapped == j).error == pytest.approx(sqrt(u[j] * (1 - u[j]) / (n[j] - 1)), rel=1e-3)
        truly = PIXELS @ share[:, j]
        p = PIXELS[j] * share[j, j] / truly
        others = [i for i in range(4) if i != j]
        within = PIXELS[j] ** 2 * (1 - p) ** 2 * u[j] * (1 - u[j]) / (n[j] - 1)
        beyond = p**2 * sum(PIXELS[i] ** 2 * share[i, j] * (1 - share[i, j]) / (n[i] - 1) for i in others)
        assert sample.ratio(here, seen == j).error == pytest.approx(sqrt(within + beyond) / truly, rel=1e-3)


def test_the_worked_example_of_stehman_2014_where_strata_are_not_the_classes() -> None:
    """Tables 2 and 3 of the paper; pages 4932 to 4936 print the results."""
    strata = np.repeat(np.arange(4), 10)
    mapped = np.array([*"AAAAAAABBB", *"ABBBBBBBBB", *"BBCCCCCCBB", *"DDDDDDDDDD"])
    seen = np.array([*"AAAAACBABC", *"ABBBBBAABB", *"CCCCCDDBBA", *"DDDDDDDCCB"])
    pixels = np.array([40_000, 30_000, 20_000, 10_000.0])
    sample = StratifiedSample(strata, np.ones(40), pixels, pixels)
    b = (mapped == "B") & (seen == "B")
    found = {
        "area of A": sample.ratio(seen == "A"),
        "area of C": sample.ratio(seen == "C"),
        "overall": sample.ratio(mapped == seen),
        "user's of B": sample.ratio(b, mapped == "B"),
        "producer's of B": sample.ratio(b, seen == "B"),
    }
    assert {name: round(each.value, 3) for name, each in found.items()} == {
        "area of A": 0.35, "area of C": 0.2, "overall": 0.63, "user's of B": 0.574, "producer's of B": 0.794,
    }  # fmt: skip
    printed = [0.082, 0.064, 0.085, 0.125, 0.116]
    assert [each.error for each in found.values()] == pytest.approx(printed, abs=6e-4)


@st.composite
def samples(draw: st.DrawFn) -> tuple[StratifiedSample, np.ndarray, np.ndarray]:
    """Strata of some pixels of different sizes, of which some were drawn, and classes that may be anything."""
    strata = draw(st.integers(1, 4))
    points = draw(st.lists(st.integers(2, 6), min_size=strata, max_size=strata))
    more = draw(st.lists(st.integers(0, 50), min_size=strata, max_size=strata))
    stratum = np.repeat(np.arange(strata), points)
    size = np.array(draw(st.lists(st.floats(0.5, 2), min_size=len(stratum), max_size=len(stratum))))
    classes = st.lists(st.integers(0, 2), min_size=len(stratum), max_size=len(stratum)).map(np.array)
    area = np.bincount(stratum, size) + np.array(more, float)
    pixels = np.array(points, float) + np.array(more)
    return StratifiedSample(stratum, size, pixels, area), draw(classes), draw(classes)


@given(samples())
def test_weights_sum_to_the_area_and_shares_to_one(drawn: tuple[StratifiedSample, np.ndarray, np.ndarray]) -> None:
    sample, _, seen = drawn
    assert sample.weights.sum() == pytest.approx(sample.area_S.sum())
    assert sum(sample.ratio(seen == k).value for k in range(3)) == pytest.approx(1)


@given(samples(), st.randoms())
def test_the_order_of_points_changes_nothing(
    drawn: tuple[StratifiedSample, np.ndarray, np.ndarray], chance: object
) -> None:
    sample, mapped, seen = drawn
    order = list(range(len(mapped)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    other = StratifiedSample(sample.stratum_N[order], sample.size_N[order], sample.pixels_S, sample.area_S)
    one, two = sample.ratio(mapped == seen), other.ratio((mapped == seen)[order])
    assert (one.value, one.error, one.low, one.high) == pytest.approx((two.value, two.error, two.low, two.high))


@given(samples())
def test_intervals_hold_their_estimate_and_stay_between_0_and_1(
    drawn: tuple[StratifiedSample, np.ndarray, np.ndarray],
) -> None:
    sample, mapped, seen = drawn
    for found in (sample.ratio(mapped == seen), sample.ratio(seen == 0), sample.ratio(mapped == 0)):
        assert 0 <= found.low <= found.value <= found.high <= 1 + 1e-12


@given(samples())
def test_a_census_is_exact(drawn: tuple[StratifiedSample, np.ndarray, np.ndarray]) -> None:
    some, mapped, seen = drawn
    points = np.bincount(some.stratum_N).astype(float)
    census = StratifiedSample(some.stratum_N, some.size_N, points, np.bincount(some.stratum_N, some.size_N))
    found = census.ratio(mapped == seen)
    assert found.value == pytest.approx(accuracy_score(seen, mapped, sample_weight=some.size_N))
    assert (found.error, found.low, found.high) == (0, found.value, found.value)
    if (seen == 1).any():
        recall = census.ratio((mapped == 1) & (seen == 1), seen == 1)
        hit = some.size_N[(mapped == 1) & (seen == 1)].sum() / some.size_N[seen == 1].sum()
        assert (recall.value, recall.error) == (pytest.approx(hit), 0)


def test_one_point_of_a_stratum_has_the_largest_error_there_can_be() -> None:
    pixels = np.array([1000.0, 1000.0])
    sample = StratifiedSample(np.array([0, 0, 0, 1]), np.ones(4), pixels, pixels)
    assert sample.ratio(np.ones(4, bool)).error == 0  # all agree: the interval tells what is not known
    found = sample.ratio(np.array([True, True, True, False]))
    assert found.value == 0.5
    assert found.error == pytest.approx(0.5 * 0.5, rel=1e-2)  # half of the area, with half of the range


def test_points_that_all_agree_have_an_interval_of_their_number() -> None:
    pixels = np.array([1e6])
    found = StratifiedSample(np.zeros(50, int), np.ones(50), pixels, pixels).ratio(np.ones(50, bool))
    assert (found.value, found.error, found.high) == (1, 0, 1)
    assert found.low == pytest.approx(50 / (50 + NORMAL**2))
    none = interval(0.0, 0.0, 50)
    assert (none.low, none.high) == (0, pytest.approx(1 - found.low))


def test_nothing_seen_is_unknown() -> None:
    sample, mapped, _ = table_8()
    found = sample.ratio(mapped == 9, mapped == 9)
    assert np.isnan([found.value, found.error, found.low, found.high]).all()
