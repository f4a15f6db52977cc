"""Ways to hold labels out: at every distance from the labels learnt from, each counting as often as the map needs it.

A map is good near its labels and worse far away, so labels must be held out as far from those learnt from as the mapped
pixels are from all labels: nearest-neighbour distance matching (Milà et al. 2022; in folds, Linnenbrink et al. 2024).
One set of folds has few distances to offer. Here labels are dealt into folds several times, in blocks from small to
large and in strips; each label is asked once in each, and what it answers counts as often as its distance there is the
best match for the distance of a mapped pixel. Labels all over the scene are so held out in small blocks, labels on one
side of it in halves. Pure arithmetic in numpy and scipy: knows no features, heads and files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.fewlabel.validation.scores import Bools, Floats, Ints

FOLDS = 5
NEVER = -1
"""The fold of what is never held out."""
SMALLEST_BLOCK_PX = 8
STRIPS = (3, 2)
"""Strips side by side along either axis: the farthest that labels can be held out."""
QUANTILES = 40
"""Of the mapped pixels' distances, for each of which every label answers once."""
MOST_WAYS = 2
"""Of holding out that a head is chosen by: time is proportional to them."""
COVERED = 0.95
"""Quantile of the distances between labels within which a pixel is covered by them."""
IN_REACH = 0.5
"""Share of a mapped pixel's distance at which labels must have been held out for anything to be known of it."""


@dataclass(frozen=True)
class Places:
    """Where pixels are, in metres from the scene's corner, or in pixels where the scene has no place on the ground.

    Attributes:
        at_N2: down and across.
        pixel: side of a pixel, below which distances are alike.
    """

    at_N2: Floats
    pixel: float = 1.0

    @classmethod
    def of(cls, rows_N: Ints | Floats, cols_N: Ints | Floats, pixel_m: tuple[float, float] | None = None) -> Self:
        """Places of pixels that are `pixel_m` high and wide, if that is known."""
        height, width = pixel_m or (1.0, 1.0)
        return cls(np.stack([rows_N * height, cols_N * width], axis=1).astype(float), (height + width) / 2)

    def distances(self, others: "Places") -> Floats:
        """To the nearest of some other places (N,)."""
        distance_N: Floats = cKDTree(others.at_N2).query(self.at_N2)[0]
        return distance_N

    def take(self, some_N: Bools | Ints) -> "Places":
        """Some of the places."""
        return Places(self.at_N2[some_N], self.pixel)


@dataclass(frozen=True)
class Foldings:
    """N labelled pixels, dealt into folds in L ways.

    Attributes:
        fold_LN: the fold that holds a pixel out, `NEVER` where its class would be gone without its place.
        distance_LN: from there to the nearest pixel of the other folds; NaN where it is never held out.
        pixel: see `Places`.
        whole_scenes: whether a fold holds out all labels of a scene.
    """

    fold_LN: Ints
    distance_LN: Floats
    pixel: float
    whole_scenes: bool = False

    @classmethod
    def of(
        cls,
        places: Places,
        rows_N: Ints,
        cols_N: Ints,
        labels_N: Ints,
        polygon_N: Ints,
        seed: int = 0,
        scene_N: Ints | None = None,
    ) -> Self:
        """All ways for some labels, whole polygons at a time; none (L = 0) if no class is known from two polygons.

        A polygon belongs to the block or strip that holds its centre. Labels of several scenes are held out by whole
        scenes, if a class is known from two of them: what they teach is for other scenes.

        Args:
            places: of the pixels.
            rows_N: pixel rows.
            cols_N: pixel columns.
            labels_N: classes from 0.
            polygon_N: number of the geometry each pixel comes from.
            seed: decides between blocks that are alike.
            scene_N: number of the scene that each pixel lies in.
        """
        by_scene_N = _by_scene(np.zeros_like(labels_N) if scene_N is None else scene_N, labels_N, seed)
        if (by_scene_N != NEVER).any():
            return cls(by_scene_N[None], _distances(places, by_scene_N)[None], places.pixel, True)
        centre_P2, polygon_N = polygon_centres(rows_N, cols_N, polygon_N)
        folds = [_checked(fold_P[polygon_N], labels_N) for fold_P in _ways(centre_P2, polygon_N, labels_N, seed)]
        fold_LN = np.array([fold_N for fold_N in folds if (fold_N != NEVER).any()], int).reshape(-1, len(labels_N))
        fold_LN = np.unique(fold_LN, axis=0)
        distance_LN = np.array([_distances(places, fold_N) for fold_N in fold_LN]).reshape(fold_LN.shape)
        return cls(fold_LN, distance_LN, places.pixel)

    @property
    def held(self) -> Bools:
        """Which pixels (N,) are ever held out."""
        held_N: Bools = (self.fold_LN != NEVER).any(0)
        return held_N

    def counts(self, mapped_P: Floats | None = None) -> Floats:
        """How much each answer counts (L, N), 1 in all for a pixel that is ever held out.

        Args:
            mapped_P: distances of mapped pixels to their nearest label; without them the shortest ways count.
        """
        held_N, count_LN = self.held, np.zeros(self.fold_LN.shape)
        if not len(count_LN):
            return count_LN
        wanted_Q = np.zeros(1) if mapped_P is None or not len(mapped_P) else _quantiles(mapped_P)
        for wanted in wanted_Q:
            best_N = self._gap(wanted).argmin(0)
            count_LN[best_N[held_N], np.flatnonzero(held_N)] += 1 / len(wanted_Q)
        return count_LN

    def reach(self) -> float:
        """The distance from all labels up to which the map can be judged; 0 if nothing can."""
        if not self.held.any():
            return 0.0
        farthest_N = np.nanmax(self.distance_LN[:, self.held], axis=0)
        return float(np.mean(farthest_N)) / IN_REACH

    def covered(self, mapped_P: Floats) -> float:
        """The share of mapped pixels that are as near to a label as labels are to each other; 0 if nothing is known.

        Args:
            mapped_P: as in `counts`.
        """
        if not self.held.any() or not len(mapped_P):
            return 0.0
        between_N = np.nanmin(self.distance_LN[:, self.held], axis=0)
        return float((mapped_P <= np.quantile(between_N, COVERED)).mean())

    def typical(self, mapped_P: Floats) -> "Foldings":
        """The ways that count most, at most `MOST_WAYS`.

        Args:
            mapped_P: as in `counts`.
        """
        some_L = np.sort(np.argsort(-self.counts(mapped_P).sum(1), kind="stable")[:MOST_WAYS])
        return Foldings(self.fold_LN[some_L], self.distance_LN[some_L], self.pixel)

    def _gap(self, wanted: float) -> Floats:
        """How far off each answer's distance is (L, N), as a ratio; infinite where there is no answer."""
        ratio_LN = np.maximum(self.distance_LN, self.pixel) / max(wanted, self.pixel)
        return np.where(np.isnan(ratio_LN), np.inf, np.abs(np.log(ratio_LN)))


def dealt(counts_UK: NDArray[Any], seed: int) -> Ints:
    """A fold for every unit: the largest first, each to the fold that has least of the unit's classes."""
    share_UK = counts_UK / np.maximum(counts_UK.sum(0), 1)
    shuffled = np.random.default_rng(seed).permutation(len(counts_UK))
    order = shuffled[np.argsort(-share_UK[shuffled].max(1), kind="stable")]
    load_FK = np.zeros((FOLDS, counts_UK.shape[1]))
    fold_U = np.zeros(len(counts_UK), np.int64)
    for unit in order:
        fold_U[unit] = np.lexsort((load_FK.sum(1), load_FK @ share_UK[unit]))[0]
        load_FK[fold_U[unit]] += share_UK[unit]
    return fold_U


def polygon_centres(rows_N: Ints, cols_N: Ints, polygon_N: Ints) -> tuple[Floats, Ints]:
    """Row and column (P, 2) of each polygon's centre, and the number (N,) of each pixel's polygon among them."""
    polygon_N = np.unique(polygon_N, return_inverse=True)[1]
    size_P = np.bincount(polygon_N)
    return np.stack([np.bincount(polygon_N, axis_N) / size_P for axis_N in (rows_N, cols_N)], axis=1), polygon_N


def _quantiles(distance_P: Floats) -> Floats:
    found_Q: Floats = np.quantile(distance_P, (np.arange(QUANTILES) + 0.5) / QUANTILES)
    return found_Q


def _ways(centre_P2: Floats, polygon_N: Ints, labels_N: Ints, seed: int) -> Iterator[Ints]:
    """A fold for every polygon, in one way after the other."""
    count_PK = np.zeros((len(centre_P2), labels_N.max() + 1))
    np.add.at(count_PK, (polygon_N, labels_N), 1)
    extent, block_px = float(np.ptp(centre_P2, axis=0).max(initial=0)), SMALLEST_BLOCK_PX
    while block_px / 2 <= extent or block_px == SMALLEST_BLOCK_PX:
        block_P = np.unique(centre_P2 // block_px, axis=0, return_inverse=True)[1].ravel()
        count_BK = np.zeros((block_P.max() + 1, count_PK.shape[1]))
        np.add.at(count_BK, block_P, count_PK)
        yield dealt(count_BK, seed)[block_P]
        block_px *= 2
    for strips in STRIPS:
        for axis in (0, 1):
            order_P = np.argsort(np.argsort(centre_P2[:, axis], kind="stable"), kind="stable")
            yield order_P * strips // len(order_P)


def _by_scene(scene_N: Ints, labels_N: Ints, seed: int) -> Ints:
    """A fold for every pixel, which holds whole scenes out; `NEVER` for all where there is one scene."""
    count_SK = np.zeros((scene_N.max() + 1, labels_N.max() + 1))
    np.add.at(count_SK, (scene_N, labels_N), 1)
    return _checked(dealt(count_SK, seed)[scene_N], labels_N)


def _checked(fold_N: Ints, labels_N: Ints) -> Ints:
    """Folds from 0 without gaps; a fold that holds all there is of a class never holds it out."""
    held_FK = np.zeros((fold_N.max() + 1, labels_N.max() + 1))
    np.add.at(held_FK, (fold_N, labels_N), 1)
    gone_FK = held_FK == held_FK.sum(0)
    fold_N = np.where(gone_FK[fold_N, labels_N], NEVER, fold_N)
    _, number_N = np.unique(fold_N[fold_N != NEVER], return_inverse=True)
    fold_N[fold_N != NEVER] = number_N
    return fold_N


def _distances(places: Places, fold_N: Ints) -> Floats:
    """From each pixel to the nearest one outside its fold."""
    distance_N = np.full(len(fold_N), np.nan)
    for fold in range(fold_N.max() + 1):
        held_N = fold_N == fold
        distance_N[held_N] = places.take(held_N).distances(places.take(~held_N))
    return distance_N
