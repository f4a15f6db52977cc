"""A small tag beside the pointer: the class that a click would label, and a word that fades. Knows no labels."""

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, QVariantAnimation
from qgis.PyQt.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import QWidget

AWAY_PX = 18  # from the pointer's point: the place that is clicked stays in sight
PAD_PX, GAP_PX, SWATCH_PX = 6, 6, 12
ROUND_PX = 4
LONGEST_PX = 260  # longer names are cut
GROUND, EDGE, TEXT = QColor(32, 32, 32, 225), QColor(255, 255, 255, 200), QColor("white")
"""White on dark with a light edge: readable on any imagery (contrast of the text at least 10 : 1)."""
WORD = QColor("#ffb74d")
STAYS_MS, FADES_MS = 2500, 600


class PointerTag(QWidget):
    """Follows the pointer over a widget while told to; lets all clicks through.

    Args:
        over: the widget, a canvas's viewport; owns the tag.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.name, self.word = "", ""  # what is shown
        self._colour = QColor()
        self._strength = 1.0  # of the word, while it fades
        self._is_followed = False
        self._pointer = QPoint()
        self.setObjectName("OfaPointerTag")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(STAYS_MS)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(FADES_MS)
        self._stay.timeout.connect(self._fade.start)
        self._fade.valueChanged.connect(self._fade_to)
        self._fade.finished.connect(self._forget_word)

    def follow(self, wanted: bool) -> None:
        """Follow the pointer, or hide."""
        if wanted == self._is_followed:
            return
        self._is_followed = wanted
        if wanted:
            self._over.installEventFilter(self)
            self._over.setMouseTracking(True)
            self._go(self._over.mapFromGlobal(QCursor.pos()))
        else:
            self._over.removeEventFilter(self)
            self._forget_word()
            self.hide()

    def show_class(self, name: str, colour: QColor) -> None:
        """Say what a click would label; "" for nothing."""
        self.name, self._colour = name, QColor(colour)
        self._lay_out()

    def say(self, word: str) -> None:
        """Say why a click made nothing; the word fades by itself."""
        self._fade.stop()
        self.word, self._strength = word, 1.0
        self._stay.start()
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the pointer goes; hide when it leaves."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress) and isinstance(event, QMouseEvent):
            self._go(event.pos())
        elif event.type() == QEvent.Type.Leave:
            self.hide()
        return False

    def _go(self, pointer: QPoint) -> None:
        """Right below the pointer, on its other side where there is no room."""
        self._pointer = pointer
        room = self._over.rect()
        x, y = pointer.x() + AWAY_PX, pointer.y() + AWAY_PX
        if x + self.width() > room.right():
            x = pointer.x() - AWAY_PX - self.width()
        if y + self.height() > room.bottom():
            y = pointer.y() - AWAY_PX - self.height()
        self.move(x, y)
        self.setVisible(self._is_followed and room.contains(pointer) and bool(self.name or self.word))
        self.raise_()

    def _lay_out(self) -> None:
        self.resize(self.sizeHint())
        if self._is_followed:
            self._go(self._over.mapFromGlobal(QCursor.pos()) if self.isHidden() else self._pointer)
        self.update()

    def sizeHint(self) -> QSize:
        """One line for the class, one for the word."""
        metrics = self.fontMetrics()
        widths = [metrics.horizontalAdvance(self._cut_name()) + SWATCH_PX + GAP_PX] if self.name else []
        widths += [metrics.horizontalAdvance(self.word)] if self.word else []
        return QSize(max(widths, default=0) + 2 * PAD_PX, len(widths) * metrics.height() + 2 * PAD_PX)

    def _cut_name(self) -> str:
        return str(self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, LONGEST_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark plate with a light edge; the class's colour and name, below them the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(EDGE, 1))
        painter.setBrush(GROUND)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), ROUND_PX, ROUND_PX)
        high = self.fontMetrics().height()
        line = QRect(PAD_PX, PAD_PX, self.width() - 2 * PAD_PX, high)
        if self.name:
            swatch = QRect(PAD_PX, PAD_PX + (high - SWATCH_PX) // 2, SWATCH_PX, SWATCH_PX)
            painter.setBrush(self._colour)
            painter.drawRect(swatch)
            painter.setPen(TEXT)
            painter.drawText(line.adjusted(SWATCH_PX + GAP_PX, 0, 0, 0), 0, self._cut_name())
            line.translate(0, high)
        if self.word:
            painter.setOpacity(self._strength)
            painter.setPen(WORD)
            painter.drawText(line, 0, self.word)

    def _fade_to(self, strength: float) -> None:
        self._strength = float(strength)
        self.update()

    def _forget_word(self) -> None:
        self._stay.stop()
        self._fade.stop()
        if self.word:
            self.word = ""
            self._lay_out()
