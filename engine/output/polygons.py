"""Polygons out: a class map becomes a layer of polygons with class, area and mean confidence.

The outlines are GDAL's own (`rasterio.features.shapes` on the class raster), so they run along pixel edges on
any grid. Knows nothing of how the map was made.
"""

import itertools
import os
import re
import warnings
import xml.etree.ElementTree as ET  # nosec B405 - only written
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import rasterio
import shapely
from affine import Affine
from rasterio.features import shapes

from engine.classes import palette
from engine.classes.legend import Legend
from engine.errors import OutputError
from engine.labels.vector_files import written_as
from engine.output import smoothing
from engine.output.output_names import POLYGONS
from engine.output.regions import Regions, measure, nodata_of, open_raster
from engine.output.staging import PARTS, Outputs, disk_errors
from engine.progress import Report

BATCH = 20_000
"""Polygons written together: enough to be quick, few enough to hold in memory."""
FORMATS: dict[str, dict[str, object]] = {
    ".gpkg": {"driver": "GPKG", "dataset_options": {"VERSION": "1.3"}},
    # RFC 7946 means WGS 84; nine decimals are 0.1 mm, so that the edges of drone pixels stay where they are
    ".geojson": {"driver": "GeoJSON", "layer_options": {"RFC7946": "YES", "COORDINATE_PRECISION": "9"}},
    ".shp": {"driver": "ESRI Shapefile", "layer_options": {"ENCODING": "UTF-8"}},
}

RESERVED = ("gpkg_", "sqlite_", "rtree_", "layer_styles")
"""How tables of a GPKG's own are called: GeoPackage 1.3, SQLite, and QGIS's styles."""


def polygonise(
    map_path: Path,
    confidence_path: Path | None,
    out: Path,
    legend: Legend,
    report: Report,
    *,
    overwrite: bool = False,
    smooth: bool = False,
    mean_called: str = "confidence",
    as_points: bool = False,
    least: Callable[[Regions], np.ndarray] | None = None,
) -> int:
    """Write the regions of a class map (4-connected) as polygons, and count them; `out` appears when it is complete.

    Fields: `class` (text), `class_id` (the map's value), `area_m2` (null without CRS), `confidence` (mean over
    the polygon's pixels; null without a confidence raster). A GPKG carries its style inside, a GeoJSON or
    Shapefile has a ``.qml`` beside it. GDAL traces the whole map in one call, which cannot be cancelled, and
    holds all outlines: some 2 KB and 50 µs per polygon, and 0.2 s per million pixels of the map. A GeoJSON
    is held in memory whole.

    Args:
        map_path: class raster.
        confidence_path: confidence on the same grid.
        out: ``.gpkg``, ``.geojson`` or ``.shp``.
        legend: names and colours of the map's values.
        report: progress; raises `engine.errors.Cancelled` to stop.
        overwrite: replace `out` if it exists.
        smooth: round the stairs off (`engine.output.smoothing`); areas stay those of the pixels.
        mean_called: the field with the mean of the second raster.
        as_points: a point inside each region in place of its outline.
        least: tells which regions are written; all if None.

    Raises:
        OutputError: unknown format, or `out` cannot be written.
    """
    suffix = out.suffix.lower()
    with Outputs([map_path], overwrite) as outputs:
        staged = outputs.stage(out, POLYGONS)
        regions = measure(map_path, confidence_path, report)
        wanted_R = least(regions) if least else np.ones(len(regions.first_R), bool)
        count = int(wanted_R.sum())
        report(0, count, "tracing outlines")
        with open_raster(map_path) as source, disk_errors(staged), written_as(staged) as file:
            batch = (
                len(wanted_R) if suffix == ".geojson" else BATCH
            )  # GDAL cannot append to a GeoJSON without reading it
            layer = file.stem if suffix == ".shp" else layer_of(out)  # a Shapefile's layer is called as its file
            fixed = smoothing.junctions(source, staged.parent / PARTS) if smooth else None
            tables = _tables(source, regions, wanted_R, legend.name_of(), max(batch, 1), fixed)
            shown = (_renamed(table, mean_called, as_points) for table in tables)
            write_tables(file, out.name, layer, shown, count, report, "Point" if as_points else "Polygon")
            if suffix == ".gpkg":
                style_inside(file, layer, vector_qml(legend, as_points))
        if suffix != ".gpkg" and out.with_suffix(".qml") != map_path.with_suffix(".qml"):  # that one is the map's
            staged.with_suffix(".qml").write_text(vector_qml(legend, as_points), encoding="utf-8")
    return count


def _tables(
    source: rasterio.DatasetReader,
    regions: Regions,
    wanted_R: np.ndarray,
    names: Mapping[int, str],
    batch: int,
    fixed: smoothing.Fixed | None,
) -> Iterator[gpd.GeoDataFrame]:
    """The polygons of the map, `batch` at a time (an empty table where there are none)."""
    empty = nodata_of(source)
    outlines = (pair for pair in shapes(rasterio.band(source, 1), connectivity=4) if int(pair[1]) != empty)
    pairs = list(itertools.islice(outlines, batch))
    while True:
        polygons = np.array([shapely.geometry.shape(outline) for outline, _ in pairs], object)
        index = np.searchsorted(regions.first_R, _first_pixels(polygons, source.transform, source.width))
        values = regions.value_R[index]
        assert values.tolist() == [int(value) for _, value in pairs], "a polygon of another region"  # nosec B101
        columns = {
            "class": pd.Series([names.get(value, str(value)) for value in values.tolist()], dtype=str),
            "class_id": values.astype(np.int32),
            "area_m2": regions.area_m2_R[index],
            "confidence": regions.confidence_R[index],
        }
        if fixed:
            polygons = smoothing.smoothed(polygons, source.transform, fixed)
        table = gpd.GeoDataFrame(columns, geometry=polygons, crs=source.crs.to_wkt() if source.crs else None)
        yield table[wanted_R[index]]
        if not (pairs := list(itertools.islice(outlines, batch))):
            return


def _renamed(table: gpd.GeoDataFrame, mean_called: str, as_points: bool) -> gpd.GeoDataFrame:
    """The table as `polygonise` was asked for it."""
    table = table.rename(columns={"confidence": mean_called})
    return table.assign(geometry=table.representative_point()) if as_points else table


def _first_pixels(polygons: np.ndarray, transform: Affine, width: int) -> np.ndarray:
    """The first pixel of each polygon in raster order: the leftmost of its top row, where its outline has a corner."""
    xy_N2, polygon_N = shapely.get_coordinates(shapely.get_exterior_ring(polygons), return_index=True)
    cols, rows = (np.rint(v).astype(np.int64) for v in ~transform @ tuple(xy_N2.T))
    order = np.lexsort((cols, rows, polygon_N))
    opens = np.diff(polygon_N[order], prepend=-1) != 0
    first_P: np.ndarray = (rows * width + cols)[order[opens]]
    return first_P


def layer_of(path: Path) -> str:
    """The layer's name: the file's as far as GDAL takes it in a GPKG, which keeps some names for itself.

    Example:
        >>> layer_of(Path("%20map.gpkg")), layer_of(Path("layer_styles.gpkg"))
        ('20map', 'map')
    """
    name = re.sub(r"^\W+", "", path.stem)
    return "map" if not name or name.lower().startswith(RESERVED) else name


def write_tables(
    path: Path,
    called: str,
    layer: str,
    tables: Iterator[gpd.GeoDataFrame],
    total: int,
    report: Report,
    geometry: str,
    metadata: Mapping[str, str] | None = None,
) -> None:
    """Write the tables one after the other into one layer; a GPKG keeps `metadata`.

    Raises:
        OutputError: the file cannot be written.
    """
    done, first = 0, True
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="'crs' was not provided|No SRS set")
            for table in tables:
                pyogrio.write_dataframe(
                    table,
                    path,
                    layer=layer,
                    append=not first,
                    geometry_type=geometry,
                    **FORMATS[path.suffix.lower()],
                    **({"dataset_metadata": dict(metadata)} if metadata and path.suffix.lower() == ".gpkg" else {}),
                )
                done, first = done + len(table), False
                report(done, total, "writing polygons")
    except (RuntimeError, OSError) as error:  # pyogrio's errors are RuntimeErrors
        raise OutputError(
            "{name} could not be written: {reason}", "check the folder and the disk", name=called, reason=error
        ) from error


def vector_qml(legend: Legend, as_points: bool = False) -> str:
    """A QGIS style (3.22 and later): one fill, or one marker, per class, in the colours of the map."""
    kind, name_of_layer = ("marker", "SimpleMarker") if as_points else ("fill", "SimpleFill")
    root = ET.Element("qgis", version="3.22", styleCategories="Symbology")
    renderer = ET.SubElement(root, "renderer-v2", type="categorizedSymbol", attr="class_id", symbollevels="0")
    categories, symbols = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    for number, (value, name) in enumerate(legend.name_of().items()):
        ET.SubElement(categories, "category", value=str(value), label=name, symbol=str(number), render="true")
        symbol = ET.SubElement(symbols, "symbol", type=kind, name=str(number), alpha="1")
        fill = ET.SubElement(symbol, "layer", {"class": name_of_layer, "enabled": "1", "locked": "0"})
        options = ET.SubElement(fill, "Option", type="Map")
        red, green, blue = palette.rgb(legend.colours[number])
        for key, text in {"color": f"{red},{green},{blue},255", "style": "solid", "outline_style": "no"}.items():
            ET.SubElement(options, "Option", type="QString", name=key, value=text)
    return ET.tostring(root, encoding="unicode")


def style_inside(
    path: Path, layer: str, qml: str, called: str = "classes", tells: str = "colours of the classes"
) -> None:
    """Store the style where QGIS looks for a GPKG's own: the table `layer_styles`."""
    style = {
        "f_table_catalog": "", "f_table_schema": "", "f_table_name": layer, "f_geometry_column": "geom",
        "styleName": called, "styleQML": qml, "styleSLD": "", "useAsDefault": True,
        "description": tells, "owner": "", "ui": None, "update_time": _now(),
    }  # fmt: skip
    pyogrio.write_dataframe(
        pd.DataFrame([style]), path, layer="layer_styles", driver="GPKG", layer_options={"FID": "id"}
    )


def _now() -> pd.Timestamp:
    """The time that GDAL writes as well: the one in OGR_CURRENT_DATE where a run has to be repeated byte by byte."""
    return pd.Timestamp(os.environ.get("OGR_CURRENT_DATE") or pd.Timestamp.now("UTC"))
