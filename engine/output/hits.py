"""Where a map of values reaches a threshold, as polygons or points with a score. Knows not how the map is made."""

import tempfile
from pathlib import Path

import numpy as np
import rasterio

from engine.classes.legend import Legend
from engine.output.polygons import polygonise
from engine.output.regions import STRIP_PX, Report, open_raster
from engine.scene.windows import cut

HIT = "hit"
MEAN = "score"


def write_hits(values_path: Path, threshold: float, out: Path, as_points: bool, report: Report) -> tuple[int, float]:
    """Write the regions (4-connected) whose values reach a threshold; their number, and their share of the map.

    Fields are those of `polygonise`, with `score`, the mean of a region's values, for the confidence. A point lies
    inside its region.

    Args:
        values_path: a raster of floats, NaN is nodata.
        threshold: the least value of a hit.
        out: ``.gpkg``, ``.geojson`` or ``.shp``.
        as_points: a point for each region in place of its outline.
        report: progress; raises `engine.errors.Cancelled` to stop.

    Raises:
        OutputError: `out` cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="ofa-hits-") as folder:
        reached = Path(folder) / "hits.tif"
        share = _reached(values_path, threshold, reached)
        legend = Legend.of([HIT])
        count = polygonise(reached, values_path, out, legend, report, mean_called=MEAN, as_points=as_points)
    return count, share


def _reached(values_path: Path, threshold: float, path: Path) -> float:
    """Write 1 where the values reach the threshold, 0 elsewhere; the share of the known pixels that do."""
    hits = known = 0
    with open_raster(values_path) as values:
        profile = {**values.profile, "dtype": "uint8", "nodata": 0, "compress": "deflate", "predictor": 1}
        rows = max(STRIP_PX // values.width, 1)
        with rasterio.open(path, "w", **profile) as file:
            for row0, row1 in cut((0, values.height), rows):
                window = rasterio.windows.Window(0, row0, values.width, row1 - row0)
                values_HW = values.read(1, window=window)
                hit_HW = values_HW >= threshold
                hits, known = hits + int(hit_HW.sum()), known + int((~np.isnan(values_HW)).sum())
                file.write(hit_HW.astype(np.uint8), 1, window=window)
    return hits / max(known, 1)
