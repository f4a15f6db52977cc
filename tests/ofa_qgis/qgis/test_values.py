"""The page Values: numbers that are typed or stand in a field, their map and its interval, and what can go wrong."""

import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QLocale, Qt

from ofa_qgis.engine import task
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.gui.values.value_points import number_of
from ofa_qgis.gui.values.values_page import ValuesTab
from ofa_qgis.layers import raster_layers, results
from tests.fakes.for_the_dock import CRS, LEFT, TOP, write_scene  # noqa: F401

BANDS = ("B02", "B03", "B04", "B08")
SIDE = 60
RUN_MS = 240_000


@pytest.fixture
def page(project, real_engine, write_scene, qtbot):  # noqa: F811
    """Over a scene whose last band rises to the east; its lower right corner has no data."""
    pixels = np.random.default_rng(1).integers(100, 200, (len(BANDS), SIDE, SIDE))
    pixels[3] += 20 * np.arange(SIDE)
    pixels[:, 50:, 50:] = 0
    layer = QgsRasterLayer(str(write_scene(pixels.astype(np.uint16), BANDS, nodata=0)), "slope")
    project.addMapLayer(layer)
    raster_layers.remember(layer, "sentinel-2", {}, "dn")
    scene, store, canvas = ChosenScene(), LabelStore(), QgsMapCanvas()
    canvas.resize(300, 300)
    canvas.setDestinationCrs(CRS)
    canvas.setExtent(layer.extent())
    made = ValuesTab(scene, store, canvas)
    made.scene, made.canvas = scene, canvas
    for widget in (canvas, made):
        qtbot.addWidget(widget)
    assert not made.type.isEnabled() and made.why.said, "no layer is chosen"
    scene.set_layer(layer)
    qtbot.waitUntil(lambda: scene.is_ready, timeout=RUN_MS)
    yield made
    for part in (made, scene, store):
        part.tear_down()
    task.remove_session()


def place(col, row):
    return QgsPointXY(LEFT + 10 * col + 5, TOP - 10 * row - 5)


def click(page, where, qtbot, button=Qt.MouseButton.LeftButton):
    pixel = page.canvas.getCoordinateTransform().transform(where).toQPointF().toPoint()
    qtbot.mouseClick(page.canvas.viewport(), button, pos=pixel)


def typed(page, where, text, qtbot):
    click(page, where, qtbot)
    page.tool.field.setText(text)
    qtbot.keyClick(page.tool.field, Qt.Key.Key_Return)


def counted(page, count, qtbot):
    qtbot.waitUntil(lambda: len(page.points.numbers()) == count and not page._soon.isActive(), timeout=5000)
    return page.count.said


def test_numbers_are_typed_on_the_map_and_taken_back(page, qtbot):
    page.type.click()
    assert page.canvas.mapTool() is page.tool and page.layer.currentLayer() is None
    typed(page, place(10, 10), "2.5", qtbot)
    layer = page.layer.currentLayer()
    assert layer is page.points.layer and page.field.currentField() == "value" and page.tool.field.isHidden()
    typed(page, place(20, 10), "abc", qtbot)
    assert "abc" in page.tool.tag.word and not page.tool.field.isHidden(), "what was typed can be mended"
    page.tool.field.setText("-7")
    click(page, place(30, 10), qtbot)  # it counts when the next place is clicked
    assert sorted(page.points.numbers()) == [-7, 2.5] and not page.tool.field.isHidden()
    qtbot.keyClick(page.tool.field, Qt.Key.Key_Escape)
    assert page.tool.field.isHidden() and counted(page, 2, qtbot) == "Points: 2, from -7 to 2.5"
    assert "2 unsaved edits" in page.unsaved.said
    click(page, place(10, 10), qtbot, Qt.MouseButton.RightButton)
    assert page.points.numbers() == [-7]
    page.tool.undo()
    assert sorted(page.points.numbers()) == [-7, 2.5]
    for row, col in ((55, 55), (-5, 10)):  # without data; beside the layer
        page.tool.drop()
        click(page, place(col, row), qtbot)
        assert page.tool.field.isHidden()
    assert layer.commitChanges() and counted(page, 2, qtbot) and not page.unsaved.said


def test_the_map_of_a_field_comes_with_its_interval_and_its_scores(page, project, qtbot, tmp_path):
    points = QgsVectorLayer("Point?crs=EPSG:32633&field=height:double&field=name:string", "trees", "memory")
    chance = np.random.default_rng(2)
    for col, row in chance.integers(0, SIDE - 12, (40, 2)):
        feature = QgsFeature(points.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(place(int(col), int(row))))
        feature["height"] = float(col) / 2
        points.dataProvider().addFeature(feature)
    project.addMapLayer(points)
    page.layer.setLayer(points)
    assert page.field.currentField() == "height", "text is no number"
    counted(page, 40, qtbot)
    page.type.click()
    click(page, place(30, 30), qtbot)
    page.tool.field.setText("15")
    page.button.click()
    qtbot.waitUntil(lambda: page.line.task is None, timeout=RUN_MS)
    assert page.line.note.kind == "ok", page.line.note.said
    (group,) = [each for each in project.layerTreeRoot().findGroups() if each.name().startswith("slope")]
    values, upper, lower, unlike = (node.layer() for node in group.children())
    assert [node.itemVisibilityChecked() for node in group.children()] == [True, False, False, False]
    assert unlike.name() == "unlike all points"
    assert values.name() == "height" and all(each.customProperty(results.RESULT) for each in (values, upper, unlike))
    ends = [(each.renderer().classificationMin(), each.renderer().classificationMax()) for each in (values, upper)]
    assert ends[0] == ends[1] and upper.renderer().band() == 2 and lower.renderer().band() == 1
    at = place(24, 24)
    low, middle, high = (
        each.dataProvider().sample(at, band)[0] for each, band in ((lower, 1), (values, 1), (upper, 2))
    )
    assert low < middle < high and middle == pytest.approx(12, abs=4)
    r2 = float(re.match(r"R² (-?[\d.]+)", page.summary.said).group(1))
    assert r2 > 0.8 and not page._result.isHidden() and Path(page._outputs["html"]).is_file()
    kept = QgsVectorLayer(str(results.companions(Path(values.source()))["labels"]), "kept", "ogr")
    assert kept.fields().field("height").isNumeric() and kept.featureCount() == 41, "what was typed counts"


def test_too_few_points_are_told_and_leave_nothing(page, qtbot):
    page.points.add(place(10, 10), CRS, 1.0)
    counted(page, 1, qtbot)
    folder = Path(page.scene.source.path).parent
    before = sorted(folder.iterdir())
    page.button.click()
    qtbot.waitUntil(lambda: page.line.task is None, timeout=RUN_MS)
    assert page.line.note.kind == "bad" and "--" not in page.line.note.said
    assert sorted(folder.iterdir()) == before


def test_a_layer_that_goes_away_and_a_closed_project_leave_a_usable_page(page, project, qtbot):
    page.points.add(place(10, 10), CRS, 1.0)
    layer = page.points.layer
    layer.commitChanges()
    project.removeMapLayer(layer.id())
    qtbot.waitUntil(lambda: not page.button.isEnabled(), timeout=5000)
    page.type.click()
    typed(page, place(20, 20), "3", qtbot)
    assert page.points.numbers() == [3], "new points"
    page.points.layer.rollBack()
    project.clear()
    assert page.points.numbers() == [] and not page.type.isEnabled()


def test_a_layer_without_numbers_is_told_and_new_points_help(page, project):
    names = QgsVectorLayer("Point?crs=EPSG:32633&field=name:string", "names", "memory")
    project.addMapLayer(names)
    page.layer.setLayer(names)
    page._refresh()
    assert "names" in page.why.said and not page.type.isEnabled() and not page.button.isEnabled()
    page.layer.setLayer(None)
    page._refresh()
    assert not page.why.said and page.type.isEnabled()


def test_a_number_is_read_as_the_user_writes_it():
    assert number_of("1.5") == 1.5 and number_of(" -2e3 ") == -2000
    assert number_of("") is None and number_of("nan") is None and number_of("1,5,5") is None
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert number_of("1,5") == 1.5 and number_of("1.5") == 1.5
    finally:
        QLocale.setDefault(QLocale.c())


def test_a_field_of_whole_numbers_takes_no_other(page, project):
    points = QgsVectorLayer("Point?crs=EPSG:32633&field=count:integer", "counts", "memory")
    project.addMapLayer(points)
    page.layer.setLayer(points)
    assert "whole" in page.points.add(place(10, 10), CRS, 1.5) and page.points.add(place(10, 10), CRS, 2.0) == ""
    assert page.points.numbers() == [2]
    assert QgsProject.instance().mapLayer(points.id()).isEditable()
    points.rollBack()
