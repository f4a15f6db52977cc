"""What is alike is found with real clicks, numbers are typed on the map, and a map is cleaned up, in a real window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QDialogButtonBox

gdal.UseExceptions()
SIDE, LEFT, TOP, PIXEL_M = 120, 500_000, 5_800_000, 10
FIND, VALUES = 3, 4
ENDED = "ok", "bad"  # how a line tells of a job that is over
PICTURES = Path(__file__).parents[3] / "build"
WATER, FOREST = QgsPointXY(LEFT + 305, TOP - 605), QgsPointXY(LEFT + 905, TOP - 605)


def write_raster(path: Path, bands: list[np.ndarray], nodata: int | None = None, names: tuple[str, ...] = ()) -> str:
    kind = gdal.GDT_UInt16 if names else gdal.GDT_Byte
    target = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, len(bands), kind)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32633)
    target.SetProjection(system.ExportToWkt())
    for number, band in enumerate(bands, 1):
        target.GetRasterBand(number).WriteArray(band)
        if nodata is not None:
            target.GetRasterBand(number).SetNoDataValue(nodata)
    for number, name in enumerate(names, 1):
        target.GetRasterBand(number).SetDescription(name)
    target = None
    return str(path)


@pytest.fixture
def scene(iface: Any, tmp_path: Path) -> QgsRasterLayer:
    """Water in the west and forest in the east, as Sentinel-2 sees them."""
    from ofa_qgis.layers import raster_layers

    chance = np.random.default_rng(0)
    forest = np.arange(SIDE)[None, :].repeat(SIDE, 0) >= SIDE // 2
    noise = chance.integers(0, 200, (SIDE, SIDE))
    pixels = [np.where(forest, there, here) + noise for there, here in ((900, 1100), (600, 800), (3500, 400))]
    names = ("B03", "B04", "B08")
    layer = QgsRasterLayer(write_raster(tmp_path / "scene.tif", pixels, names=names), "scene")
    project = QgsProject.instance()
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    raster_layers.remember(layer, "sentinel-2", {}, "dn")
    iface.setActiveLayer(layer)
    iface.mapCanvas().setExtent(layer.extent())
    driving.spin(0.5)
    return layer


@pytest.fixture
def dock(plugin: Any, scene: QgsRasterLayer, engine_python: Path) -> Iterator[Any]:
    plugin.show_dock()
    shown = plugin.dock
    shown.show_body()
    shown.layers.combo.setLayer(scene)
    driving.wait_until(lambda: shown.scene.facts is not None, 90, "the engine to inspect")
    assert shown.scene.is_ready, shown.scene.asked_about
    yield shown
    shown.alike.examples.clear()
    plugin.show_dock(False)


def test_a_click_finds_what_is_alike_and_the_slider_answers_at_once(
    dock: Any, iface: Any, click: Callable[..., None], wait_until: Callable[..., Any]
) -> None:
    dock.tabs.setCurrentIndex(FIND)
    page = dock.alike
    driving.take(page.like)
    click(WATER)
    wait_until(lambda: len(page.examples.at) == 1, 5, "the example")
    wait_until(lambda: page.shown.layer is not None and page.job is None, 90, "what is in sight")
    driving.take(page.unlike)
    click(FOREST)
    wait_until(lambda: len(page.examples.unlike) == 1, 5, "the counter-example")
    driving.press("ctrl+z")
    wait_until(lambda: not page.examples.unlike, 5, "it to be taken back")
    click(FOREST)
    wait_until(lambda: page.job is not None, 5, "the engine to be asked")
    wait_until(lambda: page.job is None, 90, "what is in sight")
    provider = page.shown.layer.dataProvider()
    near, far = (provider.sample(QgsPointXY(x, TOP - 205), 1)[0] for x in (LEFT + 205, LEFT + 1005))
    assert near > 0.7 and far < 0.4
    click(page.slider)
    driving.press("End")
    wait_until(lambda: page.threshold == 1.0, 5, "the slider")
    page.slider.setValue(50)
    driving.spin(0.5)
    driving.screenshot(PICTURES / "window-find.png")
    click(page.hits)
    wait_until(lambda: page.line.note.kind in ENDED, 120, "the hits")
    driving.screenshot(PICTURES / "window-find-hits.png")
    assert page.line.note.kind == "ok" and "Hits:" in page.line.note.said
    (group,) = [each for each in QgsProject.instance().layerTreeRoot().findGroups() if each.name().startswith("scene")]
    hits, similarity = (node.layer() for node in group.children())
    assert hits.featureCount() >= 1 and similarity.isValid()
    assert hits.extent().xMaximum() < LEFT + 700, "water alone"
    assert page.shown.layer is None, "the map shows what was in sight"


def test_numbers_are_typed_where_the_map_is_clicked(
    dock: Any, iface: Any, click: Callable[..., None], wait_until: Callable[..., Any]
) -> None:
    dock.tabs.setCurrentIndex(VALUES)
    page = dock.values
    driving.take(page.type)
    for place, text in ((WATER, "0.5"), (FOREST, "31")):
        click(place)
        wait_until(page.tool.field.hasFocus, 5, "the field for the number")
        driving.write(text)
    driving.press("Return")
    wait_until(lambda: sorted(page.points.numbers()) == [0.5, 31], 5, "both numbers")
    driving.press("ctrl+z")
    wait_until(lambda: page.points.numbers() == [0.5], 5, "it to be taken back")
    driving.screenshot(PICTURES / "window-values.png")
    page.points.layer.rollBack()
    dock.tabs.setCurrentIndex(0)
    assert iface.mapCanvas().mapTool() is not page.tool, "another page gives the canvas back"


def test_a_map_is_cleaned_up_from_the_dock(
    dock: Any, click: Callable[..., None], wait_until: Callable[..., Any], tmp_path: Path
) -> None:
    from ofa_qgis.layers import results

    classes = np.ones((SIDE, SIDE), np.uint8)
    classes[:, SIDE // 2 :] = 2
    classes[20, 20] = 2
    made = write_raster(tmp_path / "map.tif", [classes], 0)
    names = [{"name": "water", "value": 1, "colour": "#0072B2"}, {"name": "forest", "value": 2, "colour": "#009E73"}]
    results.add({"map": made}, {"classes": names}, "scene")
    wait_until(dock.clean.isVisible, 10, "the button")
    dock._body_area().ensureWidgetVisible(dock.clean)
    driving.spin(0.5)
    click(dock.clean.button)
    dialog = wait_until(lambda: dock.clean.dialog, 5, "the dialog")
    driving.spin(0.5)
    driving.screenshot(PICTURES / "window-clean.png")
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok))
    wait_until(lambda: dock.clean.line.note.kind in ENDED, 90, "the cleaned map")
    driving.screenshot(PICTURES / "window-cleaned.png")
    assert dock.clean.line.note.kind == "ok" and dock.clean.dialog is None
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()
    cleaned, _ = (node.layer() for node in group.children())
    value, found = cleaned.dataProvider().sample(QgsPointXY(LEFT + 205, TOP - 205), 1)
    assert found and value == 1, "the speck is gone"
