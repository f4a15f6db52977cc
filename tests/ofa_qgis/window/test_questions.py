"""What must be said of a scene before its map, answered by real clicks in a real window, with the real engine."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QPushButton

gdal.UseExceptions()
LEFT, TOP, PIXEL_M = 500_000.0, 5_800_000.0, 10.0
ROWS, COLS, FILL_PX = 80, 120, 40
TEN = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
GREEN_LAND = (0.04, 0.07, 0.06, 0.1, 0.2, 0.25, 0.27, 0.3, 0.2, 0.12)
INSPECTS_S = 90
RUN_S = 180.0
PICTURES = Path(__file__).parents[3] / "build" / "pictures"


def write_scene(path: Path, names: tuple[str, ...] = (), offset: float = 0.0, is_filled: bool = False) -> Path:
    """A green landscape in ten bands, brighter on the right; the left columns are 0 if it is filled."""
    random = np.random.default_rng(1)
    light = random.uniform(0.5, 2, (ROWS, COLS)) * np.where(np.arange(COLS) < 80, 1.0, 1.6)
    target = gdal.GetDriverByName("GTiff").Create(str(path), COLS, ROWS, len(GREEN_LAND), gdal.GDT_UInt16)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    target.SetProjection(crs.ExportToWkt())
    for index, mean in enumerate(GREEN_LAND, start=1):
        pixels = 1e4 * (mean * light * random.normal(1, 0.05, light.shape) + offset)
        pixels[:, :FILL_PX] *= 0 if is_filled else 1
        target.GetRasterBand(index).WriteArray(pixels.round().astype(np.uint16))
        if names:
            target.GetRasterBand(index).SetDescription(names[index - 1])
    return path


@pytest.fixture
def open_dock(iface: Any, plugin: Any, engine_python: Path) -> Iterator[Any]:
    def make(path: Path) -> Any:
        layer = QgsRasterLayer(str(path), path.stem)
        project = QgsProject.instance()
        project.setCrs(layer.crs())
        project.addMapLayer(layer)
        plugin.show_dock()
        iface.mapCanvas().setExtent(layer.extent())
        dock = plugin.dock
        dock.preview_section.live.setChecked(False)
        dock.layers.combo.setLayer(layer)
        driving.wait_until(lambda: dock.scene.questions, INSPECTS_S, "the questions")
        return dock

    yield make
    plugin.dock.whole.cancel()
    iface.mapCanvas().unsetMapTool(plugin.dock.classes.point_tool)
    plugin.show_dock(False)


def button(parent: Any, name: str) -> QPushButton:
    return driving.wait_until(lambda: parent.findChild(QPushButton, name), 10, name)


def test_ten_bands_without_names_are_ready_after_three_clicks(open_dock: Any, tmp_path: Path) -> None:
    dock = open_dock(write_scene(tmp_path / "stack_20230823.tif", offset=0.2))
    clicks = []

    def click(widget: Any) -> None:
        clicks.append(widget.objectName())
        driving.click(widget)

    click(dock.layers.bands)
    table = driving.wait_until(lambda: dock._bands, 10, "the table")
    driving.screenshot(PICTURES / "presets.png")
    click(button(table, "OfaOrder_s2_10m_20m"))
    driving.wait_until(lambda: dock.scene.asked_about == ["units"], INSPECTS_S, "the question about the offset")
    driving.wait_until(table.unit_buttons.isVisible, 10, "its answers")
    driving.screenshot(PICTURES / "offset.png")
    first = table.unit_buttons.buttons[0]
    assert first.objectName() == "OfaUnits_dn+1000" and "2023-08-23" in first.text()
    click(first)
    driving.wait_until(lambda: dock.scene.is_ready, INSPECTS_S, "the scene to be ready")
    driving.screenshot(PICTURES / "answered.png")
    assert len(clicks) == 3
    driving.press("Escape")
    driving.wait_until(lambda: dock._bands is None, 10, "the table to close")
    assert dock.scene.is_ready and dock.scene.spec().units == "dn+1000"
    assert [band["name"] for band in dock.scene.facts["bands"]] == list(TEN)


def test_units_that_were_chosen_in_the_list_are_kept_after_escape(open_dock: Any, tmp_path: Path) -> None:
    dock = open_dock(write_scene(tmp_path / "named.tif", TEN, offset=0.2))
    driving.click(dock.layers.bands)
    table = driving.wait_until(lambda: dock._bands, 10, "the table")
    driving.click(table.units)
    driving.wait_until(lambda: table.units.view().isVisible(), 10, "the list")
    driving.press("Down")
    driving.press("Return")
    driving.wait_until(table.units.currentData, 10, "the choice")
    chosen = table.units.currentData()
    driving.press("Escape")
    driving.wait_until(lambda: dock._bands is None, 10, "the table to close")
    driving.wait_until(lambda: dock.scene.is_ready, INSPECTS_S, "the scene to be ready")
    assert dock.scene.spec().units == chosen


def test_fill_is_asked_answered_by_one_click_and_nodata_in_the_map(iface: Any, open_dock: Any, tmp_path: Path) -> None:
    dock = open_dock(write_scene(tmp_path / "warped.tif", TEN, is_filled=True))
    if "units" in dock.scene.asked_about:
        dock.scene.answer(units="dn")
        driving.wait_until(lambda: dock.scene.asked_about == ["nodata"], INSPECTS_S, "the question about fill")
    assert dock.layers.status.kind == "ask" and not dock.scene.is_ready
    driving.screenshot(PICTURES / "fill.png")
    driving.click(button(dock.layers, "OfaFill_nodata"))
    driving.wait_until(lambda: dock.scene.is_ready, INSPECTS_S, "the scene to be ready")
    driving.screenshot(PICTURES / "fill_answered.png")

    for name, column in (("dark", 50), ("bright", 95)):
        dock.store.add_class(name)
        dock.store.set_current(name)
        for row in (10, 25, 40, 55, 70):
            place = QgsPointXY(LEFT + 10 * column, TOP - 10 * row)
            assert dock.store.add_point(place, dock.scene.layer.crs())
    driving.take(dock.classes.point)
    driving.click(QgsPointXY(LEFT + 10 * FILL_PX / 2, TOP - 400))
    assert dock.store.counts()["bright"] == (5, 0), "a click on fill was refused"

    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run to start")
    driving.wait_until(lambda: dock.whole.task is None, RUN_S, "the map")
    (made,) = tmp_path.glob("*_map.tif")
    mapped = gdal.Open(str(made)).ReadAsArray()
    assert (mapped[:, :FILL_PX] == 0).all() and (mapped[:, FILL_PX:] > 0).all()
    recipe = json.loads(made.with_name(made.stem + "_recipe.json").read_text(encoding="utf-8"))
    assert recipe["scene"]["fill"] == "nodata"
