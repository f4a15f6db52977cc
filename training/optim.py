"""AdamW with weight decay on matrices only, and a cosine with linear warm-up."""

import math
from collections.abc import Iterable

import torch
from torch import nn

from training.recipes import Recipe


def optimiser(parameters: Iterable[tuple[str, nn.Parameter]], recipe: Recipe) -> torch.optim.AdamW:
    """AdamW over named parameters; biases, norms and single tokens are not decayed (as in MAE)."""
    matrices: list[nn.Parameter] = []
    others: list[nn.Parameter] = []
    for name, parameter in parameters:
        if parameter.requires_grad:
            flat = parameter.ndim < 2 or name.endswith(("cls_token", "mask_token"))
            (others if flat else matrices).append(parameter)
    groups = [{"params": matrices, "weight_decay": recipe.weight_decay}, {"params": others, "weight_decay": 0.0}]
    fused = all(parameter.is_cuda for parameter in matrices + others)  # one kernel instead of dozens
    return torch.optim.AdamW(groups, lr=recipe.lr, betas=recipe.betas, fused=fused or None)


def learning_rate(recipe: Recipe, step: int) -> float:
    """Of step `step`, the first being 0: a linear rise to the peak, then half a cosine down to 0."""
    warm = round(recipe.warmup * recipe.steps)
    if step < warm:
        return recipe.lr * (step + 1) / warm
    done = (step - warm) / max(1, recipe.steps - warm)
    return recipe.lr * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
