"""LoRA (Hu et al. 2022): weights of the attention change by products of two thin matrices, and nothing else does."""

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from engine.model.encoder import Encoder

ALPHA = 2.0  # the change is scaled by it, whatever the rank (the paper's alpha / r with alpha = 2 r)
TARGETS = ("qkv", "proj")


class LowRank(nn.Module):
    """A weight (out, in) plus a change of low rank, which is none at first."""

    def __init__(self, weight: Tensor, rank: int, generator: torch.Generator) -> None:
        super().__init__()
        outputs, inputs = weight.shape
        self.down_RI = nn.Parameter(torch.randn(rank, inputs, generator=generator) / inputs**0.5)
        self.up_OR = nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, weight_OI: Tensor) -> Tensor:
        """The changed weight."""
        return weight_OI + ALPHA * self.up_OR @ self.down_RI


def add(encoder: Encoder, rank: int, seed: int) -> None:
    """Freeze the encoder and give its attention something to learn."""
    generator = torch.Generator().manual_seed(seed)
    encoder.requires_grad_(False)
    for layer in _targets(encoder):
        change = LowRank(layer.weight, rank, generator).to(layer.weight.device)
        parametrize.register_parametrization(layer, "weight", change)


def merge(encoder: Encoder) -> None:
    """Make the changes part of the weights: what is left is an ordinary encoder."""
    for layer in _targets(encoder):
        parametrize.remove_parametrizations(layer, "weight")


def _targets(encoder: Encoder) -> list[nn.Linear]:
    found = (module for name, module in encoder.named_modules() if name.endswith(TARGETS))
    return [module for module in found if isinstance(module, nn.Linear)]
