"""The region of like pixels around one: the field and nothing but the field, for a range of tolerances."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.unlabelled import region_growing

SIDE = 120
FIELD = slice(20, 80), slice(30, 95)
SEED = (50, 60)


def field_mask(side: int = SIDE) -> np.ndarray:
    mask = np.zeros((side, side), bool)
    mask[FIELD] = True
    return mask


def two_fields(bands: int = 4, noise: float = 0.3, contrast: float = 2.0, seed: int = 0) -> np.ndarray:
    """A field in another one, `contrast` apart in every band, with as much noise as said."""
    x_CHW = np.random.default_rng(seed).normal(0, noise, (bands, SIDE, SIDE)).astype(np.float32)
    x_CHW[:, field_mask()] += contrast
    return x_CHW


def overlap(found: np.ndarray, wanted: np.ndarray) -> float:
    return float((found & wanted).sum() / (found | wanted).sum())


def everywhere() -> np.ndarray:
    return np.ones((SIDE, SIDE), bool)


@pytest.mark.parametrize("noise", [0.0, 0.1, 0.3, 0.5])
@pytest.mark.parametrize("bands", [1, 4, 40])
def test_the_proposed_region_is_the_field(bands: int, noise: float) -> None:
    found = region_growing.grown_regions(two_fields(bands, noise), everywhere(), SEED)
    best = region_growing.proposed(found, everywhere())
    assert overlap(found[best].region_HW, field_mask()) > 0.95


@pytest.mark.parametrize("noise", [0.1, 0.3])
def test_a_range_of_tolerances_gives_the_field(noise: float) -> None:
    found = region_growing.grown_regions(two_fields(4, noise), everywhere(), SEED)
    good = [level.tolerance for level in found if overlap(level.region_HW, field_mask()) > 0.95]
    assert max(good) > 1.3 * min(good)


@pytest.mark.parametrize("noise", [0.1, 0.3])
def test_no_tolerance_up_to_the_contrast_crosses_the_border(noise: float) -> None:
    x_CHW = two_fields(4, noise)
    apart_HW, _ = region_growing.distances(x_CHW, everywhere(), SEED)
    contrast = float(np.median(apart_HW[~field_mask()]))
    within = [
        level for level in region_growing.grown_regions(x_CHW, everywhere(), SEED) if level.tolerance < 0.7 * contrast
    ]
    assert len(within) > 3
    for level in within:
        assert not (level.region_HW & ~field_mask()).any()


def test_a_gentle_slope_is_followed_and_a_step_to_values_as_near_is_not() -> None:
    """0.9 at the end of the slope and -0.9 beyond the step are as far from the seed; only the step is an edge."""
    ramp = np.concatenate([np.linspace(0, 0.9, 60), np.full(20, -0.9), np.full(40, 4.0)])
    x_CHW = np.broadcast_to(ramp, (3, SIDE, SIDE)).astype(np.float32)
    apart_HW, _ = region_growing.distances(x_CHW, everywhere(), (60, 1))
    assert apart_HW[60, 58] == pytest.approx(apart_HW[60, 70], rel=0.1)
    found = [level for level in region_growing.grown_regions(x_CHW, everywhere(), (60, 1)) if level.region_HW[60, 58]]
    assert found[0].tolerance < 1.3 * apart_HW[60, 58]
    assert not found[0].region_HW[:, 62:].any()


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), bands=st.integers(1, 5), gaps=st.floats(0, 0.3), deep=st.booleans())
def test_regions_are_nested_connected_hold_the_seed_and_no_pixel_without_data(
    seed: int, bands: int, gaps: float, deep: bool
) -> None:
    chance = np.random.default_rng(seed)
    x_CHW = chance.normal(0, 1, (bands, 40, 50)).astype(np.float32)
    valid_HW = chance.random((40, 50)) >= gaps
    place = int(chance.integers(40)), int(chance.integers(50))
    valid_HW[place] = True
    x_CHW *= valid_HW
    deep_HW = chance.random((40, 50)).astype(np.float32) if deep else None
    found = region_growing.grown_regions(x_CHW, valid_HW, place, deep_HW)
    assert len(found) == region_growing.LEVELS
    before = np.zeros_like(valid_HW)
    for level in found:
        assert level.region_HW[place] and not (level.region_HW & ~valid_HW).any()
        assert not (before & ~level.region_HW).any()
        assert region_growing.ndimage.label(level.region_HW)[1] == 1
        before = level.region_HW
    assert 0 <= region_growing.proposed(found, valid_HW) < len(found)


def test_small_holes_are_filled_and_large_ones_stay() -> None:
    x_CHW = two_fields(3, 0.0)
    x_CHW[:, 30:33, 40:43], x_CHW[:, 55:70, 70:85] = -5, -5
    found = region_growing.grown_regions(x_CHW, everywhere(), SEED)
    region_HW = found[region_growing.proposed(found, everywhere())].region_HW
    assert region_HW[31, 41] and not region_HW[60, 78]


def test_the_median_keeps_a_straight_edge_and_ignores_neighbours_without_data() -> None:
    x_CHW = np.zeros((1, 9, 9), np.float32)
    x_CHW[:, :, 4:] = 1
    valid_HW = np.ones((9, 9), bool)
    assert np.array_equal(region_growing.median_of_nine(x_CHW, valid_HW), x_CHW)
    valid_HW[:, :4] = False
    assert (region_growing.median_of_nine(x_CHW, valid_HW)[:, :, 4:] == 1).all()
    noise = np.random.default_rng(0).normal(0, 1, (1, 9, 9)).astype(np.float32)
    inner = region_growing.median_of_nine(noise, np.ones((9, 9), bool))[0, 4, 4]
    assert inner == np.median(noise[0, 3:6, 3:6])
