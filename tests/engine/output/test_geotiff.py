"""What a GIS finds in our files, and what happens when they cannot be written."""

import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning

from engine.classes.legend import Legend
from engine.classes.palette import colours_of, rgb
from engine.errors import OutputError, RequestError
from engine.output import geotiff
from engine.output.geotiff import blocks
from engine.scene.raster import Scene

Write = Callable[..., Path]
CLASSES = ("forest", 'Wasser & "Schilf" <5 m', "село")


@pytest.fixture
def scene_of(write_scene: Write) -> Iterator[Callable[..., Scene]]:
    scenes: list[Scene] = []

    def make(height: int, width: int, **profile: Any) -> Scene:
        path = write_scene(np.zeros((1, height, width), np.uint8), name=f"{len(scenes)}.tif", **profile)
        scenes.append(Scene.open(path))
        return scenes[-1]

    yield make
    for scene in scenes:
        scene.close()


def whole(scene: Scene) -> Any:
    return (0, scene.height), (0, scene.width)


def halved(pixels: np.ndarray) -> np.ndarray:
    """The most common class of each four pixels, the plain way."""
    found = np.zeros((-(-pixels.shape[0] // 2), -(-pixels.shape[1] // 2)), np.uint8)
    for row, col in np.ndindex(found.shape):
        four = pixels[2 * row : 2 * row + 2, 2 * col : 2 * col + 2].ravel().tolist()
        found[row, col] = max(four, key=lambda value: (value != 0) * four.count(value))
    return found


def random_map(scene: Scene, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 4, (scene.height, scene.width)).astype(np.uint8)


@pytest.mark.parametrize(("strip", "panel"), [(1000, 1100), (7, 1100), (100, 512), (513, 1024), (512, 512)])
def test_strips_and_panels_of_any_size_make_the_same_file(
    scene_of: Callable[..., Scene], tmp_path: Path, strip: int, panel: int
) -> None:
    scene = scene_of(700, 1100)
    pixels = random_map(scene)
    with geotiff.class_map(tmp_path / "map.tif", scene, whole(scene), Legend.of(CLASSES), {}) as out:
        for col in range(0, 1100, panel):
            for row in range(0, 700, strip):
                out.write(row, col, pixels[None, row : row + strip, col : col + panel])
    with rasterio.open(tmp_path / "map.tif") as file:
        assert np.array_equal(file.read(1), pixels)
        assert np.array_equal(file.read(1, out_shape=(350, 550)), halved(pixels))
        assert np.array_equal(file.read(1, out_shape=(175, 275)), halved(halved(pixels)))


def test_a_class_map_says_all_that_a_gis_wants_to_know(scene_of: Callable[..., Scene], tmp_path: Path) -> None:
    scene = scene_of(700, 1100)
    path = tmp_path / "map.tif"
    with geotiff.class_map(path, scene, whole(scene), Legend.of(CLASSES), {"OFA_MODEL": "ofa-untrained"}) as out:
        out.write(0, 0, random_map(scene)[None])
    with rasterio.open(path) as file:
        assert (file.dtypes, file.nodata, file.count) == (("uint8",), 0, 1)
        assert (file.crs, file.transform) == (scene.crs, scene.transform)
        assert file.block_shapes == [(512, 512)]
        assert file.compression.value == "DEFLATE"
        assert file.overviews(1) == [2, 4]
        assert [file.colormap(1)[k][:3] for k in (1, 2, 3)] == [rgb(colour) for colour in colours_of(CLASSES)]
        assert file.tags()["OFA_MODEL"] == "ofa-untrained"
        assert [file.tags()[f"CLASS_{k}"] for k in (1, 2, 3)] == list(CLASSES)
    categories = ElementTree.parse(tmp_path / "map.tif.aux.xml").findall("PAMRasterBand/CategoryNames/Category")
    assert [category.text for category in categories] == ["nodata", *CLASSES]
    entries = ElementTree.parse(tmp_path / "map.qml").findall("pipe/rasterrenderer/colorPalette/paletteEntry")
    assert [(e.get("value"), e.get("label"), e.get("color")) for e in entries] == [
        (str(k + 1), name, colours_of(CLASSES)[k]) for k, name in enumerate(CLASSES)
    ]


def test_overviews_of_classes_are_classes_and_nodata_does_not_spread(
    scene_of: Callable[..., Scene], tmp_path: Path
) -> None:
    scene = scene_of(600, 600)
    pixels = np.ones((600, 600), np.uint8)
    pixels[:, 300:] = 3
    pixels[::2, ::2] = 0
    with geotiff.class_map(tmp_path / "map.tif", scene, whole(scene), Legend.of(CLASSES), {}) as out:
        out.write(0, 0, pixels[None])
    with rasterio.open(tmp_path / "map.tif", overview_level=0) as file:
        assert set(np.unique(file.read(1))) == {1, 3}


def test_confidence_is_float_with_nan_as_nodata(scene_of: Callable[..., Scene], tmp_path: Path) -> None:
    scene = scene_of(600, 600)
    pixels = np.full((1, 600, 600), 0.5, np.float32)
    pixels[0, :100, :100] = np.nan
    with geotiff.confidence_map(tmp_path / "sure.tif", scene, whole(scene), {}) as out:
        out.write(0, 0, pixels)
    with rasterio.open(tmp_path / "sure.tif") as file:
        assert np.isnan(file.nodata)
        assert np.array_equal(file.read(), pixels, equal_nan=True)
    with rasterio.open(tmp_path / "sure.tif", overview_level=0) as file:
        assert set(np.unique(file.read(1, masked=True).compressed())) == {0.5}


@pytest.mark.filterwarnings("error::RuntimeWarning")
def test_an_overview_of_nothing_neither_warns_nor_silences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Filters of warnings belong to all threads at once: one that silences them makes another one speak."""
    monkeypatch.delattr(warnings, "catch_warnings")
    assert np.isnan(blocks.mean(np.full((8, 8), np.nan, np.float32), np.nan)).all()


ROTATED = Affine.translation(500_000, 5_800_000) @ Affine.rotation(30) @ Affine.scale(10, -10)


@pytest.mark.parametrize("transform", [ROTATED, Affine(10, 0, 5e5, 0, 10, 5e6)], ids=["rotated", "south-up"])
def test_a_window_lies_where_it_lay_in_the_scene(
    scene_of: Callable[..., Scene], tmp_path: Path, transform: Affine
) -> None:
    scene = scene_of(60, 90, transform=transform)
    with geotiff.class_map(tmp_path / "map.tif", scene, ((20, 40), (30, 80)), Legend.of(CLASSES), {}) as out:
        out.write(20, 30, np.ones((1, 20, 50), np.uint8))
    with rasterio.open(tmp_path / "map.tif") as file:
        assert file.shape == (20, 50)
        assert file.transform @ (7, 3) == pytest.approx(scene.transform @ (37, 23))


def test_a_pixel_of_features_covers_its_patch(scene_of: Callable[..., Scene], tmp_path: Path) -> None:
    scene = scene_of(100, 100, transform=ROTATED)
    bits = geotiff.Bits.of(32, 100)
    with geotiff.feature_map(tmp_path / "f.tif", scene, ((1, 7), (2, 7)), 16, ["a", "b"], {}, bits) as out:
        out.write(1, 2, np.arange(60, dtype=np.float32).reshape(2, 6, 5))
    with rasterio.open(tmp_path / "f.tif") as file:
        assert file.descriptions == ("a", "b")
        assert file.transform @ (0, 0) == pytest.approx(scene.transform @ (32, 16))
        assert file.transform @ (5, 6) == pytest.approx(scene.transform @ (112, 112))
        assert file.read(2)[1, 2] == 37


def test_a_scene_without_georeferencing_gives_a_map_without(scene_of: Callable[..., Scene], tmp_path: Path) -> None:
    scene = scene_of(10, 10, crs=None, transform=None)
    with geotiff.class_map(tmp_path / "map.tif", scene, whole(scene), Legend.of(CLASSES), {}) as out:
        out.write(0, 0, random_map(scene)[None])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(tmp_path / "map.tif") as file:
            assert (file.crs, file.transform) == (None, Affine.identity())


def test_more_classes_than_a_byte_holds_are_refused() -> None:
    with pytest.raises(RequestError, match="256 classes"):
        Legend.of([f"class {k}" for k in range(256)])


def test_a_path_that_cannot_be_written_is_one_clear_error(scene_of: Callable[..., Scene], tmp_path: Path) -> None:
    scene = scene_of(5, 5)
    with pytest.raises(OutputError, match=r"map\.tif could not be written"):
        geotiff.class_map(scene.path / "map.tif", scene, whole(scene), Legend.of(CLASSES), {})
    with pytest.raises(OutputError, match=r"map\.tif could not be written"):
        geotiff.class_map(tmp_path / "nowhere" / "map.tif", scene, whole(scene), Legend.of(CLASSES), {})


WRITE_ON_A_FULL_DISK = """
import resource, signal, sys
import numpy as np
from engine.output import geotiff
from engine.errors import OutputError
from engine.classes.legend import Legend
from engine.scene.raster import Scene

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
scene, size, limit = Scene.open(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
noise = np.random.default_rng(0).integers(1, 255, (1, size, size)).astype(np.uint8)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    with geotiff.class_map(sys.argv[4], scene, ((0, size), (0, size)), Legend.of(("a",)), {}) as out:
        out.write(0, 0, noise)
except OutputError as error:
    sys.stdout.write(f"OutputError: {error} — {error.hint}")
"""


@pytest.mark.skipif(not hasattr(os, "setsid"), reason="needs POSIX resource limits")
@pytest.mark.parametrize(
    ("size", "limit"),
    [(300, 20_000), (300, 80_000), (1024, 600_000), (1024, 1_080_000), (1024, 1_200_000), (1024, 1_320_000)],
)
def test_a_full_disk_is_one_clear_error_and_no_tiff(
    scene_of: Callable[..., Scene], tmp_path: Path, size: int, limit: int
) -> None:
    """The limits lie in the first block, in the last one, in overviews, and in the tables at the end."""
    scene = scene_of(size, size)
    (tmp_path / "out").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WRITE_ON_A_FULL_DISK, scene.path, str(size), str(limit), tmp_path / "out" / "map.tif"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.stdout.startswith("OutputError: map.tif could not be written"), done.stderr
    assert "free some space" in done.stdout
    with pytest.raises(rasterio.errors.RasterioIOError):
        rasterio.open(tmp_path / "out" / "map.tif")
