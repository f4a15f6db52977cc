"""A first map without labels: clusters get names in a table, and their points become labels in one step."""

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer

from ofa_qgis.engine import task
from ofa_qgis.gui.clusters.first_map import FirstMap
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.layers import raster_layers, results

BANDS = ("B02", "B03", "B04", "B08")
SIDE = 60
RUN_MS = 120_000


@pytest.fixture
def first_map(project, real_engine, write_scene, qtbot):
    """The widget over a scene of three stripes, with a store of no labels."""
    pixels = np.random.default_rng(1).integers(100, 200, (len(BANDS), SIDE, SIDE))
    pixels[3, :, 25:] += 3000
    pixels[0, :, 50:] += 2000
    layer = QgsRasterLayer(str(write_scene(pixels.astype(np.uint16), BANDS, nodata=0)), "stripes")
    project.addMapLayer(layer)
    raster_layers.remember(layer, "sentinel-2", {}, "dn")
    scene, store = ChosenScene(), LabelStore()
    made = FirstMap(scene, store)
    made.store, made.scene = store, scene
    qtbot.addWidget(made)
    assert made.isHidden(), "there is nothing to map"
    scene.set_layer(layer)
    qtbot.waitUntil(lambda: scene.is_ready, timeout=RUN_MS)
    yield made
    for part in (made, scene, store):
        part.tear_down()
    task.remove_session()


def clustered(first_map, qtbot, count=3):
    first_map.count.setValue(count)
    first_map.button.click()
    qtbot.waitUntil(lambda: first_map.line.task is None, timeout=RUN_MS)
    assert first_map.line.note.kind == "ok", first_map.line.note.said
    return first_map.layer


def colours(layer):
    return {each.value: (each.label, each.color.name(), each.color.alpha()) for each in layer.renderer().classes()}


def test_named_clusters_become_labels_that_can_be_taken_back(first_map, qtbot):
    store, table = first_map.store, first_map.table
    assert not first_map.isHidden() and not first_map._offer.isHidden() and first_map._naming.isHidden()
    layer = clustered(first_map, qtbot)
    assert layer.customProperty(results.RESULT) and layer.source().endswith("_clusters.tif")
    assert first_map._offer.isHidden() and table.rowCount() == 3 and not first_map.take.isEnabled()
    sizes = [int(table.item(row, 1).text().split(".")[0].split(",")[0]) for row in range(3)]
    assert sorted(sizes) == [16, 41, 41]
    before = colours(layer)
    wide = [row for row in range(3) if sizes[row] == 41]
    narrow = sizes.index(16)
    table.combo(wide[0]).setEditText("forest")
    assert not first_map.take.isEnabled(), "one class is no map"
    table.combo(wide[1]).setEditText("water ")
    table.combo(narrow).setEditText("forest")
    values = [table.clusters()[row].value for row in range(3)]
    assert colours(layer)[values[narrow]][:2] == colours(layer)[values[wide[0]]][:2], "merged: one name, one colour"
    table.selectRow(wide[1])
    alphas = {value: alpha for value, (_, _, alpha) in colours(layer).items()}
    assert alphas == {value: 255 if value == values[wide[1]] else 0 for value in values}, "alone on the map"
    first_map.take.click()
    assert store.counts() == {"forest": (40, 0), "water": (20, 0)} and store.is_ready()
    assert {alpha for _, _, alpha in colours(layer).values()} == {255} and set(before) == set(values)
    assert not QgsProject.instance().layerTreeRoot().findLayer(layer.id()).isVisible()
    assert first_map.isHidden(), "there are labels now"
    block = layer.dataProvider()
    (points,) = [each for each in store.layers() if each.featureCount()]
    for feature in points.getFeatures():
        value, _ = block.sample(feature.geometry().asPoint(), 1)
        assert {values[wide[1]]: "water"}.get(int(value), "forest") == feature["class"]
    store.undo()
    assert not store.classes() and not store.counts() and not first_map._offer.isHidden(), "one step"


def test_what_ends_the_naming(first_map, qtbot, write_scene, project):
    layer = clustered(first_map, qtbot)
    first_map.drop.click()
    assert first_map.layer is None and not first_map._offer.isHidden() and layer.id() in project.mapLayers()
    layer = clustered(first_map, qtbot)
    assert layer.source().endswith("_clusters_2.tif"), "nothing is written over"
    project.removeMapLayer(layer.id())
    assert first_map._naming.isHidden() and not first_map._offer.isHidden()
    clustered(first_map, qtbot)
    first_map.scene.set_layer(None)
    assert first_map.isHidden()


def test_a_scene_without_so_many_clusters_is_told_in_one_line(first_map, qtbot, write_scene, project):
    flat = QgsRasterLayer(str(write_scene(np.full((4, 40, 40), 500, np.uint16), BANDS, "flat.tif")), "flat")
    project.addMapLayer(flat)
    raster_layers.remember(flat, "sentinel-2", {}, "dn")
    first_map.scene.set_layer(flat)
    qtbot.waitUntil(lambda: first_map.scene.is_ready, timeout=RUN_MS)
    first_map.button.click()
    qtbot.waitUntil(lambda: first_map.line.task is None, timeout=RUN_MS)
    assert first_map.line.note.kind == "bad" and "\n" not in first_map.line.note.said
    assert "--" not in first_map.line.note.said and not first_map._offer.isHidden()
