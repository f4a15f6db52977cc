"""The list of classes: what it shows, what its buttons, keys and combos do."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsColorDialog, QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QTreeWidgetItemIterator

from ofa_qgis.gui.classes.class_table import COLOUR, COUNT, KEY, NAME, count_text
from ofa_qgis.gui.classes.classes_view import ClassesView
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.layers.layer_fields import likely_field
from tests.fakes import for_the_dock

UTM = QgsCoordinateReferenceSystem("EPSG:32633")


pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(UTM)
    yield canvas
    canvas.deleteLater()


@pytest.fixture
def view(canvas, project):
    store = LabelStore()
    view = ClassesView(canvas, store)
    view.store = store
    view.resize(340, 300)
    view.show()
    yield view
    view.tear_down()
    view.deleteLater()
    store.deleteLater()


def rows(view):
    table = view.table
    items = [item for item in iterated(table) if not (item.parent() and not item.parent().isExpanded())]
    return [tuple(item.text(column) for column in (KEY, NAME, COUNT)) for item in items]


def iterated(table):
    """All rows of the list, from the top."""
    found, iterator = [], QTreeWidgetItemIterator(table)
    while iterator.value():
        found.append(iterator.value())
        iterator += 1
    return found


def click(table, name, keys=Qt.KeyboardModifier.NoModifier):
    """On the row of a class."""
    place = QPoint(table.header().sectionPosition(NAME) + 20, table.visualItemRect(table.class_item(name)).center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)


def layer_of(*values):
    layer = QgsVectorLayer("Point?crs=EPSG:32633&field=id:int&field=kind_class:string(20)", "mine", "memory")
    for value in values:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([1, value])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(0, 0)))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def choose(combo, index):
    """As the user does: by the keyboard or the list, not from a program."""
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def choose_layer(view, layer):
    view.layer.setLayer(layer)
    choose(view.layer, view.layer.currentIndex())


def test_an_empty_list_says_how_to_begin_and_offers_a_class_only(view):
    assert view.status.said == "Add two classes, then click on the map."
    assert view.add.isEnabled()
    assert not any(b.isEnabled() for b in (view.point, view.polygon, view.undo, view.redo, view.remove))


def test_a_new_class_is_named_in_place(view, qtbot):
    view.add.click()
    editor = view.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "water")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: rows(view) == [("1", "water", "no labels")])
    assert view.store.colours() == {"water": "#0072B2"}


def name_new(view, name):
    """Add a class by the button and the keyboard."""
    view.add.click()
    editor = view.table.findChild(QLineEdit)
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)


@pytest.mark.parametrize("taken", ["", "pan", "polygon"])
def test_a_new_class_brings_the_tool_for_points_unless_another_labelling_tool_is_taken(
    view, canvas, qtbot, tmp_path, taken
):
    scene = QgsRasterLayer(str(for_the_dock.write_scene(tmp_path / "scene.tif")), "scene")
    QgsProject.instance().addMapLayer(scene)
    view.store.set_scene(scene)
    if taken == "pan":
        canvas.setMapTool(QgsMapToolPan(canvas))
    elif taken:
        view.store.add_class("water")
        view.polygon.click()
    name_new(view, "forest")
    expected = view.polygon_tool if taken == "polygon" else view.point_tool
    qtbot.waitUntil(lambda: canvas.mapTool() is expected)
    assert (view.point.isChecked(), view.polygon.isChecked()) == (taken != "polygon", taken == "polygon")


def test_without_a_scene_or_when_a_class_is_renamed_the_tool_stays(view, canvas, qtbot):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    name_new(view, "forest")
    qtbot.waitUntil(lambda: rows(view)[0][NAME - 1] == "forest")
    assert canvas.mapTool() is pan
    view.table.edit_name("forest")
    QTest.keyClick(view.table.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.wait(50)
    assert canvas.mapTool() is pan


def test_counts_follow_the_labels(view):
    view.store.add_class("water")
    view.store.add_point(QgsPointXY(0, 0), UTM)
    view.store.add_point(QgsPointXY(9, 0), UTM)
    assert rows(view) == [("1", "water", "2 points")]
    view.undo.click()
    assert rows(view) == [("1", "water", "1 point")]
    view.redo.click()
    assert rows(view) == [("1", "water", "2 points")]


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((0, 0), "no labels"),
        ((14, 2), "14 points · 2 polygons"),
        ((1, 1), "1 point · 1 polygon"),
        ((0, 3), "3 polygons"),
    ],
)
def test_counts_are_said_in_words(counts, text):
    assert count_text(*counts) == text


def test_a_name_that_is_taken_is_put_back_and_the_reason_stands_below(view):
    view.store.add_class("water")
    view.store.add_class("forest")
    view.table.class_item("forest").setText(NAME, "water")

    assert rows(view)[1][1] == "forest"
    assert "already" in view.status.said and view.status.kind == "bad"


def test_a_click_on_the_colour_opens_a_dialog_that_recolours(view):
    view.store.add_class("water")
    view.table.itemClicked.emit(view.table.class_item("water"), COLOUR)
    dialog = view.table.findChild(QgsColorDialog)
    assert dialog.isVisible()
    dialog.setColor(QColor("#aa00bb"))
    dialog.accept()

    assert view.store.colours() == {"water": "#AA00BB"}


def test_selecting_a_row_or_pressing_its_digit_chooses_the_class(view):
    for name in ("water", "forest"):
        view.store.add_class(name)
    click(view.table, "water")
    assert view.store.current() == "water"
    QTest.keyClick(view.table, Qt.Key.Key_2)
    assert view.store.current() == "forest" and view.table.selected_classes() == ["forest"]


def test_delete_removes_the_class_and_undo_brings_it_back(view):
    view.store.add_class("water")
    view.store.add_point(QgsPointXY(0, 0), UTM)
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    assert rows(view) == []
    QTest.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(view) == [("1", "water", "1 point")]


def test_undo_in_the_list_goes_before_the_windows_shortcut(view):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(view.table, event)
    assert event.isAccepted()


def test_the_buttons_are_in_step_with_the_canvas(view, canvas):
    view.store.add_class("water")
    view.point.click()
    assert canvas.mapTool() == view.point_tool and view.point.isChecked()
    view.polygon.click()
    assert (view.point.isChecked(), view.polygon.isChecked()) == (False, True)
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert not view.polygon.isChecked()
    view.point.click()
    view.point.click()
    assert canvas.mapTool() != view.point_tool and not view.point.isChecked()


def test_choosing_a_layer_takes_its_classes_and_a_likely_field(view):
    layer = layer_of("wet", "dry")
    choose_layer(view, layer)

    assert not view.store.is_own() and view.store.field() == "kind_class"
    assert [row[1] for row in rows(view)] == ["dry", "wet"]
    assert view.field.isVisible() and view.field.currentField() == "kind_class"

    choose(view.field, view.field.findText("id"))
    assert [row[1] for row in rows(view)] == ["1"]
    choose_layer(view, None)
    assert view.store.is_own() and not view.field.isVisible()


def test_our_own_layers_are_not_offered_as_somebody_elses(view):
    view.store.add_class("water")
    view.store.add_point(QgsPointXY(0, 0), UTM)
    assert view.layer.count() == 1 and view.layer.currentText() == view.store.path().name


def test_the_combo_follows_when_the_layer_goes(view, qtbot):
    layer = layer_of("wet")
    choose_layer(view, layer)
    with qtbot.waitSignal(view.store.told, timeout=2000):
        QgsProject.instance().removeMapLayer(layer.id())
    assert view.store.is_own() and view.layer.currentLayer() is None and not view.field.isVisible()


def test_the_field_of_the_categories_is_the_likeliest(view):
    layer = layer_of("wet")
    assert likely_field(layer) == "kind_class"
    assert likely_field(QgsVectorLayer("Point?field=a:int&field=b:string", "", "memory")) == "b"
    assert likely_field(QgsVectorLayer("Point", "", "memory")) == ""


def test_it_fits_a_narrow_dock(view):
    for name in ("water", "a name that is far too long for any column of this table"):
        view.store.add_class(name)
    view.store.add_point(QgsPointXY(0, 0), UTM)
    assert view.minimumSizeHint().width() <= 320


def test_everything_is_reached_by_the_keyboard(view):
    view.store.add_class("water")
    for widget in (view.table, view.add, view.point, view.polygon, view.undo, view.remove, view.layer):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.toolTip() or widget.accessibleName()
