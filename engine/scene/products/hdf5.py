"""What GDAL's driver HDF5 reads of a file of several arrays: attributes, tables, and parts of a cube.

The driver also opens netCDF 4, which is HDF5. It numbers the axes of a cube in their order in the file, so that lines
may be "bands"; where the file holds metadata of HDF-EOS, it may put the axes in another order. So the axes are told
by their lengths.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window as RasterWindow

from engine.errors import SceneError
from engine.scene.products.files import own_name
from engine.scene.windows import Span, aligned

MAGIC = b"\x89HDF\r\n\x1a\n"


@contextmanager
def _opened(name: str, path: str) -> Iterator[rasterio.DatasetReader]:
    """What GDAL calls `name`, which is in the file at `path`.

    Raises:
        SceneError: it is not there, or cannot be read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(name, driver="HDF5" if name == path else "HDF5Image") as dataset:
                yield dataset
    except RasterioError as error:
        raise SceneError(
            "cannot read {name}: {why}",
            "it is cut off, damaged or no whole product; download it again",
            name=own_name(path),
            why=" ".join(str(error).replace(path, own_name(path)).split()),
        ) from error


def _is_cut_off(path: Path) -> bool:
    """Whether a file is shorter than its superblock says (HDF5 File Format Specification 3.0, II.A)."""
    with path.open("rb") as file:
        begin = file.read(64)
    if not begin.startswith(MAGIC) or len(begin) < 64:
        return False
    offset = {0: 40, 1: 44, 2: 28, 3: 28}.get(begin[8])
    width = begin[13 if begin[8] < 2 else 9]
    return offset is not None and path.stat().st_size < int.from_bytes(begin[offset : offset + width], "little")


def attributes(path: str) -> dict[str, str]:
    """The attributes of a whole file; empty if it is no HDF5, or cut off.

    Example: ``{"Epsg_Code": "32633", ...}``; arrays as numbers with spaces between them.
    """
    if Path(path).is_file() and _is_cut_off(Path(path)):  # of which HDF5 would tell on stderr, at length
        return {}
    try:
        with _opened(path, path) as dataset:
            return {key: value.strip("\0 ") for key, value in dataset.tags().items()}
    except SceneError:
        return {}


def numbers(text: str) -> list[float]:
    """The numbers of an attribute; none where something else stands among them."""
    try:
        return [float(item) for item in re.split(r"[{},\s]+", text) if item]
    except ValueError:
        return []


def named(path: str, inside: str) -> str:
    """What GDAL calls an array in a file."""
    return f'HDF5:"{path}"://{inside.replace(" ", "_")}'


def table(path: str, inside: str, rows: Span | None = None, cols: Span | None = None) -> NDArray[Any]:
    """An array of one or two axes (rows, columns), or a window of it; one axis is one row.

    Raises:
        SceneError: it is not there, or cannot be read.
    """
    with _opened(named(path, inside), path) as dataset:
        down, right = rows or (0, dataset.height), cols or (0, dataset.width)
        window = RasterWindow(right[0], down[0], right[1] - right[0], down[1] - down[0])
        return np.asarray(dataset.read(1, window=window))


def axes(path: str, inside: str) -> tuple[int, int, int]:
    """The lengths of a cube's axes, as GDAL numbers them: bands, rows, columns.

    Raises:
        SceneError: it is not there, or cannot be read.
    """
    with _opened(named(path, inside), path) as dataset:
        return dataset.count, dataset.height, dataset.width


@dataclass(frozen=True)
class HdfCube:
    """A cube in a file. `order`: which of GDAL's axes (see `axes`) is that of lines, of samples and of bands."""

    path: str
    inside: str
    order: tuple[int, int, int]

    def read(self, lines: Span, samples: Span, bands: Span) -> NDArray[Any]:
        """A part of it (lines, samples, bands), as it is stored.

        Raises:
            SceneError: it cannot be read.
        """
        spans = dict(zip(self.order, (lines, samples, bands), strict=True))
        with _opened(named(self.path, self.inside), self.path) as dataset:
            # Where GDAL reads band by band, it decodes the chunks of the file for each: as few as HDF5 keeps at a time.
            step = spans[1][1] - spans[1][0] if self.order[2] else dataset.block_shapes[0][0]
            parts = [
                dataset.read(
                    [index + 1 for index in range(*spans[0])],
                    window=RasterWindow(spans[2][0], top, spans[2][1] - spans[2][0], bottom - top),
                )
                for top, bottom in aligned(spans[1], step)
            ]
        return np.moveaxis(np.concatenate(parts, axis=1), self.order, (0, 1, 2))
