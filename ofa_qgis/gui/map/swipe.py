"""Swipe between two maps: what is left of the pointer shows one, what is right of it the other.

Both pictures are rendered once for what the canvas shows, with all other visible layers in their places; moving the
divider only paints. Changes no layer and no visibility.
"""

from typing import Any, Dict, List, Optional, Sequence

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen

LINE_PX, CASING_PX = 2.0, 5.0
TITLE_PAD_PX, TITLE_TOP_PX = 6, 10
GROUND = QColor(32, 32, 32, 225)
FRONT = 1000.0  # above rubber bands and marks: these would show through on both sides


class SwipeItem(QgsMapCanvasItem):
    """The two pictures, the divider, and the names of the maps on their sides."""

    def __init__(self, canvas: QgsMapCanvas, titles: Sequence[str]) -> None:
        super().__init__(canvas)
        self._canvas, self._titles = canvas, tuple(titles)
        self.images: List[QImage] = []  # left and right, once both are there
        self.divider = canvas.width() / 2  # in pixels of the canvas
        self.setZValue(FRONT)

    def move_divider(self, x: float) -> None:
        """Put the divider at a column of the canvas."""
        self.divider = min(max(x, 0.0), float(self._canvas.width()))
        self.update()

    def boundingRect(self) -> QRectF:
        """All of the canvas."""
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        """Each picture on its side."""
        if len(self.images) < 2:
            return
        whole = self.boundingRect()
        left = QRectF(0, 0, self.divider, whole.height())
        right = QRectF(self.divider, 0, whole.width() - self.divider, whole.height())
        for image, side in zip(self.images, (left, right)):  # noqa: B905 - Python 3.9
            painter.save()
            painter.setClipRect(side)
            painter.drawImage(whole, image)
            painter.restore()
        for colour, width in ((QColor(0, 0, 0, 160), CASING_PX), (QColor("white"), LINE_PX)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(self.divider, 0), QPointF(self.divider, whole.height()))
        self._paint_titles(painter)

    def _paint_titles(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        height = metrics.height() + 2 * TITLE_PAD_PX
        for is_left, title in ((True, self._titles[0]), (False, self._titles[1])):
            width = metrics.horizontalAdvance(title) + 2 * TITLE_PAD_PX
            x = self.divider - width - TITLE_PAD_PX if is_left else self.divider + TITLE_PAD_PX
            box = QRectF(x, TITLE_TOP_PX, width, height)
            painter.fillRect(box, GROUND)
            painter.setPen(QColor("white"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)


class SwipeTool(QgsMapTool):
    """The divider follows the pointer until Esc is pressed or another tool is chosen."""

    def __init__(self, canvas: QgsMapCanvas, left: QgsMapLayer, right: QgsMapLayer, titles: Sequence[str]) -> None:
        super().__init__(canvas)
        self._canvas, self._ids, self._titles = canvas, (left.id(), right.id()), titles
        self._layers: Dict[str, QgsMapLayer] = {left.id(): left, right.id(): right}
        self._jobs: List[QgsMapRendererParallelJob] = []
        self.item: Optional[SwipeItem] = None
        self.setCursor(Qt.CursorShape.SplitHCursor)
        for layer in (left, right):
            layer.willBeDeleted.connect(self.end)

    def activate(self) -> None:
        """Show both maps."""
        super().activate()
        self.item = SwipeItem(self._canvas, self._titles)
        self._canvas.installEventFilter(self)
        self._canvas.setFocus()
        self._canvas.extentsChanged.connect(self._render)
        self._canvas.layersChanged.connect(self._render)
        self._render()

    def deactivate(self) -> None:
        """Leave nothing on the canvas."""
        self._stop()
        if not sip.isdeleted(self._canvas) and self.item is not None:
            self._canvas.extentsChanged.disconnect(self._render)
            self._canvas.layersChanged.disconnect(self._render)
            self._canvas.removeEventFilter(self)
            self._canvas.scene().removeItem(self.item)
        self.item = None
        super().deactivate()

    def end(self) -> None:
        """Stop swiping."""
        if not sip.isdeleted(self._canvas):
            self._canvas.unsetMapTool(self)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Take the divider along."""
        if self.item is not None:
            self.item.move_divider(event.pos().x())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc is ours before it is a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.end()
        else:
            event.ignore()

    def _render(self) -> None:
        """Render both pictures anew; the old ones stay until both are there."""
        self._stop()
        for shown in self._ids:
            settings = self._canvas.mapSettings()
            settings.setLayers(self._with(shown, settings.layers()))
            job = QgsMapRendererParallelJob(settings)
            job.finished.connect(self._rendered)
            self._jobs.append(job)
        for job in self._jobs:
            job.start()

    def _with(self, shown: str, visible: Sequence[QgsMapLayer]) -> List[QgsMapLayer]:
        """The visible layers with one of the two maps where the first of them stands, at the top if none does."""
        places = [index for index, layer in enumerate(visible) if layer.id() in self._ids]
        others = [layer for layer in visible if layer.id() not in self._ids]
        others.insert(places[0] if places else 0, self._layers[shown])
        return others

    def _rendered(self) -> None:
        if self.item is not None and self._jobs and not any(job.isActive() for job in self._jobs):
            self.item.images = [job.renderedImage() for job in self._jobs]
            self._jobs = []
            self.item.update()

    def _stop(self) -> None:
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job.finished.disconnect(self._rendered)
            job.cancelWithoutBlocking()
