"""Maps from 10 and 50 labelled points per class: ours beside random forest and RBF-SVM, on every labelled scene.

    python -m benchmarks.few_label [--scenes PART_OF_NAME ...] [--model NAME] [--again METHOD ...]

Scenes are cut into 32-pixel blocks like a checkerboard: points are drawn from one colour, pixels of the other are
scored. A class without points, or with fewer than 10 pixels to score, is left out for that seed. Results are appended
to `benchmarks/out/few_label.jsonl`, so that a stopped benchmark resumes. The page and figure in `docs/measured` show
them all.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Callable, Iterator
from functools import cached_property, partial
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

from benchmarks.few_label_report import write_report
from engine import fewlabel
from engine.fewlabel.validation import scores
from engine.model import model_card, model_folder
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.scene_pixels import ScenePixels, Split

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "few_label.jsonl"
PROCESSES = 2
POINTS, SEEDS = (10, 50), 5


class Bench(ScenePixels):
    """A labelled scene, and how our model sees it."""

    def __init__(self, labelled: LabelledScene, model: str) -> None:
        super().__init__(labelled, POINTS, SEEDS)
        self.model = model

    @cached_property
    def ours(self) -> dict[str, torch.Tensor]:
        """Features (N, D) of `known`, from the very code that makes maps."""
        device = torch.device("cpu")
        return self.features(model_folder.load(self.model, device).model, None, device, lambda *_: None)

    @cached_property
    def around(self) -> dict[str, torch.Tensor]:
        """Features (P, D) of pixels from all over the scene; nothing tells which of them are labelled."""
        return self.overview()


Answer = tuple[np.ndarray, dict[str, Any]]


def forest(features: str, bench: Bench, split: Split, seed: int) -> Answer:
    x_ND = getattr(bench, features)
    train_N, test_N = bench.at(split.train_N), bench.at(split.test_N)
    model = RandomForestClassifier(300, random_state=seed).fit(x_ND[train_N], split.train_labels_N)
    return model.predict(x_ND[test_N]), {}


def svm(features: str, bench: Bench, split: Split, seed: int) -> Answer:
    """RBF-SVM with C and gamma from three-fold cross-validation, as dzetsaka does it."""
    x_ND = getattr(bench, features)
    train_N, test_N = bench.at(split.train_N), bench.at(split.test_N)
    grid = {"svc__C": 10.0 ** np.arange(-1, 4), "svc__gamma": 2.0 ** np.arange(-6, 4, 2) / x_ND.shape[1]}
    folds = StratifiedKFold(3, shuffle=True, random_state=seed)
    search = GridSearchCV(make_pipeline(StandardScaler(), SVC()), grid, cv=folds)
    return search.fit(x_ND[train_N], split.train_labels_N).predict(x_ND[test_N]), {}


def ours(bench: Bench, split: Split, seed: int, *, deep: bool) -> Answer:
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
    head, validation = fewlabel.fit(samples, seed, bench.around)
    fitted = time.perf_counter() - started
    probability_NK = head({name: bench.ours[name][test_N] for name in head.groups}).numpy()
    mapped_N = probability_NK.argmax(1)
    return mapped_N, {
        "fit_s": fitted,
        "promised": scores(np.array(validation.confusion)).macro_f1,
        "trust": validation.trust,
        "confidence": float(probability_NK.max(1).mean()),
        "accuracy": float((mapped_N == split.test_labels_N).mean()),
    }


METHODS: dict[str, Callable[[Bench, Split, int], Answer]] = {
    "forest, spectra": partial(forest, "spectra"),
    "SVM, spectra": partial(svm, "spectra"),
    "forest, + windows": partial(forest, "windows"),
    "SVM, + windows": partial(svm, "windows"),
    "ours without backbone": partial(ours, deep=False),
    "ours": partial(ours, deep=True),
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
    options.add_argument("--model", default=model_card.DEFAULT_MODEL)
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
    write_report(
        [json.loads(line) for line in RESULTS.read_text().splitlines()], list(METHODS), ROOT / "docs" / "measured"
    )


if __name__ == "__main__":
    main()
