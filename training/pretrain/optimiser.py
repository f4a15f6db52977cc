"""The optimiser of a recipe and its learning rate."""

from collections.abc import Iterable

import torch
from torch import nn

from training.optim import groups_of, rate_at
from training.pretrain.recipes import Recipe


def optimiser(parameters: Iterable[tuple[str, nn.Parameter]], recipe: Recipe) -> torch.optim.AdamW:
    """AdamW over named parameters; weight decay on matrices only."""
    groups = groups_of(parameters, recipe.weight_decay, lambda _: 1.0)
    fused = all(parameter.is_cuda for group in groups for parameter in group["params"])  # one kernel, not dozens
    return torch.optim.AdamW(groups, lr=recipe.lr, betas=recipe.betas, fused=fused or None)


def learning_rate(recipe: Recipe, step: int) -> float:
    """Of step `step` of a recipe, the first being 0."""
    return rate_at(step, recipe.steps, recipe.lr, recipe.warmup, recipe.cooldown)
