"""bench: how fast this machine is on a scene, stage by stage, and how near the pipeline comes to its slowest stage.

The real pipeline, with a linear head of random weights on deep features, maps the first rows of the scene into a
temporary folder; reading, the model and writing are then timed alone on the same rows. All rates are megapixels of
these rows over the seconds that a stage takes for them. Knows no labels.
"""

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import repeat, takewhile
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from torch import Tensor

from engine import inference
from engine.classes.legend import Legend
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.linear_map import LinearMap
from engine.inference.block_reader import Rows
from engine.inference.source import Backbone
from engine.inference.stage_clock import Clock
from engine.inference.window_features import STRIP_PX, Panel, panel_px
from engine.mapping.opening import Opened, open_with_model, random_tiles
from engine.model.tokens import SensorBatch
from engine.output import geotiff
from engine.peak_memory import peak_memory_mb
from engine.progress import Report
from engine.protocol import BenchRequest
from engine.scene.windows import Window, area, cut, panels
from engine.words import say

REQUEST = BenchRequest
BARE_S = 4.0  # the model alone, before the pipeline and again after it: machines grow warm, and others use them
PIPELINE_S = 20.0  # for which rows are chosen; with all the rest a run takes about a minute
MOST_PX = 64_000_000  # of the part, as its map is held in memory once: 5 bytes each
CLASSES = 10
NAMES = ("classes", "confidence")
MEGA = 1e6


class LinearHead:
    """Deep features to classes by a random matrix, which is applied to tokens."""

    groups = ("deep",)

    def __init__(self, features: int, device: torch.device) -> None:
        self._weight_DK = torch.randn(features, CLASSES, generator=torch.Generator().manual_seed(0)).to(device)

    def split(self) -> tuple[dict[str, LinearMap], "Softmax"]:
        """The matrix, and the softmax that is left."""
        return {"deep": LinearMap(torch.zeros_like(self._weight_DK[:, 0]), self._weight_DK)}, Softmax()

    def __call__(self, groups: Mapping[str, Tensor]) -> Tensor:
        """Probabilities (N, K)."""
        return (groups["deep"] @ self._weight_DK).softmax(1)


class Softmax:
    """Class scores to probabilities."""

    groups = ("deep",)

    def __call__(self, groups: Mapping[str, Tensor]) -> Tensor:
        """Probabilities (N, K)."""
        return groups["deep"].T.softmax(0).T  # along the rows of memory: 12 times faster


class CountingModel:
    """A model that counts its tiles: those without data are not run."""

    def __init__(self, model: Backbone) -> None:
        self._model, self.tiles = model, 0

    @property
    def patch_px(self) -> int:
        """Side of a token."""
        return self._model.patch_px

    @property
    def tile_px(self) -> int:
        """As the model's."""
        return self._model.tile_px

    @property
    def multiple_px(self) -> int:
        """Sides of tiles are multiples of it."""
        return self._model.multiple_px

    @property
    def feature_dim(self) -> int:
        """Features of a token."""
        return self._model.feature_dim

    def dense(self, batches: Sequence[SensorBatch]) -> Tensor:
        """See `OFA.dense`."""
        self.tiles += len(batches[0].x_BCHW)
        return self._model.dense(batches)


def run(request: BenchRequest, report: Report) -> dict[str, Any]:
    """Measure.

    Returns:
        ``{"decode_mpx_s", "model_mpx_s", "write_mpx_s", "pipeline_mpx_s", "share_of_limit", "peak_mb", "waits_s",
        "device", "plan", "model", "scene", "part", "seconds"}``; `peak_mb` is null on Windows, which does not tell
        Python, and a rate is null where its stage had nothing to do.

    Raises:
        EngineError: whatever the scene, the model or the device lack.
    """
    with open_with_model(request) as opened:
        return measured(opened, part(opened), report)


def part(opened: Opened) -> Window:
    """The first rows of the scene, in whole strips, that the model should be done with in `PIPELINE_S`."""
    scene, stride_px = opened.source.scene, opened.source.grid.rows.stride_px
    pixels = min(PIPELINE_S / bare_s(opened) * stride_px**2, MOST_PX)
    strips = max(1, round(pixels / scene.width / STRIP_PX))
    return (0, min(scene.height, strips * STRIP_PX)), (0, scene.width)


def measured(opened: Opened, window: Window, report: Report) -> dict[str, Any]:
    """What `run` answers, of any window of the scene.

    Raises:
        EngineError: as `run`.
    """
    with tempfile.TemporaryDirectory(prefix="ofa-bench-") as folder:
        report(0, 0, say("the model alone"))
        before_s = bare_s(opened)
        seconds, waits_s, tiles = streamed(opened, window, Path(folder), report)
        peak_mb = peak_memory_mb()
        report(0, 0, say("the model, reading and writing alone"))
        alone_s = {
            "model": tiles * (before_s + bare_s(opened)) / 2,
            "decode": decode_s(opened, window),
            "write": write_s(opened, window, Path(folder)),
        }
    scene, megapixels = opened.source.scene, area(window) / MEGA
    return {
        **{f"{stage}_mpx_s": megapixels / taken_s if taken_s else None for stage, taken_s in alone_s.items()},
        "pipeline_mpx_s": megapixels / seconds,
        "share_of_limit": max(alone_s.values()) / seconds,
        "peak_mb": peak_mb,
        "waits_s": waits_s,
        "device": opened.device_note,
        "plan": asdict(opened.tuning),
        "model": opened.loaded.name,
        "scene": {"width": scene.width, "height": scene.height, "bands": len(opened.source.reading.bands)},
        "part": {"rows": list(window[0]), "cols": list(window[1]), "tiles": tiles},
        "seconds": seconds,
    }


def bare_s(opened: Opened) -> float:
    """Seconds per tile of the model alone, on tiles that are on the device, as many in parallel as in the pipeline."""
    model, batch = opened.source.model, random_tiles(opened.source, opened.tuning.batch)
    assert model is not None  # nosec B101

    @torch.inference_mode()
    def once() -> None:
        model.dense([batch]).flatten()[0].item()  # a device answers when it is done

    once()
    began = time.perf_counter()
    calls = takewhile(lambda _: time.perf_counter() - began < BARE_S, repeat(once))
    runs = sum(1 for _ in inference.in_parallel(calls, opened.tuning.workers))
    return (time.perf_counter() - began) / (runs * opened.tuning.batch)


def streamed(opened: Opened, window: Window, folder: Path, report: Report) -> tuple[float, dict[str, float], int]:
    """Seconds of the pipeline from the scene to finished files, what it waited for, and how many tiles it ran."""
    assert opened.source.model is not None  # nosec B101
    model = CountingModel(opened.source.model)
    source = replace(opened.source, model=model)
    head = LinearHead(model.feature_dim, source.device)
    began = time.perf_counter()
    with _files(opened, window, folder, "map") as sink:
        waited = inference.classify(source, PixelFeatures(), head, window, sink, report)
        streamed_s = time.perf_counter() - began
    seconds = time.perf_counter() - began
    waits_s = {name.removesuffix("_s"): value for name, value in asdict(waited).items()}
    return seconds, {**waits_s, "finish": round(seconds - streamed_s, 3)}, model.tiles


def decode_s(opened: Opened, window: Window) -> float:
    """Seconds to decode what the pipeline decodes for these rows, as it does: read by read."""
    source, began = opened.source, time.perf_counter()
    for panel in _panels(source, window):
        with Rows(source, panel.pixels, Clock()) as rows:
            rows.skim()
    return time.perf_counter() - began


def write_s(opened: Opened, window: Window, folder: Path) -> float:
    """Seconds to write the map and the confidence of these rows, which the pipeline left in this folder, once more."""
    arrays = []
    for name in NAMES:
        with rasterio.open(folder / f"map-{name}.tif") as file:
            arrays.append(file.read(1))
    began = time.perf_counter()
    with _files(opened, window, folder, "again") as sink:
        for panel in _panels(opened.source, window):
            rows, (left, right) = panel.window
            for top, bottom in cut(rows, STRIP_PX):
                strip = np.s_[top:bottom, left:right]
                sink.write(top, left, *(array_HW[strip] for array_HW in arrays))
    return time.perf_counter() - began


def _panels(source: inference.Source, window: Window) -> list[Panel]:
    """The panels in which `inference.classify` works."""
    parts = panels(window, panel_px(source, deep=True))
    return [Panel.of(source, part, 0, source.grid.tokens_under(part)) for part in parts]


@contextmanager
def _files(opened: Opened, window: Window, folder: Path, kind: str) -> Iterator[geotiff.ClassSink]:
    """A class map and its confidence, complete when the context is left."""
    scene, classes = opened.source.scene, Legend.of([f"class {number}" for number in range(1, CLASSES + 1)])
    paths = [folder / f"{kind}-{name}.tif" for name in NAMES]
    with (
        geotiff.class_map(paths[0], scene, window, classes, {}) as file,
        geotiff.confidence_map(paths[1], scene, window, {}) as sure,
    ):
        yield geotiff.ClassSink(file, sure)
