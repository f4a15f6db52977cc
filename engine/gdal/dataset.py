"""Opening rasters by name, and the one line that says why that failed. Knows rasterio; reads no pixels.

What no job can use is refused here: several rasters in one file, complex numbers, no grid.
"""

import os
import re
import warnings
from pathlib import Path

import numpy as np
import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError

from engine.errors import RequestError, SceneError
from engine.gdal import containers, gdal_names, network, read_errors
from engine.gdal.placement import Placement
from engine.gdal.virtual import as_vrt
from engine.words import say

LONGEST_CRS = 60
"""Letters of a reference system that an error repeats."""


NO_SILENT_LOSS = {"RAW_CHECK_FILE_SIZE": "YES", "GDAL_PNG_WHOLE_IMAGE_OPTIM": "NO"}
"""Without these, GDAL fills raw pixels (ENVI and others) and PNGs that are cut off with zeros or noise, without a word.
In the environment, as GDAL looks at them on whichever thread reads."""
POOLED = "GDAL_MAX_DATASET_POOL_SIZE"
"""Sources of VRTs that GDAL keeps open: with fewer than a scene has bands, each read opens all of them again."""
LEAST_POOLED, MOST_POOLED = 100, 450
"""GDAL's own number, and as many as leave room for others where a process may hold about a thousand files."""


def pool_size() -> int:
    """How many sources GDAL may keep open: half of the files that this process may hold, within bounds."""
    try:
        import resource  # noqa: PLC0415  (Windows has none, and holds more files)
    except ImportError:
        return MOST_POOLED
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_POOLED if files < 0 else max(LEAST_POOLED, min(MOST_POOLED, files // 2))


def opened(name: str, anywhere: bool = False, document: str = "") -> rasterio.DatasetReader:
    """The open dataset called `name`, if a job can use it.

    Args:
        name: see `engine.gdal.gdal_names`.
        anywhere: whether a raster will do that only warping brings onto a grid (see `engine.gdal.placement`).
        document: the XML of a VRT that stands for what is called `name`; empty: GDAL opens that itself.

    Raises:
        SceneError: there is no such file, it is not a raster, or it holds nothing that can be mapped.
    """
    if not document:
        _require_raster(name)
    for option, value in {**NO_SILENT_LOSS, POOLED: str(pool_size())}.items():
        os.environ.setdefault(option, value)
    try:
        with warnings.catch_warnings(), network.reading(name) as heard:
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            dataset = rasterio.open(document or gdal_names.spelled(name))
            _ = dataset.mask_flag_enums, dataset.tags()  # asks a server for masks and sidecars now, while we listen
    except (RasterioError, CPLE_BaseError) as error:
        raise read_errors.unopenable(name, error) from error
    if lost := read_errors.lost_sidecar(name, heard):
        dataset.close()
        raise lost
    if problem := _unusable(dataset, name, anywhere):
        dataset.close()
        raise problem
    return dataset


def _require_raster(name: str) -> None:
    """Return if there may be a raster of this name.

    Raises:
        SceneError: there is no such file, or it is a folder or an archive.
    """
    if gdal_names.is_plain(name) and not Path(name).exists():
        raise SceneError("no such file: {name}", "check the path of the scene", name=name)
    if (inside := containers.inside(name)) is not None:
        raise inside.error(name)


def _unusable(dataset: rasterio.DatasetReader, name: str, anywhere: bool) -> SceneError | None:
    """What makes an open dataset one that no job can use, and what to do about it."""
    if not dataset.count:
        return containers.subdatasets(dataset).error(name)
    if any(dtype.startswith("complex") for dtype in dataset.dtypes):
        return SceneError(
            "{name} holds complex numbers", "give detected data (amplitude, power or dB) instead", name=name
        )
    if _cut_off(dataset):
        return SceneError(
            "{name} is cut off: its header promises more pixels than the file holds",
            "copy or download it again",
            name=name,
        )
    placement = Placement(dataset)
    if placement.warps and not anywhere:
        return SceneError(
            say("{name} is not on a grid: it is placed by {placement}", name=name, placement=placement),
            placement.way_out(name),
        )
    if dataset.transform.is_degenerate:
        return SceneError(
            "{name} has a grid without area: its geotransform cannot be inverted",
            "assign the geotransform again",
            name=name,
        )
    return None


def nodata_of(dataset: rasterio.DatasetReader) -> tuple[float | None, ...]:
    """The nodata value of each band; None for none.

    rasterio tells those of 64-bit integers as floats, which keep 53 bits, and not at all beyond; a VRT has the digits.
    """
    if not {"int64", "uint64"} & set(dataset.dtypes):
        return tuple(dataset.nodatavals)
    exact = [band.findtext("NoDataValue") for band in as_vrt(dataset).iter("VRTRasterBand")]
    whole = [kind in ("int64", "uint64") for kind in dataset.dtypes]
    pairs = zip(whole, exact, dataset.nodatavals, strict=True)
    return tuple(
        int(text) if is_whole and text and re.fullmatch(r"-?\d+", text) else told for is_whole, text, told in pairs
    )


def _cut_off(dataset: rasterio.DatasetReader) -> bool:
    """Whether raw pixels end early. GDAL's own check (`NO_SILENT_LOSS`) only sees files that are much too short."""
    if dataset.driver != "ENVI" or dataset.tags(ns="ENVI").get("file_compression", "0").strip() == "1":
        return False
    path = Path(dataset.files[0])
    values = dataset.count * dataset.width * dataset.height
    return path.is_file() and path.stat().st_size < values * np.dtype(dataset.dtypes[0]).itemsize


def crs_of(text: str | None) -> CRS | None:
    """The reference system that a user names as WKT or "EPSG:n".

    Raises:
        RequestError: it is invalid.
    """
    if not text:
        return None
    try:
        return CRS.from_user_input(text)
    except CRSError as error:
        short = text if len(text) < LONGEST_CRS else f"{text[:LONGEST_CRS]}…"
        raise RequestError(
            "'{short}' is no reference system", "give --crs EPSG:32633, or one as WKT", short=short
        ) from error
