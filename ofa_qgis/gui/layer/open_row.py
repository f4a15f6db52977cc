"""Opening files and products: the button with its menu, the dialogs, and a line that says what is being opened.

What is opened is chosen, or used beside the chosen layer; `LayerSection` does that.
"""

import os
from pathlib import Path
from typing import Callable, Optional, Sequence

from qgis.core import QgsProject, QgsProviderRegistry, QgsRasterLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..widgets.answer_buttons import AnswerButtons
from ..widgets.builders import tool
from ..widgets.status import StatusLabel
from .opener import Opener


class OpenRow(QWidget):
    """The line below the layer; `button` stands beside it."""

    opened = pyqtSignal(object, object, bool)  # the layer, the one it was opened beside or None, whether it is chosen

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._beside: Optional[QgsRasterLayer] = None  # for whose place something is being opened
        self._is_first = True  # of what is being opened
        self.button = tool("/mActionFileOpen.svg", "…", tr("Open a file, or a satellite product as you downloaded it"))
        self.button.setObjectName("OfaOpenProduct")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(QMenu(self))
        add_openings(self.button.menu(), self.ask)
        self.opener, self.status, self.network = Opener(self), StatusLabel(), AnswerButtons("OfaRemote")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.status)
        column.addWidget(self.network)
        self.opener.opened.connect(self._opened)
        self.opener.told.connect(self.status.tell)
        self.opener.network_asked.connect(self._ask_network)
        self.network.chosen.connect(lambda path: self.opener.open([path], remote=True))

    def ask(self, is_folder: bool = False, beside: Optional[QgsRasterLayer] = None) -> None:
        """Let the user choose what to open; `beside`: for the place of this layer."""
        title = tr("Open a folder") if is_folder else tr("Open a scene")
        dialog = QFileDialog(self, title, folder(), QgsProviderRegistry.instance().fileRasterFilters())
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.Directory if is_folder else modes.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open([path], beside))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, paths: Sequence[str], beside: Optional[QgsRasterLayer] = None) -> None:
        """Add rasters and products to the project; the first is chosen, or all are used `beside` a layer."""
        self._beside, self._is_first = beside, True
        self.opener.open(paths)

    def tear_down(self) -> None:
        """Open nothing more."""
        self.opener.cancel()

    def _opened(self, layer: QgsRasterLayer) -> None:
        is_first, self._is_first = self._is_first, False
        self.opened.emit(layer, self._beside, is_first and self._beside is None)

    def _ask_network(self, path: str) -> None:
        """What a STAC item names on a server is read only if the user says so."""
        tip = tr("What the item names is read from its server; nothing is sent there.")
        self.network.offer([(tr("Read it from the network"), path, tip)] if path else [])


def add_openings(menu: QMenu, ask: Callable[[bool], None]) -> None:
    """Add what opens a file or a folder; ``ask(is_folder)`` is called."""
    for text, is_folder in ((tr("Open a file…"), False), (tr("Open a folder…"), True)):
        menu.addAction(text).triggered.connect(lambda _checked, is_folder=is_folder: ask(is_folder))


def folder() -> str:
    """Where a file dialog begins."""
    project = QgsProject.instance().absolutePath()
    return project if project and os.access(project, os.W_OK) else str(Path.home())
