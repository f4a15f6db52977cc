"""A run becomes a model folder that the engine loads, and whose card and page say what the run was, and no more."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from PIL import Image
from rasterio.transform import from_origin

from engine.cli import main
from engine.errors import OutputError, RequestError
from engine.model import model_card, model_folder
from engine.sensors import CATALOGUE, Band
from training.data.catalogue_entry import Entry, SceneBand
from training.pictures.scene_similarity import cosines
from training.pretrain import recipes
from training.pretrain import run as pretrain
from training.pretrain.model_card import card_of, licences_of, quantity_of, sensors_of
from training.publish.command import command
from training.publish.measured import read_results
from training.publish.model_page import page
from training.publish.run import PICTURE_BYTES, opened, publish, shrink
from training.torchrun import Ranks

CPU = torch.device("cpu")
STEPS = 3
CLICKS = {"left": (8, 20), "right": (70, 20)}
MUST = ("mlm:name", "mlm:architecture", "mlm:tasks", "mlm:input", "mlm:output")  # by the STAC extension


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def write(path: Path, names: list[str], sensor: str, licence: str, scale: float = 1) -> None:
    random = np.random.default_rng(len(str(path.name)))
    pixels = (random.integers(500, 4000, (len(names), 80, 80)) * scale).astype("uint8" if scale < 1 else "uint16")
    pixels[:, :, 40:] //= 2
    profile = {"driver": "GTiff", "dtype": pixels.dtype, "count": len(names), "height": 80, "width": 80}
    place = {"crs": "EPSG:32633", "transform": from_origin(500_000, 5_800_000, 10, 10)}
    with rasterio.open(path, "w", **profile, **place) as target:
        target.write(pixels)
        target.descriptions = names
        target.update_tags(
            SENSOR=sensor, LICENSE=licence, SOURCE="example.org", UNITS="DN" if scale < 1 else "DN x 1e-4"
        )


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write(folder / "one.tif", ["B02", "B03", "B04", "B08"], "Sentinel-2 L2A", "CC BY-SA 4.0")
    write(folder / "other.tif", ["B02", "B03", "B04", "B08"], "Sentinel-2 L2A", "MIT")
    write(folder / "air.tif", ["Red", "Green", "Blue"], "aerial", "MIT", scale=1 / 32)
    return folder / "one.tif"


@pytest.fixture(scope="module")
def run(scene: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of three steps that is over."""
    folder = tmp_path_factory.mktemp("runs") / "run"
    recipe = recipes.changed(recipes.find("debug"), {"steps": str(STEPS), "sampling.batch": "4"})
    pretrain.prepare(folder, recipe, [str(scene.parent)], quiet)
    with (folder.parent / "log").open("w") as stream:
        pretrain.pretrain(folder, Ranks(0, 1, CPU), lambda: False, stream)
    return folder


@pytest.fixture
def published(run: Path, tmp_path: Path) -> Path:
    publish(run, "mine", tmp_path, [], None, {}, quiet)
    return tmp_path / "mine"


def card_in(folder: Path) -> dict[str, Any]:
    return model_card.read_card(folder)


def probe_of(folder: Path, sha256: str | None = None) -> Path:
    line = {"metric": "accuracy", "mean": 0.9, "std": 0.01, "seeds": 5, "train": 10, "test": 10}
    found = {
        "models": [{"name": "mine", "trained": True, "sha256": sha256 or model_card.sha256_of(card_in(folder))}],
        "seeds": 5,
        "lines": [
            {"task": "eurosat", "features": "mine", **line},
            {"task": "eurosat", "features": "random", **line, "mean": 0.8},
        ],
    }  # fmt: skip
    path = folder.parent / "probe.json"
    path.write_text(json.dumps(found))
    return path


def few_label_of(folder: Path, model: str) -> Path:
    line = {"seed": 0, "points": 10, "regime": "near"}
    lines = [
        {**line, "scene": scene, "method": method, "macro_f1": score, **({"model": model} if "ours" in method else {})}
        for scene, method, score in [
            ("a", "forest", 0.5), ("b", "forest", 0.7), ("a", "ours", 0.6), ("a", "ours", 0.8), ("b", "ours", 0.9)
        ]
    ]  # fmt: skip
    path = folder / "few_label.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_the_model_of_a_finished_run_loads_in_half_precision(run: Path) -> None:
    loaded = model_folder.load(str(run / "model"), CPU)
    assert loaded.trained and loaded.model.config.statistics == "scene" and loaded.name == "debug"
    trained, step = opened(run)
    assert step == STEPS
    for one, other in zip(loaded.model.parameters(), trained.module.model.parameters(), strict=True):
        assert torch.equal(one, other.half().float())


def test_a_name_is_that_of_one_folder_and_weights_that_are_replaced_are_told(run: Path, published: Path) -> None:
    with pytest.raises(RequestError, match="expected the name of a model; found 'a/b'"):
        publish(run, "a/b", published.parent, [], None, {}, quiet)
    assert publish(run, "mine", published.parent, [], None, {}, quiet)["told"] == []
    card = card_in(published)
    card["ofa"]["sha256"] = model_card.DIGEST + "0" * 64
    (published / model_card.CARD).write_text(json.dumps(card))
    (told,) = publish(run, "mine", published.parent, [], None, {}, quiet)["told"]
    assert told == "mine had other weights before, whose results and pictures are gone"


def test_the_card_says_in_the_words_of_stac_what_the_model_reads_and_gives(published: Path) -> None:
    card = card_in(published)
    assert set(MUST) <= set(card)
    assert card["mlm:pretrained"] and card["mlm:pretrained_source"].startswith("3 scenes (0 megapixels)")
    assert card["mlm:framework_version"] in torch.__version__
    assert [each["name"] for each in card["mlm:input"]] == ["sentinel-2, reflectance", "aerial, 8 bit as 0 to 1"]
    assert card["mlm:input"][0]["bands"] == ["B02", "B03", "B04", "B08"]
    assert len(card["mlm:input"][0]["value_scaling"]) == 1
    assert card["mlm:output"][0]["result"]["shape"][1] == model_folder.load(str(published), CPU).model.feature_dim
    assert card["mlm:hyperparameters"]["mask_ratio"] == 0.75


def test_the_card_says_what_the_run_was(published: Path, run: Path) -> None:
    training = card_in(published)["training"]
    assert (training["recipe"], training["steps"], training["chips"], training["seed"]) == ("debug", 3, 3 * 4, 0)
    assert training["commands"] == [
        f"engine pretrain debug --out RUN --data DATA --set sampling.batch=4 --set steps={STEPS}"
    ]
    assert [(part["modality"], part["scenes"]) for part in training["data"]] == [("S2", 2), ("NAIP", 1)]
    assert sum(part["share"] for part in training["data"]) == pytest.approx(1, abs=1e-3)
    assert {row["licence"]: row["scenes"] for row in training["licences"]} == {"MIT": 2, "CC BY-SA 4.0": 1}
    assert "hyperspectral" in training["limits"][1] and "aerial" not in training["limits"][1]
    assert str(run.parent) not in json.dumps(training)  # no folder of this machine


def test_a_run_that_went_on_with_another_recipe_names_both_commands(run: Path) -> None:
    trained, _ = opened(run)
    first = {**recipes.to_dict(trained.recipe), "lr": 0.5, "target": "both", "betas": [0.5, 0.9]}
    path = run / "recipe-to-step-2.json"
    path.write_text(json.dumps(first))
    try:
        first, then = card_of(trained, "mine")["training"]["commands"]
    finally:
        path.unlink()
    assert first.endswith("--set target=both --set steps=3 --set lr=0.5 --set 'betas=[0.5, 0.9]'  # stopped at step 2")
    assert (
        then == "engine pretrain debug --out RUN --resume --set target=pixels --set lr=0.0008 --set 'betas=[0.9, 0.95]'"
    )


def test_a_run_without_steps_is_not_called_trained(run: Path) -> None:
    trained, _ = opened(run)
    card = card_of(trained, "mine", step=0)
    assert card["training"]["steps"] == 0 and not card["mlm:pretrained"] and not card["ofa"]["trained"]


def entry(**more: Any) -> Entry:
    bands = tuple(SceneBand(0, k + 1, band) for k, band in enumerate(CATALOGUE["sentinel-2"].bands[1:3]))
    known = {
        "files": ("a.tif",), "collection": "a", "sensor": "sentinel-2", "modality": "S2", "bands": bands, "scale": 1e-4,
        "offset": 0.0, "decibel": False, "units": "dn", "mean": (), "std": (), "collection_mean": (0.1, 0.2),
        "collection_std": (0.1, 0.1), "gsd_m": 10.0, "height": 100, "width": 100, **more,
    }  # fmt: skip
    return Entry(**known)


def test_statistics_of_collections_are_pooled_as_if_they_were_one() -> None:
    other = {
        "collection": "b",
        "collection_mean": (0.5, 0.2),
        "collection_std": (0.3, 0.1),
        "height": 300,
        "gsd_m": 20.0,
    }
    (found,) = sensors_of([entry(), entry(**other)])
    assert (found["scenes"], found["megapixels"], found["gsd_m"]) == (2, 0.04, [10, 20])
    assert found["bands"] == ["B02", "B03"]
    parts = np.concatenate([[0, 0.2], np.tile([0.2, 0.8], 3)])  # mean 0.1 ± 0.1 once, 0.5 ± 0.3 three times
    assert found["mean"] == pytest.approx([parts.mean(), 0.2], abs=1e-4)
    assert found["std"] == pytest.approx([parts.std(), 0.1], abs=1e-4)


def test_scenes_without_known_units_are_counted_but_give_no_statistics() -> None:
    (found,) = sensors_of([entry(units="unknown", collection_mean=(), collection_std=())])
    assert found["quantity"] == "unknown scale" and found["scenes"] == 1 and found["mean"] == [None, None]


@pytest.mark.parametrize(
    ("units", "decibel", "quantity"),
    [
        ("db", False, "decibels"), ("linear", True, "decibels"), ("amplitude", True, "uncalibrated decibels"),
        ("dn+1000", False, "reflectance"), ("uint8", False, "8 bit as 0 to 1"), ("counts", False, "counts"),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_compared_are_kept_apart(units: str, decibel: bool, quantity: str) -> None:
    assert quantity_of(entry(units=units, decibel=decibel)) == quantity


def test_many_bands_are_told_by_intervals() -> None:
    bands = tuple(SceneBand(0, k + 1, Band(f"b{k}", 405 + 10 * k, 10)) for k in range(40))
    (found,) = sensors_of([entry(bands=bands, collection_mean=(0.5,) * 40, collection_std=(0.1,) * 40)])
    assert found["bands"] == ["400-500 nm", "500-600 nm", "600-700 nm", "700-800 nm"]
    assert found["mean"] == pytest.approx([0.5] * 4)


def test_imagery_without_a_licence_is_said_to_have_none() -> None:
    assert [row["licence"] for row in licences_of([entry(), entry(licence="MIT")])] == ["MIT", "not stated"]


def test_the_page_names_what_matters(published: Path) -> None:
    text = (published / "README.md").read_text()
    for word in ("# mine", "CC BY-SA 4.0", "sentinel-2", "reflectance", "10 m", "engine pretrain debug", "Not measured",
                 "reconstructions.png", "example.org", card_in(published)["ofa"]["sha256"]):  # fmt: skip
        assert word in text, word
    assert "similarity.png" not in text
    assert sorted(path.name for path in published.iterdir()) == [
        "README.md", "card.json", "reconstructions.png", "weights.safetensors",
    ]  # fmt: skip


def test_notes_by_hand_go_into_the_limits(run: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.md").write_text("- Never seen snow.\n")
    publish(run, "mine", tmp_path, [], None, {}, quiet)
    limits = (tmp_path / "mine" / "README.md").read_text().split("## Limits")[1]
    assert "Never seen snow" in limits


def test_results_that_come_later_are_added_and_stay(run: Path, published: Path) -> None:
    before = card_in(published)["ofa"]["sha256"]
    publish(run, "mine", published.parent, [probe_of(published)], None, {}, quiet)
    publish(run, "mine", published.parent, [few_label_of(published.parent, "resources/models/mine")], None, {}, quiet)
    card = card_in(published)
    assert card["ofa"]["sha256"] == before
    assert card["results"]["probes"]["scores"][0]["mean"] == 0.9
    assert [score["macro_f1"] for score in card["results"]["few_label"]["scores"]] == [0.6, 0.8]
    text = (published / "README.md").read_text()
    assert "| eurosat | accuracy | **0.900 ± 0.010** | 0.800 ± 0.010 |" in text
    assert "| 10 | 0.600 | **0.800** |" in text


def test_results_of_other_weights_are_refused_and_leave_the_folder_as_it_was(run: Path, published: Path) -> None:
    before = {path.name: path.read_bytes() for path in published.iterdir()}
    with pytest.raises(RequestError, match="of other weights"):
        publish(run, "mine", published.parent, [probe_of(published, sha256="0" * 64)], None, {}, quiet)
    with pytest.raises(RequestError, match="expected results of mine"):
        publish(run, "mine", published.parent, [few_label_of(published.parent, "another")], None, {}, quiet)
    assert {path.name: path.read_bytes() for path in published.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "text"), [("probe.json", "{"), ("x.jsonl", "{}\n"), ("probe.json", "[]"), ("no", None)]
)
def test_files_that_hold_no_results_are_told_in_one_line(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(RequestError, match=f"expected results in {tmp_path / name}"):
        read_results(tmp_path / name, "mine", "0")


def test_old_results_and_pictures_do_not_outlive_their_weights(run: Path, scene: Path, published: Path) -> None:
    publish(run, "mine", published.parent, [probe_of(published)], str(scene), CLICKS, quiet)
    assert (published / "similarity.png").exists()
    card = card_in(published)
    card["ofa"]["sha256"] = "0" * 64  # as if the run had gone on since
    (published / "card.json").write_text(json.dumps(card))
    publish(run, "mine", published.parent, [], None, {}, quiet)
    assert card_in(published)["results"] == {} and not (published / "similarity.png").exists()


def test_the_similarity_picture_comes_with_its_source(run: Path, scene: Path, tmp_path: Path) -> None:
    publish(run, "mine", tmp_path, [], str(scene), CLICKS, quiet)
    with Image.open(tmp_path / "mine" / "similarity.png") as picture:
        assert picture.width == 1500
    told = card_in(tmp_path / "mine")["similarity"]
    assert told == {
        "scene": "one.tif", "licence": "CC BY-SA 4.0", "source": "example.org",
        "clicks": {"left": [8, 20], "right": [70, 20]}, "trained_on": True,
    }  # fmt: skip
    text = (tmp_path / "mine" / "README.md").read_text()
    assert "one.tif, example.org; CC BY-SA 4.0; it was among the training scenes" in text
    assert '--click "right=70,20"' in text
    publish(run, "mine", tmp_path, [], None, {}, quiet)
    assert "similarity.png" in (tmp_path / "mine" / "README.md").read_text()


def test_a_click_outside_the_scene_is_refused(run: Path, scene: Path, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="80 x 80 pixels; found far"):
        publish(run, "mine", tmp_path, [], str(scene), {"far": (80, 0)}, quiet)
    assert not (tmp_path / "mine").exists()


def test_cosines_are_one_at_the_click_and_least_at_the_opposite() -> None:
    features_DHW = np.zeros((2, 2, 2), np.float32)
    features_DHW[0] = [[1, 3], [2, 2]]
    features_DHW[1] = [[5, 5], [4, 6]]
    (found_HW,) = cosines(features_DHW, np.array([[0, 7]]), (16, 16))
    assert found_HW.round(3).tolist() == [[1, -1], [0, 0]]


def test_a_large_picture_becomes_a_small_one(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (700, 1500, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "large.png")
    shrink(tmp_path / "large.png", tmp_path / "small.png")
    assert (tmp_path / "small.png").stat().st_size <= PICTURE_BYTES
    before = (tmp_path / "small.png").read_bytes()
    shrink(tmp_path / "small.png", tmp_path / "small.png")
    assert (tmp_path / "small.png").read_bytes() == before


def test_a_folder_without_a_run_or_checkpoint_is_told(run: Path, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="expected a run in"):
        opened(tmp_path)
    (tmp_path / "recipe.json").write_bytes((run / "recipe.json").read_bytes())
    with pytest.raises(RequestError, match="no checkpoint yet"):
        opened(tmp_path)


def test_a_place_that_cannot_be_written_is_told(run: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        publish(run, "mine", tmp_path / "file", [], None, {}, quiet)


def test_the_page_is_made_of_the_card_alone(published: Path) -> None:
    card = json.loads((published / "card.json").read_text())
    assert page(card, ["reconstructions.png"], "") == (published / "README.md").read_text()


@pytest.fixture
def engine_with_publish(engine: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The command line, with `publish` however it was installed."""
    names = {each.name for each in main.app.registered_commands}
    if "publish" not in names:
        main.app.command("publish")(command)
    return engine


def test_the_command_makes_a_model_that_the_list_of_models_describes(
    engine_with_publish: Callable[..., Any], run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = engine_with_publish("publish", run, "--name", "mine", "--out", tmp_path)
    assert answer.status == 0, answer.err
    assert answer.out == f"model: {tmp_path / 'mine'}\n"
    monkeypatch.setenv("OFA_MODELS", str(tmp_path))
    listed = engine_with_publish("models").out
    assert "pre-trained on 3 scenes (0 megapixels) without labels: Sentinel-2, aerial" in listed
    wrong = engine_with_publish("publish", run, "--name", "mine", "--out", tmp_path, "--click", "lake=1")
    assert wrong.status == 2 and "expected NAME=COLUMN,ROW; found 'lake=1'" in wrong.err
