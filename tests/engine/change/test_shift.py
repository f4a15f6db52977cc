"""How far two images lie apart is measured to parts of a pixel, or not at all."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, shift

from engine.change.shift import agreed, shift_of

VALID_HW = np.ones((128, 128), bool)


def textured(seed: int = 0) -> np.ndarray:
    return gaussian_filter(np.random.default_rng(seed).standard_normal((1, 128, 128)), (0, 1.5, 1.5))


@pytest.mark.parametrize("apart", [(0, 0), (3, -2), (0.4, 0.7), (-5.3, 8.6)])
def test_a_shift_is_found_to_a_tenth_of_a_pixel_through_other_light(apart: tuple[float, float]) -> None:
    first = textured()
    second = 3 - 0.5 * shift(first, (0, *apart), order=3, mode="wrap") + 0.02 * textured(1)
    found = shift_of(first, -second, VALID_HW)
    assert found == pytest.approx(apart, abs=0.1)


def test_nothing_is_said_of_what_does_not_vary_or_holds_no_data() -> None:
    assert shift_of(np.ones((1, 128, 128)), np.ones((1, 128, 128)), VALID_HW) is None
    assert shift_of(textured(), textured(), np.arange(128) < 100 & VALID_HW) is None


def test_windows_that_contradict_each_other_tell_nothing() -> None:
    told = agreed([(1.0, 2.0), (1.1, 2.1), (0.9, 1.9), (30.0, -4.0)])
    assert told and (told.down, told.right, told.windows) == (pytest.approx(1.0), pytest.approx(2.0), 3)
    assert agreed([(1.0, 2.0), (1.1, 2.1)]) is None
    assert agreed([(0.0, 0.0), (9.0, 2.0), (-7.0, 3.0), (4.0, -8.0)]) is None
