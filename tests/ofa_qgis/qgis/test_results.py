"""Results as layers: what is in the group, how it looks, what it says of itself, and that nothing is overwritten."""

import json

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from ofa_qgis.gui.map.report_panel import ReportPanel
from ofa_qgis.layers import results
from ofa_qgis.words import say

SCORE = {
    "macro_f1": 0.871, "overall_accuracy": 0.9, "checked": ["water", "sand", "town"], "unchecked": ["Wald & Wiese"],
    "coverage": {"classes": 0.75, "area": 0.8, "least": 0.75}, "held_out_labels": 40, "folds": 5,
    "score": say("macro-F1 {score:.2f}, {checked} of 4 classes checked, 40 held-out labels", score=0.871, checked=3),
}  # fmt: skip
REPORT = {
    "classes": [
        {"name": "Wald & Wiese", "value": 1, "colour": "#009E73"},
        {"name": "water", "value": 2, "colour": "#0072B2"},
    ],
    **SCORE, "sensor": "Sentinel-2 L2A", "units": "dn", "warnings": ["Few labels."],
    "model": {"name": "ofa-tiny", "trained": False, "sha256": "abc123"}, "created": "2026-01-01T00:00:00",
    "request": {"kind": "classify", "scene": {"path": "/s.tif"}},
}  # fmt: skip


def raster(path, kind=gdal.GDT_Byte):
    target = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, kind)
    target.GetRasterBand(1).WriteArray(np.ones((4, 4)))
    return str(path)


@pytest.fixture
def outputs(qgis_app, qgis_new_project, tmp_path):
    return {"map": raster(tmp_path / "m.tif"), "confidence": raster(tmp_path / "c.tif", gdal.GDT_Float32)}


def layer(name):
    return QgsProject.instance().mapLayersByName(name)[0]


def test_the_map_is_shown_and_the_rest_is_at_hand(outputs):
    group = results.add(outputs, REPORT, "scene")
    assert group.name().startswith("scene 20")
    assert [(node.name(), node.itemVisibilityChecked()) for node in group.findLayers()] == [
        ("map", True), ("confidence", False)
    ]  # fmt: skip
    assert QgsProject.instance().layerTreeRoot().children()[0].name() == group.name()


def test_the_legend_has_names_and_colours_of_the_classes(outputs):
    results.add(outputs, REPORT, "scene")
    legend = {item.label: (item.value, item.color.name()) for item in layer("map").renderer().classes()}
    assert legend == {"Wald & Wiese": (1, "#009e73"), "water": (2, "#0072b2")}


def test_confidence_goes_from_0_to_1(outputs):
    results.add(outputs, REPORT, "scene")
    ramp = layer("confidence").renderer().shader().rasterShaderFunction()
    assert [item.value for item in ramp.colorRampItemList()] == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_the_layers_say_model_recipe_and_accuracy(outputs):
    results.add(outputs, REPORT, "scene")
    metadata = layer("map").metadata()
    for word in (
        "ofa-tiny",
        "untrained",
        "abc123",
        "Macro-F1 0.87",
        "3 of 4 classes checked",
        "40 held-out labels",
        "Sentinel-2 L2A",
        "Few labels.",
    ):
        assert word in metadata.abstract()
    recipe = metadata.history()[0]
    assert json.loads(recipe[recipe.index("{") :]) == REPORT["request"]


def test_labels_are_in_the_group_but_off(outputs):
    labels = QgsVectorLayer("Point?crs=EPSG:4326&field=class:string", "labels", "memory")
    group = results.add(outputs, REPORT, "scene", [labels])
    assert next((node.name(), node.itemVisibilityChecked()) for node in group.findLayers()) == ("labels", False)


def test_layers_of_one_name_are_told_apart_in_their_group(outputs):
    new = lambda *names: [QgsVectorLayer("Point?crs=EPSG:4326", name, "memory") for name in names]  # noqa: E731
    group = results.add(outputs, REPORT, "scene", new("labels", "labels"))
    names = lambda: [node.name() for node in group.findLayers()]  # noqa: E731
    assert names() == ["labels", "labels (2)", "map", "confidence"]
    for more in (["clean", "hits"], ["clean", "drawn"]):
        results.add_above(layer("map").id(), [(each, True) for each in new(*more)], "engine run: {}")
    assert names()[2:-1] == ["hits", "clean", "drawn (2)", "clean (2)", "map"], "those of one run are numbered alike"


def test_the_score_is_what_the_engine_says_and_a_class_that_was_not_checked_is_named():
    said = say("not checked: no class has labels in two places")
    assert results.accuracy_text({**SCORE, "score": said}) == "Not checked: no class has labels in two places."
    assert results.unchecked_text(SCORE) == "Not checked: Wald & Wiese. Label it in a second place."
    assert results.unchecked_text({**SCORE, "unchecked": []}) == ""


def test_how_the_score_is_found_names_the_least_that_must_be_checked():
    tip = results.accuracy_tip(SCORE)
    assert "75 % of the classes" in tip and "as far from the others as the mapped pixels" in tip


def test_layers_in_work_stay_above(outputs, tmp_path):
    below, above = QgsRasterLayer(raster(tmp_path / "s.tif"), "scene"), QgsVectorLayer("Point", "labels", "memory")
    QgsProject.instance().addMapLayers([below])
    QgsProject.instance().addMapLayers([above])
    results.add(outputs, REPORT, "s", (), [above.id()])
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    assert names[0] == "labels" and names[1].startswith("s 20") and names[2] == "scene"


@pytest.mark.parametrize("taken", ["x.tif", "x_confidence.tif", "x_labels.gpkg", "x_polygons.gpkg", "x_report"])
def test_the_next_free_name_looks_at_all_that_is_written_beside_the_map(tmp_path, taken):
    assert results.free_output(tmp_path, "x") == tmp_path / "x.tif"
    (tmp_path / taken).mkdir()
    assert results.free_output(tmp_path, "x") == tmp_path / "x_2.tif"


def test_unfinished_work_takes_no_name_because_the_same_run_goes_on_there(tmp_path):
    (tmp_path / "x_report" / ".ofa-part-report").mkdir(parents=True)
    (tmp_path / ".ofa-part-x.tif").mkdir()
    assert results.free_output(tmp_path, "x") == tmp_path / "x.tif"
    (tmp_path / "x_report" / "report.html").touch()
    assert results.free_output(tmp_path, "x") == tmp_path / "x_2.tif"


def test_two_runs_in_one_minute_are_two_groups(outputs, tmp_path):
    more = {"map": raster(tmp_path / "m_2.tif")}
    names = [results.add(made, REPORT, "scene").name() for made in (outputs, more, more)]
    assert len(set(names)) == 3
    assert names[1].startswith("scene 20") and names[2].endswith(")")


def beside(path, report=True):
    """What a run leaves beside its map."""
    places = results.companions(path)
    places["recipe"].write_text('{"kind": "classify"}', encoding="utf-8")
    if report:
        places["report"].mkdir()
        (places["report"] / "report.json").write_text(json.dumps(REPORT), encoding="utf-8")
        (places["report"] / "report.html").touch()


def test_a_report_of_an_earlier_run_is_opened_again_from_what_lies_beside_its_map(outputs, tmp_path):
    group = results.add(outputs, REPORT, "scene")
    assert results.earlier() == {}  # nothing is left of how it was made
    beside(tmp_path / "m.tif")
    assert results.earlier() == {f"{group.name()} · m.tif": tmp_path / "m.tif"}
    kept = results.kept(tmp_path / "m.tif")
    assert kept["report"] == REPORT
    assert kept["outputs"] == {"map": outputs["map"], "html": str(tmp_path / "m_report" / "report.html")}


def test_the_panel_lists_earlier_maps_and_shows_the_one_that_is_clicked(outputs, tmp_path, qtbot):
    beside(tmp_path / "m.tif")
    results.add(outputs, REPORT, "scene")
    panel = ReportPanel()
    qtbot.addWidget(panel)
    assert panel.past.isVisibleTo(panel) and not panel.report.isVisibleTo(panel)
    panel.list.itemClicked.emit(panel.list.item(0))
    assert panel.report.isVisibleTo(panel) and panel.table.rowCount() == 2
    assert panel.recipe_text.toPlainText() == '{"kind": "classify"}'
    assert panel.page.isVisibleTo(panel.report)

    (tmp_path / "m_report" / "report.json").write_text("{", encoding="utf-8")
    panel.list.itemClicked.emit(panel.list.item(0))
    assert panel.trouble.kind == "bad" and "m.tif" in panel.trouble.said
    panel.tear_down()


def test_a_list_of_maps_follows_the_project(outputs, tmp_path, qtbot):
    beside(tmp_path / "m.tif", report=False)
    panel = ReportPanel()
    qtbot.addWidget(panel)
    assert panel.list.count() == 0
    results.add(outputs, REPORT, "scene")
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    QgsProject.instance().clear()
    assert not panel.past.isVisibleTo(panel)
    panel.tear_down()
