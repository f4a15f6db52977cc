"""Heads that answer for every pixel: features of tokens to logits.

All take ``(x_BCHW, deep_BDhw)``, the z-scored pixels and the features of their tokens, and give logits
(B, K, H / stride, W / stride). Knows no Transformer and no labels.
"""

import importlib
from collections.abc import Mapping
from types import MappingProxyType

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from engine.model.torchvision_guard import ensure_torchvision_imports

LIGHT_WIDTH = 32  # of the convolutions at full resolution: they cost as much as a tiny ViT at twice the width
UPERNET_WIDTH = 512  # as in GEO-Bench's protocol; a narrower backbone takes a narrower decoder
FINER = 4  # tokens of UPerNet's finest level along the side of one of the backbone's


class LinearDecoder(nn.Module):
    """One linear map of the features of each token."""

    def __init__(self, bands: int, width: int, taps: int, patch_px: int, outputs: int) -> None:
        super().__init__()
        self.stride_px = patch_px
        self.classify = nn.Conv2d(width * taps, outputs, 1)

    def forward(self, x_BCHW: Tensor, deep_BDhw: Tensor) -> Tensor:
        """See the module."""
        logits_BKhw: Tensor = self.classify(deep_BDhw)
        return logits_BKhw


class LightDecoder(nn.Module):
    """Features of tokens, brought to pixels, beside what a few convolutions see in the pixels themselves.

    Tokens know what a place is, pixels where it ends: so edges are as sharp as the scene.
    """

    def __init__(self, bands: int, width: int, taps: int, patch_px: int, outputs: int) -> None:
        super().__init__()
        self.stride_px = 1
        self.reduce = nn.Conv2d(width * taps, LIGHT_WIDTH, 1)
        self.look = nn.Sequential(_convolution(bands, LIGHT_WIDTH), _convolution(LIGHT_WIDTH, LIGHT_WIDTH))
        self.fuse = nn.Sequential(_convolution(2 * LIGHT_WIDTH, LIGHT_WIDTH), _convolution(LIGHT_WIDTH, LIGHT_WIDTH))
        self.classify = nn.Conv2d(LIGHT_WIDTH, outputs, 1)

    def forward(self, x_BCHW: Tensor, deep_BDhw: Tensor) -> Tensor:
        """See the module."""
        deep_BEHW = interpolate(self.reduce(deep_BDhw), x_BCHW.shape[2:], mode="bilinear")
        logits_BKHW: Tensor = self.classify(self.fuse(torch.cat([deep_BEHW, self.look(x_BCHW)], dim=1)))
        return logits_BKHW


def _convolution(channels: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, outputs, 3, padding=1, padding_mode="replicate", bias=False),
        nn.BatchNorm2d(outputs),
        nn.GELU(),
    )


class UPerNet(nn.Module):
    """UPerNet (Xiao et al. 2018) on a plain ViT: a pyramid of x4, x2, x1 and x1/2 of four depths, as in GEO-Bench.

    The decoder is segmentation_models_pytorch's. While it trains, a small convolutional head on the third depth is
    trained beside it; `auxiliary` holds its logits then (weight 0.4 in the protocol).
    """

    def __init__(self, bands: int, width: int, taps: int, patch_px: int, outputs: int) -> None:
        super().__init__()
        assert taps == 4, "the pyramid has four levels"  # nosec B101
        ensure_torchvision_imports()
        decoder = importlib.import_module("segmentation_models_pytorch.decoders.upernet.decoder").UPerNetDecoder
        channels = min(UPERNET_WIDTH, width)
        self.stride_px = patch_px // FINER if patch_px % FINER == 0 else patch_px
        self.width = width
        self.finest = nn.Sequential(
            nn.ConvTranspose2d(width, width, 2, 2),
            nn.BatchNorm2d(width),
            nn.GELU(),
            nn.ConvTranspose2d(width, width, 2, 2),
        )
        self.finer = nn.ConvTranspose2d(width, width, 2, 2)
        self.decode = decoder([0, 0, width, width, width, width], encoder_depth=5, decoder_channels=channels)
        self.classify = nn.Conv2d(channels, outputs, 1)
        self.beside = nn.Sequential(_convolution(width, channels), nn.Conv2d(channels, outputs, 1))
        self.auxiliary: Tensor | None = None

    def forward(self, x_BCHW: Tensor, deep_BDhw: Tensor) -> Tensor:
        """See the module."""
        one, two, three, four = torch.split(deep_BDhw, self.width, dim=1)
        self.auxiliary = self.beside(three) if self.training else None
        pyramid = [self.finest(one), self.finer(two), three, nn.functional.max_pool2d(four, 2, ceil_mode=True)]
        decoded_BDhw = self.decode([x_BCHW, x_BCHW, *pyramid])
        size = [side // self.stride_px for side in x_BCHW.shape[2:]]
        logits_BKhw: Tensor = interpolate(self.classify(decoded_BDhw), size, mode="bilinear")
        return logits_BKhw


DECODERS: Mapping[str, type[LinearDecoder | LightDecoder | UPerNet]] = MappingProxyType(
    {"linear": LinearDecoder, "light": LightDecoder, "upernet": UPerNet}
)
