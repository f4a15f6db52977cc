"""What a sensor's numbers usually are: a fixed mean and deviation of each band in model units.

Z-scores by these keep the absolute meaning of a value: a reflectance of 0.3 at 865 nm is the same number in every scene
and from every sensor. Reflectance is a property of the ground, so one curve over wavelength serves all sensors, known
or not. 8-bit pictures have a curve for each kind of picture, and radar has a row for each polarisation, in decibels.
Counts, amplitudes and unknown scales have no fixed statistics, because nothing fixes their scale.

The constants are rounded from the medians that `python -m benchmarks.sensor_statistics` finds in the scenes that
pre-training may learn from; the same command shows what they make of scenes that it may not. Infrared bands of 8-bit
pictures, which none of those scenes hold, have the published values that `training.data.layouts.satlas` lists.
"""

from collections.abc import Mapping, Sequence

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


def sensor_statistics(
    sensor: str, bands: Sequence[Band], quantity: str
) -> tuple[NDArray[np.float32], NDArray[np.float32]] | None:
    """The fixed mean and deviation (C,) of each band in model units, deviations above 0.

    Args:
        sensor: id in the catalogue; unknown ones are fine.
        bands: what each channel measures.
        quantity: what model units are, see `engine.scene.units.quantity_of`.

    Returns:
        None where nothing fixes the scale of the numbers, or a band has neither a wavelength nor a polarisation:
        a scene's own statistics are what is left then.
    """
    rows = [_row(sensor, band, quantity) for band in bands]
    if not rows or None in rows:
        return None
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
