"""Tabs that never scroll: words where all of them fit, else icons, with the word of the page in front if that fits."""

from typing import List, Tuple

from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from .builders import icon

ALL, FRONT, NONE = range(3)  # whose words are shown


class PageTabs(QTabWidget):
    """Each tab has a word, an icon, and the word as its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: List[Tuple[QIcon, str]] = []
        self.setDocumentMode(True)
        self.currentChanged.connect(lambda _index: self._fit())

    def add(self, page: QWidget, name: str, title: str) -> None:
        """Add a page whose icon is one of our own."""
        self._pages.append((icon(name), title))
        index = self.addTab(page, title)
        self.setTabToolTip(index, title)
        if hasattr(self.tabBar(), "setAccessibleTabName"):  # from Qt 5.15 on
            self.tabBar().setAccessibleTabName(index, title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or theme makes tabs of another width."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        for words in (ALL, FRONT, NONE):
            self._show(words)
            if self.tabBar().sizeHint().width() <= self.width():
                return

    def _show(self, words: int) -> None:
        for index, (picture, title) in enumerate(self._pages):
            is_named = words == ALL or (words == FRONT and index == self.currentIndex())
            self.setTabText(index, title if is_named else "")
            self.setTabIcon(index, QIcon() if words == ALL else picture)
