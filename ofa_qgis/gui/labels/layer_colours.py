"""Labels of a user's own layer in the colours of their classes, on every canvas, without a change of its style.

QGIS draws what a generator adds above the layer's own symbols. The layer's renderer, its legend, the project's file
and its undo stack stay as they are, and nothing is left once another layer is chosen or the plugin is unloaded.
"""

from typing import Any

from qgis.core import QgsFeatureRenderer, QgsFeatureRendererGenerator, QgsProject, QgsVectorLayer

from ...compat import GEOMETRY_LINE, GEOMETRY_POINT, GEOMETRY_POLYGON
from ...layers.labels_file import colours_of_layer
from .label_style import class_renderer, line_symbol, point_symbol, polygon_symbol

ID = "ofa/classes"
ABOVE = 1.0  # level of a generator: the layer's own symbols have 0
SYMBOLS = {GEOMETRY_POINT: point_symbol, GEOMETRY_LINE: line_symbol, GEOMETRY_POLYGON: polygon_symbol}


class LayerColours:
    """Keeps the layer that a store takes its labels from in the colours of the store."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self._shown: Any = None  # layer id, field, geometry and colours of what is drawn
        for signal in (store.changed, store.classes_changed):
            signal.connect(self._follow)
        self._follow()

    def tear_down(self) -> None:
        """Show the layer as it was."""
        for signal in (self._store.changed, self._store.classes_changed):
            signal.disconnect(self._follow)
        self._show(None)

    def _follow(self) -> None:
        store = self._store
        layer = None if store.is_own() else next(iter(store.layers()), None)
        colours = store.colours()
        if layer is None or not colours or _shows(layer, store.field(), colours):
            self._show(None)
        else:
            self._show((layer.id(), store.field(), layer.geometryType(), tuple(colours.items())))

    def _show(self, wanted: Any) -> None:
        if wanted == self._shown:
            return
        before, self._shown = self._shown, wanted
        old = QgsProject.instance().mapLayer(before[0]) if before else None
        if isinstance(old, QgsVectorLayer):
            old.removeFeatureRendererGenerator(ID)
            old.triggerRepaint()
        layer = QgsProject.instance().mapLayer(wanted[0]) if wanted else None
        if layer is not None and wanted[2] in SYMBOLS:
            _, field, geometry, colours = wanted
            drawn = class_renderer(dict(colours), field, SYMBOLS[geometry])
            layer.addFeatureRendererGenerator(_ClassRenderer(drawn))
            layer.triggerRepaint()


class _ClassRenderer(QgsFeatureRendererGenerator):
    """Gives QGIS a copy of a renderer for each drawing."""

    def __init__(self, renderer: QgsFeatureRenderer) -> None:
        super().__init__()
        self._renderer = renderer

    def id(self) -> str:
        return ID

    def level(self) -> float:
        return ABOVE

    def createRenderer(self) -> QgsFeatureRenderer:
        return self._renderer.clone()


def _shows(layer: QgsVectorLayer, field: str, colours: Any) -> bool:
    """Does the layer's own style show these classes in these colours already?"""
    own = {name: colour.upper() for name, colour in colours_of_layer(layer, field).items()}
    return all(own.get(name) == colour.upper() for name, colour in colours.items())
