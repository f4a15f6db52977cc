"""Labels in the CRS of a scene, whole also where they cross the meridian at which longitudes begin anew.

PROJ gives longitudes from -180° to 180°. What lies across 180° would reach around the world, so longitudes are
followed along each outline. Knows no files, no pixels and no classes.
"""

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from engine.errors import LabelError
from engine.scene.longitudes import nearest, turn_of

STEPS = 64
"""Pieces in which the longest side of an outline is followed: none is half a turn long then."""


def brought_to(table: gpd.GeoDataFrame, target: pyproj.CRS) -> gpd.GeoDataFrame:
    """The labels in another CRS.

    Raises:
        LabelError: there is no way from one CRS to the other.
    """
    try:
        moved = table.to_crs(target)
    except (pyproj.exceptions.ProjError, ValueError) as error:
        raise LabelError(
            f"the labels' CRS {short(table.crs)} cannot be brought to the scene's {short(target)}",
            "assign the labels the CRS that they were drawn in, or --crs to the scene if its own is wrong",
        ) from error
    turn = turn_of(target)
    if turn is None:
        return moved
    before, after = table.geometry.to_numpy(), moved.geometry.to_numpy()
    source_turn = turn_of(table.crs)
    if source_turn:
        whole = _as_drawn(before, after, turn / source_turn, turn)
    else:
        transformer = pyproj.Transformer.from_crs(table.crs, target, always_xy=True)
        whole = _followed(before, after, transformer, turn)
    return moved.set_geometry(gpd.GeoSeries(whole, moved.index, crs=target))


def _as_drawn(before: np.ndarray, after: np.ndarray, ratio: float, turn: float) -> np.ndarray:
    """Longitudes counted as the labels' own: 190° stays near 190°."""
    xy_N2 = shapely.get_coordinates(after)
    with np.errstate(invalid="ignore"):
        xy_N2[:, 0] = nearest(xy_N2[:, 0], shapely.get_coordinates(before)[:, 0] * ratio, turn)
    return np.asarray(shapely.set_coordinates(after.copy(), xy_N2))


def _followed(before: np.ndarray, after: np.ndarray, transformer: pyproj.Transformer, turn: float) -> np.ndarray:
    """Outlines that jump by more than half a turn are followed in small steps; the others are as they are."""
    xy_N2, number_N = shapely.get_coordinates(after, return_index=True)
    with np.errstate(invalid="ignore"):
        jumps_N = (np.abs(np.diff(xy_N2[:, 0])) > turn / 2) & (np.diff(number_N) == 0)
    whole = after.copy()
    for number in np.unique(number_N[:-1][jumps_N]) if len(number_N) else []:
        x0, y0, x1, y1 = before[number].bounds
        dense = shapely.segmentize(before[number], max(x1 - x0, y1 - y0) / STEPS)
        placed = shapely.transform(dense, lambda xy: np.stack(transformer.transform(*xy.T), axis=1))
        whole[number] = _unrolled(placed, turn)
    return whole


def _unrolled(geometry: shapely.Geometry, turn: float) -> shapely.Geometry:
    """The geometry with longitudes that go on across the meridian where they begin anew."""
    if hasattr(geometry, "geoms"):
        return type(geometry)([_unrolled(part, turn) for part in geometry.geoms])
    if geometry.geom_type == "Point":
        return geometry
    if geometry.geom_type != "Polygon":
        return type(geometry)(_line(geometry, turn))
    shell_N2 = _line(geometry.exterior, turn)
    if not np.allclose(shell_N2[0], shell_N2[-1]):  # it goes around a pole: no outline in longitudes is right
        return geometry
    middle = float((shell_N2[:, 0].min() + shell_N2[:, 0].max()) / 2)
    holes = [_line(ring, turn) for ring in geometry.interiors]
    for hole_N2 in holes:
        centre = (hole_N2[:, 0].min() + hole_N2[:, 0].max()) / 2
        hole_N2[:, 0] += nearest(centre, middle, turn) - centre
    return shapely.Polygon(shell_N2, holes)


def _line(line: shapely.Geometry, turn: float) -> np.ndarray:
    xy_N2: np.ndarray = shapely.get_coordinates(line)
    if np.isfinite(xy_N2).all():
        xy_N2[:, 0] = np.unwrap(xy_N2[:, 0], period=turn)
    return xy_N2


def short(crs: pyproj.CRS) -> str:
    """``EPSG:32633``, or the CRS's name."""
    return f"EPSG:{crs.to_epsg()}" if crs.to_epsg() else str(crs.name)
