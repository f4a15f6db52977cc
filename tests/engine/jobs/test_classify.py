"""From a scene and a handful of labels to a map, through the command line, on a landscape with known truth."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from shapely.geometry import Point, Polygon, box

from engine import inference
from engine.inference import autotune
from engine.jobs import classify as classify_job
from engine.protocol import ClassifyRequest, ComputeSpec, SceneSpec
from resources.demo import landscape

Engine = Callable[..., Any]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    """A folder with a simulated scene, its truth and clicked labels."""
    folder = tmp_path_factory.mktemp("place")
    simulated = landscape.simulate(300, 380)
    landscape.write(simulated, folder / "scene.tif")
    write_clicks(folder / "scene.tif", landscape.clicks(simulated), folder / "labels.gpkg")
    np.save(folder / "truth.npy", simulated.truth_HW)
    return folder


def classify(engine: Engine, place: Path, out: Path, *more: object) -> dict[str, Any]:
    answer = engine(
        "classify", place / "scene.tif", place / "labels.gpkg", "--field", "class", "--out", out, "--json", *more
    )
    assert answer.status == 0, answer.err
    return json.loads(answer.out)


def test_a_few_clicks_become_a_map_that_is_nearly_the_truth(engine: Engine, place: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.tif"
    answer = classify(
        engine, place, out, "--confidence", tmp_path / "sure.tif", "--vector", tmp_path / "map.gpkg",
        "--report", tmp_path / "report", "--model", "ofa-untrained",
    )  # fmt: skip
    names = sorted(landscape.CLASSES)
    truth = np.load(place / "truth.npy")
    with rasterio.open(out) as source:
        mapped = source.read(1)
        assert source.nodata == 0
        assert source.colormap(1)[1][:3] != source.colormap(1)[2][:3]
        tags = source.tags()
    agreement = np.mean(np.array(names)[mapped - 1] == np.array(landscape.CLASSES)[truth])
    assert agreement > 0.85
    assert "untrained" in json.dumps(tags)
    with rasterio.open(tmp_path / "sure.tif") as source:
        sure = source.read(1)
    assert 0 <= sure.min() <= sure.max() <= 1
    polygons = geopandas.read_file(tmp_path / "map.gpkg")
    assert set(polygons["class"]) <= set(names)
    assert polygons["area_m2"].sum() == pytest.approx(truth.size * 100)
    assert set(answer) == {"outputs", "report", "model"}
    assert answer["model"]["trained"] is False
    assert 0.5 < answer["report"]["macro_f1"] <= 1
    for name in ("picture.png", "confusion.png", "report.json", "report.html"):
        assert (tmp_path / "report" / name).stat().st_size > 0
    assert out.with_suffix(".qml").is_file()


def test_what_was_never_labelled_is_out_of_the_area_of_applicability(
    engine: Engine, place: Path, tmp_path: Path
) -> None:
    """A class of the landscape has no label: where it lies is unlike all that has one."""
    labels = geopandas.read_file(place / "labels.gpkg")
    labels[labels["class"] != "water"].to_file(tmp_path / "dry.gpkg")
    answer = engine(
        "classify", place / "scene.tif", tmp_path / "dry.gpkg", "--field", "class", "--out", tmp_path / "map.tif",
        "--applicability", tmp_path / "unlike.tif", "--report", tmp_path / "report",
        "--model", "ofa-untrained", "--json",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    told = json.loads(answer.out)
    assert told["outputs"]["applicability"] == str(tmp_path / "unlike.tif")
    water = np.load(place / "truth.npy") == landscape.CLASSES.index("water")
    with rasterio.open(tmp_path / "unlike.tif") as source:
        unlike = source.read(1)
        assert source.descriptions == ("dissimilarity",)
    assert np.mean(unlike[water] > 1) > 0.8
    assert np.mean(unlike[~water] > 1) < 0.2
    assert told["report"]["applicable"] == pytest.approx(np.mean(unlike <= 1), abs=0.15)
    plain = engine(
        "classify", place / "scene.tif", tmp_path / "dry.gpkg", "--field", "class", "--out", tmp_path / "plain.tif",
        "--model", "ofa-untrained",
    )  # fmt: skip
    assert plain.status == 0, plain.err
    with rasterio.open(tmp_path / "map.tif") as judged, rasterio.open(tmp_path / "plain.tif") as source:
        assert np.array_equal(judged.read(), source.read())  # to be judged changes no pixel


def test_nothing_is_said_of_applicability_where_no_label_could_be_held_out(
    engine: Engine, place: Path, tmp_path: Path
) -> None:
    labels = geopandas.read_file(place / "labels.gpkg").drop_duplicates("class")
    labels.to_file(tmp_path / "one.gpkg")
    answer = engine(
        "classify", place / "scene.tif", tmp_path / "one.gpkg", "--field", "class", "--out", tmp_path / "map.tif",
        "--applicability", tmp_path / "unlike.tif", "--model", "ofa-untrained",
    )  # fmt: skip
    assert answer.status == 2 and "label each class in two or more places" in answer.err
    assert not (tmp_path / "map.tif").exists() and not (tmp_path / "unlike.tif").exists()


@pytest.mark.parametrize(("noise", "needed"), [(0.0, False), (0.6, True)])
def test_the_backbone_is_measured_and_runs_only_where_labels_are_not_told_apart_without_it(
    place: Path, quick_model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noise: float, needed: bool
) -> None:
    """Noise in the labels: some of them are called what they are not."""
    labels = geopandas.read_file(place / "labels.gpkg")
    random, names = np.random.default_rng(0), labels["class"].unique()
    wrong = random.random(len(labels)) < noise
    labels.loc[wrong, "class"] = random.choice(names, int(wrong.sum()))
    labels.to_file(tmp_path / "labels.gpkg")
    ran = []
    deep = inference.sample_deep

    def counted(*asked: Any, **more: Any) -> Any:
        ran.append(asked)
        return deep(*asked, **more)

    monkeypatch.setattr(inference, "sample_deep", counted)
    tune, measured = autotune.tune, []
    monkeypatch.setattr(autotune, "tune", lambda *asked: measured.append(asked) or tune(*asked))
    request = ClassifyRequest(
        SceneSpec(str(place / "scene.tif")), compute=ComputeSpec(model=quick_model),
        labels=str(tmp_path / "labels.gpkg"), field="class", out=str(tmp_path / "map.tif"),
    )  # fmt: skip
    classify_job.run(request, lambda *_: None)
    assert bool(ran) is needed and len(measured) == needed


def test_the_map_of_an_extent_is_the_same_part_of_the_whole_map(engine: Engine, place: Path, tmp_path: Path) -> None:
    classify(engine, place, tmp_path / "whole.tif")
    extent = "501000,5798000,502500,5799100"
    classify(engine, place, tmp_path / "part.tif", "--extent", extent)
    with rasterio.open(tmp_path / "whole.tif") as whole, rasterio.open(tmp_path / "part.tif") as part:
        window = whole.window(*part.bounds).round_offsets().round_lengths()
        assert np.array_equal(whole.read(1, window=window), part.read(1))
        assert part.bounds == pytest.approx((501000, 5798000, 502500, 5799100))


def test_labels_in_another_reference_system_give_the_same_map(
    engine: Engine, place: Path, quick_model: str, tmp_path: Path
) -> None:
    classify(engine, place, tmp_path / "utm.tif", "--model", quick_model)
    geopandas.read_file(place / "labels.gpkg").to_crs("EPSG:4326").to_file(tmp_path / "wgs.geojson")
    answer = engine(
        "classify", place / "scene.tif", tmp_path / "wgs.geojson", "--field", "class", "--out", tmp_path / "wgs.tif",
        "--model", quick_model,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "utm.tif") as one, rasterio.open(tmp_path / "wgs.tif") as other:
        assert np.mean(one.read(1) == other.read(1)) > 0.999


def test_nodata_in_any_band_is_nodata_in_the_map_and_nowhere_else(
    engine: Engine, place: Path, quick_model: str, tmp_path: Path
) -> None:
    with rasterio.open(place / "scene.tif") as source:
        pixels, profile, names, tags = source.read(), source.profile, source.descriptions, source.tags()
    pixels[3, 100:130, 50:90] = 0
    pixels[:, :, 300:] = 0
    with rasterio.open(tmp_path / "holes.tif", "w", **{**profile, "nodata": 0}) as target:
        target.write(pixels)
        target.descriptions = names
        target.update_tags(**tags)
    answer = engine(
        "classify", tmp_path / "holes.tif", place / "labels.gpkg", "--field", "class", "--out", tmp_path / "map.tif",
        "--confidence", tmp_path / "sure.tif", "--model", quick_model,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    expected = (pixels == 0).any(0)
    with rasterio.open(tmp_path / "map.tif") as source, rasterio.open(tmp_path / "sure.tif") as sure:
        assert np.array_equal(source.read(1) == 0, expected)
        assert np.array_equal(np.isnan(sure.read(1)), expected)


def test_polygons_with_number_classes_work_and_keep_their_numbers(engine: Engine, place: Path, tmp_path: Path) -> None:
    truth = np.load(place / "truth.npy")
    boxes, codes = [], []
    for code, name in ((10, "water"), (2, "forest")):
        rows, cols = np.nonzero(truth == landscape.CLASSES.index(name))
        for i in np.linspace(0, len(rows) - 1, 6).astype(int):
            x, y = 500_000 + cols[i] * 10, 5_800_000 - rows[i] * 10
            boxes.append(box(x, y - 10, x + 10, y))
            codes.append(code)
    geopandas.GeoDataFrame({"code": codes}, geometry=boxes, crs="EPSG:32633").to_file(tmp_path / "boxes.shp")
    answer = engine(
        "classify",
        place / "scene.tif",
        tmp_path / "boxes.shp",
        "--field",
        "code",
        "--out",
        tmp_path / "m.tif",
        "--json",
    )
    assert answer.status == 0, answer.err
    assert [c["name"] for c in json.loads(answer.out)["report"]["classes"]] == ["2", "10"]


def label_file(folder: Path, geometries: list[Any], classes: list[Any], crs: str | None = "EPSG:32633") -> Path:
    path = folder / "some_labels.gpkg"
    geopandas.GeoDataFrame({"class": classes}, geometry=geometries, crs=crs).to_file(path)
    return path


INSIDE = [Point(501_000 + 100 * i, 5_799_000 - 50 * i) for i in range(6)]


@pytest.mark.parametrize(
    ("geometries", "classes", "field", "expected"),
    [
        ([], [], "class", "empty"),
        (INSIDE, ["a", "b"] * 3, "klass", "klass"),
        (INSIDE, ["a"] * 6, "class", "one class"),
        ([Point(0, 0), Point(10, 10)], ["a", "b"], "class", "outside"),
        ([Polygon(), Polygon()], ["a", "b"], "class", "geometr"),
    ],
)
def test_labels_that_teach_nothing_are_one_clear_line_and_leave_nothing(
    engine: Engine, place: Path, tmp_path: Path, geometries: list[Any], classes: list[Any], field: str, expected: str
) -> None:
    labels = label_file(tmp_path, geometries, classes)
    before = sorted(tmp_path.rglob("*"))
    answer = engine("classify", place / "scene.tif", labels, "--field", field, "--out", tmp_path / "new" / "map.tif")
    assert answer.status == 2
    assert "Traceback" not in answer.err
    assert expected in answer.err
    assert len(answer.err.strip().splitlines()[-1]) > 20
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (["--out", "{scene}", "--overwrite"], "is an input"),
        (["--out", "{labels}", "--overwrite"], "end the name with .tif"),
        (["--out", "{here}/map.tif", "--vector", "{labels}", "--overwrite"], "is an input"),
        (["--out", "{here}"], "folder"),
        (["--out", "{scene}/map.tif"], "cannot be written"),
        (["--out", "{here}/map.tif", "--extent", "0,0,10,10"], "extent"),
        (["--out", "{here}/map.tif", "--extent", "1,2,3"], "extent"),
        (["--out", "{here}/map.tif", "--bands", "11=B02"], "11"),
        (["--out", "{here}/map.tif", "--sensor", "hubble"], "hubble"),
        (["--out", "{here}/map.tif", "--units", "furlongs"], "furlongs"),
        (["--out", "{here}/map.tif", "--model", "no-such-model"], "no-such-model"),
        (["--out", "{here}/map.tif", "--device", "abacus"], "abacus"),
        (["--out", "{here}/map.tif", "--units", "reflectance"], "reflectance"),
    ],
)
def test_a_wrong_option_is_one_clear_line_and_leaves_nothing(
    engine: Engine, place: Path, tmp_path: Path, more: list[str], expected: str
) -> None:
    scene, labels = place / "scene.tif", place / "labels.gpkg"
    content = scene.read_bytes(), labels.read_bytes()
    arguments = [text.format(scene=scene, labels=labels, here=tmp_path) for text in more]
    answer = engine("classify", scene, labels, "--field", "class", *arguments)
    assert answer.status == 2
    assert "Traceback" not in answer.err
    assert expected in answer.err
    assert list(tmp_path.iterdir()) == []
    assert (scene.read_bytes(), labels.read_bytes()) == content


def test_an_existing_map_is_kept_unless_overwriting_was_asked_for(engine: Engine, place: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.tif"
    out.write_text("precious")
    answer = engine("classify", place / "scene.tif", place / "labels.gpkg", "--field", "class", "--out", out)
    assert (answer.status, out.read_text()) == (2, "precious")
    assert "--overwrite" in answer.err


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """No file of this process can grow beyond the limit: its writes fail, as Python ignores SIGXFSZ."""
    import resource  # POSIX

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(not hasattr(os, "setsid"), reason="needs POSIX resource limits")
@pytest.mark.parametrize("limit", [1_000, 60_000, 400_000])
def test_a_full_disk_is_one_clear_line_and_no_result(
    engine: Engine, place: Path, quick_model: str, tmp_path: Path, limit: int
) -> None:
    """The limits bite in the first bytes, in the confidence, and in the picture of the report."""
    out = tmp_path / "out"
    with full_disk(limit):
        done = engine(
            "classify", place / "scene.tif", place / "labels.gpkg", "--field", "class", "--out", out / "map.tif",
            "--confidence", out / "sure.tif", "--vector", out / "map.gpkg", "--report", out / "report",
            "--model", quick_model,
        )  # fmt: skip
    assert done.status == 2, done.err
    assert "Traceback" not in done.err
    assert "could not be written" in done.err.strip().splitlines()[-1]
    assert ".ofa-part" not in done.err
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and ".ofa-part-" not in str(path)]
