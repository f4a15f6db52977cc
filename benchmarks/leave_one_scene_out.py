"""Labels in some scenes, the map in another: what a backbone, a head and statistics are worth far from the labels.

    python -m benchmarks.leave_one_scene_out [--model NAME ...] [--seeds 3] [--scored 10000]

Each scene of a set is mapped once from 20 labelled points of each class of every other scene. At most `--scored`
labelled pixels of the mapped scene are scored; classes that no other scene shows are left out, for nobody could learn
them.
Macro-F1 is the mean over the classes of the mapped scene. Writes `docs/measured/elsewhere.md`.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from torch import Tensor

from benchmarks.leave_one_scene_out_report import write_page
from engine import fewlabel, inference
from engine.fewlabel.features import PixelFeatures
from engine.gdal.dataset import opened
from engine.model import model_card, model_folder
from engine.model.ofa import OFA
from engine.scene.interpretation import Reading, read_scene
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics, stated
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "leave_one_scene_out.jsonl"
SETS = {"FLAIR": "FLAIR aerial", "Amazon": "Amazon forest"}
POINTS, FEWEST_SCORED = 20, 10
CHOICES = ("scene", "sensor")
CPU = torch.device("cpu")


@dataclass(frozen=True)
class SceneOfSet:
    """A scene of a set: how it is read, its classes, and the pixels that are drawn from it."""

    labelled: LabelledScene
    seeds: int
    most_scored: int

    @cached_property
    def reading(self) -> Reading:
        """How it is read."""
        with Scene.open(self.labelled.image) as scene:
            return read_scene(scene, units=self.labelled.units).require()

    @cached_property
    def truth(self) -> np.ndarray:
        """(H, W): the value of each pixel's class, 0 where there is no data."""
        with opened(str(self.labelled.labels)) as file, Scene.open(self.labelled.image) as scene:
            _, valid = scene.read((0, scene.height), (0, scene.width), self.reading.indices)
            return np.where(valid, file.read(1).astype(np.int64), 0)

    def drawn(self, seed: int) -> np.ndarray:
        """Flat indices of the labelled points that others learn from."""
        flat, rng = self.truth.ravel(), np.random.default_rng([seed, POINTS])
        classes = np.unique(flat[flat > 0])
        return np.concatenate([rng.permutation(np.flatnonzero(flat == value))[:POINTS] for value in classes])

    def at(self, flat: np.ndarray) -> np.ndarray:
        """Rows and columns (2, N) of flat indices."""
        return np.stack(np.unravel_index(flat, self.truth.shape))

    @cached_property
    def scored(self) -> np.ndarray:
        """Flat indices of the pixels that are scored, whatever the seed."""
        return np.random.default_rng(0).permutation(np.flatnonzero(self.truth.ravel()))[: self.most_scored]

    @cached_property
    def known(self) -> np.ndarray:
        """All of them, ascending; features have a row for each."""
        return np.unique(np.concatenate([self.scored, *(self.drawn(seed) for seed in range(self.seeds))]))

    def source(self, scene: Scene, statistics: Statistics, model: OFA | None = None) -> inference.Source:
        """The open scene with these statistics for features of pixels and for the model."""
        reading = replace(self.reading, statistics=statistics)
        return inference.Source(scene, reading, scene.gsd_m or 10.0, CPU, model, statistics)

    def statistics(self, choice: str) -> Statistics:
        """The scene's own, or those of the sensor."""
        units = self.reading.units
        bands = [matched.band for matched in self.reading.bands]
        found = stated(choice, self.reading.sensor.id, bands, units.quantity, self.reading.statistics)
        assert found.of == choice
        return found

    @cached_property
    def stored(self) -> np.ndarray:
        """Stored numbers (N, C) of the known pixels."""
        with Scene.open(self.labelled.image) as scene:
            pixels, _ = scene.read((0, scene.height), (0, scene.width), self.reading.indices)
        return pixels.reshape(len(pixels), -1)[:, self.known].T.astype(np.float32)


def around(place: SceneOfSet, choice: str, alike: PixelFeatures) -> tuple[dict[str, Tensor], fewlabel.Overview]:
    """Features of the known pixels, and of unlabelled ones all over the scene."""
    rows, cols = place.at(place.known)
    with Scene.open(place.labelled.image) as scene:
        source = place.source(scene, place.statistics(choice))
        groups, _ = inference.sample(source, alike, rows, cols, quiet, alike.groups)
        return groups, inference.overview(source, alike, quiet)


def deep(place: SceneOfSet, choice: str, model: OFA) -> Tensor:
    rows, cols = place.at(place.known)
    with Scene.open(place.labelled.image) as scene:
        source = place.source(scene, place.statistics(choice), model)
        groups, _ = inference.sample(source, PixelFeatures(), rows, cols, quiet, ["deep"])
    return groups["deep"]


def quiet(*_: object) -> None:
    """Progress of single scenes is nobody's concern."""


class Bench:
    """A set of scenes with all features of all of them, made once."""

    def __init__(
        self, labelled: Sequence[LabelledScene], models: Mapping[str, OFA], seeds: int, most_scored: int
    ) -> None:
        self.places = [SceneOfSet(scene, seeds, most_scored) for scene in labelled]
        self._models = models

    @cache  # noqa: B019 - as long as the benchmark
    def pixels(self, choice: str) -> list[tuple[dict[str, Tensor], fewlabel.Overview]]:
        """What pixels show by each scene's own statistics, or by one set and one description for all."""
        if choice == "scene":
            return [around(place, choice, self._described([place], choice)) for place in self.places]
        alike = self._described(self.places, choice)
        return [around(place, choice, alike) for place in self.places]

    def _described(self, places: Sequence[SceneOfSet], choice: str) -> PixelFeatures:
        """Learnt from the scenes' samples, without labels."""
        sample = np.concatenate([place.reading.sample_CN[:, :: len(places)] for place in places], axis=1)
        with Scene.open(places[0].labelled.image) as scene:
            source = places[0].source(scene, places[0].statistics(choice))
            reading = replace(source.reading, sample_CN=np.ascontiguousarray(sample))
            return inference.describe_pixels(replace(source, reading=reading))

    @cache  # noqa: B019
    def deep(self, name: str, choice: str) -> list[Tensor]:
        """A backbone's features of the known pixels of every scene."""
        return [deep(place, choice, self._models[name]) for place in self.places]

    def groups(self, number: int, method: "Method") -> dict[str, Tensor]:
        """Features of a scene's known pixels by name."""
        known = {
            f"{choice} {name}": group
            for choice in method.pixels
            for name, group in self.pixels(choice)[number][0].items()
            if name in method.groups
        }
        return known | {f"deep {choice}": self.deep(method.model, choice)[number] for choice in method.deep}

    def overview(self, number: int, method: "Method") -> fewlabel.Overview | None:
        """Unlabelled pixels from all over a scene; none for a backbone alone."""
        seen = {choice: self.pixels(choice)[number][1] for choice in method.pixels}
        groups = {
            f"{choice} {name}": x_PD
            for choice, each in seen.items()
            for name, x_PD in each.groups.items()
            if name in method.groups
        }
        return replace(next(iter(seen.values())), groups=groups) if seen else None


@dataclass(frozen=True)
class Method:
    """A head on some groups of pixels' features by some statistics, on those of a backbone by some, or on both."""

    title: str
    pixels: tuple[str, ...] = ()
    deep: tuple[str, ...] = ()
    model: str = ""
    groups: tuple[str, ...] = ("spectra", "shape", "context", "surroundings")


def methods(models: Sequence[str]) -> Iterator[Method]:
    """All that are compared."""
    for pixels in (("scene",), ("sensor",), CHOICES):
        said = " + ".join(pixels)
        yield Method(f"our head, no backbone | {said}", pixels)
        yield Method(f"our head, no backbone, the pixel alone | {said}", pixels, groups=("spectra", "shape"))
        for name in models:
            yield Method(f"our head with {name} | {said}", pixels, pixels[-1:], name)
    for name in models:
        for choice in CHOICES:
            yield Method(f"{name} alone | {choice}", (), (choice,), name)


def learnt(
    bench: Bench, target: int, seed: int, method: Method | None
) -> tuple[np.ndarray, np.ndarray, dict[str, Any]]:
    """Truth and map of the target's scored pixels; a random forest on stored values without a method."""
    others = [number for number in range(len(bench.places)) if number != target]
    drawn = {number: bench.places[number].drawn(seed) for number in others}
    label = np.concatenate([bench.places[number].truth.ravel()[drawn[number]] for number in others])
    classes = np.unique(label)
    here = bench.places[target]
    truth = here.truth.ravel()[here.scored]
    enough = [value for value in classes if (truth == value).sum() >= FEWEST_SCORED]
    kept = np.isin(truth, enough)
    rows = {number: np.searchsorted(bench.places[number].known, drawn[number]) for number in others}
    scored = np.searchsorted(here.known, here.scored[kept])
    if method is None:
        x = np.concatenate([bench.places[number].stored[rows[number]] for number in others])
        forest = RandomForestClassifier(300, random_state=seed).fit(x, label)
        return truth[kept], forest.predict(here.stored[scored]), {}
    found = {number: bench.groups(number, method) for number in (*others, target)}
    names = list(found[target])
    scene = np.concatenate([np.full(len(drawn[number]), number) for number in others])
    samples = fewlabel.Samples(
        {name: torch.cat([found[number][name][rows[number]] for number in others]) for name in names},
        torch.from_numpy(np.searchsorted(classes, label)),
        *map(torch.from_numpy, np.concatenate([bench.places[number].at(drawn[number]) for number in others], axis=1)),
        polygon_N=torch.arange(len(label)),
        scene_N=torch.from_numpy(np.searchsorted(others, scene)),
    )
    head, validation = fewlabel.fit(samples, seed, bench.overview(target, method))
    probability_NK = head({name: found[target][name][scored] for name in head.groups}).numpy()
    return truth[kept], classes[probability_NK.argmax(1)], {"trust": dict(validation.trust)}


def run(bench: Bench, name: str, models: Sequence[str], seeds: int) -> Iterator[dict[str, Any]]:
    every = [None, *methods(models)]
    for method in every:
        for target, place in enumerate(bench.places):
            for seed in range(seeds):
                began = time.perf_counter()
                truth, mapped, more = learnt(bench, target, seed, method)
                score = f1_score(truth, mapped, labels=np.unique(truth), average="macro", zero_division=0)
                title = method.title if method else "random forest on stored values | stored"
                yield {
                    "set": name, "scene": place.labelled.name, "seed": seed, "method": title,
                    "macro_f1": float(score), "load": os.getloadavg()[0],
                    "seconds": time.perf_counter() - began, **more,
                }  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", nargs="*", default=[model_card.DEFAULT_MODEL, "ofa-untrained"])
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--scored", type=int, default=10_000, help="pixels of a scene")
    options.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    asked = options.parse_args()
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    models = {name: model_folder.load(name, CPU).model for name in asked.model}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    results = []
    with RESULTS.open("w") as file:
        for name in asked.sets:
            scenes = [scene for scene in labelled_scenes(DATA) if scene.group == SETS[name]]
            for result in run(Bench(scenes, models, asked.seeds, asked.scored), name, list(models), asked.seeds):
                results.append(result)
                file.write(json.dumps(result) + "\n")
                file.flush()
    write_page(results, asked.scored, ROOT / "docs" / "measured" / "elsewhere.md")


if __name__ == "__main__":
    main()
