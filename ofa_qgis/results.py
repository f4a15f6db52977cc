"""Results become layers: styled, named, with their provenance, in one group at the top of the project.

Main thread only. Overwrites nothing; computes nothing. Knows no widgets.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, Mapping, Sequence

from qgis.core import (
    QgsColorRampShader,
    QgsLayerMetadata,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .compat import RASTER_STATISTICS
from .i18n import tr

RESULT = "ofa/result"  # custom property of every layer that is one
RAMP = ((0.0, "#440154"), (0.25, "#3b528b"), (0.5, "#21918c"), (0.75, "#5ec962"), (1.0, "#fde725"))
"""Viridis: even steps for the eye, and readable for colour-blind people."""
STATISTICS_PX = 250_000  # of a raster: enough for the ends of a legend, and quick


def add(
    outputs: Mapping[str, str],
    report: Mapping[str, Any],
    scene_name: str,
    labels_layers: Sequence[QgsVectorLayer] = (),
    below: Sequence[str] = (),
) -> QgsLayerTreeGroup:
    """Add the results of classify or predict as one group at the top of the project.

    Args:
        outputs: the paths that the job answered.
        report: what it answered about them.
        scene_name: what the group is named after, beside the time.
        labels_layers: the labels that were learnt from, styled and not yet in the project.
        below: ids of layers that stay above: labels in work would vanish under the map.
    """
    name = f"{scene_name} {datetime.now():%Y-%m-%d %H:%M}"
    group = QgsLayerTreeGroup(name)
    root = QgsProject.instance().layerTreeRoot()
    root.insertChildNode(_index_below(root, below), group)
    metadata = _metadata(report, scene_name)
    for layer in labels_layers:
        _place(group, layer, metadata, visible=False)
    if "vector" in outputs:
        polygons = QgsVectorLayer(outputs["vector"], tr("polygons"), "ogr")  # the file holds its style
        _place(group, polygons, metadata, visible=False)
    shown = map_layer(outputs["map"], report) if "map" in outputs else values_layer(outputs["values"])
    _place(group, shown, metadata, visible=True)
    if "confidence" in outputs:
        _place(group, confidence_layer(outputs["confidence"]), metadata, visible=False)
    for node in (group, *group.findLayers()):  # the tree's view heeds changes only
        folded = node is not group and not node.isVisible()
        node.setExpanded(folded)
        node.setExpanded(not folded)
    return group


def map_layer(path: str, report: Mapping[str, Any]) -> QgsRasterLayer:
    """The class map with the names and colours of its classes."""
    layer = QgsRasterLayer(path, tr("map"), "gdal")
    style_classes(layer, report.get("classes") or ())
    return layer


def values_layer(path: str) -> QgsRasterLayer:
    """The numbers that a model was trained to tell."""
    layer = QgsRasterLayer(path, tr("values"), "gdal")
    style_values(layer)
    return layer


def confidence_layer(path: str) -> QgsRasterLayer:
    """The confidence, 0 to 1, in steps that the eye sees as even."""
    layer = QgsRasterLayer(path, tr("confidence"), "gdal")
    style_confidence(layer)
    return layer


def style_classes(layer: QgsRasterLayer, classes: Sequence[Mapping[str, Any]]) -> None:
    """Paint each class value in its colour, with its name in the legend."""
    if not layer.isValid():
        return
    entries = [
        QgsPalettedRasterRenderer.Class(int(item["value"]), QColor(item["colour"]), str(item["name"]))
        for item in classes
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))


def style_confidence(layer: QgsRasterLayer) -> None:
    """Paint 0 to 1 with a ramp."""
    if layer.isValid():
        _ramp(layer, 0.0, 1.0)


def style_values(layer: QgsRasterLayer) -> None:
    """Paint what is there, from the least to the greatest, with a ramp."""
    if not layer.isValid():
        return
    provider = layer.dataProvider()
    found = provider.bandStatistics(1, RASTER_STATISTICS, provider.extent(), STATISTICS_PX)
    _ramp(layer, found.minimumValue, found.maximumValue)


def _ramp(layer: QgsRasterLayer, low: float, high: float) -> None:
    ramp = QgsColorRampShader(low, high)
    steps = [(low + share * (high - low), colour) for share, colour in RAMP]
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{value:.4g}") for value, colour in steps]
    )
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    layer.setRenderer(renderer)


def accuracy_text(report: Mapping[str, Any]) -> str:
    """The accuracy in one line, as the dock says it too."""
    score = report.get("macro_f1")
    if score is None:
        return tr("Not validated: too few labels for blocked folds.")
    spread = report.get("macro_f1_std")
    number = f"{score:.2f}" if spread is None else f"{score:.2f} ± {spread:.2f}"
    return tr("Macro-F1, blocked folds: {number}").format(number=number)


def _index_below(root: QgsLayerTree, layer_ids: Sequence[str]) -> int:
    """The first index that is below these layers, or the groups they are in, as far as they lead the tree."""
    index = 0
    for node in root.children():
        ids = node.findLayerIds() if isinstance(node, QgsLayerTreeGroup) else [node.layerId()]
        if not ids or not set(ids) <= set(layer_ids):
            break
        index += 1
    return index


def _place(group: QgsLayerTreeGroup, layer: QgsMapLayer, metadata: QgsLayerMetadata, visible: bool) -> None:
    layer.setMetadata(metadata)
    layer.setCustomProperty(RESULT, True)
    QgsProject.instance().addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(visible)


def _metadata(report: Mapping[str, Any], scene_name: str) -> QgsLayerMetadata:
    """Model, recipe and accuracy, for the layer's properties."""
    model: Dict[str, Any] = dict(report.get("model") or {})
    about = tr("Map of {scene} by OFA.").format(scene=scene_name)
    trained = "" if model.get("trained") else tr(" (untrained)")
    lines = [
        about,
        tr("Model: {name}{trained}, sha256 {digest}").format(
            name=model.get("name", "?"), trained=trained, digest=model.get("sha256") or "–"
        ),
        *([accuracy_text(report)] if "macro_f1" in report else []),
        tr("Sensor: {sensor}, units: {units}").format(
            sensor=report.get("sensor") or "?", units=report.get("units") or "–"
        ),
        *(str(warning) for warning in report.get("warnings") or ()),
    ]
    metadata = QgsLayerMetadata()
    metadata.setTitle(about)
    metadata.setAbstract("\n".join(lines))
    metadata.setType("dataset")
    metadata.setHistory([_recipe_text(report), tr("Made {time}").format(time=report.get("created") or "?")])
    return metadata


def _recipe_text(report: Mapping[str, Any]) -> str:
    return "engine run: " + json.dumps(report.get("request") or {}, ensure_ascii=False)


def free_output(folder: Path, stem: str) -> Path:
    """The first of ``stem.tif``, ``stem_2.tif``, … of which neither the map nor a file beside it exists."""
    number = 1
    while True:
        path = folder / (f"{stem}.tif" if number == 1 else f"{stem}_{number}.tif")
        if not any(place.exists() for place in (path, *companions(path).values())):
            return path
        number += 1


def companions(path: Path) -> Dict[str, Path]:
    """What is written beside the map `path`, by name."""
    base, stem = path.parent, path.stem
    return {
        "labels": base / f"{stem}_labels.gpkg",
        "confidence": base / f"{stem}_confidence.tif",
        "vector": base / f"{stem}_polygons.gpkg",
        "report": base / f"{stem}_report",
        "recipe": base / f"{stem}_recipe.json",
    }
