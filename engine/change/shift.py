"""How far the second of two images lies from the first, by phase correlation. Pure arithmetic.

The cross-power spectrum of two images that are shifted against each other is a wave, whose transform has its peak at
the shift (Kuglin and Hines 1975). A parabola through the peak and its neighbours gives parts of a pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft

Floats = NDArray[np.floating]

LEAST_VALID = 0.9
"""Share of a window's pixels with data; others are set to the mean."""
SMOOTH = 0.15
"""Deviation of the Gaussian that dampens high frequencies, in cycles a pixel: there, scenes hold noise."""
FURTHEST = 0.25
"""Of the side of a window: what lies further apart shares too little."""
LEAST_WINDOWS = 3
"""Windows that must tell the same."""
AGREE_PX = 0.5
"""Windows whose shifts lie so near to the median agree with it."""
LEAST_AGREE = 0.5
"""Share of the windows."""


@dataclass(frozen=True)
class Shift:
    """What lies at (row, column) in the first image lies at (row + `down`, column + `right`) in the second, in pixels.

    `windows` agree on it.
    """

    down: float
    right: float
    windows: int

    @property
    def size(self) -> float:
        """How far, in pixels."""
        return float(np.hypot(self.down, self.right))


def shift_of(before_CHW: Floats, after_CHW: Floats, valid_HW: NDArray[np.bool_]) -> tuple[float, float] | None:
    """Down and right in pixels; None without enough data, or where nothing varies."""
    if valid_HW.mean() < LEAST_VALID:
        return None
    side = np.array(valid_HW.shape)
    taper_HW = np.outer(*(np.hanning(length) for length in side))
    rows_H1, cols_1W = fft.fftfreq(side[0])[:, None], fft.rfftfreq(side[1])[None]
    soft_HW = np.exp(-(rows_H1**2 + cols_1W**2) / (2 * SMOOTH**2))
    power_HW = np.zeros(soft_HW.shape, complex)
    for before_HW, after_HW in zip(before_CHW, after_CHW, strict=True):
        first, second = (fft.rfft2(_flat(band_HW, valid_HW) * taper_HW) for band_HW in (before_HW, after_HW))
        cross_HW = np.conj(first) * second
        size_HW = np.abs(cross_HW)
        power_HW += np.divide(cross_HW, size_HW, out=np.zeros_like(cross_HW), where=size_HW > 1e-12 * size_HW.max())
    peaks_HW = fft.irfft2(power_HW * soft_HW, s=tuple(side))
    reach = np.maximum((side * FURTHEST).astype(int), 1)
    near_HW = np.roll(peaks_HW, reach, (0, 1))[: 2 * reach[0] + 1, : 2 * reach[1] + 1]
    row, col = np.unravel_index(int(near_HW.argmax()), near_HW.shape)
    if not near_HW[row, col] > 0 or row in (0, 2 * reach[0]) or col in (0, 2 * reach[1]):
        return None
    return (
        float(row - reach[0] + _between(near_HW[row - 1 : row + 2, col])),
        float(col - reach[1] + _between(near_HW[row, col - 1 : col + 2])),
    )


def _flat(band_HW: Floats, valid_HW: NDArray[np.bool_]) -> Floats:
    mean = band_HW[valid_HW].mean()
    flat_HW: Floats = np.where(valid_HW, band_HW, mean) - mean
    return flat_HW


def _between(three: Floats) -> float:
    """Where the parabola through three values has its top, from the middle one."""
    left, middle, right = np.log(np.maximum(three, 1e-12 * three[1]))  # the smoothed peak is a Gaussian
    return float(0.5 * (left - right) / (left - 2 * middle + right)) if left + right < 2 * middle else 0.0


def agreed(shifts: Sequence[tuple[float, float]]) -> Shift | None:
    """What most windows say; None where they contradict each other or are too few."""
    if len(shifts) < LEAST_WINDOWS:
        return None
    shifts_N2 = np.array(shifts)
    near_N = np.abs(shifts_N2 - np.median(shifts_N2, axis=0)).max(axis=1) <= AGREE_PX
    if near_N.sum() < max(LEAST_WINDOWS, LEAST_AGREE * len(shifts)):
        return None
    down, right = np.mean(shifts_N2[near_N], axis=0)
    return Shift(float(down), float(right), int(near_N.sum()))
