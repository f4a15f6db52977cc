"""What the side of a tile and its overlap are worth: time of the network, seams in its features, and maps.

    python -m benchmarks.tiles [--scenes PART_OF_NAME ...] [--model NAME] [--seeds N]   # writes docs/measured/tiles.md

Scenes, points and scores are those of `benchmarks.few_label`, with a head of deep features alone, where a seam shows
most, and with that of all features. *Cost* is the network's processor time per megapixel of a large scene. *Seam*
is how much the features change from one token to the next where tiles overlap, as a multiple of elsewhere: 1 is none.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when torch is loaded

import numpy as np
import torch
from sklearn.metrics import f1_score
from torch import Tensor

from benchmarks.few_label import DATA, POINTS
from benchmarks.precision import HEADS, mapped
from engine.inference import tile_grid
from engine.inference.tile_grid import TileGrid
from engine.model import model_card, model_folder
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.scene_pixels import ScenePixels

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "measured" / "tiles.md"
TODAY = (256, 64)
CHOSE = ("000473", "034217", "1110_25", "1154_40", "282D", "hires_berlin", "2020-02", "landsat5")
"""Parts of names of the scenes that chose the setting."""
SETTINGS = (TODAY, (256, 32), (128, 32), (128, 16), (64, 16))
"""Side of a tile and what two tiles share, pixels."""


class Timed:
    """Counts tiles and processor time of a backbone's `dense`."""

    def __init__(self, model: OFA) -> None:
        self._dense, self.seconds, self.tiles = model.dense, 0.0, 0
        model.dense = self  # type: ignore[method-assign, assignment]

    def __call__(self, chips: Sequence[SensorBatch]) -> Tensor:  # noqa: D102
        started = time.process_time()
        features = self._dense(chips)
        self.seconds += time.process_time() - started
        self.tiles += len(features)
        return features


@contextmanager
def tiles_of(model: OFA, tile_px: int, overlap_px: int) -> Iterator[None]:
    """The model reads such tiles meanwhile."""
    config, whole = model.config, tile_grid.OVERLAP_PX
    model.config = replace(config, tile_px=tile_px)
    tile_grid.OVERLAP_PX = overlap_px * tile_grid.TILE_PX // tile_px
    yield
    model.config, tile_grid.OVERLAP_PX = config, whole


def seam(seen: ScenePixels, model: OFA, tile_px: int, overlap_px: int) -> float:
    """Mean change of the features from token to token within overlaps, as a multiple of that elsewhere; 1: no seam."""
    height, width = seen.truth_HW.shape
    grid = TileGrid.over(height, width, model.patch_px, model.multiple_px, tile_px, overlap_px).cols
    centres = copy(seen)
    patch = model.patch_px
    rows_h, cols_w = (np.arange(patch // 2, side, patch) for side in (height, width))
    centres.known = (rows_h[:, None] * width + cols_w).ravel()
    deep_ND = centres.features(model, ["deep"], torch.device("cpu"), lambda *_: None)["deep"]
    deep_hwD = deep_ND.numpy().reshape(len(rows_h), len(cols_w), -1)
    change_w = np.linalg.norm(np.diff(deep_hwD, axis=1), axis=2).mean(0)
    shared = max(1, overlap_px // patch)
    starts = range(grid.stride_tokens, grid.tokens, grid.stride_tokens)
    at_seam_w = np.zeros(len(change_w) + 1, bool)
    for start in starts:
        at_seam_w[max(0, start - 1) : start + shared] = True
    at_seam_w = at_seam_w[: len(change_w)]
    if not at_seam_w.any() or at_seam_w.all():
        return float("nan")
    return float(change_w[at_seam_w].mean() / change_w[~at_seam_w].mean())


def compared(labelled: LabelledScene, name: str, seeds: int) -> Iterator[dict[str, Any]]:
    """A result for each setting, head, number of points and seed."""
    device, seen = torch.device("cpu"), ScenePixels(labelled, POINTS, seeds)
    model = model_folder.load(name, device).model
    timed, around = Timed(model), seen.overview()
    for tile_px, overlap_px in SETTINGS:
        with tiles_of(model, tile_px, overlap_px):
            timed.seconds, timed.tiles = 0.0, 0
            jump = seam(seen, model, tile_px, overlap_px)
            cost = timed.seconds / (seen.truth_HW.size / 1e6)
            groups = seen.features(model, None, device, lambda *_: None)
        for head, names in HEADS.items():
            chosen = {group: groups[group] for group in names if group in groups}
            for (points, seed), split in seen.splits.items():
                classes_N = mapped(seen, chosen, around if len(names) > 1 else None, split, seed)
                f1 = float(f1_score(split.test_labels_N, classes_N, average="macro"))
                yield {"scene": labelled.name, "group": labelled.group, "tile": tile_px, "overlap": overlap_px,
                       "head": head, "points": points, "seed": seed, "f1": f1, "cost": cost, "seam": jump}  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scenes", nargs="*", default=[""], help="parts of scene names; default: all")
    options.add_argument("--model", default=model_card.DEFAULT_MODEL)
    options.add_argument("--seeds", type=int, default=2)
    options.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "out" / "tiles.jsonl")
    asked = options.parse_args()
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    lines = asked.out.read_text().splitlines() if asked.out.exists() else []
    done = {json.loads(line)["scene"] for line in lines}
    with asked.out.open("a") as file:
        for scene in (scene for scene in labelled_scenes(DATA) if any(part in scene.name for part in asked.scenes)):
            if scene.name not in done:
                file.writelines(json.dumps(result) + "\n" for result in compared(scene, asked.model, asked.seeds))
                file.flush()
                print(scene.name, flush=True)
    page = markdown([json.loads(line) for line in asked.out.read_text().splitlines()], asked.model)
    PAGE.write_text(page, encoding="utf-8")
    print(page)


def markdown(results: Sequence[dict[str, Any]], model: str) -> str:
    """A table of the scenes that chose, and one of the others."""
    lines = [
        "# Tiles: their side and overlap",
        "",
        "`python -m benchmarks.tiles` repeats the measurement and writes this page.",
        "",
        f"The network of {model} reads a scene in square tiles that overlap. Macro-F1 of maps from few labels, as in "
        "[Few labels](few_label.md): all features, and the network's alone. *Cost*: processor time of the network per "
        "megapixel of a large scene, in float32, beside that of the first row. *Seam*: change of its features from "
        "token to token where tiles overlap, as a multiple of that elsewhere. *Worst*: the scene that loses most "
        "beside the first row, all features, mean over points and draws.",
    ]
    for title, chose in (("Scenes that chose", True), ("Other scenes", False)):
        part = [each for each in results if any(name in each["scene"] for name in CHOSE) == chose]
        if part:
            scenes = len({each["scene"] for each in part})
            lines += ["", f"## {title} ({scenes})", "", *table(part)]
    return "\n".join(lines) + "\n"


def table(results: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The rows of one part of the scenes."""
    columns = [(head, points) for head in HEADS for points in POINTS]
    names = " | ".join(f"{head}, {points} points" for head, points in columns)
    yield f"| side | overlap | cost | seam | {names} | worst |"
    yield f"|---:|---:|---:|---:|{'---:|' * (len(columns) + 1)}"

    def mean(of: str, setting: tuple[int, int], **wanted: object) -> float:
        kept = [r[of] for r in results if (r["tile"], r["overlap"]) == setting
                and all(r[key] == value for key, value in wanted.items())]  # fmt: skip
        return float(np.nanmean(kept))

    for setting in SETTINGS:
        if all((each["tile"], each["overlap"]) != setting for each in results):
            continue
        cost = np.median([
            mean("cost", setting, scene=scene) / mean("cost", TODAY, scene=scene)
            for scene in {each["scene"] for each in results}
        ])  # fmt: skip
        first = next(iter(HEADS))
        loss = {
            scene: mean("f1", setting, scene=scene, head=first) - mean("f1", TODAY, scene=scene, head=first)
            for scene in {each["scene"] for each in results}
        }
        worst = min(loss, key=lambda scene: loss[scene])
        scores = " | ".join(f"{mean('f1', setting, head=head, points=points):.4f}" for head, points in columns)
        yield (
            f"| {setting[0]} | {setting[1]} | {cost:.2f} | {mean('seam', setting):.2f} | {scores} | "
            f"{100 * loss[worst]:+.1f} ({worst}) |"
        )


if __name__ == "__main__":
    main()
