"""The dock among QGIS's own: on a small screen the button that matters is in sight, and Alt keys are nobody else's."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import driving
import pytest
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QTabBar

SMALL_PX = (1366, 768)
TITLE_PX = 30  # of the window, which is part of the screen's height


@pytest.fixture
def dock(iface: Any, plugin: Any, wait_until: Callable[..., Any]) -> Iterator[Any]:
    window = iface.mainWindow()
    before = window.geometry()
    window.showNormal()
    window.resize(SMALL_PX[0], SMALL_PX[1] - TITLE_PX)
    plugin.show_dock()
    plugin.dock.show_body()
    wait_until(plugin.dock.isVisible, what="the dock")
    driving.spin(1.0)
    yield plugin.dock
    window.setGeometry(before)
    plugin.show_dock(False)


def in_sight(widget: Any, window: Any) -> bool:
    """Whether all of a widget is painted within the window."""
    shown = widget.visibleRegion().boundingRect()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return shown.size() == widget.size() and window.rect().contains(place)


def test_the_button_that_maps_is_in_sight_on_a_small_screen(
    iface: Any, dock: Any, screenshot: Callable[..., Any]
) -> None:
    window = iface.mainWindow()
    screenshot(Path(__file__).parents[3] / "build" / "window-small.png")
    assert window.height() <= SMALL_PX[1]
    assert in_sight(dock.whole.button, window)


def letters(texts: list[str]) -> list[str]:
    keys = [QKeySequence.mnemonic(text).toString(QKeySequence.SequenceFormat.PortableText) for text in texts]
    return [key for key in keys if key]


def test_alt_keys_of_the_dock_are_not_those_of_the_menus_nor_of_each_other(iface: Any, dock: Any) -> None:
    menus = set(letters([action.text() for action in iface.mainWindow().menuBar().actions() if action.isVisible()]))
    assert "Alt+R" in menus
    for page in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(page)
        part = dock.tabs.widget(page)
        texts = [each.text() for kind in (QAbstractButton, QLabel) for each in part.findChildren(kind)]
        texts = [text for text in texts if not Qt.mightBeRichText(text)]
        for bar in dock.tabs.findChildren(QTabBar):
            texts += [bar.tabText(index) for index in range(bar.count())]
        keys = letters(texts)
        assert not menus & set(keys)
        assert not [key for key, count in Counter(keys).items() if count > 1]
