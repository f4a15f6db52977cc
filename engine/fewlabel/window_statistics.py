"""Mean and spread of the pixels around each pixel, in windows of several widths. Pure torch.

Written for numba as well, on columns that stay in the processor's cache, this took seven tenths of the time: too little
for a second way to say it.
"""

from collections.abc import Sequence

import torch
from torch import Tensor


def window_statistics(y_KHW: Tensor, valid_HW: Tensor, widths: Sequence[int], floor: float) -> Tensor:
    """Mean and log deviation (len(widths), 2 K, h, w) of valid pixels, `widths[-1] // 2` inside the border.

    Args:
        y_KHW: values.
        valid_HW: which pixels count.
        widths: of square windows in pixels, 3, 7, 15 …: each is twice the one before and one.
        floor: deviation that is added to every window's; keeps the logarithm finite.
    """
    halo_px = widths[-1] // 2
    rows, cols = y_KHW.shape[1] - 2 * halo_px, y_KHW.shape[2] - 2 * halo_px
    known_1HW = valid_HW[None].to(y_KHW)
    y_KHW = y_KHW * known_1HW
    found_SDhw = y_KHW.new_empty(len(widths), 2 * len(y_KHW), rows, cols)
    across = _sums(torch.cat([y_KHW, y_KHW.square(), known_1HW]), 2, widths[-1])
    for found_Dhw, size in zip(found_SDhw, widths, strict=True):
        first = halo_px - size // 2
        inside_XHW = across[size].narrow(2, first, cols)
        sums_Xhw = _sums(inside_XHW, 1, size)[size].narrow(1, first, rows)
        mean_Khw, spread_Khw = found_Dhw.tensor_split(2)
        torch.div(sums_Xhw[: len(y_KHW)], pixels_1hw := sums_Xhw[-1:].clamp_min(1), out=mean_Khw)
        torch.div(sums_Xhw[len(y_KHW) : -1], pixels_1hw, out=spread_Khw)
        spread_Khw.sub_(mean_Khw.square()).clamp_min_(0).add_(floor**2).log_().div_(2)
    return found_SDhw


def _sums(x_CHW: Tensor, dim: int, largest: int) -> dict[int, Tensor]:
    """Sums of 3, 7, 15 … `largest` neighbours along a dimension, first neighbour at the index of the sum.

    ``S[2 m + 1](i) = S[m](i) + S[m](i + m) + x(i + 2 m)`` with ``S[1] = x``: two additions per width, always in the
    same order, so a sum has the same bits wherever the array begins (a running sum has not).
    """
    length, sums, size = x_CHW.shape[dim], {1: x_CHW}, 1
    while size < largest:
        half, size = size, 2 * size + 1
        count = length - size + 1
        left, right, last = sums[half], sums[half].narrow(dim, half, count), x_CHW.narrow(dim, size - 1, count)
        sums[size] = left.narrow(dim, 0, count) + right + last
    return sums
