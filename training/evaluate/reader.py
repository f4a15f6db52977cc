"""Samples of a labelled set as batches for models: z-scores by the set's statistics, at the size a model takes.

A `Reader` is also what `training.finetune` learns from (`training.data.samples.Samples`). Knows no files and no
models.
"""

import math
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from engine.model.tokens import SensorBatch
from engine.sensors import Band
from training.data.samples import LabelledBatch, Numbers
from training.evaluate.datasets.labelled_set import UNLABELLED, LabelledSet, SensorView

SCALE = (0.8, 1.0)
"""Share of the area that a random crop takes, as in the paper of GEO-Bench."""
RATIO = (3 / 4, 4 / 3)  # of the sides of a crop, as in torchvision's RandomResizedCrop
CPU = torch.device("cpu")


class Reader:
    """Some samples of a set.

    Args:
        labelled: the set.
        names: of the samples.
        side_px: chips are resized to this side; None: as large as the samples are. Labels of pixels are resized, too.
        statistics: view -> mean and deviation (C,) of the z-scores; None, or an answer of None: those of the set.
    """

    def __init__(
        self,
        labelled: LabelledSet,
        names: Sequence[str],
        side_px: int | None = None,
        statistics: Callable[[SensorView], tuple[Tensor, Tensor] | None] | None = None,
    ) -> None:
        self.labelled, self.names, self._side_px, self._statistics = labelled, names, side_px, statistics

    def __len__(self) -> int:
        return len(self.names)

    @property
    def bands(self) -> tuple[Band, ...]:
        """Of the first view."""
        return self.labelled.views[0].bands

    def read(self, index: int) -> tuple[list[Tensor], Tensor, tuple[int, ...]]:
        """A sample at its own size: z-scores (C, H, W) of each view, NaN where invalid; the label; the months."""
        sample = self.labelled.read(self.names[index])
        views = zip(self.labelled.views, sample.pixels, strict=True)
        wanted = self._statistics or (lambda _view: None)
        z = [_z_scores(view, pixels_CHW, wanted(view)) for view, pixels_CHW in views]
        return z, torch.from_numpy(np.asarray(sample.label)), sample.months

    def chips(self, index_N: Sequence[int] | Numbers, device: torch.device) -> tuple[list[SensorBatch], Tensor, Tensor]:
        """Some samples as a batch.

        Returns:
            A chip (B, C, H, W) of each view; bool (B, H, W), where pixels of the first view are valid; the target:
            long (B,), bool (B, K), or long (B, H, W) with -1 where there is no label.
        """
        read = [self.read(int(index)) for index in index_N]
        chips, valid = [], []
        for number, view in enumerate(self.labelled.views):
            side_px = self._side_px or view.side_px
            x_BCHW = torch.stack([_resized(views[number], side_px) for views, *_ in read]).to(device)
            valid.append(x_BCHW.isfinite().all(1))
            gsd_m = view.gsd_m * view.side_px / side_px
            months = tuple(months[number] for *_, months in read if months) or (0,)
            chips.append(SensorBatch(x_BCHW.nan_to_num(0, 0, 0), view.bands, gsd_m, view.modality, months))
        return chips, valid[0], torch.stack([self._sized(label) for _, label, _ in read]).to(device)

    def crops(
        self, index_N: Sequence[int] | Numbers, rng: np.random.Generator, device: torch.device
    ) -> tuple[list[SensorBatch], Tensor]:
        """Some samples of a set of one view as the paper's linear probe sees them in training, and their targets.

        Each is a random part, resized, and mirrored with a chance of a half; each has a pixel size of its own.
        """
        (view,) = self.labelled.views
        side_px = self._side_px or view.side_px
        parts, gsds_m, labels = [], [], []
        for index in index_N:
            (x_CHW,), label, _ = self.read(int(index))
            part_CHW = _crop(x_CHW, rng)
            sized_CHW = _resized(part_CHW, side_px)
            parts.append(sized_CHW.flip(2) if rng.random() < 1 / 2 else sized_CHW)
            gsds_m.append(view.gsd_m * math.sqrt(part_CHW.shape[1] * part_CHW.shape[2]) / side_px)
            labels.append(label)
        x_BCHW = torch.stack(parts).nan_to_num(0, 0, 0).to(device)
        return [SensorBatch(x_BCHW, view.bands, tuple(gsds_m), view.modality)], torch.stack(labels).to(device)

    def batch(self, index_N: Sequence[int] | Numbers, draw: np.random.Generator | None = None) -> LabelledBatch:
        """See `training.data.samples.Samples`; the chips of a set stay where they are, whatever is drawn."""
        (chip,), valid_BHW, target = self.chips(index_N, CPU)
        return LabelledBatch(chip, valid_BHW, target)

    def counts(self) -> NDArray[np.float64]:
        """Labelled pixels or chips of each class (K,)."""
        return self._counts

    @cached_property
    def _counts(self) -> NDArray[np.float64]:
        total_K = np.zeros(self.labelled.classes)
        for name in self.names:
            label = self.labelled.read(name).label
            of_class = label if label.dtype == bool else np.bincount(label[label != UNLABELLED], minlength=len(total_K))
            total_K += of_class
        return total_K

    def _sized(self, label: Tensor) -> Tensor:
        side_px = self._side_px or self.labelled.views[0].side_px
        if label.ndim < 2 or label.shape == (side_px, side_px):
            return label
        sized: Tensor = interpolate(label[None, None].double(), (side_px, side_px), mode="nearest-exact")
        return sized[0, 0].long()


def _z_scores(view: SensorView, pixels_CHW: NDArray[np.float32], wanted: tuple[Tensor, Tensor] | None) -> Tensor:
    """Z-scores by the statistics of the set, or those that a model wants: where numbers become a model's input."""
    own = torch.from_numpy(view.mean_C), torch.from_numpy(view.std_C)
    mean_C11, std_C11 = (values_C.cpu()[:, None, None] for values_C in wanted or own)
    return (torch.from_numpy(pixels_CHW).float() - mean_C11) / std_C11


def _resized(x_CHW: Tensor, side_px: int) -> Tensor:
    if x_CHW.shape[1:] == (side_px, side_px):
        return x_CHW
    smaller = side_px < max(x_CHW.shape[1:])
    return interpolate(x_CHW[None], (side_px, side_px), mode="bilinear", antialias=smaller)[0]


def _crop(x_CHW: Tensor, rng: np.random.Generator) -> Tensor:
    """A random part: its share of the area is drawn from `SCALE`, the ratio of its sides from `RATIO`.

    A side that would be longer than the sample is cut to it, where RandomResizedCrop draws again; the area is then at
    most a quarter smaller.
    """
    height, width = x_CHW.shape[1:]
    area = height * width * rng.uniform(*SCALE)
    stretch = math.exp(rng.uniform(math.log(RATIO[0]), math.log(RATIO[1])) / 2)
    rows = min(height, max(1, round(math.sqrt(area) * stretch)))
    cols = min(width, max(1, round(math.sqrt(area) / stretch)))
    top, left = int(rng.integers(height - rows + 1)), int(rng.integers(width - cols + 1))
    return x_CHW[:, top : top + rows, left : left + cols]
