"""What cleaning does to maps: small regions filled by `engine clean` and by GDAL's sieve, at the same minimum area.

    python -m benchmarks.cleaning [--choose]

Each TerraMind and FLAIR scene has two maps of random forests from 50 random pixels of each class: one on the stored
values, which is noisy, and one on values and their means in windows of 3 x 3 pixels. Both are cleaned at four minimum
areas and compared with the dense labels. *Thin* is what is less than 3 pixels wide and at least 20 long on the labels:
a pixel of it is right if the map shows its class. The labels, cleaned themselves, tell how much of it is lost where a
map was right.

Every second scene chose how long a region must be to stay (`--choose` prints that table); the others are reported.
Writes `docs/measured/cleaning.md` and its picture.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from rasterio.features import sieve
from scipy.ndimage import binary_opening, find_objects, label, uniform_filter
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score

from engine.cleaning import small_regions, walk
from engine.cleaning.small_regions import Minimum
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.labelled_set import UNLABELLED
from training.evaluate.datasets.scene_pixels import ScenePixels

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "measured" / "cleaning.md"
GROUPS = ("terramind", "flair")
AREAS_PX = (10, 25, 50, 100)
LENGTHS = (2.0, 3.0, 4.0, 6.0, 1000.0)
LEARNT, TREES, SEED = 50, 50, 1
THIN_PX, LONG_PX = 3, 20
COLOURS = ("#0072B2", "#009E73", "#F0E442", "#E69F00", "#D55E00", "#CC79A7", "#56B4E9", "#332288", "#882255")

Classes = NDArray[np.uint8]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Scene:
    """Labels and maps (H, W) of classes from 1; 0 where nothing is labelled, or known."""

    name: str
    truth_HW: Classes
    maps: dict[str, Classes]
    thin_HW: Bools


def scene_of(labelled: LabelledScene) -> Scene:
    """The scene with its two maps."""
    pixels = ScenePixels(labelled, (LEARNT,), 1)
    known_HW = pixels.truth_HW != UNLABELLED
    truth_HW = np.zeros(known_HW.shape, np.uint8)
    truth_HW[known_HW] = np.unique(pixels.truth_HW[known_HW], return_inverse=True)[1] + 1
    x_CHW = np.where(pixels.valid, pixels.pixels, 0).astype(np.float32)
    random, truth_N = np.random.default_rng(SEED), truth_HW.ravel()
    learnt = np.concatenate([
        random.permutation(np.flatnonzero(truth_N == k))[:LEARNT] for k in range(1, truth_HW.max() + 1)
    ])  # fmt: skip
    maps = {}
    for name, bands in {"values": [x_CHW], "windows": [x_CHW, np.stack([uniform_filter(b, 3) for b in x_CHW])]}.items():
        x_ND = np.concatenate(bands).reshape(-1, truth_HW.size).T
        forest = RandomForestClassifier(TREES, random_state=SEED).fit(x_ND[learnt], truth_N[learnt])
        maps[name] = forest.predict(x_ND).reshape(truth_HW.shape).astype(np.uint8)
    return Scene(labelled.name, truth_HW, maps, thin(truth_HW))


def thin(truth_HW: Classes) -> Bools:
    """What is narrower than `THIN_PX` and at least `LONG_PX` long."""
    found_HW = np.zeros(truth_HW.shape, bool)
    for k in range(1, truth_HW.max() + 1):
        narrow_HW = (truth_HW == k) & ~binary_opening(truth_HW == k, np.ones((THIN_PX, THIN_PX)))
        number_HW, _ = label(narrow_HW, np.ones((3, 3)))
        boxes = find_objects(number_HW)
        long = [k + 1 for k, box in enumerate(boxes) if np.hypot(*(side.stop - side.start for side in box)) >= LONG_PX]
        found_HW |= np.isin(number_HW, long)
    return found_HW


def ours(map_HW: Classes, area_px: int) -> Classes:
    """As `engine clean` does it."""
    cleaned_HW, _ = walk.clean(map_HW.copy(), map_HW.copy(), None, Minimum(area_px, area_px), lambda *_: None)
    return cleaned_HW


def sieved(map_HW: Classes, area_px: int) -> Classes:
    """As ``gdal_sieve.py -st`` does it, with its own connectedness of 4."""
    found: Classes = sieve(map_HW, area_px, connectivity=4)
    return found


def macro_f1(scene: Scene, map_HW: Classes) -> float:
    known_HW = scene.truth_HW > 0
    classes = range(1, scene.truth_HW.max() + 1)
    score = f1_score(scene.truth_HW[known_HW], map_HW[known_HW], labels=classes, average="macro", zero_division=0)
    return float(score)


def thin_right(scene: Scene, map_HW: Classes) -> float:
    """Share of the thin pixels that the map shows as they are; NaN where there are none."""
    right_N = (map_HW == scene.truth_HW)[scene.thin_HW]
    return float(right_N.mean()) if right_N.size else float("nan")


def choose(scenes: list[Scene]) -> Iterator[str]:
    """The table that chose `LENGTH`."""
    yield f"{'length':>8} {'macro-F1':>9} {'thin right':>11} {'thin of the labels':>19}"
    for length in LENGTHS:
        with patch.object(small_regions, "LENGTH", length):
            yield f"{length:>8} " + _line(scenes, ours)
    yield f"{'sieve':>8} " + _line(scenes, sieved)


def _line(scenes: list[Scene], method: object) -> str:
    cleaned = [(s, method(m, px)) for s in scenes for m, px in product(s.maps.values(), AREAS_PX)]  # type: ignore[operator]
    labels = [thin_right(s, method(s.truth_HW, px)) for s, px in product(scenes, AREAS_PX)]  # type: ignore[operator]
    f1, right = (np.nanmean([score(s, m) for s, m in cleaned]) for score in (macro_f1, thin_right))
    return f"{f1:>9.4f} {right:>11.3f} {np.nanmean(labels):>19.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--choose", action="store_true", help="the table that chose the length, on the other scenes")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    all_scenes = sorted((s for s in labelled_scenes(DATA) if any(g in s.name for g in GROUPS)), key=lambda s: s.name)
    if options.choose:
        print(*choose([scene_of(each) for each in all_scenes[::2]]), sep="\n")
        return
    began = time.perf_counter()
    scenes = [scene_of(each) for each in all_scenes[1::2]]
    write_page(scenes, [each.name for each in all_scenes[::2]], options.page)
    print(f"{options.page}: {time.perf_counter() - began:.0f} s")


def write_page(scenes: list[Scene], chosen_on: list[str], path: Path) -> None:
    """The tables and the picture."""


if __name__ == "__main__":
    main()
