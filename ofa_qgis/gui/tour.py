"""A tour of five balloons, from the layer to the map; each points at its widget and can be left at any moment.

Never modal: all of QGIS works as usual beside it. Changes nothing but which page of the dock is in sight. Listens to no
events of the whole application (PyQt crashes QGIS 3.22 there), so it follows its widget by a timer.
"""

from typing import Any, List, Optional, Tuple

from qgis.core import Qgis
from qgis.gui import QgsCollapsibleGroupBox, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QShortcut, QVBoxLayout, QWidget

from .. import settings
from ..engine import task
from ..i18n import tr
from . import sample
from .widgets.legible import Legible
from .widgets.status import paper_and_ink

WIDTH_PX = 290
ARROW_PX = 14  # from the balloon's edge to its tip
EDGE_PX, ROUND_PX = 2, 6
FOLLOW_MS = 100  # how often it looks where its widget is
Step = Tuple[QWidget, str, str]  # what is pointed at, title, text
MAP_PAGE = 0  # of the dock
LEFT, RIGHT, ABOVE, BELOW = range(4)  # where a balloon is, as seen from its widget


class Balloon(QWidget):
    """A frame with an arrow, a title, a text and three buttons. Lies over the window that its widget is in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("OfaBalloon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.side = LEFT
        self.tip = QPoint()  # of the arrow
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.leave, self.back, self.next = QPushButton(tr("Leave")), QPushButton(tr("Back")), QPushButton()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.title, self.text):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch()
        for button in (self.leave, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        edge = ARROW_PX + 8
        column.setContentsMargins(edge, edge, edge, edge)
        for label in (self.title, self.text):
            column.addWidget(label)
        column.addLayout(row)
        Legible(self)

    def point_at(self, target: QWidget) -> None:
        """Stand beside a widget, on the first side with room, and point at it."""
        window = target.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        width = min(WIDTH_PX + 2 * ARROW_PX, window.width())
        self.resize(width, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        self.side, corner = _beside(place, self.rect(), window.rect())
        self.move(corner)
        middle = place.center() - corner
        rect = self.rect()
        self.tip = {
            LEFT: QPoint(rect.right(), middle.y()), RIGHT: QPoint(0, middle.y()),
            ABOVE: QPoint(middle.x(), rect.bottom()), BELOW: QPoint(middle.x(), 0),
        }[self.side]  # fmt: skip
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded plate with an arrow, in the theme's colours."""
        body = QRectF(self.rect().adjusted(ARROW_PX, ARROW_PX, -ARROW_PX, -ARROW_PX))
        half = ARROW_PX * 0.8
        tip = self.tip
        if self.side in (LEFT, RIGHT):
            x = body.right() if self.side == LEFT else body.left()
            y = min(max(tip.y(), body.top() + half + ROUND_PX), body.bottom() - half - ROUND_PX)
            foot = [QPoint(round(x), round(y - half)), QPoint(round(x), round(y + half))]
        else:
            y = body.bottom() if self.side == ABOVE else body.top()
            x = min(max(tip.x(), body.left() + half + ROUND_PX), body.right() - half - ROUND_PX)
            foot = [QPoint(round(x - half), round(y)), QPoint(round(x + half), round(y))]
        arrow, plate = QPainterPath(), QPainterPath()
        plate.addRoundedRect(body, ROUND_PX, ROUND_PX)
        arrow.addPolygon(QPolygonF([QPointF(point) for point in (foot[0], tip, foot[1], foot[0])]))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), EDGE_PX))
        painter.setBrush(paper_and_ink(self)[0])
        painter.drawPath(plate.united(arrow))


class Tour(QObject):
    """Shows one balloon after the other.

    Args:
        dock: the dock that is shown.
        iface: QGIS's interface.
    """

    def __init__(self, dock: Any, iface: Any) -> None:
        super().__init__(dock)
        self._dock, self._iface = dock, iface
        self._at = 0
        self.balloon: Optional[Balloon] = None
        self._follow = QTimer(self)
        self._follow.setInterval(FOLLOW_MS)
        self._follow.timeout.connect(self._place)

    def steps(self) -> List[Step]:
        """What is shown, in the order of the work."""
        dock = self._dock
        return [
            (
                dock.layers.combo,
                tr("Choose a layer"),
                tr(
                    "The scene to map. Below it stands what OFA has read: ✓ all is known, "
                    "▲ OFA asks you something under Bands."
                ),
            ),
            (
                dock.classes.add,
                tr("Name your classes"),
                tr("Add a class for each kind of land cover and type its name. At least two are needed."),
            ),
            (
                dock.classes.point,
                tr("Click labels"),
                tr(
                    "Press Point, then click on the map where you know the class. Keys 1 to 9 choose the class, "
                    "a right-click removes a label."
                ),
            ),
            (
                dock.preview_section.live,
                tr("Look at the preview"),
                tr(
                    "The map of the view follows your labels. The line below says how good it is; "
                    "Where next? marks the places where a label helps most."
                ),
            ),
            (
                dock.whole.button,
                tr("Classify the whole scene"),
                tr("Writes the map as a GeoTIFF and adds it to the project. QGIS stays usable meanwhile."),
            ),
        ]

    def offer(self) -> None:
        """Offer the tour and the sample in QGIS's message bar, once."""
        if settings.get(settings.TOUR_OFFERED) in (True, "true"):  # an INI file keeps text
            return
        settings.put(settings.TOUR_OFFERED, True)
        item = QgsMessageBar.createMessage(tr("OFA"), tr("New here? The tour takes a minute."))
        for text, action in ((title(), self.start), (sample.title(), self._dock.sample.open)):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked, action=action: action())
            button.clicked.connect(lambda _checked: self._iface.messageBar().popWidget(item))
            item.layout().addWidget(button)
        self._iface.messageBar().pushWidget(item, Qgis.MessageLevel.Info, 0)

    def start(self) -> None:
        """Begin with the first balloon; without an engine, set that up first."""
        self.leave()
        if not task.python().is_file():
            self._dock.show_setup()
            return
        self.balloon = balloon = Balloon()
        balloon.leave.clicked.connect(self.leave)
        balloon.back.clicked.connect(lambda: self._go(self._at - 1))
        balloon.next.clicked.connect(lambda: self._go(self._at + 1))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), balloon)
        escape.setContext(Qt.ShortcutContext.ApplicationShortcut)
        escape.activated.connect(self.leave)
        self._follow.start()
        self._go(0)

    def leave(self) -> None:
        """Take the balloon away."""
        self._follow.stop()
        balloon, self.balloon = self.balloon, None
        if balloon is not None and not sip.isdeleted(balloon):
            balloon.hide()
            balloon.deleteLater()

    def _go(self, index: int) -> None:
        steps = self.steps()
        if self.balloon is None or index >= len(steps):
            self.leave()
            return
        self._at = index
        balloon, (target, title, text) = self.balloon, steps[index]
        balloon.title.setText(title)
        balloon.text.setText(text)
        balloon.count.setText(tr("{number} of {count}", number=index + 1, count=len(steps)))
        balloon.back.setEnabled(index > 0)
        balloon.next.setText(tr("Done") if index == len(steps) - 1 else tr("Next"))
        self._bring_into_view(target)
        self._place()
        balloon.next.setFocus()

    def _bring_into_view(self, target: QWidget) -> None:
        """Unfold and scroll to what is pointed at."""
        self._dock.show_body()
        self._dock.tabs.setCurrentIndex(MAP_PAGE)
        parent = target.parentWidget()
        while parent is not None:
            if isinstance(parent, QgsCollapsibleGroupBox):
                parent.setCollapsed(False)
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(target)
            parent = parent.parentWidget()

    def _place(self) -> None:
        """Go where the widget is; leave with it."""
        target = self.steps()[self._at][0]
        if self.balloon is None or sip.isdeleted(self.balloon) or not self._dock.isVisible():
            self.leave()
        elif target.isVisible():
            self.balloon.point_at(target)
        else:  # another page of the dock is in sight
            self.balloon.hide()


def title() -> str:
    """What the menu and the button call it."""
    return tr("Take the tour")


def _beside(place: QRect, size: QRect, room: QRect) -> Tuple[int, QPoint]:
    """The first side of `place` where a box of this size fits, and its corner, kept inside the room."""
    middle = place.center()
    x = min(max(middle.x() - size.width() // 2, room.left()), room.right() - size.width())
    y = min(max(middle.y() - size.height() // 2, room.top()), room.bottom() - size.height())
    corners = {
        LEFT: QPoint(place.left() - size.width(), y),
        RIGHT: QPoint(place.right(), y),
        BELOW: QPoint(x, place.bottom()),
        ABOVE: QPoint(x, place.top() - size.height()),
    }
    fits = (side for side, corner in corners.items() if room.contains(QRect(corner, size.size())))
    side = next(fits, BELOW)
    return side, corners[side]
