"""How alike many pixels are to a few landmarks: what most of a few-label map costs.

The kernel of a group of P features is the mean of two Laplacians, ``exp(-d / 2)`` and ``exp(-2 d)``, with the mean
absolute difference d of standardised features. In torch that is `torch.cdist`, which adds up one pair of pixel and
landmark at a time, and nine walks over arrays. The compiled loop takes 128 pixels, four landmarks and two features
together, so that the processor's vector units are full, and exponentiates and adds up a sum where it was made. Without
numba, and on other devices, torch gives the same but for rounding.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.fewlabel.compiled import CompiledLoop, runs_compiled

PIXELS = 128
"""Taken together, with four landmarks and two features: the quickest of a dozen ways to cut the work."""
LOG2_E = 1.4426950408889634
LN2_HIGH, LN2_LOW = 0.693359375, -2.12194440e-4
"""The logarithm of 2 in two parts, the first with so few digits that a product with a whole number is exact."""
SMALLEST = -80.0
"""Exponents below count as this, a similarity of 1e-35."""

Floats = NDArray[np.float32]


def add_similarity(
    total_NM: Tensor, x_NP: Tensor, centre_P: Tensor, rate_P: Tensor, landmarks_MP: Tensor, weight: float
) -> Tensor:
    """`total_NM`, which may be overwritten, plus `weight` times the similarity, 0 to 1, of pixels to landmarks.

    Args:
        total_NM: float32; quickest if a landmark's pixels lie side by side in memory (`no_similarity` makes it so).
        x_NP: features; quickest if a feature's pixels lie side by side.
        centre_P: means of the features.
        rate_P: 1 / deviation: landmarks are compared with ``(x - centre) rate``.
        landmarks_MP: standardised likewise.
        weight: 0 or more.
    """
    if not runs_compiled(x_NP):
        wide_NM = torch.cdist((x_NP.float() - centre_P) * rate_P, landmarks_MP, p=1).mul_(-0.5 / len(rate_P)).exp_()
        return total_NM.add_(wide_NM + wide_NM.square().square_(), alpha=weight / 2)
    total_MN = total_NM.T.contiguous()
    arrays = x_NP.float().T, centre_P, rate_P, landmarks_MP, total_MN
    _LOOP(*(array.contiguous().numpy() for array in arrays), weight)
    return total_MN.T


def no_similarity(x_NP: Tensor, landmarks: int) -> Tensor:
    """Zeros (N, M) to add to."""
    return torch.zeros(landmarks, len(x_NP), device=x_NP.device).T


def _add_up(
    x_PN: Floats, centre_P: Floats, rate_P: Floats, landmarks_MP: Floats, total_MN: Floats, weight: float
) -> None:
    """Add to `total_MN`. A sum is in the order of the features, so it has the same bits wherever its pixel lies."""
    features, pixels = x_PN.shape
    landmarks = landmarks_MP.shape[0]
    scale, half, least = np.float32(-0.5 / features), np.float32(weight * 0.5), np.float32(SMALLEST)
    per_doubling, high, low = np.float32(LOG2_E), np.float32(LN2_HIGH), np.float32(LN2_LOW)
    one, two, three, four = np.float32(1), np.float32(1 / 2), np.float32(1 / 3), np.float32(1 / 4)
    five, six, seven = np.float32(1 / 5), np.float32(1 / 6), np.float32(1 / 7)
    bits, rest = np.empty(PIXELS, np.int32), np.empty(PIXELS, np.float32)
    power = bits.view(np.float32)
    sums = np.empty((4, PIXELS), np.float32)
    a, b, c, d = sums[0], sums[1], sums[2], sums[3]
    for start in range(0, pixels, PIXELS):
        count = min(PIXELS, pixels - start)
        for m in range(0, landmarks, 4):
            m1, m2, m3 = min(m + 1, landmarks - 1), min(m + 2, landmarks - 1), min(m + 3, landmarks - 1)
            sums[:] = 0
            for p in range(0, features - 1, 2):
                q = p + 1
                x, y = x_PN[p, start : start + count], x_PN[q, start : start + count]
                centre_x, centre_y, rate_x, rate_y = centre_P[p], centre_P[q], rate_P[p], rate_P[q]
                x_a, x_b, x_c, x_d = landmarks_MP[m, p], landmarks_MP[m1, p], landmarks_MP[m2, p], landmarks_MP[m3, p]
                y_a, y_b, y_c, y_d = landmarks_MP[m, q], landmarks_MP[m1, q], landmarks_MP[m2, q], landmarks_MP[m3, q]
                for n in range(count):
                    here, there = (x[n] - centre_x) * rate_x, (y[n] - centre_y) * rate_y
                    a[n] += abs(here - x_a) + abs(there - y_a)
                    b[n] += abs(here - x_b) + abs(there - y_b)
                    c[n] += abs(here - x_c) + abs(there - y_c)
                    d[n] += abs(here - x_d) + abs(there - y_d)
            if features % 2:
                p = features - 1
                x, centre_x, rate_x = x_PN[p, start : start + count], centre_P[p], rate_P[p]
                x_a, x_b, x_c, x_d = landmarks_MP[m, p], landmarks_MP[m1, p], landmarks_MP[m2, p], landmarks_MP[m3, p]
                for n in range(count):
                    here = (x[n] - centre_x) * rate_x
                    a[n] += abs(here - x_a)
                    b[n] += abs(here - x_b)
                    c[n] += abs(here - x_c)
                    d[n] += abs(here - x_d)
            for k in range(min(4, landmarks - m)):
                total, found = total_MN[m + k, start : start + count], sums[k]
                for n in range(count):
                    z = max(found[n] * scale, least)  # exp(z) = 2 ** doublings * exp(r), r within half a doubling of 0
                    doublings = np.floor(z * per_doubling + two)
                    r = z - doublings * high - doublings * low
                    series = one + r * five * (one + r * six * (one + r * seven))
                    rest[n] = one + r * (one + r * two * (one + r * three * (one + r * four * series)))
                    bits[n] = (np.int32(doublings) + np.int32(127)) << np.int32(23)  # a float's exponent
                for n in range(count):
                    wide = rest[n] * power[n]
                    square = wide * wide
                    total[n] += half * (wide + square * square)


_LOOP = CompiledLoop(_add_up, "void(f4[:,::1], f4[::1], f4[::1], f4[:,::1], f4[:,::1], f4)")
