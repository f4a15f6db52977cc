"""Maps from 10 and 50 labelled points per class: ours beside random forest and RBF-SVM, on every labelled scene.

    python -m benchmarks.few_label [--scenes PART_OF_NAME ...] [--model NAME] [--again METHOD ...] [--seeds COUNT]

Two regimes, see `training.evaluate.datasets.scene_pixels`. *Near*: points are drawn from the 32-pixel blocks of one
colour of a checkerboard, pixels of the other colour are scored. *Far*: points are drawn on one side of the scene,
pixels on the opposite side are scored. Beside the score of the whole map there is one of the pixels near class
borders; of ours also how often confidence comes true, and how well the raster of applicability finds a class that was
left out of the labels. Results are appended to `benchmarks/out/few_label.jsonl`, so that a stopped
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
from scipy.ndimage import distance_transform_edt
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from benchmarks.few_label_report import FAR, NEAR, write_report
from engine import fewlabel
from engine.fewlabel.heads import JudgingHead
from engine.fewlabel.validation.scores import scores
from engine.model import model_card, model_folder
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.labelled_set import UNLABELLED
from training.evaluate.datasets.scene_pixels import FEWEST_SCORED, SIDES, ScenePixels, Split

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "few_label.jsonl"
PROCESSES = 2
POINTS, FAR_POINTS, SEEDS = (10, 50), (10,), 5
BORDER_PX = 3
"""How near a pixel of another class makes a pixel one of a border."""
CONFIDENCE_BINS = 15
"""Of the expected calibration error (Guo et al. 2017, section 2)."""

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
    def at_border(self) -> np.ndarray:
        """Which pixels (H, W) have one of another class within `BORDER_PX`."""
        near_HW = np.zeros(self.truth_HW.shape, bool)
        for value in np.unique(self.truth_HW[self.truth_HW != UNLABELLED]):
            own_HW = self.truth_HW == value
            others_HW = ~own_HW & (self.truth_HW != UNLABELLED)
            if others_HW.any():
                near_HW |= own_HW & (distance_transform_edt(~others_HW) <= BORDER_PX)
        return near_HW

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


def samples_of(bench: Bench, train_N: np.ndarray, labels_N: np.ndarray, *, deep: bool) -> fewlabel.Samples:
    """Labelled points as a head learns from them."""
    at_N = bench.at(train_N)
    rows_N, cols_N = np.unravel_index(train_N, bench.truth_HW.shape)
    return fewlabel.Samples(
        {name: group_ND[at_N] for name, group_ND in bench.ours.items() if deep or name != "deep"},
        torch.from_numpy(labels_N),
        torch.from_numpy(rows_N),
        torch.from_numpy(cols_N),
        polygon_N=torch.arange(len(train_N)),
    )


def ours(bench: Bench, case: Case, *, deep: bool) -> Answer:
    split = bench.split(case)
    test_N = bench.at(split.test_N)
    samples = samples_of(bench, split.train_N, split.train_labels_N, deep=deep)
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
    right_N = mapped_N == split.test_labels_N
    return mapped_N, {
        "fit_s": fitted,
        "promised": scores(validation.answers.confusion(distance_P)).macro_f1,
        "interval": validation.answers.interval(distance_P),
        "reported": told.whole is not None,
        "reach": told.reach.area,
        "trust": validation.trust,
        "confidence": float(probability_NK.max(1).mean()),
        "accuracy": float(right_N.mean()),
        "calibration": calibration_error(probability_NK.max(1), right_N),
        **({"found_left_out": left_out_found(bench, split, case[2])} if deep and case[1] == POINTS[0] else {}),
    }


def calibration_error(confidence_N: np.ndarray, right_N: np.ndarray) -> float:
    """Expected calibration error: mean distance of confidence from the share of pixels that are right, over bins."""
    bin_N = np.minimum((confidence_N * CONFIDENCE_BINS).astype(int), CONFIDENCE_BINS - 1)
    gap_B = np.bincount(bin_N, confidence_N - right_N, CONFIDENCE_BINS)
    return float(np.abs(gap_B).sum() / len(bin_N))


def left_out_found(bench: Bench, split: Split, seed: int) -> float | None:
    """How well dissimilarity tells pixels of a class without labels from the others: mean AUROC over the classes.

    None where fewer than two classes would be left to learn from, or nothing can be held out.
    """
    classes = int(split.train_labels_N.max()) + 1
    test_N, found = bench.at(split.test_N), []
    for left_out in range(classes if classes > 2 else 0):
        kept_N = split.train_labels_N != left_out
        labels_N = split.train_labels_N[kept_N]
        samples = samples_of(bench, split.train_N[kept_N], labels_N - (labels_N > left_out), deep=True)
        head, validation = fewlabel.fit(samples, seed, bench.around)
        if validation.limit is None:
            continue
        judging = JudgingHead(head, validation.limit)
        unlike_N = judging({name: bench.ours[name][test_N] for name in judging.groups}).numpy()[:, -1]
        found.append(roc_auc_score(split.test_labels_N == left_out, unlike_N))
    return float(np.mean(found)) if found else None


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
        seconds = time.perf_counter() - started
        score = float(f1_score(part.test_labels_N, mapped_N, average="macro"))
        border_N = bench.at_border.ravel()[part.test_N]
        known = {"scene": labelled.name, "group": labelled.group, "method": method}
        known |= dict(zip(("regime", "points", "seed"), case, strict=True))
        told = {"macro_f1": score, "seconds": seconds, "left_out": part.left_out}
        told["border_f1"] = border_score(part.test_labels_N[border_N], mapped_N[border_N])
        yield {**known, **told, **({"model": model} if "ours" in method else {}), **more}


def border_score(truth_N: np.ndarray, mapped_N: np.ndarray) -> float | None:
    """Macro-F1 at class borders, of the classes that have enough pixels there; None where fewer than two have."""
    classes, counts = np.unique(truth_N, return_counts=True)
    kept = classes[counts >= FEWEST_SCORED]
    return float(f1_score(truth_N, mapped_N, labels=kept, average="macro")) if len(kept) > 1 else None


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
