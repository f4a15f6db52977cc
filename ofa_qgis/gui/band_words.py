"""Words for units, and wavelengths from a text file. Pure."""

from pathlib import Path
from typing import Dict, List

from ..i18n import tr

SHORTEST_NM, LONGEST_NM = 100.0, 30_000.0  # what a wavelength in nm can be; micrometres lie below
RADAR_UNITS = ("db", "linear", "amplitude")


def unit_titles() -> Dict[str, str]:
    """What the engine's units are, in words."""
    return {
        "dn": tr("reflectance × 10 000"),
        "dn+1000": tr("reflectance × 10 000, plus 1000"),
        "reflectance": tr("reflectance, 0 to 1"),
        "uint8": tr("8-bit values, 0 to 255"),
        "uint16": tr("reflectance × 65 535"),
        "landsat-c2": tr("Landsat Collection 2, Level 2"),
        "landsat-l1": tr("Landsat, Level 1"),
        "counts": tr("counts or radiance, no reflectance"),
        "db": tr("radar, decibel"),
        "linear": tr("radar, power"),
        "amplitude": tr("radar, amplitude"),
    }


def wavelengths_of(path: Path, bands: int) -> List[float]:
    """The wavelengths in nm that a text file states, one a line; empty lines and what follows a # do not count.

    Raises:
        OSError: the file cannot be read.
        ValueError: a line is no wavelength, or there are not as many as bands.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        text = line.partition("#")[0].strip().rstrip(",;").lower()
        text = text[:-2].strip() if text.endswith("nm") else text
        if not text:
            continue
        try:
            wavelength = float(text.replace(",", "."))
        except ValueError:
            wavelength = 0.0
        if not SHORTEST_NM <= wavelength <= LONGEST_NM:
            told = tr("Line {number} of {file} is no wavelength in nanometres: {text}.")
            raise ValueError(told.format(number=number, file=path.name, text=line.strip()))
        found.append(wavelength)
    if len(found) != bands:
        told = tr("{file} has {found} wavelengths, but the layer has {bands} bands.")
        raise ValueError(told.format(file=path.name, found=len(found), bands=bands))
    return found
