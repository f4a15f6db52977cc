"""The tile pipeline: the answer at a pixel never depends on what else was computed, or when, or in which pieces."""

import gc
import weakref
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from engine import inference
from engine.fewlabel.features import HALO_PX
from engine.inference.autotune import TunedModel, Tuning
from engine.inference.classify_window import Mapper
from engine.inference.tile_grid import TILE_PX
from engine.model.ofa import OFA
from engine.scene.raster import Scene
from engine.scene.windows import Window, area
from tests.fakes.for_the_stream import (
    BANDS,
    NODATA,
    TINY,
    Number,
    PatchMeans,
    Picture,
    Softmax,
    SourceOf,
    Split,
    classify,
    embed,
    pixel_features,
    quiet,
    same,
    texture,
    z,
)

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
            (sensor_batch,) = source.sensor_batches(torch.from_numpy(np.pad(part, pad, mode="symmetric"))[None])
            with torch.inference_mode():
                features = model.dense([sensor_batch])[0].numpy()
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


def test_a_strip_is_freed_once_it_is_mapped(source_of: SourceOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not when Python looks for cycles the next time: memory would follow the size of the scene."""
    source, mapped, strip = source_of(texture(600, 64), PatchMeans()), [], Mapper.strip

    def followed(self: Mapper, stored_CHW: torch.Tensor, *more: Any) -> Any:
        mapped.append(weakref.ref(stored_CHW))
        return strip(self, stored_CHW, *more)

    monkeypatch.setattr(Mapper, "strip", followed)
    gc.disable()
    try:
        classify(source, Number())
    finally:
        gc.enable()
    assert [each() for each in mapped] == [None] * 3


def test_scenes_of_wide_blocks_are_decoded_once(source_of: SourceOf) -> None:
    """A strip of the file as wide as the scene belongs to every panel, so there is one; tiles belong to one or two."""
    pixels, window, found = texture(64, 9000), ((0, 64), (0, 9000)), {}
    for kind, profile in {"strips": {}, "tiles": {"tiled": True, "blockxsize": 256, "blockysize": 256}}.items():
        source = source_of(pixels, PatchMeans(), **profile)
        found[kind] = [cols for _, cols in inference.to_map(source, Number(), window, Picture(window))]
    assert found == {"strips": [(0, 9000)], "tiles": [(0, 4096), (4096, 8192), (8192, 9000)]}


@pytest.mark.parametrize("workers", [1, 2])
def test_in_bfloat16_too_neither_extent_nor_batch_nor_workers_matter(source_of: SourceOf, workers: int) -> None:
    model = TunedModel(OFA(TINY).eval(), Tuning("bfloat16", fused=False))
    source = source_of(texture(450, 800), model)
    whole, window = classify(source, Softmax()).confidence, ((100, 330), (250, 700))
    other = classify(replace(source, batch=1, panel_px=200, workers=workers), Softmax(), window).confidence
    assert same(other, whole[100:330, 250:700], 1e-5)


def test_the_linear_part_of_a_head_may_be_done_where_features_arise(source_of: SourceOf) -> None:
    source = source_of(texture(300, 700))
    dims = {"spectra": 3, "shape": 3, "context": 36, "surroundings": 24, "deep": 2 * TINY.width}
    assert same(classify(source, Split(dims)).confidence, classify(source, Number()).confidence, 1e-3)


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

    seen_windows: list[Window]

    def read(self, rows: Any, cols: Any, bands: Any) -> Any:
        type(self).seen_windows.append((rows, cols))
        return super().read(rows, cols, bands)


def test_every_pixel_is_decoded_once(source_of: SourceOf) -> None:
    Counted.seen_windows = []
    source = source_of(texture(700, 300), kind=Counted, tiled=True, blockxsize=128, blockysize=128)
    classify(source, Number())
    assert sum(area(window) for window in Counted.seen_windows) == 700 * 300
    assert all(rows[0] % 128 == 0 for rows, _ in Counted.seen_windows)


def test_only_the_tiles_around_labelled_pixels_are_run(source_of: SourceOf) -> None:
    model = PatchMeans()
    source = source_of(texture(1600, 900), model)
    at = np.array([100, 110, 1500]), np.array([100, 105, 700])
    inference.sample(source, pixel_features(), *at, quiet, ["deep"])
    assert sum(model.batches) == 2


def test_tiles_that_hold_labels_are_not_run_again_for_the_map(source_of: SourceOf) -> None:
    model, tiles = PatchMeans(), inference.TilesOfOneRun()
    source = source_of(texture(700, 900), model)
    alone = classify(source, Number())
    tiles_of_the_map = sum(model.batches)
    kept = replace(source, cache=tiles)
    inference.sample(kept, pixel_features(), np.array([5, 400, 410]), np.array([5, 700, 690]), quiet, ["deep"])
    tiles.begin_map(deep=True)
    assert same(classify(kept, Number()).confidence, alone.confidence)
    assert sum(model.batches) == 2 * tiles_of_the_map


def test_only_so_many_tiles_are_kept_as_there_is_room_for(source_of: SourceOf) -> None:
    model, tiles = PatchMeans(), inference.TilesOfOneRun(budget_bytes=1)
    source = replace(source_of(texture(300, 300), model), cache=tiles)
    inference.sample(source, pixel_features(), np.array([5]), np.array([5]), quiet, ["deep"])
    assert tiles.get(("tile", 0, 0)) is None


def test_of_labels_that_lie_far_apart_little_is_looked_at(source_of: SourceOf) -> None:
    Counted.seen_windows = []
    source = source_of(texture(256, 256), kind=Counted)
    groups, _ = inference.sample(
        source, pixel_features(), np.array([2, 250, 2]), np.array([2, 250, 3]), quiet, ["context"]
    )
    assert sum(area(window) for window in Counted.seen_windows) < 2 * (HALO_PX + 8) ** 2
    near, _ = inference.sample(source, pixel_features(), np.array([250]), np.array([250]), quiet, ["context"])
    assert torch.equal(groups["context"][1:2], near["context"])


def test_without_deep_features_the_model_is_not_run(source_of: SourceOf) -> None:
    model = PatchMeans()
    source = source_of(texture(300, 300), model)
    head = Number(["spectra", "context"])
    picture = classify(source, head)
    groups, _ = inference.sample(source, pixel_features(), np.array([5]), np.array([299]), quiet, head.groups)
    assert set(groups) == {"spectra", "context"}
    assert head(groups).item() == pytest.approx(picture.confidence[5, 299], abs=1e-5)
    assert model.batches == []
