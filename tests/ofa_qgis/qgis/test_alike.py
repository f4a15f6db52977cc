"""The page Find: examples, what is in sight, the threshold as a style, the whole layer and its hits."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

from ofa_qgis.engine import task
from ofa_qgis.gui.alike.alike_page import AlikeTab
from ofa_qgis.gui.alike.alike_request import MOST_VIEW_PX, view_of
from ofa_qgis.gui.alike.examples import Examples, moved
from ofa_qgis.gui.dock import FIND, MAP
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.gui.preview.preview_layer import preview_ids
from ofa_qgis.layers import raster_layers, results
from tests.fakes.for_the_dock import CRS, LEFT, LONG_MS, TOP, write_scene

BANDS = ("B02", "B03", "B04", "B08")
SIDE = 60
RUN_MS = 120_000
WEST, EAST = QgsPointXY(LEFT + 105, TOP - 305), QgsPointXY(LEFT + 505, TOP - 305)


@pytest.fixture
def scene(project, real_engine, write_scene, qtbot):
    """Two halves that differ in one band; the lower right corner has no data."""
    pixels = np.random.default_rng(1).integers(100, 200, (len(BANDS), SIDE, SIDE))
    pixels[3, :, SIDE // 2 :] += 3000
    pixels[:, 50:, 50:] = 0
    layer = QgsRasterLayer(str(write_scene(pixels.astype(np.uint16), BANDS, nodata=0)), "halves")
    project.addMapLayer(layer)
    raster_layers.remember(layer, "sentinel-2", {}, "dn")
    made = ChosenScene()
    made.set_layer(layer)
    qtbot.waitUntil(lambda: made.is_ready, timeout=RUN_MS)
    yield made
    made.tear_down()
    task.remove_session()


@pytest.fixture
def page(scene, qtbot):
    canvas = QgsMapCanvas()
    canvas.resize(300, 300)
    canvas.setDestinationCrs(CRS)
    canvas.setExtent(scene.layer.extent())
    made = AlikeTab(scene, canvas)
    made.kept = canvas
    for widget in (canvas, made):
        qtbot.addWidget(widget)
    made.enter()
    yield made
    made.tear_down()


def value_at(layer, place):
    value, found = layer.dataProvider().sample(place, 1)
    return value if found else None


def alpha_at(layer, value):
    """How much of a value is painted."""
    shader = layer.renderer().shader().rasterShaderFunction()
    return shader.shade(value)[4]


def seen(page, qtbot):
    qtbot.waitUntil(lambda: page.shown.layer is not None and page.job is None, timeout=RUN_MS)
    return page.shown.layer


def mapped(page, qtbot):
    qtbot.waitUntil(lambda: page.line.task is None, timeout=RUN_MS)
    assert page.line.note.kind == "ok", page.line.note.said


def test_examples_are_places_of_the_layer_whatever_the_map_shows(scene):
    examples = Examples(scene)
    examples.follow_scene()
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    assert examples.add(moved(WEST, CRS, lonlat), lonlat, True) == ""
    assert examples.add(EAST, CRS, False) == ""
    ((x, y),) = examples.at
    assert (x, y) == pytest.approx((WEST.x(), WEST.y()), abs=0.01) and len(examples.unlike) == 1
    assert "no data here" in examples.add(QgsPointXY(LEFT - 500, TOP), CRS, True), "outside"
    assert "no data here" in examples.add(QgsPointXY(LEFT + 555, TOP - 555), CRS, True), "nodata"
    examples.remove_near(QgsPointXY(EAST.x() + 30, EAST.y()), CRS, 20)
    assert len(examples.places) == 2
    examples.remove_near(QgsPointXY(EAST.x() + 10, EAST.y()), CRS, 20)
    assert not examples.unlike and examples.at
    examples.undo()
    assert not examples.places
    examples.add(WEST, CRS, True)
    scene.set_layer(None)
    examples.follow_scene()
    assert not examples.places, "they go with their layer"


def test_what_is_in_sight_is_the_middle_of_a_large_view(project, tmp_path, qtbot):
    layer = QgsRasterLayer(str(write_scene(tmp_path / "large.tif", 1000)), "large")
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 300)
    canvas.setDestinationCrs(CRS)
    canvas.setExtent(layer.extent())
    (x0, y0, x1, y1), is_part = view_of(canvas, layer)
    assert is_part
    assert x1 - x0 == y1 - y0 == pytest.approx(MOST_VIEW_PX * 10)
    assert (x0 + x1) / 2 == pytest.approx(LEFT + 5000) and (y0 + y1) / 2 == pytest.approx(TOP - 5000)
    canvas.setExtent(QgsRectangle(LEFT + 100, TOP - 300, LEFT + 300, TOP - 100))
    (x0, _, x1, _), is_part = view_of(canvas, layer)
    assert not is_part and x0 >= LEFT and x1 - x0 < MOST_VIEW_PX * 10, "a small view as it is"


def test_what_is_below_the_threshold_is_clear_and_the_rest_keeps_its_colour(write_scene):
    layer = QgsRasterLayer(str(write_scene(np.ones((1, 4, 4), np.float32), name="s.tif")), "s")
    colours = set()
    for threshold in (0.0, 0.3, 0.62, 1.0):
        results.style_similarity(layer, threshold)
        assert alpha_at(layer, threshold - 0.01) == 0 and alpha_at(layer, threshold) == 255
        assert alpha_at(layer, 1.2) == 255, "values beyond 1 are hits as well"
        colours.add(tuple(layer.renderer().shader().rasterShaderFunction().shade(1.0)[1:4]))
    assert len(colours) == 1


def test_a_click_shows_what_is_alike_in_sight_and_the_slider_needs_no_run(page, scene, qtbot):
    assert page.like.isEnabled() and not page.whole.isEnabled()
    page.examples.add(WEST, CRS, True)
    layer = seen(page, qtbot)
    assert value_at(layer, QgsPointXY(LEFT + 155, TOP - 105)) > 0.8
    assert value_at(layer, QgsPointXY(LEFT + 455, TOP - 105)) < 0.5
    assert preview_ids() == [layer.id()], "it is not saved in the project"
    assert alpha_at(layer, 0.6) == 255
    first, asked = layer.source(), page._files._number
    page.slider.setValue(90)
    assert alpha_at(layer, 0.6) == 0 and page.value.text() == "0.90"
    page.look()
    assert page.job is None and page._files._number == asked and layer.source() == first, "nothing was asked"
    page.examples.add(EAST, CRS, False)
    qtbot.waitUntil(lambda: page.job is None and page.shown.layer.source() != first, timeout=RUN_MS)
    assert "counter-examples: 1" in page.count.said
    page.clear.click()
    assert page.shown.layer is None and not preview_ids() and not page.count.said


def test_the_whole_layer_and_its_hits_come_as_layers_and_another_threshold_maps_nothing_twice(
    page, scene, project, qtbot
):
    page.examples.add(WEST, CRS, True)
    page.map_whole()
    mapped(page, qtbot)
    (group,) = project.layerTreeRoot().findGroups()
    (node,) = group.children()
    made = node.layer()
    assert made.name() == "similarity" and Path(made.source()).name == "scene_similar.tif"
    assert made.customProperty(results.RESULT) and made.metadata().history()
    page.look()
    assert page.job is None and page.shown.layer is None, "what is in sight is part of it"
    page.slider.setValue(40)
    assert alpha_at(made, 0.39) == 0 and alpha_at(made, 0.41) == 255
    page.write_hits()
    mapped(page, qtbot)
    assert [each.layer().name() for each in group.children()] == ["hits", "similarity"]
    hits = group.children()[0].layer()
    assert Path(hits.source().split("|")[0]).name.endswith("_hits.gpkg") and hits.featureCount() >= 1
    assert hits.renderer().symbol().symbolLayer(0).brushStyle() == Qt.BrushStyle.NoBrush, "what is inside can be seen"
    scores = [feature["score"] for feature in hits.getFeatures()]
    assert min(scores) >= 0.4 and "Hits:" in page.line.note.said
    assert '"kind": "hits"' in hits.metadata().history()[-1], "from the map, without the scene"
    page.write_hits()
    mapped(page, qtbot)
    assert [each.layer().name() for each in group.children()] == ["hits", "hits (2)", "similarity"]
    folder = Path(made.source()).parent
    assert [path.name for path in folder.glob("*similar*.tif")] == ["scene_similar.tif"], "the map is not made twice"
    page.examples.add(EAST, CRS, False)
    assert not node.itemVisibilityChecked(), "it was made of other examples"


def test_hits_as_points_come_with_the_map_if_there_is_none(page, scene, project, qtbot):
    page.examples.add(WEST, CRS, True)
    page.hits_as.setCurrentIndex(1)
    page.write_hits()
    mapped(page, qtbot)
    (group,) = project.layerTreeRoot().findGroups()
    names = [each.layer().name() for each in group.children()]
    assert names == ["hits", "similarity"]
    assert group.children()[0].layer().geometryType() == 0


def test_a_run_can_be_cancelled_and_leaves_no_file(page, scene, qtbot):
    page.examples.add(WEST, CRS, True)
    page.map_whole()
    assert not page.whole.isEnabled()
    page.line.cancel()
    qtbot.waitUntil(lambda: page.line.task is None, timeout=RUN_MS)
    assert page.line.note.said == "Cancelled." and page.whole.isEnabled()
    assert not list(Path(scene.layer.source()).parent.glob("*similar*.tif"))


def test_without_a_layer_the_page_says_what_is_missing(project, qtbot):
    scene, canvas = ChosenScene(), QgsMapCanvas()
    page = AlikeTab(scene, canvas)
    for widget in (canvas, page):
        qtbot.addWidget(widget)
    assert "page Map" in page.why.said and not page.like.isEnabled() and not page.hits.isEnabled()
    page.tear_down()
    scene.tear_down()


def test_the_tool_is_given_back_with_the_page(open_dock, qtbot):
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    dock.tabs.setCurrentIndex(3)
    dock.alike.like.click()
    canvas = dock.iface.canvas
    assert canvas.mapTool() is dock.alike._tools[dock.alike.like] and dock.alike.like.isChecked()
    dock.alike.unlike.click()
    assert dock.alike.unlike.isChecked() and not dock.alike.like.isChecked()
    dock.tabs.setCurrentIndex(0)
    assert canvas.mapTool() is not dock.alike._tools[dock.alike.unlike] and not dock.alike.unlike.isChecked()
    assert not dock.alike.marks.is_on
    assert QgsProject.instance().mapLayers()


def test_the_preview_waits_while_the_page_find_is_in_front(open_dock, qtbot):
    dock, said = open_dock(), []
    dock.preview.waiting.connect(said.append)
    dock.tabs.setCurrentIndex(FIND)
    qtbot.waitUntil(lambda: said[-1:] == ["The preview goes on when you leave the page Find."])
    dock.tabs.setCurrentIndex(MAP)
    qtbot.waitUntil(lambda: said[-1] != "The preview goes on when you leave the page Find.")
