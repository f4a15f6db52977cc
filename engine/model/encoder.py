"""The shared Transformer: blocks of attention, one after the other, and a last norm. Knows tokens, not bands."""

from collections.abc import Sequence
from typing import cast

from torch import Tensor, nn

from engine.model.block import EPSILON, Block

FIRST_SCALE = 1e-5  # of what a block adds, where that is scaled (Touvron et al. 2021, "CaiT", section 2)


class Encoder(nn.Module):
    """`depth` blocks of `width` features with `heads` attention heads, and a last norm.

    With `layer_scale`, what a block adds is scaled feature by feature. `epsilon` is that of the norms.
    """

    def __init__(self, width: int, depth: int, heads: int, layer_scale: bool = False, epsilon: float = EPSILON) -> None:
        super().__init__()
        scale = FIRST_SCALE if layer_scale else None
        self.blocks = nn.ModuleList(Block(width, heads, scale, epsilon) for _ in range(depth))
        self.norm = nn.LayerNorm(width, eps=epsilon)

    def fuse_attention(self, fused: bool) -> None:
        """Compute attention in one kernel, or as two products and a softmax: the same but for rounding."""
        for block in self.blocks:
            cast(Block, block).attn.fused_attn = fused

    def forward(self, tokens_BND: Tensor) -> Tensor:
        """Tokens (B, N, D) after all blocks and the last norm."""
        for block in self.blocks:
            tokens_BND = block(tokens_BND)
        normed: Tensor = self.norm(tokens_BND)
        return normed

    def intermediates(self, tokens_BND: Tensor, depths: Sequence[int]) -> list[Tensor]:
        """Tokens (B, N, D) as they leave each block in `depths` (rising, 1 is the first), before any norm.

        Blocks above the deepest are not run.
        """
        taken = []
        for depth, block in enumerate(self.blocks[: depths[-1]], start=1):
            tokens_BND = block(tokens_BND)
            if depth in depths:
                taken.append(tokens_BND)
        return taken
