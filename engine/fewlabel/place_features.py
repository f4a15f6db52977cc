"""What a pixel shows where several sources look at one place: groups of the first source, and those of the others.

A head has a kernel a group, and its folds decide which groups to trust: a source that says nothing is left alone. One
group a source, as the mixes of trusts that a head weighs grow with the cube of the groups. Further dates of the first
source's sensor have no group each: beside the groups of the first date are the same kinds of features of all dates at
once, so that a kernel compares pixels by what they were and what they became. If dates mislead, the first one is left.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.fewlabel.features import HALO_PX, Normalise, PixelFeatures, cropped
from engine.fewlabel.linear_map import LinearMap

OF_ALL = "all dates: "
"""Begins the names of groups that hold all dates."""


@dataclass(frozen=True)
class PlaceFeatures(PixelFeatures):
    """The feature groups of a place's pixels.

    Attributes:
        parts: of each source.
        bands: how many each source has, in the order of the scene's bands.
        sensors: of each source, by name.
        dates: which of the sources are further dates of the first, by number from 0.
    """

    parts: tuple[PixelFeatures, ...] = ()
    bands: tuple[int, ...] = ()
    sensors: tuple[str, ...] = ()
    dates: tuple[int, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        kinds = self.parts[0].groups
        together = (OF_ALL + kind for kind in kinds if self.dates)
        alone = (self._name(place) for place in range(1, len(self.parts)) if place not in self.dates)
        return (*kinds, *together, *alone)

    def _name(self, place: int) -> str:
        return f"{place + 1}: {self.sensors[place]}"

    def dims(self, bands: int) -> int:
        """How many numbers describe a pixel of all `bands` bands."""
        assert bands == sum(self.bands)  # nosec B101
        dims = [part.dims(count) for part, count in zip(self.parts, self.bands, strict=True)]
        return sum(dims) + (dims[0] if self.dates else 0)

    def margin_px(self, groups: Collection[str]) -> int:
        """See `PixelFeatures.margin_px`; where several sources are looked at, it is that of the widest windows."""
        return self.parts[0].margin_px(groups) if set(groups) <= set(self.parts[0].groups) else HALO_PX

    def of_stored(
        self,
        stored_CHW: Tensor,
        valid_HW: Tensor,
        normalise: Normalise,
        groups: Collection[str] | None = None,
        maps: Mapping[str, LinearMap] | None = None,
    ) -> dict[str, Tensor]:
        """See `PixelFeatures.of_stored`; z-scores of all sources are held at once."""
        wanted, maps = self.groups if groups is None else groups, maps or {}
        found = self._of_z_scores(normalise(stored_CHW, valid_HW), valid_HW, wanted, self.margin_px(wanted))
        return {name: maps[name].of_planes(x_Dhw) if name in maps else x_Dhw for name, x_Dhw in found.items()}

    def _of_z_scores(
        self, x_CHW: Tensor, valid_HW: Tensor, wanted: Collection[str], margin_px: int
    ) -> dict[str, Tensor]:
        kinds = [kind for kind in self.parts[0].groups if OF_ALL + kind in wanted]
        own = [kind for kind in self.parts[0].groups if kind in wanted or kind in kinds]
        together: dict[str, list[Tensor]] = {kind: [] for kind in kinds}
        first: dict[str, Tensor] = {}
        alone: dict[str, Tensor] = {}
        for place, (part, x_cHW) in enumerate(zip(self.parts, torch.split(x_CHW, list(self.bands)), strict=True)):
            if place == 0 or place in self.dates:
                needed = kinds if place else own
                found = inside(part, x_cHW, valid_HW, needed, margin_px) if needed else {}
                for kind in (kind for kind in kinds if kind in found):
                    together[kind].append(found[kind])
                first |= {} if place else {kind: found[kind] for kind in own if kind in wanted}
            elif (name := self._name(place)) in wanted:
                alone[name] = torch.cat(list(part(x_cHW, valid_HW).values()))
        return first | {OF_ALL + kind: _joined(together.pop(kind)) for kind in kinds} | alone


def inside(
    part: PixelFeatures, x_CHW: Tensor, valid_HW: Tensor, groups: Collection[str], margin_px: int
) -> dict[str, Tensor]:
    """Groups of one source for the pixels that are `margin_px` away from the border, whichever these groups need."""
    less_px = margin_px - part.margin_px(groups)
    return part(cropped(x_CHW, less_px), cropped(valid_HW, less_px), groups)


def _joined(each: Sequence[Tensor]) -> Tensor:
    return each[0] if len(each) == 1 else torch.cat(list(each))
