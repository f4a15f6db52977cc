"""Do the 95 % intervals of `engine assess` hold the truth 95 times in 100? Samples drawn again and again.

    python -m benchmarks.assess_coverage [--scenes PART_OF_NAME ...] [--redraws COUNT] [--points COUNT]

Each densely labelled scene has a map that is wrong here and there: a random forest on the stored values, from 50 random
pixels of each class. Its dense labels are the truth. A sample is drawn as `engine sample` draws it (the same design, as
many points as the default standard error needs), answered by the truth, and judged by the estimators of `engine
assess`; this is repeated with other random numbers. Writes `docs/measured/assess_coverage.md`.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier

from benchmarks.assess_coverage_report import Held, Scene, write_page
from engine.accuracy import design
from engine.accuracy.estimators import NORMAL, Estimate, StratifiedSample
from engine.errors import EngineError
from engine.protocol import SampleRequest
from training.evaluate.datasets.labelled_scenes import LabelledScene, labelled_scenes
from training.evaluate.datasets.labelled_set import UNLABELLED
from training.evaluate.datasets.scene_pixels import ScenePixels

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "measured" / "assess_coverage.md"
LEARNT, TREES, SEED = 50, 50, 1
"""The rule for strata whose points all agree was chosen on maps of these scenes from 20 pixels and seed 0."""
SLACK = 1e-9  # of comparing an end with the truth


@dataclass(frozen=True)
class Mapped:
    """All labelled pixels of a scene: what is truly there, and what the map shows; classes from 0."""

    truth_N: np.ndarray
    mapped_N: np.ndarray
    classes: int


def mapped(labelled: LabelledScene) -> Mapped:
    """The scene with a map of a random forest."""
    scene = ScenePixels(labelled, (LEARNT,), 1)
    known = scene.truth_HW.ravel() != UNLABELLED
    truth_N = np.unique(scene.truth_HW.ravel()[known], return_inverse=True)[1]
    spectra_NC = scene.pixels.reshape(len(scene.pixels), -1)[:, known].T.astype(np.float32)
    random = np.random.default_rng(SEED)
    of_class = [np.flatnonzero(truth_N == k) for k in range(truth_N.max() + 1)]
    learnt = np.concatenate([random.permutation(pixels_N)[:LEARNT] for pixels_N in of_class])
    forest = RandomForestClassifier(TREES, random_state=SEED).fit(spectra_NC[learnt], truth_N[learnt])
    return Mapped(truth_N, forest.predict(spectra_NC), len(of_class))


def redraw(scene: Mapped, points: int, count: int) -> Iterator[tuple[StratifiedSample, np.ndarray, np.ndarray]]:
    """Samples, with the map's and the true class of each point."""
    strata, pixels_S = np.unique(scene.mapped_N, return_counts=True)
    share_S = pixels_S / pixels_S.sum()
    planned = np.full(len(strata), design.ANTICIPATED)
    wished = points or design.points_for(share_S, pixels_S, planned, SampleRequest.standard_error)
    points_S = design.allocate(wished, share_S, pixels_S)
    of_S = [np.flatnonzero(scene.mapped_N == value) for value in strata]
    for seed in range(count):
        random = np.random.default_rng(seed)
        drawn = [random.choice(all_N, n, replace=False) for all_N, n in zip(of_S, points_S, strict=True)]
        stratum_N = np.repeat(np.arange(len(strata)), points_S)
        at = np.concatenate(drawn)
        sample = StratifiedSample(stratum_N, np.ones(len(at)), pixels_S.astype(float), pixels_S.astype(float))
        yield sample, scene.mapped_N[at], scene.truth_N[at]


class Tally:
    """How often intervals held the truth, by what they are of and by class: ours, and the symmetric ones."""

    def __init__(self) -> None:
        self._ours: dict[tuple[str, int], list[bool]] = defaultdict(list)
        self._plain: dict[tuple[str, int], list[bool]] = defaultdict(list)

    def note(self, what: str, number: int, found: Estimate, truth: float) -> None:
        """One interval; none where nothing is known."""
        if not np.isnan(found.value):
            self._ours[what, number].append(found.low - SLACK <= truth <= found.high + SLACK)
            self._plain[what, number].append(abs(found.value - truth) <= NORMAL * found.error + SLACK)

    def held(self, classes: int, plain: bool = False) -> Held:
        """Shares by what the intervals are of, then by class; None where there was none."""
        of = self._plain if plain else self._ours
        counts = {"overall": 1, "area": classes, "users": classes, "producers": classes}
        return {
            what: [float(np.mean(of[what, k])) if of[what, k] else None for k in range(count)]
            for what, count in counts.items()
        }


def judge(labelled: LabelledScene, scene: Mapped, points: int, count: int) -> Scene:
    """How often each interval held the truth."""
    true_N, map_N, classes = scene.truth_N, scene.mapped_N, range(scene.classes)
    tally, seen_K, drawn = Tally(), np.zeros(scene.classes), 0
    for sample, mapped_n, seen_n in redraw(scene, points, count):
        drawn = len(seen_n)
        seen_K += np.bincount(seen_n, minlength=scene.classes) / count
        tally.note("overall", 0, sample.ratio(mapped_n == seen_n), float((map_N == true_N).mean()))
        for k in classes:
            right_n, right = (mapped_n == k) & (seen_n == k), ((map_N == k) & (true_N == k)).sum()
            tally.note("area", k, sample.ratio(seen_n == k), float((true_N == k).mean()))
            tally.note("users", k, sample.ratio(right_n, mapped_n == k), right / max((map_N == k).sum(), 1))
            tally.note("producers", k, sample.ratio(right_n, seen_n == k), right / (true_N == k).sum())
    return Scene(
        name=labelled.name,
        group=labelled.group,
        accuracy=float((map_N == true_N).mean()),
        points=drawn,
        share_K=[float((true_N == k).mean()) for k in classes],
        seen_K=seen_K.tolist(),
        held=tally.held(scene.classes),
        held_plain=tally.held(scene.classes, plain=True),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenes", nargs="+", default=[""], help="parts of names")
    parser.add_argument("--redraws", type=int, default=1000)
    parser.add_argument("--points", type=int, default=0, help="of a sample; by default what its error needs")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    found = []
    for labelled in labelled_scenes(DATA):
        if not any(part in labelled.name for part in options.scenes):
            continue
        try:
            scene = mapped(labelled)
        except EngineError as error:
            print(f"{labelled.name}: left out: {error}")
            continue
        found.append(judge(labelled, scene, options.points, options.redraws))
        print(f"{labelled.name}: overall accuracy held in {found[-1].held['overall'][0]:.1%}", flush=True)
    write_page(found, options.redraws, options.points, options.page)


if __name__ == "__main__":
    main()
