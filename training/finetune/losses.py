"""What a step pulls at: by task, with rare classes weighing more and unlabelled pixels nothing."""

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    interpolate,
    smooth_l1_loss,
)

from engine.model.downstream import Downstream
from engine.model.task import Task
from training.data.samples import UNLABELLED, LabelledBatch

AUXILIARY = 0.4  # weight of UPerNet's second head, as in its own and in GEO-Bench's recipe
MOST_WEIGHT = 10.0  # of a class, times the mean: one with a handful of pixels would drown the others
TINY = 1e-6

Loss = Callable[[Tensor, Tensor], Tensor]


def class_weights(counts_K: NDArray[np.float64]) -> Tensor:
    """Weights (K,) with mean 1: the inverse square root of how common classes are, between none and full balance."""
    shares_K = counts_K / max(float(counts_K.sum()), 1.0)
    weights_K = 1 / np.sqrt(np.maximum(shares_K, TINY))
    weights_K[counts_K == 0] = 0
    weights_K = np.minimum(weights_K, MOST_WEIGHT * weights_K[counts_K > 0].min())
    return torch.from_numpy(weights_K / weights_K[counts_K > 0].mean()).float()


def loss_of(task: Task, counts: NDArray[np.float64], device: torch.device) -> Loss:
    """The loss of logits (B, K, H, W) or (B, K) and targets (see `LabelledBatch.target`)."""
    if task.task == "regression":
        mean, std = task.target

        def of_values(logits_B1HW: Tensor, target_BHW: Tensor) -> Tensor:
            known_BHW = ~target_BHW.isnan()
            found_N = logits_B1HW[:, 0][known_BHW]
            return smooth_l1_loss(found_N, (target_BHW[known_BHW] - mean) / std, reduction="sum") / max(1, len(found_N))

        return of_values
    if task.task == "multilabel":
        weights_K = class_weights(counts).to(device)
        return lambda logits_BK, target_BK: binary_cross_entropy_with_logits(logits_BK, target_BK.float(), weights_K)
    weights_K = class_weights(counts).to(device)

    def of_classes(logits: Tensor, target: Tensor) -> Tensor:
        total = cross_entropy(logits, target, weights_K, ignore_index=UNLABELLED, reduction="sum")
        known = target[target != UNLABELLED]
        return total / weights_K[known].sum().clamp_min(TINY)

    return of_classes


def loss(model: Downstream, batch: LabelledBatch, of: Loss) -> Tensor:
    """The loss of a batch, brought to the pixels of the labels, with that of a second head if there is one."""
    total = of(to_pixels(model(batch.chip), batch), batch.target)
    if model.auxiliary is not None:
        total = total + AUXILIARY * of(to_pixels(model.auxiliary, batch), batch.target)
    return total


def to_pixels(logits: Tensor, batch: LabelledBatch) -> Tensor:
    """Logits at every pixel, bilinear between the centres of what has one answer, as the stream does it."""
    if batch.target.ndim < 3 or logits.shape[2:] == batch.target.shape[1:]:
        return logits.float()
    return interpolate(logits.float(), batch.target.shape[1:], mode="bilinear")
