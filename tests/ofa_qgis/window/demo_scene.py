"""The demo scene in the QGIS that we are in, for tests, pictures and timings: the real one where it is there."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import driving
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer

ROOT = Path(os.environ["OFA_WINDOW_HERE"]).parents[2]
ENGINE = os.environ["OFA_ENGINE_PYTHON"]
SETTLE_S = 0.3  # a canvas that was told where to look has looked by then


@dataclass(frozen=True)
class Demo:
    """The layer, the project it is in, and (class, place) of every click, class by class."""

    layer: QgsRasterLayer
    folder: Path
    units: str | None
    clicks: list[tuple[str, QgsPointXY]]

    @property
    def classes(self) -> list[str]:
        """Names in the order of the clicks."""
        return list(dict.fromkeys(name for name, _ in self.clicks))

    def some(self, per_class: int) -> Iterator[tuple[str, QgsPointXY]]:
        """The first few clicks of each class."""
        for wanted in self.classes:
            yield from [click for click in self.clicks if click[0] == wanted][:per_class]


def facts() -> dict[str, Any]:
    """What `make demo` says of its scene and its clicks."""
    script = ROOT / "resources" / "demo" / "demo.py"
    subprocess.run([ENGINE, str(script), "prepare"], check=True, capture_output=True, timeout=120, cwd=ROOT)
    return json.loads((ROOT / "build" / "demo" / "demo.json").read_text(encoding="utf-8"))


def open_demo(iface: Any, folder: Path) -> Demo:
    """A saved project in `folder` with a copy of the scene, which fills the canvas."""
    told = facts()
    folder.mkdir(parents=True, exist_ok=True)
    scene = folder / Path(told["scene"]).name
    shutil.copy(told["scene"], scene)
    project = QgsProject.instance()
    layer = QgsRasterLayer(str(scene), scene.stem)
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    project.write(str(folder / "demo.qgz"))
    iface.setActiveLayer(layer)
    canvas = iface.mapCanvas()
    canvas.setExtent(layer.extent())
    canvas.refresh()
    driving.spin(SETTLE_S)
    clicks = [(name, QgsPointXY(x, y)) for name, x, y in told["labels"]]
    return Demo(layer, folder, told["units"], clicks)


def answer_questions(dock: Any, demo: Demo) -> None:
    """Wait for the engine's word on the scene and answer what it asks, as the band table would."""
    from ofa_qgis.layers import raster_layers

    scene = dock.scene
    driving.wait_until(lambda: scene.facts is not None or scene.failure or scene.error, 90, "the engine to inspect")
    if scene.questions:
        raster_layers.remember(demo.layer, None, {}, demo.units)
        scene.refresh()
    driving.wait_until(lambda: scene.is_ready, 60, "the scene to be understood")
