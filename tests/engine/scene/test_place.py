"""Several sources of one place are one scene: on one grid, each read in its own way."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from rasterio.warp import transform, transform_geom
from shapely.geometry import Point

from engine.errors import BandError, RequestError, SceneError
from engine.protocol import SceneSpec
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene, open_scene
from engine.scene.sources.place import open_place

Write = Callable[..., Path]
LEFT, TOP, SIDE = 500_000, 5_800_000, 60
NAMES = {"1": "B02", "2": "B03", "3": "B04"}
COARSE = from_origin(LEFT, TOP, 15, 15)


def spec(path: Path, **said: Any) -> SceneSpec:
    return SceneSpec(str(path), **said)


@pytest.fixture
def optical(write_scene: Write) -> SceneSpec:
    pixels = np.random.default_rng(0).integers(200, 3000, (3, SIDE, SIDE)).astype(np.uint16)
    return spec(write_scene(pixels, ["B02", "B03", "B04"], "optical.tif", nodata=0), sensor="sentinel-2", units="dn")


def spectrum(count: int) -> list[str]:
    """Names of bands."""
    return [f"{400 + 10 * band}nm" for band in range(count)]


def heights(write_scene: Write, size: float = 30, crs: str | None = "EPSG:32633", **more: Any) -> SceneSpec:
    """A plane that rises by a metre each metre to the east, seen at the centres of its own pixels."""
    count = int(SIDE * 10 / size)
    plane = np.broadcast_to((np.arange(count) + 0.5) * size, (count, count)).astype(np.float32)
    path = write_scene(plane[None], None, "heights.tif", transform=from_origin(LEFT, TOP, size, size), crs=crs, **more)
    return spec(path, sensor="elevation")


def read(said: SceneSpec, shift: tuple[float, float] = (0.0, 0.0)) -> tuple[np.ndarray, np.ndarray, Reading, Any]:
    scene, reading = open_place(said, shift)
    with scene:
        pixels, valid = scene.read((0, scene.height), (0, scene.width), reading.indices)
        return pixels, valid, reading, scene.transform


def test_each_source_keeps_its_sensor_units_and_statistics(write_scene: Write, optical: SceneSpec) -> None:
    pixels, valid, reading, _ = read(replace(optical, beside=(heights(write_scene),)))
    assert [part.reading.sensor.id for part in reading.parts] == ["sentinel-2", "elevation"]
    assert [part.reading.units.id for part in reading.parts] == ["dn", "metre"]
    assert [band.index for part in reading.parts for band in part.reading.bands] == [1, 2, 3, 4]
    assert valid.all() and reading.statistics.mean_C[0] < 1 < reading.statistics.mean_C[3]
    with open_scene(optical) as alone:
        assert np.array_equal(pixels[:3], alone.read((0, SIDE), (0, SIDE), [1, 2, 3])[0])


@pytest.mark.parametrize("size", [30, 20, 60])
def test_values_are_interpolated_between_pixel_centres(write_scene: Write, optical: SceneSpec, size: float) -> None:
    pixels, _, _, _ = read(replace(optical, beside=(heights(write_scene, size),)))
    inner = slice(int(size / 10), SIDE - int(size / 10))
    wanted = (np.arange(SIDE) + 0.5) * 10
    assert np.abs(pixels[3] - wanted)[:, inner].max() < 0.01 * 10  # a hundredth of a pixel


def test_smaller_pixels_are_averaged(write_scene: Write, optical: SceneSpec) -> None:
    fine = heights(write_scene, 2.5)
    with rasterio.open(fine.path, "r+") as file:
        rough = file.read(1)
        rough += np.where(np.indices(rough.shape).sum(0) % 2, 100, -100).astype(np.float32)  # vanishes in the mean
        file.write(rough, 1)
    pixels, _, _, _ = read(replace(optical, beside=(fine,)))
    assert np.abs(pixels[3] - (np.arange(SIDE) + 0.5) * 10).max() < 0.1


@pytest.mark.parametrize("interleave", ["band", "pixel"])
def test_each_of_many_bands_is_brought_onto_the_grid_once(
    write_scene: Write, optical: SceneSpec, interleave: str
) -> None:
    """GDAL warps all bands of what a band is cut from: with many it would take the square of the time."""
    sizes = {}
    for count in (30, 60):
        planes = (np.arange(count)[:, None, None] + np.zeros((1, SIDE, SIDE)) + 1).astype(np.float32) / 100
        path = write_scene(planes, spectrum(count), f"{count}.tif", transform=COARSE, interleave=interleave)
        many = spec(path, units="reflectance")
        scene, reading = open_place(replace(optical, beside=(many,)))
        with scene:
            pixels, valid = scene.read((0, SIDE), (0, SIDE), reading.indices)
            assert valid.all() and np.array_equal(pixels[3:, 0, 0], planes[:, 0, 0]) and scene.product
            sizes[count] = len(scene.product.document)
    assert sizes[60] < 2.2 * sizes[30]


def test_it_does_not_matter_whether_a_file_keeps_bands_or_pixels_together(
    write_scene: Write, optical: SceneSpec
) -> None:
    planes = np.random.default_rng(1).uniform(0.1, 0.5, (40, SIDE, SIDE)).astype(np.float32)
    planes[:, 5:9, 5:9] = planes[7, 20:22, 20] = -9
    pixels, valid = {}, {}
    for interleave in ("band", "pixel"):
        path = write_scene(
            planes, spectrum(40), f"{interleave}.tif", transform=COARSE, interleave=interleave, nodata=-9
        )
        many = spec(path, units="reflectance")
        pixels[interleave], valid[interleave], _, _ = read(replace(optical, beside=(many,)))
    one_band = np.zeros((SIDE, SIDE), bool)
    one_band[28:35, 28:33] = True  # around the pixels that lack one band, which may be filled from their neighbours
    assert np.array_equal(valid["band"][~one_band], valid["pixel"][~one_band])
    assert 0 < (~valid["band"][~one_band]).sum() < SIDE and 0 < (~valid["band"][one_band]).sum() < 10
    alike = valid["band"] & ~one_band
    assert np.array_equal(pixels["band"][:, alike], pixels["pixel"][:, alike])
    filled = pixels["pixel"][:, valid["pixel"] & one_band][3:]
    assert filled.min() > 0.1 and filled.max() < 0.5


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files are open")
@pytest.mark.parametrize("first", [True, False])
def test_a_file_that_keeps_pixels_together_is_opened_once_and_read_in_parts(
    write_scene: Write, optical: SceneSpec, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    """Each handle holds a block of all bands, which were gigabytes for hundreds."""
    planes = np.random.default_rng(1).uniform(0.1, 0.5, (40, 48, 48)).astype(np.float32)
    blocks = {"tiled": True, "blockxsize": 16, "blockysize": 16}
    many = spec(write_scene(planes, spectrum(40), "many.tif", transform=COARSE, **blocks), units="reflectance")
    scene, reading = open_place(
        replace(many, beside=(heights(write_scene),)) if first else replace(optical, beside=(many,))
    )
    with scene:
        assert scene.shared_block == ((16, 16) if first else (64, 64))
        whole = scene.read((0, scene.height), (0, scene.width), reading.indices)
        files = [os.path.realpath(open_file) for open_file in Path("/proc/self/fd").iterdir()]
        assert files.count(str(Path(many.path).resolve())) == 1
        monkeypatch.setattr(scene, "_cache_bytes", 1)
        parts = scene.read((5, scene.height), (3, scene.width), reading.indices)
    assert np.array_equal(parts[0], whole[0][:, 5:, 3:]) and np.array_equal(parts[1], whole[1][5:, 3:])


def test_a_source_in_another_crs_lies_in_the_right_place(write_scene: Write, optical: SceneSpec) -> None:
    square = {
        "type": "Polygon",
        "coordinates": [[(LEFT, TOP), (LEFT + 600, TOP), (LEFT + 600, TOP - 600), (LEFT, TOP)]],
    }
    lon, lat = np.array(transform_geom("EPSG:32633", "EPSG:4326", square)["coordinates"][0]).T
    step = 0.00005
    width, height = int(np.ptp(lon) / step) + 40, int(np.ptp(lat) / step) + 40
    transform = from_origin(lon.min() - 20 * step, lat.max() + 20 * step, step, step)
    xs, ys = transform @ tuple(np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5))
    east = np.array(rasterio.warp.transform("EPSG:4326", "EPSG:32633", xs.ravel(), ys.ravel())[0]).reshape(xs.shape)
    path = write_scene((east - LEFT).astype(np.float32)[None], None, "far.tif", transform=transform, crs="EPSG:4326")
    pixels, _, _, _ = read(replace(optical, beside=(spec(path, sensor="elevation"),)))
    assert np.abs(pixels[3] - (np.arange(SIDE) + 0.5) * 10).max() < 0.15


def test_a_source_that_lies_elsewhere_is_put_back_with_its_nodata(write_scene: Write, optical: SceneSpec) -> None:
    plane = heights(write_scene, 10, nodata=-9999)
    with rasterio.open(plane.path, "r+") as file:
        holed = file.read(1)
        holed[:, :7] = -9999
        file.write(holed, 1)
    still, _, _, _ = read(replace(optical, beside=(plane,)))
    moved, valid, _, _ = read(replace(optical, beside=(plane,)), (0.0, 2.5))
    assert np.array_equal(moved[:3], still[:3]) and np.abs(moved - still - 25)[3, :, 10:50].max() < 0.1
    assert not valid[:, :4].any() and valid[:, 5:57].all() and not valid[:, 58:].any()


def test_a_source_across_the_180th_meridian_lies_on_both_sides_of_it(write_scene: Write) -> None:
    (east,), (north,) = transform("EPSG:4326", "EPSG:32660", [180], [60])
    pixels, grid = np.full((1, SIDE, SIDE), 900, np.uint16), from_origin(east - 300, north + 300, 10, 10)
    first = spec(
        write_scene(pixels, ["B02"], "utm.tif", crs="EPSG:32660", transform=grid), sensor="sentinel-2", units="dn"
    )
    plane = np.broadcast_to(np.arange(200, dtype=np.float32), (1, 200, 200))
    path = write_scene(plane, None, "degrees.tif", crs="EPSG:4326", transform=from_origin(179.95, 60.05, 5e-4, 5e-4))
    found, valid, _, _ = read(replace(first, beside=(spec(path, sensor="elevation"),)))
    assert valid.all() and np.abs(found[1, :, 29:31] - 99.5).max() < 1


def test_what_one_source_lacks_the_scene_lacks(write_scene: Write, optical: SceneSpec) -> None:
    other = heights(write_scene, 10, nodata=-9999)
    with rasterio.open(other.path, "r+") as file:
        holed = file.read(1)
        holed[:, :5] = -9999
        file.write(holed, 1)
    _, valid, _, _ = read(replace(optical, beside=(other,)))
    assert not valid[:, :5].any() and valid[:, 5:].all()


@pytest.mark.parametrize("dtype", ["float32", "uint16"])
def test_where_a_source_does_not_reach_there_is_nothing(write_scene: Write, optical: SceneSpec, dtype: str) -> None:
    part = np.arange(20 * 12).reshape(1, 20, 12).astype(dtype)  # 360 of 600 m to the east, and no nodata
    path = write_scene(part, None, "part.tif", transform=from_origin(LEFT, TOP, 30, 30))
    pixels, valid, _, _ = read(replace(optical, beside=(spec(path, sensor="elevation"),)))
    assert valid[:, :36].all() and not valid[:, 36:].any() and pixels[3, 0, 0] == 0


def test_nodata_of_a_file_can_be_an_ordinary_value(write_scene: Write, optical: SceneSpec) -> None:
    zeros = heights(write_scene, 10, nodata=5)
    with rasterio.open(zeros.path, "r+") as file:
        file.write(np.indices((SIDE, SIDE))[0].astype(np.float32), 1)
    assert not read(replace(optical, beside=(zeros,)))[1][5].any()
    assert read(replace(optical, beside=(replace(zeros, file_nodata=False),)))[1].all()


def test_nodata_of_one_source_is_a_value_of_another(write_scene: Write, optical: SceneSpec) -> None:
    zeros = np.zeros((1, SIDE, SIDE), np.float32)
    zeros[0, 30:] = 5
    beside = spec(write_scene(zeros, None, "zeros.tif"), sensor="elevation")
    first = replace(optical, nodata=((0, 0), (65535, 65535)))
    assert read(replace(first, beside=(beside,)))[1].all()


def test_the_grid_is_the_first_ones_or_as_stated(write_scene: Write, optical: SceneSpec) -> None:
    beside = (heights(write_scene),)
    for grid, size in (("", 10), ("30", 30), ("heights.tif", 30)):
        pixels, _, _, transform = read(replace(optical, beside=beside, grid=grid))
        assert transform.a == size and pixels.shape[1:] == (int(600 / size),) * 2
    with pytest.raises(RequestError, match="name of a source or a number of metres"):
        open_place(replace(optical, beside=beside, grid="no such"))


def test_sources_that_do_not_belong_together_are_refused(write_scene: Write, optical: SceneSpec) -> None:
    with pytest.raises(RequestError, match="given twice"):
        open_place(replace(optical, beside=(optical,)))
    aside = np.ones((1, SIDE, SIDE), np.float32) * np.arange(SIDE, dtype=np.float32)
    for shift, share in ((10_000, "0%"), (400, "33%")):
        path = write_scene(aside, None, f"aside{shift}.tif", transform=from_origin(LEFT + shift, TOP, 10, 10))
        with pytest.raises(SceneError, match=f"covers {share}"):
            open_place(replace(optical, beside=(spec(path, sensor="elevation"),)))


def test_an_open_question_names_its_source(write_scene: Write, optical: SceneSpec) -> None:
    unnamed = spec(write_scene(np.random.default_rng(0).random((1, SIDE, SIDE), np.float32), None, "what.tif"))
    with pytest.raises(BandError, match=r"what\.tif: nothing says") as caught:
        open_place(replace(optical, beside=(unnamed,)))
    assert "--with what.tif" in caught.value.hint


@pytest.mark.parametrize("size", [10, 20])
def test_a_source_without_a_crs_lies_where_the_user_says(write_scene: Write, optical: SceneSpec, size: float) -> None:
    other = heights(write_scene, size)
    wanted, _, _, _ = read(replace(optical, beside=(other,)))
    with pytest.raises(SceneError, match="has no CRS"):
        open_place(replace(optical, beside=(heights(write_scene, size, crs=None),)))
    stated = replace(heights(write_scene, size, crs=None), crs="EPSG:32633")
    assert np.array_equal(read(replace(optical, beside=(stated,)))[0], wanted)


@pytest.mark.parametrize("size", [10, 20])
def test_a_mask_of_its_own_holds_and_what_it_covers_is_not_blended(
    write_scene: Write, optical: SceneSpec, size: int
) -> None:
    masked = heights(write_scene, size)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(masked.path, "r+") as file:
        plane = file.read(1)
        plane[:, :10] = 1e6
        file.write(plane, 1)
        file.write_mask(np.indices(plane.shape)[1] >= 10)
    pixels, valid, _, _ = read(replace(optical, beside=(masked,)))
    assert not valid[:, :size].any() and valid[:, size:].all()
    assert pixels[3][valid].max() < 1000


@pytest.mark.parametrize("said", [{"fill": "nodata"}, {"nodata": ((0, 0),)}])
def test_fill_that_no_file_declares_is_not_blended(
    write_scene: Write, optical: SceneSpec, said: dict[str, Any]
) -> None:
    count = SIDE // 2
    radar = np.random.default_rng(0).normal(-10, 1, (2, count, count)).astype(np.float32)
    radar[:, :, :10] = 0
    path = write_scene(radar, ["VV", "VH"], "radar.tif", transform=from_origin(LEFT, TOP, 20, 20))
    pixels, valid, _, _ = read(replace(optical, beside=(spec(path, sensor="sentinel-1", units="db", **said),)))
    assert not valid[:, :20].any() and valid[:, 20:].all()
    assert pixels[3][valid].max() < radar[0, :, 10:].max() + 0.01


def test_embeddings_of_two_years_are_not_mixed_in_silence(write_scene: Write, optical: SceneSpec) -> None:
    def tessera(year: str) -> SceneSpec:
        pixels = np.random.default_rng(int(year)).normal(size=(128, SIDE, SIDE)).astype(np.float32)
        names = [f"Tessera_Band_{index}" for index in range(128)]
        return spec(write_scene(pixels, names, f"tessera{year}.tif", tags={"TESSERA_YEAR": year}))

    def caution(*beside: SceneSpec) -> str:
        with open_place(replace(optical, beside=beside))[0] as scene:
            assert scene.product
            return str(scene.product.product.caution)

    assert not caution(tessera("2023"))
    assert "TESSERA 2023 and TESSERA 2024 differ" in caution(tessera("2023"), tessera("2024"))


def test_a_job_on_one_source_says_so(write_scene: Write, optical: SceneSpec) -> None:
    with pytest.raises(RequestError, match="one source"):
        open_scene(replace(optical, beside=(heights(write_scene),)))


@pytest.fixture
def labelled(write_scene: Write, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two classes that the optical bands do not tell apart and the heights do; their labels."""
    rng = np.random.default_rng(0)
    optical = rng.integers(500, 1500, (3, SIDE, SIDE)).astype(np.uint16)
    left = np.indices((SIDE, SIDE))[1] < SIDE // 2
    heights = np.where(left, 10, 60) + rng.normal(0, 1, (SIDE, SIDE))
    names = ["B02", "B03", "B04"]
    places = [(row, col, "low" if col < SIDE // 2 else "high") for row in range(5, 60, 9) for col in (8, 22, 38, 52)]
    points = [Point(LEFT + 10 * (col + 0.5), TOP - 10 * (row + 0.5)) for row, col, _ in places]
    labels = tmp_path / "labels.gpkg"
    geopandas.GeoDataFrame({"class": [name for *_, name in places]}, geometry=points, crs="EPSG:32633").to_file(labels)
    return (
        write_scene(optical, names, "optical.tif", tags={"SENSOR": "Sentinel-2", "UNITS": "reflectance x 10000"}),
        write_scene(heights.astype(np.float32)[None], None, "heights.tif"),
        labels,
    )


def test_a_map_rests_on_the_source_that_tells_the_classes_apart(
    labelled: tuple[Path, Path, Path], tmp_path: Path, engine: Any, quick_model: str
) -> None:
    optical, beside, labels = labelled
    out = tmp_path / "map.tif"
    engine(
        "classify", str(optical), str(labels), "--field", "class", "--out", str(out), "--model", quick_model,
        "--with", f"{beside},sensor=elevation",
    )  # fmt: skip
    with rasterio.open(out) as file:
        tags, found = file.tags(), file.read(1)
    value = {name: int(key[6:]) for key, name in tags.items() if key.startswith("CLASS_")}
    truth = np.where(np.indices(found.shape)[1] < SIDE // 2, value["low"], value["high"])
    assert (found == truth).mean() > 0.9  # chance is 0.5
    sources = json.loads(tags["OFA_SOURCES"])
    assert [each["file"] for each in sources] == ["optical.tif", "heights.tif"]
    assert all(len(each["sha256_of_ends"]) == 64 and each["resampling"] == "none" for each in sources)
    assert str(tmp_path) not in json.dumps(tags)


def test_a_scene_of_one_source_is_opened_as_ever(optical: SceneSpec) -> None:
    scene, reading = open_place(optical)
    with scene, Scene.open(optical.path) as plain:
        assert not reading.parts and scene.product is None and scene.transform == plain.transform
