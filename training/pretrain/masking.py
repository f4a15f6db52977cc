"""Which tokens the encoder sees. Pure index arithmetic, drawn on the CPU so that every device masks alike."""

import torch
from torch import Tensor


def random_masking(places: int, tokens: int, ratio: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Hide a random share of the tokens of each place (He et al. 2022, appendix A.1).

    Args:
        places: B.
        tokens: N.
        ratio: share to hide; at least one token stays and at least one is hidden.
        generator: of the CPU.

    Returns:
        kept (B, K) and hidden (B, N - K) indices, in random order.
    """
    keep = min(max(round(tokens * (1 - ratio)), 1), tokens - 1)
    order_BN = torch.rand(places, tokens, generator=generator).argsort(dim=1)
    return order_BN[:, :keep], order_BN[:, keep:]


def cross_masking(
    places: int, tokens: int, ratio: float, blind: int, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Hide one of two sensors as a whole; of the other, as many tokens stay as `random_masking` keeps of both.

    Args:
        places: B.
        tokens: N of each sensor; those of the first sensor come first.
        ratio: share of the 2 N tokens to hide, at least a half.
        blind: 0 or 1, the sensor to hide.
        generator: of the CPU.

    Returns:
        kept (B, K) and hidden (B, 2 N - K) indices.
    """
    keep = min(max(round(2 * tokens * (1 - ratio)), 1), tokens)
    order_BN = torch.rand(places, tokens, generator=generator).argsort(dim=1) + (1 - blind) * tokens
    unseen_BN = (torch.arange(tokens) + blind * tokens).expand(places, tokens)
    return order_BN[:, :keep], torch.cat([order_BN[:, keep:], unseen_BN], dim=1)


def take(x_BND: Tensor, index_BM: Tensor) -> Tensor:
    """Rows (B, M, …) of x (B, N, …)."""
    shape = (*index_BM.shape, *x_BND.shape[2:])
    return x_BND.gather(1, index_BM.reshape(*index_BM.shape, *[1] * (x_BND.ndim - 2)).expand(shape))
