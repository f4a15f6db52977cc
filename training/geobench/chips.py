"""Samples of one split as batches for models: z-scores of the set's own statistics, at the size a model wants.

`Chips` is what `training.finetune` calls labelled chips. Knows no files and no models.
"""

import math
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from engine.model.tokens import Chip
from engine.sensors import Band
from training.geobench.labelled import Labelled

SCALE = (0.8, 1.0)
"""Share of the area that the paper's random crops take."""
RATIO = (3 / 4, 4 / 3)  # of their sides, as RandomResizedCrop has it


class Chips:
    """A split of a set.

    Args:
        labelled: the set.
        split: "train", "valid" or "test".
        side_px: what chips are resized to; the set's own size if None. Labels of pixels are resized with them.
    """

    def __init__(self, labelled: Labelled, split: str, side_px: int | None = None) -> None:
        self.labelled, self.names = labelled, labelled.splits[split]
        self.side_px = side_px or labelled.side_px

    def __len__(self) -> int:
        return len(self.names)

    @property
    def bands(self) -> tuple[Band, ...]:
        """What the bands measure."""
        return self.labelled.bands

    @property
    def modality(self) -> str | None:
        """Which per-sensor embedding reads them."""
        return self.labelled.modality

    @property
    def gsd_m(self) -> float:
        """Metres per pixel of chips at their size."""
        return self.labelled.gsd_m * self.labelled.side_px / self.side_px

    def batch(self, index_N: Sequence[int] | NDArray[np.int64], device: torch.device) -> tuple[Chip, Tensor, Tensor]:
        """Some chips.

        Returns:
            The chip (B, C, side_px, side_px); bool (B, side_px, side_px), where pixels are valid; the target: long
            (B,), bool (B, K), or long (B, side_px, side_px) with -1 where there is no label.
        """
        read = [self.normalised(int(index)) for index in index_N]
        sized = [_resized(x_CHW, self.side_px) for x_CHW, _ in read]
        x_BCHW = torch.stack(sized).to(device)
        labels = [self._sized(label) for _, label in read]
        valid_BHW = x_BCHW.isfinite().all(1)
        chip = Chip(x_BCHW.nan_to_num(0, 0, 0), self.bands, self.gsd_m, self.modality)
        return chip, valid_BHW, torch.stack(labels).to(device)

    def crops(
        self, index_N: Sequence[int] | NDArray[np.int64], lot: np.random.Generator, device: torch.device
    ) -> tuple[Chip, Tensor]:
        """Some chips of a classification as the paper's probe sees them in training, and their target.

        A random part of each, resized, perhaps mirrored; each has its own pixel size then.
        """
        parts, gsds_m, labels = [], [], []
        for index in index_N:
            x_CHW, label = self.normalised(int(index))
            labels.append(label)
            part_CHW = _part(x_CHW, lot)
            gsds_m.append(self.labelled.gsd_m * math.sqrt(part_CHW.shape[1] * part_CHW.shape[2]) / self.side_px)
            sized_CHW = _resized(part_CHW, self.side_px)
            parts.append(sized_CHW.flip(2) if lot.random() < 1 / 2 else sized_CHW)
        x_BCHW = torch.stack(parts).nan_to_num(0, 0, 0).to(device)
        return Chip(x_BCHW, self.bands, tuple(gsds_m), self.modality), torch.stack(labels).to(device)

    def normalised(self, index: int) -> tuple[Tensor, Tensor]:
        """A sample's z-scores (C, H, W) and its label, at its own size."""
        sample = self.labelled.read(self.names[index])
        z_CHW = (sample.pixels_CHW - self.labelled.mean_C[:, None, None]) / self.labelled.std_C[:, None, None]
        return torch.from_numpy(z_CHW), torch.from_numpy(sample.label)

    def _sized(self, label: Tensor) -> Tensor:
        if label.ndim < 2 or label.shape == (self.side_px, self.side_px):
            return label
        sized: Tensor = interpolate(label[None, None].double(), (self.side_px, self.side_px), mode="nearest-exact")
        return sized[0, 0].long()


def _resized(x_CHW: Tensor, side_px: int) -> Tensor:
    if x_CHW.shape[1:] == (side_px, side_px):
        return x_CHW
    smaller = side_px < max(x_CHW.shape[1:])
    return interpolate(x_CHW[None], (side_px, side_px), mode="bilinear", antialias=smaller)[0]


def _part(x_CHW: Tensor, lot: np.random.Generator) -> Tensor:
    """A random part: its share of the area is drawn from `SCALE`, the ratio of its sides from `RATIO`.

    What would be longer than the sample is cut to its side, where RandomResizedCrop draws again: a quarter of a
    square's area is the most that is ever missing.
    """
    height, width = x_CHW.shape[1:]
    area = height * width * lot.uniform(*SCALE)
    stretch = math.exp(lot.uniform(math.log(RATIO[0]), math.log(RATIO[1])) / 2)
    rows = min(height, max(1, round(math.sqrt(area) * stretch)))
    cols = min(width, max(1, round(math.sqrt(area) / stretch)))
    top, left = int(lot.integers(height - rows + 1)), int(lot.integers(width - cols + 1))
    return x_CHW[:, top : top + rows, left : left + cols]
