"""Wavelengths as texts and headers write them: numbers, units, ranges and widths, in nanometres. Pure.

A number is a wavelength only where its unit is known, or where none is given and the numbers leave no doubt. The
numbers of bands (1, 2, 3 ...) are not wavelengths, whatever unit stands beside them.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.gdal.metadata import Wavelength
from engine.words import joined, say

SHORTEST_NM = 200.0
"""No imager of the Earth measures shorter waves: ozone absorbs them."""
MICROMETRE_LIMIT = 100.0
"""A wavelength without a unit is in micrometres below this number: thermal bands end at 15 um."""
SAME_NM = 10.0
"""Wavelengths in one text that differ by less are one band's, as "664.5 nm (S2A) / 665 nm (S2B)"."""
LIGHT_NM_PER_S = 299_792_458e9
NARROWEST_RANGE = 0.3
"""Lower over upper edge that a band has at least; panchromatic bands from 400 to 1000 nm come closest."""

_LENGTHS_NM = {
    1.0: "nm nanometer nanometre", 1e3: "um µm μm mu micron micrometer micrometre", 0.1: "a å angstrom ångström",
    1e6: "mm millimeter millimetre", 1e7: "cm centimeter centimetre", 1e9: "m meter metre",
}  # fmt: skip
_UNIT_NM = {unit: scale for scale, units in _LENGTHS_NM.items() for unit in units.split()}
_UNIT_HZ = {"hz": 1.0, "khz": 1e3, "mhz": 1e6, "ghz": 1e9, "thz": 1e12}
_PER_CM = ("cm-1", "1/cm", "wavenumber", "cm^-1", "cm**-1", "cm⁻¹", "per cm")

_NUMBER = r"(?<![\w.])(\d+(?:\.\d+)?)"
_LOOSE = r"(\d+(?:\.\d+)?)"
_UNIT = r"\s*(nanomet(?:er|re)s?|nm|micromet(?:er|re)s?|microns?|um|µm|μm)(?![a-z0-9])"
_ONE = re.compile(r"(?<![\d.])" + _LOOSE + _UNIT, re.IGNORECASE)
_RATIO = re.compile(_LOOSE + r"(?:\s*nm)?(?:\s*/\s*" + _LOOSE + r")+" + _UNIT, re.IGNORECASE)
_RANGE = re.compile(_NUMBER + f"(?:{_UNIT})?" + r"\s*(?:-|–|—|to|\.{2,3}|…)\s*" + _LOOSE + _UNIT, re.IGNORECASE)
_WIDTH = re.compile(
    r"(?:fwhm|band ?width|width)\W{0,3}"
    + _LOOSE
    + _UNIT
    + "|"
    + _LOOSE
    + _UNIT
    + r"\s*(?:fwhm|band ?width|wide|width)",
    re.IGNORECASE,
)
_PLUS_MINUS = re.compile(r"(?:±|\+/-|\+-)\s*" + _LOOSE + _UNIT, re.IGNORECASE)
_NUMBERED = re.compile(r"(?:band|layer|channel|ch|b)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class StatedWavelength:
    """A wavelength as a file writes it: number, unit (may be empty), width in the same unit, and the place."""

    centre: float
    unit: str
    fwhm: float | None
    source: str


def to_nm(value: float, unit: str) -> float | None:
    """`value` in nanometres, or None where the unit is unknown: a length, a frequency or a wave number."""
    unit = re.sub(r"\s+", " ", unit.strip().strip("{}[]()").lower())
    for spelled in (unit, unit.rstrip("s"), unit.replace(" ", "").rstrip("s")):
        if spelled in _UNIT_NM:
            return value * _UNIT_NM[spelled]
        if spelled in _UNIT_HZ:
            return LIGHT_NM_PER_S / (value * _UNIT_HZ[spelled])
        if spelled in _PER_CM:
            return 1e7 / value
    return None


def number(text: str | None) -> float | None:
    """The positive finite number that `text` is, or None."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 < value < math.inf else None


def split(text: str) -> tuple[Wavelength | None, str]:
    """The wavelength that a text states, and the rest: "Red (630-690 nm)" -> 660 nm, 60 nm wide, and "Red".

    No wavelength where the text states several that differ, as in "(665/842 nm)".
    """
    fwhm_nm: float | None = None
    rest = text
    for pattern, share in ((_WIDTH, 1.0), (_PLUS_MINUS, 2.0)):
        if (found := pattern.search(rest)) and _ONE.search(pattern.sub(" ", rest)):
            value, unit = [group for group in found.groups() if group][:2]
            fwhm_nm = share * (to_nm(float(value), unit) or 0.0)
            rest = pattern.sub(" ", rest)
    if (found := _RANGE.search(rest)) and (edges := _edges(found, rest)):
        low, high = edges
        return Wavelength((low + high) / 2, high - low, "description"), _cleaned(_RANGE.sub(" ", rest))
    without = _cleaned(_ONE.sub(" ", _RATIO.sub(" ", rest)))
    single = [to_nm(float(found[1]), found[2]) or 0.0 for found in _ONE.finditer(_RATIO.sub(" ", rest))]
    if _RATIO.search(rest) or not single or max(single) - min(single) > SAME_NM:
        return None, without
    return Wavelength(single[0], fwhm_nm, "description"), without


def _edges(found: re.Match[str], text: str) -> tuple[float, float] | None:
    """Both ends of a range in nanometres; None for "Band 4 - 665 nm", which is none."""
    low, low_unit, high, unit = found.groups()
    low_nm, high_nm = to_nm(float(low), low_unit or unit), to_nm(float(high), unit)
    if low_nm is None or high_nm is None or _NUMBERED.search(text[: found.start()]):
        return None
    return (low_nm, high_nm) if NARROWEST_RANGE < low_nm / high_nm < 1 else None


def _cleaned(text: str) -> str:
    """A text from which something was cut, without the brackets and commas that are left over."""
    return re.sub(r"[(\[]\s*[)\]]", " ", text).strip(" -–_,:;/|")


def resolve(stated: Sequence[StatedWavelength | None]) -> tuple[tuple[Wavelength | None, ...], str]:
    """The wavelengths of all bands in nanometres, and why some numbers are not used (or an empty text).

    Judges all numbers of one place and one unit together, for one number alone says little.
    """
    found: list[Wavelength | None] = [None] * len(stated)
    doubts = []
    for place in dict.fromkeys((item.source, item.unit) for item in stated if item):
        group = [(index, item) for index, item in enumerate(stated) if item and (item.source, item.unit) == place]
        values = [item.centre for _, item in group]
        unit = place[1].strip() or _likely_unit(values)
        in_nm = [to_nm(value, unit) for value in values] if unit else [None] * len(values)
        if _are_numbers_of_bands(values, len(stated)) or any(nm is None or nm < SHORTEST_NM for nm in in_nm):
            doubts.append(_doubt(values, place[1].strip()))
            continue
        for (index, item), nm in zip(group, in_nm, strict=True):
            assert nm is not None  # nosec B101
            # A frequency or wave number narrows as its wavelength does: by the same share, to first order.
            found[index] = Wavelength(nm, item.fwhm * (nm / item.centre) if item.fwhm else None, item.source)
    return tuple(found), joined(doubts, "; ")


def _likely_unit(values: Sequence[float]) -> str:
    """The unit of numbers that state none: micrometres or nanometres where all of them fit; else an empty text."""
    if all(SHORTEST_NM / 1e3 <= value < MICROMETRE_LIMIT for value in values):
        return "" if all(value.is_integer() for value in values) else "um"
    return "nm" if all(SHORTEST_NM <= value < MICROMETRE_LIMIT * 1e3 for value in values) else ""


def _are_numbers_of_bands(values: Sequence[float], count: int) -> bool:
    """Whether the numbers count the `count` bands (1, 2, 3, with gaps), or are one and the same for all of them."""
    counting = all(value.is_integer() for value in values) and min(values) <= 1 and count > 1
    return counting or (len(values) > 2 and len(set(values)) == 1)


def _doubt(values: Sequence[float], unit: str) -> str:
    listed = ", ".join(f"{value:g}" for value in values[:4]) + (", ..." if len(values) > 4 else "")
    if unit:
        return say("the wavelengths are {listed} in the unit '{unit}'", listed=listed, unit=unit)
    return say("the wavelengths are {listed} without a unit", listed=listed)
