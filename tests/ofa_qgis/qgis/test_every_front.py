"""Every algorithm takes all that a request says of a scene and of the computation, and every job of the dock holds it.

The shell's commands have the same test: tests/engine/cli/test_options.py.
"""

import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsField, QgsPointXY, QgsProject, QgsRasterLayer, QgsRasterRange
from qgis.PyQt.QtCore import QVariant

from ofa_qgis import models, settings
from ofa_qgis.gui.map import map_request
from ofa_qgis.gui.train import train_request
from ofa_qgis.layers import raster_layers
from ofa_qgis.messages import encode
from ofa_qgis.processing import spec_parameters
from ofa_qgis.protocol import REQUESTS, ComputeSpec, FinetuneRequest, SceneSpec
from ofa_qgis.request_fields import givens
from ofa_qgis.training.training_scenes import further_scenes
from tests.fakes.answers_about_training import card
from tests.fakes.for_the_dock import CRS, LEFT, LONG_MS, TOP, FakeStore, flat, label
from tests.fakes.for_the_toolbox import drawn, run

ASSIGNED = "EPSG:25833"  # another CRS than the file's, with the same coordinates
SCENE = {
    "sensor": "sentinel-2", "bands": {"1": "B02", "2": "unused"}, "units": "dn+1000", "crs": ASSIGNED,
    "nodata": [[5, 9]], "fill": "data", "file_nodata": False, "skip_damaged": True, "mask": "clouds", "remote": True,
    "beside": ["radar.tif"], "grid": "30",
}  # fmt: skip
COMPUTE = {"model": "some-model", "device": "cpu", "precision": "bfloat16"}
"""No field has its default."""
OF_A_PERSON = ("inspect", "preview", "prepare", "grow", "classify", "predict", "finetune")
"""Kinds of requests that the dock makes."""
WITHOUT_MODEL = ("inspect", "similar", "cluster", "change", "count")


@pytest.fixture
def layer(write_scene):
    """A layer whose properties say all that the properties of a layer can say."""
    made = QgsRasterLayer(str(write_scene(np.ones((2, 64, 64), np.uint16), nodata=0, name="said.tif")), "said")
    QgsProject.instance().addMapLayer(made)
    made.setCrs(QgsCoordinateReferenceSystem(ASSIGNED))
    for band in (1, 2):
        made.dataProvider().setUseSourceNoDataValue(band, False)
        made.dataProvider().setUserNoDataValue(band, [QgsRasterRange(5, 9)])
    return made


@pytest.fixture
def radar(write_scene):
    """A layer that is a further source."""
    made = QgsRasterLayer(str(write_scene(np.ones((1, 64, 64), np.float32), name="radar.tif")), "radar")
    QgsProject.instance().addMapLayer(made)
    return made


def own_model():
    """A model of the user's folder, which maps."""
    folder = models.user_folder() / "mine"
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps(card("mine", "segmentation")))
    return models.Model("mine", folder, models.read_card(folder))


def of(spec, asked):
    """The fields of a spec in a request, but for the file's name; further sources by their names."""
    found = {each.name: asked[each.name] for each in fields(spec) if each.name != "path"}
    if "beside" in found:
        found["beside"] = [Path(each["path"]).name for each in found["beside"]]
    return found


def test_the_answers_of_these_tests_are_no_defaults():
    assert {name: value for name, value in SCENE.items() if value != getattr(SceneSpec(""), name)} == SCENE
    assert {name: value for name, value in COMPUTE.items() if value != getattr(ComputeSpec(), name)} == COMPUTE
    assert {*SCENE, "path"} == {each.name for each in fields(SceneSpec)}
    assert {*COMPUTE} == {each.name for each in fields(ComputeSpec)}


def test_every_field_has_a_title_and_a_tip():
    asked = [each.name for spec in (SceneSpec, ComputeSpec) for each in spec_parameters.asked_of(spec)]
    assert sorted(asked) == sorted(spec_parameters.texts())


@pytest.mark.parametrize(
    "name", ["inspect", "classify", "embed", "predict", "regress", "finetune", "similar", "cluster", "change", "count"]
)
def test_every_algorithm_takes_every_field(provider, engine, layer, radar, tmp_path, name):
    labels = FakeStore().layer
    QgsProject.instance().addMapLayer(labels)
    labels.addExpressionField("$id", QgsField("number", QVariant.Double))
    model = own_model().name if name == "predict" else COMPUTE["model"]
    given = {
        "INPUT": layer, "SENSOR": "sentinel-2", "BANDS": "1=B02,2=unused", "UNITS": "dn+1000", "NODATA": "none",
        "SKIP_DAMAGED": True, "MASK": "clouds", "REMOTE": True, "BESIDE": [radar], "GRID": "30",
        "MODEL": model, "DEVICE": "cpu", "PRECISION": "bfloat16",
        "OUTPUT": str(tmp_path / {"finetune": "model", "count": "out.gpkg"}.get(name, "out.tif")),
        "LABELS": labels, "FIELD": "number" if name == "regress" else "class",
        "EXAMPLES": drawn(), "AFTER": radar,
    }  # fmt: skip
    known = {each.name() for each in provider.algorithm(name).parameterDefinitions()}
    run(name, {key: value for key, value in given.items() if key in known})
    (asked,) = (engine.trainer if name == "finetune" else engine).asked(name)
    one_source = {"beside": [], "grid": ""} if name == "finetune" else {}  # a model is trained from one
    assert of(SceneSpec, asked) == {**SCENE, **one_source}
    if name in WITHOUT_MODEL:
        assert asked.get("device", "cpu") == COMPUTE["device"]
    else:
        assert of(ComputeSpec, asked) == {**COMPUTE, "model": model}


def test_a_further_scene_of_a_training_run_holds_every_field(provider, engine, layer, radar, write_scene, tmp_path):
    answers = {name: SCENE[name] for name in ("sensor", "bands", "units", "fill", "skip_damaged")}
    raster_layers.remember(layer, **answers)
    raster_layers.remember_place(layer, "clouds", True, "30", (radar,))
    first, labels = QgsRasterLayer(str(write_scene(np.ones((2, 64, 64), np.uint16))), "first"), FakeStore().layer
    QgsProject.instance().addMapLayers([first, labels])
    given = {"INPUT": first, "SCENES": [first, layer], "LABELS": labels, "FIELD": "class"}
    run("finetune", {**given, "OUTPUT": str(tmp_path / "model")})
    (asked,) = engine.trainer.asked("finetune")
    request = FinetuneRequest(raster_layers.answered(first), more=further_scenes(first, [first, layer]))
    for more in (asked["more"], json.loads(encode(request))["more"]):
        assert [of(SceneSpec, each) for each in more] == [SCENE]


def test_every_job_of_the_dock_holds_every_field(open_dock, engine, layer, radar, qtbot, tmp_path, monkeypatch):
    values = {"ofa/device": "cpu", "ofa/precision": "bfloat16", "ofa/model": COMPUTE["model"]}
    monkeypatch.setattr(settings, "get", lambda key, default=None: values.get(f"ofa/{key}", settings.DEFAULTS[key]))
    raster_layers.remember(layer, SCENE["sensor"], SCENE["bands"], SCENE["units"], SCENE["fill"], skip_damaged=True)
    raster_layers.remember_place(layer, "clouds", True, "30", (radar,))
    dock = open_dock()
    dock.preview_section.live.setChecked(False)
    dock.layers.combo.setLayer(layer)
    qtbot.waitUntil(lambda: dock.scene.layer is layer and dock.scene.is_ready, timeout=LONG_MS)
    label(dock)
    dock.wand_tool.regions.ask(QgsPointXY(LEFT + 100, TOP - 100), CRS)
    qtbot.waitUntil(lambda: bool(engine.asked("grow")), timeout=LONG_MS)
    asked = {kind: engine.asked(kind)[-1] for kind in ("inspect", "grow")}

    wanted = map_request.MapOutputs(confidence=True, applicability=True, polygons=True, report=True)
    trained = train_request.TrainChoices("new", "segmentation", "frozen", "", COMPUTE["model"], 1, 1)
    requests = [
        dock.preparation._request(),
        dock.preview.request(dock.preview.view(), 1),
        map_request.request_for(dock.scene, dock.store, tmp_path / "a.tif", wanted, None),
        train_request.request_for(dock.scene, train_request.LabelSource.of_page(dock.store), trained),
    ]
    dock.scene.set_model(own_model())
    requests.append(map_request.request_for(dock.scene, dock.store, tmp_path / "b.tif", wanted, None))
    asked.update({request.kind: flat(json.loads(encode(request))) for request in requests})

    assert set(asked) == set(OF_A_PERSON)
    for kind, found in asked.items():
        assert of(SceneSpec, found) == SCENE, kind
        if kind != "inspect":
            assert of(ComputeSpec, found) == {**COMPUTE, "model": "mine" if kind == "predict" else COMPUTE["model"]}


def test_no_job_on_a_scene_is_left_out():
    on_scenes = {kind for kind, cls in REQUESTS.items() if {each.path[0] for each in givens(cls)} & {"scene"}}
    without_labels = {"similar", "cluster", "change", "count"}
    assert on_scenes == {*OF_A_PERSON, *without_labels, "embed", "regress", "bench"}, "algorithms; bench is a command"


def test_damaged_blocks_are_skipped_by_a_tick_in_the_band_table(open_dock, engine, qtbot):
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.scene.facts is not None, timeout=LONG_MS)
    dock.show_bands()
    dock._bands.skip_damaged.click()
    qtbot.waitUntil(lambda: engine.asked("inspect")[-1]["skip_damaged"] is True, timeout=LONG_MS)
    assert raster_layers.choices(dock.scene.layer)["skip_damaged"] is True and dock.scene.spec().skip_damaged
    dock._bands.forget()
    assert not dock._bands.skip_damaged.isChecked() and not dock.scene.spec().skip_damaged
