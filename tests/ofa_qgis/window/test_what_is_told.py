"""What a map, its report and the dock say of classes: checked or not, with or without labels, and their values.

By real clicks, with the real engine. Each test has the scene in which a map once said something wrong.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRasterLayer, QgsVectorLayer

gdal.UseExceptions()
LEFT, TOP, PIXEL_M, SIDE_PX = 500_000.0, 5_800_000.0, 10.0, 64
BANDS = {"B02": (300, 900), "B03": (500, 1100), "B04": (400, 1500), "B08": (3000, 1800)}  # left and right half
INSPECTS_S, RUN_S = 90.0, 240.0
SHOTS = Path(__file__).parents[3] / "build" / "window-shots"


def write_scene(path: Path) -> Path:
    """Green on the left, bare on the right."""
    random = np.random.default_rng(3)
    target = gdal.GetDriverByName("GTiff").Create(str(path), SIDE_PX, SIDE_PX, len(BANDS), gdal.GDT_UInt16)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    target.SetProjection(crs.ExportToWkt())
    for index, (name, halves) in enumerate(BANDS.items(), start=1):
        pixels = np.repeat(np.array(halves), SIDE_PX // 2) * random.normal(1, 0.08, (SIDE_PX, SIDE_PX))
        target.GetRasterBand(index).SetDescription(name)
        target.GetRasterBand(index).WriteArray(pixels.round().astype(np.uint16))
    return path


def place(row: int, column: int) -> QgsPointXY:
    return QgsPointXY(LEFT + PIXEL_M * (column + 0.5), TOP - PIXEL_M * (row + 0.5))


@pytest.fixture
def dock(iface: Any, plugin: Any, engine_python: Path, tmp_path: Path) -> Iterator[Any]:
    """The dock on the scene, ready for labels."""
    layer = QgsRasterLayer(str(write_scene(tmp_path / "scene.tif")), "scene")
    project = QgsProject.instance()
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    plugin.show_dock()
    iface.mapCanvas().setExtent(layer.extent())
    dock = plugin.dock
    dock.preview_section.live.setChecked(False)
    dock.layers.combo.setLayer(layer)
    driving.wait_until(lambda: dock.scene.facts, INSPECTS_S, "the engine to read the scene")
    if "units" in dock.scene.asked_about:
        dock.scene.answer(units="dn")
    driving.wait_until(lambda: dock.scene.is_ready, INSPECTS_S, "the scene to be ready")
    yield dock
    dock.whole.cancel()
    iface.mapCanvas().unsetMapTool(dock.classes.point_tool)
    plugin.show_dock(False)


def label(dock: Any, name: str, *places: tuple[int, int]) -> None:
    """A class, and clicks on the map."""
    if name not in dock.store.colours():
        dock.store.add_class(name)
    dock.store.set_current(name)
    driving.take(dock.classes.point)
    for row, column in places:
        driving.click(place(row, column))


def label_by_layer(dock: Any, field: str, labelled: Iterable[tuple[Any, tuple[int, int]]]) -> None:
    """A layer of the user's with points at rows and columns, chosen as the labels."""
    layer = QgsVectorLayer(f"Point?crs=EPSG:32633&field={field}", "mine", "memory")
    for value, (row, column) in labelled:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromPointXY(place(row, column)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    dock.classes.layer.setLayer(layer)
    dock.classes.layer.activated.emit(dock.classes.layer.currentIndex())


def classify(dock: Any) -> Path:
    """The map, by the button."""
    before = set(Path(dock.scene.layer.source()).parent.glob("*_map*.tif"))
    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run to start")
    driving.wait_until(lambda: dock.whole.task is None, RUN_S, "the map")
    made = set(Path(dock.scene.layer.source()).parent.glob("*_map*.tif")) - before
    return min(made, key=lambda path: len(path.name))


def legend(path: Path) -> list[tuple[int, str]]:
    """Value and name of each class in the legend of the map that QGIS shows, in order."""
    shown = next(each for each in QgsProject.instance().mapLayers().values() if each.source() == str(path))
    return [(int(each.value), each.label) for each in shown.renderer().classes()]


def report_of(path: Path) -> str:
    return (path.with_name(f"{path.stem}_report") / "report.html").read_text(encoding="utf-8")


def values_in(path: Path) -> set[int]:
    file = gdal.Open(str(path))  # held: a band of a file that is closed ends QGIS
    found = set(np.unique(file.ReadAsArray()).tolist())
    assert file.GetRasterBand(1).GetNoDataValue() not in found
    return found


def test_a_class_that_could_not_be_checked_is_told_everywhere_and_takes_the_score_along(dock: Any) -> None:
    """Five points of one class and one of another once read "1.00 ± 0.00"."""
    label(dock, "green", (5, 5), (20, 20), (40, 8), (55, 25), (60, 4))
    label(dock, "bare", (30, 50))
    made = classify(dock)
    dock.panel.report.setCollapsed(False)
    driving.spin(0.5)
    driving.screenshot(SHOTS / "one of two checked.png")

    said = dock.panel.accuracy.said
    assert "1 of 2 classes checked" in said and "1.00" not in said
    assert "%" in dock.panel.accuracy.toolTip()
    table = {dock.panel.table.item(row, 0).text(): dock.panel.table.item(row, 1) for row in range(2)}
    assert table["bare"].text() == "–" and "could not be checked" in table["bare"].toolTip()
    assert "1 of 2 classes checked" in report_of(made) and "bare" in report_of(made)


def test_a_class_without_labels_is_named_in_dock_map_and_report_and_those_outside_do_not_count(
    dock: Any, tmp_path: Path
) -> None:
    inside = [("green", (row, column)) for row, column in ((5, 5), (20, 20), (40, 8), (55, 25), (12, 9), (33, 17))]
    inside += [("bare", (row, column)) for row, column in ((8, 45), (25, 60), (45, 50), (60, 40))]
    outside = [("green", (-30, 5)), ("green", (-40, 9))]
    label_by_layer(dock, "kind:string", (*inside, *outside))
    dock.store.add_class("water")
    table = dock.classes.table
    driving.wait_until(lambda: table.class_item("green").text(3) == "6 points · 2 outside", 20, "the count of labels")
    assert table.class_item("water").text(3) == "no labels"
    assert "water" in dock.classes.status.said

    made = classify(dock)
    driving.screenshot(SHOTS / "class without labels.png")
    assert values_in(made) <= {dock.store.values()[name] for name in ("green", "bare")}
    assert "water" in " ".join((dock.panel.warnings.said, dock.whole.note.said))
    assert "water" in report_of(made)


def test_another_class_changes_no_value_and_the_legend_is_in_the_docks_order(dock: Any) -> None:
    """A new class "apple trees" once made 1, 2, 3 into 2, 3, 4."""
    label(dock, "wood", (5, 5), (20, 20), (40, 8), (55, 25))
    label(dock, "bare", (8, 45), (25, 60), (45, 50), (60, 40))
    first = classify(dock)
    assert legend(first) == [(1, "wood"), (2, "bare")] and values_in(first) == {1, 2}

    label(dock, "apple trees", (15, 6), (50, 14), (30, 27))
    dock.store.move_classes(["apple trees"], 0)
    second = classify(dock)
    assert legend(second) == [(3, "apple trees"), (1, "wood"), (2, "bare")]
    assert values_in(second) <= {1, 2, 3} and values_in(first) == {1, 2}
    bare = gdal.Open(str(second)).ReadAsArray()[:, SIDE_PX // 2 + 4 :]
    assert (bare == 2).mean() > 0.9


def test_whole_numbers_in_a_field_are_the_values_of_the_map_and_0_is_a_class(dock: Any) -> None:
    """A field with 0, 10 and 20 once became 1, 2 and 3."""
    codes = {0: ((5, 5), (20, 20), (40, 8), (55, 25)), 10: ((8, 45), (25, 60), (45, 50)), 20: ((60, 40), (3, 58))}
    label_by_layer(dock, "code:int", [(code, where) for code, places in codes.items() for where in places])
    assert dock.store.values() == {"0": 0, "10": 10, "20": 20}
    made = classify(dock)
    assert legend(made) == [(0, "0"), (10, "10"), (20, "20")]
    assert {0, 10} <= values_in(made) <= {0, 10, 20}
