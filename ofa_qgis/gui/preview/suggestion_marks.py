"""Numbered rings on the canvas: where a label would teach most. Gone once a label is near."""

from typing import Any, List, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QTextOption

from ...i18n import number

RADIUS_PX = 11
NEAR_PX = 14  # a label this close to the middle of a ring answers it
CASING_PX = 5  # dark below the white ring, so that it shows on any ground
RING_PX = 2.2


class SuggestionMark(QgsMapCanvasItem):
    """A ring with a number at a place of the map."""

    def __init__(self, canvas: QgsMapCanvas, place: QgsPointXY, number: int) -> None:
        super().__init__(canvas)
        self.place, self.number = place, number
        self.updatePosition()

    def updatePosition(self) -> None:
        """Follow the map."""
        self.setPos(self.toCanvasCoordinates(self.place))

    def boundingRect(self) -> QRectF:
        """What is painted, in pixels around the place."""
        reach = RADIUS_PX + CASING_PX
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        """Dark casing, white ring, white number."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(0, 0, 0, 110))
        for colour, width in ((QColor(0, 0, 0, 160), CASING_PX), (QColor("white"), RING_PX)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(QPointF(0, 0), RADIUS_PX, RADIUS_PX)
        painter.setPen(QColor("white"))
        painter.drawText(self.boundingRect(), str(self.number), QTextOption(Qt.AlignmentFlag.AlignCenter))


class SuggestionMarks:
    """All the marks on one canvas."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.items: List[SuggestionMark] = []

    def show(self, places: Sequence[Tuple[float, float, float]], crs: QgsCoordinateReferenceSystem) -> None:
        """Replace the marks by these places, given in `crs`, the least certain first."""
        self.clear()
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(crs, settings.destinationCrs(), settings.transformContext())
        for rank, (x, y, confidence) in enumerate(places, 1):
            try:
                mark = SuggestionMark(self._canvas, transform.transform(QgsPointXY(x, y)), rank)
            except QgsCsException:
                continue
            mark.setToolTip(number(confidence, ".2f"))
            self.items.append(mark)

    def answer(self, labels: Sequence[QgsVectorLayer]) -> None:
        """Take away the marks that have a label near."""
        for mark in [mark for mark in self.items if any(self._is_near(mark, layer) for layer in labels)]:
            self.items.remove(mark)
            self._canvas.scene().removeItem(mark)

    def clear(self) -> None:
        """Take all marks away."""
        for mark in self.items:
            self._canvas.scene().removeItem(mark)
        self.items = []

    def _is_near(self, mark: SuggestionMark, layer: QgsVectorLayer) -> bool:
        reach = NEAR_PX * self._canvas.mapUnitsPerPixel()
        box = QgsRectangle(
            mark.place.x() - reach, mark.place.y() - reach, mark.place.x() + reach, mark.place.y() + reach
        )
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
        try:
            request = QgsFeatureRequest(transform.transformBoundingBox(box)).setLimit(1)
        except QgsCsException:
            return False
        return any(True for _ in layer.getFeatures(request))
