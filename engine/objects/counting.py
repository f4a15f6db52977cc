"""How many objects there are, and how sure that is: from held-out objects and from how dense they lie in the area."""

import math
from dataclasses import dataclass

from engine.objects.boxes import centres, f1, matched
from engine.objects.finding import Found
from engine.objects.outlined import Outlined

Z_90 = 1.645
"""Standard deviations on each side of the mean between which 90 % of a normal distribution lie."""
DOUBT = 0.3
"""Standard deviation of the logarithm of a count beside what chance explains; see docs/measured/count.md."""


@dataclass(frozen=True)
class Skill:
    """How well held-out objects of the area are found.

    Attributes:
        threshold: the score that as many boxes reach as there are objects.
        f1: of these boxes, at an overlap of 0.4.
        right, found, outlined: numbers behind it.
    """

    threshold: float
    f1: float
    right: int
    found: int
    outlined: int

    @classmethod
    def of(cls, held_out: Found, outlined: Outlined) -> "Skill":
        """Of boxes around places in the area that were scored without their block."""
        inside = held_out.where(outlined.holds(*centres(held_out.boxes_N4)))
        count = len(outlined.boxes_N4)
        scores_N = inside.scores_N
        last = min(count, len(scores_N)) - 1
        if last < 0:
            return cls(1.0, 0.0, 0, 0, count)
        next_one = scores_N[last + 1] if last + 1 < len(scores_N) else scores_N[last]
        threshold = float((scores_N[last] + next_one) / 2)
        reached = inside.where(scores_N >= threshold)
        right = matched(reached.boxes_N4, outlined.boxes_N4)
        return cls(
            threshold, f1(right, len(scores_N[scores_N >= threshold]), count), right, len(reached.scores_N), count
        )


@dataclass(frozen=True)
class Estimate:
    """How many objects there are.

    Attributes:
        value: the geometric mean of what is found and of what the density of the area gives.
        low, high: ends of the range that is to hold the true number in 90 % of scenes.
        by_density: as many as there would be if they lay as dense as in the area.
    """

    value: float
    low: float
    high: float
    by_density: float

    @classmethod
    def of(cls, found: int, outlined: int, searched_px: float, area_px: float) -> "Estimate":
        """From the number found in a part of a scene, and the number outlined in the area; both parts in pixels."""
        by_density = outlined * searched_px / area_px
        value = math.sqrt(found * by_density)
        chance = 1 / outlined + 1 / max(value, 1)
        wide = math.exp(Z_90 * math.sqrt(DOUBT**2 + chance))
        return cls(value, value / wide, max(value, 1) * wide, by_density)
