"""Results become layers: styled, named, with their provenance, in one group at the top of the project.

Main thread only. Overwrites nothing; computes nothing. Knows no widgets.
"""

import json
import math
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

from qgis.core import (
    QgsColorRampShader,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..compat import GEOMETRY_POLYGON, RASTER_STATISTICS
from ..engine.engine_words import plain
from ..i18n import number, tr
from ..words import unpacked

RESULT = "ofa/result"  # custom property of every layer that is one
CONFIDENCE_RAMP = ((0.0, "#00224e"), (0.25, "#434e6c"), (0.5, "#7d7c78"), (0.75, "#bcae6c"), (1.0, "#fee838"))
"""Cividis (Nuñez et al. 2018), made for colour-blind eyes and even in lightness: as in the engine's report."""
VALUES_RAMP = ((0.0, "#440154"), (0.25, "#3b528b"), (0.5, "#21918c"), (0.75, "#5ec962"), (1.0, "#fde725"))
"""Viridis: as readable, and not taken for a confidence."""
SIMILAR_RAMP = ((0.0, "#0d0887"), (0.25, "#7e03a8"), (0.5, "#cc4778"), (0.75, "#f89540"), (1.0, "#f0f921"))
"""Plasma: as readable, and unlike most of what imagery shows, over which it lies."""
UNLIKE_RAMP = ((0.0, "#ffffff"), (0.5, "#ffffff"), (0.55, "#b0b0b0"), (1.0, "#202020"))
"""Shares of the ramp from 0 to 2: up to 1 there is nothing to see."""
HIT_COLOUR, HIT_MM = "#56b4e9", "0.5"  # sky blue of Okabe and Ito: seen on the ramp and on imagery
JUST = 1e-6  # below a threshold
REPORT = "report.json"
UNFINISHED = ".ofa-part-"  # begins the names of what the engine has not finished
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
    group = _new_group(scene_name, below)
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
    if "applicability" in outputs:
        _place(group, applicability_layer(outputs["applicability"]), metadata, visible=False)
    for node in (group, *group.findLayers()):  # the tree's view heeds changes only
        folded = node is not group and not node.isVisible()
        node.setExpanded(folded)
        node.setExpanded(not folded)
    return group


def add_above(layer_id: str, made: Sequence[Tuple[QgsMapLayer, bool]], history: str) -> None:
    """Add what was made of a layer right above it, in its group; at the top if the layer is gone.

    Args:
        layer_id: of the layer.
        made: layers, styled and not yet in the project, from bottom to top; and whether each is shown.
        history: how they were made, for their metadata, which is the layer's otherwise.
    """
    project = QgsProject.instance()
    root, layer = project.layerTreeRoot(), project.mapLayer(layer_id)
    node = root.findLayer(layer_id)
    group = node.parent() if node is not None else root
    index = group.children().index(node) if node is not None else 0
    tell_apart(group, [each for each, _ in made])
    for each, visible in made:
        metadata = QgsLayerMetadata(layer.metadata()) if layer is not None else QgsLayerMetadata()
        metadata.addHistoryItem(history)
        _place(group, each, metadata, visible, index)


def add_group(
    scene_name: str, made: Sequence[Tuple[QgsMapLayer, bool]], history: str, below: Sequence[str] = ()
) -> None:
    """Add what was made of a scene without a report as one group at the top of the project.

    Args:
        scene_name: as in `add`.
        made: layers, styled and not yet in the project, from top to bottom; and whether each is shown.
        history: how they were made.
        below: as in `add`.
    """
    group = _new_group(scene_name, below)
    for each, visible in made:
        metadata = QgsLayerMetadata()
        metadata.setTitle(tr("Map of {scene} by OFA.", scene=scene_name))
        metadata.setType("dataset")
        metadata.addHistoryItem(history)
        _place(group, each, metadata, visible)
    for open_ in (False, True):  # the tree's view heeds changes only
        group.setExpanded(open_)


def tell_apart(group: QgsLayerTreeGroup, layers: Sequence[QgsMapLayer]) -> None:
    """Number layers of one run, all alike, where one of them has the name of a layer that is in the group already."""
    taken = {node.name() for node in group.children()}
    free = next(k for k in count(1) if not any(_numbered(each.name(), k) in taken for each in layers))
    for each in layers:
        each.setName(_numbered(each.name(), free))


def _numbered(name: str, k: int) -> str:
    return name if k == 1 else f"{name} ({k})"


def _new_group(scene_name: str, below: Sequence[str]) -> QgsLayerTreeGroup:
    root = QgsProject.instance().layerTreeRoot()
    group = QgsLayerTreeGroup(_free_group(root, f"{scene_name} {datetime.now():%Y-%m-%d %H:%M}"))
    root.insertChildNode(_index_below(root, below), group)
    return group


def _free_group(root: QgsLayerTree, name: str) -> str:
    """`name`, with a number where a group is called so already: two runs in one minute."""
    taken = {group.name() for group in root.findGroups(True)}
    return next(each for k in count(1) if (each := _numbered(name, k)) not in taken)


def earlier() -> Dict[str, Path]:
    """The maps in the project whose recipe or report is still beside them: a name for each, and its file."""
    found: Dict[str, Path] = {}
    for layer in QgsProject.instance().mapLayers().values():
        if layer.customProperty(RESULT) and isinstance(layer, QgsRasterLayer):
            path = Path(layer.source())
            beside = companions(path)
            if beside["recipe"].is_file() or (beside["report"] / REPORT).is_file():
                node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
                group = node.parent().name() if node is not None and node.parent() is not None else ""
                found[" · ".join(filter(None, (group, path.name)))] = path
    return dict(sorted(found.items(), reverse=True))


def kept(path: Path) -> Dict[str, Any]:
    """What classify answered when it made the map `path`, as its report keeps it; empty if nothing is left of that.

    Raises:
        OSError, ValueError: the report cannot be read.
    """
    folder = companions(path)["report"]
    if not (folder / REPORT).is_file():
        return {}
    report = unpacked(json.loads((folder / REPORT).read_text(encoding="utf-8")))
    pages = {"html": folder / "report.html", "confusion": folder / "confusion.png"}
    outputs = {name: str(page) for name, page in pages.items() if page.is_file()}
    return {"report": report, "outputs": {"map": str(path), **outputs}}


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


def applicability_layer(path: str, name: str = "") -> QgsRasterLayer:
    """How unlike pixels are to all labels, or to what else the name says."""
    layer = QgsRasterLayer(path, name or tr("unlike all labels"), "gdal")
    style_applicability(layer)
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
        _ramp(layer, CONFIDENCE_RAMP, 0.0, 1.0)


def style_applicability(layer: QgsRasterLayer) -> None:
    """Clear up to 1, where the map may be trusted, and dark beyond."""
    if layer.isValid():
        _ramp(layer, UNLIKE_RAMP, 0.0, 2.0)


def style_similarity(layer: QgsRasterLayer, threshold: float) -> None:
    """Clear below the threshold, 0 to 1; from there on a ramp whose colours do not depend on it."""
    if not layer.isValid():
        return
    edge = _colour_at(SIMILAR_RAMP, threshold)
    clear = QColor(edge)
    clear.setAlpha(0)
    steps = [(threshold - JUST, clear.name(QColor.NameFormat.HexArgb)), (threshold, edge.name())]
    _ramp(layer, [*steps, *(step for step in SIMILAR_RAMP if step[0] > threshold)], 0.0, 1.0)


def style_hits(layer: QgsVectorLayer) -> None:
    """Outline regions, so that what they enclose can be seen; points stay as the file has them."""
    if layer.isValid() and layer.geometryType() == GEOMETRY_POLYGON:
        look = {"style": "no", "outline_color": HIT_COLOUR, "outline_width": HIT_MM}
        layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))


def _colour_at(ramp: Sequence[Tuple[float, str]], share: float) -> QColor:
    """The colour of a ramp between two of its steps."""
    above = next((k for k, (at, _) in enumerate(ramp) if at >= share), len(ramp) - 1)
    (low, first), (high, second) = ramp[max(above - 1, 0)], ramp[above]
    part = min(max((share - low) / (high - low), 0.0), 1.0) if high > low else 0.0
    mixed = map(lambda a, b: round(a + part * (b - a)), QColor(first).getRgb(), QColor(second).getRgb())
    return QColor(*mixed)


def style_values(layer: QgsRasterLayer) -> None:
    """Paint what is there, from the least to the greatest, with a ramp."""
    if layer.isValid():
        _ramp(layer, VALUES_RAMP, *_ends(layer))


def interval_layers(path: str, of: QgsRasterLayer) -> List[QgsRasterLayer]:
    """The upper and the lower end of an interval in the colours of the map of values that it is of."""
    upper, lower = (QgsRasterLayer(path, name, "gdal") for name in (tr("upper end, 90 %"), tr("lower end, 90 %")))
    for layer, band in ((upper, 2), (lower, 1)):
        if layer.isValid():
            _ramp(layer, VALUES_RAMP, *_ends(of), band)
    return [upper, lower]


def _ends(layer: QgsRasterLayer) -> Tuple[float, float]:
    """The least and the greatest value, to a hundredth of their difference or better: a legend shows all digits."""
    provider = layer.dataProvider()
    found = provider.bandStatistics(1, RASTER_STATISTICS, provider.extent(), STATISTICS_PX)
    ends = found.minimumValue, found.maximumValue
    if not ends[1] > ends[0]:
        return ends
    places = 2 - math.floor(math.log10(ends[1] - ends[0]))
    return round(ends[0], places), round(ends[1], places)


def _ramp(layer: QgsRasterLayer, colours: Sequence[Tuple[float, str]], low: float, high: float, band: int = 1) -> None:
    ramp = QgsColorRampShader(low, high)
    steps = [(low + share * (high - low), colour) for share, colour in colours]
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(value, QColor(colour), number(value, ".4g")) for value, colour in steps]
    )
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), band, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    layer.setRenderer(renderer)


def accuracy_text(report: Mapping[str, Any]) -> str:
    """The score in one line, or why there is none: the engine's decision in the user's language."""
    return plain(report["score"])


def unchecked_text(report: Mapping[str, Any]) -> str:
    """Which classes could not be checked, and what to do; empty if all could."""
    names = report.get("unchecked") or ()
    if not names:
        return ""
    if len(names) == 1:
        return tr("Not checked: {name}. Label it in a second place.", name=names[0])
    return tr("Not checked: {names}. Label each in a second place.", names=", ".join(map(str, names)))


def accuracy_tip(report: Mapping[str, Any]) -> str:
    """How the score is found and when there is one."""
    return tr(
        "Labels are held out as far from the others as the mapped pixels are from the labels, and mapped without being "
        "known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each "
        "counted alike, with the range in which it lies in 90 % of such cases; "
        "overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class "
        "is checked if it has labels in two or more places far apart. One number is shown only if the checked classes "
        "are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.",
        least=100 * (report.get("coverage") or {})["least"],
    )


def _index_below(root: QgsLayerTree, layer_ids: Sequence[str]) -> int:
    """The first index that is below these layers, or the groups they are in, as far as they lead the tree."""
    index = 0
    for node in root.children():
        ids = node.findLayerIds() if isinstance(node, QgsLayerTreeGroup) else [node.layerId()]
        if not ids or not set(ids) <= set(layer_ids):
            break
        index += 1
    return index


def _place(
    group: QgsLayerTreeGroup, layer: QgsMapLayer, metadata: QgsLayerMetadata, visible: bool, index: int = -1
) -> None:
    """Add a layer to a group, at its end or at an index, under a name that no other layer of the group has."""
    tell_apart(group, [layer])
    layer.setMetadata(metadata)
    layer.setCustomProperty(RESULT, True)
    QgsProject.instance().addMapLayer(layer, False)
    group.insertLayer(index, layer).setItemVisibilityChecked(visible)


def _metadata(report: Mapping[str, Any], scene_name: str) -> QgsLayerMetadata:
    """Model, recipe and accuracy, for the layer's properties."""
    model: Dict[str, Any] = dict(report.get("model") or {})
    about = tr("Map of {scene} by OFA.", scene=scene_name)
    trained = "" if model.get("trained") else tr(" (untrained)")
    lines = [
        about,
        tr(
            "Model: {name}{trained}, sha256 {digest}",
            name=model.get("name", "?"),
            trained=trained,
            digest=model.get("sha256") or "–",
        ),
        *([accuracy_text(report)] if "checked" in report else []),
        tr("Sensor: {sensor}, units: {units}", sensor=report.get("sensor") or "?", units=report.get("units") or "–"),
        *(plain(warning) for warning in report.get("warnings") or ()),
    ]
    metadata = QgsLayerMetadata()
    metadata.setTitle(about)
    metadata.setAbstract("\n".join(lines))
    metadata.setType("dataset")
    metadata.setHistory([_recipe_text(report), tr("Made {time}", time=report.get("created") or "?")])
    return metadata


def _recipe_text(report: Mapping[str, Any]) -> str:
    return "engine run: " + json.dumps(report.get("request") or {}, ensure_ascii=False)


def free_output(folder: Path, stem: str) -> Path:
    """The first of ``stem.tif``, ``stem_2.tif``, … of which neither the map nor a file beside it exists.

    What a run has left unfinished takes no name: the same run goes on there.
    """
    number = 1
    while True:
        path = folder / (f"{stem}.tif" if number == 1 else f"{stem}_{number}.tif")
        if not any(_is_there(place) for place in (path, *companions(path).values())):
            return path
        number += 1


def _is_there(place: Path) -> bool:
    """Whether there is a file, or a folder that holds other things than unfinished work."""
    if not place.is_dir():
        return place.exists()
    try:
        held = [each.name for each in place.iterdir()]
    except PermissionError:  # a folder of somebody else
        return True
    return not held or not all(name.startswith(UNFINISHED) for name in held)


def companions(path: Path) -> Dict[str, Path]:
    """What is written beside the map `path`, by name."""
    base, stem = path.parent, path.stem
    return {
        "labels": base / f"{stem}_labels.gpkg",
        "confidence": base / f"{stem}_confidence.tif",
        "applicability": base / f"{stem}_unlike.tif",
        "interval": base / f"{stem}_interval.tif",
        "vector": base / f"{stem}_polygons.gpkg",
        "table": base / f"{stem}_table.csv",
        "report": base / f"{stem}_report",
        "recipe": base / f"{stem}_recipe.json",
    }
