"""How good a model is on held-out samples: one score per task that decides, and further ones for the reader."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.fewlabel.validation.scores import confusion, scores
from engine.model.downstream import Downstream
from engine.model.task import LIKELY, Task
from training import metrics
from training.data.samples import UNLABELLED, Samples
from training.finetune.losses import Loss, to_pixels

METRIC = {"segmentation": "macro_f1", "classification": "accuracy", "multilabel": "map", "regression": "rmse"}
"""Task -> the score that decides when a run is at its best; of all but the last the higher the better."""


@dataclass
class HeldOutScores:
    """What a look at the held-out part found.

    Attributes:
        loss: mean over batches.
        score: the task's `METRIC`.
        all: every score by name.
        confusion: (K, K) pixels or chips by true class (rows) and answer (columns), where classes exclude each other.
        per_class: F1 of each class; NaN without held-out labels of it.
    """

    loss: float
    score: float
    all: dict[str, float]
    confusion: NDArray[np.int64] | None = None
    per_class: list[float] = field(default_factory=list)


def unchecked(task: Task, found: HeldOutScores) -> list[str]:
    """Names of classes without held-out labels: F1 leaves them out."""
    return [name for name, f1 in zip(task.classes, found.per_class, strict=False) if np.isnan(f1)]


def better(task: Task, score: float, best: float) -> bool:
    """Whether a score beats the best so far."""
    return score < best if task.task == "regression" else score > best


def worst(task: Task) -> float:
    """Worse than any score."""
    return np.inf if task.task == "regression" else -np.inf


@torch.inference_mode()
def evaluate(
    model: Downstream, samples: Samples, batch: int, loss: Loss, device: torch.device, step: Callable[[int], None]
) -> HeldOutScores:
    """Scores on all samples; `step` hears how many are done."""
    model.eval()
    losses: list[float] = []
    answers: list[Tensor] = []
    truths: list[Tensor] = []
    for start in range(0, len(samples), batch):
        part = samples.batch(range(start, min(start + batch, len(samples)))).to(device)
        logits = to_pixels(model(part.chip), part)
        losses.append(float(loss(logits, part.target)))
        answer, truth = _pairs(model.task, logits, part.target)
        answers.append(answer.cpu())
        truths.append(truth.cpu())
        step(start)
    return _scores(model.task, float(np.mean(losses)), torch.cat(answers), torch.cat(truths))


def scores_of(task: Task, loss: float, logits: Tensor, target: Tensor) -> HeldOutScores:
    """Scores of logits and targets that are all there."""
    return _scores(task, loss, *_pairs(task, logits, target))


def _scores(task: Task, loss: float, answer: Tensor, truth: Tensor) -> HeldOutScores:
    return _SCORERS[task.task](task, loss, answer.cpu().numpy(), truth.cpu().numpy())


def _pairs(task: Task, logits: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    """Answers and truths where something is labelled."""
    if task.task == "segmentation":
        known = target != UNLABELLED
        return logits.argmax(1)[known], target[known]
    if task.task == "regression":
        known = ~target.isnan()
        return (logits[:, 0] * task.target[1] + task.target[0])[known], target[known]
    return (logits.argmax(1), target) if task.task == "classification" else (logits.sigmoid(), target)


def _of_classes(task: Task, loss: float, answer_N: NDArray[Any], truth_N: NDArray[Any]) -> HeldOutScores:
    counts_KK = confusion(truth_N, answer_N, task.outputs)
    each = scores(counts_KK)
    found = {
        "accuracy": metrics.overall_accuracy(counts_KK),
        "macro_f1": each.macro_f1,
        "miou": metrics.mean_iou(counts_KK),
    }
    return HeldOutScores(loss, found[METRIC[task.task]], found, counts_KK, each.f1_K.tolist())


def _of_labels(task: Task, loss: float, answer_NK: NDArray[Any], truth_NK: NDArray[Any]) -> HeldOutScores:
    said_NK = answer_NK > LIKELY
    right_K, said_K, there_K = (truth_NK & said_NK).sum(0), said_NK.sum(0), truth_NK.sum(0)
    each_K = 2 * right_K / np.where(there_K > 0, said_K + there_K, np.nan)
    found = {
        "map": metrics.mean_average_precision(truth_NK, answer_NK),
        "map_micro": metrics.average_precision(truth_NK.ravel(), answer_NK.ravel()),
        "f1_micro": metrics.micro_f1(truth_NK, answer_NK),
    }
    return HeldOutScores(loss, found["map"], found, per_class=each_K.tolist())


def _of_values(task: Task, loss: float, answer_N: NDArray[Any], truth_N: NDArray[Any]) -> HeldOutScores:
    error_N = answer_N.astype(np.float64) - truth_N
    variance = float(np.var(truth_N, dtype=np.float64))
    found = {
        "rmse": float(np.sqrt((error_N**2).mean())),
        "mae": float(np.abs(error_N).mean()),
        "bias": float(error_N.mean()),
        "r2": 1 - float((error_N**2).mean()) / variance if variance > 0 else float("nan"),
    }
    return HeldOutScores(loss, found["rmse"], found)


_SCORERS: dict[str, Callable[[Task, float, NDArray[Any], NDArray[Any]], HeldOutScores]] = {
    "segmentation": _of_classes,
    "classification": _of_classes,
    "multilabel": _of_labels,
    "regression": _of_values,
}
