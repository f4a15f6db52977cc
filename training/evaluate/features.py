"""Frozen features with labels: a row for each chip, or for each of some pixels of a segmentation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import grid_sample

from engine.progress import Report
from training.evaluate.datasets.labelled_set import UNLABELLED, Kind, LabelledSet
from training.evaluate.extractors import Extractor, Rows
from training.evaluate.reader import Reader


@dataclass(frozen=True)
class Features:
    """Features with labels.

    Attributes:
        kind, classes: see `LabelledSet`.
        x_ND: features.
        labels: (N,) classes, or (N, K) bool.
        image_N: the sample that a row belongs to.
        images: the number of samples.
    """

    kind: Kind
    classes: int
    x_ND: Rows
    labels: NDArray[Any]
    image_N: NDArray[np.int64]
    images: int

    def part(self, index_N: NDArray[np.int64]) -> "Features":
        """Some of the rows of a set of chips."""
        numbers = np.arange(len(index_N))
        return Features(self.kind, self.classes, self.x_ND[index_N], self.labels[index_N], numbers, len(index_N))


@torch.inference_mode()
def extracted(
    labelled: LabelledSet, names: Sequence[str], extractor: Extractor, device: torch.device, report: Report, *,
    batch: int = 64, pixels: int = 0, seed: int = 0,
) -> Features:  # fmt: skip
    """Features of some samples.

    Args:
        labelled: the set.
        names: of its samples.
        extractor: of features.
        device: that features are computed on.
        report: hears of every batch; may raise `Cancelled`.
        batch: chips at once.
        pixels: of a segmentation, how many labelled pixels of each image the seed draws.
        seed: see `pixels`.

    Raises:
        ModelError: the model cannot read such chips.
    """
    reader = Reader(labelled, names, extractor.side_px, extractor.statistics)
    x, labels, images = [], [], []
    for start in range(0, len(names), batch):
        report(start, len(names), f"{extractor.name}: extracting features")
        index_N = np.arange(start, min(start + batch, len(names)))
        if labelled.kind == "segmentation":
            for index in index_N.tolist():
                x_PD, label_P = _of_pixels(reader, index, extractor, pixels, device, seed)
                x.append(x_PD)
                labels.append(label_P)
                images.append(np.full(len(label_P), index))
        else:
            chips, _, target = reader.chips(index_N, device)
            x.append(extractor.pooled(chips).float().cpu())
            labels.append(target.cpu())
            images.append(index_N)
    x_ND, label = torch.cat(x).numpy(), torch.cat(labels).numpy()
    return Features(labelled.kind, labelled.classes, x_ND, label, np.concatenate(images), len(names))


def _of_pixels(
    reader: Reader, index: int, extractor: Extractor, pixels: int, device: torch.device, seed: int
) -> tuple[Tensor, Tensor]:
    """Features (P, D) and classes (P,) of some labelled pixels of an image, at the image's own size."""
    _, label_HW, _ = reader.read(index)
    known_N = np.flatnonzero(label_HW.numpy().ravel() != UNLABELLED)
    rng = np.random.default_rng((seed, index))
    drawn_P = torch.from_numpy(rng.choice(known_N, min(pixels, len(known_N)), replace=False))
    height, width = label_HW.shape
    rows_P, cols_P = drawn_P // width, drawn_P % width
    chips, *_ = reader.chips([index], device)
    features_1Dhw = extractor.dense(chips).float()
    places = torch.stack([(2 * cols_P + 1) / width - 1, (2 * rows_P + 1) / height - 1], -1)
    x_1D1P = grid_sample(
        features_1Dhw, places[None, None].to(features_1Dhw), padding_mode="border", align_corners=False
    )
    return x_1D1P[0, :, 0].T.cpu(), label_HW.flatten()[drawn_P]
