"""A narrow dock, in each language: nothing is cut off or scrolled away."""

import functools

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QApplication

from ofa_qgis.gui.dock import MAP, TRAIN, WIDE_PX
from ofa_qgis.layers import results
from resources.i18n.update import LANGUAGES
from tests.fakes.for_the_dock import LONG_MS, label

NARROW_PX = 300


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_a_narrow_dock_cuts_nothing_off_and_names_of_results_can_be_told_apart(
    open_dock, write_scene, speak, qtbot, code
):
    speak(code)
    QApplication.setFont(QFont("DejaVu Sans", 9))
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.scene.facts is not None, timeout=LONG_MS)
    label(dock)
    for name in ("first", "second"):
        path = write_scene(np.full((1, 20, 20), 1, np.uint8), name=f"{name}.tif")
        results.add({"map": str(path)}, {"classes": [{"name": "a", "value": 1, "colour": "#FF0000"}]}, name)

    def narrows(area):
        """Whether the dock can be dragged that narrow: a drag before the page is laid out meets its former width."""
        dock.iface.window.resizeDocks([dock], [1], Qt.Orientation.Horizontal)
        return dock.width() <= WIDE_PX and area.viewport().width() >= area.widget().minimumSizeHint().width()

    for page, area in ((TRAIN, dock.tabs.widget(TRAIN)), (MAP, dock._body_area())):
        dock.tabs.setCurrentIndex(page)
        qtbot.waitUntil(functools.partial(narrows, area), timeout=LONG_MS)
    bar = dock.tabs.tabBar()
    pages = range(bar.count())
    dock.tabs.setFixedWidth(NARROW_PX)
    assert bar.sizeHint().width() <= NARROW_PX, "no tab is scrolled away"
    assert all(bar.tabText(page) or not bar.tabIcon(page).isNull() for page in pages)
    dock.tabs.setFixedWidth(2 * NARROW_PX)
    assert all(bar.tabText(page) and bar.tabText(page) == bar.tabToolTip(page) for page in pages), "there is room"
    pictures = []
    for combo, title in ((dock.swipe.left, "first"), (dock.swipe.right, "second")):
        combo.setItemText(combo.currentIndex(), f"{'a long name of a scene ' * 5}{title}")
        pictures.append(combo.grab().toImage())
    assert pictures[0] != pictures[1]
