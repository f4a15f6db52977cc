"""The plugin's way in and out of QGIS: one action, one dock, one Processing provider, and nothing left behind.

Knows nothing of what the dock does. Loads little: the dock and all it needs come when it is first shown.
"""

import sys
from typing import Any, Callable, List, Optional

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtCore import Qt, QTimer, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from . import paths, settings
from .i18n import install_translator, tr

MENU = "&OFA"
ICON = paths.RESOURCES / "icons" / "ofa.svg"


class OfaPlugin:
    """Made by QGIS; `initGui` and `unload` may follow one another any number of times."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.dock: Any = None
        self.action: Optional[QAction] = None
        self._helpers: List[QAction] = []  # the sample and the tour, in the plugin's menu
        self._provider: Optional[QgsProcessingProvider] = None
        self._translator: Optional[QTranslator] = None

    def initProcessing(self) -> None:
        """Register the algorithms; all that `qgis_process` calls."""
        from .processing.provider import OfaProvider  # noqa: PLC0415 - loaded when needed

        self._provider = OfaProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the action and the algorithms; open the dock if it was open when QGIS was closed."""
        self._translator = install_translator(QgsApplication.instance().locale())
        self.initProcessing()
        self.action = QAction(QIcon(str(ICON)), tr("OFA: labels to a map"), self.iface.mainWindow())
        self.action.setObjectName("OfaAction")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Click a few labels, get a class map"))
        self.action.triggered.connect(self.show_dock)
        self.iface.addToolBarIcon(self.action)
        self.iface.addPluginToMenu(MENU, self.action)
        self.iface.addPluginToRasterMenu(MENU, self.action)
        self._add_helper("OfaSampleAction", tr("Open the sample scene"), self.open_sample)
        self._add_helper("OfaTourAction", tr("Take the tour"), self.take_tour)
        QTimer.singleShot(0, self._settle)

    def _add_helper(self, name: str, text: str, call: Callable[[], None]) -> None:
        """Add an entry to the plugin's menu."""
        action = QAction(text, self.iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda _checked: call())
        self.iface.addPluginToMenu(MENU, action)
        self._helpers.append(action)

    def open_sample(self) -> None:
        """Show the dock on the sample scene."""
        self.show_dock()
        self.dock.sample.open()

    def take_tour(self) -> None:
        """Show the dock with the first balloon of the tour."""
        self.show_dock()
        self.dock.tour.start()

    def unload(self) -> None:
        """Take everything away again: dock, action, algorithms, translation, engine, temporary files."""
        from .engine import task  # noqa: PLC0415 - loaded when needed

        self._remove_dock()
        if self.action:
            self.iface.removeToolBarIcon(self.action)
            self.iface.removePluginMenu(MENU, self.action)
            self.iface.removePluginRasterMenu(MENU, self.action)
            self.action.deleteLater()
            self.action = None
        for action in self._helpers:
            self.iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self._helpers = []
        if self._provider:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator:
            QgsApplication.removeTranslator(self._translator)
            self._translator = None
        task.stop()
        task.remove_session()
        _forget_packages()

    def show_dock(self, visible: bool = True) -> None:
        """Show or hide the dock; it is made when first shown."""
        if self.dock is None:
            self._make_dock()
        self.dock.setUserVisible(visible)
        self._dock_closed(not visible)

    def _make_dock(self) -> None:
        from .engine import task  # noqa: PLC0415 - loaded when needed

        task.start_ahead()  # it imports for seconds; the dock is made meanwhile
        from .gui.dock import OfaDock  # noqa: PLC0415 - loaded when needed

        self.dock = OfaDock(self.iface)
        self.dock.closedStateChanged.connect(self._dock_closed)
        area, window = Qt.DockWidgetArea.RightDockWidgetArea, self.iface.mainWindow()
        if window.restoreDockWidget(self.dock):  # where it was when QGIS was closed
            area = window.dockWidgetArea(self.dock)
        self.iface.addDockWidget(area, self.dock)
        width = int(settings.get(settings.DOCK_WIDTH)) or self.dock.sizeHint().width()
        QTimer.singleShot(0, lambda: self._widen(width))

    def _widen(self, width: int) -> None:
        """QGIS gives a new dock as little room as it can; only one that is laid out can be given more."""
        if self.dock:
            self.iface.mainWindow().resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)

    def _settle(self) -> None:
        """What can wait until QGIS is up."""
        if self.action is None:  # unloaded in the meantime
            return
        paths.remove_stale_sessions(paths.cache_dir())
        if settings.get(settings.DOCK_OPEN) in (True, "true"):  # an INI file keeps text
            self.show_dock()

    def _dock_closed(self, closed: bool) -> None:
        settings.put(settings.DOCK_OPEN, not closed)
        if self.action:
            self.action.setChecked(not closed)

    def _remove_dock(self) -> None:
        if self.dock is None:
            return
        if self.dock.isVisible():
            settings.put(settings.DOCK_WIDTH, self.dock.width())
        self.dock.closedStateChanged.disconnect(self._dock_closed)
        self.dock.tear_down()
        self.iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.dock = None


def _forget_packages() -> None:
    """QGIS forgets the modules that it saw imported; of a folder that nobody named, it saw only the modules in it."""
    ours = f"{__package__}."
    for name in [name for name, module in sys.modules.items() if name.startswith(ours) and hasattr(module, "__path__")]:
        del sys.modules[name]
