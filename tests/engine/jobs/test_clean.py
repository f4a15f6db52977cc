"""A cleaned map: through the job, on small rasters of ours and of other programs."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.transform import from_origin

from engine.errors import Cancelled, OutputError, RequestError, SceneError
from engine.jobs import clean
from engine.protocol import CleanRequest

NAMES = {1: "water", 2: "wheat", 3: "maize", 4: "road"}


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


def write(path: Path, map_HW: np.ndarray, names: dict[int, str] | None = None, **more: object) -> Path:
    profile = {
        "driver": "GTiff", "width": map_HW.shape[1], "height": map_HW.shape[0], "count": 1, "dtype": "uint8",
        "nodata": 0, "crs": "EPSG:32633", "transform": from_origin(500_000, 5_800_000, 10, 10), **more,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as out:
        out.write(map_HW.astype(profile["dtype"]), 1)
        out.update_tags(**{f"CLASS_{value}": name for value, name in (names or {}).items()})
    return path


@pytest.fixture
def fields() -> np.ndarray:
    """Water, wheat and maize with specks, a road of single pixels, and pixels without a class."""
    map_HW = np.full((80, 100), 2)
    map_HW[:, 50:], map_HW[60:] = 3, 1
    map_HW[20, 10:90] = 4
    map_HW[5, 5], map_HW[40:42, 70:72], map_HW[70, 30] = 1, 1, 3
    map_HW[:3] = 0
    return map_HW


@pytest.fixture
def path(tmp_path: Path, fields: np.ndarray) -> Path:
    return write(tmp_path / "map.tif", fields, NAMES)


def run(path: Path, **wishes: object) -> tuple[dict, np.ndarray]:
    out = path.with_name("clean.tif")
    answer = clean.run(CleanRequest(str(path), str(out), **wishes), quiet)
    with rasterio.open(out) as made:
        return answer, made.read(1)


def test_specks_go_and_the_road_stays(path: Path, fields: np.ndarray) -> None:
    answer, after_HW = run(path, min_area="0.1ha")
    expected_HW = fields.copy()
    expected_HW[5, 5], expected_HW[40:42, 70:72], expected_HW[70, 30] = 2, 3, 1
    np.testing.assert_array_equal(after_HW, expected_HW)
    report = answer["report"]
    assert report["changed"] == pytest.approx(6 / (fields > 0).sum())
    road = next(each for each in report["classes"] if each["name"] == "road")
    assert road["before_ha"] == road["after_ha"] == pytest.approx(0.8)
    assert answer["warnings"] == []


@pytest.mark.parametrize("wish", ["10px", "1000m2", "0.1ha"])
def test_units_of_the_minimum_area_agree(path: Path, wish: str) -> None:
    _, after_HW = run(path, min_area=wish)
    assert after_HW[40, 70] == 3


def test_names_colours_values_and_provenance_go_along(path: Path) -> None:
    with rasterio.open(path, "r+") as source:
        source.write_colormap(1, {value: (value, 10, 20) for value in NAMES})
    run(path, min_area="10px")
    with rasterio.open(path.with_name("clean.tif")) as made:
        tags = made.tags()
        assert made.nodata == 0
        assert {value: made.colormap(1)[value][:3] for value in NAMES} == {value: (value, 10, 20) for value in NAMES}
    assert {value: tags[f"CLASS_{value}"] for value in NAMES} == NAMES
    assert tags["OFA_MAP"] == "map.tif"
    request = json.loads(tags["OFA_REQUEST"])
    assert (request["map"], request["min_area"]) == ("map.tif", "10px")
    assert path.with_name("clean.qml").is_file()


def test_classes_are_merged_and_their_regions_grow_together(path: Path, fields: np.ndarray) -> None:
    answer, after_HW = run(path, merge={"crops": "wheat+maize"})
    np.testing.assert_array_equal(after_HW, np.where(fields == 3, 2, fields))
    crops = next(each for each in answer["report"]["classes"] if each["name"] == "crops")
    assert crops["made_of"] == ["wheat", "maize"]
    assert crops["value"] == 2


def test_polygons_are_as_large_as_the_minimum_and_leave_no_gap(path: Path, fields: np.ndarray) -> None:
    vector = path.with_name("clean.gpkg")
    run(path, min_area="0.1ha", vector=str(vector), smooth=True)
    polygons = pyogrio.read_dataframe(vector, layer="clean")
    assert polygons.area_m2.min() >= 1000 or (polygons[polygons.area_m2 < 1000]["class"] == "road").all()
    assert shapely.coverage_is_valid(polygons.geometry.values)
    assert shapely.union_all(polygons.geometry.values).area == pytest.approx((fields > 0).sum() * 100)


def test_a_report_shows_both_maps_and_the_areas(path: Path) -> None:
    answer, _ = run(path, min_area="10px", report=str(path.with_name("report")))
    folder = path.with_name("report")
    assert sorted(each.name for each in folder.iterdir()) == ["clean.html", "clean.json", "clean.png"]
    page = (folder / "clean.html").read_text(encoding="utf-8")
    assert "road" in page
    assert "10px" in page
    assert json.loads((folder / "clean.json").read_text())["classes"] == answer["report"]["classes"]


def test_a_map_of_codes_beyond_a_byte_keeps_them(tmp_path: Path, fields: np.ndarray) -> None:
    codes_HW = np.array([-9999, 112, 211, 311, 512])[fields]
    path = write(tmp_path / "corine.tif", codes_HW, dtype="int16", nodata=-9999)
    _, after_HW = run(path, min_area="10px", vector=str(tmp_path / "v.gpkg"))
    assert after_HW[5, 5] == 211
    assert set(np.unique(after_HW)) == {-9999, 112, 211, 311, 512}
    with rasterio.open(tmp_path / "clean.tif") as made:
        assert made.nodata == -9999
    assert set(pyogrio.read_dataframe(tmp_path / "v.gpkg", layer="v").class_id) == {112, 211, 311, 512}


def test_codes_of_32_bits_are_kept_and_longer_ones_refused(tmp_path: Path, fields: np.ndarray) -> None:
    codes_HW = np.array([0, 5, 300, 70_000, 3_600_000_000])[fields]
    _, after_HW = run(write(tmp_path / "long.tif", codes_HW, dtype="uint32", nodata=0), min_area="10px")
    assert set(np.unique(after_HW)) == set(np.unique(codes_HW))
    path = write(tmp_path / "longer.tif", 1000 * codes_HW, dtype="int64", nodata=0)
    with pytest.raises(SceneError, match=r"values from -2147483648 to 4294967295; .* 3600000000000"):
        run(path, min_area="10px", overwrite=True)
    path = write(tmp_path / "mixed.tif", np.array([0, 5, 300, -7, 3_600_000_000])[fields], dtype="int64", nodata=0)
    with pytest.raises(SceneError, match="no 32-bit number holds"):
        run(path, min_area="10px", overwrite=True)


def test_a_nodata_value_beyond_32_bits_becomes_one_that_fits(tmp_path: Path, fields: np.ndarray) -> None:
    path = write(tmp_path / "far.tif", np.where(fields, fields, -(2**40)), dtype="int64", nodata=-(2**40))
    _, after_HW = run(path, min_area="10px")
    assert set(np.unique(after_HW)) == {0, 1, 2, 3, 4}
    with rasterio.open(tmp_path / "clean.tif") as made:
        assert made.nodata == 0 and made.dtypes == ("uint8",)


def test_a_map_without_nodata_keeps_its_zeros_as_a_class(tmp_path: Path, fields: np.ndarray) -> None:
    path = write(tmp_path / "plain.tif", fields, nodata=None, crs=None)
    _, after_HW = run(path, min_area="10px")
    assert (after_HW[:3] == 0).all()
    with rasterio.open(tmp_path / "clean.tif") as made:
        assert made.nodata == 255


def test_a_map_without_a_crs_has_no_hectares(tmp_path: Path, fields: np.ndarray) -> None:
    path = write(tmp_path / "plain.tif", fields, crs=None)
    with pytest.raises(RequestError, match="no CRS") as refused:
        run(path, min_area="1ha")
    assert "20px" in str(refused.value.hint)


def test_an_attribute_table_gives_names_and_colours(tmp_path: Path, fields: np.ndarray) -> None:
    path = write(tmp_path / "rat.tif", fields)
    fields_xml = "".join(
        f"<FieldDefn index='{k}'><Name>{name}</Name><Type>{kind}</Type><Usage>{usage}</Usage></FieldDefn>"
        for k, (name, kind, usage) in enumerate(
            [("Value", 0, 5), ("Label", 2, 2), ("R", 0, 6), ("G", 0, 7), ("B", 0, 8)]
        )
    )
    rows = "".join(
        f"<Row index='{k}'><F>{value}</F><F>{name}</F><F>{10 * value}</F><F>0</F><F>255</F></Row>"
        for k, (value, name) in enumerate(NAMES.items())
    )
    table = f"<GDALRasterAttributeTable>{fields_xml}{rows}</GDALRasterAttributeTable>"
    sidecar = f"<PAMDataset><PAMRasterBand band='1'>{table}</PAMRasterBand></PAMDataset>"
    Path(f"{path}.aux.xml").write_text(sidecar)
    answer, _ = run(path, merge={"crops": "wheat+maize"})
    assert {each["name"]: each["colour"] for each in answer["report"]["classes"]} == {
        "water": "#0a00ff", "crops": "#1400ff", "road": "#2800ff",
    }  # fmt: skip


def test_small_regions_among_pixels_without_a_class_stay_and_are_told(tmp_path: Path) -> None:
    map_HW = np.zeros((30, 30))
    map_HW[3:5, 3:5], map_HW[10:25, 10:25] = 2, 1
    answer, after_HW = run(write(tmp_path / "map.tif", map_HW, NAMES), min_area="20px")
    np.testing.assert_array_equal(after_HW, map_HW)
    assert answer["report"]["left_pixels"] == 4
    assert any("4 pixels" in str(text) for text in answer["warnings"])


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({}, "nothing is to be done"),
        ({"min_area": "5"}, "with its unit"),
        ({"min_area": "1000km2"}, "pixels of this map"),
        ({"merge": {"crops": "rye"}}, "no class rye"),
        ({"min_area": "1ha", "smooth": True}, "those of polygons"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_left(path: Path, wishes: dict, told: str) -> None:
    with pytest.raises(RequestError, match=told):
        run(path, **wishes)
    assert [each.name for each in path.parent.iterdir()] == ["map.tif"]


def test_an_image_is_no_map(tmp_path: Path, fields: np.ndarray) -> None:
    with pytest.raises(SceneError, match="map of classes"):
        run(write(tmp_path / "map.tif", fields, dtype="float32"), min_area="1ha")


def test_the_map_itself_is_no_output(path: Path) -> None:
    request = CleanRequest(str(path), str(path), min_area="10px", overwrite=True)
    with pytest.raises(OutputError, match="input of this job"):
        clean.run(request, quiet)


@pytest.mark.parametrize("note", ["filling small regions", "writing the map", "writing polygons"])
def test_a_cancelled_job_leaves_nothing(path: Path, note: str) -> None:
    def cancel_at(wanted: str) -> Callable[[int, int, str], None]:
        def report(done: int, total: int, told: str) -> None:
            if str(told) == wanted:
                raise Cancelled

        return report

    request = CleanRequest(
        str(path), str(path.with_name("c.tif")), min_area="10px", vector=str(path.with_name("c.gpkg"))
    )
    with pytest.raises(Cancelled):
        clean.run(request, cancel_at(note))
    assert [each.name for each in path.parent.iterdir()] == ["map.tif"]
