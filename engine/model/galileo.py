"""Galileo's embedding: Sentinel-1 and -2 as groups of bands, each of which gives every patch a token of its own.

Tseng et al. 2025, "Galileo: Learning Global & Local Features of Many Remote Sensing Modalities" (arXiv 2502.09356),
built so that the published weights give what they gave there. One date; of its other groups (elevation, land cover,
weather, night lights, place) none, for the engine has no such bands. Knows no files and no names of theirs;
`engine.published` brings weights here.
"""

import calendar
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

import torch
from torch import Tensor, nn

from engine.errors import ModelError
from engine.model.tokens import SensorBatch, resized
from engine.scene.normalise import z_scores
from engine.sensors import Band
from engine.sensors.statistics import GALILEO, UNREAD, galileo_name
from engine.words import first_of

EPSILON = 1e-5  # of the Transformer's norms
KERNEL_PX = 8  # of the kernels that the weights hold; other patches have them resized
UNKNOWN_MONTH = 6
"""What stands for an unknown month: the authors' default for images without a date."""
MONTHS = 12
UNDATED = f"The scene's month is not known; the model was told {calendar.month_name[UNKNOWN_MONTH]}."
REFERENCE_GSD_M = 10.0  # positions count pixels of this size
WAVES = 10_000.0
"""Angular frequencies of the encodings fall from 1 to nearly the fourth root of its inverse: the published code divides
the number of a wave by twice the width, not by half of it as Vaswani et al. 2017 do (section 3.5)."""
NDVI = "NDVI"
"""Not a band of a sensor: (B08 - B04) / (B08 + B04), which the model is shown beside the bands."""
NIR, RED = "B08", "B04"
DARKEST = 1e-4  # reflectance of both together, one step of stored numbers, below which their ratio says nothing

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "S1": ("VV", "VH"),
        "S2_RGB": ("B02", "B03", "B04"),
        "S2_Red_Edge": ("B05", "B06", "B07"),
        "S2_NIR_10m": ("B08",),
        "S2_NIR_20m": ("B8A",),
        "S2_SWIR": ("B11", "B12"),
        NDVI: (NDVI,),
    }
)
"""Group -> its bands, in the published order of both, named as in the sensor catalogue."""

OPTICAL = tuple(band for band in GALILEO if band not in GROUPS["S1"])
SPREAD = 2.0  # deviations below and above the mean that the published input takes to 0 and 1


class GalileoEmbedding(nn.Module):
    """A convolution for each group of bands, and an encoding of group, date and place in a quarter of the width each.

    Reads z-scores by `engine.sensors.statistics.GALILEO`. It picks the bands that it knows from the chip; a group takes
    part if one of its bands is there, and those that are not there, like pixels without data, show the mean.
    """

    fixed_1ND: Tensor | None

    def __init__(self, width: int, patch_px: int) -> None:
        super().__init__()
        self.width, self.patch_px = width, patch_px
        self.kernels = nn.ModuleDict(
            {name: nn.Conv2d(len(bands), width, KERNEL_PX, stride=KERNEL_PX) for name, bands in GROUPS.items()}
        )
        self.group_tokens = nn.Parameter(torch.zeros(len(GROUPS), width // 4))
        self.register_buffer("fixed_1ND", None)

    def forward(self, batch: SensorBatch, patch_px: int | None = None) -> Tensor:
        """Tokens (B, G * N, D) with their positions: N of the first group in `groups_of`, row by row, then the next.

        Raises:
            ModelError: the chip has no band that the model knows.
        """
        patch_px = patch_px or self.patch_px
        groups, planes = groups_of(batch.bands), _planes(batch)
        grid = batch.grid(patch_px)
        seen = []
        for name in groups:
            x_BCHW = torch.stack([planes[band] for band in GROUPS[name]], dim=1)
            convolution = self.kernels[name]
            assert isinstance(convolution, nn.Conv2d)  # nosec B101
            kernels_DCPP = resized(convolution.weight, patch_px, "bicubic")
            tokens_BDhw = nn.functional.conv2d(x_BCHW, kernels_DCPP, convolution.bias, stride=patch_px)
            seen.append(tokens_BDhw.flatten(2).transpose(1, 2))
        encodings_BND = self.encodings(batch, grid, groups, patch_px) if self.fixed_1ND is None else self.fixed_1ND
        return torch.cat(seen, dim=1) + encodings_BND

    @torch.no_grad()
    def fix(self, batch: SensorBatch) -> None:
        """Make constant, for chips like this one, what does not depend on pixels: an exported graph holds no more."""
        self.fixed_1ND = self.encodings(batch, batch.grid(self.patch_px), groups_of(batch.bands), self.patch_px)
        for convolution in self.kernels.values():
            assert isinstance(convolution, nn.Conv2d)  # nosec B101
            convolution.weight = nn.Parameter(resized(convolution.weight, self.patch_px, "bicubic"), False)

    def encodings(self, batch: SensorBatch, grid: tuple[int, int], groups: tuple[str, ...], patch_px: int) -> Tensor:
        """What tells tokens apart (B or 1, G * N, D): group, number of the date, month, and place."""
        quarter, device = self.width // 4, batch.x_BCHW.device
        group_GQ = self.group_tokens[[list(GROUPS).index(name) for name in groups]]
        first_Q = _waves(torch.zeros(1, device=device), quarter)[0]  # one date: the first
        months_MQ = _month_waves(batch.months, quarter, device)
        place_SNQ = _places(grid, [gsd_m * patch_px / REFERENCE_GSD_M for gsd_m in batch.gsds_m], quarter, device)
        shape = max(len(months_MQ), len(place_SNQ)), len(groups), grid[0] * grid[1], quarter
        parts = group_GQ[None, :, None], first_Q, months_MQ[:, None, None], place_SNQ[:, None]
        return torch.cat([part.expand(shape) for part in parts], dim=-1).flatten(1, 2)


def groups_of(bands: tuple[Band, ...]) -> tuple[str, ...]:
    """The groups that these bands show, in the published order.

    Raises:
        ModelError: there is none.
    """
    known = {galileo_name(band) for band in bands}
    if {NIR, RED} <= known:
        known.add(NDVI)
    groups = tuple(name for name, members in GROUPS.items() if not known.isdisjoint(members))
    if not groups:
        raise ModelError(
            "this model reads {radar} of Sentinel-1 and {optical} of Sentinel-2; the scene has {found}",
            "give --sensor sentinel-1 or sentinel-2 if it is one, or take a model that reads any bands, e.g. ofa-tiny",
            radar=", ".join(GROUPS["S1"]),
            optical=", ".join(OPTICAL),
            found=first_of([band.name for band in bands]),
        )
    return groups


def unread(bands: tuple[Band, ...]) -> tuple[str, ...]:
    """The names of those of the bands that the model passes over, in their order."""
    return tuple(band.name for band in bands if galileo_name(band) not in GALILEO)


class Encoding(Protocol):
    """What `dense_of` needs of a model: `engine.model.ofa.OFA` has it."""

    def last(self, batches: Sequence[SensorBatch], patch_px: int | None = None) -> Tensor: ...  # noqa: D102


def dense_of(model: Encoding, batches: Sequence[SensorBatch], patch_px: int | None = None) -> Tensor:
    """What Galileo sees in chips of one place, for others to learn from: no gradients, no z-scores of their own.

    Args:
        model: with the published weights, as `engine.model.model_folder.load` gives it.
        batches: of Sentinel-2, Sentinel-1 or both, in model units (reflectance, decibels), NaN where invalid; any order
            of bands, those that the model does not know are passed over. Sides are multiples of the patch; the weights
            were trained on at most 12 x 12 patches.
        patch_px: 1 to 8, the model's own if None.

    Returns:
        (B, H / patch_px, W / patch_px, D) after the last norm, the mean of the groups that the chips show.

    Raises:
        ModelError: a chip has no band that the model knows, or chips differ in tokens.
    """
    with torch.inference_mode():
        return model.last([standardised(batch) for batch in batches], patch_px)


def standardised(batch: SensorBatch) -> SensorBatch:
    """The z-scores by the published statistics of a chip in model units; 0 where that is NaN."""
    rows = [GALILEO.get(galileo_name(band), UNREAD) for band in batch.bands]
    mean_C, std_C = torch.tensor(rows, device=batch.x_BCHW.device).T
    z_BCHW = z_scores(batch.x_BCHW, mean_C[:, None, None], std_C[:, None, None])
    return replace(batch, x_BCHW=z_BCHW.nan_to_num(0, 0, 0))


def _planes(batch: SensorBatch) -> dict[str, Tensor]:
    """What the convolutions see of each band (B, H, W): 0 to 1 for `SPREAD` deviations around the mean, and NDVI."""
    mean_BHW = torch.zeros_like(batch.x_BCHW[:, 0])
    z = dict.fromkeys(GALILEO, mean_BHW)
    for channel, band in enumerate(batch.bands):
        if (name := galileo_name(band)) in z:
            z[name] = batch.x_BCHW[:, channel]
    red_BHW, nir_BHW = ((z[band] * GALILEO[band][1] + GALILEO[band][0]).clamp_min(0) for band in (RED, NIR))
    total_BHW = nir_BHW + red_BHW
    ndvi_BHW = torch.where(total_BHW > DARKEST, (nir_BHW - red_BHW) / total_BHW.clamp_min(DARKEST), 0)
    return {**{band: (values + SPREAD) / (2 * SPREAD) for band, values in z.items()}, NDVI: ndvi_BHW}


def _waves(at: Tensor, width: int) -> Tensor:
    """Sines, then cosines (..., width) of positions (...)."""
    waves = torch.arange(width // 2, dtype=torch.float32, device=at.device)
    angles = at[..., None] * (1 / WAVES ** (waves / width / 2))
    return torch.cat([angles.sin(), angles.cos()], dim=-1)


def _month_waves(months: tuple[int, ...], width: int, device: torch.device) -> Tensor:
    """Months (M, width) around the year, the same sine and cosine in each half of the width."""
    told = [month or UNKNOWN_MONTH for month in months]
    since_january_M1 = torch.tensor(told, dtype=torch.float32, device=device)[:, None] - 1
    angles_M1 = since_january_M1 * (2 * math.pi / MONTHS)
    half_MW = torch.ones(1, width // 2, device=device)
    return torch.cat([angles_M1.sin() * half_MW, angles_M1.cos() * half_MW], dim=1)


def _places(grid: tuple[int, int], sides: list[float], width: int, device: torch.device) -> Tensor:
    """Where tokens lie (S, rows * cols, width), row by row, for tokens of S sides: columns, then rows."""
    sides_S1 = torch.tensor(sides, dtype=torch.float32, device=device)[:, None]
    rows, cols = (
        _waves(torch.arange(count, dtype=torch.float32, device=device) * sides_S1, width // 2) for count in grid
    )
    shape = len(sides), *grid, width // 2
    return torch.cat([cols[:, None].expand(shape), rows[:, :, None].expand(shape)], dim=-1).flatten(1, 2)
