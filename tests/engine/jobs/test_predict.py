"""Prediction with a fine-tuned model: the same answer however it is asked, and nothing guessed of bands and units."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch

from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.downstream import Downstream
from engine.model.task import Task
from engine.sensors import CATALOGUE
from resources.demo import landscape

Engine = Callable[..., Any]
BANDS = tuple(band for band in CATALOGUE["sentinel-2"].bands if band.name in landscape.BANDS)


def model_of(folder: Path, **more: Any) -> Path:
    """A model folder of random weights that answers for the simulated scenes."""
    said = {
        "task": "segmentation", "head": "light", "bands": BANDS, "mean": (0.15,) * 10, "std": (0.1,) * 10,
        "sensor": "sentinel-2", "quantity": "reflectance", "gsd_m": 10.0, "chip_px": 64,
        "classes": ("dry", "wet", "wild"), "values": (1, 2, 3), "colours": {"wet": "#0072B2"}, **more,
    }  # fmt: skip
    with torch.random.fork_rng():
        torch.manual_seed(0)
        model = Downstream(Task(**said), ModelConfig(width=16, depth=2, heads=2, patch_px=8, taps=(1, 2)))
        for norm in (module for module in model.modules() if isinstance(module, torch.nn.BatchNorm2d)):
            norm.running_var.uniform_(0.5, 2.0)
    model_folder.save(model, {"mlm:name": folder.name, "mlm:total_parameters": 1}, folder)
    return folder


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    landscape.write(landscape.simulate(600, 500), path)
    return path


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return model_of(tmp_path_factory.mktemp("models") / "cover")


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(1)


@pytest.mark.parametrize("head", ["light", "linear"])
def test_a_part_is_mapped_as_in_the_whole(engine: Engine, scene: Path, tmp_path: Path, head: str) -> None:
    model = model_of(tmp_path / "model", head=head)
    whole, part = tmp_path / "whole.tif", tmp_path / "part.tif"
    usual = ("--model", model, "--device", "cpu", "--precision", "float32")
    told = engine("predict", scene, "--out", whole, "--confidence", tmp_path / "sure.tif", *usual)
    assert told.status == 0, told.err
    assert len(np.unique(read(whole))) > 1  # a map of one class would prove nothing
    with rasterio.open(scene) as source:
        west, north = source.transform @ (130, 333)
        east, south = source.transform @ (410, 590)
    extent = f"{west},{south},{east},{north}"
    assert engine("predict", scene, "--out", part, f"--extent={extent}", *usual).status == 0
    assert (read(part) == read(whole)[333:590, 130:410]).mean() > 0.9999  # ties may fall differently


def test_two_workers_make_the_same_map(engine: Engine, scene: Path, model: Path, tmp_path: Path) -> None:
    usual = ("--model", model, "--device", "cpu", "--precision", "float32")
    assert engine("predict", scene, "--out", tmp_path / "one.tif", *usual).status == 0
    told = engine("predict", scene, "--out", tmp_path / "two.tif", "--workers", "2", *usual)
    assert told.status == 0, told.err
    assert (read(tmp_path / "one.tif") == read(tmp_path / "two.tif")).mean() > 0.9999


def test_bands_are_found_by_what_they_measure_wherever_they_lie(
    engine: Engine, scene: Path, model: Path, tmp_path: Path
) -> None:
    with rasterio.open(scene) as source:
        pixels, names, profile, tags = source.read(), source.descriptions, source.profile, source.tags()
    order = np.random.default_rng(0).permutation(10)
    with rasterio.open(tmp_path / "shuffled.tif", "w", **{**profile, "count": 11}) as target:
        target.write(np.concatenate([pixels[order], pixels[:1]]))
        target.update_tags(**tags)
        for index, name in enumerate([*(names[k] for k in order), "B01"], 1):
            target.set_band_description(index, name)
    usual = ("--model", model, "--device", "cpu", "--precision", "float32")
    assert engine("predict", scene, "--out", tmp_path / "a.tif", *usual).status == 0
    told = engine("predict", tmp_path / "shuffled.tif", "--out", tmp_path / "b.tif", *usual)
    assert told.status == 0, told.err
    assert np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))
    assert "Bands not used: 11 (the model was trained without it)" in told.out


def test_a_scene_without_a_band_is_refused(engine: Engine, scene: Path, model: Path, tmp_path: Path) -> None:
    with rasterio.open(scene) as source:
        pixels, names, profile, tags = source.read(), source.descriptions, source.profile, source.tags()
    with rasterio.open(tmp_path / "few.tif", "w", **{**profile, "count": 9}) as target:
        target.write(pixels[:9])
        target.update_tags(**tags)
        for index, name in enumerate(names[:9], 1):
            target.set_band_description(index, name)
    told = engine("predict", tmp_path / "few.tif", "--model", model, "--out", tmp_path / "m.tif")
    assert told.status == 2 and "the model needs the band B12 (2202.4 nm); the scene has" in told.err
    assert told.err.count("\n") == 1 and not (tmp_path / "m.tif").exists()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--model", "ofa-untrained", "--out", "m.tif"), "is a backbone: it was not fine-tuned"),
        (("--model", "nothing", "--out", "m.tif"), "expected a model's name"),
        (("--model", "MODEL", "--out", "m.tif", "--units", "counts"), "the model was trained on reflectance"),
        (("--model", "MODEL", "--out", "SCENE"), "is an input"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    engine: Engine, scene: Path, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], text: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    known = {"MODEL": str(model), "SCENE": str(scene)}
    told = engine("predict", scene, *(known.get(word, word) for word in arguments))
    assert told.status == 2 and text in told.err and told.err.strip().count("\n") == 0
    assert not list(tmp_path.glob("*.tif"))


def test_values_have_neither_confidence_nor_polygons(engine: Engine, scene: Path, tmp_path: Path) -> None:
    model = model_of(tmp_path / "m", task="regression", classes=("height",), values=("height",), target=(20.0, 5.0))
    told = engine("predict", scene, "--model", model, "--out", tmp_path / "v.tif", "--vector", tmp_path / "v.gpkg")
    assert told.status == 2 and "gives neither confidence nor polygons" in told.err
    assert engine("predict", scene, "--model", model, "--out", tmp_path / "v.tif").status == 0
    values = read(tmp_path / "v.tif")
    assert values.dtype == np.float32 and values.std() > 0 and np.isfinite(values).all()


def test_many_scenes_in_one_command(engine: Engine, scene: Path, model: Path, tmp_path: Path) -> None:
    told = engine("batch", "predict", scene, "--model", model, "--out", tmp_path / "maps", "--confidence")
    assert told.status == 0, told.err
    assert {path.name for path in (tmp_path / "maps").glob("*.tif")} == {"scene_map.tif", "scene_confidence.tif"}
    assert engine("batch", "predict", scene, "--out", tmp_path / "maps").err.startswith("error: nothing says what to")


def test_the_backbone_of_a_fine_tuned_model_learns_from_clicks_too(
    engine: Engine, scene: Path, model: Path, tmp_path: Path, write_clicks: Callable[..., None]
) -> None:
    write_clicks(scene, landscape.clicks(landscape.simulate(600, 500), per_class=5), tmp_path / "clicks.gpkg")
    told = engine(
        "classify", scene, tmp_path / "clicks.gpkg", "--field", "class", "--out", tmp_path / "m.tif", "--model", model
    )
    assert told.status == 0, told.err
    assert len(np.unique(read(tmp_path / "m.tif"))) == 7
