"""The page "Train": from labels to a model in the list and a map made with it, with an engine of answers."""

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox

from ofa_qgis import models, settings
from ofa_qgis.engine import task
from ofa_qgis.gui.dock import MAP
from ofa_qgis.gui.train import train_curves
from ofa_qgis.gui.widgets.legible import stands_out
from ofa_qgis.gui.widgets.status import paper_and_ink
from ofa_qgis.layers import raster_layers
from ofa_qgis.training import training_words
from ofa_qgis.training.training_log import TrainingLog
from tests.fakes.answers_about_training import STEPS
from tests.fakes.for_the_dock import CRS, LEFT, LONG_MS, TOP, label, write_scene


def trained(dock, qtbot):
    """Start, and wait for the end."""
    dock.train.button.click()
    qtbot.waitUntil(lambda: dock.train.run.task is None, timeout=LONG_MS)
    return dock.train


def heights():
    """Points with a number, in a layer of the project."""
    layer = QgsVectorLayer("Point?crs=EPSG:32633&field=kind:string&field=height:double", "heights", "memory")
    for step in range(4):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(LEFT + 100 * step + 50, TOP - 50)))
        feature.setAttributes(["x", 1.5 * step])
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_labels_of_the_page_map_and_the_defaults_make_a_model(open_tab, engine, qtbot):
    dock = open_tab()
    assert dock.train.form.layer.currentText() == "those of the page Map"
    assert dock.train.form.name.text() == "scene_model" and "scene · Sentinel-2" in dock.train.scene_line.said
    tab = trained(dock, qtbot)
    (asked,) = engine.trainer.asked("finetune")
    assert (asked["task"], asked["mode"], asked["head"], asked["steps"]) == ("segmentation", "frozen", "", 0)
    assert asked["model"] == "fake" and asked["colours"] == dock.store.colours()
    assert asked["out"] == str(models.user_folder() / "scene_model")
    assert QgsVectorLayer(asked["labels"], "l").featureCount() == 2
    assert tab.note.kind == "ok" and tab.note.said == "scene_model is in the list of models."
    assert tab.form.name.text() == "scene_model_2", "the next model has another name"
    assert tab.score.said == "Best macro-F1 on left-out blocks: 0.90, at step 20"
    assert [word in tab.links.text() for word in ("curves.png", "confusion.png", "maps.png")] == [True] * 3
    assert '"kind": "finetune"' in dock.panel.recipe_text.toPlainText()


def test_the_new_model_is_in_the_list_and_maps_the_scene_without_labels(open_tab, engine, qtbot, tmp_path):
    dock = open_tab()
    tab = trained(dock, qtbot)
    qtbot.waitUntil(tab.use.isEnabled, timeout=LONG_MS)
    shown = [dock.layers.models.itemText(row) for row in range(dock.layers.models.count())]
    assert shown == ["fake — untrained", "scene_model — maps water, forest"]
    assert [tab.form.backbone.itemData(row) for row in range(tab.form.backbone.count())] == ["fake"]
    tab.use.click()
    assert dock.tabs.currentIndex() == MAP and dock.layers.models.currentData() == "scene_model"
    qtbot.waitUntil(lambda: dock.whole.task is None, timeout=LONG_MS)
    (asked,) = engine.asked("predict")
    assert asked["model"] == "scene_model" and asked["out"] == str(tmp_path / "scene_map.tif")
    assert engine.asked("classify") == []
    root = QgsProject.instance().layerTreeRoot()
    group = next(node for node in root.children() if node.name().startswith("scene 20"))
    assert [node.name() for node in group.findLayers()] == ["map", "confidence"]
    (made,) = QgsProject.instance().mapLayersByName("map")
    assert [each.label for each in made.renderer().classes()] == ["water", "forest"]
    assert "scene_model" in made.metadata().abstract() and "blocked folds" not in made.metadata().abstract()
    assert dock.whole.note.kind == "ask" and "trained on pixels of 5 m" in dock.whole.note.said
    assert settings.get(settings.MODEL) == "", "a model for one task is no backbone of other jobs"


def test_a_model_that_maps_by_itself_needs_no_labels_and_is_not_previewed(open_tab, engine, qtbot):
    dock = open_tab()
    tab = trained(dock, qtbot)
    qtbot.waitUntil(tab.use.isEnabled, timeout=LONG_MS)
    for name in ("water", "forest"):
        dock.store.remove_class(name)
    assert not dock.whole.button.isEnabled() and dock.whole.button.text() == "Classi&fy"
    dock.layers.choose_model("scene_model")
    assert dock.whole.button.isEnabled() and dock.whole.button.text() == "Map" and dock.whole.report.isHidden()
    assert dock.preview.obstacle() == "scene_model needs no labels: map the scene below."
    dock.layers.choose_model("fake")
    assert not dock.whole.button.isEnabled() and not dock.whole.report.isHidden()


def test_numbers_are_learnt_from_a_field_of_numbers_and_mapped_in_a_ramp(open_tab, engine, qtbot):
    dock = open_tab(labelled=False)
    form, layer = dock.train.form, heights()
    form.task.setCurrentIndex(form.task.findData("regression"))
    assert not dock.train.button.isEnabled() and "Numbers come from a layer" in dock.train.button.toolTip()
    form.layer.setLayer(layer)
    assert form.field.isVisible() and [form.field.itemText(row) for row in range(form.field.count())] == ["", "height"]
    form.field.setField("height")
    tab = trained(dock, qtbot)
    (asked,) = engine.trainer.asked("finetune")
    assert (asked["task"], asked["field"]) == ("regression", "height") and asked["colours"] == {}
    values = sorted(float(each["height"]) for each in QgsVectorLayer(asked["labels"], "l").getFeatures())
    assert values == [0, 1.5, 3, 4.5]
    qtbot.waitUntil(tab.use.isEnabled, timeout=LONG_MS)
    tab.use.click()
    qtbot.waitUntil(lambda: dock.whole.task is None, timeout=LONG_MS)
    (asked,) = engine.asked("predict")
    assert asked["confidence"] is None and asked["vector"] is None
    (made,) = QgsProject.instance().mapLayersByName("values")
    assert (made.renderer().classificationMin(), made.renderer().classificationMax()) == (-5, 20)


def test_a_raster_of_labels_is_named_not_copied(open_tab, engine, qtbot, tmp_path):
    dock = open_tab(labelled=False)
    layer = QgsRasterLayer(str(write_scene(tmp_path / "truth.tif")), "truth")
    QgsProject.instance().addMapLayer(layer)
    dock.train.form.layer.setLayer(layer)
    assert not dock.train.form.field.isVisible()
    trained(dock, qtbot)
    (asked,) = engine.trainer.asked("finetune")
    assert asked["labels"] == str(tmp_path / "truth.tif") and asked["field"] == ""
    assert asked["classes"] == {} and asked["colours"] == {}


def test_the_palette_of_a_raster_of_labels_names_the_classes_that_it_holds(open_tab, engine, qtbot, write_scene):
    dock = open_tab(labelled=False)
    shown = np.zeros((1, 20, 20), np.uint8)
    shown[0, :10], shown[0, 15:] = 1, 7
    layer = QgsRasterLayer(str(write_scene(shown, name="truth.tif")), "truth")
    palette = [(0, "#000000", " "), (1, "#010203", "water"), (2, "#020202", "ice"), (7, "#070809", "forest")]
    entry = QgsPalettedRasterRenderer.Class
    classes = [entry(value, QColor(colour), name) for value, colour, name in palette]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    QgsProject.instance().addMapLayer(layer)
    dock.train.form.layer.setLayer(layer)
    trained(dock, qtbot)
    (asked,) = engine.trainer.asked("finetune")
    assert asked["classes"] == {"1": "water", "7": "forest"}, "what has no name, or is nowhere, is no class"
    assert asked["colours"] == {"water": "#010203", "forest": "#070809"}


def test_what_is_missing_is_said(open_tab, engine):
    dock = open_tab(labelled=False)
    assert not dock.train.button.isEnabled()
    assert dock.train.why.said == "Label two classes under Map, or choose a layer of labels."
    assert dock.train.why.isVisible() and dock.train.button.toolTip() == dock.train.why.said
    label(dock)
    assert dock.train.button.isEnabled() and not dock.train.why.isVisible()
    QgsProject.instance().removeMapLayer(dock.scene.layer.id())
    assert not dock.train.button.isEnabled() and dock.train.why.said == "Choose a layer under Map."


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "nul?"])
def test_a_name_that_is_no_folder_is_refused_at_the_field(open_tab, engine, name):
    dock = open_tab()
    dock.train.form.name.setText(name)
    dock.train.button.click()
    assert dock.train.note.kind == "bad" and "Expected a name" in dock.train.note.said
    assert dock.train.run.task is None and not models.user_folder().exists()


def test_a_name_that_a_model_has_is_refused(open_tab, engine, qtbot):
    dock = open_tab()
    dock.train.form.name.setText("fake")
    dock.train.button.click()
    assert dock.train.note.said == "There is a model fake already: give another name."
    assert engine.trainer.asked("finetune") == []


def test_curves_follow_the_run_and_the_dock_is_used_meanwhile(open_tab, engine, qtbot):
    dock = open_tab("slow")
    tab = dock.train
    tab.button.click()
    assert tab.curves.isVisible() and tab.cancel.isVisible() and not tab.button.isVisible()
    qtbot.waitUntil(lambda: len(tab.run.log.losses) > 1, timeout=LONG_MS)
    assert not tab.stop.isEnabled() and "possible after the first evaluation" in tab.why_no_stop.said
    before = len(engine.asked("doctor"))
    dock.engine_info.ask("cpu")
    qtbot.waitUntil(lambda: len(engine.asked("doctor")) > before, timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(tab.score.said), timeout=LONG_MS)
    assert tab.run.task is not None and "Training" in tab.note.said and tab.stop.isEnabled()
    assert tab.why_no_stop.said == ""
    tab.cancel.click()
    qtbot.waitUntil(lambda: tab.run.task is None, timeout=LONG_MS)


def test_stop_keeps_the_best_model_so_far(open_tab, engine, qtbot):
    dock = open_tab("slow")
    tab = dock.train
    tab.button.click()
    qtbot.waitUntil(tab.stop.isEnabled, timeout=LONG_MS)
    tab.stop.click()
    qtbot.waitUntil(lambda: tab.run.task is None, timeout=LONG_MS)
    assert (models.user_folder() / "slow_model" / "card.json").is_file()
    assert len(tab.run.log.losses) < STEPS and tab.note.said == "slow_model is in the list of models."


def test_a_cancelled_run_goes_on_and_one_with_another_label_begins_anew(open_tab, engine, qtbot):
    dock = open_tab("slow")
    tab = dock.train
    tab.button.click()
    qtbot.waitUntil(lambda: len(tab.run.log.losses) > 2, timeout=LONG_MS)
    tab.cancel.click()
    qtbot.waitUntil(lambda: tab.run.task is None, timeout=LONG_MS)
    done = len(tab.run.log.losses)
    assert tab.note.said == "Cancelled; started again, it goes on from here." and done < STEPS
    assert not (models.user_folder() / "slow_model" / "card.json").exists()

    dock.store.add_point(QgsPointXY(LEFT + 400, TOP - 400), CRS)
    tab.button.click()
    qtbot.waitUntil(lambda: len(engine.trainer.asked("finetune")) == 2, timeout=LONG_MS)
    assert tab.form.name.text() == "slow_model_2"
    tab.cancel.click()
    qtbot.waitUntil(lambda: tab.run.task is None, timeout=LONG_MS)

    dock.store.undo()
    tab.form.name.setText("slow_model")
    trained(dock, qtbot)
    first, other, again = engine.trainer.asked("finetune")
    assert {**first, "job": ""} == {**again, "job": ""} and other["out"] != first["out"]
    log = (models.user_folder() / "slow_model" / "log.jsonl").read_text().splitlines()
    assert [json.loads(line)["step"] for line in log] == list(range(1, STEPS + 1))


def test_a_failure_says_why_and_a_later_run_works(open_tab, engine, qtbot, monkeypatch):
    dock = open_tab()
    monkeypatch.setattr(task, "_trainer", None)
    monkeypatch.setattr(task, "python", lambda: Path("/nowhere/python"))
    tab = trained(dock, qtbot)
    assert tab.note.kind == "bad" and "not set up" in tab.note.said and tab.button.isVisible()
    monkeypatch.setattr(task, "_trainer", engine.trainer)
    assert trained(dock, qtbot).note.kind == "ok"


def test_unloading_during_a_run_leaves_one_that_goes_on(open_tab, engine, qtbot):
    dock = open_tab("slow")
    dock.train.button.click()
    qtbot.waitUntil(lambda: len(dock.train.run.log.losses) > 1, timeout=LONG_MS)
    dock.tear_down()
    dock.is_over = True
    qtbot.wait(500)
    assert dock.train.run.task is None and not (models.user_folder() / "slow_model" / "card.json").exists()


def test_everything_has_a_tooltip(open_tab):
    dock = open_tab()
    fields = dock.train.findChildren((QAbstractButton, QComboBox, QLineEdit, QSpinBox))
    ours = [each for each in fields if each.objectName().startswith("OfaTrain")]
    assert len(ours) >= 10 and all(each.toolTip() for each in ours)


def test_curves_are_drawn_from_the_log(qgis_app, tmp_path, qtbot):
    log = TrainingLog(tmp_path)
    entries = [{"step": step, "steps": 40, "loss": 2 / step, "lr": 1, "seconds": 1} for step in range(1, 21)]
    entries[9]["validation"] = {"loss": 0.5, "metric": "macro_f1", "score": 0.6, "best": 0.6, "best_step": 10}
    (tmp_path / "log.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    curves = train_curves.Curves()
    qtbot.addWidget(curves)
    curves.resize(300, curves.sizeHint().height())
    blank = colours(curves)
    curves.show_log(log)
    assert log.read()
    drawn = colours(curves)
    for colour in (train_curves.BLUE, train_curves.ORANGE):
        shown = stands_out(colour, *paper_and_ink(curves)).rgb()
        assert shown in drawn and shown not in blank
    loss, score = train_curves.plots(log)
    assert (loss.name, score.name) == ("loss", "macro-F1, 0 to 1")
    assert score.mark == (10, 0.6, "best 0.60 at step 10")


def test_axes_have_round_numbers_in_the_form_of_the_locale(qgis_app, monkeypatch):
    assert [text for _, text in train_curves.ticks(0.13, 0.92)] == ["0.2", "0.4", "0.6", "0.8"]
    assert [text for _, text in train_curves.ticks(0, 3, whole=True)] == ["0", "1", "2", "3"]
    assert [value for value, _ in train_curves.ticks(0, 1500, whole=True)] == [0, 500, 1000, 1500]
    assert [text for _, text in train_curves.ticks(-0.031, 0.002)] == ["-0.03", "-0.02", "-0.01", "0.00"]
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        assert [text for _, text in train_curves.ticks(0, 1)] == ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]
        assert train_curves.ticks(0, 4000, whole=True)[-1] == (4000, "4.000")
        assert (
            training_words.number_text("macro_f1", 0.876) == "0,88"
            and training_words.number_text("rmse", 12.34) == "12,3"
        )
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("low", [-2e6, -1.0, 0.0, 0.3, 5e3])
@pytest.mark.parametrize("span", [1e-4, 0.07, 1.0, 33.0, 9e5])
def test_an_axis_never_has_too_many_or_too_few_numbers(qgis_app, low, span):
    found = train_curves.ticks(low, low + span)
    assert 2 <= len(found) <= train_curves.MOST_TICKS + 1
    assert len({text for _, text in found}) == len(found) and all(
        -1e-6 <= (value - low) / span <= 1 + 1e-6 for value, _ in found
    )


def colours(widget):
    """Those of all pixels."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def test_a_flat_line_has_a_range_to_be_drawn_in(qgis_app):
    for values in ([0.5, 0.5], [0.0], [-3.0], [1.0, 2.0]):
        low, high = train_curves.value_range(values)
        assert low < min(values) and high > max(values)


def add_scene(write, name, answers=None):
    """Another scene of the project."""
    layer = QgsRasterLayer(str(write), name)
    if answers:
        raster_layers.remember(layer, **answers)
    QgsProject.instance().addMapLayer(layer)
    return layer


def tick(combo, *names):
    for row in range(combo.count()):
        wanted = combo.itemText(row) in names
        combo.setItemCheckState(row, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def offered(combo):
    return [combo.itemText(row) for row in range(combo.count())]


def test_further_scenes_are_learnt_from_as_well(open_tab, engine, qtbot, tmp_path):
    dock = open_tab()
    combo = dock.train.form.scenes
    assert not combo.isVisible(), "there is no other raster"
    second = add_scene(write_scene(tmp_path / "b.tif"), "second")
    add_scene(write_scene(tmp_path / "c.tif"), "third")
    assert combo.isVisible() and offered(combo) == ["second", "third"]
    tick(combo, "second", "third")
    QgsProject.instance().removeMapLayer(second.id())
    assert offered(combo) == ["third"] and [each.name() for each in dock.train.form.further()] == ["third"]
    trained(dock, qtbot)
    (asked,) = engine.trainer.asked("finetune")
    assert asked["path"] == str(tmp_path / "scene.tif")
    assert [each["path"] for each in asked["more"]] == [str(tmp_path / "c.tif")]


def test_each_further_scene_is_told_with_its_own_answers_and_layer_settings(open_tab, engine, qtbot, tmp_path):
    dock = open_tab()
    answers = {"sensor": "sentinel-2", "bands": {"1": "B02", "2": "B08"}, "units": "dn+1000", "fill": "nodata"}
    answered = add_scene(write_scene(tmp_path / "b.tif"), "second", answers)
    add_scene(write_scene(tmp_path / "c.tif"), "third")
    answered.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    for band in (1, 2):
        answered.dataProvider().setUserNoDataValue(band, [QgsRasterRange(7, 7)])
    tick(dock.train.form.scenes, "second", "third")
    trained(dock, qtbot)
    (asked,) = engine.trainer.asked("finetune")
    own = {"crs": "EPSG:32632", "nodata": [[7, 7]], **answers}
    spec = {"file_nodata": True, "skip_damaged": False, "mask": "", "remote": False, "beside": [], "grid": ""}
    silent = {"crs": None, "nodata": [], "sensor": None, "bands": {}, "units": None, "fill": "ask"}
    assert asked["more"] == [
        {"path": str(tmp_path / "b.tif"), **spec, **own},
        {"path": str(tmp_path / "c.tif"), **spec, **silent},
    ]


def test_stop_is_possible_as_soon_as_a_model_was_judged_before_any_step(open_tab, engine, qtbot):
    """The head may be fitted and judged at step 0, long before a slow first step is made."""
    dock = open_tab("slow")
    tab = dock.train
    tab.button.click()
    qtbot.waitUntil(lambda: bool(tab.run.log.losses), timeout=LONG_MS)
    assert not tab.stop.isEnabled()
    tab.run.log._take(b'{"step": 0, "validation": {"metric": "macro_f1", "score": 0.4}}')
    tab.run.learnt.emit()
    assert tab.stop.isEnabled() and tab.why_no_stop.said == "" and "at step 0" in tab.score.said
    tab.cancel.click()
    assert not tab.stop.isEnabled() and tab.why_no_stop.said == ""
    qtbot.waitUntil(lambda: tab.run.task is None, timeout=LONG_MS)
