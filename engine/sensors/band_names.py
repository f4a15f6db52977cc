"""What a band's name says: 'SR_B4' a number, 'swir1' a colour, 'Gamma0_VH' a polarisation, 'DEM' no band at all.

Pure text. Knows no sensor: whether number 4 is red is for `engine.sensors` to find out. Three kinds of words decide:
words of maps, which make anything a map ("B4 uncertainty"); words that name bands; and words that say nothing ("surface
reflectance"). A few words name both a band and a map ("water vapour"), and then the wavelength tells which.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "colour", "polarisation", "not spectral", "transparency", "ambiguous", "unknown", "nothing"]

_SPELLINGS = {
    "coastal": "coastal coastalaerosol coastalaerosols coastalblue ultrablue deepblue ca",
    "blue": "blue b bleu blau azul",
    "green": "green g vert gruen verde greenii green2",
    "green1": "greeni green1",
    "yellow": "yellow y",
    "red": "red r rouge rot rojo",
    "rededge1": "rededge1 rededge re re1 vnir1 rededge071 vre vre1 rededge705",
    "rededge2": "rededge2 re2 vnir2 rededge074 vre2 rededge740",
    "rededge3": "rededge3 re3 vnir3 rededge078 vre3 rededge783",
    "nir": "nir n nir1 nearinfrared nearir ir pir nirbroad broadnir",
    "nir08": "nir08 nirnarrow narrownir narrownearinfrared nir8a re4 rededge4 vre4",
    "nir09": "nir09",
    "nir2": "nir2",
    "swir16": "swir16 swir1 sw1 shortwaveinfrared1",
    "swir22": "swir22 swir2 sw2 shortwaveinfrared2",
    "mir": "mir midinfrared midir",
    "pan": "pan panchromatic panchromatique panchromatisch pancromatico pancromatica",
    "thermal": "thermal tir tirs1 tirs2 lwir lwir11 lwir12 thermalinfrared thermalir",
}
_COLOURS = {spelling: colour for colour, spellings in _SPELLINGS.items() for spelling in spellings.split()}
_LONGEST_SPELLING = 4  # words: "short wave infrared 1"

_EITHER = {
    **dict.fromkeys(("aerosol", "aerosols"), ("coastal", 425.0, 455.0)),
    **dict.fromkeys(("vapour", "vapor", "watervapour", "watervapor", "wv"), ("nir09", 900.0, 975.0)),
    **dict.fromkeys(("cloud", "clouds"), ("", 1350.0, 1400.0)),
    "cirrus": ("cirrus", 1350.0, 1400.0),
}
"""Words for a band and for a map: the colour of the band ("": a band only with its wavelength), and where it lies."""

_MAP_WORDS = """
    aot aod aop ssa angstrom pwv tcwv twv wvp thickness column ozone o3 no2 so2 ch4 pressure humidity haze smoke dust
    scl cld snw clm clp cldprb snwprb msk udm udm1 udm2 fmask cfmask bqa sca scf flag flags saturated saturation dead
    sza saa vza vaa raa lat lon latitude longitude
    err error errors unc std stdev stddev sd var variance rmse rms snr count observations nobs
    dem dsm dtm chm ndsm dhm dom dgm altitude slope aspect hillshade curvature twi
    lst emis emsd emissivity temperature bt atran cdist drad trad urad radsat albedo par brdf
    evi evi2 ndre savi msavi osavi arvi gci gcvi ci nbr nbr2 bsi lai fpar fapar fcover vci ratio index indices
    difference diff trend anomaly chl chla chlorophyll tsm tss spm cdom turbidity secchi kd bbp iop poc par sst
    brightness greenness wetness pc pca mnf ndvi texture entropy contrast homogeneity fraction abundance cover coverage
    coefficient attenuation exponent albedo biomass agb carbon moisture soc yield
    class classes classification label labels lulc landcover landuse category categories segment segments cluster
    clusters
    date doy ice map maps
"""
"""Words that make anything a map: of the atmosphere, of quality, of angles, of the ground, of an index, of classes."""
_MAP_STEMS = re.compile(
    r"^(?:elevation|height|shadow|zenith|azimuth|angle|incidence|probab|prob|confiden|uncertain|quality|valid|saturat"
    r"|irradian|transmi|emissiv|temperatur|thickness|optical(?:depth|thickness)|depth|distance|classif|categor"
    r"|chlor|snow|landcov|nd[a-z]{1,2}i$|qa\d*|noise|scatter|coheren|cloud[a-z]{2})"
    r"|(?:masks?|zenith|azimuth|angles?|index|probability|thickness|height|elevation|label|ndwi|classification)$"
)
_SILENT_WORDS = """
    band bands layer channel bande banda kanal canal ch no nr
    central centre center wavelength wavelengths lambda nominal peak at of the in and for with
    reflectance reflectances refl rho rrs rhos rhot radiance radiances rad toa boa toc surface surf sr sur ground
    apparent corrected atmospherically bottom top atmosphere spectral spectrum hyperspectral multispectral dn scaled
    narrow broad wide deep ultra far near mid middle short long wave shortwave longwave visible vis vnir swir infrared
    infra optical oxygen vegetation land edge light violet purple cyan orange magenta
    sentinel sentinel2 s2 s2a s2b s2c msi landsat landsat8 landsat9 l8 l9 oli oli2 tm etm modis viirs olci slstr enmap
    prisma desis neon aviris hymap hyspex emit planetscope superdove worldview pleiades spot naip hyperion
    l1 l1b l1c l2 l2a mean median average composite mosaic image img raster resolution fwhm
    resize warp subset
    nm um nanometers nanometer micrometers micrometer uint8 uint16 int16 float32
"""
"""Words beside a wavelength that leave it the wavelength of a band."""
_MAPS, _SILENT = frozenset(_MAP_WORDS.split()), frozenset(_SILENT_WORDS.split())
_CODE = re.compile(
    r"[a-z]|\d+(?:m|px|bit)?|(?:b|bd|band|ch|c|oa|m|i|s|vis|vnir|swir|nir|ir|l|tm|etm|oli|wl|r|rrs|rho)\d{1,4}[a-z]?"
)
_NUMBER = re.compile(r"(?:(?:sr|toa|st)_?)?b(?:and)?0*(\d{1,3})(a?)")
_POLARISATIONS = ("vv", "vh", "hh", "hv")
_HISTORY = re.compile(r"\((?:band|layer)\s*\d+\s*:[^)]*\)(?::\S+)?", re.IGNORECASE)
"""What ENVI adds to the name of a band that it computed: "Resize (Band 1:masked_cube.dat)"."""
_BARE_NUMBER = re.compile(r"\(\s*[\d.]+\s*[^\s\d,()]*\)\s*$")
"""The wavelength that GDAL adds to names of an ENVI header, in whatever unit: "Band 1 (1)", "Blue (12000 GHz)"."""


@dataclass(frozen=True)
class BandName:
    """A band's name, read. `value`: "4" or "8A" of a number, a colour such as "nir08", or "VV".

    `padded`: written "B04" or "B8A" and nothing more (a resolution, a colour), which is how Sentinel-2 products
    spell their bands and others commonly do not ("SR_B4", "sur_refl_b01").
    """

    kind: Kind
    value: str = ""
    padded: bool = False


def read_name(text: str, wavelength_nm: float | None = None) -> BandName:
    """Read what a description or a user calls a band.

    Args:
        text: the name without its wavelength.
        wavelength_nm: the wavelength that is stated beside it. It tells bands from maps of the same name, and a name
            without any word that says something is then "nothing" rather than "unknown".
    """
    text = _BARE_NUMBER.sub("", _HISTORY.sub("", text)).strip()
    if not text or re.fullmatch(r"(?:band|layer|channel)?[ _]?\d+", text.lower()):
        return BandName("nothing")  # "Band 3" is what software writes when nobody said anything
    if text.lower() in ("alpha", "a"):
        return BandName("transparency")
    words = words_of(text)
    if any(word in _MAPS or _MAP_STEMS.search(word) for word in words) and "".join(words) not in _COLOURS:
        return BandName("not spectral")
    radar = {word.upper() for word in words if word in _POLARISATIONS}
    if radar:
        return BandName("polarisation", radar.pop()) if len(radar) == 1 else BandName("ambiguous")
    return _spectral_name(words, wavelength_nm)


def words_of(text: str) -> list[str]:
    """The words of a name in lower case: "sunZenith_angle" is three."""
    return [word for word in re.split(r"[^a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()) if word]


def _spectral_name(words: Sequence[str], wavelength_nm: float | None) -> BandName:
    """A colour written in one or several words, else a band number among the words, else a colour among them."""
    together = "".join(words)
    if together in _COLOURS:
        return BandName("colour", _COLOURS[together])
    numbers = [
        match for word in (words if len(words) != 2 else (*words, together)) if (match := _NUMBER.fullmatch(word))
    ]
    if len({found.groups() for found in numbers}) > 1:
        return BandName("not spectral")  # "(B8 - B4) / (B8 + B4)"
    if numbers:
        found = numbers[0]
        plain = all(word in _COLOURS or _NUMBER.fullmatch(word) or re.fullmatch(r"\d+m", word) for word in words)
        return BandName(
            "number", found[1] + found[2].upper(), padded=plain and (bool(found[2]) or found[0][:2] == "b0")
        )
    spelled = list(_spelled(words))
    colours = {colour for colour, _ in spelled}
    rest = [word for word in words if not any(word in used for _, used in spelled)]
    if either := [word for word in rest if word in _EITHER]:
        return _band_or_map(either, colours, [word for word in rest if word not in either], wavelength_nm)
    if len(colours) == 1:
        return BandName("colour", colours.pop())
    silent = bool(colours) or all(word in _SILENT or _CODE.fullmatch(word) for word in rest)
    return BandName("nothing" if silent and wavelength_nm else "unknown")


def _spelled(words: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The colours in a name with the words that spell each, the longest spellings first."""
    start = 0
    while start < len(words):
        for length in range(min(_LONGEST_SPELLING, len(words) - start), 0, -1):
            part = words[start : start + length]
            if (colour := _COLOURS.get("".join(part))) and len("".join(part)) > 1:
                yield colour, part
                start += length - 1
                break
        start += 1


def _band_or_map(
    either: Sequence[str], colours: set[str], rest: Sequence[str], wavelength_nm: float | None
) -> BandName:
    """What a word such as "water vapour" names: a band if it lies there and nothing else is said, otherwise a map."""
    meant = {_EITHER[word][0] or "cirrus" for word in either}
    other = [word for word in rest if word != "water" and word not in _SILENT and not _CODE.fullmatch(word)]
    if len(meant) > 1 or not colours <= meant or other:
        return BandName("not spectral")
    if wavelength_nm is None:
        named = any(_EITHER[word][0] for word in either)
        return BandName("colour", meant.pop()) if named else BandName("not spectral")
    inside = all(low <= wavelength_nm <= high for _, low, high in map(_EITHER.__getitem__, either))
    # "Water vapour at 945 nm" is a quantity at a wavelength; "Water vapour - 945 nm" is the band of that name.
    return BandName("colour", meant.pop()) if inside and "at" not in rest else BandName("not spectral")
