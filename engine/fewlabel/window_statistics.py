"""Mean and spread of the pixels around each pixel, in windows of several widths. Pure torch.

Written for numba as well, on columns that stay in the processor's cache, this took seven tenths of the time: too little
for a second way to say it.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor


def window_statistics(y_KHW: Tensor, valid_HW: Tensor, widths: Sequence[int], floor: float) -> Iterator[Tensor]:
    """Mean and log deviation (2 K, h, w) of valid pixels, `widths[-1] // 2` inside the border, width by width.

    Args:
        y_KHW: values.
        valid_HW: which pixels count.
        widths: of square windows in pixels, 3, 7, 15 …: each is twice the one before and one.
        floor: deviation that is added to every window's; keeps the logarithm finite.
    """
    halo_px = widths[-1] // 2
    rows, cols = y_KHW.shape[1] - 2 * halo_px, y_KHW.shape[2] - 2 * halo_px
    known_1HW = valid_HW[None].to(y_KHW)
    described = len(y_KHW)
    y_KHW = y_KHW * known_1HW
    y_XHW = torch.cat([y_KHW, y_KHW.square(), known_1HW])
    across_XHW, size = y_XHW, 1
    for width in widths:
        across_XHW, size = _wider(across_XHW, y_XHW, size, 2), width
        first = halo_px - size // 2
        sums_Xhw = _sums_down(across_XHW.narrow(2, first, cols), size).narrow(1, first, rows)
        found_Dhw = y_XHW.new_empty(2 * described, rows, cols)
        mean_Khw, spread_Khw = found_Dhw.tensor_split(2)
        torch.div(sums_Xhw[:described], pixels_1hw := sums_Xhw[-1:].clamp_min(1), out=mean_Khw)
        torch.div(sums_Xhw[described:-1], pixels_1hw, out=spread_Khw)
        spread_Khw.sub_(mean_Khw.square()).clamp_min_(0).add_(floor**2).log_().div_(2)
        yield found_Dhw


def _sums_down(x_CHW: Tensor, size: int) -> Tensor:
    """Sums of `size` neighbours down the rows, first neighbour at the index of the sum."""
    sums_CHW, now = x_CHW, 1
    while now < size:
        sums_CHW, now = _wider(sums_CHW, x_CHW, now, 1), 2 * now + 1
    return sums_CHW


def _wider(sums_CHW: Tensor, x_CHW: Tensor, size: int, dim: int) -> Tensor:
    """Sums of ``2 size + 1`` neighbours from those of `size`: ``S[2 m + 1](i) = S[m](i) + S[m](i + m) + x(i + 2 m)``.

    Two additions per width, always in the same order, so a sum has the same bits wherever the array begins (a running
    sum has not). What is narrower is not kept: it would be most of a map's memory.
    """
    count = x_CHW.shape[dim] - 2 * size
    left, right, last = (
        array.narrow(dim, start, count) for array, start in ((sums_CHW, 0), (sums_CHW, size), (x_CHW, 2 * size))
    )
    return (left + right).add_(last)
