"""The page Change: two dates with a shift between them, with labels and without, and what can go wrong."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPalettedRasterRenderer, QgsPointXY, QgsRasterLayer

from ofa_qgis.engine import task
from ofa_qgis.gui.change.change_page import ChangeTab
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.layers import raster_layers, results
from tests.fakes.for_the_dock import LEFT, TOP, write_scene  # noqa: F401

BANDS = ("B02", "B03", "B04", "B08")
SIDE = 150
FELLED = slice(60, 90), slice(90, 120)
RUN_MS = 300_000


@pytest.fixture
def page(project, real_engine, write_scene, qtbot):  # noqa: F811
    """Two dates of fields; the later one lies three pixels further right, and one square of it was felled."""
    chance = np.random.default_rng(1)
    fields = np.kron(chance.integers(0, 2, (SIDE // 10, SIDE // 10)), np.ones((10, 10), int))
    first = np.stack([300 + 20 * chance.standard_normal(fields.shape) + step * fields for step in (100, 50, 300, 2000)])
    second = 0.9 * first + 10 * chance.standard_normal(first.shape)
    second[:, *FELLED] = 1500
    second = np.roll(second, 3, axis=2)
    made = []
    for name, pixels in (("before", first), ("after", second)):
        path = write_scene(pixels.clip(1).astype(np.uint16), BANDS, f"{name}.tif")
        made.append(QgsRasterLayer(str(path), name))
        project.addMapLayer(made[-1])
        raster_layers.remember(made[-1], "sentinel-2", {}, "dn")
    scene, store = ChosenScene(), LabelStore()
    found = ChangeTab(scene, store)
    found.scene, found.store, found.fields = scene, store, fields
    qtbot.addWidget(found)
    assert not found.button.isEnabled() and found.why.said
    scene.set_layer(made[0])
    qtbot.waitUntil(found.button.isEnabled, timeout=RUN_MS)
    assert [found.after.itemText(k) for k in range(found.after.count())] == ["after"]
    yield found
    for part in (found, scene, store):
        part.tear_down()
    task.remove_session()


def ran(page, qtbot):
    page.button.click()
    assert page.line.task is not None
    qtbot.waitUntil(lambda: page.line.task is None, timeout=RUN_MS)
    return page.line.note


def test_a_shift_is_told_and_mended_and_what_looks_changed_is_in_the_project(page, project, qtbot):
    assert not page.by_labels.isEnabled() and page.by_score.isChecked(), "there are no labels"
    page.align.setChecked(False)
    told = ran(page, qtbot)
    assert told.kind == "bad" and "3.0 pixels" in told.said and page.align.text() in told.said
    page.align.setChecked(True)
    page.polygons.setChecked(True)
    assert ran(page, qtbot).kind == "ok"
    assert "moved by" in page.shift.said and "%" in page.found.said
    (group,) = [each for each in project.layerTreeRoot().findGroups() if each.name().startswith("before")]
    polygons, change = (node.layer() for node in group.children())
    assert polygons.featureCount() > 0 and change.customProperty(results.RESULT)
    assert change.renderer().type() == "singlebandpseudocolor"
    at = QgsPointXY(LEFT + 10 * 105, TOP - 10 * 75)
    elsewhere = QgsPointXY(LEFT + 10 * 30, TOP - 10 * 75)
    assert change.dataProvider().sample(at, 1)[0] > 2 > change.dataProvider().sample(elsewhere, 1)[0]
    project.removeMapLayer(page.later().id())
    qtbot.waitUntil(lambda: not page.button.isEnabled(), timeout=5000)
    assert page.why.said


def test_with_labels_the_map_says_from_which_class_to_which(page, project, qtbot):
    chance = np.random.default_rng(3)
    inside = np.kron(np.ones((SIDE // 10,) * 2, int), np.pad(np.ones((6, 6), int), 2)).astype(bool)
    inside[:, 80:130] = False
    points = {}
    for value, name in ((0, "fallow"), (1, "crops")):
        places = chance.permutation(np.argwhere(inside & (page.fields == value)))[:15]
        points[name] = [QgsPointXY(LEFT + 10 * int(col) + 5, TOP - 10 * int(row) - 5) for row, col in places]
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    assert page.store.add_points({"crops": points["crops"]}, crs)
    assert not page.by_labels.isEnabled(), "one class is no change"
    assert page.store.add_points({"fallow": points["fallow"]}, crs)
    assert page.by_labels.isEnabled()
    assert page.rate.text() == "1 %"
    page.rate.setValue(0.025)
    assert page.rate.text() == "0.025 %" and page.rate.value() == 0.025
    page.by_labels.setChecked(True)
    assert not page.rate.isEnabled()
    assert ran(page, qtbot).kind == "ok", page.line.note.said
    (group,) = [each for each in project.layerTreeRoot().findGroups() if each.name().startswith("before")]
    change, confidence = (node.layer() for node in group.children())
    assert isinstance(change.renderer(), QgsPalettedRasterRenderer) and confidence.isValid()
    assert {"crops", "fallow"} <= {each.label for each in change.renderer().classes()}
    assert "crops" in page.found.said and Path(change.source()).with_name("before_change_table.csv").is_file()
    page.store.undo()
    page.store.undo()
    assert page.by_score.isChecked() and not page.by_labels.isEnabled()


def test_closing_the_project_while_it_compares_adds_nothing_to_the_next(page, project, qtbot):
    page.button.click()
    project.clear()
    qtbot.waitUntil(lambda: page.line.task is None, timeout=RUN_MS)
    assert not project.mapLayers() and not page.button.isEnabled()
