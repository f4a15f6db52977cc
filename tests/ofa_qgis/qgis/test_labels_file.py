"""Label layers of every kind become one file with all that QGIS shows of them."""

import pytest

try:
    import resource
except ImportError:  # Windows
    resource = None
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

from ofa_qgis.layers.labels_file import FIELD, class_text, plain_file, snapshot
from ofa_qgis.layers.raster_layers import LayerError


def make(geometry="Point", fields="class:string", rows=(), crs="EPSG:32632", name="labels"):
    """A memory layer with rows of (WKT, attributes…)."""
    parts = "".join(f"&field={field}" for field in fields.split(",") if field)
    layer = QgsVectorLayer(f"{geometry}?crs={crs}{parts}", name, "memory")
    layer.dataProvider().addFeatures([feature(*row) for row in rows])
    layer.updateExtents()
    return layer


def feature(wkt, *values):
    made = QgsFeature()
    if wkt:
        made.setGeometry(QgsGeometry.fromWkt(wkt))
    made.setAttributes(list(values))
    return made


def saved(layer, path, name="labels"):
    """The layer as a file on disk."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = QgsVectorFileWriter.driverForExtension(path.suffix), name
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    assert error[0] == 0, error
    return QgsVectorLayer(f"{path}|layername={name}" if path.suffix == ".gpkg" else str(path), name)


def read(path):
    """(class, WKT) of all features in the file."""
    layer = QgsVectorLayer(str(path), "read")
    assert layer.isValid()
    return [(row[FIELD], row.geometry().asWkt(0)) for row in layer.getFeatures()]


POINTS = [("Point (1 2)", "water"), ("Point (3 4)", "forest")]


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_points_lines_and_polygons_stand_in_one_file(qgis_app, tmp_path, ending):
    lines = make("LineString", rows=[("LineString (0 0, 5 5)", "road")])
    areas = make("MultiPolygon", rows=[("MultiPolygon (((0 0, 1 0, 1 1, 0 0)),((5 5, 6 5, 6 6, 5 5)))", "crops")])
    out = tmp_path / f"étiquettes neu{ending}"
    assert snapshot([make(rows=POINTS), lines, areas], "class", out) == 4
    found = read(out)
    assert found[:3] == [("water", "Point (1 2)"), ("forest", "Point (3 4)"), ("road", "LineString (0 0, 5 5)")]
    assert found[3][1].startswith("MultiPolygon") and found[3][1].count("((") == 2
    assert QgsVectorLayer(str(out), "again").crs().authid() == "EPSG:32632"


def test_edits_that_are_not_saved_are_seen(qgis_app, tmp_path):
    layer = make(rows=POINTS)
    layer.startEditing()
    first, second = layer.getFeatures()
    layer.addFeature(feature("Point (7 8)", "crops"))
    layer.changeAttributeValue(first.id(), 0, "sand")
    layer.deleteFeature(second.id())
    assert snapshot([layer], "class", tmp_path / "l.gpkg") == 2
    assert sorted(read(tmp_path / "l.gpkg")) == [("crops", "Point (7 8)"), ("sand", "Point (1 2)")]


def test_a_filter_is_kept(qgis_app, tmp_path):
    layer = make(rows=POINTS)
    assert layer.setSubsetString("\"class\" = 'water'")
    assert snapshot([layer], "class", tmp_path / "l.gpkg") == 1


def test_features_without_class_or_geometry_are_left_out(qgis_app, tmp_path):
    layer = make(rows=[*POINTS, ("Point (5 6)", None), ("Point (5 6)", "  "), ("", "water")])
    assert snapshot([layer], "class", tmp_path / "l.gpkg") == 2


def test_another_crs_is_brought_to_the_first_layers(qgis_app, tmp_path):
    here = make(rows=[("Point (500000 5000000)", "water")])
    world = make(crs="EPSG:4326", rows=[("Point (9 45)", "forest")])
    snapshot([here, world], "class", tmp_path / "l.gpkg")
    (_, (name, wkt)) = read(tmp_path / "l.gpkg")
    x, y = (float(part) for part in wkt[7:-1].split())
    assert name == "forest" and abs(x - 500000) < 2 and abs(y - 4982950) < 500


def test_the_crs_that_the_user_assigned_counts(qgis_app, tmp_path):
    layer = make(rows=POINTS)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    snapshot([layer], "class", tmp_path / "l.gpkg")
    assert QgsVectorLayer(str(tmp_path / "l.gpkg"), "l").crs().authid() == "EPSG:25832"


def test_a_place_that_the_first_crs_does_not_know_is_an_error_of_one_line(qgis_app, tmp_path):
    far = make(crs="EPSG:4326", rows=[("Point (9 95)", "forest")])
    with pytest.raises(LayerError, match="cannot be brought to") as caught:
        snapshot([make(rows=POINTS), far], "class", tmp_path / "l.gpkg")
    assert caught.value.hint


def test_a_second_snapshot_replaces_the_first(qgis_app, tmp_path):
    snapshot([make(rows=POINTS)], "class", tmp_path / "l.gpkg")
    assert snapshot([make(rows=POINTS[:1])], "class", tmp_path / "l.gpkg") == 1
    assert len(read(tmp_path / "l.gpkg")) == 1


def test_a_missing_field_is_named_with_those_there_are(qgis_app, tmp_path):
    with pytest.raises(LayerError, match="no field kind") as caught:
        snapshot([make(rows=POINTS)], "kind", tmp_path / "l.gpkg")
    assert "class" in caught.value.hint


def test_a_folder_that_is_not_there_is_an_error_of_one_line(qgis_app, tmp_path):
    with pytest.raises(LayerError, match="cannot be written"):
        snapshot([make(rows=POINTS)], "class", tmp_path / "no" / "l.gpkg")


@pytest.mark.parametrize(
    ("value", "text"),
    [(3, "3"), (3.0, "3"), (1.5, "1.5"), (" wood ", "wood"), (True, "True"), (["one"], "one"), (["a", "b"], ""),
     (None, ""), (float("nan"), "")],
)  # fmt: skip
def test_classes_are_named_as_the_engine_names_them(qgis_app, value, text):
    assert class_text(value) == text


@pytest.mark.skipif(resource is None, reason="needs a limit on the size of files")
@pytest.mark.parametrize(("ending", "most"), [(".gpkg", 10_000), (".gpkg", 120_000), (".geojson", 120_000)])
def test_a_file_that_is_not_written_as_a_whole_is_told_in_short_and_removed(qgis_app, tmp_path, ending, most):
    """As on a full disk: most of it shows only when the file is closed."""
    layer = make(rows=[(f"Point ({k} 2)", f"class {k % 3}") for k in range(5000)])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        with pytest.raises(LayerError) as caught:
            snapshot([layer], "class", tmp_path / f"out{ending}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "cannot be written" in caught.value.error and len(caught.value.error) < 300 + len(str(tmp_path))
    assert "space left" in caught.value.hint and not list(tmp_path.glob("out*"))


def test_numeric_fields_become_text(qgis_app, tmp_path):
    layer = make(fields="code:integer,share:double", rows=[("Point (1 2)", 7, 2.0), ("Point (1 2)", None, 2.5)])
    assert snapshot([layer], "code", tmp_path / "a.gpkg") == 1
    assert snapshot([layer], "share", tmp_path / "b.gpkg") == 2
    assert [name for name, _ in read(tmp_path / "a.gpkg")] == ["7"]
    assert [name for name, _ in read(tmp_path / "b.gpkg")] == ["2", "2.5"]


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson"])
def test_a_saved_layer_needs_no_snapshot(qgis_app, tmp_path, ending):
    path = tmp_path / f"l{ending}"
    layer = saved(make(rows=POINTS), path)
    assert plain_file(layer, "class") == (str(path), "labels" if ending == ".gpkg" else None)


def test_a_layer_that_shows_more_than_its_file_needs_a_snapshot(qgis_app, tmp_path, qgis_new_project):
    def fresh():
        return saved(make(rows=POINTS), tmp_path / "l.gpkg")

    assert plain_file(fresh(), "class")
    assert not plain_file(None, "class")
    assert not plain_file(make(rows=POINTS), "class")
    assert not plain_file(fresh(), "kind")
    edited = fresh()
    edited.startEditing()
    edited.changeAttributeValue(1, edited.fields().lookupField("class"), "sand")
    assert not plain_file(edited, "class")
    edited.rollBack()
    filtered = fresh()
    filtered.setSubsetString("\"class\" = 'water'")
    assert not plain_file(filtered, "class")
    moved = fresh()
    moved.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    assert not plain_file(moved, "class")


def test_a_joined_field_needs_a_snapshot_and_is_in_it(qgis_app, tmp_path, qgis_new_project):
    layer = saved(make(fields="class:string", rows=POINTS), tmp_path / "l.gpkg")
    kinds = make("None", "class:string,kind:string", [("", "water", "wet"), ("", "forest", "green")], name="kinds")
    QgsProject.instance().addMapLayers([layer, kinds])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(kinds)
    join.setJoinFieldName("class")
    join.setTargetFieldName("class")
    join.setPrefix("")
    layer.addJoin(join)
    assert not plain_file(layer, "kind")
    snapshot([layer], "kind", tmp_path / "s.gpkg")
    assert {name for name, _ in read(tmp_path / "s.gpkg")} == {"wet", "green"}


def test_a_file_of_several_layers_without_a_name_needs_a_snapshot(qgis_app, tmp_path):
    path = tmp_path / "two.gpkg"
    saved(make(rows=POINTS), path, "one")
    saved(make(rows=POINTS), path, "two")
    assert not plain_file(QgsVectorLayer(str(path), "first"), "class")
    assert plain_file(QgsVectorLayer(f"{path}|layername=two", "two"), "class") == (str(path), "two")
