"""What the tests of the tile pipeline share: models, heads and sinks that are plain to see through, and a texture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine import inference
from engine.fewlabel.features import PixelFeatures, SpectralShape
from engine.fewlabel.linear_map import LinearMap
from engine.inference import Source
from engine.model.config import ModelConfig
from engine.model.tokens import SensorBatch
from engine.scene.windows import Window
from engine.sensors import Band, MatchedBand

Write = Callable[..., Path]
SourceOf = Callable[..., Source]
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

    def dense(self, chips: Sequence[SensorBatch]) -> Tensor:
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
    """The same number from a head that lets its parts be done on tokens, and where features of pixels arise."""

    def __init__(self, dims: dict[str, int]) -> None:
        super().__init__(list(dims))
        self.dims = dims

    def split(self) -> Any:
        weights = {name: torch.linspace(-1, 2, count)[:, None] for name, count in self.dims.items()}
        centre = 0.25  # taken off here, and added again by the head
        whole = centre * sum(float(weights_D1.sum()) for weights_D1 in weights.values())
        maps = {name: LinearMap(torch.full((len(each),), centre), each) for name, each in weights.items()}
        return maps, lambda groups: whole + torch.stack([groups[name] for name in self.dims]).sum(0)


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


def z(pixels: np.ndarray) -> np.ndarray:
    return pixels.astype(np.float32) / 1000 - 2
