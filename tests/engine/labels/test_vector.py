"""Labels in: which pixels of a scene the labels of a vector file mark, and what is said when they cannot."""

import sqlite3
import warnings
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.crs import CRS

from engine.errors import LabelError
from engine.labels import placing, rasterise, tables
from engine.labels.labelled_pixels import Labels, on_data, read_labels

UTM = CRS.from_epsg(32633)
SHAPE = (20, 30)
GRID = Affine(10, 0, 500_000, 0, -10, 5_800_000)
GRIDS = {
    "north-up": GRID,
    "south-up": Affine(10, 0, 500_000, 0, 10, 5_799_800),
    "rotated": Affine.translation(500_000, 5_800_000) @ Affine.rotation(27) @ Affine.scale(10, -10),
    "sheared": Affine(8, 3, 500_000, 2, -9, 5_800_000),
}


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """``draw([(geometry, class), ...])`` -> path of a label file; geometries in pixels of `grid` (x = column)."""

    def write(
        labels: list[tuple[Any, Any]], name: str = "labels.gpkg", grid: Affine = GRID, crs: Any = 32633, **more: Any
    ) -> Path:
        coefficients = [grid.a, grid.b, grid.d, grid.e, grid.c, grid.f]
        placed = [g if g is None else shapely.affinity.affine_transform(g, coefficients) for g, _ in labels]
        table = gpd.GeoDataFrame({"class": [value for _, value in labels]}, geometry=placed, crs=crs)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table.to_file(tmp_path / name, **more)
        return tmp_path / name

    return write


def read(path: Path, field: str = "class", layer: str | None = None, **scene: Any) -> Labels:
    """The labels on a scene that holds data everywhere."""
    found = read_labels(str(path), field, layer, **({"scene_shape": SHAPE, "crs": UTM, "transform": GRID} | scene))
    return on_data(found, np.ones(len(found.labels_N), bool))


def pixels(labels: Labels, name: str) -> set[tuple[int, int]]:
    own = labels.labels_N == labels.names.index(name)
    return set(zip(labels.rows_N[own].tolist(), labels.cols_N[own].tolist(), strict=True))


def block(row0: int, row1: int, col0: int, col1: int) -> set[tuple[int, int]]:
    return {(row, col) for row in range(row0, row1) for col in range(col0, col1)}


@pytest.mark.parametrize("name", ["labels.gpkg", "labels.geojson", "labels.shp"])
@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_points_and_polygons_mark_the_same_pixels_in_every_format_and_on_every_grid(
    draw: Any, name: str, grid: Affine
) -> None:
    path = draw([(shapely.box(2, 3, 5, 7), "wood"), (shapely.box(20, 3, 22, 4), "lake")], name, grid)
    labels = read(path, transform=grid)
    assert labels.names == ("lake", "wood")
    assert pixels(labels, "wood") == block(3, 7, 2, 5)
    assert pixels(labels, "lake") == block(3, 4, 20, 22)
    assert labels.pixels == (2, 12) and labels.geometries == (1, 1)


def test_a_point_on_an_edge_belongs_to_the_pixel_below_and_right(draw: Any) -> None:
    labels = read(draw([(shapely.Point(3, 4), "a"), (shapely.Point(3.999, 4.999), "a"), (shapely.Point(4, 5), "b")]))
    assert pixels(labels, "a") == {(4, 3)}
    assert pixels(labels, "b") == {(5, 4)}


@given(
    col=st.integers(0, 29),
    row=st.integers(0, 19),
    epsg=st.sampled_from([32633, 2154]),
    scale=st.sampled_from([0.2, 10, 1 / 3]),
)
def test_a_corner_survives_the_way_through_map_coordinates(col: int, row: int, epsg: int, scale: float) -> None:
    grid = Affine(scale, 0, 700_000.1, 0, -scale, 6_600_000.3)
    xy = np.array([grid @ (col, row)])
    assert placing._in_pixels(xy, ~grid).tolist() == [[col, row]]


def test_a_line_marks_the_pixels_it_touches(draw: Any) -> None:
    labels = read(
        draw(
            [
                (shapely.LineString([(2.5, 3.5), (6.5, 3.5)]), "road"),
                (shapely.LineString([(8.5, 8.5), (8.5, 10.2)]), "rail"),
            ]
        )
    )
    assert pixels(labels, "road") == block(3, 4, 2, 7)
    assert pixels(labels, "rail") == block(8, 11, 8, 9)


def test_a_polygon_without_any_pixel_centre_marks_one_pixel(draw: Any) -> None:
    labels = read(draw([(shapely.box(2.6, 3.6, 2.9, 3.9), "pond"), (shapely.Point(9, 9), "b")]))
    assert pixels(labels, "pond") == {(3, 2)}


def test_parts_of_multi_geometries_and_collections_are_numbered_apart(draw: Any) -> None:
    several = shapely.GeometryCollection([
        shapely.MultiPolygon([shapely.box(0, 0, 2, 2), shapely.box(5, 5, 6, 6)]),
        shapely.MultiPoint([(9.5, 9.5), (12.5, 12.5)]),
    ])  # fmt: skip
    labels = read(draw([(several, "a"), (shapely.Point(20, 15, 7.0), "b")], "labels.geojson"))
    assert pixels(labels, "a") == block(0, 2, 0, 2) | {(5, 5), (9, 9), (12, 12)}
    assert labels.geometries == (4, 1)
    assert len(set(labels.polygon_N.tolist())) == 5


def test_an_invalid_polygon_is_repaired_and_it_is_said(draw: Any) -> None:
    bow_tie = shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
    labels = read(draw([(bow_tie, "a"), (shapely.Point(9, 9), "b")]))
    assert pixels(labels, "a") >= {(1, 0), (2, 0), (1, 3), (2, 3)} and (0, 1) not in pixels(labels, "a")
    assert any("Repaired: 1 invalid geometry." in text for text in labels.warnings)


def test_features_without_geometry_or_class_are_left_out_and_it_is_said(draw: Any) -> None:
    rows = [
        (shapely.Point(1, 1), "a"),
        (None, "a"),
        (shapely.Point(2, 2), None),
        (shapely.Point(3, 3), "  "),
        (shapely.Point(9, 9), "b"),
    ]
    labels = read(draw(rows))
    assert labels.pixels == (1, 1)
    assert any("1 feature without geometry" in text for text in labels.warnings)
    assert any("2 features without one class" in text for text in labels.warnings)


@pytest.mark.parametrize("values", [[10, 2, 1], [10.0, 2.0, 1.0], ["10", "2", "1.0"]])
def test_number_classes_are_sorted_as_numbers_however_they_are_written(draw: Any, values: list[Any]) -> None:
    labels = read(draw([(shapely.Point(5 * k, 5), value) for k, value in enumerate(values)]))
    assert labels.values == (1, 2, 10)
    assert labels.names == ("1", "2", "10")
    assert labels.labels_N.tolist() == [2, 1, 0]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(1, 1), (1.0, 1), ("1", 1), (1.5, "1.5"), ("007", "007"), (" wood ", "wood"), ("", None), (float("nan"), None),
     (None, None), (pd.NA, None), (["water"], "water"), (np.array(["water"]), "water"), (["a", "b"], None), ([], None),
     (np.int32(3), 3), ("nan-like", "nan-like")],
)  # fmt: skip
def test_a_field_value_becomes_a_class(raw: Any, expected: Any) -> None:
    assert tables.class_value(raw) == expected


def test_a_pixel_with_two_classes_is_left_out_and_it_is_said(draw: Any) -> None:
    labels = read(
        draw([(shapely.box(0, 0, 4, 1), "a"), (shapely.box(2, 0, 6, 1), "b"), (shapely.box(0, 0, 1, 1), "a")])
    )
    assert pixels(labels, "a") == block(0, 1, 0, 2)
    assert pixels(labels, "b") == block(0, 1, 4, 6)
    assert any("2 pixels labelled with different classes" in text for text in labels.warnings)


def test_one_class_only_is_refused(draw: Any) -> None:
    with pytest.raises(LabelError, match="only one class \\('a'\\)"):
        read(draw([(shapely.Point(1, 1), "a"), (shapely.Point(2, 2), "a")]))


def test_one_class_only_inside_the_scene_is_refused(draw: Any) -> None:
    with pytest.raises(LabelError, match="only one class \\('a'\\) is labelled inside the scene"):
        read(draw([(shapely.Point(1, 1), "a"), (shapely.Point(200, 2), "b")]))


def test_a_field_of_identifiers_is_not_taken_for_classes(draw: Any) -> None:
    with pytest.raises(LabelError, match="300 different classes are labelled inside the scene") as caught:
        read(draw([(shapely.Point(k % 30, k // 30), k) for k in range(300)]))
    assert "--field" in caught.value.hint


def test_classes_outside_the_scene_do_not_count(draw: Any) -> None:
    far = [(shapely.Point(100 + k, 5), f"code {k:03}") for k in range(300)]
    labels = read(draw([*far, (shapely.Point(1, 1), "a"), (shapely.Point(5, 5), "b")]))
    assert labels.names == ("a", "b") and labels.labels_N.tolist() == [0, 1]
    assert (
        "Left out: 300 classes ('code 000', 'code 001', 'code 002', 'code 003', 'code 004' and 295 more) without a "
        "pixel in the scene."
    ) in labels.warnings


def test_classes_on_nodata_do_not_count(draw: Any) -> None:
    many = [(shapely.Point(k % 30, k // 30), k) for k in range(300)]
    found = read_labels(str(draw(many)), "class", None, scene_shape=SHAPE, crs=UTM, transform=GRID)
    holds = (found.rows_N == 2) & (found.cols_N < 3)
    labels = on_data(found, holds)
    assert labels.values == (60, 61, 62) and labels.labels_N.tolist() == [0, 1, 2] and labels.pixels == (1, 1, 1)
    assert any("297 classes" in text and "without a label on data" in text for text in labels.warnings)
    with pytest.raises(LabelError, match=r"^all labels lie on nodata$"):
        on_data(found, np.zeros(300, bool))
    with pytest.raises(
        LabelError, match=r"only one class \('60'\) is labelled inside the scene, and all labels of '0'"
    ):
        on_data(found, holds & (found.cols_N == 0))


def test_labels_that_all_contradict_each_other_are_refused_with_their_classes(draw: Any) -> None:
    twice = [(shapely.Point(k, k), name) for k in range(5) for name in ("dark", "bright")]
    with pytest.raises(LabelError, match=r"all labels contradict each other: .*'bright', 'dark'"):
        read(draw(twice))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="no such label file"):
        read(tmp_path / "none.gpkg")


@pytest.mark.parametrize("name", ["labels.gpkg", "labels.geojson", "labels.shp"])
def test_a_corrupt_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x00nothing of a vector file" * 40)
    with pytest.raises(LabelError, match="cannot be read") as caught:
        read(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_missing_field_lists_the_fields(draw: Any) -> None:
    with pytest.raises(LabelError, match=r"no field 'kind'.*class") as caught:
        read(draw([(shapely.Point(1, 1), "a")]), field="kind")
    assert "--field" in caught.value.hint


def test_an_empty_layer_is_refused(draw: Any) -> None:
    with pytest.raises(LabelError, match="empty"):
        read(draw([]))


def test_several_layers_must_be_chosen_from(draw: Any) -> None:
    draw([(shapely.Point(1, 1), "a"), (shapely.Point(5, 5), "b")], layer="first")
    path = draw([(shapely.Point(1, 1), "c"), (shapely.Point(5, 5), "d")], layer="second")
    pyogrio.write_dataframe(pd.DataFrame({"styleQML": ["<qgis/>"]}), path, layer="layer_styles", driver="GPKG")
    with pytest.raises(LabelError, match=r"first, second$") as caught:
        read(path)
    assert "--layer" in caught.value.hint
    with pytest.raises(LabelError, match="no layer 'third'"):
        read(path, layer="third")
    assert read(path, layer="second").names == ("c", "d")


def test_a_table_of_styles_beside_the_labels_is_no_layer_of_labels(draw: Any) -> None:
    path = draw([(shapely.Point(1, 1), "a"), (shapely.Point(5, 5), "b")])
    pyogrio.write_dataframe(pd.DataFrame({"styleQML": ["<qgis/>"]}), path, layer="layer_styles", driver="GPKG")
    assert read(path).names == ("a", "b")


def test_labels_in_another_crs_are_reprojected_and_it_is_said(draw: Any) -> None:
    path = draw([(shapely.box(2, 3, 5, 7), "a"), (shapely.Point(20.5, 10.5), "b")])
    table = gpd.read_file(path).to_crs(4326)
    table.to_file(path.with_name("wgs84.geojson"), COORDINATE_PRECISION=12)
    labels = read(path.with_name("wgs84.geojson"))
    assert pixels(labels, "a") == block(3, 7, 2, 5)
    assert any("reprojected from EPSG:4326 to the scene's EPSG:32633" in text for text in labels.warnings)
    assert not read(path).warnings


def test_labels_without_crs_take_the_scenes_if_they_fall_inside(draw: Any) -> None:
    rows = [(shapely.Point(1, 1), "a"), (shapely.Point(5, 5), "b")]
    assert any("no CRS" in text for text in read(draw(rows, crs=None)).warnings)
    far = Affine(1, 0, 0, 0, 1, 0)
    with pytest.raises(LabelError, match="no CRS and lie outside"):
        read(draw(rows, "far.gpkg", grid=far, crs=None))


@pytest.mark.parametrize("srs_id", [0, -1])
def test_the_undefined_crs_of_a_geopackage_is_none(draw: Any, srs_id: int) -> None:
    """As QGIS writes layers without a CRS; read as degrees, they lay outside."""
    path = draw([(shapely.Point(1, 1), "a"), (shapely.Point(5, 5), "b")])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE gpkg_geometry_columns SET srs_id = ?", (srs_id,))
        file.execute("UPDATE gpkg_contents SET srs_id = ?", (srs_id,))
    labels = read(path)
    assert pixels(labels, "a") == {(1, 1)} and any("The labels have no CRS" in text for text in labels.warnings)


def test_a_scene_without_crs_takes_labels_in_pixel_coordinates(draw: Any) -> None:
    identity = Affine.identity()
    path = draw([(shapely.box(2, 3, 5, 7), "a"), (shapely.Point(9, 9), "b")], grid=identity, crs=None)
    assert pixels(read(path, crs=None, transform=identity), "a") == block(3, 7, 2, 5)


def test_labels_all_outside_are_refused_with_both_extents(draw: Any) -> None:
    with pytest.raises(LabelError, match=r"x 501000 to 501050.*the scene x 500000 to 500300, y 5799800 to 5800000"):
        read(draw([(shapely.Point(100, 1), "a"), (shapely.Point(105, 5), "b")]))


def test_polygons_that_the_scenes_crs_has_no_place_for_are_outside_like_points(draw: Any) -> None:
    """Metres that were declared degrees."""
    box = shapely.box(2, 2, 6, 6)
    with pytest.raises(LabelError, match="all labels lie outside the scene"):
        read(draw([(box, "a"), (shapely.affinity.translate(box, 8), "b")], crs=4326))
    here = gpd.GeoSeries([shapely.box(500_020, 5_799_820, 500_060, 5_799_860)], crs=32633).to_crs(4326).iloc[0]
    placed = [(here, "a"), (shapely.affinity.translate(here, 0.002), "b"), (shapely.box(5e5, 5e6, 6e5, 6e6), "a")]
    labels = read(draw(placed, grid=Affine.identity(), crs=4326))
    assert len(pixels(labels, "a")) == len(pixels(labels, "b")) == 16
    assert any("Left out: 1 geometry that cannot be placed" in told for told in labels.warnings)


def test_labels_that_no_scene_could_hold_are_refused(draw: Any) -> None:
    with pytest.raises(LabelError, match="all labels lie outside"):
        read(draw([(shapely.Point(200, 95), "a"), (shapely.Point(210, 99), "b")], grid=Affine.identity(), crs=4326))


def test_labels_partly_outside_are_cut_and_it_is_said(draw: Any) -> None:
    labels = read(
        draw([(shapely.box(-3, -3, 2, 2), "a"), (shapely.Point(30, 5), "a"), (shapely.Point(29.9, 19.9), "b")])
    )
    assert pixels(labels, "a") == block(0, 2, 0, 2)
    assert pixels(labels, "b") == {(19, 29)}
    assert any("1 geometry outside the scene" in text for text in labels.warnings)
    assert any("border: 1 geometry" in text for text in labels.warnings)


def test_a_class_without_pixels_in_the_scene_is_left_out_and_it_is_said(draw: Any) -> None:
    labels = read(draw([(shapely.Point(1, 1), "a"), (shapely.Point(99, 1), "b"), (shapely.Point(5, 5), "c")]))
    assert labels.names == ("a", "c") and labels.labels_N.tolist() == [0, 1]
    assert any("1 class ('b') without a pixel" in text for text in labels.warnings)


def test_what_was_sampled_is_said(draw: Any) -> None:
    labels = read(draw([(shapely.box(0, 0, 90, 90), "a"), (shapely.Point(95, 5), "b")]), scene_shape=(100, 100))
    assert labels.pixels == (rasterise.GEOMETRY_CAP_PX, 1)
    assert any("Of 1 large geometry, at most 2,000 pixels" in text for text in labels.warnings)
    fields = [(shapely.box(50 * k, 0, 50 * k + 40, 40), "field") for k in range(5)]
    labels = read(draw([*fields, (shapely.Point(1, 90), "x")]), scene_shape=(100, 300))
    assert any("Of class 'field', 5,000 pixels" in text for text in labels.warnings)


def test_boadellas_lists_of_one_text_are_one_class_of_water(shared: Path) -> None:
    path = shared / "segmentation/boadella_2020-06-21_labels.geojson"
    west, south, east, north = gpd.read_file(path).total_bounds
    grid = rasterio.transform.from_bounds(west, south, east, north, 30, 20)
    with pytest.raises(LabelError, match=r"only one class \('water'\)"):
        read(path, "labels", crs=CRS.from_epsg(4326), transform=grid)


def test_the_polygons_of_the_carolina_coast_fall_into_six_classes(shared: Path) -> None:
    with rasterio.open(shared / "segmentation/rcr_s2_20181013.tif") as scene:
        labels = read(shared / "segmentation/rcr_s2_20181013_labels.geojson", "Classname",
                      scene_shape=scene.shape, crs=scene.crs, transform=scene.transform)  # fmt: skip
    assert len(labels.names) == 6 and sum(labels.geometries) == 23
    assert min(labels.pixels) > 20
