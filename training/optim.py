"""AdamW with weight decay on matrices only, and a cosine with linear warm-up."""

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import nn

from training.recipes import Recipe

SINGLE_TOKENS = ("cls_token", "mask_token")


def groups_of(
    parameters: Iterable[tuple[str, nn.Parameter]], weight_decay: float, share_of: Callable[[str], float]
) -> list[dict[str, Any]]:
    """Groups of the parameters that are learnt; biases, norms and single tokens are not decayed (as in MAE).

    Args:
        parameters: with their names.
        weight_decay: of the others.
        share_of: the share of the learning rate that a name gets; it is "share" of its group.
    """
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}  # by share and decay
    for name, parameter in parameters:
        if parameter.requires_grad:
            flat = parameter.ndim < 2 or name.endswith(SINGLE_TOKENS)
            groups.setdefault((share_of(name), 0.0 if flat else weight_decay), []).append(parameter)
    ordered = sorted(groups.items(), key=lambda group: group[0], reverse=True)
    return [{"params": some, "weight_decay": decay, "share": share} for (share, decay), some in ordered]


def optimiser(parameters: Iterable[tuple[str, nn.Parameter]], recipe: Recipe) -> torch.optim.AdamW:
    """AdamW over named parameters."""
    groups = groups_of(parameters, recipe.weight_decay, lambda _: 1.0)
    fused = all(parameter.is_cuda for group in groups for parameter in group["params"])  # one kernel, not dozens
    return torch.optim.AdamW(groups, lr=recipe.lr, betas=recipe.betas, fused=fused or None)


def learning_rate(recipe: Recipe, step: int) -> float:
    """Of step `step` of a recipe, the first being 0."""
    return rate_at(step, recipe.steps, recipe.lr, recipe.warmup)


def rate_at(step: int, steps: int, peak: float, warmup: float) -> float:
    """Of step `step` of so many, the first being 0: a linear rise to the peak, then half a cosine down to 0.

    `warmup` is the share of the steps that rise.
    """
    warm = round(warmup * steps)
    if step < warm:
        return peak * (step + 1) / warm
    done = (step - warm) / max(1, steps - warm)
    return peak * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
