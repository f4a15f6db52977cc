"""What is exported: a model with all that depends on its bands and on the size of a tile made constant.

`TaskGraph` takes stored numbers and gives what `engine predict` blends over tiles; `FeatureGraph` takes z-scores and
gives the dense features of a backbone. Knows no files and no formats.
"""

from collections.abc import Mapping
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from engine.model.downstream import Downstream, OutputActivation, probabilities
from engine.model.galileo import GalileoEmbedding
from engine.model.ofa import OFA
from engine.model.positions import interpolated
from engine.model.tokens import SensorBatch
from engine.scene.normalise import z_scores
from engine.scene.values.nodata import Ranges
from engine.scene.values.units import Units
from engine.sensors import Band

NODATA_SLACK = 1e-6
"""Share of a nodata value by which a number may miss it: dividing by 255 and multiplying again rounds."""


class Graph(Protocol):
    """What a format needs of a module that it writes."""

    bands: tuple[Band, ...]
    tile_px: int

    @property
    def spread(self) -> float:
        """How far answers lie apart: differences are reported as a share of it."""

    def tiles(self, z_BCTT: Tensor) -> Tensor:
        """The input whose z-scores these are."""

    def fix(self) -> None:
        """Make constant what is, see `fixed`; answers stay the same."""


class TaskGraph(nn.Module):
    """Stored numbers to answers: probabilities of classes, or values; at every pixel of a tile, or of it as a whole.

    Args:
        model: fine-tuned.
        units: what the stored numbers are in.
        nodata: ranges of stored numbers that mean nothing, as those of `engine.scene.values.nodata`.
        divisor: the stored numbers arrive divided by it.
        tile_px: side of a tile.
    """

    mean_C11: Tensor
    divisor_C11: Tensor

    def __init__(self, model: Downstream, units: Units, nodata: Ranges, divisor: float, tile_px: int) -> None:
        super().__init__()
        task = model.task
        self.model, self.units, self.nodata, self.divisor, self.tile_px = model, units, nodata, divisor, tile_px
        self.bands, self.modality = task.bands, task.modality
        self.register_buffer("mean_C11", torch.from_numpy(task.statistics.mean_C)[:, None, None])
        self.register_buffer("divisor_C11", torch.from_numpy(task.statistics.divisors)[:, None, None])
        self.head = OutputActivation(task)

    def fix(self) -> None:
        """See `Graph`."""
        backbone = self.model.backbone
        chip = self.sensor_batch(torch.zeros(1, len(self.bands), self.tile_px, self.tile_px))
        fixed(backbone, chip, backbone.patch_px if self.model.task.by_pixel else backbone.chip_patch_px([chip]))

    @property
    def spread(self) -> float:
        """1 of probabilities, the deviation in training of values."""
        return self.model.task.target[1]

    def sensor_batch(self, x_BCTT: Tensor) -> SensorBatch:
        """Z-scores as the model takes them."""
        return SensorBatch(x_BCTT, self.bands, self.model.task.gsd_m, self.modality)

    def tiles(self, z_BCTT: Tensor) -> Tensor:
        """The input whose z-scores these are."""
        model_units = z_BCTT * self.divisor_C11 + self.mean_C11
        if self.units.decibel:
            power = 10 ** (model_units / 10)
            model_units = power.sqrt() if self.units.id == "amplitude" else power
        return (model_units - self.units.offset) / self.units.scale / self.divisor

    def forward(self, tiles_BCTT: Tensor) -> Tensor:
        """Answers (B, K, tile_px, tile_px), or (B, K) of a task for whole chips."""
        task = self.model.task
        logits: Tensor = self.model(self.sensor_batch(self.z_scores(tiles_BCTT * self.divisor)))
        if not task.by_pixel:
            return probabilities(logits, task)
        if self.model.patch_px > 1:
            logits = nn.functional.interpolate(logits, (self.tile_px, self.tile_px), mode="bilinear")
        answers: Tensor = self.head({"deep": logits})
        return answers

    def z_scores(self, stored_BCTT: Tensor) -> Tensor:
        """Z-scores of stored numbers; 0 in all bands of a pixel where one is nodata or no number."""
        valid_B1TT = torch.isfinite(stored_BCTT).all(1, keepdim=True)
        for low, high in self.nodata:
            outside = (stored_BCTT < low - NODATA_SLACK * abs(low)) | (stored_BCTT > high + NODATA_SLACK * abs(high))
            valid_B1TT = valid_B1TT & outside.all(1, keepdim=True)
        z_BCTT = z_scores(self.units.to_model(stored_BCTT), self.mean_C11, self.divisor_C11)
        return torch.where(valid_B1TT, z_BCTT, 0.0)


class FeatureGraph(nn.Module):
    """Z-scores to the dense features (B, D, tile_px / patch, tile_px / patch) of a backbone.

    Args:
        model: the backbone.
        bands: what the channels are, in this order.
        gsd_m: metres per pixel.
        modality: see `SensorBatch`.
        tile_px: side of a tile.
    """

    spread = 1.0

    def __init__(self, model: OFA, bands: tuple[Band, ...], gsd_m: float, modality: str | None, tile_px: int) -> None:
        super().__init__()
        self.model, self.bands, self.gsd_m, self.modality, self.tile_px = model, bands, gsd_m, modality, tile_px

    def fix(self) -> None:
        """See `Graph`."""
        chip = self.sensor_batch(torch.zeros(1, len(self.bands), self.tile_px, self.tile_px))
        fixed(self.model, chip, self.model.patch_px)

    def sensor_batch(self, x_BCTT: Tensor) -> SensorBatch:
        """Z-scores as the model takes them."""
        return SensorBatch(x_BCTT, self.bands, self.gsd_m, self.modality)

    def tiles(self, z_BCTT: Tensor) -> Tensor:
        """The input whose z-scores these are: itself."""
        return z_BCTT

    def forward(self, tiles_BCTT: Tensor) -> Tensor:
        """See the class."""
        return self.model.dense([self.sensor_batch(tiles_BCTT)])


class FixedEmbedding(nn.Module):
    """The convolution that an embedding comes down to when its bands are given."""

    kernels_DCPP: Tensor
    bias_D: Tensor

    def __init__(self, kernels_DCPP: Tensor, bias_D: Tensor, padding_px: int) -> None:
        super().__init__()
        self.register_buffer("kernels_DCPP", kernels_DCPP.detach().contiguous())
        self.register_buffer("bias_D", bias_D.detach().contiguous())
        self.padding_px = padding_px

    def forward(self, sensor_batch: SensorBatch, patch_px: int | None = None) -> Tensor:
        """Tokens (B, N, D), row by row."""
        stride = self.kernels_DCPP.shape[-1]
        tokens_BDhw = nn.functional.conv2d(
            sensor_batch.x_BCHW, self.kernels_DCPP, self.bias_D, stride=stride, padding=self.padding_px
        )
        return tokens_BDhw.flatten(2).transpose(1, 2)


class _Convolutions(TorchFunctionMode):
    """Notes with what convolutions are called."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[tuple[Any, ...], Mapping[str, Any]]] = []

    def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:  # noqa: ANN401
        if function is nn.functional.conv2d:
            self.calls.append((args, kwargs or {}))
        return function(*args, **(kwargs or {}))


@torch.no_grad()
def fixed(backbone: OFA, sensor_batch: SensorBatch, patch_px: int) -> None:
    """Replace what depends on bands, pixel size and number of tokens alone by its result, for square chips like this.

    `patch_px` is the side of a token.

    An exported graph then holds neither wavelengths nor a generator of kernels, nor resizing that ONNX does not know.
    An embedding that reads given bands of a modality is a convolution already and stays.
    """
    if isinstance(backbone.embedding, GalileoEmbedding):
        backbone.embedding.fix(sensor_batch)
        return
    grid = sensor_batch.grid(patch_px)
    if backbone.table_1ND is None:
        backbone.table_1ND = backbone.positions([sensor_batch], patch_px, backbone.config.width)
    else:
        backbone.table_1ND = interpolated(backbone.table_1ND, grid)
    with _Convolutions() as noted:
        backbone.embedding(sensor_batch, patch_px)
    if backbone.config.embedding != "per_sensor":
        ((_, kernels_DCPP, bias_D), options) = noted.calls[0]
        backbone.embedding = FixedEmbedding(kernels_DCPP, bias_D, options.get("padding", 0))
