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
from engine.fewlabel.features import HALO_PX, NEAR_PX, SPREAD_FLOOR, cropped
from engine.fewlabel.place_features import PlaceFeatures, inside
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

    def margin_px(self, groups: Collection[str]) -> int:
        """That of the widest windows, whichever groups are wanted."""
        return HALO_PX

    def _of_z_scores(
        self, x_CHW: Tensor, valid_HW: Tensor, wanted: Collection[str], margin_px: int
    ) -> dict[str, Tensor]:
        dates = zip(DATES, self.parts, torch.split(x_CHW, list(self.bands)), strict=True)
        found = {name: torch.cat(list(part(x_cHW, valid_HW).values())) for name, part, x_cHW in dates if name in wanted}
        if self.compared and DIFFERENCE in wanted:
            before_CHW, after_CHW = self.compared.z_scores(x_CHW)
            found[DIFFERENCE] = _difference(after_CHW - before_CHW, valid_HW, margin_px)
        if self.compared and RESIDUAL in wanted:
            apart_XHW, score_HW = self._compared_inside(x_CHW, valid_HW, margin_px)
            found[RESIDUAL] = torch.cat([apart_XHW, score_HW[None]])
        return {name: found[name] for name in self.groups if name in wanted}

    def _compared_inside(self, x_CHW: Tensor, valid_HW: Tensor, margin_px: int) -> tuple[Tensor, Tensor]:
        """Residuals and change score, `margin_px` inside the border."""
        assert self.compared  # nosec B101
        near = (cropped(each, margin_px - AROUND_PX) for each in (x_CHW, valid_HW))
        apart_XHW, score_HW = self.compared(*near)
        return cropped(apart_XHW, AROUND_PX), cropped(score_HW, AROUND_PX)


def _difference(apart_CHW: Tensor, valid_HW: Tensor, margin_px: int) -> Tensor:
    less_px = margin_px - NEAR_PX[-1] // 2
    around = window_statistics(cropped(apart_CHW, less_px), cropped(valid_HW, less_px), NEAR_PX, SPREAD_FLOOR)
    return torch.cat([cropped(apart_CHW, margin_px), around.flatten(0, 1)])


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

    def _of_z_scores(
        self, x_CHW: Tensor, valid_HW: Tensor, wanted: Collection[str], margin_px: int
    ) -> dict[str, Tensor]:
        found: dict[str, Tensor] = {}
        for date, part, x_cHW in zip(DATES, self.parts, torch.split(x_CHW, list(self.bands)), strict=True):
            if own := [name for name in part.groups if f"{date} {name}" in wanted]:
                of_date = inside(part, x_cHW, valid_HW, own, margin_px)
                found |= {f"{date} {name}": group for name, group in of_date.items()}
        if self.compared and self.SCORE in wanted:
            found[self.SCORE] = self._compared_inside(x_CHW, valid_HW, margin_px)[1][None]
        return found


def alone(groups: Mapping[str, Tensor], date: str) -> dict[str, Tensor]:
    """The features of one date under the names that a single scene has."""
    return {name.removeprefix(f"{date} "): x for name, x in groups.items() if name.startswith(f"{date} ")}
