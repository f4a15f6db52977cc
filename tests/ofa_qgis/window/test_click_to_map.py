"""From clicks to a map in a real window: real mouse, real keys, the real engine; equal to the command line's map."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import demo_scene
import driving
import numpy as np
import pytest
from demo_scene import ENGINE, Demo
from osgeo import gdal
from qgis.core import QgsProject

gdal.UseExceptions()
PREVIEW_S = 240  # on a machine that is busy with other things, too
RUN_S = 180.0
CLICKS_PER_CLASS = 4


def pixels(path: str | Path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def engine(*arguments: object) -> dict[str, Any]:
    done = subprocess.run(
        [ENGINE, "-I", "-m", "engine", *map(str, arguments), "--json"],
        capture_output=True, text=True, timeout=RUN_S, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def preview_path(dock: Any) -> str:
    return dock.preview._answer.get("outputs", {}).get("map", "")


def fine_preview(dock: Any) -> str:
    """The path of the preview once it is as fine as it gets."""
    driving.wait_until(
        lambda: preview_path(dock) and dock.preview._job is None and not dock.preview._timer.isActive(),
        PREVIEW_S,
        "the preview",
    )
    return preview_path(dock)


@pytest.fixture
def demo(iface: Any, tmp_path: Path, engine_python: Path) -> Demo:
    return demo_scene.open_demo(iface, tmp_path / "Übung mit Leerzeichen")


@pytest.fixture
def dock(iface: Any, plugin: Any, demo: Demo) -> Iterator[Any]:
    plugin.show_dock()
    dock = plugin.dock
    dock.layers.combo.setLayer(demo.layer)
    demo_scene.answer_questions(dock, demo)
    yield dock
    dock.whole.cancel()
    for tool in (dock.classes.point_tool, dock.classes.polygon_tool):
        iface.mapCanvas().unsetMapTool(tool)
    plugin.show_dock(False)


def add_classes(dock: Any, names: list[str]) -> None:
    """By the button and the keyboard."""
    for name in names:
        driving.click(dock.classes.add)
        table = dock.classes.table
        driving.wait_until(lambda table=table: table.state() == table.State.EditingState, 20, "the editor")
        driving.press("ctrl+a")
        driving.write(name)
        driving.press("Return")
    driving.wait_until(lambda: [each.name for each in dock.store.classes()] == names, 20, "the classes")


def label(iface: Any, dock: Any, demo: Demo, per_class: int = CLICKS_PER_CLASS) -> int:
    """Choose each class by its key and click its places on the map; how many clicks."""
    driving.take(dock.classes.point)
    clicks = list(demo.some(per_class))
    keys = {name: str(key) for key, name in enumerate(demo.classes, 1)}
    for name, place in clicks:
        if dock.store.current() != name:
            driving.press(keys[name])
        driving.click(place)
    return len(clicks)


def test_clicks_become_a_preview_and_a_map_that_the_command_line_makes_too(
    iface: Any, dock: Any, demo: Demo, click: Callable[..., None], wait_until: Callable[..., Any], tmp_path: Path
) -> None:
    add_classes(dock, demo.classes)
    count = label(iface, dock, demo)
    assert sum(points for points, _ in dock.store.counts().values()) == count

    coarse_or_fine = fine_preview(dock)
    either = {coarse_or_fine, coarse_or_fine.replace(".tif", "-hatched.tif")}
    shown = [layer for layer in QgsProject.instance().mapLayers().values() if layer.source() in either]
    assert len(shown) == 1

    click(dock.whole.button)
    running = wait_until(lambda: dock.whole.task, 10, "the run to start")
    wait_until(lambda: running.progress() > 0 or dock.whole.task is None, 60, "progress")
    assert dock.whole.task is running, "the run was too quick to be cancelled"
    click(dock.whole.stop)
    wait_until(lambda: dock.whole.task is None, 5, "the cancelled run to end")
    assert not [path for path in demo.folder.glob("[!.]*") if "_map" in path.name]

    groups = len(QgsProject.instance().layerTreeRoot().findGroups())
    click(dock.whole.button)
    wait_until(lambda: dock.whole.task, 10, "the second run to start")
    wait_until(lambda: dock.whole.task is None, RUN_S, "the map")
    assert len(QgsProject.instance().layerTreeRoot().findGroups()) == groups + 1
    (made,) = demo.folder.glob("*_map.tif")
    by_dock = pixels(made)

    labels = made.with_name(made.stem + "_labels.gpkg")
    again = tmp_path / "again.tif"
    recipe = json.loads(made.with_name(made.stem + "_recipe.json").read_text(encoding="utf-8"))
    values = ["--values", ",".join(f"{name}={value}" for name, value in recipe["values"].items())]
    units = ["--units", demo.units] if demo.units else []
    engine("classify", demo.layer.source(), labels, "--field", "class", "--out", again, *values, *units)
    np.testing.assert_array_equal(by_dock, pixels(again))

    recipe.update(out=str(tmp_path / "recipe.tif"), confidence=None, vector=None, report=None)
    (tmp_path / "recipe.json").write_text(json.dumps(recipe), encoding="utf-8")
    engine("run", tmp_path / "recipe.json")
    np.testing.assert_array_equal(by_dock, pixels(tmp_path / "recipe.tif"))

    preview = gdal.Open(fine_preview(dock))
    left, size, _, top, _, _ = preview.GetGeoTransform()
    origin_x, scene_size, _, origin_y, _, _ = gdal.Open(str(made)).GetGeoTransform()
    step = round(size / scene_size)
    row, col = round((origin_y - top) / scene_size), round((left - origin_x) / scene_size)
    small = preview.ReadAsArray()
    rows, cols = (np.arange(length) * step for length in small.shape)
    window = by_dock[max(row, 0) :, max(col, 0) :]
    first_row, first_col = (-max(row, 0)) % step, (-max(col, 0)) % step
    rows, cols = rows + first_row, cols + first_col
    rows, cols = rows[rows < window.shape[0]], cols[cols < window.shape[1]]
    np.testing.assert_array_equal(small[: len(rows), : len(cols)], window[np.ix_(rows, cols)])


def test_undo_takes_the_last_click_back_and_the_preview_follows(
    iface: Any, dock: Any, demo: Demo, wait_until: Callable[..., Any]
) -> None:
    add_classes(dock, demo.classes[:2])
    driving.take(dock.classes.point)
    (first, one), (second, other) = list(demo.some(1))[:2]
    dock.store.set_current(first)
    driving.click(one)
    dock.store.set_current(second)
    driving.click(other)
    before = fine_preview(dock)
    driving.press("ctrl+z")
    wait_until(lambda: sum(points for points, _ in dock.store.counts().values()) == 1, 20, "the undo")
    wait_until(lambda: preview_path(dock) != before, PREVIEW_S, "the preview to go: one class is no map")
    driving.press("ctrl+shift+z")
    wait_until(lambda: sum(points for points, _ in dock.store.counts().values()) == 2, 20, "the redo")
    assert fine_preview(dock)
    assert first != second


def test_closing_the_project_during_a_run_loses_neither_qgis_nor_the_map(
    iface: Any, dock: Any, demo: Demo, wait_until: Callable[..., Any]
) -> None:
    for name in demo.classes:
        dock.store.add_class(name)
    for name, place in demo.some(CLICKS_PER_CLASS):
        dock.store.set_current(name)
        dock.store.add_point(place, demo.layer.crs())
    wait_until(dock.whole.button.isEnabled, 20, "the button")
    folder = demo.folder
    driving.click(dock.whole.button)
    wait_until(lambda: dock.whole.task, 10, "the run to start")
    QgsProject.instance().clear()
    wait_until(lambda: dock.whole.task is None, RUN_S, "the run to end")
    assert list(folder.glob("*_map.tif"))
    assert not QgsProject.instance().mapLayers()


def test_a_killed_engine_is_told_and_the_next_preview_has_a_fresh_one(
    iface: Any, dock: Any, demo: Demo, wait_until: Callable[..., Any]
) -> None:
    from ofa_qgis.engine import task

    for name in demo.classes:
        dock.store.add_class(name)
    clicks = list(demo.some(2))
    for name, place in clicks:
        dock.store.set_current(name)
        dock.store.add_point(place, demo.layer.crs())
    fine_preview(dock)
    victim = task.client().pid
    os.kill(victim, signal.SIGKILL)
    before = preview_path(dock)
    dock.store.undo()
    note = dock.preview_section.note
    told = lambda: "SIGKILL" in note.text() or preview_path(dock) not in ("", before)  # noqa: E731
    wait_until(told, PREVIEW_S, "a word on the death")
    dock.store.redo()
    fine_preview(dock)
    assert task.client().pid not in (None, victim)
    assert not note.text()
