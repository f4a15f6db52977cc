"""What the training loop takes: chips of one sensor, or of two sensors that see the same places."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from engine.model.tokens import Chip


@dataclass(frozen=True)
class Batch:
    """Chips of B places.

    Attributes:
        chips: one for each sensor; all have the same places in the same order.
        valid: for each sensor (B, H, W) bool: false where the scene has no data (z-scores are 0 there).
        modality: of the first sensor; what the log counts it under.
    """

    chips: tuple[Chip, ...]
    valid: tuple[Tensor, ...]
    modality: str

    def __len__(self) -> int:
        return len(self.valid[0])

    def pinned(self) -> "Batch":
        """The batch in page-locked memory, from which a GPU copies while it computes."""
        chips = tuple(replace(chip, x_BCHW=chip.x_BCHW.pin_memory()) for chip in self.chips)
        return replace(self, chips=chips, valid=tuple(mask.pin_memory() for mask in self.valid))

    def to(self, device: torch.device) -> "Batch":
        """The batch on a device."""
        chips = tuple(replace(chip, x_BCHW=chip.x_BCHW.to(device, non_blocking=True)) for chip in self.chips)
        return replace(self, chips=chips, valid=tuple(mask.to(device, non_blocking=True) for mask in self.valid))
