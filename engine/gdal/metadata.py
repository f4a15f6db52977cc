"""What a raster file says about itself, as plain data: nothing here opens a file or decides what a band is.

`engine.sensors.headers` collects wavelengths and bad bands from every place that GDAL, ENVI headers and common
exporters put them, always with the name of that place, so that the user can see where a number came from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Wavelength:
    """Centre and full width at half maximum of a band in nanometres, and where the file says so."""

    centre_nm: float
    fwhm_nm: float | None
    source: str


@dataclass(frozen=True)
class FileMetadata:
    """All that a file says. Per-band tuples have one entry a band, in layer order.

    `colours` are GDAL's colour interpretations in lower case; `band_units` the unit strings. `title` is what the user
    calls the scene, which is no name of a file.
    `false_alpha`: a band is called alpha but holds an image, so the colour interpretation as a whole
    is a writer's default and proves nothing. `bad` says who marks a band as bad (empty: nobody). `doubt` and
    `bad_doubt` say why stated wavelengths or a list of bad bands are not used (empty: all are). `sensor` is the id
    that a product has by definition, `scaled_by` who states scales and offsets beyond doubt; empty where nobody does.
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
    bad: tuple[str, ...] = ()
    doubt: str = ""
    bad_doubt: str = ""
    title: str = ""
    sensor: str = ""
    scaled_by: str = ""

    @property
    def count(self) -> int:
        """Number of bands."""
        return len(self.descriptions)

    def tag(self, *names: str) -> str:
        """The first non-empty dataset tag of these names (case ignored), else an empty text."""
        lowered = {key.lower(): value for key, value in self.tags.items()}
        return next((lowered[n.lower()] for n in names if lowered.get(n.lower(), "").strip()), "")

    def only(self, indices: Sequence[int]) -> "FileMetadata":
        """The same file as if it had these bands alone (numbered from 1)."""
        at = [index - 1 for index in indices]
        names = ("descriptions", "colours", "wavelengths", "scales", "offsets", "band_units", "nodata", "bad")
        kept: dict[str, Any] = {name: tuple(values[i] for i in at) for name in names if (values := getattr(self, name))}
        return replace(self, **kept)
