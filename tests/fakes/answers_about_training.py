"""What the engine of answers does for `finetune` and `predict`: a run of 30 steps in the layout of a real one.

The run's folder gets `log.jsonl` (torn lines and all), a card at its end, and pictures of one pixel. It goes on from
the last step it finds, ends at the file `stop`, and is slow where the scene's name says so.
"""

import json
import time
from pathlib import Path

import numpy as np
from osgeo import gdal

STEPS, EVERY, BEST = 30, 10, 20
STEP_S = 0.1
CLASSES = ("water", "forest")


def train(request, progress, is_cancelled):
    """Write the run; False if it was cancelled. `progress` is told (done, total, note)."""
    folder = Path(request.out)
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log.jsonl"
    done = len(log.read_text("utf-8").splitlines()) if log.exists() else 0
    for step in range(done + 1, STEPS + 1):
        if is_cancelled():
            return False
        if (folder / "stop").exists():
            break
        _write_step(log, step)
        progress(step, STEPS, "training")
        time.sleep(STEP_S if "slow" in Path(request.scene.path).stem else 0)
    _write_model(folder, request.task)
    return True


def _write_step(log, step):
    entry = {"step": step, "steps": STEPS, "loss": 2.0 / step, "lr": 1e-3, "seconds": STEP_S * step}
    if step % EVERY == 0:
        score = 0.9 if step == BEST else 0.5 + step / 100
        entry["validation"] = {
            "loss": 2.5 / step, "metric": "macro_f1", "score": score, "best": max(score, 0.9 if step > BEST else 0),
            "best_step": min(step, BEST),
        }  # fmt: skip
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


def _write_model(folder, task):
    for name in ("curves", "confusion", "maps"):
        pixel = gdal.GetDriverByName("MEM").Create("", 1, 1, 3)
        gdal.GetDriverByName("PNG").CreateCopy(str(folder / f"{name}.png"), pixel)
    (folder / "card.json").write_text(json.dumps(card(folder.name, task)), encoding="utf-8")


def card(name, task="segmentation"):
    """The card of a fine-tuned model, as far as the plugin reads it."""
    classes = ["value"] if task == "regression" else list(CLASSES)
    downstream = {"task": task, "head": "light", "classes": classes, "gsd_m": 10.0}
    return {"mlm:name": name, "mlm:total_parameters": 6_300_000, "ofa": {"trained": True, "downstream": downstream}}


def cards():
    """Those of the models that were trained, from the folder that the plugin names."""
    from ofa_qgis import models

    return [json.loads(path.read_text("utf-8")) for path in sorted(models.user_folder().glob("*/card.json"))]


def is_regression(request):
    """Whether the model of a predict request maps numbers."""
    from ofa_qgis import models

    given = Path(request.compute.model)
    folder = given if given.exists() else models.user_folder() / request.compute.model
    return models.read_card(folder)["ofa"]["downstream"]["task"] == "regression"


def values(rows, columns):
    """A map of numbers, from -5 to 20."""
    return np.tile(np.linspace(-5, 20, columns, dtype="float32"), (rows, 1))


def write_few_label(folder):
    """A model that was learnt from labels, as far as the plugin reads it."""
    made = card(folder.name)
    made["ofa"]["few_label"] = {
        "labels": [{"name": name, "geometries": 3} for name in CLASSES],
        "scenes": [{"name": "scene.tif", "sha256": "0"}],
        "score": {"macro_f1": 0.87, "interval": [0.71, 0.93], "whole_scenes": False},
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "card.json").write_text(json.dumps(made), encoding="utf-8")
