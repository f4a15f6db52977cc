"""The canvas while a sample is answered: results hidden, the point's pixel outlined, and keys that answer.

Whoever sees the map's class answers it, so every result of ours is switched off until the walk ends.
"""

from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...compat import GEOMETRY_POLYGON
from ...layers.results import RESULT
from ..labels.label_tools import KEYS
from ..preview.preview_layer import preview_ids

AROUND_PX = 30  # pixels of the map to each side, at first; then the user's own scale stays
CASING_PX, LINE_PX = 5, 2
BACK_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
SKIP_KEYS = (Qt.Key.Key_0, Qt.Key.Key_Space)


def meaning(event: QKeyEvent) -> Optional[int]:
    """What a key means: the index of a class, -1 for skip, -2 for back; None if it is not ours."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if event.key() in KEYS:
        return KEYS.index(event.key())
    return -1 if event.key() in SKIP_KEYS else -2 if event.key() in BACK_KEYS else None


class AnswerTool(QgsMapToolPan):
    """Pans the map, and hears the keys that answer before QGIS's shortcuts do."""

    def __init__(self, canvas: QgsMapCanvas, parent: "BlindCanvas") -> None:
        super().__init__(canvas)
        self._canvas, self._parent = canvas, parent

    def activate(self) -> None:
        """Listen to the canvas's keys."""
        super().activate()
        self._canvas.installEventFilter(self)
        self._canvas.setFocus()

    def deactivate(self) -> None:
        """Leave the keys to others."""
        if not sip.isdeleted(self._canvas):
            self._canvas.removeEventFilter(self)
        super().deactivate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take our keys: the canvas itself would pan with the arrows and the space bar."""
        if event.type() == QEvent.Type.ShortcutOverride and meaning(event) is not None:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and meaning(event) is not None:
            self._parent.pressed.emit(meaning(event))
            return True
        return False


class BlindCanvas(QObject):
    """Begins and ends a walk on the canvas."""

    pressed = pyqtSignal(int)  # see `meaning`

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._hidden: List[str] = []  # ids of layers
        self._bands: List[QgsRubberBand] = []
        self._tool = AnswerTool(canvas, self)
        self._before = None
        self._is_first = True
        self.is_on = False

    def begin(self, map_layer: QgsRasterLayer) -> None:
        """Hide the map and all other results, and take the keys."""
        self.is_on, self._is_first = True, True
        self._before = self._canvas.mapTool()
        root, project = QgsProject.instance().layerTreeRoot(), QgsProject.instance()
        same = {layer.id() for layer in project.mapLayers().values() if layer.source() == map_layer.source()}
        results = {layer.id() for layer in project.mapLayers().values() if layer.customProperty(RESULT)}
        for node in root.findLayers():
            if node.layerId() in same | results | set(preview_ids()) and node.itemVisibilityChecked():
                node.setItemVisibilityChecked(False)
                self._hidden.append(node.layerId())
        self._canvas.setMapTool(self._tool)

    def end(self) -> None:
        """Show what was hidden, take marks away, give the tool back."""
        if not self.is_on:
            return
        self.is_on = False
        self._clear()
        root = QgsProject.instance().layerTreeRoot()
        for layer_id in self._hidden:
            node = root.findLayer(layer_id)
            if node is not None:
                node.setItemVisibilityChecked(True)
        self._hidden = []
        if not sip.isdeleted(self._canvas) and self._canvas.mapTool() is self._tool:
            before = self._before
            if before is not None and not sip.isdeleted(before):
                self._canvas.setMapTool(before)
            else:
                self._canvas.unsetMapTool(self._tool)

    def show(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem, map_layer: QgsRasterLayer) -> None:
        """Move to a point and outline its pixel."""
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(crs, settings.destinationCrs(), settings.transformContext())
        wide, high = map_layer.rasterUnitsPerPixelX() / 2, map_layer.rasterUnitsPerPixelY() / 2
        pixel = QgsGeometry.fromRect(
            QgsRectangle(place.x() - wide, place.y() - high, place.x() + wide, place.y() + high)
        )
        around = QgsRectangle(
            place.x() - wide * 2 * AROUND_PX, place.y() - high * 2 * AROUND_PX,
            place.x() + wide * 2 * AROUND_PX, place.y() + high * 2 * AROUND_PX,
        )  # fmt: skip
        try:
            pixel.transform(transform)
            centre, box = transform.transform(place), transform.transformBoundingBox(around)
        except QgsCsException:
            return
        self._clear()
        for colour, width in ((QColor(0, 0, 0, 200), CASING_PX), (QColor("white"), LINE_PX)):
            band = QgsRubberBand(self._canvas, GEOMETRY_POLYGON)
            band.setFillColor(QColor(0, 0, 0, 0))
            band.setStrokeColor(colour)
            band.setWidth(width)
            band.setToGeometry(pixel, None)
            self._bands.append(band)
        if self._is_first:
            self._canvas.setExtent(box)
        else:
            self._canvas.setCenter(centre)
        self._is_first = False
        self._canvas.refresh()
        self._canvas.setFocus()

    def _clear(self) -> None:
        for band in self._bands:
            if not sip.isdeleted(self._canvas):
                self._canvas.scene().removeItem(band)
        self._bands = []
