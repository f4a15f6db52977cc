"""What the labels taught becomes a model of the list, and so does a model that somebody has passed on."""

import json
import zipfile

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog

from ofa_qgis import models
from tests.fakes.answers_about_training import card
from tests.fakes.for_the_dock import LONG_MS, label, write_scene
from tests.fakes.for_the_toolbox import run


@pytest.fixture
def dock(open_dock, qtbot):
    """On a scene that is understood."""
    made = open_dock()
    made.preview_section.live.setChecked(False)
    qtbot.waitUntil(lambda: made.scene.is_ready, timeout=LONG_MS)
    return made


def names(dock):
    """The models that can be chosen."""
    return [dock.layers.models.itemData(number) for number in range(dock.layers.models.count())]


def test_a_model_needs_labels_of_two_classes(dock):
    assert not dock.model_row.save.isEnabled() and "labels of two classes" in dock.model_row.save.toolTip()
    label(dock)
    assert dock.model_row.save.isEnabled()


def test_a_saved_model_is_in_the_list_and_says_how_good_it_is(dock, engine, qtbot):
    label(dock)
    dock.model_row.save.click()
    (dialog,) = dock.model_row.findChildren(QFileDialog)
    assert dialog.directory().absolutePath() == str(models.user_folder())
    dialog.fileSelected.emit(str(models.user_folder() / "mine"))
    dialog.close()
    qtbot.waitUntil(lambda: "mine" in names(dock), timeout=LONG_MS)
    (asked,) = engine.asked("classify")
    assert asked["save_model"] == str(models.user_folder() / "mine") and not asked["overwrite"]
    assert asked["out"] == "" and asked["field"] == "class" and asked["path"].endswith("scene.tif")
    assert "mine is in the list of models. Macro-F1 0.87" in dock.model_row.note.said
    assert dock.layers.choose_model("mine")
    tip = dock.layers.models.toolTip()
    assert "Learnt from 6 labels in 1 scene. Macro-F1 0.87 (0.71 to 0.93) there" in tip
    assert not dock.model_row.save.isEnabled(), "this model learns nothing from labels"


def test_a_failure_is_told_in_the_line(open_dock, qtbot, tmp_path):
    dock = open_dock("wrong")
    dock.preview_section.live.setChecked(False)
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    label(dock)
    dock.model_row.save_as(str(tmp_path / "m.zip"))
    qtbot.waitUntil(lambda: dock.model_row.task is None, timeout=LONG_MS)
    assert "the labels teach nothing" in dock.model_row.note.said.lower() and dock.model_row.save.isEnabled()


def test_a_model_of_somebody_else_is_added(dock, engine, qtbot, tmp_path):
    dock.model_row.add_from(str(tmp_path / "theirs.zip"))
    qtbot.waitUntil(lambda: "theirs" in names(dock), timeout=LONG_MS)
    assert engine.asked("models")[-2]["add"] == str(tmp_path / "theirs.zip")
    dock.model_row.add_from(str(tmp_path / "folder" / "card.json"))
    qtbot.waitUntil(lambda: "folder" in names(dock), timeout=LONG_MS)


def test_the_toolbox_saves_a_model_and_maps_with_a_zip_of_one(dock, engine, provider, tmp_path):
    label(dock)
    labels = dock.store.layers()[0]
    QgsProject.instance().addMapLayer(labels, False)
    given = {"INPUT": dock.scene.layer, "LABELS": labels, "FIELD": "class", "OUTPUT": str(tmp_path / "map.tif")}
    outputs = {"SAVED_MODEL": str(tmp_path / "model"), "APPLICABILITY": str(tmp_path / "unlike.tif")}
    other = QgsRasterLayer(str(write_scene(tmp_path / "other_scene.tif")), "other")
    QgsProject.instance().addMapLayer(other)
    run("classify", {**given, **outputs, "SCENES": [dock.scene.layer, other]})
    (asked,) = engine.asked("classify")
    assert [scene["path"] for scene in asked["more"]] == [str(tmp_path / "other_scene.tif")]
    assert (asked["save_model"], asked["applicability"]) == tuple(outputs.values())
    with zipfile.ZipFile(tmp_path / "shared.zip", "w") as file:
        file.writestr("any/card.json", json.dumps(card("any")))
    given = {"INPUT": dock.scene.layer, "MODEL_FOLDER": str(tmp_path / "shared.zip")}
    run("predict", {**given, "OUTPUT": str(tmp_path / "other.tif"), "APPLICABILITY": outputs["APPLICABILITY"]})
    (asked,) = engine.asked("predict")
    assert (asked["model"], asked["applicability"]) == (str(tmp_path / "shared.zip"), outputs["APPLICABILITY"])
