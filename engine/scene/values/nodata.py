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

LARGEST_INTEGER = 2**64 - 1
"""No band stores a larger integer."""


@dataclass(frozen=True)
class Nodata:
    """`values` and `by_band` have an entry a band, None and () for none; `ranges` hold for every band, both ends in."""

    values: tuple[float | None, ...]
    ranges: Ranges = ()
    by_band: tuple[Ranges, ...] = ()

    def clear(self, valid_HW: NDArray[np.bool_], band_HW: NDArray[Any], index: int) -> None:
        """Clear `valid_HW` where a band (numbered from 1) holds nothing, or what is not a finite number.

        `band_HW` must have the type in which the file stores the band: in a wider one, the nearest float32 to 1e20
        no longer equals 1e20, and large 64-bit integers run together.
        """
        if band_HW.dtype.kind == "f":
            valid_HW &= np.isfinite(band_HW)  # also the -inf that the decibel of zero is
        for fill in spellings(self.values[index - 1], band_HW.dtype):
            valid_HW &= band_HW != fill
        for low, high in (*self.ranges, *(self.by_band[index - 1] if self.by_band else ())):
            if low == high:
                for fill in spellings(low, band_HW.dtype):
                    valid_HW &= band_HW != fill
            elif (ends := _ends(low, high, band_HW.dtype)) is not None:
                valid_HW &= (band_HW < ends[0]) | (band_HW > ends[1])


def validated_ranges(ranges: Ranges) -> Ranges:
    """`ranges` as pairs of numbers: integers stay integers, of any size, and all else becomes a float.

    Raises:
        RequestError: one of them is no range.
    """
    for found in ranges:
        if len(found) != 2 or not found[0] <= found[1]:  # false for NaN, too
            raise RequestError(
                "expected nodata as ranges from a lower to a higher number; found {found}",
                "give --nodata LOW:HIGH; NaN is nodata anyway",
                found=":".join(map(str, found)),
            )
    return tuple((_exact(low), _exact(high)) for low, high in ranges)


def _exact(number: float) -> float:
    return number if isinstance(number, int) and abs(number) <= LARGEST_INTEGER else float(number)


def spellings(value: float | None, dtype: np.dtype[Any]) -> tuple[float, ...]:
    """The numbers of `dtype` that mean the nodata `value`; none if the type cannot hold it.

    A float64 band has two where its pixels may have been float32 before: the value, and the nearest float32 to it.
    """
    if value is None or math.isnan(value):
        return ()  # NaN is found as NaN
    if dtype.kind == "f":
        with np.errstate(over="ignore"):  # a float32 file may state the float64 spelling of its nodata
            return tuple({float(dtype.type(value)), float(dtype.type(np.float32(value)))})
    limits = np.iinfo(dtype)
    whole = isinstance(value, int) or value.is_integer()
    return (int(value),) if whole and limits.min <= value <= limits.max else ()


def _ends(low: float, high: float, dtype: np.dtype[Any]) -> tuple[float, float] | None:
    """The range as numbers of `dtype`, so that it is compared without conversion; None if it holds none of them."""
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return float(dtype.type(low)), float(dtype.type(high))
    limits = np.iinfo(dtype)
    first = limits.min if low < limits.min else math.ceil(min(low, limits.max + 1))
    last = limits.max if high > limits.max else math.floor(max(high, limits.min - 1))
    return (first, last) if first <= last and first <= limits.max and last >= limits.min else None
