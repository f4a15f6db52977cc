"""Any name that a disk allows: for scenes, for labels and for what is written, as it is and from the root."""

import shutil
import warnings
import zipfile
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from engine.classes.legend import Legend
from engine.errors import LabelError, RequestError
from engine.gdal.gdal_names import is_plain, spelled
from engine.labels.labelled_pixels import read_labels
from engine.output.polygons import polygonise
from engine.scene.raster import Scene

UTM = "EPSG:32633"
GRID = rasterio.Affine(10, 0, 500_000, 0, -10, 5_800_000)
SHAPE = (8, 8)
ODD = [
    "hot!", "a#b", "what?", "a?b=c", "a;b", "100%20", "a&b", "it's", 'so "called"', " spaces ", "-out", "dots..",
    "[1]", "{1}", "two\nlines", "tab\t", "map:2024.tif", "zip:2024", "GPKG:map", "http:", "file:a", "a.zip", "a!b.zip",
    "a.zip!b", "scene", "W\u00e4lder", "Wa\u0308lder", "<b>", "a|b", "*", "~", "$HOME", "森林", "\x01", "a,b", "C:x",
]  # fmt: skip
"""Names with what a library or a shell takes for more than a letter."""
NAMES = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="/\0"), min_size=1, max_size=30),
).filter(lambda name: name not in (".", "..") and len(name.encode()) < 200)
each_name = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same labels in three formats, and a scene, under plain names."""
    folder = tmp_path_factory.mktemp("originals")
    table = geopandas.GeoDataFrame(
        {"class": ["a", "b"]}, geometry=[Point(500_015, 5_799_975), Point(500_055, 5_799_945)], crs=UTM
    )
    for name in ("x.gpkg", "x.shp", "x.geojson"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table.to_file(folder / name)
    with rasterio.open(
        folder / "x.tif", "w", driver="GTiff", width=8, height=8, count=1, dtype="uint8", crs=UTM, transform=GRID
    ) as target:
        target.write(np.full((1, *SHAPE), 7, np.uint8))
    return folder


def put(originals: Path, kind: str, folder: Path, name: str) -> Path:
    """The original of this kind, with the files beside it, in a fresh folder called `name` under the same name."""
    inside = folder / name
    shutil.rmtree(inside, ignore_errors=True)
    inside.mkdir()
    suffixes = (".shp", ".shx", ".dbf", ".prj", ".cpg") if kind == ".shp" else (kind,)
    for suffix in suffixes:
        shutil.copy(originals / f"x{suffix}", inside / f"{name}{suffix}")
    return inside / f"{name}{kind}"


def pixels(name: str) -> list[tuple[int, int, str]]:
    found = read_labels(name, "class", None, scene_shape=SHAPE, crs=rasterio.crs.CRS.from_epsg(32633), transform=GRID)
    names = [found.names[k] for k in found.labels_N]
    return list(zip(found.rows_N.tolist(), found.cols_N.tolist(), names, strict=True))


@pytest.mark.parametrize("kind", [".gpkg", ".shp", ".geojson"])
def test_labels_of_any_name_are_read(
    originals: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    @each_name
    @given(NAMES)
    def check(name: str) -> None:
        path = put(originals, kind, tmp_path, name)
        expected = [(2, 1, "a"), (5, 5, "b")]
        assert pixels(str(path)) == expected
        monkeypatch.chdir(path.parent)
        assert pixels(path.name) == expected

    check()


@each_name
@given(NAMES)
@example("NETCDF:x")
def test_scenes_of_any_name_are_read(originals: Path, tmp_path: Path, name: str) -> None:
    path = put(originals, ".tif", tmp_path, name)
    bare = path.with_name(name)
    path.rename(bare)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)
        for given_name in (str(bare), name):
            with Scene.open(given_name) as scene:
                assert scene.read((0, 8), (0, 8), [1])[0].sum() == 7 * 64
                assert scene.name == given_name and scene.files == (bare,)


@pytest.mark.parametrize("kind", [".gpkg", ".shp", ".geojson"])
def test_polygons_are_written_under_any_name_and_read_again(originals: Path, tmp_path: Path, kind: str) -> None:
    @each_name
    @given(NAMES)
    def check(name: str) -> None:
        scene = put(originals, ".tif", tmp_path, name)
        out = scene.with_name(f"{name}{kind}")
        polygonise(scene, None, out, Legend.of(["wood"], [7]), lambda *_: None)
        shown = pixels(str(out))
        assert len(shown) == 64 and {value for *_, value in shown} == {"wood"}
        beside = {path.name for path in scene.parent.iterdir()} - {scene.name}
        assert beside and all(other.startswith(name) for other in beside)

    check()


def test_a_style_lies_in_a_geopackage_whose_name_gdal_takes_for_no_layer(originals: Path, tmp_path: Path) -> None:
    for name, layer in {"%20!.gpkg": "20!", "layer_styles.gpkg": "map", "gpkg_map.gpkg": "map"}.items():
        polygonise(originals / "x.tif", None, tmp_path / name, Legend.of(["wood"], [7]), lambda *_: None)
        shutil.copy(tmp_path / name, tmp_path / "plain.gpkg")
        assert pyogrio.list_layers(tmp_path / "plain.gpkg")[:, 0].tolist() == [layer, "layer_styles"]
        styles = pyogrio.read_dataframe(tmp_path / "plain.gpkg", layer="layer_styles")
        assert styles["f_table_name"].tolist() == [layer]


@pytest.mark.parametrize("name", ["it's hot! 100%?;#&.v1", "map:2024", "-o a.zip"])
def test_a_whole_job_takes_and_gives_odd_names(
    engine: Callable[..., Any],
    write_scene: Callable[..., Path],
    write_clicks: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    quick_model: str,
    name: str,
) -> None:
    bright = np.repeat(np.arange(32) >= 16, 2)[None, None].repeat(3, 0).repeat(64, 1)
    made = write_scene((np.random.default_rng(0).integers(0, 99, (3, 64, 64)) + 1000 + 2000 * bright).astype("uint16"),
                       ["B02", "B03", "B04"])  # fmt: skip
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / name)
    clicks = {"dark": [(4, 4), (9, 50), (20, 30)], "bright": [(40, 4), (50, 50), (60, 30)]}
    write_clicks(made, clicks, tmp_path / "labels.gpkg")
    made.rename(name)
    Path(tmp_path / "labels.gpkg").rename(f"{name}.gpkg")
    answer = engine(
        "classify", "--field", "class", "--units", "dn", "--out", f"out/{name}.tif", "--vector", f"out/{name}.shp",
        "--model", quick_model, "--", name, f"{name}.gpkg",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    with rasterio.open(Path("out", f"{name}.tif").absolute()) as mapped:
        assert mapped.read(1)[:, 2].tolist() == [2] * 64 and mapped.read(1)[:, -2].tolist() == [1] * 64
    found = {path.suffix for path in Path("out").iterdir()}
    assert {".tif", ".shp", ".dbf", ".shx", ".prj", ".qml"} <= found
    assert all(path.name.startswith(name) for path in Path("out").iterdir())


def test_labels_have_the_names_that_scenes_have(originals: Path, tmp_path: Path) -> None:
    expected = [(2, 1, "a"), (5, 5, "b")]
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        for path in originals.glob("x.[sdpc]*"):
            archive.write(path, f"labels/{path.name}")
        archive.writestr("__MACOSX/labels/._x.shp", b"")
    (tmp_path / "in.zip").mkdir()
    inner = shutil.copy(tmp_path / "one.zip", tmp_path / "in.zip" / "one!.zip")
    for name in (
        tmp_path / "one.zip", inner, f"/vsizip/{tmp_path}/one.zip/labels/x.shp", f"zip://{tmp_path}/one.zip!labels/x.shp",
        f"file://{originals}/x.gpkg",
    ):  # fmt: skip
        assert pixels(str(name)) == expected, name


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and tells nobody."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_labels_may_lie_on_a_server(originals: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    shutil.copytree(originals, tmp_path / "hot!")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/hot!/x.geojson"
    try:
        assert pixels(url) == pixels(f"/vsicurl/{url}") == [(2, 1, "a"), (5, 5, "b")]
    finally:
        server.shutdown()
        server.server_close()


def test_a_zip_with_several_files_of_labels_names_them_and_the_hint_leads_out(originals: Path, tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(originals / "x.gpkg", "a/x.gpkg")
        archive.write(originals / "x.geojson", "y.geojson")
    with pytest.raises(LabelError, match=r"hold several files: a/x.gpkg, y.geojson") as caught:
        pixels(str(path))
    assert pixels(caught.value.hint.removeprefix("name one of them: ")) == [(2, 1, "a"), (5, 5, "b")]


def test_an_error_names_the_labels_as_the_user_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a!.gpkg").write_bytes(b"nothing of a vector file")
    for name, said in {
        "a!.gpkg": "the labels a!.gpkg cannot be read: ",
        "b!.gpkg": "no such label file: b!.gpkg",
    }.items():
        with pytest.raises(LabelError) as caught:
            pixels(name)
        assert str(caught.value).startswith(said) and str(tmp_path) not in str(caught.value)


def test_a_file_of_exactly_this_name_is_meant_before_a_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not is_plain("map:2024.tif")
    Path("map:2024.tif").touch()
    assert is_plain("map:2024.tif") and spelled("map:2024.tif") == str(tmp_path / "map:2024.tif")
    assert spelled("http://host/map.tif") == "http://host/map.tif"


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(RequestError, match="not in UTF-8"):
        spelled("caf\udce9.tif")
