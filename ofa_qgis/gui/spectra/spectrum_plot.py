"""A plot of one pixel's values over wavelength, or over band numbers where no wavelength is known. Reads one layer."""

import math
from typing import Callable, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QTextOption
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...compat import RASTER_IDENTIFY_VALUE
from ...i18n import number, tr
from ..widgets.legible import stands_out
from ..widgets.status import paper_and_ink

PAUSE_MS = 60  # between two looks at the pixel: faster than one can read, slow enough for files on a network
MARGIN_PX = 8
TICK_PX = 4
DOT_PX = 3
FEW_BANDS = 30  # more are drawn as a line without dots
TICK_STEPS = (1, 2, 2.5, 5, 10)

Point = Tuple[float, float]


class SpectrumPlot(QWidget):
    """The spectrum of the pixel under the cursor of a canvas.

    Args:
        layer: whose bands are shown.
        canvas: whose cursor is followed; None if values come by `show_values` only.
        parent: Qt's owner.
    """

    def __init__(
        self, layer: QgsRasterLayer, canvas: Optional[QgsMapCanvas] = None, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._layer, self._canvas = layer, canvas
        self._wavelengths: Sequence[Optional[float]] = ()
        self.values: List[Optional[float]] = []
        self._place: Optional[QgsPointXY] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setToolTip(tr("Values of the pixel under the cursor, as they stand in the file"))
        if canvas is not None:
            canvas.xyCoordinates.connect(self._moved)

    def sizeHint(self) -> QSize:
        """Wide and low: a spectrum is read from left to right."""
        return QSize(420, 150)

    def minimumSizeHint(self) -> QSize:
        """As small as axes can be read."""
        return QSize(200, 110)

    def set_wavelengths(self, wavelengths_nm: Sequence[Optional[float]]) -> None:
        """Say the wavelength of each band, None where it has none."""
        self._wavelengths = tuple(wavelengths_nm)
        self.update()

    def show_values(self, values: Sequence[Optional[float]]) -> None:
        """Show these values, one a band; None is nodata."""
        self.values = list(values)
        self.update()

    def points(self) -> List[Point]:
        """What is drawn: (wavelength or band number, value), from left to right."""
        found = []
        for index, value in enumerate(self.values):
            place = self.place_of(index)
            if value is not None and place is not None and math.isfinite(value):
                found.append((place, value))
        return sorted(found)

    def place_of(self, index: int) -> Optional[float]:
        """Where a band (from 0) is drawn: its wavelength, or its number; None where its wavelength is not known."""
        if not self.has_wavelengths():
            return float(index + 1)
        return self._wavelengths[index] if index < len(self._wavelengths) else None

    def extremes(self) -> List[Point]:
        """Points that the axes must hold."""
        return self.points()

    def paint_behind(self, painter: QPainter, at: Callable[[Point], QPointF]) -> None:
        """Paint what stands behind the line of the pixel; `at` gives the place of a point in the widget."""

    def has_wavelengths(self) -> bool:
        """Are the values drawn over wavelength?"""
        return sum(1 for each in self._wavelengths if each) > 1

    # --- the pixel -----------------------------------------------------------------------------------------------

    def _moved(self, place: QgsPointXY) -> None:
        self._place = QgsPointXY(place)
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        if self._canvas is None or self._place is None or QgsProject.instance().mapLayer(self._layer_id()) is None:
            return
        self.show_values(values_at(self._layer, self._place, self._canvas.mapSettings().destinationCrs()))

    def _layer_id(self) -> str:
        try:
            return str(self._layer.id())
        except RuntimeError:  # the layer was removed
            return ""

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper, text = paper_and_ink(self)
        painter.fillRect(self.rect(), paper)
        points, extremes = self.points(), self.extremes()
        if not extremes:
            painter.setPen(text)
            told = tr("Move over the layer on the map to see the values of a pixel.")
            _write(
                painter, QRectF(self.rect().adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)), told, Qt.AlignmentFlag.AlignCenter
            )
            return
        low, high = _range([value for _, value in extremes])
        first, last = _range([x for x, _ in extremes])
        box = self._box(painter, low, high)

        def at(point: Point) -> QPointF:
            x = box.left() + box.width() * (point[0] - first) / (last - first)
            return QPointF(x, box.bottom() - box.height() * (point[1] - low) / (high - low))

        self._axes(painter, box, text, (first, last, low, high))
        self.paint_behind(painter, at)
        ink = stands_out(self.palette().color(QPalette.ColorRole.Highlight), paper, text)
        painter.setPen(QPen(ink, 2))
        line = [at(point) for point in points]
        painter.drawPolyline(QPolygonF(line))
        if len(line) <= FEW_BANDS:
            painter.setBrush(ink)
            for place in line:
                painter.drawEllipse(place, DOT_PX, DOT_PX)

    def _box(self, painter: QPainter, low: float, high: float) -> QRectF:
        """The area inside the axes, with room for the numbers beside it."""
        metrics = painter.fontMetrics()
        left = max(metrics.horizontalAdvance(_number(tick)) for tick in ticks(low, high)) + 2 * MARGIN_PX
        below = 2 * metrics.height() + MARGIN_PX
        return QRectF(self.rect().adjusted(left, 2 * MARGIN_PX, -3 * MARGIN_PX, -below))

    def _axes(self, painter: QPainter, box: QRectF, text: QColor, ends: Tuple[float, float, float, float]) -> None:
        metrics, (first, last, low, high) = painter.fontMetrics(), ends
        grid = QColor(text)
        grid.setAlpha(40)
        room = max(int(box.height() / metrics.height() / 1.5), 2)  # numbers that do not touch
        for tick in ticks(low, high, min(room, 4)):
            y = box.bottom() - box.height() * (tick - low) / (high - low)
            painter.setPen(grid)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(text)
            label = QRectF(0, y - metrics.height() / 2, box.left() - MARGIN_PX, metrics.height())
            _write(painter, label, _number(tick), Qt.AlignmentFlag.AlignRight)
        for tick in ticks(first, last, whole=not self.has_wavelengths()):
            x = box.left() + box.width() * (tick - first) / (last - first)
            painter.setPen(text)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + TICK_PX))
            width = metrics.horizontalAdvance(_number(tick)) + MARGIN_PX
            label = QRectF(x - width / 2, box.bottom() + TICK_PX, width, metrics.height())
            _write(painter, label, _number(tick), Qt.AlignmentFlag.AlignHCenter)
        title = tr("wavelength (nm)") if self.has_wavelengths() else tr("band")
        below = QRectF(box.left(), self.height() - metrics.height() - 2, box.width(), metrics.height())
        _write(painter, below, title, Qt.AlignmentFlag.AlignHCenter)


def _write(painter: QPainter, box: QRectF, text: str, alignment: Qt.AlignmentFlag) -> None:
    """Text in a box; wrapped where it is too long."""
    painter.drawText(box, text, QTextOption(alignment))


def values_at(layer: QgsRasterLayer, place: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> List[Optional[float]]:
    """The values of all bands at a place; None for nodata, empty outside the layer."""
    try:
        there = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()).transform(place)
    except QgsCsException:
        return []
    if not layer.extent().contains(there):
        return []
    found = layer.dataProvider().identify(there, RASTER_IDENTIFY_VALUE)
    if not found.isValid():
        return []
    results = found.results()
    return [_value(results.get(band)) for band in range(1, layer.bandCount() + 1)]


def _value(found: object) -> Optional[float]:
    return float(found) if isinstance(found, (int, float)) else None


def _range(values: Sequence[float]) -> Tuple[float, float]:
    """Lowest and highest, never the same."""
    low, high = min(values), max(values)
    room = 0.0 if high > low else abs(high) * 0.1 or 1.0
    return low - room, high + room


def ticks(low: float, high: float, wanted: int = 4, whole: bool = False) -> List[float]:
    """Round numbers from `low` to `high`, about `wanted` of them.

    Example:
        >>> ticks(130, 2210)
        [500.0, 1000.0, 1500.0, 2000.0]
    """
    rough = (high - low) / wanted
    size = 10.0 ** math.floor(math.log10(rough))
    step = min((factor * size for factor in TICK_STEPS), key=lambda each: abs(each - rough))
    if whole:
        step = max(round(step), 1)
    first = math.ceil(low / step)
    return [step * k for k in range(first, math.floor(high / step) + 1)]


def _number(value: float) -> str:
    return number(value, ".6g")
