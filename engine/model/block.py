"""A Transformer block: pre-norm attention and a two-layer perceptron, both added to what comes in.

Keys of the weights and order of the arithmetic are those of timm's `Block`, so that published weights load and answers
are the same to the bit (a test compares them). It is written here because timm brings torchvision and torch's compiler
along, which every start of the engine would wait for.
"""

from functools import partial

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention

EPSILON = 1e-6  # of ViT's and MAE's norms, so that their weights fit
WIDER = 4  # hidden features of the perceptron for each feature of a token (Vaswani et al. 2017)


class Attention(nn.Module):
    """Multi-head self-attention over the tokens of a sequence.

    Attributes:
        fused_attn: whether it is computed in one kernel, or as two products and a softmax: the same but for rounding.
    """

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        assert width % heads == 0, "every head has as many features"  # nosec B101
        self.heads, self.scale = heads, (width // heads) ** -0.5
        self.fused_attn = True
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x_BND: Tensor) -> Tensor:
        """Tokens (B, N, D), each of which has looked at all others of its sequence."""
        batch, count, width = x_BND.shape
        qkv = self.qkv(x_BND).reshape(batch, count, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = qkv.unbind(0)  # (B, heads, N, D / heads) each
        if self.fused_attn:
            mixed = scaled_dot_product_attention(query, key, value)
        else:
            mixed = (query * self.scale @ key.transpose(-2, -1)).softmax(-1) @ value
        attended: Tensor = self.proj(mixed.transpose(1, 2).reshape(batch, count, width))
        return attended


class Perceptron(nn.Module):
    """Two layers over the features of each token, with a GELU between them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(width, WIDER * width)
        self.act = nn.GELU()
        self.fc2 = nn.Linear(WIDER * width, width)

    def forward(self, x_BND: Tensor) -> Tensor:
        """Tokens (B, N, D)."""
        features_BND: Tensor = self.fc2(self.act(self.fc1(x_BND)))
        return features_BND


class LayerScale(nn.Module):
    """A factor for each feature (Touvron et al. 2021, "CaiT", section 2)."""

    def __init__(self, width: int, first: float) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.full((width,), first))

    def forward(self, x_BND: Tensor) -> Tensor:
        """Tokens (B, N, D)."""
        return x_BND * self.gamma


class Block(nn.Module):
    """One block of the encoder.

    Args:
        width: features of a token.
        heads: of the attention; the width is a multiple of it.
        first_scale: what a block adds is scaled feature by feature, by this at first; None: it is not scaled.
        epsilon: of the norms.
    """

    def __init__(self, width: int, heads: int, first_scale: float | None = None, epsilon: float = EPSILON) -> None:
        super().__init__()
        norm = partial(nn.LayerNorm, eps=epsilon)
        self.norm1 = norm(width)
        self.attn = Attention(width, heads)
        self.ls1 = nn.Identity() if first_scale is None else LayerScale(width, first_scale)
        self.norm2 = norm(width)
        self.mlp = Perceptron(width)
        self.ls2 = nn.Identity() if first_scale is None else LayerScale(width, first_scale)

    def forward(self, x_BND: Tensor) -> Tensor:
        """Tokens (B, N, D)."""
        x_BND = x_BND + self.ls1(self.attn(self.norm1(x_BND)))
        added_BND: Tensor = x_BND + self.ls2(self.mlp(self.norm2(x_BND)))
        return added_BND
