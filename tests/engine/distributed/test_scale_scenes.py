"""Which scenes a person means by files, folders, lists and STAC items; what is unclear is told before any work."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from shapely.geometry import Point

from engine.distributed.scene_list import SceneName, SceneSearch, find, stem_of
from engine.errors import EngineError, RequestError, SceneError
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene

Write = Callable[..., Path]


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., list[SceneName]]:
    """``look(name, …, assets=[…], remote=True)``: the scenes that are meant."""
    return lambda *names, **how: find([str(name) for name in names], SceneSearch(tmp_path / ".work", **how), quiet)


def pixels(value: int, count: int = 1, side: int = 64) -> np.ndarray:
    return np.full((count, side, side), value, np.uint16)


def names(found: list[SceneName]) -> list[tuple[str, str]]:
    assert not any(scene.problem for scene in found)
    return [(Path(scene.name).name, scene.stem) for scene in found]


def test_a_folder_means_its_rasters_and_neither_labels_nor_our_own_maps(
    write_scene: Write, tmp_path: Path, look: Any
) -> None:
    for name in ("b.tif", "a.tif", "a.tif.ovr", ".hidden.tif"):
        write_scene(pixels(1), name=name)
    write_scene(pixels(1), name="a_map.tif", tags={"OFA_VERSION": "0"})
    (tmp_path / "notes.md").write_text("no raster")
    geopandas.GeoDataFrame({"class": ["x"]}, geometry=[Point(0, 0)], crs=4326).to_file(tmp_path / "labels.gpkg")
    assert names(look(tmp_path)) == [("a.tif", "a"), ("b.tif", "b")]


def test_a_broken_raster_in_a_folder_is_not_passed_over(write_scene: Write, tmp_path: Path, look: Any) -> None:
    """The job that reads it says what is wrong."""
    write_scene(pixels(1), name="a.tif")
    (tmp_path / "broken.TIF").write_bytes(b"II*\0 and then the download ended")
    assert names(look(tmp_path)) == [("a.tif", "a"), ("broken.TIF", "broken")]


def test_tiles_that_touch_are_one_scene_and_those_apart_are_not(write_scene: Write, tmp_path: Path, look: Any) -> None:
    """As in the other commands. Chips of one zone are often on one grid, kilometres from each other."""
    for folder, tile, east in (("mosaic", "a", 0), ("mosaic", "b", 640), ("chips", "c", 0), ("chips", "d", 90_000)):
        (tmp_path / folder).mkdir(exist_ok=True)
        write_scene(pixels(1), name=f"{folder}/{tile}.tif", transform=from_origin(500_000 + east, 5_800_000, 10, 10))
    assert names(look(tmp_path / "mosaic")) == names(look(tmp_path)) == [("mosaic", "mosaic")]
    assert names(look(tmp_path / "mosaic", apart=True)) == [("a.tif", "a"), ("b.tif", "b")], (
        "each has labels of its own"
    )
    assert names(look(tmp_path / "chips")) == [("c.tif", "c"), ("d.tif", "d")]


@pytest.mark.parametrize("spelling", ["list.txt", "@list.txt", "@list"])
def test_a_list_names_scenes_beside_itself(write_scene: Write, tmp_path: Path, look: Any, spelling: str) -> None:
    write_scene(pixels(1), name="a.tif")
    (tmp_path / spelling.strip("@")).write_text(f"# mine\n\na.tif\n{tmp_path / 'elsewhere' / 'b.tif'}\n")
    at = "@" if spelling[0] == "@" else ""
    found = look(f"{at}{tmp_path / spelling.strip('@')}")
    assert [scene.name for scene in found] == [str(tmp_path / "a.tif"), str(tmp_path / "elsewhere" / "b.tif")]


def test_scenes_of_one_name_are_told_apart_by_the_user_before_any_work(tmp_path: Path, look: Any) -> None:
    with pytest.raises(RequestError, match=r"north/s\.tif and .*south/S\.jp2 would give outputs of one name, S_…"):
        look(tmp_path / "north/s.tif", tmp_path / "south/S.jp2")


def test_a_folder_without_scenes_is_an_error(tmp_path: Path, look: Any) -> None:
    with pytest.raises(RequestError, match="no scene found in"):
        look(tmp_path)


def test_a_list_that_is_not_there_is_an_error(tmp_path: Path, look: Any) -> None:
    with pytest.raises(SceneError, match="cannot read the list"):
        look(tmp_path / "none.txt")


def test_stems_are_file_names_everywhere() -> None:
    assert stem_of("S2A_32/UQD 2024:06") == "S2A_32_UQD_2024_06"
    assert stem_of("../..") == "scene"


def item(id: str, *assets: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A STAC item with assets called a, b, …"""
    named = dict(zip("abcdef", assets, strict=False))
    return {"type": "Feature", "stac_version": "1.0.0", "id": id, "properties": {}, "assets": named, **more}


def asset(href: str, band: str = "", **more: Any) -> dict[str, Any]:
    told = {"eo:bands": [{"name": band}]} if band else {}
    return {"href": href, "type": "image/tiff; application=geotiff", "roles": ["data"], **told, **more}


@pytest.fixture
def items(tmp_path: Path) -> Callable[..., Path]:
    """``items(item, …)``: a file of items."""

    def write(*several: dict[str, Any], name: str = "items.json") -> Path:
        (tmp_path / name).write_text(json.dumps({"type": "FeatureCollection", "features": several}))
        return tmp_path / name

    return write


def test_the_bands_of_an_item_are_stacked_under_the_names_that_it_gives_them(
    write_scene: Write, items: Any, look: Any
) -> None:
    for number, name in enumerate(("B02", "B03", "B04"), start=1):
        write_scene(pixels(number), name=f"{name}.tif", nodata=0)
    path = items(
        item(
            "S2A 2024/06",
            asset("B02.tif", "blue"),
            asset("./B03.tif", bands=[{"name": "green"}]),
            asset("B04.tif"),
            {"href": "preview.png", "type": "image/png", "roles": ["thumbnail"]},
            {"href": "B04.tif", "type": "image/tiff", "roles": ["visual"]},
            collection="sentinel-2-l2a",
            properties={"platform": "sentinel-2a"},
        )
    )
    (found,) = look(path)
    assert found.stem == "S2A_2024_06"
    with rasterio.open(found.name) as stacked, rasterio.open(path.parent / "B02.tif") as one:
        assert stacked.descriptions == ("blue", "green", "c")
        assert (stacked.crs, stacked.transform, stacked.shape) == (one.crs, one.transform, one.shape)
        assert stacked.nodatavals == (0, 0, 0)
        assert [int(band.max()) for band in stacked.read()] == [1, 2, 3]
    with Scene.open(found.name) as scene:
        assert len(scene.files) == 4  # the bands are inputs, too
        assert read_scene(scene, None, {}, None).sensor.id == "sentinel-2"


def test_what_files_say_of_their_values_is_kept_in_the_stack(write_scene: Write, items: Any, look: Any) -> None:
    path = write_scene(pixels(1).astype(np.float32), name="a.tif", nodata=np.nan)
    with rasterio.open(path, "r+") as target:
        target.scales, target.offsets, target.units = (0.0001,), (-0.1,), ("1",)
        target.update_tags(1, wavelength="492.4")
    (found,) = look(items(item("x", asset("a.tif", "blue"))))
    with rasterio.open(found.name) as stacked:
        assert (stacked.scales, stacked.offsets, stacked.units) == ((0.0001,), (-0.1,), ("1",))
        assert np.isnan(stacked.nodata)
        assert stacked.tags(1)["wavelength"] == "492.4"


def test_a_stack_that_is_still_right_is_not_written_again(write_scene: Write, items: Any, look: Any) -> None:
    write_scene(pixels(1), name="a.tif")
    path = items(item("x", asset("a.tif", "red")))
    before = Path(look(path)[0].name).stat().st_mtime_ns
    assert Path(look(path)[0].name).stat().st_mtime_ns == before
    items(item("x", asset("a.tif", "nir")))
    with rasterio.open(look(path)[0].name) as stacked:
        assert stacked.descriptions == ("nir",)


def test_an_item_of_one_raster_with_several_bands_is_used_as_it_is(write_scene: Write, items: Any, look: Any) -> None:
    path = write_scene(pixels(1, count=4), name="all.tif")
    assert look(items(item("naip", asset("all.tif")))) == [SceneName(str(path), "naip")]


@pytest.mark.parametrize("shape", ["item", "list"])
def test_one_item_and_a_list_of_items_are_read_as_well(
    write_scene: Write, tmp_path: Path, look: Any, shape: str
) -> None:
    write_scene(pixels(1, count=2), name="s.tif")
    body: Any = item("one", asset("s.tif"))
    (tmp_path / "i.geojson").write_text(json.dumps(body if shape == "item" else [body]))
    assert [scene.stem for scene in look(tmp_path / "i.geojson")] == ["one"]


def problem(scene: SceneName) -> EngineError:
    assert scene.problem
    return scene.problem


def test_bands_on_two_grids_are_one_scene(write_scene: Write, items: Any, look: Any) -> None:
    write_scene(pixels(1), name="fine.tif")
    write_scene(pixels(2, side=32), name="coarse.tif", transform=from_origin(500_000, 5_800_000, 20, 20))
    (found,) = look(items(item("two", asset("coarse.tif"), asset("fine.tif"))))
    with rasterio.open(found.name) as stacked, rasterio.open(stacked.files[-1]) as fine:
        assert stacked.shape == (64, 64) and stacked.descriptions == ("a", "b")
        assert (stacked.read(2) == pixels(1)[0]).all() and fine.shape == (64, 64)


def test_an_asset_that_covers_too_little_is_the_items_own_error_and_assets_can_be_chosen(
    write_scene: Write, items: Any, look: Any
) -> None:
    write_scene(pixels(1), name="fine.tif")
    write_scene(pixels(2, side=31), name="coarse.tif", transform=from_origin(500_000, 5_800_000, 20, 20))
    path = items(item("two", asset("fine.tif"), asset("coarse.tif")), item("one", asset("fine.tif")))
    two, one = look(path)
    assert "the asset b (31 x 31 pixels of 20) covers a part of the others" in problem(two).error
    assert "--assets" in problem(two).hint
    assert not one.problem
    assert "has no asset 'z'" in problem(look(path, assets=["z"])[0]).error
    chosen, _ = look(path, assets=["a"])
    with rasterio.open(chosen.name) as stacked:
        assert stacked.descriptions == ("a",)


@pytest.mark.parametrize(
    "href", ["http://example.com/a.tif", "s3://bucket/a.tif", "/vsicurl/https://example.com/a.tif", "<VRTDataset/>", ""]
)
def test_an_item_names_files_and_https_addresses_and_nothing_else(items: Any, look: Any, href: str) -> None:
    (found,) = look(items(item("x", asset(href))), remote=True)
    assert "name files, or https addresses with --remote" in problem(found).hint


def test_nothing_is_fetched_unless_the_user_said_so(
    items: Any, look: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    href = "https://example.com/scenes/a.tif?token=secret"
    (found,) = look(items(item("x", asset(href))))
    assert problem(found).error == "items.json names a.tif on example.com"
    assert problem(found).hint == "read it with --remote"
    (tmp_path / "list.txt").write_text(href)
    with pytest.raises(SceneError, match=r"list\.txt names a\.tif on example\.com"):
        look(tmp_path / "list.txt")
    assert look(tmp_path / "list.txt", remote=True)[0].name == f"/vsicurl/{href}"


@pytest.mark.parametrize("body", ["{", "[]", "3", '{"type": "FeatureCollection", "features": [{"id": "x"}]}'])
def test_what_is_no_stac_is_told_as_that(tmp_path: Path, look: Any, body: str) -> None:
    (tmp_path / "x.json").write_text(body)
    with pytest.raises(SceneError, match="STAC item"):
        look(tmp_path / "x.json")
