"""Where a token lies on the ground, as numbers. No parameters, so any input size and any pixel size works."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor

LONGEST_PERIOD = 10_000.0  # of the slowest wave, over 2 pi; Vaswani et al. 2017, section 3.5


def ground_positions(
    grid: tuple[int, int], width: int, scales: Sequence[float], device: torch.device | str = "cpu"
) -> Tensor:
    """2-D sin-cos positions of the tokens of chips, scaled by their pixel sizes.

    The unit is the side of a token at the reference pixel size, and a token lies at its centre, measured from the upper
    left corner of the place: tokens of two sensors that see the same ground get the same position. Scaling by
    pixel size follows Reed et al. 2023 (Scale-MAE, equation 2); the layout is that of MAE (He et al. 2022).

    Args:
        grid: rows and columns of tokens.
        width: numbers per position, a multiple of 4.
        scales: metres from one token to the next over those at which they are 1 apart; one for each of S chips.
        device: where the positions are made.

    Returns:
        (S, rows * cols, width) float32, tokens row by row: sin and cos along rows, then sin and cos along columns.
    """
    rows, cols = grid
    waves = torch.arange(width // 4, dtype=torch.float32, device=device)
    frequencies = torch.exp(waves * (-math.log(LONGEST_PERIOD) / (width // 4)))
    scales_S11 = torch.tensor(scales, dtype=torch.float32, device=device)[:, None, None]

    def axis(count: int) -> Tensor:
        centres_C1 = torch.arange(count, dtype=torch.float32, device=device)[:, None] + 0.5
        angles = centres_C1 * scales_S11 * frequencies
        return torch.cat([angles.sin(), angles.cos()], dim=2)

    down = axis(rows)[:, :, None].expand(-1, rows, cols, width // 2)
    across = axis(cols)[:, None].expand(-1, rows, cols, width // 2)
    return torch.cat([down, across], dim=-1).flatten(1, 2)
