"""What there is to probe below a folder: which sets, who describes them, how they are scored."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch

from engine.model.ofa import OFA
from training.probes import chipsets, describers, learners
from training.probes.chipsets import ChipSet
from training.probes.describers import Describer, Features
from training.probes.pixels import PixelSet
from training.probes.scenes import LabelledScene, labelled_scenes, radar_scenes

POINTS = (10, 50)  # labelled pixels per class


@dataclass(frozen=True)
class Score:
    """A number from 0 to 1, and how many chips or pixels it was learnt from and counted on."""

    metric: str
    value: float
    train: int
    test: int


@dataclass(frozen=True)
class Probe:
    """A set to probe; `Any` stands for the set, which is opened when its turn comes.

    Attributes:
        task: what the table calls it; several sets may share it, their scores are averaged.
        item: which of them.
        opened: reads the set; raises an `EngineError` if it cannot.
        describers: of models, of whether floors are wanted, and of the device.
        scores: of the set, its features and a seed.
        told: what the report should know of the set.
    """

    task: str
    item: str
    opened: Callable[[], Any]
    describers: Callable[[Mapping[str, OFA], bool, torch.device], Sequence[Describer[Any]]]
    scores: Callable[[Any, Features, int], list[Score]]
    told: Callable[[Any], str]


def _of_chips(task: str, opened: Callable[[], ChipSet]) -> Probe:
    return Probe(task, task, opened, describers.of_chips, chip_scores, lambda chips: chips.told)


def chip_scores(chips: ChipSet, features_ND: Features, seed: int) -> list[Score]:
    """Linear and nearest-neighbour accuracy on the hold-out; mean average precision of folds with several labels."""
    if chips.labels.ndim == 2:
        precision = learners.multi_label_precision(features_ND, chips.labels, seed)
        folds = min(learners.TINY_FOLDS, len(chips))
        return [Score("linear, micro mAP", precision, len(chips) - len(chips) // folds, len(chips))]
    parts = learners.held_out_parts(chips.labels, chips.test_N, seed)
    sizes = len(parts[0]), len(parts[2])
    return [
        Score("linear, accuracy", learners.linear_accuracy(features_ND, chips.labels, parts), *sizes),
        Score("kNN, accuracy", learners.neighbour_accuracy(features_ND, chips.labels, parts), *sizes),
    ]


def pixel_scores(pixels: PixelSet, features_ND: Features, seed: int) -> list[Score]:
    """Macro-F1 from few points per class; none where the scene leaves fewer than two classes."""
    scores = []
    for (points, number), part in pixels.splits.items():
        if number != seed or len(set(part.train_labels_N)) < 2:
            continue
        train_ND, test_ND = features_ND[pixels.at(part.train_N)], features_ND[pixels.at(part.test_N)]
        f1 = learners.few_label_f1(train_ND, part.train_labels_N, test_ND, part.test_labels_N, seed)
        scores.append(Score(f"macro-F1, {points} points per class", f1, len(part.train_N), len(part.test_N)))
    return scores


def _archives(name: str, task: str, read: Callable[[Path], ChipSet], data: Path, _seeds: int) -> Iterator[Probe]:
    for path in sorted(data.rglob(name))[:1]:
        yield _of_chips(task, partial(read, path))


def _bigearthnet(data: Path, _seeds: int) -> Iterator[Probe]:
    for path in sorted(data.rglob("ben_labels.json"))[:1]:
        for sensors in (("S1",), ("S2",), ("S1", "S2")):
            yield _of_chips(f"BigEarthNet {'+'.join(sensors)}", partial(chipsets.bigearthnet, path, sensors))


def _scenes(groups: Sequence[str], data: Path, seeds: int) -> Iterator[Probe]:
    for scene in [*labelled_scenes(data), *radar_scenes(data)]:
        if scene.group in groups:
            yield _of_pixels(scene, seeds)


def _of_pixels(scene: LabelledScene, seeds: int) -> Probe:
    opened = partial(PixelSet, scene, POINTS, seeds)
    return Probe(scene.group, scene.name, opened, describers.of_pixels, pixel_scores, _left_out)


def _left_out(pixels: PixelSet) -> str:
    most = max(part.left_out for part in pixels.splits.values())
    return f"up to {most} classes are too rare to be learnt or scored" if most else ""


TASKS: Mapping[str, tuple[str, Callable[[Path, int], Iterator[Probe]]]] = MappingProxyType(
    {
        "eurosat": ("eurosat_rgb.zip", partial(_archives, "eurosat_rgb.zip", "EuroSAT RGB", chipsets.eurosat)),
        "trees": (
            "neon_tree_alive_dead.zip",
            partial(_archives, "neon_tree_alive_dead.zip", "NEON trees alive/dead", chipsets.trees),
        ),
        "bigearthnet": ("ben_labels.json", _bigearthnet),
        "flair": ("flair2_*_img.tif", partial(_scenes, ["FLAIR aerial"])),
        "landcover": (
            "terramind_*_S2L2A.tif",
            partial(_scenes, ["TerraMind land cover", "TerraMind land cover, S1"]),
        ),
        "clouds": ("csmask_*_img.tif", partial(_scenes, ["cloud masks"])),
        "enmap": ("enmap_potsdam_mosaic.tif", partial(_scenes, ["EnMAP"])),
    }
)
"""Name for ``--tasks`` -> what is looked for, and the sets found below a folder for some seeds."""
