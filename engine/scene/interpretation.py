"""How a scene is read: which bands, in which units, with which statistics, and what is still in question.

The one place where files (`raster`), meaning (`sensors`) and numbers (`units`) meet; every job starts here.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import BandError, EngineError, RequestError, SceneError, UnitError
from engine.protocol import SceneSpec
from engine.scene import statistics
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics, measured
from engine.scene.values.undeclared_fill import Fill, SampledWindow, find_fill
from engine.scene.values.units import Units, find_units
from engine.sensors import CATALOGUE, MatchedBand, Question, Sensor, band_numbers, match
from engine.words import both, joined, say

SAMPLE_PIXELS = 200_000
SAMPLE_VALUES = 8_000_000
"""Values in a sample at most: with hundreds of bands fewer pixels do, for there are few pixels in such scenes."""

FILL_ANSWERS = ("ask", "nodata", "data")
"""What a request says of fill that the file does not declare: a question, nodata, or measurements."""
_ERRORS: Mapping[str, type[EngineError]] = {"units": UnitError, "nodata": SceneError}

NO_SAMPLE = np.zeros((0, 0), np.float32)


UNKNOWN_GSD_M = 10.0
"""Metres per pixel that a model is told where nobody knows them; its user is told, too."""


@dataclass(frozen=True)
class Reading:
    """How a scene is read; nothing is in question.

    Attributes:
        sensor: whose bands these are.
        bands: the usable layer bands, in layer order.
        unused: the other ones, with the reason.
        units: of the stored numbers.
        statistics: of each usable band; `NOTHING` where no pixel is valid.
        fill: what no file declares and the statistics leave out; None where there is none, and where the user says that
            it was measured.
        sample_CN: stored numbers of valid pixels from all over the scene, of which the statistics were made.
        parts: of a scene of several sources, how each is read, with its own bands in the order of `bands`; sensor and
            units above are the first one's then. Empty for one source.
    """

    sensor: Sensor
    bands: tuple[MatchedBand, ...]
    unused: tuple[tuple[int, str], ...]
    units: Units
    statistics: Statistics
    fill: Fill | None = None
    sample_CN: NDArray[Any] = field(default_factory=lambda: NO_SAMPLE, repr=False)

    parts: tuple["Part", ...] = ()

    questions: ClassVar[tuple[Question, ...]] = ()

    def known_gsd_m_of(self, scene: Scene) -> float | None:
        """Metres per pixel: the scene's or the sensor's; None where neither says it."""
        return scene.gsd_m or self.sensor.gsd_m

    def gsd_m_of(self, scene: Scene) -> float:
        """The same, `UNKNOWN_GSD_M` where nobody says it."""
        return self.known_gsd_m_of(scene) or UNKNOWN_GSD_M

    @property
    def each(self) -> tuple["Reading", ...]:
        """How each source is read."""
        return tuple(part.reading for part in self.parts) or (self,)

    @property
    def indices(self) -> tuple[int, ...]:
        """The layer bands to read, numbered from 1."""
        return tuple(band.index for band in self.bands)

    def require(self) -> "Reading":
        """Return the reading, if there is something to read.

        Raises:
            SceneError: no pixel is valid in all bands.
        """
        if not len(self.statistics):
            raise _nothing_valid()
        return self


@dataclass(frozen=True)
class OpenReading:
    """A scene, understood as far as it can be: answers to `questions` are needed before it can be read.

    `units` are those that are known while another question is open. For the rest see `Reading`.
    """

    sensor: Sensor
    bands: tuple[MatchedBand, ...]
    unused: tuple[tuple[int, str], ...]
    questions: tuple[Question, ...]
    units: Units | None = None
    fill: Fill | None = None

    def require(self) -> Reading:
        """Ask.

        Raises:
            BandError, UnitError, SceneError: always; the hint is the options that answer the questions.
        """
        if not self.questions:  # no band is left
            raise _nothing_valid()
        kind = _ERRORS.get(self.questions[0].about, BandError)
        texts, options = zip(*((each.text, each.option) for each in self.questions), strict=True)
        raise kind(joined(texts, "; "), say("give {options}", options=both(options)))


@dataclass(frozen=True)
class Part:
    """One source of a place: what it is called, how it is read, and its month (1 to 12; 0: not known)."""

    name: str
    reading: Reading
    month: int


def joint_reading(scene: Scene, parts: Sequence[Part]) -> Reading:
    """How a scene of several sources is read: `parts` as they were understood alone, in the order of its bands.

    Raises:
        SceneError: no pixel is valid in all of them.
    """
    bands = tuple(band for part in parts for band in part.reading.bands)
    numbered = tuple(replace(band, index=index) for index, band in enumerate(bands, 1))
    values_CN, valid_N = scene.sample(range(1, len(bands) + 1), min(SAMPLE_PIXELS, SAMPLE_VALUES // len(bands)))
    sample_CN, start, made = values_CN[:, valid_N], 0, []
    for part in parts:
        stop = start + len(part.reading.bands)
        own_CN = sample_CN[start:stop]
        reading = replace(
            part.reading, bands=numbered[start:stop], statistics=measured(own_CN, part.reading.units), sample_CN=own_CN
        )
        made.append(replace(part, reading=reading))
        start = stop
    first, known = parts[0].reading, statistics.joined([part.reading.statistics for part in made])
    return Reading(first.sensor, numbered, first.unused, first.units, known, None, sample_CN, tuple(made)).require()


@contextmanager
def of_one_source(name: str) -> Iterator[None]:
    """Let what is in question in this context name the source that it is about.

    Raises:
        EngineError: what was raised, with the name before it.
    """
    try:
        yield
    except (BandError, UnitError, SceneError) as error:
        hint = say("{hint}, after its name: --with {name},…", hint=error.hint, name=name)
        raise type(error)("{name}: {error}", hint, name=name, error=error.error) from error


def _nothing_valid() -> SceneError:
    return SceneError("no pixel is valid in all bands: nodata, NaN or masked", "check the scene's nodata value")


def interpret(scene: Scene, said: SceneSpec, title: str = "") -> Reading | OpenReading:
    """What `read_scene` answers, where what the user says comes in a request."""
    return read_scene(scene, said.sensor, band_numbers(said.bands), said.units, said.fill, title)


def read_scene(
    scene: Scene,
    sensor: str | None = None,
    bands: Mapping[int, str] | None = None,
    units: str | None = None,
    fill: str = "ask",
    title: str = "",
) -> Reading | OpenReading:
    """Understand `scene` from what it says of itself and what the user said (which goes first).

    `title` is what the user calls the scene: a name that may tell when it was taken.

    From here on, fill that was found counts as nodata in `scene`, unless the user says that it was measured.

    Raises:
        BandError: the user's sensor or bands contradict the file (see `sensors.match`).
        UnitError: the user's units contradict the values (see `units.find_units`).
        SceneError: the file is damaged.
        RequestError: `fill` is not one of `FILL_ANSWERS`.
    """
    if fill not in FILL_ANSWERS:
        raise RequestError(
            "expected fill to be {answers}; found '{fill}'",
            "leave it out to be asked",
            answers=", ".join(FILL_ANSWERS),
            fill=fill,
        )
    metadata = replace(scene.metadata(), title=title)
    found, matched, unused, questions = match(metadata, sensor, bands or {})
    if questions or not matched:
        return OpenReading(found, matched, unused, questions)
    if found is CATALOGUE["elevation"] and fill == "ask":
        fill = "data"  # a lake is as flat as fill
    empty = scene.empty_bands([band.index for band in matched])
    matched = tuple(band for band in matched if band.index not in empty)
    unused = tuple(sorted((*unused, *((index, say("holds no valid pixel")) for index in empty))))
    held, values_CN, valid_N = _sample(scene, [band.index for band in matched], fill)
    answer = find_units(metadata, found, matched, (values_CN, valid_N), units)
    asked = (answer,) if isinstance(answer, Question) else ()
    if held and fill == "ask":
        asked = (*asked, ask_fill(held))
    if asked or isinstance(answer, Question):
        known = None if isinstance(answer, Question) else answer
        return OpenReading(found, matched, unused, asked, known, held)
    sample_CN = values_CN if valid_N.all() else values_CN[:, valid_N]
    return Reading(found, matched, unused, answer, measured(sample_CN, answer), held, sample_CN)


def _sample(scene: Scene, bands: Sequence[int], fill: str) -> tuple[Fill | None, NDArray[Any], NDArray[np.bool_]]:
    """The scene's fill, and values (bands, N) and validity (N,) from all over it that leave it out."""
    scene.fill, pixels = (), min(SAMPLE_PIXELS, SAMPLE_VALUES // len(bands))
    if fill == "data":
        return None, *scene.sample(bands, pixels)
    sampled_windows = scene.sampled_windows(bands, pixels)
    held = _marked(scene, sampled_windows, bands)
    return held, *scene.sample(bands, pixels, None if held else sampled_windows)


def mark_fill(scene: Scene, bands: Sequence[int]) -> Fill | None:
    """The fill of a scene whose `bands` are known, which counts as nodata from here on."""
    scene.fill = ()
    return _marked(scene, scene.sampled_windows(bands, min(SAMPLE_PIXELS, SAMPLE_VALUES // len(bands))), bands)


def _marked(scene: Scene, sampled_windows: Sequence[SampledWindow], bands: Sequence[int]) -> Fill | None:
    held = find_fill(sampled_windows, bands)
    if held and all(part.holds(scene.ordinary) for part in held.parts):
        held = None  # the file calls it nodata, and the user calls that wrong
    scene.fill = held.parts if held else ()
    return held


def ask_fill(fill: Fill) -> Question:
    """Were these pixels measured?"""
    text = say("{fill}: this looks like fill that the file does not declare", fill=fill.text)
    option = say("--nodata {answer}, or --nodata none if they were measured", answer=fill.answer)
    return Question("nodata", text, option, (fill.answer, "none"))
