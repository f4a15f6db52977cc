"""What an evaluation found: single scores, lines of a table, and what could not be scored and why."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import mean, stdev
from typing import Any

from engine.progress import Report

Details = dict[str, float]
"""What a learner chose on the validation part, such as "lr", and "seconds" to extract and learn."""


@dataclass(frozen=True)
class Score:
    """One score from 0 to 1: of what a learner made of some features with one seed.

    Attributes:
        task, item: several sets may share a task; their scores are averaged.
        features, learner, metric: what was scored, and how; `learner` is "" where the metric names it.
        seed: of what is drawn.
        value: the score.
        train, test: the number of samples or pixels that it was learnt from and counted on.
    """

    task: str
    item: str
    features: str
    learner: str
    metric: str
    seed: int
    value: float
    train: int
    test: int


@dataclass(frozen=True)
class SummaryRow:
    """Scores over seeds: mean and deviation (n - 1) of the means over sets; the interval over test samples, if any."""

    task: str
    metric: str
    features: str
    learner: str
    mean: float
    std: float
    low: float | None
    high: float | None
    seeds: int
    train: int
    test: int


@dataclass
class Outcome:
    """All that an evaluation found.

    Attributes:
        scores: single scores.
        intervals: (task, metric, features, learner) -> the middle 95 % over resampled test samples.
        details: (task, features, learner) -> seed by seed.
        refused: (task, features) -> why a model cannot read the task's samples.
        notes: what was not found, left out or should be known.
    """

    scores: list[Score] = field(default_factory=list)
    intervals: dict[tuple[str, str, str, str], tuple[float, float]] = field(default_factory=dict)
    details: dict[tuple[str, str, str], list[Details]] = field(default_factory=dict)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def lines(self) -> list[SummaryRow]:
        """A line for each task, metric, features and learner, in the order in which they came."""
        of: dict[tuple[str, str, str, str], dict[int, list[Score]]] = {}
        for one in self.scores:
            key = one.task, one.metric, one.features, one.learner
            of.setdefault(key, {}).setdefault(one.seed, []).append(one)
        return [self._line(key, list(by_seed.values())) for key, by_seed in of.items()]

    def _line(self, key: tuple[str, str, str, str], by_seed: list[list[Score]]) -> SummaryRow:
        values = [mean(one.value for one in some) for some in by_seed]
        train, test = (round(mean(sum(getattr(one, part) for one in some) for some in by_seed))
                       for part in ("train", "test"))  # fmt: skip
        deviation = stdev(values) if len(values) > 1 else 0.0
        low, high = self.intervals.get(key, (None, None))
        return SummaryRow(*key, mean(values), deviation, low, high, len(values), train, test)

    def remarks(self) -> list[str]:
        """Notes and refusals in sentences."""
        return [*self.notes, *(f"{task}: {name} cannot read it: {why}" for (task, name), why in self.refused.items())]

    def as_json(self) -> dict[str, Any]:
        """Everything, as a result file holds it."""
        return {
            "lines": [asdict(line) for line in self.lines()],
            "scores": [asdict(score) for score in self.scores],
            "details": [[*key, details] for key, details in self.details.items()],
            "refused": [[*key, why] for key, why in self.refused.items()],
            "notes": self.notes,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Outcome":
        """The outcome in a result file.

        Raises:
            LookupError, TypeError, ValueError: the file holds something else.
        """
        lines = [SummaryRow(**line) for line in values["lines"]]
        return cls(
            [Score(**score) for score in values["scores"]],
            {(each.task, each.metric, each.features, each.learner): (each.low, each.high) for each in lines
             if each.low is not None and each.high is not None},
            {(task, features, learner): details for task, features, learner, details in values["details"]},
            {(task, features): why for task, features, why in values["refused"]},
            list(values["notes"]),
        )  # fmt: skip

    def after(self, earlier: "Outcome") -> "Outcome":
        """An earlier outcome and then this one."""
        notes: Iterable[str] = dict.fromkeys([*earlier.notes, *self.notes])
        return Outcome(
            [*earlier.scores, *self.scores], earlier.intervals | self.intervals, earlier.details | self.details,
            earlier.refused | self.refused, list(notes),
        )  # fmt: skip


def prefixed(report: Report, where: str) -> Report:
    """A report of progress that says where it comes from."""
    return lambda done, total, note: report(done, total, f"{where}: {note}")
