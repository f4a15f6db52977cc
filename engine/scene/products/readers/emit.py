"""EMIT L2A: reflectance in the geometry of its swath, placed by a lookup table, with its mask in a file beside it.

After the EMIT L2A Product User Guide (LP DAAC, EMITL2ARFL 001): ``location/glt_x`` and ``location/glt_y`` give the
sample and the line, from 1, of each pixel of the grid that the attributes ``geotransform`` and ``spatial_ref`` name; 0
is no pixel. The attributes of the corners are not used: published files have east and west the wrong way round.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.scene.products import hdf5
from engine.scene.products.files import Files, own_name
from engine.scene.products.hdf5 import HdfCube
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand, unmasked
from engine.scene.products.unpacked import TILE_PX, Copy
from engine.scene.windows import Span
from engine.words import say

_SCENE = r"EMIT_L\d[AB]_(?P<kind>[A-Z0-9]+)_(?P<version>\d{3})_(?P<scene>\w+)\.nc"
EMIT = re.compile(_SCENE, re.IGNORECASE)
NAMED = re.compile(r".+\.nc", re.IGNORECASE)
"""What a person may name: the file's attributes tell what it is, whatever it is called."""
ASIDE = re.compile(r"EMIT_L2A_(?:MASK|RFLUNCERT)_\w+\.nc", re.IGNORECASE)
"""What lies beside the reflectance and is no scene."""
REFLECTANCE, MASK, TABLES = "reflectance", "mask", ("location/glt_y", "location/glt_x")
NODATA = -9999.0
MASK_BANDS = 8
"""As many as the mask has in versions whose order of bands is known."""
NO_MASK = 255
FLAGS = (("clouds", 0), ("clouds", 1), (NOTHING, 3), ("clouds", 4))
"""What is masked by which band of the mask, from 0: cloud, cirrus, spacecraft in view, dilated cloud."""
BLOCK_PX = 16 * TILE_PX
"""Of the map: large, as the rows of a map cross many lines of a swath that is turned."""


def read(files: Files) -> tuple[Product, ...]:
    """The EMIT products among `files`: the one that was named, or all that a folder holds.

    Raises:
        SceneError: it is another product of EMIT, cut off, or lacks what a scene needs.
    """
    if files.chosen:
        found = _product(files, files.chosen)
        return (found,) if found else ()
    known = list(files.matches(EMIT))
    granules = [name for name, found in known if found["kind"].upper() == "RFL"] or [name for name, _ in known[:1]]
    return tuple(product for product in (_product(files, name) for name in granules) if product)


def _product(files: Files, path: str) -> Product | None:
    said, name = _attributes(path), own_name(path)
    known = EMIT.fullmatch(name)
    if not said and known:
        raise SceneError("{name} is cut off or damaged", "download it again", name=name)
    if not known and "EMIT" not in (said.get("instrument", ""), said.get("sensor", "")[:4]):
        return None
    try:
        counted = hdf5.axes(path, REFLECTANCE)
    except SceneError:
        raise _no_reflectance(files, name, known) from None
    crs, transform = _placed(said, name)
    wavelengths, widths, good = (
        hdf5.table(path, f"sensor_band_parameters/{what}").ravel().tolist()
        for what in ("wavelengths", "fwhm", "good_wavelengths")
    )
    if not len(wavelengths) == len(widths) == len(good) == counted[2]:
        raise SceneError(
            "{name} names {count} wavelengths; its cube has {found} bands",
            "download it again",
            name=name,
            count=len(wavelengths),
            found=counted[2],
        )
    _, height, width = hdf5.axes(path, TABLES[0])
    lookup = _Table(path, counted[:2], height, is_south_up=transform.e > 0)
    if transform.e > 0:
        transform = transform @ Affine(1, 0, 0, 0, -1, height)

    def copy(of: str, cube: _Swath, dtype: str, nodata: float) -> Copy:
        return Copy(gdal_names.file_of(of) or Path(of), own_name(of), crs, transform, height, width, (cube,), lookup,
                    (BLOCK_PX, BLOCK_PX), dtype, nodata)  # fmt: skip

    copies = [copy(path, _Swath(path, REFLECTANCE, range(counted[2])), "float32", NODATA)]
    made_of = {str(copies[0].file): (path,)}
    mask, caution = _mask(files, path, known, counted), ""
    flags: tuple[Flag, ...] = ()
    if mask:
        copies.append(copy(mask, _Swath(mask, MASK, tuple(place for _, place in FLAGS)), "uint8", NO_MASK))
        file = str(copies[1].file)
        made_of[file] = (mask,)
        flags = tuple(Flag(kind, file, index, (1,)) for index, (kind, _) in enumerate(FLAGS, 1))
    else:
        caution = unmasked(name)
    bands = tuple(
        ProductBand("", str(copies[0].file), index, centre, wide, (1.0, 0.0), NODATA, good=bool(fine))
        for index, (centre, wide, fine) in enumerate(zip(wavelengths, widths, good, strict=True), 1)
    )
    taken = said.get("time_coverage_start", "").replace("+0000", "Z")
    tags = {"SENSOR": "EMIT", "PRODUCT_ID": Path(name).stem, "UNITS": "surface reflectance", "SENSING_START": taken}
    return Product(
        "EMIT L2A", bands, flags, tags, taken, sensor="hyperspectral", made_of=made_of, copies=tuple(copies),
        caution=caution,
    )  # fmt: skip


def _attributes(path: str) -> dict[str, str]:
    """The attributes of the file; GDAL's driver netCDF tells texts of any length, which its driver HDF5 does not."""
    said = hdf5.attributes(path)
    if said and not {"geotransform", "spatial_ref"} <= set(said):
        try:
            with rasterio.open(path) as dataset:
                said = {key.removeprefix("NC_GLOBAL#"): value for key, value in dataset.tags().items()} | said
        except RasterioError:
            return said
    return said


def _no_reflectance(files: Files, name: str, known: re.Match[str] | None) -> SceneError:
    """What a file of EMIT without reflectance is, and which one to give."""
    beside = next((own_name(other) for other, found in files.matches(EMIT)
                   if known and found["kind"].upper() == "RFL" and found["scene"] == known["scene"]), "")  # fmt: skip
    wanted = beside or (f"EMIT_L2A_RFL_{known['version']}_{known['scene']}.nc" if known else "EMIT_L2A_RFL_….nc")
    return SceneError(
        "{name} holds no surface reflectance of EMIT",
        say("give {file}", file=wanted) if beside else say("download {file}, and give that", file=wanted),
        name=name,
    )


def _mask(files: Files, path: str, known: re.Match[str] | None, counted: tuple[int, int, int]) -> str:
    """The mask of the same scene beside the file, if it is one whose bands are known; else an empty text.

    Raises:
        SceneError: it is of another size.
    """
    own = known["scene"] if known else ""
    for name, found in files.matches(EMIT):
        if found["kind"].upper() == "MASK" and found["scene"] == own:
            size = hdf5.axes(name, MASK)
            if size[:2] != counted[:2]:
                raise SceneError(
                    "{mask} has {found} lines and samples, {name} {count}",
                    "download both again",
                    mask=own_name(name),
                    found=size[:2],
                    name=own_name(path),
                    count=counted[:2],
                )
            return name if size[2] == MASK_BANDS else ""
    return ""


@dataclass(frozen=True)
class _Swath:
    """A cube in the geometry of the swath: line, sample, band."""

    path: str
    inside: str
    places: Sequence[int]

    def read(self, lines: Span, samples: Span, places: Sequence[int]) -> NDArray[Any]:
        """See `engine.scene.products.unpacked.Cube`."""
        cube = HdfCube(self.path, self.inside, (0, 1, 2))
        values_LSB = cube.read(lines, samples, (places[0], places[-1] + 1))[..., [each - places[0] for each in places]]
        return values_LSB == 1 if self.inside == MASK else values_LSB


@dataclass(frozen=True)
class _Table:
    """The lookup table of a file, `height` pixels high, whose swath has so many lines and samples (`size`)."""

    path: str
    size: tuple[int, int]
    height: int
    is_south_up: bool

    def __call__(self, rows: Span, cols: Span) -> tuple[NDArray[Any], NDArray[Any]]:
        """See `engine.scene.products.unpacked.Lookup`.

        Raises:
            SceneError: it names pixels that are not there.
        """
        rows = (self.height - rows[1], self.height - rows[0]) if self.is_south_up else rows
        line_HW, sample_HW = (hdf5.table(self.path, name, rows, cols).astype(np.int64) - 1 for name in TABLES)
        there_HW = (line_HW >= 0) & (sample_HW >= 0)
        if (line_HW >= self.size[0]).any() or (sample_HW >= self.size[1]).any():
            raise SceneError(
                "the lookup table of {name} names pixels that the image does not have",
                "download it again",
                name=own_name(self.path),
            )
        line_HW[~there_HW] = -1
        step = -1 if self.is_south_up else 1
        return line_HW[::step], sample_HW[::step]


def _placed(said: Mapping[str, str], name: str) -> tuple[CRS, Affine]:
    """Reference system and geotransform of the grid that the lookup table is on.

    Raises:
        SceneError: they are not there, or the grid is turned.
    """
    numbers = hdf5.numbers(said.get("geotransform", ""))
    try:
        crs = CRS.from_user_input(said["spatial_ref"])
    except (KeyError, CRSError):
        numbers = []
    if len(numbers) != 6 or numbers[2] or numbers[4] or not numbers[1] > 0 or not numbers[5]:
        raise SceneError(
            "{name} does not say where its grid lies (attributes {attributes})",
            "download it again",
            name=name,
            attributes="geotransform, spatial_ref",
        )
    return crs, Affine.from_gdal(*numbers)
