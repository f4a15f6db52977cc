"""Reading rasters: validity, samples, ground sample distance and what a file says of itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.enums import ColorInterp
from rasterio.shutil import copy
from rasterio.transform import from_origin

from engine.cli import arguments
from engine.errors import DamageError, SceneError
from engine.messages import decode, encode
from engine.protocol import REQUESTS, InspectRequest, SceneSpec
from engine.scene import band_by_band, raster
from engine.scene.raster import Scene
from engine.scene.windows import scattered, snapped

Write = Callable[..., Path]


def ramp(count: int, height: int, width: int, dtype: str = "uint16") -> np.ndarray:
    """Pixels that all differ, none of them zero."""
    return (np.arange(count * height * width) + 1).reshape(count, height, width).astype(dtype)


def test_a_window_is_read_band_by_band_in_the_asked_order(write_scene: Write) -> None:
    pixels = ramp(3, 20, 30)
    with Scene.open(write_scene(pixels)) as scene:
        got, valid = scene.read((5, 9), (0, 30), [3, 1])
    assert np.array_equal(got, pixels[[2, 0], 5:9])
    assert got.dtype == np.uint16 and valid.all()


def test_nodata_of_any_read_band_makes_a_pixel_invalid_and_of_others_does_not(write_scene: Write) -> None:
    pixels = ramp(2, 4, 4)
    pixels[1, 2, 3] = 0
    with Scene.open(write_scene(pixels, nodata=0)) as scene:
        assert not scene.read((0, 4), (0, 4), [1, 2])[1][2, 3]
        assert scene.read((0, 4), (0, 4), [1, 2])[1].sum() == 15
        assert scene.read((0, 4), (0, 4), [1])[1].all()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none_are_invalid_without_any_nodata(write_scene: Write, bad: float) -> None:
    pixels = ramp(1, 3, 3, "float32")
    pixels[0, 1, 1] = bad
    with Scene.open(write_scene(pixels)) as scene:
        valid = scene.read((0, 3), (0, 3), [1])[1]
    assert not valid[1, 1] and valid.sum() == 8


def test_the_float64_spelling_of_a_float32_nodata_is_found(write_scene: Write) -> None:
    lowest = float(np.finfo("float32").min)
    pixels = ramp(1, 3, 3, "float32")
    pixels[0, 0, 0] = lowest
    pixels[0, 0, 1] = np.float32(0.1)
    with Scene.open(write_scene(pixels, nodata=-3.40282346638529e38)) as scene:
        assert not scene.read((0, 3), (0, 3), [1])[1][0, 0]
    with Scene.open(write_scene(pixels, nodata=0.1, name="b.tif")) as scene:
        assert not scene.read((0, 3), (0, 3), [1])[1][0, 1]


def test_a_nodata_value_that_the_dtype_cannot_hold_matches_nothing(tmp_path: Path, write_scene: Write) -> None:
    source = write_scene(ramp(1, 3, 3))
    vrt = tmp_path / "odd.vrt"
    with rasterio.open(source) as data:
        copy(data, vrt, driver="VRT")
    text = vrt.read_text().replace("<ColorInterp>", "<NoDataValue>-9999</NoDataValue><ColorInterp>", 1)
    vrt.write_text(text)
    with Scene.open(vrt) as scene:
        assert scene.read((0, 3), (0, 3), [1])[1].all()


def test_bands_of_different_types_are_read_in_the_type_that_holds_both(tmp_path: Path, write_scene: Write) -> None:
    vrt = tmp_path / "mixed.vrt"
    with rasterio.open(write_scene(np.full((2, 3, 3), 0.5, "float32"))) as data:
        copy(data, vrt, driver="VRT")
    vrt.write_text(vrt.read_text().replace('dataType="Float32" band="1"', 'dataType="Byte" band="1"', 1))
    with Scene.open(vrt) as scene:
        pixels, _ = scene.read((0, 3), (0, 3), [1, 2])
        assert scene.dtype == "float32" == pixels.dtype and pixels[1, 0, 0] == 0.5


def test_the_mask_beside_a_file_is_respected(write_scene: Write) -> None:
    path = write_scene(ramp(2, 6, 6))
    mask = np.full((6, 6), 255, "uint8")
    mask[0] = 0
    with rasterio.open(path, "r+") as target:
        target.write_mask(mask)
    with Scene.open(path) as scene:
        valid = scene.read((0, 6), (0, 6), [1, 2])[1]
    assert not valid[0].any() and valid[1:].all()


def rgba(write_scene: Write, fourth: np.ndarray, **more: object) -> Path:
    pixels = np.concatenate([np.full((3, *fourth.shape), 90, "uint8"), fourth[None].astype("uint8")])
    return write_scene(pixels, photometric="RGB", alpha="YES", **more)


WINDOWS = [((0, 9), (3, 30)), ((5, 20), (0, 12)), ((19, 20), (29, 30))]


@pytest.mark.parametrize("interleave", ["band", "pixel"])
@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_windows_read_together_are_the_windows_read_alone(
    write_scene: Write, monkeypatch: pytest.MonkeyPatch, dtype: str, interleave: str
) -> None:
    pixels = ramp(5, 20, 30, dtype)
    pixels[3, 4:7, 2:20] = 7
    with Scene.open(write_scene(pixels, nodata=7, interleave=interleave)) as scene:
        alone = [scene.read(*window, [4, 2, 5]) for window in WINDOWS]
        asked = counted_reads(monkeypatch, scene)
        monkeypatch.setattr(scene, "_cache_bytes", 10)
        by_two = list(scene.read_windows(WINDOWS, [4, 2, 5]))
        monkeypatch.setattr(raster, "readers", lambda _: 1)
        asked.clear()
        together = list(scene.read_windows(WINDOWS, [4, 2, 5]))
    assert same(by_two, together)
    assert all(
        np.array_equal(*pair)
        for one, other in zip(alone, together, strict=True)
        for pair in zip(one, other, strict=True)
    )
    assert asked == ([4, 2, 5] if interleave == "band" else [[4, 2, 5]] * 3)


def test_windows_are_read_together_where_they_share_blocks_and_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = [((0, 9), (3, 30)), ((40, 50), (0, 12)), ((5, 20), (60, 70)), ((9, 31), (20, 21))]
    apart, together = (sorted(band_by_band.grouped(windows, block)) for block in ((10, 10), (64, 64)))
    assert apart == [(((0, 31), (3, 30)), [0, 3]), (((5, 20), (60, 70)), [2]), (((40, 50), (0, 12)), [1])]
    assert together == [(((0, 50), (0, 70)), [0, 1, 2, 3])]
    monkeypatch.setattr(band_by_band, "MOST_PX", 100)
    assert len(list(band_by_band.grouped(windows, (64, 64)))) == 4


def same(*windows: list[tuple[np.ndarray, np.ndarray]]) -> bool:
    """Whether both have the same pixels and validity in every window."""
    return all(np.array_equal(*pair) for pairs in zip(*windows, strict=True) for pair in zip(*pairs, strict=True))


def counted_reads(monkeypatch: pytest.MonkeyPatch, scene: Scene) -> list[Any]:
    """Which bands the scene reads from now on, one after the other; a single band as a number."""
    asked: list[Any] = []
    read = scene._read

    def counted(rows: Any, cols: Any, bands: list[int], mask: bool = False) -> Any:
        asked.append(bands[0] if len(bands) == 1 else list(bands))
        return read(rows, cols, bands, mask)

    monkeypatch.setattr(scene, "_read", counted)
    return asked


def test_windows_of_bands_of_different_types_are_read_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bands = [(ramp(1, 20, 30, "uint8")[0], 9.0), (ramp(1, 20, 30, "float32")[0], 4.0)]
    with Scene.open(write_vrt(tmp_path, bands)) as scene:
        alone = [scene.read(*window, [2, 1]) for window in WINDOWS]
        monkeypatch.setattr(scene, "_cache_bytes", 10)
        together = list(scene.read_windows(WINDOWS, [2, 1]))
    assert not all(valid.all() for _, valid in together)
    assert all(
        np.array_equal(*pair)
        for one, other in zip(alone, together, strict=True)
        for pair in zip(one, other, strict=True)
    )


def test_windows_read_together_pass_over_what_cannot_be_read_if_asked(
    write_scene: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_scene(ramp(2, 400, 64), blockysize=16, blockxsize=64, tiled=True, compress="deflate")
    with rasterio.open(path) as source:
        offset = int(source.get_tag_item("BLOCK_OFFSET_0_24", "TIFF", 1))
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(bytes(40))
    monkeypatch.setattr(raster, "CACHE_BYTES", 10)
    windows = [((0, 8), (0, 64)), ((380, 400), (0, 64))]
    with Scene.open(path) as scene, pytest.raises(DamageError):
        list(scene.read_windows(windows, [1, 2]))
    with Scene.open(path, skip_damaged=True) as scene:
        (_, first), (_, last) = scene.read_windows(windows, [1, 2])
        assert first.all() and last[:4].all() and not last[4:].any() and scene.damaged


def test_transparent_pixels_are_invalid(write_scene: Write) -> None:
    alpha = np.full((50, 50), 255)
    alpha[10:20] = 0
    with Scene.open(rgba(write_scene, alpha)) as scene:
        assert scene.alpha == 4 and not scene.metadata().false_alpha
        valid = scene.read((0, 50), (0, 50), [1, 2, 3])[1]
    assert not valid[10:20].any() and valid[:10].all() and valid[20:].all()


def test_a_near_infrared_band_that_a_writer_called_alpha_masks_nothing(write_scene: Write) -> None:
    nir = np.random.default_rng(0).integers(0, 200, (50, 50))
    with Scene.open(rgba(write_scene, nir)) as scene:
        assert scene.metadata().colours[3] == "alpha" and scene.metadata().false_alpha
        assert scene.read((0, 50), (0, 50), [1, 2, 3])[1].all()
    named = rgba(write_scene, nir, descriptions=["Red", "Green", "Blue", "NIR"], name="named.tif")
    with Scene.open(named) as scene:
        assert scene.alpha is None and not scene.metadata().false_alpha


def test_a_sample_covers_the_whole_scene_evenly_and_is_always_the_same(write_scene: Write) -> None:
    rows, cols = np.mgrid[0:900, 0:700]
    with Scene.open(write_scene(np.stack([rows, cols]).astype("uint16"), tiled=True)) as scene:
        values, valid = scene.sample([1, 2], max_pixels=50_000)
        again, _ = scene.sample([1, 2], max_pixels=50_000)
    assert valid.all() and values.shape[1] <= 50_000 and np.array_equal(values, again)
    assert abs(values[0].mean() - 449.5) < 15 and abs(values[1].mean() - 349.5) < 15
    counts = np.histogram2d(values[0], values[1], bins=2, range=[[0, 900], [0, 700]])[0]
    assert counts.min() > values.shape[1] / 8


@pytest.mark.parametrize(("height", "width"), [(1, 1), (20, 30), (447, 447), (700, 900), (3, 100_000)])
def test_spots_lie_all_over_the_scene_and_are_as_many_as_asked(write_scene: Write, height: int, width: int) -> None:
    with Scene.open(write_scene(np.ones((1, height, width), np.uint8))) as scene:
        rows_N, cols_N = scene.spots(1000)
        assert len(rows_N) == min(1000, height * width)
        assert len(np.unique(rows_N * width + cols_N)) == len(rows_N)
        for places_N, length in ((rows_N, height), (cols_N, width)):
            assert places_N.min() >= 0
            assert places_N.max() < length
            assert np.ptp(places_N) >= 0.7 * (length - 1)


def test_a_strip_of_image_in_a_large_empty_frame_is_found_by_the_sample(write_scene: Write) -> None:
    pixels = np.zeros((1, 1500, 1500), "uint16")
    pixels[0, 701:703, 400:1000] = 7
    with Scene.open(write_scene(pixels, nodata=0, tiled=True, compress="deflate")) as scene:
        values, valid = scene.sample([1], max_pixels=20_000)
    assert valid.all() and values.size == 1200 and (values == 7).all()


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 20_000))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sample_windows_lie_inside_the_scene_and_keep_the_bound(height: int, width: int, most: int) -> None:
    scene = Scene.__new__(Scene)
    scene.height, scene.width, scene.shared_block = height, width, None
    windows = list(scene._sample_windows(most))
    assert windows
    for (row0, row1), (col0, col1) in windows:
        assert 0 <= row0 < row1 <= height and 0 <= col0 < col1 <= width
    assert sum((r1 - r0) * (c1 - c0) for (r0, r1), (c0, c1) in windows) <= max(most * 1.5, 64 * 64)


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 50_000))
def test_windows_are_moved_into_blocks_of_a_raster(height: int, width: int, most: int) -> None:
    windows = list(scattered(height, width, 64, most))
    moved = snapped(windows, (height, width), (64, 64))
    assert 0 < len(moved) <= len(windows)
    for window in moved:
        for (start, stop), size in zip(window, (height, width), strict=True):
            assert 0 <= start < stop <= size
            assert stop - start > 64 or start // 64 == (stop - 1) // 64


def test_bands_that_hold_nothing_where_others_do_are_told(write_scene: Write) -> None:
    pixels = ramp(3, 10, 10, "int16")
    pixels[1] = -1
    with Scene.open(write_scene(pixels, nodata=-1)) as scene:
        assert scene.empty_bands([1, 2, 3]) == (2,)
        assert scene.empty_bands([2]) == ()


@pytest.mark.parametrize(
    ("crs", "transform", "metres"),
    [
        ("EPSG:32633", from_origin(500_000, 5_800_000, 10, 10), 10),
        ("EPSG:32633", Affine.translation(500_000, 5_800_000) * Affine.rotation(30) * Affine.scale(10, -10), 10),
        ("EPSG:32633", Affine(10, 0, 500_000, 0, 10, 5_700_000), 10),
        ("EPSG:2263", from_origin(990_000, 200_000, 0.5, 0.5), 0.1524),
        ("EPSG:4326", from_origin(13, 0.0005, 1e-4, 1e-4), 11.132),
        ("EPSG:4326", from_origin(13, 60, 2e-4, 1e-4), 11.132),
        ("EPSG:3857", from_origin(0, 8_399_737, 10, 10), 5.0),
    ],
    ids=["utm", "rotated", "south-up", "feet", "equator", "60 north", "web mercator at 60 north"],
)
def test_gsd_is_metres_on_the_ground(write_scene: Write, crs: str, transform: Affine, metres: float) -> None:
    with Scene.open(write_scene(ramp(1, 10, 10), crs=crs, transform=transform)) as scene:
        assert scene.gsd_m == pytest.approx(metres, rel=0.005)


def test_without_crs_only_a_tag_can_tell_the_gsd(write_scene: Write) -> None:
    bare = write_scene(ramp(1, 5, 5), crs=None, transform=None)
    told = write_scene(ramp(1, 5, 5), crs=None, transform=None, tags={"GSD_M": "0.3"}, name="told.tif")
    with Scene.open(bare) as scene:
        assert scene.gsd_m is None
    with Scene.open(told) as scene:
        assert scene.gsd_m == 0.3


def test_what_is_no_scene_is_told_in_one_line(tmp_path: Path, write_scene: Write) -> None:
    text = tmp_path / "text.tif"
    text.write_text("no raster")
    slc = write_scene(np.ones((1, 4, 4), "complex64"), name="slc.tif")
    flat = write_scene(ramp(1, 4, 4), name="flat.tif", transform=Affine(10, 0, 500_000, 10, 0, 5_800_000))
    cases = {tmp_path / "none.tif": "no such file", text: "not a readable", slc: "complex", flat: "without area"}
    for path, word in cases.items():
        with pytest.raises(SceneError, match=word) as caught:
            Scene.open(path)
        assert "\n" not in str(caught.value) and caught.value.hint


def test_a_truncated_file_names_the_rows_that_cannot_be_read(write_scene: Write) -> None:
    noise = np.random.default_rng(0).integers(0, 60_000, (2, 300, 300)).astype("uint16")
    path = write_scene(noise, compress="deflate")
    path.write_bytes(path.read_bytes()[:100_000])
    with pytest.raises(SceneError, match=r"rows 250 to 300|not a readable raster"), Scene.open(path) as scene:
        scene.read((250, 300), (0, 300), [1, 2])


def test_reopen_gives_an_independent_handle(write_scene: Write) -> None:
    scene = Scene.open(write_scene(ramp(1, 5, 5)))
    other = scene.reopen()
    scene.close()
    assert other.read((0, 5), (0, 5), [1])[0][0, 0, 0] == 1
    other.close()


def test_colour_interpretation_and_scales_are_facts(write_scene: Write) -> None:
    path = write_scene(ramp(3, 4, 4, "int16"))
    with rasterio.open(path, "r+") as target:
        target.colorinterp = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]
        target.scales, target.offsets = (2e-5,) * 3, (-0.1,) * 3
    with Scene.open(path) as scene:
        metadata = scene.metadata()
    assert (
        metadata.colours == ("red", "green", "blue")
        and metadata.scales == (2e-5,) * 3
        and metadata.offsets == (-0.1,) * 3
    )


TYPES = ("uint8", "int16", "int32", "int64", "uint64", "float32", "float64")
FILLS = (0, 255, -1, -9999, 2**53, 2**53 + 1, 2**63 - 1, -(2**63), 2**64 - 1, 0.1, 1e20, 3.4e38, -3.4028234663852886e38)


def stored(value: float, dtype: str) -> Any:
    """The nodata `value` as a number of `dtype`; None where the type cannot hold it. Exact: no numpy."""
    if dtype == "float32":
        return float(np.float32(value))
    if dtype == "float64":
        return float(value)
    whole, limits = int(value), np.iinfo(dtype)
    return whole if whole == value and limits.min <= whole <= limits.max else None


def write_vrt(folder: Path, bands: list[tuple[np.ndarray, float | None]]) -> Path:
    """Bands of any types, each with its own nodata value, to the last digit."""
    kinds = {"uint8": "Byte", **{name: name.replace("ui", "UI").capitalize() for name in TYPES[1:]}, "uint64": "UInt64"}
    xml = []
    for number, (pixels, nodata) in enumerate(bands, 1):
        path = folder / f"band{number}.tif"
        height, width = pixels.shape
        with rasterio.open(
            path, "w", driver="GTiff", height=height, width=width, count=1, dtype=pixels.dtype, crs="EPSG:32633",
            transform=from_origin(5e5, 5.8e6, 10, 10),
        ) as target:  # fmt: skip
            target.write(pixels, 1)
        fill = "" if nodata is None else f"<NoDataValue>{nodata!r}</NoDataValue>"
        source = f"<SourceFilename>{path}</SourceFilename><SourceBand>1</SourceBand>"
        kind = kinds[str(pixels.dtype)]
        content = f"{fill}<SimpleSource>{source}</SimpleSource>"
        xml.append(f'<VRTRasterBand dataType="{kind}" band="{number}">{content}</VRTRasterBand>')
    vrt = folder / "scene.vrt"
    vrt.write_text(f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">{"".join(xml)}</VRTDataset>')
    return vrt


def pixels_around(fills: tuple[float, ...], dtype: str) -> np.ndarray:
    """All nodata values that the type can hold, their neighbours, and ordinary numbers: 16 x 16, in a fixed order."""
    values = [number for fill in fills if (number := stored(fill, dtype)) is not None]
    if dtype.startswith("float"):
        kind = np.dtype(dtype).type
        near = [np.nextafter(kind(value), kind(0)) for value in values]
    else:
        limits = np.iinfo(dtype)
        near = [value + step for value in values for step in (-1, 1) if limits.min <= value + step <= limits.max]
    found = np.array([*values, *near, *range(1, 90)], dtype)
    return np.resize(found, (16, 16))


@pytest.mark.parametrize("own", FILLS, ids=str)
@pytest.mark.parametrize("second", TYPES)
@pytest.mark.parametrize("first", ["int16", "int64", "uint64", "float32"])
def test_each_band_is_compared_with_nodata_in_its_own_type(tmp_path: Path, first: str, second: str, own: float) -> None:
    """Whoever names the value: the file for the band, or the user for all of them."""
    bands = [(pixels_around(FILLS, first), None), (pixels_around(FILLS, second), None)]
    fill = stored(own, second)
    hits = [[stored(own, dtype) == value for value in band.ravel().tolist()] for dtype, (band, _) in
            zip((first, second), bands, strict=True)]  # fmt: skip
    window, whole = ((0, 16), (0, 16)), [1, 2]
    if fill is not None:
        with Scene.open(write_vrt(tmp_path, [bands[0], (bands[1][0], own)])) as scene:
            valid_HW = scene.read(*window, whole)[1]
            assert np.array_equal(~valid_HW.ravel(), hits[1])
            assert np.array_equal(scene.sample(whole)[1], valid_HW.ravel())
            coarse_HW = scene.coarse(*window, whole, (16, 16))[1]
            assert not coarse_HW.ravel()[hits[1]].any()
            assert second.startswith("float") or np.array_equal(coarse_HW, valid_HW)  # GDAL takes the next float, too
    with Scene.open(write_vrt(tmp_path, bands), nodata=((own, own),)) as scene:
        valid_HW = scene.read(*window, whole)[1]
        assert np.array_equal(~valid_HW.ravel(), np.any(hits, axis=0))
        assert np.array_equal(scene.coarse(*window, whole, (16, 16))[1], valid_HW)


def test_a_band_of_nodata_alone_is_found_among_bands_of_other_types(tmp_path: Path) -> None:
    bands = [(np.ones((8, 8), "int32"), None), (np.full((8, 8), 1e20, "float32"), 1e20)]
    with Scene.open(write_vrt(tmp_path, bands)) as scene:
        assert scene.empty_bands([1, 2]) == (2,)


def test_numbers_that_were_float32_are_found_in_float64(tmp_path: Path) -> None:
    pixels = np.array([[float(np.float32(1e20)), 1e20, 1.1e20, 1.0]])
    with Scene.open(write_vrt(tmp_path, [(pixels, 1e20)])) as scene:
        assert scene.read((0, 1), (0, 4), [1])[1].tolist() == [[False, False, True, True]]
        assert scene.coarse((0, 1), (0, 4), [1], (1, 4))[1].tolist() == [[False, False, True, True]]


def test_a_large_integer_that_the_user_names_keeps_its_digits(tmp_path: Path, engine: Any) -> None:
    assert arguments.ranges(f"{2**53 + 1},-5:7.5") == ((2**53 + 1, 2**53 + 1), (-5, 7.5))
    assert (
        decode(encode(InspectRequest(SceneSpec("s", nodata=((2**53 + 1, 2**53 + 1),))), "1"), REQUESTS)[0].scene.nodata[
            0
        ][0]
        == 2**53 + 1
    )
    path = write_vrt(tmp_path, [(np.full((8, 8), 2**53, "int64"), None)])
    told = engine("inspect", path, "--nodata", 2**53 + 1, "--bands", "1=red", "--units", "dn")
    assert told.status == 0, told.err
