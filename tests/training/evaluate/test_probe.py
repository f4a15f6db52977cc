"""`engine probe` on small sets made on the spot: models and floors in one table, and what cannot be read is told."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.image
import numpy as np
import pytest
import rasterio
import torch

from engine.cli import main
from engine.errors import Cancelled
from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from training.evaluate import extractors, probe
from training.evaluate.command import PROBE_TASKS
from training.evaluate.command import probe as command
from training.evaluate.datasets import chip_sets
from training.evaluate.datasets.labelled_scenes import labelled_scenes
from training.evaluate.datasets.labelled_set import LabelledSet
from training.evaluate.datasets.scene_pixels import BLOCK_PX, ScenePixels, split
from training.evaluate.features import extracted
from training.evaluate.reader import Reader

CPU = torch.device("cpu")
CLASSES = {"Forest": (30, 90, 30), "Industrial": (150, 140, 140), "River": (40, 60, 150)}
TINY = ModelConfig(width=16, depth=2, heads=2, patch_px=8, taps=(1, 2))


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """`engine probe`, whether or not the installed package registers it yet."""
    monkeypatch.setattr(main.app, "registered_commands", list(main.app.registered_commands))
    main.app.command("probe")(command)


@pytest.fixture
def models(tmp_path: Path) -> tuple[Path, Path]:
    """Two model folders: one that reads any bands, and one that reads the paper's modalities only."""
    folders = tmp_path / "tiny", tmp_path / "paper"
    model_folder.save(OFA(TINY, 3), {"mlm:name": "tiny"}, folders[0])
    paper = ModelConfig("per_sensor", width=16, depth=2, heads=2, patch_px=8, taps=(1, 2))
    model_folder.save(OFA(paper, 3), {"mlm:name": "paper"}, folders[1])
    return folders


@pytest.fixture
def eurosat(tmp_path: Path) -> Callable[..., Path]:
    """``eurosat(shuffled=False)``: a folder with a zip of 120 pictures whose colour is that of their class."""

    def write(shuffled: bool = False) -> Path:
        random = np.random.default_rng(0)
        folder = tmp_path / f"data_{shuffled}"
        folder.mkdir()
        with zipfile.ZipFile(folder / "eurosat_rgb.zip", "w") as file:
            for name in CLASSES:
                for number in range(1, 41):
                    shown = str(random.choice(list(CLASSES))) if shuffled else name
                    picture = random.normal(CLASSES[shown], 10, (16, 16, 3)).clip(0, 255).astype(np.uint8)
                    buffer = io.BytesIO()
                    matplotlib.image.imsave(buffer, picture, format="png")
                    file.writestr(f"EuroSAT_RGB/{name}/{name}_{number}.png", buffer.getvalue())
        return folder

    return write


@pytest.fixture
def flair(tmp_path: Path, write_scene: Callable[..., Path]) -> Path:
    """A folder with an aerial scene of two classes in stripes, which differ in brightness."""
    truth_HW = np.indices((96, 128))[1] // 16 % 2
    pixels_CHW = np.random.default_rng(0).normal(100 + 60 * truth_HW, 8, (4, 96, 128)).astype(np.uint8)
    bands, tags = ["Red", "Green", "Blue", "NIR"], {"SENSOR": "aerial"}
    write_scene(pixels_CHW, bands, "flair2_IMG_000001_img.tif", tags)
    write_scene((truth_HW[None] + 1).astype(np.uint8), name="flair2_IMG_000001_mask.tif")
    return tmp_path


def summary(text: str) -> dict[tuple[str, str, str], float]:
    return {(line["task"], line["metric"], line["features"]): line["mean"] for line in json.loads(text)["lines"]}


def test_model_and_floors_find_what_is_plain_to_see(
    engine: Callable[..., Any], models: tuple[Path, Path], eurosat: Callable[..., Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    answer = engine(
        "probe", "--model", models[0], "--data", eurosat(), "--tasks", "eurosat", "--seeds", 2, "--out", out,
        "--device", "cpu", "--json",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    means = summary(answer.out)
    for name in ("tiny", "random", "random convolutions", "image statistics"):
        assert means["EuroSAT RGB", "linear, accuracy", name] > 0.95, name
        assert means["EuroSAT RGB", "kNN, accuracy", name] > 0.9, name
    assert means["EuroSAT RGB", "linear, accuracy", "no features"] < 0.6
    assert all(0 <= mean <= 1 for mean in means.values())
    assert sorted(path.name for path in out.iterdir()) == ["probe.json", "probe.md", "probe.png"]
    page = (out / "probe.md").read_text()
    assert "engine probe --model" in page
    assert "| EuroSAT RGB | linear, accuracy |" in page
    assert len(json.loads((out / "probe.json").read_text())["scores"]) == 2 * 2 * 5


def test_shuffled_labels_give_chance(
    engine: Callable[..., Any], models: tuple[Path, Path], eurosat: Callable[..., Path]
) -> None:
    answer = engine("probe", "--model", models[0], "--data", eurosat(shuffled=True), "--seeds", 2, "--json")
    scores = summary(answer.out)
    assert scores
    assert all(abs(score - 1 / 3) < 0.25 for score in scores.values()), scores


def test_pixels_of_a_scene_are_mapped_and_other_scenes_are_told_to_be_missing(
    engine: Callable[..., Any], models: tuple[Path, Path], flair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "POINTS", (10,))
    answer = engine("probe", "--model", models[0], "--data", flair, "--tasks", "flair,enmap", "--seeds", 1, "--json")
    assert answer.status == 0, answer.err
    means = summary(answer.out)
    for name in ("spectra", "spectra + windows"):
        assert means["FLAIR aerial", "macro-F1, 10 points per class", name] > 0.9
    assert {name for *_, name in means} == {
        "tiny", "random", "random convolutions", "spectra", "spectra + windows", "no features"
    }  # fmt: skip
    assert "enmap is not probed: no enmap_potsdam_mosaic.tif below" in answer.out


def test_what_an_earlier_probe_found_stands_in_the_same_table(
    engine: Callable[..., Any], models: tuple[Path, Path], flair: Path, tmp_path: Path
) -> None:
    ask = ["probe", "--model", models[0], "--data", flair, "--seeds", 1, "--device", "cpu"]
    assert engine(*ask, "--out", tmp_path / "floors").status == 0
    earlier = tmp_path / "floors" / "probe.json"
    answer = engine(*ask, "--no-floors", "--beside", earlier, "--json")
    assert summary(answer.out) == summary(earlier.read_text())
    answer = engine(*ask[:-4], "--seeds", 2, "--no-floors", "--beside", earlier)
    assert answer.status == 2
    assert "expected a probe with 2 seeds" in answer.err


def test_a_model_that_cannot_read_a_set_is_told_with_the_reason(
    engine: Callable[..., Any], models: tuple[Path, Path], eurosat: Callable[..., Path]
) -> None:
    both = ["--model", models[0], "--model", models[1], "--data", eurosat(), "--seeds", 1, "--no-floors"]
    answer = engine("probe", *both)
    assert answer.status == 0, answer.err
    assert "cannot read" in answer.out
    assert "the scene lacks B05" in answer.out


def test_where_nothing_is_found_or_readable_one_line_says_so(
    engine: Callable[..., Any], models: tuple[Path, Path], eurosat: Callable[..., Path], tmp_path: Path
) -> None:
    answer = engine("probe", "--model", models[0], "--data", tmp_path / "paper", "--out", tmp_path / "out")
    assert answer.status == 2
    assert "nothing to probe" in answer.err
    assert not (tmp_path / "out").exists()
    answer = engine("probe", "--model", models[1], "--data", eurosat(), "--no-floors")
    assert answer.status == 2
    assert "the scene lacks" in answer.err
    answer = engine("probe", "--model", models[0], "--data", tmp_path, "--tasks", "eurosats")
    assert answer.status == 2
    assert "expected tasks of eurosat" in answer.err


def test_a_probe_can_be_cancelled(eurosat: Callable[..., Path]) -> None:
    def stop(done: int, total: int, note: str) -> None:
        raise Cancelled

    labelled = chip_sets.eurosat(eurosat() / "eurosat_rgb.zip")
    for extractor in every_extractor(labelled):
        with pytest.raises(Cancelled):
            extracted(labelled, labelled.splits["train"], extractor, CPU, stop)


def every_extractor(labelled: LabelledSet) -> list[extractors.Extractor]:
    return [
        *extractors.of_models({"tiny": OFA(TINY, 3)}),
        *extractors.baselines(labelled, labelled.splits["train"], CPU, 0),
        extractors.no_features(),
    ]


def test_scored_chips_have_no_part_in_the_statistics_of_z_scores(eurosat: Callable[..., Path]) -> None:
    labelled = chip_sets.eurosat(eurosat() / "eurosat_rgb.zip")
    known_NCHW = np.stack([labelled.read(name).pixels[0] for name in labelled.splits["train"]]).astype(np.float64)
    mean_C11, std_C11 = (values.reshape(3, 1, 1) for values in (known_NCHW.mean((0, 2, 3)), known_NCHW.std((0, 2, 3))))
    (chip,), *_ = Reader(labelled, labelled.splits["test"]).chips([0], CPU)
    expected_CHW = (labelled.read(labelled.splits["test"][0]).pixels[0] - mean_C11) / std_C11
    assert np.allclose(chip.x_BCHW[0], expected_CHW, atol=1e-3)


def test_chips_are_cut_to_whole_patches() -> None:
    chip = SensorBatch(torch.zeros(2, 3, 16, 16), (), 10.0)
    assert extractors._whole_patches(chip, 10).x_BCHW.shape == (2, 3, 10, 10)
    assert extractors._whole_patches(chip, 32).x_BCHW.shape == (2, 3, 16, 16)  # which the model refuses


def test_points_and_scored_pixels_never_share_a_block(flair: Path) -> None:
    (scene,) = labelled_scenes(flair)
    pixels = ScenePixels(scene, points=(10,), seeds=2)
    for part in pixels.splits.values():
        colours = [
            {int(row // BLOCK_PX + col // BLOCK_PX) % 2 for row, col in zip(*np.divmod(index_N, 128), strict=True)}
            for index_N in (part.train_N, part.test_N)
        ]
        assert colours == [{0}, {1}]
        assert np.array_equal(pixels.known[pixels.at(part.train_N)], part.train_N)
    assert len(split(pixels.truth_HW, 10, 0).train_N) == 20


def test_a_scene_whose_labels_lie_in_one_block_is_left_out_and_told(
    engine: Callable[..., Any], models: tuple[Path, Path], flair: Path, write_scene: Callable[..., Path]
) -> None:
    truth_HW = np.zeros((96, 128), np.uint8)
    write_scene(truth_HW[None], name="flair2_IMG_000001_mask.tif", nodata=None)
    with rasterio.open(flair / "flair2_IMG_000001_img.tif", "r+") as scene:
        scene.nodata = 0
        pixels = scene.read()
        pixels[:, :, BLOCK_PX:] = pixels[:, BLOCK_PX:] = 0
        scene.write(pixels)
    answer = engine("probe", "--model", models[0], "--data", flair, "--no-floors")
    assert answer.status == 2
    assert "blocks of both colours; found none in flair2_IMG_000001" in answer.err


def test_bigearthnet_patches_with_broken_radar_are_left_out_and_told(shared: Path) -> None:
    labels = shared / "s1_s2_labelled" / "ben_labels.json"
    both, optical = (chip_sets.bigearthnet(labels, sensors) for sensors in (("S1", "S2"), ("S2",)))
    assert [len(both.splits["all"]), len(optical.splits["all"])] == [16, 24]
    assert [len(view.bands) for view in both.views] == [2, 12]
    assert both.notes[0].startswith("8 of 24 patches left out; the first: radar values")
    assert optical.notes == ()
    chips, *_ = Reader(both, both.splits["all"]).chips([0, 1], CPU)
    assert [chip.x_BCHW.shape[1] for chip in chips] == [2, 12]


def test_the_help_names_every_task() -> None:
    assert PROBE_TASKS.split(", ") == list(probe.TASKS)
