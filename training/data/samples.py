"""What a run learns from: labelled chips, whatever they were cut from; and what is done to them before each step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.model.tokens import SensorBatch
from engine.sensors import Band

UNLABELLED = -1
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class LabelledBatch:
    """Labelled chips.

    Attributes:
        chip: z-scores, 0 where invalid.
        valid_BHW: where pixels hold data.
        target: by task: classes (B, H, W) with `UNLABELLED`; values (B, H, W) with NaN where unlabelled; a class (B,);
            which classes (B, K), bool.
    """

    chip: SensorBatch
    valid_BHW: Tensor
    target: Tensor

    def to(self, device: torch.device) -> "LabelledBatch":
        """The same on a device."""
        moved = replace(self.chip, x_BCHW=self.chip.x_BCHW.to(device))
        return LabelledBatch(moved, self.valid_BHW.to(device), self.target.to(device))


class Samples(Protocol):
    """Labelled chips by number."""

    @property
    def bands(self) -> tuple[Band, ...]: ...  # noqa: D102

    def __len__(self) -> int: ...

    def batch(self, index_N: Sequence[int] | Numbers, draw: np.random.Generator | None = None) -> LabelledBatch:
        """Some of them; `draw` moves their windows about, as far as they have room (for training alone)."""

    def counts(self) -> NDArray[np.float64]:
        """Labelled pixels (or chips) of each class (K,), for the loss; of a regression: mean and deviation."""


def order(count: int, batch: int, steps: int, seed: int) -> list[Numbers]:
    """Which chips each step sees: all of them once before any is seen again, in another order each time.

    The same numbers for the same seed, so that a run can resume.
    """
    rng = np.random.default_rng([seed, 0])
    needed = batch * steps
    rounds = [rng.permutation(count) for _ in range(-(-needed // count))]
    return np.array_split(np.concatenate(rounds)[:needed], steps) if steps else []


def turned(batch: LabelledBatch, rng: np.random.Generator) -> LabelledBatch:
    """Every chip flipped and turned by chance: the world has no up and down when it is seen from above.

    Radar is only flipped along its track (up and down, nearly): it looks to one side, where shadows and layover lie.
    Colours stay: they are measurements.
    """
    radar = any(band.polarisation for band in batch.chip.bands)
    count = len(batch.chip.x_BCHW)
    up_N, left_N = rng.random(count) < 0.5, rng.random(count) < 0.5
    turns_N = rng.integers(0, 4, count)

    def one(tensor: Tensor, number: int) -> Tensor:
        part = tensor[number]
        part = part.flip(-2) if up_N[number] else part
        if radar:
            return part
        part = part.flip(-1) if left_N[number] else part
        return torch.rot90(part, int(turns_N[number]), (-2, -1))

    def all_of(tensor: Tensor) -> Tensor:
        return torch.stack([one(tensor, number) for number in range(count)])

    by_pixel = batch.target.ndim == 3
    chip = replace(batch.chip, x_BCHW=all_of(batch.chip.x_BCHW))
    return LabelledBatch(chip, all_of(batch.valid_BHW), all_of(batch.target) if by_pixel else batch.target)
