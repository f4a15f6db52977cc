"""What the user says of a scene goes before what the file says: its CRS, its nodata, the colours of its classes."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas
import numpy as np
import pytest
import rasterio
from rasterio.shutil import copy

from engine.classes.palette import colours_of
from engine.errors import RequestError, SceneError
from engine.gdal import gdal_names
from engine.jobs import inspect
from engine.protocol import InspectRequest, SceneSpec
from engine.scene.raster import Scene
from engine.scene.values.nodata import Nodata
from resources.demo import landscape

Engine = Callable[..., Any]
Write = Callable[..., Path]


@pytest.fixture
def engine(engine: Engine, quick_model: str) -> Engine:
    """``engine("embed", path)``: the command line, with a model of no weight: the scenes are what matters."""
    return lambda *arguments: engine(*arguments, "--model", quick_model)


def ramp(height: int, width: int, dtype: str = "uint16") -> np.ndarray:
    return np.arange(height * width).reshape(1, height, width).astype(dtype)


def valid(scene: Scene) -> np.ndarray:
    return scene.read((0, scene.height), (0, scene.width), [1])[1]


# --- CRS -------------------------------------------------------------------------------------------------------


def test_the_user_s_crs_goes_before_the_file_s_in_every_handle(write_scene: Write) -> None:
    with Scene.open(write_scene(ramp(5, 5)), crs="EPSG:3857") as scene, scene.reopen() as other:
        assert scene.crs.to_epsg() == other.crs.to_epsg() == 3857
    wkt = rasterio.crs.CRS.from_epsg(32719).to_wkt()
    with Scene.open(write_scene(ramp(5, 5)), crs=wkt) as scene:
        assert scene.crs.to_epsg() == 32719


@pytest.mark.parametrize("crs", ["EPSG:1", "nonsense", "PROJCS[" * 100])
def test_what_is_no_crs_is_one_short_line(write_scene: Write, crs: str) -> None:
    with pytest.raises(RequestError, match="no reference system") as caught:
        Scene.open(write_scene(ramp(5, 5)), crs=crs)
    assert len(str(caught.value)) < 100 and "\n" not in str(caught.value) and "--crs" in caught.value.hint


# --- nodata ----------------------------------------------------------------------------------------------------


def test_ranges_of_nodata_take_both_ends_in_beside_the_file_s_own(write_scene: Write) -> None:
    path = write_scene(ramp(4, 5), nodata=19)
    with Scene.open(path, nodata=((3, 5), (10, 10))) as scene, scene.reopen() as other:
        for handle in (scene, other):
            assert sorted(np.flatnonzero(~valid(handle))) == [3, 4, 5, 10, 19]


def test_the_file_s_nodata_can_be_made_ordinary(write_scene: Write) -> None:
    path = write_scene(ramp(4, 5), nodata=7)
    with Scene.open(path, file_nodata=False) as scene, scene.reopen() as other:
        assert valid(scene).all() and valid(other).all() and scene.nodata == (None,)


def test_a_range_in_any_band_makes_the_pixel_invalid(write_scene: Write) -> None:
    pixels = np.concatenate([ramp(4, 5), ramp(4, 5) + 1])
    with Scene.open(write_scene(pixels), nodata=((0, 0.5), (20, 1e300))) as scene:
        assert sorted(np.flatnonzero(~scene.read((0, 4), (0, 5), [1, 2])[1])) == [0, 19]


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32", "float64"])
@pytest.mark.parametrize(
    "ends", [(3, 5), (2.5, 5.5), (-1e308, 2), (17, float("inf")), (300, 400), (-9, -1), (2.2, 2.8)]
)
def test_ranges_mean_the_same_in_every_dtype(dtype: str, ends: tuple[float, float]) -> None:
    band = np.arange(20).reshape(4, 5).astype(dtype)
    mask = np.ones(band.shape, bool)
    Nodata((None,), (ends,)).clear(mask, band, 1)
    assert np.array_equal(mask, (band < ends[0]) | (band > ends[1]))


@pytest.mark.parametrize("ranges", [((5, 3),), ((float("nan"), 3),), ((1, 2, 3),)])
def test_what_is_no_range_is_one_line(write_scene: Write, ranges: Any) -> None:
    with pytest.raises(RequestError, match="range"):
        Scene.open(write_scene(ramp(5, 5)), nodata=ranges)


def test_the_picture_shows_what_counts(write_scene: Write) -> None:
    path = write_scene(ramp(40, 40), nodata=5)
    whole = (0, 40), (0, 40)
    with Scene.open(path, nodata=((800, 2000),)) as scene:
        assert np.array_equal(scene.coarse(*whole, [1], (40, 40))[1], valid(scene))
        assert not scene.coarse(*whole, [1], (10, 10))[1][6:].any()
    with Scene.open(path, file_nodata=False) as scene:
        assert scene.coarse(*whole, [1], (40, 40))[1].all()
    with Scene.open(path) as scene:
        assert np.array_equal(scene.coarse(*whole, [1], (40, 40))[1], valid(scene))


# --- scenes that are no plain files ----------------------------------------------------------------------------


@pytest.fixture
def named(write_scene: Write, tmp_path: Path) -> Callable[[str], str]:
    """``named("zip")`` -> the same scene under a name that is no path."""
    plain = write_scene(np.full((1, 30, 40), 700, "uint16") + ramp(30, 40), ["B04"], compress="deflate")

    def make(kind: str) -> str:
        if kind == "zip":
            with zipfile.ZipFile(tmp_path / "a b.zip", "w") as archive:
                archive.write(plain, "in/scene.tif")
            return f"/vsizip/{tmp_path}/a b.zip/in/scene.tif"
        if kind == "zip in braces":
            make("zip")
            return f"/vsizip/{{{tmp_path}/a b.zip}}/in/scene.tif"
        if kind == "table":
            with rasterio.open(plain) as source:
                tiles = source.read().astype("uint8")
                profile = {**source.profile, "driver": "GPKG", "dtype": "uint8", "raster_table": "tiles"}
            del profile["compress"]
            with rasterio.open(tmp_path / "x.gpkg", "w", **profile) as target:
                target.write(tiles)
            return f"GPKG:{tmp_path}/x.gpkg:tiles"
        if kind == "variable":
            copy(plain, tmp_path / "f.nc", driver="netCDF")
            return f'NETCDF:"{tmp_path}/f.nc":Band1'
        copy(plain, tmp_path / "scene.vrt", driver="VRT")
        return str(tmp_path / "scene.vrt")

    return make


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        ("zip", "scene.tif"), ("zip in braces", "scene.tif"), ("table", "x.gpkg:tiles"), ("variable", "f.nc:Band1"),
        ("vrt", "scene.vrt"),
    ],
)  # fmt: skip
def test_whatever_gdal_opens_is_a_scene(named: Callable[[str], str], tmp_path: Path, kind: str, short: str) -> None:
    name = named(kind)
    with Scene.open(name) as scene, scene.reopen() as other:
        assert (scene.height, scene.width, other.width) == (30, 40, 40)
        assert scene.metadata().name == short
        assert valid(other).all()
    assert gdal_names.short(name) == short
    assert gdal_names.file_of(name) in set(tmp_path.iterdir())


def test_a_missing_file_is_told_as_such_whatever_its_name(tmp_path: Path) -> None:
    with pytest.raises(SceneError, match="no such file"):
        Scene.open(tmp_path / "none.tif")
    for name in (f"/vsizip/{tmp_path}/none.zip/a.tif", f"GPKG:{tmp_path}/none.gpkg:t", "WAT:x"):
        with pytest.raises(SceneError, match="there is no such file") as caught:
            Scene.open(name)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "plain", "short"),
    [
        ("C:\\data\\s.tif", True, "s.tif"),
        ("GPKG:C:\\data\\x.gpkg:t", False, "x.gpkg:t"),
        ("/vsicurl/https://host.example/s.tif?token=secret", False, "s.tif"),
        ('HDF5:"/home/ann/f.h5"://group/data', False, "f.h5:group/data"),
        ("relative/folder/", True, "folder"),
    ],
)
def test_names_are_told_apart_and_shortened(name: str, plain: bool, short: str) -> None:
    assert (gdal_names.is_plain(name), gdal_names.short(name)) == (plain, short)


# --- inspect ---------------------------------------------------------------------------------------------------


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


def test_inspect_tells_extent_and_what_can_be_chosen(write_scene: Write) -> None:
    path = str(write_scene(ramp(30, 40) + 700, ["B04"]))
    answer = inspect.run(InspectRequest(SceneSpec(path, crs="EPSG:32719")), quiet)
    assert answer["extent"] == [500_000, 5_799_700, 500_400, 5_800_000] and answer["crs"] == "EPSG:32719"
    assert {"name": "B8A", "wavelength_nm": 864.7} in answer["known_bands"]
    assert {"id": "sentinel-1", "title": "Sentinel-1 C-band radar"} in answer["sensors"]
    unknown = inspect.run(InspectRequest(SceneSpec(str(write_scene(ramp(9, 9), name="u.tif")))), quiet)
    assert {"Red", "NIR", "VV"} <= {band["name"] for band in unknown["known_bands"]}


# --- colours ---------------------------------------------------------------------------------------------------


def test_chosen_colours_go_first_and_others_stay_apart_from_them() -> None:
    plain = colours_of(["water", "a", "b"])
    chosen = colours_of(["water", "a", "b"], {"a": plain[0].lower(), "nobody": "#010101"})
    assert chosen[1] == plain[0].lower()
    assert len({colour.upper() for colour in chosen}) == 3


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#12345g", ""])
def test_what_is_no_colour_is_one_line(colour: str) -> None:
    with pytest.raises(RequestError, match="expected a colour"):
        colours_of([], {"water": colour})


# --- the command line ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    folder = tmp_path_factory.mktemp("place")
    simulated = landscape.simulate(200, 240)
    landscape.write(simulated, folder / "scene.tif")
    write_clicks(folder / "scene.tif", landscape.clicks(simulated), folder / "labels.gpkg")
    with zipfile.ZipFile(folder / "scene.zip", "w") as archive:
        archive.write(folder / "scene.tif", "scene.tif")
    return folder


def test_what_the_user_says_reaches_every_result(engine: Engine, place: Path, tmp_path: Path) -> None:
    answer = engine(
        "classify", f"/vsizip/{place}/scene.zip/scene.tif", place / "labels.gpkg", "--field", "class",
        "--out", tmp_path / "map.tif", "--vector", tmp_path / "map.gpkg", "--report", tmp_path / "report",
        "--nodata", "-5,6000:20000", "--ignore-file-nodata", "--json",
        "--colours", "water=#123456,town=#abcdef,fjord=#000080",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    report = json.loads(answer.out)["report"]
    rows = {row["name"]: row for row in report["classes"]}
    assert any("No label of fjord lies in the scene" in text for text in report["warnings"]), report["warnings"]
    assert (rows["water"]["colour"], rows["town"]["colour"]) == ("#123456", "#abcdef")
    with rasterio.open(tmp_path / "map.tif") as source, rasterio.open(place / "scene.tif") as scene:
        assert source.colormap(1)[rows["water"]["value"]][:3] == (0x12, 0x34, 0x56)
        assert np.array_equal(source.read(1) == 0, (scene.read() >= 6000).any(0))
        assert str(place) not in json.dumps(source.tags()) and "scene.tif" in source.tags()["OFA_SCENE"]
    styles = ElementTree.parse(tmp_path / "map.qml").iter("paletteEntry")
    assert {style.get("label"): style.get("color") for style in styles}["town"] == "#abcdef"
    style = geopandas.read_file(tmp_path / "map.gpkg", layer="layer_styles")["styleQML"][0]
    assert f"{0xAB},{0xCD},{0xEF},255" in style
    assert "#123456" in (tmp_path / "report" / "report.html").read_text()


def test_the_crs_that_the_user_says_places_the_map(engine: Engine, place: Path, tmp_path: Path) -> None:
    labels = geopandas.read_file(place / "labels.gpkg").set_crs("EPSG:32634", allow_override=True)
    labels.to_file(tmp_path / "l.gpkg")
    answer = engine(
        "classify", place / "scene.tif", tmp_path / "l.gpkg", "--field", "class", "--out", tmp_path / "m.tif",
        "--crs", "EPSG:32634",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "m.tif") as source:
        assert source.crs.to_epsg() == 32634


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (["--crs", "EPSG:0"], "--crs"),
        (["--nodata", "a:b"], "--nodata"),
        (["--nodata", "9:1"], "--nodata"),
        (["--colours", "blue"], "--colours"),
        (["--colours", "water=blue"], "--colours"),
    ],
)
def test_a_wrong_word_is_one_line_and_leaves_nothing(
    engine: Engine, place: Path, tmp_path: Path, more: list[str], word: str
) -> None:
    answer = engine(
        "classify", place / "scene.tif", place / "labels.gpkg", "--field", "class", "--out", tmp_path / "m.tif", *more
    )
    assert answer.status == 2 and answer.err.count("\n") == 1 and word in answer.err
    assert list(tmp_path.iterdir()) == []


def test_the_archive_that_a_scene_is_read_from_is_not_overwritten(engine: Engine, place: Path) -> None:
    (place / "scene.zip").rename(place / "packed.tif")
    answer = engine(
        "classify", f"/vsizip/{place}/packed.tif/scene.tif", place / "labels.gpkg", "--field", "class",
        "--out", place / "packed.tif", "--overwrite",
    )  # fmt: skip
    assert answer.status == 2 and "is an input" in answer.err


def test_the_sources_of_a_mosaic_are_not_overwritten(engine: Engine, place: Path, tmp_path: Path) -> None:
    source, mosaic = tmp_path / "source.tif", tmp_path / "mosaic.vrt"
    source.write_bytes((place / "scene.tif").read_bytes())
    copy(source, mosaic, driver="VRT")
    for command in (["classify", mosaic, place / "labels.gpkg", "--field", "class"], ["embed", mosaic]):
        answer = engine(*command, "--out", source, "--overwrite")
        assert answer.status == 2 and "is an input" in answer.err
    assert source.read_bytes() == (place / "scene.tif").read_bytes()
    assert sorted(tmp_path.iterdir()) == [mosaic, source]
