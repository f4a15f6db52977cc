"""Which rasters of the project can be maps of classes, and how they are called. Reads no pixels."""

from typing import Any, Dict, List, Tuple

from qgis.core import Qgis, QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer

from .results import RESULT

WHOLE = [getattr(Qgis.DataType, name) for name in ("Byte", "Int8", "UInt16", "Int16", "UInt32", "Int32")
         if hasattr(Qgis.DataType, name)]  # fmt: skip
"""Types of whole numbers; QGIS 3.22 knows no signed bytes."""


def class_maps() -> List[Tuple[str, QgsRasterLayer]]:
    """Title and layer of the rasters that can be maps of classes, our own first."""
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if is_class_map(layer)]
    layers.sort(key=lambda layer: (not layer.customProperty(RESULT), layer.name()))
    return [(title_of(layer), layer) for layer in layers]


def is_class_map(layer: Any) -> bool:
    """Whether a layer may hold classes: one band of whole numbers, from a file."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.bandCount() != 1:
        return False
    return layer.providerType() == "gdal" and layer.dataProvider().sourceDataType(1) in WHOLE


def title_of(layer: QgsRasterLayer) -> str:
    """A map's name, with that of its group: all of ours are called alike."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    group = node.parent().name() if node is not None and node.parent() is not None else ""
    return " · ".join(filter(None, (group, layer.name())))


def shown_classes(layer: QgsRasterLayer) -> Dict[int, Tuple[str, str]]:
    """Value -> (name, colour) of the classes in a map's palette; empty where it has none."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return {}
    return {
        int(each.value): (each.label.strip() or f"{each.value:g}", each.color.name()) for each in renderer.classes()
    }
