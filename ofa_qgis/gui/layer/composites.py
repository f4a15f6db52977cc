"""Which pictures the bands of a scene allow: natural colour, false colours, radar. Pure: knows bands, no layers."""

from typing import Any, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from ...i18n import tr

BLUE, GREEN, RED, NEAR_INFRARED = (430, 520, 490), (520, 605, 560), (610, 700, 660), (760, 910, 835)
SHORT_WAVE = ((2080, 2360, 2200), (1550, 1760, 1620))
"""Ranges of wavelengths in nm (first, last, best), wide enough for the bands of the usual sensors."""
RADAR_PAIRS = (("VV", "VH"), ("HH", "HV"))
POLARISATIONS = ("VV", "VH", "HH", "HV")


class Composite(NamedTuple):
    """A picture: its name in the menu, and the numbers of one band (grey) or of three (red, green, blue)."""

    title: str
    bands: Tuple[int, ...]


def composites(bands: Sequence[Mapping[str, Any]]) -> List[Composite]:
    """What can be shown of bands as `inspect` answers them; grey only where no colours can be made."""
    found = [*_optical(bands), *_radar(bands)]
    if found or not bands:
        return found
    first = bands[0]
    return [Composite(tr("grey: {band}").format(band=first.get("name") or first["index"]), (int(first["index"]),))]


def _optical(bands: Sequence[Mapping[str, Any]]) -> List[Composite]:
    blue, green, red, near = (_nearest(bands, each) for each in (BLUE, GREEN, RED, NEAR_INFRARED))
    short = next((index for index in (_nearest(bands, each) for each in SHORT_WAVE) if index), None)
    wanted = (
        (tr("natural colour"), (red, green, blue)),
        (tr("colour infrared"), (near, red, green)),
        (tr("short-wave infrared"), (short, near, red)),
    )
    return [Composite(title, tuple(int(each) for each in of if each)) for title, of in wanted if all(of)]


def _radar(bands: Sequence[Mapping[str, Any]]) -> List[Composite]:
    """Two polarisations in three colours: green where the cross-polarised echo is strong, magenta where it is weak."""
    index = {str(band.get("name")): int(band["index"]) for band in reversed(bands)}
    found = [
        Composite(tr("radar: {co}, {cross}, {co}").format(co=co, cross=cross), (index[co], index[cross], index[co]))
        for co, cross in RADAR_PAIRS
        if co in index and cross in index
    ]
    alone = [name for name in POLARISATIONS if name in index]
    return found or [Composite(tr("grey: {band}").format(band=name), (index[name],)) for name in alone]


def _nearest(bands: Sequence[Mapping[str, Any]], span: Tuple[int, int, int]) -> Optional[int]:
    """The number of the band whose wavelength is nearest to the best of a range; None if none is in it."""
    first, last, best = span
    inside = [
        (abs(float(band["wavelength_nm"]) - best), int(band["index"]))
        for band in bands
        if band.get("wavelength_nm") and first <= float(band["wavelength_nm"]) <= last
    ]
    return min(inside)[1] if inside else None
