"""Chips: the engine's own z-scores, cut, resampled, turned and flipped; what is invalid stays out of what is valid."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import from_origin

from engine.errors import SceneError
from engine.inference.source import Source
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics
from engine.sensors import CATALOGUE
from training.data.catalogue_entry import Entry, SceneBand
from training.data.chip import Draw, PixelCache, cut

MANY = 10**9
OWN = Statistics.given([0, 0], [1, 1])


def entry_of(*paths: Path, **more: Any) -> Entry:
    """A scene with one file for all bands or for each, whose z-scores are its numbers."""
    with Scene.open(paths[0]) as scene:
        count, height, width = max(scene.count, len(paths)), scene.height, scene.width
    known = CATALOGUE["sentinel-2"].bands
    where = [(place, 1) if len(paths) > 1 else (0, place + 1) for place in range(count)]
    return replace(
        Entry(
            files=tuple(map(str, paths)), collection="c", sensor="sentinel-2", modality="S2",
            bands=tuple(SceneBand(file, index, band) for (file, index), band in zip(where, known, strict=False)),
            scale=1.0, offset=0.0, decibel=False, units="counts", mean=(0.0,) * count, std=(1.0,) * count,
            collection_mean=(), collection_std=(), gsd_m=10.0, height=height, width=width,
        ),
        **more,
    )  # fmt: skip


def whole(entry: Entry, **more: Any) -> Draw:
    """The scene's upper left square, as it is."""
    side_px, bands = min(entry.height, entry.width), tuple(range(len(entry.bands)))
    return replace(Draw(entry, 0, 0, side_px, 0, False, entry.statistics("scene", own=True), bands), **more)


@pytest.fixture(scope="module")
def coordinates(tmp_path_factory: pytest.TempPathFactory) -> Entry:
    """A scene of 8 x 8 pixels: band 1 holds the row, band 2 the column."""
    return entry_of(raster(tmp_path_factory, np.indices((8, 8)).astype("int16")))


@pytest.fixture(scope="module")
def striped(tmp_path_factory: pytest.TempPathFactory) -> Entry:
    """Stripes of valid twos between stripes of nodata, 8 columns each."""
    pixels = np.full((1, 64, 64), 2, "int16")
    pixels[..., (np.arange(64) // 8) % 2 == 1] = -9999
    return entry_of(raster(tmp_path_factory, pixels))


def raster(factory: pytest.TempPathFactory, pixels: np.ndarray) -> Path:
    """What `write_scene` makes, for fixtures that many examples share."""
    path, (count, height, width) = factory.mktemp("chips") / "scene.tif", pixels.shape
    profile = {"dtype": pixels.dtype, "count": count, "height": height, "width": width, "crs": "EPSG:32633"}
    with rasterio.open(path, "w", nodata=-9999, transform=from_origin(0, 0, 10, 10), **profile) as target:
        target.write(pixels)
    return path


def test_z_scores_are_the_engines_own(write_scene: Callable[..., Path]) -> None:
    rng = np.random.default_rng(0)
    path = write_scene(
        rng.integers(0, 9000, (2, 40, 50)).astype("uint16"), ["B03", "B04"], nodata=0, tags={"SENSOR": "sentinel-2"}
    )
    with Scene.open(path) as scene:
        reading = read_scene(scene, "sentinel-2", None, "dn").require()
        pixels, valid = scene.read((5, 37), (7, 39), reading.indices)
        source = Source(scene, reading, 10, torch.device("cpu"))
        theirs = source.seen(torch.from_numpy(pixels), torch.from_numpy(valid))
    mean_C, std_C = reading.statistics.mean_C, reading.statistics.std_C
    entry = entry_of(
        path, scale=1e-4, units="dn", mean=tuple(mean_C.tolist()), std=tuple(std_C.tolist()),
        bands=tuple(SceneBand(0, band.index, band.band) for band in reading.bands),
    )  # fmt: skip
    x, ours_valid, _ = cut(whole(entry, row0=5, col0=7, side_px=32), 32, PixelCache(MANY))
    assert torch.allclose(x, theirs, atol=1e-5)
    assert np.array_equal(ours_valid.numpy(), valid)


def test_radar_power_becomes_decibels_and_amplitude_counts_twice(write_scene: Callable[..., Path]) -> None:
    path = write_scene(np.full((1, 16, 16), 0.1, "float32"))
    linear = entry_of(path, units="linear", decibel=True, mean=(-10.0,), std=(5.0,))
    amplitude = replace(linear, units="amplitude")
    assert cut(whole(linear), 16, PixelCache(MANY))[0].abs().max() < 1e-4
    assert torch.allclose(cut(whole(amplitude), 16, PixelCache(MANY))[0], torch.tensor(-2.0), atol=1e-4)


def test_outliers_are_clipped_before_they_spread(write_scene: Callable[..., Path]) -> None:
    pixels = np.zeros((1, 16, 16), "float32")
    pixels[0, 3, 3] = 1e9
    x, _, _ = cut(whole(entry_of(write_scene(pixels))), 16, PixelCache(MANY))
    assert x.max() == 10


def test_statistics_are_the_scenes_or_the_collections_whichever_exist(write_scene: Callable[..., Path]) -> None:
    both = entry_of(write_scene(np.full((1, 16, 16), 5, "uint8")), collection_mean=(3.0,), collection_std=(2.0,))
    only_collection = replace(both, mean=(), std=())
    only_own = replace(both, collection_mean=(), collection_std=())

    def value(entry: Entry, own: bool) -> float:
        return float(cut(whole(entry, statistics=entry.statistics("scene", own)), 16, PixelCache(MANY))[0][0, 0, 0])

    assert [value(both, True), value(both, False)] == [5, 1]
    assert [value(only_collection, True), value(only_own, False)] == [1, 5]


def test_a_constant_band_is_not_divided_by_zero(write_scene: Callable[..., Path]) -> None:
    x, _, _ = cut(whole(entry_of(write_scene(np.ones((1, 16, 16), "uint8")), std=(0.0,))), 16, PixelCache(MANY))
    assert torch.all(x == 1)


def test_the_pixel_size_follows_the_resampling(coordinates: Entry) -> None:
    assert cut(whole(coordinates, side_px=4), 8, PixelCache(MANY))[2] == 5
    assert cut(whole(coordinates, side_px=8), 4, PixelCache(MANY))[2] == 20


@given(
    row0=st.integers(0, 4), col0=st.integers(0, 4), turns=st.integers(0, 3), flip=st.booleans(),
    bands=st.permutations([0, 1]),
)  # fmt: skip
@settings(max_examples=40)
def test_a_cut_is_the_window_turned_then_flipped(
    coordinates: Entry, row0: int, col0: int, turns: int, flip: bool, bands: list[int]
) -> None:
    x, _, _ = cut(Draw(coordinates, row0, col0, 4, turns, flip, OWN, tuple(bands)), 4, PixelCache(MANY))
    window = np.indices((8, 8))[bands, row0 : row0 + 4, col0 : col0 + 4]
    expected = np.rot90(window, turns, (1, 2))
    assert np.array_equal(x.numpy(), expected[:, :, ::-1] if flip else expected)


def test_resampling_keeps_a_ramp_a_ramp(coordinates: Entry) -> None:
    x, valid, _ = cut(whole(coordinates), 4, PixelCache(MANY))
    inner = x[0, 1:-1, 0]
    assert torch.allclose(inner, torch.tensor([2.5, 4.5]), atol=1e-5)
    assert valid.all()


@given(st.integers(20, 64), st.integers(0, 2**32 - 1))
@settings(max_examples=25)
def test_what_is_invalid_never_bleeds(striped: Entry, side_px: int, seed: int) -> None:
    row0, col0 = np.random.default_rng(seed).integers(0, 64 - side_px + 1, 2)
    x, valid, _ = cut(Draw(striped, int(row0), int(col0), side_px, 0, False, OWN.take([0]), (0,)), 32, PixelCache(MANY))
    assert torch.allclose(x[0][valid], torch.tensor(2.0), atol=1e-4)
    assert torch.all(x[0][~valid] == 0)
    assert abs(float(valid.float().mean()) - 0.5) < 0.3


def test_files_of_one_grid_are_one_scene_and_valid_where_all_are(write_scene: Callable[..., Path]) -> None:
    first, second = np.full((1, 16, 16), 1, "uint8"), np.full((1, 16, 16), 300, "uint16")
    first[0, 0, 0], second[0, 1, 1] = 255, 0
    entry = entry_of(write_scene(first, name="a.tif", nodata=255), write_scene(second, name="b.tif", nodata=0))
    entry = replace(entry, bands=entry.bands[::-1], std=(100.0, 1.0))
    x, valid, _ = cut(whole(entry), 16, PixelCache(MANY))
    assert x[:, 5, 5].tolist() == [3, 1]
    assert [list(pixel) for pixel in np.argwhere(~valid.numpy())] == [[0, 0], [1, 1]]


@pytest.mark.parametrize("budget", [0, 2000, MANY])
def test_the_cache_changes_no_answer(write_scene: Callable[..., Path], budget: int) -> None:
    rng = np.random.default_rng(1)
    entries = [
        entry_of(write_scene(rng.integers(0, 9, (2, 20, 20)).astype("int16"), name=f"{n}.tif", nodata=3))
        for n in range(4)
    ]
    cache = PixelCache(budget)
    for entry in entries * 2:
        x, valid, _ = cut(whole(entry, row0=2, col0=3, side_px=11), 8, cache)
        again, valid_again, _ = cut(whole(entry, row0=2, col0=3, side_px=11), 8, PixelCache(MANY))
        assert torch.equal(x, again)
        assert torch.equal(valid, valid_again)


def test_a_kept_scene_is_not_read_again_and_a_forgotten_one_is(write_scene: Callable[..., Path]) -> None:
    paths = [write_scene(np.full((1, 16, 16), n, "uint8"), name=f"{n}.tif") for n in range(6)]
    entries = [entry_of(path) for path in paths]
    cache = PixelCache(4 * 2 * 16 * 16)  # four scenes with their validity
    for entry in entries[:5]:
        cache.window(entry, 0, 0, 16)
    for path in paths:
        path.unlink()
    assert cache.window(entries[4], 0, 0, 1)[0].item() == 4
    with pytest.raises(SceneError, match="no such file"):
        cache.window(entries[0], 0, 0, 1)


def test_a_scene_that_is_not_the_catalogued_one_is_refused(coordinates: Entry) -> None:
    with pytest.raises(SceneError, match="expected 9 x 8 pixels"):
        cut(whole(replace(coordinates, height=9)), 8, PixelCache(MANY))


def test_a_damaged_scene_is_refused_every_time(write_scene: Callable[..., Path]) -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (1, 64, 64)).astype("uint8")
    path = write_scene(pixels, compress="deflate")
    entry, healthy = entry_of(path), path.read_bytes()
    path.write_bytes(healthy[:2000] + bytes(1000) + healthy[3000:])
    cache = PixelCache(MANY)
    for _ in range(2):
        with pytest.raises(SceneError, match="cannot read"):
            cut(whole(entry), 32, cache)
