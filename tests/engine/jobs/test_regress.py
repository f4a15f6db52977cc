"""From a scene and points with a number to a map of values, through the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import rasterio

from engine.errors import Cancelled
from engine.jobs import regress
from engine.protocol import ComputeSpec, RegressRequest, SceneSpec
from resources.demo import landscape

Engine = Callable[..., Any]
SIDE = 200


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene, a height that its bands tell, and 120 points at which it was measured."""
    folder = tmp_path_factory.mktemp("place")
    landscape.write(landscape.simulate(SIDE, SIDE), folder / "scene.tif")
    with rasterio.open(folder / "scene.tif") as source:
        bands_CHW = source.read().astype(float)
        z_CHW = (bands_CHW - bands_CHW.mean((1, 2), keepdims=True)) / bands_CHW.std((1, 2), keepdims=True)
        height_HW = 10 + 3 * np.tanh(z_CHW[0]) + z_CHW[-1]
        np.save(folder / "height.npy", height_HW)
        rows_N, cols_N = np.random.default_rng(0).integers(0, SIDE, (2, 120))
        xs, ys = source.xy(rows_N, cols_N)
        columns = {"height": height_HW[rows_N, cols_N], "name": [f"p{k}" for k in range(120)], "flat": 3.0}
        gpd.GeoDataFrame(columns, geometry=gpd.points_from_xy(xs, ys), crs=source.crs).to_file(folder / "points.gpkg")
    return folder


def command(place: Path, out: Path, *more: object, field: str = "height") -> tuple[object, ...]:
    return (
        "regress", place / "scene.tif", place / "points.gpkg", "--field", field, "--out", out, "--model",
        "ofa-untrained", *more,
    )  # fmt: skip


def test_points_become_a_map_whose_intervals_hold(engine: Engine, place: Path, tmp_path: Path) -> None:
    out, ends, unlike = (tmp_path / name for name in ("map.tif", "ends.tif", "unlike.tif"))
    more = ("--interval", ends, "--applicability", unlike, "--report", tmp_path / "report", "--json")
    answer = engine(*command(place, out, *more))
    assert answer.status == 0, answer.err
    told, truth_HW = json.loads(answer.out), np.load(place / "height.npy")
    with rasterio.open(out) as source:
        value_HW, tags = source.read(1), source.tags()
        assert source.descriptions == ("height",)
    r2 = 1 - ((value_HW - truth_HW) ** 2).mean() / truth_HW.var()
    assert r2 > 0.7
    assert abs(told["report"]["r2"] - r2) < 0.15
    assert told["report"]["rmse"] == pytest.approx(np.sqrt(((value_HW - truth_HW) ** 2).mean()), rel=0.5)
    with rasterio.open(ends) as source:
        assert source.descriptions == ("low", "high")
        low_HW, high_HW = source.read()
    assert 0.8 < ((low_HW <= truth_HW) & (truth_HW <= high_HW)).mean() < 0.99
    assert np.allclose((low_HW + high_HW) / 2, value_HW, atol=1e-3)
    with rasterio.open(unlike) as source:
        wide_HW = high_HW - low_HW
        assert np.corrcoef(source.read(1).ravel(), wide_HW.ravel())[0, 1] > 0.99
    assert json.loads(tags["OFA_REQUEST"])["labels"] == "points.gpkg"
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == ["values.html", "values.json", "values.png"]
    assert "R²" in (tmp_path / "report" / "values.html").read_text(encoding="utf-8")


def test_a_part_has_the_values_of_the_whole(engine: Engine, place: Path, tmp_path: Path) -> None:
    with rasterio.open(place / "scene.tif") as source:
        bounds = source.window_bounds(rasterio.windows.Window(30, 40, 50, 60))
    extent = ",".join(map(str, bounds))
    for name, more in (("whole.tif", ()), ("part.tif", ("--extent", extent))):
        assert engine(*command(place, tmp_path / name, *more)).status == 0
    with rasterio.open(tmp_path / "whole.tif") as whole, rasterio.open(tmp_path / "part.tif") as part:
        np.testing.assert_allclose(part.read(1), whole.read(1)[40:100, 30:80], rtol=1e-5)  # but for rounding


def test_numbers_of_a_csv_are_text_and_teach_the_same(engine: Engine, place: Path, tmp_path: Path) -> None:
    points = gpd.read_file(place / "points.gpkg")
    rows = [f'"POINT ({p.x} {p.y})",{value}' for p, value in zip(points.geometry, points["height"], strict=True)]
    (tmp_path / "points.csv").write_text("\n".join(["WKT,height", *rows, '"POINT (0 0)",']), encoding="utf-8")
    answer = engine("regress", place / "scene.tif", tmp_path / "points.csv", *command(place, tmp_path / "csv.tif")[3:])
    assert answer.status == 0, answer.err
    assert engine(*command(place, tmp_path / "map.tif")).status == 0
    with rasterio.open(tmp_path / "csv.tif") as found, rasterio.open(tmp_path / "map.tif") as expected:
        np.testing.assert_allclose(found.read(1), expected.read(1), rtol=1e-4)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("name", "expected numbers in the field 'name'; found 'p0' — name a field of numbers: --field height or flat"),
        ("flat", "have the value 3"),
        ("none", "no field"),
    ],
)
def test_fields_from_which_nothing_can_be_learnt_are_refused(
    engine: Engine, place: Path, tmp_path: Path, field: str, told: str
) -> None:
    answer = engine(*command(place, tmp_path / "map.tif", field=field))
    assert answer.status == 2
    assert told in answer.err
    assert answer.err.count("error:") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda points: points.iloc[:6], "6 geometries with a number lie on data"),
        (lambda points: points.set_geometry(points.translate(1e6)), "outside the scene"),
        (lambda points: points.assign(height=np.nan), "no feature has a number"),
    ],
)
def test_points_from_which_nothing_can_be_learnt_are_refused(
    engine: Engine, place: Path, tmp_path: Path, change: Callable[..., gpd.GeoDataFrame], told: str
) -> None:
    changed = change(gpd.read_file(place / "points.gpkg"))
    changed.to_file(tmp_path / "points.gpkg")
    out = tmp_path / "map.tif"
    answer = engine("regress", place / "scene.tif", tmp_path / "points.gpkg", "--field", "height", "--out", out)
    assert answer.status == 2
    assert told in answer.err
    assert not out.exists()


def test_points_without_a_number_and_outside_are_left_out_and_told(engine: Engine, place: Path, tmp_path: Path) -> None:
    points = gpd.read_file(place / "points.gpkg")
    points.loc[:4, "height"] = np.nan
    points.loc[5:7, "geometry"] = points.loc[5:7].translate(1e6)
    points.to_file(tmp_path / "points.gpkg")
    answer = engine(
        "regress", place / "scene.tif", tmp_path / "points.gpkg", "--field", "height", "--out", tmp_path / "map.tif",
        "--model", "ofa-untrained",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    assert "5 features without a number" in answer.out
    assert "3 geometries outside the scene" in answer.out


def test_a_cancelled_job_leaves_nothing(place: Path, tmp_path: Path) -> None:
    def cancel(done: int, total: int, note: str) -> None:
        if str(note) == "mapping":
            raise Cancelled

    scene, compute = SceneSpec(str(place / "scene.tif")), ComputeSpec(model="ofa-untrained")
    request = RegressRequest(
        scene, compute, labels=str(place / "points.gpkg"), field="height", out=str(tmp_path / "map.tif")
    )
    with pytest.raises(Cancelled):
        regress.run(request, cancel)
    assert list(tmp_path.iterdir()) == []
