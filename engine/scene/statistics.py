"""Mean and deviation of each band, and whose they are: of a scene, of a training set, or fixed.

Statistics are a stated choice. A model's card names it (`engine.model.config.ModelConfig.statistics`), and `stated`
answers it; `engine.scene.normalise` makes z-scores by the answer. Knows no torch: reading a scene needs no model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.scene.values.units import Units
from engine.sensors import Band
from engine.sensors.statistics import fixed_statistics

CONSTANT = 1e-6
"""A deviation below this share of the mean is rounding of float32 numbers: the band is constant."""
SCENE, TRAINING = "scene", "training set"
"""Whose statistics are measured; the others are those of `engine.sensors.statistics.CHOICES`."""


@dataclass(frozen=True, eq=False)
class Statistics:
    """What z-scores are made by.

    Attributes:
        mean_C: of each band in model units, float32.
        std_C: likewise; 0 of a constant band, whose z-scores are differences from the mean.
        of: whose they are: `SCENE`, `TRAINING`, or the choice that fixed them.
    """

    mean_C: NDArray[np.float32]
    std_C: NDArray[np.float32]
    of: str = SCENE

    @classmethod
    def given(cls, mean: Sequence[float], std: Sequence[float], of: str = SCENE) -> "Statistics":
        """From the numbers in a card, a catalogue or a data set."""
        return cls(np.array(mean, np.float32), np.array(std, np.float32), of)

    def __len__(self) -> int:
        """How many bands there are; 0 where nothing was measured."""
        return len(self.mean_C)

    @property
    def divisors(self) -> NDArray[np.float32]:
        """What differences from the mean are divided by (C,): the deviation, 1 of a constant band."""
        return np.where(self.std_C > 0, self.std_C, np.float32(1))

    def take(self, bands: Sequence[int]) -> "Statistics":
        """Of some of the bands, counted from 0, in this order."""
        return Statistics(self.mean_C[list(bands)], self.std_C[list(bands)], self.of)


NOTHING = Statistics(np.zeros(0, np.float32), np.zeros(0, np.float32))
"""Of a scene without valid pixels, or one that is not understood yet."""


def measured(values_CN: NDArray[np.generic], units: Units, of: str = SCENE) -> Statistics:
    """The statistics of stored numbers, none of them NaN, in model units; `NOTHING` without any."""
    if not values_CN.size:
        return NOTHING
    mean_C, std_C = np.zeros((2, len(values_CN)), np.float32)
    for band, values_N in enumerate(values_CN):  # one by one: float64 of a whole sample would be large
        model_N = units.to_model(values_N)
        mean_C[band], std_C[band] = model_N.mean(dtype=np.float64), model_N.std(dtype=np.float64)
    return Statistics(mean_C, np.where(std_C > CONSTANT * np.abs(mean_C), std_C, np.float32(0)), of)


def joined(parts: Sequence[Statistics]) -> Statistics:
    """The statistics of the bands of several sources, one after the other; whose they are is told of the first."""
    mean_C, std_C = (np.concatenate([getattr(part, name) for part in parts]) for name in ("mean_C", "std_C"))
    return Statistics(mean_C, std_C, parts[0].of)


def pooled(parts: Sequence[Statistics], weights: Sequence[float], of: str = TRAINING) -> Statistics:
    """The statistics of several scenes or chips as if they were one, by the law of total variance.

    Args:
        parts: of the same bands.
        weights: as many, in proportion to their pixels; not all 0.
        of: whose the answer is.
    """
    mean_PC, std_PC = (np.stack([getattr(part, name) for part in parts]).astype(float) for name in ("mean_C", "std_C"))
    mean_C = np.average(mean_PC, axis=0, weights=weights)
    variance_C = np.average(std_PC**2 + (mean_PC - mean_C) ** 2, axis=0, weights=weights)
    return Statistics(mean_C.astype(np.float32), np.sqrt(variance_C).astype(np.float32), of)


def stated(choice: str, sensor: str, bands: Sequence[Band], quantity: str, own: Statistics) -> Statistics:
    """The statistics that a model asks for.

    Args:
        choice: one of `engine.sensors.statistics.CHOICES`, as the model's configuration states it.
        sensor: id in the sensor catalogue; unknown ones are fine.
        bands: what each channel measures.
        quantity: what model units are, see `engine.scene.values.units.quantity_of`.
        own: of the scene or of the training set: the answer to "scene", and where nothing fixes the others.
    """
    fixed = fixed_statistics(choice, sensor, bands, quantity)
    return Statistics(*fixed, of=choice) if fixed else own
