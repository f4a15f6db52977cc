"""Extents on the ground and windows of pixels: what of a scene an extent touches, and how far the scene reaches."""

import math

import pyproj

from engine.errors import RequestError
from engine.scene.longitudes import best_turn, turn_of
from engine.scene.raster import Scene
from engine.scene.windows import Window

PIXEL_SLACK = 1e-6  # an edge that misses a pixel's border by less lies on it: extents are printed with few digits


def window_of(extent: tuple[float, ...] | None, scene: Scene) -> Window:
    """The pixels that an extent (xmin, ymin, xmax, ymax) in the scene's CRS touches; None is the whole scene.

    Raises:
        RequestError: it is no extent, or none of it lies on the scene.
    """
    if extent is None:
        return (0, scene.height), (0, scene.width)
    if len(extent) != 4 or not all(map(math.isfinite, extent)) or extent[0] >= extent[2] or extent[1] >= extent[3]:
        raise RequestError(
            "expected an extent of xmin,ymin,xmax,ymax; found {extent}",
            "the scene's extent is {whole}",
            extent=",".join(f"{number:g}" for number in extent),
            whole=shown_extent(scene),
        )
    west, east = _as_the_scene(extent[::2], scene)
    corners = [~scene.transform @ (x, y) for x in (west, east) for y in extent[1::2]]
    cols, rows = ([corner[axis] for corner in corners] for axis in (0, 1))
    window = _touched(rows, scene.height), _touched(cols, scene.width)
    if any(start >= stop for start, stop in window):
        raise RequestError(
            "the extent {extent} lies outside the scene",
            "the scene's extent is {whole} in its own CRS",
            extent=",".join(f"{number:.10g}" for number in extent),
            whole=shown_extent(scene),
        )
    return window


def _as_the_scene(span: tuple[float, ...], scene: Scene) -> tuple[float, float]:
    """The x of an extent; longitudes are counted as the scene's, which may be whole turns away."""
    turn = turn_of(pyproj.CRS.from_user_input(scene.crs)) if scene.crs else None
    first, _, last, _ = extent_of(scene)
    shift = best_turn((span[0], span[1]), (first, last), turn) * turn if turn else 0.0
    return span[0] + shift, span[1] + shift


def _touched(positions: list[float], length: int) -> tuple[int, int]:
    start, stop = math.floor(min(positions) + PIXEL_SLACK), math.ceil(max(positions) - PIXEL_SLACK)
    return max(0, start), min(length, stop)


def extent_of(scene: Scene) -> tuple[float, float, float, float]:
    """The scene's own (xmin, ymin, xmax, ymax) in its CRS."""
    corners = [scene.transform @ (col, row) for col in (0, scene.width) for row in (0, scene.height)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def shown_extent(scene: Scene) -> str:
    """The same as a text that `--extent` takes."""
    return ",".join(f"{number:.10g}" for number in extent_of(scene))
