"""`engine geobench`: every model and the baselines on tasks of GEO-Bench by a protocol. A broken-off run resumes.

Predictions are kept in the output folder, one file for each method and seed, named after everything that they depend
on; what is there is not computed again.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch

from engine import __version__
from engine.errors import (
    BandError,
    DeviceError,
    LabelError,
    ModelError,
    RequestError,
    SceneError,
    UnitError,
    is_out_of_memory,
)
from engine.model.ofa import OFA
from engine.output.staging import disk_errors
from engine.progress import Report
from training.errors import TrainingError
from training.evaluate import fine_tuning, learners
from training.evaluate.datasets import chip_sets, geobench_v1, geobench_v2
from training.evaluate.datasets.geobench_tasks import TASKS
from training.evaluate.datasets.labelled_set import LabelledSet
from training.evaluate.extractors import Extractor, baselines, of_models
from training.evaluate.features import extracted
from training.evaluate.linear_probe import linear_probe
from training.evaluate.outcome import Details, Outcome, Score, prefixed
from training.evaluate.predictions import Predictions, interval
from training.evaluate.settings import ProtocolSettings

OTHERS = (chip_sets.STAND_IN, *geobench_v2.SETS)
RUNS = "runs"  # folder of those that train more than a linear layer
UNSCORED = (RequestError, SceneError, BandError, UnitError, LabelError, TrainingError)
"""What ends a task, but not the other tasks of `all`."""

LearnerResult = tuple[Predictions, Details]


@dataclass(frozen=True)
class GeoBenchRun:
    """What to evaluate; `sha256s` tells models of one name apart, and predictions are kept in `out`."""

    models: Mapping[str, OFA]
    sha256s: Mapping[str, str]
    root: Path
    out: Path
    protocol: str
    partition: str
    seeds: int
    settings: ProtocolSettings
    device: torch.device


def opened(name: str, run: GeoBenchRun) -> LabelledSet:
    """The set of a task.

    Raises:
        RequestError: no such set, or no such partition of it; other `EngineError`s where the set is damaged.
    """
    if name in TASKS:
        return geobench_v1.opened(run.root, TASKS[name], run.partition)
    if run.partition != geobench_v1.DEFAULT:
        raise RequestError(
            f"expected the partition '{geobench_v1.DEFAULT}' of {name}, which has no other; found '{run.partition}'",
            "leave --partition out, or give --set most=N",
        )
    if name == chip_sets.STAND_IN:
        return chip_sets.eurosat_stand_in(run.root)
    return geobench_v2.opened(run.root, name)


def tasks_of(task: str) -> list[str]:
    """The tasks that a word stands for: itself, or GEO-Bench v1 for "all".

    Raises:
        RequestError: there is no such task.
    """
    if task != "all" and task not in (*TASKS, *OTHERS):
        raise RequestError(
            f"expected a task of {', '.join((*TASKS, *OTHERS))}, or all; found '{task}'", "give one of them"
        )
    return list(TASKS) if task == "all" else [task]


def evaluate(names: list[str], run: GeoBenchRun, report: Report) -> Outcome:
    """Score every model and the baselines in every task; one of several that cannot be scored is noted and skipped.

    Raises:
        RequestError: there is no such folder, no model takes chips of that size, or nothing could be scored.
        DeviceError: the device's memory is too small.
    """
    _check(run)
    outcome: Outcome = Outcome()
    for name in names:
        try:
            labelled = opened(name, run).at_most(run.settings.most, seed=0)
            _score(labelled, run, report, outcome)
        except UNSCORED as error:
            if len(names) == 1:
                raise
            outcome.notes.append(f"{name}: not scored: {error.error}")
            continue
        outcome.notes += [f"{name}: {note}" for note in labelled.notes]
    if not outcome.scores:
        first, *rest = [*outcome.refused.values(), *outcome.notes]
        more = f", and {len(rest)} reasons more" if rest else ""
        raise RequestError(f"nothing could be scored: {first}{more}", "take another model, task or --root")
    return outcome


def _check(run: GeoBenchRun) -> None:
    """Refuse what would fail in every task, before the first one is read."""
    if not run.root.is_dir():
        raise RequestError(f"expected a folder at {run.root}; found none", "give GEO-Bench's folder to --root")
    size_px = run.settings.size_px
    for name, model in run.models.items():
        if size_px % model.multiple_px:
            raise RequestError(
                f"expected chips of a multiple of {model.multiple_px} pixels for {name}; found {size_px}",
                f"--set size_px={model.multiple_px * max(1, size_px // model.multiple_px)}",
            )


def _score(labelled: LabelledSet, run: GeoBenchRun, report: Report, outcome: Outcome) -> None:
    task, counts = labelled.name, [len(labelled.splits[split]) for split in ("train", "valid", "test")]
    found: dict[tuple[str, str], list[Predictions]] = {}
    for seed in range(run.seeds):
        for features, learner, predict in _methods(labelled, run, seed):
            if (task, features) in outcome.refused:
                continue
            told = prefixed(report, f"{task}, seed {seed}")
            try:
                predictions, details = _kept(run.out, _key(labelled, features, learner, run, seed), predict, told)
            except ModelError as error:
                outcome.refused[task, features] = error.error
                continue
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
                hint = "give --set forward=8, --set batch=16 or --device cpu"
                raise DeviceError(f"out of memory with {features} in {task}", hint) from error
            found.setdefault((features, learner), []).append(predictions)
            outcome.details.setdefault((task, features, learner), []).append(details)
            outcome.scores += [
                Score(task, task, features, learner, metric, seed, value, counts[0], counts[2])
                for metric, value in predictions.scores().items()
            ]
    for (features, learner), by_seed in found.items():
        told = prefixed(report, f"{task}, {features}")
        for metric in by_seed[0].scores():
            key = task, metric, features, learner
            outcome.intervals[key] = interval(by_seed, metric, run.settings.resamples, told)
    if found:
        outcome.notes.append(f"{task}: {' / '.join(map(str, counts))} samples of train, valid, test")


Method = tuple[str, str, Callable[[Report], LearnerResult]]
"""The names of features and learner, and what learns and predicts."""


def _methods(labelled: LabelledSet, run: GeoBenchRun, seed: int) -> Iterator[Method]:
    """How every model and both baselines are scored with one seed."""
    learner, settings = run.protocol, run.settings
    if (learner, labelled.kind == "segmentation") in fine_tuning.HEADS:
        for name, model in run.models.items():
            folder = run.out / RUNS / _key(labelled, name, learner, run, seed)
            yield name, learner, partial(
                fine_tuning.fine_tuned, labelled, model, learner, settings, run.device, folder, seed
            )  # fmt: skip
        frozen, learner = [], "lbfgs"  # baselines have no weights to tune
    elif learner == "frozen-upernet":
        raise RequestError(f"{learner} is for pixels; {labelled.name} is not", "take --protocol linear")
    else:
        frozen = of_models(run.models, settings.pool, settings.size_px)
    for extractor in (*frozen, *baselines(labelled, labelled.splits["train"], run.device, seed)):
        yield extractor.name, learner, partial(_learnt, learner, labelled, extractor, run, seed)


def _learnt(
    learner: str, labelled: LabelledSet, extractor: Extractor, run: GeoBenchRun, seed: int, report: Report
) -> LearnerResult:
    """What a learner makes of frozen features."""
    settings = run.settings
    if learner == "linear":
        predictions, lr = linear_probe(labelled, extractor, settings, run.device, seed, report)
        return predictions, {"lr": lr}
    splits = ("train", "test") if learner == "knn" else ("train", "valid", "test")
    parts = [
        extracted(
            labelled, labelled.splits[split], extractor, run.device, report, batch=settings.forward,
            pixels=settings.pixels, seed=seed,
        )
        for split in splits
    ]  # fmt: skip
    if learner == "knn":
        return learners.nearest_neighbours(*parts), {}
    predictions, strength = learners.logistic_regression(*parts)
    return predictions, {"C": strength}


def _key(labelled: LabelledSet, features: str, learner: str, run: GeoBenchRun, seed: int) -> str:
    """What predictions depend on, as a name for files.

    Of a set these are the names of its samples, its bands and its statistics: a repaired or damaged copy has others.
    """
    settings = {key: value for key, value in asdict(run.settings).items() if key not in ("resamples", "forward")}
    views = [
        [[band.name for band in view.bands], view.own.mean_C.tolist(), view.own.std_C.tolist()]
        for view in labelled.views
    ]
    given = [run.partition, labelled.splits, views, features, run.sha256s.get(features), settings]
    digest = hashlib.sha256(json.dumps([__version__, *given], sort_keys=True).encode()).hexdigest()[:12]
    return f"{labelled.name}_{Path(features).name}_{learner}_{seed}_{digest}".replace(" ", "-")


def _kept(out: Path, name: str, predict: Callable[[Report], LearnerResult], report: Report) -> LearnerResult:
    """The predictions in the file of this name, which is written if it does not exist or cannot be read."""
    path = out / "predictions" / f"{name}.npz"
    with suppress(OSError, EOFError, KeyError, ValueError, BadZipFile), np.load(path, allow_pickle=False) as file:
        return Predictions(str(file["kind"]), file["truth"], file["predicted"]), json.loads(str(file["details"]))  # type: ignore[arg-type]
    began = time.perf_counter()
    predictions, details = predict(report)
    details = {**details, "seconds": round(time.perf_counter() - began, 1)}
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.savez(
                file, kind=predictions.kind, truth=predictions.truth, predicted=predictions.predicted,
                details=json.dumps(details),
            )  # fmt: skip
        part.replace(path)
        for weights in (out / RUNS / name).glob("*.safetensors"):  # only an unfinished run needs them
            weights.unlink()
    return predictions, details
