"""Which pixels labelled geometries mark.

Geometries come in pixel space: x = column, y = row, pixel edges at whole numbers. Pure and cheap whatever the
scene's size: a polygon is burnt in a window of its own, and one that is too large for that is sampled.
Knows neither files, nor CRS, nor what classes mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

GEOMETRY_CAP_PX = 2_000
"""Pixels taken of one geometry: one big field must not outvote ten small ones, and neighbours add little."""
CLASS_CAP_PX = 5_000
"""Pixels taken of one class: more neither help a light head nor keep its fit within seconds."""
WINDOW_PX = 2**20
"""Largest window that is burnt whole: 1 MB and about a millisecond. A larger polygon is sampled."""
LINE_STEP_PX = 0.1
"""A line marks the pixels in which it runs for more than this, a point of it being looked at every so often."""
SAMPLING_ROUNDS = 16
"""Rounds of one random pixel per coarse cell, before a thin polygon is content with what was found."""

Pixels = tuple[np.ndarray, np.ndarray]  # rows_N, cols_N, int64


@dataclass(frozen=True)
class MarkedPixels:
    """Marked pixels, each once and with one class, in raster order; and what was left out.

    Attributes:
        rows_N: row of each pixel.
        cols_N: column of each pixel.
        labels_N: class of each pixel.
        part_N: which geometry it came from.
        marked_P: per geometry, whether it marks any pixel of the raster.
        sampled: how many geometries gave a sample of their pixels.
        torn: how many pixels were left out because geometries of different classes mark them.
        capped: the classes that gave a sample of their pixels.
    """

    rows_N: np.ndarray
    cols_N: np.ndarray
    labels_N: np.ndarray
    part_N: np.ndarray
    marked_P: np.ndarray
    sampled: int
    torn: int
    capped: tuple[int, ...]


def mark(parts: Sequence[shapely.Geometry], label_P: np.ndarray, shape: tuple[int, int], seed: int) -> MarkedPixels:
    """The pixels that single-part geometries with classes `label_P` mark in a raster of `shape`."""
    rng = np.random.default_rng(seed)
    burnt = [pixels_of(part, shape, rng) for part in parts]
    counts = [len(rows) for (rows, _), _ in burnt]
    part_N = np.repeat(np.arange(len(parts)), counts)
    flat_N = np.concatenate([np.empty(0, np.int64), *(rows * shape[1] + cols for (rows, cols), _ in burnt)])
    once_N, torn = _one_class_each(flat_N, label_P[part_N])
    flat_N, part_N = flat_N[once_N], part_N[once_N]
    kept, capped = [np.empty(0, np.int64)], []
    for label in np.unique(label_P):
        own = np.flatnonzero(label_P[part_N] == label)
        kept.append(own[spread(len(own), CLASS_CAP_PX, rng)])
        capped += [int(label)] if len(kept[-1]) < len(own) else []
    order = np.concatenate(kept)
    order = order[np.argsort(flat_N[order])]
    rows_N, cols_N = np.divmod(flat_N[order], shape[1])
    return MarkedPixels(
        rows_N=rows_N,
        cols_N=cols_N,
        labels_N=label_P[part_N[order]],
        part_N=part_N[order],
        marked_P=np.array(counts) > 0,
        sampled=sum(not whole for _, whole in burnt),
        torn=torn,
        capped=tuple(capped),
    )


def _one_class_each(flat_N: np.ndarray, label_N: np.ndarray) -> tuple[np.ndarray, int]:
    """Which entries to keep (the first of each pixel, in their order), and how many pixels have several classes."""
    order = np.lexsort((label_N, flat_N))
    opens = np.diff(flat_N[order], prepend=-1) != 0  # the entries of one pixel are now together, sorted by class
    closes = np.roll(opens, -1)
    agree = label_N[order[opens]] == label_N[order[closes]]
    return np.sort(order[opens][agree]), int((~agree).sum())


def pixels_of(geometry: shapely.Geometry, shape: tuple[int, int], rng: np.random.Generator) -> tuple[Pixels, bool]:
    """The pixels inside a raster of `shape` (rows, columns) that a single-part geometry marks, each once.

    Point: the pixel that holds it (half-open: a point on an edge belongs to the pixel below or right).
    Line: the pixels it touches. Polygon: the pixels whose centre is inside, or, where it holds no centre
    at all, the one pixel that holds a point of it.

    Returns:
        The pixels (rows_N, cols_N), and whether all were taken: at most `GEOMETRY_CAP_PX`, spread evenly, are.
    """
    if geometry.geom_type == "Polygon":
        (rows, cols), whole = _polygon(geometry, shape, rng)
    else:
        (rows, cols), whole = _points(_vertices(geometry, shape), shape), True
    chosen = spread(len(rows), GEOMETRY_CAP_PX, rng)
    return (rows[chosen], cols[chosen]), whole and len(chosen) == len(rows)


def spread(count: int, cap: int, rng: np.random.Generator) -> np.ndarray:
    """At most `cap` of the numbers 0 .. count-1, ascending: one at random out of each of `cap` equal stretches."""
    if count <= cap:
        return np.arange(count)
    edges = np.arange(cap + 1) * count // cap
    return rng.integers(edges[:-1], edges[1:])


def _vertices(geometry: shapely.Geometry, shape: tuple[int, int]) -> np.ndarray:
    """Points (x, y) of a point, or close together along a line; of a line only what crosses the raster."""
    if geometry.geom_type != "Point":
        geometry = shapely.segmentize(shapely.clip_by_rect(geometry, 0, 0, shape[1], shape[0]), LINE_STEP_PX)
    return np.asarray(shapely.get_coordinates(geometry))


def _points(xy_N2: np.ndarray, shape: tuple[int, int]) -> Pixels:
    """The pixels that hold these points, each once, in raster order."""
    cols, rows = np.floor(xy_N2).astype(np.int64).T
    inside = (rows >= 0) & (rows < shape[0]) & (cols >= 0) & (cols < shape[1])
    flat = np.unique(rows[inside] * shape[1] + cols[inside])
    return flat // shape[1], flat % shape[1]


def _polygon(polygon: shapely.Polygon, shape: tuple[int, int], rng: np.random.Generator) -> tuple[Pixels, bool]:
    """All pixels with their centre in `polygon`, and True; or a sample of them, and False."""
    x0, y0, x1, y1 = polygon.bounds
    row0, row1 = max(int(np.floor(y0)), 0), min(int(np.ceil(y1)), shape[0])
    col0, col1 = max(int(np.floor(x0)), 0), min(int(np.ceil(x1)), shape[1])
    height, width = max(row1 - row0, 0), max(col1 - col0, 0)
    step = max(int(np.ceil(np.sqrt(height * width / WINDOW_PX))), 1)
    touched = np.zeros((-(-height // step), -(-width // step)), np.uint8)
    if touched.size:
        rasterize([polygon], out=touched, transform=Affine(step, 0, col0, 0, step, row0), all_touched=step > 1)
    cells = np.argwhere(touched) * step + (row0, col0)
    if step > 1:
        cells = _sample(polygon, cells, step, shape, rng)
    if not len(cells):  # the polygon holds no pixel's centre
        return _points(shapely.get_coordinates(polygon.representative_point()), shape), True
    return (cells[:, 0], cells[:, 1]), step == 1


def _sample(
    polygon: shapely.Polygon, cells_N2: np.ndarray, step: int, shape: tuple[int, int], rng: np.random.Generator
) -> np.ndarray:
    """Pixels (row, column) of a large polygon, one at random per coarse cell (step x step pixels) and round."""
    shapely.prepare(polygon)
    found = np.empty(0, np.int64)
    for _ in range(SAMPLING_ROUNDS):
        chosen = cells_N2[spread(len(cells_N2), GEOMETRY_CAP_PX, rng)]
        rows, cols = (chosen + rng.integers(0, step, chosen.shape)).T
        hit = (rows < shape[0]) & (cols < shape[1]) & shapely.contains_xy(polygon, cols + 0.5, rows + 0.5)
        found = np.union1d(found, rows[hit] * shape[1] + cols[hit])
        if len(found) >= GEOMETRY_CAP_PX:
            break
    return np.stack([found // shape[1], found % shape[1]], axis=1)
