"""What to label next, in a sentence or two: read from the confusion of pixels held out and the number of labels.

Knows no features and no scenes.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from engine.fewlabel.fitting import FEW, Validation
from engine.words import say

CONFUSED_SHARE = 0.1
"""Share of two classes' held-out pixels that are taken for each other before that is worth a word."""
MORE = 5  # labels of each that a person adds in a minute and that change a head of some dozen
MOST_SENTENCES = 3


def advice(validation: Validation, names: Sequence[str], pixels: Sequence[int]) -> tuple[str, ...]:
    """The most useful sentences first; none when all is well.

    Args:
        validation: of a head.
        names: of its classes.
        pixels: how many labelled pixels each class has.
    """
    return tuple(_advice(validation, names, pixels))[:MOST_SENTENCES]


def _advice(validation: Validation, names: Sequence[str], pixels: Sequence[int]) -> Iterator[str]:
    least = int(np.argmin(pixels))
    if pixels[least] < FEW:
        yield (
            say("{name} has only 1 label: label {more} more", name=names[least], more=FEW - 1)
            if pixels[least] == 1
            else say(
                "{name} has only {count} labels: label {more} more",
                name=names[least],
                count=pixels[least],
                more=FEW - pixels[least],
            )
        )
    if not any(validation.held_out):
        yield say("the map cannot be checked yet: label each class in two or more places")
        return
    if pair := _most_confused(validation.answers.confusion(validation.scene_P)):
        one, other = sorted(pair)
        yield say(
            "{one} and {other} are confused: label {more} more of each", one=names[one], other=names[other], more=MORE
        )


def _most_confused(counts_KK: np.ndarray) -> tuple[int, int] | None:
    """The two classes of which the largest share of held-out pixels was taken for each other, if that is large."""
    truth_K = counts_KK.sum(axis=1)
    share_KK = (counts_KK + counts_KK.T) / np.maximum(truth_K[:, None] + truth_K[None], 1)
    np.fill_diagonal(share_KK, 0)
    one, other = np.unravel_index(int(share_KK.argmax()), share_KK.shape)
    return (int(one), int(other)) if share_KK[one, other] >= CONFUSED_SHARE else None
