"""What a rebuilt token is compared with. Pure tensors; every loss ignores patches without enough data."""

import torch
from torch import Tensor, nn

ENOUGH_VALID = 0.5
"""Share of a patch's pixels that must be data for it to count: others say more of the scene's border than of it."""
NORM_EPSILON = 1e-6  # He et al. 2022, in their code


def patchify(x_BCHW: Tensor, patch_px: int) -> Tensor:
    """Patches (B, N, C, P * P), tokens row by row."""
    batch, bands, height, width = x_BCHW.shape
    grid = height // patch_px, width // patch_px
    x = x_BCHW.reshape(batch, bands, grid[0], patch_px, grid[1], patch_px)
    return x.permute(0, 2, 4, 1, 3, 5).reshape(batch, grid[0] * grid[1], bands, patch_px * patch_px)


def unpatchify(patches_BNCP: Tensor, grid: tuple[int, int]) -> Tensor:
    """The images (B, C, H, W) that `patchify` cuts into these patches."""
    batch, _, bands, pixels = patches_BNCP.shape
    side = round(pixels**0.5)
    x = patches_BNCP.reshape(batch, *grid, bands, side, side).permute(0, 3, 1, 4, 2, 5)
    return x.reshape(batch, bands, grid[0] * side, grid[1] * side)


def normalised(patches_BMCP: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Patches with mean 0 and variance 1 over bands and pixels, and the mean and deviation (B, M, 1, 1) taken out."""
    mean = patches_BMCP.mean((2, 3), keepdim=True)
    deviation = (patches_BMCP.var((2, 3), keepdim=True) + NORM_EPSILON).sqrt()
    return (patches_BMCP - mean) / deviation, mean, deviation


def pixel_loss(rebuilt_BMCP: Tensor, patches_BMCP: Tensor, valid_BMP: Tensor) -> Tensor:
    """Mean over patches of the mean squared error to the normalised patch (He et al. 2022, "norm_pix_loss")."""
    wanted_BMCP, _, _ = normalised(patches_BMCP)
    error_BMP = (rebuilt_BMCP.float() - wanted_BMCP).square().mean(2)
    error_BM = (error_BMP * valid_BMP).sum(2) / valid_BMP.sum(2).clamp_min(1)
    return _mean_of_valid(error_BM, valid_BMP)


def latent_loss(rebuilt_BMD: Tensor, wanted_BMD: Tensor, valid_BMP: Tensor, temperature: float) -> Tensor:
    """Patch discrimination within a chip: each rebuilt embedding should be nearest to its own patch's.

    The contrast is among the hidden patches of one chip only, with a frozen target: no pairs of batches, no moving
    average (as in the latent masked image modelling of OlmoEarth, 2025).
    """
    rebuilt_BMD = nn.functional.normalize(rebuilt_BMD.float(), dim=2)
    wanted_BMD = nn.functional.normalize(wanted_BMD.float(), dim=2)
    similar_BMM = rebuilt_BMD @ wanted_BMD.transpose(1, 2) / temperature
    missing_B1M = (valid_BMP.float().mean(2) < ENOUGH_VALID)[:, None]
    similar_BMM = similar_BMM.masked_fill(missing_B1M, -1e4)  # no patch may be taken for one without data
    own_BM = torch.arange(similar_BMM.shape[1], device=similar_BMM.device).expand(similar_BMM.shape[:2])
    error_BM = nn.functional.cross_entropy(similar_BMM.transpose(1, 2), own_BM, reduction="none")
    return _mean_of_valid(error_BM, valid_BMP)


def _mean_of_valid(error_BM: Tensor, valid_BMP: Tensor) -> Tensor:
    counts_BM = valid_BMP.float().mean(2) >= ENOUGH_VALID
    return error_BM.where(counts_BM, 0).sum() / counts_BM.sum().clamp_min(1)
