"""The one path from stored numbers to what a model sees: units, model units, z-scores by stated statistics, clipped.

Maps, previews, embeddings, chips of pre-training and fine-tuning, probes and exported graphs all come through here.
Knows neither files nor models.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.scene.statistics import Statistics, joined
from engine.scene.values.units import MODEL_UNITS, Units

CLIP = 10.0
"""Z-scores beyond this are clipped before a model sees them, in training as in use: one bright roof must not outweigh
the rest of a chip. Features of single pixels are not: a head that learns from labels standardises them by itself."""


@dataclass(frozen=True)
class Normalisation:
    """How numbers become z-scores.

    Attributes:
        statistics: of each band in model units.
        units: what the numbers are in; model units if left out.
        clip: largest z-score, of either sign; None keeps all.
    """

    statistics: Statistics
    units: Units = MODEL_UNITS
    clip: float | None = CLIP

    def __call__(self, pixels: Tensor, valid: Tensor | None = None, device: torch.device | None = None) -> Tensor:
        """Z-scores (C, …) float32 of pixels (C, …); 0 where `valid` (…) is false or the number is none.

        Args:
            pixels: in `units`, of any dtype.
            valid: where they hold data; None: everywhere.
            device: where the answer is wanted; None: where the pixels are.
        """
        device = device or pixels.device
        shape = (-1,) + (1,) * (pixels.ndim - 1)
        mean, std = (
            torch.from_numpy(values_C).to(device).reshape(shape)
            for values_C in (self.statistics.mean_C, self.statistics.divisors)
        )
        x = torch.empty(pixels.shape, device=device)
        if self.units.decibel:
            x.copy_(self.units.to_model(pixels.to(device))).sub_(mean).div_(std)
        else:  # both steps in one, in place: this touches every value of a scene
            x.copy_(pixels).mul_(self.units.scale / std).add_((self.units.offset - mean) / std)
        if pixels.is_floating_point():
            x.nan_to_num_(0, 0, 0)
        if self.clip is not None:
            x.clamp_(-self.clip, self.clip)
        if valid is None:
            return x
        known = valid.to(device)
        if device.type == "cpu" and known.all():  # a GPU would be waited for
            return x
        return x.masked_fill_(~known, 0)


@dataclass(frozen=True)
class JointNormalisation:
    """How numbers of several sources become z-scores: the bands of each in turn, by its own units."""

    parts: tuple[Normalisation, ...]

    @property
    def statistics(self) -> Statistics:
        """Of all bands; whose they are is told of the first source."""
        return joined([part.statistics for part in self.parts])

    def __call__(self, pixels: Tensor, valid: Tensor | None = None, device: torch.device | None = None) -> Tensor:
        """Z-scores (C, …), as `Normalisation` makes them."""
        if len(self.parts) == 1:
            return self.parts[0](pixels, valid, device)
        pieces = torch.split(pixels, [len(part.statistics) for part in self.parts])
        return torch.cat([part(piece, valid, device) for part, piece in zip(self.parts, pieces, strict=True)])


def z_scores(x: Tensor, mean: Tensor, divisor: Tensor) -> Tensor:
    """What `Normalisation` makes of model units, from tensors that broadcast and without writing in place.

    For graphs that are exported, and chips (B, C, H, W).
    """
    return ((x - mean) / divisor).clamp(-CLIP, CLIP)
