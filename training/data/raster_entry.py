"""One raster as an entry of the catalogue: what it is, how its numbers become z-scores, where it lies.

The engine's own matching and units decide. What they leave open is no scene, and the question is the reason.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer
from pyproj.exceptions import ProjError
from shapely import Polygon

from engine.errors import SceneError
from engine.scene.interpretation import SAMPLE_PIXELS, SAMPLE_VALUES, OpenReading, Reading, read_scene
from engine.scene.raster import Scene
from engine.scene.statistics import measured
from engine.scene.values.plausibility import value_range
from engine.scene.values.units import OPTICAL, RADAR, WRAPPED, Units
from engine.sensors import Sensor
from engine.sensors.catalogue import HYPERSPECTRAL_BANDS
from training.data.catalogue_entry import Entry, SceneBand

UNKNOWN_UNITS = "unknown"


@dataclass(frozen=True)
class UserAnswers:
    """What somebody says of a raster that its file does not: see `engine inspect` for sensor, bands and units.

    Nobody is asked about the fill of thousands of rasters: it counts as nodata, unless `fill` is "data".
    """

    sensor: str | None = None
    bands: Mapping[int, str] = field(default_factory=dict)
    units: str | None = None
    gsd_m: float | None = None
    licence: str = ""
    source: str = ""
    fill: str = ""

    def under(self, other: "UserAnswers") -> "UserAnswers":
        """These answers, except where `other` gives one."""
        return replace(self, **{f.name: said for f in fields(other) if (said := getattr(other, f.name))})


@dataclass(frozen=True)
class Candidate:
    """A raster that may be a scene.

    Attributes:
        name: as GDAL opens it.
        group: rasters of one group, sensor, bands and units share a collection.
        spot: folder and name without words for the sensor: rasters of one spot and grid show the same ground.
        said: what the layout knows of it.
    """

    name: str
    group: str
    spot: str
    said: UserAnswers = UserAnswers()

    def answered(self, said: UserAnswers) -> "Candidate":
        """The same raster, with what a person says of it."""
        return replace(self, said=self.said.under(said))


@dataclass(frozen=True)
class Skipped:
    """A file that was looked at and is no scene, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class UngroupedEntry:
    """An entry whose collection and place are still to be joined with others'.

    Attributes:
        entry: without collection and place.
        group, spot: see `Candidate`; an empty spot is nowhere.
        grid: equal for rasters whose pixels lie on each other; empty where the file does not place them.
        footprint: on the globe (EPSG:4326), if the file places it.
    """

    entry: Entry
    group: str
    spot: str
    grid: tuple[object, ...] = ()
    footprint: Polygon | None = None

    @property
    def name(self) -> str:
        """The first file."""
        return self.entry.files[0]


Listed = Candidate | UngroupedEntry | Skipped
"""What a layout says of a file: look at it; nothing more to look at; leave it."""


def look(candidate: Candidate) -> UngroupedEntry:
    """Open the raster and describe it.

    Raises:
        SceneError: it cannot be read, or holds nothing to learn from.
        BandError, UnitError: what its numbers are is in question, or contradicts what was said.
    """
    said = candidate.said
    with Scene.open(candidate.name) as scene:
        found = read_scene(scene, said.sensor, said.bands, said.units, said.fill or "nodata")
        reading = _settled(scene, found).require()
        units, facts = reading.units, scene.metadata()
        if not reading.statistics.std_C.any():
            raise SceneError("every pixel is the same", "there is nothing to learn from it")
        entry = Entry(
            files=(candidate.name,), collection="", sensor=reading.sensor.id, modality=modality(reading),
            bands=tuple(SceneBand(0, matched.index, matched.band) for matched in reading.bands),
            scale=units.scale, offset=units.offset, decibel=units.decibel, units=units.id,
            mean=_numbers(reading.statistics.mean_C), std=_numbers(reading.statistics.std_C),
            collection_mean=(), collection_std=(),
            gsd_m=_gsd_m(said, scene, reading.sensor), height=scene.height, width=scene.width,
            licence=said.licence or facts.tag("LICENSE", "LICENCE"), source=said.source or facts.tag("SOURCE"),
            fill=scene.fill,
        )  # fmt: skip
        return UngroupedEntry(entry, candidate.group, candidate.spot, _grid(scene), _footprint(scene))


def modality(reading: Reading) -> str:
    """Which of `training.data.catalogue_entry.MODALITIES` a scene counts as."""
    if len(reading.bands) > HYPERSPECTRAL_BANDS:
        return "EnMAP"
    return "S1" if _is_radar(reading) else reading.sensor.modality or "Landsat"


def _is_radar(reading: Reading | OpenReading) -> bool:
    return any(matched.band.polarisation for matched in reading.bands)


def _settled(scene: Scene, reading: Reading | OpenReading) -> Reading | OpenReading:
    """`reading`; where only units are in question on which z-scores do not depend, with statistics as stored."""
    if isinstance(reading, Reading) or [question.about for question in reading.questions] != ["units"]:
        return reading
    kinds = RADAR if _is_radar(reading) else OPTICAL
    decibels = {kinds[choice].decibel for choice in reading.questions[0].choices}
    pixels = min(SAMPLE_PIXELS, SAMPLE_VALUES // len(reading.bands))
    values_CN, valid_N = scene.sample([matched.index for matched in reading.bands], pixels)
    wrapped = _is_radar(reading) and value_range(values_CN, valid_N, zero_is_fill=False).low > WRAPPED
    if len(decibels) > 1 or wrapped:
        return reading
    units = Units(UNKNOWN_UNITS, 1.0, 0.0, decibels.pop(), "")  # decibels of amplitude are twice those of power
    statistics = measured(values_CN[:, valid_N], units)
    return Reading(reading.sensor, reading.bands, reading.unused, units, statistics, reading.fill)


def _numbers(values_C: NDArray[np.float32]) -> tuple[float, ...]:
    return tuple(float(value) for value in values_C)


def _gsd_m(said: UserAnswers, scene: Scene, sensor: Sensor) -> float:
    gsd_m = said.gsd_m or scene.gsd_m or sensor.gsd_m
    if not gsd_m or not 0 < gsd_m < math.inf:
        raise SceneError("nothing says how many metres a pixel is", 'answer {"*": {"gsd_m": 0.5}} in --answers')
    return float(gsd_m)


def _grid(scene: Scene) -> tuple[object, ...]:
    """The reference system and, to a tenth of a pixel, the grid; the size alone where the file has no place."""
    if not scene.crs:
        return (scene.height, scene.width)
    t = scene.transform
    pixel = max(abs(t.a), abs(t.b))
    shape = (round(number / pixel, 4) for number in (t.a, t.b, t.d, t.e))
    return (scene.height, scene.width, scene.crs.to_wkt(), *shape, round(t.c / pixel, 1), round(t.f / pixel, 1))


def _footprint(scene: Scene) -> Polygon | None:
    """The scene's outline in longitudes and latitudes, if its reference system is one of the Earth."""
    if not scene.crs or (to_globe := _to_globe(scene.crs.to_wkt())) is None:
        return None
    width, height = scene.width, scene.height
    corners = [scene.transform @ corner for corner in ((0, 0), (width, 0), (width, height), (0, height))]
    outline = Polygon(to_globe.itransform(corners))
    return outline if all(map(math.isfinite, outline.bounds)) else None


@lru_cache
def _to_globe(wkt: str) -> Transformer | None:
    try:
        return Transformer.from_crs(wkt, "EPSG:4326", always_xy=True)
    except ProjError:  # an engineering system, say: metres from a corner of the site
        return None
