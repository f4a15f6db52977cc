"""The page "Train" where things change while it is used: layers, models and folders that go, other work, names."""

import json
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices

from ofa_qgis import models, settings
from ofa_qgis.engine import engine_words, task
from ofa_qgis.gui.dock import MAP, TRAIN
from ofa_qgis.gui.preview.preview_layer import MARK
from ofa_qgis.gui.train import train_request
from ofa_qgis.protocol import FinetuneRequest, SceneSpec
from ofa_qgis.training.training_words import LONGEST, free_folder
from ofa_qgis.words import say
from tests.fakes.answers_about_training import card
from tests.fakes.for_the_dock import LONG_MS, FakeStore, follow_each_other


def ended(dock, qtbot):
    qtbot.waitUntil(lambda: dock.train.run.task is None, timeout=LONG_MS)


def listed(dock):
    return [dock.layers.models.itemData(row) for row in range(dock.layers.models.count())]


def put_model(name):
    folder = models.user_folder() / name
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps(card(name)))
    return folder


def add_layer(fields):
    layer = QgsVectorLayer(f"Point?crs=EPSG:32633&{'&'.join(f'field={name}' for name in fields)}", "truth", "memory")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_field_that_says_that_it_holds_classes_is_chosen_and_no_other_is(open_tab):
    dock = open_tab(labelled=False)
    form = dock.train.form
    form.layer.setLayer(add_layer(["fid:integer", "landcover:string"]))
    assert form.field.currentField() == "landcover" and dock.train.button.isEnabled()
    form.layer.setLayer(add_layer(["fid:integer", "remark:string"]))
    assert form.field.currentField() == "" and not dock.train.button.isEnabled()
    assert dock.train.button.toolTip() == "Choose the field that holds the class or the number."


def test_a_preview_is_not_offered_as_labels(open_tab):
    dock, layer = open_tab(), QgsVectorLayer("Point?crs=EPSG:32633", "preview", "memory")
    layer.setCustomProperty(MARK, True)
    QgsProject.instance().addMapLayer(layer)
    texts = [dock.train.form.layer.itemText(row) for row in range(dock.train.form.layer.count())]
    assert "preview" not in texts and "those of the page Map" in texts


def test_labels_without_a_crs_are_refused(open_tab):
    dock, store = open_tab(labelled=False), FakeStore()
    store.layer.setCrs(QgsCoordinateReferenceSystem())
    QgsProject.instance().addMapLayer(store.layer)
    dock.train.form.layer.setLayer(store.layer)
    dock.train.button.click()
    assert dock.train.note.said == "The labels have no CRS. Set it in the layer's properties."


def test_names_of_long_scenes_are_unlike_one_another_and_never_too_long(open_tab, qtbot):
    dock = open_tab("S2A_MSIL2A_20200223T103021_N0214_R108_T32UNB_20200223T141055")
    first = dock.train.form.name.text()
    assert first.endswith("_model") and len(first) == LONGEST
    dock.train.button.click()
    ended(dock, qtbot)
    assert (models.user_folder() / first / "card.json").is_file(), dock.train.note.said
    second = dock.train.form.name.text()
    assert second.endswith("_2") and len(second) == LONGEST
    assert free_folder(first).name == second


@pytest.mark.parametrize("name", ["ends.", "con/", "a" * (LONGEST + 1)])
def test_names_that_are_no_folder_everywhere_are_refused(name, qgis_app):
    with pytest.raises(train_request.raster_layers.LayerError, match="expected a name"):
        train_request._require_name(name)


def test_stop_is_offered_only_while_the_engine_would_heed_it(open_tab, qtbot):
    dock = open_tab("slow")
    tab = dock.train
    tab.button.click()
    qtbot.waitUntil(tab.stop.isEnabled, timeout=LONG_MS)
    tab.cancel.click()
    assert not tab.stop.isEnabled() and not tab.cancel.isEnabled()
    ended(dock, qtbot)
    tab.button.click()
    assert tab.run.log.best is not None and not tab.stop.isEnabled(), "the engine clears the folder when it begins"
    qtbot.waitUntil(tab.stop.isEnabled, timeout=LONG_MS)
    tab.stop.click()
    tab.run.learnt.emit()
    tab.run.advanced.emit(21, 30, "training")
    assert not tab.stop.isEnabled() and tab.note.said == "Stopping: the best model is saved."
    ended(dock, qtbot)
    assert (models.user_folder() / "slow_model" / "card.json").is_file()


def test_a_second_training_says_that_it_waits_and_can_be_cancelled(open_tab, engine, tmp_path, qtbot):
    dock = open_tab("slow")
    heard = []
    request = FinetuneRequest(SceneSpec(dock.scene.source.path), out=str(tmp_path / "of the toolbox"))
    first = engine.trainer.submit(request, heard.append)
    assert task.is_training()
    dock.train.button.click()
    assert dock.train.note.said == "Another training runs; this one begins when it is done."
    engine.trainer.cancel(first)
    qtbot.waitUntil(lambda: "Training" in dock.train.note.said and bool(dock.train.run.log.losses), timeout=LONG_MS)
    dock.train.cancel.click()
    ended(dock, qtbot)
    assert engine.trainer.pid is None, "the engine that trains ends with its last job"


def test_while_a_scene_is_mapped_the_new_model_cannot_map_it(open_tab, qtbot):
    dock = open_tab("slow")
    put_model("older")
    dock.train._out = models.user_folder() / "older"
    dock.train._result.show()
    dock.engine_info.ask_models()
    qtbot.waitUntil(dock.train.use.isEnabled, timeout=LONG_MS)
    dock.whole.button.click()
    assert not dock.train.use.isEnabled() and "being mapped" in dock.train.use.toolTip()
    out = dock.whole.output.filePath()
    dock.map_with("older")
    assert dock.whole.output.filePath() == out, "the run that is under way keeps its name"
    dock.whole.stop.click()
    qtbot.waitUntil(dock.train.use.isEnabled, timeout=LONG_MS)


def test_models_that_came_or_went_are_known_when_a_page_is_opened(open_tab, qtbot):
    dock = open_tab()
    folder = put_model("of the toolbox")
    dock.tabs.setCurrentIndex(MAP)
    qtbot.waitUntil(lambda: listed(dock) == ["fake", "of the toolbox"], timeout=LONG_MS)
    dock.layers.choose_model("of the toolbox")
    shutil.rmtree(folder)
    dock.tabs.setCurrentIndex(TRAIN)
    qtbot.waitUntil(lambda: listed(dock) == ["fake"], timeout=LONG_MS)
    assert dock.scene.map_model is None and dock.layers.models.currentData() == "fake"


def test_a_list_of_models_that_did_not_change_changes_nothing(open_tab, engine, qtbot):
    dock = open_tab()
    told = []
    dock.scene.changed.connect(lambda: told.append(1))
    before = len(engine.asked("models"))
    with qtbot.waitSignal(dock.engine_info.models_known, timeout=LONG_MS):
        dock.tabs.setCurrentIndex(MAP)
    assert len(engine.asked("models")) == before + 1 and told == []


def test_training_starts_from_the_backbone_of_the_page_map_until_another_is_chosen(open_tab):
    form = open_tab().train.form
    found = [models.Model(name, None, {"mlm:name": name, "ofa": {"trained": True}}) for name in ("a", "b", "c")]
    settings.put(settings.MODEL, "b")
    form.set_models(found, "a")
    assert form.backbone.currentData() == "b"
    assert type(form.backbone.itemData(0, Qt.ItemDataRole.ToolTipRole)) is str  # a subclass is no text to Qt
    form.backbone.setCurrentIndex(form.backbone.findData("c"))
    form.backbone.activated.emit(form.backbone.currentIndex())
    form.set_models(found, "a")
    assert form.backbone.currentData() == "c"
    form.set_models(found[:1], "a")
    assert form.backbone.currentData() == "a"
    settings.put(settings.MODEL, "")


def test_chips_in_a_step_can_be_fewer_as_the_engine_advises(open_tab, engine, qtbot):
    dock = open_tab()
    dock.train.form.batch.setValue(4)
    dock.train.button.click()
    ended(dock, qtbot)
    assert engine.trainer.asked("finetune")[0]["batch"] == 4
    assert engine_words.plain(say("give --batch {chips}", chips=8), where=engine_words.TRAIN) == "Set “Chips” to 8."


@pytest.mark.parametrize(
    ("name", "said"), [("scene", "scene_model is in the list of models."), ("wrong", "Label more.")]
)
def test_the_end_of_a_run_is_told_where_the_user_is(open_tab, qtbot, name, said):
    dock = open_tab(name)
    dock.train.button.click()
    dock.tabs.setCurrentIndex(MAP)
    ended(dock, qtbot)
    assert said in dock.iface.bar.currentItem().text()


def test_a_project_that_is_closed_and_layers_that_go_do_not_end_a_run(open_tab, engine, qtbot):
    dock = open_tab("slow", labelled=False)
    store = FakeStore()
    QgsProject.instance().addMapLayer(store.layer)
    form = dock.train.form
    form.layer.setLayer(store.layer)
    dock.train.button.click()
    qtbot.waitUntil(lambda: len(dock.train.run.log.losses) > 1, timeout=LONG_MS)
    QgsProject.instance().removeMapLayer(store.layer.id())
    assert form.layer.currentLayer() is None and not form.field.isVisible()
    QgsProject.instance().clear()
    ended(dock, qtbot)
    assert (models.user_folder() / "slow_model" / "card.json").is_file()
    assert dock.train.note.kind == "ok" and not dock.train.button.isEnabled() and not dock.train.use.isVisible()


def test_a_folder_that_cannot_be_written_to_is_said(open_tab, monkeypatch):
    dock = open_tab()

    def refuse(_request):
        raise PermissionError(13, "Permission denied", "/data/ofa")

    monkeypatch.setattr(train_request, "remember", refuse)
    dock.train.button.click()
    assert dock.train.note.said == "/data/ofa cannot be written to: Permission denied." and dock.train.run.task is None


def test_tab_goes_from_top_to_bottom_and_reaches_the_links(open_tab, qtbot):
    dock = open_tab()
    dock.train.button.click()
    ended(dock, qtbot)
    tab, form = dock.train, dock.train.form
    assert tab.links.focusPolicy() & Qt.FocusPolicy.TabFocus and 'href="."' in tab.links.text()
    order = [form.layer, form.field, form.task, form.mode, form.name, form.backbone, form.head, form.steps, form.batch]
    order += [tab.button, tab.stop, tab.cancel, tab.links, tab.use]
    assert follow_each_other(order)


def test_a_link_to_what_is_gone_says_so(open_tab, monkeypatch):
    dock = open_tab()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dock.train._out = Path("/nowhere")
    dock.train.links.linkActivated.emit("maps.png")
    assert dock.train.note.said == f"{Path('/nowhere/maps.png')} cannot be opened."
