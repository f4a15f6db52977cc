"""The dock: what it shows in which state, and the whole way from a layer to a result with an engine of answers."""

import json
import os
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtWidgets import QAbstractButton, QFileDialog, QLabel

from ofa_qgis import settings
from ofa_qgis.engine import task
from ofa_qgis.engine.pace import Pace, clock
from ofa_qgis.gui.dock import BODY, SETUP
from ofa_qgis.gui.layer.engine_line import device_words, model_words
from ofa_qgis.gui.map import map_request
from ofa_qgis.gui.preview.preview_layer import preview_ids
from ofa_qgis.layers import raster_layers
from ofa_qgis.words import Said, joined, say
from resources.i18n.update import templates
from tests.fakes.for_the_dock import CRS, LEFT, LONG_MS, TOP, follow_each_other, label, write_scene


def settled(dock, qtbot):
    qtbot.waitUntil(lambda: dock.scene.facts is not None, timeout=LONG_MS)


def done(dock, qtbot):
    qtbot.waitUntil(lambda: dock.whole.task is None, timeout=LONG_MS)


def test_the_layer_says_its_sensor_and_units_and_the_device_why_it_is_used(open_dock, qtbot):
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.layers.status.kind == "ok" and dock.device.kind == "off", timeout=LONG_MS)
    assert dock.layers.status.said == "Sentinel-2 L2A · dn"
    assert "no CUDA device" in dock.device.said and "cores" in dock.device.said
    assert "untrained" in dock.layers.models.currentText()


def test_one_of_several_layers_that_come_at_once_is_chosen(open_dock, qtbot, tmp_path):
    dock = open_dock()
    QgsProject.instance().clear()
    paths = [write_scene(tmp_path / f"{name}.tif") for name in ("a", "b")]
    QgsProject.instance().addMapLayers([QgsRasterLayer(str(path), path.stem) for path in paths])
    assert dock.scene.layer is dock.layers.combo.currentLayer() and dock.scene.layer is not None
    settled(dock, qtbot)


def test_a_question_is_amber_and_stops_the_map(open_dock, qtbot):
    dock = open_dock("questions")
    settled(dock, qtbot)
    label(dock)
    assert dock.layers.status.kind == "ask" and dock.layers.status.said.startswith("1 question")
    assert dock.layers.bands.isVisible() and not dock.whole.button.isEnabled()


def test_units_are_asked_in_the_dock_and_one_click_answers_and_is_remembered_with_the_layer(open_dock, engine, qtbot):
    dock = open_dock("questions")
    settled(dock, qtbot)
    section = dock.layers
    assert section.unit_status.kind == "ask" and "Which units?" in section.unit_status.said
    assert "Bands" not in section.status.said
    assert [each.text() for each in section.unit_buttons.buttons] == ["reflectance × 10 000", "reflectance, 0 to 1"]
    section.unit_buttons.buttons[0].click()
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    assert engine.asked("inspect")[-1]["units"] == raster_layers.choices(dock.scene.layer)["units"] == "dn"
    assert not section.unit_buttons.isVisible() and section.unit_status.said == ""


def test_a_file_that_was_mended_is_read_again_and_another_is_not(open_dock, engine, qtbot):
    dock = open_dock()
    settled(dock, qtbot)
    layer, file = dock.scene.layer, Path(dock.scene.layer.source())
    count = len(engine.asked("inspect"))
    for moves_s in (0, 5):
        os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns + moves_s * 10**9))
        dock.scene.set_layer(None)
        dock.scene.set_layer(layer)
        settled(dock, qtbot)
        count += bool(moves_s)
        assert len(engine.asked("inspect")) == count


def test_units_of_which_many_can_be_meant_are_asked_in_the_band_table(open_dock, qtbot):
    dock = open_dock("questions")
    settled(dock, qtbot)
    (question,) = dock.scene.facts["questions"]
    dock.scene.facts["questions"] = [{**question, "choices": ["dn", "dn+1000", "uint16", "reflectance", "counts"]}]
    dock.scene.changed.emit()
    assert "see Bands" in dock.layers.status.said
    assert not dock.layers.unit_buttons.isVisible() and dock.layers.unit_status.said == ""


def test_a_scene_is_opened_from_the_dock_while_there_is_none(open_dock, qtbot, tmp_path):
    dock = open_dock()
    assert not dock.layers.open.isVisible()
    QgsProject.instance().clear()
    assert dock.layers.open.isVisible()
    no_raster = tmp_path / "notes.txt"
    no_raster.write_text("nothing to see", encoding="utf-8")
    dock.layers.open_scenes([str(no_raster)])
    line = dock.layers.opening.status
    qtbot.waitUntil(lambda: line.kind == "bad" and "notes.txt" in line.said, timeout=LONG_MS)
    assert not QgsProject.instance().mapLayers()
    dock.layers.open.click()
    canvas, elsewhere = dock.iface.canvas, QgsRectangle(0, 0, 1000, 1000)
    canvas.setExtent(elsewhere)
    dialog = dock.layers.findChild(QFileDialog)
    dialog.fileSelected.emit(str(write_scene(tmp_path / "found.tif")))
    dialog.close()
    qtbot.waitUntil(lambda: dock.scene.layer is not None, timeout=LONG_MS)
    assert dock.scene.layer.name() == "found" and not dock.layers.open.isVisible()
    settled(dock, qtbot)
    qtbot.waitUntil(lambda: canvas.extent().contains(dock.scene.layer.extent()), timeout=LONG_MS)


def test_a_view_that_shows_a_part_of_the_opened_scene_stays(open_dock, qtbot, tmp_path):
    dock = open_dock()
    QgsProject.instance().clear()
    canvas = dock.iface.canvas
    canvas.setExtent(QgsRectangle(LEFT, TOP - 100, LEFT + 100, TOP))
    before = canvas.extent()
    dock.layers.open_scenes([str(write_scene(tmp_path / "found.tif"))])
    settled(dock, qtbot)
    assert canvas.extent() == before


def test_the_engine_reads_the_layer_before_it_proves_the_device(open_dock, engine, qtbot):
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.device.kind == "off", timeout=LONG_MS)
    lines = engine.asked_file.read_text("utf-8").splitlines()
    kinds = [json.loads(line)["kind"] for line in lines]
    assert kinds.index("inspect") < kinds.index("doctor")


@pytest.mark.parametrize("answer", ["nodata", "data"])
def test_fill_is_asked_in_the_dock_and_one_click_answers_it_for_every_job(open_dock, engine, qtbot, answer):
    dock = open_dock("filled")
    settled(dock, qtbot)
    assert dock.layers.status.kind == dock.layers.fill_status.kind == "ask" and "Bands" not in dock.layers.status.said
    label(dock)
    (button,) = (each for each in dock.layers.fill_buttons.buttons if each.objectName() == f"OfaFill_{answer}")
    button.click()
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    assert not dock.layers.fill_buttons.isVisible() and dock.layers.fill_status.said == ""
    assert raster_layers.choices(dock.scene.layer)["fill"] == answer and bool(dock.scene.fill) == (answer == "nodata")
    qtbot.waitUntil(lambda: bool(engine.asked("preview")), timeout=LONG_MS)
    dock.whole.button.click()
    done(dock, qtbot)
    asked = [engine.asked(kind)[-1]["fill"] for kind in ("inspect", "preview", "classify")]
    assert asked == [answer] * 3


def test_a_layer_whose_answers_contradict_it_still_opens_its_table(open_dock, qtbot):
    dock = open_dock("questions")
    settled(dock, qtbot)
    raster_layers.remember(dock.scene.layer, units="counts")
    dock.scene.facts, dock.scene.failure = None, ("the values cannot be in this unit", "", "")
    dock.scene.changed.emit()
    assert dock.layers.bands.isVisible()
    dock.layers.bands.click()
    assert dock._bands.kept_status.kind == "bad" and dock._bands.drop.isEnabled()
    dock._bands.drop.click()
    qtbot.waitUntil(lambda: dock.scene.questions == 1, timeout=LONG_MS)


def test_the_engine_is_told_the_layers_name_which_may_hold_a_date(open_dock, engine, qtbot):
    dock = open_dock("scene of 2023-08-23")
    settled(dock, qtbot)
    assert engine.asked("inspect")[-1]["title"] == "scene of 2023-08-23"


def test_a_layer_that_only_qgis_can_read_offers_an_export_and_goes_on_with_it(open_dock, qtbot, tmp_path):
    dock = open_dock()
    settled(dock, qtbot)
    virtual = QgsRasterLayer(f"type=xyz&url=file://{tmp_path}/{{z}}/{{x}}/{{y}}.png&zmax=2&zmin=0", "tiles", "wms")
    QgsProject.instance().addMapLayer(virtual)
    dock.layers.combo.setLayer(virtual)
    assert dock.layers.status.kind == "bad" and dock.layers.export.isVisible()
    assert not dock.layers.bands.isVisible()
    dock.layers.export_view(str(tmp_path / "view.tif"))
    qtbot.waitUntil(lambda: dock.scene.layer is not virtual, timeout=LONG_MS)
    assert dock.scene.layer.source() == str(tmp_path / "view.tif")


def test_without_an_engine_the_set_up_page_takes_the_place_of_the_column(open_dock, monkeypatch):
    monkeypatch.setattr(task, "python", lambda: Path("/nowhere/python"))
    monkeypatch.setattr(task, "_client", None)
    dock = open_dock()
    assert dock._pages.currentIndex() == SETUP
    assert not dock.back.isVisible()


def test_the_gear_shows_the_set_up_page_and_back_leads_back(open_dock, qtbot):
    dock = open_dock()
    dock.gear.click()
    assert dock._pages.currentIndex() == SETUP and dock.back.isVisible()
    dock.back.click()
    assert dock._pages.currentIndex() == BODY


def test_a_ready_engine_shows_the_column(open_dock, qtbot):
    dock = open_dock()
    dock.show_setup()
    dock._setup.ready.emit()
    assert dock._pages.currentIndex() == BODY


def test_what_was_proven_after_installing_stays_until_it_is_read(open_dock, qtbot):
    dock = open_dock()
    dock.show_setup()
    dock._setup.installed.emit()
    dock._setup.ready.emit()
    qtbot.waitUntil(lambda: dock.iface.bar.currentItem() is not None, timeout=LONG_MS)
    item = dock.iface.bar.currentItem()
    assert item.text() == f"The engine is installed. {dock.device.said}"
    assert item.duration() == 0
    assert dock._pages.currentIndex() == BODY


def test_a_model_that_is_gone_is_the_default_again(open_dock, engine, qtbot):
    settings.put(settings.MODEL, "of-yesterday")
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.layers.models.count() == 1, timeout=LONG_MS)
    assert dock.layers.models.currentData() == "fake" and settings.compute().model is None


def test_unloading_during_a_run_leaves_nothing_beside_the_scene(open_dock, qtbot, tmp_path):
    dock = open_dock("slow")
    dock.preview_section.live.setChecked(False)
    settled(dock, qtbot)
    label(dock)
    dock.whole.button.click()
    qtbot.waitUntil(lambda: dock.whole.bar.value() > 0, timeout=LONG_MS)
    dock.tear_down()
    dock.is_over = True
    task.stop()
    qtbot.wait(300)
    assert [path for path in tmp_path.iterdir() if "mine" in path.name] == []


def test_labels_bring_a_preview_with_accuracy_and_advice(open_dock, qtbot):
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    qtbot.waitUntil(lambda: bool(dock.preview_section.accuracy.said), timeout=LONG_MS)
    assert dock.preview_section.accuracy.said == "Macro-F1 0.87."
    assert "confused" in dock.preview_section.advice.said
    assert dock.preview_section.accuracy.toolTip()


def test_where_next_marks_the_canvas_until_a_label_is_there(open_dock, qtbot):
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    qtbot.waitUntil(lambda: bool(dock.preview_section.accuracy.said), timeout=LONG_MS)
    dock.preview_section.where.click()
    marks = dock.preview_section.marks
    qtbot.waitUntil(lambda: len(marks.items) == 6, timeout=LONG_MS)
    dock.store.add_point(marks.items[5].place, CRS)
    assert 0 < len(marks.items) < 6
    assert dock.preview_section.where.isChecked()  # it looks pressed while its marks are shown
    dock.preview_section.where.click()
    assert marks.items == []
    assert not dock.preview_section.where.isChecked()


def test_the_whole_scene_becomes_a_group_of_layers_with_report_and_recipe(open_dock, qtbot, tmp_path):
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    assert dock.whole.output.filePath() == str(tmp_path / "scene_map.tif")
    dock.whole.button.click()
    done(dock, qtbot)
    root = QgsProject.instance().layerTreeRoot()
    group = next(node for node in root.children() if node.name().startswith("scene 20"))
    assert [node.name() for node in group.findLayers()] == ["labels", "map", "confidence"]
    assert dock.panel.report.isVisible() and '"kind": "classify"' in dock.panel.recipe_text.toPlainText()
    beside = {path.name for path in tmp_path.iterdir()}
    assert {"scene_map.tif", "scene_map_labels.gpkg", "scene_map_confidence.tif", "scene_map_recipe.json"} <= beside


def test_a_second_run_overwrites_nothing(open_dock, qtbot, tmp_path):
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    dock.whole.button.click()
    done(dock, qtbot)
    first = (tmp_path / "scene_map.tif").stat().st_mtime_ns
    assert dock.whole.output.filePath() == str(tmp_path / "scene_map_2.tif")
    dock.whole.output.setFilePath(str(tmp_path / "scene_map.tif"))
    dock.whole.button.click()
    done(dock, qtbot)
    assert (tmp_path / "scene_map_2.tif").exists()
    assert (tmp_path / "scene_map.tif").stat().st_mtime_ns == first


def test_cancel_answers_at_once_and_a_later_run_works(open_dock, qtbot, tmp_path):
    dock = open_dock("slow")
    dock.preview_section.live.setChecked(False)
    settled(dock, qtbot)
    label(dock)
    dock.whole.output.setFilePath(str(tmp_path / "mine.tif"))
    dock.whole.button.click()
    qtbot.waitUntil(lambda: dock.whole.bar.value() > 0, timeout=LONG_MS)
    assert dock.whole.stop.isVisible() and "Mapping" in dock.whole.note.said
    dock.whole.stop.click()
    qtbot.waitUntil(lambda: dock.whole.task is None, timeout=2_000)
    assert dock.whole.note.said == "Cancelled." and dock.whole.button.isEnabled()
    assert dock.whole.output.filePath() == str(tmp_path / "mine.tif"), "the same run goes on there"
    assert [path for path in tmp_path.iterdir() if "_map" in path.name] == []


def test_the_preview_waits_while_the_whole_scene_is_mapped(open_dock, engine, qtbot):
    dock = open_dock("slow")
    settled(dock, qtbot)
    label(dock)
    dock.whole.button.click()
    qtbot.waitUntil(lambda: dock.whole.bar.value() > 0, timeout=LONG_MS)
    before = len(engine.asked("preview"))
    dock.store.add_point(QgsPointXY(LEFT + 300, TOP - 300), CRS)
    qtbot.waitUntil(lambda: "goes on when" in dock.preview_section.note.said, timeout=2_000)
    assert len(engine.asked("preview")) == before
    dock.whole.stop.click()
    qtbot.waitUntil(lambda: len(engine.asked("preview")) > before, timeout=LONG_MS)


def test_a_crash_says_so_with_the_log_and_the_next_job_has_a_fresh_engine(open_dock, engine, qtbot):
    dock = open_dock("crash")
    dock.preview_section.live.setChecked(False)
    settled(dock, qtbot)
    label(dock)
    dock.whole.button.click()
    done(dock, qtbot)
    item = dock.iface.bar.currentItem()
    assert "died" in item.text()
    button = next(each for each in item.findChildren(QAbstractButton) if each.text() == "Show log")
    button.click()
    assert "last words" in dock.panel.log_text.toPlainText() and not dock.panel.log.isCollapsed()
    dock.scene.retry()
    settled(dock, qtbot)
    assert dock.scene.failure is None


def test_a_project_closed_during_the_run_leaves_the_result_on_disk_and_says_where(open_dock, qtbot, tmp_path):
    dock = open_dock("slow")
    dock.preview_section.live.setChecked(False)
    settled(dock, qtbot)
    label(dock)
    dock.whole.button.click()
    qtbot.waitUntil(lambda: dock.whole.bar.value() > 0, timeout=LONG_MS)
    QgsProject.instance().clear()
    done(dock, qtbot)
    assert (tmp_path / "slow_map.tif").exists()
    assert QgsProject.instance().mapLayers() == {}
    assert "slow_map.tif" in dock.iface.bar.currentItem().text()


def test_a_layer_removed_during_the_run_does_not_stop_it(open_dock, qtbot, tmp_path):
    dock = open_dock("slow")
    dock.preview_section.live.setChecked(False)
    settled(dock, qtbot)
    label(dock)
    dock.whole.button.click()
    qtbot.waitUntil(lambda: dock.whole.bar.value() > 0, timeout=LONG_MS)
    QgsProject.instance().removeMapLayer(dock.scene.layer.id())
    done(dock, qtbot)
    assert QgsProject.instance().mapLayersByName("map")


def test_a_folder_that_cannot_be_written_to_is_said_at_the_field(open_dock, qtbot, tmp_path, monkeypatch):
    home = Path.home()
    monkeypatch.setattr(map_request, "is_writable", lambda folder: folder == home)
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    assert Path(dock.whole.output.filePath()).parent == home
    assert dock.whole.notice.said.startswith("The scene's folder cannot be written to")
    dock.whole.output.setFilePath(str(tmp_path / "x.tif"))
    dock.whole.button.click()
    assert "cannot be written to" in dock.whole.note.said and dock.whole.task is None


def test_labels_in_work_and_the_preview_stay_above_the_result(open_dock, qtbot):
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    qtbot.waitUntil(lambda: bool(preview_ids()), timeout=LONG_MS)
    dock.whole.button.click()
    done(dock, qtbot)
    order = [layer.id() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
    mapped = order.index(QgsProject.instance().mapLayersByName("map")[0].id())
    in_work = [layer.id() for layer in dock.store.layers()] + preview_ids()
    assert all(order.index(each) < mapped for each in in_work) and order.index(dock.scene.layer.id()) > mapped


def test_the_band_table_opens_beside_qgis_and_its_answer_is_used(open_dock, engine, qtbot):
    dock = open_dock("questions")
    settled(dock, qtbot)
    dock.layers.bands.click()
    table = dock._bands
    assert table.isVisible() and not table.isModal()
    table.unit_buttons.buttons[0].click()
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    table.close()
    qtbot.waitUntil(lambda: dock._bands is None, timeout=LONG_MS)


def test_tab_goes_from_top_to_bottom(open_dock, qtbot):
    dock = open_dock()
    settled(dock, qtbot)
    label(dock)
    qtbot.waitUntil(lambda: bool(dock.preview_section.accuracy.said), timeout=LONG_MS)
    order = [dock.gear, dock.layers.combo, dock.layers.bands, dock.layers.models, dock.classes.table]
    order += [dock.preview_section.live, dock.preview_section.opacity, dock.preview_section.where]
    order += [dock.whole.extent, dock.whole.confidence, dock.whole.button]
    assert follow_each_other(order)


def test_every_number_and_button_has_a_tooltip(open_dock, qtbot):
    dock = open_dock()
    settled(dock, qtbot)
    parts = (dock.layers, dock.preview_section, dock.whole)
    silent = [
        (type(each).__name__, each.text()) for part in parts for each in part.findChildren(QAbstractButton)
        if each.text() not in ("", "…") and not dock.whole.drawn.isAncestorOf(each) and not each.toolTip()
    ]  # fmt: skip
    assert silent == []


def test_a_label_is_the_buddy_of_its_field(open_dock):
    dock = open_dock()
    texts = {each.text(): each.buddy() for each in dock.layers.findChildren(QLabel) if each.buddy() is not None}
    assert texts == {"La&yer": dock.layers.combo, "Grid": dock.layers.further.grid.combo, "Model": dock.layers.models}


def test_the_pace_is_told_in_megapixels_and_time_left():
    pace = Pace(pixels=60e6)
    assert pace.line(0.0, 20, 100, "mapping", 0.0) == "Mapping 20%"
    assert pace.line(60.0, 60, 100, "mapping", 0.5) == "Mapping 60% · 30 Mpx/min · 1:00 left"
    assert pace.line(61.0, 80, 100, say("drawing polygons")) == "Drawing polygons 80% · 0:30 left"  # by the last pace
    assert pace.line(65.0, 90, 100, say("drawing polygons")) == "Drawing polygons 90% · 0:04 left"


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (112, "1:52"), (7509, "2:05:09")])
def test_seconds_as_a_clock(seconds, text):
    assert clock(seconds) == text


@pytest.mark.parametrize(
    ("device", "name", "said"),
    [
        ("cuda", "NVIDIA H100", ("good", "CUDA: NVIDIA H100, proven")),
        ("mps", "Apple GPU", ("good", "MPS: Apple GPU, proven")),
        ("cpu", "CPU", ("off", f"CPU, {os.cpu_count()} cores")),
    ],
)
def test_a_proven_device_is_named(qgis_app, device, name, said):
    proofs = [template for template in templates() if template.endswith("computed a matrix product")]
    assert len(proofs) == 2  # whatever the engine says of a proof has the device's name
    for proof in proofs:
        found = say("{device}: {why}", device=device, why=Said(proof, {"name": name}))
        assert device_words({"checks": [{"name": "device", "ok": True, "found": found, "hint": ""}]})[:2] == said


def test_a_cpu_says_why_there_is_no_gpu(qgis_app):
    faults = joined([say("no CUDA device found by torch {version}", version="2.1"), "no MPS device"], "; ")
    found = say("{device}: {why}", device="cpu", why=faults)
    kind, said, tip = device_words({"checks": [{"name": "device", "ok": True, "found": found, "hint": ""}]})
    assert (kind, said) == ("off", f"CPU, {os.cpu_count()} cores: no CUDA device found by torch 2.1")
    assert "no MPS device" in tip


def test_a_failed_check_says_what_to_do(qgis_app):
    check = {"name": "memory", "ok": False, "found": say("only 1 GiB free"), "hint": say("close other programs")}
    assert device_words({"checks": [check]})[:2] == ("bad", "Only 1 GiB free. Close other programs.")


def test_an_untrained_model_says_so(qgis_app):
    name, title, tip = model_words({"mlm:name": "m", "mlm:total_parameters": 1e6, "ofa": {"trained": False}})
    assert (name, title) == ("m", "m — untrained") and "random projections" in tip
    assert QgsApplication.instance() is not None


def test_a_trained_model_says_on_what(qgis_app):
    known = {"mlm:name": "m", "mlm:total_parameters": 5.8e6, "ofa": {"trained": True}}
    name, title, tip = model_words({**known, "mlm:pretrained_source": "7 scenes"})
    assert (name, title) == ("m", "m — 5.8 M parameters") and tip.endswith("Pre-trained on 7 scenes.")
