"""Objects as a layer of boxes or points with a score, in a style. Knows nothing of how they were found."""

import xml.etree.ElementTree as ET  # nosec B405 - only written
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from engine.labels.vector_files import written_as
from engine.output.polygons import BATCH, layer_of, style_inside, write_tables
from engine.output.staging import disk_errors
from engine.progress import Report
from engine.scene.pixel_geometry import PixelGeometry
from engine.scene.raster import Scene

COLOUR = "230,97,0,255"
"""Of outlines: it stands apart from vegetation, water and soil, also for colour-blind eyes."""


def write_objects(
    path: Path,
    called: Path,
    scene: Scene,
    boxes_N4: NDArray[np.float64],
    scores_N: NDArray[np.float64],
    as_points: bool,
    metadata: Mapping[str, str],
    report: Report,
) -> None:
    """Write objects with the fields `score` and `area_m2` (of the box; null without CRS), the best first.

    Args:
        path: ``.gpkg``, ``.geojson`` or ``.shp``; a GPKG holds its style and `metadata`, others have a ``.qml`` beside.
        called: the file's final name, after which its layer is called.
        scene: on which boxes lie.
        boxes_N4: top, left, bottom and right, in pixels.
        scores_N: their scores.
        as_points: the middle of each box in its place.
        metadata: where the objects come from.
        report: progress; may raise `engine.errors.Cancelled`.

    Raises:
        OutputError: `path` cannot be written.
    """
    suffix = path.suffix.lower()
    top_N, left_N, bottom_N, right_N = boxes_N4.T
    rows_N, cols_N = (top_N + bottom_N) / 2, (left_N + right_N) / 2
    geometry = PixelGeometry.of(scene.crs, scene.transform, (scene.height, scene.width))
    size_N = (bottom_N - top_N) * (right_N - left_N)
    area_N = geometry.area_m2(rows_N, cols_N) * size_N if geometry else np.full(len(size_N), np.nan)
    shapes = shapely.points(cols_N, rows_N) if as_points else shapely.box(left_N, top_N, right_N, bottom_N)
    placed = shapely.transform(np.asarray(shapes), lambda xy: np.stack(scene.transform @ tuple(xy.T), axis=1))
    crs = scene.crs.to_wkt() if scene.crs else None
    table = gpd.GeoDataFrame({"score": scores_N, "area_m2": area_N}, geometry=placed, crs=crs)
    batch = max(len(table), 1) if suffix == ".geojson" else BATCH
    tables = (table[start : start + batch] for start in range(0, max(len(table), 1), batch))
    with disk_errors(path), written_as(path) as file:
        layer = file.stem if suffix == ".shp" else layer_of(called)
        kind = "Point" if as_points else "Polygon"
        write_tables(file, called.name, layer, tables, len(table), report, kind, metadata)
        if suffix == ".gpkg":
            style_inside(file, layer, objects_qml(as_points), "objects", "outlines of objects")
    if suffix != ".gpkg":
        path.with_suffix(".qml").write_text(objects_qml(as_points), encoding="utf-8")


def objects_qml(as_points: bool) -> str:
    """A QGIS style (3.22 and later): outlines without a fill, or markers."""
    root = ET.Element("qgis", version="3.22", styleCategories="Symbology")
    renderer = ET.SubElement(root, "renderer-v2", type="singleSymbol", symbollevels="0")
    symbols = ET.SubElement(renderer, "symbols")
    symbol = ET.SubElement(symbols, "symbol", type="marker" if as_points else "fill", name="0", alpha="1")
    kind = "SimpleMarker" if as_points else "SimpleFill"
    layer = ET.SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0"})
    options = ET.SubElement(layer, "Option", type="Map")
    looks = {"color": COLOUR, "outline_style": "no"} if as_points else {
        "style": "no", "outline_style": "solid", "outline_color": COLOUR, "outline_width": "0.5",
    }  # fmt: skip
    for key, text in looks.items():
        ET.SubElement(options, "Option", type="QString", name=key, value=text)
    return ET.tostring(root, encoding="unicode")
