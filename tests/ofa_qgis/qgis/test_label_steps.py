"""Any order of clicks, changes of classes, undo and redo leaves what a list in Python would: shown and on disk."""

import gc
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import connect

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ofa_qgis.gui.labels.label_store import LabelStore

ROOT = Path(__file__).resolve().parents[3]
UTM = QgsCoordinateReferenceSystem("EPSG:32633")
X, Y = 500_000.0, 5_000_000.0
FAR_M, HALF_M = 100.0, 9.0  # between two labels; of a square
NAMES = ("water", "forest", "crops", "l'été", "10")
names, colours, picks = st.sampled_from(NAMES), st.sampled_from(("#112233", "#445566")), st.integers(0, 30)
WALK = settings(
    max_examples=12, stateful_step_count=40, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def place(number):
    return QgsPointXY(X + FAR_M * number, Y)


def square(number):
    x = place(number).x()
    return [
        QgsPointXY(x + dx, Y + dy)
        for dx, dy in ((-HALF_M, -HALF_M), (HALF_M, -HALF_M), (HALF_M, HALF_M), (-HALF_M, HALF_M))
    ]


@dataclass(frozen=True)
class Model:
    """Value, name and colour of the classes in order; place, whether a polygon, and class of each label."""

    classes: tuple = ()
    labels: frozenset = frozenset()

    def names(self):
        return [name for _, name, _ in self.classes]

    def without(self, gone):
        return replace(self, classes=tuple(each for each in self.classes if each[1] != gone))

    def relabelled(self, old, new):
        """All labels of a class get another one; None: they go."""
        kept = {label for label in self.labels if label[2] != old}
        given = {(number, polygon, new) for number, polygon, name in self.labels if name == old and new is not None}
        return replace(self, labels=frozenset(kept | given))


class Steps(RuleBasedStateMachine):
    """The store and a list of models, side by side. Subclasses say where the labels are."""

    polygons = True

    def __init__(self):
        super().__init__()
        QgsProject.instance().clear()
        self.store = LabelStore()
        self.past, self.at = [self.begin()], 0

    def begin(self):
        return Model()

    def teardown(self):
        self.store.tear_down()
        self.store.deleteLater()
        QgsProject.instance().clear()

    @property
    def model(self):
        return self.past[self.at]

    def step(self, after):
        """A step that can be taken back; what had been taken back is forgotten."""
        self.past = [*self.past[: self.at + 1], after]
        self.at += 1

    def name(self, pick):
        return self.model.names()[pick % len(self.model.classes)]

    @rule(name=names, colour=colours)
    def add_a_class(self, name, colour):
        known = name in self.model.names()
        assert self.store.add_class(name, colour) == (None if known else name)
        if not known:
            self.step(replace(self.model, classes=(*self.model.classes, (self.store.values()[name], name, colour))))

    @precondition(lambda self: self.model.classes)
    @rule(pick=picks, number=picks, polygon=st.booleans())
    def click(self, pick, number, polygon):
        polygon = polygon and self.polygons
        if number in {there for there, *_ in self.model.labels}:
            return
        self.store.set_current(self.name(pick))
        if polygon:
            assert self.store.add_polygon(square(number), UTM)
        else:
            assert self.store.add_point(place(number), UTM)
        self.step(replace(self.model, labels=self.model.labels | {(number, polygon, self.name(pick))}))

    @precondition(lambda self: self.model.labels)
    @rule(pick=picks)
    def remove_a_label(self, pick):
        label = sorted(self.model.labels)[pick % len(self.model.labels)]
        assert self.store.remove_near(place(label[0]), UTM, HALF_M)
        self.step(replace(self.model, labels=self.model.labels - {label}))

    @precondition(lambda self: self.model.classes)
    @rule(pick=picks, new=names)
    def rename_a_class(self, pick, new):
        old, known = self.name(pick), new in self.model.names()
        assert self.store.rename_class(old, new) == (old == new or not known)
        if not known:
            classes = tuple((value, new if name == old else name, colour) for value, name, colour in self.model.classes)
            self.step(replace(self.model.relabelled(old, new), classes=classes))

    @precondition(lambda self: self.model.classes)
    @rule(pick=picks, into=picks)
    def merge_two_classes(self, pick, into):
        one, other = self.name(pick), self.name(into)
        assert self.store.merge_classes([one, other], other) == (one != other)
        if one != other:
            self.step(self.model.relabelled(one, other).without(one))

    @precondition(lambda self: self.model.classes)
    @rule(pick=picks)
    def remove_a_class(self, pick):
        gone = self.name(pick)
        assert self.store.remove_class(gone)
        self.step(self.model.relabelled(gone, None).without(gone))

    @precondition(lambda self: self.model.classes)
    @rule(pick=picks, row=picks)
    def move_a_class(self, pick, row):
        classes, row = list(self.model.classes), row % (len(self.model.classes) + 1)
        moved = classes[pick % len(classes)]
        above, below = ([each for each in part if each != moved] for part in (classes[:row], classes[row:]))
        assert self.store.move_classes([moved[1]], row)
        if [*above, moved, *below] != classes:
            self.step(replace(self.model, classes=(*above, moved, *below)))

    @precondition(lambda self: self.model.classes)
    @rule(pick=picks, new=colours)
    def recolour_a_class(self, pick, new):
        chosen = self.name(pick)
        assert self.store.recolour_class(chosen, new)
        classes = tuple((value, name, new if name == chosen else old) for value, name, old in self.model.classes)
        self.step(replace(self.model, classes=classes))

    @rule()
    def undo(self):
        assert self.store.undo() == (self.at > 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self):
        assert self.store.redo() == (self.at < len(self.past) - 1)
        self.at = min(self.at + 1, len(self.past) - 1)

    @invariant()
    def the_store_shows_the_model(self):
        counts = Counter((name, polygon) for _, polygon, name in self.model.labels)
        assert shown(self.store) == list(self.model.classes)
        assert self.store.counts() == {name: (counts[name, False], counts[name, True]) for name in self.model.names()}
        assert (self.store.can_undo(), self.store.can_redo()) == (self.at > 0, self.at < len(self.past) - 1)


def shown(store):
    return [(each.value, each.name, each.colour) for each in store.classes()]


class OwnSteps(Steps):
    """Labels in the file that the plugin makes."""

    @invariant()
    def the_file_holds_the_model(self):
        if self.store.path() is None:
            assert not self.model.labels
            return
        assert on_disk(self.store.path()) == (list(self.model.classes), by_class(self.model.labels))

    @rule()
    def another_qgis_opens_the_project(self):
        again = LabelStore()
        assert shown(again) == list(self.model.classes) and again.counts() == self.store.counts()
        assert not again.can_undo()
        again.tear_down()
        again.deleteLater()


def on_disk(path):
    """Classes, and how many points and polygons of each, as another program reads them."""
    with closing(connect(path.as_uri() + "?mode=ro", uri=True)) as file:
        classes = file.execute("SELECT value, name, colour FROM classes ORDER BY fid").fetchall()
        found = [
            (kind, name) for kind in ("points", "polygons") for (name,) in file.execute(f"SELECT class FROM {kind}")
        ]
    return classes, Counter(found)


def by_class(labels):
    return Counter(("polygons" if polygon else "points", name) for _, polygon, name in labels)


def number_of(feature):
    return round((feature.geometry().asPoint().x() - X) / FAR_M)


class ChosenSteps(Steps):
    """Labels in a layer of the user, which QGIS's own tools edit and whose undo is QGIS's as well."""

    polygons = False

    def begin(self):
        self.layer = QgsVectorLayer("Point?crs=EPSG:32633&field=kind:string(30)", "mine", "memory")
        feature = QgsFeature(self.layer.fields())
        feature.setAttributes(["water"])
        feature.setGeometry(QgsGeometry.fromPointXY(place(99)))
        self.layer.dataProvider().addFeatures([feature])
        QgsProject.instance().addMapLayer(self.layer)
        assert self.store.use_layer(self.layer, "kind") and self.store.recolour_class("water", "#112233")
        self.layer.undoStack().clear()
        return Model(tuple(shown(self.store)), frozenset({(99, False, "water")}))

    @precondition(lambda self: len(self.model.classes) > 1 and self.model.labels)
    @rule(pick=picks, new=picks)
    def qgis_gives_a_label_another_class(self, pick, new):
        number, polygon, old = sorted(self.model.labels)[pick % len(self.model.labels)]
        if old == self.name(new):
            return
        assert self.layer.isEditable() or self.layer.startEditing()
        there = {number_of(each): each.id() for each in self.layer.getFeatures()}
        assert self.layer.changeAttributeValue(there[number], 0, self.name(new))
        QCoreApplication.processEvents()
        labels = (self.model.labels - {(number, polygon, old)}) | {(number, polygon, self.name(new))}
        self.step(replace(self.model, labels=labels))

    @precondition(lambda self: self.at > 0)
    @rule()
    def qgis_takes_a_step_back(self):
        self.layer.undoStack().undo()
        QCoreApplication.processEvents()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.past) - 1)
    @rule()
    def qgis_does_a_step_again(self):
        self.layer.undoStack().redo()
        QCoreApplication.processEvents()
        self.at += 1

    @invariant()
    def the_layer_holds_the_model(self):
        found = {(number_of(each), False, each["kind"]) for each in self.layer.getFeatures()}
        assert found == self.model.labels

    def teardown(self):
        self.layer.rollBack()
        super().teardown()


TestOwnSteps, TestChosenSteps = OwnSteps.TestCase, ChosenSteps.TestCase
TestOwnSteps.settings = TestChosenSteps.settings = WALK


@pytest.fixture
def store(project):
    store = LabelStore()
    yield store
    store.tear_down()
    store.deleteLater()


def test_labels_that_qgis_has_not_saved_yet_are_not_changed_in_the_file(store):
    store.problems = []
    store.failed.connect(store.problems.append)
    store.add_class("water")
    assert store.add_point(place(0), UTM)
    layer = store.layers()[0]
    layer.startEditing()
    drawn = QgsFeature(layer.fields())
    drawn.setGeometry(QgsGeometry.fromPointXY(place(1)))
    drawn["class"] = "water"
    layer.addFeature(drawn)
    assert not store.rename_class("water", "lake") and not store.remove_class("water")
    assert store.problems == [f"{layer.name()} has labels that are not saved: save its edits first."] * 2
    layer.commitChanges()
    assert store.rename_class("water", "lake")
    assert [each["class"] for each in QgsVectorLayer(layer.source(), "again").getFeatures()] == ["lake"] * 2


def test_undo_goes_through_clicks_and_changes_of_classes_in_turn(store):
    store.add_class("water", "#0000FF")
    store.add_point(place(1), UTM)
    store.rename_class("water", "lake")
    store.add_class("sea", "#0000AA")
    store.add_polygon(square(2), UTM)
    store.merge_classes(["sea"], "lake")
    store.add_point(place(3), UTM)
    store.remove_class("lake")
    assert (shown(store), store.counts()) == ([], {})

    seen = []
    while store.undo():
        seen.append(({name: sum(pair) for name, pair in store.counts().items()}, on_disk(store.path())[1].total()))

    assert seen == [
        ({"lake": 3}, 3), ({"lake": 2}, 2), ({"lake": 1, "sea": 1}, 2), ({"lake": 1, "sea": 0}, 1), ({"lake": 1}, 1),
        ({"water": 1}, 1), ({"water": 0}, 0), ({}, 0),
    ]  # fmt: skip
    while store.redo():
        pass
    assert (shown(store), store.counts(), on_disk(store.path())) == ([], {}, ([], Counter()))


def test_steps_of_a_layer_are_still_there_when_it_is_used_again(store, project):
    layer = QgsVectorLayer("Point?crs=EPSG:32633&field=kind:string(30)", "mine", "memory")
    project.addMapLayer(layer)
    store.use_layer(layer, "kind")
    store.add_class("water", "#0000FF")
    store.add_point(place(1), UTM)
    store.rename_class("water", "lake")
    store.recolour_class("lake", "#00FFFF")
    store.use_own()
    gc.collect()
    store.use_layer(layer, "kind")
    assert store.undo() and store.undo()
    assert (store.colours(), store.counts()) == ({"water": "#0000FF"}, {"water": (1, 0)})
    assert store.redo()
    store.use_own()
    store.add_class("rock", "#111111")
    layer.undoStack().undo()  # by QGIS, while other labels are in use
    QCoreApplication.processEvents()
    assert "rock" in store.colours() and "lake" in store.colours()
    store.use_layer(layer, "kind")
    assert (store.colours(), store.counts()) == ({"water": "#0000FF"}, {"water": (1, 0)})
    layer.rollBack()


KILLED = """
import json, os, signal, sys
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
application = QgsApplication([], False)
application.initQgis()
from ofa_qgis.gui.labels.label_store import LabelStore
store, utm = LabelStore(), QgsCoordinateReferenceSystem("EPSG:32633")
store.add_class("water", "#0000FF")
store.add_point(QgsPointXY(500_000, 5_000_000), utm)
assert QgsProject.instance().write(sys.argv[1])
store.rename_class("water", "lake")
store.add_class("forest", "#00FF00")
for k in range(3):
    store.add_point(QgsPointXY(500_010 + k, 5_000_000), utm)
store.merge_classes(["forest"], "lake")
store.undo()
store.undo()
print(json.dumps([[list(each) for each in store.counts().items()], store.colours(), store.values()]), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_qgis_that_is_killed_leaves_classes_and_labels_as_they_were_last_shown(store, project, tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "p.qgz")],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL
    counts, colours_shown, values = json.loads(ran.stdout)
    assert counts == [["lake", [1, 0]], ["forest", [2, 0]]]

    project.read(str(tmp_path / "p.qgz"))

    assert [[name, list(pair)] for name, pair in store.counts().items()] == counts
    assert (store.colours(), store.values()) == (colours_shown, values)
    assert not store.can_undo()
    store.set_current("forest")
    assert store.add_point(place(1), UTM) and store.counts()["forest"] == (3, 0)
