"""Tasks x describers x seeds: the numbers of a probe, and what could not be had and why."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import torch

from engine.errors import BandError, LabelError, ModelError, RequestError, SceneError, UnitError
from engine.jobs import Report
from engine.model.ofa import OFA
from training.probes.describers import Describer
from training.probes.tasks import TASKS, Probe


@dataclass(frozen=True)
class Result:
    """One score: of a describer on one set with one seed."""

    task: str
    item: str
    metric: str
    describer: str
    seed: int
    value: float
    train: int
    test: int


@dataclass(frozen=True)
class Line:
    """Scores of a describer in a task: mean and deviation (n - 1) over seeds of the means over sets."""

    task: str
    metric: str
    describer: str
    mean: float
    std: float
    seeds: int
    train: int
    test: int


@dataclass
class Outcome:
    """All that a probe found.

    Attributes:
        results: single scores.
        refused: (task, describer) -> why it could not describe the task's sets.
        told: what was not found or left out.
        seconds: (task, describer) -> time to describe and to learn.
    """

    results: list[Result] = field(default_factory=list)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    seconds: dict[tuple[str, str], float] = field(default_factory=dict)

    def lines(self) -> list[Line]:
        """Summaries in the order in which tasks, metrics and describers came."""
        keys = dict.fromkeys((result.task, result.metric) for result in self.results)
        names = dict.fromkeys(result.describer for result in self.results)
        every = [(task, metric, name) for task, metric in keys for name in names]
        return [line for key in every for line in self._line(*key)]

    def _line(self, task: str, metric: str, describer: str) -> Iterator[Line]:
        of: dict[int, list[Result]] = {}
        for result in self.results:
            if (result.task, result.metric, result.describer) == (task, metric, describer):
                of.setdefault(result.seed, []).append(result)
        if of:
            values = [mean(result.value for result in some) for some in of.values()]
            train, test = (
                round(mean(sum(getattr(r, part) for r in some) for some in of.values())) for part in ("train", "test")
            )
            yield Line(
                task, metric, describer, mean(values), stdev(values) if len(values) > 1 else 0.0, len(of), train, test
            )


def run(
    models: Mapping[str, OFA],
    data: Path,
    tasks: Collection[str],
    seeds: int,
    floors: bool,
    device: torch.device,
    report: Report,
) -> Outcome:
    """Probe every model on every task that is found below `data`.

    Raises:
        RequestError: a task is unknown, none is found, or no model can read any set.
        Cancelled: from `report`.
    """
    outcome = Outcome()
    probes = list(_probes(data, tasks, seeds, outcome))
    if not probes:
        raise RequestError(
            f"nothing to probe below {data}: {'; '.join(outcome.told)}", "give the folder of labelled sets to --data"
        )
    for number, probe in enumerate(probes):
        try:
            opened = probe.opened()
        except (SceneError, BandError, UnitError, LabelError) as error:
            outcome.told.append(f"{probe.item} is left out: {error.error}")
            continue
        if said := probe.told(opened):
            outcome.told.append(f"{probe.item}: {said}")
        for describer in probe.describers(models, floors, device):
            where = f"{number + 1}/{len(probes)} {probe.item}, {describer.name}"
            _score(probe, opened, describer, seeds, _named(report, where), outcome)
    if not outcome.results:
        raise RequestError(
            f"nothing could be probed: {'; '.join([*outcome.refused.values(), *outcome.told])}",
            "take another model, or give the folder of other sets to --data",
        )
    return outcome


def _probes(data: Path, tasks: Collection[str], seeds: int, outcome: Outcome) -> Iterator[Probe]:
    if unknown := sorted(set(tasks) - set(TASKS)):
        raise RequestError(
            f"expected tasks of {', '.join(TASKS)}; found {', '.join(unknown)}", "give some of them to --tasks"
        )
    for name in TASKS:
        if name in tasks:
            wanted, found_below = TASKS[name]
            found = list(found_below(data, seeds))
            if not found:
                outcome.told.append(f"{name} is not probed: no {wanted} below {data}")
            yield from found


def _score(
    probe: Probe, opened: object, describer: Describer[Any], seeds: int, report: Report, outcome: Outcome
) -> None:
    """Score a describer on one set with every seed; a model that cannot read the set is told."""
    began = time.perf_counter()
    features = None
    for seed in range(seeds):
        try:
            if features is None or describer.drawn:
                features = describer.describe(
                    opened, seed, _named(report, f"draw {seed + 1}" if describer.drawn else "")
                )
        except ModelError as error:
            outcome.refused[probe.task, describer.name] = error.error
            return
        report(seed, seeds, "learning")
        for score in probe.scores(opened, features, seed):
            outcome.results.append(
                Result(probe.task, probe.item, score.metric, describer.name, seed, score.value, score.train, score.test)
            )
    key = (probe.task, describer.name)
    outcome.seconds[key] = outcome.seconds.get(key, 0.0) + time.perf_counter() - began


def _named(report: Report, where: str) -> Callable[[int, int, str], None]:
    """A report that says where it comes from."""
    return lambda done, total, note: report(done, total, f"{where}: {note}" if where else note)
