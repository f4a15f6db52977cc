"""A scene, how it is read, and the model that looks at it: what every streamed job starts from.

Stored pixels become what features of pixels are made of, and what the model takes. Knows no tiles' contents, no heads
and no outputs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Protocol

import torch
from torch import Tensor

from engine.inference.feature_cache import CacheNamespace, TilesOfOneRun
from engine.inference.tile_grid import TileGrid
from engine.model.tokens import SensorBatch
from engine.scene.interpretation import Reading
from engine.scene.normalise import CLIP, JointNormalisation, Normalisation
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics
from engine.sensors.catalogue import UNSPECTRAL


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
        gsd_m: pixel size given to the model.
        statistics: that the model's z-scores are made by; None: those of `reading`, which features of pixels go by.
        batch: tiles per call of the model.
        panel_px: columns that are worked on at once; None chooses them so that memory stays bounded.
        workers: threads that run tiles and blocks side by side, on a CPU; none of these three changes an answer.
        month: of the scene, 1 to 12; 0 where it is not known, or a model is not to be told.
        cache: where the features of tiles are kept for the next look; None keeps nothing.

    Of a scene of several sources (`reading.parts`), each part has its own units, pixel size, month and sensor.
    """

    scene: Scene
    reading: Reading
    gsd_m: float
    device: torch.device
    model: Backbone | None = None
    statistics: Statistics | None = None
    batch: int = 8
    panel_px: int | None = None
    workers: int = 1
    month: int = 0
    cache: CacheNamespace | TilesOfOneRun | None = None

    @property
    def grid(self) -> TileGrid:
        """The scene's tiles."""
        assert self.model is not None  # nosec B101
        model = self.model
        return TileGrid.over(self.scene.height, self.scene.width, model.patch_px, model.multiple_px, model.tile_px)

    @cached_property
    def spans(self) -> tuple[slice, ...]:
        """Which of the bands each source has."""
        ends = [0, *accumulate(len(part.bands) for part in self.reading.each)]
        return tuple(slice(start, stop) for start, stop in pairwise(ends))

    @cached_property
    def for_pixels(self) -> JointNormalisation:
        """By the statistics of `reading`, and not clipped."""
        return self._normalisation(self.reading.statistics, None)

    @cached_property
    def for_model(self) -> JointNormalisation:
        """By the statistics that the model asks for."""
        return self._normalisation(self.statistics or self.reading.statistics, CLIP)

    def _normalisation(self, statistics: Statistics, clip: float | None) -> JointNormalisation:
        bands = range(len(statistics))
        parts = zip(self.reading.each, self.spans, strict=True)
        return JointNormalisation(
            tuple(Normalisation(statistics.take(bands[span]), each.units, clip) for each, span in parts)
        )

    def normalised(self, pixels: Tensor, valid: Tensor) -> Tensor:
        """Z-scores (bands, …) for features of pixels; 0 where `valid` (…) is false or the value is no number."""
        return self.for_pixels(pixels, valid, self.device)

    def seen(self, pixels: Tensor, valid: Tensor) -> Tensor:
        """Z-scores likewise, as the model sees them."""
        return self.for_model(pixels, valid, self.device)

    def sensor_batches(self, x_BCHW: Tensor) -> list[SensorBatch]:
        """The z-scores of `seen` as the model takes them: of each source that it can read."""
        months = [part.month for part in self.reading.parts] or [self.month]
        return [
            SensorBatch(
                x_BCHW[:, span],
                tuple(matched.band for matched in each.bands),
                self.gsd_m,
                each.sensor.modality,
                (month if self.month else 0,),
            )
            for each, span, month in zip(self.reading.each, self.spans, months, strict=True)
            if each.sensor.id not in UNSPECTRAL
        ]
