"""Classes and labels of a project: written at once, undoable, moved along with the project, restored with it."""

from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from engine.classes import palette
from ofa_qgis.gui.labels import label_style
from ofa_qgis.gui.labels.label_store import LabelStore

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
LONLAT = QgsCoordinateReferenceSystem("EPSG:4326")
X, Y = 500_000.0, 5_000_000.0


pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def store(project):
    store = LabelStore()
    store.problems, store.news, store.changes = [], [], []
    store.failed.connect(store.problems.append)
    store.told.connect(store.news.append)
    store.changed.connect(lambda: store.changes.append(1))
    yield store
    store.deleteLater()


def square(x=X, y=Y, side=10):
    return [QgsPointXY(x, y), QgsPointXY(x + side, y), QgsPointXY(x + side, y + side), QgsPointXY(x, y + side)]


def label(store, name, points=1, crs=UTM):
    if name not in store.colours():
        store.add_class(name)
    store.set_current(name)
    return all(store.add_point(QgsPointXY(X + 10 * k, Y), crs) for k in range(points))


def values_on_disk(store, kind="points"):
    """Class and position of each label, as another program finds them in the file."""
    layer = QgsVectorLayer(f"{store.path()}|layername={kind}", "again", "ogr")
    return [feature["class"] for feature in layer.getFeatures()]


def existing(geometry="Point", values=("wet", "dry"), field="landuse:string(20)"):
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:32633&field=id:int&field={field}", "existing", "memory")
    for k, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([k, value])
        shape = f"Point({X + k} {Y})" if geometry == "Point" else "LineString(0 0, 9 9)"
        feature.setGeometry(
            QgsGeometry.fromPolygonXY([square()]) if geometry == "Polygon" else QgsGeometry.fromWkt(shape)
        )
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


# --- classes


def test_the_default_colours_are_the_engines():
    assert label_style.COLOURS == palette.COLOURS
    assert label_style.EXPECTED == palette.EXPECTED


def test_a_class_has_the_colour_its_name_asks_for_and_no_two_have_the_same(store):
    for name in ("Wald", "field 7", "Wasser", "forest", 'd\'or "x"'):
        store.add_class(name)

    colours = list(store.colours().values())

    assert colours[0] == "#009E73" and colours[2] == "#0072B2"
    assert len(set(colours)) == 5


def test_a_new_name_brings_its_colour_unless_the_user_chose_one(store):
    store.add_class()
    store.add_class()
    store.recolour_class("class 2", "#123456")

    store.rename_class("class 1", "water")
    store.rename_class("class 2", "forest")

    assert store.colours() == {"water": "#0072B2", "forest": "#123456"}


@pytest.mark.parametrize("name", ["", "  ", "water"])
def test_a_class_needs_a_name_of_its_own(store, name):
    store.add_class("water")

    assert store.add_class(name) is None
    assert len(store.classes()) == 1 and len(store.problems) == 1


# --- own labels


def test_a_label_is_in_the_file_as_soon_as_it_is_drawn(store):
    assert label(store, "water", 2)

    assert values_on_disk(store) == ["water", "water"]
    assert not any(layer.isEditable() for layer in store.layers())
    assert store.counts() == {"water": (2, 0)}


def test_without_a_class_a_click_makes_nothing_and_says_why(store):
    assert not store.add_point(QgsPointXY(X, Y), UTM)
    assert "class" in store.problems[0] and store.layers() == []


def test_the_file_is_readable_by_old_gdal(store):
    label(store, "water")
    import sqlite3

    version = sqlite3.connect(str(store.path())).execute("PRAGMA user_version").fetchone()[0]
    assert version in (10200, 10300)


def test_labels_stand_where_the_canvas_showed_them_whatever_its_crs(store):
    label(store, "water")
    store.add_point(QgsPointXY(15.0, 45.0), LONLAT)

    *_, last = store.layers()[0].getFeatures()

    assert store.layers()[0].crs() == UTM
    assert last.geometry().asPoint().x() == pytest.approx(500_000, abs=0.01)


def test_layers_lie_at_the_top_in_one_group_and_are_styled_by_class(store, project):
    existing()
    label(store, "water")
    label(store, 'd\'or "fin"')

    group = project.layerTreeRoot().children()[0]
    assert [node.layer() for node in group.children()] == store.layers()
    categories = store.layers()[0].renderer().categories()
    assert [(c.value(), c.symbol().color().name().upper()) for c in categories][:2] == list(store.colours().items())

    store.recolour_class("water", "#ff00ff")
    assert store.layers()[0].renderer().categories()[0].symbol().color().name() == "#ff00ff"


def test_a_polygon_is_kept_and_one_that_crosses_itself_becomes_two(store):
    store.add_class("water")
    assert store.add_polygon(square(), UTM)
    a, b, c, d = square(X + 100)
    assert store.add_polygon([a, c, b, d], UTM)

    assert store.counts() == {"water": (0, 3)}
    store.undo()
    assert store.counts() == {"water": (0, 1)}


def test_a_polygon_without_area_is_refused(store):
    store.add_class("water")
    assert not store.add_polygon([QgsPointXY(X, Y), QgsPointXY(X + 5, Y)], UTM)
    assert "three corners" in store.problems[0]


def test_every_step_can_be_undone_and_done_again(store):
    label(store, "water", 2)
    label(store, "forest")
    store.rename_class("forest", "l'été")
    store.remove_class("water")
    end = (store.counts(), values_on_disk(store))

    store.undo()
    assert store.counts() == {"water": (2, 0), "l'été": (1, 0)}
    store.undo()
    assert store.counts() == {"water": (2, 0), "forest": (1, 0)}
    while store.can_undo():
        store.undo()
    assert store.counts() == {} and values_on_disk(store) == []
    while store.can_redo():
        store.redo()
    assert (store.counts(), values_on_disk(store)) == end
    assert store.problems == []


def test_undo_survives_that_somebody_else_removed_the_label(store):
    label(store, "water", 2)
    layer = store.layers()[0]
    layer.startEditing()
    layer.deleteFeature(2)
    layer.commitChanges()

    assert store.undo() and store.undo()
    assert store.counts() == {"water": (0, 0)} and store.problems == []


def test_what_is_edited_in_the_layer_itself_is_counted(store, qtbot):
    label(store, "water", 2)
    layer = store.layers()[0]
    layer.startEditing()

    with qtbot.waitSignal(store.changed, timeout=2000):
        layer.changeAttributeValue(1, layer.fields().lookupField("class"), "marsh")

    assert store.counts() == {"water": (1, 0), "marsh": (1, 0)}
    layer.rollBack()


def test_the_nearest_label_is_removed_and_comes_back_by_undo(store):
    label(store, "water", 2)

    assert store.remove_near(QgsPointXY(X + 11, Y), UTM, 3)
    assert [f.geometry().asPoint().x() for f in store.layers()[0].getFeatures()] == [X]
    assert not store.remove_near(QgsPointXY(X + 11, Y), UTM, 3)
    store.undo()
    assert store.counts() == {"water": (2, 0)}


def test_layers_that_the_user_removed_come_back_with_their_labels(store, project, qtbot):
    label(store, "water", 2)
    with qtbot.waitSignal(store.changed, timeout=20_000):
        project.removeMapLayers([layer.id() for layer in store.layers()])
    assert store.counts() == {"water": (0, 0)}

    assert label(store, "water"), store.problems

    assert store.counts() == {"water": (3, 0)} and len(store.layers()) == 2


def test_the_other_layer_can_be_read_after_a_label_was_written(store, project, tmp_path):
    label(store, "water")
    points, polygons = store.layers()
    assert (points.featureCount(), polygons.featureCount()) == (1, 0)
    store.add_polygon(square(), UTM)
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    project.read(str(tmp_path / "p.qgz"))

    label(store, "water")

    points, polygons = store.layers()
    assert (points.featureCount(), polygons.featureCount()) == (2, 1)
    polygons.updateExtents()
    assert polygons.extent().width() == 10


def test_two_classes_with_labels_are_enough_to_begin(store):
    label(store, "water", 3)
    store.add_class("forest")
    assert not store.is_ready()
    label(store, "forest")
    assert store.is_ready()


# --- the project


def test_saving_the_project_moves_its_labels_beside_it(store, project, tmp_path):
    label(store, "water", 2)
    unsaved = store.path()
    home = tmp_path / "ein Ordner é"
    home.mkdir()

    assert project.write(str(home / "prö jekt.qgz"))

    assert store.path() == home / "prö jekt_labels.gpkg"
    assert all(str(store.path()) in layer.source() for layer in store.layers())
    assert values_on_disk(store) == ["water", "water"] and not unsaved.exists()
    assert not project.isDirty()
    store.undo()
    assert values_on_disk(store) == ["water"]


def test_a_project_opened_again_has_its_classes_and_labels(store, project, tmp_path):
    label(store, 'water "tief"', 2)
    label(store, "d'or")
    store.recolour_class("d'or", "#ABCDEF")
    store.add_class("empty")
    before = (store.classes(), store.counts())
    project.write(str(tmp_path / "one.qgz"))

    project.clear()
    assert (store.classes(), store.layers()) == ([], [])
    project.read(str(tmp_path / "one.qgz"))

    assert (store.classes(), store.counts()) == before
    assert not project.isDirty()
    again = LabelStore()
    assert (again.classes(), again.counts()) == before


def test_a_project_that_was_moved_with_its_labels_finds_them(store, project, tmp_path):
    (tmp_path / "old").mkdir()
    label(store, "water")
    project.write(str(tmp_path / "old" / "p.qgz"))
    project.clear()
    (tmp_path / "old").rename(tmp_path / "new")

    project.read(str(tmp_path / "new" / "p.qgz"))

    assert store.counts() == {"water": (1, 0)} and store.path().parent == tmp_path / "new"


def test_two_projects_in_turn_keep_apart(store, project, tmp_path):
    label(store, "water")
    project.write(str(tmp_path / "one.qgz"))
    project.clear()
    label(store, "rock", 3)
    project.write(str(tmp_path / "two.qgz"))
    project.clear()

    project.read(str(tmp_path / "one.qgz"))
    assert store.counts() == {"water": (1, 0)} and not store.can_undo()
    project.read(str(tmp_path / "two.qgz"))
    assert store.counts() == {"rock": (3, 0)}


def test_a_project_saved_under_another_name_has_labels_of_its_own(store, project, tmp_path):
    label(store, "water")
    project.write(str(tmp_path / "one.qgz"))
    project.write(str(tmp_path / "two.qgz"))
    label(store, "water")

    assert store.path() == tmp_path / "two_labels.gpkg" and len(values_on_disk(store)) == 2
    project.read(str(tmp_path / "one.qgz"))
    assert store.counts() == {"water": (1, 0)}


def test_edits_that_are_not_saved_survive_that_the_project_is(store, project, tmp_path):
    label(store, "water", 2)
    layer, unsaved = store.layers()[0], store.path()
    layer.startEditing()
    layer.deleteFeature(1)

    project.write(str(tmp_path / "p.qgz"))
    assert layer.isModified() and store.path() == unsaved and "end editing" in store.news[0]
    layer.commitChanges()
    project.write(str(tmp_path / "p.qgz"))
    assert store.path() == tmp_path / "p_labels.gpkg" and values_on_disk(store) == ["water"]


def test_nothing_that_is_there_is_written_over(store, project, tmp_path):
    (tmp_path / "p_labels.gpkg").write_bytes(b"somebody's")
    label(store, "water")
    project.write(str(tmp_path / "p.qgz"))

    assert store.path() == tmp_path / "p_labels_2.gpkg"
    assert (tmp_path / "p_labels.gpkg").read_bytes() == b"somebody's"


def test_labels_of_a_project_in_a_read_only_folder_go_elsewhere_and_that_is_said(store, project, tmp_path):
    project.setFileName("/proc/nowhere/p.qgz")
    assert label(store, "water")

    assert Path(store.path()).parent == tmp_path / "data/ofa/labels"
    assert "/proc/nowhere" in store.news[0] or str(store.path()) in store.news[0]


# --- an existing layer


def test_the_values_of_a_layer_become_classes_in_the_colours_of_its_categories(store):
    layer = existing(values=("wet", "dry", "wet"))
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setColor(QColor("#112233"))
    layer.setRenderer(QgsCategorizedSymbolRenderer("landuse", [QgsRendererCategory("dry", symbol, "dry")]))

    store.use_layer(layer, "landuse")

    assert store.counts() == {"dry": (1, 0), "wet": (2, 0)}
    assert store.colours()["dry"].lower() == "#112233"
    assert (store.layers(), store.field(), store.is_ready()) == ([layer], "landuse", True)


def test_labels_go_into_the_layers_edit_session_and_its_undo_stack(store):
    layer = existing()
    store.use_layer(layer, "landuse")

    label(store, "wet", 2)
    assert layer.isEditable() and store.counts() == {"wet": (3, 0), "dry": (1, 0)}
    assert layer.dataProvider().featureCount() == 2
    layer.undoStack().undo()
    store.undo()
    assert store.counts() == {"wet": (1, 0), "dry": (1, 0)}
    store.redo()
    assert store.counts()["wet"] == (2, 0)
    layer.rollBack()


def test_uncommitted_edits_and_filters_count(store, qtbot):
    layer = existing(values=("wet", "dry", "dry"))
    store.use_layer(layer, "landuse")
    layer.startEditing()
    with qtbot.waitSignal(store.changed, timeout=2000):
        layer.deleteFeature(1)
    assert store.counts()["wet"] == (0, 0)
    layer.rollBack()
    with qtbot.waitSignal(store.changed, timeout=2000):
        layer.setSubsetString("\"landuse\" = 'dry'")
    assert {name: n for name, n in store.counts().items() if n != (0, 0)} == {"dry": (2, 0)}


def test_renaming_and_removing_a_class_of_a_layer_can_be_undone(store):
    layer = existing(values=("wet", "dry", "wet"))
    store.use_layer(layer, "landuse")

    store.rename_class("wet", "it's wet")
    store.remove_class("dry")
    assert store.counts() == {"it's wet": (2, 0)}
    store.undo()
    store.undo()
    assert store.counts() == {"dry": (1, 0), "wet": (2, 0)}
    layer.rollBack()


def test_a_layer_of_other_geometries_refuses_in_one_line(store):
    store.use_layer(existing("Polygon"), "landuse")
    assert not label(store, "wet")
    assert "holds no points" in store.problems[0] and not store.layers()[0].isEditable()
    assert store.add_polygon(square(X + 50), UTM)
    assert store.counts()["wet"] == (0, 2)
    store.layers()[0].rollBack()


def test_lines_can_be_learnt_from(store):
    store.use_layer(existing("LineString"), "landuse")
    assert store.is_ready() and store.counts()["wet"] == (0, 1)


def test_a_read_only_layer_refuses_in_one_line(store):
    layer = existing()
    layer.setReadOnly(True)
    store.use_layer(layer, "landuse")
    assert not label(store, "wet")
    assert "read-only" in store.problems[0]


def test_a_field_of_numbers_takes_numbers_only(store):
    layer = existing(values=(1, 20), field="code:int")
    store.use_layer(layer, "code")
    assert list(store.colours()) == ["1", "20"]
    assert label(store, "20") and label(store, "7")
    assert not label(store, "forest")
    assert "numbers" in store.problems[0]
    assert sorted(f["code"] for f in layer.getFeatures()) == [1, 7, 20, 20]
    layer.rollBack()


def test_multi_geometries_are_served(store):
    layer = existing("MultiPolygon", values=())
    store.use_layer(layer, "landuse")
    store.add_class("wet")
    assert store.add_polygon(square(), UTM) and store.counts() == {"wet": (0, 1)}
    assert next(layer.getFeatures()).geometry().isMultipart()
    layer.rollBack()


def test_the_layer_in_use_is_restored_with_the_project(store, project, tmp_path):
    label(store, "water")
    path = tmp_path / "labels.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"c":"a"},'
        '"geometry":{"type":"Point","coordinates":[15,45]}}]}'
    )
    layer = QgsVectorLayer(str(path), "mine", "ogr")
    project.addMapLayer(layer)
    store.use_layer(layer, "c")
    project.write(str(tmp_path / "p.qgs"))
    project.clear()
    project.read(str(tmp_path / "p.qgs"))

    assert not store.is_own() and store.field() == "c" and store.counts() == {"a": (1, 0)}
    store.use_own()
    assert store.counts() == {"water": (1, 0)}


def test_removing_the_layer_in_use_leads_back_to_own_labels(store, project, qtbot):
    layer = existing()
    store.use_layer(layer, "landuse")
    with qtbot.waitSignal(store.told, timeout=2000):
        project.removeMapLayer(layer.id())
    assert store.is_own() and label(store, "water")
