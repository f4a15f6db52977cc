"""Which layer band is which band of which sensor, how that is known, and what must be asked.

Pure: reads `FileMetadata`, opens nothing. Evidence in this order: the user; a wavelength; the band's description; its
colour interpretation. The order of the bands in the file and their number prove nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.errors import BandError
from engine.gdal.metadata import FileMetadata, Wavelength
from engine.sensors.band_names import BandName
from engine.sensors.catalogue import CATALOGUE, COLOURS, HYPERSPECTRAL_BANDS, PATTERNS, UNSPECTRAL, Band, Sensor
from engine.sensors.evidence import Evidence, gather, named_sensors
from engine.sensors.questions import UNUSED, USER, Question, ask_bad, ask_bands, ask_polarisation, ask_sensor, ask_twin
from engine.words import say

UNKNOWN = Sensor("unknown", say("not known yet"), None, (), None)
NAME_TOLERANCE_NM = 60.0
"""How far a stated wavelength may lie from the published centre of the band that the same band's name says."""
THERMAL_NM = 3000.0
"""Beyond this wavelength the Earth emits more than it reflects, and reflectance has no meaning."""

_SAME_COLOUR = {"rededge1": "rededge", "nir08": "nir", "swir22": "mir"}
"""Colour -> the name of the one band that a sensor has instead: STAC calls Landsat's near infrared nir08."""


@dataclass(frozen=True)
class MatchedBand:
    """Layer band `index` (from 1) is `band`; `source` says how this is known."""

    index: int
    band: Band
    source: str


Match = tuple[Sensor, tuple[MatchedBand, ...], tuple[tuple[int, str], ...], tuple[Question, ...]]


def match(metadata: FileMetadata, sensor: str | None, bands: Mapping[int, str]) -> Match:
    """Say what each band of a file is: the sensor, the matched bands, the unused ones with reasons, and questions.

    Args:
        metadata: what the file says.
        sensor: a catalogue id that the user gave, or None.
        bands: layer band (from 1) -> band name, wavelength ("665nm") or "unused", as the user gave them.

    Raises:
        BandError: an unknown sensor, a band the file has not, a name the sensor has not, or a file that
            contradicts the sensor that the user gave.
    """
    if sensor is not None and sensor not in CATALOGUE:
        raise BandError(
            "no sensor is called '{sensor}'",
            "give --sensor with one of: {names}",
            sensor=sensor,
            names=", ".join(CATALOGUE),
        )
    if outside := [index for index in bands if not 1 <= index <= metadata.count]:
        raise BandError(
            "there is no band {number}: the scene has {count}",
            "number bands from 1 in --bands",
            number=outside[0],
            count=metadata.count,
        )
    if (named := sensor or metadata.sensor) in UNSPECTRAL:
        return _axes(metadata, CATALOGUE[named], bands)
    evidence = gather(metadata, bands)
    return _with_doubt(metadata, bands, _match(metadata, sensor, evidence))


def _axes(metadata: FileMetadata, sensor: Sensor, bands: Mapping[int, str]) -> Match:
    """Bands that are no part of a spectrum: each is what it is called, and used unless the user leaves it out."""
    said = {index: bands.get(index, "").strip() for index in range(1, metadata.count + 1)}
    matched = tuple(
        MatchedBand(
            index,
            Band(text or metadata.descriptions[index - 1] or f"{index}", None, None),
            USER if text else say("sensor"),
        )
        for index, text in said.items()
        if text.lower() != UNUSED
    )
    left_out = tuple((index, say("left out by the user")) for index, text in said.items() if text.lower() == UNUSED)
    return sensor, matched, left_out, ()


def _match(metadata: FileMetadata, sensor: str | None, evidence: Sequence[Evidence]) -> Match:
    if sensor is not None:
        if problem := _contradiction(CATALOGUE[sensor], evidence):
            raise BandError(
                problem, say("give another --sensor than {sensor}, or correct the band with --bands", sensor=sensor)
            )
        return _answer(metadata, CATALOGUE[sensor], evidence)
    for candidate in named_sensors(metadata):
        if not _contradiction(CATALOGUE[candidate], evidence):
            return _answer(metadata, CATALOGUE[candidate], evidence)
    return _infer(metadata, evidence)


def _with_doubt(metadata: FileMetadata, bands: Mapping[int, str], found: Match) -> Match:
    """The match, and the question about a list of bad bands that does not fit; naming any band answers it."""
    if not metadata.bad_doubt or bands:
        return found
    return *found[:3], (*found[3], ask_bad(metadata))


def _resolve(sensor: Sensor, name: BandName) -> Band | None:
    """The sensor's band of this name, if it has one."""
    for wanted in (name.value, _SAME_COLOUR.get(name.value, "")):
        for band in sensor.bands:
            if name.kind == "polarisation" and band.polarisation == wanted:
                return band
            if name.kind == "number" and re.fullmatch(rf"B0*{wanted}", band.name):
                return band
            if name.kind == "colour" and _colour(sensor, band) == wanted:
                return band
    return None


def _colour(sensor: Sensor, band: Band) -> str:
    return COLOURS.get(sensor.id, {}).get(band.name, band.name).lower()


def _family(sensor: Sensor, named: Band) -> list[Band]:
    """The bands that a colour may mean where a wavelength is stated: ESA calls B05 to B8A all "vegetation red edge"."""
    stem = re.sub(r"\d+$", "", _colour(sensor, named))
    narrow = ("nir08",) if stem == "rededge" else ()
    return [
        band for band in sensor.bands
        if band is named or (colour := _colour(sensor, band)) in narrow or re.sub(r"\d+$", "", colour) == stem
    ]  # fmt: skip


def _told_by_wavelength(sensor: Sensor) -> list[Band]:
    """The bands that a wavelength alone can mean: a panchromatic band spans those of others, and needs its name."""
    return [band for band in sensor.bands if band.wavelength_nm and band.name != "Pan"]


def _is_generic(sensor: Sensor) -> bool:
    return sensor.id in ("multispectral", "hyperspectral")


def _own_band(evidence: Evidence, stated: Wavelength) -> Band:
    named = evidence.text if evidence.name.kind in ("number", "colour") else f"{stated.centre_nm:.0f} nm"
    return Band(named, stated.centre_nm, stated.fwhm_nm)


def _assign(sensor: Sensor, evidence: Evidence) -> Band | None:
    """The band of `sensor` that this evidence names; a stated wavelength replaces the published one."""
    stated, named = evidence.wavelength, _resolve(sensor, evidence.name)
    if stated is None:
        return named
    if _is_generic(sensor):
        return _own_band(evidence, stated)
    optical = [
        (abs(band.wavelength_nm - stated.centre_nm), band)
        for band in sensor.bands
        if band.wavelength_nm and band.name != "Pan"
    ]
    if named is not None and evidence.name.kind == "colour":
        named = min(_family(sensor, named), key=lambda band: abs((band.wavelength_nm or 0) - stated.centre_nm))
    if named is not None and named.wavelength_nm:
        fits = abs(named.wavelength_nm - stated.centre_nm) <= max(NAME_TOLERANCE_NM, (named.fwhm_nm or 0) / 2)
    elif optical and evidence.name.kind in ("nothing", "unknown"):
        distance, named = min(optical, key=lambda pair: pair[0])
        fits = distance <= (named.fwhm_nm / 2 if named.fwhm_nm else NAME_TOLERANCE_NM)
    else:
        fits = False
    width = stated.fwhm_nm or (named.fwhm_nm if named else None)
    return replace(named, wavelength_nm=stated.centre_nm, fwhm_nm=width) if named and fits else None


def _contradiction(sensor: Sensor, evidence: Sequence[Evidence]) -> str:
    """Why the file's bands cannot be this sensor's, or an empty text."""
    owner: dict[str, int] = {}
    for item in evidence:
        if not item.identifies:
            continue
        band = _assign(sensor, item)
        if band is None:
            found = f"{item.wavelength.centre_nm:.0f} nm" if item.wavelength else f"'{item.text}'"
            return say(
                "band {number} is {found} (from {source}), which {sensor} does not have",
                number=item.index,
                found=found,
                source=item.source,
                sensor=sensor.title,
            )
        if item.wavelength and item.name.kind == "nothing" and band.name in owner and not _is_generic(sensor):
            return say(
                "bands {one} and {other} would both be {band} of {sensor}",
                one=owner[band.name],
                other=item.index,
                band=band.name,
                sensor=sensor.title,
            )
        owner[band.name] = item.index
    return ""


def _answer(metadata: FileMetadata, sensor: Sensor, evidence: Sequence[Evidence]) -> Match:
    """Match all bands to a sensor that nothing contradicts; what stays open becomes a reason or a question."""
    if all(item.says_nothing for item in evidence):
        return sensor, (), (), (ask_bands(metadata, sensor.bands),)
    matched: list[MatchedBand] = []
    unused: list[tuple[int, str]] = []
    questions: list[Question] = []
    # Spectrometers that overlap give a cube two bands of one wavelength; each is its own band.
    own_wavelengths = sensor is CATALOGUE["hyperspectral"]
    for item in evidence:
        band = _assign(sensor, item)
        if item.text == UNUSED:
            unused.append((item.index, say("left out by the user")))
        elif metadata.bad and metadata.bad[item.index - 1] and item.source != USER:
            unused.append((item.index, say("marked as bad in {source}", source=metadata.bad[item.index - 1])))
        elif item.name.kind == "ambiguous":
            questions.append(ask_polarisation(item.index, item.text))
        elif band is None:
            unused.append((item.index, _reason(item)))
        elif band.wavelength_nm is not None and band.wavelength_nm > THERMAL_NM:
            unused.append((item.index, say("{band} is thermal: emitted, not reflected", band=band.name)))
        elif not own_wavelengths and (twin := next((m for m in matched if m.band.name == band.name), None)):
            questions.append(ask_twin(twin.index, item.index, band.name))
        else:
            matched.append(MatchedBand(item.index, band, _source(item)))
    if not matched and not questions:
        all_bad = metadata.bad and all(metadata.bad)
        questions.append(ask_bands(metadata, sensor.bands, say("every band is marked as bad") if all_bad else ""))
    return sensor, tuple(matched), tuple(unused), tuple(questions)


def _source(item: Evidence) -> str:
    if item.wavelength is None or item.source == USER:
        return item.source
    return say("wavelength ({source})", source=item.wavelength.source)


def _reason(item: Evidence) -> str:
    if item.name.kind == "transparency":
        return say("transparency: used as the mask of valid pixels")
    if item.name.kind == "not spectral":
        return say("'{name}' is not a spectral band", name=item.text)
    said = say("'{name}' names no band", name=item.text) if item.text else say("nothing says what it is")
    return say("{said}: name it with --bands {number}=NAME", said=said, number=item.index)


def _infer(metadata: FileMetadata, evidence: Sequence[Evidence]) -> Match:
    """No sensor is named, or the bands contradict it: let the bands speak, and ask where several sensors fit."""
    kinds = {item.name.kind for item in evidence if item.wavelength is None}
    numbers = [item.name for item in evidence if item.name.kind == "number" and item.wavelength is None]
    stated = [item for item in evidence if item.wavelength is not None]
    if stated and not numbers:
        return _answer(metadata, _sensor_of_wavelengths(stated), evidence)
    if kinds & {"polarisation", "ambiguous"}:
        generic = CATALOGUE["sar"]
    elif numbers:
        fitting = [id for id in PATTERNS if not _contradiction(CATALOGUE[id], evidence)]
        if not fitting:
            return (
                UNKNOWN,
                (),
                (),
                (ask_bands(metadata, text=say("no one sensor has bands called B{value}", value=numbers[0].value)),),
            )
        if not (any(name.padded for name in numbers) and "sentinel-2" in fitting):
            return UNKNOWN, (), (), (ask_sensor(metadata, fitting),)
        generic = CATALOGUE["sentinel-2"]
    elif "colour" in kinds:
        named = CATALOGUE["rgbn"]
        generic = CATALOGUE["multispectral"] if _contradiction(named, evidence) else named
    else:
        return UNKNOWN, (), (), (ask_bands(metadata),)
    if problem := _contradiction(generic, evidence):
        return (
            UNKNOWN,
            (),
            (),
            (ask_bands(metadata, text=say("the bands fit no one sensor: {problem}", problem=problem)),),
        )
    return _answer(metadata, generic, evidence)


def _sensor_of_wavelengths(stated: Sequence[Evidence]) -> Sensor:
    """The one catalogue sensor whose bands these are, if two thirds of them are there; else a generic one."""
    nameless = [replace(item, name=BandName("nothing")) for item in stated]
    known = [CATALOGUE[id] for id in PATTERNS]
    whole = [sensor for sensor in known if len(stated) >= 2 * len(_told_by_wavelength(sensor)) / 3]
    fitting = [sensor for sensor in whole if not _contradiction(sensor, nameless)]
    if len(fitting) == 1:
        return fitting[0]
    return CATALOGUE["hyperspectral" if len(stated) > HYPERSPECTRAL_BANDS else "multispectral"]


def by_reason(unused: Iterable[tuple[int, str]]) -> dict[str, str]:
    """Reason -> the bands that are not used for it, those that follow each other as one.

    Example:
        >>> by_reason([(1, "bad"), (2, "bad"), (4, "bad"), (5, "thermal")])
        {'bad': '1-2, 4', 'thermal': '5'}
    """
    spans: dict[str, list[list[int]]] = {}
    for index, reason in unused:
        own = spans.setdefault(reason, [])
        if own and own[-1][1] == index - 1:
            own[-1][1] = index
        else:
            own.append([index, index])
    return {
        reason: ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in own)
        for reason, own in spans.items()
    }
