"""Words for units, for fill and for what is asked about them; wavelengths from a text file. Pure."""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ...engine.engine_words import plain
from ...i18n import number, tr

SHORTEST_NM, LONGEST_NM = 100.0, 30_000.0  # what a wavelength in nm can be; micrometres lie below
OFFSET_UNITS = frozenset(("dn", "dn+1000"))  # between which Sentinel-2's processing baseline decides
SENTINEL_2_UNITS = OFFSET_UNITS | {"uint16"}  # and services that stretch reflectance to 16 bits
MOST_SPANS = 3  # values that are named
ROUND_PERCENT = 10  # from here on without decimals
RADAR_UNITS = ("db", "linear", "amplitude")
MOST_BUTTONS = 4  # for the answers to one question


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


def unit_words(unit: str, question: Mapping[str, Any]) -> str:
    """A unit in words, with why it is the likely one if it is."""
    words = unit_titles().get(unit, unit)
    choices, date = question.get("choices") or [None], question.get("dated")
    if not date or unit != choices[0]:
        return words
    return tr("{unit} (likely: the scene is from {date})", unit=words, date=date)


def unit_question(question: Mapping[str, Any], sensor: Optional[str]) -> str:
    """What is asked about units; the engine's own words where more is open than Sentinel-2's offset."""
    choices = set(question.get("choices") or ())
    if sensor != "sentinel-2" or not OFFSET_UNITS <= choices <= SENTINEL_2_UNITS:
        return plain(question.get("text") or "")
    told = tr(
        "Was 1000 added to the values? ESA does so from processing baseline 04.00 on (25 January 2022), also when it "
        "processes older scenes again. Services that harmonise the data take the 1000 off."
    )
    if not question.get("dated"):
        return told
    dated = question["dated"]
    return f"{told} " + tr("The scene is from {date}: that makes one answer likely, but proves nothing.", date=dated)


def fill_words(fill: Mapping[str, Any], bands: int) -> Tuple[str, str]:
    """The share of the scene that may be fill, in percent, and the values it holds; `bands` are used of the scene."""
    percent = 100 * float(fill["share"])
    spans = [_span(part) for part in fill.get("parts") or ()]
    values = tr(" or ").join(list(dict.fromkeys(spans))[:MOST_SPANS])
    everywhere = bands > 1 and all(len(part["bands"]) == bands for part in fill.get("parts") or ())
    told = tr("{values} in all bands", values=values) if everywhere else values
    return number(percent, ".0f" if percent >= ROUND_PERCENT else ".1f"), told


def fill_question(fill: Mapping[str, Any], bands: int) -> str:
    """Were these pixels measured?"""
    share, values = fill_words(fill, bands)
    return tr(
        "{share} % of the scene holds {values}. Does that mean no data? The file does not say so.",
        share=share,
        values=values,
    )


def fill_titles(fill: Mapping[str, Any], bands: int) -> Dict[str, str]:
    """The answers, as they are kept with a layer, in words."""
    if not fill:
        return {"nodata": tr("what looks like fill is no data"), "data": tr("these pixels were measured")}
    share, values = fill_words(fill, bands)
    told = tr("{values} is no data ({share} % of the scene)", values=values, share=share)
    return {"nodata": told, "data": tr("these pixels were measured")}


def _span(part: Mapping[str, Any]) -> str:
    """The values of one kind of fill."""
    pairs = dict.fromkeys((low, part["high"][k]) for k, low in enumerate(part["low"]))
    shown = [(number(low, "g"), number(high, "g")) for low, high in list(pairs)[:MOST_SPANS]]
    return "; ".join(low if low == high else f"{low} – {high}" for low, high in shown)


def wavelengths_of(path: Path, bands: int) -> List[float]:
    """The wavelengths in nm that a text file states, one a line; empty lines and what follows a # do not count.

    Raises:
        OSError: the file cannot be read.
        ValueError: a line is no wavelength, or there are not as many as bands.
    """
    found = []
    for place, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        text = line.partition("#")[0].strip().rstrip(",;").lower()
        text = text[:-2].strip() if text.endswith("nm") else text
        if not text:
            continue
        try:
            wavelength = float(text.replace(",", "."))
        except ValueError:
            wavelength = 0.0
        if not SHORTEST_NM <= wavelength <= LONGEST_NM:
            shown = {"line": line.strip(), "number": place, "file": path.name}
            raise ValueError(tr("Line {number} of {file} is no wavelength in nanometres: {line}.", **shown))
        found.append(wavelength)
    if len(found) != bands:
        shown = {"file": path.name, "found": len(found), "bands": bands}
        raise ValueError(
            tr("{file} must hold a wavelength for each band. Wavelengths: {found}; bands: {bands}.", **shown)
        )
    return found
