"""The tile pipeline: the answer at a pixel never depends on what else was computed, or when, or in which pieces."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine import inference
from engine.errors import Cancelled, DeviceError, OutputError, SceneError
from engine.fewlabel.features import PixelFeatures, SpectralShape
from engine.inference import Source
from engine.inference.autotune import Plan, Tuned
from engine.inference.tile_grid import TILE_PX
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import Chip
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene
from engine.scene.units import Units
from engine.scene.windows import Window, area
from engine.sensors import Band, MatchedBand, Sensor

Write = Callable[..., Path]
BANDS = tuple(MatchedBand(k + 1, Band(f"b{k}", 500.0 + 100 * k, 30.0, None), "test") for k in range(3))
NODATA = 9999
TINY = ModelConfig(width=16, depth=2, heads=2, patch_px=16, taps=(1, 2))


def same(one: np.ndarray, other: np.ndarray, tolerance: float = 1e-4) -> bool:
    """Equal but for rounding; NaN where NaN."""
    return one.shape == other.shape and np.allclose(one, other, rtol=0, atol=tolerance, equal_nan=True)


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


class PatchMeans:
    """A model whose features are the mean of each patch."""

    patch_px, multiple_px, tile_px, feature_dim = 16, 16, 256, len(BANDS)

    def __init__(self) -> None:
        self.batches: list[int] = []

    def dense(self, chips: Sequence[Chip]) -> Tensor:
        self.batches.append(len(chips[0].x_BCHW))
        return torch.nn.functional.avg_pool2d(chips[0].x_BCHW, self.patch_px)


class Number(torch.nn.Module):
    """A head with one "class", whose probability is a number made of all features: a window on what heads are given."""

    def __init__(self, groups: Sequence[str] = ("spectra", "shape", "context", "surroundings", "deep")) -> None:
        super().__init__()
        self.groups = tuple(groups)

    def forward(self, groups: dict[str, Tensor]) -> Tensor:
        assert tuple(sorted(groups)) == tuple(sorted(self.groups))
        parts = [groups[name] @ torch.linspace(-1, 2, groups[name].shape[1]) for name in sorted(groups)]
        return torch.stack(parts).sum(0)[:, None]


class Softmax(torch.nn.Module):
    """A linear head of four classes with fixed random weights."""

    groups = ("spectra", "deep")

    def forward(self, groups: dict[str, Tensor]) -> Tensor:
        x_ND = torch.cat([groups[name] for name in self.groups], dim=1)
        weight_DK = torch.randn(x_ND.shape[1], 4, generator=torch.Generator().manual_seed(1))
        return (x_ND @ weight_DK).softmax(1)


class Split(Number):
    """The same number from a head that lets its deep part be done on tokens."""

    def split(self) -> Any:
        pixels = Number([name for name in self.groups if name != "deep"])

        def head(groups: dict[str, Tensor]) -> Tensor:
            return groups.pop("deep") + pixels.forward(groups)

        return lambda x_ND: x_ND @ torch.linspace(-1, 2, x_ND.shape[1])[:, None], head


@dataclass
class Picture:
    """A sink that keeps everything and refuses to be written twice."""

    window: Window
    classes: np.ndarray = field(init=False)
    confidence: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        shape = tuple(stop - start for start, stop in self.window)
        self.classes = np.full(shape, 77, np.uint8)
        self.confidence = np.full(shape, -77, np.float32)

    def next_row(self, cols: tuple[int, int]) -> int:
        return self.window[0][0]

    def write(self, row0: int, col0: int, classes_HW: np.ndarray, confidence_HW: np.ndarray) -> None:
        row, col = row0 - self.window[0][0], col0 - self.window[1][0]
        place = np.s_[row : row + classes_HW.shape[0], col : col + classes_HW.shape[1]]
        assert (self.classes[place] == 77).all()
        assert self.classes[place].shape == classes_HW.shape == confidence_HW.shape
        assert classes_HW.dtype == np.uint8
        self.classes[place], self.confidence[place] = classes_HW, confidence_HW


@dataclass
class Tokens:
    """A sink for features."""

    window: Window
    features: np.ndarray = field(init=False)
    block_px = 1

    def next_row(self, cols: tuple[int, int]) -> int:
        return self.window[0][0]

    def write(self, row0: int, col0: int, features_DHW: np.ndarray) -> None:
        if not hasattr(self, "features"):
            self.features = np.full((len(features_DHW), *(stop - start for start, stop in self.window)), -77.0)
        row, col = row0 - self.window[0][0], col0 - self.window[1][0]
        self.features[:, row : row + features_DHW.shape[1], col : col + features_DHW.shape[2]] = features_DHW


def everything(source: Source) -> Window:
    return (0, source.scene.height), (0, source.scene.width)


def classify(source: Source, head: Any, window: Window | None = None) -> Picture:
    picture = Picture(window or everything(source))
    inference.classify(source, pixel_features(), head, picture.window, picture, quiet)
    return picture


def embed(source: Source) -> np.ndarray:
    sink = Tokens(((0, source.grid.rows.tokens), (0, source.grid.cols.tokens)))
    inference.embed(source, sink.window, sink, quiet)
    return sink.features


def pixel_features() -> PixelFeatures:
    sample_CN = torch.randn(len(BANDS), 500, generator=torch.Generator().manual_seed(0))
    level_C = torch.full((len(BANDS),), 0.2)
    return PixelFeatures.fit(sample_CN, SpectralShape.fit(sample_CN, level_C, level_C / 4, decibel=False))


def texture(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 4000, (len(BANDS), height, width)).astype(np.uint16)


SourceOf = Callable[..., Source]


@pytest.fixture
def source_of(write_scene: Write) -> Iterator[SourceOf]:
    """``source_of(pixels_CHW, model=…)``: a source whose z-scores are ``pixels / 1000 - 2``."""
    scenes: list[Scene] = []

    def make(pixels: np.ndarray, model: Any = None, kind: type[Scene] = Scene, **more: Any) -> Source:
        scene = kind.open(write_scene(pixels, nodata=NODATA, name=f"{len(scenes)}.tif", **more))
        scenes.append(scene)
        sensor = Sensor("test", "a sensor for tests", None, tuple(band.band for band in BANDS), 10.0)
        reading = Reading(
            sensor, BANDS, (), Units("dn", 1.0, 0.0, False, "test"), (),
            np.full(len(BANDS), 2000, np.float32), np.full(len(BANDS), 1000, np.float32),
        )  # fmt: skip
        return Source(
            scene, reading, torch.from_numpy(reading.mean_C), torch.from_numpy(reading.std_C), 10.0,
            torch.device("cpu"), model or OFA(TINY).eval(), batch=4,
        )  # fmt: skip

    yield make
    for scene in scenes:
        scene.close()


def z(pixels: np.ndarray) -> np.ndarray:
    return pixels.astype(np.float32) / 1000 - 2


# What is computed


def test_the_features_of_patch_means_are_the_patch_means_of_the_scene(source_of: SourceOf) -> None:
    pixels = texture(40 * 16, 27 * 16)
    expected = z(pixels).reshape(len(BANDS), 40, 16, 27, 16).mean((2, 4))
    assert same(embed(source_of(pixels, PatchMeans())), expected)


def test_a_plane_comes_back_at_the_pixel_where_it_was(source_of: SourceOf) -> None:
    """Bilinear interpolation of patch means gives a plane back exactly: a shift of one pixel or a seam would show."""
    rows, cols = np.mgrid[0:480, 0:720]
    pixels = np.stack([4 * rows, 3 * cols, 2 * rows + cols]).astype(np.uint16)
    source = source_of(pixels, PatchMeans())
    chosen = (rows % 7 == 3) & (cols % 5 == 2) & (rows >= 8) & (rows < 472) & (cols >= 8) & (cols < 712)
    at = rows[chosen], cols[chosen]
    groups, valid = inference.sample(source, pixel_features(), *at, quiet, ["deep"])
    assert valid.all()
    assert same(groups["deep"].numpy(), z(pixels[:, *at]).T)


def test_tiles_are_blended_as_in_the_plainest_implementation(source_of: SourceOf) -> None:
    pixels = texture(400, 610)
    model = OFA(TINY).eval()
    source = source_of(pixels, model)
    patch, tile, stride = 16, 256, 192
    total = np.zeros((model.feature_dim, 64, 64))
    weight = np.zeros((64, 64))
    ramp = np.minimum(1, np.minimum(np.arange(16) + 0.5, 15.5 - np.arange(16)) / 4)
    for top in range(0, 3 * stride, stride):
        for left in range(0, 4 * stride, stride):
            if top + 64 >= 400 or left + 64 >= 610:
                continue
            part = z(pixels)[:, top : top + tile, left : left + tile]
            pad = [(0, 0), (0, tile - part.shape[1]), (0, tile - part.shape[2])]
            chip = source.chip(torch.from_numpy(np.pad(part, pad, mode="symmetric"))[None])
            with torch.inference_mode():
                features = model.dense([chip])[0].numpy()
            down, right = ramp.copy(), ramp.copy()
            down[:8][top == 0] = 1
            right[:8][left == 0] = 1
            if top == 192:
                down[8:] = 1
            if left == 384:
                right[8:] = 1
            here = np.s_[..., top // patch : top // patch + 16, left // patch : left // patch + 16]
            total[here] += features * np.outer(down, right)
            weight[here] += np.outer(down, right)
    assert same(weight[:25, :39], np.ones((25, 39)))
    assert same(embed(source), total[:, :25, :39], 1e-5)


# What must not matter


WINDOWS = [((0, 1), (0, 1)), ((100, 330), (250, 700)), ((430, 450), (0, 800)), ((191, 193), (383, 385))]


@pytest.mark.parametrize("window", WINDOWS)
def test_an_extent_gets_the_same_part_of_the_map(source_of: SourceOf, window: Window) -> None:
    source = source_of(texture(450, 800))
    part = tuple(slice(*span) for span in window)
    assert same(classify(source, Number(), window).confidence, classify(source, Number()).confidence[part])


@pytest.mark.parametrize(
    "setting",
    [{"batch": 1}, {"batch": 50}, {"panel_px": 100}, {"panel_px": 512}, {"workers": 2}, {"workers": 3, "batch": 1}],
)
def test_batches_and_panels_do_not_matter(source_of: SourceOf, setting: dict[str, Any]) -> None:
    source = source_of(texture(300, 700))
    one, other = classify(source, Softmax()), classify(replace(source, **setting), Softmax())
    assert same(other.confidence, one.confidence, 1e-5)
    assert np.mean(one.classes == other.classes) > 0.9999  # a tie may go either way
    assert same(embed(replace(source, **setting)), embed(source), 1e-5)


def test_scenes_of_wide_blocks_are_decoded_once(source_of: SourceOf) -> None:
    """A strip of the file as wide as the scene belongs to every panel, so there is one; tiles belong to one or two."""
    pixels, window, found = texture(64, 9000), ((0, 64), (0, 9000)), {}
    for kind, profile in {"strips": {}, "tiles": {"tiled": True, "blockxsize": 256, "blockysize": 256}}.items():
        source = source_of(pixels, PatchMeans(), **profile)
        found[kind] = [cols for _, cols in inference.to_map(source, Number(), window, Picture(window))]
    assert found == {"strips": [(0, 9000)], "tiles": [(0, 4096), (4096, 8192), (8192, 9000)]}


@pytest.mark.parametrize("workers", [1, 2])
def test_in_bfloat16_too_neither_extent_nor_batch_nor_workers_matter(source_of: SourceOf, workers: int) -> None:
    model = Tuned(OFA(TINY).eval(), Plan("bfloat16", fused=False))
    source = source_of(texture(450, 800), model)
    whole, window = classify(source, Softmax()).confidence, ((100, 330), (250, 700))
    other = classify(replace(source, batch=1, panel_px=200, workers=workers), Softmax(), window).confidence
    assert same(other, whole[100:330, 250:700], 1e-5)


def test_workers_are_told_of_a_cancel(source_of: SourceOf) -> None:
    model = PatchMeans()
    source = replace(source_of(texture(3000, 700), model), batch=1, workers=2)

    def cancel(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        inference.classify(source, pixel_features(), Number(), everything(source), Picture(everything(source)), cancel)
    assert sum(model.batches) < source.grid.rows.tiles * source.grid.cols.tiles


def test_what_a_worker_raises_ends_the_run(source_of: SourceOf) -> None:
    class Broken(PatchMeans):
        def dense(self, chips: Sequence[Chip]) -> Tensor:
            raise DeviceError("the device is gone")

    with pytest.raises(DeviceError, match="is gone"):
        classify(replace(source_of(texture(600, 700), Broken()), workers=2), Number())


def test_the_linear_part_of_a_head_may_be_done_on_tokens(source_of: SourceOf) -> None:
    source = source_of(texture(300, 700))
    assert same(classify(source, Split()).confidence, classify(source, Number()).confidence)


@pytest.mark.parametrize("profile", [{"blockysize": 1}, {"tiled": True, "blockxsize": 64, "blockysize": 128}, {}])
def test_the_blocks_of_the_file_do_not_matter(source_of: SourceOf, profile: dict[str, Any]) -> None:
    pixels = texture(300, 300)
    one, other = source_of(pixels, blockysize=300), source_of(pixels, **profile)
    assert np.array_equal(classify(one, Number()).confidence, classify(other, Number()).confidence)


def test_the_features_of_single_pixels_are_those_of_the_map(source_of: SourceOf) -> None:
    pixels = texture(700, 900)
    pixels[1, 100:400, 200:500] = NODATA
    source = source_of(pixels)
    random = np.random.default_rng(3)
    rows, cols = random.integers(0, 700, 300), random.integers(0, 900, 300)
    rows[:4], cols[:4] = (0, 0, 699, 699), (0, 899, 0, 899)
    rows[7], cols[7] = rows[5], cols[5]  # a pixel may be asked for twice
    for panel_px in (None, 256):
        source = replace(source, panel_px=panel_px)
        groups, valid = inference.sample(source, pixel_features(), rows, cols, quiet, Number().groups)
        picture = classify(source, Number())
        assert np.array_equal(valid, ~np.isnan(picture.confidence[rows, cols]))
        numbers = Number()(groups)[:, 0].numpy()
        assert same(numbers[valid], picture.confidence[rows, cols][valid])


@pytest.mark.parametrize("shape", [(1, 1), (1, 1500), (1500, 1), (257, 30), (30, 257), (TILE_PX, TILE_PX), (15, 17)])
def test_any_shape_is_mapped_to_its_last_pixel(source_of: SourceOf, shape: tuple[int, int]) -> None:
    source = source_of(texture(*shape))
    picture = classify(source, Softmax())
    assert np.isin(picture.classes, [1, 2, 3, 4]).all()
    assert (picture.confidence >= 0.25).all()
    assert np.isfinite(embed(source)).all()
    transposed = source_of(texture(*shape).transpose(0, 2, 1), PatchMeans())
    assert same(embed(transposed), embed(source_of(texture(*shape), PatchMeans())).transpose(0, 2, 1), 1e-5)


# Nodata


def test_nodata_in_any_band_is_nodata_in_the_map_and_nowhere_else(source_of: SourceOf) -> None:
    pixels = texture(500, 600)
    pixels[0, 40:60, 300:310] = pixels[1, 0, 0] = pixels[2, 200:, 250:] = NODATA
    picture = classify(source_of(pixels), Softmax())
    expected = (pixels == NODATA).any(0)
    assert np.array_equal(picture.classes == 0, expected)
    assert np.array_equal(np.isnan(picture.confidence), expected)


def test_values_under_nodata_do_not_reach_their_neighbours(source_of: SourceOf) -> None:
    pixels, other = texture(300, 300), texture(300, 300)
    pixels[0, 100:150, 100:150] = other[0, 100:150, 100:150] = NODATA
    other[1:, 100:150, 100:150] = 7
    one, two = (classify(source_of(scene), Number()).confidence for scene in (pixels, other))
    assert np.array_equal(one, two, equal_nan=True)


def test_tiles_without_data_are_skipped_and_change_nothing(source_of: SourceOf) -> None:
    """The neighbour of an empty tile is blended with what the model would have said of it."""
    pixels = texture(640, 1024)
    pixels[:, :, 460:] = NODATA
    model = PatchMeans()
    skipped = classify(source_of(pixels, model), Number())
    assert sum(model.batches) == 3 * 3 + 1  # three rows of three tiles with data, and one blank tile for all others
    pixels[:, 0, 1023] = pixels[:, 639, 1023] = pixels[:, 300, 1023] = 2000  # z-score 0, as nodata is for the model
    pixels[:, 0::192, 460::64] = 2000
    model.batches.clear()
    run = classify(source_of(pixels, model), Number())
    assert sum(model.batches) > 9 + 1
    assert same(run.confidence[:, :428], skipped.confidence[:, :428])  # pixel features look 31 pixels far


def test_a_scene_without_any_data_is_mapped_as_nodata(source_of: SourceOf) -> None:
    pixels = np.full((len(BANDS), 300, 300), NODATA, np.uint16)
    source = source_of(pixels)
    assert (classify(source, Softmax()).classes == 0).all()
    assert np.isnan(embed(source)).all()


def test_a_token_is_nodata_only_if_all_its_pixels_are(source_of: SourceOf) -> None:
    pixels = texture(70, 50)
    pixels[0, 16:32, 16:32] = pixels[0, 32:48, 0:15] = NODATA
    expected = np.zeros((5, 4), bool)
    expected[1, 1] = True
    assert np.array_equal(np.isnan(embed(source_of(pixels, PatchMeans()))), np.broadcast_to(expected, (3, 5, 4)))


# What is not computed


class Counted(Scene):
    """A scene that remembers what was read of it, by any of its handles."""

    read_windows: list[Window]

    def read(self, rows: Any, cols: Any, bands: Any) -> Any:
        type(self).read_windows.append((rows, cols))
        return super().read(rows, cols, bands)


def test_every_pixel_is_decoded_once(source_of: SourceOf) -> None:
    Counted.read_windows = []
    source = source_of(texture(700, 300), kind=Counted, tiled=True, blockxsize=128, blockysize=128)
    classify(source, Number())
    assert sum(area(window) for window in Counted.read_windows) == 700 * 300
    assert all(rows[0] % 128 == 0 for rows, _ in Counted.read_windows)


def test_only_the_tiles_around_labelled_pixels_are_run(source_of: SourceOf) -> None:
    model = PatchMeans()
    source = source_of(texture(1600, 900), model)
    at = np.array([100, 110, 1500]), np.array([100, 105, 700])
    inference.sample(source, pixel_features(), *at, quiet, ["deep"])
    assert sum(model.batches) == 2


def test_without_deep_features_the_model_is_not_run(source_of: SourceOf) -> None:
    model = PatchMeans()
    source = source_of(texture(300, 300), model)
    head = Number(["spectra", "context"])
    picture = classify(source, head)
    groups, _ = inference.sample(source, pixel_features(), np.array([5]), np.array([299]), quiet, head.groups)
    assert set(groups) == {"spectra", "context"}
    assert head(groups).item() == pytest.approx(picture.confidence[5, 299], abs=1e-5)
    assert model.batches == []


# What can go wrong


class Forgetful(PatchMeans):
    """A model on a device whose memory holds two tiles."""

    holds = 2

    def dense(self, chips: Sequence[Chip]) -> Tensor:
        if len(chips[0].x_BCHW) > self.holds:
            raise RuntimeError("CUDA out of memory. Tried to allocate more than there is")
        return super().dense(chips)


def test_a_full_device_gets_smaller_batches(source_of: SourceOf) -> None:
    pixels, model = texture(500, 900), Forgetful()
    assert np.array_equal(embed(source_of(pixels, model)), embed(source_of(pixels, PatchMeans())))
    assert max(model.batches) == 2


def test_a_device_that_is_full_of_pixels_gets_smaller_blocks(source_of: SourceOf) -> None:
    class Narrow(Softmax):
        """A head that the device can only hold for few pixels."""

        def forward(self, groups: dict[str, Tensor]) -> Tensor:
            if len(groups["spectra"]) > 9000:
                raise RuntimeError("MPS backend out of memory")
            return super().forward(groups)

    source = source_of(texture(300, 700), PatchMeans())
    assert same(classify(source, Narrow()).confidence, classify(source, Softmax()).confidence, 1e-5)


def test_a_device_that_does_not_hold_one_tile_is_a_clear_error(source_of: SourceOf) -> None:
    model = Forgetful()
    model.holds = 0
    with pytest.raises(DeviceError, match="does not hold one tile"):
        embed(source_of(texture(30, 30), model))


def _tell(told: list[tuple[int, int, str]], *progress: Any) -> None:
    told.append(progress)


def test_progress_grows_to_its_total(source_of: SourceOf) -> None:
    source = replace(source_of(texture(500, 900), PatchMeans()), panel_px=300)
    for head in (Number(), Number(["spectra"])):
        told: list[tuple[int, int, str]] = []
        picture = Picture(everything(source))
        report = partial(_tell, told)
        waited = inference.classify(source, pixel_features(), head, picture.window, picture, report)
        assert told == sorted(told)
        assert {total for _, total, _ in told} == {told[-1][0]}
        assert waited.read_s > 0
        assert waited.pixel_s > 0


def test_a_cancelled_run_stops_at_the_next_tile_and_ends_its_threads(source_of: SourceOf) -> None:
    model = PatchMeans()
    source = replace(source_of(texture(2000, 700), model), batch=1)
    before = threading.active_count()

    def cancel(done: int, total: int, note: str) -> None:
        if done >= 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        inference.classify(source, pixel_features(), Number(), everything(source), Picture(everything(source)), cancel)
    assert sum(model.batches) == 3
    assert threading.active_count() == before


def test_what_the_sink_raises_ends_the_run(source_of: SourceOf) -> None:
    class Full:
        def next_row(self, cols: tuple[int, int]) -> int:
            return 0

        def write(self, *strip: Any) -> None:
            raise OutputError("the disk is full")

    source = source_of(texture(600, 300), PatchMeans())
    before = threading.active_count()
    with pytest.raises(OutputError, match="disk is full"):
        inference.classify(source, pixel_features(), Number(), everything(source), Full(), quiet)
    assert threading.active_count() == before


BLOCKS = {"tiled": True, "blockxsize": 64, "blockysize": 64}


@pytest.mark.parametrize("profile", [{"blockysize": 8}, BLOCKS, {**BLOCKS, "interleave": "pixel"}])
def test_a_damaged_block_ends_the_run_with_the_rows_named(source_of: SourceOf, profile: dict[str, Any]) -> None:
    """With GDAL's own threads it would be read as rubbish without an error."""
    source = source_of(texture(600, 300), PatchMeans(), compress="deflate", **profile)
    with source.scene.path.open("r+b") as file:
        file.seek(source.scene.path.stat().st_size // 2)
        file.write(bytes(20_000))
    before = threading.active_count()
    with pytest.raises(SceneError, match="rows"):
        classify(source, Number())
    assert threading.active_count() == before
