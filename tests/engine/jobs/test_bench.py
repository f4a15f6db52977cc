"""`engine bench`: what a machine does on a scene, in figures that users send us."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.jobs import bench

NAMES = ("B02", "B03", "B04", "B08")
KEYS = {
    "decode_mpx_s", "model_mpx_s", "write_mpx_s", "pipeline_mpx_s", "share_of_limit", "peak_mb", "waits_s",
}  # fmt: skip


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "BARE_S", 0.05)
    monkeypatch.setattr(bench, "PIPELINE_S", 1e-9)  # one strip, however quick the model is


@pytest.fixture
def scene(write_scene: Callable[..., Path]) -> Path:
    pixels = np.random.default_rng(0).integers(1, 4000, (len(NAMES), 700, 300)).astype(np.uint16)
    return write_scene(pixels, NAMES, tags={"SENSOR": "Sentinel-2 L2A"}, tiled=True, blockxsize=256, blockysize=256)


def test_one_object_says_what_each_stage_does(engine: Callable[..., Any], scene: Path, quick_model: str) -> None:
    answer = engine("bench", scene, "--units", "dn", "--model", quick_model, "--json")
    assert answer.status == 0, answer.err
    found = json.loads(answer.out)
    assert set(found) >= KEYS
    rates = [found[f"{stage}_mpx_s"] for stage in ("decode", "model", "write", "pipeline")]
    assert all(rate > 0 for rate in rates)
    assert found["share_of_limit"] == pytest.approx(rates[3] / min(rates[:3]))
    assert set(found["waits_s"]) == {"read", "model", "pixel", "write", "finish"}
    assert found["part"] == {"rows": [0, 256], "cols": [0, 300], "tiles": 2 * 2}
    assert found["peak_mb"] is None or found["peak_mb"] > 50
    assert found["plan"]["precision"] in ("float32", "bfloat16")


def test_a_person_reads_the_same_and_nothing_is_left_behind(
    engine: Callable[..., Any], scene: Path, quick_model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    answer = engine("bench", scene, "--units", "dn", "--model", quick_model, "--precision", "float32")
    assert answer.status == 0, answer.err
    assert "float32" in answer.out
    assert "of the speed of the slowest stage alone" in answer.out
    assert list(folder.iterdir()) == []


def test_tiles_without_data_are_not_counted_for_the_model(
    engine: Callable[..., Any], write_scene: Any, quick_model: str
) -> None:
    pixels = np.zeros((len(NAMES), 300, 300), np.uint16)
    pixels[:, :100, :100] = 700
    scene = write_scene(pixels, NAMES, nodata=0, tags={"SENSOR": "Sentinel-2 L2A"})
    found = json.loads(engine("bench", scene, "--units", "dn", "--model", quick_model, "--json").out)
    assert found["part"]["tiles"] == 1 + 1  # the one with data, and one for all that hold none


@pytest.mark.parametrize("command", [["bench"], ["embed", "--out", "f.tif"]])
def test_an_unknown_precision_is_one_line(engine: Callable[..., Any], scene: Path, command: list[str]) -> None:
    answer = engine(command[0], scene, *command[1:], "--units", "dn", "--precision", "double")
    assert answer.status == 2
    assert "expected a precision of auto, float32, bfloat16; found 'double'" in answer.err
    assert "Traceback" not in answer.err
