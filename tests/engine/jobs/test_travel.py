"""What labels taught is saved and maps other scenes: the same numbers at home, honest words elsewhere, no surprises."""

import json
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas
import pytest
import rasterio
from rasterio.transform import from_origin

from engine.errors import Cancelled
from engine.fewlabel import Learnt
from engine.fewlabel.elsewhere import BY_ITSELF
from engine.jobs import predict
from engine.model import model_card
from engine.protocol import PredictRequest
from resources.demo import landscape
from tests.fakes.requests import request_of

Engine = Callable[..., Any]
NAMES = np.array(sorted(landscape.CLASSES))
SEEDS = {"home": 7, "away": 8, "third": 9}
USUAL = ("--device", "cpu", "--precision", "float32")
RASTERS = ("map.tif", "sure.tif", "unlike.tif")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    """Three scenes with their labels, and a small backbone in a folder of models."""
    folder = tmp_path_factory.mktemp("places")
    card = model_card.read_card(model_card.model_folders()[-1] / "ofa-untrained")
    card["ofa"]["config"] |= {"width": 16, "depth": 2, "heads": 2, "patch_px": 16, "taps": [1, 2]}
    (folder / "models" / "small").mkdir(parents=True)
    (folder / "models" / "small" / model_card.CARD).write_text(json.dumps({**card, "mlm:name": "small"}))
    for name, seed in SEEDS.items():
        simulated = landscape.simulate(220, 260, seed)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(landscape, "ORIGIN", from_origin(500_000 + 10_000 * seed, 5_800_000, 10, 10))
            landscape.write(simulated, folder / f"{name}.tif")
        write_clicks(folder / f"{name}.tif", landscape.clicks(simulated, 8), folder / f"{name}.gpkg")
        np.save(folder / f"{name}.npy", simulated.truth_HW)
    tables = [geopandas.read_file(folder / f"{name}.gpkg") for name in SEEDS]
    geopandas.GeoDataFrame(pandas.concat(tables), crs=tables[0].crs).to_file(folder / "all.gpkg")
    return folder


@pytest.fixture(autouse=True)
def models(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFA_MODELS", str(place / "models"))


@pytest.fixture(scope="module")
def saved(place: Path) -> Path:
    """A folder with the map of `home` and the model of it, whose classes have values and an order of their own."""
    from engine.jobs import classify
    from engine.protocol import ClassifyRequest

    out = place / "saved"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OFA_MODELS", str(place / "models"))
        request = request_of(
            ClassifyRequest, place / "home.tif", labels=str(place / "home.gpkg"), field="class",
            values={"water": 9, "town": 2}, colours={"water": "#123456"}, save_model=str(out / "model"),
            out=str(out / "map.tif"), confidence=str(out / "sure.tif"), applicability=str(out / "unlike.tif"),
            model="small", device="cpu", precision="float32",
        )  # fmt: skip
        classify.run(request, lambda *_: None)
    return out


def predicted(engine: Engine, scene: Path, model: Path, out: Path, *more: object) -> dict[str, Any]:
    answer = engine(
        "predict", scene, "--model", model, "--out", out / "map.tif", "--confidence", out / "sure.tif",
        "--applicability", out / "unlike.tif", "--json", *USUAL, *more,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(1)


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same rasters, to the last bit, in the same colours."""
    for name in RASTERS:
        if read(one / name).tobytes() != read(other / name).tobytes():
            return False
    with rasterio.open(one / "map.tif") as here, rasterio.open(other / "map.tif") as there:
        return bool(here.colormap(1) == there.colormap(1) and here.nodata == there.nodata)


def refused(answer: Any, text: str, out: Path) -> None:
    assert answer.status == 2 and text in answer.err, answer.err
    assert answer.err.strip().count("\n") == 0
    assert not list(out.glob("*.tif"))


def changed(
    scene: Path, path: Path, change: Callable[[np.ndarray], np.ndarray], keep: Sequence[int] = range(10)
) -> Path:
    """A copy of a scene with some of its bands, in this order, and other pixels."""
    with rasterio.open(scene) as source:
        pixels, names, tags, profile = (
            change(source.read())[list(keep)],
            source.descriptions,
            source.tags(),
            source.profile,
        )
    with rasterio.open(path, "w", **{**profile, "count": len(keep), "height": pixels.shape[1]}) as target:
        target.write(pixels)
        target.update_tags(**tags)
        for index, band in enumerate(keep, 1):
            target.set_band_description(index, names[band])
    return path


def rewritten(place: Path, path: Path, keep: Sequence[int]) -> Path:
    """A copy of the scene `home` with some of its bands, in this order."""
    return changed(place / "home.tif", path, lambda pixels: pixels, keep)


def snow_below(pixels_CHW: np.ndarray) -> np.ndarray:
    """What the lower half of a scene could look like, and no label."""
    snow_CHW = np.random.default_rng(0).normal(1, 0.02, pixels_CHW[:, 100:].shape)
    snow_CHW *= np.array([9000, 8800, 8600, 8300, 8000, 7900, 7800, 7700, 600, 500])[:, None, None]
    return np.concatenate([pixels_CHW[:, :100], snow_CHW.astype(pixels_CHW.dtype)], axis=1)


def test_at_home_a_saved_model_maps_as_the_labels_did_byte_for_byte(
    engine: Engine, place: Path, saved: Path, tmp_path: Path
) -> None:
    told = predicted(engine, place / "home.tif", saved / "model", tmp_path)
    assert same(tmp_path, saved)
    assert (tmp_path / "map.qml").read_bytes() == (saved / "map.qml").read_bytes()
    assert [(row["name"], row["value"]) for row in told["classes"]][:2] == [("water", 9), ("town", 2)]
    assert len(np.unique(read(tmp_path / "map.tif"))) == 7  # a map of one class would prove nothing


def test_workers_and_a_zip_make_the_same_map(engine: Engine, place: Path, saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "shared.zip", "w") as file:
        for name in (model_card.CARD, model_card.WEIGHTS):
            file.write(saved / "model" / name, f"any name/{name}")
    predicted(engine, place / "home.tif", tmp_path / "shared.zip", tmp_path, "--workers", "2")
    assert same(tmp_path, saved)


def test_bands_are_found_by_what_they_measure_wherever_they_lie(
    engine: Engine, place: Path, saved: Path, tmp_path: Path
) -> None:
    shuffled = rewritten(place, tmp_path / "shuffled.tif", np.random.default_rng(0).permutation(10).tolist())
    predicted(engine, shuffled, saved / "model", tmp_path)
    assert same(tmp_path, saved)


def test_another_scene_is_mapped_with_the_same_legend_and_no_shares_of_the_first(
    engine: Engine, place: Path, saved: Path, tmp_path: Path
) -> None:
    predicted(engine, place / "away.tif", saved / "model", tmp_path, "--vector", tmp_path / "map.gpkg")
    value = {"water": 9, "town": 2}
    free = iter(sorted(set(range(1, 10)) - set(value.values())))
    value |= {name: next(free) for name in NAMES if name not in value}
    truth = np.array([value[name] for name in landscape.CLASSES])[np.load(place / "away.npy")]
    assert np.mean(read(tmp_path / "map.tif") == truth) > 0.85
    assert set(geopandas.read_file(tmp_path / "map.gpkg")["class"]) == set(NAMES)
    with rasterio.open(tmp_path / "map.tif") as source:
        assert source.colormap(1)[9][:3] == (0x12, 0x34, 0x56)


def test_a_scene_unlike_all_that_was_learnt_is_told(engine: Engine, place: Path, saved: Path, tmp_path: Path) -> None:
    snow = changed(place / "away.tif", tmp_path / "snow.tif", snow_below)
    told = predicted(engine, snow, saved / "model", tmp_path)
    unlike = read(tmp_path / "unlike.tif") > 1
    assert unlike[110:].mean() > 0.95
    assert told["applicable"] == pytest.approx(1 - unlike.mean(), abs=0.1)
    assert "of the scene is unlike anything this model has learnt from" in told["warnings"][0]


def test_a_missing_band_and_a_foreign_sensor_are_told_in_one_line(
    engine: Engine, place: Path, saved: Path, tmp_path: Path, write_scene: Callable[..., Path]
) -> None:
    few = rewritten(place, tmp_path / "few.tiff", list(range(9)))
    answer = engine("predict", few, "--model", saved / "model", "--out", tmp_path / "m.tif")
    refused(answer, "the model needs the band B12 (2202.4 nm); the scene has", tmp_path)
    radar = write_scene(np.random.default_rng(0).normal(-12, 3, (2, 64, 64)).astype("float32"), name="radar.tiff")
    answer = engine(
        "predict", radar, "--model", saved / "model", "--out", tmp_path / "m.tif", "--sensor", "sentinel-1",
        "--bands", "1=VV,2=VH", "--units", "db",
    )  # fmt: skip
    refused(answer, "the model was trained on", tmp_path)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("cut", "is damaged: expected sha256"),
        ("names", "the card of copy was changed"),
        ("digest", "is damaged: expected sha256"),
        ("backbone", "needs the model other that it was made with"),
        ("no backbone", "does not say what the model has learnt from"),
    ],
)
def test_damaged_weights_and_a_changed_card_are_refused(
    engine: Engine, place: Path, saved: Path, tmp_path: Path, change: str, text: str
) -> None:
    folder = Path(shutil.copytree(saved / "model", tmp_path / "copy"))
    card, weights = json.loads((folder / model_card.CARD).read_text()), folder / model_card.WEIGHTS
    card["mlm:name"] = "copy"
    if change == "cut":
        weights.write_bytes(weights.read_bytes()[:-100])
    elif change == "names":
        card["ofa"]["downstream"]["classes"][0] = "gold"
    elif change == "digest":
        card["ofa"]["sha256"] = "sha256:" + "0" * 64
    elif change == "backbone":
        card["ofa"]["few_label"]["backbone"] = {"name": "other", "sha256": "0" * 64, "needed": True}
    else:
        del card["ofa"]["few_label"]["backbone"]
    (folder / model_card.CARD).write_text(json.dumps(card))
    refused(engine("predict", place / "home.tif", "--model", folder, "--out", tmp_path / "m.tif"), text, tmp_path)


def test_a_zip_writes_nothing_outside_and_must_hold_one_model(
    engine: Engine, place: Path, saved: Path, tmp_path: Path
) -> None:
    card = (saved / "model" / model_card.CARD).read_bytes()
    evil, two, none, broken = (tmp_path / f"{name}.zip" for name in ("evil", "two", "none", "broken"))
    weights = (saved / "model" / model_card.WEIGHTS).read_bytes()
    with zipfile.ZipFile(evil, "w") as file:
        for name, data in (("card.json", card), ("weights.safetensors", weights), ("startup.py", b"raise")):
            file.writestr(f"../../escaped/{name}", data)
    with zipfile.ZipFile(two, "w") as file:
        file.writestr("a/card.json", card)
        file.writestr("b/card.json", card)
    with zipfile.ZipFile(none, "w") as file:
        file.writestr("readme.txt", b"")
    broken.write_bytes(evil.read_bytes()[:500])
    before = {path for path in tmp_path.parent.rglob("*") if path.is_file()}
    told = predicted(engine, place / "home.tif", evil, tmp_path)
    assert told["model"]["name"] == "model"
    after = {path for path in tmp_path.parent.rglob("*") if path.is_file()} - before
    unpacked = {path.name for path in after if path.parent != tmp_path}
    assert unpacked == {model_card.CARD, model_card.WEIGHTS} and not list(tmp_path.parent.rglob("escaped"))
    for path, text in ((two, "found 2"), (none, "found 0"), (broken, "cannot be unpacked")):
        answer = engine("predict", place / "home.tif", "--model", path, "--out", tmp_path / "other" / "m.tif")
        refused(answer, text, tmp_path / "other")


def test_without_deep_features_the_backbone_may_be_elsewhere(
    engine: Engine, place: Path, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = json.loads((saved / "model" / model_card.CARD).read_text())["ofa"]["few_label"]["backbone"]["needed"]
    monkeypatch.setenv("OFA_MODELS", str(tmp_path))
    answer = engine("predict", place / "home.tif", "--model", saved / "model", "--out", tmp_path / "m.tif", *USUAL)
    if needed:
        refused(answer, "needs the model small that it was made with", tmp_path)
    else:
        assert answer.status == 0, answer.err
        assert read(tmp_path / "m.tif").tobytes() == read(saved / "map.tif").tobytes()


def test_a_model_of_heights_maps_other_heights_without_the_backbone(
    engine: Engine, write_clicks: Callable[..., None], tmp_path: Path
) -> None:
    for name, lowest in (("home", 0), ("away", 5)):
        heights_HW = lowest + np.add.outer(np.arange(120.0), np.arange(130.0)).astype(np.float32)
        with rasterio.open(
            tmp_path / f"{name}.tif", "w", driver="GTiff", width=130, height=120, count=1, dtype="float32",
            crs="EPSG:32633", transform=from_origin(500_000, 5_800_000, 10, 10),
        ) as file:  # fmt: skip
            file.write(heights_HW, 1)
    clicks = {name: [(start + 7 * k, start + 3 * k) for k in range(8)] for name, start in (("low", 5), ("high", 70))}
    write_clicks(tmp_path / "home.tif", clicks, tmp_path / "home.gpkg")
    said = ("--sensor", "elevation", "--device", "cpu")
    model = tmp_path / "heights"
    answer = engine(
        "classify", tmp_path / "home.tif", tmp_path / "home.gpkg", "--field", "class", "--save-model", model, *said
    )
    assert answer.status == 0, answer.err
    answer = engine("predict", tmp_path / "away.tif", "--model", model, "--out", tmp_path / "map.tif", *said)
    assert answer.status == 0, answer.err
    map_HW = read(tmp_path / "map.tif")
    assert len({map_HW[5, 5], map_HW[-5, -5]} - {0}) == 2
    refused(
        engine("embed", tmp_path / "away.tif", "--out", tmp_path / "f" / "e.tif", *said), "spectral", tmp_path / "f"
    )


def test_an_interrupted_map_is_continued(place: Path, saved: Path, tmp_path: Path) -> None:
    tall = changed(place / "home.tif", tmp_path / "tall.tiff", lambda pixels: np.tile(pixels, (1, 5, 1)))

    def request(out: Path) -> PredictRequest:
        more = {"confidence": str(out / "sure.tif"), "applicability": str(out / "unlike.tif")}
        return request_of(
            PredictRequest, tall, out=str(out / "map.tif"), model=str(saved / "model"), device="cpu",
            precision="float32", **more,
        )  # fmt: skip

    def stop(done: int, total: int, note: str) -> None:
        if note == "mapping" and done >= 0.8 * total:
            raise Cancelled

    whole, part = tmp_path / "whole", tmp_path / "part"
    predict.run(request(whole), lambda *_: None)
    with pytest.raises(Cancelled):
        predict.run(request(part), stop)
    assert not any((part / name).exists() for name in RASTERS)
    told = predict.run(request(part), lambda *_: None)
    assert "An unfinished run was continued." in told["warnings"]
    assert [(whole / name).read_bytes() == (part / name).read_bytes() for name in RASTERS] == [True] * 3


def test_a_model_is_saved_without_a_map_and_what_needs_one_is_refused(
    engine: Engine, place: Path, saved: Path, tmp_path: Path
) -> None:
    common = ("classify", place / "home.tif", place / "home.gpkg", "--field", "class", "--model", "small", *USUAL)
    answer = engine(*common, "--save-model", tmp_path / "only.zip")
    assert answer.status == 0, answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["only.zip"] and str(tmp_path / "only.zip") in answer.out
    with zipfile.ZipFile(tmp_path / "only.zip") as file:
        weights = file.read("only/weights.safetensors")
        score = json.loads(file.read("only/card.json"))["ofa"]["few_label"]["score"]
    assert 0.5 < score["macro_f1"] <= 1 and len(score["interval"]) == 2
    assert len(weights) == (saved / "model" / model_card.WEIGHTS).stat().st_size
    refused(engine(*common), "no output was named", tmp_path)
    vector = tmp_path / "map.gpkg"
    refused(engine(*common, "--save-model", tmp_path / "m", "--vector", vector), "no output was named", tmp_path)
    answer = engine(*common, "--save-model", tmp_path / "only.zip")
    refused(answer, "exists already", tmp_path)


def test_a_model_says_what_it_is_and_nothing_of_folders(saved: Path, place: Path) -> None:
    text = (saved / "model" / model_card.CARD).read_text()
    told = json.loads(text)["ofa"]
    assert told["few_label"]["backbone"]["name"] == "small"
    assert told["few_label"]["order"][:2] == ["water", "town"] and len(told["few_label"]["labels"]) == 7
    assert told["downstream"]["sensor"] == "sentinel-2" and len(told["downstream"]["bands"]) == 10
    assert str(place) not in text


def test_labels_of_several_scenes_teach_one_head_that_is_checked_by_whole_scenes(
    engine: Engine, place: Path, tmp_path: Path
) -> None:
    names = [place / f"{name}.tif" for name in SEEDS]
    answer = engine(
        "classify", *names, place / "all.gpkg", "--field", "class", "--model", "small", "--json",
        "--out", tmp_path / "map.tif", "--save-model", tmp_path / "model", "--report", tmp_path / "report", *USUAL,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    learnt = Learnt.from_bytes((tmp_path / "model" / model_card.WEIGHTS).read_bytes(), "it")
    assert learnt.elsewhere and set(learnt.elsewhere.groups) <= {*BY_ITSELF}
    assert json.loads((tmp_path / "model" / model_card.CARD).read_text())["ofa"]["few_label"]["score"]["whole_scenes"]
    report = json.loads(answer.out)["report"]
    assert report["folds"] == 3 and report["whole_scenes"]
    assert "of scenes held out as a whole" in report["score"]
    assert {row["pixels_labelled"] for row in report["classes"]} == {24}
    assert not any("outside the scene" in text for text in report["warnings"])
    assert list(report["prior"].values()) == pytest.approx([1 / 7] * 7)
    truth = NAMES[read(tmp_path / "map.tif") - 1] == np.array(landscape.CLASSES)[np.load(place / "home.npy")]
    assert truth.mean() > 0.85
    answer = engine("predict", names[0], "--model", tmp_path / "model", "--out", tmp_path / "again.tif", *USUAL)
    assert answer.status == 0, answer.err
    assert read(tmp_path / "again.tif").tobytes() == read(tmp_path / "map.tif").tobytes()


def test_workers_map_what_several_scenes_taught(engine: Engine, place: Path, tmp_path: Path) -> None:
    common = ("classify", place / "home.tif", place / "away.tif", place / "all.gpkg", "--field", "class", *USUAL)
    for name, more in (("one", ()), ("two", ("--workers", "2"))):
        out = ("--out", tmp_path / name / "map.tif", "--applicability", tmp_path / name / "unlike.tif")
        answer = engine(*common, "--model", "small", *out, *more)
        assert answer.status == 0, answer.err
    for name in ("map.tif", "unlike.tif"):
        assert read(tmp_path / "one" / name).tobytes() == read(tmp_path / "two" / name).tobytes()


def test_a_scene_without_labels_or_bands_of_the_first_is_named(engine: Engine, place: Path, tmp_path: Path) -> None:
    common = ("--field", "class", "--model", "small", "--out", tmp_path / "m.tif", *USUAL)
    answer = engine("classify", place / "home.tif", place / "away.tif", place / "home.gpkg", *common)
    refused(answer, "away.tif: all labels lie outside the scene", tmp_path)
    few = rewritten(place, tmp_path / "few.tiff", list(range(9)))
    answer = engine("classify", place / "away.tif", few, place / "all.gpkg", *common)
    refused(answer, "few.tiff: the model needs the band B12", tmp_path)
    assert "expected scenes and, last, their labels" in engine("classify", place / "home.tif", *common).err


def test_many_scenes_are_mapped_by_one_saved_model(engine: Engine, place: Path, saved: Path, tmp_path: Path) -> None:
    answer = engine(
        "batch", "predict", place / "away.tif", place / "third.tif", "--model", saved / "model", "--applicability",
        "--out", tmp_path / "maps", *USUAL,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    found = {path.name for path in (tmp_path / "maps").glob("*.tif")}
    assert found == {f"{scene}_{what}.tif" for scene in ("away", "third") for what in ("map", "applicability")}


def test_only_what_learnt_from_labels_tells_how_unlike_a_scene_is(
    engine: Engine, place: Path, saved: Path, tmp_path: Path
) -> None:
    labels = geopandas.read_file(place / "home.gpkg").drop_duplicates("class")
    labels.to_file(tmp_path / "one.gpkg")
    answer = engine(
        "classify", place / "home.tif", tmp_path / "one.gpkg", "--field", "class", "--model", "small", *USUAL,
        "--save-model", tmp_path / "unchecked",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    common = ("predict", place / "home.tif", "--out", tmp_path / "m.tif", "--applicability", tmp_path / "u.tif")
    refused(engine(*common, "--model", tmp_path / "unchecked"), "do not tell how unlike", tmp_path)
    refused(engine("export", tmp_path / "unchecked", "--format", "onnx"), "learnt from labels", tmp_path)


def test_a_model_is_listed_shown_and_added_by_its_name(
    engine: Engine, place: Path, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    answer = engine("models", "show", saved / "model")
    assert answer.status == 0, answer.err
    for text in (
        "maps 7 classes of sentinel-2 scenes, learnt from 56 labels in 1 scene",
        "backbone    small",
        "home.tif",
    ):
        assert text in answer.out
    score = json.loads((saved / "model" / model_card.CARD).read_text())["ofa"]["few_label"]["score"]
    assert f"macro-F1 {score['macro_f1']:.2f} ({score['interval'][0]:.2f} to " in answer.out
    added = engine("models", "add", saved / "model")
    assert added.status == 0 and "use it with --model model" in added.out, added.err
    assert engine("models", "add", saved / "model").status == 0  # it is the same one
    assert "in the scene it learnt from" in engine("models", "list").out
    answer = engine("predict", place / "home.tif", "--model", "model", "--out", tmp_path / "m.tif", *USUAL)
    assert answer.status == 0, answer.err
    assert read(tmp_path / "m.tif").tobytes() == read(saved / "map.tif").tobytes()


def test_a_model_never_takes_the_name_of_another(
    engine: Engine, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = Path(shutil.copytree(saved / "model", tmp_path / "copy"))
    card = json.loads((folder / model_card.CARD).read_text())
    for name, made in (("ofa-tiny", ""), ("../../out", "out"), ("..", "model")):
        (folder / model_card.CARD).write_text(json.dumps({**card, "mlm:name": name}))
        answer = engine("models", "add", folder)
        if not made:
            assert answer.status == 2 and "a model called ofa-tiny is here already" in answer.err
        else:
            assert answer.status == 0, answer.err
            assert (tmp_path / "data" / "ofa" / "models" / made / model_card.WEIGHTS).is_file()
    assert not (tmp_path / "out").exists() and not (tmp_path / "data" / "out").exists()
