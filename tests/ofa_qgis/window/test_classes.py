"""Classes and labels by hand in a real window: what the list shows is what a click labels, and the pointer says it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtWidgets import QApplication

gdal.UseExceptions()
LEFT, TOP, PIXEL_M, SIDE_PX = 500_000.0, 5_800_000.0, 10.0, 60
EMPTY_PX = 20  # columns without data, on the left
WITH_DATA, WITHOUT_DATA = QgsPointXY(LEFT + 400, TOP - 300), QgsPointXY(LEFT + 100, TOP - 300)
OUTSIDE = QgsPointXY(LEFT + 700, TOP - 300)
BANDS = ("B02", "B03", "B04", "B08")


def write_scene(path: Path) -> Path:
    target = gdal.GetDriverByName("GTiff").Create(str(path), SIDE_PX, SIDE_PX, len(BANDS), gdal.GDT_UInt16)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    target.SetProjection(crs.ExportToWkt())
    pixels = np.random.default_rng(1).integers(500, 3000, (SIDE_PX, SIDE_PX)).astype(np.uint16)
    pixels[:, :EMPTY_PX] = 0
    for index, name in enumerate(BANDS, start=1):
        band = target.GetRasterBand(index)
        band.SetDescription(name)
        band.SetNoDataValue(0)
        band.WriteArray(pixels)
    return path


@pytest.fixture
def dock(iface: Any, plugin: Any, tmp_path: Path) -> Iterator[Any]:
    layer = QgsRasterLayer(str(write_scene(tmp_path / "scene.tif")), "scene")
    project = QgsProject.instance()
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    plugin.show_dock()
    driving.spin(0.3)
    canvas = iface.mapCanvas()
    wide = QgsRectangle(layer.extent())
    wide.grow(200)
    canvas.setExtent(wide)
    canvas.refresh()
    dock = plugin.dock
    dock.preview_section.live.setChecked(False)
    dock.layers.combo.setLayer(layer)
    driving.spin(0.5)
    yield dock
    for tool in (dock.classes.point_tool, dock.classes.polygon_tool):
        canvas.unsetMapTool(tool)
    plugin.show_dock(False)


def add_class(dock: Any, name: str, end: str = "Return") -> None:
    """By the button and the keyboard."""
    driving.click(dock.classes.add)
    table = dock.classes.table
    driving.wait_until(lambda: table.state() == table.State.EditingState, 20, "the editor")
    driving.write(name)
    if end:
        driving.press(end)


def selected(dock: Any) -> str:
    """The class of the row that the list shows as selected."""
    (name,) = dock.classes.table.selected_classes()
    return name


def labels(dock: Any) -> list[str]:
    return [feature["class"] for layer in dock.store.layers() for feature in layer.getFeatures()]


@pytest.mark.parametrize("end", ["Return", ""], ids=["enter", "no enter"])
def test_a_class_that_was_just_named_gets_the_next_click(dock: Any, end: str) -> None:
    add_class(dock, "water")
    driving.take(dock.classes.point)
    driving.click(WITH_DATA)
    add_class(dock, "forest", end)
    driving.click(QgsPointXY(WITH_DATA.x() + 50, WITH_DATA.y()))
    driving.wait_until(lambda: len(labels(dock)) == 2, 20, "the second label")

    assert labels(dock) == ["water", "forest"]
    assert selected(dock) == dock.store.current() == "forest"


def test_the_pointer_says_the_class_and_follows_the_keys_at_once(dock: Any) -> None:
    for name in ("water", "forest"):
        add_class(dock, name)
    for button, tool in (
        (dock.classes.point, dock.classes.point_tool),
        (dock.classes.polygon, dock.classes.polygon_tool),
    ):
        driving.take(button)
        driving.hover(WITH_DATA)
        driving.wait_until(lambda tool=tool: tool.tag.isVisible(), 3, "the tag")
        for key, name in (("1", "water"), ("2", "forest")):
            driving.press(key)
            driving.wait_until(lambda name=name: dock.store.current() == name, 3, f"the key {key}")
            assert (tool.tag.name, tool.tag.isVisible(), selected(dock)) == (name, True, name)
        pixel = tool.tag.grab().toImage().pixelColor(12, tool.tag.height() // 2)
        assert pixel.name().upper() == dock.store.colours()["forest"]
        driving.hover(dock.classes.add)
        driving.wait_until(lambda tool=tool: not tool.tag.isVisible(), 3, "the tag to go")


@pytest.mark.parametrize(
    ("place", "word"), [(OUTSIDE, "Outside scene"), (WITHOUT_DATA, "no data")], ids=["outside", "nodata"]
)
def test_a_click_that_would_not_count_is_refused_at_the_pointer(dock: Any, place: QgsPointXY, word: str) -> None:
    add_class(dock, "water")
    driving.take(dock.classes.point)
    driving.click(place)
    tag = dock.classes.point_tool.tag

    driving.wait_until(lambda: word in tag.word and tag.isVisible(), 3, "the word")
    assert labels(dock) == [] and QApplication.activeModalWidget() is None
    driving.wait_until(lambda: not tag.word, 10, "the word to fade")
    driving.click(WITH_DATA)
    driving.wait_until(lambda: labels(dock) == ["water"], 20, "the label")


def test_a_polygon_is_refused_only_where_it_does_not_touch_the_scene(dock: Any) -> None:
    add_class(dock, "water")
    driving.click(dock.classes.polygon)
    right = LEFT + SIDE_PX * PIXEL_M
    for start in (right + 30, right - 100):
        for dx, dy in ((0, 0), (150, 0), (150, 100)):
            driving.click(QgsPointXY(start + dx, TOP - 200 - dy))
        driving.press("Return")
        if start > right:
            assert "Outside scene" in dock.classes.polygon_tool.tag.word
            driving.press("Escape")
    driving.wait_until(lambda: labels(dock) == ["water"], 20, "the label of the second polygon")


def test_rows_are_dragged_into_another_order_and_keep_their_values(dock: Any) -> None:
    for name in ("water", "forest", "crops"):
        add_class(dock, name)
    table = dock.classes.table
    values = dock.store.values()
    places = [table.viewport().mapToGlobal(table.visualItemRect(table.item(row, 2)).center()) for row in range(3)]
    driving.drag(places[2], places[0])
    driving.wait_until(lambda: list(dock.store.colours())[1:] != ["forest", "crops"], 20, "the new order")

    assert sorted(dock.store.colours()) == ["crops", "forest", "water"]
    assert dock.store.values() == values and selected(dock) == dock.store.current()
    before = list(dock.store.colours())
    driving.press("alt+Down")
    assert list(dock.store.colours()) != before and dock.store.values() == values
