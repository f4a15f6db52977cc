"""The algorithms of the toolbox, run with the real engine as QGIS runs them."""

import hashlib
import json
import re
import shutil
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor

from ofa_qgis.engine import protocol, task
from ofa_qgis.layers import labels_file, raster_layers
from ofa_qgis.processing import base, styles
from ofa_qgis.processing import help as pages
from ofa_qgis.processing.values import UNIT_CHOICES
from tests.fakes.for_the_toolbox import Log, project_context, refused, run

SIDE = 64
BANDS = ("B02", "B03", "B04", "B08")
SPECTRA = {"water": (300, 400, 250, 150), "forest": (500, 900, 500, 3500), "soil": (1500, 1800, 2500, 3000)}
SAID = {"SENSOR": "sentinel-2", "UNITS": "dn", "DEVICE": "cpu"}
LEFT, TOP, PIXEL_M = 500_000, 5_800_000, 10


pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def scene(engine_python, write_scene):
    """Three stripes: water, forest, soil."""
    return str(striped(write_scene))


def striped(write_scene, name="scène 1.tif", **more):
    noise = np.random.default_rng(1).integers(0, 100, (len(BANDS), SIDE, SIDE))
    stripes = np.array(list(SPECTRA.values()))[np.arange(SIDE) * 3 // SIDE]  # (column, band)
    return write_scene((stripes.T[:, None, :] + noise).astype(np.uint16), BANDS, name, epsg=32632, **more)


def drawn(field="class", crs="EPSG:32632", names=tuple(SPECTRA)):
    """A memory layer of eight points for each class."""
    layer = QgsVectorLayer(f"Point?crs={crs}&field={field}:string", "drawn", "memory")
    points = []
    for number, name in enumerate(names):
        for step in range(8):
            column, row = SIDE // 3 * number + 3 + (step * 7) % 14, 4 + step * 7
            point = QgsFeature()
            x, y = LEFT + (column + 0.5) * PIXEL_M, TOP - (row + 0.5) * PIXEL_M
            point.setGeometry(QgsGeometry.fromWkt(f"Point ({x} {y})"))
            point.setAttributes([name])
            points.append(point)
    layer.dataProvider().addFeatures(points)
    return layer


@pytest.fixture
def labels(tmp_path):
    """The same as a file."""
    path = tmp_path / "étiquettes.gpkg"
    labels_file.snapshot([drawn()], "class", path)
    return str(path)


def pixels(path):
    return gdal.Open(str(path)).ReadAsArray()


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def test_the_toolbox_lists_its_algorithms_with_help_tags_and_parameters(provider):
    found = {algorithm.id(): algorithm for algorithm in provider.algorithms()}
    assert set(found) == {"ofa:inspect", "ofa:classify", "ofa:embed", "ofa:finetune", "ofa:predict"}
    for algorithm in found.values():
        assert algorithm.displayName() and algorithm.shortDescription() and "ofa" in algorithm.tags()
        assert "<h3>What to give</h3>" in algorithm.shortHelpString() and algorithm.helpUrl().startswith("file:")
    names = [parameter.name() for parameter in found["ofa:classify"].parameterDefinitions()]
    assert names == [
        "INPUT", "LABELS", "FIELD", "MORE_LABELS", "EXTENT", "SENSOR", "BANDS", "UNITS", "NODATA", "MODEL",
        "DEVICE", "PRECISION", "SKIP_DAMAGED", "OUTPUT", "CONFIDENCE", "POLYGONS", "REPORT",
    ]  # fmt: skip


def test_every_parameter_says_what_it_takes(provider):
    for algorithm in provider.algorithms():
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help().strip(), f"{algorithm.id()} {parameter.name()}"
            if parameter.type() == "string":
                assert re.search(r"\(.+[,=].+\)$", parameter.description()), parameter.description()


def test_the_units_of_the_list_are_the_engines():
    text = (Path(__file__).parents[3] / "engine" / "scene" / "units.py").read_text("utf-8")
    tables = re.findall(r"^(?:OPTICAL|RADAR) = _kinds\((.*?)^\)", text, re.S | re.M)
    known = [name for table in tables for name in re.findall(r'\("([\w+-]+)",', table)]
    assert len(tables) == 2 and sorted(set(known)) == sorted(UNIT_CHOICES)


def test_help_pages_become_html_with_pictures_in_their_place(tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "FOLDER", tmp_path)
    (tmp_path / "page.md").write_text(
        "# One <two>\n\n![dock](a b.png)\n\n- **bold**, *soft*, `x_1`\n  more\n- [site](https://a.b)"
    )
    assert pages.html_of("page").splitlines() == [
        "<h2>One &lt;two&gt;</h2>",
        f'<p><img src="{(tmp_path / "a b.png").as_uri()}" alt="dock"></p>',
        "<ul>",
        "<li><b>bold</b>, <i>soft</i>, <code>x_1</code> more</li>",
        '<li><a href="https://a.b">site</a></li>',
        "</ul>",
    ]
    assert pages.html_of("missing") == ""


def test_without_an_engine_the_toolbox_says_what_to_do(provider, monkeypatch, tmp_path):
    monkeypatch.setattr(task, "python", lambda: tmp_path / "none")
    possible, told = provider.algorithm("classify").canExecute()
    assert not possible and "set it up" in told


def test_inspect_says_what_the_scene_is_and_writes_a_page(scene, tmp_path):
    results, done, log = run("inspect", {"INPUT": scene, "OUTPUT_HTML": str(tmp_path / "über.html")})
    assert done and results["SENSOR"] == "sentinel-2" and results["UNITS"] == "dn" and results["QUESTIONS"] == 0
    assert [band["name"] for band in json.loads(results["JSON"])["bands"]] == list(BANDS)
    page = Path(results["OUTPUT_HTML"]).read_text(encoding="utf-8")
    assert "Sentinel-2 MSI" in page and "832.8 nm" in page and "scène 1.tif" in page
    assert "Sensor: Sentinel-2 MSI" in log.told


def test_inspect_lists_open_questions_by_the_parameter_that_answers_them(write_scene, engine_python):
    path = write_scene(np.full((3, 32, 32), 40, np.uint16) + np.arange(32, dtype=np.uint16), name="unknown.tif")
    results, done, log = run("inspect", {"INPUT": str(path), "OUTPUT_HTML": None})
    assert done and results["QUESTIONS"] > 0 and results["SENSOR"] == ""
    assert any(text.endswith("Fill in BANDS: 1=red,2=green,3=blue.") for text in log.warned)


@pytest.mark.parametrize("kind", ["vrt", "zip", "table of a geopackage", "long path"])
def test_scenes_that_are_no_plain_files_reach_the_engine_by_name(scene, tmp_path, kind):
    if kind == "vrt":
        name = str(tmp_path / "of one.vrt")
        gdal.BuildVRT(name, [scene])
    elif kind == "zip":
        with zipfile.ZipFile(tmp_path / "packed é.zip", "w") as packed:
            packed.write(scene, "a.tif")
        name = f"/vsizip/{tmp_path}/packed é.zip/a.tif"
    elif kind == "long path":
        name = str(tmp_path / ("ä b" * 30) / ("ñ" * 60) / "s.tif")
        Path(name).parent.mkdir(parents=True)
        shutil.copy(scene, name)
    else:
        name = f"GPKG:{tmp_path}/r.gpkg:bild"
        options = ["RASTER_TABLE=bild", "TILE_FORMAT=PNG"]
        gdal.Translate(f"{tmp_path}/r.gpkg", scene, format="GPKG", creationOptions=options, outputType=gdal.GDT_Byte)
    layer = QgsRasterLayer(name, kind)
    QgsProject.instance().addMapLayer(layer)
    results, done, log = run("inspect", {"INPUT": layer})
    assert done and json.loads(log.commands[0])["scene"] == name
    facts = json.loads(results["JSON"])
    assert (facts["width"], facts["height"]) == (SIDE, SIDE)


def test_classify_writes_map_confidence_polygons_and_report(scene, labels, tmp_path):
    out = {
        "OUTPUT": str(tmp_path / "out é" / "map.tif"), "CONFIDENCE": str(tmp_path / "out é" / "conf.tif"),
        "POLYGONS": str(tmp_path / "out é" / "map.gpkg"), "REPORT": str(tmp_path / "out é" / "report"),
    }  # fmt: skip
    results, done, log = run("classify", {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, **out})
    assert done and {name: results[name] for name in out} == out
    found = pixels(out["OUTPUT"])
    truth = np.array([3, 1, 2])[np.arange(SIDE) * 3 // SIDE]  # forest, soil, water by name
    assert (found == truth[None, :]).mean() > 0.98
    assert pixels(out["CONFIDENCE"]).min() >= 0 and pixels(out["CONFIDENCE"]).max() <= 1
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
    request, _ = protocol.decode(log.commands[0], protocol.REQUESTS)
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
    recipe = json.loads(log.commands[0])
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


def test_embed_writes_one_band_a_feature(scene, tmp_path):
    results, done, _ = run("embed", {"INPUT": scene, **SAID, "OUTPUT": str(tmp_path / "features.tif")})
    assert done and gdal.Open(results["OUTPUT"]).RasterCount > 4
    assert json.loads(results["RECIPE"])["kind"] == "embed"


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


def test_cancel_ends_the_run_within_seconds_and_leaves_nothing(write_scene, engine_python, labels, tmp_path):
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
    assert "OUTPUT" not in results and (not out.parent.exists() or not list(out.parent.iterdir()))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"FIELD": "kind"}, "no field kind. choose one of: "),
        ({"BANDS": "B02"}, "bands are written 1=B02"),
        ({"BANDS": "9=B02"}, "no band 9"),
        ({"EXTENT": "0,1,0,1 [EPSG:32632]"}, "outside"),
        ({"LABELS": "/nowhere.gpkg"}, "LABELS"),
        ({"INPUT": "/nowhere.tif"}, "INPUT"),
    ],
)
def test_what_cannot_work_is_told_in_one_line(scene, labels, tmp_path, change, told):
    given = {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    log = Log()
    try:
        run("classify", {**given, **change}, log=log)
        text = "\n".join(log.errors)
    except QgsProcessingException as error:
        text = str(error)
    assert told.lower() in text.lower() and "\n" not in text.strip()


def test_an_output_must_not_be_an_input(scene, labels, tmp_path):
    given = {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    assert "is an input" in refused("classify", {**given, "OUTPUT": scene})
    assert "is an input" in refused("classify", {**given, "POLYGONS": labels})
    assert "Two outputs" in refused("classify", {**given, "CONFIDENCE": given["OUTPUT"]})
    assert "is the input" in refused("embed", {"INPUT": scene, **SAID, "OUTPUT": scene})


def test_formats_that_the_engine_does_not_write_are_refused_before_the_run(scene, labels, tmp_path):
    given = {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    assert ".png" in refused("classify", {**given, "OUTPUT": str(tmp_path / "m.png")})
    assert ".kml" in refused("classify", {**given, "POLYGONS": str(tmp_path / "m.kml")})


def test_labels_without_a_crs_are_refused(scene, tmp_path):
    bare = drawn(crs="")
    bare.setCrs(QgsCoordinateReferenceSystem())
    given = {"INPUT": scene, "LABELS": bare, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    assert "have no CRS" in refused("classify", given)


def test_a_layer_that_only_qgis_reads_is_refused_with_the_way_out(engine_python, labels, tmp_path):
    service = QgsRasterLayer("type=xyz&url=file:///no/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0", "osm", "wms")
    QgsProject.instance().addMapLayer(service)
    given = {"INPUT": service, "LABELS": labels, "FIELD": "class", "OUTPUT": str(tmp_path / "m.tif")}
    assert "Export" in refused("classify", given)


def test_open_questions_end_the_run_with_the_parameter_to_fill_in(write_scene, engine_python, labels, tmp_path):
    path = write_scene(pixels(striped(write_scene)), name="bare.tif", epsg=32632)
    given = {"INPUT": str(path), "LABELS": labels, "FIELD": "class", "OUTPUT": str(tmp_path / "m.tif")}
    _, done, log = run("classify", given)
    (text,) = log.errors
    assert not done and "BANDS" in text and "--" not in text and not (tmp_path / "m.tif").exists()


def test_a_batch_of_two_runs_one_after_the_other(write_scene, labels, tmp_path, engine_python):
    context, log = project_context(), Log()
    for name in ("a", "b"):
        path = striped(write_scene, f"{name}.tif")
        given = {
            "INPUT": str(path),
            "LABELS": labels,
            "FIELD": "class",
            **SAID,
            "OUTPUT": str(tmp_path / f"{name}_m.tif"),
        }
        results, done, _ = run("classify", given, context, log)
        assert done and Path(results["OUTPUT"]).is_file()
    assert len(log.commands) == 2


def test_it_runs_on_a_background_thread_while_the_window_lives(scene, labels, tmp_path, qtbot):

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ofa:classify")
    context, log, ended, beats = project_context(), Log(), [], []
    given = {"INPUT": scene, "LABELS": labels, "FIELD": "class", **SAID, "OUTPUT": str(tmp_path / "m.tif")}
    runner = QgsProcessingAlgRunnerTask(algorithm, given, context, log)
    runner.executed.connect(lambda done, results: ended.append((done, results)))
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start(50)
    QgsApplication.taskManager().addTask(runner)
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    assert ended[0][0] and Path(ended[0][1]["OUTPUT"]).is_file()
    assert max(np.diff(beats)) < 1


def test_a_model_with_the_algorithm_survives_the_designer_and_runs(scene, labels, tmp_path):
    model = QgsProcessingModelAlgorithm("map", "maps")
    for definition in (QgsProcessingParameterRasterLayer("scene"), QgsProcessingParameterFeatureSource("labels")):
        model.addModelParameter(definition, QgsProcessingModelParameter(definition.name()))
    child = QgsProcessingModelChildAlgorithm("ofa:classify")
    child.setChildId("classify")
    source = QgsProcessingModelChildParameterSource
    sources = {"INPUT": source.fromModelParameter("scene"), "LABELS": source.fromModelParameter("labels")}
    sources.update({name: source.fromStaticValue(value) for name, value in {"FIELD": "class", **SAID}.items()})
    for name, value in sources.items():
        child.addParameterSources(name, [value])
    result = QgsProcessingModelOutput("map")
    result.setChildId("classify")
    result.setChildOutputName("OUTPUT")
    child.setModelOutputs({"map": result})
    model.addChildAlgorithm(child)
    path = str(tmp_path / "map.model3")
    assert model.toFile(path)
    again = QgsProcessingModelAlgorithm()
    assert again.fromFile(path)
    again.initAlgorithm()
    out = str(tmp_path / "map.tif")
    log = Log()
    results, done = again.run(
        {"scene": scene, "labels": labels, "classify:map": out, "map": out}, project_context(), log
    )
    assert done, log.errors
    assert set(np.unique(pixels(next(value for value in results.values() if str(value).endswith(".tif"))))) == {1, 2, 3}


def test_long_steps_are_told_with_the_time_that_is_left(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(base.time, "monotonic", lambda: now[0])
    log = Log()
    narrator = base.Narrator(log)
    for seconds, done in ((0, 0), (5, 5), (20, 20), (21, 21), (31, 31)):
        now[0] = seconds
        narrator.hear(base.Progress("job", done, 100, "mapping"))
    assert log.steps == ["Mapping"]
    assert log.told == ["Mapping 20% · 1:20 left", "Mapping 31% · 1:09 left"]
