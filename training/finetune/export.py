"""A finished run as a model folder: card, weights, scores, and pictures that a person can judge it by."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from engine.cli.described import table
from engine.model import model_card, model_folder
from engine.model.downstream import Downstream
from engine.model.model_folder import LoadedModel
from engine.output.report.confusion import draw_confusion
from engine.output.staging import disk_errors
from engine.scene.normalise import CLIP
from engine.words import say
from training import checkpoint, log
from training.finetune.fit import BEST, FitResult
from training.finetune.run_folder import CONFUSION, CURVES, INPUTS, MAPS, METRICS, README
from training.finetune.settings import FineTuneSettings
from training.pictures import learning_curves

TITLES = {
    "segmentation": "classes of pixels",
    "regression": "values of pixels",
    "classification": "the class of a chip",
    "multilabel": "the classes of a chip",
}
MLM_TASKS = {
    "segmentation": "semantic-segmentation",
    "regression": "regression",
    "classification": "scene-classification",
    "multilabel": "classification",
}
"""Task -> its name in the STAC MLM extension."""


def export(
    folder: Path,
    model: Downstream,
    backbone: LoadedModel,
    settings: FineTuneSettings,
    fitted: FitResult,
    facts: Mapping[str, Any],
) -> dict[str, Any]:
    """Write the model folder, and clear away what only an unfinished run needs; returns what `metrics.json` holds.

    Args:
        folder: of the run.
        model: trained.
        backbone: that it began with.
        settings: of the run.
        fitted: how it ended.
        facts: of the data: {"scenes": names without folders, "labels", "train", "held_out": numbers of chips,
            "held_out_labels": labelled pixels (or chips) held out, "warnings": sentences}.

    Raises:
        OutputError: the folder cannot be written.
    """
    metrics = {
        "scores": fitted.scores.all,
        "loss": fitted.scores.loss,
        "per_class": dict(zip(model.task.classes, fitted.scores.per_class, strict=False)),
        "confusion": None if fitted.scores.confusion is None else fitted.scores.confusion.tolist(),
        "steps": fitted.steps,
        "best_step": fitted.best_step,
        "ended_by": fitted.why,
        "images_per_s": round(fitted.images_per_s, 2),
        **facts,
    }
    with disk_errors(folder):
        learning_curves(log.read(folder), folder / CURVES, say("Fine-tuning {name}", name=folder.name))
        if fitted.scores.confusion is not None:
            caption = say("held-out places, pixels") if model.task.by_pixel else say("held-out chips")
            draw_confusion(fitted.scores.confusion, model.task.classes, caption, folder / CONFUSION)
        (folder / METRICS).write_text(json.dumps(_plain(metrics), indent=2) + "\n", encoding="utf-8")
        (folder / README).write_text(_page(folder, model, backbone, settings, metrics), encoding="utf-8")
    model_folder.save(model, _card(folder.name, model, backbone, settings, metrics), folder, torch.float16)
    for name in (BEST, checkpoint.NAME, INPUTS):
        (folder / name).unlink(missing_ok=True)
    return metrics


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """NaN as null, which JSON has."""
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value


def _card(
    name: str, model: Downstream, backbone: LoadedModel, settings: FineTuneSettings, metrics: Mapping[str, Any]
) -> dict[str, Any]:
    """The card, without what `engine.model.model_folder.save` fills in."""
    task, parameters = model.task, sum(weight.numel() for weight in model.parameters())
    return {
        **{key: backbone.card[key] for key in model_card.INHERITED if key in backbone.card},
        "mlm:name": name,
        "mlm:framework_version": torch.__version__.split("+")[0],
        "mlm:tasks": [MLM_TASKS[task.task]],
        "mlm:pretrained": backbone.trained,
        "mlm:pretrained_source": f"{backbone.name} ({backbone.sha256[:12]}), fine-tuned ({settings.mode})",
        "mlm:total_parameters": parameters,
        "mlm:memory_size": 4 * parameters,
        "mlm:accelerator": None,
        "mlm:input": [
            {
                "name": f"{task.sensor}, {task.quantity}",
                "description": f"Z-scores by the mean and deviation in ofa.downstream, within ±{CLIP:g}, "
                "0 where invalid.",
                "bands": [band.name for band in task.bands],
                "input": {
                    "shape": [-1, len(task.bands), task.chip_px, task.chip_px],
                    "dim_order": ["batch", "channel", "height", "width"],
                    "data_type": "float32",
                },
            }
        ],
        "mlm:output": [
            {
                "name": task.task,
                "description": TITLES[task.task],
                "tasks": [MLM_TASKS[task.task]],
                "classification:classes": [
                    {"value": value, "name": name} for value, name in enumerate(task.classes, 1)
                ],
            }
        ],
        "results": dict(metrics["scores"]),
        "ofa": {"trained": True},
    }


def _page(
    folder: Path, model: Downstream, backbone: LoadedModel, settings: FineTuneSettings, metrics: Mapping[str, Any]
) -> str:
    """The README of the model."""
    task = model.task
    shown = [picture for picture in (MAPS, CONFUSION, CURVES) if (folder / picture).exists()]
    scores = [("score on held-out places", "value"), *_rows(metrics["scores"])]
    each = [("class", "F1"), *_rows(metrics["per_class"])]
    tables = "\n\n".join(table(rows) for rows in (scores, each) if len(rows) > 1)
    base = backbone.name + ("" if backbone.trained else " (random weights)")
    lines = [
        f"# {folder.name}",
        f"Predicts {TITLES[task.task]}: {', '.join(task.classes)}.",
        f"Backbone {base}, {settings.mode}, head {task.head}; {metrics['steps']} steps of {settings.batch} chips of "
        f"{task.chip_px} pixels, the weights of step {metrics['best_step']}.",
        f"Learnt from {', '.join(metrics['scenes'])}: {metrics['train']} places or chips, {metrics['held_out']} more "
        f"held out, with {metrics['held_out_labels']:,} labels.",
        f"Reads {', '.join(band.name for band in task.bands)} ({task.quantity}, {task.gsd_m:g} m).",
        f"```\n{tables}\n```",
        *(f"![{picture}]({picture})" for picture in shown),
        *(f"- {text}" for text in metrics["warnings"]),
    ]
    return "\n\n".join(lines) + "\n"


def _rows(values: Mapping[str, float]) -> list[tuple[str, str]]:
    return [(name, "not known" if math.isnan(value) else f"{value:.3f}") for name, value in values.items()]
