"""Learning from a few labelled pixels: a head, and an honest word on how good its map is likely to be.

The head (`engine.fewlabel.heads.KernelHead`) is one kernel ridge regression; blocked cross-validation chooses its
strength and how much it trusts each group of features. With ten labels per class cross-validation is noisy, so
nothing is picked: every mix of trusts and every strength counts by how well it predicts the pixels held out.
Knows no files and no scenes.
"""

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.errors import LabelError
from engine.fewlabel.heads import GroupKernel, KernelHead
from engine.fewlabel.kernel_ridge import Ridge
from engine.fewlabel.validation import NEVER, Floats, Folds, Ints, blocked_folds, confusion, scores

MOST_PER_CLASS = 300
"""Labelled pixels that one class is learnt from; of more, some are drawn evenly from its polygons."""
MOST_LANDMARKS = 256
"""Labelled pixels that every pixel of the map is compared with; bounds the head's cost."""
STRENGTHS = (0.01, 0.03, 0.1, 0.3)
"""Ridge penalties to weigh; a kernel's largest value is 1."""
TRUST_STEPS = 3
"""Trusts to weigh are multiples of a third that add up to 1."""
CAUTION = 0.1
"""Difference in held-out loss (0 is perfect, 1 - 1/K knows nothing) that makes a mix count e times less."""
WORSE_BY = 0.03
"""A group is dropped if the best mix with it has a held-out loss higher by this than the best one without: useless
groups do little harm, useful ones much good. Without "deep" the backbone is not run."""
SHARPNESSES = tuple(1.1**power for power in range(42))
"""Of the softmax over class scores, to weigh: 1 to 50."""
PRIOR_POWER = 0.75
"""How far estimated shares of classes are believed: 0 takes all classes for equally common, 1 the shares for exact."""
UNCHECKED = (0.05, 5.0)
"""Strength and sharpness where nothing can be held out: about what is found on scenes with labels."""
FEW = 5
"""Labelled pixels below which one unlucky pixel decides what a class looks like."""
LOPSIDED = 20
"""How many times more pixels a class may have than another before that is worth a word."""


@dataclass(frozen=True)
class Samples:
    """Labelled pixels.

    Attributes:
        groups: features (N, D) by name.
        labels_N: classes from 0, each of 0..K-1 at least once.
        rows_N: pixel rows in the scene.
        cols_N: pixel columns.
        polygon_N: number of the geometry each pixel comes from.
        names: of the classes, for warnings.
    """

    groups: Mapping[str, Tensor]
    labels_N: Tensor
    rows_N: Tensor
    cols_N: Tensor
    polygon_N: Tensor
    names: tuple[str, ...] = ()

    @property
    def classes(self) -> int:
        """How many classes there are."""
        return int(self.labels_N.max()) + 1

    def take(self, index_N: Tensor) -> "Samples":
        """Some of the pixels."""
        return Samples(
            {name: group[index_N] for name, group in self.groups.items()},
            labels_N=self.labels_N[index_N],
            rows_N=self.rows_N[index_N],
            cols_N=self.cols_N[index_N],
            polygon_N=self.polygon_N[index_N],
            names=self.names,
        )

    def name(self, number: int) -> str:
        """The class as a person calls it."""
        return f"'{self.names[number]}'" if number < len(self.names) else f"class {number + 1}"


@dataclass(frozen=True)
class Validation:
    """What is known about the map's quality, all from pixels held out with their whole block and polygon.

    What of it may be told as one score is `accuracy`'s to say.

    Attributes:
        held_out: points and polygons per class that were held out; 0 where the class could not be checked.
        precision: user's accuracy per class; None where it could not be checked.
        recall: producer's accuracy per class.
        f1: their harmonic mean.
        confusion: pixels, truth in rows and map in columns.
        folds: how many blocked folds.
        block_px: side of the blocks that were held out.
        trust: share of the decision by group of features; 0 for one that was dropped.
        strength: ridge penalty of the head.
        prior: how common the head takes each class to be in the scene.
        warnings: sentences for the person who drew the labels.
    """

    held_out: tuple[int, ...]
    precision: tuple[float | None, ...]
    recall: tuple[float | None, ...]
    f1: tuple[float | None, ...]
    confusion: tuple[tuple[int, ...], ...]
    folds: int
    block_px: int
    trust: Mapping[str, float]
    strength: float
    prior: tuple[float, ...]
    warnings: tuple[str, ...]


def fit(
    samples: Samples, seed: int = 0, scene: Mapping[str, Tensor] = MappingProxyType({})
) -> tuple[KernelHead, Validation]:
    """Fit a head to labelled pixels and check it on pixels held out in blocks.

    Args:
        samples: the labelled pixels.
        seed: decides between pixels and blocks that are alike.
        scene: features (P, D) by name of unlabelled pixels from all over the scene, which say how common each class
            is; some groups are enough. Without them all classes are taken for equally common.

    Raises:
        LabelError: fewer than two classes, or a class without pixels.
    """
    missing = np.flatnonzero(np.bincount(samples.labels_N.numpy(), minlength=2) == 0)
    if len(missing):
        raise LabelError(f"{samples.name(int(missing[0]))} has no labelled pixel", "label at least two classes")
    used = samples.take(spread(samples, MOST_PER_CLASS, seed))
    folds = blocked_folds(
        used.rows_N.numpy(), used.cols_N.numpy(), used.labels_N.numpy(), used.polygon_N.numpy(), seed=seed
    )
    landmarks_M = spread(used, max(1, MOST_LANDMARKS // used.classes), seed)
    kernels = {name: GroupKernel(x_ND, used.labels_N, landmarks_M) for name, x_ND in used.groups.items()}
    similar_GNM = torch.stack([kernel(used.groups[name]) for name, kernel in kernels.items()])
    ridge = Ridge.of(similar_GNM, landmarks_M, used.labels_N, torch.from_numpy(folds.fold_N))

    trust_G, strength = _choose(ridge.on_landmarks()) if folds.count else _undecided(ridge)
    held_out_NK = ridge.held_out(trust_G, [strength])[0]
    sharpness = _calibrate(ridge, held_out_NK) if folds.count else UNCHECKED[1]
    trust = dict(zip(kernels, trust_G.tolist(), strict=True))
    prior_K = _prior(ridge, kernels, trust_G, strength, sharpness, scene)
    head = KernelHead(kernels, trust, ridge.coefficients(trust_G, strength), sharpness, prior_K.log())
    mapped_N = (sharpness * held_out_NK + prior_K.log()).argmax(1).numpy()
    facts = {"trust": trust, "strength": strength, "prior": tuple(prior_K.tolist())}
    return head, _validate(samples, used, folds, mapped_N, facts)


def spread(samples: Samples, most: int, seed: int) -> Tensor:
    """At most `most` pixels of each class, drawn in turn from each of its polygons: their indices, ascending."""
    labels_N, polygon_N = samples.labels_N.numpy(), samples.polygon_N.numpy()
    shuffled_N = np.random.default_rng(seed).permutation(len(labels_N))
    order_N = shuffled_N[np.argsort(polygon_N[shuffled_N], kind="stable")]
    _, first_N, size_N = np.unique(polygon_N[order_N], return_index=True, return_counts=True)
    turn_N = np.arange(len(order_N)) - np.repeat(first_N, size_N)
    by_turn_N = order_N[np.argsort(turn_N, kind="stable")]
    kept = [by_turn_N[labels_N[by_turn_N] == number][:most] for number in range(samples.classes)]
    return torch.from_numpy(np.sort(np.concatenate(kept)))


def _undecided(ridge: Ridge) -> tuple[Tensor, float]:
    """Trust (G,) and strength where nothing can be held out."""
    groups = len(ridge.similar_GNM)
    return torch.full((groups,), 1 / groups, dtype=torch.double), UNCHECKED[0]


def _choose(ridge: Ridge) -> tuple[Tensor, float]:
    """Trust (G,) and strength: means over all mixes and strengths, each counting by its held-out loss."""
    groups = len(ridge.similar_GNM)
    steps = itertools.product(range(TRUST_STEPS + 1), repeat=groups)
    mixes_XG = torch.tensor([mix for mix in steps if sum(mix) == TRUST_STEPS]).double() / TRUST_STEPS
    loss_XS = torch.stack([ridge.loss(ridge.held_out(trust_G, STRENGTHS)) for trust_G in mixes_XG])
    best_X = loss_XS.amin(1)
    for with_X in mixes_XG.T > 0:
        if not with_X.all() and best_X[~with_X].amin() < best_X[with_X].amin() - WORSE_BY:
            loss_XS[with_X] = torch.inf
    share_XS = torch.softmax(-loss_XS.flatten() / CAUTION, 0).view_as(loss_XS)
    strength = math.exp(float(share_XS.sum(0) @ torch.tensor(STRENGTHS).double().log()))
    return share_XS.sum(1) @ mixes_XG, strength


def _calibrate(ridge: Ridge, held_out_NK: Tensor) -> float:
    """The sharpness under which the held-out pixels are least surprising (temperature scaling, Guo et al. 2017)."""
    return min(SHARPNESSES, key=lambda sharpness: ridge.surprise(held_out_NK, sharpness))


def _prior(
    ridge: Ridge,
    kernels: Mapping[str, GroupKernel],
    trust_G: Tensor,
    strength: float,
    sharpness: float,
    scene: Mapping[str, Tensor],
) -> Tensor:
    """How common classes are (K,), adding up to 1.

    People label classes alike, and land is not like that: taken for equally common, rare classes are mapped far too
    often. One step of the expectation maximisation of Saerens et al. (2002), from equal shares: the mean probability
    over the scene. Further steps follow the errors of a head that knows a dozen pixels of each class.
    """
    classes = ridge.truth_NK.shape[1]
    even_K = torch.full((classes,), 1 / classes, dtype=torch.double)
    seen_G = trust_G * torch.tensor([name in scene for name in kernels])
    if not seen_G.sum() or not len(next(iter(scene.values()))):
        return even_K
    seen_G = seen_G / seen_G.sum()
    trust = dict(zip(kernels, seen_G.tolist(), strict=True))
    head = KernelHead(kernels, trust, ridge.coefficients(seen_G, strength), sharpness)
    believed_K: Tensor = head(scene).double().mean(0).pow(PRIOR_POWER)
    total = float(believed_K.sum())
    return believed_K / total


def _validate(samples: Samples, used: Samples, folds: Folds, mapped_N: Ints, facts: Mapping[str, Any]) -> Validation:
    """What the held-out pixels say; `facts` is what else is known of the head."""
    labels_N, held_N = used.labels_N.numpy(), folds.fold_N != NEVER
    pooled_KK = confusion(labels_N[held_N], mapped_N[held_N], used.classes)
    pooled = scores(pooled_KK)
    _, first_N = np.unique(used.polygon_N.numpy()[held_N], return_index=True)
    return Validation(
        held_out=tuple(np.bincount(labels_N[held_N][first_N], minlength=used.classes).tolist()),
        precision=_known(pooled.precision_K),
        recall=_known(pooled.recall_K),
        f1=_known(pooled.f1_K),
        confusion=tuple(tuple(row) for row in pooled_KK.tolist()),
        folds=folds.count,
        block_px=folds.block_px,
        **facts,
        warnings=tuple(_warnings(samples, used, folds, pooled_KK)),
    )


def _known(values_K: Floats) -> tuple[float | None, ...]:
    """NaN as None."""
    return tuple(None if math.isnan(value) else value for value in values_K.tolist())


def _warnings(samples: Samples, used: Samples, folds: Folds, pooled_KK: Ints) -> Iterator[str]:
    """What the person who drew the labels should know, class by class."""
    counts_K = np.bincount(samples.labels_N.numpy())
    for number, count in enumerate(counts_K):
        name, of_class_N = samples.name(number), used.labels_N.numpy() == number
        if count < FEW:
            yield f"{name} has only {count} labelled {'pixel' if count == 1 else 'pixels'}: label at least {FEW}"
        if count > MOST_PER_CLASS:
            yield f"{name} has {count} labelled pixels: {MOST_PER_CLASS} of them, from all its polygons, were used"
        if (folds.fold_N[of_class_N] == NEVER).all():
            yield f"{name} cannot be checked: label it in a second place"
        elif pooled_KK[number].max() > pooled_KK[number, number]:
            other = samples.name(int(pooled_KK[number].argmax()))
            yield f"{name} is mistaken for {other} more often than it is recognised: add labels where they differ"
    most, least = int(counts_K.argmax()), int(counts_K.argmin())
    if counts_K[most] > LOPSIDED * counts_K[least]:
        yield (
            f"the labels are one-sided: {samples.name(most)} has {counts_K[most]} pixels, {samples.name(least)} "
            f"{counts_K[least]}; add labels of {samples.name(least)}"
        )
