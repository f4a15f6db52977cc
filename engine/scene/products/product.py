"""What a product says of itself, as plain data: which file holds which band, what its numbers mean, and what is masked.

A product is what people download: a folder, an archive or several files that are one scene. Opens nothing.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.errors import RequestError, SceneError
from engine.scene.products.unpacked import Copy
from engine.words import say

NOTHING = "nodata"
"""The kind of a flag that says that nothing was measured: it counts unless nothing is masked at all."""
KINDS: Mapping[str, str] = {
    "clouds": say("clouds"),
    "haze": say("haze"),
    "shadow": say("cloud shadow"),
    "snow": say("snow"),
    NOTHING: say("no measurement"),
}
"""What a flag of a product can say of a pixel, and what a person calls it."""
MASKED = tuple(kind for kind in KINDS if kind != NOTHING)
"""What can be asked for, and is nodata by default."""
NO_MASK = "none"


@dataclass(frozen=True)
class ProductBand:
    """One band: band `index` (from 1) of `file`, as GDAL opens it.

    Attributes:
        name: what the sensor calls it; empty where only its wavelength tells.
        file: as GDAL opens it.
        index: of the band in its file.
        wavelength_nm: centre, if the product states it.
        fwhm_nm: full width at half maximum, if the product states it.
        scaling: scale and offset that make of stored numbers what the sensor measured; None: the product says nothing.
        nodata: of the stored numbers; None: the product says nothing, and the file may.
        heeds_file: whether nodata that the file states counts where the product says nothing.
        values: stored number -> value, where that is no line; such a band holds values, and `scaling` is None.
        good: False for a band that the product marks as bad.
    """

    name: str
    file: str
    index: int = 1
    wavelength_nm: float | None = None
    fwhm_nm: float | None = None
    scaling: tuple[float, float] | None = None
    nodata: float | None = None
    values: Mapping[int, float] | None = None
    good: bool = True
    heeds_file: bool = True


@dataclass(frozen=True)
class Flag:
    """Where band `index` of `file` is one of `values`, or has one of `bits` set, there is `kind` (see `KINDS`).

    The band after the last one of a file is its own mask, 0 where the file holds nothing or does not reach.
    """

    kind: str
    file: str
    index: int = 1
    values: tuple[int, ...] = ()
    bits: int = 0


@dataclass(frozen=True)
class Product:
    """A scene in several files, or in one file with its metadata beside.

    Attributes:
        title: sensor and level, as a person calls them.
        bands: in the order of the scene's bands; all of one date.
        flags: what is masked, layer by layer.
        tags: what it says of sensor, product and date, under names by which other rasters say it.
        taken: when it was taken, as the product writes it (ISO 8601); empty if it does not say.
        aside: files, or assets, that belong to it and are no bands of the scene.
        ranges: stored numbers without meaning in any band, beside nodata.
        sensor: its id where that follows from what the product is, and no band can tell it; empty elsewhere.
        whole: its bands are all those of its one file.
        made_of: a copy, or a name that only this process can open (see `engine.gdal.virtual.hold_vrt`) -> the files of
            its pixels.
        copies: GeoTIFFs among the files above that are written into the user's cache before they are opened.
        caution: what a person should know of it before trusting a map; empty if there is nothing.
    """

    title: str
    bands: tuple[ProductBand, ...]
    flags: tuple[Flag, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    taken: str = ""
    aside: tuple[str, ...] = ()
    ranges: tuple[tuple[float, float], ...] = ()
    sensor: str = ""
    whole: bool = False
    made_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    copies: tuple[Copy, ...] = ()
    caution: str = ""

    @property
    def id(self) -> str:
        """What tells it from others of its title."""
        return self.tags.get("PRODUCT_URI") or self.tags.get("PRODUCT_ID") or " ".join((self.title, self.taken)).strip()

    @property
    def files(self) -> tuple[str, ...]:
        """The files of its bands and flags, as GDAL opens them; behind copies, the originals."""
        named = dict.fromkeys([band.file for band in self.bands] + [flag.file for flag in self.flags])
        return tuple(dict.fromkeys(file for name in named for file in self.made_of.get(name, (name,))))

    @property
    def header(self) -> dict[str, str]:
        """What it says of its bands, as the fields of an ENVI header (see `engine.sensors.headers.read_bands`)."""
        stated: dict[str, str] = {}
        if any(band.wavelength_nm for band in self.bands):
            stated["wavelength"] = _listed([band.wavelength_nm for band in self.bands])
            stated["fwhm"] = _listed([band.fwhm_nm for band in self.bands])
            stated["wavelength_units"] = "nanometers"
        scalings = [band.scaling for band in self.bands if band.scaling]
        if len(scalings) == len(self.bands):
            stated["data_gain_values"] = _listed([scale for scale, _ in scalings])
            stated["data_offset_values"] = _listed([offset for _, offset in scalings])
        if not all(band.good for band in self.bands):
            stated["bbl"] = ",".join(str(int(band.good)) for band in self.bands)
        return stated

    def masked(self, asked: str) -> tuple[Flag, ...]:
        """The flags that count as nodata where a person asks for `asked`: see `kinds_of`."""
        kinds = kinds_of(asked)
        return tuple(flag for flag in self.flags if flag.kind in kinds)


def kinds_of(asked: str) -> tuple[str, ...]:
    """What ``clouds+shadow`` masks; an empty text is everything, and ``none`` nothing.

    Raises:
        RequestError: a word that is not one of these.
    """
    words = [word.strip().lower() for word in asked.split("+") if word.strip()] or list(MASKED)
    if unknown := [word for word in words if word not in (*MASKED, NO_MASK)]:
        raise RequestError(
            "no mask is called '{word}'",
            "give --mask {none}, or some of {kinds}",
            word=unknown[0],
            none=NO_MASK,
            kinds="+".join(MASKED),
        )
    return () if NO_MASK in words else (*words, NOTHING)


def lacking(name: str, file: str) -> SceneError:
    """Says that a product lacks a file that its metadata name."""
    return SceneError(
        "{name} lacks {file}, which its metadata names",
        "download it again, into the same folder",
        name=name,
        file=file,
    )


def unmasked(name: str) -> str:
    """What to know of a product that lacks the mask that products of its kind have."""
    return say("{name} has no mask beside it that can be read, so clouds are not masked", name=name)


def _listed(numbers: Sequence[float | None]) -> str:
    return ",".join(repr(float(math.nan if number is None else number)) for number in numbers)
