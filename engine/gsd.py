"""The size of a pixel on the ground, whatever the grid is measured in: metres, feet, degrees or Mercator metres."""

import math

from affine import Affine
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.transform import xy
from rasterio.warp import transform as transform_points

METRES_PER_DEGREE = 111_320.0
"""Length of a degree of latitude, and of longitude at the equator (WGS 84, to 0.6 %)."""
SAME_SCALE = 0.05
"""Relative difference below which a map unit counts as true on the ground (UTM and Lambert grids are within 0.1 %)."""

Step = tuple[float, float]


def pixel_size_m(crs: CRS, transform: Affine, width: int, height: int) -> float:
    """Mean of a pixel's width and height on the ground in metres, at the centre of a grid of `width` x `height`."""
    across, down = (transform.a, transform.d), (transform.b, transform.e)
    steps_m = _steps_on_ground(crs, transform, width, height)
    if crs.is_geographic:
        return _mean_length(*steps_m)
    metres = _metres_per_unit(crs)
    stretch = math.sqrt(_area(*steps_m) / (_area(across, down) * metres**2))
    # Web Mercator's metres shrink with the cosine of the latitude; other grids are taken as true.
    true = stretch == 0 or abs(stretch - 1) < SAME_SCALE
    return _mean_length(across, down) * metres * (1 if true else stretch)


def _steps_on_ground(crs: CRS, transform: Affine, width: int, height: int) -> tuple[Step, Step]:
    """Metres (east, north) from the centre to the next pixel across and to the next one down; zeros if unknown."""
    row, col = height / 2, width / 2
    xs, ys = xy(transform, [row, row, row + 1], [col, col + 1, col], offset="ul")
    try:
        lons, lats = (xs, ys) if crs.is_geographic else transform_points(crs, "EPSG:4326", list(xs), list(ys))
    except RasterioError:
        return (0.0, 0.0), (0.0, 0.0)
    east = METRES_PER_DEGREE * math.cos(math.radians(max(-90.0, min(90.0, lats[0]))))
    across, down = (((lons[k] - lons[0]) * east, (lats[k] - lats[0]) * METRES_PER_DEGREE) for k in (1, 2))
    return across, down


def _mean_length(across: Step, down: Step) -> float:
    return (math.hypot(*across) + math.hypot(*down)) / 2


def _area(across: Step, down: Step) -> float:
    return abs(across[0] * down[1] - across[1] * down[0])


def _metres_per_unit(crs: CRS) -> float:
    try:
        return float(crs.linear_units_factor[1])
    except RasterioError:
        return 1.0
