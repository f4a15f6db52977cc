"""Groups of classes: made, folded, moved, kept in every file, and shown by a map that is asked to."""

import sqlite3

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit

from ofa_qgis import settings
from ofa_qgis.gui.classes import class_files
from ofa_qgis.gui.classes.class_table import COUNT, KEY, NAME
from ofa_qgis.gui.classes.classes_view import ClassesView
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.map import map_request
from ofa_qgis.gui.preview.preview_files import PreviewFiles
from ofa_qgis.layers import labels_file
from ofa_qgis.layers.legend import CLASS, GROUP

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
X, Y = 500_000.0, 5_000_000.0

pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def store(project):
    settings.put(settings.LAST_CLASSES, "[]")
    store = LabelStore()
    store.problems = []
    store.failed.connect(store.problems.append)
    yield store
    store.tear_down()
    store.deleteLater()


@pytest.fixture
def view(store):
    canvas = QgsMapCanvas()
    view = ClassesView(canvas, store)
    view.resize(340, 400)
    view.show()
    yield view
    view.tear_down()
    view.deleteLater()
    canvas.deleteLater()


def wooded(store, points=1):
    """Water, and two classes in the group "trees"."""
    for k, name in enumerate(("oak", "water", "pine")):
        store.add_class(name)
        for point in range(points):
            assert store.add_point(QgsPointXY(X + 100 * k + point, Y), UTM)
    assert store.group_classes(["oak", "pine"], "trees") == "trees"


def said(store):
    return " ".join(f"{each.name}:{each.group}" if each.group else each.name for each in store.classes())


def everything(store):
    return said(store), store.values(), store.colours(), [(g.name, g.value, g.colour) for g in store.groups()]


def test_a_group_has_a_colour_and_a_value_for_life(store):
    wooded(store)
    assert said(store) == "oak:trees pine:trees water"
    (trees,) = store.groups()
    assert trees.value == 4 and trees.colour not in store.colours().values()
    store.rename_group("trees", "wood")
    store.recolour_group("wood", "#123456")
    store.group_classes(["oak", "pine"], "")
    assert store.groups() == [] and store.add_class("sand")
    assert store.values()["sand"] == 5
    store.group_classes(["pine"], "wood")
    assert [(g.name, g.value, g.colour) for g in store.groups()] == [("wood", 4, "#123456")]


def test_every_step_with_groups_can_be_undone_and_done_again(store):
    wooded(store)
    seen = [everything(store)]
    for step in (
        lambda: store.rename_group("trees", "wood"),
        lambda: store.recolour_group("wood", "#123456"),
        lambda: store.move_classes(["water"], 0),
        lambda: store.move_classes(["water"], 1, "wood"),
        lambda: store.group_classes(["oak"], None),
        lambda: store.merge_classes(["oak", "pine"], "pine"),
        lambda: store.remove_class("pine"),
    ):
        assert step() is not None
        seen.append(everything(store))
    for state in reversed(seen[:-1]):
        store.undo()
        assert everything(store) == state
    for state in seen[1:]:
        store.redo()
        assert everything(store) == state
    assert store.problems == []


def test_a_class_that_is_called_as_a_group_is_in_it(store):
    wooded(store)
    store.add_class("trees")
    assert said(store) == "oak:trees pine:trees trees:trees water"
    assert store.group_classes(["trees"], "") is None and "rename" in store.problems[0]
    assert not store.rename_group("trees", " ")
    store.group_classes(["water"], "wet")
    assert not store.rename_group("wet", "trees") and "already" in store.problems[-1]


def test_maps_show_groups_where_the_user_asks_for_them(store, tmp_path):
    wooded(store)
    assert (store.level(), [each.name for each in store.mapped()]) == (CLASS, ["oak", "pine", "water"])
    store.set_level(GROUP)
    assert [each.name for each in store.mapped()] == ["trees", "water"] and store.is_ready()
    fields = PreviewFiles(store).request_fields()
    assert fields["field"] == GROUP and fields["values"] == {"trees": 4, "water": 2}
    assert labels_file.read_legend(fields["labels"]).groups[0].name == "trees"

    store.group_classes(["water"], "trees")
    assert not store.is_ready()
    store.group_classes(["oak", "pine", "water"], "")
    assert store.level() == CLASS and store.is_ready()


def test_the_labels_of_a_map_of_groups_keep_the_colours_of_their_classes(store, tmp_path):
    wooded(store)
    path = tmp_path / "map_labels.gpkg"
    map_request.write_labels(store, path)
    report = {"request": {"labels": str(path)}, "classes": [{"name": "trees", "colour": "#000000"}]}
    (layer,) = map_request.label_layers(report)
    shown = {c.value(): c.symbol().color().name().upper() for c in layer.renderer().categories() if c.value()}
    assert shown == store.colours()


def test_a_project_keeps_groups_and_what_maps_show(store, project, tmp_path):
    wooded(store)
    store.recolour_group("trees", "#123456")
    store.set_level(GROUP)
    before = everything(store)
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert store.groups() == [] and store.level() == CLASS
    project.read(str(tmp_path / "p.qgz"))
    assert everything(store) == before and store.level() == GROUP and not project.isDirty()
    project.clear()
    store.add_classes(store.last_classes())
    assert everything(store) == before


def test_the_file_of_labels_keeps_the_legend_as_it_is_drawn(store, project, tmp_path):
    wooded(store)
    path = store.path()
    assert labels_file.read_legend(path).rows() == store.legend().rows()
    store.rename_class("oak", 'l\'"été"')
    store.remove_class("pine")
    assert labels_file.read_legend(path).rows() == store.legend().rows()
    store.undo()
    project.write(str(tmp_path / "p.qgz"))
    assert labels_file.read_legend(store.path()).rows() == store.legend().rows() and store.path() != path
    assert QgsVectorLayer(f"{store.path()}|layername=classes", "again", "ogr").featureCount() == 3


def test_a_layer_of_such_a_file_brings_its_legend_along(store, project, tmp_path):
    wooded(store)
    store.move_classes(["water"], 0)
    before = everything(store)
    labels_file.snapshot(store.layers(), store.field(), tmp_path / "labels.gpkg", legend=store.legend())
    project.clear()
    layer = QgsVectorLayer(f"{tmp_path / 'labels.gpkg'}|layername=labels", "labels", "ogr")
    project.addMapLayer(layer)
    store.use_layer(layer, "class")
    assert everything(store) == before


@pytest.mark.parametrize(
    "harm",
    ["UPDATE classes SET value = 3", "UPDATE classes SET value = NULL", "UPDATE classes SET value = 'x'",
     "DROP TABLE classes", "ALTER TABLE classes RENAME COLUMN name TO title"],
)  # fmt: skip
def test_a_table_of_classes_that_is_none_is_passed_over(store, tmp_path, harm):
    wooded(store)
    path = tmp_path / "labels.gpkg"
    map_request.write_labels(store, path)
    with sqlite3.connect(str(path)) as file:
        file.execute(harm)
    file.close()
    assert labels_file.read_legend(path).classes == ()
    assert labels_file.read_legend(tmp_path / "nothing.gpkg").classes == ()


@pytest.mark.parametrize("ending", ["csv", "qml"])
def test_exchanged_lists_keep_groups(store, project, tmp_path, ending):
    wooded(store)
    store.recolour_group("trees", "#123456")
    path = tmp_path / f"classes.{ending}"
    class_files.write(path, store.legend())
    before = everything(store)
    project.clear()
    assert store.add_classes(class_files.read(path))
    assert everything(store) == before
    store.undo()
    assert store.classes() == [] and store.groups() == []


def test_a_style_of_labels_tells_groups(store, tmp_path):
    wooded(store)
    class_files.write(tmp_path / "labels.qml", store.legend(), of_map=False)
    rows = class_files.read(tmp_path / "labels.qml")
    assert [(row.name, row.group) for row in rows] == [("oak", "trees"), ("pine", "trees"), ("water", "")]


def test_an_import_puts_classes_that_are_there_into_their_groups(store, tmp_path):
    for name in ("oak", "water"):
        store.add_class(name)
    (tmp_path / "c.csv").write_text("name,group,group_value\noak,trees,77\nelm,trees,\n")
    store.add_classes(class_files.read(tmp_path / "c.csv"))
    assert said(store) == "oak:trees elm:trees water"
    assert [(each.name, each.value) for each in store.groups()] == [("trees", 77)]


# --- the list


def names_shown(view):
    table, found = view.table, []
    for row in range(table.topLevelItemCount()):
        item = table.topLevelItem(row)
        found.append(item.text(NAME))
        found += [item.child(k).text(NAME) for k in range(item.childCount()) if item.isExpanded()]
    return found


def click(view, item, column=NAME):
    QApplication.processEvents()  # the list becomes as high as its rows
    place = QPoint(view.table.header().sectionPosition(column) + 20, view.table.visualItemRect(item).center().y())
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_who_makes_no_groups_sees_none(store, view):
    store.add_class("water")
    assert names_shown(view) == ["water"] and not view.table.rootIsDecorated()


def test_groups_are_shown_as_a_tree_and_can_be_folded(store, view):
    wooded(store, points=2)
    assert names_shown(view) == ["trees", "oak", "pine", "water"] and view.table.rootIsDecorated()
    trees = view.table.group_item("trees")
    assert trees.text(COUNT) == "4 points"
    assert [view.table.class_item(name).text(KEY) for name in ("oak", "pine", "water")] == ["1", "2", "3"]

    store.set_current("pine")
    QTest.keyClick(view.table, Qt.Key.Key_Left)
    assert names_shown(view) == ["trees", "water"]
    assert view.table.currentItem() is trees and trees.text(COUNT) == "pine · 4 points"
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert store.current() == "water" and trees.text(COUNT) == "4 points"
    QTest.keyClick(view.table, Qt.Key.Key_Up)
    assert store.current() == "oak"
    QTest.keyClick(view.table, Qt.Key.Key_Right)
    assert view.table.currentItem() is view.table.class_item("oak")
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Up)
    assert store.current() == "pine"  # the row of an open group is passed over


def test_the_row_of_a_group_selects_its_classes(store, view):
    wooded(store)
    store.set_current("water")
    click(view, view.table.group_item("trees"))
    assert view.table.selected_classes() == ["oak", "pine"] and store.current() == "oak"
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said(store) == "water oak:trees pine:trees"
    assert view.table.selected_classes() == ["oak", "pine"]


def test_the_menu_makes_groups_and_takes_classes_out(store, view):
    for name in ("oak", "water", "pine"):
        store.add_class(name)
    click(view, view.table.class_item("oak"))
    view.table.class_item("pine").setSelected(True)
    view.menu.refresh()
    view.menu.group.actions()[0].trigger()
    assert said(store) == "oak:group 1 pine:group 1 water"
    editor = next(reversed(view.table.findChildren(QLineEdit)))
    editor.setText("trees")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert said(store) == "oak:trees pine:trees water"
    click(view, view.table.class_item("water"))
    view.menu.refresh()
    entries = {action.text(): action for action in view.menu.group.actions()}
    assert list(entries) == ["&New group", "trees"]
    entries["trees"].trigger()
    assert said(store) == "oak:trees pine:trees water:trees"
    view.menu.refresh()
    {action.text(): action for action in view.menu.group.actions()}["N&o group"].trigger()
    assert said(store) == "oak:trees pine:trees water"


def test_a_name_that_a_group_cannot_have_is_put_back(store, view):
    wooded(store)
    view.table.group_item("trees").setText(NAME, "")
    assert view.table.group_item("trees").text(NAME) == "trees" and view.status.kind == "bad"
