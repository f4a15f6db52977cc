"""Groups of parameters for AdamW, and how its learning rate rises and falls."""

import math
from collections.abc import Callable, Iterable
from typing import Any

from torch import nn

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


def rate_at(step: int, steps: int, peak: float, warmup: float, cooldown: float = 1.0) -> float:
    """Of step `step` of so many, the first being 0: a linear rise to the peak, then half a cosine down to 0.

    `warmup` is the share of the steps that rise, `cooldown` the share of the others that fall: before, the rate stays
    at the peak, so that a run can be made longer as long as it has not begun to fall (Hu et al. 2024, "MiniCPM").
    """
    warm = round(warmup * steps)
    if step < warm:
        return peak * (step + 1) / warm
    falling = max(1.0, (steps - warm) * cooldown)
    done = 1 - (steps - step) / falling
    return peak * 0.5 * (1 + math.cos(math.pi * min(1.0, max(0.0, done))))
