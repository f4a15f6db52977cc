"""The score of a map as people read it: what was checked, how well, and whether one number may stand for the map.

The only place that decides this. Console, report, pictures and the plugin repeat what `Accuracy` says. Knows counts
and shares; no features, scenes or files.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.fewlabel.fitting import Validation
from engine.fewlabel.validation.scores import Floats, Ints, Scores, scores
from engine.words import say

LEAST_COVERAGE = 0.75
"""Share of the classes, and of the mapped area, that checked classes must have before one number stands for the map.

A class without held-out labels may be mapped perfectly or not at all. With a share c checked and a score s there, the
score of all lies between c s and c s + 1 - c. At 0.75 what was not checked can move the number by a quarter at most;
below, the number says more about which classes were checked than about the map. Both shares count: macro-F1 weighs
classes alike, and the class that is missing may be the one that covers the map. A map has two classes or more, so one
checked class is never enough: with held-out labels of one class only, its precision is 1 whatever the map looks like.
"""


@dataclass(frozen=True)
class Score:
    """How good a map is, or the part of it near the labels.

    Attributes:
        macro_f1: mean F1 of the checked classes.
        interval: where it lies with a probability of `engine.fewlabel.validation.held_out_predictions.INTERVAL`.
        overall_accuracy: share of the held-out pixels that are mapped right. Pixels are as common as they were
            labelled, not as on the map.
    """

    macro_f1: float
    interval: tuple[float, float]
    overall_accuracy: float

    def facts(self) -> dict[str, Any]:
        """Plain values."""
        return {"macro_f1": self.macro_f1, "interval": list(self.interval), "overall_accuracy": self.overall_accuracy}

    @property
    def sentence(self) -> str:
        """In words."""
        return say(
            "macro-F1 {macro_f1:.2f} ({low:.2f} to {high:.2f}), overall accuracy {overall:.2f}",
            macro_f1=self.macro_f1,
            low=self.interval[0],
            high=self.interval[1],
            overall=self.overall_accuracy,
        )


@dataclass(frozen=True)
class Reach:
    """How far from the labels a map can be judged.

    Attributes:
        distance: up to which labels were held out, or half of it (`engine.fewlabel.validation.folds.IN_REACH`).
        metres: whether that is in metres; pixels otherwise.
        area: share of the mapped pixels that are no farther from a label.
    """

    distance: float
    metres: bool
    area: float

    @property
    def sentence(self) -> str:
        """The distance in words."""
        if not self.metres:
            return say("{distance:,.0f} pixels", distance=self.distance)
        if self.distance >= 10_000:
            return say("{distance:,.0f} km", distance=self.distance / 1000)
        return say("{distance:,.0f} m", distance=self.distance)


@dataclass(frozen=True)
class Accuracy:
    """What may be said of a map's accuracy.

    Attributes:
        whole: the score of the map; None where `LEAST_COVERAGE` is not reached.
        near: the score of the part of the map that is within reach of the labels; None as `whole`, but for the reach.
        reach: how far that is.
        checked: names of the classes with held-out labels.
        unchecked: names of the others.
        held_out_labels: points and polygons that were held out. A polygon counts once, whatever its size: its pixels
            are nearly copies of each other.
        area: share of the mapped pixels that the checked classes cover; None if nothing is mapped.
        classes_K: precision, recall and F1 of each class, of the whole map or of what is in reach.
        unlike: share of the scene that is unlike everything that was labelled; None if nothing is known of the scene.
        whole_scenes: whether labels were held out with their whole scene.
        confusion_KK: held-out pixels, truth in rows, each counting as its distance is typical of the same part.
    """

    whole: Score | None
    near: Score | None
    reach: Reach
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]
    held_out_labels: int
    area: float | None
    unlike: float | None
    whole_scenes: bool
    classes_K: Scores
    confusion_KK: Floats

    @property
    def classes(self) -> float:
        """Share of the classes that could be checked."""
        return len(self.checked) / (len(self.checked) + len(self.unchecked))

    @property
    def sentence(self) -> str:
        """The score in one line, or why there is none."""
        if not self.checked:
            return say("not checked: no class has labels in two places")
        classes = len(self.checked) + len(self.unchecked)
        told = say("{checked} of {classes} classes checked", checked=len(self.checked), classes=classes)
        labels, count = say("1 held-out label"), self.held_out_labels
        labels = labels if count == 1 else say("{count:,} held-out labels", count=count)
        if self.whole_scenes:
            labels = say("{labels} of scenes held out as a whole", labels=labels)
        if self.whole:
            return say("{score}, {told}, {labels}", score=self.whole.sentence, told=told, labels=labels)
        if self.near:
            return say(
                "within {distance} of the labels, which is {area} % of the map: {score}, {told}, {labels}; how good "
                "the rest is cannot be known: label there",
                distance=self.reach.sentence,
                area=math.floor(100 * self.reach.area),
                score=self.near.sentence,
                told=told,
                labels=labels,
            )
        if self.area is not None:
            told = say("{told} with {area} % of the mapped area", told=told, area=math.floor(100 * self.area))
        return say(
            "no overall score: {told}; {least:g} % of the classes and of the area are needed",
            told=told,
            least=100 * LEAST_COVERAGE,
        )

    def facts(self) -> dict[str, Any]:
        """For the answer of a job: plain values, the rule beside them."""
        return {
            "score": self.sentence,
            "macro_f1": self.whole.macro_f1 if self.whole else None,
            "interval": list(self.whole.interval) if self.whole else None,
            "overall_accuracy": self.whole.overall_accuracy if self.whole else None,
            "near": self.near.facts() if self.near else None,
            "reach": {"distance": self.reach.distance, "metres": self.reach.metres, "area": self.reach.area},
            "checked": list(self.checked),
            "unchecked": list(self.unchecked),
            "coverage": {"classes": self.classes, "area": self.area, "least": LEAST_COVERAGE},
            "held_out_labels": self.held_out_labels,
            "whole_scenes": self.whole_scenes,
            "applicable": None if self.unlike is None else 1 - self.unlike,
        }


def accuracy(
    validation: Validation, names: Sequence[str], mapped_K: Sequence[float], at_P2: tuple[Ints, Ints] | None = None
) -> Accuracy:
    """Judge a validation against the map it speaks of.

    Args:
        validation: of the head that made the map.
        names: of its classes.
        mapped_K: how much of the map each class covers, as pixels or shares; in a preview, of the previewed part.
        at_P2: rows and columns of some mapped pixels from all over the map; the whole scene without them.
    """
    checked_K = np.array(validation.held_out) > 0
    cover_K = np.asarray(mapped_K, float)
    area = float(cover_K[checked_K].sum() / cover_K.sum()) if cover_K.sum() > 0 else None
    coverage = min(float(checked_K.mean()), 1.0 if area is None else area)
    speaks = coverage >= LEAST_COVERAGE - 1e-9  # shares of three in four may add up to a little less
    distance_P = validation.distances(at_P2)
    reached = validation.answers.foldings.reach()
    near_P = distance_P[distance_P <= reached]
    reach = Reach(reached, validation.pixel_m is not None, len(near_P) / len(distance_P) if len(distance_P) else 1.0)
    far = reach.area < LEAST_COVERAGE
    counts_KK = validation.answers.confusion(near_P if far else distance_P)
    score = _score(validation, counts_KK, near_P if far else distance_P) if speaks else None
    return Accuracy(
        whole=None if far else score,
        near=score if far else None,
        reach=reach,
        checked=tuple(name for name, known in zip(names, checked_K, strict=True) if known),
        unchecked=tuple(name for name, known in zip(names, checked_K, strict=True) if not known),
        held_out_labels=sum(validation.held_out),
        area=area,
        unlike=validation.unlike,
        whole_scenes=validation.whole_scenes,
        classes_K=scores(counts_KK),
        confusion_KK=counts_KK,
    )


def _score(validation: Validation, counts_KK: Floats, distance_P: Floats) -> Score:
    interval = validation.answers.interval(distance_P)
    assert interval is not None  # nosec B101
    return Score(scores(counts_KK).macro_f1, interval, float(np.trace(counts_KK) / counts_KK.sum()))
