"""Tasks x describers x seeds: what was answered and what it is worth. A run that was broken off goes on where it was.

Answers are kept in the output folder, one file for each describer and seed, called after everything that they depend
on; what is there already is not computed again.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
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
)
from engine.inference.prefetch import is_full
from engine.jobs import Report
from engine.model.ofa import OFA
from engine.output.staging import disk_errors
from training.geobench import describers, folder, learners, linear, picture, tortilla, tuned
from training.geobench.describers import Describer
from training.geobench.features import described
from training.geobench.labelled import Labelled
from training.geobench.scores import Answers, interval
from training.geobench.settings import Settings
from training.geobench.tasks import TASKS
from training.pretrain.loop import TrainingError

OTHERS = (picture.NAME, *tortilla.SETS)
RUNS = "runs"  # folder of those that train more than a linear layer
UNSCORED = (RequestError, SceneError, BandError, UnitError, LabelError, TrainingError)
"""What ends a task, and with several tasks not the others."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for; `shas` tells models of one name apart."""

    models: Mapping[str, OFA]
    shas: Mapping[str, str]
    root: Path
    protocol: str
    partition: str
    seeds: int
    settings: Settings
    device: torch.device


@dataclass(frozen=True)
class Line:
    """A describer's score in a task: the mean over seeds, and the interval over test samples (both from 0 to 1).

    `learner` is what learnt from the features; `facts` what it chose, seed by seed.
    """

    task: str
    describer: str
    learner: str
    metric: str
    score: float
    low: float
    high: float
    seeds: int
    samples: tuple[int, int, int]
    facts: list[dict[str, float]]


@dataclass
class Outcome:
    """All that was found; `refused` is (task, describer) -> why it could not be scored, `told` task -> what to know."""

    lines: list[Line] = field(default_factory=list)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)


def opened(name: str, wanted: Wanted) -> Labelled:
    """The set of a task.

    Raises:
        RequestError: no such set, or no such partition of it; other `EngineError`s where the set is damaged.
    """
    if name in TASKS:
        return folder.opened(wanted.root, TASKS[name], wanted.partition)
    if wanted.partition != folder.DEFAULT:
        raise RequestError(
            f"expected the partition '{folder.DEFAULT}' of {name}, which has no other; found '{wanted.partition}'",
            "leave --partition out, or give --set most=N",
        )
    return picture.opened(wanted.root) if name == picture.NAME else tortilla.opened(wanted.root, name)


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


def run(names: list[str], wanted: Wanted, out: Path, report: Report) -> Outcome:
    """Score every model and the floors in every task.

    Args:
        names: of tasks; with several, one that cannot be scored is told and passed over.
        wanted: what is asked for.
        out: where answers are kept.
        report: tells progress.

    Raises:
        RequestError: there is no such folder, no model takes chips of that size, or nothing could be scored.
        DeviceError: the device's memory is too small.
    """
    _check(wanted)
    outcome = Outcome()
    for name in names:
        try:
            labelled = opened(name, wanted).at_most(wanted.settings.most, seed=0)
            _score(labelled, wanted, out, report, outcome)
        except UNSCORED as error:
            if len(names) == 1:
                raise
            outcome.told[name] = (f"not scored: {error.error}",)
            continue
        outcome.told[name] = labelled.told
    if not outcome.lines:
        first, *rest = [*outcome.refused.values(), *(text for told in outcome.told.values() for text in told)]
        more = f", and {len(rest)} reasons more" if rest else ""
        raise RequestError(f"nothing could be scored: {first}{more}", "take another model, task or --root")
    return outcome


def _check(wanted: Wanted) -> None:
    """Refuse what would fail in every task, before the first one is read."""
    if not wanted.root.is_dir():
        raise RequestError(f"expected a folder at {wanted.root}; found none", "give GEO-Bench's folder to --root")
    for name, model in wanted.models.items():
        if wanted.settings.size_px % model.multiple_px:
            raise RequestError(
                f"expected chips of a multiple of {model.multiple_px} pixels for {name}; found "
                f"{wanted.settings.size_px}",
                f"--set size_px={model.multiple_px * max(1, wanted.settings.size_px // model.multiple_px)}",
            )


def _score(labelled: Labelled, wanted: Wanted, out: Path, report: Report, outcome: Outcome) -> None:
    found: dict[tuple[str, str], list[tuple[Answers, dict[str, float]]]] = {}
    for seed in range(wanted.seeds):
        for describer, learner, answer in _ways(labelled, wanted, out, seed):
            if (labelled.name, describer) in outcome.refused:
                continue
            where = f"{labelled.name}, seed {seed}: "
            told = partial(_named, report, where)
            try:
                kept = _kept(out, _key(labelled, describer, learner, wanted, seed), partial(answer, told))
            except ModelError as error:
                outcome.refused[labelled.name, describer] = error.error
                continue
            except RuntimeError as error:
                if not is_full(error):
                    raise
                raise DeviceError(f"out of memory with {describer} in {labelled.name}", _SMALLER) from error
            found.setdefault((describer, learner), []).append(kept)
    for (describer, learner), results in found.items():
        told = partial(_named, report, f"{labelled.name}, {describer}: ")
        outcome.lines += _lines(labelled, describer, learner, results, wanted.settings.resamples, told)


def _lines(
    labelled: Labelled, describer: str, learner: str, results: list[tuple[Answers, dict[str, float]]], resamples: int,
    report: Report,
) -> Iterator[Line]:  # fmt: skip
    answers, facts = [each for each, _ in results], [each for _, each in results]
    samples = len(labelled.splits["train"]), len(labelled.splits["valid"]), len(labelled.splits["test"])
    for metric in answers[0].scores():
        score = float(np.mean([each.scores()[metric] for each in answers]))
        low, high = interval(answers, metric, resamples, report)
        yield Line(labelled.name, describer, learner, metric, score, low, high, len(answers), samples, facts)


Way = tuple[str, str, Callable[[Report], tuple[Answers, dict[str, float]]]]
"""A describer's name, its learner's, and what learns and answers."""


def _ways(labelled: Labelled, wanted: Wanted, out: Path, seed: int) -> Iterator[Way]:
    """How every model and both floors are scored with one seed."""
    learner, settings = wanted.protocol, wanted.settings
    if (learner, labelled.kind == "segmentation") in tuned.HEADS:
        for name, model in wanted.models.items():
            yield name, learner, partial(_tuned, labelled, name, model, wanted, out, seed)
        frozen, learner = [], "lbfgs"  # floors have no weights to tune
    elif learner in _LEARNERS:
        frozen = describers.models(wanted.models, settings.pool, settings.size_px)
    else:
        raise RequestError(f"{learner} is for pixels; {labelled.name} is not", "take --protocol linear")
    for describer in (*frozen, *describers.floors(labelled, wanted.device, seed)):
        yield describer.name, learner, partial(_LEARNERS[learner], labelled, describer, wanted, seed)


def _tuned(
    labelled: Labelled, name: str, model: OFA, wanted: Wanted, out: Path, seed: int, report: Report
) -> tuple[Answers, dict[str, float]]:
    kept = out / RUNS / _key(labelled, name, wanted.protocol, wanted, seed)
    return tuned.answers(labelled, model, wanted.protocol, wanted.settings, wanted.device, kept, seed, report)


def _linear(
    labelled: Labelled, describer: Describer, wanted: Wanted, seed: int, report: Report
) -> tuple[Answers, dict[str, float]]:
    probed = linear.probe(labelled, describer, wanted.settings, wanted.device, seed, report)
    return probed.answers, {"lr": probed.lr}


def _neighbours(
    labelled: Labelled, describer: Describer, wanted: Wanted, seed: int, report: Report
) -> tuple[Answers, dict[str, float]]:
    train, test = (
        described(labelled, part, describer, wanted.settings, wanted.device, seed, report) for part in ("train", "test")
    )
    return learners.neighbours(labelled, train, test), {}


def _logistic(
    labelled: Labelled, describer: Describer, wanted: Wanted, seed: int, report: Report
) -> tuple[Answers, dict[str, float]]:
    parts = [
        described(labelled, part, describer, wanted.settings, wanted.device, seed, report)
        for part in ("train", "valid", "test")
    ]
    answers, strength = learners.logistic(labelled, *parts)
    return answers, {"C": strength}


_LEARNERS: Mapping[str, Callable[[Labelled, Describer, Wanted, int, Report], tuple[Answers, dict[str, float]]]] = {
    "linear": _linear, "knn": _neighbours, "lbfgs": _logistic
}  # fmt: skip


def _key(labelled: Labelled, describer: str, learner: str, wanted: Wanted, seed: int) -> str:
    """What answers depend on, as a name for files.

    Of a set these are its samples' names, bands and statistics: another copy, mended or damaged, has others.
    """
    settings = {key: value for key, value in asdict(wanted.settings).items() if key not in ("resamples", "forward")}
    held = [[band.name for band in labelled.bands], labelled.mean_C.tolist(), labelled.std_C.tolist()]
    given = [wanted.partition, labelled.splits, held, describer, wanted.shas.get(describer), settings]
    digest = hashlib.sha256(json.dumps([__version__, *given], sort_keys=True).encode()).hexdigest()[:12]
    return f"{labelled.name}_{Path(describer).name}_{learner}_{seed}_{digest}".replace(" ", "-")


def _kept(
    out: Path, name: str, answer: Callable[[], tuple[Answers, dict[str, float]]]
) -> tuple[Answers, dict[str, float]]:
    """The answers in the file of this name, which is written if it does not exist or cannot be read."""
    path = out / "answers" / f"{name}.npz"
    with suppress(OSError, EOFError, KeyError, ValueError, BadZipFile), np.load(path, allow_pickle=False) as file:
        return Answers(str(file["kind"]), file["truth"], file["answer"]), json.loads(str(file["facts"]))  # type: ignore[arg-type]
    began = time.perf_counter()
    answers, facts = answer()
    facts = {**facts, "seconds": round(time.perf_counter() - began, 1)}
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.savez(file, kind=answers.kind, truth=answers.truth, answer=answers.answer, facts=json.dumps(facts))
        part.replace(path)
        for weights in (out / RUNS / name).glob("*.safetensors"):  # only an unfinished run needs them
            weights.unlink()
    return answers, facts


def _named(report: Report, where: str, done: int, total: int, note: str) -> None:
    report(done, total, where + note)


_SMALLER = "give --set forward=8, --set batch=16 or --device cpu"
