"""How many points, and where."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.accuracy.design import RARE_POINTS, allocate, anticipated_error, points_for
from engine.errors import RequestError

SHARE = np.array([0.02, 0.015, 0.32, 0.645])  # Olofsson et al. (2014), section 5
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
EXPECTED = np.array([0.7, 0.6, 0.9, 0.95])


def test_the_worked_example_of_olofsson_2014() -> None:
    """Equation 13 gives 641 points there; an allocation with minima for rare classes needs a few more."""
    spread = np.sqrt(EXPECTED * (1 - EXPECTED))
    assert round(float((SHARE @ spread / 0.01) ** 2)) == 641
    assert 641 <= points_for(SHARE, PIXELS, EXPECTED, 0.01) < 760


def test_rare_classes_have_their_minimum_and_the_rest_is_shared_by_area() -> None:
    points = allocate(641, SHARE, PIXELS)
    assert points.sum() == 641
    assert points[:2].tolist() == [RARE_POINTS, RARE_POINTS]
    assert points[2] / points[3] == pytest.approx(SHARE[2] / SHARE[3], rel=0.01)


def test_no_more_points_than_pixels() -> None:
    assert allocate(1000, np.array([0.001, 0.999]), np.array([7, 6993])).tolist() == [7, 993]
    assert allocate(99, np.array([0.5, 0.5]), np.array([10, 10])).tolist() == [10, 10]


def test_too_few_points_are_refused_with_the_number_that_is_needed() -> None:
    with pytest.raises(RequestError) as refused:
        allocate(5, SHARE, PIXELS)
    assert "--points 8" in refused.value.hint


@given(
    st.lists(st.integers(1, 10_000), min_size=1, max_size=8).map(np.array),
    st.integers(1, 3000),
)
def test_every_allocation_fits(pixels: np.ndarray, points: int) -> None:
    needed = int(np.minimum(pixels, 2).sum())
    points = max(points, needed)
    found = allocate(points, pixels / pixels.sum(), pixels)
    assert found.sum() == min(points, pixels.sum())
    assert (found <= pixels).all() and (found >= np.minimum(pixels, 2)).all()


@given(st.lists(st.integers(100, 100_000), min_size=1, max_size=6).map(np.array), st.floats(0.02, 0.1))
def test_the_wish_is_met_with_hardly_a_point_too_many(pixels: np.ndarray, error: float) -> None:
    share, expected = pixels / pixels.sum(), np.full(len(pixels), 0.8)
    points = points_for(share, pixels, expected, error)
    reached = anticipated_error(share, pixels, expected, allocate(points, share, pixels))
    assert reached <= error
    least = next(n for n in range(2 * len(pixels), points + 1) if _reached(n, share, pixels) <= error)
    assert points <= 1.1 * least + 4


def _reached(points: int, share: np.ndarray, pixels: np.ndarray) -> float:
    return anticipated_error(share, pixels, np.full(len(share), 0.8), allocate(points, share, pixels))
