"""What a raster file says about itself, as plain data: nothing here opens a file or decides what a band is.

Wavelengths are collected from every place that GDAL, ENVI headers and common exporters put them, always
together with the name of that place, so that a user can be told where a number came from.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_UNIT_NM = {"nm": 1.0, "nanometer": 1.0, "nanometre": 1.0, "um": 1e3, "µm": 1e3, "μm": 1e3, "micron": 1e3,
            "micrometer": 1e3, "micrometre": 1e3}  # fmt: skip
_NUMBER = r"(\d+(?:\.\d+)?)"
_IN_TEXT = re.compile(_NUMBER + r"\s*(nanomet(?:er|re)s?|nm|micromet(?:er|re)s?|microns?|um|µm|μm)\b", re.IGNORECASE)
MICROMETRE_LIMIT = 100.0
"""A wavelength without a unit is in micrometres below this number and in nanometres above it: reflected
sunlight spans 0.3-2.6 um = 300-2600 nm, and thermal bands end at 15 um."""


@dataclass(frozen=True)
class Wavelength:
    """Centre and full width at half maximum of a band in nanometres, and where the file says so."""

    centre_nm: float
    fwhm_nm: float | None
    source: str


@dataclass(frozen=True)
class Facts:
    """All that a file says. Per-band tuples have one entry a band, in layer order.

    `colours` are GDAL's colour interpretations in lower case; `band_units` the unit strings.
    `false_alpha`: a band is called alpha but holds an image, so the colour interpretation as a whole
    is a writer's default and proves nothing.
    """

    name: str
    dtype: str
    descriptions: tuple[str, ...]
    colours: tuple[str, ...]
    tags: Mapping[str, str] = field(default_factory=dict)
    wavelengths: tuple[Wavelength | None, ...] = ()
    scales: tuple[float, ...] = ()
    offsets: tuple[float, ...] = ()
    band_units: tuple[str, ...] = ()
    nodata: tuple[float | None, ...] = ()
    gsd_m: float | None = None
    false_alpha: bool = False

    @property
    def count(self) -> int:
        """Number of bands."""
        return len(self.descriptions)

    def tag(self, *names: str) -> str:
        """The first non-empty dataset tag of these names (case ignored), else an empty text."""
        lowered = {key.lower(): value for key, value in self.tags.items()}
        return next((lowered[n.lower()] for n in names if lowered.get(n.lower(), "").strip()), "")


def _to_nm(value: float, unit: str) -> float:
    unit = unit.strip().lower()
    scale = _UNIT_NM.get(unit, _UNIT_NM.get(unit.rstrip("s")))
    return value * (scale if scale is not None else 1e3 if value < MICROMETRE_LIMIT else 1.0)


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else 0.0
    except ValueError:
        return None
    return value if value > 0 else None


def wavelength(band_tags: Mapping[str, str], description: str) -> Wavelength | None:
    """The wavelength that a band's own tags state, else its description ("Blue 484 nm"), else None."""
    tags = {key.lower(): value for key, value in band_tags.items()}
    if centre := _number(tags.get("central_wavelength_um")):
        fwhm = _number(tags.get("fwhm_um"))
        return Wavelength(centre * 1e3, fwhm * 1e3 if fwhm else None, "tag CENTRAL_WAVELENGTH_UM")
    if centre := _number(tags.get("wavelength")):
        unit = tags.get("wavelength_units", "")
        fwhm = _number(tags.get("fwhm"))
        centre_nm = _to_nm(centre, unit)
        # A width without a unit is in the centre's unit, never judged by its own size.
        return Wavelength(centre_nm, fwhm * centre_nm / centre if fwhm else None, "tag wavelength")
    if found := _IN_TEXT.search(description):
        return Wavelength(_to_nm(float(found[1]), found[2]), None, "description")
    return None


def without_wavelength(description: str) -> str:
    """A band's name without the wavelength that may be part of it: "Blue 484 nm" -> "Blue"."""
    return re.sub(r"[(\[]?\s*" + _IN_TEXT.pattern + r"\s*[)\]]?", "", description, flags=re.IGNORECASE).strip(" -_,:")


def header_wavelengths(header: Mapping[str, str], count: int) -> Sequence[Wavelength | None]:
    """The wavelengths of an ENVI header (`wavelength`, `fwhm`, `wavelength units`), or Nones if it has not `count`."""
    fields = {key.lower().replace(" ", "_"): value for key, value in header.items()}
    centres = [float(number) for number in re.findall(_NUMBER, fields.get("wavelength", ""))]
    widths = re.findall(_NUMBER, fields.get("fwhm", ""))
    if len(centres) != count:
        return [None] * count
    found = []
    for index, centre in enumerate(centres):
        nm = _to_nm(centre, fields.get("wavelength_units", ""))
        fwhm = float(widths[index]) * nm / centre if len(widths) == count else None
        found.append(Wavelength(nm, fwhm, "ENVI header"))
    return found


def parse_envi_header(text: str) -> dict[str, str]:
    """The fields of an ENVI .hdr file, lists in braces as one text each; empty when it is not one."""
    if not text.lstrip().upper().startswith("ENVI"):
        return {}
    pairs = re.findall(r"^\s*([\w ]+?)\s*=\s*(\{.*?\}|[^\n]*)", text, re.DOTALL | re.MULTILINE)
    return {key.lower(): value.strip("{} \n") for key, value in pairs}
