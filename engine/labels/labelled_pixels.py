"""Labels in: points, lines and polygons of any format GDAL reads become labelled pixels of a scene.

What lies on the scene counts, and nothing else: labels are cut to it first, then to where it holds data, and only
then are classes counted. Where nothing is left, the error is the reason for which the last label went.
`engine.labels.placing` knows where labels lie, `engine.labels.rasterise` which pixels a geometry marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from affine import Affine
from rasterio.crs import CRS

from engine.errors import LabelError
from engine.labels.placing import GeoBox, LabelShapes, read_shapes
from engine.labels.rasterise import CLASS_CAP_PX, GEOMETRY_CAP_PX, MarkedPixels, mark
from engine.labels.tables import counted_geometries, numbers_first
from engine.words import first_of, say

MAX_CLASSES = 255
"""What a class map of bytes holds beside nodata."""
SEED = 0
"""Of the choice of pixels within large geometries: the same labels give the same map."""


@dataclass(frozen=True)
class Labels:
    """Labelled pixels of a scene; N pixels, each once, in raster order, and K classes.

    Attributes:
        rows_N: row of each pixel.
        cols_N: column of each pixel.
        labels_N: its class, 0 .. K-1.
        polygon_N: number of the geometry (part of a multi-geometry) it came from, for blocked validation.
        names: the classes; numbers in numerical order, then text in alphabetical order.
        values: the classes as the file has them, whole numbers as int.
        geometries: per class, how many geometries (parts of multi-geometries) gave pixels.
        pixels: per class, how many pixels.
        warnings: what the user should know of what was done to the labels.
        scene_N: number of the scene that each pixel lies in, where there are several.
    """

    rows_N: np.ndarray
    cols_N: np.ndarray
    labels_N: np.ndarray
    polygon_N: np.ndarray
    names: tuple[str, ...]
    values: tuple[int | str, ...]
    geometries: tuple[int, ...]
    pixels: tuple[int, ...]
    warnings: tuple[str, ...]
    scene_N: np.ndarray

    def in_scene(self, number: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Rows, columns and classes of the pixels in one of the scenes."""
        here_N = self.scene_N == number
        return self.rows_N[here_N], self.cols_N[here_N], self.labels_N[here_N]


def read_labels(
    path: str,
    field: str,
    layer: str | None,
    *,
    scene_shape: tuple[int, int],
    crs: CRS | None,
    transform: Affine,
    others: bool = False,
) -> Labels:
    """Read the labels that lie on a scene; `on_data` says whether there are enough of them.

    Args:
        path: GPKG, GeoJSON, Shapefile or any other vector file that GDAL reads, by the names that scenes have too.
        field: the field that holds the class, as text or number.
        layer: the layer to read; None where the file has only one with geometries.
        scene_shape: rows and columns of the scene.
        crs: CRS of the scene; without one the labels are used as they are.
        transform: pixel space (column, row) of the scene to its CRS; any invertible affine.
        others: whether labels outside this scene are those of others, and no word of them is needed.

    Raises:
        LabelError: the labels cannot be read, or none marks a pixel of the scene as one class.
    """
    shapes = read_shapes(path, field, layer, GeoBox(scene_shape, crs, transform))
    near = np.flatnonzero(shapes.near_P)
    marks = mark(list(shapes.parts_P[near]), shapes.label_P[near], scene_shape, SEED)
    if not marks.marked_P.any():
        raise shapes.outside
    if not len(marks.rows_N):
        raise contradicting([str(shapes.values[k]) for k in np.unique(shapes.label_P[near][marks.marked_P])])
    present, labels_N = np.unique(marks.labels_N, return_inverse=True)
    values = tuple(shapes.values[k] for k in present)
    return Labels(
        rows_N=marks.rows_N,
        cols_N=marks.cols_N,
        labels_N=labels_N,
        polygon_N=near[marks.part_N],
        names=tuple(map(str, values)),
        values=values,
        geometries=tuple(int((marks.marked_P & (shapes.label_P[near] == k)).sum()) for k in present),
        pixels=tuple(np.bincount(labels_N).tolist()),
        warnings=(*shapes.warnings, *_what_was_left_out(marks, shapes, near, scene_shape, others)),
        scene_N=np.zeros(len(labels_N), np.int64),
    )


def joined_labels(parts: Sequence[Labels]) -> Labels:
    """Labels of several scenes as one; classes with one name are one class."""
    if len(parts) == 1:
        return parts[0]
    values = sorted({value for part in parts for value in part.values}, key=numbers_first)
    number = {value: k for k, value in enumerate(values)}
    counted = {name: np.zeros(len(values), np.int64) for name in ("geometries", "pixels")}
    for part in parts:
        for name, count_K in counted.items():
            count_K[[number[value] for value in part.values]] += getattr(part, name)
    first_polygon = np.cumsum([0, *(part.polygon_N.max() + 1 for part in parts)])
    return Labels(
        rows_N=np.concatenate([part.rows_N for part in parts]),
        cols_N=np.concatenate([part.cols_N for part in parts]),
        labels_N=np.concatenate([np.array([number[v] for v in part.values])[part.labels_N] for part in parts]),
        polygon_N=np.concatenate([part.polygon_N + first for part, first in zip(parts, first_polygon, strict=False)]),
        names=tuple(map(str, values)),
        values=tuple(values),
        geometries=tuple(counted["geometries"].tolist()),
        pixels=tuple(counted["pixels"].tolist()),
        warnings=tuple(dict.fromkeys(warning for part in parts for warning in part.warnings)),
        scene_N=np.repeat(np.arange(len(parts)), [len(part.labels_N) for part in parts]),
    )


def on_data(labels: Labels, known_N: np.ndarray) -> Labels:
    """The labels whose pixels hold data, which must be of 2 to `MAX_CLASSES` classes.

    Raises:
        LabelError: too few or too many classes are left.
    """
    left_K = np.bincount(labels.labels_N[known_N], minlength=len(labels.names))
    kept = np.flatnonzero(left_K)
    lost = [name for name, left in zip(labels.names, left_K, strict=True) if not left]
    if not len(kept):
        raise all_on_nodata()
    names = tuple(labels.names[k] for k in kept)
    require_classes(names, lost)
    if known_N.all():
        return labels
    told = [say("{count:,} labelled pixels lie on nodata and were left out.", count=(~known_N).sum())]
    if lost:
        told.append(say("Left out: {classes} without a label on data.", classes=_classes(lost)))
    numbers_K = np.cumsum(left_K > 0) - 1
    return replace(
        labels,
        **{name: getattr(labels, name)[known_N] for name in ("rows_N", "cols_N", "polygon_N", "scene_N")},
        labels_N=numbers_K[labels.labels_N[known_N]],
        names=names,
        values=tuple(labels.values[k] for k in kept),
        geometries=tuple(labels.geometries[k] for k in kept),
        pixels=tuple(left_K[kept].tolist()),
        warnings=(*labels.warnings, *told),
    )


def require_classes(names: Sequence[str], on_nodata: Sequence[str] = ()) -> None:
    """Refuse too few or too many classes of labels that lie on a scene; `on_nodata` lie there, but not on data.

    Raises:
        LabelError: says how many there are, and what to do.
    """
    if len(names) < 2:
        told = say("only one class ('{name}') is labelled inside the scene", name=names[0])
        if on_nodata:
            told = say("{told}, and all labels of {classes} lie on nodata", told=told, classes=_named(on_nodata))
        raise LabelError(
            "{told}; a map needs two or more", "label a second class where the scene holds data", told=told
        )
    if len(names) > MAX_CLASSES:
        raise LabelError(
            "{count} different classes are labelled inside the scene; a map holds at most {most}",
            "name the field of the class, if this is another one: --field NAME; or merge classes",
            count=len(names),
            most=MAX_CLASSES,
        )


def contradicting(names: Sequence[str]) -> LabelError:
    """The error where each pixel with labels has those of different classes."""
    return LabelError(
        "all labels contradict each other: every labelled pixel has labels of different classes ({names})",
        "remove all but one of the labels of a place",
        names=_named(names),
    )


def all_on_nodata() -> LabelError:
    """The error where no pixel with labels holds data."""
    return LabelError(
        "all labels lie on nodata",
        "label places that hold data; if these do, --ignore-file-nodata reads the file's nodata value as data",
    )


def _what_was_left_out(
    marks: MarkedPixels, shapes: LabelShapes, near: np.ndarray, shape: tuple[int, int], others: bool
) -> list[str]:
    """What the user should know of the way from geometries to pixels."""
    bounds = shapely.bounds(shapes.parts_P[near])
    beyond_P = (bounds[:, :2] < 0).any(axis=1) | (bounds[:, 2:] > (shape[1], shape[0])).any(axis=1)
    told = []
    if (outside := len(shapes.parts_P) - int(marks.marked_P.sum())) and not others:
        told.append(say("Left out: {geometries} outside the scene.", geometries=counted_geometries(outside)))
    if cut := (beyond_P & marks.marked_P).sum():
        told.append(say("Cut at the scene's border: {geometries}.", geometries=counted_geometries(cut)))
    if marks.torn:
        torn = say("1 pixel") if marks.torn == 1 else say("{count:,} pixels", count=marks.torn)
        told.append(say("Left out: {pixels} labelled with different classes.", pixels=torn))
    if count := marks.sampled:
        large = say("1 large geometry") if count == 1 else say("{count:,} large geometries", count=count)
        text = say(
            "Of {large}, at most {most:,} pixels each, spread evenly, were taken.", large=large, most=GEOMETRY_CAP_PX
        )
        told.append(text)
    told += [
        say("Of class '{name}', {most:,} pixels spread evenly were taken.", name=shapes.values[k], most=CLASS_CAP_PX)
        for k in marks.capped
    ]
    if (lost := sorted(set(range(len(shapes.values))) - set(marks.labels_N.tolist()))) and not others:
        told.append(
            say(
                "Left out: {classes} without a pixel in the scene.",
                classes=_classes([str(shapes.values[k]) for k in lost]),
            )
        )
    return told


def _classes(names: Sequence[str]) -> str:
    """``1 class ('water')``."""
    if len(names) == 1:
        return say("1 class ({names})", names=_named(names))
    return say("{count} classes ({names})", count=len(names), names=_named(names))


def _named(names: Sequence[str]) -> str:
    """Some names for a sentence."""
    return first_of([f"'{name}'" for name in names])
