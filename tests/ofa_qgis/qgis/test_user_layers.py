"""Label layers that the user has already: their field, their colours on the map, their edits, and where they lie."""

import numpy as np
import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from ofa_qgis.gui.classes.classes_view import ClassesView
from ofa_qgis.gui.labels.label_layers import unsaved
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.labels.label_style import point_symbol
from ofa_qgis.gui.labels.labels_on_scene import distance_km
from ofa_qgis.layers.layer_fields import columns, likely_field

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
LEFT, TOP = 500_000, 5_800_000  # of the scenes

pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def view(qgis_app, project):
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(UTM)
    store = LabelStore()
    view = ClassesView(canvas, store)
    view.store, view.is_over = store, False
    view.show()
    yield view
    if not view.is_over:
        view.tear_down()
    view.deleteLater()
    store.deleteLater()
    canvas.deleteLater()


def layer_of(rows, fields="kind:string", geometry="Point", name="mine", crs="EPSG:32633"):
    """A layer of the project with a feature for each of ((values), x, y)."""
    spelled = "&".join(f"field={field}" for field in fields.split())
    layer = QgsVectorLayer(f"{geometry}?crs={crs}&{spelled}", name, "memory")
    features = []
    for values, x, y in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        shape = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        if geometry == "LineString":
            shape = QgsGeometry.fromPolylineXY([QgsPointXY(x - 30, y), QgsPointXY(x + 30, y)])
        feature.setGeometry(shape if geometry != "Polygon" else shape.buffer(30, 1))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def two_classes(**more):
    rows = [((kind,), LEFT + x, TOP - 50) for kind, x in (("wet", 50), ("dry", 150), ("wet", 950), ("dry", 960))]
    return layer_of(rows, **more)


def choose(view, layer):
    """As the user does in the combo."""
    view.layer.setLayer(layer)
    view.layer.activated.emit(view.layer.currentIndex())


def drawn_at(layer, x, y):
    """The colour that any canvas shows at a place."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(x - 100, y - 100, x + 100, y + 100))
    settings.setOutputSize(QSize(101, 101))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return QColor(job.renderedImage().pixel(50, 50)).name().upper()


def scene(write_scene, name, left=LEFT):
    """A scene of 200 m in the project."""
    path = write_scene(np.full((1, 20, 20), 9, np.uint16), name=f"{name}.tif")
    layer = QgsRasterLayer(str(path), name)
    if left != LEFT:
        from osgeo import gdal

        gdal.Open(str(path), gdal.GA_Update).SetGeoTransform((left, 10, 0, TOP, 0, -10))
        layer = QgsRasterLayer(str(path), name)
    QgsProject.instance().addMapLayer(layer)
    return layer


# --- the field ---------------------------------------------------------------------------------------------------


def test_the_field_is_chosen_by_what_the_features_hold(view):
    rows = [((f"way/{k}", 7200 + k % 3, "abc"[k % 3], None), LEFT + k, TOP) for k in range(12)]
    layer = layer_of(rows, "osm_id:string code:int fclass:string name:string")
    assert [(each.kind, each.distinct, each.filled) for each in columns(layer)] == [
        ("text", 12, 12), ("whole", 3, 12), ("text", 3, 12), ("text", 0, 0),
    ]  # fmt: skip
    choose(view, layer)
    assert view.store.field() == "fclass" and [each.name for each in view.store.classes()] == ["a", "b", "c"]


def test_decimal_numbers_that_are_whole_may_be_classes_and_others_are_not(qgis_app):
    rows = [((k % 3, k / 7), LEFT + k, TOP) for k in range(12)]
    assert likely_field(layer_of(rows, "c:double height:double")) == "c"


def test_the_field_of_the_layers_own_categories_comes_first(qgis_app):
    layer = layer_of([((k % 4, "ab"[k % 2]), LEFT + k, TOP) for k in range(12)], "grade:int class:string")
    layer.setRenderer(QgsCategorizedSymbolRenderer('"grade"', []))
    assert likely_field(layer) == "grade"


def test_where_no_field_looks_like_classes_the_user_is_asked_and_nothing_changes(view):
    layer = layer_of([((k, k / 7), LEFT + k, TOP) for k in range(12)], "fid:int height:double")
    view.store.add_class("water")
    choose(view, layer)
    assert view.status.said == "No field of mine looks like classes: choose the class field."
    assert view.store.is_own() and view.layer.currentLayer() is layer
    assert view.field.isVisible() and view.field.currentField() == ""
    view.field.setField("fid")
    view.field.activated.emit(view.field.currentIndex())
    assert view.store.layers() == [layer] and view.store.field() == "fid" and view.field.currentField() == "fid"


# --- the colours -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("geometry", ["Point", "LineString", "Polygon"])
def test_labels_are_drawn_in_class_colours_and_the_layers_style_stays(view, geometry):
    layer = two_classes(geometry=geometry)
    style = layer.renderer().dump()
    place = (LEFT + 50, TOP - (80 if geometry == "Polygon" else 50))  # a polygon's outline, all others' middle
    before = drawn_at(layer, *place)
    choose(view, layer)
    assert drawn_at(layer, *place) == view.store.colours()["wet"] != before
    assert layer.renderer().dump() == style
    view.store.recolour_class("wet", "#123456")
    assert drawn_at(layer, *place) == "#123456"
    choose(view, None)
    assert drawn_at(layer, *place) == before and layer.featureRendererGenerators() == []


def test_numbers_are_drawn_in_class_colours_too(view):
    layer = layer_of([((k % 2 + 1,), LEFT + 500 * k, TOP) for k in range(4)], "class:double")
    choose(view, layer)
    assert [drawn_at(layer, LEFT + 500 * k, TOP) for k in (0, 1)] == list(view.store.colours().values())


def test_a_layer_that_shows_its_classes_already_is_left_alone(view):
    layer = two_classes()
    colours = {"wet": "#112233", "dry": "#445566"}
    categories = [QgsRendererCategory(name, point_symbol(colour), name) for name, colour in colours.items()]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    choose(view, layer)
    assert view.store.colours() == colours and layer.featureRendererGenerators() == []


def test_another_label_layer_and_unloading_give_a_layer_back(view):
    first, second = two_classes(), two_classes(name="other")
    choose(view, first)
    choose(view, second)
    assert first.featureRendererGenerators() == [] and len(second.featureRendererGenerators()) == 1
    view.tear_down()
    view.is_over = True
    assert second.featureRendererGenerators() == []


def test_a_layer_that_goes_takes_its_colours_along(view, qtbot):
    layer = two_classes()
    choose(view, layer)
    QgsProject.instance().removeMapLayer(layer.id())
    qtbot.waitUntil(view.store.is_own)
    choose(view, two_classes())
    assert not view.store.is_own()


# --- edits that are not saved ------------------------------------------------------------------------------------


def test_unsaved_edits_are_counted_and_said_to_be_used(view, qtbot):
    layer = two_classes()
    choose(view, layer)
    assert view.edits.said == ""
    view.store.add_class("new")
    view.store.add_point(QgsPointXY(LEFT + 70, TOP - 70), UTM)
    assert view.edits.said == "1 unsaved edit in mine is used for the map: save it to keep it."
    layer.changeAttributeValue(1, 0, "dry")
    layer.changeGeometry(1, QgsGeometry.fromPointXY(QgsPointXY(LEFT + 60, TOP - 60)))
    layer.deleteFeature(2)
    qtbot.waitUntil(lambda: view.edits.said.startswith("3 unsaved edits in mine are used for the map"))
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: view.edits.said == "")


def test_unsaved_edits_are_in_the_labels_that_the_engine_reads(view, tmp_path):
    from ofa_qgis.layers import labels_file

    layer = two_classes()
    layer.startEditing()
    layer.changeAttributeValue(1, 0, "moor")
    assert unsaved([layer])
    labels_file.snapshot([layer], "kind", tmp_path / "labels.gpkg")
    read = QgsVectorLayer(str(tmp_path / "labels.gpkg"), "read")
    assert sorted(each["class"] for each in read.getFeatures()) == ["dry", "dry", "moor", "wet"]


# --- labels that lie elsewhere -----------------------------------------------------------------------------------


def test_a_scene_far_from_the_labels_gets_one_sentence(view, write_scene, qtbot):
    first, second = scene(write_scene, "A"), scene(write_scene, "B", LEFT + 150_200)
    rows = [((["wet", "dry"][k % 2],), LEFT + 50 + k, TOP - 50) for k in range(4)]
    choose(view, layer_of(rows))
    view.store.set_scene(first)
    qtbot.wait(50)
    assert view.status.said == ""
    view.store.set_scene(second)
    expected = "No label lies in this scene: the labels are 150 km away, in the area of A."
    qtbot.waitUntil(lambda: view.status.said == expected)
    QgsProject.instance().removeMapLayer(first.id())
    view.store.counted.emit()
    assert view.status.said == "No label lies in this scene: the labels are 150 km away."


def test_labels_all_around_a_scene_are_said_to_miss_it(view, write_scene, qtbot):
    rows = [((["wet", "dry"][k % 2],), LEFT + x, TOP + y) for k, (x, y) in enumerate(((-500, 500), (900, -900)))]
    choose(view, layer_of(rows * 2))
    view.store.set_scene(scene(write_scene, "A"))
    qtbot.waitUntil(lambda: view.status.said == "No label lies where A has data: label some places there.")


def test_a_distance_is_measured_between_the_nearest_places():
    one = QgsRectangle(0, 0, 1, 1)
    assert distance_km(one, QgsRectangle(2, 0.2, 3, 0.8)) == pytest.approx(111.3, abs=0.1)  # a degree at the equator
    assert distance_km(one, QgsRectangle(0.5, 0.5, 3, 3)) == 0
    assert distance_km(QgsRectangle(0, 3, 1, 4), one) == pytest.approx(221.2, abs=0.2)
