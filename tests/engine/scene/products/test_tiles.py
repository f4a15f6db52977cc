"""The tiles of a mosaic in a folder are one scene; other rasters in a folder are not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from engine.errors import SceneError
from engine.protocol import SceneSpec
from engine.scene.products import tiles
from engine.scene.raster import Scene
from engine.scene.sources.place import open_place

Write = Callable[..., Path]
LEFT, TOP, SIDE = 330_000, 6_203_400, 40
LAND = np.random.default_rng(0).integers(1, 200, (3, 2 * SIDE, 2 * SIDE)).astype(np.uint8)


@pytest.fixture
def write_tile(write_tif: Write) -> Callable[..., Path]:
    """``write_tile(row, col, name="…")`` -> a tile whose upper left pixel is that of the land."""

    def write(row: int, col: int, name: str = "", side: int = SIDE, **more: Any) -> Path:
        where = from_origin(LEFT + 10 * col, TOP - 10 * row, 10, 10)
        pixels = LAND[:, row : row + side, col : col + side]
        return write_tif(f"tiles/{name or f'{row}_{col}'}.tif", pixels, transform=where, photometric="RGB", **more)

    return write


def pixels_of(name: Path) -> tuple[np.ndarray, np.ndarray]:
    with Scene.open(name) as scene:
        return scene.read((0, scene.height), (0, scene.width), [1, 2, 3])


@pytest.mark.parametrize("shared", [0, 8])
def test_tiles_side_by_side_or_overlapping_are_one_scene(write_tile: Write, shared: int) -> None:
    for row in (0, SIDE - shared):
        for col in (0, SIDE - shared):
            folder = write_tile(row, col).parent
    side = 2 * SIDE - shared
    pixels, valid = pixels_of(folder)
    assert valid.all() and np.array_equal(pixels, LAND[:, :side, :side])
    with Scene.open(folder) as scene:
        assert scene.product and str(scene.product.product.title) == "mosaic of 4 tiles"
        assert scene.metadata().colours == ("red", "green", "blue")
        assert sorted(path.name for path in scene.files) == sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("nodata", [None, 0])
def test_where_no_tile_lies_there_is_nothing(write_tile: Write, nodata: int | None) -> None:
    for row, col in ((0, 0), (SIDE, SIDE)):
        folder = write_tile(row, col, nodata=nodata).parent
    _, valid = pixels_of(folder)
    there = np.kron(np.eye(2), np.ones((SIDE, SIDE))).astype(bool)
    assert np.array_equal(valid, there)


def test_our_maps_and_pictures_beside_tiles_are_passed_over(write_tile: Write) -> None:
    folder = write_tile(0, 0).parent
    write_tile(0, SIDE)
    with rasterio.open(write_tile(0, 0, "map"), "r+") as file:
        file.update_tags(**{tiles.OURS: "1"})
    with rasterio.open(folder / "picture.png", "w", driver="PNG", width=4, height=4, count=1, dtype="uint8") as file:
        file.write(np.zeros((1, 4, 4), np.uint8))
    assert pixels_of(folder)[0].shape == (3, SIDE, 2 * SIDE)


@pytest.mark.parametrize("other", ["same place", "half a pixel off", "another CRS", "another size"])
def test_other_rasters_in_a_folder_are_no_mosaic(write_tile: Write, other: str) -> None:
    folder = write_tile(0, 0).parent
    if other == "same place":
        write_tile(0, 4)
    elif other == "half a pixel off":
        write_tile(0, SIDE).unlink()
        path = write_tile(0, SIDE)
        with rasterio.open(path, "r+") as file:
            file.transform = from_origin(LEFT + 10 * SIDE + 5, TOP, 10, 10)
    elif other == "another CRS":
        write_tile(0, SIDE, crs="EPSG:25833")
    else:
        path = write_tile(0, SIDE)
        with rasterio.open(path, "r+") as file:
            file.transform = from_origin(LEFT + 10 * SIDE, TOP, 20, 20)
    with pytest.raises(SceneError, match="a folder, not a raster"):
        Scene.open(folder)


def test_more_tiles_than_may_be_open_name_the_way_out(write_tile: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "MOST_TILES", 1)
    write_tile(0, 0)
    with pytest.raises(SceneError, match="holds 2 rasters") as caught:
        Scene.open(write_tile(0, SIDE).parent)
    assert caught.value.hint.startswith("join them first: gdalbuildvrt tiles.vrt")


def test_tiles_with_masks_of_their_own_name_the_way_out(write_tile: Write) -> None:
    for col in (0, SIDE):
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(write_tile(0, col), "r+") as file:
            file.write_mask(np.ones((SIDE, SIDE), bool))
    with pytest.raises(SceneError, match="masks of their own") as caught:
        Scene.open(Path(file.name).parent)
    assert "gdalbuildvrt" in caught.value.hint


def test_a_mosaic_goes_beside_another_source_and_has_others_beside_it(write_tile: Write, write_tif: Write) -> None:
    for col in (0, SIDE):
        folder = write_tile(0, col).parent
    plane = np.indices((SIDE, 2 * SIDE))[1].astype(np.float32)
    heights = SceneSpec(str(write_tif("heights.tif", plane)), sensor="elevation")
    mosaic = SceneSpec(str(folder), units="uint8")
    for first, second, bands in ((mosaic, heights, [0, 1, 2]), (heights, mosaic, [1, 2, 3])):
        scene, reading = open_place(SceneSpec(first.path, sensor=first.sensor, units=first.units, beside=(second,)))
        with scene:
            pixels, valid = scene.read((0, SIDE), (0, 2 * SIDE), reading.indices)
            assert valid.all() and np.array_equal(pixels[bands], LAND[:, :SIDE])
            assert scene.product and {each["file"] for each in scene.product.facts()} == {"tiles.vrt", "heights.tif"}
            assert {path.name for path in scene.files} == {"0_0.tif", "0_40.tif", "heights.tif"}
