"""Where labels lie on a scene: from their own CRS to single geometries in its pixel space.

Knows CRS, longitudes and grids; knows neither files nor the pixels that a geometry marks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pyproj
import shapely
from affine import Affine
from rasterio.crs import CRS

from engine.errors import LabelError
from engine.labels.reprojection import brought_to, short
from engine.labels.tables import Value, counted_geometries, numbers_first, read_table
from engine.scene.longitudes import turn_of, turns_onto
from engine.words import say

SNAP_DECIMALS = 6
"""Decimals of a pixel that are kept: a vertex drawn on a pixel edge lies on it again, whatever the rounding of
the arithmetic with its coordinates (about 1e-8 pixels)."""
MULTI_TYPE_ID = 4
"""GEOS numbers points, lines, rings and polygons 0 to 3, and all that have several parts from 4."""


@dataclass(frozen=True)
class GeoBox:
    """Where a scene lies.

    Attributes:
        shape: rows and columns.
        crs: None where it has none.
        transform: pixel space (column, row) to the CRS; any invertible affine.
    """

    shape: tuple[int, int]
    crs: CRS | None
    transform: Affine

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """(xmin, ymin, xmax, ymax) in its CRS."""
        corners = [self.transform @ (col, row) for col in (0, self.shape[1]) for row in (0, self.shape[0])]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class LabelShapes:
    """Labels as they were drawn, in pixel space (column, row) of a scene.

    Attributes:
        parts_P: single-part geometries.
        label_P: number of each one's value.
        values: what the labels call their classes; numbers first, then text by alphabet.
        near_P: whether a part reaches the scene, as far as bounds tell.
        outside: what to say where no part marks a pixel of the scene.
        warnings: what the user should know of what was done to them.
    """

    parts_P: np.ndarray
    label_P: np.ndarray
    values: tuple[Value | float, ...]
    near_P: np.ndarray
    outside: LabelError
    warnings: tuple[str, ...]


def read_shapes(
    name: str, field: str, layer: str | None, grid: GeoBox, read: Callable[..., gpd.GeoDataFrame] = read_table
) -> LabelShapes:
    """The labels that the file `name` holds as shapes on a scene.

    Args:
        name: see `engine.labels.tables.read_table`.
        field: see there.
        layer: see there.
        grid: where the scene lies.
        read: as that; what it makes of the field is the value of a shape.

    Raises:
        LabelError: the labels cannot be read, or no geometry has a place in the scene's CRS.
    """
    told: list[str] = []
    table = read(name, field, layer, told)
    values = tuple(sorted(set(table["value"]), key=numbers_first))
    outside = _outside(table, grid)
    parts_P, label_P = _to_parts(_in_crs(table, grid, told), values, ~grid.transform, outside, told)
    if grid.crs and (turn := turn_of(pyproj.CRS.from_user_input(grid.crs))):
        parts_P, label_P = _turned(parts_P, label_P, grid, turn, told)
    bounds = shapely.bounds(parts_P)
    near_P = (bounds[:, 2:] >= 0).all(axis=1) & (bounds[:, :2] <= (grid.shape[1], grid.shape[0])).all(axis=1)
    return LabelShapes(parts_P, label_P, values, near_P, outside, tuple(told))


def _in_crs(table: gpd.GeoDataFrame, grid: GeoBox, told: list[str]) -> gpd.GeoDataFrame:
    """The labels in the scene's CRS, as far as CRS are known."""
    if not grid.crs:
        if table.crs is not None:
            told.append(
                say(
                    "The scene has no CRS and the labels have {crs}: their coordinates were used as they are, as "
                    "they fall inside the scene.",
                    crs=short(table.crs),
                )
            )
        return table
    if table.crs is None:
        told.append(say("The labels have no CRS: the scene's was taken, as they fall inside it."))
        return table
    target = pyproj.CRS.from_user_input(grid.crs)
    if target == table.crs or (target.to_epsg() and target.to_epsg() == table.crs.to_epsg()):
        return table
    theirs, its = short(table.crs), short(target)
    told.append(say("The labels were reprojected from {theirs} to the scene's {its}.", theirs=theirs, its=its))
    return brought_to(table, target)


def _outside(table: gpd.GeoDataFrame, grid: GeoBox) -> LabelError:
    """The error for labels of which none falls into the scene, with both extents and the way out."""
    theirs, its = short(table.crs) if table.crs else "", short(pyproj.CRS.from_user_input(grid.crs)) if grid.crs else ""
    spans = say("they span {extent}", extent=_extent(table.total_bounds, theirs))
    scene = say("the scene {extent}", extent=_extent(grid.extent, its))
    if its and theirs:
        return LabelError(
            "all labels lie outside the scene: {spans}, {scene}",
            "give labels of this scene; if they are, assign them the CRS that they were drawn in",
            spans=spans,
            scene=scene,
        )
    if its:
        return LabelError(
            "all labels have no CRS and lie outside the scene: {spans}, {scene}",
            "assign the labels the CRS that they were drawn in, in a GIS",
            spans=spans,
            scene=scene,
        )
    if theirs and grid.transform != Affine.identity():
        return LabelError(
            "the scene has no CRS, and all labels, in {theirs}, lie outside it: {spans}, {scene}",
            "name the scene's CRS: --crs EPSG:CODE",
            theirs=theirs,
            spans=spans,
            scene=scene,
        )
    if theirs:
        return LabelError(
            "the scene has neither a CRS nor a place on the ground, and all labels lie outside it: {spans}, {scene}",
            "give labels in its pixel coordinates (column, row), or georeference the scene first",
            spans=spans,
            scene=scene,
        )
    return LabelError(
        "neither scene nor labels have a CRS, and all labels lie outside the scene: {spans}, {scene}",
        "give labels in the scene's coordinates; or assign the labels their CRS, and name the scene's: --crs EPSG:CODE",
        spans=spans,
        scene=scene,
    )


def _extent(bounds: Iterable[float], crs: str) -> str:
    x0, y0, x1, y1 = (round(float(value), 5) for value in bounds)
    if crs:
        return say("x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g} in {crs}", x0=x0, x1=x1, y0=y0, y1=y1, crs=crs)
    return say("x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g}", x0=x0, x1=x1, y0=y0, y1=y1)


def _to_parts(
    table: gpd.GeoDataFrame, values: tuple[Value, ...], to_pixels: Affine, outside: LabelError, told: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """Valid single-part geometries in pixel space (P,), and the number of each one's class (P,)."""
    geometries = shapely.transform(table.geometry.to_numpy(), lambda xy: _in_pixels(xy, to_pixels))
    placed = np.isfinite(shapely.bounds(geometries)).all(axis=1)
    if not placed.any():
        raise outside
    if not placed.all():
        lost = counted_geometries((~placed).sum())
        told.append(say("Left out: {geometries} that cannot be placed in the scene's CRS.", geometries=lost))
    invalid = placed & ~shapely.is_valid(geometries)
    if count := invalid.sum():
        bad = say("1 invalid geometry") if count == 1 else say("{count:,} invalid geometries", count=count)
        told.append(say("Repaired: {geometries}.", geometries=bad))
        geometries[invalid] = shapely.make_valid(geometries[invalid], method="structure", keep_collapsed=False)
    numbers = {value: number for number, value in enumerate(values)}
    label_P = np.array([numbers[value] for value in table["value"]], np.int64)[placed]
    parts = geometries[placed]
    while (shapely.get_type_id(parts) >= MULTI_TYPE_ID).any():
        parts, source_P = shapely.get_parts(parts, return_index=True)
        label_P = label_P[source_P]
    drawn = ~shapely.is_empty(parts)
    if not drawn.any():
        raise LabelError("no label has an area: their outlines enclose nothing", "draw them again, or as points")
    return parts[drawn], label_P[drawn]


def _in_pixels(xy_N2: np.ndarray, to_pixels: Affine) -> np.ndarray:
    """Map coordinates as (column, row), with vertices on pixel edges at whole numbers.

    What a projection has no place for is infinite, and stays so: a ring that ended in NaN would not be closed.
    """
    with np.errstate(invalid="ignore"):
        place_N2 = np.stack(to_pixels @ tuple(xy_N2.T), axis=1)
    return np.where(np.isfinite(place_N2), np.round(place_N2, SNAP_DECIMALS), np.inf)


def _turned(
    parts_P: np.ndarray, label_P: np.ndarray, grid: GeoBox, turn: float, told: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """The parts where a scene in longitudes shows them, whole turns from where they were drawn, or at both its ends."""
    west_P, east_P = _longitudes(parts_P, grid.transform)
    first, _, last, _ = grid.extent
    least_P, most_P = turns_onto(west_P, east_P, (first, last), turn)
    if not (least_P.any() or most_P.any()):
        return parts_P, label_P
    told.append(say("The labels' longitudes were shifted by 360° to those of the scene."))
    source_P = np.repeat(np.arange(len(parts_P)), most_P - least_P + 1)
    steps_P = np.concatenate([np.arange(least, most + 1) for least, most in zip(least_P, most_P, strict=True)])
    inverse = ~grid.transform
    moved_P = parts_P[source_P]
    xy_N2, number_N = shapely.get_coordinates(moved_P, return_index=True)
    xy_N2 += turn * steps_P[number_N, None] * np.array([inverse.a, inverse.d])
    return shapely.set_coordinates(moved_P, np.round(xy_N2, SNAP_DECIMALS)), label_P[source_P]


def _longitudes(parts_P: np.ndarray, transform: Affine) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest longitude of each part (P,)."""
    xy_N2, number_N = shapely.get_coordinates(parts_P, return_index=True)
    x_N = transform.a * xy_N2[:, 0] + transform.b * xy_N2[:, 1] + transform.c
    starts_P = np.searchsorted(number_N, np.arange(len(parts_P)))
    return np.minimum.reduceat(x_N, starts_P), np.maximum.reduceat(x_N, starts_P)
