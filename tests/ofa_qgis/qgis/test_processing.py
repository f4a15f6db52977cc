"""The toolbox: its algorithms, their help, what they refuse, and how they run in batch, in models and in threads."""

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
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgRunnerTask,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QTimer

from ofa_qgis.engine import task
from ofa_qgis.processing import base
from ofa_qgis.processing import help as pages
from tests.fakes.for_the_toolbox import (
    ALGORITHMS,
    BANDS,
    SAID,
    SIDE,
    Log,
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


def test_the_toolbox_lists_its_algorithms_with_help_tags_and_parameters(provider):
    found = {algorithm.id(): algorithm for algorithm in provider.algorithms()}
    assert set(found) == {f"ofa:{name}" for name in ALGORITHMS}
    for algorithm in found.values():
        assert algorithm.displayName() and algorithm.shortDescription() and "ofa" in algorithm.tags()
        assert "<h3>What to give</h3>" in algorithm.shortHelpString() and algorithm.helpUrl().startswith("file:")
    names = [parameter.name() for parameter in found["ofa:classify"].parameterDefinitions()]
    assert names == [
        "INPUT", "LABELS", "FIELD", "MORE_LABELS", "SCENES", "VALUES", "COLOURS", "GROUPS", "EXTENT", "SENSOR",
        "BANDS", "UNITS", "NODATA", "SKIP_DAMAGED", "MASK", "REMOTE", "BESIDE", "GRID", "MODEL", "DEVICE", "PRECISION",
        "OUTPUT", "CONFIDENCE", "APPLICABILITY", "POLYGONS", "REPORT", "SAVED_MODEL",
    ]  # fmt: skip


def test_every_parameter_says_what_it_takes(provider):
    for algorithm in provider.algorithms():
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help().strip(), f"{algorithm.id()} {parameter.name()}"
            if parameter.type() == "string":
                assert re.search(r"\(.+[,=].+\)$", parameter.description()), parameter.description()


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
    assert done and json.loads(log.commands[0])["scene"]["path"] == name
    facts = json.loads(results["JSON"])
    assert (facts["width"], facts["height"]) == (SIDE, SIDE)


def test_embed_writes_one_band_a_feature(scene, tmp_path):
    results, done, _ = run("embed", {"INPUT": scene, **SAID, "OUTPUT": str(tmp_path / "features.tif")})
    assert done and gdal.Open(results["OUTPUT"]).RasterCount > 4
    assert json.loads(results["RECIPE"])["kind"] == "embed"


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
    assert "has no CRS" in refused("classify", given)


def test_a_layer_that_only_qgis_reads_is_refused_with_the_way_out(engine_python, labels, tmp_path):
    service = QgsRasterLayer("type=xyz&url=file:///no/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0", "osm", "wms")
    QgsProject.instance().addMapLayer(service)
    given = {"INPUT": service, "LABELS": labels, "FIELD": "class", "OUTPUT": str(tmp_path / "m.tif")}
    assert "Export" in refused("classify", given)


@pytest.mark.parametrize("name", ["sample", "clean", "hits", "assess", "finetune"])
def test_maps_are_read_as_their_files_say_or_not_at_all(write_scene, engine_python, tmp_path, name):
    path = str(write_scene(np.ones((1, SIDE, SIDE), np.uint8), name="map.tif", epsg=None))
    layer = QgsRasterLayer(path, "map")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    QgsProject.instance().addMapLayer(layer)
    sample = tmp_path / "sample.gpkg"
    sample.touch()
    more = {"SAMPLE": str(sample), "MIN_AREA": "20px", "LABEL_RASTER": layer}
    out = {"sample": "o.gpkg", "clean": "o.tif", "hits": "o.gpkg"}.get(name, "o")
    _, done, log = run(name, {"INPUT": layer, **more, "OUTPUT": str(tmp_path / out)})
    assert not done and "of map are set in QGIS only, and not in its file. Export the layer" in log.errors[-1]


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
    progress_log = base.ProgressLog(log)
    for seconds, done in ((0, 0), (5, 5), (20, 20), (21, 21), (31, 31)):
        now[0] = seconds
        progress_log.hear(base.Progress("job", done, 100, "mapping"))
    assert log.steps == ["Mapping"]
    assert log.told == ["Mapping 20% · 1:20 left", "Mapping 31% · 1:09 left"]
