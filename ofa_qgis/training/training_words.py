"""Words and places of training that the dock and the toolbox share. No widgets, no layers; knows nothing of jobs."""

import itertools
from pathlib import Path
from typing import Dict, Iterator

from qgis.PyQt.QtCore import QLocale

from .. import models
from ..i18n import tr
from ..paths import data_dir
from .training_log import LESS_IS_BETTER, TrainingLog

LONGEST = 60  # characters of a model's name: with a user's folder before them still a path on every system


def tasks() -> Dict[str, str]:
    """What can be learnt from a scene: the engine's word -> ours; the usual one first. (Chips are the shell's.)"""
    return {"segmentation": tr("a class for each pixel"), "regression": tr("a number for each pixel")}


def modes() -> Dict[str, str]:
    """How much of the network is trained, from quick to slow."""
    return {
        "frozen": tr("the head only (quick, fewer labels)"),
        "lora": tr("the head and small additions (LoRA)"),
        "full": tr("the whole network (slow, many labels)"),
    }


def heads() -> Dict[str, str]:
    """What turns features into classes or values; "" is the task's own."""
    return {
        "": tr("what suits the task"),
        "linear": tr("linear"),
        "light": tr("light"),
        "upernet": tr("UPerNet"),
    }


def metrics() -> Dict[str, str]:
    """What a score is."""
    return {
        "macro_f1": tr("macro-F1"),
        "accuracy": tr("accuracy"),
        "map": tr("mean average precision"),
        "rmse": tr("RMSE"),
    }


def axis_text(metric: str) -> str:
    """What a score is and in which unit, as the name of an axis; "" is a score that is not known yet."""
    if not metric:
        return tr("score: after the first evaluation")
    units = {"rmse": tr("RMSE, in units of the labels"), "macro_f1": tr("macro-F1, 0 to 1")}
    return units.get(metric, metrics().get(metric, metric))


def score_text(log: TrainingLog) -> str:
    """How good the best model of a run is, in one line; "" before the first evaluation."""
    if log.best is None:
        return ""
    return tr("Best {metric} on left-out blocks: {score}, at step {step}").format(
        metric=metrics().get(log.metric, log.metric),
        score=number_text(log.metric, log.best),
        step=QLocale().toString(log.best_step),
    )


def number_text(metric: str, score: float) -> str:
    """A score in the locale's form: shares of one with two digits, errors in the labels' own units with three."""
    return str(QLocale().toString(score, *(("g", 3) if metric in LESS_IS_BETTER else ("f", 2))))


def free_folder(name: str) -> Path:
    """Where a new model of this name goes: the user's folder of models, with a number if there is one already."""
    return next(folder for each in numbered(name) if not (folder := models.user_folder() / each).exists())


def numbered(name: str) -> Iterator[str]:
    """``name``, ``name_2``, ``name_3``, …, none longer than `LONGEST`."""
    yield name[:LONGEST]
    for ending in (f"_{number}" for number in itertools.count(2)):
        yield name[: LONGEST - len(ending)] + ending


def kept_folder() -> Path:
    """Where copies of labels are kept, that a run must find again when it goes on, and what the run was asked."""
    return data_dir() / "training"
