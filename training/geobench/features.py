"""Frozen features of a split, described once: a row per chip, or a row per sampled pixel of a segmentation.

Knows chips and describers; knows no learner.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import grid_sample

from engine.jobs import Report
from training.geobench.chips import Chips
from training.geobench.describers import Describer
from training.geobench.labelled import UNLABELLED, Labelled
from training.geobench.settings import Settings


@dataclass(frozen=True)
class Described:
    """Features with labels.

    Attributes:
        x_ND: features.
        labels: (N,) classes, or (N, K) bool.
        image_N: which sample of the split a row is of.
        images: how many samples the split has.
    """

    x_ND: NDArray[np.float32]
    labels: NDArray[Any]
    image_N: NDArray[np.int64]
    images: int


@torch.inference_mode()
def described(
    labelled: Labelled, split: str, describer: Describer, settings: Settings, device: torch.device, seed: int,
    report: Report,
) -> Described:  # fmt: skip
    """Describe a split; of a segmentation `settings.pixels` labelled pixels of each image, drawn by the seed."""
    chips = Chips(labelled, split, describer.side_px)
    x, labels, images = [], [], []
    for start in range(0, len(chips), settings.forward):
        report(start, len(chips), f"{describer.name}: describing {split}")
        index_N = np.arange(start, min(start + settings.forward, len(chips)))
        if labelled.kind == "segmentation":
            for index in index_N.tolist():
                x_PD, label_P = _of_pixels(chips, index, describer, settings.pixels, device, seed)
                x.append(x_PD)
                labels.append(label_P)
                images.append(np.full(len(label_P), index))
        else:
            chip, _, target = chips.batch(index_N, device)
            x.append(describer.whole(chip).float().cpu())
            labels.append(target.cpu())
            images.append(index_N)
    return Described(torch.cat(x).numpy(), torch.cat(labels).numpy(), np.concatenate(images), len(chips))


def _of_pixels(
    chips: Chips, index: int, describer: Describer, pixels: int, device: torch.device, seed: int
) -> tuple[Tensor, Tensor]:
    """Features (P, D) and classes (P,) of some labelled pixels of an image, at the image's own size."""
    _, label_HW = chips.normalised(index)
    known_N = np.flatnonzero(label_HW.numpy().ravel() != UNLABELLED)
    lot = np.random.default_rng((seed, index))
    drawn_P = torch.from_numpy(lot.choice(known_N, min(pixels, len(known_N)), replace=False))
    height, width = label_HW.shape
    rows_P, cols_P = drawn_P // width, drawn_P % width
    chip, _, _ = chips.batch([index], device)
    features_1Dhw = describer.dense(chip).float()
    places = torch.stack([(2 * cols_P + 1) / width - 1, (2 * rows_P + 1) / height - 1], -1)
    x_1D1P = grid_sample(
        features_1Dhw, places[None, None].to(features_1Dhw), padding_mode="border", align_corners=False
    )
    return x_1D1P[0, :, 0].T.cpu(), label_HW.flatten()[drawn_P]
