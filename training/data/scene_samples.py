"""Labelled scenes as samples: cut into cells that are learnt from or held out as a whole, and chips around them.

Neighbouring pixels are nearly copies of each other, so a held-out pixel must not lie beside one that is learnt from
in the same cell. The chip around a cell may show its neighbours; their labels are masked as their part says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
import torch
from numpy.typing import NDArray

from engine.errors import LabelError
from engine.fewlabel.validation.folds import dealt
from engine.labels.labelled_pixels import all_on_nodata, contradicting
from engine.labels.tables import Value, numbers_first
from engine.model.tokens import SensorBatch
from engine.scene.interpretation import Reading
from engine.scene.normalise import Normalisation
from engine.scene.raster import Mask, Pixels, Scene
from engine.scene.statistics import Statistics, pooled
from engine.scene.windows import Window
from engine.sensors import Band
from training.data.label_raster import SceneLabels, Truth
from training.data.samples import UNLABELLED, LabelledBatch, Numbers

LEARN, HELD_OUT, NOTHING = 1, 2, 0
ENOUGH_CELLS = 20
"""Labelled cells below which they are made smaller: a fifth of fewer tells little."""
SMALLEST_CELL_PX = 16
MOST_HELD_OUT = 256
"""Held-out cells that are looked at: a look every 50 steps then costs about a third of the steps between."""
MOST_CELLS = 200_000  # of a scene: what may be labelled is looked through once
KEPT_BYTES = 1 << 30  # of decoded scenes; of larger ones windows are read


@dataclass
class TrainingScene:
    """A labelled scene, open as long as the run lasts.

    Attributes:
        reading: as the model reads it: with the statistics that it asks for.
        parts: of each cell (rows, cols): `LEARN`, `HELD_OUT` or `NOTHING`.
    """

    scene: Scene
    reading: Reading
    labels: SceneLabels
    gsd_m: float
    parts: NDArray[np.int8]
    whole: tuple[Pixels, Mask, Truth] | None = None  # pixels, validity and labels, where memory holds them
    lock: Lock = field(default_factory=Lock)

    def read(self, window: Window) -> tuple[Pixels, Mask]:
        """Stored pixels (C, rows, cols) and where they are valid."""
        if self.whole is None:
            with self.lock:  # batches are made on a thread of their own
                return self.scene.read(*window, self.reading.indices)
        pixels_CHW, valid_HW, _ = self.whole
        rows, cols = (slice(*span) for span in window)
        return pixels_CHW[:, rows, cols], valid_HW[rows, cols]

    def truth(self, window: Window, numbers: Mapping[Value, float]) -> Truth:
        """What is labelled where there is data; NaN elsewhere."""
        if self.whole is not None:
            rows, cols = (slice(*span) for span in window)
            return self.whole[2][rows, cols]
        with self.lock:
            truth_HW = self.labels.window(window, numbers)
        return np.where(self.read(window)[1], truth_HW, np.nan)


@dataclass(frozen=True)
class Cells:
    """The labelled cells of all scenes: which scene, row and column (N, 3), and what is labelled in them (N, K)."""

    cell_px: int
    where_N3: Numbers
    counts_NK: NDArray[np.float64]


def cells_of(scenes: Sequence[TrainingScene], numbers: Mapping[Value, float], classes: int, largest_px: int) -> Cells:
    """Cells as large as leaves enough of them.

    Raises:
        LabelError: nothing is labelled.
    """
    cell_px = largest_px
    while True:
        found = Cells(cell_px, *_labelled(scenes, numbers, classes, cell_px))
        if not len(found.where_N3):
            raise _nothing_labelled(scenes, numbers, cell_px)
        if len(found.where_N3) >= ENOUGH_CELLS or cell_px // 2 < SMALLEST_CELL_PX:
            return found
        cell_px //= 2


def _nothing_labelled(scenes: Sequence[TrainingScene], numbers: Mapping[Value, float], cell_px: int) -> LabelError:
    """Why no pixel with data is labelled: the reason for which the last label went."""
    same = dict.fromkeys(numbers, 0.0)
    windows = [
        (training_scene.labels, _window_of(training_scene, row, col, cell_px))
        for training_scene in scenes
        for row, col in _may_be_labelled(training_scene, cell_px)
    ]
    if any(not np.isnan(labels.window(window, numbers)).all() for labels, window in windows):
        return all_on_nodata()
    if any(not np.isnan(labels.window(window, same)).all() for labels, window in windows):
        return contradicting([str(value) for value in sorted(numbers, key=numbers_first)])
    return scenes[0].labels.outside()


def _labelled(
    scenes: Sequence[TrainingScene], numbers: Mapping[Value, float], classes: int, cell_px: int
) -> tuple[Numbers, NDArray[np.float64]]:
    where, counts = [], []
    for index, training_scene in enumerate(scenes):
        for row, col in _may_be_labelled(training_scene, cell_px):
            window = _window_of(training_scene, row, col, cell_px)
            truth = training_scene.truth(window, numbers)
            known = truth[~np.isnan(truth)]
            if known.size:
                where.append((index, row, col))
                counts.append(np.bincount(known.astype(int), minlength=classes) if classes else [known.size])
    return np.array(where, np.int64).reshape(-1, 3), np.array(counts, float).reshape(len(where), classes or 1)


def _may_be_labelled(training_scene: TrainingScene, cell_px: int) -> list[tuple[int, int]]:
    rows, cols = -(-training_scene.scene.height // cell_px), -(-training_scene.scene.width // cell_px)
    if rows * cols > MOST_CELLS:
        raise LabelError(
            "{name} has {count:,} cells of {cell_px} pixels, too many to look for labels in",
            "give chips of more pixels, or cut the scene to the labelled part",
            name=training_scene.scene.name,
            count=rows * cols,
            cell_px=cell_px,
        )
    windows = training_scene.labels.labelled_windows()
    if windows is None:
        return [(row, col) for row in range(rows) for col in range(cols)]
    found = {
        (row, col)
        for (row0, row1), (col0, col1) in windows
        for row in range(max(0, row0 // cell_px), min(rows, (row1 - 1) // cell_px + 1))
        for col in range(max(0, col0 // cell_px), min(cols, (col1 - 1) // cell_px + 1))
    }
    return sorted(found)


def _window_of(training_scene: TrainingScene, row: int, col: int, cell_px: int) -> Window:
    return (
        (row * cell_px, min((row + 1) * cell_px, training_scene.scene.height)),
        (col * cell_px, min((col + 1) * cell_px, training_scene.scene.width)),
    )


def split(scenes: Sequence[TrainingScene], cells: Cells, seed: int) -> tuple[Numbers, Numbers]:
    """The cells that are learnt from, and those of the held-out ones that are looked at.

    A fifth is held out, with every class in proportion.

    Raises:
        LabelError: all labels lie in one cell.
    """
    if len(cells.where_N3) < 2:
        raise LabelError(
            "all labels lie within {cell_px} pixels of each other: nothing is left to check the model with",
            "label places further apart",
            cell_px=cells.cell_px,
        )
    held_N = held_out(cells.counts_NK, seed)
    for training_scene in scenes:
        shape = (-(-training_scene.scene.height // cells.cell_px), -(-training_scene.scene.width // cells.cell_px))
        training_scene.parts = np.zeros(shape, np.int8)
    for (index, row, col), held in zip(cells.where_N3.tolist(), held_N.tolist(), strict=True):
        scenes[index].parts[row, col] = HELD_OUT if held else LEARN
    found = np.flatnonzero(held_N)
    looked_at = np.random.default_rng(seed).permutation(found)[:MOST_HELD_OUT]
    return np.flatnonzero(~held_N), np.sort(looked_at)


def held_out(counts_NK: NDArray[np.float64], seed: int) -> Mask:
    """Which of some units to hold out: a fifth, with every class in proportion, and none that holds all of a class."""
    fold_N = dealt(counts_NK, seed)
    held_N: Mask = fold_N == np.bincount(fold_N).argmax()
    only_K = (counts_NK[~held_N].sum(0) == 0) & (counts_NK.sum(0) > 0)
    held_N &= ~(counts_NK[:, only_K] > 0).any(1)
    return held_N


@dataclass(frozen=True)
class SceneSamples:
    """Chips around cells; see `training.data.samples.Samples`.

    Attributes:
        part: `LEARN`: labels of all cells that are learnt from count, and windows move; `HELD_OUT`: those of its own
            cell count, and it stands in the middle.
        regression: whether labels are values.
    """

    scenes: Sequence[TrainingScene]
    cells: Cells
    chosen: Numbers
    part: int
    chip_px: int
    numbers: Mapping[Value, float]
    regression: bool
    modality: str | None

    @property
    def bands(self) -> tuple[Band, ...]:
        """Of the chips."""
        return tuple(matched.band for matched in self.scenes[0].reading.bands)

    def __len__(self) -> int:
        return len(self.chosen)

    def counts(self) -> NDArray[np.float64]:
        """Labelled pixels of each class."""
        counted: NDArray[np.float64] = self.cells.counts_NK[self.chosen].sum(0)
        return counted

    def batch(self, index_N: Sequence[int] | Numbers, draw: np.random.Generator | None = None) -> LabelledBatch:
        """See `Samples`."""
        where = [tuple(self.cells.where_N3[self.chosen[index]].tolist()) for index in index_N]
        cut = [self._chip(self.scenes[index], row, col, draw) for index, row, col in where]
        x_BCHW, valid_BHW, truth_BHW = (torch.stack(parts) for parts in zip(*cut, strict=True))
        gsds_m = tuple(self.scenes[index].gsd_m for index, _, _ in where)
        if not self.regression:
            truth_BHW = truth_BHW.nan_to_num(UNLABELLED).long()
        return LabelledBatch(SensorBatch(x_BCHW, self.bands, gsds_m, self.modality), valid_BHW, truth_BHW)

    def _chip(
        self, training_scene: TrainingScene, row: int, col: int, draw: np.random.Generator | None
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        window = _around(training_scene, row, col, self.cells.cell_px, self.chip_px, draw)
        pixels_CHW, valid_HW = training_scene.read(window)
        truth_HW = np.where(
            self._counts(training_scene, window, row, col), training_scene.truth(window, self.numbers), np.nan
        )
        valid = torch.from_numpy(np.array(valid_HW))
        x_CHW = Normalisation(training_scene.reading.statistics, training_scene.reading.units)(
            torch.from_numpy(pixels_CHW), valid
        )
        return (
            _padded(x_CHW, self.chip_px, 0.0),
            _padded(valid, self.chip_px, False),
            _padded(torch.from_numpy(truth_HW).float(), self.chip_px, float("nan")),
        )

    def _counts(self, training_scene: TrainingScene, window: Window, row: int, col: int) -> Mask:
        """Where the labels of a window count."""
        rows, cols = (np.arange(*span) // self.cells.cell_px for span in window)
        if self.part == HELD_OUT:
            return np.asarray(np.logical_and.outer(rows == row, cols == col))
        learnt: Mask = training_scene.parts[np.ix_(rows, cols)] == LEARN
        return learnt


def _around(
    training_scene: TrainingScene, row: int, col: int, cell_px: int, chip_px: int, draw: np.random.Generator | None
) -> Window:
    """A window of the chip's size with the cell in its middle, moved by up to half a cell, within the scene."""
    spans = []
    for number, length in ((row, training_scene.scene.height), (col, training_scene.scene.width)):
        first = number * cell_px + cell_px // 2 - chip_px // 2
        if draw is not None:
            first += int(draw.integers(-(cell_px // 2), cell_px // 2 + 1))
        first = min(max(first, 0), max(0, length - chip_px))
        spans.append((first, min(first + chip_px, length)))
    return spans[0], spans[1]


def _padded(x: torch.Tensor, side_px: int, value: float) -> torch.Tensor:
    """Scenes smaller than a chip end before it does."""
    height, width = x.shape[-2:]
    if (height, width) == (side_px, side_px):
        return x
    return torch.nn.functional.pad(x, (0, side_px - width, 0, side_px - height), value=value)


def target_of(samples: SceneSamples) -> tuple[float, float]:
    """Mean and deviation of a regression's values in the cells that are learnt from."""
    found: list[Truth] = []
    for index, row, col in samples.cells.where_N3[samples.chosen].tolist():
        training_scene = samples.scenes[index]
        window = _window_of(training_scene, row, col, samples.cells.cell_px)
        truth_HW = training_scene.truth(window, samples.numbers)
        found.append(truth_HW[~np.isnan(truth_HW)])
    values_N = np.concatenate(found)
    return float(values_N.mean()), float(values_N.std()) or 1.0


def keep(scenes: Sequence[TrainingScene], numbers: Mapping[Value, float]) -> None:
    """Decode scenes and labels once as far as memory allows, the smallest first."""
    used = 0
    for training_scene in scenes:
        training_scene.whole = None
    for training_scene in sorted(scenes, key=lambda one: one.scene.height * one.scene.width):
        scene, bands = training_scene.scene, len(training_scene.reading.bands)
        used += scene.height * scene.width * (bands * np.dtype(scene.dtype).itemsize + 1 + np.dtype(float).itemsize)
        if used > KEPT_BYTES:
            return
        window = (0, scene.height), (0, scene.width)
        training_scene.whole = *training_scene.read(window), training_scene.truth(window, numbers)


def statistics_of(scenes: Sequence[TrainingScene]) -> Statistics:
    """Of each band over all scenes."""
    sizes = [one.scene.height * one.scene.width for one in scenes]
    return pooled([training_scene.reading.statistics for training_scene in scenes], sizes)
