"""Map tools that paint labels of the current class. They draw; `labels.LabelStore` keeps.

A click shows in the frame it happens in: a mark of ours stands there until the map has been painted again. Beside the
pointer stands the class that a click would label, and why one has not.
"""

from typing import Callable, List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...compat import GEOMETRY_POINT, GEOMETRY_POLYGON
from ...i18n import tr
from ..widgets.canvas_tool import CanvasTool
from .label_store import LabelStore

REACH_PX = 10  # a right click this near to a label removes it
MARK_PX = 11  # about what the label will be
BAND_PX = 2
FILL_ALPHA = 60  # of 255
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7,
        Qt.Key.Key_8, Qt.Key.Key_9)  # fmt: skip
CLOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LabelTool(CanvasTool):
    """What both tools share: the keys 1 to 9 and undo, taken before QGIS's own shortcuts see them."""

    def __init__(self, canvas: QgsMapCanvas, store: LabelStore) -> None:
        super().__init__(canvas)
        self._store = store
        store.current_changed.connect(self._show_class)
        store.classes_changed.connect(self._show_class)
        self._show_class()

    def _show_class(self) -> None:
        """Say at the pointer what a click would label."""
        if not sip.isdeleted(self.tag):
            self.tag.show_class(self._store.current() or "", self._colour())

    def _try(self, action: Callable[[], bool]) -> bool:
        """Change labels; if that fails, say why at the pointer."""
        self._store.failed.connect(self.tag.say)
        try:
            return action()
        finally:
            self._store.failed.disconnect(self.tag.say)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say before a shortcut of the window does (Ctrl+Z) that a key is ours."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on our keys, leave the others to the canvas."""
        if not self._is_ours(event):
            event.ignore()
            return
        event.accept()
        if event.key() in KEYS:
            self._choose(KEYS.index(event.key()))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(forward=_is_redo(event))
        else:
            self._edit(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return bool(plain and (event.key() in KEYS or self._edits(event)))

    def _choose(self, index: int) -> None:
        classes = self._store.classes()
        if index < len(classes):
            self._store.set_current(classes[index].name)

    def _step(self, forward: bool) -> None:
        self._try(self._store.redo if forward else self._store.undo)

    def _edits(self, event: QKeyEvent) -> bool:
        """Is it a key that edits what is being drawn?"""
        return False

    def _edit(self, event: QKeyEvent) -> None:
        """Act on such a key."""

    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()

    def _colour(self) -> QColor:
        return QColor(self._store.colours().get(self._store.current() or "", "#808080"))


class PointTool(LabelTool):
    """A click labels a point; a right click removes the nearest label."""

    def __init__(self, canvas: QgsMapCanvas, store: LabelStore) -> None:
        super().__init__(canvas, store)
        self._mark = QgsRubberBand(canvas, GEOMETRY_POINT)
        self._mark.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._mark.setIconSize(MARK_PX)
        self._mark.setSecondaryStrokeColor(QColor("white"))
        canvas.mapCanvasRefreshed.connect(self._painted)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Label, or remove a label."""
        place = self.toMapCoordinates(event.pos())
        if event.button() == Qt.MouseButton.LeftButton:
            colour = self._colour()
            if self._try(lambda: self._store.add_point(place, self._crs())):
                self._mark.setColor(colour)
                self._mark.setFillColor(colour)
                self._mark.addPoint(place)
        elif event.button() == Qt.MouseButton.RightButton:
            self._mark.reset(GEOMETRY_POINT)
            self._store.remove_near(place, self._crs(), REACH_PX * self._canvas.mapUnitsPerPixel())

    def deactivate(self) -> None:
        """Leave nothing on the canvas."""
        self._painted()
        super().deactivate()

    def _step(self, forward: bool) -> None:
        self._mark.reset(GEOMETRY_POINT)
        super()._step(forward)

    def _painted(self) -> None:
        self._mark.reset(GEOMETRY_POINT)


class PolygonTool(LabelTool):
    """Clicks set corners; a right click, a double click or Enter closes the polygon and labels it."""

    def __init__(self, canvas: QgsMapCanvas, store: LabelStore) -> None:
        super().__init__(canvas, store)
        self._corners: List[QgsPointXY] = []
        self._drawn_in: Optional[QgsCoordinateReferenceSystem] = None
        self._band = QgsRubberBand(canvas, GEOMETRY_POLYGON)
        self._band.setWidth(BAND_PX)
        self._band.setSecondaryStrokeColor(QColor("white"))
        self._store.current_changed.connect(self._paint)
        self._store.classes_changed.connect(self._paint)

    def corners(self) -> List[QgsPointXY]:
        """The corners set so far, in the canvas's CRS."""
        return list(self._corners)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Set a corner, or close the polygon."""
        if event.button() == Qt.MouseButton.RightButton:
            self.close()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._set_corner(self.toMapCoordinates(event.pos()))

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Close the polygon; its last corner was set by the first of the two clicks."""
        self.close()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show what a click here would enclose."""
        if self._corners:
            self._paint(self.toMapCoordinates(event.pos()))

    def activate(self) -> None:
        """An unfinished polygon continues after the user looked around with another tool."""
        super().activate()
        self._paint()

    def deactivate(self) -> None:
        """Keep what has been drawn, out of sight."""
        self._band.hide()
        super().deactivate()

    def close(self) -> None:
        """Label what the corners enclose."""
        corners, crs = self._corners, self._drawn_in
        if corners and crs is not None and self._try(lambda: self._store.add_polygon(corners, crs)):
            self.clear()

    def clear(self) -> None:
        """Forget the corners."""
        self._corners, self._drawn_in = [], None
        self._paint()

    def _set_corner(self, place: QgsPointXY) -> None:
        if self._store.current() is None:
            told = tr("Add a class first, then click on the map.")
            self.tag.say(told)
            self._store.failed.emit(told)
            return
        if self._drawn_in != self._crs():  # the map has another reference system now
            self._corners, self._drawn_in = [], self._crs()
        self._corners.append(place)
        self._paint()

    def _edits(self, event: QKeyEvent) -> bool:
        return event.key() in (*CLOSE_KEYS, Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and bool(self._corners)

    def _edit(self, event: QKeyEvent) -> None:
        if event.key() in CLOSE_KEYS:
            self.close()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            self._corners.pop()
            self._paint()

    def _step(self, forward: bool) -> None:
        """Undo takes back the last corner while there is one."""
        if self._corners and not forward:
            self._corners.pop()
            self._paint()
        else:
            super()._step(forward)

    def _paint(self, pointer: Optional[QgsPointXY] = None) -> None:
        self._band.reset(GEOMETRY_POLYGON)
        colour = self._colour()
        self._band.setStrokeColor(colour)
        colour.setAlpha(FILL_ALPHA)
        self._band.setFillColor(colour)
        shown = self._corners if pointer is None else [*self._corners, pointer]
        for index, corner in enumerate(shown):
            self._band.addPoint(corner, index == len(shown) - 1)


def _is_redo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
