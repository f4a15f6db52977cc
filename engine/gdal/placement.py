"""How an open raster is placed on the ground, and the command that puts it on a grid where it is not on one.

Jobs need a grid: an affine geotransform. Ground control points, an RPC model (rational polynomial coefficients) and
geolocation arrays place pixels as well, but only warping turns them into a grid. Warps nothing itself; does not know
who opened the raster or why.
"""

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError
from rasterio.warp import transform as to_crs

from engine.gdal import gdal_names

MOST_SPLINE_POINTS = 2000
"""With more ground control points than this a thin plate spline takes too long; a polynomial is fitted instead."""
FEWEST_POINTS = 3
"""Ground control points that a plane needs; gdalwarp fits nothing to fewer."""
ARRAY_SAMPLE_PX = 32
"""Side of the sample of a geolocation array: enough to find the middle."""
UTM_LATITUDES = -80, 84
"""UTM is defined between these; Universal Polar Stereographic beyond."""
WGS_84 = CRS.from_epsg(4326)


@dataclass(frozen=True)
class Placement:
    """How one open raster is placed: by a geotransform if it has a real one, else by the best of what it has."""

    dataset: rasterio.DatasetReader

    @cached_property
    def means(self) -> str:
        """What places the raster: "grid", "rpc", "points", "arrays" or "nothing"."""
        data = self.dataset
        other = "rpc" if data.rpcs else "points" if data.gcps[0] else "arrays" if self._arrays else None
        if other and _is_pixels(data.transform, data.height):
            return other
        return "nothing" if data.transform.is_identity else "grid"

    @property
    def warps(self) -> bool:
        """Whether only warping brings the raster onto a grid."""
        return self.means not in ("grid", "nothing")

    @property
    def _arrays(self) -> dict[str, str]:
        """The metadata of geolocation arrays (https://gdal.org/development/rfc/rfc4_geolocate.html)."""
        found = self.dataset.tags(ns="GEOLOCATION")
        return found if "X_DATASET" in found else {}

    def __str__(self) -> str:
        points, crs = self.dataset.gcps
        said = {
            "grid": "a geotransform",
            "nothing": "nothing: positions are pixel coordinates",
            "points": f"{len(points)} ground control points in {crs.to_string() if crs else 'an unknown CRS'}",
            "rpc": "an RPC model (rational polynomial coefficients)",
            "arrays": "geolocation arrays, which hold a longitude and a latitude for each pixel",
        }
        return said[self.means]

    def way_out(self, name: str) -> str:
        """The gdalwarp command, ready to paste, that brings the raster called `name` onto a grid."""
        out = "_".join([*(Path(part).stem for part in gdal_names.short(name).split(":")), "warped.tif"])
        target, remark = self._target()
        words = ["gdalwarp", *self._method(), *target, *_fill(self.dataset), name, out]
        command = " ".join(map(gdal_names.quoted, words))
        if self.means == "points" and len(self.dataset.gcps[0]) < FEWEST_POINTS:
            return f"{FEWEST_POINTS} points are needed at least: add some, then {command}"
        return f"put it on a grid first: {command}{remark}"

    def _method(self) -> Sequence[str]:
        if self.means != "points":
            return ("-rpc",) if self.means == "rpc" else ("-geoloc",)
        return ("-tps",) if len(self.dataset.gcps[0]) <= MOST_SPLINE_POINTS else ("-order", "3")

    def _target(self) -> tuple[Sequence[str], str]:
        """The option that names the reference system to warp to, and what to say about it."""
        own = WGS_84 if self.means == "rpc" else self._crs
        if own is None:
            return (), " (its points name no CRS: add -s_srs with theirs, and -t_srs EPSG:N with the one you want)"
        if own.is_projected:  # gdalwarp keeps it
            return (), ""
        middle = self._middle(own)
        if middle is None:
            return ("-t_srs", "EPSG:4326"), " (better: with the EPSG code of a projected CRS of the place)"
        return ("-t_srs", f"EPSG:{utm_zone(*middle)}"), ""

    @property
    def _crs(self) -> CRS | None:
        """The reference system of the points or arrays."""
        if self.means == "points":
            return self.dataset.gcps[1] or None
        try:
            return CRS.from_user_input(self._arrays["SRS"])
        except (KeyError, CRSError):
            return None

    def _middle(self, crs: CRS) -> tuple[float, float] | None:
        """Longitude and latitude of the raster's middle in degrees; None if it cannot be found out."""
        if self.means == "rpc":
            x_N, y_N = [self.dataset.rpcs.long_off], [self.dataset.rpcs.lat_off]
        elif self.means == "points":
            points, _ = self.dataset.gcps
            x_N, y_N = [point.x for point in points], [point.y for point in points]
        else:
            x_N, y_N = _median(self._arrays, "X"), _median(self._arrays, "Y")
        try:
            lon_N, lat_N = (np.asarray(axis) for axis in to_crs(crs, WGS_84, x_N, y_N))
        except (RasterioError, CRSError):
            return None
        real_N = (np.abs(lon_N) <= 360) & (np.abs(lat_N) <= 90)  # false for NaN and infinity, too
        if not real_N.any():
            return None
        turns = np.exp(1j * np.radians(lon_N[real_N])).mean()  # right across the antimeridian, too
        return math.degrees(np.angle(turns)), float(lat_N[real_N].mean())


def _is_pixels(transform: Affine, height: int) -> bool:
    """Whether a geotransform only numbers pixels: what GDAL answers for none, and what writers put in its place."""
    a, b, c, d, e, f = tuple(transform)[:6]
    return (a, b, d) == (1, 0, 0) and abs(e) == 1 and abs(c) <= 1 and abs(f) <= height + 1


def utm_zone(longitude: float, latitude: float) -> int:
    """The EPSG code of the UTM zone around a place, WGS 84; of Universal Polar Stereographic near the poles.

    Example:
        >>> utm_zone(13.4, 52.5), utm_zone(-70.6, -33.4), utm_zone(0, -89)
        (32633, 32719, 32761)
    """
    south = 100 if latitude < 0 else 0
    if not UTM_LATITUDES[0] <= latitude <= UTM_LATITUDES[1]:
        return 32661 + south
    return 32601 + south + int((longitude + 180) // 6) % 60


def _median(arrays: dict[str, str], axis: str) -> list[float]:
    """A middling value of the "X" or the "Y" of geolocation arrays, in a list; NaN if they cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(arrays[f"{axis}_DATASET"]) as data:
                shape = min(data.height, ARRAY_SAMPLE_PX), min(data.width, ARRAY_SAMPLE_PX)
                values = data.read(int(arrays[f"{axis}_BAND"]), out_shape=shape, masked=True)
    except (KeyError, ValueError, IndexError, RasterioError):
        return [math.nan]
    known = np.sort(values.compressed().astype(float))
    known = known[np.isfinite(known)]
    return [float(known[known.size // 2])] if known.size else [math.nan]


def _fill(dataset: rasterio.DatasetReader) -> Sequence[str]:
    """The gdalwarp option that makes what lies outside the warped raster nodata, where the raster has no nodata value.

    A nodata value rather than `-dstalpha`, with which gdalwarp drops the names of the bands.
    """
    if any(value is not None for value in dataset.nodatavals):
        return ()
    dtype = np.dtype(dataset.dtypes[0])
    if dtype.kind == "f":
        return "-dstnodata", "nan"
    return "-dstnodata", str(np.iinfo(dtype).min)
