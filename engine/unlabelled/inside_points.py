"""Points inside the clusters of a map: a person names the clusters, and the points are labels.

Borders between clusters are mixed pixels and say little, so points lie as deep inside as there is room, and apart from
that at random. Reads the map strip by strip: memory does not grow with it.
"""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, minimum_filter

from engine.classes.legend import Legend
from engine.errors import OutputError
from engine.labels.tables import CLASS, CLASSES
from engine.labels.vector_files import written_as
from engine.output.regions import open_raster
from engine.progress import Report
from engine.scene.windows import cut

EACH = 20
"""Points of a cluster, as far as it has so many pixels."""
DEPTHS_PX = (1, 2)
"""Distances from the nearest other cluster that are told apart: a pixel at the last one is inside."""
STRIP_PX = 2**20
LAYER = "labels"

Ints = NDArray[np.int64]


def write_inside(map_path: Path, legend: Legend, out: Path, report: Report, each: int = EACH) -> int:
    """Write points of every cluster with their `class`, and the table of classes; how many there are.

    Args:
        map_path: a class map (uint8), 0 where there is nothing.
        legend: names, values and colours of its clusters.
        out: a GeoPackage.
        report: progress; raises `engine.errors.Cancelled` to stop.
        each: points of a cluster, at most.

    Raises:
        OutputError: `out` cannot be written.
    """
    value_N, rows_N, cols_N = inside(map_path, each, report)
    with open_raster(map_path) as source:
        x_N, y_N = source.transform @ (cols_N + 0.5, rows_N + 0.5)
        crs = source.crs.to_wkt() if source.crs else None
    names = legend.name_of()
    columns = {CLASS: [names[value] for value in value_N.tolist()]}
    table = gpd.GeoDataFrame(columns, geometry=shapely.points(x_N, y_N), crs=crs)
    classes = pd.DataFrame({"name": legend.names, "value": legend.values, "colour": legend.colours})
    options: dict[str, Any] = {"driver": "GPKG", "dataset_options": {"VERSION": "1.3"}}
    try:
        with written_as(out) as file:
            pyogrio.write_dataframe(table, file, layer=LAYER, geometry_type="Point", **options)
            pyogrio.write_dataframe(classes, file, layer=CLASSES, driver="GPKG")
    except (RuntimeError, OSError) as error:  # pyogrio's errors are RuntimeErrors
        raise OutputError(
            "{name} could not be written: {reason}", "check the folder and the disk", name=out.name, reason=error
        ) from error
    return len(value_N)


def inside(map_path: Path, each: int, report: Report) -> tuple[Ints, Ints, Ints]:
    """Values, rows and columns (N,) of pixels inside the regions of a class map, by value."""
    best: dict[int, tuple[NDArray[np.float64], Ints]] = {}
    reach = DEPTHS_PX[-1]
    with open_raster(map_path) as source:
        height, width = source.shape
        for row0, row1 in cut((0, height), max(STRIP_PX // width, 1)):
            top, bottom = max(row0 - reach, 0), min(row1 + reach, height)
            around_HW = source.read(1, window=((top, bottom), (0, width)))
            core = slice(row0 - top, row1 - top)
            place_M = np.arange(row0 * width, row1 * width)
            rank_M = _depth(around_HW)[core].ravel() + _random(place_M)
            values_M = around_HW[core].ravel()
            for value in np.unique(values_M[values_M > 0]).tolist():
                of_M = values_M == value
                ranks, places = best.get(value, (np.empty(0), np.empty(0, np.int64)))
                best[value] = _highest(np.append(ranks, rank_M[of_M]), np.append(places, place_M[of_M]), each)
            report(row1, height, "drawing points")
    value_N = np.concatenate([np.full(len(best[value][1]), value) for value in sorted(best)])
    rows_N, cols_N = np.divmod(np.concatenate([best[value][1] for value in sorted(best)]), width)
    return value_N, rows_N, cols_N


def _depth(values_HW: NDArray[np.uint8]) -> NDArray[np.int64]:
    """How many of `DEPTHS_PX` a pixel is away from other values at least; the border of the map is none."""
    depth_HW = np.zeros(values_HW.shape, np.int64)
    for px in DEPTHS_PX:
        side = 2 * px + 1
        depth_HW += minimum_filter(values_HW, side, mode="nearest") == maximum_filter(values_HW, side, mode="nearest")
    return depth_HW


def _random(place_M: Ints) -> NDArray[np.float64]:
    """Numbers from 0 to 1 that depend on the place alone: the mixer of SplitMix64 (Steele et al. 2014)."""
    mixed_M = place_M.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed_M = (mixed_M ^ (mixed_M >> np.uint64(shift))) * np.uint64(factor)
    mixed_M ^= mixed_M >> np.uint64(31)
    return mixed_M / 2.0**64


def _highest(rank_N: NDArray[np.float64], place_N: Ints, count: int) -> tuple[NDArray[np.float64], Ints]:
    """The `count` places of the highest rank, the highest first."""
    order_N = np.argsort(-rank_N, kind="stable")[:count]
    return rank_N[order_N], place_N[order_N]
