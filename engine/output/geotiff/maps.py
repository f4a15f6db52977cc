"""The files that jobs write: class maps with palette and names, confidence, features; and their sidecars for QGIS.

Where a file appears, and when under its final name, is the business of `engine.output.staging`.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # nosec B405 - only written

import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.io import DatasetReader, DatasetWriter

from engine.classes.class_names import normalised
from engine.classes.legend import HIGHEST, Legend
from engine.classes.palette import rgb
from engine.errors import RequestError
from engine.output.geotiff import blocks, tags
from engine.output.geotiff.layout import TiffLayout
from engine.output.geotiff.writer import TiffWriter, write_errors
from engine.scene.raster import Scene
from engine.scene.windows import Span, Window

BLOCK_PX = 512
FEATURE_BLOCK_PX = 64  # a row of blocks of many hundred bands has to be held in memory
REACH_8 = 8.0
"""Largest feature in 8 bits. Features are layer-normed: numbers eight deviations out are hardly ever there."""


class ClassSink:
    """Takes the strips of `engine.inference.classify` and writes the map and, if asked for, what is told beside it.

    Args:
        classes: the map.
        confidence: of its classes.
        unlike: how unlike pixels are to all that the head has learnt from.
        legend: gives classes their values; without one they are written as the head numbers them, from 1.
    """

    def __init__(
        self,
        classes: TiffWriter,
        confidence: TiffWriter | None = None,
        unlike: TiffWriter | None = None,
        *,
        legend: Legend | None = None,
    ) -> None:
        self._classes, self._values = classes, (confidence, unlike)
        self._table = legend.table if legend else np.arange(HIGHEST + 1, dtype=np.uint8)
        self._files = [classes, *filter(None, self._values)]
        written = min(file.pieces for file in self._files)
        for file in self._files:  # one may have been ahead when the run before ended
            file.rewind(written)

    @property
    def block_px(self) -> int:
        """Panels begin at multiples of it."""
        return self._classes.block_px

    def next_row(self, cols: Span) -> int:
        """The first row of a panel that an earlier run has not written."""
        return self._classes.next_row(cols)

    def write(self, row0: int, col0: int, classes_HW: npt.NDArray[Any], *values_HW: npt.NDArray[Any]) -> None:
        """One strip of all; the confidence and what follows it may be missing where it is not wanted."""
        self._classes.write(row0, col0, self._table[classes_HW][None])
        wanted = [(file, number) for number, file in enumerate(self._values) if file]
        for file, number in wanted:
            file.write(row0, col0, values_HW[number][None])


class ValueSink:
    """Takes the strips of `engine.inference.regress` and writes the values."""

    def __init__(self, file: TiffWriter) -> None:
        self._file = file

    @property
    def block_px(self) -> int:
        """Panels begin at multiples of it."""
        return self._file.block_px

    def next_row(self, cols: Span) -> int:
        """The first row of a panel that an earlier run has not written."""
        return self._file.next_row(cols)

    def write(self, row0: int, col0: int, values_HW: npt.NDArray[Any]) -> None:
        """One strip."""
        self._file.write(row0, col0, values_HW[None])


class NumberSink:
    """Takes the strips of `engine.inference.regress` by a `NumberHead`: values, ends of their interval, dissimilarity.

    Args:
        values: the map.
        interval: two bands.
        unlike: how unlike pixels are to all that the head has learnt from.
    """

    def __init__(self, values: TiffWriter, interval: TiffWriter | None, unlike: TiffWriter | None) -> None:
        self._values, self._interval, self._unlike = values, interval, unlike

    @property
    def block_px(self) -> int:
        """Panels begin at multiples of it."""
        return self._values.block_px

    def next_row(self, cols: Span) -> int:
        """The first row of a panel that has not been written."""
        return self._values.next_row(cols)

    def write(self, row0: int, col0: int, *maps_HW: npt.NDArray[Any]) -> None:
        """One strip of all."""
        value_HW, low_HW, high_HW, unlike_HW = maps_HW
        self._values.write(row0, col0, value_HW[None])
        if self._interval:
            self._interval.write(row0, col0, np.stack([low_HW, high_HW]))
        if self._unlike:
            self._unlike.write(row0, col0, unlike_HW[None])


def class_map(
    path: str | Path,
    like: Scene | DatasetReader,
    window: Window,
    legend: Legend,
    provenance: Mapping[str, str],
    *,
    resumable: bool = False,
    dtype: str = "uint8",
) -> TiffWriter:
    """A writer for the values of `legend` with palette, names, overviews and a QGIS style.

    Other kinds of numbers than bytes have no palette in a GeoTIFF, and names in its tags and its style alone.
    """
    path, of_bytes = Path(path), dtype == "uint8"

    def finish(file: DatasetWriter) -> None:
        file.update_tags(**provenance, **{f"CLASS_{value}": name for value, name in legend.name_of().items()})
        file.set_band_description(1, "class")
        if of_bytes:
            file.write_colormap(1, colormap(legend))

    writer = _writer(path, like, window, finish, dtype, legend.nodata, resumable=resumable, reduce=blocks.most_common)
    with write_errors(path):
        if of_bytes:
            write_categories(path, legend)
        write_qml(path, legend)
    return writer


def colormap(legend: Legend) -> dict[int, tuple[int, ...]]:
    """Values to colours as GDAL takes them; nodata is transparent."""
    return {legend.nodata: (0, 0, 0, 0), **{value: rgb(colour) for value, colour in legend.colour_of().items()}}


def confidence_map(
    path: str | Path, like: Scene, window: Window, provenance: Mapping[str, str], *, resumable: bool = False
) -> TiffWriter:
    """A writer for confidences 0 to 1 (float32, NaN is nodata)."""
    return value_map(path, like, window, "confidence", provenance, resumable=resumable)


def value_map(
    path: str | Path, like: Scene, window: Window, name: str, provenance: Mapping[str, str], *, resumable: bool = False
) -> TiffWriter:
    """A writer for values that are called `name` (float32, NaN is nodata)."""

    def finish(file: DatasetWriter) -> None:
        file.update_tags(**provenance)
        file.set_band_description(1, name)

    return _writer(Path(path), like, window, finish, "float32", np.nan, resumable=resumable, reduce=blocks.mean)


def interval_map(path: str | Path, like: Scene, window: Window, provenance: Mapping[str, str]) -> TiffWriter:
    """A writer for the bands "low" and "high" (float32, NaN is nodata), without overviews."""

    def finish(file: DatasetWriter) -> None:
        file.update_tags(**provenance)
        for band, name in enumerate(("low", "high"), 1):
            file.set_band_description(band, name)

    return _writer(Path(path), like, window, finish, "float32", np.nan, resumable=False, count=2)


@dataclass(frozen=True)
class Bits:
    """How features are stored: whole numbers times `scale`, from `lowest` to `highest`.

    Attributes:
        nodata: the stored number of nothing.
        offset: added after the scale.
    """

    dtype: str
    nodata: float
    scale: float = 1.0
    offset: float = 0.0

    @classmethod
    def of(cls, bits: int, width: int) -> "Bits":
        """How features that were layer-normed over `width` channels are stored in 8, 16 or 32 bits each.

        None of them is larger than the square root of `width`, so that is where 16 bits end.

        Raises:
            RequestError: another number of bits.
        """
        largest = math.sqrt(width)
        if bits == 16:
            return cls("int16", -32768, largest / 32767)
        if bits == 8:
            reach = min(largest, REACH_8)
            return cls("uint8", 0, reach / 127, -128 * reach / 127)
        if bits == 32:
            return cls("float32", np.nan)
        raise RequestError(
            "expected features of 8, 16 or 32 bits; found {bits}", "give one of them to --bits", bits=bits
        )

    def stored(self, values: npt.NDArray[np.float32]) -> npt.NDArray[Any]:
        """Numbers as they are stored; NaN becomes nodata, and what is beyond the reach its end."""
        if self.dtype == "float32":
            return values
        whole = np.rint((values - self.offset) / self.scale)
        limits = (-32767, 32767) if self.dtype == "int16" else (1, 255)
        kept = np.where(np.isnan(whole), self.nodata, whole.clip(*limits))
        return kept.astype(self.dtype)


class FeatureSink:
    """Takes the strips of `engine.inference.embed` and writes them as whole numbers."""

    def __init__(self, file: TiffWriter, bits: Bits) -> None:
        self._file, self._bits = file, bits

    @property
    def block_px(self) -> int:
        """Panels begin at multiples of it."""
        return self._file.block_px

    def next_row(self, cols: Span) -> int:
        """The first row of a panel that an earlier run has not written."""
        return self._file.next_row(cols)

    def write(self, row0: int, col0: int, features_DHW: npt.NDArray[np.float32]) -> None:
        """One strip."""
        self._file.write(row0, col0, self._bits.stored(features_DHW))


def feature_map(
    path: str | Path,
    like: Scene,
    tokens: Window,
    patch_px: int,
    names: Sequence[str],
    provenance: Mapping[str, str],
    bits: Bits,
    *,
    resumable: bool = False,
) -> TiffWriter:
    """A writer for features, one pixel per token, one band per name; scale and offset are in the bands' tags."""

    def finish(file: DatasetWriter) -> None:
        file.update_tags(**provenance)
        if bits.scale != 1:
            file.scales, file.offsets = [bits.scale] * len(names), [bits.offset] * len(names)
        for band, name in enumerate(names, 1):
            file.set_band_description(band, name)

    return _writer(
        Path(path), like, tokens, finish, bits.dtype, bits.nodata, resumable=resumable,
        count=len(names), pixel_px=patch_px, block_px=FEATURE_BLOCK_PX,
    )  # fmt: skip


def part(path: Path, like: Scene, window: Window, dtype: str, nodata: float, count: int, block_px: int) -> TiffWriter:
    """A writer for a part of a result, to be read again and thrown away."""
    return _writer(path, like, window, lambda _: None, dtype, nodata, resumable=False, count=count, block_px=block_px)


def _writer(
    path: Path,
    like: Scene | DatasetReader,
    window: Window,
    finish: Callable[[DatasetWriter], None],
    dtype: str,
    nodata: float,
    *,
    resumable: bool,
    count: int = 1,
    pixel_px: int = 1,
    block_px: int = BLOCK_PX,
    reduce: blocks.Reduce | None = None,
) -> TiffWriter:
    """A writer for a window of a scene, in units of `pixel_px` of its pixels, where it lies on the ground."""
    (row0, row1), (col0, col1) = window
    with write_errors(path):
        described = tags.template(
            finish, count=count, dtype=dtype, nodata=nodata, crs=like.crs,
            transform=like.transform @ Affine.scale(pixel_px) @ Affine.translation(col0, row0),
            tiled=True, blockxsize=block_px, blockysize=block_px, interleave="band", compress="deflate",
            predictor=blocks.predictor_of(dtype),
        )  # fmt: skip
    layout = TiffLayout((count, row1 - row0, col1 - col0), dtype, nodata, block_px, reduce, described)
    return TiffWriter(path, layout, (row0, col0), resumable)


def write_qml(map_path: Path, legend: Legend) -> Path:
    """Write a QGIS style with names and colours beside the map, where QGIS finds it; its path."""
    root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology")
    pipe = ElementTree.SubElement(root, "pipe")
    renderer = ElementTree.SubElement(pipe, "rasterrenderer", type="paletted", band="1", opacity="1", alphaBand="-1")
    palette = ElementTree.SubElement(renderer, "colorPalette")
    for value, name, colour in zip(legend.values, legend.names, legend.colours, strict=True):
        ElementTree.SubElement(palette, "paletteEntry", value=str(value), label=name, color=colour, alpha="255")
    path = map_path.with_suffix(".qml")
    _write_xml(root, path)
    return path


RAMP = (68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)
"""Viridis in five steps: as light as it is great, also for colour-blind eyes."""


def write_value_qml(map_path: Path, low: float, high: float) -> Path:
    """Write a QGIS style beside a map of values, where QGIS finds it: a ramp from `low` to `high`; its path."""
    root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology")
    pipe = ElementTree.SubElement(root, "pipe")
    ends = {"classificationMin": f"{low:g}", "classificationMax": f"{high:g}"}
    renderer = ElementTree.SubElement(
        pipe, "rasterrenderer", ends, type="singlebandpseudocolor", band="1", opacity="1", alphaBand="-1"
    )
    shader = ElementTree.SubElement(ElementTree.SubElement(renderer, "rastershader"), "colorrampshader", {
        "colorRampType": "INTERPOLATED", "classificationMode": "1", "clip": "0", "minimumValue": f"{low:g}",
        "maximumValue": f"{high:g}",
    })  # fmt: skip
    for step, colour in enumerate(RAMP):
        value = low + (high - low) * step / (len(RAMP) - 1)
        ElementTree.SubElement(
            shader,
            "item",
            value=f"{value:g}",
            label=f"{value:g}",
            color="#{:02x}{:02x}{:02x}".format(*colour),
            alpha="255",
        )
    path = map_path.with_suffix(".qml")
    _write_xml(root, path)
    return path


def write_categories(map_path: Path, legend: Legend) -> None:
    """Write GDAL's sidecar with the names of the values: rasterio cannot set them and GeoTIFF has no place for them."""
    assert all(normalised(name) == name for name in legend.names), legend  # nosec B101 - names are so since they were read
    root = ElementTree.Element("PAMDataset")
    names = ElementTree.SubElement(ElementTree.SubElement(root, "PAMRasterBand", band="1"), "CategoryNames")
    known = {legend.nodata: "nodata", **legend.name_of()}
    for value in range(max(known) + 1):  # GDAL counts from 0 and knows no gaps
        ElementTree.SubElement(names, "Category").text = known.get(value, "")
    _write_xml(root, map_path.with_name(map_path.name + ".aux.xml"))


def _write_xml(root: ElementTree.Element, path: Path) -> None:
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
