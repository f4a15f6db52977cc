"""Compiled or not, windows are what numpy finds in them, with the same bits however the array is cut."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.fewlabel import window_statistics as module
from engine.fewlabel.compiled import runs_compiled
from engine.fewlabel.window_statistics import window_statistics

FLOOR = 0.05


def values(planes, height, width, seed=0):
    random = torch.Generator().manual_seed(seed)
    valid_HW = torch.rand(height, width, generator=random) > 0.2
    return 3 * torch.randn(planes, height, width, generator=random), valid_HW


@given(st.integers(1, 5), st.integers(1, 40), st.integers(1, 40), st.integers(1, 6), st.integers(0, 99))
def test_torch_gives_the_bits_of_the_compiled_loop(planes, rows, cols, doublings, seed):
    widths = [2**k - 1 for k in range(2, doublings + 2)]
    halo_px = widths[-1] // 2
    y_KHW, valid_HW = values(planes, rows + 2 * halo_px, cols + 2 * halo_px, seed)
    assert runs_compiled(y_KHW)  # or this test compares torch with itself
    compiled_WDhw = window_statistics(y_KHW, valid_HW, widths, FLOOR)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "runs_compiled", lambda _: False)
        torch_WDhw = window_statistics(y_KHW, valid_HW, widths, FLOOR)
    assert compiled_WDhw.shape == (len(widths), 2 * planes, rows, cols)
    assert torch.equal(compiled_WDhw, torch_WDhw)


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 99))
def test_a_pixel_has_the_same_bits_wherever_the_array_begins(row, col, seed):
    y_KHW, valid_HW = values(2, 50, 60, seed)
    whole_WDhw = window_statistics(y_KHW, valid_HW, (3, 7, 15), FLOOR)
    part_WDhw = window_statistics(y_KHW[:, row:, col:], valid_HW[row:, col:], (3, 7, 15), FLOOR)
    assert torch.equal(part_WDhw, whole_WDhw[..., row:, col:])


def test_each_width_has_the_mean_and_log_deviation_of_the_valid_pixels_of_its_square():
    y_KHW, valid_HW = values(3, 80, 80)
    valid_HW[20:70, 20:70] = False
    widths = (3, 7, 15, 31)
    found_WDhw = window_statistics(y_KHW, valid_HW, widths, FLOOR)
    for row, col in ((0, 0), (17, 3), (25, 25), (49, 49)):  # the third sees no valid pixel in its narrow squares
        for width, found_D in zip(widths, found_WDhw[:, :, row, col], strict=True):
            first = (31 - width) // 2
            around = np.s_[row + first : row + first + width, col + first : col + first + width]
            values_KN = y_KHW[:, *around][:, valid_HW[around]].double().numpy()
            mean_K, variance_K = (values_KN.mean(1), values_KN.var(1)) if values_KN.size else (np.zeros(3),) * 2
            np.testing.assert_allclose(found_D[:3], mean_K, atol=1e-5)
            np.testing.assert_allclose(found_D[3:], np.log(variance_K + FLOOR**2) / 2, atol=1e-3)
