"""The current class is the one that the list shows, and the next label gets it, whatever was done before."""

import random

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

from ofa_qgis.gui.classes.class_table import NAME
from ofa_qgis.gui.classes.classes_view import ClassesView
from ofa_qgis.gui.labels.label_store import LabelStore

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
NAMES = ("water", "forest", "crops", "10", "20", "l'été")
SEEDS, STEPS = range(8), 50


def last_editor(view):
    """The one that is open; those before it may not have been deleted yet."""
    return next(reversed(view.table.findChildren(QLineEdit)), None)


class Hands:
    """A user who does anything, in any order."""

    def __init__(self, view, store, folder, seed):
        self.view, self.store, self.folder = view, store, folder
        self.chance = random.Random(seed)
        self.told = []

    def some_class(self):
        return self.chance.choice([each.name for each in self.store.classes()] or [""])

    def add(self):
        self.view.add.click()
        editor = last_editor(self.view)
        if editor is not None and self.chance.random() < 0.7:
            editor.setText(self.chance.choice(NAMES))  # QTest types ASCII only
            QTest.keyClick(editor, Qt.Key.Key_Return)

    def rename(self):
        if self.view.table.rowCount():
            row = self.chance.randrange(self.view.table.rowCount())
            self.view.table.item(row, NAME).setText(self.chance.choice(NAMES))

    def remove(self):
        self.view.remove.click()

    def undo(self):
        self.store.undo()

    def redo(self):
        self.store.redo()

    def recolour(self):
        self.store.recolour_class(self.some_class(), f"#{self.chance.randrange(1 << 24):06x}")

    def reorder(self):
        self.view.table.move(self.chance.choice((-1, 1)))

    def merge(self):
        self.store.merge_classes([self.some_class(), self.some_class()], self.some_class())

    def press_a_digit(self):
        QTest.keyClick(self.view.table, Qt.Key.Key_1 + self.chance.randrange(9))

    def select(self):
        if self.view.table.rowCount():
            self.view.table.setCurrentCell(self.chance.randrange(self.view.table.rowCount()), NAME)

    def select_more(self):
        if self.view.table.rowCount():
            row = self.chance.randrange(self.view.table.rowCount())
            place = self.view.table.visualItemRect(self.view.table.item(row, NAME)).center()
            keys = self.chance.choice((Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier))
            QTest.mouseClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, keys, place)

    def label(self):
        self.store.add_point(QgsPointXY(self.chance.random(), 0), UTM)

    def edit_the_layer(self):
        for layer in self.store.layers()[:1]:
            with_edits = layer.isEditable() or layer.startEditing()
            for feature in list(layer.getFeatures())[:1] if with_edits else ():
                column = layer.fields().lookupField(self.store.field())
                layer.changeAttributeValue(feature.id(), column, self.chance.choice(NAMES[3:5]))
            if self.store.is_own():
                layer.commitChanges()

    def change_the_layer(self):
        if not self.store.is_own():
            self.store.use_own()
            return
        layer = QgsVectorLayer("Point?crs=EPSG:32633&field=kind:string(30)", "mine", "memory")
        for value in self.chance.sample(NAMES, 3):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([value])
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(0, 0)))
            layer.dataProvider().addFeatures([feature])
        QgsProject.instance().addMapLayer(layer)
        self.store.use_layer(layer, "kind")

    def open_the_project_again(self):
        if self.store.is_own():  # a layer in memory does not come back
            path = str(self.folder / "p.qgz")
            QgsProject.instance().write(path)
            QgsProject.instance().read(path)

    def new_project(self):
        QgsProject.instance().clear()


DEEDS = [name for name in vars(Hands) if name not in ("some_class", "told") and not name.startswith("_")]


def check(hands):
    """The list, the store, the tools and the pointer agree; values are distinct; the next label is of that class."""
    store, table = hands.store, hands.view.table
    names = list(store.colours())
    shown = [table.item(row, NAME).text() for row in range(table.rowCount())]
    assert shown == names
    values = list(store.values().values())
    assert len(set(values)) == len(values) and all(0 <= value <= 255 for value in values)
    if not names:
        assert store.current() is None
        return
    assert names[table.currentRow()] == store.current()
    assert table.currentRow() in table.selected_rows()
    assert hands.view.point_tool.tag.name == hands.view.polygon_tool.tag.name == store.current()
    before = store.counts()
    wanted = store.current()
    if store.add_point(QgsPointXY(1, 1), UTM):
        grown = [name for name, pair in store.counts().items() if sum(pair) > sum(before.get(name, (0, 0)))]
        assert grown == [wanted]
        assert store.undo()


@pytest.fixture
def hands(project, tmp_path):
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(UTM)
    store = LabelStore()
    view = ClassesView(canvas, store)
    view.resize(340, 400)
    view.show()
    yield lambda seed: Hands(view, store, tmp_path, seed)
    view.tear_down()
    store.tear_down()
    for thing in (view, store, canvas):
        thing.deleteLater()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_current_class_is_what_the_list_shows_after_anything(hands, qgis_app, seed):
    user = hands(seed)
    done = []
    for _ in range(STEPS):
        done.append(user.chance.choice(DEEDS))
        getattr(user, done[-1])()
        qgis_app.processEvents()
        try:
            check(user)
        except AssertionError as error:
            raise AssertionError(f"after {done[-6:]}: {error}") from error


def test_a_class_that_was_named_is_the_current_one(hands, qgis_app):
    user = hands(0)
    for name in ("water", "forest"):
        user.view.add.click()
        editor = last_editor(user.view)
        QTest.keyClicks(editor, name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qgis_app.processEvents()
    assert user.store.current() == "forest" and user.view.table.selected_classes() == ["forest"]
