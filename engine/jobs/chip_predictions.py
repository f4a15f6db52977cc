"""What chips show, by a model that was fine-tuned to tell: a table with a row for each."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.device import pick_device
from engine.errors import EngineError, RequestError
from engine.mapping.finetuned_scene import as_trained, caution_of_chips
from engine.mapping.provenance import inputs_of, model_facts
from engine.model import model_folder
from engine.model.downstream import Downstream, probabilities
from engine.model.task import LIKELY, Task
from engine.model.tokens import SensorBatch
from engine.output.output_names import TABLE
from engine.output.staging import Outputs, disk_errors
from engine.progress import Report
from engine.protocol import PredictRequest
from engine.scene.chip_files import ChipReader, names_below, pixels_of
from engine.scene.normalise import Normalisation
from engine.words import say

BATCH = 32

Row = tuple[str, Tensor | None, float, EngineError | None]
"""A chip's name, the probabilities (K,) of the classes, metres per pixel, and what is wrong with it."""


def predict_chips(request: PredictRequest, task: Task, report: Report) -> dict[str, Any]:
    """Write the table: chip, class (or classes), probability of each class; a chip that cannot be read says why.

    Returns:
        As `engine.jobs.predict.run`, and "chips", "failed": numbers of chips.

    Raises:
        EngineError: there are no chips, or whatever model, device or output lack.
    """
    if request.extent:
        raise RequestError("a chip is read as a whole", "leave out --extent")
    with Outputs(inputs_of(request), request.overwrite) as outputs:
        staged = outputs.stage(request.out, TABLE)
        names = names_below(request.scene.path)
        device, _ = pick_device(request.compute.device)
        loaded = model_folder.load(request.compute.model or "", device)
        assert loaded.downstream is not None  # nosec B101
        reader = ChipReader(request.scene)
        rows = list(_rows(names, reader, loaded.downstream, device, report))
        failed = [row for row in rows if row[1] is None]
        if len(failed) == len(rows):
            first = failed[0][3]
            assert first  # nosec B101
            hint = first.hint or say("see `engine inspect` of one of them")
            raise EngineError("no chip can be read; the first: {why}", hint, why=first.error)
        _write(staged, rows, task)
    told = [*reader.told(), *caution_of_chips({name: gsd_m for name, p_K, gsd_m, _ in rows if p_K is not None}, task)]
    if failed:
        count, whole = len(failed), len(rows)
        told.insert(
            0, say("{count:,} of {whole:,} chips could not be read; the table says why.", count=count, whole=whole)
        )
    return {
        "outputs": {"table": request.out},
        "task": task.task,
        "classes": [{"name": name, "value": value} for name, value in zip(task.classes, task.values, strict=True)],
        "model": model_facts(loaded),
        "chips": len(rows),
        "failed": len(failed),
        "warnings": told,
    }


@torch.inference_mode()
def _rows(
    names: Sequence[str], reader: ChipReader, model: Downstream, device: torch.device, report: Report
) -> Iterator[Row]:
    for start in range(0, len(names), BATCH):
        report(start, len(names), "looking at chips")
        read = [_read(name, reader, model.task) for name in names[start : start + BATCH]]
        good = [(x_CHW, gsd_m) for x_CHW, gsd_m, _ in read if x_CHW is not None]
        answers: Iterator[Tensor] = iter(())
        if good:
            x_BCHW = torch.stack([x_CHW for x_CHW, _ in good]).to(device)
            batch = SensorBatch(x_BCHW, model.task.bands, tuple(gsd_m for _, gsd_m in good), model.task.modality)
            answers = iter(probabilities(model(batch), model.task).cpu())
        for name, (x_CHW, gsd_m, wrong) in zip(names[start : start + BATCH], read, strict=True):
            yield name, None if x_CHW is None else next(answers), gsd_m, wrong


def _read(name: str, reader: ChipReader, task: Task) -> tuple[Tensor | None, float, EngineError | None]:
    """Z-scores (C, side, side), metres per pixel of them, and why there are none."""
    try:
        with reader.opened(name) as (scene, reading):
            x_CHW, valid_HW = pixels_of(scene, as_trained(reading, task), task.chip_px)
            gsd_m = reading.gsd_m_of(scene) * scene.width / task.chip_px
    except EngineError as error:
        return None, 0.0, error
    return Normalisation(task.statistics)(x_CHW, valid_HW), gsd_m, None


def _write(path: Path, rows: Sequence[Row], task: Task) -> None:
    with disk_errors(path), path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["chip", "class", *(f"p_{name}" for name in task.classes), "problem"])
        for name, p_K, _, wrong in rows:
            numbers = [""] * len(task.classes) if p_K is None else [f"{p:.6f}" for p in p_K.tolist()]
            table.writerow([name, "" if p_K is None else _said(p_K, task), *numbers, wrong.error if wrong else ""])


def _said(p_K: Tensor, task: Task) -> str:
    if task.task == "classification":
        return task.classes[int(p_K.argmax())]
    return "; ".join(name for name, p in zip(task.classes, p_K.tolist(), strict=True) if p > LIKELY)
