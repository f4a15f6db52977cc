"""A map is cleaned up from the dock: what the dialog asks for, and the whole way with the real engine."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsPalettedRasterRenderer
from qgis.PyQt.QtWidgets import QDialogButtonBox

from ofa_qgis.gui.map.clean_dialog import CleanDialog, Wishes, merges
from ofa_qgis.gui.map.clean_row import CleanRow
from ofa_qgis.layers import results
from tests.fakes.for_the_dock import LONG_MS

CLASSES = [
    {"name": "wheat", "value": 1, "colour": "#E69F00"},
    {"name": "maize", "value": 2, "colour": "#009E73"},
    {"name": "water", "value": 3, "colour": "#0072B2"},
]
RUN_MS = 90_000


@pytest.fixture
def add_map(write_scene, project):
    """A function that adds a map of three classes with one speck of water, in the group of its scene."""

    def add(name="map.tif", epsg=32633):
        classes = np.ones((1, 40, 40), np.uint8)
        classes[:, :, 20:] = 2
        classes[:, 25:] = 3
        classes[:, 5, 5] = 3
        names = {f"CLASS_{each['value']}": each["name"] for each in CLASSES}
        path = str(write_scene(classes, name=name, nodata=0, epsg=epsg, tags=names))
        results.add({"map": path}, {"classes": CLASSES}, "fields")
        return next(layer for layer in project.mapLayers().values() if Path(layer.source()) == Path(path))

    return add


@pytest.fixture
def row(qgis_app, real_engine, project, qtbot):
    made = CleanRow()
    qtbot.addWidget(made)
    yield made
    made.tear_down()


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_classes_that_become_the_same_are_merged():
    rows = [(1, "wheat", "crops"), (2, "maize", " crops "), (3, "water", ""), (4, "mud", "shore"), (5, "a+b", "a+b")]
    assert merges(rows) == {"crops": "1+2", "shore": "4"}
    assert merges([(1, "wheat", "wheat"), (2, "maize", "wheat")]) == {"wheat": "1+2"}


def test_the_dialog_asks_for_what_the_map_can_have(add_map, qtbot):
    first, second = add_map(), add_map("flat.tif", epsg=None)
    dialog = CleanDialog([("first", first), ("flat", second)], second.id())
    qtbot.addWidget(dialog)
    units = lambda: [dialog.unit.itemData(k) for k in range(dialog.unit.count())]  # noqa: E731
    assert units() == ["px"], "nobody knows how large a pixel is"
    dialog.maps.setCurrentIndex(0)
    assert units() == ["px", "ha", "m2"]
    dialog.unit.setCurrentIndex(1)
    dialog.area.setValue(0.25)
    assert dialog.wishes() == Wishes("0.25ha")
    dialog.area.setValue(0)
    assert not ok(dialog).isEnabled(), "nothing is asked for"
    (_, _, wheat), *_ = dialog._rows
    wheat.setEditText("maize")
    assert ok(dialog).isEnabled() and dialog.wishes() == Wishes(merge={"maize": "1+2"})
    dialog.polygons.setChecked(True)
    assert dialog.smooth.isEnabled() and dialog.wishes().smooth
    told = []
    dialog.wanted.connect(lambda *given: told.append(given))
    ok(dialog).click()
    assert told == [(first.id(), Wishes("", {"maize": "1+2"}, True, True))]


def test_a_cleaned_map_comes_above_its_map_in_the_same_group(row, add_map, project, qtbot):
    layer = add_map()
    before = Path(layer.source()).read_bytes()
    results.style_classes(layer, [*CLASSES[:2], {**CLASSES[2], "colour": "#123456"}])  # the user's own colour
    qtbot.waitUntil(lambda: not row.isHidden(), timeout=LONG_MS)
    row.ask()
    assert row.dialog.maps.currentData() == layer.id()
    row.dialog.area.setValue(4)
    row.dialog._rows[0][2].setEditText("crops")
    row.dialog._rows[1][2].setEditText("crops")
    row.dialog.polygons.setChecked(True)
    ok(row.dialog).click()
    assert row.line.task is not None and not row.button.isEnabled()
    qtbot.waitUntil(lambda: row.line.task is None, timeout=RUN_MS)
    assert "map_clean.tif is in the project" in row.line.note.said
    (group,) = project.layerTreeRoot().findGroups()
    polygons, made, source = (node.layer() for node in group.children())
    assert source is layer and Path(layer.source()).read_bytes() == before
    assert made.name() == "cleaned map" and Path(made.source()).name == "map_clean.tif"
    assert isinstance(made.renderer(), QgsPalettedRasterRenderer)
    assert {each.value: each.label for each in made.renderer().classes()} == {1: "crops", 3: "water"}
    assert [each.color.name() for each in made.renderer().classes()] == ["#e69f00", "#123456"], "as the map shows them"
    block = made.dataProvider().block(1, made.extent(), 40, 40)
    assert {block.value(5, 5), block.value(0, 30)} == {1.0} and block.value(30, 0) == 3, "the speck is gone"
    assert polygons.isValid() and polygons.featureCount() == 2
    assert made.customProperty(results.RESULT) and '"clean"' in made.metadata().history()[-1]


def test_a_wish_that_cannot_be_met_is_told_in_one_line_and_leaves_nothing(row, add_map, project, qtbot):
    layer = add_map()
    row.clean(layer.id(), Wishes(merge={"crops": "1+9"}))
    qtbot.waitUntil(lambda: row.line.task is None, timeout=RUN_MS)
    assert row.line.note.kind == "bad" and "no class 9" in row.line.note.said and "--" not in row.line.note.said
    assert not Path(layer.source()).with_name("map_clean.tif").exists() and row.button.isEnabled()


def test_the_row_is_there_with_a_map_and_gone_without(qgis_app, add_map, project, qtbot):
    row = CleanRow()
    qtbot.addWidget(row)
    assert row.isHidden()
    add_map()
    qtbot.waitUntil(lambda: not row.isHidden(), timeout=LONG_MS)
    project.clear()
    qtbot.waitUntil(row.isHidden, timeout=LONG_MS)
    row.tear_down()


def test_a_run_whose_project_was_closed_says_where_the_map_is(row, add_map, project, qtbot):
    layer = add_map()
    row.clean(layer.id(), Wishes("4px"))
    project.clear()
    qtbot.waitUntil(lambda: row.line.task is None, timeout=RUN_MS)
    assert "map_clean.tif" in row.line.note.said and not project.mapLayers()
