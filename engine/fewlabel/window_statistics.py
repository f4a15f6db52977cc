"""Mean and spread of the pixels around each pixel, in windows of several widths.

A sum over a window twice as wide and one is two additions, always in the same order, so that it has the same bits
wherever the array begins (a running sum has not): ``S[2 m + 1](i) = S[m](i) + S[m](i + m) + x(i + 2 m)``, across the
columns first and then down the rows. The compiled loop takes one plane at a time, which stays in the processor's
cache; torch takes all of them, with the same result.
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.fewlabel.compiled import CompiledLoop, runs_compiled

Floats = NDArray[np.float32]


def window_statistics(y_KHW: Tensor, valid_HW: Tensor, widths: Sequence[int], floor: float) -> Tensor:
    """Mean and log deviation (len(widths), 2 K, h, w) of valid pixels, `widths[-1] // 2` inside the border.

    Args:
        y_KHW: values, float32.
        valid_HW: which pixels count.
        widths: of square windows in pixels, 3, 7, 15 …: each is twice the one before and one.
        floor: deviation that is added to every window's; keeps the logarithm finite.
    """
    known_1HW = valid_HW[None].to(y_KHW)
    y_KHW = y_KHW * known_1HW
    pixels_W1hw = _window_sums(known_1HW, widths).clamp_min_(1)
    found_WDhw = _window_sums(torch.cat([y_KHW, y_KHW.square()]), widths)
    for found_Dhw, pixels_1hw in zip(found_WDhw, pixels_W1hw, strict=True):  # so much stays in the processor's cache
        mean_Khw, spread_Khw = found_Dhw.div_(pixels_1hw).tensor_split(2)
        spread_Khw.addcmul_(mean_Khw, mean_Khw, value=-1).clamp_min_(0).add_(floor**2).log_().div_(2)
    return found_WDhw


def _window_sums(x_XHW: Tensor, widths: Sequence[int]) -> Tensor:
    """Sums (len(widths), X, h, w) over windows, by whatever is quickest."""
    halo_px = widths[-1] // 2
    planes, height, width = x_XHW.shape
    sums_WXhw = x_XHW.new_empty(len(widths), planes, height - 2 * halo_px, width - 2 * halo_px)
    if runs_compiled(x_XHW):
        _LOOP(x_XHW.numpy(), np.array(widths, np.int64), sums_WXhw.numpy())
    else:
        _in_torch(x_XHW, widths, sums_WXhw)
    return sums_WXhw


def _add_up(x_XHW: Floats, widths_W: NDArray[np.int64], sums_WXhw: Floats) -> None:
    """Write sums. A loop that wrote where it reads would not fill vector units: `across` and `down` take turns."""
    planes, height, width = x_XHW.shape
    rows, cols = sums_WXhw.shape[2:]
    across, down = np.empty((2, height, width), np.float32), np.empty((2, height, width), np.float32)
    for plane in range(planes):
        x_HW = x_XHW[plane]
        narrow_HW, size = x_HW, 1
        for w in range(len(widths_W)):
            wide_HW = across[w % 2]
            for i in range(height):
                wide, left, right, last = wide_HW[i], narrow_HW[i], narrow_HW[i, size:], x_HW[i, 2 * size :]
                for j in range(width - 2 * size):
                    wide[j] = (left[j] + right[j]) + last[j]
            narrow_HW, size = wide_HW, widths_W[w]
            first = (widths_W[-1] - size) // 2
            sums_HW, high, turn = wide_HW, 1, 0
            while high < size:
                taller_HW = down[turn]
                for i in range(first, height - first - 2 * high):
                    taller, top, middle = taller_HW[i, first:], sums_HW[i, first:], sums_HW[i + high, first:]
                    last = wide_HW[i + 2 * high, first:]
                    for j in range(cols):
                        taller[j] = (top[j] + middle[j]) + last[j]
                sums_HW, high, turn = taller_HW, 2 * high + 1, 1 - turn
            sums_WXhw[w, plane] = sums_HW[first : first + rows, first : first + cols]


_LOOP = CompiledLoop(_add_up, "void(f4[:,:,::1], i8[::1], f4[:,:,:,::1])")


def _in_torch(x_XHW: Tensor, widths: Sequence[int], sums_WXhw: Tensor) -> None:
    """The same."""
    rows, cols = sums_WXhw.shape[2:]
    across_XHW, size = x_XHW, 1
    for sums_Xhw, width in zip(sums_WXhw, widths, strict=True):
        across_XHW, size = _wider(across_XHW, x_XHW, size, 2), width
        first = (widths[-1] - size) // 2
        down_XHW = wide_XHW = across_XHW.narrow(2, first, cols)
        high = 1
        while high < size:
            down_XHW, high = _wider(down_XHW, wide_XHW, high, 1), 2 * high + 1
        sums_Xhw.copy_(down_XHW.narrow(1, first, rows))


def _wider(sums_XHW: Tensor, x_XHW: Tensor, size: int, dim: int) -> Tensor:
    """Sums of ``2 size + 1`` neighbours from those of `size`, first neighbour at the index of the sum."""
    count = x_XHW.shape[dim] - 2 * size
    left, right, last = (
        array.narrow(dim, start, count) for array, start in ((sums_XHW, 0), (sums_XHW, size), (x_XHW, 2 * size))
    )
    return (left + right).add_(last)
