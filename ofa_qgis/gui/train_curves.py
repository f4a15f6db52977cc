"""How a training run goes, as two small plots: the loss above, the score on left-out blocks below. Draws only."""

from typing import Any, List, NamedTuple, Optional, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..i18n import tr
from ..training import metrics, number_text
from ..training_log import Points, TrainingLog

PLOT_PX, GAP_PX, MARGIN_PX, DOT_PX = 90, 6, 4, 3
BLUE, ORANGE = QColor("#0072B2"), QColor("#D55E00")  # Okabe and Ito's, readable for colour-blind people
LINE_PX = 1.6
FAINT = 0.25  # of the text's colour: frames
ROOM = 0.08  # of the range of values, above and below


class Plot(NamedTuple):
    """One plot: its title, (points, colour, whether with dots) of each line, and the point to mark."""

    title: str
    lines: List[Tuple[Points, QColor, bool]]
    mark: Optional[Tuple[int, float]] = None


class Scale(NamedTuple):
    """Steps and values -> places in a frame."""

    inside: QRectF
    steps: int
    low: float
    high: float

    def place(self, point: Tuple[int, float]) -> QPointF:
        """Where a point is drawn."""
        x = self.inside.width() * point[0] / self.steps
        y = self.inside.height() * (point[1] - self.low) / (self.high - self.low)
        return QPointF(self.inside.left() + x, self.inside.bottom() - y)


class Curves(QWidget):
    """Shows a `TrainingLog`; `update` after it has read more."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._log: Optional[TrainingLog] = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.sizeHint().height())
        self.setToolTip(
            tr("Above: the loss on training chips (blue) and on left-out blocks (orange); less is better. "
               "Below: the score on left-out blocks; the best so far has a ring.")
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        line = self.fontMetrics().height()
        return QSize(4 * PLOT_PX, 2 * (PLOT_PX + line) + GAP_PX + MARGIN_PX)

    def show_log(self, log: Optional[TrainingLog]) -> None:
        """Show another run, or none."""
        self._log = log
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both plots."""
        if self._log is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        for row, plot in enumerate(plots(self._log)):
            top = row * (PLOT_PX + line + GAP_PX)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignLeft, plot.title)
            self._draw(painter, QRectF(0.5, top + line + 0.5, self.width() - 1, PLOT_PX - 1), plot)
        painter.end()

    def _draw(self, painter: QPainter, frame: QRectF, plot: Plot) -> None:
        faint = self.palette().color(QPalette.ColorRole.WindowText)
        faint.setAlphaF(FAINT)
        painter.setPen(faint)
        painter.drawRect(frame)
        points = [point for line, _, _ in plot.lines for point in line]
        if not points or self._log is None:
            return
        steps = max(self._log.total, *(step for step, _ in points))
        inside = frame.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        scale = Scale(inside, steps, *value_range([value for _, value in points]))
        for line, colour, with_dots in plot.lines:
            painter.setPen(QPen(colour, LINE_PX))
            painter.drawPolyline(QPolygonF([scale.place(point) for point in line]))
            painter.setBrush(colour)
            for point in line if with_dots else ():
                painter.drawEllipse(scale.place(point), DOT_PX - 1, DOT_PX - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if plot.mark:
            painter.drawEllipse(scale.place(plot.mark), 2 * DOT_PX, 2 * DOT_PX)


def plots(log: TrainingLog) -> Tuple[Plot, Plot]:
    """What is drawn of a run."""
    metric = metrics().get(log.metric, log.metric)
    score = tr("score: not yet")
    if log.scores:
        score = f"{metric} {number_text(log.metric, log.scores[-1][1])}"
    loss = tr("loss {loss:.3g}").format(loss=log.losses[-1][1]) if log.losses else tr("loss: not yet")
    best = None if log.best is None else (log.best_step, log.best)
    return (
        Plot(loss, [(log.losses, BLUE, False), (log.valid_losses, ORANGE, True)]),
        Plot(score, [(log.scores, ORANGE, True)], best),
    )


def value_range(values: List[Any]) -> Tuple[float, float]:
    """The least and greatest value with some room; never empty."""
    low, high = min(values), max(values)
    room = (high - low) * ROOM or abs(high) * ROOM or 1.0
    return low - room, high + room
