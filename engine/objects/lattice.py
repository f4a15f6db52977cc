"""A scene in cells of a fraction of an object: the scale at which objects of one size look alike.

Cells lie on one grid from the scene's origin, so that what a cell holds does not depend on the window that is read.
Beyond the scene its last cells repeat. Knows no objects.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.scene.raster import Mask
from engine.scene.windows import Span, Window, aligned

ACROSS = 8
"""Cells across an object."""
PATCH = 12
"""Cells a side of what is looked at: the object and half as much again."""
HALF = PATCH // 2
TILE_PX = 512
"""About the side of what is read at once."""
MOST_CELLS, FEWEST_CELLS = 160, 16
"""A side of what is looked at once."""

Read: TypeAlias = Callable[[Window], tuple[NDArray[np.float32], Mask]]
"""Z-scores (bands, H, W) of a window of the scene, 0 where invalid, and validity (H, W)."""
PixelWindow: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""Rows and columns of pixels, half-open; fractions are places within a pixel."""


@dataclass(frozen=True)
class Lattice:
    """Cells and, at their corners, places where an object may be.

    Attributes:
        size: side of an object in pixels.
        shape: rows and columns of the scene.
    """

    size: float
    shape: tuple[int, int]

    @property
    def pitch(self) -> float:
        """Side of a cell in pixels."""
        return self.size / ACROSS

    @property
    def stride(self) -> int:
        """Cells between places: they are no nearer than about a pixel."""
        return max(1, round(1 / self.pitch))

    @property
    def cells(self) -> tuple[int, int]:
        """Rows and columns of cells that hold a pixel of the scene."""
        rows, cols = (math.ceil(side / self.pitch) for side in self.shape)
        return rows, cols

    @property
    def step(self) -> float:
        """Pixels between places."""
        return self.pitch * self.stride

    def places(self, span: tuple[float, float], axis: int) -> Span:
        """The places, in strides, whose middle lies on a span of pixels (half-open) of an axis."""
        last = math.ceil(self.shape[axis] / self.step)
        return max(0, math.ceil(span[0] / self.step)), min(last, math.ceil(span[1] / self.step))

    def tiles(self, window: PixelWindow) -> list[Window]:
        """Places in a window of pixels, in pieces that fit into memory, on one grid from the scene's origin."""
        side = min(MOST_CELLS, max(FEWEST_CELLS, round(TILE_PX / self.pitch))) // self.stride
        (rows, cols) = (self.places(span, axis) for axis, span in enumerate(window))
        return list(product(aligned(rows, side), aligned(cols, side)))

    def patches(self, read: Read, places: Window, device: torch.device) -> tuple[Tensor, Tensor]:
        """Cells (bands, H, W) around a window of places, and which places (h, w) hold data.

        `HALF` cells lie on each side of the first and the last place.
        """
        (rows, cols) = ((start * self.stride - HALF, (stop - 1) * self.stride + HALF) for start, stop in places)
        window = self._pixels(rows, 0), self._pixels(cols, 1)
        pixels, valid = read(window)
        x_CHW = torch.from_numpy(np.ascontiguousarray(pixels)).to(device)
        valid_HW = torch.from_numpy(valid).to(device, torch.float32)
        down = self._weights(rows, window[0], 0).to(device)
        right = self._weights(cols, window[1], 1).to(device)
        share_HW = down @ valid_HW @ right.T
        mean_CHW = (down @ (x_CHW * valid_HW) @ right.T) / share_HW.clamp(min=1e-6)
        known_HW = share_HW > 0.5
        at = slice(HALF, -HALF + 1 or None, self.stride)
        return mean_CHW, known_HW[at, at]

    def _pixels(self, cells: Span, axis: int) -> Span:
        """The pixels of the scene in a span of cells, some of which may lie beyond it."""
        first, last = (min(max(cell, 0), self.cells[axis] - 1) for cell in (cells[0], cells[1] - 1))
        length = self.shape[axis]
        return min(math.floor(first * self.pitch), length - 1), min(math.ceil((last + 1) * self.pitch), length)

    def _weights(self, cells: Span, pixels: Span, axis: int) -> Tensor:
        """What each pixel counts (cells, pixels) in the mean of each cell; a row adds up to 1."""
        cell_N = np.clip(np.arange(*cells), 0, self.cells[axis] - 1)[:, None]
        pixel_M = np.arange(*pixels)[None]
        ends = np.minimum((cell_N + 1) * self.pitch, pixel_M + 1) - np.maximum(cell_N * self.pitch, pixel_M)
        shares_NM = np.maximum(ends, 0)
        return torch.from_numpy((shares_NM / shares_NM.sum(1, keepdims=True)).astype(np.float32))
