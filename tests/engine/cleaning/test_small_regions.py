"""Small regions: which they are, what takes their place, and that no window shows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import label

from engine.cleaning import windowed
from engine.cleaning.small_regions import LENGTH, Minimum, fill, small
from engine.errors import Cancelled

EDGES, CORNERS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]]), np.ones((3, 3))


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


def noisy(seed: int, shape: tuple[int, int] = (90, 110), classes: int = 3, empty: float = 0.0) -> np.ndarray:
    """Stripes of classes with wrong pixels, and some without a class."""
    chance = np.random.default_rng(seed)
    map_HW = np.repeat(chance.integers(1, classes + 1, (shape[0] // 10, shape[1] // 10)), 10, axis=0).repeat(10, axis=1)
    wrong_HW = chance.random(map_HW.shape) < 0.3
    map_HW = np.where(wrong_HW, chance.integers(1, classes + 1, map_HW.shape), map_HW)
    return np.where(chance.random(map_HW.shape) < empty, 0, map_HW).astype(np.uint8)


def cleaned(map_HW: np.ndarray, pixels: float, window_px: int = windowed.WINDOW_PX) -> tuple[np.ndarray, int]:
    minimum = Minimum(pixels, pixels)
    return windowed.clean(map_HW.copy(), map_HW.copy(), None, minimum, quiet, window_px)


def too_small(map_HW: np.ndarray, pixels: int) -> np.ndarray:
    """Pixels of regions that are neither large nor long nor a part of a long chain of such, found another way."""
    found_HW = np.zeros(map_HW.shape, bool)
    for value in np.unique(map_HW[map_HW > 0]):
        number_HW, _ = label(map_HW == value, EDGES)
        short = [k for k in range(1, number_HW.max() + 1) if _short(number_HW == k, pixels)]
        chain_HW, _ = label(np.isin(number_HW, short), CORNERS)
        for k in range(1, chain_HW.max() + 1):
            if _diagonal(chain_HW == k) < LENGTH * np.sqrt(pixels):
                found_HW |= chain_HW == k
    return found_HW


def alone(map_HW: np.ndarray, small_HW: np.ndarray) -> np.ndarray:
    """Small pixels whose region touches none of its class by a corner: others go on a chain whose rest has grown."""
    found_HW = small_HW.copy()
    for value in np.unique(map_HW[small_HW]):
        joined_HW, _ = label(map_HW == value, CORNERS)
        found_HW &= ~((map_HW == value) & np.isin(joined_HW, joined_HW[(map_HW == value) & ~small_HW]))
    return found_HW


def _short(region_HW: np.ndarray, pixels: int) -> bool:
    return bool(region_HW.sum() < pixels and _diagonal(region_HW) < LENGTH * np.sqrt(pixels))


def _diagonal(region_HW: np.ndarray) -> float:
    return float(np.hypot(*(np.ptp(places) + 1 for places in np.nonzero(region_HW))))


@pytest.mark.parametrize("pixels", [2, 7, 20])
@pytest.mark.parametrize("seed", [0, 1])
def test_small_regions_are_those_that_another_way_finds(seed: int, pixels: int) -> None:
    map_HW = noisy(seed, (60, 60), empty=0.05)
    found_HW = small(map_HW, windowed.areas_of(None), Minimum(pixels, pixels))
    np.testing.assert_array_equal(found_HW, too_small(map_HW, pixels))


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), pixels=st.sampled_from([2, 5, 12]), empty=st.sampled_from([0.0, 0.3]))
def test_nothing_small_is_left_but_what_no_larger_region_touches(seed: int, pixels: int, empty: float) -> None:
    map_HW = noisy(seed, (40, 50), empty=empty)
    after_HW, left = cleaned(map_HW, pixels)
    small_HW = too_small(after_HW, pixels)
    alone_HW = alone(after_HW, small_HW)
    assert alone_HW.sum() <= left <= small_HW.sum()
    beside_HW = np.zeros_like(small_HW)
    beside_HW[1:] |= alone_HW[:-1]
    beside_HW[:-1] |= alone_HW[1:]
    beside_HW[:, 1:] |= alone_HW[:, :-1]
    beside_HW[:, :-1] |= alone_HW[:, 1:]
    assert not (beside_HW & ~small_HW & (after_HW > 0)).any()


def test_large_regions_and_pixels_without_a_class_stay() -> None:
    map_HW = noisy(3, empty=0.1)
    after_HW, _ = cleaned(map_HW, 9)
    stays_HW = ~too_small(map_HW, 9)
    np.testing.assert_array_equal(after_HW[stays_HW], map_HW[stays_HW])


@pytest.mark.parametrize("window_px", [16, 37, 64])
@pytest.mark.parametrize("pixels", [4, 11])
def test_the_map_does_not_depend_on_the_windows(window_px: int, pixels: int) -> None:
    map_HW = noisy(4, (150, 170), empty=0.02)
    whole_HW, left = cleaned(map_HW, pixels)
    by_windows_HW, left_by_windows = cleaned(map_HW, pixels, window_px)
    np.testing.assert_array_equal(by_windows_HW, whole_HW)
    assert left_by_windows == left


@pytest.mark.parametrize("diagonal", [False, True])
def test_a_road_of_single_pixels_stays_and_a_short_one_goes(diagonal: bool) -> None:
    map_HW = np.ones((60, 60), np.uint8)
    for at in range(5, 50):
        map_HW[at if diagonal else 30, at] = 2
    map_HW[50, 3:8] = 2
    after_HW, _ = cleaned(map_HW, 50)
    assert (after_HW == 2).sum() == 45
    assert (after_HW[50] == 1).all()


def test_a_hole_takes_the_class_that_most_of_its_rim_has() -> None:
    map_HW = np.ones((20, 20), np.uint8)
    map_HW[:, 12:] = 2
    map_HW[5:7, 9:12] = 3
    after_HW, _ = cleaned(map_HW, 10)
    assert (after_HW[5:7, 9:11] == 1).all()
    assert not (after_HW == 3).any()


def test_a_region_that_is_deeper_than_one_pass_is_filled_to_the_middle() -> None:
    map_HW = np.ones((40, 40), np.uint8)
    map_HW[10:20, 10:20] = 2
    small_HW = map_HW == 2
    _, left_HW = fill(map_HW, small_HW, 2)
    assert left_HW.sum() == 36
    after_HW, left = cleaned(map_HW, 101)
    assert left == 0
    assert (after_HW == 1).all()


def test_areas_count_on_the_ground() -> None:
    map_HW = np.ones((40, 40), np.uint8)
    map_HW[3:5, 3:5], map_HW[33:35, 33:35] = 2, 2
    wider_below = lambda rows_N, cols_N: np.where(rows_N > 20, 30.0, 10.0)  # noqa: E731
    found_HW = small(map_HW, wider_below, Minimum(100.0, 10.0))
    assert found_HW[3, 3]
    assert not found_HW[33, 33]


def test_cleaning_can_be_cancelled() -> None:
    def cancel(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        windowed.clean(noisy(0), noisy(0), None, Minimum(5, 5), cancel)
