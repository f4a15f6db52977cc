"""Where a token lies and how large it is, as numbers, for any input size and any pixel size. Keeps no parameters."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

LONGEST_PERIOD = 10_000.0  # of the slowest wave, over 2 pi; Vaswani et al. 2017, section 3.5
LONGEST_OCTAVES, SHORTEST_OCTAVES = 32.0, 2.0
"""Periods of the waves that tell a token's side: from a centimetre to a continent; a doubling is half the shortest."""
SIZE_WEIGHT = 0.5
"""All tokens of a chip share its size: it counts half as much as what distinguishes them."""


def positions(
    grid: tuple[int, int],
    width: int,
    sides: Sequence[float],
    units: Sequence[float],
    device: torch.device | str = "cpu",
) -> Tensor:
    """2-D sin-cos positions of the tokens of chips, and what their side is on the ground.

    A token lies at its centre, measured from the upper left corner of the place; the layout is that of MAE (He et al.
    2022). The unit is the side of a token, the smallest where several sensors see one place: so tokens that see the
    same ground get the same position, and neighbours differ alike at any pixel size. The side itself is added beside
    it, as sines and cosines of its logarithm. (Scaling positions by pixel size, as Scale-MAE does, leaves the tokens
    of an aerial chip nearly at one place beside those of Sentinel-2: DECISIONS 24.)

    Args:
        grid: rows and columns of tokens.
        width: numbers per position, a multiple of 4.
        sides: a token's side over the reference one; one for each of S chips.
        units: the unit's, likewise.
        device: where the positions are made.

    Returns:
        (S, rows * cols, width) float32, tokens row by row: sin and cos along rows, then sin and cos along columns.
    """
    rows, cols = grid
    waves = torch.arange(width // 4, dtype=torch.float32, device=device)
    frequencies = torch.exp(waves * (-math.log(LONGEST_PERIOD) / (width // 4)))
    steps = [side / unit for side, unit in zip(sides, units, strict=True)]
    steps_S11 = torch.tensor(steps, dtype=torch.float32, device=device)[:, None, None]

    def axis(count: int) -> Tensor:
        centres_C1 = torch.arange(count, dtype=torch.float32, device=device)[:, None] + 0.5
        angles = centres_C1 * steps_S11 * frequencies
        return torch.cat([angles.sin(), angles.cos()], dim=2)

    down = axis(rows)[:, :, None].expand(-1, rows, cols, width // 2)
    across = axis(cols)[:, None].expand(-1, rows, cols, width // 2)
    octaves_S1 = torch.tensor([math.log2(side) for side in sides], dtype=torch.float32, device=device)[:, None]
    size_S1W = SIZE_WEIGHT * _size(octaves_S1, width)[:, None]
    return torch.cat([down, across], dim=-1).flatten(1, 2) + size_S1W


def _size(octaves_S1: Tensor, width: int) -> Tensor:
    """Sines and cosines (S, width) of sizes in octaves."""
    span = math.log(LONGEST_OCTAVES), math.log(SHORTEST_OCTAVES)
    periods = torch.linspace(*span, width // 2, device=octaves_S1.device).exp()
    angles = 2 * math.pi * octaves_S1 / periods
    return torch.cat([angles.sin(), angles.cos()], dim=1)


def interpolated(table_1ND: Tensor, grid: tuple[int, int]) -> Tensor:
    """Positions that were learnt for a square of tokens, for a grid of another size: bicubic, as is usual for ViTs.

    Args:
        table_1ND: (1, side * side, D), row by row.
        grid: rows and columns of tokens.

    Returns:
        (1, rows * cols, D); the table itself where the grid is the square.
    """
    side = math.isqrt(table_1ND.shape[1])
    if grid == (side, side):
        return table_1ND
    square_1Dhw = table_1ND.float().transpose(1, 2).reshape(1, -1, side, side)
    resized_1Dhw = nn.functional.interpolate(square_1Dhw, grid, mode="bicubic", antialias=True)
    return resized_1Dhw.flatten(2).transpose(1, 2)
