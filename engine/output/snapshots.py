"""Small rasters of what somebody looks at: written at once, shown once, thrown away.

Neither compressed nor tiled, without overviews and without a second look at what was written: all of that costs
more than the picture is worth. Knows nothing of how a map is made.
"""

import warnings
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning

from engine.classes.legend import Legend
from engine.output.geotiff import colormap, write_categories, write_errors
from engine.output.staging import disk_errors


def write_pair(
    folder: Path,
    place: tuple[CRS | None, Affine],
    classes_HW: NDArray[np.uint8],
    confidence_HW: NDArray[np.float32],
    legend: Legend,
) -> dict[str, str]:
    """Write a class map and its confidence (NaN is nodata) under new names.

    Args:
        folder: made if it is missing.
        place: CRS and transform of both.
        classes_HW: classes as the head numbers them, from 1; 0 for nothing.
        confidence_HW: 0 to 1.
        legend: their values, names and colours.

    Returns:
        The paths by "map" and "confidence".

    Raises:
        OutputError: the folder cannot be written; nothing of the two is left.
    """
    name = f"preview-{uuid4().hex[:12]}"
    paths = {"map": folder / f"{name}.tif", "confidence": folder / f"{name}-confidence.tif"}
    try:
        with disk_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        _write(paths["map"], place, legend.table[classes_HW], legend.nodata, colormap(legend))
        with disk_errors(paths["map"]):
            write_categories(paths["map"], legend)
        _write(paths["confidence"], place, confidence_HW, np.nan)
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
