"""A model says whose statistics its z-scores are by, and every job on a scene keeps to it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from engine.inference import Source, describe_pixels
from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene

CONFIG = {"width": 16, "depth": 1, "heads": 2, "taps": (1,), "tile_px": 64}
SAID = ("--device", "cpu", "--precision", "float32", "--bits", "32")
STORED = np.random.default_rng(0).integers(200, 3000, (3, 64, 64)).astype(np.uint16)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same weights, asking for other statistics."""
    found = {}
    for choice in ("scene", "sensor"):
        folder = tmp_path_factory.mktemp("models") / choice
        model = OFA(ModelConfig(**CONFIG, statistics=choice), 1)  # type: ignore[arg-type]
        model_folder.save(model, {"mlm:name": f"by {choice}"}, folder)
        found[choice] = str(folder)
    return found


def features(engine: Callable, write_scene: Callable, model: str, pixels: np.ndarray, units: str, out: Path):
    """Features of the first 48 columns, what was told, and whose statistics made the z-scores."""
    scene = write_scene(pixels, ["B04", "B03", "B02"], out.with_suffix(".scene.tif").name, {"SENSOR": "Sentinel-2 L2A"})
    answer = engine("embed", scene, "--model", model, "--units", units, *SAID, "--out", out)
    assert answer.status == 0, answer.err
    with rasterio.open(out) as file:
        return file.read()[:, :, :6], answer.out + answer.err, file.tags()["OFA_STATISTICS"]


@pytest.mark.parametrize(("choice", "alike"), [("scene", False), ("sensor", True)])
def test_what_lies_beside_a_place_changes_it_only_by_the_statistics_of_the_scene(
    engine: Callable, write_scene: Callable, models: dict[str, str], tmp_path: Path, choice: str, alike: bool
) -> None:
    field = np.random.default_rng(1).integers(6000, 9000, (3, 64, 512)).astype(np.uint16)
    bright = np.concatenate([STORED, field], axis=2)
    alone, _, of = features(engine, write_scene, models[choice], STORED, "dn", tmp_path / "alone.tif")
    beside, _, _ = features(engine, write_scene, models[choice], bright, "dn", tmp_path / "beside.tif")
    assert of == choice
    assert (np.abs(alone - beside).max() < 1e-4) == alike


def test_numbers_without_a_scale_are_read_by_the_scenes_own_statistics_and_the_user_is_told(
    engine: Callable, write_scene: Callable, models: dict[str, str], tmp_path: Path
) -> None:
    found, told, of = features(engine, write_scene, models["sensor"], STORED, "counts", tmp_path / "fixed.tif")
    own, untold, _ = features(engine, write_scene, models["scene"], STORED, "counts", tmp_path / "own.tif")
    assert of == "scene" and np.array_equal(found, own)
    text = "Nothing fixes the scale of these numbers, so by sensor saw them relative to the scene itself."
    assert text in " ".join(told.split()) and "Nothing fixes" not in untold


def test_the_sample_of_a_scene_is_read_once(write_scene: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_scene(STORED, ["B04", "B03", "B02"], tags={"SENSOR": "Sentinel-2 L2A"})
    read: list[object] = []
    original = Scene.sample
    monkeypatch.setattr(Scene, "sample", lambda self, *more: read.append(more) or original(self, *more))
    with Scene.open(path) as scene:
        source = Source(scene, read_scene(scene, units="dn"), 10.0, torch.device("cpu"))
        described = describe_pixels(source)
    sample_CN = source.for_pixels(torch.from_numpy(source.reading.sample_CN))
    assert len(read) == 1 and described.shape is not None
    assert sample_CN.mean().abs() < 1e-4 and (sample_CN.std() - 1).abs() < 1e-3
