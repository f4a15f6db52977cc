"""A place in the dock: products that are opened and masked, and further sources beside the layer."""

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication

from ofa_qgis.gui.map import map_request
from ofa_qgis.layers import overlap, products, raster_layers
from ofa_qgis.layers.results import RESULT
from ofa_qgis.messages import encode
from tests.fakes.for_the_dock import LONG_MS, label, write_scene

WANTED = map_request.MapOutputs(confidence=True, applicability=True, polygons=True, report=True)


@pytest.fixture
def add(tmp_path, write_scene):
    """``add("radar")``: a layer of the project that lies where the dock's scenes do; 640 m of it."""

    def made(name, **said):
        path = write_scene(np.ones((1, 64, 64), np.float32), name=f"{name}.tif", **said)
        layer = QgsRasterLayer(str(path), name)
        QgsProject.instance().addMapLayer(layer)
        return layer

    return made


@pytest.fixture
def product(tmp_path):
    """A folder with a raster, which the engine of answers calls a product."""
    folder = tmp_path / "a_product"
    folder.mkdir()
    write_scene(folder / "band.tif")
    return folder


@pytest.fixture
def dock(open_dock, qtbot):
    made = open_dock()
    made.preview_section.live.setChecked(False)
    ready(made, qtbot)
    return made


def ready(dock, qtbot, further=0):
    qtbot.waitUntil(lambda: len(dock.scene.further) == further and dock.scene.is_ready, timeout=LONG_MS)


def beside(dock):
    return [Path(each.path).name for each in dock.scene.spec().beside]


def choose(dock, layer):
    """As the user does: by the menu."""
    menu = dock.layers.further.add.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == layer.name()).trigger()


# --- further sources -----------------------------------------------------------------------------------------------


def test_the_menu_offers_the_layers_that_lie_here(dock, add, tmp_path):
    radar, twin = add("radar"), QgsRasterLayer(dock.scene.layer.source(), "the same file")
    far, made, nowhere = add("far", epsg=32601), add("made"), add("nowhere", epsg=None)
    made.setCustomProperty(RESULT, "map")
    QgsProject.instance().addMapLayer(twin)
    assert overlap.layers_over(dock.scene.layer) == [made, radar]
    assert dock.layers.further.offers() == [radar]
    choose(dock, radar)
    assert dock.layers.further.offers() == []
    assert far and nowhere


def test_a_further_source_is_in_every_request_and_stays_with_the_layer(dock, engine, add, qtbot, tmp_path):
    radar, heights = add("radar"), add("heights")
    raster_layers.remember(heights, sensor="elevation", bands={"1": "height"})
    choose(dock, radar)
    choose(dock, heights)
    ready(dock, qtbot, further=2)
    label(dock)
    requests = [
        dock.preview.request(dock.preview.view(), 1),
        map_request.request_for(dock.scene, dock.store, tmp_path / "a.tif", WANTED, None),
        map_request.model_request(dock.scene, dock.store, tmp_path / "model.zip", False),
    ]
    for request in requests:
        first, second = json.loads(encode(request))["scene"]["beside"]
        assert (Path(first["path"]).name, first["sensor"]) == ("radar.tif", None)
        assert (Path(second["path"]).name, second["sensor"]) == ("heights.tif", "elevation")
        assert second["bands"] == {"1": "height"}
    assert len(engine.asked("inspect")[-1]["beside"]) == 2, "the engine has put them together before the map"
    assert [row.told.said for row in dock.layers.further.rows] == [
        f"{name}: Sentinel-2 L2A · dn" for name in ("radar", "heights")
    ]

    dock.layers.further.rows[0].drop.click()
    ready(dock, qtbot, further=1)
    assert beside(dock) == ["heights.tif"] and len(dock.layers.further.rows) == 1
    dock.layers.combo.setLayer(radar)
    ready(dock, qtbot)
    dock.layers.combo.setLayer(next(each for each in QgsProject.instance().mapLayersByName("scene")))
    ready(dock, qtbot, further=1)


def test_sources_of_sources_are_not_followed(dock, add, qtbot):
    radar = add("radar")
    raster_layers.remember_place(radar, grid="20", beside=[dock.scene.layer])
    choose(dock, radar)
    ready(dock, qtbot, further=1)
    (source,) = dock.scene.spec().beside
    assert source.beside == () and source.grid == ""


def test_what_is_open_of_a_further_source_stops_the_map_and_is_answered_in_its_rows(dock, add, qtbot):
    radar = add("radar_questions")
    choose(dock, radar)
    qtbot.waitUntil(lambda: dock.scene.further and dock.scene.further[0].questions == 1, timeout=LONG_MS)
    (row,) = dock.layers.further.rows
    assert row.told.kind == "ask" and "1 question" in row.told.said and not dock.scene.is_ready
    row.bands.click()
    table = dock._bands
    assert table.layer is radar and table.source.currentText() == "radar_questions"
    qtbot.waitUntil(table.unit_buttons.isVisible, timeout=LONG_MS)
    table.unit_buttons.buttons[0].click()
    ready(dock, qtbot, further=1)
    assert raster_layers.choices(radar)["units"] == dock.scene.spec().beside[0].units == "dn"
    assert not raster_layers.choices(dock.scene.layer)["units"]
    assert row.told.kind == "ok"


def test_sources_that_do_not_fit_are_told_in_one_line_and_can_be_removed(dock, add, qtbot):
    choose(dock, add("apart"))
    line = dock.layers.further.told
    qtbot.waitUntil(lambda: line.kind == "bad", timeout=LONG_MS)
    assert line.said == "apart.tif covers 30% of it. Give another source." and not dock.scene.is_ready
    dock.layers.further.rows[0].drop.click()
    ready(dock, qtbot)
    assert line.said == ""


def test_a_source_that_leaves_the_project_is_used_no_longer(dock, add, qtbot):
    radar = add("radar")
    choose(dock, radar)
    ready(dock, qtbot, further=1)
    QgsProject.instance().removeMapLayer(radar)
    ready(dock, qtbot)
    assert beside(dock) == [] and dock.layers.further.rows == []


def test_a_source_whose_file_is_gone_is_told_and_no_map_is_made_without_it(dock, add, qtbot):
    radar = add("radar")
    choose(dock, radar)
    ready(dock, qtbot, further=1)
    Path(raster_layers.file_of(radar)).unlink()
    dock.scene.refresh()
    (row,) = dock.layers.further.rows
    assert row.told.kind == "bad" and "radar" in row.told.said and not dock.scene.is_ready


def test_the_grid_of_another_source_is_chosen_where_there_is_one(dock, engine, add, qtbot):
    row = dock.layers.further.grid
    assert not row.isVisible(), "there is nothing to choose"
    radar, abroad = add("radar"), add("abroad")
    abroad.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    choose(dock, radar)
    choose(dock, abroad)
    ready(dock, qtbot, further=2)
    titles = [row.combo.itemText(index) for index in range(row.combo.count())]
    assert row.isVisible() and titles == ["scene: 10 m", "radar: 10 m", "abroad: 10 m"]
    assert row.combo.currentIndex() == 0 and dock.scene.spec().grid == ""

    pick(row.combo, 1)
    ready(dock, qtbot, further=2)
    assert engine.asked("inspect")[-1]["grid"] == dock.scene.spec().grid == raster_layers.file_of(radar)
    pick(row.combo, 2)
    ready(dock, qtbot, further=2)
    assert dock.scene.spec().grid == "10", (
        "extents are in the CRS of the layer, so only the pixel size can be another's"
    )

    pick(row.combo, 1)
    dock.layers.further.rows[0].drop.click()
    ready(dock, qtbot, further=1)
    assert dock.scene.spec().grid == "" and row.combo.currentIndex() == 0, "its source is gone"


def pick(combo, index):
    """As the user does."""
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


# --- products ------------------------------------------------------------------------------------------------------


def open_product(dock, product, qtbot):
    dock.layers.open_scenes([str(product)])
    qtbot.waitUntil(lambda: dock.scene.layer.source().endswith(".vrt") and dock.scene.is_ready, timeout=LONG_MS)
    return dock.scene.layer


def test_an_opened_product_is_a_layer_that_means_the_product(dock, product, qtbot):
    layer = open_product(dock, product, qtbot)
    assert layer.name() == "Sentinel-9, 2023-08-23" and layer.bandCount() == 2
    assert dock.scene.spec().path == raster_layers.product_of(layer) == str(product)
    assert map_request.default_output(dock.scene.spec().path) == (product.parent / "a_product_map.tif", "")
    dock.layers.open_scenes([str(product)])
    qtbot.wait(300)
    assert [each.source() for each in QgsProject.instance().mapLayers().values()].count(layer.source()) == 1
    (product / "band.tif").unlink()
    product.rmdir()
    dock.scene.refresh()
    assert "is gone" in dock.layers.status.said


def test_what_a_product_masks_is_chosen_in_the_dock(dock, engine, product, qtbot):
    open_product(dock, product, qtbot)
    row = dock.layers.mask
    assert row.isVisible() and row.told.said == "No data by the product's mask: clouds 20.0%, shadow 10.0%"
    row.button.menu().aboutToShow.emit()
    titles = [action.text() for action in row.button.menu().actions() if action.isCheckable()]
    assert titles == ["clouds (20.0 %)", "cloud shadow (10.0 %)"]
    next(action for action in row.button.menu().actions() if action.isCheckable()).trigger()
    ready(dock, qtbot)
    assert engine.asked("inspect")[-1]["mask"] == dock.scene.spec().mask == "shadow"
    row.mask([])
    ready(dock, qtbot)
    assert dock.scene.spec().mask == "none" and row.told.said.startswith("Nothing")
    row.mask(["shadow", "clouds"])
    ready(dock, qtbot)
    assert dock.scene.spec().mask == ""


def test_an_ordinary_raster_has_no_masks(dock):
    assert not dock.layers.mask.isVisible()


def test_what_is_dropped_on_the_dock_is_opened_and_the_first_is_chosen(dock, product, qtbot, tmp_path):
    other = write_scene(tmp_path / "other.tif")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(product)), QUrl.fromLocalFile(str(other))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(QPoint(5, 5), *how), QDropEvent(QPointF(5, 5), *how)):
        QApplication.sendEvent(dock, event)
        assert event.isAccepted()
    qtbot.waitUntil(lambda: len(QgsProject.instance().mapLayersByName("other")) == 1, timeout=LONG_MS)
    ready(dock, qtbot)
    assert dock.scene.spec().path == str(product)


def test_what_is_no_file_is_not_taken(dock):
    data = QMimeData()
    data.setText("a text")
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(dock, event)
    assert not event.isAccepted()


def test_a_product_can_be_opened_beside_the_layer(dock, product, qtbot):
    dock.layers.opening.open([str(product)], dock.scene.layer)
    ready(dock, qtbot, further=1)
    assert dock.scene.layer.name() == "scene" and dock.scene.spec().beside[0].path == str(product)
    shown = {each.name(): each.isVisible() for each in QgsProject.instance().layerTreeRoot().findLayers()}
    assert shown == {"scene": True, "Sentinel-9, 2023-08-23": False}, "it does not hide the scene"
    dock.layers.further.use(dock.scene.further[0].layer)
    assert len(dock.scene.spec().beside) == 1, "a source is used once"


def test_what_lies_elsewhere_is_not_used_beside_the_layer(dock, write_scene, qtbot):
    far = write_scene(np.ones((1, 9, 9), np.float32), name="far.tif", epsg=32601)
    dock.layers.opening.open([str(far)], dock.scene.layer)
    line = dock.layers.opening.status
    qtbot.waitUntil(lambda: line.kind == "bad", timeout=LONG_MS)
    assert line.said == "far does not lie where scene does." and dock.scene.further == []


def test_a_stac_item_is_read_from_the_network_only_when_the_user_says_so(dock, qtbot, tmp_path):
    item = tmp_path / "item.json"
    item.write_text("{}", encoding="utf-8")
    dock.layers.open_scenes([str(item)])
    opening = dock.layers.opening
    qtbot.waitUntil(lambda: bool(opening.network.buttons) and opening.status.kind == "bad", timeout=LONG_MS)
    assert opening.network.isVisible()


@pytest.mark.parametrize("inside", ["", "MTD_MSIL2A.xml", "GRANULE/L2A/IMG_DATA/R10m/T33_B04_10m.jp2"])
def test_a_product_is_one_by_whichever_of_its_files(tmp_path, inside):
    folder = tmp_path / "S2B_MSIL2A.SAFE"
    assert products.whole(folder / inside) == folder
    assert map_request.stem_of(str(folder)) == "S2B_MSIL2A"
