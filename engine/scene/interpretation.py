"""How a scene is read: which bands, in which units, with which statistics, and what is still in question.

The one place where files (`raster`), meaning (`sensors`) and numbers (`units`) meet; every job starts here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import BandError, EngineError, RequestError, SceneError, UnitError
from engine.protocol import SceneSpec
from engine.scene.raster import Scene
from engine.scene.undeclared_fill import Fill, SampledWindow, find_fill
from engine.scene.units import Units, find_units
from engine.sensors import MatchedBand, Question, Sensor, band_numbers, match
from engine.words import both, joined, say

SAMPLE_PIXELS = 200_000
SAMPLE_VALUES = 8_000_000
"""Values in a sample at most: with hundreds of bands fewer pixels do, for there are few pixels in such scenes."""
CONSTANT = 1e-6
"""A deviation below this share of the mean is rounding of float32 numbers: the band is constant."""

FILL_ANSWERS = ("ask", "nodata", "data")
"""What a request says of fill that the file does not declare: a question, nodata, or measurements."""
_ERRORS: Mapping[str, type[EngineError]] = {"units": UnitError, "nodata": SceneError}

_NOTHING = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Reading:
    """A scene, understood as far as it can be.

    `bands` are the usable layer bands in layer order, `unused` the others with the reason. `mean_C` and
    `std_C` are the scene's statistics per usable band in model units (the std of a constant band is 1);
    they are empty while questions are open and when no pixel is valid. `fill` is what no file declares and the
    statistics leave out; None where there is none, and where the user says that it was measured.
    """

    sensor: Sensor
    bands: tuple[MatchedBand, ...]
    unused: tuple[tuple[int, str], ...]
    units: Units | None
    questions: tuple[Question, ...]
    mean_C: NDArray[np.float32]
    std_C: NDArray[np.float32]
    fill: Fill | None = None

    @property
    def indices(self) -> tuple[int, ...]:
        """The layer bands to read, numbered from 1."""
        return tuple(band.index for band in self.bands)

    def require(self) -> None:
        """Return if the scene can be read.

        Raises:
            BandError, UnitError, SceneError: questions are open; the hint is the options that answer them.
            SceneError: no pixel is valid in all bands.
        """
        if self.questions:
            kind = _ERRORS.get(self.questions[0].about, BandError)
            texts, options = zip(*((each.text, each.option) for each in self.questions), strict=True)
            raise kind(joined(texts, "; "), say("give {options}", options=both(options)))
        if not self.mean_C.size:
            raise SceneError("no pixel is valid in all bands: nodata, NaN or masked", "check the scene's nodata value")


def interpret(scene: Scene, said: SceneSpec, title: str = "") -> Reading:
    """What `read_scene` answers, where what the user says comes in a request."""
    return read_scene(scene, said.sensor, band_numbers(said.bands), said.units, said.fill, title)


def read_scene(
    scene: Scene,
    sensor: str | None = None,
    bands: Mapping[int, str] | None = None,
    units: str | None = None,
    fill: str = "ask",
    title: str = "",
) -> Reading:
    """Understand `scene` from what it says of itself and what the user said (which goes first).

    `title` is what the user calls the scene: a name that may tell when it was taken.

    From here on, fill that was found counts as nodata in `scene`, unless the user says that it was measured.

    Raises:
        BandError: the user's sensor or bands contradict the file (see `sensors.match`).
        UnitError: the user's units contradict the values (see `units.find_units`).
        SceneError: the file is damaged.
        RequestError: `fill` is none of `FILL_ANSWERS`.
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
        return Reading(found, matched, unused, None, questions, _NOTHING, _NOTHING)
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
        return Reading(found, matched, unused, known, asked, _NOTHING, _NOTHING, held)
    mean_C, std_C = statistics(values_CN[:, valid_N], answer)
    return Reading(found, matched, unused, answer, (), mean_C, std_C, held)


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


def statistics(values_CN: NDArray[np.generic], units: Units) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and standard deviation (1 of a constant band) of each band in model units; empty without values."""
    if not values_CN.size:
        return _NOTHING, _NOTHING
    mean_C, std_C = np.zeros((2, len(values_CN)), np.float32)
    for band, values_N in enumerate(values_CN):
        model_N = units.to_model(values_N)
        mean_C[band], std_C[band] = model_N.mean(dtype=np.float64), model_N.std(dtype=np.float64)
    return mean_C, np.where(std_C > CONSTANT * np.abs(mean_C), std_C, np.float32(1))
