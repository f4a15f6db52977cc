"""Where objects like those outlined are: every place is scored, and the best of those on one object stays.

Knows how a scene is read (`lattice.Read`), no files and no requests. Shapes: N places, B held-out blocks, A axes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import torch
from torch import Tensor

from engine.objects.axes import PatchAxes
from engine.objects.boxes import Boxes, Floats, Indices, centres, squares, unique
from engine.objects.lattice import Lattice, PixelWindow, Read
from engine.objects.regression import OverlapRegression
from engine.scene.windows import Window

FAINT = 0.05
"""Score below which there is no object, whatever a person asks for."""
EDGES = 0.5
"""Share of the way from the square to the edges as learnt at which an edge is put."""
OUTSIDE = -1.0
"""Score of places without data."""

Step: TypeAlias = Callable[[], None]
"""Called after each piece of work; may raise `engine.errors.Cancelled`."""
BlockOf: TypeAlias = Callable[[Floats, Floats], Indices]
"""The held-out block of places, by rows and columns."""


@dataclass(frozen=True)
class Found:
    """Objects, the best first.

    Attributes:
        boxes_N4: of the objects.
        scores_N: about how far the box overlaps an object, 0 to 1.
        known: share of the window that holds data.
    """

    boxes_N4: Boxes
    scores_N: Floats
    known: float

    def where(self, keep_N: np.ndarray) -> "Found":
        """Some of them."""
        return Found(self.boxes_N4[keep_N], self.scores_N[keep_N], self.known)

    def within(self, window: PixelWindow) -> "Found":
        """Those whose middle lies in a window."""
        rows_N, cols_N = centres(self.boxes_N4)
        (top, bottom), (left, right) = window
        return self.where((rows_N >= top) & (rows_N < bottom) & (cols_N >= left) & (cols_N < right))


@dataclass(frozen=True)
class Draw:
    """A regression of random places, and the axes that it looks along."""

    axes: PatchAxes
    regression: OverlapRegression


@dataclass(frozen=True)
class Finder:
    """What outlined objects teach: the mean of the scores of several draws.

    Attributes:
        lattices: one for each size of object.
        draws: at least one.
        device: on which it computes.
    """

    lattices: tuple[Lattice, ...]
    draws: tuple[Draw, ...]
    device: torch.device

    def pieces(self, window: PixelWindow) -> int:
        """How often `find` calls its `step`."""
        return sum(len(lattice.tiles(window)) for lattice in self.lattices)

    def find(self, read: Read, window: PixelWindow, step: Step, block_of: BlockOf | None = None) -> Found:
        """Objects around places in a window; near its border they depend on what lies beyond.

        Memory grows with the number of objects, not of pixels.

        Args:
            read: the scene.
            window: of pixels.
            step: see `Step`.
            block_of: where given, a place is scored by what was learnt without its block.

        Raises:
            Cancelled: from `step`.
        """
        boxes, scores, known = [np.empty((0, 4))], [np.empty(0)], [0, 0]
        for lattice in self.lattices:
            for tile in lattice.tiles(window):
                boxes_N4, scores_N, known_HW = self._peaks(read, lattice, tile, block_of)
                boxes.append(boxes_N4)
                scores.append(scores_N)
                if lattice is self.lattices[0]:
                    known = [known[0] + int(known_HW.sum()), known[1] + known_HW.numel()]
                step()
        boxes_N4, scores_N = np.concatenate(boxes), np.concatenate(scores)
        stay_N = unique(boxes_N4, scores_N)
        found = Found(boxes_N4[stay_N], scores_N[stay_N], known[0] / max(known[1], 1))
        height, width = self.lattices[0].shape
        return found.within(((0, height), (0, width)))

    def _peaks(
        self, read: Read, lattice: Lattice, tile: Window, block_of: BlockOf | None
    ) -> tuple[Boxes, Floats, Tensor]:
        """Boxes and scores of the places of a tile whose score is the best of the nine around, and which hold data."""
        (row0, row1), (col0, col1) = tile
        around = (row0 - 1, row1 + 1), (col0 - 1, col1 + 1)
        cells_CHW, known_HW = lattice.patches(read, around, self.device)
        rows_H, cols_W = (np.arange(*span, dtype=float) * lattice.step for span in around)
        looked = [draw.axes.everywhere(cells_CHW, lattice.stride).flatten(0, 1) for draw in self.draws]
        block_N1 = None
        if block_of:
            rows_N, cols_N = (each.ravel() for each in np.meshgrid(rows_H, cols_W, indexing="ij"))
            block_N1 = torch.from_numpy(block_of(rows_N, cols_N)).to(self.device)[:, None]
        scores_DN = [draw.regression.scores(x_NA, block_N1) for draw, x_NA in zip(self.draws, looked, strict=True)]
        score_HW = torch.stack(scores_DN).mean(0).reshape(known_HW.shape)
        in_scene = [
            torch.from_numpy((at >= 0) & (at < end)) for at, end in zip((rows_H, cols_W), lattice.shape, strict=True)
        ]
        there_HW = (in_scene[0][:, None] & in_scene[1]).to(self.device) & known_HW
        score_HW = score_HW.where(there_HW, OUTSIDE)
        best_HW = torch.nn.functional.max_pool2d(score_HW[None], 3, 1, 1)[0]
        peak_HW = (score_HW == best_HW) & (score_HW >= FAINT)
        peak_HW[[0, -1]] = False
        peak_HW[:, [0, -1]] = False
        at_N = peak_HW.flatten().nonzero()[:, 0]
        edges_N4 = torch.stack(
            [draw.regression.edges(x_NA[at_N]) for draw, x_NA in zip(self.draws, looked, strict=True)]
        ).mean(0)
        row_N, col_N = np.divmod(at_N.cpu().numpy(), len(cols_W))
        squares_N4 = squares(rows_H[row_N], cols_W[col_N], lattice.size)
        boxes_N4 = squares_N4 + EDGES * lattice.size * edges_N4.cpu().double().numpy()
        scores_N = score_HW.flatten()[at_N].cpu().double().numpy().clip(0, 1)
        return boxes_N4, scores_N, known_HW[1:-1, 1:-1]
