"""From labels to a model of one's own and a map made with it, in a real window: real mouse, the real engine."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import demo_scene
import driving
import pytest
from demo_scene import Demo
from osgeo import gdal
from qgis.core import QgsProject

gdal.UseExceptions()
RUN_S = 400.0  # on a machine that is busy with other things, too
STEPS = 24


@pytest.fixture
def demo(iface: Any, tmp_path: Path, engine_python: Path) -> Demo:
    return demo_scene.open_demo(iface, tmp_path / "Übung mit Leerzeichen")


@pytest.fixture
def dock(plugin: Any, demo: Demo) -> Iterator[Any]:
    """The dock on the labelled demo, without a preview that would compete with the training."""
    plugin.show_dock()
    dock = plugin.dock
    dock.layers.combo.setLayer(demo.layer)
    demo_scene.answer_questions(dock, demo)
    dock.preview.set_live(False)
    for name, place in demo.clicks:
        if name not in dock.store.colours():
            dock.store.add_class(name)
        dock.store.set_current(name)
        dock.store.add_point(place, demo.layer.crs())
    yield dock
    dock.train.run.cancel()
    dock.preview.set_live(True)
    plugin.show_dock(False)


def test_a_run_is_cancelled_goes_on_and_its_model_maps_the_scene(
    dock: Any, demo: Demo, click: Callable[..., None], wait_until: Callable[..., Any]
) -> None:
    from ofa_qgis import models
    from ofa_qgis.engine import task

    tab = dock.train
    dock.tabs.setCurrentWidget(dock.tabs.widget(1))
    tab.form.steps.setValue(STEPS)
    tab.form.name.setText("from the window")
    click(tab.button)
    wait_until(lambda: tab.run.log and tab.run.log.losses, RUN_S, "the first step")
    folder = models.user_folder() / "from the window"
    assert tab.curves.isVisible() and task.client().pid not in (None, task.trainer().pid)

    click(tab.cancel)
    wait_until(lambda: tab.run.task is None, 90, "the cancelled run to end")
    assert "goes on" in tab.note.said and not (folder / "card.json").exists()
    told = len((folder / "log.jsonl").read_text(encoding="utf-8").splitlines())
    assert 0 < told < STEPS, "the run was too quick to be cancelled"

    click(tab.button)
    wait_until(lambda: tab.run.task is None, RUN_S, "the model")
    assert (folder / "card.json").is_file(), tab.note.said
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["step"] for line in lines] == list(range(1, STEPS + 1))
    scores = [line["validation"]["score"] for line in lines if "validation" in line]
    assert tab.run.log.best == max(scores) and "macro-F1" in tab.score.said
    assert all(f'href="{name}.png"' in tab.links.text() for name in ("curves", "confusion", "maps"))

    wait_until(tab.use.isEnabled, 60, "the model in the list")
    click(tab.use)
    wait_until(lambda: dock.whole.task, 10, "the map to start")
    wait_until(lambda: dock.whole.task is None, RUN_S, "the map")
    (made,) = QgsProject.instance().mapLayersByName("map")
    assert [each.label for each in made.renderer().classes()] == sorted(demo.classes)
    pixels = gdal.Open(made.source()).ReadAsArray()
    assert pixels.shape == (demo.layer.height(), demo.layer.width()) and 1 <= pixels.max() <= len(demo.classes)
    driving.spin(0.2)
