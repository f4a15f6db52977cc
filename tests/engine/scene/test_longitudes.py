"""The same place by any of its longitudes: whole turns change no pixel that labels mark."""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyproj
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS

from engine.errors import LabelError, RequestError
from engine.labels.labelled_pixels import read_labels
from engine.scene.extents import window_of
from engine.scene.longitudes import best_turn, turn_of, turns_onto
from engine.scene.raster import Scene
from training.data.label_raster import labels_of

WGS84, GRADS = CRS.from_epsg(4326), CRS.from_epsg(4807)  # the latter counts grads from Paris
SHAPE = (20, 40)
Mark = set[tuple[int, int, str]]


def grid(west: float, step: float = 0.5) -> Affine:
    return Affine(step, 0, west, 0, -step, 5)


def marked(
    folder: Path, drawn: list[tuple[Any, str]], crs: Any, transform: Affine, scene_crs: CRS = WGS84, **scene: Any
) -> tuple[Mark, tuple[str, ...]]:
    """Pixels (row, column, class) that shapes mark in a scene, and what is said."""
    path = folder / "labels.gpkg"
    path.unlink(missing_ok=True)
    gpd.GeoDataFrame({"class": [name for _, name in drawn]}, geometry=[g for g, _ in drawn], crs=crs).to_file(path)
    found = read_labels(
        str(path), "class", None, **{"scene_shape": SHAPE, "crs": scene_crs, "transform": transform} | scene
    )
    names = [found.names[k] for k in found.labels_N]
    return set(zip(found.rows_N.tolist(), found.cols_N.tolist(), names, strict=True)), found.warnings


SOME = [(shapely.box(231, 1, 233, 3), "a"), (shapely.Point(236.2, -2.2), "b")]
EXPECTED = {(row, col, "a") for row in range(4, 8) for col in range(2, 6)} | {(14, 12, "b")}
SAID = "The labels' longitudes were shifted by 360° to those of the scene."


@pytest.mark.parametrize("turns", [-2, -1, 0, 1])
def test_labels_are_found_by_any_count_of_longitudes_and_it_is_said(tmp_path: Path, turns: int) -> None:
    drawn = [(shapely.affinity.translate(g, 360 * turns), name) for g, name in SOME]
    found, told = marked(tmp_path, drawn, 4326, grid(230))
    assert found == EXPECTED
    assert (SAID in told) == (turns != 0)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    west=st.sampled_from([-180.0, -190.0, 170.0, 230.0, 0.0, 350.0]),
    turns=st.integers(-2, 2),
    x=st.floats(-5, 25),
    width=st.floats(0.1, 12),
)
def test_whole_turns_change_no_labelled_pixel(tmp_path: Path, west: float, turns: int, x: float, width: float) -> None:
    drawn = [
        (shapely.box(west + x, -3.1, west + x + width, 2.2), "a"),
        (shapely.Point(west + 1.1, 4.1), "b"),
        (shapely.LineString([(west + x, -4.1), (west + x + width, -4.3)]), "c"),
    ]
    moved = [(shapely.affinity.translate(g, 360 * turns), name) for g, name in drawn]
    assert marked(tmp_path, drawn, 4326, grid(west))[0] == marked(tmp_path, moved, 4326, grid(west))[0]


def test_a_scene_of_the_whole_earth_shows_what_crosses_its_ends_at_both(tmp_path: Path) -> None:
    drawn = [(shapely.box(170, -40, 190, -20), "a"), (shapely.Point(180, 45), "b"), (shapely.Point(200, 45), "b")]
    world = Affine(10, 0, -180, 0, -10, 90)
    found, _ = marked(tmp_path, drawn, 4326, world, scene_shape=(18, 36))
    assert found == {(row, col, "a") for row in (11, 12) for col in (0, 35)} | {(4, 0, "b"), (4, 2, "b")}


@pytest.mark.parametrize("west", [175.0, -185.0])
def test_a_projected_polygon_that_crosses_180_stays_whole(tmp_path: Path, west: float) -> None:
    ring = shapely.Polygon([(177, -3), (183, -3), (183, 3), (177, 3)], [[(179, -1), (179, 1), (182, 1), (182, -1)]])
    drawn = gpd.GeoDataFrame(
        {"class": ["a", "b"]}, geometry=[shapely.segmentize(ring, 0.1), shapely.Point(184.2, 4.2)], crs=4326
    )
    projected = drawn.to_crs("+proj=utm +zone=1 +datum=WGS84")  # its middle lies at 177° west
    rows = list(zip(projected.geometry, projected["class"], strict=True))
    found, _ = marked(tmp_path, rows, projected.crs, grid(west))
    inside = {(row, col, "a") for row in range(4, 16) for col in range(4, 16)}
    hole = {(row, col, "a") for row in range(8, 12) for col in range(8, 14)}
    assert found == inside - hole | {(1, 18, "b")}


def test_a_polygon_around_the_whole_earth_is_not_folded(tmp_path: Path) -> None:
    drawn = [(shapely.box(-20_037_508, -400_000, 20_037_508, 0), "a"), (shapely.Point(-14_300_000, 300_000), "b")]
    found, _ = marked(tmp_path, drawn, 3857, grid(230))
    assert {col for _, col, name in found if name == "a"} == set(range(40))


def test_longitudes_stay_as_they_were_drawn_on_the_way_to_another_datum(tmp_path: Path) -> None:
    drawn = [(shapely.box(178, 1, 182, 3), "a"), (shapely.Point(183.2, -2.2), "b")]
    found, _ = marked(tmp_path, drawn, 4258, grid(175))
    assert found == {(row, col, "a") for row in range(4, 8) for col in range(6, 14)} | {(14, 16, "b")}


def test_a_turn_is_400_grads(tmp_path: Path) -> None:
    drawn = [(shapely.box(231 - 400, 1, 233 - 400, 3), "a"), (shapely.Point(236.2 - 400, -2.2), "b")]
    found, told = marked(tmp_path, drawn, GRADS.to_wkt(), grid(230), GRADS)
    assert found == EXPECTED and SAID in told


def test_labels_on_another_meridian_are_still_outside(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="all labels lie outside the scene"):
        marked(tmp_path, [(shapely.Point(-90, 0), "a"), (shapely.Point(-91, 0), "b")], 4326, grid(230))


def test_a_projected_x_is_no_longitude(tmp_path: Path) -> None:
    utm = CRS.from_epsg(32633)
    drawn = [(shapely.Point(500_001 - 360, 0), "a"), (shapely.Point(500_002 - 360, 0), "b")]
    with pytest.raises(LabelError, match="outside"):
        marked(tmp_path, drawn, 32633, grid(500_000), utm)


@given(st.floats(-1000, 1000), st.floats(0.1, 300), st.floats(-400, 400), st.floats(1, 360), st.integers(-3, 3))
def test_turns_bring_a_span_onto_another(west: float, width: float, first: float, length: float, more: int) -> None:
    onto = (first, first + length)
    shown = [k for k in range(-9, 10) if west + width + 360 * k > first + 1e-5 and west + 360 * k < onto[1] - 1e-5]
    for turned in (0, more):
        least_N, most_N = turns_onto(
            np.array([west + 360 * turned]), np.array([west + width + 360 * turned]), onto, 360
        )
        assert {k - turned for k in shown} <= set(range(least_N[0], most_N[0] + 1))
    assert not shown or best_turn((west, west + width), onto, 360) in range(min(shown) - 1, max(shown) + 2)


def test_only_a_geographic_crs_has_turns() -> None:
    assert turn_of(pyproj.CRS(4326)) == 360 and turn_of(pyproj.CRS(4807)) == 400
    assert turn_of(pyproj.CRS(32633)) is None and turn_of(None) is None


@pytest.fixture
def pacific(tmp_path: Path) -> Path:
    """A scene from 230° to 250°, with latitudes from 5° south to 5° north."""
    with rasterio.open(
        tmp_path / "pacific.tif", "w", driver="GTiff", height=20, width=40, count=1, dtype="uint8", crs=WGS84,
        transform=grid(230),
    ) as target:  # fmt: skip
        target.write(np.ones((1, *SHAPE), np.uint8))
    return tmp_path / "pacific.tif"


@pytest.mark.parametrize("turns", [-1, 0, 1])
def test_an_extent_counts_longitudes_as_it_likes(pacific: Path, turns: int) -> None:
    with Scene.open(str(pacific)) as scene:
        extent = (231 + 360 * turns, -1, 234 + 360 * turns, 2)
        assert window_of(extent, scene) == ((6, 12), (2, 8))
        with pytest.raises(RequestError, match="outside the scene"):
            window_of((10, -1, 20, 2), scene)


@pytest.mark.parametrize("turns", [-1, 0, 1])
def test_a_label_raster_lies_where_the_scene_counts_its_longitudes(tmp_path: Path, pacific: Path, turns: int) -> None:
    values_HW = np.arange(200, dtype=np.uint8).reshape(10, 20) % 250 + 1
    with rasterio.open(
        tmp_path / "truth.tif", "w", driver="GTiff", height=10, width=20, count=1, dtype="uint8", nodata=0, crs=WGS84,
        transform=grid(230 + 360 * turns, 1.0),
    ) as target:  # fmt: skip
        target.write(values_HW, 1)
    with Scene.open(str(pacific)) as scene:
        labels = labels_of(str(tmp_path / "truth.tif"), "", None, scene, [])
        numbers = {value: float(value) for value in range(1, 251)}
        read_HW = labels.window(((0, 20), (0, 40)), numbers)
    assert (read_HW == values_HW.repeat(2, 0).repeat(2, 1)).all()
