"""The magic wand, with an engine that answers squares: what a click, the wheel and the keys do."""

import pytest
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QKeyEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QApplication

from tests.fakes.for_the_dock import CRS, LEFT, LONG_MS, TOP, write_scene

PLACE = QgsPointXY(LEFT + 805, TOP - 805)


@pytest.fixture
def dock(open_dock, qtbot):
    made = open_dock()
    made.preview_section.live.setChecked(False)
    made.iface.canvas.setDestinationCrs(CRS)
    qtbot.waitUntil(lambda: made.scene.is_ready, timeout=LONG_MS)
    made.store.set_current(made.store.add_class("water"))
    made.wand.click()
    assert made.iface.canvas.mapTool() is made.wand_tool and made.wand.isChecked()
    return made


def press(dock, place=PLACE, button=Qt.MouseButton.LeftButton):
    canvas = dock.iface.canvas
    pixel = canvas.getCoordinateTransform().transform(place)
    at = QPoint(round(pixel.x()), round(pixel.y()))
    dock.wand_tool.canvasPressEvent(QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonPress, at, button))


def grown(dock, qtbot, place=PLACE):
    press(dock, place)
    qtbot.waitUntil(lambda: len(dock.wand_tool.regions) == 5, timeout=LONG_MS)


def wheel(dock, notches):
    nothing, at = QPoint(0, 0), QPointF(50, 50)
    event = QWheelEvent(
        at, at, nothing, QPoint(0, 120 * notches), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dock.iface.canvas.viewport(), event)


def key(dock, which, modifiers=Qt.KeyboardModifier.NoModifier):
    dock.wand_tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, which, modifiers))


def areas(dock):
    return [feature.geometry().area() for layer in dock.store.layers() for feature in layer.getFeatures()]


def test_the_wheel_changes_the_tolerance_and_asks_nothing_new(dock, engine, qtbot):
    scale = dock.iface.canvas.scale()
    grown(dock, qtbot)
    regions = dock.wand_tool.regions
    assert regions.index == 2
    wheel(dock, 1)
    assert regions.index == 3 and regions.geometry().area() == pytest.approx(80 * 80)
    wheel(dock, -2)
    assert regions.index == 1
    wheel(dock, -9)
    assert regions.index == 0
    key(dock, Qt.Key.Key_Plus)
    key(dock, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    key(dock, Qt.Key.Key_Minus)
    assert regions.index == 1 and "tolerance 2 of 5" in dock.wand_tool.tag.word
    assert dock.iface.canvas.scale() == scale and len(engine.asked("grow")) == 1
    assert areas(dock) == []


def test_the_wheel_zooms_while_nothing_has_grown(dock):
    scale = dock.iface.canvas.scale()
    wheel(dock, 1)
    assert dock.iface.canvas.scale() != scale


@pytest.mark.parametrize("by", ["click", "right click", "Enter"])
def test_a_region_is_labelled_as_a_polygon_of_the_current_class_and_undo_takes_it_back(dock, qtbot, by):
    grown(dock, qtbot)
    if by == "Enter":
        key(dock, Qt.Key.Key_Return)
    else:
        press(dock, button=Qt.MouseButton.LeftButton if by == "click" else Qt.MouseButton.RightButton)
    assert areas(dock) == [pytest.approx(60 * 60)] and dock.store.counts() == {"water": (0, 1)}
    assert len(dock.wand_tool.regions) == 0
    key(dock, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert areas(dock) == []


def test_escape_and_undo_drop_the_region_and_no_label(dock, qtbot):
    grown(dock, qtbot)
    key(dock, Qt.Key.Key_Return)
    for way in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):
        grown(dock, qtbot, QgsPointXY(LEFT + 1505, TOP - 505))
        key(dock, *way)
        assert len(dock.wand_tool.regions) == 0 and len(areas(dock)) == 1


def test_another_tool_or_another_layer_drops_the_region(dock, qtbot, tmp_path):
    grown(dock, qtbot)
    dock.classes.point.click()
    assert len(dock.wand_tool.regions) == 0 and not dock.wand.isChecked()
    dock.wand.click()
    grown(dock, qtbot)
    other = QgsRasterLayer(str(write_scene(tmp_path / "other.tif")), "other")
    QgsProject.instance().addMapLayer(other)
    dock.layers.combo.setLayer(other)
    assert len(dock.wand_tool.regions) == 0


def test_the_engine_is_asked_in_the_scenes_reference_system_within_the_view(dock, engine, qtbot):
    grown(dock, qtbot)
    (asked,) = engine.asked("grow")
    assert (asked["x"], asked["y"]) == pytest.approx((PLACE.x(), PLACE.y()), abs=10)
    xmin, ymin, xmax, ymax = asked["extent"]
    assert xmin < asked["x"] < xmax and ymin < asked["y"] < ymax
