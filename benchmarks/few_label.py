"""Maps from 10 and 50 labelled points per class: ours beside random forest and RBF-SVM, on every labelled scene.

    python -m benchmarks.few_label [--scenes PART_OF_NAME ...] [--model NAME] [--again METHOD ...]

Scenes are cut into 32-pixel blocks like a checkerboard: points are drawn from one colour, pixels of the other are
scored. A class without points, or with fewer than 10 pixels to score, is left out for that seed. Results are appended
to `benchmarks/out/few_label.jsonl`, so that a stopped run goes on; `docs/few_label.md` and `.png` show them all.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes with a thread each; read when the libraries are loaded

import numpy as np
import torch
from scipy.ndimage import uniform_filter
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from benchmarks.few_label_report import write_report
from benchmarks.scenes import UNLABELLED, LabelledScene, labelled_scenes
from engine import fewlabel, stream, weights
from engine.features import PixelFeatures
from engine.jobs._common import UNKNOWN_GSD_M
from engine.raster import Scene
from engine.reading import read_scene

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "few_label.jsonl"
PROCESSES = 2
POINTS, SEEDS = (10, 50), 5
BLOCK_PX, MOST_SCORED, FEWEST_SCORED = 32, 20_000, 10
WINDOWS_PX = (3, 7, 15)
GROUPS = ("spectra", "context", "surroundings", "deep")


@dataclass(frozen=True)
class Split:
    """Pixels to learn from and to score, as flat indices, with their classes; `left_out` classes are in neither."""

    train_N: np.ndarray
    train_labels_N: np.ndarray
    test_N: np.ndarray
    test_labels_N: np.ndarray
    left_out: int


def split(truth_HW: np.ndarray, points: int, seed: int) -> Split:
    """Draw points from one colour of the checkerboard; the pixels to score depend on neither points nor seed."""
    rows_HW, cols_HW = np.indices(truth_HW.shape) // BLOCK_PX
    colour, truth = ((rows_HW + cols_HW) % 2).ravel(), truth_HW.ravel()
    test_N = np.random.default_rng(0).permutation(np.flatnonzero((colour == 1) & (truth != UNLABELLED)))[:MOST_SCORED]
    random = np.random.default_rng([seed, points])
    classes = np.unique(truth[truth != UNLABELLED])
    drawn = {
        number: random.permutation(np.flatnonzero((colour == 0) & (truth == number)))[:points] for number in classes
    }
    kept = [number for number in classes if len(drawn[number]) and (truth[test_N] == number).sum() >= FEWEST_SCORED]
    train_N, test_N = np.concatenate([drawn[number] for number in kept]), test_N[np.isin(truth[test_N], kept)]
    return Split(
        train_N,
        np.searchsorted(kept, truth[train_N]),
        test_N,
        np.searchsorted(kept, truth[test_N]),
        len(classes) - len(kept),
    )


class Bench:
    """A scene with its splits and the features of the pixels in them, made once and only if needed."""

    def __init__(self, labelled: LabelledScene, model: str) -> None:
        self.labelled, self.model = labelled, model
        with Scene.open(labelled.image) as scene:
            self.reading = read_scene(scene, units=labelled.units)
            self.reading.require()
            self.pixels, self.valid = scene.read((0, scene.height), (0, scene.width), self.reading.indices)
        self.truth_HW = np.where(self.valid, labelled.truth(), UNLABELLED)

    @cached_property
    def splits(self) -> dict[tuple[int, int], Split]:
        """By points per class and seed."""
        return {(points, seed): split(self.truth_HW, points, seed) for points in POINTS for seed in range(SEEDS)}

    @cached_property
    def known(self) -> np.ndarray:
        """All pixels that some split learns from or scores, ascending."""
        return np.unique(
            np.concatenate([part for each in self.splits.values() for part in (each.train_N, each.test_N)])
        )

    @cached_property
    def ours(self) -> dict[str, torch.Tensor]:
        """Features (N, D) of `known`, from the very code that makes maps."""
        device = torch.device("cpu")
        with Scene.open(self.labelled.image) as scene:
            gsd_m = scene.gsd_m or self.reading.sensor.gsd_m or UNKNOWN_GSD_M
            mean_C, std_C = torch.from_numpy(self.reading.mean_C), torch.from_numpy(self.reading.std_C)
            model = weights.load(self.model, device).model
            source = stream.Source(scene, self.reading, mean_C, std_C, gsd_m, device, model)
            pixels_CN, valid_N = (torch.from_numpy(array) for array in scene.sample(self.reading.indices))
            pixel_features = PixelFeatures.fit(source.normalised(pixels_CN, valid_N)[:, valid_N])
            places = np.unravel_index(self.known, self.truth_HW.shape)
            found, _ = stream.sample(source, pixel_features, *places, GROUPS, lambda *_: None)
        return found

    @cached_property
    def spectra(self) -> np.ndarray:
        """Digital numbers (N, C) of `known`: what QGIS plugins learn from; the classifiers scale them themselves."""
        return self.pixels.reshape(len(self.pixels), -1)[:, self.known].T.astype(np.float32)

    @cached_property
    def windows(self) -> np.ndarray:
        """Spectra, local mean and deviation (N, 7 C) of `known`."""
        x_CHW = np.where(self.valid, self.pixels, 0).astype(np.float32)
        parts = [self.spectra]
        for x_HW in (x_CHW - x_CHW.mean((1, 2), keepdims=True)) / (x_CHW.std((1, 2), keepdims=True) + 1e-9):
            for window in WINDOWS_PX:
                mean_HW = uniform_filter(x_HW, window)
                deviation_HW = np.sqrt(np.maximum(uniform_filter(x_HW**2, window) - mean_HW**2, 0))
                parts += [array.ravel()[self.known, None] for array in (mean_HW, deviation_HW)]
        return np.concatenate(parts, axis=1)


Answer = tuple[np.ndarray, dict[str, Any]]


def forest(features: str, bench: Bench, split: Split, seed: int) -> Answer:
    x_ND = getattr(bench, features)
    train_N, test_N = (np.searchsorted(bench.known, part) for part in (split.train_N, split.test_N))
    model = RandomForestClassifier(300, random_state=seed).fit(x_ND[train_N], split.train_labels_N)
    return model.predict(x_ND[test_N]), {}


def svm(features: str, bench: Bench, split: Split, seed: int) -> Answer:
    """RBF-SVM with C and gamma from three-fold cross-validation, as dzetsaka does it."""
    x_ND = getattr(bench, features)
    train_N, test_N = (np.searchsorted(bench.known, part) for part in (split.train_N, split.test_N))
    grid = {"svc__C": 10.0 ** np.arange(-1, 4), "svc__gamma": 2.0 ** np.arange(-6, 4, 2) / x_ND.shape[1]}
    folds = StratifiedKFold(3, shuffle=True, random_state=seed)
    search = GridSearchCV(make_pipeline(StandardScaler(), SVC()), grid, cv=folds)
    return search.fit(x_ND[train_N], split.train_labels_N).predict(x_ND[test_N]), {}


def ours(groups: Sequence[str], bench: Bench, split: Split, seed: int) -> Answer:
    train_N, test_N = (np.searchsorted(bench.known, part) for part in (split.train_N, split.test_N))
    rows_N, cols_N = np.unravel_index(split.train_N, bench.truth_HW.shape)
    samples = fewlabel.Samples(
        {name: bench.ours[name][train_N] for name in groups},
        torch.from_numpy(split.train_labels_N),
        torch.from_numpy(rows_N),
        torch.from_numpy(cols_N),
        polygon_N=torch.arange(len(train_N)),
    )
    started = time.perf_counter()
    head, validation = fewlabel.fit(samples, seed)
    fitted = time.perf_counter() - started
    probability_NK = head({name: bench.ours[name][test_N] for name in head.groups}).numpy()
    mapped_N = probability_NK.argmax(1)
    return mapped_N, {
        "fit_s": fitted,
        "promised": validation.macro_f1,
        "trust": validation.trust,
        "confidence": float(probability_NK.max(1).mean()),
        "accuracy": float((mapped_N == split.test_labels_N).mean()),
    }


METHODS: dict[str, Callable[[Bench, Split, int], Answer]] = {
    "forest, spectra": partial(forest, "spectra"),
    "SVM, spectra": partial(svm, "spectra"),
    "forest, + windows": partial(forest, "windows"),
    "SVM, + windows": partial(svm, "windows"),
    "ours without backbone": partial(ours, GROUPS[:-1]),
    "ours": partial(ours, GROUPS),
}


def run(labelled: LabelledScene, model: str, done: set[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Results of all methods on a scene that are not `done` yet."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")  # rasters without georeferencing; classes with fewer points than folds
    return list(_run(labelled, model, done))


def _run(labelled: LabelledScene, model: str, done: set[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    cases = [(points, seed, method) for points in POINTS for seed in range(SEEDS) for method in METHODS]
    cases = [case for case in cases if (labelled.name, *case) not in done]
    bench = Bench(labelled, model) if cases else None
    for points, seed, method in cases:
        part = bench.splits[points, seed]
        started = time.perf_counter()
        mapped_N, more = METHODS[method](bench, part, seed)
        score = float(f1_score(part.test_labels_N, mapped_N, average="macro"))
        known = {"scene": labelled.name, "group": labelled.group, "points": points, "seed": seed, "method": method}
        told = {"macro_f1": score, "seconds": time.perf_counter() - started, "left_out": part.left_out}
        yield {**known, **told, **({"model": model} if "ours" in method else {}), **more}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scenes", nargs="*", default=[""], help="parts of scene names; default: all")
    options.add_argument("--model", default=weights.DEFAULT_MODEL)
    options.add_argument("--again", nargs="*", default=[], choices=list(METHODS), help="methods to run anew")
    asked = options.parse_args()
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    lines = RESULTS.read_text().splitlines() if RESULTS.exists() else []
    kept = [result for result in map(json.loads, lines) if result["method"] not in asked.again]
    RESULTS.write_text("".join(json.dumps(result) + "\n" for result in kept))
    done = {(result["scene"], result["points"], result["seed"], result["method"]) for result in kept}
    scenes = [scene for scene in labelled_scenes(DATA) if any(part in scene.name for part in asked.scenes)]
    with get_context("spawn").Pool(PROCESSES) as pool, RESULTS.open("a") as file:
        for number, results in enumerate(pool.imap_unordered(partial(run, model=asked.model, done=done), scenes), 1):
            file.writelines(json.dumps(result) + "\n" for result in results)
            file.flush()
            print(f"{number} of {len(scenes)} scenes", flush=True)
    write_report([json.loads(line) for line in RESULTS.read_text().splitlines()], list(METHODS), ROOT / "docs")


if __name__ == "__main__":
    main()
