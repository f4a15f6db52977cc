"""What headers and tags say of the bands beside their names: wavelengths, bad bands, gains, nodata. Pure.

An ENVI header, tags that software writes in a GeoTIFF or NetCDF, and the metadata of an EnMAP product all become the
fields of an ENVI header, so that one set of rules reads them. Knows no sensor and opens no file.
"""

import math
import re
import xml.etree.ElementTree as ET  # nosec B405 - only for documents without entities, see `enmap_header`
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.gdal.metadata import Wavelength
from engine.sensors.wavelengths import StatedWavelength, number, resolve, split
from engine.words import joined, say

ENVI = say("ENVI header")
"""What it is called as a source."""
LARGEST_XML = 50_000_000
"""Bytes of a product's metadata that are read; EnMAP's have about half a million."""
ENMAP_IMAGE = re.compile(r"-SPECTRAL_IMAGE(?:_\w+)?\.(?:tiff?|bsq|bil|bip|jp2)$", re.IGNORECASE)
"""How the name of an EnMAP product's image ends; "-METADATA.XML" takes its place in the name of the metadata."""

_UNITS = ("wavelength_units", "wavelength_unit", "wavelengthunits", "wavelengthunit", "radiation_wavelength_unit")
_CENTRES = ("wavelength", "wavelengths", "central_wavelength", "center_wavelength", "centre_wavelength",
            "wavelength_nm", "radiation_wavelength", "netcdf_dim_wavelength", "netcdf_dim_wavelengths")  # fmt: skip
_WIDTHS = ("fwhm", "bandwidth", "radiation_bandwidth")
_GOOD = ("bbl", "bad_band_multiplier", "badbandmultiplier")
_BAD = ("bad_band", "badband", "is_bad", "isbad")
_NODATA = ("special_value_nodata", "_fillvalue", "fillvalue", "fill_value", "missing_value", "nodata", "nodata_value",
           "no_data", "no_data_value", "nodatavalue", "data_ignore_value")  # fmt: skip
_LISTS = (*_CENTRES, *_WIDTHS, *_GOOD, "data_gain_values", "data_offset_values", "data_reflectance_gain_values",
          "data_reflectance_offset_values", "reflectance_scale_factor", *_UNITS)  # fmt: skip


@dataclass(frozen=True)
class HeaderBands:
    """What headers and tags say of all bands, one entry a band.

    Attributes:
        wavelengths: None where the header says nothing certain.
        doubt: why some wavelengths are not used, or an empty text.
        bad: who marks the band as bad, or an empty text.
        bad_doubt: why a list of bad bands is not used, or an empty text.
        scaling: gain and offset, or None where the header states none.
    """

    wavelengths: tuple[Wavelength | None, ...]
    doubt: str
    bad: tuple[str, ...]
    bad_doubt: str
    scaling: tuple[tuple[float, float], ...] | None


def normalised(tags: Mapping[str, str]) -> dict[str, str]:
    """Tags with keys in lower case and without spaces, as GDAL writes those of an ENVI header."""
    return {re.sub(r"[\s\-]+", "_", key.strip().lower()): value for key, value in tags.items()}


def parse_envi_header(text: str) -> dict[str, str]:
    """The fields of an ENVI .hdr file, lists in braces as one text each; empty when it is not one."""
    if not text.lstrip("\ufeff \n\r\t").upper().startswith("ENVI"):
        return {}
    text = re.sub(r"^;.*$", "", text, flags=re.MULTILINE)  # comments
    pairs = re.findall(r"^\s*([\w ]+?)\s*=\s*(\{.*?\}|[^\n]*)", text, re.DOTALL | re.MULTILINE)
    return normalised({key: value.strip("{} \r\n") for key, value in pairs})


def enmap_header(text: str) -> dict[str, str]:
    """An EnMAP product's METADATA.XML as the fields of an ENVI header; empty when it is none, or holds entities.

    Centre, width, gain and offset of each band stand in `bandCharacterisation`; bands outside the lists of expected
    channels hold nothing (DLR, EnMAP HSI Level 1/2 product specification, EN-PCV-ICD-2009-2).
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text or len(text) > LARGEST_XML:
        return {}
    try:
        root = ET.fromstring(text)  # noqa: S314 # nosec B314 - no entities, bounded size
    except ET.ParseError:
        return {}
    bands = {
        int(band.get("number", "")): band
        for band in root.findall(".//bandCharacterisation/bandID")
        if band.get("number", "").isdecimal()
    }
    if sorted(bands) != list(range(1, len(bands) + 1)) or not bands:
        return {}

    def listed(name: str) -> str:
        return ",".join((bands[index].findtext(name) or "").strip() for index in sorted(bands))

    header = {
        "wavelength": listed("wavelengthCenterOfBand"), "fwhm": listed("FWHMOfBand"), "wavelength_units": "nanometers",
        "data_gain_values": listed("GainOfBand"), "data_offset_values": listed("OffsetOfBand"),
    }  # fmt: skip
    channels = ",".join(item.text or "" for item in root.findall(".//expectedChannelsList"))
    expected = {int(item) for item in re.findall(r"\d+", channels)}
    if expected and expected <= set(bands):
        header["bbl"] = ",".join("1" if index in expected else "0" for index in sorted(bands))
    return header


def read_bands(
    header: Mapping[str, str],
    tags: Mapping[str, str],
    band_tags: Sequence[Mapping[str, str]],
    descriptions: Sequence[str],
    source: str = ENVI,
) -> HeaderBands:
    """All that the file says about the bands; a band's own tags override the header, and its description comes last.

    Args:
        header: fields of the header (`parse_envi_header`, or GDAL's domain of that name).
        tags: those of the whole file, which may hold the same lists.
        band_tags: those of each band.
        descriptions: of each band.
        source: what the header is called.
    """
    count = len(band_tags)
    lists = {key: value for key, value in normalised(tags).items() if key in _LISTS} | dict(normalised(header))
    own = [normalised(tag) for tag in band_tags]
    listed, mismatch = _header_wavelengths(lists, count, source)
    unit = _unit(lists, tags)
    stated = [_stated(tag, unit) or theirs for tag, theirs in zip(own, listed, strict=True)]
    found, doubt = resolve(stated)
    in_text = [None if said else split(text)[0] for said, text in zip(stated, descriptions, strict=True)]
    bad, bad_doubt = _bad(lists, own, source)
    return HeaderBands(
        tuple(mine or theirs for mine, theirs in zip(found, in_text, strict=True)),
        joined(filter(None, (mismatch, doubt)), "; "), bad, bad_doubt, _scaling(lists, count),
    )  # fmt: skip


def _first(tags: Mapping[str, str], names: Sequence[str]) -> str:
    return next((tags[name] for name in names if tags.get(name, "").strip()), "")


def _unit(lists: Mapping[str, str], tags: Mapping[str, str]) -> str:
    """The unit of the header's wavelengths; the title of ENVI's plots may be the only one that tells it."""
    title = re.search(r"wavelength\s*[\[(]([^\])]+)[\])]", lists.get("z_plot_titles", ""), re.IGNORECASE)
    return _first(lists, _UNITS) or tags.get("wavelength#units", "") or (title[1] if title else "")


def _stated(tags: Mapping[str, str], unit: str) -> StatedWavelength | None:
    """The wavelength that a band's own tags state; `unit` is that of the header, where they state none."""
    text = _first(tags, _CENTRES)
    if number(text) is None and (said := split(text)[0]):
        return StatedWavelength(said.centre_nm, "nm", said.fwhm_nm, say("tag {name}", name="wavelength"))
    if centre := number(text):
        own = _first(tags, _UNITS) or ("nm" if "wavelength_nm" in tags else unit)
        # A width without a unit is in the centre's unit, never judged by its own size.
        return StatedWavelength(centre, own, number(_first(tags, _WIDTHS)), say("tag {name}", name="wavelength"))
    if centre := number(tags.get("central_wavelength_um")):
        return StatedWavelength(
            centre, "um", number(tags.get("fwhm_um")), say("tag {name}", name="CENTRAL_WAVELENGTH_UM")
        )
    return None


def _numbers(text: str) -> list[float] | None:
    """The numbers of a list in braces (NaN where one is "nan"); None when something else stands among them."""
    items = [item for item in re.split(r"[,\s]+", text.strip("{}[]() \r\n\t")) if item]
    try:
        return [float(item) for item in items]
    except ValueError:
        return None


def _header_wavelengths(lists: Mapping[str, str], count: int, source: str) -> tuple[list[StatedWavelength | None], str]:
    text = _first(lists, _CENTRES)
    centres = _numbers(text)
    if not text or centres is None or len(centres) != count:
        found = say("text") if centres is None else say("{count} wavelengths", count=len(centres))
        doubt = say("the {source} lists {found} for {count} bands", source=source, found=found, count=count)
        return [None] * count, doubt if text and count > 1 else ""
    widths = _numbers(_first(lists, _WIDTHS)) or []
    widths = widths if len(widths) == count else [math.nan] * count
    unit = _unit(lists, {})
    return [
        StatedWavelength(centre, unit, width if width > 0 else None, source) if 0 < centre < math.inf else None
        for centre, width in zip(centres, widths, strict=True)
    ], ""


def _bad(lists: Mapping[str, str], own: Sequence[Mapping[str, str]], source: str) -> tuple[tuple[str, ...], str]:
    """Who marks each band as bad: its own tags, else the header's list of multipliers, in which 0 is bad."""
    text = _first(lists, _GOOD)
    values = _numbers(text)
    fits = values is not None and len(values) == len(own) and not any(map(math.isnan, values))
    listed = values if fits and values is not None else [1.0] * len(own)
    doubt = say("the list of bad bands (bbl) in the {source} does not fit {count} bands", source=source, count=len(own))
    found = []
    for tags, value in zip(own, listed, strict=True):
        good, bad = _first(tags, _GOOD).strip("{} "), _first(tags, _BAD).strip("{} ").lower()
        if bad in ("1", "true", "yes", "bad") or (good and _numbers(good) in ([0.0], [False])):
            found.append(say("the band's tags"))
        else:
            place = say("the {source} (bbl)", source=source) if source == ENVI else say("the {source}", source=source)
            found.append(place if value <= 0 and not good else "")
    return tuple(found), "" if fits or not text else doubt


def _scaling(lists: Mapping[str, str], count: int) -> tuple[tuple[float, float], ...] | None:
    """Gain and offset of each band: to reflectance where the header tells it, else as stored numbers were scaled."""
    for kind in ("data_reflectance", "data"):
        gains = _numbers(lists.get(f"{kind}_gain_values", ""))
        offsets = _numbers(lists.get(f"{kind}_offset_values", "")) or [0.0] * count
        if gains and len(gains) == len(offsets) == count and all(map(math.isfinite, (*gains, *offsets))):
            return tuple(zip(gains, offsets, strict=True))
        if kind == "data_reflectance" and (factor := number(lists.get("reflectance_scale_factor"))):
            return ((1 / factor, 0.0),) * count
    return None


def stated_nodata(dtype: str, *places: Mapping[str, str]) -> float | None:
    """The nodata value that tags state for a band of `dtype`; the first of `places` that states one goes first.

    None where a tag holds text, or a number that the type cannot store.
    """
    for tags in map(normalised, places):
        for name in _NODATA:
            values = _numbers(tags.get(name, "")) or []
            if len(values) == 1 and _can_hold(dtype, values[0]):
                return values[0]
    return None


def _can_hold(dtype: str, value: float) -> bool:
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return True
    if not value.is_integer():
        return False
    limits = np.iinfo(kind)
    return bool(limits.min <= value <= limits.max)
