"""PRISMA L2D: two cubes of one HDF-EOS 5 file, which are unpacked once (see `unpacked`).

After the PRISMA Products Specification Document, issue 2.3: cubes are stored line, band, sample; wavelengths, the scale
of each detector, the CRS and the centres of the corner pixels are attributes of the file. Some places for bands are
empty. Wavelengths run from long to short; here they ascend within each detector, and the detectors overlap.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform as to_crs

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.scene.products import hdf5
from engine.scene.products.files import Files, own_name
from engine.scene.products.hdf5 import HdfCube
from engine.scene.products.product import Product, ProductBand
from engine.scene.products.unpacked import TILE_PX, Copy
from engine.scene.windows import Span

L2D = re.compile(r"PRS_L2D_\w+\.he5", re.IGNORECASE)
PRISMA = re.compile(r"PRS_L\d\w*_\w+\.he5", re.IGNORECASE)
NAMED = re.compile(r".+\.he5", re.IGNORECASE)
"""What a person may name: the file's attributes tell what it is, whatever it is called."""
DETECTORS = ("Vnir", "Swir")
PLACED = "L2D"
"""The only level on a map grid."""
NODATA = -9999.0
INVALID, NEGATIVE = (1, 3), 2
"""Of the error matrix: 1 invalid in L1, 3 saturated, 2 negative after the correction, which is stored as 0."""
HIGHEST_DN = 65535
OFF_CORNER_M = 1.0
"""By which corners of one side may differ."""
_SWATH = "HDFEOS/SWATHS/PRS_L2D_HCO"
_UTC = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+$")


def read(files: Files) -> tuple[Product, ...]:
    """The PRISMA products among `files`: the one that was named, or all that a folder or archive holds.

    Raises:
        SceneError: it is of another level, cut off, or lacks what a scene needs.
    """
    names = [files.chosen] if files.chosen else [name for name, _ in files.matches(PRISMA)]
    found = [_product(name, files.given) for name in names]
    return tuple(product for product in found if product)


def _product(path: str, given: str) -> Product | None:
    said, name = hdf5.attributes(path), own_name(path)
    if not said and PRISMA.fullmatch(name):
        raise SceneError("{name} is cut off or damaged", "download it again", name=name)
    kind = said.get("Product_ID", "") or (name if PRISMA.fullmatch(name) else "")
    level = re.match(r"PRS_(L\d\w?)", kind.upper())
    if level is None:
        return None
    if level[1] != PLACED:
        raise SceneError(
            "{name} is PRISMA {level}: its pixels lie as the sensor saw them, on no map grid",
            "download the L2D product of the same scene",
            name=name,
            level=level[1],
        )
    lists = {detector: _Lists.of(said, detector, name) for detector in DETECTORS}
    crs, box, first = _crs(said, name), _box(said, name), lists[DETECTORS[0]]
    counted = hdf5.axes(path, f"{_SWATH}/Data Fields/VNIR_Cube")
    one, two, _ = _told_apart(path, counted, len(first.centres))
    layout = _Layout.of(path, crs, box, (counted[one], counted[two]))
    lines, samples = layout.size
    transform = _transform(box, layout.size)
    cubes = tuple(_Detector.of(path, detector, lists[detector], layout) for detector in DETECTORS)
    source = gdal_names.file_of(path) or Path(path)
    copy = Copy(source, name, crs, transform, lines, samples, cubes, _Lines(lines, samples, layout.flips),
                (TILE_PX, -(-samples // TILE_PX) * TILE_PX), "float32", NODATA)  # fmt: skip
    file = str(copy.file)
    kept = [(lists[d].centres[place], lists[d].widths[place]) for d in DETECTORS for place in lists[d].places]
    bands = tuple(ProductBand("", file, index, *each, (1.0, 0.0), NODATA) for index, each in enumerate(kept, 1))
    taken = said.get("Product_StartTime", "")
    taken = f"{taken}Z" if _UTC.fullmatch(taken) else taken
    tags = {"SENSOR": "PRISMA", "PRODUCT_ID": Path(name).stem, "UNITS": "surface reflectance", "SENSING_START": taken}
    return Product(
        "PRISMA L2D",
        bands,
        tags=tags,
        taken=taken,
        sensor="hyperspectral",
        made_of={file: (path,)},
        copies=(copy,),
    )


@dataclass(frozen=True)
class _Lists:
    """What the file says of a detector's places for bands: wavelengths and widths in nm, and which hold a band."""

    centres: Sequence[float]
    widths: Sequence[float]
    places: Sequence[int]
    scaling: tuple[float, float]

    @classmethod
    def of(cls, said: Mapping[str, str], detector: str, name: str) -> "_Lists":
        """From the attributes.

        Raises:
            SceneError: one is missing, or they do not fit each other.
        """
        centres, widths = (hdf5.numbers(said.get(f"List_{what}_{detector}", "")) for what in ("Cw", "Fwhm"))
        flags = hdf5.numbers(said.get(f"List_Cw_{detector}_Flags", "")) or [1.0] * len(centres)
        ends = [hdf5.numbers(said.get(f"L2Scale{detector}{end}", "")) for end in ("Min", "Max")]
        if (
            not centres
            or len(centres) != len(widths)
            or len(centres) != len(flags)
            or any(len(end) != 1 for end in ends)
        ):
            raise SceneError(
                "{name} does not say wavelengths and scale of its {detector} bands",
                "download the product again",
                name=name,
                detector=detector.upper(),
            )
        held = [place for place, centre in enumerate(centres) if centre > 0 and flags[place]]
        low, high = (end[0] for end in ends)
        return cls(centres, widths, sorted(held, key=centres.__getitem__), ((high - low) / HIGHEST_DN, low))


@dataclass(frozen=True)
class _Detector:
    """The bands of one detector as reflectance. A pixel without data is 0, or has an error."""

    cube: HdfCube
    errors: HdfCube | None
    places: Sequence[int]
    scaling: tuple[float, float]

    @classmethod
    def of(cls, path: str, detector: str, lists: _Lists, layout: "_Layout") -> "_Detector":
        """The cube of a detector, and its error matrix if the file has one.

        Raises:
            SceneError: the cube is not there, or has other bands than the attributes.
        """
        inside, count = f"{_SWATH}/Data Fields/{detector.upper()}", len(lists.centres)
        try:
            errors = layout.cube(path, f"{inside}_PIXEL_L2_ERR_MATRIX", count)
        except SceneError:
            errors = None
        return cls(layout.cube(path, f"{inside}_Cube", count), errors, lists.places, lists.scaling)

    def read(self, lines: Span, samples: Span, places: Sequence[int]) -> NDArray[Any]:
        """See `engine.scene.products.unpacked.Cube`."""
        bands = min(places), max(places) + 1
        chosen = [place - bands[0] for place in places]
        stored_LSB = self.cube.read(lines, samples, bands)[..., chosen]
        scale, offset = self.scaling
        values_LSB = stored_LSB.astype(np.float32) * np.float32(scale) + np.float32(offset)
        nothing_LSB = stored_LSB == 0
        if self.errors:
            errors_LSB = self.errors.read(lines, samples, bands)[..., chosen]
            nothing_LSB &= errors_LSB != NEGATIVE
            nothing_LSB |= np.isin(errors_LSB, INVALID)
        values_LSB[nothing_LSB] = NODATA
        return values_LSB


@dataclass(frozen=True)
class _Lines:
    """Pixels in the order of the file, or against it, so that the map begins in the north-west."""

    lines: int
    samples: int
    flips: tuple[bool, bool]

    def __call__(self, rows: Span, cols: Span) -> tuple[NDArray[Any], NDArray[Any]]:
        """See `engine.scene.products.unpacked.Lookup`."""
        line_R, sample_C = np.arange(*rows), np.arange(*cols)
        line_R = self.lines - 1 - line_R if self.flips[0] else line_R
        sample_C = self.samples - 1 - sample_C if self.flips[1] else sample_C
        line_HW, sample_HW = np.meshgrid(line_R, sample_C, indexing="ij")
        return line_HW, sample_HW


@dataclass(frozen=True)
class _Layout:
    """How the file orders pixels.

    Attributes:
        lengths: of the axes of an image in the file.
        is_turned: whether the first of them is that of samples.
        flips: whether lines run north, and samples west.
    """

    lengths: tuple[int, int]
    is_turned: bool = False
    flips: tuple[bool, bool] = (False, False)

    @classmethod
    def of(cls, path: str, crs: CRS, box: tuple[float, float, float, float], lengths: tuple[int, int]) -> "_Layout":
        """As latitudes and longitudes tell; where they do not fit the corners, lines run south and samples east."""
        try:
            degrees = [hdf5.table(path, f"{_SWATH}/Geolocation Fields/{what}") for what in ("Longitude", "Latitude")]
        except SceneError:
            return cls(lengths)
        if any(axis.shape != lengths for axis in degrees):
            return cls(lengths)
        corners = [[float(axis[at]) for at in ((0, 0), (-1, 0), (0, -1))] for axis in degrees]
        found = np.array(to_crs("EPSG:4326", crs, *corners))  # east and north of three corners
        low, high = np.array(box[:2])[:, None], np.array(box[2:])[:, None]
        if (np.abs((found - low) / (high - low) - 0.5).round(1) != 0.5).any():
            return cls(lengths)
        east, north = (found - low > (high - low) / 2).tolist()
        is_turned = north[0] == north[1]  # along the first axis it goes neither north nor south
        return cls(lengths, is_turned, (not north[0], east[0]))

    @property
    def size(self) -> tuple[int, int]:
        """Lines and samples."""
        return (self.lengths[1], self.lengths[0]) if self.is_turned else self.lengths

    def cube(self, path: str, inside: str, bands: int) -> HdfCube:
        """A cube of so many bands.

        Raises:
            SceneError: it is not there, or has another size.
        """
        counted = hdf5.axes(path, inside)
        first, second, band = _told_apart(path, counted, bands)
        if (counted[first], counted[second]) != self.lengths:
            raise _other_size(path, inside)
        return HdfCube(path, inside, (second, first, band) if self.is_turned else (first, second, band))


def _told_apart(path: str, counted: tuple[int, int, int], bands: int) -> tuple[int, int, int]:
    """Which of GDAL's axes are the two of the image, in their order, and that of bands.

    Raises:
        SceneError: the cube has not as many bands as wavelengths.
    """
    band = next(
        (axis for axis in (1, 0, 2) if counted[axis] == bands), None
    )  # as the specification has it; as GDAL may
    if band is None:
        raise SceneError(
            "{name} names {count} bands; no axis of its cube is as long",
            "download the product again",
            name=own_name(path),
            count=bands,
        )
    first, second = (axis for axis in range(3) if axis != band)
    return first, second, band


def _other_size(path: str, inside: str) -> SceneError:
    return SceneError(
        "{array} of {name} has another size than the rest of it",
        "download the product again",
        array=own_name(inside),
        name=own_name(path),
    )


def _crs(said: Mapping[str, str], name: str) -> CRS:
    try:
        return CRS.from_epsg(int(float(said["Epsg_Code"])))
    except (KeyError, ValueError, CRSError) as error:
        raise SceneError(
            "{name} does not say its reference system (attribute {attribute})",
            "download the product again",
            name=name,
            attribute="Epsg_Code",
        ) from error


def _box(said: Mapping[str, str], name: str) -> tuple[float, float, float, float]:
    """West, south, east and north of the centres of the corner pixels.

    Raises:
        SceneError: they are not there, or are the corners of no rectangle along the axes.
    """
    corners = [
        [hdf5.numbers(said.get(f"Product_{corner}corner_{axis}", "")) for corner in ("UL", "UR", "LL", "LR")]
        for axis in ("easting", "northing")
    ]
    values = [sorted(number for numbers in axis for number in numbers) for axis in corners]
    fits = all(len(axis) == 4 and max(axis[1] - axis[0], axis[3] - axis[2]) < OFF_CORNER_M for axis in values)
    if not fits or any(axis[0] == axis[3] for axis in values):
        raise SceneError(
            "{name} does not say where its corners lie (attributes {attributes})",
            "download the product again",
            name=name,
            attributes="Product_ULcorner_easting, …",
        )
    (west, *_, east), (south, *_, north) = values
    return west, south, east, north


def _transform(box: tuple[float, float, float, float], size: tuple[int, int]) -> Affine:
    """The geotransform of so many lines and samples, from the centres of the corner pixels."""
    west, south, east, north = box
    across, down = (east - west) / max(size[1] - 1, 1), (north - south) / max(size[0] - 1, 1)
    return Affine(across, 0, west - across / 2, 0, -down, north + down / 2)
