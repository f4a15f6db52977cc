"""What a pixel shows where several sources look at one place: all dates of a sensor together, and one group a source.

A head has a kernel a group, and its folds decide which groups to trust: a source that says nothing is left alone. One
group a source, as the mixes of trusts that a head weighs grow with the cube of the groups. Dates of the first source's
sensor go into its own groups instead, each kind of feature with those of all dates, so that a kernel compares pixels by
what they were and what they became. One more group holds the first date alone, for when the other dates mislead.
"""

from collections.abc import Collection, Mapping
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
        alone = (self._name(place) for place in range(len(self.parts)) if place in self._alone)
        return (*self.parts[0].groups, *alone)

    @property
    def _alone(self) -> frozenset[int]:
        """The sources that have a group of their own."""
        return frozenset({*range(0 if self.dates else 1, len(self.parts))} - {*self.dates})

    def _name(self, place: int) -> str:
        return f"{place + 1}: {self.sensors[place]}"

    def dims(self, bands: int) -> int:
        """How many numbers describe a pixel of all `bands` bands."""
        assert bands == sum(self.bands)  # nosec B101
        dims = [part.dims(count) for part, count in zip(self.parts, self.bands, strict=True)]
        return sum(dims) + (dims[0] if self.dates else 0)

    def __call__(self, x_CHW: Tensor, valid_HW: Tensor, groups: Collection[str] | None = None) -> dict[str, Tensor]:
        """Features of all pixels that are `HALO_PX` or more away from the border; see `PixelFeatures`."""
        wanted = self.groups if groups is None else groups
        kinds = [name for name in self.parts[0].groups if name in wanted]
        together: dict[str, list[Tensor]] = {name: [] for name in kinds}
        alone: dict[str, Tensor] = {}
        for place, (part, x_cHW) in enumerate(zip(self.parts, torch.split(x_CHW, list(self.bands)), strict=True)):
            is_date, has_group = place in (0, *self.dates), place in self._alone and self._name(place) in wanted
            if not has_group and not (is_date and kinds):
                continue
            found: Mapping[str, Tensor] = part(x_cHW, valid_HW, None if has_group else kinds)
            for name in kinds if is_date else ():
                together[name] += [found[name]] if name in found else []
            if has_group:
                alone[self._name(place)] = torch.cat(list(found.values()))
        joined = {name: each[0] if len(each) == 1 else torch.cat(each) for name, each in together.items()}
        return joined | alone
