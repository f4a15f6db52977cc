"""What a pixel shows on two dates: the features of each, and what differs. Pure torch, like `engine.fewlabel.features`.

    before, after    all features of the pixel on that date
    difference       z-scores of the later date less those of the earlier one, of the pixel and of windows around it
    residual         what neither date tells of the other (`engine.change.comparer`), and the change score

The last two need dates of one sensor. Z-scores are those of each date's own statistics, so light and haze that act
alike on all of the scene are gone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor

from engine.change.comparer import AROUND_PX, Comparer, means
from engine.fewlabel.features import HALO_PX, NEAR_PX, SPREAD_FLOOR
from engine.fewlabel.place_features import PlaceFeatures
from engine.fewlabel.window_statistics import window_statistics

BEFORE, AFTER, DIFFERENCE, RESIDUAL = "before", "after", "difference", "residual"
DATES = (BEFORE, AFTER)


@dataclass(frozen=True)
class Compared:
    """The bands that both dates have, and what unchanged pixels are like in them.

    Attributes:
        pairs_2C: where each band lies among the scene's bands, for each date.
        mean_2C, std_2C: of each in model units: z-scores were made by them.
        comparer: learnt in model units.
    """

    pairs_2C: Tensor
    mean_2C: Tensor
    std_2C: Tensor
    comparer: Comparer

    def z_scores(self, x_CHW: Tensor) -> Tensor:
        """Of these bands on both dates (2, C, H, W)."""
        return torch.stack([x_CHW[place_C] for place_C in self.pairs_2C])

    def __call__(self, x_CHW: Tensor, valid_HW: Tensor) -> tuple[Tensor, Tensor]:
        """Residuals (2 C, H, W) of windows, and the change score (H, W), 0 where there is no data."""
        shape = (*self.mean_2C.shape, 1, 1)
        model_2CHW = self.z_scores(x_CHW) * self.std_2C.view(shape).to(x_CHW) + self.mean_2C.view(shape).to(x_CHW)
        comparer = self.comparer.to(x_CHW.device)
        mean_2CN = means(model_2CHW, valid_HW).flatten(2)
        apart_2NC = comparer.residuals(mean_2CN.transpose(1, 2))
        apart_XHW = apart_2NC.transpose(1, 2).reshape(-1, *valid_HW.shape)
        return apart_XHW, comparer(model_2CHW, valid_HW).nan_to_num(0)


@dataclass(frozen=True)
class DateFeatures(PlaceFeatures):
    """The feature groups of a pixel on two dates; `parts` are those of each date.

    Attributes:
        compared: what both dates share; None of two sensors.
    """

    compared: Compared | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        return (*DATES, *([DIFFERENCE, RESIDUAL] if self.compared else []))

    def dims(self, bands: int) -> int:
        """How many numbers describe a pixel."""
        more = len(self.compared.mean_2C[0]) * (1 + 2 * len(NEAR_PX) + 2) + 1 if self.compared else 0
        return super().dims(bands) + more

    def __call__(self, x_CHW: Tensor, valid_HW: Tensor, groups: Collection[str] | None = None) -> dict[str, Tensor]:
        """Features of all pixels that are `HALO_PX` or more away from the border; see `PixelFeatures`."""
        wanted = self.groups if groups is None else groups
        dates = zip(DATES, self.parts, torch.split(x_CHW, list(self.bands)), strict=True)
        found = {name: torch.cat(list(part(x_cHW, valid_HW).values())) for name, part, x_cHW in dates if name in wanted}
        if self.compared and DIFFERENCE in wanted:
            before_CHW, after_CHW = self.compared.z_scores(x_CHW)
            found[DIFFERENCE] = _difference(after_CHW - before_CHW, valid_HW)
        if self.compared and RESIDUAL in wanted:
            near = _within(x_CHW, HALO_PX - AROUND_PX), _within(valid_HW, HALO_PX - AROUND_PX)
            apart_XHW, score_HW = self.compared(*near)
            found[RESIDUAL] = _within(torch.cat([apart_XHW, score_HW[None]]), AROUND_PX)
        return {name: found[name] for name in self.groups if name in wanted}


def _difference(apart_CHW: Tensor, valid_HW: Tensor) -> Tensor:
    margin = HALO_PX - NEAR_PX[-1] // 2
    around_SDhw = window_statistics(_within(apart_CHW, margin), _within(valid_HW, margin), NEAR_PX, SPREAD_FLOOR)
    return torch.cat([_within(apart_CHW, HALO_PX), around_SDhw.flatten(0, 1)])


def _within(array: Tensor, margin_px: int) -> Tensor:
    height, width = array.shape[-2:]
    return array[..., margin_px : height - margin_px, margin_px : width - margin_px]


@dataclass(frozen=True)
class EachDate(DateFeatures):
    """The feature groups of each date by themselves, for two maps that are compared: "before spectra" and so on.

    Of dates of one sensor, the change score is one more; see `engine.change.from_to`.
    """

    SCORE: ClassVar[str] = "change score"

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        each = (f"{date} {name}" for date, part in zip(DATES, self.parts, strict=True) for name in part.groups)
        return (*each, *([self.SCORE] if self.compared else []))

    def of(self, date: str) -> tuple[str, ...]:
        """The groups of one date."""
        return tuple(name for name in self.groups if name.startswith(f"{date} "))

    def __call__(self, x_CHW: Tensor, valid_HW: Tensor, groups: Collection[str] | None = None) -> dict[str, Tensor]:
        """Features of all pixels that are `HALO_PX` or more away from the border; see `PixelFeatures`."""
        wanted = self.groups if groups is None else groups
        found: dict[str, Tensor] = {}
        for date, part, x_cHW in zip(DATES, self.parts, torch.split(x_CHW, list(self.bands)), strict=True):
            if own := [name for name in part.groups if f"{date} {name}" in wanted]:
                found |= {f"{date} {name}": group for name, group in part(x_cHW, valid_HW, own).items()}
        if self.compared and self.SCORE in wanted:
            near = _within(x_CHW, HALO_PX - AROUND_PX), _within(valid_HW, HALO_PX - AROUND_PX)
            found[self.SCORE] = _within(self.compared(*near)[1][None], AROUND_PX)
        return found


def alone(groups: Mapping[str, Tensor], date: str) -> dict[str, Tensor]:
    """The features of one date under the names that a single scene has."""
    return {name.removeprefix(f"{date} "): x for name, x in groups.items() if name.startswith(f"{date} ")}
