"""Polygons out, regions and areas: exactly the class raster again, on any grid, with true areas."""

import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from rasterio.crs import CRS
from rasterio.features import rasterize
from scipy import ndimage

from engine.classes import palette
from engine.classes.legend import Legend
from engine.errors import Cancelled, OutputError
from engine.labels.labelled_pixels import read_labels
from engine.output import regions
from engine.output.polygons import polygonise
from engine.output.regions import class_areas
from engine.scene.pixel_geometry import PixelGeometry

NAMES = {1: "water", 2: "wood", 3: "town"}
LEGEND = Legend.of(list(NAMES.values()))
GRIDS = {
    "north-up": (32633, Affine(10, 0, 500_000, 0, -10, 5_800_000)),
    "south-up": (32633, Affine(10, 0, 500_000, 0, 10, 5_800_000)),
    "rotated": (32633, Affine.translation(500_000, 5_800_000) @ Affine.rotation(27) @ Affine.scale(10, -10)),
    "geographic": (4326, Affine(1e-4, 0, 13.0, 0, -1e-4, 52.5)),
    "feet": (2263, Affine(3, 0, 980_000, 0, -3, 200_000)),
    "no CRS": (None, Affine.identity()),
}


def silent(done: int, total: int, note: str) -> None:
    """A report that nobody reads."""


@pytest.fixture
def write_map(tmp_path: Path) -> Callable[..., Path]:
    def write(pixels: Any, name: str = "map.tif", grid: str = "north-up", **more: Any) -> Path:
        epsg, transform = GRIDS[grid]
        pixels_HW = np.asarray(pixels)
        profile = {"driver": "GTiff", "height": pixels_HW.shape[0], "width": pixels_HW.shape[1], "count": 1,
                   "dtype": pixels_HW.dtype, "crs": epsg, "transform": transform, **more}  # fmt: skip
        with rasterio.open(tmp_path / name, "w", **profile) as target:
            target.write(pixels_HW, 1)
        return tmp_path / name

    return write


def patchy(shape: tuple[int, int] = (40, 57), seed: int = 0) -> np.ndarray:
    """Patches of the classes 1 to 3, and of nodata."""
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).standard_normal((4, *shape)), (0, 1.5, 1.5))
    return noise.argmax(axis=0).astype(np.uint8)


# --- polygons --------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".shp"])
def test_the_polygons_burnt_back_are_the_class_raster(tmp_path: Path, write_map: Any, grid: str, suffix: str) -> None:
    classes_HW = patchy()
    out = tmp_path / f"polygons{suffix}"
    polygonise(write_map(classes_HW, grid=grid, nodata=0), None, out, LEGEND, silent)
    table = pyogrio.read_dataframe(out, layer="polygons")
    epsg, transform = GRIDS[grid]
    if suffix == ".geojson" and epsg:
        assert table.crs.to_epsg() == 4326  # RFC 7946
        table = table.to_crs(epsg)
    assert table.is_valid.all()
    burnt_HW = rasterize(zip(table.geometry, table["class_id"], strict=True), classes_HW.shape, transform=transform)
    assert (burnt_HW == classes_HW).all()
    assert set(zip(table["class"], table["class_id"], strict=True)) == {(name, value) for value, name in NAMES.items()}


def test_corners_lie_exactly_on_pixel_corners(tmp_path: Path, write_map: Any) -> None:
    polygonise(write_map(patchy(), grid="rotated"), None, tmp_path / "p.gpkg", LEGEND, silent)
    corners = shapely.get_coordinates(pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p").geometry.to_numpy())
    cols, rows = ~GRIDS["rotated"][1] @ tuple(corners.T)
    assert np.abs(cols - np.rint(cols)).max() < 1e-6 and np.abs(rows - np.rint(rows)).max() < 1e-6


def test_pixels_that_touch_at_a_corner_are_apart(tmp_path: Path, write_map: Any) -> None:
    polygonise(write_map(np.eye(4, dtype=np.uint8)), None, tmp_path / "p.gpkg", LEGEND, silent)
    assert len(pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p")) == 4


def test_confidence_is_the_mean_over_each_polygons_pixels(tmp_path: Path, write_map: Any) -> None:
    classes = np.array([[1, 1, 2], [0, 1, 2]], np.uint8)
    trust = np.array([[0.5, 0.6, 0.9], [np.nan, 1.0, 0.7]], np.float32)
    polygonise(write_map(classes), write_map(trust, "trust.tif"), tmp_path / "p.gpkg", LEGEND, silent)
    table = pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p").set_index("class")
    assert table["confidence"].to_dict() == pytest.approx({"water": 0.7, "wood": 0.8})
    assert table["area_m2"].to_dict() == pytest.approx({"water": 300, "wood": 200})


def test_without_crs_and_confidence_their_fields_are_null(tmp_path: Path, write_map: Any) -> None:
    polygonise(write_map([[1, 2]], grid="no CRS", dtype="uint8"), None, tmp_path / "p.gpkg", LEGEND, silent)
    table = pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p")
    assert table[["area_m2", "confidence"]].isna().all(axis=None)


def test_a_map_without_any_class_is_an_empty_layer(tmp_path: Path, write_map: Any) -> None:
    polygonise(write_map(np.zeros((3, 4), np.uint8)), None, tmp_path / "p.gpkg", LEGEND, silent)
    assert len(pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p")) == 0


def test_batches_make_one_layer(tmp_path: Path, write_map: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_map(patchy())
    for batch, name in ((7, "small"), (10_000, "large")):
        monkeypatch.setattr("engine.output.polygons.BATCH", batch)
        polygonise(path, None, tmp_path / f"{name}.gpkg", LEGEND, silent)
    small, large = (pyogrio.read_dataframe(tmp_path / f"{name}.gpkg", layer=name) for name in ("small", "large"))
    assert small.equals(large)


def test_a_gpkg_is_of_version_1_3_and_brings_its_style(tmp_path: Path, write_map: Any) -> None:
    polygonise(write_map(patchy()), None, tmp_path / "p.gpkg", Legend.of(["a & b", "<c>", "d"]), silent)
    connection = sqlite3.connect(tmp_path / "p.gpkg")
    assert connection.execute("pragma user_version").fetchone() == (10300,)
    ((table, qml),) = connection.execute("select f_table_name, styleQML from layer_styles where useAsDefault")
    connection.close()
    labels = [category.get("label") for category in ET.fromstring(qml).iter("category")]
    assert table == "p" and labels == ["a & b", "<c>", "d"]


def test_the_style_beside_a_shapefile_never_replaces_the_maps(tmp_path: Path, write_map: Any) -> None:
    path = write_map(patchy())
    polygonise(path, None, tmp_path / "map.geojson", LEGEND, silent)
    polygonise(path, None, tmp_path / "other.geojson", LEGEND, silent)
    assert not (tmp_path / "map.qml").exists() and (tmp_path / "other.qml").exists()


def test_an_unknown_format_is_refused(tmp_path: Path, write_map: Any) -> None:
    with pytest.raises(OutputError, match="file of polygons") as caught:
        polygonise(write_map(patchy()), None, tmp_path / "p.kmz", LEGEND, silent)
    assert ".gpkg" in caught.value.hint


def test_what_exists_is_kept_unless_it_may_be_replaced(tmp_path: Path, write_map: Any) -> None:
    (tmp_path / "p.gpkg").write_text("precious")
    with pytest.raises(OutputError, match="exists"):
        polygonise(write_map(patchy()), None, tmp_path / "p.gpkg", LEGEND, silent)
    assert (tmp_path / "p.gpkg").read_text() == "precious"
    polygonise(write_map(patchy()), None, tmp_path / "p.gpkg", LEGEND, silent, overwrite=True)
    assert len(pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p")) > 3


@pytest.mark.parametrize("moment", ["measuring regions", "tracing outlines", "writing polygons"])
def test_a_cancelled_run_leaves_nothing_behind(tmp_path: Path, write_map: Any, moment: str) -> None:
    path = write_map(patchy())

    def report(done: int, total: int, note: str) -> None:
        if note == moment:
            raise Cancelled

    with pytest.raises(Cancelled):
        polygonise(path, None, tmp_path / "p.shp", LEGEND, report)
    assert [found.name for found in tmp_path.iterdir()] == ["map.tif"]


def test_polygons_of_a_map_can_be_read_as_labels(tmp_path: Path, write_map: Any) -> None:
    classes_HW = patchy()
    polygonise(write_map(classes_HW), None, tmp_path / "p.gpkg", LEGEND, silent)
    epsg, transform = GRIDS["north-up"]
    labels = read_labels(
        str(tmp_path / "p.gpkg"),
        "class_id",
        None,
        scene_shape=classes_HW.shape,
        crs=CRS.from_epsg(epsg),
        transform=transform,
    )
    assert labels.values == (1, 2, 3)
    assert (classes_HW[labels.rows_N, labels.cols_N] == labels.labels_N + 1).all()
    assert sum(labels.pixels) == (classes_HW > 0).sum()


# --- regions ---------------------------------------------------------------------------------------------------


@given(
    classes_HW=hnp.arrays(np.uint8, hnp.array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.integers(0, 2)),
    rows=st.integers(1, 12),
)
@settings(max_examples=60)
def test_regions_are_those_of_scipy_whatever_the_strips(classes_HW: np.ndarray, rows: int) -> None:
    transform = Affine(10, 0, 500_000, 0, -10, 5_800_000)
    with rasterio.MemoryFile() as memory, pytest.MonkeyPatch.context() as patch:
        patch.setattr(regions, "STRIP_PX", rows * classes_HW.shape[1])
        profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "crs": 32633, "transform": transform}
        with memory.open(height=classes_HW.shape[0], width=classes_HW.shape[1], **profile) as target:
            target.write(classes_HW, 1)
        found = regions.measure(Path(memory.name), None, silent)
    expected = []
    for value in (1, 2):
        label_HW, count = ndimage.label(classes_HW == value)
        for k in range(1, count + 1):
            flat = np.flatnonzero(label_HW == k)
            expected.append((flat[0], value, len(flat), 100.0 * len(flat)))
    got = zip(found.first_R, found.value_R, found.pixels_R, found.area_m2_R, strict=True)
    assert [tuple(region) for region in got] == sorted(expected)


# --- areas -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("grid", ["north-up", "rotated", "geographic", "feet"])
def test_class_areas_are_the_sums_of_their_polygons_and_of_all_pixels(
    tmp_path: Path, write_map: Any, grid: str
) -> None:
    classes_HW = patchy()
    path = write_map(classes_HW, grid=grid)
    polygonise(path, None, tmp_path / "p.gpkg", LEGEND, silent)
    by_class = pyogrio.read_dataframe(tmp_path / "p.gpkg", layer="p").groupby("class")["area_m2"].sum()
    areas = class_areas(path, NAMES)
    assert [area.pixels for area in areas] == [(classes_HW == value).sum() for value in NAMES]
    assert sum(area.share for area in areas) == pytest.approx(1)
    assert {area.name: area.hectares * 10_000 for area in areas} == pytest.approx(by_class.to_dict())


@pytest.mark.parametrize(
    ("epsg", "transform", "area_m2"),
    [
        (32633, Affine(10, 0, 500_000, 0, -10, 5_800_000), 100.0),
        (32633, Affine(10, 0, 500_000, 0, 10, 5_800_000), 100.0),
        (32633, Affine.translation(500_000, 5_800_000) @ Affine.rotation(30) @ Affine.scale(10, -10), 100.0),
        (2263, Affine(10, 0, 980_000, 0, -10, 200_000), (10 * 1200 / 3937) ** 2),  # US survey feet
        (3857, Affine(10, 0, 1_500_000, 0, -10, 5_621_521), None),  # Web Mercator at 45° north: half of 100 m²
        (4326, Affine(1e-4, 0, 13.0, 0, -1e-4, 52.5), None),
        (4326, Affine(1e-4, 2e-5, 13.0, 3e-5, 1e-4, -33.0), None),
    ],
)  # fmt: skip
def test_pixels_have_their_known_area(epsg: int, transform: Affine, area_m2: float | None) -> None:
    geometry = PixelGeometry.of(CRS.from_epsg(epsg), transform, (100, 100))
    assert geometry is not None
    if area_m2 is None:
        x, y = zip(*(transform @ corner for corner in ((50, 50), (51, 50), (51, 51), (50, 51))), strict=True)
        lon, lat = pyproj.Transformer.from_crs(epsg, 4326, always_xy=True).transform(x, y)
        area_m2 = abs(pyproj.Geod(ellps="WGS84").polygon_area_perimeter(lon, lat)[0])
    assert geometry.area_m2(np.array([50.5]), np.array([50.5]))[0] == pytest.approx(area_m2, rel=1e-4)


def test_a_country_in_degrees_has_its_area(write_map: Any) -> None:
    classes = np.ones((100, 200), np.uint8)
    path = write_map(classes, transform=Affine(0.05, 0, 5, 0, -0.05, 55), crs=4326)
    outline = shapely.segmentize(shapely.box(5, 50, 15, 55), 0.01)  # parallels are no geodesics
    expected = abs(pyproj.Geod(ellps="WGS84").geometry_area_perimeter(outline)[0])
    assert class_areas(path, {1: "land"})[0].hectares * 10_000 == pytest.approx(expected, rel=1e-6)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_without_crs_areas_are_unknown_and_shares_are_not(write_map: Any) -> None:
    water, wood = class_areas(write_map(np.array([[1, 2, 2, 0, 1]], np.uint8), grid="no CRS"), {1: "w", 2: "f"})
    assert water.hectares is None and (water.share, wood.share) == (0.5, 0.5)


# --- palette ---------------------------------------------------------------------------------------------------


def test_thirty_classes_have_thirty_colours_and_more_classes_begin_again() -> None:
    assert len(set(palette.COLOURS)) == len(palette.COLOURS) == 30
    plain = [f"class {k}" for k in range(31)]
    assert len(set(palette.colours_of(plain[:30]))) == 30
    assert palette.colours_of(plain)[30] == palette.colours_of(plain)[0]
    distance = [
        np.abs(np.subtract(palette.rgb(a), palette.rgb(b))).max()
        for i, a in enumerate(palette.COLOURS)
        for b in palette.COLOURS[:i]
    ]
    assert min(distance) >= 20


def test_a_class_that_says_what_it_is_looks_like_it_and_no_two_look_the_same() -> None:
    names = ("Häuser", "water", "open water", "field 7", "Wald", "Watermelon")
    colours = palette.colours_of(names)
    assert colours[1] == "#0072B2"
    assert colours[4] == "#009E73"
    assert len(set(colours)) == len(names)
