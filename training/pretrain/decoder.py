"""Decoders: from what the encoder saw to what was hidden. Thrown away after pre-training.

Both have the interface that `mim` uses: `forward` gives every token a state, `pixels` reads patches off states,
`latents` embeddings.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.errors import ModelError
from engine.model.config import ModelConfig
from engine.model.encoder import Encoder
from engine.model.tokens import KERNELS, MODALITIES, SensorBatch, shares

if TYPE_CHECKING:
    from training.pretrain.recipes import DecoderConfig

Placed = tuple[Tensor, Tensor, Tensor]
"""Encoded tokens (B, K, D), their indices (B, K) among all N tokens, and positions (B or 1, N, W) of all."""


class _Stack(nn.Module):
    """Into the decoder's width, mask tokens in the gaps, positions, a few blocks."""

    def __init__(self, width_in: int, width: int, depth: int, heads: int) -> None:
        super().__init__()
        self.enter = nn.Linear(width_in, width)
        self.mask_token = nn.Parameter(torch.zeros(1, 1, width))
        self.blocks = Encoder(width, depth, heads)

    def forward(self, placed: Placed) -> Tensor:
        """States (B, N, W) of all tokens."""
        encoded_BKD, kept_BK, positions_BNW = placed
        seen_BKW = self.enter(encoded_BKD)
        empty_BNW = self.mask_token.to(seen_BKW).expand(len(seen_BKW), positions_BNW.shape[1], -1)
        index_BKW = kept_BK[..., None].expand(-1, -1, seen_BKW.shape[2])
        states_BNW: Tensor = self.blocks(empty_BNW.scatter(1, index_BKW, seen_BKW) + positions_BNW)
        return states_BNW


class SharedDecoder(nn.Module):
    """One decoder for all sensors; what it writes for a band is generated from what the band measures."""

    def __init__(self, config: ModelConfig, decoder: "DecoderConfig") -> None:
        super().__init__()
        self.stack = _Stack(config.width, decoder.width, decoder.depth, decoder.heads)
        self.sensor = nn.Linear(KERNELS, decoder.width, bias=False)
        self.patches = nn.Linear(decoder.width, KERNELS * config.patch_px**2)
        self.latents = nn.Linear(decoder.width, config.width)

    def forward(self, placed: Placed, chips: Sequence[SensorBatch]) -> Tensor:
        """States (B, N, W) of all tokens of all chips; `chips` hold all bands that are to be rebuilt."""
        encoded_BKD, kept_BK, positions_BNW = placed
        count = positions_BNW.shape[1] // len(chips)  # the chips of one place have as many tokens each
        device = encoded_BKD.device
        sensors = [self.sensor(shares(chip.bands).to(device)).mean(0).expand(count, -1) for chip in chips]
        states_BNW: Tensor = self.stack((encoded_BKD, kept_BK, positions_BNW + torch.cat(sensors)))
        return states_BNW

    def pixels(self, states_BMW: Tensor, chip: SensorBatch) -> Tensor:
        """Patches (B, M, C, P * P) of all bands of a chip."""
        kernels_BMKP = self.patches(states_BMW).reshape(*states_BMW.shape[:2], KERNELS, -1)
        return torch.einsum("ck,bmkp->bmcp", shares(chip.bands).to(kernels_BMKP), kernels_BMKP)


class PerSensorDecoder(nn.Module):
    """The paper's: a decoder of its own for each modality. One sensor at a time."""

    def __init__(self, config: ModelConfig, decoder: "DecoderConfig") -> None:
        super().__init__()
        width, pixels = decoder.width, config.patch_px**2
        self.stacks = nn.ModuleDict(
            {name: _Stack(config.width, width, decoder.depth, decoder.heads) for name in MODALITIES}
        )
        self.patches = nn.ModuleDict({name: nn.Linear(width, len(b) * pixels) for name, b in MODALITIES.items()})
        self.latents = nn.Linear(width, config.width)

    def forward(self, placed: Placed, chips: Sequence[SensorBatch]) -> Tensor:
        """States (B, N, W) of all tokens.

        Raises:
            ModelError: chips of several sensors.
        """
        if len(chips) > 1 or chips[0].modality not in MODALITIES:
            raise ModelError(
                f"a decoder per sensor rebuilds one of {', '.join(MODALITIES)} at a time; found "
                f"{' + '.join(str(chip.modality) for chip in chips)}",
                "set sampling.pair_share to 0, or take the shared decoder",
            )
        states_BNW: Tensor = self.stacks[str(chips[0].modality)](placed)
        return states_BNW

    def pixels(self, states_BMW: Tensor, chip: SensorBatch) -> Tensor:
        """Patches (B, M, C, P * P) of all bands of a chip, which are of its modality's."""
        assert chip.modality is not None  # nosec B101
        names = MODALITIES[chip.modality]
        patches_BMX: Tensor = self.patches[chip.modality](states_BMW)
        patches_BMNP = patches_BMX.reshape(*states_BMW.shape[:2], len(names), -1)
        return patches_BMNP[:, :, [names.index(band.name) for band in chip.bands]]


DECODERS: Mapping[str, type[SharedDecoder] | type[PerSensorDecoder]] = MappingProxyType(
    {"shared": SharedDecoder, "per_sensor": PerSensorDecoder}
)
"""Name -> class; built with (model configuration, decoder's sizes)."""
