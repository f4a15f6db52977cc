"""Scenes that are broken, odd or extreme: each either works or is one clear line, exit status 2, and nothing left."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.transform import from_origin
from shapely.geometry import Point

NAMES = ["B02", "B03", "B04", "B08"]
Engine = Callable[..., Any]
Write = Callable[..., Path]


@pytest.fixture
def engine(engine: Engine, quick_model: str) -> Engine:
    """``engine("embed", path)``: the command line, with a model of no weight: the scenes are what matters."""
    return lambda *arguments: engine(*arguments, "--model", quick_model)


def stripes(height: int = 90, width: int = 110, seed: int = 0) -> np.ndarray:
    """Two kinds of cover side by side, as four-band uint16 DN: left dark, right bright."""
    random = np.random.default_rng(seed)
    pixels = random.normal(400, 40, (4, height, width))
    pixels[:, :, width // 2 :] += 2200
    pixels[3, :, : width // 2] -= 300
    return pixels.clip(1, 9999).astype(np.uint16)


def labels_for(scene: Path, folder: Path) -> Path:
    """Six points on each half of the scene, placed with the scene's own transform and CRS."""
    with rasterio.open(scene) as source:
        rows = np.linspace(0, source.height - 1, 6).astype(int)
        points, classes = [], []
        for name, share in (("dark", 0.1), ("bright", 0.9)):
            for i, row in enumerate(rows):
                col = int(source.width * share) + (i % 3 if source.width > 60 else 0)
                points.append(Point(source.transform @ (col + 0.5, row + 0.5)))
                classes.append(name)
        table = geopandas.GeoDataFrame({"class": classes}, geometry=points, crs=source.crs)
    path = folder / "labels.geojson" if table.crs is None else folder / "labels.gpkg"
    table.to_file(path)
    return path


def classify(engine: Engine, scene: Path, labels: Path, out: Path, *more: object) -> Any:
    return engine("classify", scene, labels, "--field", "class", "--out", out, "--units", "dn", *more)


@pytest.mark.parametrize(
    ("transform", "crs"),
    [
        (Affine.translation(500_000, 5_800_000) @ Affine.rotation(30) @ Affine.scale(10, -10), "EPSG:32633"),
        (Affine(10, 0, 500_000, 0, 10, 5_700_000), "EPSG:32633"),
        (from_origin(13, 52, 0.0001, 0.0001), "EPSG:4326"),
        (from_origin(2_000_000, 700_000, 33, 33), "EPSG:2263"),
    ],
    ids=["rotated", "south-up", "degrees", "feet"],
)
def test_any_grid_is_mapped_where_it_lies(
    engine: Engine, write_scene: Write, tmp_path: Path, transform: Affine, crs: str
) -> None:
    scene = write_scene(stripes(), NAMES, crs=crs, transform=transform, tags={"SENSOR": "Sentinel-2 L2A"})
    answer = classify(engine, scene, labels_for(scene, tmp_path), tmp_path / "map.tif", "--vector", tmp_path / "m.gpkg")
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "map.tif") as source:
        assert source.transform.almost_equals(transform)
        mapped = source.read(1)
    assert mapped[40, 5] != mapped[40, 105]
    assert np.mean(mapped[:, :50] == mapped[40, 5]) > 0.95


def test_a_scene_without_georeferencing_takes_labels_in_pixel_coordinates(
    engine: Engine, write_scene: Write, tmp_path: Path
) -> None:
    scene = write_scene(
        stripes(), NAMES, crs=None, transform=Affine.identity(), tags={"SENSOR": "Sentinel-2 L2A", "GSD_M": "10"}
    )
    points = [Point(5 + i, -10 - 10 * i) for i in range(6)] + [Point(90 + i, -10 - 10 * i) for i in range(6)]
    labels = tmp_path / "pixels.shp"
    flipped = [Point(p.x, -p.y) for p in points]
    geopandas.GeoDataFrame({"class": ["dark"] * 6 + ["bright"] * 6}, geometry=flipped).to_file(labels)
    answer = classify(engine, scene, labels, tmp_path / "map.tif")
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "map.tif") as source:
        assert source.crs is None


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 5000), (600, 1), (3, 5), (65, 257)])
def test_any_size_is_read_to_the_last_pixel(
    engine: Engine, write_scene: Write, tmp_path: Path, height: int, width: int
) -> None:
    scene = write_scene(stripes(height, width), NAMES, tags={"SENSOR": "Sentinel-2 L2A"})
    answer = engine("embed", scene, "--out", tmp_path / "features.tif", "--units", "dn")
    assert answer.status == 0, answer.err
    if height * width > 100 and width > 1:
        answer = classify(engine, scene, labels_for(scene, tmp_path), tmp_path / "map.tif")
        assert answer.status == 0, answer.err
        with rasterio.open(tmp_path / "map.tif") as source:
            assert (source.height, source.width) == (height, width)
            assert (source.read(1) > 0).all()


def test_nan_and_constant_bands_are_no_trouble(engine: Engine, write_scene: Write, tmp_path: Path) -> None:
    pixels = stripes().astype(np.float32) / 10_000
    pixels[1, 20:30, 20:30] = np.nan
    pixels[2] = 0.25
    scene = write_scene(pixels, NAMES, tags={"SENSOR": "Sentinel-2 L2A"})
    answer = engine(
        "classify", scene, labels_for(scene, tmp_path), "--field", "class", "--out", tmp_path / "map.tif",
        "--units", "reflectance",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "map.tif") as source:
        assert np.array_equal(source.read(1) == 0, np.isnan(pixels[1]))


def missing(folder: Path, write: Write) -> Path:
    return folder / "nowhere.tif"


def text(folder: Path, write: Write) -> Path:
    (folder / "scene.tif").write_text("this is no raster")
    return folder / "scene.tif"


def truncated(folder: Path, write: Write) -> Path:
    path = write(np.random.default_rng(0).integers(1, 5000, (4, 400, 400)).astype(np.uint16), NAMES, compress="deflate")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    return path


def empty(folder: Path, write: Write) -> Path:
    return write(np.zeros((4, 90, 110), np.uint16), NAMES, nodata=0, tags={"SENSOR": "Sentinel-2 L2A"})


def a_folder(folder: Path, write: Write) -> Path:
    (folder / "scene").mkdir()
    return folder / "scene"


def unnamed_bands(folder: Path, write: Write) -> Path:
    return write(stripes())


@pytest.mark.parametrize("make", [missing, text, truncated, empty, a_folder, unnamed_bands])
@pytest.mark.parametrize("command", ["classify", "embed"])
def test_a_scene_that_cannot_be_used_is_one_clear_line_and_leaves_nothing(
    engine: Engine, write_scene: Write, tmp_path: Path, make: Callable[[Path, Write], Path], command: str
) -> None:
    good = write_scene(stripes(), NAMES, name="good.tif")
    labels = labels_for(good, tmp_path)
    scene = make(tmp_path, write_scene)
    before = sorted(tmp_path.rglob("*"))
    if command == "classify":
        answer = classify(engine, scene, labels, tmp_path / "out" / "map.tif", "--report", tmp_path / "report")
    else:
        answer = engine("embed", scene, "--out", tmp_path / "out" / "features.tif", "--units", "dn")
    assert answer.status == 2
    assert "Traceback" not in answer.err
    assert answer.err.strip().splitlines()[-1].startswith("error: ")
    assert sorted(tmp_path.rglob("*")) == before


def test_unnamed_bands_are_asked_for_with_the_option_that_names_them(
    engine: Engine, write_scene: Write, tmp_path: Path
) -> None:
    scene = write_scene(stripes())
    answer = engine("embed", scene, "--out", tmp_path / "f.tif")
    assert answer.status == 2
    assert "--bands" in answer.err
    told = engine(
        "embed",
        scene,
        "--out",
        tmp_path / "f.tif",
        "--bands",
        "1=B02,2=B03,3=B04,4=B08",
        "--units",
        "dn",
        "--sensor",
        "sentinel-2",
    )
    assert told.status == 0, told.err
