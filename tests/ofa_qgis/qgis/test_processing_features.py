"""Features that algorithms read: all that QGIS shows of a layer reaches the engine, by a file that the recipe names."""

from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsField, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from ofa_qgis.layers import labels_file
from ofa_qgis.processing import features
from tests.fakes.for_the_toolbox import LEFT, SAID, TOP, drawn, refused, run, striped
from tests.ofa_qgis.qgis.test_labels_file import saved

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


@pytest.fixture
def scene(write_scene):
    """Three stripes."""
    return str(striped(write_scene))


@pytest.fixture
def asked(monkeypatch):
    """What the engine is asked for, each with what it would read: rows by name of the file; it answers nothing."""
    found = []

    def ask(request, _feedback):
        read = {
            name: rows(getattr(request, name, None), getattr(request, "layer", None)) for name in ("labels", "area")
        }
        found.append((request, read))

    monkeypatch.setattr(features, "ask_engine", ask)
    return found


def rows(path, layer):
    """The attributes of all features of a layer of a file, read as the engine does."""
    if not path:
        return None
    file = ogr.Open(str(path))
    chosen = file.GetLayerByName(layer) if layer and file.GetLayerByName(layer) else file.GetLayer(0)
    return [each.items() for each in chosen]


def in_project(layer):
    """The layer, in the open project."""
    QgsProject.instance().addMapLayer(layer)
    return layer


def heights(folder, name="heights"):
    """Points with a number, as the file that a layer shows."""
    layer = drawn()
    layer.dataProvider().addAttributes([QgsField("h", QVariant.Double)])
    layer.updateFields()
    values = {each.id(): {1: float(each.id())} for each in layer.getFeatures()}
    layer.dataProvider().changeAttributeValues(values)
    return in_project(saved(layer, folder / f"{name}.gpkg", name))


def test_numbers_are_read_as_qgis_shows_them(scene, asked, tmp_path):
    layer = heights(tmp_path)
    layer.addExpressionField('"h" * 2', QgsField("twice", QVariant.Double))
    layer.startEditing()
    first = next(layer.getFeatures())
    layer.changeAttributeValue(first.id(), layer.fields().indexOf("h"), 99.0)
    given = {"INPUT": scene, "LABELS": layer, **SAID, "OUTPUT": str(tmp_path / "map.tif")}
    run("regress", {**given, "FIELD": "h"})
    run("regress", {**given, "FIELD": "twice"})
    layer.rollBack()
    run("regress", {**given, "FIELD": "h"})
    (edited, edits), (_, calculated), (plain, _) = asked
    assert Path(edited.labels).name == "map_labels.gpkg" and not Path(edited.labels).exists(), "gone with the run"
    assert edits["labels"][0]["h"] == 99 and calculated["labels"][0]["twice"] == 198 and len(edits["labels"]) == 24
    assert plain.labels == str(tmp_path / "heights.gpkg")


def test_a_field_that_holds_no_numbers_is_refused(scene, tmp_path):
    given = {"INPUT": scene, "LABELS": drawn(), "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "map.tif")}
    _, done, log = run("regress", given)
    assert not done and "holds other things than numbers: water" in log.errors[-1]


def test_classes_of_two_dates_are_read_as_qgis_shows_them(scene, asked, tmp_path):
    layer = drawn()
    layer.addExpressionField("if(\"class\" = 'water', 'soil', NULL)", QgsField("later", QVariant.String))
    given = {"INPUT": scene, "AFTER": scene, "LABELS": in_project(layer), **SAID, "OUTPUT": str(tmp_path / "map.tif")}
    run("change", {**given, "FIELD": "class", "FIELD_AFTER": "later"})
    ((request, read),) = asked
    assert (request.field, request.field_after, request.layer) == ("class", "class_after", labels_file.LAYER)
    found = {(row["class"], row["class_after"]) for row in read["labels"]}
    assert found == {("water", "soil"), ("forest", None), ("soil", None)}


def test_outlines_and_their_area_may_be_layers_of_one_file_with_edits(scene, asked, tmp_path):
    square = f"Polygon (({LEFT} {TOP}, {LEFT + 100} {TOP}, {LEFT + 100} {TOP - 100}, {LEFT} {TOP}))"
    areas = QgsVectorLayer("Polygon?crs=EPSG:32632", "areas", "memory")
    areas.dataProvider().addFeatures([polygon(square)])
    path = tmp_path / "both.gpkg"
    saved(drawn(), path, "trees")
    saved(areas, path, "areas")
    trees = in_project(QgsVectorLayer(f"{path}|layername=trees", "trees"))
    given = {"INPUT": scene, "EXAMPLES": trees, "AREA": f"{path}|layername=areas", "SIZE": 20, **SAID}
    trees.startEditing()
    trees.deleteFeature(next(trees.getFeatures()).id())
    run("count", {**given, "OUTPUT": str(tmp_path / "trees.gpkg")})
    trees.rollBack()
    run("count", {**given, "OUTPUT": str(tmp_path / "trees.gpkg")})
    (edited, edits), (plain, read) = asked
    assert len(edits["labels"]) == 23 and Path(edited.labels).name == "trees_examples.gpkg"
    assert len(edits["area"]) == 1 and Path(edited.area).name == "trees_area.gpkg"
    assert (plain.labels, plain.layer) == (str(path), "trees") and len(read["labels"]) == 24 and len(read["area"]) == 1


def polygon(wkt):
    """A feature of this shape."""
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    return feature


@pytest.mark.parametrize(
    ("name", "given"), [("regress", {"FIELD": "h"}), ("change", {"FIELD": "class"}), ("count", {})]
)
def test_features_without_a_crs_are_refused(scene, tmp_path, name, given):
    layer = heights(tmp_path)
    layer.setCrs(QgsCoordinateReferenceSystem())
    given = {"INPUT": scene, "AFTER": scene, "LABELS": layer, "EXAMPLES": layer, **SAID, **given}
    output = str(tmp_path / ("o.gpkg" if name == "count" else "o.tif"))
    _, done, log = run(name, {**given, "OUTPUT": output})
    assert not done and "the layer has no CRS. Set it in the layer's properties." in log.errors[-1]


@pytest.mark.parametrize("extent", ["0,0,0,0", "nan,nan,nan,nan", "layer"])
def test_an_empty_extent_is_not_taken_for_the_whole_layer(scene, tmp_path, extent):
    nothing = in_project(QgsVectorLayer("Point?crs=EPSG:32632", "nothing", "memory"))
    given = {"INPUT": scene, **SAID, "OUTPUT": str(tmp_path / "o.tif")}
    _, done, log = run("cluster", {**given, "EXTENT": nothing.id() if extent == "layer" else extent})
    assert not done and "The extent is empty." in log.errors[-1]
    assert "EXTENT" in refused("cluster", {**given, "EXTENT": "nothing at all"})


def test_an_output_that_is_a_url_is_refused_and_leaves_nothing(scene, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = {"INPUT": scene, "LABELS": drawn(), "FIELD": "class", **SAID, "OUTPUT": f"file://{tmp_path}/map.tif"}
    _, done, log = run("classify", given)
    assert not done and "results are written to a disk" in log.errors[-1].lower()
    assert not list(tmp_path.glob("file:*"))
