"""The job count: boxes with a score, a density, how sure the count is; or one clear error and nothing left."""

import json
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

from engine.cli import recipe
from engine.errors import Cancelled, EngineError
from engine.jobs import count
from engine.jobs.stages import ProgressTracker, steps_of
from engine.messages import body_of
from engine.objects import training_samples
from engine.objects.boxes import f1, matched
from engine.protocol import CountRequest, SceneSpec
from tests.engine.objects.discs import SIZE, discs_and_bars

GSD_M = 0.5
GRID = Affine(GSD_M, 0, 400_000, 0, -GSD_M, 5_700_000)
SHAPE = 150, 210
LEFT = 90
"""Columns of the area."""
UTM = "EPSG:32633"


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def on_ground(shapes: Any) -> np.ndarray:
    return shapely.transform(np.asarray(shapes), lambda xy: np.stack(GRID @ tuple(xy.T), axis=1))


def write(path: Path, shapes: Any, crs: str | None = UTM) -> Path:
    geopandas.GeoDataFrame(geometry=on_ground(shapes), crs=UTM).to_crs(crs or UTM).to_file(path)
    return path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene of discs, `examples.gpkg` with those on the left, and `area.gpkg` around them."""
    folder = tmp_path_factory.mktemp("discs")
    x_CHW, boxes_N4 = discs_and_bars(SHAPE, 26, seed=3)
    pixels = (x_CHW * 30 + 100).clip(1, 254).astype(np.uint8)
    form = {"driver": "GTiff", "count": 3, "height": SHAPE[0], "width": SHAPE[1], "dtype": "uint8"}
    with rasterio.open(folder / "scene.tif", "w", crs=UTM, transform=GRID, **form) as file:
        file.write(pixels)
        for band, name in enumerate(("Red", "Green", "Blue"), 1):
            file.set_band_description(band, name)
    top, left, bottom, right = boxes_N4.T
    write(folder / "all.gpkg", shapely.box(left, top, right, bottom))
    mine_N = (left + right) / 2 < LEFT
    write(folder / "examples.gpkg", shapely.box(left, top, right, bottom)[mine_N])
    write(folder / "points.gpkg", shapely.points((left + right) / 2, (top + bottom) / 2)[mine_N], "EPSG:4326")
    write(folder / "area.gpkg", [shapely.box(0, 0, LEFT, SHAPE[0])])
    np.save(folder / "truth.npy", boxes_N4)
    return folder


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """One draw of few places: discs are easy."""
    for name, value in {"DRAWS": 1, "ON": 400, "OFF": 400, "SEEN": 300}.items():
        monkeypatch.setattr(training_samples, name, value)
    monkeypatch.setattr(count, "DRAWS", 1)


def asked(place: Path, out: Path, **more: Any) -> CountRequest:
    given = {"labels": str(place / "examples.gpkg"), "area": str(place / "area.gpkg"), "out": str(out), **more}
    scene = SceneSpec(str(place / "scene.tif"), sensor="aerial", units="uint8")
    return CountRequest(scene, device="cpu", **given)


def in_pixels(table: geopandas.GeoDataFrame) -> np.ndarray:
    left, bottom, right, top = table.geometry.bounds.to_numpy().T
    cols, rows = ~GRID @ (np.stack([left, right]), np.stack([top, bottom]))
    return np.stack([rows[0], cols[0], rows[1], cols[1]], axis=1)


def test_discs_get_boxes_with_a_score_and_the_count_a_range(place: Path, tmp_path: Path) -> None:
    answer = count.run(asked(place, tmp_path / "o.gpkg", density=str(tmp_path / "d.tif")), quiet)
    table, truth_N4 = geopandas.read_file(tmp_path / "o.gpkg", layer="o"), np.load(place / "truth.npy")
    assert table.crs == UTM and answer["found"] == len(table) and json.dumps(answer)
    assert table.score.between(answer["threshold"], 1).all() and table.score.is_monotonic_decreasing
    assert table.area_m2.median() == pytest.approx((SIZE * GSD_M) ** 2, rel=0.25)
    assert f1(matched(in_pixels(table), truth_N4), len(table), len(truth_N4)) > 0.8
    estimate = answer["report"]["estimate"]
    assert estimate["low"] < len(truth_N4) < estimate["high"] and answer["report"]["skill"]["f1"] > 0.6
    assert answer["report"]["area_ha"] == pytest.approx(LEFT * SHAPE[0] * GSD_M**2 / 1e4, rel=0.01)
    with rasterio.open(tmp_path / "d.tif") as file:
        assert file.read(1).sum() * GSD_M**2 / 1e4 == pytest.approx(len(table), rel=0.01)
        assert "OFA_REQUEST" in file.tags() and file.descriptions == ("objects per hectare",)
    assert (tmp_path / "d.qml").exists() and answer["outputs"]["style"] == str(tmp_path / "d.qml")


def test_the_file_holds_its_style_and_where_it_comes_from(place: Path, tmp_path: Path) -> None:
    request = asked(place, tmp_path / "o.gpkg", shape="points", min_score=0.9)
    answer = count.run(request, quiet)
    assert answer["threshold"] == 0.9
    info = pyogrio.read_info(tmp_path / "o.gpkg", layer="o")
    assert info["geometry_type"] == "Point"
    told = info["dataset_metadata"] or {}
    assert json.loads(told["OFA_REQUEST"])["labels"] == "examples.gpkg" and "OFA_VERSION" in told
    styles = pyogrio.read_dataframe(tmp_path / "o.gpkg", layer="layer_styles", read_geometry=False)
    assert "SimpleMarker" in styles.styleQML[0] and styles.f_table_name[0] == "o"


def test_points_with_a_size_in_another_crs_teach_as_outlines_do(place: Path, tmp_path: Path) -> None:
    more = {"labels": str(place / "points.gpkg"), "size": SIZE * GSD_M}
    answer = count.run(asked(place, tmp_path / "o.geojson", **more), quiet)
    assert answer["report"]["size_px"] == pytest.approx(SIZE, rel=0.02) and answer["found"] > 15
    assert any("reprojected" in str(text) for text in answer["warnings"])
    assert (tmp_path / "o.qml").exists() and geopandas.read_file(tmp_path / "o.geojson").crs == "EPSG:4326"


def test_an_object_does_not_depend_on_the_extent(place: Path, tmp_path: Path) -> None:
    x0, y1 = GRID @ (70, 20)
    x1, y0 = GRID @ (170, 120)
    whole = geopandas.read_file((count.run(asked(place, tmp_path / "w.gpkg"), quiet))["outputs"]["objects"], layer="w")
    count.run(asked(place, tmp_path / "p.gpkg", extent=(x0, y0, x1, y1)), quiet)
    part = geopandas.read_file(tmp_path / "p.gpkg", layer="p")
    middle = whole.geometry.centroid
    inside = whole[(middle.x > x0) & (middle.x < x1) & (middle.y > y0) & (middle.y < y1)]
    assert 3 < len(part) == len(inside) < len(whole)
    assert np.allclose(part.geometry.bounds, inside.geometry.bounds, atol=1e-3)
    assert np.allclose(part.score, inside.score, atol=1e-4)


def test_without_an_area_the_box_around_the_objects_is_it_and_that_is_told(place: Path, tmp_path: Path) -> None:
    answer = count.run(asked(place, tmp_path / "o.gpkg", area=None), quiet)
    assert any("No area was given" in str(text) for text in answer["warnings"])
    assert answer["report"]["outlined"] == len(geopandas.read_file(place / "examples.gpkg"))


def test_a_recipe_runs_it_again(place: Path, tmp_path: Path) -> None:
    request = asked(place, tmp_path / "o.gpkg", min_score=0.5)
    (tmp_path / "r.json").write_text(json.dumps({"kind": "count", **body_of(request)}))
    assert recipe.read(str(tmp_path / "r.json")) == request


def test_it_tells_how_far_it_is_and_leaves_nothing_if_cancelled(place: Path, tmp_path: Path) -> None:
    request = asked(place, tmp_path / "o.gpkg", density=str(tmp_path / "d.tif"))

    def cancel_at(wanted: str) -> Any:
        def report(done: int, total: int, note: str) -> None:
            if note == wanted:
                raise Cancelled

        return report

    for note in ("reading the scene", count.LEARNING, count.LOOKING, count.MAPPING):
        with pytest.raises(Cancelled):
            count.run(request, cancel_at(note))
        assert not list(tmp_path.iterdir()), note
    heard: list[Any] = []
    count.run(request, ProgressTracker(steps_of(request), heard.append))
    shares = [each.share for each in heard]
    assert shares == sorted(shares) and shares[-1] > 0.85
    assert {each.stage for each in heard} == set(range(len(heard[-1].stages)))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"out": ""}, "no output"),
        ({"out": "o.txt"}, "o.txt"),
        ({"labels": ""}, "no outlined objects"),
        ({"labels": "none.gpkg"}, "none.gpkg"),
        ({"labels": "points.gpkg"}, "found points"),
        ({"labels": "lines.gpkg"}, "found lines"),
        ({"labels": "two.gpkg"}, "3 or more outlined objects; found 2"),
        ({"labels": "tiny.gpkg"}, "3 pixels or more across; these have 2.0"),
        ({"labels": "heap.gpkg"}, "in one place"),
        ({"labels": "far.gpkg"}, "outside the scene"),
        ({"area": "elsewhere.gpkg"}, "no outlined object lies in the area"),
        ({"area": "points.gpkg"}, "expected polygons in the area"),
        ({"area": "far.gpkg"}, "outside the scene"),
        ({"shape": "circles"}, "circles"),
        ({"size": -1.0}, "--size"),
        ({"min_score": 2.0}, "--min-score"),
        ({"density": "o.gpkg"}, "o.gpkg"),
        ({"extent": (0.0, 0.0, 1.0, 1.0)}, "outside the scene"),
    ],
)
def test_what_cannot_be_counted_is_one_clear_error(
    place: Path, tmp_path: Path, more: dict[str, Any], told: str
) -> None:
    at = np.array([20, 60, 100, 130])
    write(place / "two.gpkg", shapely.box(at[:2], at[:2], at[:2] + 14, at[:2] + 14))
    write(place / "tiny.gpkg", shapely.box(at, at, at + 2, at + 2))
    write(place / "heap.gpkg", shapely.box(20 + np.arange(4), 20, 34 + np.arange(4), 34))
    write(place / "far.gpkg", shapely.box(at + 9000, at, at + 9014, at + 14))
    write(place / "lines.gpkg", shapely.linestrings([[[0, 0], [20, 20]], [[50, 5], [60, 60]], [[9, 80], [60, 99]]]))
    write(place / "elsewhere.gpkg", [shapely.box(205, 0, 210, 5)])
    given = {"area": None, **more} if "labels" in more else dict(more)
    for name in ("labels", "area", "out", "density"):
        if given.get(name):
            given[name] = str((tmp_path if name in ("out", "density") else place) / given[name])
    given = {"out": str(tmp_path / "new.gpkg"), **given}
    with pytest.raises(EngineError, match=told) as caught:
        count.run(asked(place, **given), quiet)
    assert caught.value.hint and "\n" not in str(caught.value) and not list(tmp_path.iterdir())
