"""The regions of a class map (4-connected pixels of one class): their size, area and mean confidence.

Reads the map strip by strip, so memory grows with the number of regions, not with the map's size.
Knows nothing of polygons' shapes; `Regions.first_R` is how a polygon finds its region.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from engine.progress import Report
from engine.scene.pixel_geometry import PixelGeometry
from engine.words import say

STRIP_PX = 2**21
"""Pixels looked at together: about 100 MB of working memory."""
HECTARE_M2 = 10_000
PLACES_PX = 100


@dataclass(frozen=True)
class Regions:
    """One entry per region, in raster order of its first pixel.

    Attributes:
        first_R: first pixel in raster order, as row * width + column.
        value_R: its class value.
        pixels_R: how many pixels it has.
        area_m2_R: its area on the ground; NaN where the map has no CRS.
        confidence_R: mean of its pixels' confidence; NaN without confidence.
    """

    first_R: np.ndarray
    value_R: np.ndarray
    pixels_R: np.ndarray
    area_m2_R: np.ndarray
    confidence_R: np.ndarray


@dataclass(frozen=True)
class ClassArea:
    """How much of the map one class covers. `share` is of the pixels that have a class."""

    value: int
    name: str
    pixels: int
    hectares: float | None
    share: float


@dataclass(frozen=True)
class _Strip:
    """Rows of the map, and its runs: stretches of one value within one row."""

    row0: int
    values_HW: np.ndarray
    starts_HW: np.ndarray  # bool: a run begins here
    first_U: np.ndarray  # per run: index of its first pixel within the strip
    length_U: np.ndarray
    area_m2_U: np.ndarray


def open_raster(path: Path) -> rasterio.DatasetReader:
    """The raster at `path`, without GDAL's warning where it lies nowhere: pixel coordinates are fine here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(path)


def strips(source: rasterio.DatasetReader) -> Iterator[_Strip]:
    """The class map, a few rows at a time, cut into runs."""
    geometry = PixelGeometry.of(source.crs, source.transform, source.shape)
    rows = max(STRIP_PX // source.width, 1)
    for row0 in range(0, source.height, rows):
        values_HW = _read(source, row0, rows)
        starts_HW = np.ones(values_HW.shape, bool)
        starts_HW[:, 1:] = values_HW[:, 1:] != values_HW[:, :-1]
        first_U = np.flatnonzero(starts_HW)
        length_U = np.diff(first_U, append=values_HW.size)
        area_m2_U = np.full(len(first_U), np.nan)
        if geometry:
            row_U, col_U = np.divmod(first_U, source.width)
            area_m2_U = length_U * geometry.area_m2(row0 + row_U + 0.5, col_U + length_U / 2)
        yield _Strip(row0, values_HW, starts_HW, first_U, length_U, area_m2_U)


def _read(source: rasterio.DatasetReader, row0: int, rows: int) -> np.ndarray:
    window = Window(0, row0, source.width, min(rows, source.height - row0))
    return np.asarray(source.read(1, window=window))


def places_on(map_path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns (N,) of evenly spread pixels of a map that hold a class, `PLACES_PX` along a side at most."""
    with open_raster(map_path) as source:
        shown = min(source.height, PLACES_PX), min(source.width, PLACES_PX)
        cells_2N = np.nonzero(source.read(1, out_shape=shown) != nodata_of(source))
        rows_N, cols_N = (
            ((cell_N + 0.5) * side / cells).astype(np.int64)
            for cell_N, side, cells in zip(cells_2N, source.shape, shown, strict=True)
        )
    return rows_N, cols_N


def class_areas(map_path: Path, names: Mapping[int, str]) -> list[ClassArea]:
    """Pixels, hectares and share of every class in `names` (value -> name), by strips.

    Planar where the projection keeps areas, else on the ellipsoid (see `engine.scene.pixel_geometry`).
    """
    pixels_V, area_m2_V = np.zeros(256), np.zeros(256)
    with open_raster(map_path) as source:
        for strip in strips(source):
            value_U = strip.values_HW.ravel()[strip.first_U]
            pixels_V += np.bincount(value_U, strip.length_U, minlength=256)
            area_m2_V += np.bincount(value_U, strip.area_m2_U, minlength=256)
        empty = nodata_of(source)
    total = max(pixels_V.sum() - pixels_V[empty], 1)
    known = not np.isnan(area_m2_V).any()
    return [
        ClassArea(
            value=value,
            name=name,
            pixels=int(pixels_V[value]),
            hectares=float(area_m2_V[value] / HECTARE_M2) if known else None,
            share=float(pixels_V[value] / total),
        )
        for value, name in names.items()
    ]


def caution_if_empty(areas: Iterable[ClassArea]) -> list[str]:
    """What to know of a map on which no pixel has a class."""
    if any(area.pixels for area in areas):
        return []
    return [say("No pixel of the extent has data: the map is empty.")]


def nodata_of(source: rasterio.DatasetReader) -> int:
    """The value of a class map's pixels without a class."""
    return int(source.nodata or 0)


def measure(map_path: Path, confidence_path: Path | None, report: Report) -> Regions:
    """All regions of a class map, without those of nodata.

    Args:
        map_path: class raster (uint8).
        confidence_path: raster of the same grid (float), if there is one.
        report: told the rows done.
    """
    parts, edges, known = [], [], 0  # a part is what lies of a region in one strip
    above_values_W, above_W = np.empty(0), np.empty(0, np.int64)
    with open_raster(map_path) as source, _maybe(confidence_path) as confidence:
        for strip in strips(source):
            rows, cols = strip.values_HW.shape
            part_U = known + _connect(_touching_runs(strip), len(strip.first_U))
            parts.append(_sum_up(strip, part_U - known, confidence))
            known += parts[-1].shape[1]
            part_W = np.repeat(part_U, strip.length_U)
            if strip.row0:
                same_W = above_values_W == strip.values_HW[0]
                edges.append(np.stack([above_W[same_W], part_W[:cols][same_W]]))
            above_values_W, above_W = strip.values_HW[-1], part_W[-cols:]
            report(strip.row0 + rows, source.height, "measuring regions")
        empty = nodata_of(source)
    edges_2E = np.concatenate([np.empty((2, 0), np.int64), *edges], axis=1)
    return _merge(np.concatenate(parts, axis=1), _connect(edges_2E, known), empty)


def _maybe(path: Path | None) -> AbstractContextManager[rasterio.DatasetReader | None]:
    return nullcontext() if path is None else open_raster(path)


def _touching_runs(strip: _Strip) -> np.ndarray:
    """Pairs of runs (2, E) of one value, one above the other; each pair once."""
    run_HW = np.cumsum(strip.starts_HW).reshape(strip.starts_HW.shape) - 1
    same = strip.values_HW[:-1] == strip.values_HW[1:]
    same &= strip.starts_HW[:-1] | strip.starts_HW[1:]  # elsewhere the pair is the one of the pixel to the left
    return np.stack([run_HW[:-1][same], run_HW[1:][same]])


def _connect(edges_2E: np.ndarray, nodes: int) -> np.ndarray:
    """The connected component (0-based) of each node of a graph."""
    graph = coo_array((np.ones(edges_2E.shape[1], bool), tuple(edges_2E)), shape=(nodes, nodes))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _sum_up(strip: _Strip, part_U: np.ndarray, confidence: rasterio.DatasetReader | None) -> np.ndarray:
    """Per part of a region: first pixel, value, pixels, area, sum of confidence (5, P)."""
    rows, cols = strip.values_HW.shape
    trust_U = np.full(len(part_U), np.nan)
    if confidence:
        trust_HW = _read(confidence, strip.row0, rows).astype(np.float64)
        trust_U = np.add.reduceat(trust_HW.ravel(), strip.first_U)
    opening_P = np.unique(part_U, return_index=True)[1]  # a part's first run, in raster order
    first_P = strip.first_U[opening_P]
    return np.stack([
        first_P + strip.row0 * cols,
        strip.values_HW.ravel()[first_P],
        *(np.bincount(part_U, weights) for weights in (strip.length_U, strip.area_m2_U, trust_U)),
    ])  # fmt: skip


def _merge(parts_5P: np.ndarray, region_P: np.ndarray, empty: int) -> Regions:
    """Join the parts that make one region; those of the value `empty` are left out."""
    first_P, value_P, *sums = parts_5P
    order_P = np.lexsort((first_P, region_P))
    opening_R = order_P[np.unique(region_P[order_P], return_index=True)[1]]
    pixels_R, area_m2_R, trust_R = (np.bincount(region_P, weights) for weights in sums)
    kept = value_P[opening_R] != empty
    order = np.argsort(first_P[opening_R][kept])
    regions = Regions(
        first_P[opening_R].astype(np.int64),
        value_P[opening_R].astype(np.int64),
        pixels_R.astype(np.int64),
        area_m2_R,
        trust_R / pixels_R,
    )
    return Regions(*(column[kept][order] for column in astuple(regions)))
