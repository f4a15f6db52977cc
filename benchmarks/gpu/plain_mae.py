"""The yardstick of `pretrain_speed.py`: a masked autoencoder for fixed bands, as published but for its sizes."""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.model.encoder import Encoder
from engine.model.positions import positions
from training.pretrain.masking import take
from training.pretrain.recipes import Recipe
from training.pretrain.targets.pixels import normalised, patchify


class PlainMae(nn.Module):
    """He et al. 2022, with the sizes of a recipe."""

    def __init__(self, recipe: Recipe, bands: int) -> None:
        super().__init__()
        model, decoder, side = recipe.model, recipe.decoder, recipe.sampling.chip_px // recipe.model.patch_px
        self.patch_px, self.mask_ratio = model.patch_px, recipe.mask_ratio
        self.embedding = nn.Conv2d(bands, model.width, model.patch_px, stride=model.patch_px)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, model.width))
        self.encoder = Encoder(model.width, model.depth, model.heads)
        self.enter = nn.Linear(model.width, decoder.width)
        self.mask_token = nn.Parameter(torch.zeros(1, 1, decoder.width))
        self.blocks = Encoder(decoder.width, decoder.depth, decoder.heads)
        self.leave = nn.Linear(decoder.width, bands * model.patch_px**2)
        for name, width in (("positions", model.width), ("decoder_positions", decoder.width)):
            positions_1ND = nn.functional.pad(positions((side, side), width, [1.0], [1.0]), (0, 0, 1, 0))
            self.register_buffer(name, positions_1ND)  # of the cls token: 0

    def forward(self, x_BCHW: Tensor) -> Tensor:
        """The loss."""
        tokens_BND = self.embedding(x_BCHW).flatten(2).transpose(1, 2) + self.positions[:, 1:]
        batch, count, _ = tokens_BND.shape
        keep = round(count * (1 - self.mask_ratio))
        order_BN = torch.rand(batch, count, device=x_BCHW.device).argsort(dim=1)
        kept_BK, restore_BN = order_BN[:, :keep], order_BN.argsort(dim=1)
        cls_B1D = self.cls_token.expand(batch, -1, -1)
        encoded = self.enter(self.encoder(torch.cat([cls_B1D, take(tokens_BND, kept_BK)], dim=1)))
        empty_BMW = self.mask_token.to(encoded.dtype).expand(batch, count - keep, -1)
        full_BNW = take(torch.cat([encoded[:, 1:], empty_BMW], dim=1), restore_BN)
        states = self.blocks(torch.cat([encoded[:, :1], full_BNW], dim=1) + self.decoder_positions)
        made_BNX = self.leave(states[:, 1:]).float()
        wanted_BNCP, _, _ = normalised(patchify(x_BCHW, self.patch_px))
        error_BN = (made_BNX - wanted_BNCP.flatten(2)).square().mean(2)
        hidden_BN = restore_BN >= keep
        return (error_BN * hidden_BN).sum() / hidden_BN.sum()
