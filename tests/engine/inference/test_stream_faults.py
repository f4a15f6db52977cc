"""The tile pipeline when things go wrong: full devices, damaged files, cancelled runs, sinks and workers that raise."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest
from torch import Tensor

from engine import inference
from engine.errors import Cancelled, DeviceError, OutputError, SceneError
from engine.model.tokens import SensorBatch
from tests.fakes.for_the_stream import (
    Number,
    PatchMeans,
    Picture,
    Softmax,
    SourceOf,
    classify,
    embed,
    everything,
    pixel_features,
    quiet,
    same,
    texture,
)


class Forgetful(PatchMeans):
    """A model on a device whose memory holds two tiles."""

    holds = 2
    says = "CUDA out of memory. Tried to allocate more than there is"

    def dense(self, chips: Sequence[SensorBatch]) -> Tensor:
        if len(chips[0].x_BCHW) > self.holds:
            raise RuntimeError(self.says)
        return super().dense(chips)


@pytest.mark.parametrize("says", [Forgetful.says, "DefaultCPUAllocator: can't allocate memory: you tried …"])
def test_a_full_device_gets_smaller_batches(source_of: SourceOf, says: str) -> None:
    pixels, model = texture(500, 900), Forgetful()
    model.says = says
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
        def dense(self, chips: Sequence[SensorBatch]) -> Tensor:
            raise DeviceError("the device is gone")

    with pytest.raises(DeviceError, match="is gone"):
        classify(replace(source_of(texture(600, 700), Broken()), workers=2), Number())
