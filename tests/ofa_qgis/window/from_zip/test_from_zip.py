"""The zip in a QGIS that never saw the plugin: installed, used without an engine, uninstalled, by QGIS's own means.

Runs by itself: ``OFA_WINDOW_ZIP=1 tests/ofa_qgis/window/run.sh`` (see there).
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QWidget

ARCHIVE = Path(os.environ["OFA_WINDOW_ZIP"])
ENABLED = "/PythonPlugins/ofa_qgis"


def docks(iface: Any) -> list:
    return [dock for dock in iface.mainWindow().findChildren(QDockWidget) if dock.metaObject().className() == "OfaDock"]


def shows(dock: QDockWidget, kind: str) -> bool:
    return any(each.isVisible() for each in dock.findChildren(QWidget) if type(each).__name__ == kind)


def algorithms() -> set[str]:
    provider = QgsApplication.processingRegistry().providerById("ofa")
    return {algorithm.id() for algorithm in provider.algorithms()} if provider else set()


def test_the_zip_is_installed_asks_for_an_engine_and_leaves_nothing_when_uninstalled(
    iface: Any, wait_until: Callable[..., Any]
) -> None:
    assert "ofa_qgis" not in qgis.utils.available_plugins
    installer = pyplugin_installer.instance()

    installer.installFromZipFile(str(ARCHIVE))

    folder = Path(qgis.utils.plugins["ofa_qgis"].__init__.__globals__["__file__"]).parent
    assert folder.parent == Path(QgsApplication.qgisSettingsDirPath()) / "python" / "plugins"
    assert QgsSettings().value(ENABLED, False, bool)
    assert qgis.utils.isPluginLoaded("ofa_qgis")
    assert {"ofa:inspect", "ofa:classify", "ofa:embed"} <= algorithms()

    action = iface.mainWindow().findChild(QAction, "OfaAction")
    action.trigger()
    (dock,) = docks(iface)
    wait_until(lambda: shows(dock, "SetupPage"), 20, "the set-up page")

    installer.uninstallPlugin("ofa_qgis", quiet=True)

    wait_until(lambda: not docks(iface) and not iface.mainWindow().findChild(QAction, "OfaAction"), 10, "it to go")
    assert not algorithms()
    assert not folder.exists()
    assert not QgsSettings().contains(ENABLED)
    assert "ofa_qgis" not in qgis.utils.plugins
    assert not [name for name in sys.modules if name.split(".")[0] == "ofa_qgis"]
