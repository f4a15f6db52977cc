"""Where a map of values reaches a threshold, as polygons or points with a score. Knows not how the map is made."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
import rasterio

from engine.classes.legend import Legend
from engine.output.polygons import polygonise
from engine.output.regions import STRIP_PX, Regions, open_raster
from engine.progress import Report
from engine.scene.windows import cut

HIT = "hit"
MEAN = "score"
_Strip: TypeAlias = tuple[rasterio.windows.Window, np.ndarray, int]


def write_hits(
    values_path: Path,
    threshold: float,
    out: Path,
    report: Report,
    *,
    as_points: bool,
    called: str = HIT,
    least: Callable[[Regions], np.ndarray] | None = None,
) -> tuple[int, float]:
    """Write the regions (4-connected) whose values reach a threshold; their number, and their share of the map.

    Fields are those of `polygonise`, with `score`, the mean of a region's values, for the confidence. A point lies
    inside its region.

    Args:
        values_path: a raster of floats.
        threshold: the least value of a hit.
        out: ``.gpkg``, ``.geojson`` or ``.shp``.
        report: progress; raises `engine.errors.Cancelled` to stop.
        as_points: a point for each region in place of its outline.
        called: their class.
        least: which regions are large enough; all if None. The share counts all.

    Raises:
        OutputError: `out` cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="ofa-hits-") as folder:
        reached = Path(folder) / "hits.tif"
        share = _reached(values_path, threshold, reached, report)
        legend = Legend.of([called])
        count = polygonise(
            reached, values_path, out, legend, report, mean_called=MEAN, as_points=as_points, least=least
        )
    return count, share


def share_reaching(values_path: Path, threshold: float) -> float:
    """The share of the known pixels of a raster of floats that reach a threshold."""
    with open_raster(values_path) as values:
        return _share(_hits(values, threshold))


def _reached(values_path: Path, threshold: float, path: Path, report: Report) -> float:
    """Write 1 where the values reach the threshold, 0 elsewhere; the share of the known pixels that do."""
    with open_raster(values_path) as values:
        profile = {**values.profile, "dtype": "uint8", "nodata": 0, "compress": "deflate", "predictor": 1}
        with rasterio.open(path, "w", **profile) as file:

            def written() -> Iterator[_Strip]:
                for window, hit_HW, known in _hits(values, threshold):
                    report(window.row_off, values.height, "measuring regions")
                    file.write(hit_HW.astype(np.uint8), 1, window=window)
                    yield window, hit_HW, known

            return _share(written())


def _hits(values: rasterio.DatasetReader, threshold: float) -> Iterator[_Strip]:
    """A few rows at a time: where they are, which pixels reach the threshold, and how many are known."""
    for row0, row1 in cut((0, values.height), max(STRIP_PX // values.width, 1)):
        window = rasterio.windows.Window(0, row0, values.width, row1 - row0)
        values_HW = values.read(1, window=window, masked=True).filled(np.nan)
        yield window, values_HW >= threshold, int((~np.isnan(values_HW)).sum())


def _share(strips: Iterable[_Strip]) -> float:
    hits, known = np.sum([(int(hit_HW.sum()), count) for _, hit_HW, count in strips], axis=0)
    return float(hits / max(known, 1))
