"""Fixed statistics: a mean and a deviation of each band in model units that no scene changes.

Z-scores by these keep the absolute meaning of a value: a reflectance of 0.3 at 865 nm is the same number in every scene
and from every sensor. Reflectance is a property of the ground, so one curve over wavelength serves all sensors, known
or not. 8-bit pictures have a curve for each kind of picture, and radar has a row for each polarisation, in decibels.
Counts, amplitudes and unknown scales have no fixed statistics, because nothing fixes their scale. A published model
comes with the statistics of the set that it was trained on, and they are a choice beside those of the sensor.

The constants of sensors are rounded from the medians that `python -m benchmarks.sensor_statistics` finds in the scenes
that pre-training may learn from; the same command shows what they make of scenes that it may not. Infrared bands of
8-bit pictures, which none of those scenes hold, have the published values that `training.data.layouts.satlas` lists.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.sensors.catalogue import Band

Curve = tuple[tuple[float, float, float], ...]
"""Rows of wavelength in nm, mean and deviation, ascending; interpolated linearly, constant beyond the ends."""
REFLECTANCE: Curve = (
    (400, 0.07, 0.10), (443, 0.13, 0.09), (490, 0.11, 0.09), (560, 0.10, 0.09), (665, 0.11, 0.09), (705, 0.13, 0.09),
    (740, 0.24, 0.10), (783, 0.29, 0.12), (865, 0.27, 0.14), (1050, 0.35, 0.11), (1250, 0.32, 0.10),
    (1450, 0.14, 0.10), (1610, 0.19, 0.10), (1950, 0.09, 0.10), (2200, 0.12, 0.09), (2450, 0.09, 0.10),
)  # fmt: skip
"""Of land, through the atmosphere or corrected for it: green plants, soil, cities and some water and cloud.

No deviation is so small that snow and cloud, reflectance 1, lie ten deviations from the mean, where z-scores are
clipped.
"""
ABSORBED: Mapping[tuple[str, str], tuple[float, float]] = {
    ("sentinel-2", "B09"): (0.11, 0.10),
    **dict.fromkeys((("sentinel-2", "B10"), ("landsat-8", "B9"), ("landsat-9", "B9")), (0.0015, 0.001)),
}
"""(Sensor, band) -> reflectance where water vapour hides the ground, and the sensor sees the air above it."""
PICTURE: Curve = ((480, 0.44, 0.15), (555, 0.47, 0.17), (650, 0.47, 0.18), (840, 0.49, 0.17))
"""8-bit pictures from aircraft and satellites of high resolution, as 0 to 1."""
PICTURES: Mapping[str, Curve] = {
    "sentinel-2": (
        (492.7, 0.41, 0.12), (559.8, 0.38, 0.14), (664.6, 0.34, 0.20), (704.1, 0.33, 0.25), (740.5, 0.38, 0.24),
        (782.8, 0.41, 0.24), (832.8, 0.40, 0.24), (1613.7, 0.28, 0.19), (2202.4, 0.22, 0.17),
    )
}  # fmt: skip
"""Sensors whose 8-bit pictures are stretched otherwise."""
DECIBELS: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(("VV", "HH"), (-11.5, 3.5)),
    **dict.fromkeys(("VH", "HV"), (-17.5, 3.5)),
}
"""C-band backscatter of land by polarisation. HH and HV, of which no scene was measured, count as VV and VH."""
_PUBLISHED = {
    "VV": (-11.728724389184965, 4.887145774840316), "VH": (-18.85558188024017, 5.730270320384293),
    "B02": (1395.3408730676722, 917.7041440370853), "B03": (1338.4026921784578, 913.2988423581528),
    "B04": (1343.09883810357, 1092.678723527555), "B05": (1543.8607982512297, 1047.2206083460424),
    "B06": (2186.2022069512263, 1048.0101611156767), "B07": (2525.0932853316694, 1143.6903026819996),
    "B08": (2410.3377187373408, 1098.979177731649), "B8A": (2750.2854646886753, 1204.472755085893),
    "B11": (2234.911100061487, 1145.9774063078878), "B12": (1474.5311266077113, 980.2429840007796),
}  # fmt: skip
GALILEO: Mapping[str, tuple[float, float]] = MappingProxyType(
    {band: (mean, std) if band in DECIBELS else (mean / 1e4, std / 1e4) for band, (mean, std) in _PUBLISHED.items()}
)
"""Band -> mean and deviation of what Galileo's weights have seen, in model units (decibels, reflectance): the table
"13" of the publication's `config/normalization.json` (10,000 of its 127,155 training samples), reflectance times 10,000
there.
"""
UNREAD = (0.0, 1.0)
"""Of a band that Galileo does not know and passes over."""

Fixed = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Mean and deviation (C,) of each band in model units, deviations above 0."""


def fixed_statistics(choice: str, sensor: str, bands: Sequence[Band], quantity: str) -> Fixed | None:
    """The statistics that a choice fixes.

    Args:
        choice: one of `CHOICES`; "scene" fixes none.
        sensor: id in the catalogue; unknown ones are fine.
        bands: what each channel measures.
        quantity: what model units are, see `engine.scene.values.units.quantity_of`.

    Returns:
        None where nothing fixes the scale of the numbers: a scene's own statistics are what is left then.
    """
    return _CHOICES[choice](sensor, bands, quantity)


def sensor_statistics(sensor: str, bands: Sequence[Band], quantity: str) -> Fixed | None:
    """What the numbers of a sensor usually are.

    Args:
        sensor: id in the catalogue; unknown ones are fine.
        bands: what each channel measures.
        quantity: what model units are, see `engine.scene.values.units.quantity_of`.

    Returns:
        None where nothing fixes the scale of the numbers, or a band has neither a wavelength nor a polarisation:
        a scene's own statistics are what is left then.
    """
    rows = [_row(sensor, band, quantity) for band in bands]
    return None if not rows or None in rows else _columns(rows)


def galileo_statistics(bands: Sequence[Band], quantity: str) -> Fixed | None:
    """What Galileo's numbers were; mean 0 and deviation 1 of bands that it does not know.

    Returns:
        None where nothing makes these units those of the publication, as with 8-bit pictures and amplitudes.
    """
    names = [galileo_name(band) for band in bands]
    stated = {"decibels" if name in DECIBELS else "reflectance" for name in names if name in GALILEO}
    return _columns([GALILEO.get(name, UNREAD) for name in names]) if stated == {quantity} else None


def galileo_name(band: Band) -> str:
    """What a band is called in `GALILEO`, if it is there."""
    return band.polarisation or band.name


def _columns(rows: Sequence[tuple[float, float] | None]) -> Fixed:
    mean_C, std_C = np.array(rows, np.float32).T
    return mean_C, std_C


def _row(sensor: str, band: Band, quantity: str) -> tuple[float, float] | None:
    if band.polarisation:
        return DECIBELS.get(band.polarisation) if quantity == "decibels" else None
    if band.wavelength_nm is None:
        return None
    if quantity == "reflectance":
        return ABSORBED.get((sensor, band.name)) or _interpolated(REFLECTANCE, band.wavelength_nm)
    if quantity == "8 bit as 0 to 1":
        return _interpolated(PICTURES.get(sensor, PICTURE), band.wavelength_nm)
    return None


def _interpolated(curve: Curve, wavelength_nm: float) -> tuple[float, float]:
    nm_A, mean_A, std_A = zip(*curve, strict=True)
    return float(np.interp(wavelength_nm, nm_A, mean_A)), float(np.interp(wavelength_nm, nm_A, std_A))


_CHOICES: Mapping[str, Callable[[str, Sequence[Band], str], Fixed | None]] = MappingProxyType(
    {
        "scene": lambda _sensor, _bands, _quantity: None,
        "sensor": sensor_statistics,
        "galileo": lambda _sensor, bands, quantity: galileo_statistics(bands, quantity),
    }
)
CHOICES = tuple(_CHOICES)
"""Whose statistics a model can ask for: those of the scene (or the set of chips), of the sensor, or of the set that a
published model was trained on."""
