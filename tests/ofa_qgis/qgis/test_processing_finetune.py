"""`ofa:finetune` and `ofa:predict` as QGIS runs them, with the engine of answers; and with the real one at the end."""

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsVectorLayer,
)

from ofa_qgis import models
from ofa_qgis.layers import raster_layers
from ofa_qgis.processing import base
from ofa_qgis.protocol import FinetuneRequest, SceneSpec
from ofa_qgis.words import say
from tests.fakes.answers_about_training import STEPS, card
from tests.fakes.for_the_dock import FakeStore, write_scene
from tests.fakes.for_the_toolbox import Log, project_context, refused, run

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def scene(tmp_path):
    return str(write_scene(tmp_path / "scene.tif"))


def trained(name="mine", task_kind="segmentation"):
    """A model in the user's folder."""
    folder = models.user_folder() / name
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps(card(name, task_kind)))
    return folder


def labels():
    layer = FakeStore().layer
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_defaults_are_the_engines_own_and_labels_are_kept_for_the_run_to_go_on(engine, scene, tmp_path):
    out = tmp_path / "models" / "mine"
    results, done, log = run("finetune", {"INPUT": scene, "LABELS": labels(), "FIELD": "class", "OUTPUT": str(out)})
    (asked,) = engine.trainer.asked("finetune")
    defaults = FinetuneRequest(SceneSpec(""))
    same = ("task", "mode", "head", "steps", "batch", "lr", "chip_px", "patience", "seed", "overwrite")
    assert {name: asked[name] for name in same} == {name: getattr(defaults, name) for name in same}
    assert asked["out"] == str(out) and asked["path"] == scene and asked["more"] == []
    assert asked["precision"] == "auto" and asked["skip_damaged"] is False
    kept = QgsVectorLayer(asked["labels"], "kept")
    assert asked["field"] == "class" and sorted(each["class"] for each in kept.getFeatures()) == [
        "forest", "water",
    ]  # fmt: skip
    assert done and results["OUTPUT"] == str(out) and (out / "card.json").is_file()
    assert (results["SCORE"], results["METRIC"], results["BEST_STEP"]) == (0.9, "macro_f1", 20)
    assert "Best macro-F1 on left-out blocks: 0.90, at step 20" in log.told
    recipe = json.loads(log.commands[0])
    assert recipe == json.loads(results["RECIPE"]) and recipe["kind"] == "finetune"


def test_the_same_labels_are_the_same_request_and_another_label_is_another(engine, scene, tmp_path):
    store = FakeStore()
    QgsProject.instance().addMapLayer(store.layer)
    given = {"INPUT": scene, "LABELS": store.layer, "FIELD": "class"}
    for name in ("a", "b"):
        run("finetune", {**given, "OUTPUT": str(tmp_path / name)})
    store.add("water", 500_300, 5_799_700)
    run("finetune", {**given, "OUTPUT": str(tmp_path / "c")})
    first, second, third = (Path(asked["labels"]) for asked in engine.trainer.asked("finetune"))
    assert first == second != third
    assert QgsVectorLayer(str(first), "l").featureCount() == 2 and QgsVectorLayer(str(third), "l").featureCount() == 3
    assert sorted(first.parent.iterdir()) == sorted({first, third})


def test_what_is_chosen_is_asked_for(engine, scene, tmp_path):
    other = str(write_scene(tmp_path / "other.tif"))
    chosen = {
        "SCENES": [scene, other], "TASK": "regression", "MODE": "lora", "HEAD": "upernet", "MODEL": "ofa-tiny",
        "STEPS": 7, "BATCH": 3, "LEARNING_RATE": 0.25, "CHIP_PX": 96, "PATIENCE": 0, "SEED": 5, "DEVICE": "cpu",
        "PRECISION": "float32", "SKIP_DAMAGED": True, "SENSOR": "sentinel-2", "UNITS": "dn",
    }  # fmt: skip
    run("finetune", {"INPUT": scene, "LABELS": labels(), "FIELD": "class", "OUTPUT": str(tmp_path / "m"), **chosen})
    (asked,) = engine.trainer.asked("finetune")
    wanted = {
        "task": "regression", "mode": "lora", "head": "upernet", "model": "ofa-tiny", "steps": 7,
        "batch": 3, "lr": 0.25, "chip_px": 96, "patience": 0, "seed": 5, "device": "cpu", "precision": "float32",
        "skip_damaged": True, "sensor": "sentinel-2", "units": "dn",
    }  # fmt: skip
    assert {name: asked[name] for name in wanted} == wanted
    assert [(each["path"], each["sensor"], each["units"]) for each in asked["more"]] == [(other, "sentinel-2", "dn")]


def test_labels_may_be_a_raster_or_a_folder(engine, scene, tmp_path):
    raster = str(write_scene(tmp_path / "labels.tif"))
    run("finetune", {"INPUT": scene, "LABEL_RASTER": raster, "OUTPUT": str(tmp_path / "a")})
    run("finetune", {"INPUT": scene, "LABEL_FOLDER": str(tmp_path), "OUTPUT": str(tmp_path / "b")})
    assert [asked["labels"] for asked in engine.trainer.asked("finetune")] == [raster, str(tmp_path)]


def test_several_layers_of_labels_are_kept_as_one_with_a_field_of_their_class(engine, scene, tmp_path):
    first, second = labels(), QgsVectorLayer("Point?crs=EPSG:4326&field=fid:int&field=Klasse:string", "more", "memory")
    for number, name in enumerate(("moor", "moor", "water")):
        feature = QgsFeature(second.fields())
        feature.setAttributes([number, name])
        feature.setGeometry(QgsGeometry.fromWkt("Point (15.001 52.34)"))
        second.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(second)
    given = {"INPUT": scene, "LABELS": first, "FIELD": "class", "MORE_LABELS": [second]}
    run("finetune", {**given, "OUTPUT": str(tmp_path / "m")})
    (asked,) = engine.trainer.asked("finetune")
    kept = QgsVectorLayer(asked["labels"], "kept")
    assert asked["field"] == "class" and sorted(each["class"] for each in kept.getFeatures()) == [
        "forest", "moor", "moor", "water", "water",
    ]  # fmt: skip
    raster = {"INPUT": scene, "LABEL_RASTER": scene, "MORE_LABELS": [second], "OUTPUT": str(tmp_path / "n")}
    assert "MORE_LABELS go with LABELS; found LABEL_RASTER" in refused("finetune", raster)


def test_no_labels_two_kinds_of_them_and_a_wrong_field_are_refused_before_the_run(engine, scene, tmp_path):
    given = {"INPUT": scene, "OUTPUT": str(tmp_path / "m")}
    assert "Expected one of LABELS, LABEL_RASTER and LABEL_FOLDER; found 0" in refused("finetune", given)
    both = {**given, "LABELS": labels(), "FIELD": "class", "LABEL_FOLDER": str(tmp_path)}
    assert "found 2" in refused("finetune", both)
    assert "Choose one of: class" in refused("finetune", {**given, "LABELS": labels(), "FIELD": "kind"})
    assert engine.trainer.asked("finetune") == []


def test_a_cancelled_run_says_that_it_goes_on_and_the_same_one_does(engine, tmp_path):
    scene = str(write_scene(tmp_path / "slow.tif"))
    given = {"INPUT": scene, "LABELS": labels(), "FIELD": "class", "OUTPUT": str(tmp_path / "m")}
    results, _, log = run("finetune", given, log=Log(cancel_at="Training"))
    assert results == {} and log.told[-1] == "Cancelled; the same run goes on from here."
    before = (tmp_path / "m" / "log.jsonl").read_text().splitlines()
    assert before and not (tmp_path / "m" / "card.json").exists()
    run("finetune", given)
    after = (tmp_path / "m" / "log.jsonl").read_text().splitlines()
    assert after[: len(before)] == before and len(after) == STEPS
    assert engine.trainer.asked("finetune")[0] | {"job": ""} == engine.trainer.asked("finetune")[1] | {"job": ""}


def test_a_trained_model_is_offered_and_maps(engine, scene, tmp_path):
    trained()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ofa:predict")
    assert algorithm.parameterDefinition("MODEL").options() == ["mine"]
    out = {name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "CONFIDENCE")}
    out["POLYGONS"] = str(tmp_path / "p.gpkg")
    results, done, _ = run("predict", {"INPUT": scene, "MODEL": "mine", **out})
    (asked,) = engine.asked("predict")
    assert done and {name: results[name] for name in out} == out and asked["model"] == "mine"
    assert (asked["out"], asked["confidence"], asked["vector"]) == tuple(out.values())
    assert QgsRasterLayer(results["OUTPUT"], "map").isValid()


def test_a_model_folder_elsewhere_maps_too_and_numbers_have_no_polygons(engine, scene, tmp_path):
    folder = trained("heights", "regression")
    given = {"INPUT": scene, "MODEL_FOLDER": str(folder), "OUTPUT": str(tmp_path / "o.tif")}
    more = {"CONFIDENCE": str(tmp_path / "c.tif"), "POLYGONS": str(tmp_path / "p.gpkg")}
    results, done, _ = run("predict", {**given, **more})
    (asked,) = engine.asked("predict")
    assert asked["model"] == str(folder) and asked["confidence"] is None and asked["vector"] is None
    assert done and "CONFIDENCE" not in results and QgsRasterLayer(results["OUTPUT"], "map").isValid()


def test_a_backbone_maps_nothing_and_says_what_to_do(engine, scene, tmp_path):
    folder = models.BUNDLED / "ofa-tiny"
    told = refused("predict", {"INPUT": scene, "MODEL_FOLDER": str(folder), "OUTPUT": str(tmp_path / "o.tif")})
    assert f"Expected a model that was trained to map pixels; found {folder}" in told and "ofa:finetune" in told
    assert "found none" in refused("predict", {"INPUT": scene, "OUTPUT": str(tmp_path / "o.tif")})


def test_precision_bits_and_damaged_blocks_reach_the_engine_and_their_defaults_do_not_change(engine, scene, tmp_path):
    given = {"INPUT": scene, "OUTPUT": str(tmp_path / "f.tif")}
    run("embed", given)
    run("embed", {**given, "BITS": "8", "PRECISION": "bfloat16", "SKIP_DAMAGED": True})
    plain, chosen = engine.asked("embed")
    names = ("bits", "precision", "skip_damaged")
    assert [plain[name] for name in names] == [16, "auto", False]
    assert [chosen[name] for name in names] == [8, "bfloat16", True]
    classes = {"LABELS": labels(), "FIELD": "class", "PRECISION": "float32", "SKIP_DAMAGED": True}
    run("classify", {**given, **classes})
    (asked,) = engine.asked("classify")
    assert asked["precision"] == "float32" and asked["skip_damaged"] is True


def test_nodata_and_the_answer_about_fill_reach_the_engine_as_from_the_command_line(engine, scene, tmp_path):
    given = {"INPUT": scene, "OUTPUT": str(tmp_path / "f.tif")}
    for text in ("", "-9999, 0:5", "fill", "none"):
        run("embed", {**given, "NODATA": text})
    found = [(asked["nodata"], asked["fill"]) for asked in engine.asked("embed")]
    assert found == [([], "ask"), ([[-9999, -9999], [0, 5]], "ask"), ([], "nodata"), ([], "data")]
    assert "Nodata is written -9999 or 0:5, fill or none; found five" in refused("embed", {**given, "NODATA": "five"})


def test_what_the_engine_warns_of_is_in_the_log(engine, tmp_path):
    scene = str(write_scene(tmp_path / "few.tif"))
    given = {"INPUT": scene, "LABELS": labels(), "FIELD": "class", "OUTPUT": str(tmp_path / "m")}
    assert run("finetune", given)[2].warned == ["Only 9 labels were held out, so the scores are rough."]
    _, _, log = run("embed", {"INPUT": scene, "SKIP_DAMAGED": True, "OUTPUT": str(tmp_path / "f.tif")})
    assert log.warned == ["1 block cannot be read."]


def test_each_further_scene_is_told_with_its_own_settings_and_answers(engine, scene, tmp_path):
    other = QgsRasterLayer(str(write_scene(tmp_path / "other.tif")), "other")
    QgsProject.instance().addMapLayer(other)
    other.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    raster_layers.remember(other, units="dn+1000", fill="data")
    for band in (1, 2):
        other.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 0)])
    given = {"INPUT": scene, "SCENES": [other], "LABELS": labels(), "FIELD": "class", "NODATA": "9"}
    run("finetune", {**given, "OUTPUT": str(tmp_path / "m")})
    (asked,) = engine.trainer.asked("finetune")
    assert (asked["crs"], asked["nodata"], asked["units"], asked["fill"]) == (None, [[9, 9]], None, "ask")
    assert asked["more"] == [
        {
            "path": str(tmp_path / "other.tif"), "crs": "EPSG:32632", "nodata": [[0, 0], [9, 9]], "file_nodata": True,
            "sensor": None, "bands": {}, "units": "dn+1000", "fill": "data", "skip_damaged": False,
            "mask": "", "remote": False, "beside": [], "grid": "",
        }
    ]  # fmt: skip


def test_labels_without_a_crs_are_refused_since_their_copy_would_count_as_degrees(engine, scene, tmp_path):
    layer = labels()
    layer.setCrs(QgsCoordinateReferenceSystem())
    told = refused("finetune", {"INPUT": scene, "LABELS": layer, "FIELD": "class", "OUTPUT": str(tmp_path / "m")})
    assert "the layer has no CRS" in told


def test_of_numbers_qgis_waits_for_no_confidence_and_no_polygons(engine, scene, tmp_path):
    folder = trained("heights", "regression")
    context = project_context()
    given = {"INPUT": scene, "MODEL_FOLDER": str(folder)}
    for name, file in (("OUTPUT", "o.tif"), ("CONFIDENCE", "c.tif"), ("POLYGONS", "p.gpkg")):
        given[name] = QgsProcessingOutputLayerDefinition(str(tmp_path / file), QgsProject.instance())
    run("predict", given, context)
    assert list(context.layersToLoadOnCompletion()) == [str(tmp_path / "o.tif")]


def test_options_that_errors_name_are_the_parameters_here():
    said = base.one_line("16 chips do not fit", say("give --batch {chips}", chips=8))
    assert "--batch" not in said and "BATCH" in said and said.startswith("16 chips do not fit. ")


SIDE, SPECTRA = 128, {"water": (300, 400, 250, 150), "forest": (500, 900, 500, 3500)}


def test_the_real_engine_trains_a_model_and_maps_with_it(engine_python, write_scene, tmp_path, qgis_new_project):
    """Left water, right forest, eight points of each."""
    noise = np.random.default_rng(1).integers(0, 100, (4, SIDE, SIDE))
    halves = np.array(list(SPECTRA.values()))[np.arange(SIDE) * 2 // SIDE]  # (column, band)
    pixels = (halves.T[:, None, :] + noise).astype(np.uint16)
    scene = str(write_scene(pixels, ("B02", "B03", "B04", "B08"), "halves é.tif"))
    store = FakeStore(ready=False)
    for step in range(8):
        store.add("water", 500_000 + 10 * (5 + 6 * step), 5_800_000 - 10 * (8 + 15 * step))
        store.add("forest", 500_000 + 10 * (70 + 6 * step), 5_800_000 - 10 * (118 - 15 * step))
    QgsProject.instance().addMapLayer(store.layer)
    said = {"INPUT": scene, "SENSOR": "sentinel-2", "UNITS": "dn", "DEVICE": "cpu", "PRECISION": "float32"}
    model = tmp_path / "two halves"
    given = {**said, "LABELS": store.layer, "FIELD": "class", "STEPS": 8, "BATCH": 4, "OUTPUT": str(model)}
    results, done, log = run("finetune", given)
    assert done and results["METRIC"] == "macro_f1" and 0 < results["SCORE"] <= 1, log.told
    out = {"OUTPUT": str(tmp_path / "m.tif"), "POLYGONS": str(tmp_path / "m.gpkg")}
    results, done, log = run("predict", {**said, "MODEL_FOLDER": str(model), **out})
    assert done, log.told
    found = gdal.Open(out["OUTPUT"]).ReadAsArray()
    right = np.concatenate([found[:, :56] == 2, found[:, 72:] == 1], axis=1)  # forest, water by name
    assert right.mean() > 0.9
    assert QgsVectorLayer(out["POLYGONS"], "p").featureCount() >= 2
    assert f"The folder {model} holds a finished model" in refused("finetune", given)
