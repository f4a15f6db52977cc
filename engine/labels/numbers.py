"""Points with a number in, values of a scene's pixels out. Lines and polygons give their number to all their pixels."""

from dataclasses import dataclass, replace

import numpy as np

from engine.errors import LabelError
from engine.labels.labelled_pixels import SEED, all_on_nodata
from engine.labels.placing import GeoBox, read_shapes
from engine.labels.rasterise import mark
from engine.labels.tables import counted_geometries, read_numbers
from engine.words import say

FEWEST = 10
"""Points, lines or polygons: of fewer, five folds leave too few to learn from."""


@dataclass(frozen=True)
class Numbers:
    """Pixels of a scene whose value is known; N pixels, each once, in raster order.

    Attributes:
        rows_N: row of each pixel.
        cols_N: column of each pixel.
        value_N: its value.
        polygon_N: number of the geometry that it came from.
        warnings: what the user should know of the way from geometries to pixels.
    """

    rows_N: np.ndarray
    cols_N: np.ndarray
    value_N: np.ndarray
    polygon_N: np.ndarray
    warnings: tuple[str, ...]

    def on_data(self, known_N: np.ndarray) -> "Numbers":
        """The pixels that hold data, if something can be learnt from them.

        Raises:
            LabelError: too few are left, or all have one value.
        """
        if not known_N.any():
            raise all_on_nodata()
        found = self
        if not known_N.all():
            told = say("{count:,} labelled pixels lie on nodata and were left out.", count=(~known_N).sum())
            kept = {n: getattr(self, n)[known_N] for n in ("rows_N", "cols_N", "value_N", "polygon_N")}
            found = replace(self, **kept, warnings=(*self.warnings, told))
        if (count := len(np.unique(found.polygon_N))) < FEWEST:
            raise LabelError(
                "{found} with a number lie on data of the scene; {least} or more are needed",
                "add points, all over the scene",
                found=counted_geometries(count),
                least=FEWEST,
            )
        if np.ptp(found.value_N) == 0:
            raise LabelError(
                "all points have the value {value:g}: nothing is to be learnt from them",
                "name the field that holds the values: --field NAME",
                value=found.value_N[0],
            )
        return found


def read(name: str, field: str, layer: str | None, grid: GeoBox) -> Numbers:
    """The numbers that lie on a scene.

    Raises:
        LabelError: the file cannot be read, holds no numbers there, or contradicts itself everywhere.
    """
    shapes = read_shapes(name, field, layer, grid, read_numbers)
    near = np.flatnonzero(shapes.near_P)
    marks = mark(list(shapes.parts_P[near]), shapes.label_P[near], grid.shape, SEED)
    if not marks.marked_P.any():
        raise shapes.outside
    if not len(marks.rows_N):
        raise LabelError(
            "all points contradict each other: each pixel has several values", "keep one point for a pixel"
        )
    told = list(shapes.warnings)
    if outside := len(shapes.parts_P) - int(marks.marked_P.sum()):
        told.append(say("Left out: {geometries} outside the scene.", geometries=counted_geometries(outside)))
    if marks.torn:
        told.append(say("Pixels left out, as several points give them different values: {count:,}.", count=marks.torn))
    values = np.array(shapes.values, float)
    return Numbers(marks.rows_N, marks.cols_N, values[marks.labels_N], near[marks.part_N], tuple(told))
