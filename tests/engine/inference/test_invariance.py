"""200 random cases: scenes, holes, windows, tiles, batches, panels, blocks of the file. The pixel's answer stays."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from engine import inference
from engine.fewlabel.features import PixelFeatures, SpectralShape
from engine.inference import Source
from engine.inference.tile_grid import TileGrid
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics
from engine.scene.values.units import Units
from engine.scene.windows import Span, Window
from engine.sensors import Band, MatchedBand, Sensor

BANDS = tuple(MatchedBand(k + 1, Band(f"b{k}", 500.0 + 100 * k, 30.0, None), "test") for k in range(2))
PATCH_PX, TILE_PX, OVERLAP_PX, NODATA, LARGEST = 8, 48, 16, 9999, 130
BLOCKS: list[dict[str, Any]] = [{}, {"tiled": True, "blockxsize": 32, "blockysize": 16}, {"interleave": "pixel"}]


class Local:
    """A model whose tokens see nothing beyond themselves: what tiles it stands in can make no difference."""

    patch_px, feature_dim = PATCH_PX, 2 * len(BANDS)

    def dense(self, chips: Sequence[SensorBatch]) -> Tensor:
        mean = torch.nn.functional.avg_pool2d(chips[0].x_BCHW, PATCH_PX)
        return torch.cat([mean, mean.square()], 1)


class Head(torch.nn.Module):
    """Four classes from all groups, with fixed weights."""

    groups = ("spectra", "context", "deep")

    def forward(self, groups: dict[str, Tensor]) -> Tensor:
        x_ND = torch.cat([groups[name] for name in self.groups], dim=1)
        weight_DK = torch.randn(x_ND.shape[1], 4, generator=torch.Generator().manual_seed(1)) / 4
        return (x_ND @ weight_DK).softmax(1)


@dataclass(frozen=True)
class Tiled(Source):
    """A source with tiles of another size."""

    tile_px: int = TILE_PX
    overlap_px: int = OVERLAP_PX

    @property
    def grid(self) -> TileGrid:
        return TileGrid.over(self.scene.height, self.scene.width, PATCH_PX, PATCH_PX, self.tile_px, self.overlap_px)


@dataclass
class Picture:
    """A sink that keeps everything."""

    window: Window
    sure: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.sure = np.full([stop - start for start, stop in self.window], -77, np.float32)

    def next_row(self, cols: Span) -> int:
        return self.window[0][0]

    def write(self, row0: int, col0: int, classes_HW: np.ndarray, confidence_HW: np.ndarray) -> None:
        row, col = row0 - self.window[0][0], col0 - self.window[1][0]
        self.sure[row : row + len(classes_HW), col : col + classes_HW.shape[1]] = confidence_HW
        assert np.array_equal(classes_HW == 0, np.isnan(confidence_HW))


def confidence(source: Source, window: Window) -> np.ndarray:
    sample_CN = torch.randn(len(BANDS), 500, generator=torch.Generator().manual_seed(0))
    level_C = torch.full((len(BANDS),), 0.2)
    features = PixelFeatures.fit(sample_CN, SpectralShape.fit(sample_CN, level_C, level_C / 4, decibel=False))
    picture = Picture(window)
    inference.classify(source, features, Head(), window, picture, lambda done, total, note: None)
    return picture.sure


spans = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    overlap = draw(st.integers(1, 4)) * PATCH_PX
    return {
        "shape": (draw(st.integers(1, LARGEST)), draw(st.integers(1, LARGEST))),
        "seed": draw(st.integers(0, 9)),
        "holes": draw(st.sampled_from(["none", "half", "frame", "pepper", "all but one", "one band"])),
        "window": (draw(spans), draw(spans)),
        "blocks": draw(st.sampled_from(BLOCKS)),
        "local": draw(st.booleans()),
        "tile": (overlap * 2 + draw(st.integers(0, 6)) * PATCH_PX, overlap),
        "batch": draw(st.integers(1, 9)),
        "panel_px": draw(st.sampled_from([None, 8, 40, 100])),
        "workers": draw(st.sampled_from([1, 1, 2])),
    }  # fmt: skip


def pixels_of(case: dict[str, Any]) -> np.ndarray:
    random = np.random.default_rng(case["seed"])
    pixels = random.integers(0, 4000, (len(BANDS), *case["shape"])).astype(np.uint16)
    height, width = case["shape"]
    empty = {
        "none": np.zeros((height, width), bool),
        "half": np.arange(height)[:, None] + np.arange(width) < (height + width) // 2,
        "frame": (np.abs(np.indices((height, width)) - 65) > 25).any(0),
        "pepper": random.random((height, width)) < 0.3,
        "all but one": np.arange(height * width).reshape(height, width) != height * width // 2,
        "one band": random.random((height, width)) < 0.1,
    }[case["holes"]]  # fmt: skip
    pixels[: 1 if case["holes"] == "one band" else None, empty] = NODATA
    return pixels


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


@given(case=cases())
@settings(max_examples=200)
def test_the_answer_at_a_pixel_is_always_the_same(folder: Path, case: dict[str, Any]) -> None:
    pixels = pixels_of(case)
    with rasterio.open(
        folder / "scene.tif", "w", driver="GTiff", dtype="uint16", count=len(BANDS), height=pixels.shape[1],
        width=pixels.shape[2], nodata=NODATA, crs="EPSG:32633", transform=rasterio.Affine(10, 0, 5e5, 0, -10, 58e5),
        **case["blocks"],
    ) as file:  # fmt: skip
        file.write(pixels)
    sensor = Sensor("test", "a sensor for tests", None, tuple(band.band for band in BANDS), 10.0)
    statistics = Statistics.given([2000] * len(BANDS), [1000] * len(BANDS))
    reading = Reading(sensor, BANDS, (), Units("dn", 1.0, 0.0, False, "test"), statistics)
    model = (
        Local() if case["local"] else OFA(ModelConfig(width=16, depth=1, heads=2, patch_px=PATCH_PX, taps=(1,))).eval()
    )
    with Scene.open(folder / "scene.tif") as scene:
        source = Tiled(scene, reading, 10.0, torch.device("cpu"), model, batch=4)
        whole = confidence(source, ((0, scene.height), (0, scene.width)))
        tile_px, overlap_px = case["tile"] if case["local"] else (TILE_PX, OVERLAP_PX)
        other = replace(
            source, batch=case["batch"], panel_px=case["panel_px"], workers=case["workers"], tile_px=tile_px,
            overlap_px=overlap_px,
        )  # fmt: skip
        window = tuple(
            (min(int(low * length), length - 1), max(int(high * length), min(int(low * length), length - 1) + 1))
            for (low, high), length in zip(case["window"], (scene.height, scene.width), strict=True)
        )
        part = confidence(other, window)
    assert np.allclose(
        part, whole[window[0][0] : window[0][1], window[1][0] : window[1][1]], rtol=0, atol=1e-5, equal_nan=True
    )
    assert np.array_equal(np.isnan(whole), (pixels == NODATA).any(0))
