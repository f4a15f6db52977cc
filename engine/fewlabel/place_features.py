"""What a pixel shows where several sources look at one place: groups of the first source, and one a further source.

A head has a kernel a group, and its folds decide which groups to trust: a source that says nothing is left alone. One
group a source, as the mixes of trusts that a head weighs grow with the cube of the groups.
"""

from collections.abc import Collection
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.fewlabel.features import PixelFeatures


@dataclass(frozen=True)
class PlaceFeatures(PixelFeatures):
    """The feature groups of a place's pixels.

    Attributes:
        parts: of each source.
        bands: how many each source has, in the order of the scene's bands.
        names: of the groups of the sources after the first, all different.
    """

    parts: tuple[PixelFeatures, ...] = ()
    bands: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        return (*self.parts[0].groups, *self.names)

    def dims(self, bands: int) -> int:
        """How many numbers describe a pixel of all `bands` bands."""
        assert bands == sum(self.bands)  # nosec B101
        return sum(part.dims(count) for part, count in zip(self.parts, self.bands, strict=True))

    def __call__(self, x_CHW: Tensor, valid_HW: Tensor, groups: Collection[str] | None = None) -> dict[str, Tensor]:
        """Features of all pixels that are `HALO_PX` or more away from the border; see `PixelFeatures`."""
        wanted = self.groups if groups is None else groups
        first_cHW, *others = torch.split(x_CHW, list(self.bands))
        found: dict[str, Tensor] = {}
        if own := [name for name in self.parts[0].groups if name in wanted]:
            found |= self.parts[0](first_cHW, valid_HW, own)
        for name, part, x_cHW in zip(self.names, self.parts[1:], others, strict=True):
            if name in wanted:
                found[name] = torch.cat(list(part(x_cHW, valid_HW).values()))
        return found
