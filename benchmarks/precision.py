"""Whether maps are as good when the model computes in bfloat16: the same scenes, labels and heads in both precisions.

    python -m benchmarks.precision [--scenes PART_OF_NAME ...] [--seeds N]   # writes docs/measured/precision.md

Scenes, points and scores are those of `benchmarks.few_label`; the head is fitted anew in each precision, as a user's
would be. Equal pixels are those of the scored ones that get the same class.
"""

import argparse
import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when torch is loaded

import numpy as np
import torch
from sklearn.metrics import f1_score

from benchmarks.few_label import DATA, POINTS
from engine import fewlabel
from engine.inference.autotune import TunedModel, Tuning
from engine.model import model_card, model_folder
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.scene_pixels import ScenePixels, Split

ROOT = Path(__file__).resolve().parents[1]
TUNINGS = {"float32": Tuning("float32"), "bfloat16": Tuning("bfloat16", fused=False)}
HEADS = {"all features": ("spectra", "shape", "context", "surroundings", "deep"), "deep features alone": ("deep",)}


def mapped(seen: ScenePixels, groups: dict[str, torch.Tensor], around: Any, split: Split, seed: int) -> np.ndarray:
    """Classes of the scored pixels."""
    train_N, test_N = seen.at(split.train_N), seen.at(split.test_N)
    rows_N, cols_N = np.unravel_index(split.train_N, seen.truth_HW.shape)
    samples = fewlabel.Samples(
        {name: group_ND[train_N] for name, group_ND in groups.items()}, torch.from_numpy(split.train_labels_N),
        torch.from_numpy(rows_N), torch.from_numpy(cols_N), polygon_N=torch.arange(len(train_N)),
    )  # fmt: skip
    head, _ = fewlabel.fit(samples, seed, around)
    return head({name: groups[name][test_N] for name in head.groups}).argmax(1).numpy()


def compared(labelled: LabelledScene, model: str, seeds: int) -> Iterator[dict[str, Any]]:
    """A result for each head, number of points and seed."""
    device, seen = torch.device("cpu"), ScenePixels(labelled, POINTS, seeds)
    backbone = model_folder.load(model, device).model
    found = {
        name: seen.features(TunedModel(backbone, tuning), None, device, lambda *_: None)
        for name, tuning in TUNINGS.items()
    }
    for head, names in HEADS.items():
        around = seen.overview() if len(names) > 1 else {}
        for (points, seed), split in seen.splits.items():
            maps = {
                kind: mapped(seen, {name: groups[name] for name in names if name in groups}, around, split, seed)
                for kind, groups in found.items()
            }
            f1 = {kind: float(f1_score(split.test_labels_N, map_N, average="macro")) for kind, map_N in maps.items()}
            equal = float((maps["float32"] == maps["bfloat16"]).mean())
            yield {"scene": labelled.name, "head": head, "points": points, "seed": seed, "equal": equal, **f1}


def markdown(results: list[dict[str, Any]], model: str, seeds: int) -> str:
    """A row for each head and number of points, and one for each scene."""
    scenes = list(dict.fromkeys(result["scene"] for result in results))
    lines = [
        "# Precision: maps in bfloat16 and in float32\n",
        "`python -m benchmarks.precision` repeats the measurement and writes this page.\n",
        f"{model}, {len(scenes)} scenes, {seeds} draws of points; macro-F1 of the scored pixels, means over all.\n",
        "| head | points per class | float32 | bfloat16 | difference | equal pixels |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    rows = [(head, points, None) for head in HEADS for points in POINTS]
    rows += [(scene, "10 and 50", scene) for scene in scenes]
    for name, points, scene in rows:
        part = [r for r in results if r["scene"] == scene or (r["head"], r["points"]) == (name, points)]
        one, other, equal = (float(np.mean([r[key] for r in part])) for key in ("float32", "bfloat16", "equal"))
        lines.append(f"| {name} | {points} | {one:.4f} | {other:.4f} | {other - one:+.4f} | {equal:.2%} |")
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scenes", nargs="*", default=[""], help="parts of scene names; default: all")
    options.add_argument("--model", default=model_card.DEFAULT_MODEL)
    options.add_argument("--seeds", type=int, default=3)
    asked = options.parse_args()
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    results = []
    for scene in (scene for scene in labelled_scenes(DATA) if any(part in scene.name for part in asked.scenes)):
        results += compared(scene, asked.model, asked.seeds)
        print(json.dumps(results[-1]), flush=True)
    text = markdown(results, asked.model, asked.seeds)
    (ROOT / "docs" / "measured" / "precision.md").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
