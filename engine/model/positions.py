"""Where a token lies on the ground, as numbers. No parameters, so any input size and any pixel size works."""

import math

import torch
from torch import Tensor

LONGEST_PERIOD = 10_000.0  # of the slowest wave, over 2 pi; Vaswani et al. 2017, section 3.5


def ground_positions(grid: tuple[int, int], width: int, scale: float, device: torch.device) -> Tensor:
    """2-D sin-cos positions of the tokens of one chip, scaled by its pixel size.

    The unit is the side of a token at the reference pixel size, and a token lies at its centre, measured from the upper
    left corner of the place: tokens of two sensors that see the same ground get the same position. Scaling by
    pixel size follows Reed et al. 2023 (Scale-MAE, equation 2); the layout is that of MAE (He et al. 2022).

    Args:
        grid: rows and columns of tokens.
        width: numbers per position, a multiple of 4.
        scale: metres per pixel of the chip over those at which neighbouring tokens are 1 apart.
        device: where the positions are made.

    Returns:
        (rows * cols, width) float32, tokens row by row: sin and cos along rows, then sin and cos along columns.
    """
    rows, cols = grid
    waves = torch.arange(width // 4, dtype=torch.float32, device=device)
    frequencies = torch.exp(waves * (-math.log(LONGEST_PERIOD) / (width // 4)))

    def axis(count: int) -> Tensor:
        centres = (torch.arange(count, dtype=torch.float32, device=device) + 0.5) * scale
        angles = centres[:, None] * frequencies
        return torch.cat([angles.sin(), angles.cos()], dim=1)

    down = axis(rows)[:, None].expand(rows, cols, width // 2)
    across = axis(cols)[None].expand(rows, cols, width // 2)
    return torch.cat([down, across], dim=-1).reshape(rows * cols, width)
