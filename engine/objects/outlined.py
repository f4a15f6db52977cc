"""What a person has outlined: objects of one kind, and the area in which there are no others. In pixels of a scene."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from engine.objects.boxes import Boxes, Floats, Indices, centres, sizes
from engine.objects.lattice import PixelWindow

SIZES = (1 / 6, 1 / 2, 5 / 6)
"""Quantiles of the sizes of what was outlined: the sizes that are looked for."""
ALIKE = 1.05
"""Sizes that differ by less are one."""
BLOCKS = 5


@dataclass(frozen=True)
class Outlined:
    """Objects and their area.

    Attributes:
        boxes_N4: of the objects, whose middles lie in the area.
        area: in which each object is outlined, as (column, row).
    """

    boxes_N4: Boxes
    area: shapely.Geometry

    @cached_property
    def sizes(self) -> tuple[float, ...]:
        """Sides in pixels to look for, the smallest first."""
        found: list[float] = []
        for size in np.quantile(sizes(self.boxes_N4), SIZES):
            if not found or size > ALIKE * found[-1]:
                found.append(float(size))
        return tuple(found)

    @property
    def window(self) -> PixelWindow:
        """Rows and columns of the area."""
        left, top, right, bottom = self.area.bounds
        return (top, bottom), (left, right)

    def holds(self, rows_N: Floats, cols_N: Floats) -> np.ndarray:
        """Whether places lie in the area (N,)."""
        return np.asarray(shapely.intersects_xy(self.area, cols_N, rows_N))

    @cached_property
    def _edges(self) -> tuple[int, Floats]:
        """The axis along which blocks lie, and the places between them: each has as many objects."""
        places = centres(self.boxes_N4)
        axis = int(np.ptp(places[1]) > np.ptp(places[0]))
        along_N = np.sort(places[axis])
        starts = [len(along_N) * block // self.blocks for block in range(1, self.blocks)]
        return axis, np.array([(along_N[start - 1] + along_N[start]) / 2 for start in starts])

    @property
    def blocks(self) -> int:
        """How many parts of the area are held out in turn."""
        return min(BLOCKS, len(self.boxes_N4))

    def block_of(self, rows_N: Floats, cols_N: Floats) -> Indices:
        """The block of each place (N,)."""
        axis, edges = self._edges
        return np.searchsorted(edges, (rows_N, cols_N)[axis]).astype(np.int64)
