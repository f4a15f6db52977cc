"""What a pixel shows where several sources look at one place: groups of the first source, and one a further source.

A head has a kernel a group, and its folds decide which groups to trust: a source that says nothing is left alone. One
group a source, as the mixes of trusts that a head weighs grow with the cube of the groups.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.fewlabel.features import HALO_PX, Normalise, PixelFeatures, as_it_is, cropped
from engine.fewlabel.linear_map import LinearMap


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

    def margin_px(self, groups: Collection[str]) -> int:
        """See `PixelFeatures.margin_px`."""
        return HALO_PX if set(self.names) & set(groups) else self.parts[0].margin_px(groups)

    def of_stored(
        self,
        stored_CHW: Tensor,
        valid_HW: Tensor,
        normalise: Normalise,
        groups: Collection[str] | None = None,
        maps: Mapping[str, LinearMap] | None = None,
    ) -> dict[str, Tensor]:
        """See `PixelFeatures.of_stored`."""
        wanted, maps = self.groups if groups is None else groups, maps or {}
        first_cHW, *others = torch.split(normalise(stored_CHW, valid_HW), list(self.bands))
        found: dict[str, Tensor] = {}
        if own := [name for name in self.parts[0].groups if name in wanted]:
            less_px = self.margin_px(wanted) - self.parts[0].margin_px(own)
            around = cropped(first_cHW, less_px), cropped(valid_HW, less_px)
            found |= self.parts[0].of_stored(*around, as_it_is, own, maps)
        for name, part, x_cHW in zip(self.names, self.parts[1:], others, strict=True):
            if name in wanted:
                found[name] = torch.cat(list(part(x_cHW, valid_HW).values()))
                if name in maps:
                    found[name] = maps[name].of_planes(found[name])
        return found
