"""Opening rasters by name, and the one line that says why that failed. Knows rasterio; reads no pixels."""

import warnings
from pathlib import Path

import rasterio
from rasterio.crs import CRS
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioIOError

from engine import gdal_names
from engine.errors import RequestError, SceneError

LONGEST_CRS = 60
"""Letters of a reference system that an error repeats."""


def opened(name: str) -> rasterio.DatasetReader:
    """The open dataset called `name`, if a job can use it.

    Raises:
        SceneError: there is no such file, it is not a raster, or it holds nothing that can be mapped.
    """
    if gdal_names.is_plain(name) and not Path(name).exists():
        raise SceneError(f"no such file: {name}", "check the path of the scene")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            dataset = rasterio.open(gdal_names.spelled(name))
    except RasterioIOError as error:
        text = f"not a readable raster: {name} ({first_line(error)})"
        raise SceneError(text, "give a raster that GDAL can open, e.g. a GeoTIFF") from error
    if problem := _unusable(dataset):
        dataset.close()
        raise SceneError(f"{name} {problem[0]}", problem[1])
    return dataset


def _unusable(dataset: rasterio.DatasetReader) -> tuple[str, str] | None:
    """What makes an open dataset no scene, and what to do about it."""
    if not dataset.count:
        return "holds several rasters and no bands of its own", "give one of its subdatasets"
    if any(dtype.startswith("complex") for dtype in dataset.dtypes):
        return "holds complex numbers", "give detected data (amplitude, power or dB) instead"
    if dataset.transform.is_degenerate:
        return "has a grid without area: its geotransform cannot be inverted", "assign the geotransform again"
    return None


def crs_of(text: str | None) -> CRS | None:
    """The reference system that a user names as WKT or "EPSG:n".

    Raises:
        RequestError: it is none.
    """
    if not text:
        return None
    try:
        return CRS.from_user_input(text)
    except CRSError as error:
        short = text if len(text) < LONGEST_CRS else f"{text[:LONGEST_CRS]}…"
        raise RequestError(f"'{short}' is no reference system", "give --crs EPSG:32633, or one as WKT") from error


def first_line(error: Exception) -> str:
    """The innermost reason that GDAL gave, on one line."""
    reason: BaseException = error
    while reason.__cause__ is not None:
        reason = reason.__cause__
    return (str(reason) or str(error)).strip().splitlines()[0]
