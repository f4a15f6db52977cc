"""Which stored values mean nothing: those that the file names band by band, and those that the user names for all.

Pure arithmetic on arrays.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError

Ranges = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Nodata:
    """`values` has one entry a band, None for none; `ranges` hold for every band, both ends in."""

    values: tuple[float | None, ...]
    ranges: Ranges = ()

    def clear(self, valid_HW: NDArray[np.bool_], band_HW: NDArray[Any], index: int) -> None:
        """Clear `valid_HW` where a band (numbered from 1) holds nothing, or what is no number."""
        if band_HW.dtype.kind == "f":
            valid_HW &= np.isfinite(band_HW)  # also the -inf that the decibel of zero is
        if (fill := _as_dtype(self.values[index - 1], band_HW.dtype)) is not None:
            valid_HW &= band_HW != fill
        for low, high in self.ranges:
            if (ends := _ends(low, high, band_HW.dtype)) is not None:
                valid_HW &= (band_HW < ends[0]) | (band_HW > ends[1])


def checked(ranges: Ranges) -> Ranges:
    """`ranges` as pairs of floats.

    Raises:
        RequestError: one of them is no range.
    """
    for found in ranges:
        if len(found) != 2 or not found[0] <= found[1]:  # false for NaN, too
            raise RequestError(
                f"expected nodata as ranges from a lower to a higher number; found {':'.join(map(str, found))}",
                "give --nodata LOW:HIGH; NaN is nodata anyway",
            )
    return tuple((float(low), float(high)) for low, high in ranges)


def _as_dtype(value: float | None, dtype: np.dtype[Any]) -> float | int | None:
    """The nodata value as the file's dtype stores it; None when it cannot, so that no pixel equals it."""
    if value is None or math.isnan(value):
        return None  # NaN is found as NaN
    if dtype.kind == "f":
        with np.errstate(over="ignore"):  # a float32 file may state the float64 spelling of its nodata
            return float(dtype.type(value))
    limits = np.iinfo(dtype)
    return int(value) if float(value).is_integer() and limits.min <= value <= limits.max else None


def _ends(low: float, high: float, dtype: np.dtype[Any]) -> tuple[float, float] | None:
    """The range as numbers of `dtype`, so that it is compared without conversion; None if it holds none of them."""
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return float(dtype.type(low)), float(dtype.type(high))
    limits = np.iinfo(dtype)
    first = limits.min if low < limits.min else math.ceil(min(low, limits.max + 1))
    last = limits.max if high > limits.max else math.floor(max(high, limits.min - 1))
    return (first, last) if first <= last and first <= limits.max and last >= limits.min else None
