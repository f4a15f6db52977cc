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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray
from rasterio.features import sieve
from scipy.ndimage import binary_opening, find_objects, label, uniform_filter
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score

from engine.classes.palette import COLOURS
from engine.cleaning import small_regions, windowed
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

ROADS, WRONG, SHOWN_PX = 12, 0.1, 224

Classes = NDArray[np.uint8]
Bools = NDArray[np.bool_]
Method = Callable[[Classes, int], Classes]
"""From a map and the pixels of the minimum area to a map."""


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
    cleaned_HW, _ = windowed.clean(map_HW.copy(), map_HW.copy(), None, Minimum(area_px, area_px), lambda *_: None)
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


def _line(scenes: list[Scene], method: Method) -> str:
    cleaned = [(s, method(m, px)) for s in scenes for m, px in product(s.maps.values(), AREAS_PX)]
    labels = [thin_right(s, method(s.truth_HW, px)) for s, px in product(scenes, AREAS_PX)]
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


def with_roads(scene: Scene, seed: int) -> tuple[Classes, Bools]:
    """The labels with roads of another class, a pixel wide, and one pixel in ten wrong; where the roads are."""
    random = np.random.default_rng(seed)
    height, width = scene.truth_HW.shape
    roads_HW = np.zeros((height, width), bool)
    for _ in range(ROADS):
        (top, bottom), (left, right) = random.uniform(0, height, 2), random.uniform(0, width, 2)
        steps = np.linspace(0, 1, 4 * (height + width))
        bend = random.uniform(0, 0.1) * np.sin(steps * random.uniform(3, 9))
        rows = np.clip(top + (bottom - top) * steps + bend * height, 0, height - 1).astype(int)
        cols = np.clip(left + (right - left) * steps, 0, width - 1).astype(int)
        roads_HW[rows, cols] = True
    road = int(scene.truth_HW.max()) + 1
    map_HW = np.where(roads_HW, road, scene.truth_HW).astype(np.uint8)
    wrong_HW = random.random(map_HW.shape) < WRONG
    return np.where(wrong_HW, random.integers(1, road + 1, map_HW.shape), map_HW).astype(np.uint8), roads_HW


def roads_kept(scene: Scene, method: Method, area_px: int) -> float:
    """Share of the pixels of drawn roads that are roads after cleaning."""
    map_HW, roads_HW = with_roads(scene, SEED)
    return float((method(map_HW, area_px) == map_HW.max())[roads_HW].mean())


def write_page(scenes: list[Scene], chosen_on: list[str], path: Path) -> None:
    """The tables and the picture."""
    methods: dict[str, Method] = {"as it is": lambda map_HW, _: map_HW, "sieve": sieved, "ours": ours}
    page = [
        "# What cleaning does to a map",
        "",
        "`engine clean` fills regions below a minimum area and keeps long ones. GDAL's sieve merges them into their "
        "largest neighbour. Both got the same maps: of two random forests for each TerraMind and FLAIR scene, from "
        "50 random pixels of each class, on the stored values and on values with means of 3 x 3 pixels. The sieve has "
        "its default connectedness of 4. *Roads*: on the labels themselves, with 12 roads drawn a pixel wide and one "
        "pixel in ten wrong, the share of the roads that is left. The labels of the reported scenes hold nothing that "
        "is less than 3 pixels wide and at least 20 long, so real roads could not be counted.",
        "",
        f"`python -m benchmarks.cleaning` repeats it. Reported on {_names(s.name for s in scenes)}. How long a region "
        f"must be to stay (four times the side of a square of the minimum area) was chosen on {_names(chosen_on)}.",
        "",
        "| minimum area (pixels) | macro-F1: as it is | sieve | ours | roads: sieve | ours |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for area_px in AREAS_PX:
        cells = [
            np.mean([macro_f1(s, method(m, area_px)) for s in scenes for m in s.maps.values()])
            for method in methods.values()
        ] + [np.mean([roads_kept(s, method, area_px) for s in scenes]) for method in (sieved, ours)]
        page.append(f"| {area_px} | " + " | ".join(f"{each:.3f}" for each in cells) + " |")
    page += [
        "",
        "By scene and map, macro-F1 at 50 pixels:",
        "",
        "| scene | map | as it is | sieve | ours |",
        "|---|---|---:|---:|---:|",
    ]
    for scene, name in ((s, name) for s in scenes for name in s.maps):
        found = [f"{macro_f1(scene, method(scene.maps[name], 50)):.3f}" for method in methods.values()]
        page.append(f"| {scene.name} | {name} | " + " | ".join(found) + " |")
    page += [
        "",
        "![Labels, a map, and the map after the sieve and after ours](cleaning.png)",
        "",
        f"*{scenes[0].name}: labels with drawn roads and one pixel in ten wrong; cleaned at 50 pixels.*",
        "",
    ]
    path.write_text("\n".join(page), encoding="utf-8")
    picture(scenes[0], path.with_suffix(".png"))


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def picture(scene: Scene, path: Path) -> None:
    """A part of a map with roads, cleaned in both ways."""
    map_HW, _ = with_roads(scene, SEED)
    panels = {
        "labels": scene.truth_HW,
        "to clean": map_HW,
        "GDAL's sieve": sieved(map_HW, 50),
        "ours": ours(map_HW, 50),
    }
    figure = Figure(figsize=(13, 3.7), facecolor="white")
    FigureCanvasAgg(figure)
    for axes, (title, shown_HW) in zip(figure.subplots(1, 4), panels.items(), strict=True):
        painted = ListedColormap(["#ececec", *COLOURS])
        axes.imshow(shown_HW[:SHOWN_PX, :SHOWN_PX], painted, vmin=0, vmax=len(COLOURS), interpolation="nearest")
        axes.set_title(title, loc="left", size=11)
        axes.set_axis_off()
    figure.subplots_adjust(left=0.01, right=0.99, top=0.9, bottom=0.02, wspace=0.04)
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
