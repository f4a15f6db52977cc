"""Held-out chips with the model's answers, as a picture in the model folder."""

from pathlib import Path

import numpy as np
import torch

from engine.model.downstream import Downstream, probabilities
from engine.model.task import LIKELY, Task
from training.data.samples import UNLABELLED, LabelledBatch, Samples
from training.finetune.losses import to_pixels
from training.pictures import Example, chip_examples, map_examples

MAPS, CHIPS = 6, 18


@torch.inference_mode()
def draw(model: Downstream, samples: Samples, device: torch.device, path: Path) -> None:
    """Draw some samples, spread evenly over them.

    Raises:
        OutputError: the file cannot be written.
    """
    wanted = min(len(samples), MAPS if model.task.by_pixel else CHIPS)
    batch = samples.batch(np.unique(np.linspace(0, len(samples) - 1, wanted).astype(int))).to(device)
    logits = to_pixels(model(batch.chip), batch).cpu()
    found = [_example(model.task, batch.to(torch.device("cpu")), logits, number) for number in range(len(logits))]
    if model.task.by_pixel:
        values = model.task.task == "regression"
        map_examples(found, model.task.classes, dict(model.task.colours), values, path)
    else:
        chip_examples(found, path)


def _example(task: Task, batch: LabelledBatch, logits: torch.Tensor, number: int) -> Example:
    chip, valid_HW = batch.chip, batch.valid_BHW[number]
    shown = chip.bands, chip.x_BCHW[number], valid_HW
    target = batch.target[number]
    if task.task == "segmentation":
        truth_HW = target.float().masked_fill(target == UNLABELLED, torch.nan)
        return Example(
            *shown, truth_HW.numpy(), logits[number].argmax(0).float().masked_fill(~valid_HW, torch.nan).numpy()
        )
    if task.task == "regression":
        value_HW = logits[number, 0] * task.target[1] + task.target[0]
        return Example(*shown, target.numpy(), value_HW.masked_fill(~valid_HW, torch.nan).numpy())
    p_K = probabilities(logits[number][None], task)[0]
    if task.task == "classification":
        return Example(*shown, task.classes[int(target)], task.classes[int(p_K.argmax())])
    said = [
        ", ".join(n for n, yes in zip(task.classes, ok.tolist(), strict=True) if yes) for ok in (target, p_K > LIKELY)
    ]
    return Example(*shown, said[0], said[1])
