"""`ofa:classify` with the real engine, as QGIS runs it: labels of any kind in, styled results out."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ofa_qgis.engine import task
from ofa_qgis.layers import labels_file, raster_layers
from ofa_qgis.messages import decode
from ofa_qgis.processing import styles
from ofa_qgis.protocol import REQUESTS
from tests.fakes.for_the_toolbox import (
    BANDS,
    SAID,
    SIDE,
    Log,
    digest,
    drawn,
    labels_in,
    pixels,
    project_context,
    refused,
    run,
    striped,
)

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def scene(engine_python, write_scene):
    """Three stripes: water, forest, soil."""
    return str(striped(write_scene))


@pytest.fixture
def labels(tmp_path):
    """Eight points for each class, as a file."""
    return labels_in(tmp_path)


def test_classify_writes_map_confidence_polygons_and_report(scene, labels, tmp_path):
    out = {
        "OUTPUT": str(tmp_path / "out é" / "map.tif"), "CONFIDENCE": str(tmp_path / "out é" / "conf.tif"),
        "POLYGONS": str(tmp_path / "out é" / "map.gpkg"), "REPORT": str(tmp_path / "out é" / "report"),
        "APPLICABILITY": str(tmp_path / "out é" / "unlike.tif"),
    }  # fmt: skip
    results, done, log = run("classify", {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, **out})
    assert done and {name: results[name] for name in out} == out
    found = pixels(out["OUTPUT"])
    truth = np.array([3, 1, 2])[np.arange(SIDE) * 3 // SIDE]  # forest, soil, water by name
    assert (found == truth[None, :]).mean() > 0.98
    assert pixels(out["CONFIDENCE"]).min() >= 0 and pixels(out["CONFIDENCE"]).max() <= 1
    assert (pixels(out["APPLICABILITY"]) <= 1).mean() > 0.9  # all classes are labelled
    assert QgsVectorLayer(out["POLYGONS"], "p").featureCount() >= 3
    assert any(Path(out["REPORT"]).iterdir())
    assert results["MACRO_F1"] > 0.9 and results["ACCURACY"] > 0.9 and results["CLASSES"] == results["CHECKED"] == 3
    assert "Mapping" in log.steps and any("Macro-F1" in text for text in log.told)
    recipe = json.loads(log.commands[0])
    assert recipe == json.loads(results["RECIPE"]) and recipe["labels"] == labels and recipe["kind"] == "classify"


def test_labels_that_are_no_file_are_copied_beside_the_map_for_the_recipe(scene, labels, tmp_path):
    given = {"INPUT": scene, "FIELD": "class", **SAID}
    run("classify", {**given, "LABELS": labels, "OUTPUT": str(tmp_path / "a" / "map.tif")})
    results, _, log = run("classify", {**given, "LABELS": drawn(), "OUTPUT": str(tmp_path / "b" / "map.tif")})
    recipe = json.loads(log.commands[0])
    assert recipe["labels"] == str(tmp_path / "b" / "map_labels.gpkg") and Path(recipe["labels"]).is_file()
    assert (pixels(tmp_path / "a" / "map.tif") == pixels(results["OUTPUT"])).all()
    _, _, again = run("classify", {**given, "LABELS": drawn(), "OUTPUT": str(tmp_path / "b" / "map.tif")})
    assert json.loads(again.commands[0])["labels"] == str(tmp_path / "b" / "map_labels_2.gpkg")


def test_the_copy_of_the_labels_does_not_take_the_name_of_another_output(scene, tmp_path):
    wanted = tmp_path / "map_labels.gpkg"
    given = {"INPUT": scene, "LABELS": drawn(), "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "map.tif")}
    results, _, log = run("classify", {**given, "POLYGONS": str(wanted)})
    assert results["POLYGONS"] == str(wanted) and json.loads(log.commands[0])["labels"].endswith("map_labels_2.gpkg")


def test_invalid_polygons_are_labels_as_in_the_dock(scene, tmp_path):
    bow = "Polygon (({0} 5799990, {1} 5799900, {0} 5799900, {1} 5799990, {0} 5799990))"
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=class:string", "bows", "memory")
    for x, name in ((500_020, "water"), (500_240, "forest"), (500_460, "soil")):
        shape = QgsFeature()
        shape.setGeometry(QgsGeometry.fromWkt(bow.format(x, x + 90)))
        shape.setAttributes([name])
        layer.dataProvider().addFeatures([shape])
    given = {"INPUT": scene, "LABELS": layer, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    results, done, log = run("classify", given)
    assert done and results["CLASSES"] == 3, log.errors


def test_the_recipe_run_again_gives_the_same_bytes(scene, labels, tmp_path):
    out = tmp_path / "map.tif"
    results, _, log = run("classify", {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, "OUTPUT": str(out)})
    first = digest(out)
    out.unlink()
    request, _ = decode(log.commands[0], REQUESTS)
    task.run_blocking(request, lambda: False, lambda _: None)
    assert digest(out) == first and results["OUTPUT"] == str(out)


def test_selected_features_only_are_the_labels(scene, tmp_path, qgis_new_project):
    layer = drawn()
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"class\" <> 'soil'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    results, _, _ = run(
        "classify", {"INPUT": scene, "LABELS": chosen, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    )
    assert results["CLASSES"] == 2


def test_the_colours_of_the_label_layer_are_the_maps(scene, tmp_path, qgis_new_project):
    layer = drawn()
    categories = []
    for name, colour in (("water", "#010203"), ("forest", "#040506"), ("soil", "#070809")):
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(colour))
        categories.append(QgsRendererCategory(name, symbol, name))
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    _, _, log = run(
        "classify", {"INPUT": scene, "LABELS": layer, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    )
    assert json.loads(log.commands[0])["colours"] == {"water": "#010203", "forest": "#040506", "soil": "#070809"}
    table = gdal.Open(str(tmp_path / "m.tif"))
    assert table.GetRasterBand(1).GetColorTable().GetColorEntry(3)[:3] == (1, 2, 3)  # water, the third by name


def test_the_layers_own_settings_and_remembered_answers_are_used(write_scene, labels, tmp_path, engine_python):
    layer = QgsRasterLayer(str(striped(write_scene)), "scene")
    QgsProject.instance().addMapLayer(layer)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    for band in range(1, 5):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 160)])
    raster_layers.remember(layer, "sentinel-2", {"1": "unused"}, "dn", "data")
    given = {"INPUT": layer, "LABELS": labels, "FIELD": "class", "DEVICE": "cpu", "OUTPUT": str(tmp_path / "m.tif")}
    _, _, log = run("classify", given)
    recipe = json.loads(log.commands[0])["scene"]
    assert recipe["sensor"] == "sentinel-2" and recipe["units"] == "dn" and recipe["bands"] == {"1": "unused"}
    assert recipe["fill"] == "data"
    assert recipe["crs"] == "EPSG:25832" and recipe["nodata"] == [[0, 160]]
    found = pixels(tmp_path / "m.tif")
    assert (found[:, : SIDE // 3] == 0).mean() > 0.05, "dark water is nodata now"
    assert QgsRasterLayer(str(tmp_path / "m.tif"), "m").crs().authid() == "EPSG:25832"


def test_an_extent_in_another_crs_maps_the_part_and_its_pixels_are_those_of_the_whole(scene, labels, tmp_path):
    given = {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID}
    run("classify", {**given, "OUTPUT": str(tmp_path / "whole.tif")})
    part = "500101,500299,5799701,5799899 [EPSG:25832]"
    run("classify", {**given, "EXTENT": part, "OUTPUT": str(tmp_path / "part.tif")})
    assert (pixels(tmp_path / "part.tif") == pixels(tmp_path / "whole.tif")[10:30, 10:30]).all()


def test_results_are_styled_when_qgis_loads_them(scene, labels, qgis_new_project):
    context = project_context()
    given = {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID}
    destinations = {}
    for name in ("OUTPUT", "CONFIDENCE", "POLYGONS"):
        destinations[name] = QgsProcessingUtils.generateTempFilename(
            f"{name}.{'gpkg' if name == 'POLYGONS' else 'tif'}"
        )
        details = QgsProcessingContext.LayerDetails(name, QgsProject.instance(), name)
        context.addLayerToLoadOnCompletion(destinations[name], details)
    run("classify", {**given, **destinations}, context)
    loaded = {}
    for name, path in destinations.items():
        loaded[name] = QgsProcessingUtils.mapLayerFromString(path, context)
        context.layerToLoadOnCompletionDetails(path).postProcessor().postProcessLayer(loaded[name], context, Log())
    assert loaded["OUTPUT"].renderer().type() == "paletted"
    assert [entry.label for entry in loaded["OUTPUT"].renderer().classes()] == ["forest", "soil", "water"]
    assert loaded["CONFIDENCE"].renderer().type() == "singlebandpseudocolor"
    assert loaded["POLYGONS"].renderer().type() == "categorizedSymbol"


def test_confidence_and_polygons_are_loaded_below_the_map(qgis_new_project, write_scene, tmp_path):
    """As QGIS before 3.32 loads them: in the order of their paths, each on top; later versions sort by a key."""
    plane = np.ones((1, 9, 9), np.uint8)
    made = {kind: str(write_scene(plane, name=f"{kind}.tif")) for kind in ("map", "confidence")}
    made["polygons"] = str(tmp_path / "polygons.gpkg")
    labels_file.snapshot([drawn()], "class", Path(made["polygons"]))
    for _ in range(2):  # QGIS deletes what styled the results of a run with the context of that run
        context = project_context()
        for path in made.values():
            details = QgsProcessingContext.LayerDetails(path, QgsProject.instance(), path)
            context.addLayerToLoadOnCompletion(path, details)
        styles.style_when_loaded(context, made)
    root = QgsProject.instance().layerTreeRoot()
    above = QgsProject.instance().addMapLayer(drawn())
    group = root.insertGroup(0, "a group")
    for parent in (root, group):
        for path, details in sorted(context.layersToLoadOnCompletion().items()):
            layer = QgsVectorLayer(path, path) if path.endswith("gpkg") else QgsRasterLayer(path, path)
            QgsProject.instance().addMapLayer(layer, False)
            parent.insertLayer(0, layer)
            details.postProcessor().postProcessLayer(layer, context, Log())
        found = [node.name() for node in parent.children() if node.name() in made.values()]
        assert found == list(made.values())
        if hasattr(details, "layerSortKey"):
            keys = [context.layerToLoadOnCompletionDetails(path).layerSortKey for path in made.values()]
            assert keys == sorted(keys, reverse=True)
    assert root.findLayer(above.id()) is not None and len(QgsProject.instance().mapLayers()) == 7


def test_several_layers_of_labels_are_merged(scene, tmp_path, qgis_new_project):
    """In another CRS, with another field of the class, and edits that are not saved."""
    near, far = drawn("kind", names=("water", "forest")), drawn("code", names=("", "", "soil"))
    far.startEditing()
    for fid in range(1, 17):
        far.deleteFeature(fid)
    moved = QgsVectorLayer("Point?crs=EPSG:4326&field=osm_id:string&field=landcover:string", "moved", "memory")
    to_degrees = QgsCoordinateTransform(far.crs(), moved.crs(), QgsProject.instance())
    for number, found in enumerate(far.getFeatures()):
        feature, place = QgsFeature(moved.fields()), found.geometry()
        place.transform(to_degrees)
        feature.setGeometry(place)
        feature.setAttributes([f"node/{number}", found["code"]])
        moved.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayers([near, moved])
    given = {"INPUT": scene, "LABELS": near, "FIELD": "kind", "MORE_LABELS": [near, moved], **SAID}
    results, done, _ = run("classify", {**given, "OUTPUT": str(tmp_path / "map.tif")})
    assert done and results["CLASSES"] == 3
    copy = QgsVectorLayer(f"{tmp_path / 'map_labels.gpkg'}|layername=labels", "copy")
    assert copy.featureCount() == 24 and copy.crs() == near.crs()
    request = json.loads(results["RECIPE"])
    assert request["field"] == "class" and request["labels"] == str(tmp_path / "map_labels.gpkg")
    map_HW = pixels(tmp_path / "map.tif")
    assert [map_HW[:, column].max() for column in (5, 30, 60)] == [3, 1, 2], "water, forest, soil by name"


def test_a_further_layer_without_classes_is_refused_by_name(scene, qgis_new_project):
    bare = QgsVectorLayer("Point?crs=EPSG:32632&field=fid:int", "bare", "memory")
    near = drawn()
    QgsProject.instance().addMapLayers([near, bare])
    given = {"INPUT": scene, "LABELS": near, "FIELD": "class", "MORE_LABELS": [bare], **SAID}
    told = refused("classify", {**given, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "The labels bare have no field class" in told and "the same name in all layers" in told


def test_cancel_ends_the_run_within_seconds_and_leaves_no_map(write_scene, engine_python, labels, tmp_path):
    big = np.tile(np.arange(1, 3001, dtype=np.uint16), (4, 3000, 1))
    path = write_scene(big, BANDS, "big.tif", epsg=32632)
    log, out = Log(), tmp_path / "out" / "map.tif"
    began = []

    def stop_when_mapping(text):
        log.steps.append(text)
        if text == "Mapping":
            began.append(time.monotonic())
            log.cancel()

    log.setProgressText = stop_when_mapping
    results, _, _ = run(
        "classify",
        {"INPUT": str(path), "LABELS": drawn(), "FIELD": "class", **SAID, "OUTPUT": str(out)},
        log=log,
    )
    assert began and time.monotonic() - began[0] < 5
    left = list(out.parent.iterdir()) if out.parent.exists() else []  # what is done stays, for the same run to go on
    assert "OUTPUT" not in results and all(path.name.startswith(".ofa-part-") for path in left)
