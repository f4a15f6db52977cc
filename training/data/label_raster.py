"""What the labels say of any window of a scene: drawn shapes, or a label raster on whatever grid.

A window of truth holds the number of the class of each pixel, or a value; NaN where unlabelled. Knows no chips and no
folds.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any, Protocol

import numpy as np
import pyproj
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.features import rasterize
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as RasterWindow

from engine.classes import class_names
from engine.errors import LabelError
from engine.gdal import gdal_names
from engine.gdal.dataset import opened
from engine.labels.placing import GeoBox, LabelShapes, read_shapes
from engine.labels.tables import Value, class_value, numbers_first
from engine.scene.longitudes import turn_of, turns_onto
from engine.scene.raster import Scene
from engine.scene.windows import Window
from engine.words import say

RASTER_ENDINGS = (".tif", ".tiff", ".vrt", ".img", ".png", ".jp2")
VECTOR_FOLDER = ".gdb"
"""A folder that is one vector file."""
TIFF_BEGINS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
"""TIFF 6.0, section 2; and BigTIFF."""

LABEL_WORD = re.compile(r"[_-](mask|masks|label|labels|landcover|lulc|gt|truth|classes)$", re.IGNORECASE)
SCENE_WORD = re.compile(r"[_-](img|image|scene|s1|s2|s1rtc|s2l1c|s2l2a)$", re.IGNORECASE)

Truth = NDArray[np.float64]
"""(rows, cols): class numbers or values; NaN where unlabelled."""


class SceneLabels(Protocol):
    """The labels of one scene."""

    def values(self) -> set[Value]:
        """Every value that occurs."""

    def outside(self) -> LabelError:
        """What to say where nothing is labelled inside the scene."""

    def labelled_windows(self) -> Iterable[Window] | None:
        """Windows outside of which nothing is labelled; None where any place may be."""

    def window(self, window: Window, numbers: Mapping[Value, float]) -> Truth:
        """What is labelled in a window, with the number of each value; values without a number are unlabelled."""


@dataclass(frozen=True)
class ShapeLabels:
    """Points, lines and polygons. A pixel with two different labels is unlabelled."""

    shapes: LabelShapes

    @cached_property
    def _near(self) -> np.ndarray:
        return np.flatnonzero(self.shapes.near_P)

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.shapes.parts_P[self._near])

    def values(self) -> set[Value]:
        """See `SceneLabels`."""
        return {self.shapes.values[number] for number in np.unique(self.shapes.label_P[self._near])}

    def outside(self) -> LabelError:
        """See `SceneLabels`."""
        return self.shapes.outside

    def labelled_windows(self) -> list[Window]:
        """See `SceneLabels`."""
        bounds = np.floor(shapely.bounds(self.shapes.parts_P[self._near])).astype(int)
        return [((top, bottom + 1), (left, right + 1)) for left, top, right, bottom in bounds.tolist()]

    def window(self, window: Window, numbers: Mapping[Value, float]) -> Truth:
        """See `SceneLabels`."""
        (row0, row1), (col0, col1) = window
        inside = self._near[np.sort(self._tree.query(shapely.box(col0, row0, col1, row1)))]
        named = [(index, self.shapes.values[self.shapes.label_P[index]]) for index in inside.tolist()]
        burnt = [(self.shapes.parts_P[index], numbers[value]) for index, value in named if value in numbers]
        if not burnt:
            return np.full((row1 - row0, col1 - col0), np.nan)
        first, last = (
            rasterize(
                order, (row1 - row0, col1 - col0), np.nan, transform=Affine.translation(col0, row0), dtype="float64"
            )
            for order in (burnt, burnt[::-1])
        )
        return np.where(first == last, first, np.nan)


@dataclass(frozen=True)
class RasterLabels:
    """A label raster; brought to the scene's grid pixel by pixel (nearest) where it is on another."""

    path: str
    scene: Scene

    def values(self) -> set[Value]:
        """See `SceneLabels`."""
        found: set[float] = set()
        with opened(self.path) as source:
            for _, block in source.block_windows(1):
                found |= set(np.unique(self._known(source.read(1, window=block, masked=True))).tolist())
        return {class_value(value) or 0 for value in found if np.isfinite(value)}

    def outside(self) -> LabelError:
        """See `SceneLabels`."""
        return LabelError(
            "no pixel of the label raster {path} with a value lies on the scene {name}",
            "give a label raster of this scene",
            path=gdal_names.short(self.path),
            name=gdal_names.short(self.scene.name),
        )

    def labelled_windows(self) -> None:
        """See `SceneLabels`."""

    def window(self, window: Window, numbers: Mapping[Value, float]) -> Truth:
        """See `SceneLabels`."""
        (row0, row1), (col0, col1) = window
        part = RasterWindow(col0, row0, col1 - col0, row1 - row0)
        with opened(self.path) as source:
            same = self._same_grid(source)
            found = source.read(1, window=part, masked=True) if same else self._warped(source, part)
        values_HW = np.where(np.ma.getmaskarray(found), np.nan, np.ma.getdata(found).astype(float))
        if not numbers:
            return values_HW
        truth_HW = np.full(values_HW.shape, np.nan)
        for value, number in numbers.items():
            truth_HW[values_HW == float(value)] = number
        return truth_HW

    def _warped(self, source: rasterio.DatasetReader, part: RasterWindow) -> "np.ma.MaskedArray[Any, Any]":
        """The nearest label to each pixel; a raster in longitudes lies wherever the scene counts them."""
        scene = self.scene
        grid = {"height": scene.height, "width": scene.width, "transform": scene.transform, "crs": scene.crs}
        found = np.ma.MaskedArray(np.zeros((part.height, part.width), source.dtypes[0]), mask=True)
        for shift in self._shifts(source):
            moved = Affine.translation(shift, 0) @ source.transform
            with WarpedVRT(
                source, src_transform=moved, resampling=Resampling.nearest, add_alpha=False, **grid
            ) as warped:
                read = warped.read(1, window=part, masked=True)
            shown_HW = ~np.ma.getmaskarray(read)
            found[shown_HW] = read[shown_HW]
        return found

    def _shifts(self, source: rasterio.DatasetReader) -> list[float]:
        """What to add to the label raster's longitudes."""
        turn = turn_of(pyproj.CRS.from_user_input(self.scene.crs))
        if turn is None or source.crs != self.scene.crs:
            return [0.0]
        grids = [GeoBox((data.height, data.width), None, data.transform) for data in (source, self.scene)]
        (west, _, east, _), (first, _, last, _) = (grid.extent for grid in grids)
        least_N, most_N = turns_onto(np.array([west]), np.array([east]), (first, last), turn)
        return [k * turn for k in range(int(least_N[0]), int(most_N[0]) + 1)]

    def require_use(self) -> None:
        """Refuse a label raster of several bands, or of which nothing says how it lies on the scene.

        Raises:
            LabelError: it has a picture's colours; it has another size and no CRS, or the scene has none.
        """
        with opened(self.path) as source:
            bands = sum(meaning != ColorInterp.alpha for meaning in source.colorinterp)
            if bands > 1:
                raise LabelError(
                    "expected one band of values in the label raster {labels}; found {bands}",
                    "write the band that holds the labels into a file of its own; the colours of a picture are no "
                    "labels",
                    labels=gdal_names.short(self.path),
                    bands=bands,
                )
            if self._same_grid(source) or (source.crs and self.scene.crs):
                return
            sizes = [
                say("{height} x {width} pixels", height=data.height, width=data.width) for data in (source, self.scene)
            ]
            labels, scene = gdal_names.short(self.path), gdal_names.short(self.scene.name)
        if source.crs:
            raise LabelError(
                "the label raster {labels} ({size}) has a CRS, the scene {scene} ({expected}) has none",
                "name the scene's CRS: --crs EPSG:CODE; without a place on the ground, give labels on its own grid",
                labels=labels,
                size=sizes[0],
                scene=scene,
                expected=sizes[1],
            )
        raise LabelError(
            "the label raster {labels} has no CRS, and {size} where the scene {scene} has {expected}",
            "give a label raster on the scene's own grid, or assign it its CRS and place",
            labels=labels,
            size=sizes[0],
            scene=scene,
            expected=sizes[1],
        )

    def _same_grid(self, source: rasterio.DatasetReader) -> bool:
        if source.crs and self.scene.crs and source.crs != self.scene.crs:
            return False
        same_size = (source.height, source.width) == (self.scene.height, self.scene.width)
        georeferenced = source.crs is not None
        return same_size and (not georeferenced or source.transform.almost_equals(self.scene.transform, 1e-6))

    @staticmethod
    def _known(values: "np.ma.MaskedArray") -> NDArray[np.float64]:
        return np.asarray(values.compressed(), np.float64)


def labels_of(labels: str, field: str, layer: str | None, scene: Scene, told: list[str]) -> SceneLabels:
    """The labels of a scene: of a vector file, of a label raster, or of the raster of the scene's name in a folder.

    Raises:
        LabelError: they cannot be read, or there are none for this scene.
    """
    plain = gdal_names.is_plain(labels)
    if plain and not Path(labels).exists():
        raise LabelError("no such labels: {labels}", "check the path of the labels", labels=labels)
    if plain and Path(labels).is_dir() and not labels.lower().endswith(VECTOR_FOLDER):
        labels = str(_of_scene(Path(labels), Path(scene.name)))
    if _is_raster(labels):
        raster_labels = RasterLabels(labels, scene)
        raster_labels.require_use()
        return raster_labels
    grid = GeoBox((scene.height, scene.width), scene.crs, scene.transform)
    shapes = read_shapes(labels, field, layer, grid)
    told += [text for text in shapes.warnings if text not in told]
    return ShapeLabels(shapes)


def _is_raster(labels: str) -> bool:
    """Whether labels are pixels: their name says so, or they begin as a TIFF does."""
    if PurePath(gdal_names.short(labels)).suffix.lower() in RASTER_ENDINGS:
        return True
    if not gdal_names.is_plain(labels) or not Path(labels).is_file():
        return False
    with Path(labels).open("rb") as file:
        return file.read(4) in TIFF_BEGINS


def _of_scene(folder: Path, scene: Path) -> Path:
    """The label raster with the scene's name, but for a last word: ``a_12_img.tif`` and ``a_12_mask.tif``."""
    rasters = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in RASTER_ENDINGS]
    others = [path for path in rasters if path.resolve() != scene.resolve() and _own(path) == _own(scene)]
    found = [path for path in others if LABEL_WORD.search(path.stem)] or others
    if len(found) != 1:
        names = ", ".join(path.name for path in found) or say("none")
        raise LabelError(
            "expected one label raster for {scene} in {folder}, such as {example}; found {names}",
            "name the label rasters after their scenes",
            scene=scene.name,
            folder=folder,
            example=f"{_own(scene)}_mask.tif",
            names=names,
        )
    return found[0]


def _own(path: Path) -> str:
    """What is a name's own: without a last word for what it shows."""
    return SCENE_WORD.sub("", LABEL_WORD.sub("", path.stem))


@dataclass(frozen=True)
class Classes:
    """The classes of a run.

    Attributes:
        names: in numerical, then alphabetical order of what the labels call them.
        values: what the labels call them; the first where several are one class.
        numbers: of every value.
    """

    names: tuple[str, ...]
    values: tuple[Value, ...]
    numbers: Mapping[Value, float]

    def without(self, lost: Collection[str]) -> "Classes":
        """The classes but for some, whose labels still contradict those of others."""
        kept = [number for number, name in enumerate(self.names) if name not in lost]
        renumbered = {float(old): float(new) for new, old in enumerate(kept)}
        return replace(
            self,
            names=tuple(self.names[number] for number in kept),
            values=tuple(self.values[number] for number in kept),
            numbers={value: renumbered.get(number, np.nan) for value, number in self.numbers.items()},
        )


def classes_of(values: set[Value], said: Mapping[str, str]) -> Classes:
    """The classes in labels.

    Args:
        values: what occurs.
        said: value -> name, as the user says it: then only these are classes. Values of one name are one class.

    Raises:
        LabelError: less than two classes, or one that does not occur.
    """
    known = {
        value: class_names.normalised(name) for text, name in said.items() if (value := class_value(text)) is not None
    }
    there = ", ".join(map(str, sorted(values, key=numbers_first))) or say("none")
    if missing := [str(value) for value in known if value not in values]:
        raise LabelError(
            "no label is {missing}; there are {there}",
            "name some of those in --classes",
            missing=", ".join(missing),
            there=there,
        )
    kept = sorted(known or values, key=numbers_first)
    names = tuple(dict.fromkeys(str(known.get(value, value)) for value in kept))
    if len(names) < 2:
        raise LabelError(
            say("expected labels of two classes or more; found {there}", there=there),
            say("name a second one in --classes") if said else say("label a second class"),
        )
    numbers = {value: float(names.index(str(known.get(value, value)))) for value in kept}
    firsts = tuple(next(value for value in kept if numbers[value] == number) for number in range(len(names)))
    return Classes(names, firsts, numbers)
