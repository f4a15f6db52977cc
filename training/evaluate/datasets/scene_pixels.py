"""Pixels of a labelled scene: those to learn from, those to score, and features of both.

Two regimes. *Near*: the scene is cut into blocks of 32 pixels like a checkerboard; training pixels are drawn from
blocks of one colour, and pixels in blocks of the other colour are scored. A class without training pixels, or with
fewer than 10 pixels to score, is left out of that draw. *Far*: training pixels are drawn from the left, right, top or
bottom 45 % of the scene, and pixels in the opposite 45 % are scored. A class needs 5 pixels to draw from and 50 to
score.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter

from engine import inference
from engine.errors import LabelError
from engine.fewlabel import Overview
from engine.inference.autotune import TunedModel
from engine.inference.source import Backbone
from engine.model.ofa import OFA
from engine.progress import Report
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.scene.statistics import stated
from engine.sensors.acquisition import month_of
from training.evaluate.datasets.labelled_scenes import LabelledScene
from training.evaluate.datasets.labelled_set import UNLABELLED

BLOCK_PX, MOST_SCORED, FEWEST_SCORED = 32, 20_000, 10
FAR_SHARE, FEWEST_DRAWN_FAR, FEWEST_SCORED_FAR = 0.45, 5, 50
SIDES = ("left", "right", "top", "bottom")
"""Where labels are drawn in the regime *far*, by seed."""
WINDOWS_PX = (3, 7, 15)

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Split:
    """Pixels to learn from and to score, as flat indices, with their classes; `left_out` classes are in neither."""

    train_N: Indices
    train_labels_N: Indices
    test_N: Indices
    test_labels_N: Indices
    left_out: int


def split(truth_HW: NDArray[np.int16], points: int, seed: int) -> Split:
    """Draw points from one colour of the checkerboard; the pixels to score depend on neither points nor seed."""
    rows_HW, cols_HW = np.indices(truth_HW.shape) // BLOCK_PX
    colour_HW = (rows_HW + cols_HW) % 2
    random = np.random.default_rng([seed, points])
    return _drawn(truth_HW, colour_HW == 0, colour_HW == 1, points, random, (1, FEWEST_SCORED))


def far_split(truth_HW: NDArray[np.int16], points: int, seed: int) -> Split:
    """Draw points from one side of the scene (`SIDES`, by seed); the pixels to score are on the opposite side."""
    side = SIDES[seed % len(SIDES)]
    axis = 1 if side in ("left", "right") else 0
    length = truth_HW.shape[axis]
    place_HW = np.indices(truth_HW.shape)[axis]
    first_HW, last_HW = place_HW < FAR_SHARE * length, place_HW >= (1 - FAR_SHARE) * length
    labelled_HW, scored_HW = (first_HW, last_HW) if side in ("left", "top") else (last_HW, first_HW)
    random = np.random.default_rng([seed, points, len(SIDES)])
    return _drawn(truth_HW, labelled_HW, scored_HW, points, random, (FEWEST_DRAWN_FAR, FEWEST_SCORED_FAR))


def _drawn(
    truth_HW: NDArray[np.int16],
    labelled_HW: NDArray[np.bool_],
    scored_HW: NDArray[np.bool_],
    points: int,
    random: np.random.Generator,
    least: tuple[int, int],
) -> Split:
    """Points of each class from one part of a scene, and pixels to score from another.

    A class with fewer than `least` pixels to draw from, or to score, is left out.
    """
    truth = truth_HW.ravel()
    known = truth != UNLABELLED
    test_N = np.random.default_rng(0).permutation(np.flatnonzero(scored_HW.ravel() & known))[:MOST_SCORED]
    classes = np.unique(truth[known])
    of_class = {number: np.flatnonzero(labelled_HW.ravel() & (truth == number)) for number in classes}
    drawn = {number: random.permutation(pixels_N)[:points] for number, pixels_N in of_class.items()}
    enough_to_draw, enough_to_score = least
    kept = [
        number
        for number in classes
        if len(of_class[number]) >= enough_to_draw and (truth[test_N] == number).sum() >= enough_to_score
    ]
    none_N = np.zeros(0, np.int64)
    train_N = np.concatenate([none_N, *(drawn[number] for number in kept)])
    test_N = test_N[np.isin(truth[test_N], kept)]
    return Split(
        train_N,
        np.searchsorted(kept, truth[train_N]),
        test_N,
        np.searchsorted(kept, truth[test_N]),
        len(classes) - len(kept),
    )


class ScenePixels:
    """A scene with its splits and features of the pixels in them, made once and only if needed.

    Args:
        labelled: the scene.
        points: labelled points per class, for each of which there are splits.
        seeds: how many splits of each.
        far_points: labelled points per class of the regime *far*, in which there is a split for each of `SIDES`.

    Raises:
        SceneError, BandError, UnitError: the scene cannot be read without a guess.
        LabelError: its labels leave nothing to learn from and to score.
    """

    def __init__(
        self, labelled: LabelledScene, points: Sequence[int], seeds: int, far_points: Sequence[int] = ()
    ) -> None:
        self.labelled = labelled
        with Scene.open(labelled.image) as scene:
            self.reading = read_scene(scene, units=labelled.units, fill="nodata").require()
            self.pixels, self.valid = scene.read((0, scene.height), (0, scene.width), self.reading.indices)
        self.truth_HW = np.where(self.valid, labelled.truth(), UNLABELLED)
        self.splits = {case: split(self.truth_HW, *case) for case in product(points, range(seeds))}
        far_cases = product(far_points, range(len(SIDES)))
        self.far_splits = {case: far_split(self.truth_HW, *case) for case in far_cases}
        both = (*self.splits.values(), *self.far_splits.values())
        parts = [part for each in both for part in (each.train_N, each.test_N)]
        self.known: Indices = np.unique(np.concatenate(parts))
        """All pixels that some split learns from or scores, ascending; features have a row for each."""
        if not self.known.size:
            raise LabelError(
                f"expected labelled pixels of a class in blocks of both colours; found none in {labelled.name}",
                f"label a larger area: blocks are {BLOCK_PX} pixels wide",
            )

    @property
    def places(self) -> tuple[Indices, Indices]:
        """Rows and columns of the scene of `known`."""
        rows_N, cols_N = np.divmod(self.known, self.truth_HW.shape[1])
        return rows_N, cols_N

    def at(self, pixels_N: Indices) -> Indices:
        """The rows of some pixels."""
        return np.searchsorted(self.known, pixels_N)

    def features(
        self, model: Backbone, groups: Collection[str] | None, device: torch.device, report: Report
    ) -> dict[str, torch.Tensor]:
        """Features (N, D) per group, from the very code that makes maps; see `engine.inference.sample`."""
        with self._opened(model, device) as source:
            found, _ = inference.sample(source, inference.describe_pixels(source), *self.places, report, groups)
        return found

    def overview(self) -> Overview:
        """Pixels from all over the scene; see `engine.inference.overview`."""
        with self._opened(None, torch.device("cpu")) as source:
            return inference.overview(source, inference.describe_pixels(source), lambda *_: None)

    @contextmanager
    def _opened(self, model: Backbone | None, device: torch.device) -> Iterator[inference.Source]:
        with Scene.open(self.labelled.image) as scene:
            scene.fill = self.reading.fill.parts if self.reading.fill else ()
            gsd_m = self.reading.gsd_m_of(scene)
            bands, units, own = tuple(m.band for m in self.reading.bands), self.reading.units, self.reading.statistics
            untuned = model.model if isinstance(model, TunedModel) else model
            choice = untuned.config.statistics if isinstance(untuned, OFA) else "scene"
            statistics = stated(choice, self.reading.sensor.id, bands, units.quantity, own)
            month = month_of(scene.metadata())
            yield inference.Source(scene, self.reading, gsd_m, device, model, statistics, month=month)

    @cached_property
    def z_scores(self) -> NDArray[np.float32]:
        """The scene (C, H, W) in z-scores of its own statistics, 0 where invalid."""
        with self._opened(None, torch.device("cpu")) as source:
            return source.normalised(torch.from_numpy(self.pixels), torch.from_numpy(self.valid)).numpy()

    @cached_property
    def spectra(self) -> NDArray[np.float32]:
        """Stored numbers (N, C), which QGIS's classification plugins learn from; learners standardise them."""
        return self.pixels.reshape(len(self.pixels), -1)[:, self.known].T.astype(np.float32)

    @cached_property
    def windows(self) -> NDArray[np.float32]:
        """Spectra, local mean and deviation (N, 7 C)."""
        x_CHW = np.where(self.valid, self.pixels, 0).astype(np.float32)
        parts = [self.spectra]
        for x_HW in (x_CHW - x_CHW.mean((1, 2), keepdims=True)) / (x_CHW.std((1, 2), keepdims=True) + 1e-9):
            for window in WINDOWS_PX:
                mean_HW = uniform_filter(x_HW, window)
                deviation_HW = np.sqrt(np.maximum(uniform_filter(x_HW**2, window) - mean_HW**2, 0))
                parts += [array.ravel()[self.known, None] for array in (mean_HW, deviation_HW)]
        return np.concatenate(parts, axis=1)
