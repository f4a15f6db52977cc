"""Writing GeoTIFFs: tiled, compressed, with overviews, legend and provenance, and read back before they count.

Strips of any height go in and whole rows of blocks go out, so that no block is compressed twice. Where a
file appears, and when under its final name, is the business of `engine.outputs`; knows no classes' meaning.
"""

import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from xml.etree import ElementTree  # nosec B405 - only written

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window as RasterWindow

from engine.errors import OutputError
from engine.palette import colours_of, rgb
from engine.raster import Scene
from engine.stream.plane import GDAL_CACHE_BYTES
from engine.tiles import Window

BLOCK_PX = 512
FEATURE_BLOCK_PX = 32  # a row of blocks of many hundred bands has to be held in memory
ZLEVEL = 1  # float32 deflates four times faster than at GDAL's level 6, to a file that is a few percent larger
SMALLEST_OVERVIEW_PX = 256
MOST_CLASSES = 255  # uint8, with 0 for nodata


class MapWriter:
    """A GeoTIFF on the grid of a scene: ``with MapWriter(…) as out: out.write(row0, col0, array_CHW)``.

    Leaving the context completes the file; after an exception it is deleted.

    Args:
        like: the scene whose place on the ground the file takes over.
        window: the part of the scene the file covers, in units of `pixel_px` scene pixels.
        pixel_px: side of a pixel of the file in pixels of the scene.
        nodata: a value of `dtype`.
        overviews: how they are made; None for none.
        classes: names of the classes 1, 2, …: makes a palette, category names and a QGIS style.
        colours: of the classes; those of `engine.palette` unless given.
        tags: provenance, as texts.

    Raises:
        OutputError: the file cannot be written, from any method.
    """

    def __init__(
        self,
        path: str | Path,
        like: Scene,
        window: Window,
        *,
        dtype: str,
        nodata: float,
        count: int = 1,
        pixel_px: int = 1,
        block_px: int = BLOCK_PX,
        overviews: Resampling | None = None,
        classes: Sequence[str] = (),
        colours: Sequence[str] = (),
        descriptions: Sequence[str] = (),
        tags: Mapping[str, str] | None = None,
    ) -> None:
        (row0, row1), (col0, col1) = window
        self.path, self._origin, self._block_px = Path(path), (row0, col0), block_px
        self._overviews, self._classes = overviews, classes
        self._colours = colours or colours_of(classes)
        self._held: list[npt.NDArray[Any]] = []
        self._at = (0, 0)  # row and column of what is held
        self._written: list[tuple[RasterWindow, int]] = []
        with write_errors(self.path), warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            self._file = rasterio.open(
                self.path, "w", driver="GTiff", height=row1 - row0, width=col1 - col0, count=count, dtype=dtype,
                crs=like.crs, transform=like.transform @ Affine.scale(pixel_px) @ Affine.translation(col0, row0),
                nodata=nodata, tiled=True, blockxsize=block_px, blockysize=block_px,
                interleave="band", compress="deflate", predictor=3 if dtype.startswith("float") else 1, zlevel=ZLEVEL,
                BIGTIFF="IF_SAFER",
            )  # fmt: skip
            self._file.update_tags(**(tags or {}), **{f"CLASS_{k}": name for k, name in enumerate(classes, 1)})
            for index, text in enumerate(descriptions, 1):
                self._file.set_band_description(index, text)
            if classes:
                palette = {k: rgb(colour) for k, colour in enumerate(self._colours, 1)}
                self._file.write_colormap(1, {0: (0, 0, 0, 0), **palette})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._complete()
        except BaseException:
            self._delete()
            raise
        if kind is not None:
            self._delete()

    def write(self, row0: int, col0: int, array_CHW: npt.NDArray[Any]) -> None:
        """Write a strip whose first pixel is (row0, col0) of the scene's grid (in units of `pixel_px`)."""
        row, col = row0 - self._origin[0], col0 - self._origin[1]
        held = sum(array.shape[1] for array in self._held)
        if not held or (self._at[0] + held, self._at[1]) != (row, col):
            self._flush()
            self._at, held = (row, col), 0
        self._held.append(array_CHW)
        end = row + array_CHW.shape[1]
        whole = end // self._block_px * self._block_px - self._at[0]  # rows that complete a row of blocks
        if whole > 0:
            self._flush(whole)

    def _flush(self, rows: int | None = None) -> None:
        """Write the first `rows` of what is held, or all; the rest stays held."""
        if not self._held:
            return
        held_CHW = np.concatenate(self._held, axis=1)
        now_CHW, later_CHW = held_CHW[:, :rows], held_CHW[:, held_CHW.shape[1] if rows is None else rows :]
        window = RasterWindow(self._at[1], self._at[0], now_CHW.shape[2], now_CHW.shape[1])
        with write_errors(self.path):
            self._file.write(now_CHW, window=window)
        self._written.append((window, _checksum(now_CHW)))
        self._held = [later_CHW] if later_CHW.shape[1] else []
        self._at = (self._at[0] + now_CHW.shape[1], self._at[1])

    def _complete(self) -> None:
        self._flush()
        options = {"GDAL_CACHEMAX": GDAL_CACHE_BYTES, "GDAL_NUM_THREADS": "ALL_CPUS"}
        options["GDAL_TIFF_OVR_BLOCKSIZE"] = self._block_px
        with write_errors(self.path), rasterio.Env(**options), warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            self._file.close()
            self._verify()
            if self._overviews and (factors := _factors(self._file.height, self._file.width)):
                with rasterio.open(self.path, "r+") as file:
                    file.build_overviews(factors, self._overviews)
                self._verify_overviews(factors)
            if self._classes:
                write_categories(self.path, self._classes)
                write_qml(self.path, self._classes, self._colours)

    def _verify(self) -> None:
        """Read everything back: GDAL closes a file without an error when its last blocks find the disk full."""
        with rasterio.open(self.path) as file:
            for window, checksum in self._written:
                if _checksum(file.read(window=window)) != checksum:
                    raise RasterioError("what was read back is not what was written")

    def _verify_overviews(self, factors: list[int]) -> None:
        """Find every block of every overview inside the file: a full disk leaves them out without an error, too."""
        size = self.path.stat().st_size
        with rasterio.open(self.path) as file:
            if file.overviews(1) != factors:
                raise RasterioError("overviews are missing")
            for level, factor in enumerate(factors):
                down, right = (-(-length // (factor * self._block_px)) for length in (file.height, file.width))
                for row, col in np.ndindex(down, right):
                    start, length = (
                        int(file.get_tag_item(f"BLOCK_{what}_{col}_{row}", "TIFF", bidx=1, ovr=level) or 0)
                        for what in ("OFFSET", "SIZE")
                    )
                    if not start or start + length > size:
                        raise RasterioError("a part of the overviews is missing")

    def _delete(self) -> None:
        with warnings.catch_warnings(), _ignored():
            warnings.simplefilter("ignore")
            self._file.close()
        self.path.unlink(missing_ok=True)


class ClassSink:
    """Takes the strips of `engine.stream.classify` and writes the map and, if asked for, its confidence."""

    def __init__(self, classes: MapWriter, confidence: MapWriter | None = None) -> None:
        self._classes, self._confidence = classes, confidence

    def write(self, row0: int, col0: int, classes_HW: npt.NDArray[Any], confidence_HW: npt.NDArray[Any]) -> None:
        """One strip of both."""
        self._classes.write(row0, col0, classes_HW[None])
        if self._confidence:
            self._confidence.write(row0, col0, confidence_HW[None])


def class_map(
    path: str | Path,
    like: Scene,
    window: Window,
    classes: Sequence[str],
    tags: Mapping[str, str],
    colours: Sequence[str] = (),
) -> MapWriter:
    """A writer for classes from 1 (uint8, 0 is nodata) with palette, names, overviews and a QGIS style."""
    if len(classes) > MOST_CLASSES:
        raise OutputError(f"{len(classes)} classes do not fit into a class map of {MOST_CLASSES}", "merge some classes")
    return MapWriter(
        path, like, window, dtype="uint8", nodata=0, overviews=Resampling.mode, classes=classes,
        colours=colours, descriptions=["class"], tags=tags,
    )  # fmt: skip


def confidence_map(path: str | Path, like: Scene, window: Window, tags: Mapping[str, str]) -> MapWriter:
    """A writer for confidences 0 to 1 (float32, NaN is nodata)."""
    return MapWriter(
        path, like, window, dtype="float32", nodata=np.nan, overviews=Resampling.average,
        descriptions=["confidence"], tags=tags,
    )  # fmt: skip


def feature_map(
    path: str | Path, like: Scene, tokens: Window, patch_px: int, names: Sequence[str], tags: Mapping[str, str]
) -> MapWriter:
    """A writer for features (float32, NaN is nodata), one pixel per token, one band per name."""
    return MapWriter(
        path, like, tokens, dtype="float32", nodata=np.nan, count=len(names), pixel_px=patch_px,
        block_px=FEATURE_BLOCK_PX, descriptions=names, tags=tags,
    )  # fmt: skip


def write_qml(map_path: Path, classes: Sequence[str], colours: Sequence[str]) -> Path:
    """Write a QGIS style with names and colours beside the map, where QGIS finds it; its path."""
    root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology")
    pipe = ElementTree.SubElement(root, "pipe")
    renderer = ElementTree.SubElement(pipe, "rasterrenderer", type="paletted", band="1", opacity="1", alphaBand="-1")
    palette = ElementTree.SubElement(renderer, "colorPalette")
    for value, (name, colour) in enumerate(zip(classes, colours, strict=True), 1):
        ElementTree.SubElement(palette, "paletteEntry", value=str(value), label=name, color=colour, alpha="255")
    path = map_path.with_suffix(".qml")
    _write_xml(root, path)
    return path


def write_categories(map_path: Path, classes: Sequence[str]) -> None:
    """Write GDAL's sidecar with the names of the values: rasterio cannot set them and GeoTIFF has no place for them."""
    root = ElementTree.Element("PAMDataset")
    names = ElementTree.SubElement(ElementTree.SubElement(root, "PAMRasterBand", band="1"), "CategoryNames")
    for name in ("nodata", *classes):
        ElementTree.SubElement(names, "Category").text = name
    _write_xml(root, map_path.with_name(map_path.name + ".aux.xml"))


def _write_xml(root: ElementTree.Element, path: Path) -> None:
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _checksum(array: npt.NDArray[Any]) -> int:
    return zlib.crc32(np.ascontiguousarray(array).data)


def _factors(height: int, width: int) -> list[int]:
    """Powers of two down to an overview that a small window shows whole."""
    factors, factor = [], 2
    while max(height, width) // factor >= SMALLEST_OVERVIEW_PX:
        factors.append(factor)
        factor *= 2
    return factors


@contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """Turn what GDAL and the system raise while writing `path` into one `OutputError`.

    Raises:
        OutputError: naming the file and the innermost reason.
    """
    try:
        yield
    except OutputError:
        raise
    except (OSError, RasterioError, CPLE_BaseError) as error:
        reason: BaseException = error
        while reason.__cause__ is not None:
            reason = reason.__cause__
        raise OutputError(
            f"{path.name} could not be written ({str(reason).splitlines()[0]})",
            "free some space, or choose another disk or folder",
        ) from error


@contextmanager
def _ignored() -> Iterator[None]:
    """A file that is deleted anyway may fail to close."""
    try:
        yield
    except (OSError, RasterioError, CPLE_BaseError):
        return
