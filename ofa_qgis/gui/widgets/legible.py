"""Lighter texts in dark themes: QGIS's own leave some at 2.8 to 3.5 : 1 on their ground, where 4.5 : 1 can be read."""

from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from .status import is_dark

STYLE = """
QComboBox:enabled, QPushButton:enabled, QToolButton:enabled { color: #e0e0e0; }
QPushButton:checked { border: 1px solid #e08a2b; }
QTableView::item:selected { color: #ffffff; }
"""
"""At least 4.5 : 1 on the buttons and selected rows of "Night Mapping" (#535353, #0f6e00); a button that is pressed
looks so, as its tool buttons do."""


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
