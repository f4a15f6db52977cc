"""Labels that count: on the chosen scene and its data. What cannot count is refused, what is there is counted apart."""

import time

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ofa_qgis.gui.classes.class_table import COUNT
from ofa_qgis.gui.classes.classes_view import ClassesView
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.layers import raster_layers

UTM, LONLAT = QgsCoordinateReferenceSystem("EPSG:32633"), QgsCoordinateReferenceSystem("EPSG:4326")
LEFT, TOP = 500_000.0, 5_800_000.0  # of conftest's scenes, in pixels of 10 m
SIDE_PX = 40
MANY = 40_000  # labels, which take a second to count
FILLED, EMPTY, OUTSIDE = (QgsPointXY(LEFT + x, TOP - 200) for x in (300, 100, 500))

pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def store(project):
    store = LabelStore()
    store.problems = []
    store.failed.connect(store.problems.append)
    store.add_class("water")
    yield store
    store.tear_down()
    store.deleteLater()


@pytest.fixture
def scene(write_scene):
    """``scene(kind="uint16", empty=0, bands=3, nodata=0, only=None)``: its left half holds `empty`, in band `only`."""

    def make(kind="uint16", empty=0, bands=3, nodata=0.0, only=None):
        pixels = np.full((bands, SIDE_PX, SIDE_PX), 7, kind)
        pixels[slice(None) if only is None else only - 1, :, : SIDE_PX // 2] = empty
        layer = QgsRasterLayer(str(write_scene(pixels, nodata=nodata)), "scene")
        QgsProject.instance().addMapLayer(layer)
        return layer

    return make


def at(store, point, crs=UTM):
    return store.add_point(point, crs)


def square(x, y, side=100):
    return [QgsPointXY(x, y), QgsPointXY(x + side, y), QgsPointXY(x + side, y + side), QgsPointXY(x, y + side)]


def test_without_a_scene_every_place_can_be_labelled(store):
    assert at(store, OUTSIDE)


def test_a_place_outside_or_without_data_is_refused_and_nothing_is_made(store, scene):
    store.set_scene(scene())
    assert not at(store, OUTSIDE) and not at(store, EMPTY)
    assert ["Outside" in store.problems[0], "no data" in store.problems[1]] == [True, True]
    assert store.layers() == [] and store.path() is None
    assert at(store, FILLED) and store.counts() == {"water": (1, 0)}


@pytest.mark.parametrize(
    "kind", [("float32", np.nan, None), ("float32", -9999, -9999.0), ("int16", -1, -1.0), ("uint8", 255, 255.0)]
)
def test_every_kind_of_nodata_is_respected(store, scene, kind):
    pixels, empty, nodata = kind
    store.set_scene(scene(pixels, empty, nodata=nodata))
    assert not at(store, EMPTY) and at(store, FILLED)


def test_the_users_nodata_and_the_answer_for_the_scene_count_too(store, scene):
    layer = scene(nodata=None)
    store.set_scene(layer)
    assert at(store, EMPTY)
    store.set_scene(layer, [(0.0, 0.0)])
    assert not at(store, EMPTY)
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 0)])
    store.set_scene(layer)
    assert not at(store, EMPTY) and at(store, FILLED)


def test_fill_is_refused_where_all_of_its_bands_hold_it(store, scene):
    part = {"bands": [1, 2, 3], "low": [0.0, 0.0, 0.0], "high": [0.0, 0.0, 3.0]}
    layer = scene(nodata=None)
    store.set_scene(layer, (), [part])
    assert not at(store, EMPTY) and at(store, FILLED)
    store.set_scene(scene(nodata=None, only=2), (), [part])
    assert at(store, EMPTY), "a value of fill in one band alone was measured"


def test_a_files_nodata_that_was_switched_off_is_a_value(store, scene):
    layer = scene()
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    store.set_scene(layer)
    assert at(store, EMPTY)


def test_one_band_without_a_value_is_enough_unless_it_is_unused(store, scene):
    layer = scene(only=2)
    store.set_scene(layer)
    assert not at(store, EMPTY)
    raster_layers.remember(layer, None, {"2": raster_layers.UNUSED}, None)
    store.set_scene(layer)
    assert at(store, EMPTY)


def test_clicks_in_another_crs_are_brought_to_the_scenes(store, scene):
    store.set_scene(scene())
    from qgis.core import QgsCoordinateTransform

    there = QgsCoordinateTransform(UTM, LONLAT, QgsProject.instance())
    assert at(store, there.transform(FILLED), LONLAT)
    assert not at(store, there.transform(OUTSIDE), LONLAT) and not at(store, QgsPointXY(200, 95), LONLAT)


def test_a_scene_that_was_removed_refuses_nothing(store, scene, project):
    store.set_scene(scene())
    project.removeAllMapLayers()
    assert at(store, OUTSIDE)


def test_a_polygon_is_refused_only_where_it_does_not_touch_the_scene(store, scene):
    store.set_scene(scene())
    assert not store.add_polygon(square(LEFT + 450, TOP - 200), UTM)
    assert store.add_polygon(square(LEFT + 350, TOP - 200), UTM)
    assert store.add_polygon(square(LEFT + 50, TOP - 200), UTM)


def test_many_bands_and_one_click_take_no_time(store, scene):
    store.set_scene(scene(bands=240))
    at(store, FILLED)
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        assert at(store, FILLED)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.1


def drawn(*points, name="water"):
    layer = QgsVectorLayer("Point?crs=EPSG:32633&field=kind:string(9)", "mine", "memory")
    for point in points:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPointXY(point))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_what_is_outside_is_counted_apart_and_follows_the_scene_and_each_step(store, scene, qtbot):
    canvas = QgsMapCanvas()
    view = ClassesView(canvas, store)

    def shown():
        return view.table.class_item(store.current()).text(COUNT)

    store.use_layer(drawn(*[FILLED] * 6, OUTSIDE, EMPTY), "kind")
    assert shown() == "8 points"
    with qtbot.waitSignal(store.counted, timeout=5000):
        store.set_scene(scene())
    assert shown() == "6 points · 2 outside" and store.outside() == {"water": (0 + 2, 0)}

    at(store, FILLED)
    assert shown() == "7 points · 2 outside"
    assert store.remove_near(OUTSIDE, UTM, 5)
    assert shown() == "7 points · 1 outside"
    store.rename_class("water", "wet")
    assert shown() == "7 points · 1 outside"
    store.undo()
    store.undo()
    qtbot.waitUntil(lambda: shown() == "7 points · 2 outside", timeout=5000)
    store.set_scene(None)
    assert shown() == "9 points"
    store.layers()[0].rollBack()
    view.tear_down()
    view.deleteLater()
    canvas.deleteLater()


def test_a_click_does_not_wait_for_the_recount_of_many_labels(store, scene, qtbot):
    layer = QgsVectorLayer("Point?crs=EPSG:32633&field=kind:string(9)", "many", "memory")
    features = []
    for k in range(MANY):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["water"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(LEFT + 205 + k % 500, TOP - 5 - k % 380)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    store.use_layer(layer, "kind")
    store.set_scene(scene())
    qtbot.wait(300)
    start = time.perf_counter()
    assert at(store, FILLED)
    assert time.perf_counter() - start < 0.2
    with qtbot.waitSignal(store.counted, timeout=60_000):
        pass
    assert sum(store.outside()["water"]) == sum(1 for k in range(MANY) if 205 + k % 500 >= 400)
    layer.rollBack()


def test_classes_without_labels_here_are_named_before_a_run(store, scene, qtbot):
    view = ClassesView(QgsMapCanvas(), store)
    for name in ("forest", "crops"):
        at(store, FILLED)
        store.add_class(name)
    assert view.status.said == "No labels here, so not on the map: crops." and view.status.kind == "ask"
    at(store, FILLED)
    assert view.status.said == ""
    view.tear_down()
    view.deleteLater()


def test_labels_of_a_project_without_a_crs_are_in_the_scenes(store, scene, qtbot):
    """A canvas without one shows the scene's own coordinates."""
    layer = scene()
    store.set_scene(layer)
    assert at(store, FILLED, QgsCoordinateReferenceSystem())
    assert {each.crs().authid() for each in store.layers()} == {layer.crs().authid()}
    assert store.counts() == {"water": (1, 0)} and store.outside() == {"water": (0, 0)}
