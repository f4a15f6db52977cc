"""DOFA's embedding: a small Transformer that reads the wavelengths of the bands and writes the patch embedding.

Xiong et al. 2024, "Neural Plasticity-Inspired Foundation Model for Observing the Earth Crossing Modalities" (arXiv
2403.15356), built so that the published weights give what they gave there. Knows no files and no names of theirs;
`engine.published` brings weights here.
"""

import math

import torch
from torch import Tensor, nn

from engine.errors import ModelError
from engine.model.tokens import POLARISATIONS, SensorBatch, unreadable
from engine.sensors import Band

WAVE_DIM = 128  # numbers of a wavelength and features of the small Transformer
WEIGHT_TOKENS = 128  # learnt tokens that it reads before the wavelengths
GENERATOR_HEADS, GENERATOR_HIDDEN = 4, 2048
LONGEST_WAVE = 10_000.0  # of sines and cosines, over 2 pi; Vaswani et al. 2017, section 3.5
KERNEL_SCALE = 0.01  # what it writes is made small, so that tokens begin near 0
PADDING_PX = 1  # on every side, in the published model: a kernel sees one pixel up and left of its patch
RADAR_UM = 5.405
"""What stands for a radar band's wavelength: the authors' examples for the released weights (README of zhu-xlab/DOFA)
give 5.405 to Sentinel-1. It is the frequency in GHz, not a wavelength; 3.75 is given for the pre-training."""
TOKEN_SPREAD = 0.02 * math.sqrt(3)  # half the width of an even draw whose deviation is DOFA's 0.02


class DofaEmbedding(nn.Module):
    """A convolution whose kernels are written for the wavelengths of the bands; their order does not matter."""

    def __init__(self, width: int, patch_px: int) -> None:
        super().__init__()
        if patch_px <= 2 * PADDING_PX:
            raise ModelError(
                "patches of this embedding must be larger than {least} pixels; found {found}",
                "correct the model's configuration",
                least=2 * PADDING_PX,
                found=patch_px,
            )
        self.width, self.patch_px = width, patch_px
        self.first, self.second = nn.Linear(WAVE_DIM, WAVE_DIM), nn.Linear(WAVE_DIM, WAVE_DIM)
        self.weight_tokens = nn.Parameter(torch.zeros(WEIGHT_TOKENS, WAVE_DIM))
        self.bias_token = nn.Parameter(torch.zeros(1, WAVE_DIM))
        self.generator = nn.TransformerEncoderLayer(
            WAVE_DIM, GENERATOR_HEADS, GENERATOR_HIDDEN, dropout=0, activation="gelu"
        )
        self.to_kernel = nn.Linear(WAVE_DIM, patch_px**2 * width)
        self.to_bias = nn.Linear(WAVE_DIM, width)

    def forward(self, batch: SensorBatch, patch_px: int | None = None) -> Tensor:
        """Tokens (B, N, D), row by row.

        Raises:
            ModelError: a band has neither a wavelength nor a polarisation, or `patch_px` is not the model's own.
        """
        if patch_px not in (None, self.patch_px):
            raise ModelError(
                "the patches of this model have {expected} pixels; found {found}",
                expected=self.patch_px,
                found=patch_px,
            )
        with torch.autocast(batch.x_BCHW.device.type, enabled=False):  # rounded kernels would not be those published
            kernels_DCPP, bias_D = self.kernels(batch.bands)
        size = self.patch_px
        tokens_BDhw = nn.functional.conv2d(batch.x_BCHW, kernels_DCPP, bias_D, stride=size, padding=PADDING_PX)
        return tokens_BDhw.flatten(2).transpose(1, 2)

    def kernels(self, bands: tuple[Band, ...]) -> tuple[Tensor, Tensor]:
        """The convolution for these bands: kernels (D, C, P, P) and bias (D).

        Raises:
            ModelError: a band has neither a wavelength nor a polarisation.
        """
        waves_CW = _waves(bands).to(self.weight_tokens.device)
        waves_CW = waves_CW + self.second(self.first(waves_CW).relu()).relu()
        written = self.generator(torch.cat([self.weight_tokens, waves_CW, self.bias_token]))
        kernels_CK = self.to_kernel(written[WEIGHT_TOKENS:-1] + waves_CW) * KERNEL_SCALE
        # Rows, columns, features: read in another order, weights load and give noise.
        kernels_CPPD = kernels_CK.view(len(bands), self.patch_px, self.patch_px, self.width)
        return kernels_CPPD.permute(3, 0, 1, 2), self.to_bias(written[-1]) * KERNEL_SCALE


def _waves(bands: tuple[Band, ...]) -> Tensor:
    """Sines and cosines (C, WAVE_DIM) of the bands' wavelengths in nanometres, on the CPU.

    Raises:
        ModelError: a band has neither a wavelength nor a polarisation.
    """
    nm_C1 = torch.tensor([[_micrometres(band)] for band in bands]) * 1000  # rounded as the published model rounds
    octaves = torch.arange(WAVE_DIM // 2, dtype=torch.float32) / (WAVE_DIM / 2)
    angles = nm_C1 * (1 / LONGEST_WAVE**octaves)
    return torch.cat([angles.sin(), angles.cos()], dim=1)


def _micrometres(band: Band) -> float:
    if band.polarisation in POLARISATIONS:
        return RADAR_UM
    if band.wavelength_nm is None:
        raise unreadable(band)
    return band.wavelength_nm / 1000
