"""How far a student's answers are from what a teacher saw. Pure tensors."""

import torch
from torch import Tensor, nn

from training.data.batch import CELL_PX, TeacherTargets


def of_tokens(target: TeacherTargets, corner_px: tuple[int, int], side_px: int, patch_px: int) -> Tensor:
    """What the teacher saw at each token (B, N, D) of the square of a chip that a micro-batch uses.

    Args:
        target: of the whole chips.
        corner_px: row and column of the square.
        side_px: of the square.
        patch_px: side of a token; all are multiples of `CELL_PX`.
    """
    rows, cols = (slice(start // CELL_PX, (start + side_px) // CELL_PX) for start in corner_px)
    x_BDHW = nn.functional.avg_pool2d(target.x_BDGG[:, :, rows, cols], patch_px // CELL_PX)
    return x_BDHW.flatten(2).transpose(1, 2)


def teacher_loss(predicted_BND: Tensor, wanted_BND: Tensor, counts_BN: Tensor) -> Tensor:
    """Smooth L1 of every token, and the squared error of a place's mean over its tokens, both per feature.

    Args:
        predicted_BND: the student's answers.
        wanted_BND: what the teacher saw.
        counts_BN: bool; tokens that hold data at places that the teacher knows.
    """
    predicted_BND, wanted_BND = predicted_BND.float(), wanted_BND.float()
    error_BN = nn.functional.smooth_l1_loss(predicted_BND, wanted_BND, reduction="none").mean(2)
    weight_BN = counts_BN.float()
    tokens_B = weight_BN.sum(1)
    means = [
        torch.einsum("bnd,bn->bd", x, weight_BN) / tokens_B.clamp_min(1)[:, None] for x in (predicted_BND, wanted_BND)
    ]
    error_B = (means[0] - means[1]).square().mean(1)
    known_B = (tokens_B > 0).float()
    of_tokens_1 = (error_BN * weight_BN).sum() / weight_BN.sum().clamp_min(1)
    return of_tokens_1 + (error_B * known_B).sum() / known_B.sum().clamp_min(1)
