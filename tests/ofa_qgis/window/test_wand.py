"""The magic wand in a real window with the real engine: click, wheel, accept, undo."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle

gdal.UseExceptions()
LEFT, TOP, PIXEL_M, SIDE_PX = 500_000.0, 5_800_000.0, 10.0, 200
FIELD = QgsRectangle(LEFT + 500, TOP - 1400, LEFT + 1300, TOP - 600)
INSIDE, ELSEWHERE = QgsPointXY(LEFT + 905, TOP - 1005), QgsPointXY(LEFT + 205, TOP - 205)
BANDS = ("B02", "B03", "B04", "B08")
FIRST_S, NEXT_S = 90, 15  # the model is loaded once; this machine may be busy


def write_scene(path: Path) -> Path:
    """Two fields with noise, one inside the other."""
    target = gdal.GetDriverByName("GTiff").Create(str(path), SIDE_PX, SIDE_PX, len(BANDS), gdal.GDT_UInt16)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    target.SetProjection(crs.ExportToWkt())
    target.SetMetadata({"PLATFORM": "Sentinel-2"})
    chance = np.random.default_rng(1)
    for index, (name, outside, inside) in enumerate(
        zip(BANDS, (900, 1100, 1200, 1500), (500, 800, 500, 3500), strict=True), 1
    ):
        pixels = chance.normal(outside, 50, (SIDE_PX, SIDE_PX))
        pixels[60:140, 50:130] += inside - outside
        band = target.GetRasterBand(index)
        band.SetDescription(name)
        band.WriteArray(pixels.astype(np.uint16))
    return path


@pytest.fixture
def dock(iface: Any, plugin: Any, tmp_path: Path, engine_python: Path) -> Iterator[Any]:
    layer = QgsRasterLayer(str(write_scene(tmp_path / "scene.tif")), "scene")
    project = QgsProject.instance()
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    layer.setCustomProperty("ofa/sensor", "sentinel-2")
    layer.setCustomProperty("ofa/units", "dn")
    plugin.show_dock()
    driving.spin(0.3)
    canvas = iface.mapCanvas()
    canvas.setExtent(layer.extent())
    dock = plugin.dock
    dock.preview_section.live.setChecked(False)
    dock.layers.combo.setLayer(layer)
    driving.wait_until(lambda: dock.scene.is_ready, FIRST_S, "the scene")
    driving.click(dock.classes.add)
    driving.wait_until(lambda: dock.classes.table.state() == dock.classes.table.State.EditingState, 20, "the editor")
    driving.write("crops")
    driving.press("Return")
    yield dock
    canvas.unsetMapTool(dock.wand_tool)
    plugin.show_dock(False)


def wheel(up: bool) -> None:
    """A notch of the wheel where the pointer is."""
    subprocess.run(("xdotool", "click", "4" if up else "5"), check=True)
    driving.spin(0.2)


def labels(dock: Any) -> list[QgsGeometry]:
    return [QgsGeometry(each.geometry()) for layer in dock.store.layers() for each in layer.getFeatures()]


def overlap(found: QgsGeometry) -> float:
    field = QgsGeometry.fromRect(FIELD)
    return found.intersection(field).area() / found.combine(field).area()


def grow(dock: Any, place: QgsPointXY, limit_s: float) -> None:
    driving.click(place)
    driving.wait_until(lambda: len(dock.wand_tool.regions), limit_s, "the region")


def test_a_click_grows_the_field_the_wheel_changes_it_and_a_second_click_labels_it(dock: Any, tmp_path: Path) -> None:
    driving.click(dock.wand)
    grow(dock, INSIDE, FIRST_S)
    tool, scale = dock.wand_tool, dock._iface.mapCanvas().scale()
    start = tool.regions.index
    assert overlap(tool.regions.geometry()) > 0.95
    wheel(up=False)
    wheel(up=False)
    assert tool.regions.index == max(start - 2, 0)
    wheel(up=True)
    wheel(up=True)
    assert tool.regions.index == start and dock._iface.mapCanvas().scale() == scale
    assert labels(dock) == []
    driving.click(INSIDE)
    driving.wait_until(lambda: labels(dock), 20, "the label")
    (label,) = labels(dock)
    assert overlap(label) > 0.95 and dock.store.counts() == {"crops": (0, 1)}
    driving.press("ctrl+z")
    driving.wait_until(lambda: not labels(dock), 20, "the undo")


def test_escape_drops_the_region_and_enter_labels_the_next(dock: Any) -> None:
    driving.click(dock.wand)
    grow(dock, ELSEWHERE, FIRST_S)
    driving.press("Escape")
    assert not len(dock.wand_tool.regions) and labels(dock) == []
    grow(dock, INSIDE, NEXT_S)
    driving.press("plus")
    driving.press("minus")
    driving.press("Return")
    driving.wait_until(lambda: labels(dock), 20, "the label")
    assert overlap(labels(dock)[0]) > 0.95
