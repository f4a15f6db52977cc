"""When a kind of imagery has been seen often enough: its loss on scenes that are not learnt from rises. Pure."""

from collections.abc import Mapping, Sequence

SMOOTH = 3
"""Looks whose mean counts: single ones differ by what else was learnt just before."""
RISE = 0.01
"""Share above the lowest mean that is a rise."""
PATIENCE = 3
"""Looks since the lowest mean."""


def stopped(looks: Sequence[Mapping[str, float]]) -> frozenset[str]:
    """Modalities that are not learnt from any more, from the watched losses of all looks so far, the first one first.

    What has stopped stays stopped: its loss goes on rising or falling with what other imagery teaches.
    """
    names = {name for look in looks for name in look}
    return frozenset(name for name in names if _rose([look[name] for look in looks if name in look]))


def _rose(losses: Sequence[float]) -> bool:
    means = [sum(losses[i : i + SMOOTH]) / SMOOTH for i in range(len(losses) - SMOOTH + 1)]
    lowest = 0
    for place, value in enumerate(means):
        if value < means[lowest]:
            lowest = place
        elif place - lowest >= PATIENCE and value > means[lowest] * (1 + RISE):
            return True
    return False
