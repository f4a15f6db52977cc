"""The plugin comes into QGIS, and leaves it, without a trace."""

import ast
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QDockWidget


def docks(iface: Any) -> list:
    return [dock for dock in iface.mainWindow().findChildren(QDockWidget) if dock.metaObject().className() == "OfaDock"]


def actions(iface: Any) -> list:
    return iface.mainWindow().findChildren(QAction, "OfaAction")


def providers() -> list:
    return [provider for provider in QgsApplication.processingRegistry().providers() if provider.id() == "ofa"]


def test_the_plugin_is_loaded_with_one_action_and_one_provider(iface: Any, plugin: Any) -> None:
    assert len(actions(iface)) == 1
    assert len(providers()) == 1


def test_a_click_on_the_action_opens_the_dock_on_the_right_and_another_closes_it(
    iface: Any, plugin: Any, click: Callable[..., None], wait_until: Callable[..., Any]
) -> None:
    plugin.show_dock(False)  # as another test may have left it
    button = next(w for w in plugin.action.associatedWidgets() if w.metaObject().className() == "QToolBar")
    button = button.widgetForAction(plugin.action)
    click(button)
    wait_until(lambda: docks(iface) and docks(iface)[0].isVisible(), what="the dock")
    window = iface.mainWindow()
    assert docks(iface)[0].mapTo(window, docks(iface)[0].rect().center()).x() > window.width() / 2
    click(button)
    wait_until(lambda: not docks(iface)[0].isVisible(), what="the dock to close")


def test_reloading_three_times_leaves_one_dock_one_action_and_one_provider(
    iface: Any, wait_until: Callable[..., Any]
) -> None:
    for _ in range(3):
        qgis.utils.plugins["ofa_qgis"].show_dock()
        wait_until(lambda: docks(iface), what="the dock")
        assert qgis.utils.reloadPlugin("ofa_qgis")
        wait_until(lambda: len(docks(iface)) <= 1, what="the old dock to go")
    assert len(actions(iface)) == 1
    assert len(providers()) == 1
    qgis.utils.plugins["ofa_qgis"].show_dock()
    wait_until(lambda: len(docks(iface)) == 1, what="one dock")


def test_unloading_takes_everything_away_and_loading_brings_it_back(iface: Any, wait_until: Callable[..., Any]) -> None:
    qgis.utils.plugins["ofa_qgis"].show_dock()
    assert qgis.utils.unloadPlugin("ofa_qgis")
    wait_until(lambda: not docks(iface) and not actions(iface), what="dock and action to go")
    assert not providers()
    assert qgis.utils.loadPlugin("ofa_qgis")
    assert qgis.utils.startPlugin("ofa_qgis")
    assert len(providers()) == len(actions(iface)) == 1


def test_the_plugin_adds_next_to_nothing_to_the_start_of_qgis() -> None:
    """A tenth of the time that it takes to parse all of the plugin: 50 ms on a usual processor."""
    package = Path(sys.modules["ofa_qgis"].__file__ or "").parent
    sources = [path.read_text("utf-8") for path in package.rglob("*.py")]
    began = time.process_time()
    for source in sources:
        ast.parse(source)
    parsed_s, seconds = time.process_time() - began, []
    for _ in range(5):
        qgis.utils.unloadPlugin("ofa_qgis")
        began = time.process_time()
        assert qgis.utils.loadPlugin("ofa_qgis")
        assert qgis.utils.startPlugin("ofa_qgis")
        seconds.append(time.process_time() - began)
    assert min(seconds) < 0.1 * parsed_s, (seconds, parsed_s)
