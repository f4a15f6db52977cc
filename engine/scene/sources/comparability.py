"""Sources of one sensor whose numbers do not mean the same: what is measured differs, or what nobody states may.

Such sources can be mapped together, and a person should know. Pure: reads metadata, opens nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from engine.gdal.metadata import FileMetadata
from engine.scene.interpretation import Reading
from engine.scene.values.units import LAUNCHED, OFFSET_SINCE
from engine.sensors.acquisition import acquisition_period
from engine.sensors.evidence import identity
from engine.sensors.questions import USER
from engine.words import joined, say

TOP, SURFACE = say("top-of-atmosphere reflectance"), say("surface reflectance")
_MEASURED = {
    TOP: r"msil1c|l1c|level-1c?|l1(?:tp|gt|gs)|c2-?l1|toa|top.of.(?:the.)?atmosphere",
    SURFACE: r"msil2a|l2a|level-2a?|l2s[pr]|l2d|c2-?l2|boa|bottom.of.(?:the.)?atmosphere|surface.reflectance|sr_b\d+"
    r"|hls|m[oy]d09",
    "sigma nought": r"sigma.?(?:0|nought)",
    "gamma nought": r"gamma.?(?:0|nought)",
    "beta nought": r"beta.?(?:0|nought)",
}
"""What is measured, and what says so in lower case: levels of ESA, USGS (Landsat Collection 2), DLR and ASI; words."""
_BY_UNITS: Mapping[str, str] = {"landsat-l1": TOP, "landsat-c2": SURFACE}
"""Units that one level alone has."""
_OFFSETS = ("dn", "dn+1000")
"""Units of Sentinel-2 between which no number decides."""


@dataclass(frozen=True)
class Known:
    """What is known of a source: what it is called, what its file says, and how it is read."""

    name: str
    metadata: FileMetadata
    reading: Reading


def cautions(sources: Sequence[Known]) -> list[str]:
    """What to know of sources of one sensor before they are compared."""
    told = []
    for sensor in dict.fromkeys(each.reading.sensor.id for each in sources):
        alike = [each for each in sources if each.reading.sensor.id == sensor]
        told += [_of_levels(alike), _of_offsets(alike)]
    return [text for text in told if text]


def measured(source: Known) -> str:
    """What a source measures as far as its kind is told; empty where nothing tells, or two things do."""
    said = source.metadata
    texts = (identity(said), said.name, said.tag("PROCESSING_LEVEL"), said.tag("UNITS", "UNIT"), *said.band_units)
    text = " ".join((*texts, *said.descriptions)).lower()
    found = {what for what, pattern in _MEASURED.items() if re.search(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])", text)}
    found |= {what for unit, what in _BY_UNITS.items() if unit == source.reading.units.id}
    return found.pop() if len(found) == 1 else ""


def _of_levels(sources: Sequence[Known]) -> str:
    """That sources measure different things, or an empty text."""
    kinds = [(each.name, what) for each in sources if (what := measured(each))]
    if len({what for _, what in kinds}) < 2:
        return ""
    return say(
        "The sources are not of one processing level: {listed}. Some of what differs between them is no change on the "
        "ground.",
        listed=joined(say("{name} ({what})", name=name, what=what) for name, what in kinds),
    )


def _of_offsets(sources: Sequence[Known]) -> str:
    """That the same answer was given for scenes of before and after ESA added 1000, or an empty text."""
    told = [each for each in sources if each.reading.units.source == USER and each.reading.units.id in _OFFSETS]
    dated = [(each, acquisition_period(each.metadata, LAUNCHED)) for each in told]
    for (one, when), (other, then) in combinations(dated, 2):
        if not when or not then or one.reading.units.id != other.reading.units.id:
            continue
        if (when.last < OFFSET_SINCE) != (then.last < OFFSET_SINCE):
            return say(
                "{one} is from {when} and {other} from {then}, and both were read as {unit}: from {since} on, ESA adds "
                "1000 to Sentinel-2 numbers. Check the units of both.",
                one=one.name,
                when=when.text,
                other=other.name,
                then=then.text,
                unit=one.reading.units.id,
                since=OFFSET_SINCE,
            )
    return ""
