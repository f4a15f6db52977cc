"""Maps from 10 and 50 labelled points per class: ours beside random forest and RBF-SVM, on every labelled scene.

    python -m benchmarks.few_label [--scenes PART_OF_NAME ...] [--model NAME] [--again METHOD ...] [--seeds COUNT]

Two regimes, see `training.evaluate.datasets.scene_pixels`. *Near*: points are drawn from the 32-pixel blocks of one
colour of a checkerboard, pixels of the other colour are scored. *Far*: points are drawn on one side of the scene,
pixels on the opposite side are scored. Results are appended to `benchmarks/out/few_label.jsonl`, so that a stopped
benchmark resumes. The page and figure in `docs/measured` show them all.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes with a thread each; read when the libraries are loaded

import numpy as np
import torch
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from benchmarks.few_label_report import FAR, NEAR, write_report
from engine import fewlabel
from engine.fewlabel.validation import scores
from engine.model import model_card, model_folder
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.scene_pixels import SIDES, ScenePixels, Split

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "few_label.jsonl"
PROCESSES = 2
POINTS, FAR_POINTS, SEEDS = (10, 50), (10,), 5

Case = tuple[str, int, int]
"""Regime, points per class, seed."""


class Bench(ScenePixels):
    """A labelled scene, and how our model sees it."""

    def __init__(self, labelled: LabelledScene, model: str, seeds: int) -> None:
        super().__init__(labelled, POINTS, seeds, FAR_POINTS)
        self.model = model

    def split(self, case: Case) -> Split:
        """The pixels of a case."""
        regime, *drawn = case
        splits = self.far_splits if regime == FAR else self.splits
        return splits[tuple(drawn)]

    @cached_property
    def ours(self) -> dict[str, torch.Tensor]:
        """Features (N, D) of `known`, from the very code that makes maps."""
        device = torch.device("cpu")
        return self.features(model_folder.load(self.model, device).model, None, device, lambda *_: None)

    @cached_property
    def around(self) -> fewlabel.Overview:
        """Pixels from all over the scene; nothing tells which of them are labelled."""
        return self.overview()


Answer = tuple[np.ndarray, dict[str, Any]]


def forest(features: str, bench: Bench, case: Case) -> Answer:
    split, seed = bench.split(case), case[2]
    x_ND = getattr(bench, features)
    train_N, test_N = bench.at(split.train_N), bench.at(split.test_N)
    model = RandomForestClassifier(300, random_state=seed).fit(x_ND[train_N], split.train_labels_N)
    return model.predict(x_ND[test_N]), {}


def svm(features: str, bench: Bench, case: Case) -> Answer:
    """RBF-SVM with C and gamma from three-fold cross-validation, as dzetsaka does it."""
    split, seed = bench.split(case), case[2]
    x_ND = getattr(bench, features)
    train_N, test_N = bench.at(split.train_N), bench.at(split.test_N)
    grid = {"svc__C": 10.0 ** np.arange(-1, 4), "svc__gamma": 2.0 ** np.arange(-6, 4, 2) / x_ND.shape[1]}
    folds = StratifiedKFold(3, shuffle=True, random_state=seed)
    search = GridSearchCV(make_pipeline(StandardScaler(), SVC()), grid, cv=folds)
    return search.fit(x_ND[train_N], split.train_labels_N).predict(x_ND[test_N]), {}


def ours(bench: Bench, case: Case, *, deep: bool) -> Answer:
    split = bench.split(case)
    train_N, test_N = bench.at(split.train_N), bench.at(split.test_N)
    rows_N, cols_N = np.unravel_index(split.train_N, bench.truth_HW.shape)
    samples = fewlabel.Samples(
        {name: group_ND[train_N] for name, group_ND in bench.ours.items() if deep or name != "deep"},
        torch.from_numpy(split.train_labels_N),
        torch.from_numpy(rows_N),
        torch.from_numpy(cols_N),
        polygon_N=torch.arange(len(train_N)),
    )
    started = time.perf_counter()
    head, validation = fewlabel.fit(samples, case[2], bench.around)
    fitted = time.perf_counter() - started
    probability_NK = head({name: bench.ours[name][test_N] for name in head.groups}).numpy()
    mapped_N = probability_NK.argmax(1)
    names, cover_K = (
        [str(number) for number in range(samples.classes)],
        np.bincount(mapped_N, minlength=samples.classes),
    )
    mapped = np.unravel_index(split.test_N, bench.truth_HW.shape) if case[0] == FAR else None
    told = fewlabel.accuracy(validation, names, cover_K.tolist(), mapped)
    distance_P = validation.distances(mapped)
    return mapped_N, {
        "fit_s": fitted,
        "promised": scores(validation.answers.confusion(distance_P)).macro_f1,
        "interval": validation.answers.interval(distance_P),
        "reported": told.whole is not None,
        "reach": told.reach.area,
        "trust": validation.trust,
        "confidence": float(probability_NK.max(1).mean()),
        "accuracy": float((mapped_N == split.test_labels_N).mean()),
    }


METHODS: dict[str, Callable[[Bench, Case], Answer]] = {
    "forest, spectra": partial(forest, "spectra"),
    "SVM, spectra": partial(svm, "spectra"),
    "forest, + windows": partial(forest, "windows"),
    "SVM, + windows": partial(svm, "windows"),
    "ours without backbone": partial(ours, deep=False),
    "ours": partial(ours, deep=True),
}


def run(labelled: LabelledScene, model: str, seeds: int, done: set[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Results of all methods on a scene that are not `done` yet."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")  # rasters without georeferencing; classes with fewer points than folds
    return list(_run(labelled, model, seeds, done))


def _run(labelled: LabelledScene, model: str, seeds: int, done: set[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    cases = [*product([NEAR], POINTS, range(seeds)), *product([FAR], FAR_POINTS, range(len(SIDES)))]
    asked = [(case, method) for case in cases for method in METHODS if (labelled.name, *case, method) not in done]
    bench = Bench(labelled, model, seeds) if asked else None
    for case, method in asked:
        part = bench.split(case)
        if len(np.unique(part.train_labels_N)) < 2:
            continue
        started = time.perf_counter()
        mapped_N, more = METHODS[method](bench, case)
        score = float(f1_score(part.test_labels_N, mapped_N, average="macro"))
        known = {"scene": labelled.name, "group": labelled.group, "method": method}
        known |= dict(zip(("regime", "points", "seed"), case, strict=True))
        told = {"macro_f1": score, "seconds": time.perf_counter() - started, "left_out": part.left_out}
        yield {**known, **told, **({"model": model} if "ours" in method else {}), **more}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scenes", nargs="*", default=[""], help="parts of scene names; default: all")
    options.add_argument("--model", default=model_card.DEFAULT_MODEL)
    options.add_argument("--again", nargs="*", default=[], choices=list(METHODS), help="methods to run anew")
    options.add_argument("--seeds", type=int, default=SEEDS, help="draws of labels in the regime near")
    asked = options.parse_args()
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    lines = RESULTS.read_text().splitlines() if RESULTS.exists() else []
    kept = [result for result in map(json.loads, lines) if result["method"] not in asked.again]
    RESULTS.write_text("".join(json.dumps(result) + "\n" for result in kept))
    done = {(result["scene"], result["regime"], result["points"], result["seed"], result["method"]) for result in kept}
    scenes = [scene for scene in labelled_scenes(DATA) if any(part in scene.name for part in asked.scenes)]
    with get_context("spawn").Pool(PROCESSES) as pool, RESULTS.open("a") as file:
        for number, results in enumerate(
            pool.imap_unordered(partial(run, model=asked.model, seeds=asked.seeds, done=done), scenes), 1
        ):
            file.writelines(json.dumps(result) + "\n" for result in results)
            file.flush()
            print(f"{number} of {len(scenes)} scenes", flush=True)
    write_report(
        [json.loads(line) for line in RESULTS.read_text().splitlines()], list(METHODS), ROOT / "docs" / "measured"
    )


if __name__ == "__main__":
    main()
