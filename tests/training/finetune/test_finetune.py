"""Fine-tuning as a user sees it: labelled scenes or chips in, a model folder out that predicts."""

import csv
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas
import pyogrio
import pytest
import rasterio
import torch
from rasterio.features import shapes
from rasterio.transform import from_origin
from shapely.geometry import shape

from engine import jobs
from engine.errors import Cancelled, EngineError, OutputError
from engine.model import model_card, model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.protocol import ComputeSpec, FinetuneRequest, PredictRequest, SceneSpec
from engine.sensors.statistics import fixed_statistics
from resources.demo import landscape
from tests.fakes.requests import request_of

SIDE = 192


def quiet(done: int, total: int, note: str) -> None:
    """A report that nobody reads."""


@pytest.fixture(scope="module")
def backbone(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("models") / "small"
    model = OFA(ModelConfig(width=16, depth=4, heads=2, patch_px=8, taps=(2, 4)), seed=3)
    model_folder.save(model, {"mlm:name": "small", "mlm:total_parameters": 1}, folder)
    return str(folder)


@dataclass(frozen=True)
class Ground:
    """A simulated place: its scene, its true classes as a raster (from 0) and as polygons, and what is true."""

    scene: Path
    raster: Path
    polygons: Path
    truth_HW: np.ndarray


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("ground")
    simulated = landscape.simulate(SIDE, SIDE)
    landscape.write(simulated, folder / "scene.tif")
    with rasterio.open(folder / "scene.tif") as source:
        profile = {**source.profile, "count": 1, "dtype": "uint8", "nodata": 255}
    with rasterio.open(folder / "truth.tif", "w", **profile) as target:
        target.write(simulated.truth_HW, 1)
    found = shapes(simulated.truth_HW, transform=profile["transform"])
    names, geometries = zip(*((landscape.CLASSES[int(k)], shape(body)) for body, k in found), strict=True)
    table = geopandas.GeoDataFrame({"class": names}, geometry=list(geometries), crs=profile["crs"])
    table.to_file(folder / "truth.gpkg")
    return Ground(folder / "scene.tif", folder / "truth.tif", folder / "truth.gpkg", simulated.truth_HW)


@pytest.fixture
def asked(ground: Ground, backbone: str, tmp_path: Path) -> Callable[..., FinetuneRequest]:
    """A request that takes seconds."""

    def ask(**more: Any) -> FinetuneRequest:
        usual = {
            "labels": str(ground.raster), "out": str(tmp_path / "model"), "model": backbone, "steps": 8, "batch": 4,
            "chip_px": 64, "device": "cpu", "precision": "float32", "lr": 3e-3,
        }  # fmt: skip
        return request_of(FinetuneRequest, ground.scene, **{**usual, **more})

    return ask


def looks(folder: Path) -> list[dict[str, Any] | None]:
    """What the log says of the held-out part, step by step."""
    return [json.loads(line).get("validation") for line in (folder / "log.jsonl").read_text().splitlines()]


def state(folder: Path) -> dict[str, torch.Tensor]:
    loaded = model_folder.load(str(folder), torch.device("cpu"))
    assert loaded.downstream is not None
    return loaded.downstream.state_dict()


@pytest.mark.parametrize(("mode", "head"), [("frozen", "light"), ("lora", "linear"), ("full", "upernet")])
def test_a_model_folder_comes_out_that_maps(
    asked: Callable[..., FinetuneRequest], ground: Ground, backbone: str, tmp_path: Path, mode: str, head: str
) -> None:
    answer = jobs.run(asked(mode=mode, head=head), quiet)
    folder = tmp_path / "model"
    assert {"card.json", "weights.safetensors", "README.md", "metrics.json", "log.jsonl", "recipe.json"} <= {
        path.name for path in folder.iterdir()
    }
    assert not list(folder.glob("*best*")) and not list(folder.glob("checkpoint*"))
    for picture in ("curves", "confusion", "maps"):
        assert Path(answer["outputs"][picture]).stat().st_size > 1000
    assert 0 <= answer["scores"]["macro_f1"] <= 1 and answer["steps"] == 8
    request = PredictRequest(
        SceneSpec(str(ground.scene)),
        ComputeSpec(model=str(folder), device="cpu", precision="float32"),
        out=str(tmp_path / "map.tif"),
        confidence=str(tmp_path / "sure.tif"),
        vector=str(tmp_path / "map.gpkg"),
    )
    told = jobs.run(request, quiet)
    with rasterio.open(tmp_path / "map.tif") as target:
        classes = target.read(1)
        assert target.nodata == 255 and target.tags()["OFA_MODEL"] == "model"
    assert set(np.unique(classes)) <= {*range(7), 255} and classes.shape == (SIDE, SIDE)
    assert [row["name"] for row in told["classes"]] == ["0", "1", "2", "3", "4", "5", "6"]
    with rasterio.open(tmp_path / "sure.tif") as target:
        assert np.nanmin(target.read(1)) >= 1 / 7 and np.nanmax(target.read(1)) <= 1
    frozen = model_folder.load(backbone, torch.device("cpu")).model.state_dict()
    trained = {name.removeprefix("backbone."): value for name, value in state(folder).items() if "backbone." in name}
    same = all(torch.equal(value.half(), frozen[name].half()) for name, value in trained.items())
    assert frozen.keys() == trained.keys() and same == (mode == "frozen")


@pytest.mark.parametrize("choice", ["scene", "sensor"])
def test_a_model_reads_by_the_statistics_that_its_backbone_asks_for(
    asked: Callable[..., FinetuneRequest], tmp_path: Path, choice: str
) -> None:
    config = ModelConfig(width=16, depth=4, heads=2, patch_px=8, taps=(2, 4), statistics=choice)
    model_folder.save(OFA(config, seed=3), {"mlm:name": choice}, tmp_path / choice)
    answer = jobs.run(asked(model=str(tmp_path / choice), steps=1), quiet)
    loaded = model_folder.load(str(tmp_path / "model"), torch.device("cpu"))
    assert loaded.downstream is not None and loaded.model.config.statistics == choice
    task = loaded.downstream.task
    fixed = fixed_statistics("sensor", task.sensor, task.bands, task.quantity)
    assert fixed is not None and (task.mean == pytest.approx(fixed[0].tolist())) == (choice == "sensor")
    assert not [text for text in answer["warnings"] if "Nothing fixes" in text]


def test_it_learns(asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path) -> None:
    answer = jobs.run(asked(steps=80, labels=str(ground.polygons), field="class", lr=1e-2), quiet)
    assert answer["scores"]["accuracy"] > 0.8  # the commonest class alone: 0.4
    losses = [json.loads(line)["loss"] for line in (tmp_path / "model" / "log.jsonl").read_text().splitlines()]
    assert np.mean(losses[-10:]) < np.mean(losses[:10]) / 2
    request = PredictRequest(
        SceneSpec(str(ground.scene)), ComputeSpec(model=answer["outputs"]["model"]), out=str(tmp_path / "m.tif")
    )
    names = [row["name"] for row in jobs.run(request, quiet)["classes"]]
    with rasterio.open(tmp_path / "m.tif") as target:
        mapped = np.array([landscape.CLASSES.index(name) for name in names])[target.read(1) - 1]
    assert (mapped == ground.truth_HW).mean() > 0.8


@pytest.mark.parametrize("during", ["training", "checking on held-out places"], ids=["training", "checking"])
@pytest.mark.parametrize("end", [Cancelled(), RuntimeError("the power is gone")], ids=["cancelled", "crashed"])
def test_a_broken_run_goes_on_to_the_same_bits(
    asked: Callable[..., FinetuneRequest], tmp_path: Path, end: Exception, during: str
) -> None:
    whole, broken = str(tmp_path / "whole"), str(tmp_path / "broken")
    jobs.run(asked(out=whole, mode="full"), quiet)

    def stop_at_five(done: int, total: int, note: str) -> None:
        if note == during and done >= 5:
            raise end

    with pytest.raises(type(end)):
        jobs.run(asked(out=broken, mode="full"), stop_at_five)
    assert not (tmp_path / "broken" / "card.json").exists()
    answer = jobs.run(asked(out=broken, mode="full"), quiet)
    assert "An unfinished run was continued." in answer["warnings"]
    steps = [json.loads(line)["step"] for line in (tmp_path / "broken" / "log.jsonl").read_text().splitlines()]
    assert steps == list(range(1, 9))
    assert looks(tmp_path / "broken") == looks(tmp_path / "whole")
    for name, value in state(tmp_path / "whole").items():
        assert torch.equal(value, state(tmp_path / "broken")[name]), name


def test_files_that_have_changed_are_noticed(
    asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path
) -> None:
    labels = tmp_path / "truth.tif"
    labels.write_bytes(ground.raster.read_bytes())

    def stop_at_five(done: int, total: int, note: str) -> None:
        if note == "training" and done == 5:
            raise Cancelled

    def stop_at_six(done: int, total: int, note: str) -> None:
        if note == "training" and done == 6:
            raise Cancelled

    with pytest.raises(Cancelled):
        jobs.run(asked(labels=str(labels)), stop_at_five)
    os.utime(labels, (0, 0))  # written anew with the same bytes: nothing has changed
    with pytest.raises(Cancelled):
        jobs.run(asked(labels=str(labels)), stop_at_six)
    labels.write_bytes(labels.read_bytes() + b"\0")
    with pytest.raises(Exception, match=r"files that have changed since .*truth\.tif"):
        jobs.run(asked(labels=str(labels)), quiet)
    with pytest.raises(Exception, match="an unfinished run of another request"):
        jobs.run(asked(labels=str(labels), steps=9), quiet)
    answer = jobs.run(asked(labels=str(labels), overwrite=True), quiet)
    assert "An unfinished run was continued." not in answer["warnings"]


def test_a_second_run_in_the_same_folder_is_refused(asked: Callable[..., FinetuneRequest], tmp_path: Path) -> None:
    request = asked(out=str(tmp_path / "model"))

    def again(done: int, total: int, note: str) -> None:
        if note == "training" and done == 2:
            with pytest.raises(OutputError, match="another run is training in"):
                jobs.run(request, quiet)

    jobs.run(request, again)
    assert not (tmp_path / "model" / ".lock").exists()


def test_the_file_stop_ends_a_run_with_the_best_so_far(asked: Callable[..., FinetuneRequest], tmp_path: Path) -> None:
    def ask_to_stop(done: int, total: int, note: str) -> None:
        if note == "training" and done == 3:
            (tmp_path / "model" / "stop").touch()

    answer = jobs.run(asked(steps=50), ask_to_stop)
    assert (answer["steps"], answer["ended_by"]) == (4, "stopped")
    assert (tmp_path / "model" / "card.json").exists()


def test_a_run_without_gain_ends_early_with_its_best_weights(asked: Callable[..., FinetuneRequest]) -> None:
    answer = jobs.run(asked(steps=120, patience=1, lr=0.5), quiet)  # so fast that it only gets worse
    assert answer["ended_by"] == "patience" and answer["best_step"] < answer["steps"] < 120


def test_a_finished_model_is_not_replaced_unasked(engine: Any, asked: Callable[..., FinetuneRequest]) -> None:
    request = asked()
    jobs.run(request, quiet)
    with pytest.raises(Exception, match="holds a finished model"):
        jobs.run(request, quiet)
    before = {path.name: path.read_bytes() for path in Path(request.out).iterdir()}
    with pytest.raises(Exception, match="no such labels"):
        jobs.run(replace(request, overwrite=True, labels="none.gpkg"), quiet)
    assert {path.name: path.read_bytes() for path in Path(request.out).iterdir()} == before
    assert jobs.run(replace(request, overwrite=True), quiet)["steps"] == 8


def test_a_model_that_is_replaced_leaves_nothing_to_the_next(
    asked: Callable[..., FinetuneRequest], tmp_path: Path
) -> None:
    request = asked(steps=2)
    assert "confusion" in jobs.run(request, quiet)["outputs"]
    answer = jobs.run(replace(request, overwrite=True, task="regression"), quiet)
    assert "confusion" not in answer["outputs"]
    assert "confusion" not in (tmp_path / "model" / "README.md").read_text(encoding="utf-8")


def test_values_are_learnt_and_mapped(asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path) -> None:
    with rasterio.open(ground.scene) as source:
        profile = {**source.profile, "count": 1, "dtype": "float32", "nodata": -1}
        red, nir = source.read([3, 7]).astype(np.float32)
    greenness = 100 * (nir - red) / (nir + red)
    with rasterio.open(tmp_path / "greenness.tif", "w", **profile) as target:
        target.write(np.where(np.arange(SIDE) % 5 == 0, -1, greenness)[None].astype(np.float32))  # some unlabelled
    answer = jobs.run(
        asked(task="regression", labels=str(tmp_path / "greenness.tif"), steps=120, lr=1e-2, field="ndvi"), quiet
    )
    assert answer["scores"]["r2"] > 0.8
    jobs.run(
        PredictRequest(
            SceneSpec(str(ground.scene)), ComputeSpec(model=answer["outputs"]["model"]), out=str(tmp_path / "v.tif")
        ),
        quiet,
    )
    with rasterio.open(tmp_path / "v.tif") as target:
        assert target.descriptions == ("ndvi",)
        assert np.abs(target.read(1) - greenness).mean() < greenness.std() / 2


def chips(folder: Path, ground: Ground) -> tuple[Path, dict[str, set[str]]]:
    """24 x 24 pixel chips in folders named after their commonest class; and which classes each shows at all."""
    shown = {}
    with rasterio.open(ground.scene) as source:
        for row in range(0, SIDE, 24):
            for col in range(0, SIDE, 24):
                pixels = source.read(window=((row, row + 24), (col, col + 24)))
                truth = np.bincount(ground.truth_HW[row : row + 24, col : col + 24].ravel(), minlength=7)
                name = landscape.CLASSES[int(truth.argmax())].replace(" ", "_")
                path = folder / name / f"chip_{row}_{col}.tif"
                path.parent.mkdir(parents=True, exist_ok=True)
                place = source.transform @ (col, row)
                profile = {name: source.profile[name] for name in ("driver", "dtype", "count", "crs", "nodata")}
                profile |= {"height": 24, "width": 24, "transform": from_origin(*place, 10, 10)}
                with rasterio.open(path, "w", **profile) as target:
                    target.write(pixels)
                    target.update_tags(**source.tags())
                    for index, text in enumerate(source.descriptions, 1):
                        target.set_band_description(index, text)
                shown[path.name] = {landscape.CLASSES[k] for k in np.flatnonzero(truth > 24)}
    return folder, shown


def test_chips_are_told_apart_and_a_broken_one_is_named(
    asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path
) -> None:
    folder, _ = chips(tmp_path / "chips", ground)
    request = asked(task="classification", labels="", chip_px=0, steps=150, lr=0.1, patience=0)
    answer = jobs.run(replace(request, scene=SceneSpec(str(folder))), quiet)
    assert answer["scores"]["accuracy"] > 0.35  # the commonest class alone: 0.2
    assert not any("no place on the ground" in text for text in answer["warnings"])
    assert any(text.startswith("Only ") for text in answer["warnings"])  # so few are held out that scores are rough
    (folder / "water").mkdir(exist_ok=True)
    (folder / "water" / "broken.tif").write_bytes(b"II*\0 no tiff")
    told = jobs.run(
        PredictRequest(
            SceneSpec(str(folder)), ComputeSpec(model=answer["outputs"]["model"]), out=str(tmp_path / "t.csv")
        ),
        quiet,
    )
    assert told["failed"] == 1 and told["chips"] == 65
    rows = list(csv.DictReader((tmp_path / "t.csv").open()))
    good = [row for row in rows if not row["problem"]]
    right = [row["class"] == Path(row["chip"]).parent.name for row in good]
    assert np.mean(right) > 0.5 and len(good) == 64
    assert all(abs(sum(float(v) for k, v in row.items() if k.startswith("p_")) - 1) < 1e-4 for row in good)
    assert not any("another size" in text for text in told["warnings"])

    chip = tmp_path / "coarse.tif"
    chip.write_bytes(Path(good[0]["chip"]).read_bytes())
    request = PredictRequest(
        SceneSpec(str(chip)), ComputeSpec(model=answer["outputs"]["model"]), out=str(tmp_path / "one.csv")
    )
    with rasterio.open(chip, "r+") as target:
        target.transform = from_origin(500_000, 5_800_000, 60, 60)
    (text,) = jobs.run(request, quiet)["warnings"]
    assert "another size: 1 (the first, coarse.tif, of 60 m)" in text
    wrong = replace(request, scene=SceneSpec(str(chip), units="fathoms"), overwrite=True)
    with pytest.raises(EngineError, match=r"no chip can be read; the first: .*fathoms") as caught:
        jobs.run(wrong, quiet)
    assert "engine inspect" not in caught.value.hint


def test_chips_begin_with_a_fitted_head_and_a_broken_run_goes_on_to_the_same_bits(
    asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path
) -> None:
    folder, _ = chips(tmp_path / "chips", ground)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    request = replace(asked(task="classification", mode="full", labels="", chip_px=0), scene=SceneSpec(str(folder)))
    answer = jobs.run(replace(request, out=str(whole)), quiet)
    for note, first in (("fitting the head", 0), ("checking on held-out places", 0), ("training", 5)):

        def stop(done: int, total: int, now: str, note: str = note, first: int = first) -> None:
            if now == note and done >= first:
                raise Cancelled

        with pytest.raises(Cancelled):
            jobs.run(replace(request, out=str(broken)), stop)
    jobs.run(replace(request, out=str(broken)), quiet)
    lines = [json.loads(line) for line in (broken / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(9))
    assert answer["scores"]["accuracy"] >= lines[0]["validation"]["score"]  # never worse than the head alone
    for name, value in state(whole).items():
        assert torch.equal(value, state(broken)[name]), name


def test_a_table_says_what_a_chip_shows(asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path) -> None:
    folder, shown = chips(tmp_path / "chips", ground)
    with (tmp_path / "shown.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["chip", "classes"])
        rows.writerows([name, ";".join(sorted(some))] for name, some in shown.items())
    request = asked(
        task="multilabel", labels=str(tmp_path / "shown.csv"), field="classes", chip_px=0, steps=60, lr=3e-2
    )
    answer = jobs.run(replace(request, scene=SceneSpec(str(folder))), quiet)
    assert answer["scores"]["map"] > 0.5
    jobs.run(
        PredictRequest(
            SceneSpec(str(folder)), ComputeSpec(model=answer["outputs"]["model"]), out=str(tmp_path / "t.csv")
        ),
        quiet,
    )
    assert len(list(csv.DictReader((tmp_path / "t.csv").open()))) == 64


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"labels": "none.gpkg"}, "no such labels"),
        ({"labels": ""}, "no labels were named"),
        ({"task": "detection"}, "expected a task of segmentation"),
        ({"mode": "half"}, "expected a mode of frozen"),
        ({"head": "unet"}, "expected a head of light"),
        ({"classes": {"0": "water"}}, "two classes or more"),
        ({"classes": {"0": "water", "77": "ice"}}, "no label is 77"),
        ({"out": ""}, "no output was named"),
        ({"batch": 0}, "expected 1 or more batch"),
        ({"batch": 1, "head": "upernet"}, "of 1 chip there is nothing"),
        ({"colours": {"0": "red"}}, "expected a colour like"),
        ({"classes": {"0": "low"}, "task": "regression"}, "learns numbers and has no classes"),
        ({"classes": {"0": "low"}, "task": "classification"}, "--classes is for the labels of pixels"),
        ({"lr": 3.0}, "expected a rate between 0 and 1"),
        ({"model": "nothing"}, "expected a model's name"),
    ],
)
def test_what_cannot_be_is_told_and_leaves_nothing(
    asked: Callable[..., FinetuneRequest], tmp_path: Path, more: dict[str, Any], text: str
) -> None:
    with pytest.raises(Exception, match=text):
        jobs.run(asked(**more), quiet)
    assert not (tmp_path / "model").exists()


def test_values_and_colours_that_labels_keep_are_those_of_the_map(
    asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path
) -> None:
    labels = tmp_path / "labels.gpkg"
    labels.write_bytes(ground.polygons.read_bytes())
    legend = pandas.DataFrame({"name": landscape.CLASSES, "value": range(50, 50 - len(landscape.CLASSES), -1)})
    pyogrio.write_dataframe(legend.assign(colour="#123456"), labels, layer="classes")
    answer = jobs.run(asked(labels=str(labels), field="class", colours={"water": "#0072b2"}, steps=1), quiet)
    compute = ComputeSpec(model=answer["outputs"]["model"], device="cpu")
    told = jobs.run(PredictRequest(SceneSpec(str(ground.scene)), compute, out=str(tmp_path / "map.tif")), quiet)
    found = {each["name"]: (each["value"], each["colour"]) for each in told["classes"]}
    decided = dict(zip(legend["name"], legend["value"], strict=True))
    assert found == {name: (value, "#123456" if name != "water" else "#0072b2") for name, value in decided.items()}


def test_what_is_measured_is_compared_between_scenes_and_with_the_model(
    asked: Callable[..., FinetuneRequest], ground: Ground, tmp_path: Path
) -> None:
    surface, top = tmp_path / "surface.tif", tmp_path / "top.tif"
    for path, level in ((surface, "Level-2A"), (top, "Level-1C")):
        path.write_bytes(ground.scene.read_bytes())
        with rasterio.open(path, "r+") as target:
            target.update_tags(SENSOR="Sentinel-2", UNITS="DN, reflectance x 10000", PROCESSING_LEVEL=level)
    request = replace(asked(steps=1), scene=SceneSpec(str(surface)))
    compute = ComputeSpec(model=jobs.run(request, quiet)["outputs"]["model"], device="cpu")
    for path, told in ((surface, False), (top, True)):
        out = str(path.with_suffix(".map.tif"))
        warnings = jobs.run(PredictRequest(SceneSpec(str(path)), compute, out=out), quiet)["warnings"]
        assert any("trained on surface reflectance; the scene is top-of-" in text for text in warnings) == told
    both = replace(request, more=(SceneSpec(str(top)),), out=str(tmp_path / "both"))
    answer = jobs.run(both, quiet)
    assert any("not of one processing level" in text for text in answer["warnings"])
    assert model_card.card_of(str(tmp_path / "both"))["ofa"]["downstream"]["measured"] == ""


def test_classes_may_be_named_merged_and_left_out(asked: Callable[..., FinetuneRequest], tmp_path: Path) -> None:
    named = {"0": "water", "1": "green", "2": "green", "3": "green"}
    answer = jobs.run(asked(classes=named), quiet)
    task = model_card.card_of(answer["outputs"]["model"])["ofa"]["downstream"]
    assert task["classes"] == ["water", "green"] and task["values"] == [0, 1]
