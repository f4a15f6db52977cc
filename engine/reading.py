"""How a scene is read: which bands, in which units, with which statistics, and what is still in question.

The one place where files (`raster`), meaning (`sensors`) and numbers (`units`) meet; every job starts here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.errors import BandError, SceneError, UnitError
from engine.raster import Scene
from engine.sensors import MatchedBand, Question, Sensor, match
from engine.units import Units, find_units

SAMPLE_PIXELS = 200_000
SAMPLE_VALUES = 8_000_000
"""Values in a sample at most: with hundreds of bands fewer pixels do, for there are few pixels in such scenes."""
CONSTANT = 1e-6
"""A deviation below this share of the mean is rounding of float32 numbers: the band is constant."""

_NOTHING = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Reading:
    """A scene, understood as far as it can be.

    `bands` are the usable layer bands in layer order, `unused` the others with the reason. `mean_C` and
    `std_C` are the scene's statistics per usable band in model units (the std of a constant band is 1);
    they are empty while questions are open and when no pixel is valid.
    """

    sensor: Sensor
    bands: tuple[MatchedBand, ...]
    unused: tuple[tuple[int, str], ...]
    units: Units | None
    questions: tuple[Question, ...]
    mean_C: NDArray[np.float32]
    std_C: NDArray[np.float32]

    @property
    def indices(self) -> tuple[int, ...]:
        """The layer bands to read, numbered from 1."""
        return tuple(band.index for band in self.bands)

    def require(self) -> None:
        """Return if the scene can be read.

        Raises:
            BandError, UnitError: a question about bands or units is open; the hint is the option that answers it.
            SceneError: no pixel is valid in all bands.
        """
        if self.questions:
            question = self.questions[0]
            kind = UnitError if question.about == "units" else BandError
            raise kind(question.text, f"give {question.option}")
        if not self.mean_C.size:
            raise SceneError("no pixel is valid in all bands: nodata, NaN or masked", "check the scene's nodata value")


def read_scene(
    scene: Scene, sensor: str | None = None, bands: Mapping[int, str] | None = None, units: str | None = None
) -> Reading:
    """Understand `scene` from what it says of itself and what the user said (which goes first).

    Raises:
        BandError: the user's sensor or bands contradict the file (see `sensors.match`).
        UnitError: the user's units contradict the values (see `units.find_units`).
        SceneError: the file is damaged.
    """
    facts = scene.facts()
    found, matched, unused, questions = match(facts, sensor, bands or {})
    if questions or not matched:
        return Reading(found, matched, unused, None, questions, _NOTHING, _NOTHING)
    empty = scene.empty_bands([band.index for band in matched])
    matched = tuple(band for band in matched if band.index not in empty)
    unused = tuple(sorted((*unused, *((index, "holds no valid pixel") for index in empty))))
    pixels = min(SAMPLE_PIXELS, SAMPLE_VALUES // len(matched))
    values_CN, valid_N = scene.sample([band.index for band in matched], pixels)
    answer = find_units(facts, found, matched, (values_CN, valid_N), units)
    if isinstance(answer, Question):
        return Reading(found, matched, unused, None, (answer,), _NOTHING, _NOTHING)
    mean_C, std_C = statistics(values_CN[:, valid_N], answer)
    return Reading(found, matched, unused, answer, (), mean_C, std_C)


def statistics(values_CN: NDArray[np.generic], units: Units) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and standard deviation (1 of a constant band) of each band in model units; empty without values."""
    if not values_CN.size:
        return _NOTHING, _NOTHING
    mean_C, std_C = np.zeros((2, len(values_CN)), np.float32)
    for band, values_N in enumerate(values_CN):
        model_N = units.to_model(torch.from_numpy(values_N.astype(np.float32))).numpy()
        mean_C[band], std_C[band] = model_N.mean(dtype=np.float64), model_N.std(dtype=np.float64)
    return mean_C, np.where(std_C > CONSTANT * np.abs(mean_C), std_C, np.float32(1))
