"""Small rasters of what somebody looks at: written at once, shown once, thrown away.

Neither compressed nor tiled, without overviews and without a second look at what was written: all of that costs
more than the picture is worth. Knows nothing of how a map is made.
"""

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning

from engine.geotiff import write_categories, write_errors
from engine.outputs import disk_errors
from engine.palette import rgb


def write_pair(
    folder: Path,
    place: tuple[CRS | None, Affine],
    classes_HW: NDArray[np.uint8],
    confidence_HW: NDArray[np.float32],
    palette: Mapping[str, str],
) -> dict[str, str]:
    """Write a class map (0 is nodata) and its confidence (NaN is nodata) under new names.

    Args:
        folder: made if it is missing.
        place: CRS and transform of both.
        classes_HW: classes from 1.
        confidence_HW: 0 to 1.
        palette: colour of each class by name, in the order of their values.

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
        _write(paths["map"], place, classes_HW, 0, tuple(palette.values()))
        with disk_errors(paths["map"]):
            write_categories(paths["map"], tuple(palette))
        _write(paths["confidence"], place, confidence_HW, np.nan)
    except BaseException:
        for path in folder.glob(f"{name}*"):
            path.unlink(missing_ok=True)
        raise
    return {name: str(path) for name, path in paths.items()}


def _write(
    path: Path, place: tuple[CRS | None, Affine], array_HW: NDArray[Any], nodata: float, colours: Sequence[str] = ()
) -> None:
    height, width = array_HW.shape
    with write_errors(path), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(
            path, "w", driver="GTiff", height=height, width=width, count=1, dtype=array_HW.dtype,
            crs=place[0], transform=place[1], nodata=nodata,
        ) as file:  # fmt: skip
            if colours:
                table = {value: rgb(colour) for value, colour in enumerate(colours, 1)}
                file.write_colormap(1, {0: (0, 0, 0, 0), **table})
            file.write(array_HW, 1)
