"""The map tool of values: a click opens a field beside the place, a number and Enter make a point there.

It draws and asks; `ValuePoints` keeps.
"""

from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLineEdit

from ...compat import GEOMETRY_POINT
from ...i18n import tr
from ..widgets.canvas_tool import UndoTool
from .value_points import LOOK, ValuePoints, number_of

REACH_PX = 10  # a right click this near to a point removes it
MARK_PX = 12
AWAY_PX, WIDE_PX = 10, 90  # of the field


class ValueTool(UndoTool):
    """A click asks for a number, a right click removes the nearest point, Ctrl+Z takes the last step back."""

    def __init__(self, canvas: QgsMapCanvas, points: ValuePoints) -> None:
        super().__init__(canvas)
        self._points = points
        self._place: Optional[QgsPointXY] = None
        self._crs = QgsCoordinateReferenceSystem()
        self.field = QLineEdit(canvas.viewport())
        self.field.setObjectName("OfaValueField")
        self.field.setFixedWidth(WIDE_PX)
        self.field.setPlaceholderText(tr("number"))
        self.field.setAccessibleName(tr("The number at this place"))
        self.field.hide()
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self.take)
        self._mark = QgsRubberBand(canvas, GEOMETRY_POINT)
        self._mark.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._mark.setIconSize(MARK_PX)
        self._mark.setColor(QColor(LOOK["color"]))
        self._mark.setSecondaryStrokeColor(QColor("white"))
        self.tag.show_class(tr("value"), QColor(LOOK["color"]))
        canvas.extentsChanged.connect(self.drop)

    def take(self) -> bool:
        """Make a point of what was typed; whether that is done, or there was nothing to do."""
        text, place = self.field.text(), self._place
        if place is None or not text.strip():
            self.drop()
            return True
        number = number_of(text)
        told = tr("{text} is no number.", text=text) if number is None else self._points.add(place, self._crs, number)
        self.tag.say(told)
        if not told:
            self.drop()
        return not told

    def drop(self) -> None:
        """Ask no longer."""
        self._place = None
        self._mark.reset(GEOMETRY_POINT)
        if not self.field.isHidden():
            self.field.hide()
            self._canvas.setFocus()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Ask for a number, or remove a point; what was typed elsewhere counts."""
        if not self.take():
            self.field.setFocus()
            return
        place, crs = self.toMapCoordinates(event.pos()), self._canvas.mapSettings().destinationCrs()
        if event.button() == Qt.MouseButton.LeftButton:
            refusal = self._points.refusal(place, crs)
            self.tag.say(refusal)
            if not refusal:
                self._ask(place, crs, event.pos())
        elif event.button() == Qt.MouseButton.RightButton:
            self.tag.say(self._points.remove_near(place, crs, REACH_PX * self._canvas.mapUnitsPerPixel()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the field drops it."""
        if watched is not self.field:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.drop()
            return True
        return False

    def undo(self) -> None:
        """Take the last step back."""
        self.tag.say(self._points.undo())

    def deactivate(self) -> None:
        """Leave nothing on the canvas; what was typed counts."""
        self.take()
        self.drop()
        super().deactivate()

    def remove(self) -> None:
        """Let go of the canvas."""
        self._canvas.extentsChanged.disconnect(self.drop)
        self._canvas.scene().removeItem(self._mark)
        self.field.deleteLater()

    def _ask(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem, at: QPoint) -> None:
        self._place, self._crs = place, crs
        self._mark.addPoint(place)
        room = self._canvas.viewport().rect()
        self.field.clear()
        self.field.adjustSize()
        self.field.move(
            min(at.x() + AWAY_PX, room.right() - self.field.width()),
            max(at.y() - AWAY_PX - self.field.height(), 0),  # the tag stands below
        )
        self.field.show()
        self.field.raise_()
        self.field.setFocus()
