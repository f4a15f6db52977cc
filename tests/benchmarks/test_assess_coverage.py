"""The benchmark of intervals, on a small population that is known."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.assess_coverage import Mapped, judge, redraw
from benchmarks.assess_coverage_report import write_page
from training.evaluate.datasets.labelled_scenes import LabelledScene


@pytest.fixture
def scene() -> Mapped:
    chance = np.random.default_rng(0)
    truth = chance.choice(3, 20_000, p=[0.6, 0.3, 0.1])
    mapped = np.where(chance.random(20_000) < 0.15, chance.integers(0, 3, 20_000), truth)
    return Mapped(truth, mapped, 3)


def test_samples_are_stratified_by_the_map(scene: Mapped) -> None:
    for sample, mapped, seen in redraw(scene, 150, 3):
        assert len(mapped) == len(seen) == 150
        assert (mapped == sample.stratum_N).all()
        assert sample.weights.sum() == pytest.approx(20_000)


def test_intervals_hold_the_truth_about_as_often_as_they_say(scene: Mapped, tmp_path: Path) -> None:
    labelled = LabelledScene("made up", "none", Path("a"), Path("b"))
    found = judge(labelled, scene, 150, 200)
    assert found.accuracy == pytest.approx((scene.truth_N == scene.mapped_N).mean())
    assert 0.88 < found.held["overall"][0] <= 1
    assert all(0.88 < share <= 1 for share in found.held["area"])
    write_page([found], 200, 150, tmp_path / "page.md")
    page = (tmp_path / "page.md").read_text()
    assert "--redraws 200 --points 150" in page and "| made up | 3 |" in page
