"""What the values of a scene can prove about their unit: which readings are physically impossible.

Pure numpy. A reading is impossible when a robust share of the scene would reflect less than nothing or more
than clouds do, when land's brightest band would stay black, or when the air above it would be missing. What
values cannot prove is that 16-bit numbers without a published scaling are reflectance at all.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.sensors.catalogue import HYPERSPECTRAL_BANDS
from engine.words import say

ENOUGH_PIXELS = 100
"""With fewer valid pixels than this the values prove nothing."""
NEGATIVE = -0.05
"""No surface reflects less than nothing; atmospheric correction over dark water goes down to about -0.04."""
CLOUD = 1.7
"""Reflectance that the brightest percent of no scene exceeds, clouds, snow and glint included."""
BRIGHT_LAND = 1.2
"""As `CLOUD`, for scenes that are much brighter in the infrared than in colour: plants and soil stay below 0.8."""
WHITE = 0.6
"""Brightness in colour over that in the infrared from which clouds or snow may be in the scene."""
DARK_LAND = 0.1
"""A scene that is brightest in the infrared shows plants or soil; its brightest percent reflects more than this."""
RAYLEIGH = 0.05
"""Above the atmosphere air alone reflects 0.07-0.13 at 443 nm wherever the ground lies below about 5 km."""
INFRARED_NM = 740.0
"""From here on plants and soil outshine what they reflect of visible light, and water is black."""


@dataclass(frozen=True)
class ValueRange:
    """Robust range of every band: 1st, 50th and 99th percentile of the values that are not fill."""

    p1_C: NDArray[np.float64]
    p50_C: NDArray[np.float64]
    p99_C: NDArray[np.float64]
    pixels: int
    dtype: np.dtype[Any]

    @property
    def low(self) -> float:
        """The lowest band's 1st percentile."""
        return float(self.p1_C.min())

    @property
    def high(self) -> float:
        """The brightest band's 99th percentile."""
        return float(self.p99_C.max())


def value_range(values_CN: NDArray[Any], valid_N: NDArray[np.bool_], zero_is_fill: bool) -> ValueRange:
    """The robust range of a sample, without invalid pixels and, if asked, those that are zero in every band."""
    values_CN = values_CN[:, valid_N]
    if zero_is_fill:
        values_CN = values_CN[:, values_CN.any(axis=0)]
    pixels = values_CN.shape[1]
    p1, p50, p99 = np.percentile(values_CN, (1, 50, 99), axis=1) if pixels else np.zeros((3, len(values_CN)))
    return ValueRange(p1, p50, p99, pixels, values_CN.dtype)


def absurd_reflectance(scale: float, offset: float, found: ValueRange) -> bool:
    """Whether nobody can mean this scaling: lenient, because it doubts what somebody stated."""
    low, high = found.low * scale + offset, found.high * scale + offset
    return found.pixels >= ENOUGH_PIXELS and not (low > -0.3 and 0.002 < high < 3)


def impossible_reflectance(scale: float, offset: float, wavelengths_nm: NDArray[np.float64], found: ValueRange) -> str:
    """Why the values cannot be reflectance in this scaling, or an empty text. Strict: it holds for any scene."""
    if found.pixels < ENOUGH_PIXELS:
        return ""
    low_C, high_C = (p * scale + offset for p in (found.p1_C, found.p99_C))
    if low_C.min() < NEGATIVE:
        return say("1 % of a band would reflect {value:.2f} or less", value=low_C.min())
    if not 0.02 < high_C.max() < CLOUD:
        return say("the brightest percent would reflect {value:.3g}", value=high_C.max())
    return _no_land(wavelengths_nm, high_C) or _no_air(wavelengths_nm, low_C, high_C)


def _no_land(wavelengths_nm: NDArray[np.float64], high_C: NDArray[np.float64]) -> str:
    """Why this is not the land that brightness in the infrared says it is, or an empty text."""
    vapour = (abs(wavelengths_nm - 945) < 30) | (abs(wavelengths_nm - 1390) < 60) | (abs(wavelengths_nm - 1900) < 90)
    infrared = (wavelengths_nm > INFRARED_NM) & ~vapour
    visible = (wavelengths_nm > 0) & (wavelengths_nm < 700)
    if not infrared.any():
        return ""
    land, colour = high_C[infrared].max(), high_C[visible].max(initial=0)
    clouds = colour > WHITE * land or not visible.any()
    if (land > colour and land < DARK_LAND) or (land > BRIGHT_LAND and not clouds):
        return say("land would reflect {value:.3g} in the infrared", value=land)
    return ""


def _no_air(wavelengths_nm: NDArray[np.float64], low_C: NDArray[np.float64], high_C: NDArray[np.float64]) -> str:
    """Why this is not seen through an atmosphere, or an empty text.

    Multispectral data with the cirrus band come from above the atmosphere: no surface can be seen in it.
    """
    cirrus, coastal = abs(wavelengths_nm - 1375) < 15, abs(wavelengths_nm - 443) < 10
    if not cirrus.any() or len(wavelengths_nm) > HYPERSPECTRAL_BANDS:
        return ""
    if coastal.any() and low_C[coastal].min() < RAYLEIGH:
        return say("air alone reflects more than {value:.3f} at 443 nm", value=low_C[coastal].min())
    if low_C[cirrus].min() > 0.09 and (high_C - low_C)[cirrus].max() < 0.01:
        return say("the cirrus band would see one even veil of 0.1 everywhere")
    return ""
