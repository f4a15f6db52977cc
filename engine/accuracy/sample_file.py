"""A sample as a file: points in a GeoPackage, each with the size of its stratum and a place for the answer.

Every point carries all that the estimators need, so nothing is guessed when the map has gone or the file was copied.
Knows files and fields; computes nothing.
"""

import math
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.typing import NDArray
from rasterio import DatasetReader

from engine.accuracy.class_raster import Drawn, Population
from engine.classes.class_names import normalised
from engine.errors import LabelError, OutputError
from engine.gdal import gdal_names
from engine.labels.tables import CLASSES, reading
from engine.labels.vector_files import source_of, written_as
from engine.words import joined, say

LAYER = "sample"
ID, STRATUM, PIXELS, AREA, PIXEL_AREA, ANSWER, SKIPPED = (
    "id", "stratum", "stratum_px", "stratum_m2", "pixel_m2", "answer", "skipped",
)  # fmt: skip
NEEDED = (ID, STRATUM, PIXELS, AREA, PIXEL_AREA, ANSWER)
PREFIX = "OFA_SAMPLE_"
"""Before the names of what the file's metadata tell of the sample as a whole."""
FORMAT: dict[str, Any] = {
    "driver": "GPKG", "dataset_options": {"VERSION": "1.3"}, "layer_options": {"SPATIAL_INDEX": "NO"},
}  # fmt: skip
"""Without a spatial index: its triggers need GDAL, and so any program of SQLite's can write answers."""
LONLAT_DIGITS = 7  # a centimetre


@dataclass(frozen=True)
class SampleFile:
    """A sample as read, N points of S strata.

    Attributes:
        places: the points, N geometries with their CRS.
        id_N: their numbers.
        strata_S: names of the strata.
        stratum_N: the stratum of each, from 0.
        pixels_S, area_m2_S: of each stratum; areas are NaN where the map had no CRS.
        pixel_m2_N: area of each point's pixel.
        answers_N: the class that a person saw there; "" where nobody has answered.
        skipped_N: whether the person could not tell.
        facts: what the file tells of the sample as a whole, by name without `PREFIX`; empty if it was copied.
    """

    places: gpd.GeoSeries
    id_N: NDArray[np.int64]
    strata_S: tuple[str, ...]
    stratum_N: NDArray[np.int64]
    pixels_S: NDArray[np.float64]
    area_m2_S: NDArray[np.float64]
    pixel_m2_N: NDArray[np.float64]
    answers_N: tuple[str, ...]
    skipped_N: NDArray[np.bool_]
    facts: Mapping[str, str]

    @property
    def map_digest(self) -> str | None:
        """Of the map that it was drawn on (`Population.digest`); None where another program has saved the file."""
        return self.facts.get("map_sha256")


def write(
    path: Path, called: str, source: DatasetReader, population: Population, drawn: Drawn, facts: Mapping[str, object]
) -> None:
    """Write the points, and the classes with their values and colours as the table `CLASSES`.

    Args:
        path: a new GeoPackage.
        called: its name, for errors.
        source: the map: its CRS and grid.
        population: its strata.
        drawn: the pixels.
        facts: what is told of the sample as a whole.

    Raises:
        OutputError: the file cannot be written.
    """
    t = source.transform
    x_N, y_N = t @ (drawn.cols_N + 0.5, drawn.rows_N + 0.5)
    crs = source.crs.to_wkt() if source.crs else None
    strata = [population.strata[number] for number in drawn.stratum_N.tolist()]
    points = shapely.points(x_N, y_N)
    lon_N, lat_N = _lonlat(points, crs)
    columns = {
        ID: np.arange(1, len(points) + 1),
        ANSWER: pd.Series([None] * len(points), dtype=object),
        SKIPPED: np.zeros(len(points), bool),
        "lon": lon_N,
        "lat": lat_N,
        STRATUM: [stratum.name for stratum in strata],
        PIXELS: [stratum.pixels for stratum in strata],
        AREA: [stratum.area_m2 for stratum in strata],
        PIXEL_AREA: drawn.area_m2_N,
    }
    points_S = np.bincount(drawn.stratum_N, minlength=len(population.strata))
    legend = pd.DataFrame([
        {"name": s.name, "value": s.value, "colour": s.colour, "pixels": s.pixels, "area_m2": s.area_m2, "points": n}
        for s, n in zip(population.strata, points_S.tolist(), strict=True)
    ])  # fmt: skip
    told = {f"{PREFIX}{name}": str(value) for name, value in facts.items()}
    try:
        with written_as(path) as file:
            table = gpd.GeoDataFrame(columns, geometry=points, crs=crs)
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", message="'crs' was not provided")
                pyogrio.write_dataframe(table, file, layer=LAYER, geometry_type="Point", layer_metadata=told, **FORMAT)
                pyogrio.write_dataframe(legend, file, layer=CLASSES, driver="GPKG")
    except (RuntimeError, OSError) as error:  # pyogrio's errors are RuntimeErrors
        raise OutputError(
            "{name} could not be written: {reason}", "check the folder and the disk", name=called, reason=error
        ) from error


def _lonlat(points: NDArray[Any], crs: str | None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Longitudes and latitudes (WGS 84); NaN where the map has no CRS."""
    if crs is None:
        return np.full(len(points), math.nan), np.full(len(points), math.nan)
    xy_N2 = shapely.get_coordinates(gpd.GeoSeries(points, crs=crs).to_crs("EPSG:4326").to_numpy())
    lon_N, lat_N = np.round(xy_N2, LONLAT_DIGITS).T
    return lon_N, lat_N


def read(name: str) -> SampleFile:
    """The sample called `name`.

    Raises:
        LabelError: it cannot be read, or was not drawn at random as this program does it.
    """
    source = source_of(name)
    with reading(name, source):
        layers = [str(each) for each, kind in pyogrio.list_layers(source) if kind]
        layer = LAYER if LAYER in layers else layers[0] if layers else None
        info = pyogrio.read_info(source, layer=layer)
        missing = [field for field in NEEDED if field not in info["fields"]]
        table = None if missing or not layers else pyogrio.read_dataframe(source, layer=layer, force_2d=True)
    if table is None or not isinstance(table, gpd.GeoDataFrame):
        raise _no_sample(name, joined(missing))
    stated = {key: value for key, value in (info.get("layer_metadata") or {}).items() if key.startswith(PREFIX)}
    return _checked(name, table, {key.removeprefix(PREFIX): value for key, value in stated.items()})


def _no_sample(name: str, missing: str) -> LabelError:
    return LabelError(
        "expected points that were drawn at random; {name} does not say how many pixels each of its points stands for "
        "(no {missing}). Labels stand where somebody chose to click, and so tell nothing of the rest of the map",
        "draw a sample: engine sample MAP --out SAMPLE.gpkg, and answer its points",
        name=gdal_names.short(name),
        missing=missing or "points",
    )


def _checked(name: str, table: gpd.GeoDataFrame, facts: Mapping[str, str]) -> SampleFile:
    """The table as a sample, if it is still the one that was drawn."""
    strata = table.groupby(STRATUM, sort=True)[[PIXELS, AREA]]
    numbers = table[[ID, STRATUM, PIXELS]]
    if not len(table) or numbers.isna().any(axis=None) or table[ID].duplicated().any():
        raise edited(name)
    first = strata.first()
    if (strata.nunique() > 1).any(axis=None) or (strata.size() > first[PIXELS]).any():
        raise edited(name)
    drawn = int(facts["points"]) if facts.get("points", "").isdigit() else int(table[ID].max())
    if table.geometry.isna().any() or table.geometry.is_empty.any() or set(table.geom_type) != {"Point"}:
        raise changed(name, say("a point has lost its place"))
    if len(table) != drawn:
        raise changed(name, say("{drawn:,} points were drawn, {there:,} are there", drawn=drawn, there=len(table)))
    skipped = table[SKIPPED] if SKIPPED in table else pd.Series(False, table.index)
    return SampleFile(
        places=table.geometry,
        id_N=table[ID].to_numpy(np.int64),
        strata_S=tuple(map(str, first.index)),
        stratum_N=pd.Categorical(table[STRATUM], first.index).codes.astype(np.int64),
        pixels_S=first[PIXELS].to_numpy(np.float64),
        area_m2_S=first[AREA].to_numpy(np.float64),
        pixel_m2_N=table[PIXEL_AREA].to_numpy(np.float64),
        answers_N=tuple("" if pd.isna(answer) else normalised(str(answer)) for answer in table[ANSWER]),
        skipped_N=skipped.fillna(False).astype(bool).to_numpy(),
        facts=facts,
    )


def edited(name: str) -> LabelError:
    """The error of a sample whose fields say something else than when it was drawn."""
    return changed(name, say("its fields id, stratum, stratum_px or stratum_m2 were edited"))


def changed(name: str, how: str) -> LabelError:
    """The error of a sample that somebody has changed."""
    return LabelError(
        "{name} is no longer the sample that was drawn: {how}",
        "take the file as `engine sample` wrote it; only the fields answer and skipped may change",
        name=gdal_names.short(name),
        how=how,
    )
