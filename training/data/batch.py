"""What the training loop takes: chips of one sensor, or of two sensors that see the same places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from engine.model.tokens import SensorBatch

CELL_PX = 4
"""Side of the squares of a chip for which teachers' features are told; tokens are multiples of it."""


@dataclass(frozen=True)
class TeacherTargets:
    """What a teacher saw at the B places of a batch.

    Attributes:
        teacher: its name.
        x_BDGG: features of every `CELL_PX` pixels; anything where unknown.
        known_B: bool; whether the teacher saw the place at all.
    """

    teacher: str
    x_BDGG: Tensor
    known_B: Tensor

    @classmethod
    def of(cls, teacher: str, places: Sequence[Tensor | None]) -> "TeacherTargets | None":
        """What was seen at each place; None where nothing was seen anywhere."""
        known = [place for place in places if place is not None]
        if not known:
            return None
        nothing = torch.zeros_like(known[0])
        x_BDGG = torch.stack([nothing if place is None else place for place in places])
        return cls(teacher, x_BDGG, torch.tensor([place is not None for place in places]))

    def to(self, device: torch.device) -> "TeacherTargets":
        """The lesson on a device."""
        parts = (part.to(device, non_blocking=True) for part in (self.x_BDGG, self.known_B))
        return TeacherTargets(self.teacher, *parts)


@dataclass(frozen=True)
class UnlabelledBatch:
    """Chips of B places.

    Attributes:
        chips: one for each sensor; all have the same places in the same order.
        valid: for each sensor (B, H, W) bool: false where the scene has no data (z-scores are 0 there).
        modality: of the first sensor; what the log counts it under.
        targets: of the teachers that saw some of the places.
    """

    chips: tuple[SensorBatch, ...]
    valid: tuple[Tensor, ...]
    modality: str
    targets: tuple[TeacherTargets, ...] = ()

    def __len__(self) -> int:
        return len(self.valid[0])

    def pinned(self) -> "UnlabelledBatch":
        """The batch in page-locked memory, from which a GPU copies while it computes."""
        chips = tuple(replace(chip, x_BCHW=chip.x_BCHW.pin_memory()) for chip in self.chips)
        targets = tuple(
            TeacherTargets(le.teacher, le.x_BDGG.pin_memory(), le.known_B.pin_memory()) for le in self.targets
        )
        return replace(self, chips=chips, valid=tuple(mask.pin_memory() for mask in self.valid), targets=targets)

    def to(self, device: torch.device) -> "UnlabelledBatch":
        """The batch on a device."""
        chips = tuple(replace(chip, x_BCHW=chip.x_BCHW.to(device, non_blocking=True)) for chip in self.chips)
        valid = tuple(mask.to(device, non_blocking=True) for mask in self.valid)
        return replace(self, chips=chips, valid=valid, targets=tuple(target.to(device) for target in self.targets))
