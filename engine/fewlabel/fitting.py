"""Learning from a few labelled pixels: a head, and an honest word on how good its map is likely to be.

The head (`engine.fewlabel.heads.KernelHead`) is one kernel ridge regression; cross-validation chooses its strength and
how much it trusts each group of features. Labels are held out as far from the others as the scene's pixels are from
all labels (`engine.fewlabel.validation.folds`). With ten labels per class cross-validation is noisy, so nothing is
picked: every mix of trusts and every strength counts by how well it predicts the pixels held out. Knows no files and no
scenes.
"""

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import torch
from torch import Tensor

from engine.errors import LabelError
from engine.fewlabel.applicability import Applicability
from engine.fewlabel.heads import GroupKernel, KernelHead
from engine.fewlabel.kernel_ridge import Ridge
from engine.fewlabel.validation.folds import NEVER, Foldings, Places, polygon_centres
from engine.fewlabel.validation.held_out_predictions import HeldOutPredictions
from engine.fewlabel.validation.scores import Floats, Ints
from engine.words import first_of, say

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
EASY = 0.1
"""Held-out loss without deep features up to which they are left out: too little is left to gain."""
SHARPNESSES = tuple(1.1**power for power in range(42))
"""Of the softmax over class scores, to weigh: 1 to 50."""
PRIOR_POWER = 0.75
"""How far estimated shares of classes are believed where labels cover the scene (`Foldings.covered`): 0 takes all
classes for equally common, 1 the shares for exact."""
APART_PX = 1 << 20
"""Rows between two scenes, as places count them: a power of two, so that no block lies in both."""
UNCHECKED = (0.05, 5.0)
"""Strength and sharpness where nothing can be held out: about what is found on scenes with labels."""
FEW = 5
"""Labelled pixels below which one unlucky pixel decides what a class looks like."""
SINGLY = 3
"""Classes with the same complaint that have a sentence each; more share one."""
LEAST_UNLIKE = 0.05
"""Share of the scene that is unlike all labels before that is worth a word. With all classes of 17 scenes labelled
it was 0.01."""
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
        scene_N: number of the scene that each pixel lies in, 0 being the one to map; None where there is one.
    """

    groups: Mapping[str, Tensor]
    labels_N: Tensor
    rows_N: Tensor
    cols_N: Tensor
    polygon_N: Tensor
    names: tuple[str, ...] = ()
    scene_N: Tensor | None = None

    @property
    def scenes(self) -> int:
        """How many scenes there are."""
        return 1 if self.scene_N is None else int(self.scene_N.max()) + 1

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
            scene_N=None if self.scene_N is None else self.scene_N[index_N],
        )

    def name(self, number: int) -> str:
        """The class as a person calls it."""
        return f"'{self.names[number]}'" if number < len(self.names) else say("class {number}", number=number + 1)


@dataclass(frozen=True)
class Overview:
    """What is known of a scene without labels: some of its valid pixels, from all over it.

    Attributes:
        groups: features (P, D) by name; some groups are enough. Without them all classes are taken for equally common.
        rows_P: pixel rows.
        cols_P: pixel columns.
        pixel_m: height and width of a pixel in metres; None where the scene has no place on the ground.
    """

    groups: Mapping[str, Tensor]
    rows_P: Ints
    cols_P: Ints
    pixel_m: tuple[float, float] | None = None


@dataclass(frozen=True)
class Validation:
    """What is known of the map, all from pixels held out with their whole block or strip and polygon.

    `accuracy` decides what of it may be reported as one score.

    Attributes:
        held_out: points and polygons per class that were held out; 0 where the class could not be checked.
        answers: what they were mapped as.
        places: of the labelled pixels.
        pixel_m: height and width of a pixel in metres, if that is known.
        scene_P: distances of the scene's pixels to the nearest label; none if nothing is known of the scene.
        folds: how many there are, in the ways of holding out that are typical of the scene; 0 if nothing is checked.
        trust: share of the decision by group of features; 0 for one that was dropped.
        strength: ridge penalty of the head.
        prior: how common the head takes each class to be in the scene.
        limit: dissimilarity of a pixel to all labels above which nothing is known of it; None if none was held out.
        unlike_P: how unlike the scene's pixels are to all labels; above 1 nothing is known of them. Without "deep".
        warnings: sentences for the person who drew the labels.
    """

    held_out: tuple[int, ...]
    answers: HeldOutPredictions
    places: Places
    pixel_m: tuple[float, float] | None
    scene_P: Floats
    folds: int
    trust: Mapping[str, float]
    strength: float
    prior: tuple[float, ...]
    limit: float | None
    unlike_P: Floats
    warnings: tuple[str, ...]

    @property
    def whole_scenes(self) -> bool:
        """Whether labels were held out with their whole scene."""
        return self.answers.foldings.whole_scenes

    @property
    def unlike(self) -> float | None:
        """Share of the scene that is unlike everything that was labelled; None if nothing is known of the scene."""
        return _share_beyond(self.unlike_P)

    def distances(self, at_P2: tuple[Ints, Ints] | None = None) -> Floats:
        """From pixels (rows, columns) to the nearest label, in metres or pixels; of the scene's pixels without them."""
        return self.scene_P if at_P2 is None else Places.of(*at_P2, self.pixel_m).distances(self.places)


def fit(samples: Samples, seed: int = 0, scene: Overview | None = None) -> tuple[KernelHead, Validation]:
    """Fit a head to labelled pixels and check it on pixels held out as far from others as the scene demands.

    Args:
        samples: the labelled pixels.
        seed: decides between pixels and blocks that are alike.
        scene: which pixels will be mapped, and what they show. Without it labels are taken to be everywhere, and
            classes to be equally common.

    Raises:
        LabelError: fewer than two classes, or a class without pixels.
    """
    return _fit(_CrossValidation.of(samples, seed, scene), samples, scene)


def fit_if_easy(samples: Samples, seed: int = 0, scene: Overview | None = None) -> tuple[KernelHead, Validation] | None:
    """What `fit` answers without deep features where they are not worth a run of the backbone; None where they may be.

    If they are there all the same, `fit` gives them no trust where this answers a head.

    Args:
        samples: the labelled pixels, without their deep features.
        seed: as in `fit`.
        scene: as in `fit`.

    Raises:
        LabelError: as `fit`.
    """
    cv = _CrossValidation.of(samples, seed, scene)
    easy = cv.checked and float(cv.losses[1].amin()) <= EASY
    return _fit(cv, samples, scene) if easy else None


def _fit(cv: "_CrossValidation", samples: Samples, scene: Overview | None) -> tuple[KernelHead, Validation]:
    used, foldings, typical, scene_P = cv.used, cv.foldings, cv.typical, cv.scene_P
    kernels, ridge, landmarks_M, checked = cv.kernels, cv.ridge, cv.ridge.landmarks_M, cv.checked
    labels_N, pixel_m = used.labels_N.numpy(), scene.pixel_m if scene else None
    trust_G, strength = choose(*cv.losses, cv.deep) if checked else _undecided(ridge)
    sharpness = _calibrate(ridge, ridge.held_out(trust_G, [strength])[0]) if checked else UNCHECKED[1]
    trust = dict(zip(kernels, trust_G.tolist(), strict=True))
    power = PRIOR_POWER * foldings.covered(scene_P) if samples.scenes == 1 else 0.0  # see `benchmarks.travelling`
    seen_G, similar_GPM = seen(kernels, trust_G, scene)
    prior_K = _prior(ridge, similar_GPM, seen_G, strength, sharpness, power)
    whole, here = (Applicability.of(ridge.similar_GNM, some_G, landmarks_M, typical) for some_G in (trust_G, seen_G))
    unlike_P = here(similar_GPM).numpy() if here else np.zeros(0)
    head = KernelHead(kernels, trust, ridge.coefficients(trust_G, strength), sharpness, prior_K.log())

    everyway = replace(ridge, fold_LN=torch.from_numpy(foldings.fold_LN))
    held_out_LNK = everyway.held_out(trust_G, [strength])[0]
    mapped_LN = held_out_LNK.argmax(2).numpy()  # classes are alike common among labels, whatever the scene holds
    of_scene_N = cv.scene_N if foldings.whole_scenes else used.polygon_N.numpy()
    centre_P2, number_N = polygon_centres(*cv.at_2N, of_scene_N)
    centres = Places.of(centre_P2[number_N, 0], centre_P2[number_N, 1], pixel_m)
    answers = HeldOutPredictions(labels_N, mapped_LN, centres, foldings, used.classes)
    return head, Validation(
        held_out=_held_out(used, foldings),
        answers=answers,
        places=cv.places,
        pixel_m=pixel_m,
        scene_P=scene_P,
        folds=int(typical.fold_LN.max(initial=NEVER)) + 1,
        trust=trust,
        strength=strength,
        prior=tuple(prior_K.tolist()),
        limit=whole.limit if whole else None,
        unlike_P=unlike_P,
        warnings=tuple(_warnings(samples, answers.confusion(scene_P), unlike_P)),
    )


@dataclass(frozen=True)
class _CrossValidation:
    """What is learnt from, and how it is held out.

    Attributes:
        used: the pixels.
        at_2N: their rows and columns, scenes apart from each other.
        scene_N: the scenes they lie in.
        places: of them.
        scene_P: distances of the scene's pixels to the nearest of them.
        foldings: all ways to hold them out.
        typical: those that are typical of the scene.
        kernels: by group.
        ridge: of the typical ways.
    """

    used: Samples
    at_2N: tuple[Ints, Ints]
    scene_N: Ints
    places: Places
    scene_P: Floats
    foldings: Foldings
    typical: Foldings
    kernels: Mapping[str, GroupKernel]
    ridge: Ridge

    @classmethod
    def of(cls, samples: Samples, seed: int, scene: Overview | None) -> "_CrossValidation":
        """As `fit` has it."""
        missing = np.flatnonzero(np.bincount(samples.labels_N.numpy(), minlength=2) == 0)
        if len(missing):
            raise LabelError(
                "{name} has no labelled pixel", "label at least two classes", name=samples.name(int(missing[0]))
            )
        used = samples.take(spread(samples, MOST_PER_CLASS, seed))
        rows_N, cols_N, labels_N = (array.numpy() for array in (used.rows_N, used.cols_N, used.labels_N))
        scene_N = np.zeros_like(labels_N) if used.scene_N is None else used.scene_N.numpy()
        rows_N = rows_N + APART_PX * scene_N
        pixel_m = scene.pixel_m if scene else None
        places = Places.of(rows_N, cols_N, pixel_m)
        scene_P = Places.of(scene.rows_P, scene.cols_P, pixel_m).distances(places) if scene else np.zeros(0)
        foldings = Foldings.of(places, rows_N, cols_N, labels_N, used.polygon_N.numpy(), seed, scene_N)
        typical = foldings.typical(scene_P)

        landmarks_M = spread(used, max(1, MOST_LANDMARKS // used.classes), seed)
        kernels = {name: GroupKernel(x_ND, used.labels_N, landmarks_M) for name, x_ND in used.groups.items()}
        similar_GNM = torch.stack([kernel(used.groups[name]) for name, kernel in kernels.items()])
        ridge = Ridge.of(
            similar_GNM, landmarks_M, used.labels_N, *map(torch.from_numpy, (typical.fold_LN, typical.counts(scene_P)))
        )
        return cls(used, (rows_N, cols_N), scene_N, places, scene_P, foldings, typical, kernels, ridge)

    @property
    def checked(self) -> bool:
        """Whether anything can be held out."""
        return len(self.foldings.fold_LN) > 0

    @cached_property
    def losses(self) -> tuple[Tensor, Tensor]:
        """As `losses` of the landmarks."""
        return losses(self.ridge.on_landmarks())

    @property
    def deep(self) -> int | None:
        """The number of the group that needs the backbone; None without it."""
        return list(self.kernels).index("deep") if "deep" in self.kernels else None


def _held_out(samples: Samples, foldings: Foldings) -> tuple[int, ...]:
    """Points and polygons of each class that are ever held out."""
    held_N = foldings.held
    _, first_N = np.unique(samples.polygon_N.numpy()[held_N], return_index=True)
    return tuple(np.bincount(samples.labels_N.numpy()[held_N][first_N], minlength=samples.classes).tolist())


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


def losses(ridge: Ridge) -> tuple[Tensor, Tensor]:
    """All mixes (X, G) of trusts and their held-out losses (X, S) at all strengths."""
    steps = itertools.product(range(TRUST_STEPS + 1), repeat=len(ridge.similar_GNM))
    mixes_XG = torch.tensor([mix for mix in steps if sum(mix) == TRUST_STEPS]).double() / TRUST_STEPS
    return mixes_XG, torch.stack([ridge.loss(ridge.held_out(trust_G, STRENGTHS)) for trust_G in mixes_XG])


def choose(mixes_XG: Tensor, loss_XS: Tensor, deep: int | None = None) -> tuple[Tensor, float]:
    """Trust (G,) and strength: means over all mixes and strengths, each counting by its held-out loss, see `losses`.

    `deep` is the number of the group that needs the backbone.
    """
    loss_XS = loss_XS.clone()
    if deep is not None and len(mixes_XG[0]) > 1:  # easy without them: as if nobody had looked at them
        with_deep_X = mixes_XG[:, deep] > 0
        if loss_XS[~with_deep_X].amin() <= EASY:
            loss_XS[with_deep_X] = torch.inf
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


def seen(kernels: Mapping[str, GroupKernel], trust_G: Tensor, scene: Overview | None) -> tuple[Tensor, Tensor]:
    """Trust (G,) among the groups that the scene's pixels have, and their similarity (G, P, M) to the landmarks."""
    groups = scene.groups if scene else {}
    seen_G = trust_G * torch.tensor([name in groups for name in kernels])
    pixels = len(scene.rows_P) if scene and seen_G.sum() else 0
    similar_GPM = torch.zeros(len(kernels), pixels, len(next(iter(kernels.values())).landmarks_MP))
    for number, (name, kernel) in enumerate(kernels.items()):
        if pixels and seen_G[number]:
            similar_GPM[number] = kernel(groups[name])
    return seen_G / seen_G.sum().clamp_min(1e-9), similar_GPM.double()


def _prior(
    ridge: Ridge, similar_GPM: Tensor, seen_G: Tensor, strength: float, sharpness: float, power: float
) -> Tensor:
    """How common classes are (K,) to the power, adding up to 1.

    People label classes alike, and land is not like that: taken for equally common, rare classes are mapped far too
    often. One step of the expectation maximisation of Saerens et al. (2002), from equal shares: the mean probability
    over the scene. Further steps follow the errors of a head that knows a dozen pixels of each class. Far from the
    labels even the first one does, so the power is less where labels cover less of the scene.
    """
    classes = ridge.truth_NK.shape[1]
    if not similar_GPM.shape[1]:
        return torch.full((classes,), 1 / classes, dtype=torch.double)
    scores_PK = torch.tensordot(seen_G, similar_GPM, 1) @ ridge.coefficients(seen_G, strength)
    believed_K: Tensor = torch.softmax(sharpness * scores_PK, 1).mean(0).pow(power)
    total = float(believed_K.sum())
    return believed_K / total


def _share_beyond(unlike_P: Floats) -> float | None:
    """The share of pixels beyond the limit of dissimilarity; None without pixels."""
    return float((unlike_P > 1).mean()) if len(unlike_P) else None


def _warnings(samples: Samples, pooled_KK: Floats, unlike_P: Floats) -> Iterator[str]:
    """What the person who drew the labels should know, of the scene and class by class."""
    if (share := _share_beyond(unlike_P)) is not None and share >= LEAST_UNLIKE:
        yield say("{share:.0%} of the scene is unlike anything you labelled: label there", share=share)
    counts_K = np.bincount(samples.labels_N.numpy())
    small = [samples.name(number) for number in np.flatnonzero(counts_K < FEW).tolist()]
    unchecked = [samples.name(number) for number in np.flatnonzero(~pooled_KK.any(1)).tolist()]
    if len(small) > SINGLY:
        yield say(
            "{count} classes have fewer than {least} labelled pixels: {names}",
            count=len(small),
            least=FEW,
            names=first_of(small),
        )
    if len(unchecked) > SINGLY:
        yield say(
            "{count} classes cannot be checked until they are labelled in a second place: {names}",
            count=len(unchecked),
            names=first_of(unchecked),
        )
    for number, count in enumerate(counts_K):
        name = samples.name(number)
        if name in small and len(small) <= SINGLY:
            pixels = say("1 labelled pixel") if count == 1 else say("{count} labelled pixels", count=count)
            yield say("{name} has only {pixels}: label at least {least}", name=name, pixels=pixels, least=FEW)
        if count > MOST_PER_CLASS:
            yield say(
                "{name} has {count:,} labelled pixels: {most:,} of them, from all its polygons, were used",
                name=name,
                count=count,
                most=MOST_PER_CLASS,
            )
        if name in unchecked:
            if len(unchecked) <= SINGLY:
                yield say("{name} cannot be checked: label it in a second place", name=name)
        elif pooled_KK[number].max() > pooled_KK[number, number]:
            other = samples.name(int(pooled_KK[number].argmax()))
            yield say(
                "{name} is mistaken for {other} more often than it is recognised: add labels where they differ",
                name=name,
                other=other,
            )
    most, least = int(counts_K.argmax()), int(counts_K.argmin())
    if counts_K[most] > LOPSIDED * counts_K[least]:
        yield (
            say(
                "the labels are one-sided: {most} has {many:,} pixels, {least} {few:,}; add labels of {least}",
                most=samples.name(most),
                many=counts_K[most],
                least=samples.name(least),
                few=counts_K[least],
            )
        )
