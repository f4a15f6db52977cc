"""Digital numbers to model units, and which unit a scene is in: stated, proven by the values, or asked.

Optical model units are reflectance (0-1; 8-bit pictures and uncalibrated counts have no physical scale and
keep an arbitrary one), radar model units are decibels. Knows sensors and facts, opens no file.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnitError
from engine.gdal.metadata import FileMetadata
from engine.scene.values.plausibility import (
    ENOUGH_PIXELS,
    ValueRange,
    absurd_reflectance,
    impossible_reflectance,
    value_range,
)
from engine.sensors import MatchedBand, Question, Sensor
from engine.sensors.acquisition import acquisition_period
from engine.sensors.catalogue import UNSPECTRAL
from engine.sensors.evidence import identity
from engine.sensors.questions import USER
from engine.words import alternatives, joined, say

if TYPE_CHECKING:
    import torch

Array = TypeVar("Array", "NDArray[Any]", "torch.Tensor")
"""Of numpy or of torch, which is not imported here: reading a scene needs no model."""

POWER_FLOOR = 1e-5
"""Radar power below this counts as this: -50 dB lies under any sensor's noise, and the logarithm of 0 is no number."""

WRAPPED = 65_400
"""Where -1 to -136 end up when forced into unsigned 16-bit numbers; no radar product fills that range alone."""

LAUNCHED = date(2015, 6, 23)
"""Of Sentinel-2A: no Sentinel-2 scene is older."""
OFFSET_SINCE = date(2022, 1, 25)
"""From this day on, ESA processes Sentinel-2 with baseline 04.00 and later (Sentinel-2 Products Specification)."""
_OFFSET = say(
    "from processing baseline 04.00 on ({date}), ESA adds 1000 to Sentinel-2 numbers, also "
    "to older scenes that it processed again (Collection 1); services that harmonise take it off "
    "again",
    date=OFFSET_SINCE,
)


@dataclass(frozen=True)
class Units:
    """How digital numbers become model units: DN * scale + offset, then 10 log10 when `decibel`."""

    id: str
    scale: float
    offset: float
    decibel: bool
    source: str

    @property
    def in_decibel(self) -> bool:
        """Whether model units are decibels."""
        return self.decibel or self.id == "db"

    @property
    def quantity(self) -> str:
        """What model units are."""
        return quantity_of(self.id, self.decibel)

    def to_model(self, x: Array) -> Array:
        """The values of `x` (any shape and dtype; of torch on any device) in model units, as float32."""
        library: Any = np if isinstance(x, np.ndarray) else sys.modules["torch"]  # they name these functions alike
        y = library.asarray(x, dtype=library.float32) * self.scale + self.offset
        if not self.decibel:
            return cast(Array, y)
        # The decibel of an amplitude is that of its square: 20 log10.
        power = library.square(y) if self.id == "amplitude" else y
        return cast(Array, 10.0 * library.log10(library.clip(power, POWER_FLOOR, None)))


QUANTITIES = {
    "amplitude": say("uncalibrated decibels"),
    "db": say("decibels"),
    "uint8": say("8 bit as 0 to 1"),
    "counts": say("counts"),
    "unknown": say("unknown scale"),
    "reflectance": say("reflectance"),
    "feature": say("features"),
    "metre": say("metres"),
}


def quantity_of(id: str, decibel: bool) -> str:
    """What model units are where stored numbers are in unit `id`, which `decibel` turns into decibels."""
    kind = "amplitude" if id == "amplitude" else "db" if decibel else id
    return QUANTITIES.get(kind, QUANTITIES["reflectance"])


MODEL_UNITS = Units("unknown", 1.0, 0.0, False, "")
"""Of numbers that are in model units already, whatever these are."""


def in_model_units(units: Units) -> Units:
    """The unit of numbers that `units` has brought to model units: the quantity stays, and nothing is left to do."""
    id = units.id if units.id in QUANTITIES else "reflectance"
    return replace(
        units, id="db" if units.in_decibel and id != "amplitude" else id, scale=1.0, offset=0.0, decibel=False
    )


def _kinds(*rows: tuple[str, float, float, bool]) -> dict[str, Units]:
    return {id: Units(id, scale, offset, decibel, "") for id, scale, offset, decibel in rows}


OPTICAL = _kinds(
    ("dn", 1e-4, 0.0, False),  # reflectance x 10000: Sentinel-2, EnMAP L2A, MODIS, HLS
    ("dn+1000", 1e-4, -0.1, False),  # Sentinel-2 from processing baseline 04.00 on (ESA, January 2022)
    ("uint16", 1 / 65535, 0.0, False),  # reflectance stretched to the dtype (Sentinel Hub, EO Browser)
    ("landsat-c2", 2.75e-5, -0.2, False),  # USGS Landsat Collection 2 Level-2 surface reflectance
    ("landsat-l1", 2e-5, -0.1, False),  # USGS Landsat 8/9 Level-1: REFLECTANCE_MULT and _ADD of every scene
    ("reflectance", 1.0, 0.0, False),
    ("uint8", 1 / 255, 0.0, False),
    ("counts", 1.0, 0.0, False),  # sensor counts or radiance: no reflectance, but z-scores of it serve
)
RADAR = _kinds(
    ("db", 1.0, 0.0, False), ("linear", 1.0, 0.0, True), ("amplitude", 1.0, 0.0, True), ("uint8", 1 / 255, 0.0, False)
)

# Free text of a unit tag, first match wins: "DN, surface reflectance x 10000 + 1000 (baseline 04.00)".
_STATED_OPTICAL = (
    (r"65535", "uint16"),
    (r"2\.75e-0?5|0\.0000275", "landsat-c2"),
    (r"(?<![\d.])2(?:\.0+)?e-0?5|0\.00002(?!\d)", "landsat-l1"),
    (r"[+-] ?1000\b|1000 offset|offset (?:of )?1000|baseline 0[4-9]", "dn+1000"),
    (r"1[ ,]?0000|1e-?0?4|0\.0001(?!\d)", "dn"),
    (r"radiance|counts?\b|not calibrated|uncalibrated", "counts"),
    (r"\b8[ -]?bits?|uint8", "uint8"),
    (r"reflectance.*\b0(?:\.0)? ?(?:-|to|\.\.|–) ?1\b|^(?:[bt]oa |surface )?reflectance$", "reflectance"),
)
_STATED_RADAR = ((r"\bdb\b|decibel", "db"), (r"amplitude", "amplitude"), (r"linear|power|intensity", "linear"))
# What the definition of a product says of its integers, by words in the tags or in the product's name.
_PRODUCTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("sentinel-2", r"l1c|l2a|hls\.s30", ("dn", "dn+1000")),  # ESA: quantification value 10000
    ("landsat-8 landsat-9", r"hls\.l30", ("dn",)),
    ("landsat-5 landsat-7 landsat-8 landsat-9", r"l2s[pr]|(?:\bc2\b|collection.?2).*\bl2\b", ("landsat-c2",)),
    ("landsat-8 landsat-9", r"\bl1\b|l1t|l1g", ("landsat-l1",)),
    ("enmap", r"l2a", ("dn",)),  # DLR: reflectance x 10000
    ("modis", r"m[oy]d(?:09|13)", ("dn",)),  # NASA: scale factor 0.0001
)
_LANDSAT = ("landsat-c2", "landsat-l1", "dn", "uint16")
_CANDIDATES: Mapping[str, tuple[str, ...]] = {
    "sentinel-2": ("dn", "dn+1000", "uint16"),
    **dict.fromkeys(("landsat-8", "landsat-9"), _LANDSAT),
    **dict.fromkeys(("landsat-5", "landsat-7"), tuple(kind for kind in _LANDSAT if kind != "landsat-l1")),
}
_ANY_OPTICAL = ("dn", "uint16", "counts")


def find_units(
    metadata: FileMetadata,
    sensor: Sensor,
    matched: Sequence[MatchedBand],
    sample: tuple[NDArray[Any], NDArray[np.bool_]],
    asked: str | None,
) -> Units | Question:
    """The unit of the matched bands, or the question whose answer is needed.

    Args:
        metadata: what the file says.
        sensor: the sensor that `match` found.
        matched: its bands, as many as `sample` has rows.
        sample: values (bands, N) in the file's dtype, and their validity (N,), as `Scene.sample` gives them.
        asked: the unit that the user gave, or None.

    Raises:
        UnitError: `asked` is no unit of such data, or its values cannot be in that unit.
    """
    if sensor.id in UNSPECTRAL and asked is None:
        scalings = set(zip(metadata.scales, metadata.offsets, strict=True))
        scale, offset = scalings.pop() if len(scalings) == 1 else (1.0, 0.0)
        return Units(UNSPECTRAL[sensor.id], scale, offset, False, say("sensor"))
    metadata = metadata.only(
        [band.index for band in matched]
    )  # maps beside the bands have scales and units of their own
    radar = any(band.band.polarisation for band in matched)
    kinds = RADAR if radar else OPTICAL
    found = value_range(*sample, zero_is_fill=not radar)
    if asked is not None:
        if asked not in kinds:
            raise UnitError(
                "'{asked}' is no unit of {sensor}",
                "give --units {units}",
                asked=asked,
                sensor=sensor.title,
                units=alternatives(kinds),
            )
        if problem := _absurd(kinds[asked], found, radar):
            others = alternatives(kind for kind in kinds if kind != asked)
            raise UnitError(
                "the values cannot be in unit '{asked}': {problem}",
                "give --units {units}",
                asked=asked,
                problem=problem,
                units=others,
            )
        return replace(kinds[asked], source=USER)
    if several := _several_scalings(metadata):
        answer: Units | Question = _ask(several, kinds)
    elif stated := _stated(metadata, sensor, kinds, radar):
        problem = _absurd(stated, found, radar)
        against = say("the {source} says {unit}, but {problem}", source=stated.source, unit=stated.id, problem=problem)
        answer = _ask(against, kinds) if problem else stated
    elif found.dtype == np.uint8:
        answer = replace(kinds["uint8"], source=say("8-bit numbers"))
    else:
        answer = _radar_from_values(found) if radar else _optical_from_values(metadata, sensor, matched, found)
    return _with_offset(answer, metadata) if isinstance(answer, Question) and sensor.id == "sentinel-2" else answer


def _with_offset(question: Question, metadata: FileMetadata) -> Question:
    """The question whether 1000 was added to Sentinel-2 numbers, with what the date of the scene makes likely.

    The date is no proof: ESA processed old scenes again, and services take the offset off new ones.
    """
    if not {"dn", "dn+1000"} <= set(question.choices):
        return question
    text, when = joined((question.text, _OFFSET), "; "), acquisition_period(metadata, LAUNCHED)
    likely = (
        "" if when is None else "dn+1000" if when.first >= OFFSET_SINCE else "dn" if when.last < OFFSET_SINCE else ""
    )
    if when is None or not likely:
        return replace(question, text=text)
    others = (choice for choice in question.choices if choice != likely)
    text = say(
        "{text}; {likely} is likely: the scene is from {when} ({source})",
        text=text,
        likely=likely,
        when=when.text,
        source=when.source,
    )
    return replace(_ask(text, (likely, *others)), dated=when.text)


def _stated(metadata: FileMetadata, sensor: Sensor, kinds: Mapping[str, Units], radar: bool) -> Units | None:
    """The unit that the file states: in words, or as scale and offset of its bands."""
    words = " ".join((metadata.tag("UNITS", "UNIT"), *sorted(set(metadata.band_units)))).strip().lower()
    said = _first_match(_STATED_RADAR if radar else _STATED_OPTICAL, words)
    scaling = set(zip(metadata.scales, metadata.offsets, strict=True)) - {(1.0, 0.0)}
    if len(scaling) == 1 and (metadata.scaled_by or not _leaves_offset_open(metadata, sensor)):
        ((scale, offset),) = scaling
        same = (id for id, kind in kinds.items() if np.allclose((kind.scale, kind.offset), (scale, offset), atol=1e-9))
        if (id := said if radar else next(same, "scaled")) is not None:
            return Units(id, scale, offset, radar and id != "db", metadata.scaled_by or say("bands' scale and offset"))
    if said == "reflectance" and not metadata.dtype.startswith("float"):
        return None  # the quantity is known, but whole numbers need a scale as well
    if said is None and not radar and not _leaves_offset_open(metadata, sensor):
        words = metadata.tag("SCALE", "SCALE_FACTOR").strip().lower()
        said = _first_match(_STATED_OPTICAL, words)
    return replace(kinds[said], source=say("tag '{name}'", name=words[:60])) if said is not None else None


def _several_scalings(metadata: FileMetadata) -> str:
    """That bands have scales of their own, so that no one unit holds for all, or an empty text."""
    found = dict.fromkeys(zip(metadata.scales, metadata.offsets, strict=True))
    first = next(iter(found), (1.0, 0.0))
    if all(np.allclose(first, other, rtol=1e-6, atol=1e-12) for other in found):
        return ""
    listed = ", ".join(f"{scale:g} ({offset:+g})" for scale, offset in list(found)[:3])
    return say(
        "the bands have scales and offsets of their own: {listed}", listed=listed + (", ..." if len(found) > 3 else "")
    )


def _first_match(patterns: Sequence[tuple[str, str]], words: str) -> str | None:
    return next((id for pattern, id in patterns if re.search(pattern, words)), None)


def _leaves_offset_open(metadata: FileMetadata, sensor: Sensor) -> bool:
    """A bare scale of 0.0001 on Sentinel-2: exporters write it with and without the offset of baseline 04.00."""
    scale = metadata.tag("SCALE", "SCALE_FACTOR").strip() in ("0.0001", "1e-4", "1e-04")
    return sensor.id == "sentinel-2" and (
        scale or set(zip(metadata.scales, metadata.offsets, strict=True)) == {(1e-4, 0.0)}
    )


def _absurd(units: Units, found: ValueRange, radar: bool) -> str:
    """Why nobody can mean this unit with these values, or an empty text."""
    if found.pixels < ENOUGH_PIXELS or units.id == "counts":
        return ""
    low, high = found.low, found.high
    span = say("they run from {low:.4g} to {high:.4g}", low=low, high=high)
    if units.id == "uint8":
        return "" if low >= 0 and high <= 255 else span
    if radar and units.decibel:
        return "" if low >= 0 else say("{span}, and power is never negative", span=span)
    if radar:
        low, high = low * units.scale + units.offset, high * units.scale + units.offset
        return "" if low < 0 and high < 60 else say("{span}, and backscatter in dB is mostly negative", span=span)
    if not absurd_reflectance(units.scale, units.offset, found):
        return ""
    return say(
        "{span}, a reflectance of {low:.4g} to {high:.4g}",
        span=span,
        low=low * units.scale + units.offset,
        high=high * units.scale + units.offset,
    )


def _radar_from_values(found: ValueRange) -> Units | Question:
    if found.pixels < ENOUGH_PIXELS:
        return _ask(say("too few valid pixels to tell dB, power and amplitude apart"), ("db", "linear", "amplitude"))
    if found.dtype.kind == "f" and found.p50_C.max() < 0 and found.low > -90:
        return replace(RADAR["db"], source=say("values: mostly negative, as power and amplitude never are"))
    if found.low > WRAPPED:
        text = say(
            "radar values from {low:.5g} to {high:.5g} look like decibels cast to unsigned 16-bit numbers",
            low=found.low,
            high=found.high,
        )
        return _ask(say("{why}: export the scene again", why=text), ("linear", "amplitude"))
    if found.low < 0:
        return _ask(
            say("radar values from {low:.4g} to {high:.4g} in no stated unit", low=found.low, high=found.high), ("db",)
        )
    text = say("radar values from {low:.4g} to {high:.4g} may be power or amplitude", low=found.low, high=found.high)
    return _ask(text, ("linear", "amplitude"))


def _optical_from_values(
    metadata: FileMetadata, sensor: Sensor, matched: Sequence[MatchedBand], found: ValueRange
) -> Units | Question:
    """Of the scalings that such a product may have, the one that the values leave, or the question."""
    wavelengths_nm = np.array([band.band.wavelength_nm or 0.0 for band in matched])
    defined = _product_scalings(metadata, sensor)
    against = _against(defined, metadata, wavelengths_nm, found)
    if len(defined) == 1 and all(against.values()):
        text = say("the product's definition says {unit}, but {problem}", unit=defined[0], problem=against[defined[0]])
        return _ask(text, list(dict.fromkeys((*_CANDIDATES.get(sensor.id, _ANY_OPTICAL), *defined))))
    left = [kind for kind, reason in against.items() if not reason]
    if len(left) != 1 and not _leaves_offset_open(metadata, sensor):
        defined = ()  # no product is named, its definition leaves the offset open, or an export re-scaled it
        against = _against(_CANDIDATES.get(sensor.id, _ANY_OPTICAL), metadata, wavelengths_nm, found)
        left = [kind for kind, reason in against.items() if not reason]
    if len(left) == 1 and left != ["counts"] and (defined or found.pixels >= ENOUGH_PIXELS):
        reasons = [say("not {unit}: {why}", unit=kind, why=reason) for kind, reason in against.items() if reason]
        origin = say("product definition") if left[0] in defined else say("values")
        told = say("{source} ({reasons})", source=origin, reasons=joined(reasons, "; ")) if reasons else origin
        return replace(OPTICAL[left[0]], source=told)
    text = say(
        "{dtype} values from {low:.4g} to {high:.4g} may be {meanings}",
        dtype=found.dtype,
        low=found.low,
        high=found.high,
        meanings=joined(map(_meaning, left)),
    )
    return _ask(
        text if left else say("{dtype} values that fit no known unit", dtype=found.dtype), left or list(OPTICAL)
    )


def _against(
    kinds: Sequence[str], metadata: FileMetadata, wavelengths_nm: NDArray[np.float64], found: ValueRange
) -> dict[str, str]:
    """Kind -> why the values cannot be in it; an empty text where they can."""
    floats = found.dtype.kind == "f"
    if "reflectance" in identity(metadata) + metadata.tag("UNITS").lower():
        kinds = [kind for kind in kinds if kind != "counts"]
    against = {}
    for kind in ("reflectance", *kinds) if floats else kinds:
        if kind == "counts":
            # Numbers between 0 and 1.5 with decimals were divided by something: nobody's sensor counts.
            against[kind] = say("fractions below 1.5 are no counts") if floats and found.high < 1.5 else ""
        elif kind == "uint16" and found.dtype.kind == "i":
            against[kind] = say("signed numbers end at 32767")
        else:
            units = OPTICAL[kind]
            against[kind] = impossible_reflectance(units.scale, units.offset, wavelengths_nm, found)
    return against


def _product_scalings(metadata: FileMetadata, sensor: Sensor) -> tuple[str, ...]:
    """The scalings that the named product's definition leaves open; none when no product is named."""
    text = identity(metadata)
    if sensor.id == "sentinel-2":
        stated = re.search(r"(\d\d)\.(\d\d)", metadata.tag("PROCESSING_BASELINE"))
        baseline = stated or re.search(r"_n(\d\d)(\d\d)_", text)
        if baseline and baseline[1] != "99":  # N9999 is a user's own processing
            return ("dn+1000",) if int(baseline[1]) >= 4 else ("dn",)
        if _leaves_offset_open(metadata, sensor):
            return ("dn", "dn+1000")
    fitting = (kinds for ids, words, kinds in _PRODUCTS if sensor.id in ids.split() and re.search(words, text))
    return next(fitting, ())


def _meaning(kind: str) -> str:
    units = OPTICAL[kind]
    if kind == "counts":
        return say("{unit} (no reflectance)", unit=kind)
    if not units.offset:
        return say("{unit} (reflectance = DN x {scale:.4g})", unit=kind, scale=units.scale)
    return say("{unit} (reflectance = DN x {scale:.4g} {offset:+g})", unit=kind, scale=units.scale, offset=units.offset)


def _ask(text: str, choices: Sequence[str] | Mapping[str, Units]) -> Question:
    return Question("units", text, say("--units {units}", units=alternatives(choices)), tuple(choices))
