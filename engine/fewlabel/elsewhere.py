"""A head for scenes without labels. What is around a pixel does not travel from few scenes to another one.

How a place looks from afar tells the few labelled scenes apart, and with them their classes; held-out scenes, which
decide what to trust, are too few to show it. Measured by `benchmarks.travelling`.
"""

from dataclasses import replace

from engine.fewlabel.fitting import Samples, Validation, fit
from engine.fewlabel.heads import KernelHead

BY_ITSELF = ("spectra", "shape")
"""Groups that tell of the pixel alone."""
AROUND = ("context", "surroundings", "deep")
"""Those that look around it."""
SCENES_ENOUGH = 5
"""Labelled scenes from which on groups of `AROUND` count elsewhere, too. From one to four scenes of FLAIR to another
they cost 3 to 9 points of macro-F1, from two of TerraMind 8. On the Amazon, which chose nothing, they cost 2 from
one scene, bring 1 to 2 from two to four, and 0 to 1 from six to ten."""


def fit_elsewhere(samples: Samples, seed: int = 0) -> tuple[KernelHead, Validation] | None:
    """A head for other scenes than the labelled ones, and its check; None where the head for these does as well.

    All classes are equally common to it. Places of several sources, with groups of their own, were not measured.

    Args:
        samples: the labelled pixels.
        seed: as `fit` has it.
    """
    alone = {name: group_ND for name, group_ND in samples.groups.items() if name in BY_ITSELF}
    is_measured = alone and {*samples.groups} - {*alone} <= {*AROUND}
    if samples.scenes >= SCENES_ENOUGH or not is_measured or len(alone) == len(samples.groups):
        return None
    return fit(replace(samples, groups=alone), seed)
