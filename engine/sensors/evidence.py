"""What is known about each layer band and the scene's sensor, and from whom.

Pure: reads `FileMetadata` and the user's words. What it means, and whether it fits together, is for `engine.sensors`
to judge.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import BandError
from engine.gdal.metadata import FileMetadata, Wavelength
from engine.sensors.band_names import BandName, read_name, words_of
from engine.sensors.catalogue import PATTERNS
from engine.sensors.questions import UNUSED, USER
from engine.sensors.wavelengths import split
from engine.words import say

_SENSOR_TAGS = (
    "SENSOR", "SENSOR_ID", "SATELLITE", "PLATFORM", "SPACECRAFT_NAME", "SPACECRAFT_ID", "DATATAKE_1_SPACECRAFT_NAME",
    "MISSION", "INSTRUMENT", "SENSOR_TYPE", "PRODUCT_URI", "PRODUCT_ID", "LANDSAT_PRODUCT_ID",
)  # fmt: skip
_PRODUCT_NAME = re.compile(
    r"(?<![a-z0-9])(?:s1[a-d]_(?:iw|ew|sm)_|s2[a-d]_msil|l[teco]0[4-9]_l|hls\.[ls]30|enmap0?1|m[oy]d(?:09|13))"
)

_FALSE_COLOURS = re.compile(r"\b(?:cir|cnir|irrg|nirrg|nrg)\b|colou?r[ -]?infra[ -]?red|false[ -]?colou?r")
FEWEST_THAT_SHARE = 3
"""Bands whose descriptions must have a word in common before it counts as the scene's name."""


@dataclass(frozen=True)
class Evidence:
    """What is known about one layer band: a name, a wavelength, both or neither. `source` says who names it."""

    index: int
    text: str
    name: BandName
    wavelength: Wavelength | None
    source: str

    @property
    def identifies(self) -> bool:
        """Whether it says which band this is (which a sensor may then contradict)."""
        return self.wavelength is not None or self.name.kind in ("number", "colour", "polarisation")

    @property
    def says_nothing(self) -> bool:
        """Whether nobody says anything of this band."""
        return self.name.kind == "nothing" and self.wavelength is None and self.text != UNUSED


PALETTE = "palette"
"""GDAL's colour interpretation of a band whose numbers stand for colours."""


def gather(metadata: FileMetadata, bands: Mapping[int, str]) -> list[Evidence]:
    """The best evidence for each layer band: what the user says (`bands`, numbered from 1), else what the file says.

    Raises:
        BandError: the user's word is no band's name, no wavelength and not "unused"; or names a band that was not
            measured.
    """
    for index in bands:
        if metadata.colours[index - 1] == PALETTE and bands[index].strip().lower() != UNUSED:
            told = say("band {index} holds numbers of the colours in a palette, which are no measurements", index=index)
            raise BandError(told, say("leave it out: --bands {index}={unused}", index=index, unused=UNUSED))
    shared, by_colour = _shared_words(metadata), not (metadata.false_alpha or _in_false_colours(metadata))
    return [
        _from_user(index, bands[index].strip()) if index in bands else _from_file(metadata, index, shared, by_colour)
        for index in range(1, metadata.count + 1)
    ]


def _from_file(metadata: FileMetadata, index: int, shared: frozenset[str], by_colour: bool) -> Evidence:
    """What the file says of a band. A wavelength counts where the words beside it name a band or say nothing."""
    description, colour = metadata.descriptions[index - 1], metadata.colours[index - 1]
    if colour == PALETTE:
        return Evidence(
            index,
            say("numbers of the colours in a palette"),
            BandName("not spectral"),
            None,
            say("colour interpretation"),
        )
    stated = metadata.wavelengths[index - 1] if metadata.wavelengths else None
    text = split(description)[1]
    if stated and stated.source == "description":
        text = " ".join(word for word in text.split() if not shared.issuperset(words_of(word)))
    name = read_name(text, stated.centre_nm if stated else None)
    if name.kind == "not spectral" or (name.kind == "unknown" and stated and stated.source == "description"):
        return Evidence(index, description, name, None, say("description"))
    if name.kind == "nothing" and stated is None and by_colour and colour in ("red", "green", "blue", "alpha"):
        return Evidence(index, colour, read_name(colour), None, say("colour interpretation"))
    return Evidence(index, text, name, stated, say("description"))


def _shared_words(metadata: FileMetadata) -> frozenset[str]:
    """Words in the descriptions of all bands that state a wavelength: the name of the scene, not of a band."""
    texts = [
        set(words_of(split(text)[1]))
        for text, stated in zip(metadata.descriptions, metadata.wavelengths, strict=False)
        if stated and stated.source == "description"
    ]
    shared = set.intersection(*texts) if len(texts) >= FEWEST_THAT_SHARE else set()
    return frozenset(word for word in shared if read_name(word).kind == "unknown")


def _in_false_colours(metadata: FileMetadata) -> bool:
    """Whether the scene is called colour infrared: then red, green and blue say how it is shown, not what it holds."""
    texts = (metadata.name, *(metadata.tag(tag) for tag in (*_SENSOR_TAGS, "TIFFTAG_IMAGEDESCRIPTION")))
    return bool(_FALSE_COLOURS.search(" ".join(texts).lower().replace("_", " ")))


def _from_user(index: int, said: str) -> Evidence:
    if said.lower() == UNUSED:
        return Evidence(index, UNUSED, BandName("nothing"), None, USER)
    stated, rest = split(said)
    name = read_name(rest, stated.centre_nm if stated else None)
    if stated and name.kind not in ("number", "colour"):
        name = BandName("nothing")  # the user means a band, whatever else the words may mean
    found = Evidence(index, said, name, replace(stated, source=USER) if stated else None, USER)
    if not found.identifies:
        raise BandError(
            "band {index} cannot be '{said}'",
            "name a band such as B04, red, VV or 665nm, or {unused}",
            index=index,
            said=said,
            unused=UNUSED,
        )
    return found


def identity(metadata: FileMetadata) -> str:
    """What the tags about sensor and product say, and the file's name if it is an official product's, in lower case."""
    name = metadata.name.lower()
    texts = [*(metadata.tag(tag) for tag in _SENSOR_TAGS), name if _PRODUCT_NAME.search(name) else ""]
    return " | ".join(filter(None, texts)).lower()


def named_sensors(metadata: FileMetadata) -> tuple[str, ...]:
    """Catalogue ids of the sensors that the tags or an official product name mention, in order of mention."""
    text = identity(metadata)
    if "simulat" in text:
        return ()  # simulated from another instrument: the bands must speak for themselves
    found = {id: match.start() for id, pattern in PATTERNS.items() if (match := re.search(pattern, text))}
    return tuple(sorted(found, key=lambda id: found[id]))


def parse_bands(text: str) -> dict[int, str]:
    """Read the `--bands` option: "1=B02,2=665nm,5-7=unused", or "@file" with a wavelength in nm (or a name) a line.

    Raises:
        BandError: an entry that is not NUMBER=NAME, a number given twice, or a file that cannot be read.
    """
    if text.startswith("@"):
        try:
            lines = Path(text[1:]).read_text(encoding="utf-8-sig").split()
        except (OSError, UnicodeDecodeError) as error:
            raise BandError(
                "cannot read the list of wavelengths {path}", "give a text file, one wavelength a line", path=text[1:]
            ) from error
        return {i: f"{line}nm" if re.fullmatch(r"[\d.]+", line) else line for i, line in enumerate(lines, start=1)}
    bands: dict[int, str] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        found = re.fullmatch(r"(\d+)(?:-(\d+))?\s*=\s*(\S.*)", entry)
        if found is None:
            raise BandError("expected NUMBER=NAME, found '{entry}'", "write --bands 1=B02,2=665nm", entry=entry)
        for index in range(int(found[1]), int(found[2] or found[1]) + 1):
            if index in bands:
                raise BandError(
                    "band {index} is named twice: '{one}' and '{other}'",
                    "name each band once",
                    index=index,
                    one=bands[index],
                    other=found[3],
                )
            bands[index] = found[3]
    return bands


def band_numbers(bands: Mapping[str, str]) -> dict[int, str]:
    """The bands of a request, whose keys are text on the wire, by number.

    Raises:
        BandError: a key is no number.
    """
    if wrong := [key for key in bands if not key.strip().isdecimal()]:
        raise BandError(
            "expected a band number, found '{found}'", "number bands from 1, as in --bands 1=B02", found=wrong[0]
        )
    return {int(key): name for key, name in bands.items()}
