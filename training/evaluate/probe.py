"""`engine probe`: linear and nearest-neighbour probes of frozen features on the labelled sets below a folder."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import torch

from engine.errors import BandError, LabelError, ModelError, RequestError, SceneError, UnitError
from engine.fewlabel.validation.scores import confusion, scores
from engine.model.ofa import OFA
from engine.progress import Report
from training.evaluate import extractors, learners
from training.evaluate.datasets import chip_sets
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes, radar_scenes
from training.evaluate.datasets.labelled_set import LabelledSet
from training.evaluate.datasets.scene_pixels import ScenePixels
from training.evaluate.extractors import FeatureSource, Rows
from training.evaluate.features import Features, extracted
from training.evaluate.outcome import Outcome, Score, prefixed
from training.metrics import average_precision

POINTS = (10, 50)  # labelled pixels per class
Found = tuple[str, float, int, int]
"""A metric, its value, and the number of chips or pixels that it was learnt from and counted on."""


@dataclass(frozen=True)
class Methods:
    """Models, and with `baselines` random weights and features without learning; each set is probed `seeds` times."""

    models: Mapping[str, OFA]
    baselines: bool
    device: torch.device
    seeds: int


def run(data: Path, tasks: Collection[str], methods: Methods, report: Report) -> Outcome:
    """Probe every method on every task that is found below `data`.

    Raises:
        RequestError: a task is unknown, none is found, or no model can read any set.
        Cancelled: from `report`.
    """
    outcome = Outcome()
    if unknown := sorted(set(tasks) - set(TASKS)):
        raise RequestError(
            f"expected tasks of {', '.join(TASKS)}; found {', '.join(unknown)}", "give some of them to --tasks"
        )
    found = {name: list(TASKS[name][1](data)) for name in TASKS if name in tasks}
    outcome.notes += [f"{name} is not probed: no {TASKS[name][0]} below {data}" for name in found if not found[name]]
    items = [item for some in found.values() for item in some]
    if not items:
        raise RequestError(
            f"nothing to probe below {data}: {'; '.join(outcome.notes)}", "give the folder of labelled sets to --data"
        )
    for number, (task, item, opened) in enumerate(items):
        try:
            probe = opened(methods.seeds)
        except (SceneError, BandError, UnitError, LabelError) as error:
            outcome.notes.append(f"{item} is left out: {error.error}")
            continue
        outcome.notes += [f"{item}: {note}" for note in probe.notes]
        _score(task, item, probe, methods, prefixed(report, f"{number + 1}/{len(items)} {item}"), outcome)
    if not outcome.scores:
        raise RequestError(
            f"nothing could be probed: {'; '.join([*outcome.refused.values(), *outcome.notes])}",
            "take another model, or give the folder of other sets to --data",
        )
    return outcome


def _score(
    task: str, item: str, probe: "ChipProbe | SceneProbe", methods: Methods, report: Report, outcome: Outcome
) -> None:
    """Score all features of one set with every seed; a model that cannot read the set is refused."""
    kept: dict[str, Any] = {}
    refused: set[str] = set()
    for seed in range(methods.seeds):
        for source in probe.sources(methods, seed):
            if source.name in refused:
                continue
            began = time.perf_counter()
            try:
                if source.name not in kept or source.seeded:
                    kept[source.name] = source.features(prefixed(report, f"seed {seed}"))
            except ModelError as error:
                refused.add(source.name)
                outcome.refused[task, source.name] = error.error
                continue
            report(seed, methods.seeds, f"{source.name}: learning")
            outcome.scores += [
                Score(task, item, source.name, "", metric, seed, value, train, test)
                for metric, value, train, test in probe.scores(kept[source.name], seed)
            ]
            seconds = {"seconds": time.perf_counter() - began}
            outcome.details.setdefault((task, source.name, ""), []).append(seconds)


class ChipProbe:
    """A set of chips whose first split is learnt from and whose second is scored, or of one split, scored by folds."""

    def __init__(self, read: Callable[[], LabelledSet], _seeds: int) -> None:
        self._set = read()
        self.notes = self._set.notes

    def sources(self, methods: Methods, seed: int) -> list[FeatureSource]:
        """Features of all chips, split by split."""
        labelled, models, device = self._set, methods.models, methods.device
        train, *_ = labelled.splits.values()
        found = extractors.of_models(models)
        if methods.baselines:
            random = extractors.with_random_weights(models, seed, device)
            found += extractors.of_models(random, seeded=True)
            found += [*extractors.baselines(labelled, train, device, seed), extractors.no_features()]
        names = [name for split in labelled.splits.values() for name in split]
        return [
            FeatureSource(each.name, partial(extracted, labelled, names, each, device), each.seeded) for each in found
        ]

    def scores(self, features: Features, seed: int) -> list[Found]:
        """Linear and nearest-neighbour accuracy on the test split; micro mAP of folds where a chip has several classes.

        The seed draws validation parts and folds.
        """
        count, train = len(features.x_ND), len(next(iter(self._set.splits.values())))
        if features.kind == "multilabel":
            probability_NK = learners.cross_validated(features.x_ND, features.labels, seed)
            precision = average_precision(features.labels.ravel(), probability_NK.ravel())
            return [("linear, micro mAP", precision, count - count // min(learners.TINY_FOLDS, count), count)]
        index = (*learners.split_off_validation(features.labels[:train], seed), np.arange(train, count))
        parts = [features.part(index_N) for index_N in index]
        sizes = len(index[0]), len(index[2])
        return [
            ("linear, accuracy", learners.logistic_regression(*parts)[0].score, *sizes),
            ("kNN, accuracy", learners.nearest_neighbours(parts[0], parts[2]).score, *sizes),
        ]


class SceneProbe:
    """A scene with labelled pixels."""

    def __init__(self, scene: LabelledScene, seeds: int) -> None:
        self._pixels = ScenePixels(scene, POINTS, seeds)
        most = max(split.left_out for split in self._pixels.splits.values())
        self.notes = [f"up to {most} classes are too rare to be learnt or scored"] if most else []

    def sources(self, methods: Methods, seed: int) -> list[FeatureSource]:
        """Features of the pixels."""
        return extractors.of_pixels(self._pixels, methods.models, seed, methods.device, methods.baselines)

    def scores(self, features: Rows, seed: int) -> list[Found]:
        """Macro-F1 from few labelled pixels of each class; none where a split leaves fewer than two classes."""
        found = []
        for (points, number), split in self._pixels.splits.items():
            classes = len(set(split.train_labels_N))
            if number != seed or classes < 2:
                continue
            train_ND, test_ND = (features[self._pixels.at(index_N)] for index_N in (split.train_N, split.test_N))
            predicted_N = learners.few_label_map(train_ND, split.train_labels_N, test_ND, seed)
            f1 = scores(confusion(split.test_labels_N, predicted_N, classes)).macro_f1
            found.append((f"macro-F1, {points} points per class", f1, len(split.train_N), len(split.test_N)))
        return found


Item = tuple[str, str, Callable[[int], ChipProbe | SceneProbe]]
"""A task, the name of one of its sets, and what reads it for a number of seeds."""


def _archive(name: str, task: str, read: Callable[[Path], LabelledSet], data: Path) -> Iterator[Item]:
    for path in sorted(data.rglob(name))[:1]:
        yield task, task, partial(ChipProbe, partial(read, path))


def _bigearthnet(data: Path) -> Iterator[Item]:
    for path in sorted(data.rglob("ben_labels.json"))[:1]:
        for sensors in (("S1",), ("S2",), ("S1", "S2")):
            task = f"BigEarthNet {'+'.join(sensors)}"
            yield task, task, partial(ChipProbe, partial(chip_sets.bigearthnet, path, sensors))


def _scenes(groups: Sequence[str], data: Path) -> Iterator[Item]:
    for scene in [*labelled_scenes(data), *radar_scenes(data)]:
        if scene.group in groups:
            yield scene.group, scene.name, partial(SceneProbe, scene)


TASKS: Mapping[str, tuple[str, Callable[[Path], Iterator[Item]]]] = MappingProxyType(
    {
        "eurosat": (chip_sets.EUROSAT, partial(_archive, chip_sets.EUROSAT, "EuroSAT RGB", chip_sets.eurosat)),
        "trees": (chip_sets.TREES, partial(_archive, chip_sets.TREES, "NEON trees alive/dead", chip_sets.trees)),
        "bigearthnet": ("ben_labels.json", _bigearthnet),
        "flair": ("flair2_*_img.tif", partial(_scenes, ["FLAIR aerial"])),
        "landcover": ("terramind_*_S2L2A.tif", partial(_scenes, ["TerraMind land cover", "TerraMind land cover, S1"])),
        "clouds": ("csmask_*_img.tif", partial(_scenes, ["cloud masks"])),
        "enmap": ("enmap_potsdam_mosaic.tif", partial(_scenes, ["EnMAP"])),
    }
)
"""Name for ``--tasks`` -> the files that are looked for, and the sets found below a folder."""
