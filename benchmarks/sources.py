"""What further sources of a place bring where few places are labelled, and whether a source of noise does harm.

    python -m benchmarks.sources [--draws COUNT]      # writes docs/measured/sources.md and sources.png

Three real places of TerraMind's examples, with Sentinel-2, Sentinel-1 and heights, and a land-cover map as the truth.
Five dates of the reservoir of Boadella, with outlines of the water on three of them as the truth: whether there was
water on all, on some or on none of these dates, and whether there was on the first. Labels are drawn *near* and *far*
(`training.evaluate.datasets.scene_pixels`). Extra-trees learn from the same pixels' values. Results are appended to
`benchmarks/out/sources.jsonl`, so that a stopped benchmark resumes.
"""

import argparse
import json
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when the libraries are loaded

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import f1_score

from benchmarks.sources_report import FAR, NEAR, write_report
from engine import fewlabel, inference
from engine.mapping.opening import statistics_for
from engine.model import model_card, model_folder
from engine.protocol import SceneSpec
from engine.scene.sources.place import open_place
from engine.scene.statistics import joined
from training.evaluate.datasets.labelled_scenes import labelled_scenes
from training.evaluate.datasets.scene_pixels import Split, far_split, split

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "sources.jsonl"
POINTS, DRAWS = (10, 50), 2
UNITS = {"433D_629L_3_1": "dn+1000"}
"""Of Sentinel-2's numbers at a place, where the file leaves them open."""
DATES = ("2020-06-21", "2020-02-02", "2020-09-14", "2021-07-16", "2022-06-01")
"""Of Boadella, the first one first."""
NOISE_BANDS, TREES, SAME = 3, 100, 0

Truth = NDArray[np.int16]
Choice = Mapping[str, SceneSpec]


@dataclass(frozen=True)
class Place:
    """One place: its truth (H, W), and the scene of each choice of sources."""

    name: str
    group: str
    truth_HW: Truth
    choices: Choice


def places(folder: Path) -> Iterator[Place]:
    """All places; what is made for them goes into `folder`."""
    for scene in labelled_scenes(DATA):
        if scene.group == "TerraMind land cover":
            yield _of_terramind(scene.name.removeprefix("terramind_"), scene.truth(), folder)
    yield from _of_boadella()


def _of_terramind(name: str, truth_HW: Truth, folder: Path) -> Place:
    def file(kind: str) -> str:
        return str(DATA / "s1_s2_aligned" / f"terramind_{name}_{kind}.tif")

    noise = folder / f"{name}_noise.tif"
    with rasterio.open(file("DEM")) as like:
        profile = {**like.profile, "count": NOISE_BANDS, "dtype": "float32", "nodata": None}
    with rasterio.open(noise, "w", **profile) as target:
        random = np.random.default_rng(0)
        target.write(random.normal(size=(NOISE_BANDS, *truth_HW.shape)).astype(np.float32))
    first = SceneSpec(file("S2L2A"), units=UNITS.get(name))
    radar, heights = SceneSpec(file("S1RTC")), SceneSpec(file("DEM"), sensor="elevation")
    beside = {
        "S2": (),
        "S2 + S1": (radar,),
        "S2 + heights": (heights,),
        "S2 + S1 + heights": (radar, heights),
        "S2 + noise": (SceneSpec(str(noise), sensor="embedding"),),
    }
    return Place(name, "land cover", truth_HW, {title: replace(first, beside=more) for title, more in beside.items()})


def _of_boadella() -> Iterator[Place]:
    first, *others = (SceneSpec(str(DATA / "segmentation" / f"boadella_{date}.tif")) for date in DATES)
    water = {
        scene.name.partition("_")[2]: scene.truth() for scene in labelled_scenes(DATA) if "Boadella" in scene.group
    }
    often_HW = np.sum(list(water.values()), axis=0)
    seldom_HW = np.where(often_HW == 0, 0, np.where(often_HW == len(water), 2, 1)).astype(np.int16)
    choices = {"one date": first, "five dates": replace(first, beside=tuple(others))}
    yield Place("Boadella", "when there was water", seldom_HW, choices)
    yield Place("Boadella", "water on the first date", water[DATES[0]], choices)


class Seen:
    """What is known of some pixels of a scene: groups of features, stored values, and an overview of the scene."""

    def __init__(self, spec: SceneSpec, pixels_N: NDArray[np.int64]) -> None:
        self.pixels_N = pixels_N
        scene, reading = open_place(spec)
        with scene:
            self.width = scene.width
            rows_N, cols_N = np.divmod(pixels_N, scene.width)
            model = loaded()
            stated = joined([statistics_for(model.config.statistics, each) for each in reading.each])
            source = inference.Source(scene, reading, scene.gsd_m or 10.0, torch.device("cpu"), model, stated)
            described = inference.describe_pixels(source)
            self.groups, valid_N = inference.sample(source, described, rows_N, cols_N, silent)
            self.around = inference.overview(replace(source, model=None), described, silent)
            values, _ = scene.read((0, scene.height), (0, scene.width), reading.indices)
        assert valid_N.all(), "scored pixels lie where all sources have data"
        self.values_NC = values.reshape(len(values), -1)[:, pixels_N].T.astype(np.float32)

    def at(self, some_N: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows of some pixels."""
        return np.searchsorted(self.pixels_N, some_N)


@cache
def loaded() -> Any:
    """The backbone."""
    return model_folder.load(model_card.DEFAULT_MODEL, torch.device("cpu")).model


def silent(done: int, total: int, note: str) -> None:
    """No progress."""


def ours(seen: Seen, drawn: Split) -> tuple[NDArray[np.int64], Mapping[str, float]]:
    """The map of `engine classify`, and how far it trusts each group."""
    train_N, test_N = seen.at(drawn.train_N), seen.at(drawn.test_N)
    rows_N, cols_N = np.divmod(drawn.train_N, seen.width)
    samples = fewlabel.Samples(
        {name: x_ND[train_N] for name, x_ND in seen.groups.items()},
        *map(torch.from_numpy, (drawn.train_labels_N, rows_N, cols_N)),
        polygon_N=torch.arange(len(train_N)),
    )
    head, validation = fewlabel.fit(samples, SAME, seen.around)
    return head({name: seen.groups[name][test_N] for name in head.groups}).argmax(1).numpy(), validation.trust


def trees(seen: Seen, drawn: Split) -> tuple[NDArray[np.int64], Mapping[str, float]]:
    """Extra-trees on the stored values of all bands."""
    model = ExtraTreesClassifier(TREES, random_state=SAME)
    model.fit(seen.values_NC[seen.at(drawn.train_N)], drawn.train_labels_N)
    return model.predict(seen.values_NC[seen.at(drawn.test_N)]), {}


METHODS: Mapping[str, Callable[[Seen, Split], tuple[NDArray[np.int64], Mapping[str, float]]]] = {
    "ours": ours,
    "extra-trees": trees,
}


def cases(draws: int) -> Iterator[tuple[str, int, int]]:
    """Regime, points per class, draw."""
    yield from product([NEAR, FAR], POINTS, range(draws))


def run(place: Place, draws: int, done: set[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """Scores of all choices and methods at a place that are not `done` yet."""
    keyed = {case: (split if case[0] == NEAR else far_split)(place.truth_HW, *case[1:]) for case in cases(draws)}
    splits = {case: drawn for case, drawn in keyed.items() if len(np.unique(drawn.train_labels_N)) > 1}
    known_N = np.unique(np.concatenate([part for each in splits.values() for part in (each.train_N, each.test_N)]))
    for title, spec in place.choices.items():
        asked = [
            (case, method)
            for case, method in product(splits, METHODS)
            if (place.group, place.name, title, *case, method) not in done
        ]
        seen = Seen(spec, known_N) if asked else None
        for case, method in asked:
            mapped_N, trust = METHODS[method](seen, splits[case])
            score = float(f1_score(splits[case].test_labels_N, mapped_N, average="macro"))
            key = dict(zip(KEY, (place.group, place.name, title, *case, method), strict=True))
            yield {**key, "macro_f1": score, "trust": trust}


KEY = ("group", "place", "sources", "regime", "points", "draw", "method")


def main() -> None:
    """Measure, and write the page."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument(
        "--draws",
        type=int,
        default=DRAWS,
        help="draws of labels; far ones are on the left, the right, the top and the bottom, at most 4",
    )
    draws = options.parse_args().draws
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")  # classes with fewer points than folds
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    lines = RESULTS.read_text().splitlines() if RESULTS.exists() else []
    done = {tuple(result[name] for name in KEY) for result in map(json.loads, lines)}
    with tempfile.TemporaryDirectory() as folder, RESULTS.open("a") as file:
        for place in places(Path(folder)):
            for result in run(place, draws, done):
                file.write(json.dumps(result) + "\n")
                file.flush()
            print(place.group, place.name, flush=True)
    write_report([json.loads(line) for line in RESULTS.read_text().splitlines()], draws, ROOT / "docs" / "measured")


if __name__ == "__main__":
    main()
