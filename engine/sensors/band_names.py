"""What a band's name says: 'SR_B4' a number, 'swir1' a colour, 'Gamma0_VH' a polarisation, 'DEM' no band at all.

Pure text. Knows no sensor: whether number 4 is red is for `engine.sensors` to find out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "colour", "polarisation", "not spectral", "transparency", "ambiguous", "unknown", "nothing"]

_SPELLINGS = {
    "coastal": "coastal coastalaerosol coastalblue aerosol ultrablue ca",
    "blue": "blue b bleu blau azul",
    "green": "green g vert gruen verde greenii green2",
    "green1": "greeni green1",
    "yellow": "yellow y",
    "red": "red r rouge rot rojo",
    "rededge1": "rededge1 rededge re re1 vnir1 rededge071 vre1 rededge705",
    "rededge2": "rededge2 re2 vnir2 rededge074 vre2 rededge740",
    "rededge3": "rededge3 re3 vnir3 rededge078 vre3 rededge783",
    "nir": "nir n nir1 nearinfrared nearir ir pir nirbroad",
    "nir08": "nir08 nirnarrow narrownir nir8a re4 rededge4",
    "nir09": "nir09 watervapour watervapor wv",
    "nir2": "nir2",
    "cirrus": "cirrus",
    "swir16": "swir16 swir1 sw1 shortwaveinfrared1",
    "swir22": "swir22 swir2 sw2 shortwaveinfrared2",
    "mir": "mir",
    "pan": "pan panchromatic",
    "thermal": "thermal tir tirs1 tirs2 lwir lwir11 lwir12 thermalinfrared",
}
_COLOURS = {spelling: colour for colour, spellings in _SPELLINGS.items() for spelling in spellings.split()}
_NOT_SPECTRAL = re.compile(
    r"elevation|\bdem\b|\bdsm\b|\bdtm\b|\bchm\b|height|slope|aspect|\bmask\b|\bscl\b|\bqa|cloud|shadow|angle|zenith|azimuth"
    r"|ndvi|ndwi|\bevi\b|index|label|class|land ?cover|lulc|probability|depth|distance|\bdate\b|\bdoy\b|ratio|incidence"
)
_NUMBER = re.compile(r"(?:(?:sr|toa|st)_?)?b(?:and)?0*(\d{1,3})(a?)")
_POLARISATIONS = ("vv", "vh", "hh", "hv")


@dataclass(frozen=True)
class Name:
    """A band's name, read. `value`: "4" or "8A" of a number, a colour such as "nir08", or "VV".

    `padded`: written "B04" or "B8A" and nothing more (a resolution, a colour), which is how Sentinel-2 products
    spell their bands and others commonly do not ("SR_B4", "sur_refl_b01").
    """

    kind: Kind
    value: str = ""
    padded: bool = False


def read_name(text: str) -> Name:
    """Read what a description or a user calls a band."""
    text = text.strip().lower()
    if not text or re.fullmatch(r"(?:band|layer|channel)?[ _]?\d+", text):
        return Name("nothing")  # "Band 3" is what software writes when nobody said anything
    if text in ("alpha", "a"):
        return Name("transparency")
    words = [word for word in re.split(r"[^a-z0-9]+", text.replace("near infrared", "nir")) if word]
    radar = {word.upper() for word in words if word in _POLARISATIONS}
    if radar:
        return Name("polarisation", radar.pop()) if len(radar) == 1 else Name("ambiguous")
    return Name("not spectral") if _NOT_SPECTRAL.search(text.replace("_", " ")) else _spectral_name(words)


def _spectral_name(words: Sequence[str]) -> Name:
    """A colour written in one or several words, else a band number among the words, else a colour among them."""
    together = "".join(words)
    if together in _COLOURS:
        return Name("colour", _COLOURS[together])
    if found := next((match for word in (*words, together) if (match := _NUMBER.fullmatch(word))), None):
        plain = all(word in _COLOURS or _NUMBER.fullmatch(word) or re.fullmatch(r"\d+m", word) for word in words)
        return Name("number", found[1] + found[2].upper(), padded=plain and (bool(found[2]) or found[0][:2] == "b0"))
    colours = {_COLOURS[word] for word in words if word in _COLOURS and len(word) > 1}
    return Name("colour", colours.pop()) if len(colours) == 1 else Name("unknown")
