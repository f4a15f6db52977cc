"""What is like one click, and clusters, beside what needs no more: on every labelled scene.

    python -m benchmarks.unlabelled [--scenes PART_OF_NAME ...]

*Similar*: for each class one click is drawn from the 32-pixel blocks of one colour of a checkerboard; pixels of the
other colour are scored by average precision (`training.evaluate.datasets.scene_pixels`). Beside it are cosines with the
nine pixels around the click, of z-scored spectra and of the features of a backbone with random weights. *Cluster*:
normalised mutual information of clusters and classes, beside k-means on the spectra of the same pixels. Results are
appended to `benchmarks/out/unlabelled.jsonl`, so that a stopped benchmark resumes; the page and figure in
`docs/measured` show all.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when the libraries are loaded

import numpy as np
import torch
from sklearn.metrics import average_precision_score, f1_score, normalized_mutual_info_score
from torch import Tensor

from benchmarks.unlabelled_report import write_report
from engine import inference
from engine.errors import LabelError
from engine.jobs.cluster import groups_of
from engine.jobs.similar import look_at
from engine.model import model_folder
from engine.protocol import ClusterRequest, SimilarRequest
from engine.unlabelled import alike, clusters
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.scene_pixels import ScenePixels, Split

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "unlabelled.jsonl"
DRAWS = 3
CLUSTERS = (6, ClusterRequest.clusters)
RANDOM = "ofa-untrained"


class Bench(ScenePixels):
    """A labelled scene and the features of its pixels, from the very code that makes maps."""

    def __init__(self, labelled: LabelledScene) -> None:
        super().__init__(labelled, (1,), DRAWS)
        self.model = model_folder.load(RANDOM, torch.device("cpu")).model
        self.found = self.features(self.model, None, torch.device("cpu"), lambda *_: None)
        self.seen = self.overview().groups

    def clicked(self, part: Split) -> tuple[dict[str, Tensor], Tensor]:
        """Features of the clicks of a draw and of the pixels around them, and whose they are."""
        rows_E, cols_E = np.divmod(part.train_N, self.truth_HW.shape[1])
        with self._opened(self.model, torch.device("cpu")) as source:
            features = inference.describe_pixels(source)
            return look_at(source, features, rows_E, cols_E, torch.from_numpy(part.train_labels_N), lambda *_: None)


def similar(bench: Bench) -> Iterator[dict[str, Any]]:
    """Scores of each class and draw."""
    for (_, draw), part in bench.splits.items():
        clicked, label_N = bench.clicked(part)
        test_N = bench.at(part.test_N)
        x = {name: x_ND[test_N] for name, x_ND in bench.found.items()}
        all_N = torch.ones_like(label_N, dtype=torch.bool)
        for label in np.unique(part.train_labels_N) if len(part.train_N) > 1 else ():
            own_N, truth_N = label_N == label, part.test_labels_N == label
            started = time.perf_counter()
            one = alike.learn(bench.seen, _some(clicked, own_N), all_N[own_N])
            seconds = time.perf_counter() - started
            told = {
                "similar": one(x)[:, 0],
                "similar, counter-examples": alike.learn(bench.seen, _some(clicked, all_N), own_N)(x)[:, 0],
                "cosine, spectra": _cosine(x["spectra"], clicked["spectra"][own_N]),
                "cosine, random network": _cosine(x["deep"], clicked["deep"][own_N]),
            }
            hit_N = told["similar"].numpy() >= SimilarRequest.threshold
            for method, score_N in told.items():
                yield {
                    "method": method,
                    "draw": draw,
                    "class": int(label),
                    "score": float(average_precision_score(truth_N, score_N.numpy())),
                    "share": float(truth_N.mean()),
                    **({"seconds": seconds, "f1": float(f1_score(truth_N, hit_N))} if method == "similar" else {}),
                }


def _some(groups: dict[str, Tensor], which_N: Tensor) -> dict[str, Tensor]:
    return {name: x_ND[which_N] for name, x_ND in groups.items() if name != "deep"}


def _cosine(x_ND: Tensor, around_ND: Tensor) -> Tensor:
    """With the mean of the pixels around a click."""
    return torch.cosine_similarity(x_ND, around_ND.mean(0, keepdim=True))


def clustered(bench: Bench) -> Iterator[dict[str, Any]]:
    """Scores of each number of clusters."""
    truth_N = bench.truth_HW.ravel()[bench.known]
    for count in CLUSTERS:
        for method, groups in (("cluster", groups_of(bench.seen)), ("k-means, spectra", ("spectra",))):
            seen = {name: bench.seen[name] for name in groups}
            head, _ = clusters.learn(seen, count)
            score = normalized_mutual_info_score(truth_N, head(bench.found).argmax(1).numpy())
            yield {"method": f"{method}, {count}", "score": float(score)}


def run(labelled: LabelledScene) -> list[dict[str, Any]]:
    """All results of a scene; none where a single class can be drawn."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")  # rasters without georeferencing
    try:
        bench = Bench(labelled)
    except LabelError:
        return []
    return [*similar(bench), *clustered(bench)]


def chosen(scenes: Sequence[LabelledScene]) -> set[str]:
    """The scenes on which constants were chosen: the first of each group, the third and so on."""
    names: dict[str, list[str]] = {}
    for scene in scenes:
        names.setdefault(scene.group, []).append(scene.name)
    return {name for some in names.values() for name in sorted(some)[::2]}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scenes", nargs="*", default=[""], help="parts of scene names; default: all")
    asked = options.parse_args()
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    done = {json.loads(line)["scene"] for line in RESULTS.read_text().splitlines()} if RESULTS.exists() else set()
    scenes = [scene for scene in labelled_scenes(DATA) if any(part in scene.name for part in asked.scenes)]
    chose = chosen(labelled_scenes(DATA))
    scenes.sort(key=lambda scene: scene.name in chose)  # a stopped benchmark has those first that chose nothing
    with RESULTS.open("a") as file:
        for labelled in scenes:
            if labelled.name not in done:
                known = {"scene": labelled.name, "group": labelled.group, "chose": labelled.name in chose}
                file.writelines(json.dumps(known | result) + "\n" for result in run(labelled))
                file.flush()
                print(labelled.name, flush=True)
    write_report([json.loads(line) for line in RESULTS.read_text().splitlines()], ROOT / "docs" / "measured")


if __name__ == "__main__":
    main()
