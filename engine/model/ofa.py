"""OFA-Net: chips of any sensors to features, through one shared Transformer. Joins the parts of this package."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import torch
from torch import Tensor, nn

from engine.errors import ModelError
from engine.model import galileo
from engine.model.block import EPSILON
from engine.model.config import ModelConfig
from engine.model.dofa import TOKEN_SPREAD, DofaEmbedding
from engine.model.encoder import FIRST_SCALE, Encoder
from engine.model.galileo import GalileoEmbedding, unread
from engine.model.positions import interpolated, positions
from engine.model.tokens import PerSensorEmbedding, SensorBatch, SpectralEmbedding
from engine.sensors import Band

EMBEDDINGS: Mapping[str, Callable[[int, int], nn.Module]] = MappingProxyType(
    {
        "spectral": SpectralEmbedding,
        "per_sensor": PerSensorEmbedding,
        "dofa": DofaEmbedding,
        "galileo": GalileoEmbedding,
    }
)
"""Name -> class; built with (width, patch_px), called with a `SensorBatch`, answers tokens (B, N, D)."""
EVEN = 1e-12
"""Variance over a chip that smaller ones count as: the root of 0 has no gradient."""


class OFA(nn.Module):
    """One Transformer for all sensors.

    `table_1ND` are the positions that are kept with the weights, None where they are computed. `cls_token` is None
    where a model has none.

    Args:
        config: what to build.
        seed: draws the weights, the same bits on every machine, without touching torch's own random state. None
            leaves them empty (on the meta device) for `load_state_dict(..., assign=True)`.
    """

    table_1ND: Tensor | None
    cls_token: nn.Parameter | None

    def __init__(self, config: ModelConfig, seed: int | None = 0) -> None:
        super().__init__()
        self.config = config
        with torch.device("meta"):
            self.embedding = EMBEDDINGS[config.embedding](config.width, config.patch_px)
            self.cls_token = None if self._galileo else nn.Parameter(torch.zeros(1, 1, config.width))
            epsilon = galileo.EPSILON if self._galileo else EPSILON
            self.encoder = Encoder(config.width, config.depth, config.heads, config.layer_scale, epsilon)
            side = config.positions_side
            # A buffer: these positions were fixed in pre-training, and neither steps nor weight decay may move them.
            self.register_buffer("table_1ND", torch.zeros(1, side**2, config.width) if side else None)
        if seed is not None:
            self.to_empty(device="cpu")
            initialise(self, seed)

    @property
    def _galileo(self) -> bool:
        """Whether tokens come with their positions, several for a patch, and without a cls token."""
        return self.config.embedding == "galileo"

    @property
    def dated(self) -> bool:
        """Whether the month in which a chip was taken changes what the model sees."""
        return self._galileo

    @property
    def patch_px(self) -> int:
        """Side of a token in pixels."""
        return self.config.patch_px

    @property
    def multiple_px(self) -> int:
        """Sides of chips are multiples of it."""
        return self.config.patch_px

    @property
    def tile_px(self) -> int:
        """Side of the tiles in which it reads a scene, before they are rounded to whole patches."""
        return self.config.tile_px

    @property
    def depths(self) -> tuple[int, ...]:
        """Blocks after which `dense` takes its features; 1 is the first."""
        return self.config.taps

    @property
    def feature_dim(self) -> int:
        """Features of a token of `dense`."""
        return self.config.width * len(self.depths)

    def unread(self, bands: tuple[Band, ...]) -> tuple[str, ...]:
        """The names of those of the bands that the model passes over: it was not made for them."""
        return unread(bands) if self._galileo else ()

    def embed(self, batches: Sequence[SensorBatch], patch_px: int | None = None) -> Tensor:
        """Tokens of chips of one place, with their positions, before the Transformer and without the cls token.

        Args:
            batches: one for each sensor.
            patch_px: side of a token; the model's own if None.

        Returns:
            (B, N, D): the tokens of the first chip row by row, then those of the second, and so on; N is the sum of
            rows * cols over `chip.grid(patch_px)`, of Galileo's for each group of a chip. Pre-training masks these.

        Raises:
            ModelError: a chip that this model cannot read.
        """
        patch_px = patch_px or self.patch_px
        tokens_BND = torch.cat([self.embedding(batch, patch_px) for batch in batches], dim=1)
        if self._galileo:
            return tokens_BND
        if self.table_1ND is None:
            placed_BND = self.positions(batches, patch_px, self.config.width)
        else:
            placed_BND = torch.cat([interpolated(self.table_1ND, batch.grid(patch_px)) for batch in batches], dim=1)
        return tokens_BND + placed_BND

    def with_cls(self, tokens_BND: Tensor) -> Tensor:
        """Tokens (B, 1 + N, D), the cls token first, where the model has one."""
        if self.cls_token is None:
            return tokens_BND
        return torch.cat([self.cls_token.expand(len(tokens_BND), -1, -1), tokens_BND], dim=1)

    def encode(self, batches: Sequence[SensorBatch], patch_px: int | None = None) -> Tensor:
        """Tokens (B, 1 + N, D) after the last norm: the cls token if there is one, then those of `embed`."""
        encoded: Tensor = self.encoder(self.with_cls(self.embed(batches, patch_px)))
        return encoded

    forward = encode

    def of_patches(self, tokens_BND: Tensor) -> Tensor:
        """Encoded tokens without the cls token (B, N, D)."""
        return tokens_BND if self.cls_token is None else tokens_BND[:, 1:]

    def last(self, batches: Sequence[SensorBatch], patch_px: int | None = None) -> Tensor:
        """Features of every token after the last norm, sensors (and groups) of one place averaged.

        Returns:
            (B, H / patch_px, W / patch_px, D).

        Raises:
            ModelError: as `dense`.
        """
        grid = self._grid(batches, patch_px or self.patch_px)
        tokens_BND = self.of_patches(self.encode(batches, patch_px))
        return tokens_BND.reshape(len(tokens_BND), -1, *grid, self.config.width).mean(1)

    def _grid(self, batches: Sequence[SensorBatch], patch_px: int) -> tuple[int, int]:
        """Rows and columns of tokens of chips of one place.

        Raises:
            ModelError: chips with different numbers of tokens.
        """
        rows, cols = batches[0].grid(patch_px)
        for batch in batches[1:]:
            if batch.grid(patch_px) != (rows, cols):
                raise ModelError(
                    "expected {rows} x {cols} tokens from every sensor of one place; found {found}",
                    "resample the sensors to one grid",
                    rows=rows,
                    cols=cols,
                    found=" x ".join(map(str, batch.grid(patch_px))),
                )
        return rows, cols

    def dense(self, batches: Sequence[SensorBatch], patch_px: int | None = None) -> Tensor:
        """Features of every token from several depths, each layer-normed, sensors (and groups) of one place averaged.

        Args:
            batches: one for each sensor.
            patch_px: side of a token; the model's own if None.

        Returns:
            (B, feature_dim, H / patch_px, W / patch_px), the shallowest depth first.

        Raises:
            ModelError: a chip that this model cannot read, or chips with different numbers of tokens.
        """
        rows, cols = self._grid(batches, patch_px or self.patch_px)
        taken = self.encoder.intermediates(self.with_cls(self.embed(batches, patch_px)), self.depths)
        places = [
            self.of_patches(x_BND).reshape(len(x_BND), -1, rows * cols, self.config.width).mean(1) for x_BND in taken
        ]
        normed = [nn.functional.layer_norm(x_BND, (self.config.width,)) for x_BND in places]
        return torch.cat(normed, dim=2).transpose(1, 2).reshape(-1, self.feature_dim, rows, cols)

    def chip_patch_px(self, batches: Sequence[SensorBatch]) -> int:
        """Side of a token where chips of one place are described as a whole: finer while no more than of a tile."""
        finer_px, longest_px = self.config.chip_patch_px, max(max(batch.x_BCHW.shape[2:]) for batch in batches)
        if not finer_px or longest_px * self.patch_px > self.tile_px * finer_px:
            return self.patch_px
        return finer_px

    def pooled(self, batches: Sequence[SensorBatch]) -> Tensor:
        """One description of each place, as the configuration says it is pooled, sensors averaged.

        Returns:
            (B, 2 feature_dim) where the dense features are pooled: their means, then their standard deviations over the
            chip, which tell its texture. Else (B, width).

        Raises:
            ModelError: as `dense`.
        """
        if self.config.pooling == "taps":
            return means_and_deviations(self.dense(batches, self.chip_patch_px(batches)))
        if self.config.pooling == "norm_mean":
            return self.of_patches(self.encode(batches)).mean(1)
        (last_BND,) = self.encoder.intermediates(self.with_cls(self.embed(batches)), (self.config.depth,))
        normed_BD: Tensor = self.encoder.norm(self.of_patches(last_BND).mean(1))
        return normed_BD

    def positions(self, batches: Sequence[SensorBatch], patch_px: int, width: int) -> Tensor:
        """Positions (B or 1, N, width) of the tokens of chips of one place, in the order of `embed`.

        Raises:
            ModelError: a chip that this model cannot read.
        """
        grids = [batch.grid(patch_px) for batch in batches]
        reference_m = self.config.reference_gsd_m * self.patch_px
        places = max(len(batch.gsds_m) for batch in batches)
        gsds = [batch.gsds_m * (places // len(batch.gsds_m)) for batch in batches]
        sides = [[gsd_m * patch_px / reference_m for gsd_m in gsds_m] for gsds_m in gsds]
        units = [min(side) for side in zip(*sides, strict=True)]
        device = batches[0].x_BCHW.device
        placed = [positions(grid, width, side, units, device) for grid, side in zip(grids, sides, strict=True)]
        return torch.cat(placed, dim=1)


def means_and_deviations(dense_BDhw: Tensor) -> Tensor:
    """What a chip shows (B, 2 D) from its dense features: their means, then their standard deviations."""
    variance_BD = dense_BDhw.float().var((2, 3), correction=0)
    return torch.cat([dense_BDhw.mean((2, 3)), variance_BD.clamp_min(EVEN).sqrt()], dim=1)


@torch.no_grad()
def initialise(model: nn.Module, seed: int) -> None:
    """Draw all weights of a model on the CPU, the same bits on every machine.

    Matrices are Xavier-uniform (Glorot and Bengio 2010), a convolution as the matrix it is, as in MAE; biases and
    the cls token are 0; kept positions are those of chips at the reference pixel size. Uniform draws, because a
    normal one goes through logarithms that differ in the last bit from one processor to the next.
    """
    generator = torch.Generator().manual_seed(seed)

    def uniform(weight: Tensor, bound: float) -> None:
        weight.copy_((torch.rand(weight.shape, generator=generator) * 2 - 1) * bound)

    for module in model.modules():
        if isinstance(module, nn.LayerNorm):
            module.weight.fill_(1)
        elif isinstance(module, nn.Linear | nn.Conv2d):
            outputs, inputs = module.weight.flatten(1).shape
            uniform(module.weight, math.sqrt(6 / (inputs + outputs)))
        elif isinstance(module, nn.MultiheadAttention):
            outputs, inputs = module.in_proj_weight.shape
            uniform(module.in_proj_weight, math.sqrt(6 / (inputs + outputs)))
        elif isinstance(module, DofaEmbedding):
            uniform(module.weight_tokens, TOKEN_SPREAD)
            uniform(module.bias_token, TOKEN_SPREAD)
        elif isinstance(module, GalileoEmbedding):
            uniform(module.group_tokens, TOKEN_SPREAD)
    for name, parameter in model.named_parameters():
        if name.endswith(("bias", "cls_token")):
            parameter.zero_()
        elif name.endswith("gamma"):
            parameter.fill_(FIRST_SCALE)
    if isinstance(model, OFA) and model.table_1ND is not None:
        side = math.isqrt(model.table_1ND.shape[1])
        model.table_1ND.copy_(positions((side, side), model.config.width, [1.0], [1.0]))
