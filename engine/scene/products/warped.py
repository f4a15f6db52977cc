"""Bands of a source on another grid, which GDAL warps as they are read: the XML of a VRT. Copies no pixel.

GDAL warps all bands of such a VRT at once, and opens its source for each of them. So a band that a file keeps apart has
a VRT of its own; bands of a file that keeps each pixel's together (BIP) share one, or each of hundreds would decode all
of them and hold a block of all of them (see `beside`). The format: https://gdal.org/drivers/raster/vrt.html.
"""

import math
import xml.etree.ElementTree as ET  # nosec B405 - parses only what GDAL has just written
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import rasterio
from rasterio.crs import CRS
from rasterio.dtypes import dtype_rev, typename_fwd
from rasterio.enums import ColorInterp, Interleaving, Resampling
from rasterio.vrt import WarpedVRT

from engine.gdal import gdal_names
from engine.gdal.virtual import hold_vrt
from engine.scene.products.grid import Grid

EXACT = 0.001
"""Pixels by which GDAL's transformer may err where it interpolates between exact places."""
BLOCK_PX = (256, 64)
"""Rows and columns of what is resampled at once. GDAL keeps these blocks, unless a read is both wider and taller: as
tall as the reads of a map (`engine.inference.block_reader`), which so finds what labels and statistics looked at."""
SHARED_BLOCK_PX = (64, 64)
"""The same where bands are warped together. All reads go by these blocks, and hundreds of bands of few are kept."""
HALF_TURN = 180 + 1e-9
"""Degrees: PROJ gives longitudes from -180 to 180."""


class WarpedBands:
    """Bands of sources on one grid, each by the name under which GDAL opens it.

    Args:
        grid: the grid.
        beside: source -> its bands that are wanted, in the order of the VRT that they share (see `beside`).
    """

    def __init__(self, grid: Grid, beside: Mapping[str, Sequence[int]]) -> None:
        self._grid, self._beside = grid, beside
        self._made: dict[tuple[object, ...], ET.Element] = {}
        self._held: dict[tuple[object, ...], str] = {}

    def band(self, source: rasterio.DatasetReader, index: int, nearest: bool, nodata: float | None) -> tuple[str, int]:
        """What GDAL opens for a band of a source, and the band's number there.

        Args:
            source: with the band, on any grid.
            index: of the band, from 1.
            nearest: whether pixels are taken as they are.
            nodata: of the band.
        """
        shared = () if nearest else self._beside.get(source.name, ())
        if index not in shared:
            return self._alone(source, index, nearest, nodata), 1
        key = source.name, repr(nodata)
        if key not in self._held:
            root = _of_bands(self._warped(source, nearest, nodata), shared, SHARED_BLOCK_PX)
            self._held[key] = hold_vrt(Path(gdal_names.short(source.name)).stem, ET.tostring(root, encoding="unicode"))
        return self._held[key], shared.index(index) + 1

    def reach(self, source: rasterio.DatasetReader) -> tuple[str, int]:
        """The same for a band that is 0 where a source does not reach, or its own mask says so."""
        return self._alone(source, 1, True, None, reach=True), 2

    def _alone(
        self, source: rasterio.DatasetReader, index: int, nearest: bool, nodata: float | None, reach: bool = False
    ) -> str:
        key = source.name, nearest, repr(nodata), reach
        if key not in self._made:
            self._made[key] = _of_bands(self._warped(source, nearest, nodata, reach), (1,), BLOCK_PX)
        root = self._made[key]
        for band in root.findall("VRTRasterBand")[:1]:
            band.set("dataType", gdal_type(source, index))
        for mapped in root.iter("BandMapping"):
            mapped.set("src", str(index))
        return ET.tostring(root, encoding="unicode")

    def _warped(
        self, source: rasterio.DatasetReader, nearest: bool, nodata: float | None, reach: bool = False
    ) -> ET.Element:
        """A VRT of all bands, and of alpha for `reach`.

        It is a column wider than the grid: a read of all its pixels would pass by its blocks, and round a few pixels
        otherwise. Nodata counts band by band. A pixel that lacks all bands stays empty; one that lacks some of them
        takes these from its neighbours, as far as they reach.
        """
        grid = self._grid
        how = Resampling.nearest if nearest else resampling(source, grid)
        options: dict[str, Any] = {} if nodata is None or nearest else {"src_nodata": nodata, "nodata": nodata}
        with WarpedVRT(
            source, src_crs=_unbroken(source), crs=grid.crs, transform=grid.transform, width=grid.width + 1,
            height=grid.height, resampling=how, tolerance=EXACT, add_alpha=reach,
            UNIFIED_SRC_NODATA="PARTIAL", **options,
        ) as warped:  # fmt: skip
            made = next(iter(warped.tags(ns="xml:VRT").values()))
        return ET.fromstring(made)  # noqa: S314 # nosec B314 - GDAL wrote it


def beside(source: rasterio.DatasetReader, indices: Sequence[int]) -> tuple[int, ...]:
    """Those of some bands that are warped together; none if each is warped alone.

    They are if a block of the file holds all of them. GDAL opens the VRT that they share once for each open scene:
    within one VRT, sources of one name share a handle, and no other VRT has it.
    """
    wanted = tuple(sorted(set(indices)))
    together = source.interleaving is Interleaving.pixel and len(set(source.dtypes)) == 1
    return wanted if together and len(wanted) > 1 and ColorInterp.alpha not in source.colorinterp else ()


def resampling(source: rasterio.DatasetReader, grid: Grid) -> Resampling:
    """Means where pixels get larger, interpolation where they get smaller."""
    centre = source.transform @ (source.width / 2, source.height / 2)
    sides = list(_sides(source, grid, centre))
    return Resampling.average if min(sides) > 1.5 else Resampling.bilinear


def gdal_type(source: rasterio.DatasetReader, index: int) -> str:
    """What GDAL calls the type of a band's pixels."""
    return str(typename_fwd[dtype_rev[source.dtypes[index - 1]]])


def _sides(source: rasterio.DatasetReader, grid: Grid, centre: tuple[float, float]) -> Iterator[float]:
    """How many of the source's pixels one of the grid's is long, along rows and columns."""
    if source.crs and grid.crs and source.crs != grid.crs:
        side = abs(source.transform.a), abs(source.transform.e)
        xs = [centre[0], centre[0] + side[0], centre[0]]
        ys = [centre[1], centre[1], centre[1] + side[1]]
        east, north = rasterio.warp.transform(source.crs, grid.crs, xs, ys)
        for other in (1, 2):
            yield grid.pixel / max(math.hypot(east[other] - east[0], north[other] - north[0]), 1e-12)
    else:
        yield grid.pixel / Grid.of(source).pixel


def _unbroken(source: rasterio.DatasetReader) -> CRS | None:
    """The source's reference system; where it goes across the 180th meridian, with longitudes that do so, too."""
    west, _, east, _ = source.bounds
    if source.crs is None or not source.crs.is_geographic or (west >= -HALF_TURN and east <= HALF_TURN):
        return source.crs
    return CRS.from_string(f"{source.crs.to_proj4()} +lon_wrap={(west + east) / 2}")


def _of_bands(root: ET.Element, indices: Sequence[int], block: tuple[int, int]) -> ET.Element:
    """A warped VRT without all bands but some, in rising order, and the last if that is alpha; in small blocks."""
    alpha, bands = root.find(".//DstAlphaBand"), root.findall("VRTRasterBand")
    kept = {index: place for place, index in enumerate((*indices, *([len(bands)] if alpha is not None else [])), 1)}
    for index, band in enumerate(bands, 1):
        if index in kept:
            band.set("band", str(kept[index]))
        else:
            root.remove(band)
    if alpha is not None:
        alpha.text = str(len(kept))
    for listed in root.iter("BandList"):
        for mapped in tuple(listed):
            if int(mapped.get("src", 0)) in indices:
                mapped.set("dst", str(kept[int(mapped.get("src", 0))]))
            else:
                listed.remove(mapped)
    for tag, side in zip(("BlockYSize", "BlockXSize"), block, strict=True):
        for each in root.iter(tag):
            each.text = str(side)
    return root
