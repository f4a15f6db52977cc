"""The score of a map as people read it: what was checked, how well, and whether one number may stand for the map.

The only place that decides this. Console, report, pictures and the plugin repeat what `Accuracy` says. Knows counts
and shares; no features, scenes or files.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.fewlabel.fit import Validation
from engine.fewlabel.validation import scores

LEAST_COVERAGE = 0.75
"""Share of the classes, and of the mapped area, that checked classes must have before one number stands for the map.

A class without held-out labels may be mapped perfectly or not at all. With a share c checked and a score s there, the
score of all lies between c s and c s + 1 - c. At 0.75 what was not checked can move the number by a quarter at most;
below, the number says more about which classes were checked than about the map. Both shares count: macro-F1 weighs
classes alike, and the class that is missing may be the one that covers the map. A map has two classes or more, so one
checked class is never enough: with held-out labels of one class only, its precision is 1 whatever the map looks like.
"""


@dataclass(frozen=True)
class Accuracy:
    """What may be said of a map's accuracy.

    Attributes:
        macro_f1: mean F1 of the checked classes; None where `LEAST_COVERAGE` is not reached.
        overall_accuracy: share of the held-out pixels that are mapped right; None as `macro_f1`. Pixels are as common
            as they were labelled, not as on the map.
        checked: names of the classes with held-out labels.
        unchecked: names of the others.
        held_out_labels: points and polygons that were held out. A polygon counts once, whatever its size: its pixels
            are nearly copies of each other. There is no ±: the deviation over five folds of few labels is often 0,
            which says nothing.
        area: share of the mapped pixels that the checked classes cover; None if nothing is mapped.
    """

    macro_f1: float | None
    overall_accuracy: float | None
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]
    held_out_labels: int
    area: float | None

    @property
    def classes(self) -> float:
        """Share of the classes that could be checked."""
        return len(self.checked) / (len(self.checked) + len(self.unchecked))

    @property
    def sentence(self) -> str:
        """The score in one line, or why there is none."""
        if not self.checked:
            return "not checked: no class has labels in two places"
        told = f"{len(self.checked)} of {len(self.checked) + len(self.unchecked)} classes checked"
        if self.macro_f1 is not None:
            labels = f"{self.held_out_labels} held-out {'label' if self.held_out_labels == 1 else 'labels'}"
            return f"macro-F1 {self.macro_f1:.2f}, overall accuracy {self.overall_accuracy:.2f}, {told}, {labels}"
        area = "" if self.area is None else f" with {math.floor(100 * self.area)} % of the mapped area"
        least = f"{LEAST_COVERAGE * 100:g} %"
        return f"no overall score: {told}{area}; {least} of the classes and of the area are needed"

    def facts(self) -> dict[str, Any]:
        """For the answer of a job: plain values, the rule beside them."""
        return {
            "score": self.sentence,
            "macro_f1": self.macro_f1,
            "overall_accuracy": self.overall_accuracy,
            "checked": list(self.checked),
            "unchecked": list(self.unchecked),
            "coverage": {"classes": self.classes, "area": self.area, "least": LEAST_COVERAGE},
            "held_out_labels": self.held_out_labels,
        }


def accuracy(validation: Validation, names: Sequence[str], mapped_K: Sequence[float]) -> Accuracy:
    """Judge a validation against the map it speaks of.

    Args:
        validation: of the head that made the map.
        names: of its classes.
        mapped_K: how much of the map each class covers, as pixels or shares; in a preview, of the previewed part.
    """
    checked_K = np.array(validation.held_out) > 0
    cover_K = np.asarray(mapped_K, float)
    area = float(cover_K[checked_K].sum() / cover_K.sum()) if cover_K.sum() > 0 else None
    coverage = min(float(checked_K.mean()), 1.0 if area is None else area)
    speaks = coverage >= LEAST_COVERAGE - 1e-9  # shares of three in four may add up to a little less
    counts_KK = np.array(validation.confusion)
    return Accuracy(
        macro_f1=scores(counts_KK).macro_f1 if speaks else None,
        overall_accuracy=float(np.trace(counts_KK) / counts_KK.sum()) if speaks else None,
        checked=tuple(name for name, known in zip(names, checked_K, strict=True) if known),
        unchecked=tuple(name for name, known in zip(names, checked_K, strict=True) if not known),
        held_out_labels=sum(validation.held_out),
        area=area,
    )
