"""From which class to which a pixel has gone: what a head says of each date, and how much it looks changed.

Post-classification comparison: two maps are made apart, so each error of one looks like change. Where both dates are of
one sensor, the change score (`engine.change.comparer`) says how likely that is, and weighs against it.

Pure arithmetic. Shapes: N pixels, J classes before and K after; pairs are numbered ``before * K + after``.
"""

import math
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from engine.change.date_features import AFTER, BEFORE, EachDate, alone
from engine.fewlabel.heads import PIXELS_AT_ONCE, KernelHead

UNLIKELY = 0.1
"""How much pairs that are change count where the change score says nothing."""


class FromToHead(nn.Module):
    """Probabilities (N, J * K) of pairs of classes.

    Args:
        before: the head of the earlier date.
        after: the head of the later one.
        same_JK: which pairs are one class.
        weighed: whether the change score counts.
    """

    same_JK: Tensor

    def __init__(self, before: KernelHead, after: KernelHead, same_JK: Tensor, weighed: bool) -> None:
        super().__init__()
        self.before, self.after, self.weighed = before, after, weighed
        self.register_buffer("same_JK", same_JK)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of `EachDate` that it needs."""
        heads = ((BEFORE, self.before), (AFTER, self.after))
        each = (f"{date} {name}" for date, head in heads for name in head.groups)
        return (*each, *([EachDate.SCORE] if self.weighed else []))

    @torch.no_grad()
    def forward(self, groups: Mapping[str, Tensor]) -> Tensor:
        """Probabilities of pixels with these features (N, D), by group."""
        pieces = zip(*(torch.split(groups[name], PIXELS_AT_ONCE) for name in self.groups), strict=True)
        return torch.cat([self._of_pixels(dict(zip(self.groups, piece, strict=True))) for piece in pieces])

    def _of_pixels(self, groups: Mapping[str, Tensor]) -> Tensor:
        before_NJ, after_NK = self.before(alone(groups, BEFORE)), self.after(alone(groups, AFTER))
        pair_NJK = before_NJ[:, :, None] * after_NK[:, None, :]
        if self.weighed:
            pair_NJK = weighed(pair_NJK, groups[EachDate.SCORE][:, 0], self.same_JK)
        share_NJK: Tensor = pair_NJK / pair_NJK.sum((1, 2), keepdim=True)
        return share_NJK.flatten(1)


def weighed(pair_NJK: Tensor, score_N: Tensor, same_JK: Tensor) -> Tensor:
    """Pairs, where those that are change count as far as the change score speaks for it.

    At a rate p of false alarms, the odds of change rise by ``1 / (-e p ln p)`` at the most (Sellke et al. 2001). Much
    changes that keeps its class, as crops do, so the score never makes change likelier than the two maps say.
    """
    rate_N = (10.0 ** -score_N.double()).clamp(torch.finfo(torch.double).tiny, 1 / math.e)
    odds_N = (UNLIKELY / (-math.e * rate_N * rate_N.log())).clamp_max(1).to(pair_NJK)
    return pair_NJK * torch.where(same_JK, 1.0, odds_N[:, None, None])


def same_class(before: Sequence[str], after: Sequence[str]) -> Tensor:
    """Which pairs (J, K) are one class."""
    return torch.tensor([[first == second for second in after] for first in before])


def pair_names(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """What pairs are called, in their order: the class where it has stayed, else ``forest -> bare``."""
    return [first if first == second else f"{first} -> {second}" for first in before for second in after]


def pair_colours(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Colours by name of the pair: pale where a class has stayed, else between that of the old and of the new class."""
    made = {}
    for first, old in before.items():
        for second, new in after.items():
            (name,) = pair_names([first], [second])
            made[name] = _mixed(new, "#FFFFFF", 0.6) if first == second else _mixed(new, old, 0.25)
    return made


def _mixed(colour: str, other: str, share: float) -> str:
    """A colour with so much of another one."""
    parts = ((int(colour[k : k + 2], 16), int(other[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round((1 - share) * one + share * two):02X}" for one, two in parts)
