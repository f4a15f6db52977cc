"""Small rasters of what somebody looks at: written at once, shown once, thrown away.

Neither compressed nor tiled, without overviews and without a second look at what was written: all of that costs
more than the picture is worth. Knows nothing of how a map is made.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning

from engine.classes.legend import HIGHEST, Legend
from engine.output.geotiff import colormap, write_categories, write_errors
from engine.output.staging import disk_errors

HATCH_EVERY, HATCH_WIDE = 8, 2
"""Cells from one line of a hatching to the next, and of a line's width."""


@dataclass(frozen=True)
class Hatched:
    """A class map with lines over what is unlike all labels.

    Attributes:
        values_HW: the map's values, and `value` where a line runs.
        value: one that no class has.
    """

    values_HW: NDArray[np.uint8]
    value: int

    @classmethod
    def of(
        cls, classes_HW: NDArray[np.uint8], unlike_HW: NDArray[np.bool_], first: tuple[int, int], legend: Legend
    ) -> Self | None:
        """The map with lines; None where there is nothing to hatch, or no value is left.

        Args:
            classes_HW: classes as the head numbers them, from 1; 0 for nothing.
            unlike_HW: what to hatch.
            first: row and column of the first cell, so that lines stay in their place when the view moves.
            legend: values of the classes.
        """
        free = set(range(HIGHEST + 1)) - {legend.nodata, *legend.values}
        if not free or not unlike_HW.any():
            return None
        rows_HW, cols_HW = np.indices(classes_HW.shape)
        line_HW = (rows_HW + cols_HW + sum(first)) % HATCH_EVERY < HATCH_WIDE
        value = max(free)
        return cls(np.where(unlike_HW & line_HW, np.uint8(value), legend.table[classes_HW]), value)


def write(
    folder: Path,
    place: tuple[CRS | None, Affine],
    classes_HW: NDArray[np.uint8],
    confidence_HW: NDArray[np.float32],
    legend: Legend,
    hatched: Hatched | None = None,
) -> dict[str, str]:
    """Write a class map and its confidence (NaN is nodata) under new names.

    Args:
        folder: made if it is missing.
        place: CRS and transform of all.
        classes_HW: classes as the head numbers them, from 1; 0 for nothing.
        confidence_HW: 0 to 1.
        legend: their values, names and colours.
        hatched: the map as it is shown, where that is another one.

    Returns:
        The paths by "map", "confidence" and "hatched".

    Raises:
        OutputError: the folder cannot be written; nothing of them is left.
    """
    name = f"preview-{uuid4().hex[:12]}"
    paths = {"map": folder / f"{name}.tif", "confidence": folder / f"{name}-confidence.tif"}
    if hatched:
        paths["hatched"] = folder / f"{name}-hatched.tif"
    try:
        with disk_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        _write(paths["map"], place, legend.table[classes_HW], legend.nodata, colormap(legend))
        with disk_errors(paths["map"]):
            write_categories(paths["map"], legend)
        _write(paths["confidence"], place, confidence_HW, np.nan)
        if hatched:
            _write(paths["hatched"], place, hatched.values_HW, legend.nodata)
    except BaseException:
        for path in folder.glob(f"{name}*"):
            path.unlink(missing_ok=True)
        raise
    return {name: str(path) for name, path in paths.items()}


def _write(
    path: Path,
    place: tuple[CRS | None, Affine],
    array_HW: NDArray[Any],
    nodata: float,
    colours: dict[int, tuple[int, ...]] | None = None,
) -> None:
    height, width = array_HW.shape
    with write_errors(path), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(
            path, "w", driver="GTiff", height=height, width=width, count=1, dtype=array_HW.dtype,
            crs=place[0], transform=place[1], nodata=nodata,
        ) as file:  # fmt: skip
            if colours:
                file.write_colormap(1, colours)
            file.write(array_HW, 1)
