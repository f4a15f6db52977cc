"""A sample is drawn, answered blind with keys and clicks, and judged, in a real window with the real engine."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProject, QgsRasterLayer

gdal.UseExceptions()
SIDE, LEFT, TOP, PIXEL_M = 120, 500_000, 5_800_000, 10
MIDDLE = LEFT + SIDE * PIXEL_M / 2
POINTS = 12
PICTURE = Path(__file__).parents[3] / "build" / "window-accuracy.png"


def write_raster(path: Path, bands: list[np.ndarray], names: dict[str, str], nodata: int | None = None) -> str:
    target = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, len(bands), gdal.GDT_Byte)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32633)
    target.SetProjection(system.ExportToWkt())
    for number, band in enumerate(bands, 1):
        target.GetRasterBand(number).WriteArray(band)
    if nodata is not None:
        target.GetRasterBand(1).SetNoDataValue(nodata)
    target.SetMetadata(names)
    target = None
    return str(path)


@pytest.fixture
def layers(iface: Any, tmp_path: Path) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    """A scene of water in the west and forest in the east, and a map that is wrong in a tenth of its pixels."""
    from ofa_qgis.layers import results

    chance = np.random.default_rng(0)
    forest = np.arange(SIDE)[None, :].repeat(SIDE, 0) >= SIDE // 2
    noise = chance.integers(0, 40, (SIDE, SIDE))
    pixels = [np.where(forest, low, high) + noise for low, high in ((40, 30), (120, 70), (50, 160))]
    scene = QgsRasterLayer(write_raster(tmp_path / "scene.tif", pixels, {}), "scene")
    classes = np.where(forest ^ (chance.random((SIDE, SIDE)) < 0.1), 2, 1)
    names = {"CLASS_1": "water", "CLASS_2": "forest"}
    made = results.map_layer(
        write_raster(tmp_path / "map.tif", [classes], names, 0),
        {"classes": [{"name": "water", "value": 1, "colour": "#0072B2"},
                     {"name": "forest", "value": 2, "colour": "#009E73"}]},
    )  # fmt: skip
    made.setCustomProperty(results.RESULT, True)
    project = QgsProject.instance()
    project.setCrs(scene.crs())
    project.addMapLayer(scene)
    project.addMapLayer(made)
    iface.mapCanvas().setExtent(scene.extent())
    driving.spin(0.5)
    return scene, made


@pytest.fixture
def page(plugin: Any, layers: Any, engine_python: Path) -> Iterator[Any]:
    plugin.show_dock()
    dock = plugin.dock
    dock.show_body()
    dock.tabs.setCurrentIndex(2)
    driving.wait_until(lambda: dock.accuracy.map_layer() is not None, 10, "the map in the list")
    yield dock.accuracy
    dock.accuracy.leave()
    plugin.show_dock(False)


def truth_at(page: Any) -> str:
    point = page.walk.store.points[page.walk.index]
    return "water" if point.place.x() < MIDDLE else "forest"


def saved(path: Path) -> dict[int, tuple[str | None, int]]:
    """What the file holds, as another program sees it."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return {n: (answer, skipped) for n, answer, skipped in file.execute("SELECT id, answer, skipped FROM sample")}


def is_shown(layer: QgsRasterLayer) -> bool:
    return QgsProject.instance().layerTreeRoot().findLayer(layer.id()).itemVisibilityChecked()


def test_a_sample_is_answered_blind_and_judged(
    page: Any, layers: Any, iface: Any, click: Callable[..., None], wait_until: Callable[..., Any]
) -> None:
    _, made = layers
    canvas, walk = iface.mapCanvas(), page.walk
    assert page.map_layer() is made and page.button.text().replace("&", "") == "Draw points"
    page.points.setValue(POINTS)
    click(page.button)
    wait_until(lambda: walk.is_on, 90, "the points")
    path = Path(page.sample.filePath())
    assert path.name == "map_sample.gpkg" and len(walk.store.points) == POINTS
    assert not is_shown(made), "whoever sees the map's class answers it"
    assert [button.text() for button in walk.answers] == ["1  water", "2  forest"]

    first = truth_at(page)
    driving.spin(0.5)
    click(canvas.viewport().mapToGlobal(canvas.viewport().rect().center()))  # the keys are the canvas's
    assert walk.index == 0, "a click on the map answers nothing"
    driving.screenshot(PICTURE)
    driving.press("1" if first == "water" else "2")
    wait_until(lambda: walk.index == 1, 5, "the next point")
    assert saved(path)[1] == (first, 0), "an answer is in the file at once"

    driving.press("0")  # cannot tell
    wait_until(lambda: walk.index == 2, 5, "the next point")
    assert saved(path)[2] == (None, 1)
    click(walk.answers[0 if truth_at(page) == "water" else 1])
    wait_until(lambda: walk.index == 3, 5, "the next point")
    click(walk.back)
    wait_until(lambda: walk.index == 2, 5, "the point before")
    assert [button.isChecked() for button in walk.answers] == [truth_at(page) == name for name in ("water", "forest")]
    driving.press("1" if truth_at(page) == "water" else "2")
    wait_until(lambda: walk.index == 3, 5, "the next point")

    click(walk.pause_button)
    wait_until(lambda: not walk.is_on, 5, "the pause")
    assert is_shown(made) and f"left: {POINTS - 3}" in page.note.said
    click(page.button)
    wait_until(lambda: walk.is_on and walk.index == 3, 10, "the walk to go on where it was left")
    while walk.is_on:
        at = walk.index
        driving.press("1" if truth_at(page) == "water" else "2")
        wait_until(lambda at=at: walk.index != at or not walk.is_on, 5, "the next point")
    wait_until(lambda: page.job is None and page.summary.said, 90, "the report")
    assert is_shown(made) and "Overall accuracy" in page.summary.said
    assert "1 of 12, 1 of them skipped (2)" in page.warnings.said
    report = path.with_name("map_sample_report")
    assert {each.name for each in report.iterdir()} == {
        "accuracy.html", "accuracy.json", "accuracy.csv", "accuracy.png",
    }  # fmt: skip
    driving.screenshot(PICTURE.with_name("window-accuracy-report.png"))


def test_another_page_shows_the_map_again(
    page: Any, plugin: Any, layers: Any, click: Callable[..., None], wait_until: Callable[..., Any]
) -> None:
    page.points.setValue(POINTS)
    click(page.button)
    wait_until(lambda: page.walk.is_on, 90, "the points")
    assert not is_shown(layers[1])
    plugin.dock.tabs.setCurrentIndex(0)
    wait_until(lambda: not page.walk.is_on, 5, "the pause")
    assert is_shown(layers[1])
