"""Swiping between two results: which are offered, what is painted left and right, and that nothing stays behind."""

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QColor, QImage, QKeyEvent, QPainter

from ofa_qgis.gui.map.swipe_bar import results_in
from ofa_qgis.layers import results
from tests.fakes.for_the_dock import CRS, LONG_MS

RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def dock(open_dock, write_scene):
    """The dock with two results: an older one all red, a newer one all blue."""
    made = open_dock()
    made.iface.canvas.setDestinationCrs(CRS)
    made.preview_section.live.setChecked(False)
    assert not made.swipe.isVisibleTo(made)
    for name, value in (("first", 1), ("second", 2)):
        path = write_scene(np.full((1, 200, 200), value, np.uint8), name=f"{name}.tif")
        classes = [{"name": "a", "value": 1, "colour": RED}, {"name": "b", "value": 2, "colour": BLUE}]
        results.add({"map": str(path)}, {"classes": classes}, name)
    return made


def started(dock, qtbot):
    dock.swipe.button.click()
    qtbot.waitUntil(lambda: len(dock.swipe.tool.item.images) == 2, timeout=LONG_MS)
    return dock.swipe.tool


def move(dock, x):
    event = QgsMapMouseEvent(dock.iface.canvas, QEvent.Type.MouseMove, QPoint(x, 50), Qt.MouseButton.NoButton)
    dock.swipe.tool.canvasMoveEvent(event)


def painted(tool):
    box = tool.item.boundingRect()
    image = QImage(round(box.width()), round(box.height()), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    tool.item.paint(painter)
    painter.end()
    return image


def test_two_results_are_offered_the_newest_on_the_right(dock):
    assert dock.swipe.isVisibleTo(dock)
    titles = [title for title, _ in results_in(QgsProject.instance())]
    assert titles[0].startswith("second") and titles[1].startswith("first")
    assert dock.swipe.left.currentText() == titles[1] and dock.swipe.right.currentText() == titles[0]


def test_the_left_map_is_left_of_the_pointer_and_the_right_one_right(dock, qtbot):
    tool = started(dock, qtbot)
    canvas = dock.iface.canvas
    middle = canvas.height() // 2
    for x in (canvas.width() // 3, 2 * canvas.width() // 3):
        move(dock, x)
        image = painted(tool)
        assert image.pixelColor(x - 20, middle).name() == RED
        assert image.pixelColor(x + 20, middle).name() == BLUE


def test_escape_ends_and_leaves_nothing_on_the_canvas(dock, qtbot):
    tool = started(dock, qtbot)
    item = tool.item
    tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert item.scene() is None and dock.iface.canvas.mapTool() is not tool
    assert not dock.swipe.button.isChecked() and dock.swipe.tool is None


def test_removing_one_of_the_maps_ends_it(dock, qtbot):
    item = started(dock, qtbot).item
    layer_id = dock.swipe.left.currentData()
    QgsProject.instance().removeMapLayer(layer_id)
    assert item.scene() is None and dock.swipe.tool is None
    assert not dock.swipe.isVisibleTo(dock)


def test_another_choice_swipes_between_those(dock, qtbot):
    started(dock, qtbot)
    dock.swipe.left.setCurrentIndex(0)
    dock.swipe.left.activated.emit(0)
    qtbot.waitUntil(lambda: len(dock.swipe.tool.item.images) == 2, timeout=LONG_MS)
    move(dock, 200)
    assert painted(dock.swipe.tool).pixelColor(150, dock.iface.canvas.height() // 2).name() == BLUE


def test_other_layers_stay_in_their_places(dock, write_scene, qtbot):
    scene = QgsRasterLayer(str(write_scene(np.full((1, 10, 10), 1, np.uint8), name="above.tif")), "above")
    tool = started(dock, qtbot)
    left, right = tool._ids
    layers = [scene, tool._layers[right], dock.scene.layer, tool._layers[left]]
    assert [each.name() for each in tool._with(left, layers)] == ["above", "map", "scene"]
    assert tool._with(left, layers)[1] is tool._layers[left]
