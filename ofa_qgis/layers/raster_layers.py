"""A raster layer as the engine can read it: its GDAL name, and what the layer's own settings change of it.

The engine opens files; it sees no layer. What the user set in the layer's properties (nodata, CRS) travels beside
the name. Layers that only QGIS can read (web services, raster calculator, databases, memory) are refused with the
way out: an export of the part that is needed. Knows no widgets and nothing of jobs. Main thread only.
"""

import json
import math
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterDataProvider,
    QgsRasterLayer,
)

from ..compat import RASTER_RANGE_EXCLUSIVE, RASTER_RANGE_INCLUDE_MAX, RASTER_RANGE_INCLUDE_MIN, WKT_GDAL
from ..i18n import tr
from ..protocol import SceneSpec
from .raster_export import ExportTask, LayerError, export, export_size, extent_for

__all__ = [
    "ExportTask", "LayerError", "alone", "answered", "choices", "export", "export_size", "extent_for", "file_of",
    "further_layers", "is_picture", "map_of", "place_of", "product_of", "raster_classes", "remember", "remember_place",
    "remember_product", "scene_of",
]  # fmt: skip

PROPERTY = "ofa/"
PLACE, PRODUCT = PROPERTY + "place", PROPERTY + "product"
UNUSED = "unused"
IN_MEMORY = ("/vsimem/", "MEM:", "<")  # only this process sees them: files in memory, arrays, a VRT spelled out
DRIVER_PREFIX = re.compile(r"[A-Za-z0-9_]{2,}:")  # NETCDF:…, SENTINEL2_L2A:/…, vrt://…; one letter is a Windows drive
IS_NUMBER = re.compile(r"[\d.]+(e[+-]?\d+)?")
MOST_CLASSED_PX = 150_000_000  # of which QGIS finds the values in about a second
HARMLESS_OPTIONS = ("NUM_THREADS", "IGNORE_COG_LAYOUT_BREAK")

Ranges = Tuple[Tuple[float, float], ...]


def scene_of(layer: Optional[QgsRasterLayer]) -> SceneSpec:
    """What the engine needs to read the values that `layer` holds, as plain values for any thread.

    A layer that shows a product means the product, with its masks. Nodata and CRS mean what the layer's properties
    say. Style does not: colour ramps, contrast, resampling, transparency (also of single values) and the choice of
    bands to show leave the values as they are.

    Raises:
        LayerError: the layer is broken, or only QGIS can read it.
    """
    if layer is None:
        raise LayerError(tr("no raster layer is chosen"), tr("choose the layer to classify"))
    provider = layer.dataProvider()
    if not layer.isValid() or provider is None:
        raise LayerError(
            tr("the layer {name} cannot be opened", name=layer.name()), tr("repair its data source in QGIS")
        )
    scene = product_of(layer) or _gdal_name(layer)
    nodata, file_nodata = _nodata_settings(provider, layer.name())
    return SceneSpec(scene, crs=_assigned_crs(layer), nodata=nodata, file_nodata=file_nodata)


def map_of(layer: Optional[QgsRasterLayer]) -> str:
    """The name of a map, for jobs that read it as its file says.

    Raises:
        LayerError: as `scene_of`; or the layer's properties say what the file does not.
    """
    scene = scene_of(layer)
    assert layer is not None  # nosec B101 - otherwise it is no scene
    provider = layer.dataProvider()
    own = {provider.sourceNoDataValue(band) for band in range(1, provider.bandCount() + 1)
           if provider.sourceHasNoDataValue(band)}  # fmt: skip
    if scene.crs or not scene.file_nodata or any(low != high or low not in own for low, high in scene.nodata):
        raise LayerError(
            tr("the CRS or the nodata values of {name} are set in QGIS only, and not in its file", name=layer.name()),
            tr("export the layer as GeoTIFF, which keeps them"),
            exportable=True,
        )
    return scene.path


def answered(layer: Optional[QgsRasterLayer], nodata: Ranges = (), **said: Any) -> SceneSpec:
    """The scene with the user's answers: what is `said` now, else what is remembered of the layer.

    Further sources that are remembered are read as was answered for their own layers.

    Args:
        layer: the scene.
        nodata: ranges beside those of the layer's properties.
        said: fields of the spec; those that are empty say nothing.

    Raises:
        LayerError: as `scene_of`, of this layer or of a further one.
    """
    scene = scene_of(layer)
    answers = {**_said(choices(layer)), **place_of(layer), **_grid_of(layer), **_said(said)}
    if "beside" not in answers:
        answers["beside"] = tuple(alone(each) for each in further_layers(layer))
    return replace(scene, nodata=(*scene.nodata, *nodata), **answers)


def alone(layer: Optional[QgsRasterLayer]) -> SceneSpec:
    """The scene with the user's answers, without further sources: what a layer is as a source of another one's place.

    Raises:
        LayerError: as `scene_of`.
    """
    scene, place = scene_of(layer), place_of(layer)
    place.pop("grid", None)
    return replace(scene, **{**_said(choices(layer)), **place})


def _grid_of(layer: QgsRasterLayer) -> Dict[str, str]:
    """The source whose grid all sources of the layer's place are brought onto, as a `SceneSpec` names it, if it is one.

    Raises:
        LayerError: as `scene_of`, of that source.
    """
    grid = place_of(layer).get("grid")
    found = [each for each in further_layers(layer) if each.id() == grid]
    return {"grid": alone(found[0]).path} if found else {}


def _said(answers: Mapping[str, Any]) -> Dict[str, Any]:
    return {name: answer for name, answer in answers.items() if answer}


def file_of(layer: QgsMapLayer) -> str:
    """The file that a raster or vector layer reads; "" if it reads none."""
    return str(QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or "")


def _gdal_name(layer: QgsRasterLayer) -> str:
    """The layer's source without QGIS's own additions, as GDAL opens it in another process."""
    name, source = layer.name(), str(layer.source())
    if layer.providerType() != "gdal":
        raise _needs_export(tr("{name} is no file: only QGIS can read it", name=name), layer)
    if source.startswith(IN_MEMORY):
        raise _needs_export(tr("{name} lives in the memory of QGIS", name=name), layer)
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    if parts.get("credentialOptions") or "authcfg=" in source:
        raise _needs_export(tr("{name} is read with access rights that QGIS keeps", name=name), layer)
    options = [str(option) for option in parts.get("openOptions") or []]
    changing = [option for option in options if option.split("=")[0].upper() not in HARMLESS_OPTIONS]
    if changing:
        shown = ", ".join(changing)
        raise _needs_export(tr("{name} is opened with options of its own ({options})", name=name, options=shown), layer)
    for option in options:
        source = source.replace("|option:" + option, "")
    return _absolute(source, str(parts.get("path") or source), bool(parts.get("vsiPrefix")), name)


def _absolute(source: str, path: str, virtual: bool, name: str) -> str:
    """`source` with `path`, the file in it, made absolute.

    Raises:
        LayerError: it is a plain file, and gone.
    """
    if Path(path).exists():
        return source.replace(path, str(Path(path).absolute()), 1)
    if virtual or path.startswith("/vsi") or DRIVER_PREFIX.match(source):
        return source  # GDAL knows whether it is there
    raise LayerError(
        tr("the file of {name} is gone: {path}", name=name, path=path), tr("repair its data source in QGIS")
    )


def _needs_export(error: str, layer: QgsRasterLayer) -> LayerError:
    hint = tr("export the part you need as GeoTIFF")
    if is_picture(layer):
        hint = tr("export the part you need as GeoTIFF; it will hold the colours of a picture, not measurements")
    return LayerError(error, hint, exportable=True)


def is_picture(layer: QgsRasterLayer) -> bool:
    """Whether an export holds colours that a server rendered (WMS, XYZ, WMTS, ArcGIS), not measurements."""
    return layer.providerType() in ("wms", "arcgismapserver")


def _nodata_settings(provider: QgsRasterDataProvider, name: str) -> Tuple[Ranges, bool]:
    """The user's nodata ranges, and whether the file's own nodata values count."""
    bands = range(1, provider.bandCount() + 1)
    ranges = {_ranges(provider.userNoDataValues(band)) for band in bands}
    own = {provider.useSourceNoDataValue(band) for band in bands if provider.sourceHasNoDataValue(band)}
    if len(ranges) > 1 or len(own) > 1:
        raise LayerError(
            tr("the bands of {name} have different nodata settings", name=name),
            tr("give all bands the same in the layer's properties, or export the part you need as GeoTIFF"),
            exportable=True,
        )
    return (ranges.pop() if ranges else ()), own != {False}


def _ranges(found: List[Any]) -> Ranges:
    """QGIS's ranges as (low, high), both ends in."""
    ends = []
    for item in found:
        low = -sys.float_info.max if math.isnan(item.min()) else item.min()
        high = sys.float_info.max if math.isnan(item.max()) else item.max()
        if item.bounds() in (RASTER_RANGE_INCLUDE_MAX, RASTER_RANGE_EXCLUSIVE):
            low = math.nextafter(low, math.inf)
        if item.bounds() in (RASTER_RANGE_INCLUDE_MIN, RASTER_RANGE_EXCLUSIVE):
            high = math.nextafter(high, -math.inf)
        ends.append((low, high))
    return tuple(sorted(set(ends)))


def _assigned_crs(layer: QgsRasterLayer) -> Optional[str]:
    """The layer's CRS as GDAL understands it, if it is not the file's."""
    crs = layer.crs()
    if not crs.isValid() or crs == layer.dataProvider().crs():
        return None
    return str(crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt(WKT_GDAL))


def raster_classes(layer: QgsRasterLayer) -> Dict[str, Tuple[str, str]]:
    """Value -> (name, colour) of the classes that a raster shows by a palette and holds; empty where it does not.

    Looks through the raster, so one of more than `MOST_CLASSED_PX` pixels has none: its values are the names.
    """
    renderer, provider = layer.renderer(), layer.dataProvider()
    if not isinstance(renderer, QgsPalettedRasterRenderer) or layer.width() * layer.height() > MOST_CLASSED_PX:
        return {}
    held = {each.value for each in QgsPalettedRasterRenderer.classDataFromRaster(provider, renderer.band())}
    return {
        f"{each.value:g}": (each.label.strip(), str(each.color.name()))
        for each in renderer.classes()
        if each.value in held and each.label.strip()
    }


def choices(layer: QgsRasterLayer) -> Dict[str, Any]:
    """The answers about this layer, by field of a `SceneSpec`; None and empty where there is none.

    "fill" is "nodata" or "data": what pixels are that look like fill and that the file does not declare.
    """
    try:
        bands = json.loads(layer.customProperty(PROPERTY + "bands") or "{}")
    except ValueError:  # a project edited by hand
        bands = {}
    return {
        "sensor": layer.customProperty(PROPERTY + "sensor") or None,
        "bands": {str(band): str(name) for band, name in bands.items()} if isinstance(bands, dict) else {},
        "units": layer.customProperty(PROPERTY + "units") or None,
        "fill": layer.customProperty(PROPERTY + "fill") or None,
        "skip_damaged": bool(layer.customProperty(PROPERTY + "skip_damaged")) or None,
    }


def place_of(layer: QgsRasterLayer) -> Dict[str, Any]:
    """What is said of the product and of the grid of its place, as `remember_place` takes it; only what is said."""
    said = {name: value for name, value in _place(layer).items() if name in ("mask", "remote", "grid") and value}
    known = {each.id() for each in further_layers(layer)}
    if not (said.get("grid") in known or IS_NUMBER.fullmatch(str(said.get("grid")))):
        said.pop("grid", None)  # of a source that is gone
    return said


def further_layers(layer: QgsRasterLayer) -> List[QgsRasterLayer]:
    """The layers of the project that are further sources of this layer's place, in the order they were chosen."""
    known = QgsProject.instance().mapLayers()
    wanted = _place(layer).get("beside") or ()
    found = (known.get(str(name)) for name in (wanted if isinstance(wanted, list) else ()))
    return [each for each in found if isinstance(each, QgsRasterLayer) and each.id() != layer.id()]


def _place(layer: QgsRasterLayer) -> Dict[str, Any]:
    try:
        said = json.loads(layer.customProperty(PLACE) or "{}")
    except ValueError:  # a project edited by hand
        return {}
    return said if isinstance(said, dict) else {}


def remember_place(
    layer: QgsRasterLayer,
    mask: str = "",
    remote: bool = False,
    grid: str = "",
    beside: Sequence[QgsRasterLayer] = (),
) -> None:
    """Keep with the layer what of its masks is nodata, and which layers are further sources of its place.

    `grid` is the id of the one of them whose grid all are brought onto, or a number of metres; "" is the layer's own.
    """
    said = {"mask": mask, "remote": remote, "grid": grid, "beside": [each.id() for each in beside]}
    _keep(layer, {PLACE: json.dumps(kept) if (kept := _said(said)) else ""})


def product_of(layer: QgsRasterLayer) -> str:
    """The product that the layer shows; "" if it shows a file of its own.

    Raises:
        LayerError: it is gone.
    """
    path = str(layer.customProperty(PRODUCT) or "")
    if path and not Path(path).exists():
        raise LayerError(
            tr("the product of {name} is gone: {path}", name=layer.name(), path=path),
            tr("put it back, or open the product from where it is now"),
        )
    return path


def remember_product(layer: QgsRasterLayer, path: str) -> None:
    """Keep with the layer that it shows the product `path`: folder, archive or file."""
    _keep(layer, {PRODUCT: path})


def remember(
    layer: QgsRasterLayer,
    sensor: Optional[str] = None,
    bands: Optional[Dict[str, str]] = None,
    units: Optional[str] = None,
    fill: Optional[str] = None,
    skip_damaged: Optional[bool] = None,
) -> None:
    """Keep these answers with the layer, and so in the project; empty ones are forgotten."""
    kept = json.dumps(bands) if bands else ""
    answers = {"sensor": sensor, "bands": kept, "units": units, "fill": fill, "skip_damaged": skip_damaged}
    _keep(layer, {PROPERTY + key: value for key, value in answers.items()})


def _keep(layer: QgsRasterLayer, properties: Mapping[str, Any]) -> None:
    for key, value in properties.items():
        if value:
            layer.setCustomProperty(key, value)
        else:
            layer.removeCustomProperty(key)
    if QgsProject.instance().mapLayer(layer.id()):
        QgsProject.instance().setDirty(True)
