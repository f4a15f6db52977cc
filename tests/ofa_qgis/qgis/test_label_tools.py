"""Map tools: clicks and keys on a canvas become labels of the current class."""

import time

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.labels.label_tools import PointTool, PolygonTool

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
CORNERS = ((100, 100), (200, 100), (200, 200), (100, 200))


pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(400, 400)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    canvas.setExtent(QgsRectangle(500_000, 5_000_000, 500_400, 5_000_400))
    canvas.show()
    yield canvas
    canvas.deleteLater()


@pytest.fixture
def store(project):
    store = LabelStore()
    store.problems = []
    store.failed.connect(store.problems.append)
    for name in ("water", "forest", "crops"):
        store.add_class(name)
    store.set_current("water")
    yield store
    store.deleteLater()


@pytest.fixture
def points(canvas, store):
    tool = PointTool(canvas, store)
    canvas.setMapTool(tool)
    return tool


@pytest.fixture
def polygons(canvas, store):
    tool = PolygonTool(canvas, store)
    canvas.setMapTool(tool)
    return tool


def click(canvas, x, y, button=LEFT):
    QTest.mouseClick(canvas.viewport(), button, NONE, QPoint(x, y))


def press(canvas, key, modifiers=NONE):
    QTest.keyClick(canvas, key, modifiers)


def test_a_click_labels_the_place_under_the_cursor(canvas, store, points):
    click(canvas, 100, 300)

    label = next(store.layers()[0].getFeatures())
    place = canvas.getCoordinateTransform().toMapCoordinates(100, 300)
    assert label["class"] == "water"
    assert label.geometry().asPoint().distance(place) < canvas.mapUnitsPerPixel()


def test_a_click_is_on_the_screen_before_the_map_is_painted_anew(canvas, store, points):
    click(canvas, 100, 300)  # makes the file
    spent = []
    for column in (180, 190, 200):
        start = time.perf_counter()
        click(canvas, column, 200)
        spent.append(time.perf_counter() - start)
        colour = canvas.grab().toImage().pixelColor(column, 200)
        assert colour.name().upper() == store.colours()["water"]
    assert min(spent) < 0.1  # a frame or two even on a slow disk; about 5 ms here


def test_the_digits_choose_the_class(canvas, store, points):
    press(canvas, Qt.Key.Key_3)
    click(canvas, 100, 300)
    press(canvas, Qt.Key.Key_9)  # there is none

    assert store.current() == "crops" and store.counts()["crops"] == (1, 0)


def test_undo_and_redo_by_keys(canvas, store, points):
    click(canvas, 100, 300)
    click(canvas, 150, 300)
    press(canvas, Qt.Key.Key_Z, CONTROL)
    assert store.counts()["water"] == (1, 0)
    press(canvas, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert store.counts()["water"] == (2, 0)


def test_our_keys_go_before_the_windows_shortcuts_while_a_tool_is_active(canvas, points):
    def is_taken(key, modifiers=NONE):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        return event.isAccepted()

    assert is_taken(Qt.Key.Key_Z, CONTROL) and is_taken(Qt.Key.Key_1)
    assert not is_taken(Qt.Key.Key_S, CONTROL) and not is_taken(Qt.Key.Key_1, CONTROL)
    canvas.unsetMapTool(points)
    assert not is_taken(Qt.Key.Key_1)


def test_a_right_click_removes_the_label_there(canvas, store, points):
    click(canvas, 100, 300)
    click(canvas, 200, 300)
    click(canvas, 204, 303, RIGHT)
    assert store.counts()["water"] == (1, 0)
    click(canvas, 300, 100, RIGHT)
    assert store.counts()["water"] == (1, 0)


@pytest.mark.parametrize("closing", ["right click", "enter", "double click"])
def test_corners_become_a_polygon(canvas, store, polygons, closing):
    for corner in CORNERS:
        click(canvas, *corner)
    assert len(polygons.corners()) == 4 and store.layers() == []

    if closing == "right click":
        click(canvas, 300, 300, RIGHT)
    elif closing == "enter":
        press(canvas, Qt.Key.Key_Return)
    else:
        QTest.mouseDClick(canvas.viewport(), LEFT, NONE, QPoint(100, 200))

    assert store.counts()["water"] == (0, 1) and polygons.corners() == []
    area = next(store.layers()[1].getFeatures()).geometry().area()
    assert area == pytest.approx((100 * canvas.mapUnitsPerPixel()) ** 2, rel=0.01)


def test_backspace_takes_a_corner_back_and_escape_all(canvas, store, polygons):
    for corner in CORNERS:
        click(canvas, *corner)
    press(canvas, Qt.Key.Key_Backspace)
    press(canvas, Qt.Key.Key_Z, CONTROL)
    assert len(polygons.corners()) == 2
    press(canvas, Qt.Key.Key_Escape)
    assert polygons.corners() == [] and store.layers() == []


def test_two_corners_are_not_enough_and_are_kept(canvas, store, polygons):
    for corner in CORNERS[:2]:
        click(canvas, *corner)
    press(canvas, Qt.Key.Key_Enter)
    assert "three corners" in store.problems[0] and len(polygons.corners()) == 2


def test_a_polygon_begun_goes_on_after_a_look_around(canvas, store, polygons):
    for corner in CORNERS[:3]:
        click(canvas, *corner)
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.setMapTool(polygons)
    click(canvas, *CORNERS[3])
    click(canvas, 300, 300, RIGHT)
    assert store.counts()["water"] == (0, 1)


def test_without_a_class_the_first_click_says_what_to_do(canvas, store, polygons, points):
    for name in ("water", "forest", "crops"):
        store.remove_class(name)
    canvas.setMapTool(polygons)
    click(canvas, 100, 100)
    canvas.setMapTool(points)
    click(canvas, 100, 100)
    assert len(store.problems) == 2 and polygons.corners() == [] and store.layers() == []
