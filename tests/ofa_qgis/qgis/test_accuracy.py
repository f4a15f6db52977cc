"""Accuracy samples in QGIS: the algorithms with the real engine, and the page Accuracy with files and layers."""

import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent

from ofa_qgis.gui.accuracy.accuracy_page import AccuracyTab
from ofa_qgis.gui.accuracy.blind_canvas import meaning
from ofa_qgis.gui.accuracy.sample_store import SampleStore
from ofa_qgis.gui.accuracy.walk import BACK, SKIP, Walk
from ofa_qgis.layers.raster_layers import LayerError
from ofa_qgis.layers.results import RESULT
from tests.fakes.for_the_dock import LONG_MS
from tests.fakes.for_the_toolbox import labels_in, refused, run

POINTS = 12


@pytest.fixture
def class_map(write_scene):
    """A map of two classes without names: 1 in the west, 2 in the east."""
    classes = np.ones((1, 40, 40), np.uint8)
    classes[:, :, 20:] = 2
    return str(write_scene(classes, name="map.tif", nodata=0))


@pytest.fixture
def sample(provider, engine_python, class_map, tmp_path):
    """A sample of it, as the toolbox draws it."""
    given = {"INPUT": class_map, "POINTS": POINTS, "OUTPUT": str(tmp_path / "s.gpkg")}
    results, done, _ = run("sample", given)
    assert done and results["DRAWN"] == POINTS
    return Path(results["OUTPUT"])


def answers(path):
    with sqlite3.connect(path) as file:
        return [answer for (answer,) in file.execute("SELECT answer FROM sample ORDER BY id")]


def test_a_sample_that_is_answered_gives_a_report(sample, class_map, tmp_path):
    with sqlite3.connect(sample) as file:
        file.execute("UPDATE sample SET answer = stratum WHERE id > 1")
    given = {"INPUT": class_map, "SAMPLE": str(sample), "OUTPUT": str(tmp_path / "report")}
    results, done, log = run("assess", given)
    assert done and results["OVERALL_ACCURACY"] == 1
    assert Path(results["OUTPUT_HTML"]).is_file() and json.loads(results["JSON"])["unanswered"] == [1]
    assert any(text.startswith("Overall accuracy 100.0%") for text in log.told)
    assert any("Points without an answer: 1 of 12" in text for text in log.warned)


def test_labels_that_were_clicked_are_refused(provider, engine_python, class_map, tmp_path):
    given = {"INPUT": class_map, "SAMPLE": labels_in(tmp_path), "OUTPUT": str(tmp_path / "report")}
    _, done, log = run("assess", given)
    told = " ".join(log.errors)
    assert not done and "drawn at random" in told and "page Accuracy" in told and "--" not in told
    assert not (tmp_path / "report").exists()


def test_a_sample_is_a_geopackage_and_expectations_are_numbers(provider, engine_python, class_map, tmp_path):
    wrong = {"INPUT": class_map, "OUTPUT": str(tmp_path / "s.shp")}
    assert "A sample is a GeoPackage" in refused("sample", wrong)
    wrong = {"INPUT": class_map, "ANTICIPATED": "1=good", "OUTPUT": str(tmp_path / "s.gpkg")}
    assert "an accuracy is a number" in refused("sample", wrong).lower()


def test_an_answer_is_in_the_file_before_anything_else_happens(sample):
    store = SampleStore(sample)
    assert [each.name for each in store.classes] == ["1", "2"] and len(store.points) == POINTS
    store.save(0, "2")
    store.save(1, "", skipped=True)
    assert answers(sample)[:3] == ["2", None, None]
    again = SampleStore(sample)  # as after a crash
    assert (again.answered, again.skipped, again.next_open()) == (1, 1, 2)


def test_a_file_that_cannot_be_written_says_so_and_keeps_the_answer_open(sample):
    store = SampleStore(sample)
    with sqlite3.connect(sample) as file:
        file.execute("CREATE TRIGGER full BEFORE UPDATE ON sample BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(LayerError) as refused_:
        store.save(0, "1")
    assert "could not be written" in refused_.value.error and not store.points[0].answer


def test_other_files_are_no_samples(tmp_path):
    path = tmp_path / "x.gpkg"
    path.write_bytes(b"nothing")
    with pytest.raises(LayerError, match="no accuracy sample"):
        SampleStore(path)


@pytest.mark.parametrize(
    ("key", "what"),
    [(Qt.Key.Key_1, 0), (Qt.Key.Key_9, 8), (Qt.Key.Key_0, SKIP), (Qt.Key.Key_Left, BACK), (Qt.Key.Key_A, None)],
)
def test_keys_answer(key, what):
    assert meaning(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)) == what
    assert meaning(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)) is None


def test_the_walk_hides_every_result_and_shows_it_again(sample, class_map, qtbot, write_scene):
    project, canvas = QgsProject.instance(), QgsMapCanvas()
    qtbot.addWidget(canvas)
    made = QgsRasterLayer(class_map, "map")
    other = QgsRasterLayer(str(write_scene(np.ones((1, 8, 8), np.float32), name="confidence.tif")), "confidence")
    other.setCustomProperty(RESULT, True)
    twin, scene = QgsRasterLayer(class_map, "the same file"), QgsRasterLayer(
        str(write_scene(np.ones((3, 8, 8), np.uint8), name="scene.tif")), "scene"
    )  # fmt: skip
    project.addMapLayers([made, other, twin, scene])
    node_of = project.layerTreeRoot().findLayer
    node_of(other.id()).setItemVisibilityChecked(False)
    walk = Walk(canvas)
    qtbot.addWidget(walk)
    walk.begin(SampleStore(sample), made)
    shown = {layer.name() for layer in (made, other, twin, scene) if node_of(layer.id()).itemVisibilityChecked()}
    assert shown == {"scene"}
    for _ in range(POINTS - 1):
        walk.act(0)
    assert walk.is_on and walk.index == POINTS - 1
    walk.act(7)  # no such class
    assert walk.is_on
    with qtbot.waitSignal(walk.done):
        walk.act(SKIP)
    shown = {layer.name() for layer in (made, other, twin, scene) if node_of(layer.id()).itemVisibilityChecked()}
    assert shown == {"scene", "map", "the same file"}, "what was off before stays off"
    assert answers(sample) == ["1"] * (POINTS - 1) + [None]


def test_the_page_lists_maps_of_classes_our_own_first(class_map, qtbot, write_scene):
    layers = [
        QgsRasterLayer(str(write_scene(np.ones(shape, dtype), name=f"{name}.tif")), name)
        for name, shape, dtype in (
            ("a land cover", (1, 8, 8), np.uint8), ("numbers", (1, 8, 8), np.float32), ("scene", (3, 8, 8), np.uint8),
        )
    ]  # fmt: skip
    made = QgsRasterLayer(class_map, "z map")
    made.setCustomProperty(RESULT, True)
    QgsProject.instance().addMapLayers([*layers, made])
    canvas = QgsMapCanvas()
    page = AccuracyTab(canvas)
    for widget in (canvas, page):
        qtbot.addWidget(widget)
    assert [page.maps.itemText(k) for k in range(page.maps.count())] == ["z map", "a land cover"]
    assert Path(page.sample.filePath()) == Path(class_map).with_name("map_sample.gpkg")
    assert page.button.isEnabled() and not page.assess_button.isVisible()
    QgsProject.instance().removeAllMapLayers()
    qtbot.waitUntil(lambda: page.maps.count() == 0, timeout=LONG_MS)
    assert not page.button.isEnabled() and "Add a map of classes" in page.why.said
    page.tear_down()
