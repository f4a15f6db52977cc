"""Tasks x describers x seeds: what was answered and what it is worth. A run that was broken off goes on where it was.

Answers are kept in the output folder, one file for each describer and seed, called after everything that they depend
on; what is there already is not computed again.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import torch

from engine.errors import BandError, LabelError, ModelError, RequestError, SceneError, UnitError
from engine.jobs import Report
from engine.model.ofa import OFA
from training.geobench import describers, folder, learners, linear, picture, tortilla, tuned
from training.geobench.describers import Describer
from training.geobench.features import described
from training.geobench.labelled import Labelled
from training.geobench.scores import Answers, interval
from training.geobench.settings import Settings
from training.geobench.tasks import TASKS

OTHERS = (picture.NAME, *tortilla.SETS)
TRAINED = ("finetune", "frozen-upernet")


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
        RequestError: no such task or no such set; other `EngineError`s where the set is damaged.
    """
    if name in TASKS:
        return folder.opened(wanted.root, TASKS[name], wanted.partition)
    if name == picture.NAME:
        return picture.opened(wanted.root)
    if name in tortilla.SETS:
        return tortilla.opened(wanted.root, name)
    raise RequestError(f"expected a task of {', '.join((*TASKS, *OTHERS))}, or all; found '{name}'", "give one of them")


def run(names: list[str], wanted: Wanted, out: Path, report: Report) -> Outcome:
    """Score every model and the floors in every task.

    Args:
        names: of tasks; with several, one that cannot be scored is told and passed over.
        wanted: what is asked for.
        out: where answers are kept.
        report: tells progress.

    Raises:
        RequestError: nothing could be scored.
    """
    outcome = Outcome()
    for name in names:
        try:
            labelled = opened(name, wanted).at_most(wanted.settings.most, seed=0)
            _score(labelled, wanted, out, report, outcome)
        except (RequestError, SceneError, BandError, UnitError, LabelError) as error:
            if len(names) == 1:
                raise
            outcome.told[name] = (f"not scored: {error.error}",)
            continue
        outcome.told[name] = labelled.told
    if not outcome.lines:
        why = [*outcome.refused.values(), *(text for told in outcome.told.values() for text in told)]
        raise RequestError(f"nothing could be scored: {'; '.join(why)}", "take another model, task or --root")
    return outcome


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
            found.setdefault((describer, learner), []).append(kept)
    for (describer, learner), results in found.items():
        outcome.lines += _lines(labelled, describer, learner, results, wanted.settings.resamples)


def _lines(
    labelled: Labelled, describer: str, learner: str, results: list[tuple[Answers, dict[str, float]]], resamples: int
) -> Iterator[Line]:
    answers, facts = [each for each, _ in results], [each for _, each in results]
    samples = len(labelled.splits["train"]), len(labelled.splits["valid"]), len(labelled.splits["test"])
    for metric in answers[0].scores():
        score = float(np.mean([each.scores()[metric] for each in answers]))
        low, high = interval(answers, metric, resamples)
        yield Line(labelled.name, describer, learner, metric, score, low, high, len(answers), samples, facts)


Way = tuple[str, str, Callable[[Report], tuple[Answers, dict[str, float]]]]
"""A describer's name, its learner's, and what learns and answers."""


def _ways(labelled: Labelled, wanted: Wanted, out: Path, seed: int) -> Iterator[Way]:
    """How every model and both floors are scored with one seed."""
    if wanted.protocol in TRAINED or (wanted.protocol == "linear" and labelled.kind == "segmentation"):
        if (wanted.protocol, labelled.kind == "segmentation") not in tuned.HEADS:
            raise RequestError(f"{wanted.protocol} is for pixels; {labelled.name} is not", "take --protocol linear")
        for name, model in wanted.models.items():
            yield name, wanted.protocol, partial(_tuned, labelled, name, model, wanted, out, seed)
        named, learner = [], "lbfgs"  # floors have no weights to tune
    else:
        settings, learner = wanted.settings, wanted.protocol
        named = describers.models(wanted.models, settings.pool, settings.size_px)
    for describer in (*named, *describers.floors(labelled, wanted.device, seed)):
        yield describer.name, learner, partial(_LEARNERS[learner], labelled, describer, wanted, seed)


def _tuned(
    labelled: Labelled, name: str, model: OFA, wanted: Wanted, out: Path, seed: int, report: Report
) -> tuple[Answers, dict[str, float]]:
    folder = out / "runs" / _key(labelled, name, wanted.protocol, wanted, seed)
    return tuned.answers(labelled, model, wanted.protocol, wanted.settings, wanted.device, folder, seed, report)


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
    """What answers depend on, as a name for files."""
    settings = {key: value for key, value in asdict(wanted.settings).items() if key not in ("resamples", "forward")}
    depends = [
        labelled.name,
        wanted.partition,
        labelled.splits,
        describer,
        wanted.shas.get(describer),
        learner,
        settings,
    ]
    digest = hashlib.sha256(json.dumps(depends, sort_keys=True).encode()).hexdigest()[:12]
    return f"{labelled.name}_{describer}_{learner}_{seed}_{digest}".replace(" ", "-").replace("/", "-")


def _kept(
    out: Path, name: str, answer: Callable[[], tuple[Answers, dict[str, float]]]
) -> tuple[Answers, dict[str, float]]:
    """The answers in the file of this name, which is written if it does not exist."""
    path = out / "answers" / f"{name}.npz"
    if path.is_file():
        with np.load(path, allow_pickle=False) as file:
            return Answers(str(file["kind"]), file["truth"], file["answer"]), json.loads(str(file["facts"]))  # type: ignore[arg-type]
    began = time.perf_counter()
    answers, facts = answer()
    facts = {**facts, "seconds": round(time.perf_counter() - began, 1)}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez(file, kind=answers.kind, truth=answers.truth, answer=answers.answer, facts=json.dumps(facts))
    part.replace(path)
    return answers, facts


def _named(report: Report, where: str, done: int, total: int, note: str) -> None:
    report(done, total, where + note)
