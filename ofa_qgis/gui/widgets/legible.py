"""What can be read in every theme: texts, lines, and buttons that are pressed.

QGIS's own dark themes leave some texts at 2.8 to 3.5 : 1 on their ground, where 4.5 : 1 can be read.
"""

from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from .status import is_dark

ENOUGH = 4.5  # contrast of what is read (WCAG 2.2, 1.4.3)
STEPS = 20  # of a mixture of two colours
STYLE = """
QComboBox:enabled, QPushButton:enabled, QToolButton:enabled { color: #e0e0e0; }
QPushButton:checked { border: 1px solid #e08a2b; }
QTableView::item:selected { color: #ffffff; }
QTabBar::tab { padding-left: 4px; padding-right: 4px; }
"""
"""At least 4.5 : 1 on the buttons and selected rows of "Night Mapping" (#535353, #0f6e00); a button that is pressed
looks so, as its tool buttons do; tabs are as wide as elsewhere."""


class Legible(QObject):
    """Keeps the texts of a window and its children readable, whatever theme is chosen.

    It looks at the palette once a change of theme is over. In the middle of it, and whenever a style sheet is set, Qt
    gives every widget its light palette for a moment: who answers each `PaletteChange` with a style sheet never ends.

    Args:
        window: the widget to look after; owns this.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        window.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._later.start()
        return False

    def _follow(self) -> None:
        wanted = STYLE if is_dark(self._window) else ""
        if self._window.styleSheet() != wanted:
            self._window.setStyleSheet(wanted)


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def stands_out(colour: QColor, paper: QColor, ink: QColor) -> QColor:
    """The colour, with as much of the ink in it as it takes to be read on the paper."""
    mixed = (_mixed(colour, ink, step / STEPS) for step in range(STEPS))
    return next((each for each in mixed if contrast(each, paper) >= ENOUGH), ink)


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    return QColor.fromRgbF(*(a + (b - a) * part for a, b in zip(one.getRgbF(), other.getRgbF())))  # noqa: B905 - Python 3.9


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
