"""How a training run goes, as two small plots: the loss above, the score on left-out blocks below. Draws only."""

import math
from typing import List, NamedTuple, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...i18n import number, tr
from ...training.training_log import Points, TrainingLog
from ...training.training_words import axis_text, number_text
from ..widgets.legible import stands_out
from ..widgets.status import paper_and_ink

PLOT_PX, GAP_PX, MARGIN_PX, DOT_PX = 96, 8, 4, 3
TICK_PX, KEY_PX = 3, 14  # length of a tick; of the line before a word of the key
BLUE, ORANGE = QColor("#0072B2"), QColor("#D55E00")  # Okabe and Ito's, readable for colour-blind people
LINE_PX = 1.6
SMALL = 0.85  # of the dock's font: numbers at the axes
FAINT = 0.25  # of the text's colour: frames and ticks
BEHIND = 0.85  # of the window's colour: below the words at the best point
ROOM = 0.08  # of the range of values, above and below
MOST_TICKS = 5
USUAL = "0.00"  # the longest number at most axes
HAND, FLAG = Qt.AlignmentFlag, Qt.TextFlag.TextDontClip


class Plot(NamedTuple):
    """One plot.

    Attributes:
        name: of the vertical axis, with its unit.
        lines: points, colour, and what it shows ("" is not told) of each line.
        mark: the point to mark, with its words.
    """

    name: str
    lines: List[Tuple[Points, QColor, str]]
    mark: Optional[Tuple[int, float, str]] = None


class Scale(NamedTuple):
    """Steps and values -> places in a frame."""

    inside: QRectF
    steps: int
    low: float
    high: float

    def place(self, step: float, value: float) -> QPointF:
        """Where a point is drawn."""
        x = self.inside.width() * step / self.steps
        y = self.inside.height() * (value - self.low) / (self.high - self.low)
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
        return QSize(4 * PLOT_PX, math.ceil(2 * self._row_px() + GAP_PX))

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
        painter.fillRect(self.rect(), paper_and_ink(self)[0])
        for row, plot in enumerate(plots(self._log)):
            self._draw(painter, row * (self._row_px() + GAP_PX), plot, self._log.total)
        painter.end()

    def _row_px(self) -> float:
        """The height of a plot with its name above and its steps below."""
        return PLOT_PX + self.fontMetrics().height() + TICK_PX + 2 * QFontMetricsF(self._small()).height()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def _draw(self, painter: QPainter, top: float, plot: Plot, total: int) -> None:
        line = self.fontMetrics().height()
        painter.setFont(self.font())
        painter.setPen(self._ink())
        painter.drawText(QRectF(0, top, self.width(), line), HAND.AlignLeft | FLAG, plot.name)
        self._draw_key(painter, QRectF(0, top, self.width(), line), plot)
        points = [point for each, _, _ in plot.lines for point in each]
        low, high = value_range([value for _, value in points] or [0.0, 1.0])
        steps = max(total, 1, *(step for step, _ in points or [(0, 0.0)]))
        painter.setFont(self._small())
        values = ticks(low, high) if points else []
        texts = [USUAL, *(text for _, text in values)]  # so that the axes of both plots begin at one place
        left = max(map(painter.fontMetrics().horizontalAdvance, texts)) + 2 * TICK_PX
        frame = QRectF(left + 0.5, top + line + 0.5, self.width() - left - 1, PLOT_PX - 1)
        scale = Scale(frame.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX), steps, low, high)
        self._draw_axes(painter, frame, scale, values)
        for each, colour, _ in plot.lines:
            self._draw_line(painter, scale, each, colour)
        if plot.mark:
            self._draw_mark(painter, frame, scale, plot.mark)

    def _draw_key(self, painter: QPainter, row: QRectF, plot: Plot) -> None:
        """What each colour means, from the right."""
        right = row.right()
        for points, colour, word in reversed(plot.lines):
            width = painter.fontMetrics().horizontalAdvance(word)
            if not word or not points or right - width - KEY_PX < painter.fontMetrics().horizontalAdvance(plot.name):
                continue
            painter.setPen(self._ink())
            painter.drawText(QRectF(right - width, row.top(), width, row.height()), HAND.AlignLeft | FLAG, word)
            painter.setPen(QPen(self._readable(colour), LINE_PX))
            right -= width + KEY_PX
            painter.drawLine(QPointF(right, row.center().y()), QPointF(right + KEY_PX - 2 * TICK_PX, row.center().y()))
            right -= GAP_PX

    def _draw_axes(self, painter: QPainter, frame: QRectF, scale: Scale, values: Sequence[Tuple[float, str]]) -> None:
        height = painter.fontMetrics().height()
        faint = self._ink()
        faint.setAlphaF(FAINT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(faint)
        painter.drawRect(frame)
        for value, text in values:
            y = scale.place(0, value).y()
            painter.setPen(faint)
            painter.drawLine(QPointF(frame.left() - TICK_PX, y), QPointF(frame.left(), y))
            painter.setPen(self._ink())
            box = QRectF(0, y - height / 2, frame.left() - 2 * TICK_PX, height)
            painter.drawText(box, HAND.AlignRight | HAND.AlignVCenter | FLAG, text)
        for step, text in ticks(0, scale.steps, whole=True) if values else ():
            x = scale.place(step, scale.low).x()
            painter.setPen(faint)
            painter.drawLine(QPointF(x, frame.bottom()), QPointF(x, frame.bottom() + TICK_PX))
            painter.setPen(self._ink())
            width = painter.fontMetrics().horizontalAdvance(text)
            start = min(x - width / 2, self.width() - width)
            painter.drawText(QRectF(start, frame.bottom() + TICK_PX, width, height), HAND.AlignLeft | FLAG, text)
        below = QRectF(frame.left(), frame.bottom() + TICK_PX + height, frame.width(), height)
        painter.drawText(below, HAND.AlignHCenter | FLAG, tr("steps"))

    def _draw_line(self, painter: QPainter, scale: Scale, points: Points, colour: QColor) -> None:
        painter.setPen(QPen(self._readable(colour), LINE_PX))
        painter.drawPolyline(QPolygonF([scale.place(*point) for point in points]))
        if colour is ORANGE:  # seldom measured: each point shows
            painter.setBrush(self._readable(colour))
            for point in points:
                painter.drawEllipse(scale.place(*point), DOT_PX - 1, DOT_PX - 1)

    def _draw_mark(self, painter: QPainter, frame: QRectF, scale: Scale, mark: Tuple[int, float, str]) -> None:
        """A ring around the best point, and its words on that side of it where there is room."""
        step, value, text = mark
        place = scale.place(step, value)
        painter.setPen(QPen(self._readable(ORANGE), LINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, 2 * DOT_PX, 2 * DOT_PX)
        width, height = painter.fontMetrics().horizontalAdvance(text) + 2, painter.fontMetrics().height()
        x = place.x() - width / 2
        x = min(max(x, frame.left() + 2), frame.right() - width - 2)
        below = place.y() + 3 * DOT_PX
        y = below if below + height < frame.bottom() else place.y() - 3 * DOT_PX - height
        box = QRectF(x, y, width, height)
        paper, _ = paper_and_ink(self)
        paper.setAlphaF(BEHIND)
        painter.fillRect(box, paper)
        painter.setPen(self._ink())
        painter.drawText(box, HAND.AlignCenter | FLAG, text)

    def _readable(self, colour: QColor) -> QColor:
        return stands_out(colour, *paper_and_ink(self))

    def _ink(self) -> QColor:
        return paper_and_ink(self)[1]


def plots(log: TrainingLog) -> Tuple[Plot, Plot]:
    """What is drawn of a run."""
    mark = None
    if log.best is not None:
        score = number_text(log.metric, log.best)
        text = tr("best {score} at step {step:,}", score=score, step=log.best_step)
        mark = (log.best_step, log.best, text)
    return (
        Plot(tr("loss"), [(log.losses, BLUE, tr("training")), (log.valid_losses, ORANGE, tr("left-out blocks"))]),
        Plot(axis_text(log.metric), [(log.scores, ORANGE, "")], mark),
    )


def value_range(values: Sequence[float]) -> Tuple[float, float]:
    """The least and greatest value with some room; never empty."""
    low, high = min(values), max(values)
    room = (high - low) * ROOM or abs(high) * ROOM or 1.0
    return low - room, high + room


def ticks(low: float, high: float, whole: bool = False) -> List[Tuple[float, str]]:
    """At most `MOST_TICKS` + 1 round numbers from `low` to `high`, as the user's locale writes them.

    Example:
        >>> ticks(0.13, 0.92)
        [(0.2, '0.2'), (0.4, '0.4'), (0.6, '0.6'), (0.8, '0.8')]
    """
    size = 10.0 ** math.floor(math.log10((high - low) / MOST_TICKS))
    step = next(size * factor for factor in (1, 2, 5, 10) if (high - low) / (size * factor) <= MOST_TICKS)
    step = max(step, 1.0) if whole else step
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    places = range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    return [(place * step, number(place * step, f",.{digits}f")) for place in places]
