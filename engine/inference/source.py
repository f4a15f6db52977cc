"""A scene, how it is read, and the model that looks at it: what every streamed job starts from.

Turns stored pixels into what the model takes. Knows no tiles' contents, no heads and no outputs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from engine.inference.feature_cache import CacheNamespace
from engine.inference.tile_grid import TileGrid
from engine.model.tokens import SensorBatch
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene


class Backbone(Protocol):
    """What the stream needs of a model."""

    @property
    def patch_px(self) -> int: ...  # noqa: D102

    @property
    def multiple_px(self) -> int: ...  # noqa: D102

    @property
    def tile_px(self) -> int: ...  # noqa: D102

    @property
    def feature_dim(self) -> int: ...  # noqa: D102

    def dense(self, batches: Sequence[SensorBatch]) -> Tensor: ...  # noqa: D102


@dataclass(frozen=True)
class Source:
    """A scene and how it is read.

    Attributes:
        mean_C, std_C: statistics for the z-scores, in model units, one per band that `reading` uses.
        gsd_m: pixel size given to the model.
        wanted: mean and deviation, likewise, by which the model wants its z-scores; None: by those above.
        batch: tiles per call of the model.
        panel_px: columns that are worked on at once; None chooses them so that memory stays bounded.
        workers: threads that run tiles and blocks side by side, on a CPU; none of these three changes an answer.
        month: of the scene, 1 to 12; 0 where it is not known, or a model is not to be told.
        cache: where the features of tiles are kept for the next look; None keeps nothing.
    """

    scene: Scene
    reading: Reading
    mean_C: Tensor
    std_C: Tensor
    gsd_m: float
    device: torch.device
    model: Backbone | None = None
    wanted: tuple[Tensor, Tensor] | None = None
    batch: int = 8
    panel_px: int | None = None
    workers: int = 1
    month: int = 0
    cache: CacheNamespace | None = None

    @property
    def grid(self) -> TileGrid:
        """The scene's tiles."""
        assert self.model is not None  # nosec B101
        model = self.model
        return TileGrid.over(self.scene.height, self.scene.width, model.patch_px, model.multiple_px, model.tile_px)

    def normalised(self, pixels: Tensor, valid: Tensor) -> Tensor:
        """Z-scores in model units of pixels (bands, …); 0 where `valid` (…) is false or the value is no number."""
        units = self.reading.units
        assert units is not None  # nosec B101
        shape = (-1,) + (1,) * (pixels.ndim - 1)
        mean, std = (values.to(self.device).reshape(shape) for values in (self.mean_C, self.std_C))
        std = torch.where(std > 0, std, 1)
        x = torch.empty(pixels.shape, device=self.device)
        if units.decibel:
            x.copy_(units.to_model(pixels.to(self.device))).sub_(mean).div_(std)
        else:  # both steps in one, in place: this touches every value of the scene
            x.copy_(pixels).mul_(units.scale / std).add_((units.offset - mean) / std)
        if pixels.is_floating_point():
            x.nan_to_num_(0, 0, 0)
        known = valid.to(self.device)
        if self.device.type == "cpu" and known.all():  # a GPU would be waited for
            return x
        return x.masked_fill_(~known, 0)

    def sensor_batch(self, x_BCHW: Tensor) -> SensorBatch:
        """The pixels as the model takes them, from z-scores by the statistics of the scene."""
        if self.wanted:
            own_mean, own_std, mean, std = (
                values_C.to(x_BCHW)[:, None, None] for values_C in (self.mean_C, self.std_C, *self.wanted)
            )
            x_BCHW = x_BCHW * (own_std / std) + (own_mean - mean) / std
        bands, sensor = tuple(matched.band for matched in self.reading.bands), self.reading.sensor
        return SensorBatch(x_BCHW, bands, self.gsd_m, sensor.modality, (self.month,))
