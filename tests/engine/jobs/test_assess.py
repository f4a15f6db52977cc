"""A sample of a map, its answers, and what they say: through the jobs, on small rasters."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import rasterio
from rasterio.transform import from_origin

from engine.accuracy import class_raster
from engine.errors import LabelError, OutputError, RequestError, SceneError
from engine.jobs import assess, sample
from engine.protocol import AssessRequest, SampleRequest

NAMES = {1: "water", 2: "forest", 3: "town"}
Maps = tuple[Path, np.ndarray, np.ndarray]


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


def write_map(path: Path, classes: np.ndarray, crs: str | None = "EPSG:32633", **more: object) -> Path:
    profile = {
        "driver": "GTiff", "width": classes.shape[1], "height": classes.shape[0], "count": 1, "dtype": "uint8",
        "nodata": 0, "crs": crs, "transform": from_origin(500_000, 5_800_000, 10, 10), **more,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as target:
        target.write(classes.astype(profile["dtype"]), 1)
        target.update_tags(**{f"CLASS_{value}": name for value, name in NAMES.items()})
    return path


@pytest.fixture
def maps(tmp_path: Path) -> Maps:
    """A map of 80 x 100 pixels with a rare class, no data at the top, and what is truly there."""
    chance = np.random.default_rng(1)
    truth = np.ones((80, 100), int)
    truth[:, 60:] = 2
    truth[40:46, 70:80] = 3
    wrong = chance.random(truth.shape) < 0.1
    mapped = np.where(wrong, chance.integers(1, 4, truth.shape), truth)
    mapped[:5] = 0
    return write_map(tmp_path / "map.tif", mapped), mapped, truth


def draw(map_path: Path, out: Path, **wishes: object) -> gpd.GeoDataFrame:
    sample.run(SampleRequest(str(map_path), str(out), overwrite=True, **wishes), quiet)
    return pyogrio.read_dataframe(out, layer="sample")


def pixels_of(points: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    cols = (points.geometry.x.to_numpy() - 500_000) / 10
    rows = (5_800_000 - points.geometry.y.to_numpy()) / 10
    assert np.allclose(cols % 1, 0.5) and np.allclose(rows % 1, 0.5), "points lie at the centres of pixels"
    return np.floor(rows).astype(int), np.floor(cols).astype(int)


def answer(path: Path, answers: dict[int, str | None]) -> None:
    """Write answers as another program would: with SQL, nothing else touched."""
    with sqlite3.connect(path) as file:
        file.executemany("UPDATE sample SET answer = ? WHERE fid = ?", [(said, n) for n, said in answers.items()])


def answer_truly(path: Path, truth: np.ndarray) -> dict[int, str]:
    points = pyogrio.read_dataframe(path, layer="sample")
    rows, cols = pixels_of(points)
    answers = {int(n): NAMES[int(truth[r, c])] for n, r, c in zip(points["id"], rows, cols, strict=True)}
    answer(path, answers)
    return answers


def judged(map_path: Path, sample_path: Path, out: Path) -> dict:
    answered = assess.run(AssessRequest(str(map_path), str(sample_path), str(out), overwrite=True), quiet)
    assert json.loads(json.dumps(answered, allow_nan=False)) == answered
    return answered["report"]


def test_points_lie_in_their_stratum_and_tell_how_large_it_is(maps: Maps, tmp_path: Path) -> None:
    path, mapped, _ = maps
    points = draw(path, tmp_path / "s.gpkg", points=200)
    rows, cols = pixels_of(points)
    assert len(points) == 200 and len(set(zip(rows, cols, strict=True))) == 200
    assert points["stratum"].tolist() == [NAMES[v] for v in mapped[rows, cols]]
    for value, name in NAMES.items():
        own = points[points["stratum"] == name]
        assert set(own["stratum_px"]) == {(mapped == value).sum()}
        assert set(own["stratum_m2"]) == {(mapped == value).sum() * 100.0}
    assert points["answer"].isna().all() and not points["skipped"].any()
    wgs84 = points.to_crs("EPSG:4326").geometry
    assert np.allclose(points["lon"], wgs84.x, atol=1e-7) and np.allclose(points["lat"], wgs84.y, atol=1e-7)
    legend = pyogrio.read_dataframe(tmp_path / "s.gpkg", layer="classes")
    assert legend["name"].tolist() == list(NAMES.values()) and legend["points"].sum() == 200


def test_the_order_of_the_walk_does_not_tell_the_class(maps: Maps, tmp_path: Path) -> None:
    strata = draw(maps[0], tmp_path / "s.gpkg", points=200)["stratum"].to_numpy()
    assert (strata[1:] == strata[:-1]).mean() < 0.75  # sorted by class it would be 0.99


def test_a_seed_draws_the_same_points_and_another_one_others(maps: Maps, tmp_path: Path) -> None:
    one, same, other = (draw(maps[0], tmp_path / f"{k}.gpkg", points=50, seed=s) for k, s in enumerate((7, 7, 8)))
    assert one.geometry.equals(same.geometry) and not one.geometry.equals(other.geometry)


def test_every_pixel_of_a_stratum_has_the_same_chance(maps: Maps) -> None:
    path, mapped, _ = maps
    seen: Counter[tuple[int, int]] = Counter()
    with class_raster.open_map(str(path)) as source:
        population = class_raster.survey(source, "map.tif", quiet)
        for seed in range(40):
            drawn = class_raster.draw(source, population, [350, 40, 10], seed, quiet)
            water = drawn.stratum_N == 0
            seen.update(zip(drawn.rows_N[water].tolist(), drawn.cols_N[water].tolist(), strict=True))
    times = np.array([seen[place] for place in zip(*np.nonzero(mapped == 1), strict=True)])
    expected = times.sum() / len(times)
    assert times.var() == pytest.approx(expected * (1 - expected / 40), rel=0.1)  # binomial
    halves = times[: len(times) // 2].sum() / times.sum()
    assert halves == pytest.approx(0.5, abs=0.03)


def test_a_census_gives_the_exact_numbers(maps: Maps, tmp_path: Path) -> None:
    path, mapped, truth = maps
    draw(path, tmp_path / "s.gpkg", points=10_000)
    answer_truly(tmp_path / "s.gpkg", truth)
    report = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    valid = mapped > 0
    assert report["overall"]["value"] == pytest.approx((mapped == truth)[valid].mean())
    assert report["overall"]["se"] == 0
    for value, row in zip(NAMES, report["classes"], strict=True):
        assert row["area_ha"]["value"] == pytest.approx((truth[valid] == value).sum() / 100)
        assert row["area_ha"]["low"] == row["area_ha"]["high"] == row["area_ha"]["value"]
        assert row["mapped_ha"] == pytest.approx((mapped == value).sum() / 100)
    assert report["warnings"] == []


def test_a_sample_comes_close_and_says_how_close(maps: Maps, tmp_path: Path) -> None:
    path, mapped, truth = maps
    draw(path, tmp_path / "s.gpkg", standard_error=0.02)
    answer_truly(tmp_path / "s.gpkg", truth)
    report = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    true = (mapped == truth)[mapped > 0].mean()
    assert report["overall"]["low"] < true < report["overall"]["high"]
    assert report["overall"]["se"] < 0.02
    assert np.array(report["matrix"]).sum() == pytest.approx(1)
    written = json.loads((tmp_path / "report" / "accuracy.json").read_text())
    assert written["overall"] == report["overall"]
    page = (tmp_path / "report" / "accuracy.html").read_text()
    assert all(name in page for name in NAMES.values())
    table = (tmp_path / "report" / "accuracy.csv").read_text()
    assert re.search(r"^overall_accuracy,0\.\d+", table, re.MULTILINE)
    assert (tmp_path / "report" / "accuracy.png").stat().st_size > 10_000


def test_areas_are_square_metres_where_degrees_shrink_to_the_north(tmp_path: Path) -> None:
    classes = np.repeat([[1], [2]], 60, axis=0).reshape(2, 60, 1).repeat(40, axis=2).reshape(120, 40)
    path = write_map(
        tmp_path / "map.tif", classes, "EPSG:4326", transform=from_origin(10, 75, 0.1, 0.5)
    )  # from 75° to 15° north
    points = draw(path, tmp_path / "s.gpkg", points=100)
    north, south = (points[points["stratum"] == name]["stratum_m2"].iloc[0] for name in ("water", "forest"))
    band = 6_371_007**2 * np.deg2rad(4)  # the sphere of the same area, 4 degrees wide
    assert north == pytest.approx(band * (np.sin(np.deg2rad(75)) - np.sin(np.deg2rad(45))), rel=0.01)
    assert south == pytest.approx(band * (np.sin(np.deg2rad(45)) - np.sin(np.deg2rad(15))), rel=0.01)
    assert points["pixel_m2"].max() / points["pixel_m2"].min() > 2
    answer(tmp_path / "s.gpkg", dict(zip(points["id"].tolist(), points["stratum"].tolist(), strict=True)))
    water = judged(path, tmp_path / "s.gpkg", tmp_path / "report")["classes"][0]
    assert water["area_ha"]["value"] == pytest.approx(north / 1e4)


def test_a_map_without_crs_gives_shares_and_no_areas(tmp_path: Path) -> None:
    path = write_map(tmp_path / "map.tif", np.arange(400).reshape(20, 20) % 2 + 1, crs=None)
    points = draw(path, tmp_path / "s.gpkg", points=40)
    answer(tmp_path / "s.gpkg", dict(zip(points["id"].tolist(), points["stratum"].tolist(), strict=True)))
    report = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    assert [row["area_ha"] for row in report["classes"]] == [None, None]
    assert report["classes"][0]["share"]["value"] == pytest.approx(0.5)


def test_training_labels_are_refused_with_the_reason_and_the_way_out(maps: Maps, tmp_path: Path) -> None:
    clicks = gpd.GeoDataFrame({"class": ["water"]}, geometry=gpd.points_from_xy([500_005], [5_799_905]), crs=32633)
    clicks.to_file(tmp_path / "labels.gpkg", layer="points")
    with pytest.raises(LabelError) as refused:
        judged(maps[0], tmp_path / "labels.gpkg", tmp_path / "report")
    assert "drawn at random" in refused.value.error and "chose to click" in refused.value.error
    assert "engine sample" in refused.value.hint
    assert not (tmp_path / "report").exists()


def test_a_sample_without_answers_is_refused(maps: Maps, tmp_path: Path) -> None:
    draw(maps[0], tmp_path / "s.gpkg", points=20)
    with pytest.raises(LabelError, match="has an answer"):
        judged(maps[0], tmp_path / "s.gpkg", tmp_path / "report")


def test_points_without_an_answer_are_named(maps: Maps, tmp_path: Path) -> None:
    path, _, truth = maps
    draw(path, tmp_path / "s.gpkg", points=60)
    answer_truly(tmp_path / "s.gpkg", truth)
    answer(tmp_path / "s.gpkg", {7: None, 12: "  "})
    with sqlite3.connect(tmp_path / "s.gpkg") as file:
        file.execute("UPDATE sample SET skipped = 1 WHERE id = 7")
    report = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    assert report["unanswered"] == [7, 12] and report["answered"] == 58
    assert "2 of 60, 1 of them skipped (7, 12)" in " ".join(report["warnings"])


def test_an_answer_that_the_map_does_not_know_is_a_class_that_it_missed(maps: Maps, tmp_path: Path) -> None:
    path, _, truth = maps
    draw(path, tmp_path / "s.gpkg", points=100)
    answers = answer_truly(tmp_path / "s.gpkg", truth)
    answer(tmp_path / "s.gpkg", dict.fromkeys(list(answers)[:9], "snow"))
    report = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    snow = report["classes"][-1]
    assert (snow["name"], snow["points_mapped"], snow["points_seen"]) == ("snow", 0, 9)
    assert snow["users"]["value"] is None and snow["producers"]["value"] == 0 and snow["area_ha"]["value"] > 0
    assert any("not on the map: snow" in text for text in report["warnings"])


def test_the_sample_of_an_older_map_judges_the_new_one(maps: Maps, tmp_path: Path) -> None:
    """Stehman's estimators: strata are those of the old map, and overall accuracy is that of the new one."""
    path, mapped, truth = maps
    draw(path, tmp_path / "s.gpkg", points=600)
    answer_truly(tmp_path / "s.gpkg", truth)
    perfect = np.where(mapped > 0, truth, 0)
    better = write_map(tmp_path / "better.tif", perfect)
    report = judged(better, tmp_path / "s.gpkg", tmp_path / "report")
    assert not report["same_map"] and report["overall"]["value"] == 1
    assert any("Stehman" in text for text in report["warnings"])
    worse = write_map(tmp_path / "worse.tif", np.where(mapped > 0, 1, 0))
    report = judged(worse, tmp_path / "s.gpkg", tmp_path / "report")
    true = (truth == 1)[mapped > 0].mean()
    assert report["overall"]["low"] < true < report["overall"]["high"]


def test_points_beyond_a_smaller_map_are_left_out_and_counted(maps: Maps, tmp_path: Path) -> None:
    path, mapped, truth = maps
    draw(path, tmp_path / "s.gpkg", points=300)
    answer_truly(tmp_path / "s.gpkg", truth)
    west = write_map(tmp_path / "west.tif", np.where(mapped > 0, truth, 0)[:, :50])
    report = judged(west, tmp_path / "s.gpkg", tmp_path / "report")
    assert report["overall"]["value"] == 1
    assert report["classes"][0]["area_ha"]["value"] == pytest.approx((mapped > 0)[:, :50].sum() / 100, rel=0.15)
    assert any("without a class on this map" in text for text in report["warnings"])


def test_a_sample_of_a_map_elsewhere_is_refused(maps: Maps, tmp_path: Path) -> None:
    path, mapped, truth = maps
    draw(path, tmp_path / "s.gpkg", points=30)
    answer_truly(tmp_path / "s.gpkg", truth)
    far = write_map(tmp_path / "far.tif", mapped, transform=from_origin(700_000, 5_800_000, 10, 10))
    with pytest.raises(LabelError, match="none of the answered points lies on the map"):
        judged(far, tmp_path / "s.gpkg", tmp_path / "report")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("DELETE FROM sample WHERE id = 3", "30 points were drawn, 29 are there"),
        ("UPDATE sample SET stratum_px = 5 WHERE id = 3", "were edited"),
        ("UPDATE sample SET stratum_px = 5 WHERE stratum = 'water'", "were edited"),
        ("UPDATE sample SET stratum_px = stratum_px + 1 WHERE stratum = 'water'", "were edited"),
        ("UPDATE sample SET id = 4 WHERE id = 3", "were edited"),
        ("UPDATE sample SET stratum = 'town' WHERE stratum = 'water'", "edited"),
        ("UPDATE sample SET geom = (SELECT geom FROM sample WHERE stratum = 'water' LIMIT 1) "
         "WHERE stratum = 'forest'", "a point was moved"),
    ],
)  # fmt: skip
def test_a_sample_that_was_changed_is_refused(maps: Maps, tmp_path: Path, spoil: str, told: str) -> None:
    path, _, truth = maps
    draw(path, tmp_path / "s.gpkg", points=30)
    answer_truly(tmp_path / "s.gpkg", truth)
    with sqlite3.connect(tmp_path / "s.gpkg") as file:
        file.execute(spoil)
    with pytest.raises(LabelError) as refused:
        judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    assert told in refused.value.error


def test_strata_with_one_answer_or_none_are_named(maps: Maps, tmp_path: Path) -> None:
    path, _, truth = maps
    points = draw(path, tmp_path / "s.gpkg", points=60)
    answer_truly(tmp_path / "s.gpkg", truth)
    towns = points[points["stratum"] == "town"]["id"].tolist()
    answer(tmp_path / "s.gpkg", dict.fromkeys(towns[1:]))
    one = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    assert any("Only one point was answered where the map shows town" in text for text in one["warnings"])
    answer(tmp_path / "s.gpkg", dict.fromkeys(towns))
    none = judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    assert any("No point was answered where the map shows town" in text for text in none["warnings"])
    assert none["classes"][2]["users"]["value"] is None


def test_copies_in_other_formats_and_systems_are_the_same_sample(maps: Maps, tmp_path: Path) -> None:
    path, _, truth = maps
    draw(path, tmp_path / "s.gpkg", points=60)
    answer_truly(tmp_path / "s.gpkg", truth)
    first = judged(path, tmp_path / "s.gpkg", tmp_path / "one")
    points = pyogrio.read_dataframe(tmp_path / "s.gpkg", layer="sample")
    points.to_crs("EPSG:4326").to_file(tmp_path / "copy.geojson")
    second = judged(path, tmp_path / "copy.geojson", tmp_path / "two")
    assert second["overall"] == pytest.approx(first["overall"])
    assert second["same_map"]  # it counts as many pixels of each class
    assert any("its last points were removed cannot be told" in text for text in second["warnings"])
    points.iloc[1:].to_file(tmp_path / "fewer.geojson")
    with pytest.raises(LabelError, match="60 points were drawn, 59 are there"):
        judged(path, tmp_path / "fewer.geojson", tmp_path / "three")


@pytest.mark.parametrize("wrong", [str.upper, lambda name: str(len(name))])
def test_answers_none_of_which_is_a_class_of_the_map_are_refused(
    maps: Maps, tmp_path: Path, wrong: Callable[[str], str]
) -> None:
    path, _, truth = maps
    draw(path, tmp_path / "s.gpkg", points=30)
    given = answer_truly(tmp_path / "s.gpkg", truth)
    answer(tmp_path / "s.gpkg", {number: wrong(name) for number, name in given.items()})
    with pytest.raises(LabelError, match="expected classes of the map as answers"):
        judged(path, tmp_path / "s.gpkg", tmp_path / "report")
    assert not (tmp_path / "report").exists()


def test_wishes_that_cannot_be_met_are_refused(maps: Maps, tmp_path: Path) -> None:
    wished = SampleRequest(str(maps[0]), str(tmp_path / "s.gpkg"))
    wishes = ({"standard_error": 0.0}, {"points": 3}, {"anticipated": {"lake": 0.9}}, {"anticipated": {"town": 9.0}})
    for wrong in wishes:
        with pytest.raises(RequestError):
            sample.run(replace(wished, **wrong), quiet)
    with pytest.raises(OutputError):
        sample.run(replace(wished, out=str(tmp_path / "s.shp")), quiet)
    assert [each.name for each in tmp_path.iterdir()] == ["map.tif"]


def test_better_classes_need_fewer_points(maps: Maps, tmp_path: Path) -> None:
    asked = SampleRequest(str(maps[0]), str(tmp_path / "s.gpkg"), overwrite=True)
    usual = sample.run(asked, quiet)["points"]
    better = sample.run(replace(asked, anticipated={"water": 0.97, "forest": 0.97}), quiet)["points"]
    assert better < 0.7 * usual


def test_what_is_no_map_of_classes_is_refused(write_scene: Callable[..., Path], tmp_path: Path) -> None:
    for pixels in (np.ones((3, 8, 8), np.uint8), np.ones((1, 8, 8), np.float32), np.zeros((1, 8, 8), np.uint8)):
        scene = write_scene(pixels, nodata=0)
        with pytest.raises(SceneError):
            sample.run(SampleRequest(str(scene), str(tmp_path / "s.gpkg")), quiet)
    assert not (tmp_path / "s.gpkg").exists()


def test_a_map_of_another_program_has_values_for_names(tmp_path: Path) -> None:
    with rasterio.open(
        tmp_path / "map.tif", "w", driver="GTiff", width=30, height=30, count=1, dtype="int16", nodata=-1,
        crs="EPSG:32633", transform=from_origin(500_000, 5_800_000, 10, 10),
    ) as target:  # fmt: skip
        target.write(np.where(np.arange(900).reshape(30, 30) % 3, 0, 300).astype(np.int16), 1)
    points = draw(tmp_path / "map.tif", tmp_path / "s.gpkg", points=30)
    assert set(points["stratum"]) == {"0", "300"}
    assert pd.api.types.is_string_dtype(points["stratum"])
