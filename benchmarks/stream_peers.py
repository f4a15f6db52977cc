"""Tiled inference of other libraries with our model, and what any of them does at borders. See `benchmarks/stream.py`.

Runs in an environment of its own (build/peers), which holds torch, rasterio, timm, terratorch and monai.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from torch import Tensor, nn

from engine.jobs.bench import CLASSES, LinearHead
from engine.model import model_card, model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.peak_memory import peak_memory_mb
from engine.sensors import CATALOGUE

TILE_PX, STRIDE_PX, BATCH = 256, 192, 8
PART = (96, 96)  # first row and column of the part that is asked for instead of the whole: no multiple of the stride
Confidence = Callable[[tuple[int, int]], np.ndarray]
"""From the first row and column of a part to the highest class probability of its pixels."""


def memory_model() -> OFA:
    """Two blocks of a ViT-Ti/16."""
    config = ModelConfig(width=192, depth=2, heads=3, patch_px=16, taps=(1, 2))
    return OFA(config).eval().requires_grad_(False)


def z_scores(path: Path) -> Tensor:
    """The whole raster (1, C, H, W) by its own statistics, as these libraries' users feed it."""
    with rasterio.open(path) as source:
        image = torch.from_numpy(source.read().astype(np.float32))[None]
    return image.sub_(image.mean((2, 3), keepdim=True)).div_(image.std((2, 3), keepdim=True))


def forward() -> Callable[..., Tensor]:
    """Pixels (B, C, H, W) to class scores (B, K, H, W), with our default model and the bench's head."""
    model = model_folder.load(model_card.DEFAULT_MODEL, torch.device("cpu")).model
    bands = {band.name: band for band in CATALOGUE["sentinel-2"].bands}
    names = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
    chosen = tuple(bands[name] for name in names)
    head = LinearHead(model.feature_dim, torch.device("cpu")).split()[0]["deep"]

    def scores(x_BCHW: Tensor, **_: object) -> Tensor:
        dense_BDHW = model.dense([SensorBatch(x_BCHW, chosen, 10.0)])
        tokens_BKHW = head(dense_BDHW.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        return nn.functional.interpolate(tokens_BKHW, scale_factor=model.patch_px, mode="bilinear")

    return scores


def terratorch(scores: Callable[..., Tensor], image: Tensor) -> Tensor:
    """As its manual says; its padding leaves nothing of an image whose tiles are not cropped (`delta=0`)."""
    from terratorch.tasks.tiled_inference import tiled_inference  # noqa: PLC0415

    return tiled_inference(
        scores, image, crop=TILE_PX, stride=STRIDE_PX, delta=0, batch_size=BATCH, padding=False, device="cpu"
    )[0]


def monai(scores: Callable[..., Tensor], image: Tensor) -> Tensor:
    """As its manual says, with Gaussian weights, which its tutorials take for fewer seams."""
    from monai.inferers import sliding_window_inference  # noqa: PLC0415

    overlap = (TILE_PX - STRIDE_PX) / TILE_PX
    return sliding_window_inference(image, TILE_PX, BATCH, scores, overlap=overlap, mode="gaussian")[0]


PEERS = {"terratorch": terratorch, "monai": monai}


@torch.inference_mode()
def whole(name: str, path: Path) -> dict[str, Any]:
    """Seconds and memory from the raster to a class map and its confidence on disk."""
    scores, began = forward(), time.perf_counter()
    sure, classes = PEERS[name](scores, z_scores(path)).softmax(0).max(0)
    with rasterio.open(path) as source:
        profile = source.profile
    for kind, array, dtype in (("classes", classes + 1, "uint8"), ("confidence", sure, "float32")):
        out = path.with_name(f"{name}_{kind}.tif")
        with rasterio.open(out, "w", **{**profile, "count": 1, "dtype": dtype, "predictor": 1}) as file:
            file.write(array.numpy().astype(dtype), 1)
        out.unlink()
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "peak_mb": peak_memory_mb(), "version": version(name), "classes": CLASSES}


def our_confidence(path: Path) -> Confidence:
    """Ours, in float32, of an extent of the scene."""
    from engine import inference  # noqa: PLC0415
    from engine.fewlabel.features import PixelFeatures  # noqa: PLC0415
    from engine.mapping.opening import open_with_model  # noqa: PLC0415
    from engine.protocol import BenchRequest, ComputeSpec, SceneSpec  # noqa: PLC0415

    class Kept:
        def __init__(self, shape: tuple[int, int]) -> None:
            self.map = np.zeros(shape, np.float32)

        def next_row(self, cols: tuple[int, int]) -> int:
            return self.origin[0]

        def write(self, row: int, col: int, classes_HW: np.ndarray, confidence_HW: np.ndarray) -> None:
            top, left = row - self.origin[0], col - self.origin[1]
            self.map[top : top + classes_HW.shape[0], left : left + classes_HW.shape[1]] = confidence_HW

    def confidence(origin: tuple[int, int]) -> np.ndarray:
        with open_with_model(
            BenchRequest(SceneSpec(str(path), units="dn"), ComputeSpec(device="cpu", precision="float32"))
        ) as opened:
            source = opened.source
            assert source.model is not None
            sink = Kept((source.scene.height - origin[0], source.scene.width - origin[1]))
            sink.origin = origin
            window = (origin[0], source.scene.height), (origin[1], source.scene.width)
            head = LinearHead(source.model.feature_dim, source.device)
            inference.classify(source, PixelFeatures(), head, window, sink, lambda *_: None)
            return sink.map

    return confidence


@torch.inference_mode()
def peer_confidence(name: str, path: Path) -> Confidence:
    """A peer's, of a crop of the raster."""
    scores, image = forward(), z_scores(path)
    return lambda origin: PEERS[name](scores, image[:, :, origin[0] :, origin[1] :]).softmax(0).amax(0).numpy()


@torch.inference_mode()
def borders(confidence: Confidence) -> dict[str, float]:
    """How probabilities differ, at most and on average, between the whole scene and a part that is asked for."""
    difference = np.abs(confidence((0, 0))[PART[0] :, PART[1] :] - confidence(PART))
    return {"largest": float(difference.max()), "mean": float(difference.mean())}


if __name__ == "__main__":
    library, raster, *rest = sys.argv[1:]
    told = borders(peer_confidence(library, Path(raster))) if rest else whole(library, Path(raster))
    print(json.dumps(told))
