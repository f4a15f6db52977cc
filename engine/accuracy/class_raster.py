"""A class map as a population of pixels: its strata, what identifies it, and pixels of it drawn at random.

Reads any raster of whole numbers strip by strip, so memory does not grow with the map. Knows no points or answers.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import MaskFlags
from rasterio.windows import Window

from engine.classes import attribute_table
from engine.classes.class_names import normalised
from engine.classes.palette import colours_of
from engine.errors import SceneError
from engine.gdal.dataset import opened
from engine.output.regions import strips
from engine.progress import Report
from engine.scene.pixel_geometry import PixelGeometry

Places = NDArray[np.int64]

MOST_CLASSES = 255
TAG = "CLASS_"
"""Before the value, in the tags of our maps that name its class."""


@dataclass(frozen=True)
class Stratum:
    """All pixels of one class.

    Attributes:
        value: on the map.
        name, colour: of the class; a map that names none has its value as name.
        pixels: how many there are.
        area_m2: on the ground; NaN where the map has no CRS.
    """

    value: int
    name: str
    colour: str
    pixels: int
    area_m2: float


@dataclass(frozen=True)
class Population:
    """All pixels of a map that have a class.

    Attributes:
        strata: the classes that are there, by value.
        digest: of the classes and where they lie: another map has another one.
    """

    strata: tuple[Stratum, ...]
    digest: str

    @property
    def stratum_pixels(self) -> NDArray[np.int64]:
        """Pixels of each stratum."""
        return np.array([stratum.pixels for stratum in self.strata], np.int64)

    @property
    def stratum_shares(self) -> NDArray[np.float64]:
        """Share of the area of each stratum; of the pixels where nobody knows the area."""
        area_S = np.array([stratum.area_m2 for stratum in self.strata])
        known_S = self.stratum_pixels.astype(float) if np.isnan(area_S).any() else area_S
        shares: NDArray[np.float64] = known_S / known_S.sum()
        return shares


@dataclass(frozen=True)
class Drawn:
    """Pixels drawn at random, N of them, in the order of a walk that does not tell their class.

    Attributes:
        stratum_N: the number of the stratum, from 0.
        rows_N, cols_N: of the pixels.
        area_m2_N: of each on the ground; NaN where the map has no CRS.
    """

    stratum_N: Places
    rows_N: Places
    cols_N: Places
    area_m2_N: NDArray[np.float64]


@contextmanager
def open_map(name: str) -> Iterator[rasterio.DatasetReader]:
    """The open class map called `name`.

    Raises:
        SceneError: there is none, or it holds no classes: several bands, fractions, a mask beside its values.
    """
    with opened(name) as source:
        kind = np.dtype(source.dtypes[0])
        if source.count != 1 or kind.kind not in "iu":
            raise SceneError(
                "expected a map of classes, one band of whole numbers; {name} has bands: {count}, of {kind}",
                "give the map that `engine classify` wrote with --out",
                name=name,
                count=source.count,
                kind=kind.name,
            )
        if MaskFlags.per_dataset in source.mask_flag_enums[0]:
            raise SceneError(
                "{name} says by a mask where it has no class",
                "write a nodata value instead: gdalwarp -dstnodata 0 MAP.tif NEW.tif",
                name=name,
            )
        yield source


def survey(source: rasterio.DatasetReader, name: str, report: Report) -> Population:
    """Count the map's classes, and their area on the ground.

    Raises:
        SceneError: no pixel has a class, or there are too many.
    """
    pixels: dict[int, int] = {}
    area_m2: dict[int, float] = {}
    digest = hashlib.sha256(f"{source.crs} {tuple(source.transform)} {source.shape} {source.nodata}".encode())
    for strip in strips(source):
        value_U = strip.values_HW.ravel()[strip.first_U]
        values, of_U = np.unique(value_U, return_inverse=True)
        for value, count, area in zip(
            values.tolist(), np.bincount(of_U, strip.length_U), np.bincount(of_U, strip.area_m2_U), strict=True
        ):
            pixels[value] = pixels.get(value, 0) + int(count)
            area_m2[value] = area_m2.get(value, 0.0) + float(area)
        digest.update(strip.values_HW.tobytes())
        report(strip.row0 + len(strip.values_HW), source.height, "counting pixels")
    found = [value for value in sorted(pixels) if value != source.nodata]
    if not found or len(found) > MOST_CLASSES:
        raise SceneError(
            "expected a map of 1 to {most} classes; {name} has {count}",
            "give the map that `engine classify` wrote with --out",
            name=name,
            most=MOST_CLASSES,
            count=len(found),
        )
    told = attribute_table.beside(source.files)
    names = names_of(source.tags(), found, told.name_of)
    colours = _colours(source, found, names, told.colour_of)
    strata = zip(found, names, colours, strict=True)
    return Population(tuple(Stratum(v, n, c, pixels[v], area_m2[v]) for v, n, c in strata), digest.hexdigest())


def names_of(tags: Mapping[str, str], values: Sequence[int], told: Mapping[int, str]) -> list[str]:
    """What the map calls the classes of its values: its tags say it, else what is `told` beside it."""
    named = [normalised(tags.get(f"{TAG}{value}") or told.get(value, "")) or str(value) for value in values]
    return named if len(set(named)) == len(named) else [str(value) for value in values]


def _colours(
    source: rasterio.DatasetReader, values: Sequence[int], names: Sequence[str], told: Mapping[int, str]
) -> tuple[str, ...]:
    """Those of the palette, if there is one, else those `told` beside the map."""
    try:
        palette = {value: "#{:02x}{:02x}{:02x}".format(*rgba) for value, rgba in source.colormap(1).items()}
    except ValueError:
        palette = dict(told)
    return colours_of(names, {n: palette[v] for v, n in zip(values, names, strict=True) if v in palette})


def draw(
    source: rasterio.DatasetReader, population: Population, points_S: Sequence[int], seed: int, report: Report
) -> Drawn:
    """Draw pixels of each stratum, all with the same chance and none twice; the same seed draws the same.

    Args:
        source: the map.
        population: what `survey` found there.
        points_S: how many of each stratum.
        seed: of the random numbers.
        report: told the rows done.
    """
    drawn = np.random.default_rng(seed)
    ranks = [
        np.sort(drawn.choice(stratum.pixels, count, replace=False))
        for stratum, count in zip(population.strata, points_S, strict=True)
    ]
    seen = [0] * len(ranks)
    found: list[Places] = []
    for strip in strips(source):
        flat = strip.values_HW.ravel()
        for number, stratum in enumerate(population.strata):
            at_M = np.flatnonzero(flat == stratum.value)
            first, last = np.searchsorted(ranks[number], (seen[number], seen[number] + len(at_M)))
            at = at_M[ranks[number][first:last] - seen[number]]
            found.append(np.stack([np.full(len(at), number), *np.divmod(at + strip.row0 * source.width, source.width)]))
            seen[number] += len(at_M)
        report(strip.row0 + len(strip.values_HW), source.height, "drawing points")
    drawn_3N = np.concatenate(found, axis=1).astype(np.int64)
    stratum_N, rows_N, cols_N = drawn_3N[:, drawn.permutation(drawn_3N.shape[1])]
    geometry = PixelGeometry.of(source.crs, source.transform, source.shape)
    area_m2_N = geometry.area_m2(rows_N + 0.5, cols_N + 0.5) if geometry else np.full(len(rows_N), np.nan)
    return Drawn(stratum_N, rows_N, cols_N, area_m2_N)


def values_at(source: rasterio.DatasetReader, rows_N: Places, cols_N: Places) -> list[int | None]:
    """The map's value at each pixel; None outside of it and where it has no class."""
    inside_N = (rows_N >= 0) & (rows_N < source.height) & (cols_N >= 0) & (cols_N < source.width)
    values: list[int | None] = [None] * len(rows_N)
    order = np.lexsort((cols_N, rows_N))  # near ones after each other: GDAL keeps the block
    for n in order[inside_N[order]].tolist():
        value: Any = source.read(1, window=Window(int(cols_N[n]), int(rows_N[n]), 1, 1))[0, 0]
        values[n] = None if value == source.nodata else int(value)
    return values
