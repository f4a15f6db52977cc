"""Exported models answer what the engine answers, and Deepness finds in them what it needs. Models are random."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import rasterio
import torch

from engine.errors import ModelError
from engine.export import deepness, formats
from engine.export.graph import FeatureGraph, TaskGraph
from engine.inference import Source
from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.scene.interpretation import Reading
from engine.scene.values.units import OPTICAL, RADAR
from engine.sensors import CATALOGUE, MatchedBand

Engine = Callable[..., Any]
COLOURS, RADAR_BANDS = CATALOGUE["aerial"].bands[:4], CATALOGUE["sentinel-1"].bands[:2]
SPECTRAL = {"width": 16, "depth": 2, "heads": 2, "patch_px": 8, "taps": (1, 2)}
PER_SENSOR = {**SPECTRAL, "embedding": "per_sensor"}
DOFA_1 = {**SPECTRAL, "embedding": "dofa", "patch_px": 16, "positions_side": 3}
DOFA_2 = {**DOFA_1, "patch_px": 14, "depth": 4, "taps": (4,), "layer_scale": True}
GALILEO = {**SPECTRAL, "embedding": "galileo", "patch_px": 4, "statistics": "galileo"}
SMALLEST = {**SPECTRAL, "depth": 1, "taps": (1,)}
ROUNDING = 1e-5


def model_of(config: dict[str, Any] = SPECTRAL, bands: tuple[Any, ...] = COLOURS, **more: Any) -> Downstream:
    """Random, with batch norms as if it had been trained, and answers that lie apart."""
    count = len(bands)
    said = {
        "task": "segmentation", "head": "light", "bands": bands, "mean": (0.4,) * count,
        "std": (0.2, 0.3) * (count // 2), "sensor": "aerial", "quantity": "8 bit as 0 to 1", "gsd_m": 0.2,
        "chip_px": 64, "classes": ("water", "Wald ä", "town"), "values": (1, 2, 3), "colours": {}, **more,
    }  # fmt: skip
    with torch.random.fork_rng():
        torch.manual_seed(0)
        model = Downstream(Task(**said), ModelConfig(**config)).eval().requires_grad_(False)
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_var.uniform_(0.5, 2.0)
    getattr(model.head, "classify", model.head).weight.mul_(5)
    return model


def as_deepness(path: Path, stored_BHWC: np.ndarray) -> np.ndarray:
    """What Deepness does with tiles as QGIS gives them, by its documentation: classes (B, H, W) from 0."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (given,) = session.get_inputs()
    told = {name: json.loads(text) for name, text in session.get_modelmeta().custom_metadata_map.items()}
    assert given.shape == ["batch", stored_BHWC.shape[3], told["tile_size"], told["tile_size"]]
    x_BHWC = np.float32(stored_BHWC * 1.0 / 255.0)
    mean, std = (np.array(told[f"standardization_{name}"], np.float32) for name in ("mean", "std"))
    (p_BKHW,) = session.run(None, {given.name: ((x_BHWC - mean) / std).transpose(0, 3, 1, 2)})
    assert p_BKHW.shape[1] == len(told["class_names"])
    p_BKHW[p_BKHW < told["seg_thresh"]] = 0
    return p_BKHW.argmax(1)


def test_deepness_maps_what_the_engine_maps(engine: Engine, write_scene: Any, tmp_path: Path) -> None:
    model_folder.save(model_of(gsd_m=10.0), {"mlm:name": "cover", "mlm:total_parameters": 1}, tmp_path / "cover")
    pixels_CHW = np.random.default_rng(0).integers(1, 256, (4, 256, 256), np.uint8)
    pixels_CHW[:, 100:140, 30:80] = 0
    scene = write_scene(pixels_CHW, ["Red", "Green", "Blue", "NIR"])
    usual = ("--model", tmp_path / "cover", "--nodata", "0", "--device", "cpu", "--precision", "float32")
    told = engine("predict", scene, "--sensor", "aerial", "--out", tmp_path / "map.tif", *usual)
    assert told.status == 0, told.err
    path = tmp_path / "new" / "cover.onnx"
    told = engine("export", tmp_path / "cover", "--format", "onnx", "--out", path, "--nodata", "0", "--json")
    assert told.status == 0, told.err

    answer = json.loads(told.out)
    assert answer["deepness"] and answer["max_difference"] < ROUNDING
    assert answer["input"]["values"] == "stored numbers (uint8) / 255"
    assert "its class 0 is water" in " ".join(answer["warnings"])
    with rasterio.open(tmp_path / "map.tif") as source:
        map_HW = source.read(1)
    known_HW = map_HW > 0
    found_HW = as_deepness(path, pixels_CHW.transpose(1, 2, 0)[None])[0] + 1
    assert (~known_HW).sum() == 40 * 50 and len(np.unique(map_HW)) == 4, "a map of one class proves nothing"
    assert (found_HW == map_HW)[known_HW].mean() > 0.9999
    written = path.read_bytes()
    assert str(Path(__file__).resolve().parents[3]).encode() not in written, "folders tell of people"
    assert [opset.version for opset in onnx.load_from_string(written).opset_import] == [18]
    assert sorted(path.parent.iterdir()) == [path]


def test_deepness_is_told_all_that_it_asks_for() -> None:
    told = {name: json.loads(text) for name, text in deepness.texts(model_of().task, 256).items()}
    assert told == {
        "model_type": "Segmentor", "class_names": {"0": "water", "1": "Wald ä", "2": "town"}, "resolution": 20.0,
        "tile_size": 256, "tiles_overlap": 25, "standardization_mean": [0.0] * 4, "standardization_std": [1.0] * 4,
        "seg_thresh": 0.0, "seg_small_segment": 0,
    }  # fmt: skip
    heights = model_of(task="regression", classes=("height",), values=()).task
    told = {name: json.loads(text) for name, text in deepness.texts(heights, 64).items()}
    assert (told["model_type"], told["class_names"], told["reg_output_scaling"]) == ("Regressor", {"0": "height"}, 1)
    assert not deepness.texts(model_of(task="multilabel", head="linear").task, 64)


# ---------------------------------------------------------------------------------------------------- the same answers


def graph_of(model: Downstream, units: Any = OPTICAL["uint8"], nodata: Any = (), tile_px: int = 64) -> TaskGraph:
    return TaskGraph(model, units, nodata, deepness.DIVISOR, tile_px)


CASES = {
    "linear, an embedding per sensor, radar": lambda: graph_of(
        model_of(PER_SENSOR, RADAR_BANDS, head="linear", sensor="sentinel-1", quantity="decibels"), RADAR["linear"]
    ),
    "upernet, DOFA v2, positions resized": lambda: graph_of(model_of(DOFA_2, head="upernet"), tile_px=84),
    "linear, DOFA v1, values": lambda: graph_of(
        model_of(DOFA_1, task="regression", head="linear", classes=("height",), values=(), target=(5.0, 3.0)),
        nodata=((0, 0), (250, 255)), tile_px=64,
    ),
    "linear, Galileo, kernels resized": lambda: graph_of(
        model_of(GALILEO, RADAR_BANDS, head="linear", sensor="sentinel-1", quantity="decibels"), RADAR["linear"]
    ),
    "chips by means and deviations": lambda: graph_of(model_of(task="classification", head="mean_std")),
    "chips by finer tokens": lambda: graph_of(
        model_of({**SPECTRAL, "chip_patch_px": 4}, task="classification", head="mean_std")
    ),
    "features, Galileo": lambda: FeatureGraph(
        OFA(ModelConfig(**GALILEO)).eval(), CATALOGUE["sentinel-2"].bands[:9], 10.0, "S2", 64
    ),
    "features": lambda: FeatureGraph(OFA(ModelConfig(**SPECTRAL)).eval(), COLOURS, 0.2, None, 64),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_answers_as_the_engine_does_for_any_number_of_tiles(case: str, tmp_path: Path) -> None:
    graph, path = CASES[case](), tmp_path / "m.onnx"
    tiles = graph.tiles(torch.randn(5, len(graph.bands), graph.tile_px, graph.tile_px))
    tiles[1, 0, 3:20, 4:30] = torch.nan if isinstance(graph, TaskGraph) else 0
    tiles[2, :, 8:30, 8:30] = 0
    with torch.no_grad():
        expected = graph(tiles)
    assert formats.write(graph, "onnx", path, {}) < ROUNDING
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for some in (tiles[:1], tiles):
        (found,) = session.run(["answer"], {"tiles": some.numpy()})
        assert np.abs(found - expected[: len(some)].numpy()).max() / graph.spread < ROUNDING
    assert expected.isfinite().all() and expected.std() > 0.02, "a comparison of one number proves nothing"


def test_torch_export_answers_as_the_engine_does_and_takes_stored_numbers(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = model_of(task="multilabel", head="linear")
    model_folder.save(model, {"mlm:name": "chips", "mlm:total_parameters": 1}, tmp_path / "chips")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "chips.pt2"  # without --out: the model's name, here
    told = engine("export", "chips", "--format", "torch-export", "--json")
    assert told.status == 0, told.err
    answer = json.loads(told.out)
    assert answer["output"] == {
        "shape": ["batch", 3], "values": "probabilities", "classes": ["water", "Wald ä", "town"]
    }  # fmt: skip
    assert not answer["deepness"] and answer["input"]["shape"] == ["batch", 4, 64, 64]
    stored = torch.randint(0, 256, (1, 4, 64, 64)).float()
    graph = TaskGraph(model, OPTICAL["uint8"], (), 1.0, 64)
    extra = {"ofa": ""}
    with torch.no_grad():
        loaded = torch.export.load(path, extra_files=extra)
        torch.testing.assert_close(loaded.module()(stored), graph(stored), atol=ROUNDING, rtol=0)
    assert json.loads(extra["ofa"])["model"]["name"] == "chips"
    with zipfile.ZipFile(path) as archive:
        texts = b"".join(archive.read(name) for name in archive.namelist())
    assert str(Path(__file__).resolve().parents[3]).encode() not in texts, "folders tell of people"


@pytest.mark.parametrize("id", [*OPTICAL, "radar db", "radar linear", "radar amplitude"])
def test_stored_numbers_become_the_z_scores_that_the_stream_makes(id: str) -> None:
    radar = id.startswith("radar")
    units, bands = (RADAR[id.split()[1]], RADAR_BANDS) if radar else (OPTICAL[id], COLOURS)
    model = model_of(SPECTRAL, bands, quantity=units.quantity)
    graph = graph_of(model, units, nodata=((-9999, -9999),))
    stored_CHW = graph.tiles(torch.randn(1, len(bands), 64, 64))[0] * deepness.DIVISOR
    valid_HW = torch.ones(64, 64, dtype=torch.bool)
    valid_HW[:9] = False
    stored_CHW[0, :5], stored_CHW[1, 5:9] = -9999, torch.inf
    matched = tuple(MatchedBand(number, band, "test") for number, band in enumerate(bands, 1))
    reading = Reading(CATALOGUE["aerial"], matched, (), units, model.task.statistics)
    source = Source(None, reading, 1, torch.device("cpu"))  # type: ignore[arg-type]
    given_BCHW = (stored_CHW / deepness.DIVISOR)[None]
    found_CHW = graph.z_scores(given_BCHW * deepness.DIVISOR)[0]
    assert (found_CHW[:, 9:].std() - 1).abs() < 0.1, "the numbers are not those that give z-scores"
    torch.testing.assert_close(found_CHW, source.seen(stored_CHW, valid_HW), atol=2e-5, rtol=0)


# ------------------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("model", "arguments", "told"),
    [
        ("land", "onnx m.onnx", "6 units give that — give --units dn|dn+1000|uint16|landsat-c2|landsat-l1|reflectance"),
        ("land", "onnx m.onnx --units uint8", "unit 'uint8' gives something else"),
        ("land", "onnx m.onnx --units dn --tile-px 100", "multiple of 8 pixels; found 100"),
        ("land", "onnx m.onnx --units dn --sensor naip", "leave --sensor, --bands and --gsd-m out"),
        ("land", "tflite m.onnx", "expected a format of onnx, torch-export; found 'tflite'"),
        ("land", "torch-export m.onnx", "end the name with .pt2"),
        ("ofa-untrained", "onnx m.onnx", "which ones? — give --bands"),
        ("ofa-untrained", "onnx m.onnx --sensor sentinel-2", "nothing says which band is which"),
        ("ofa-untrained", "onnx m.onnx --bands 1=red,2=green", "give --gsd-m"),
        ("ofa-untrained", "onnx m.onnx --bands 1=red,3=green", "band 2 cannot be read"),
        ("ofa-untrained", "onnx m.onnx --bands 1=red --units dn", "a backbone takes z-scores"),
    ],
)
def test_what_cannot_be_exported_is_one_line(
    model: str, arguments: str, told: str, engine: Engine, tmp_path: Path
) -> None:
    if model == "land":
        model_folder.save(model_of(quantity="reflectance"), {"mlm:name": "land"}, tmp_path / "land")
        model = str(tmp_path / "land")
    format, out, *more = arguments.split()
    answer = engine("export", model, "--format", format, "--out", tmp_path / "new" / out, *more)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err.splitlines()[-1]
    assert not (tmp_path / "new").exists()


def test_a_missing_package_is_named(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "NEEDED_BY_ONNX", ("onnx", "absent_one"))
    answer = engine("export", "ofa-tiny", "--format", "onnx", "--out", tmp_path / "m.onnx")
    assert answer.status == 2
    assert answer.err.endswith("ONNX needs absent_one — pip install 'ofa-engine[export]'\n")


@pytest.mark.parametrize("wrong", [1e-3, torch.nan])
def test_a_file_that_answers_something_else_is_an_error(
    wrong: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written_badly(program: Any, path: Path, texts: Any, tiles: torch.Tensor) -> torch.Tensor:
        return program.module()(tiles) + wrong

    monkeypatch.setattr(formats, "FORMATS", {"onnx": written_badly})
    graph = graph_of(model_of(SMALLEST, head="linear"), tile_px=16)
    with pytest.raises(ModelError, match="answers something else than ours"):
        formats.write(graph, "onnx", tmp_path / "m.onnx", {})


def test_a_model_too_large_for_one_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST_BYTES", 1000)
    with pytest.raises(ModelError, match="for one ONNX file") as caught:
        formats.write(graph_of(model_of(SMALLEST, head="linear"), tile_px=16), "onnx", tmp_path / "m.onnx", {})
    assert "torch-export" in caught.value.hint
