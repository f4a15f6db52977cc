"""How results look when Processing loads them: as in the dock. Main thread only."""

from pathlib import Path
from typing import Dict, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from .. import results

_stylers: Dict[str, "Styler"] = {}  # QGIS does not keep them alive


class Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles one kind of result."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS when it has loaded the layer."""
        if self._kind == "confidence" and isinstance(layer, QgsRasterLayer):
            results.style_confidence(layer)
        elif self._kind == "values" and isinstance(layer, QgsRasterLayer):
            results.style_values(layer)
        elif self._kind == "map":
            layer.loadNamedStyle(str(Path(layer.source()).with_suffix(".qml")))  # the engine's palette and names
        else:
            layer.loadDefaultStyle()  # the file holds it


def style_when_loaded(context: QgsProcessingContext, path: Optional[str], kind: str) -> None:
    """Let QGIS style the result at `path` if it is going to load it."""
    if path and context.willLoadLayerOnCompletion(path):
        styler = _stylers.setdefault(kind, Styler(kind))
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(styler)
