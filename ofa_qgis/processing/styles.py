"""How results look when Processing loads them, and in which order: as in the dock. Main thread only."""

from pathlib import Path
from typing import Dict, List, Mapping, Optional, Tuple

from qgis.core import (
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt import sip

from ..layers import results

RASTER_STYLES = {
    "confidence": results.style_confidence,
    "applicability": results.style_applicability,
    "values": results.style_values,
}
_orders: Dict[str, Tuple[str, ...]] = {}  # path of a result -> the paths of its run, from top to bottom
_stylers: List["Styler"] = []  # QGIS does not keep them alive, and deletes those of a run with its context


class Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles one kind of result."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS when it has loaded the layer."""
        if self._kind in RASTER_STYLES and isinstance(layer, QgsRasterLayer):
            RASTER_STYLES[self._kind](layer)
        elif self._kind == "map":
            layer.loadNamedStyle(str(Path(layer.source()).with_suffix(".qml")))  # the engine's palette and names
        else:
            layer.loadDefaultStyle()  # the file holds it
        _put_in_order(layer)


def style_when_loaded(context: QgsProcessingContext, made: Mapping[str, Optional[str]]) -> None:
    """Let QGIS style and order the results that it is going to load.

    Args:
        context: of the run.
        made: kind -> path, from top to bottom.
    """
    paths = tuple(str(path) for path in made.values() if path)
    for place, (kind, path) in enumerate(made.items()):
        if path and context.willLoadLayerOnCompletion(path):
            _orders[path] = paths
            details = context.layerToLoadOnCompletionDetails(path)
            details.setPostProcessor(_kept(Styler(kind)))
            if hasattr(details, "layerSortKey"):  # from 3.32 on, QGIS orders; a greater key lies above
                details.layerSortKey = len(made) - place


def _kept(styler: Styler) -> Styler:
    """The styler, kept alive until QGIS deletes it."""
    _stylers[:] = [each for each in _stylers if not sip.isdeleted(each)] + [styler]
    return styler


def _put_in_order(layer: QgsMapLayer) -> None:
    """Bring a layer and the other results of its run into their order, in the places that they have in the tree.

    QGIS before 3.32 loads results in the order of their paths. Later versions add layers to the tree after they are
    styled, so there is none to be moved.
    """
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    order = _orders.get(_path_of(layer), ())
    if node is None or node.parent() is None:
        return
    parent = node.parent()
    nodes = {
        place: child
        for place, child in enumerate(parent.children())
        if isinstance(child, QgsLayerTreeLayer) and child.layer() is not None and _path_of(child.layer()) in order
    }
    wanted = sorted(nodes.values(), key=lambda child: order.index(_path_of(child.layer())))
    if wanted == list(nodes.values()):
        return
    copies = [child.clone() for child in wanted]
    for place, child in nodes.items():
        parent.insertChildNode(place, copies.pop(0))
        parent.removeChildNode(child)


def _path_of(layer: QgsMapLayer) -> str:
    return str(layer.source()).partition("|")[0]
