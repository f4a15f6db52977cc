"""How long the magic wand lets one wait, in a real QGIS window with real clicks on real scenes.

    tests/ofa_qgis/window/run.sh benchmarks/wand.py NAME     (or `make wand`: NAME is "now")

Opens the dock on each scene, takes the wand and clicks: the first click comes as soon as the tool can be taken, in an
engine that has just been started for the first scene and has other scenes open for the rest; the others come one after
the other, each at a place of its own in the view. Adds the run to docs/measured/wand.json under NAME and writes the
page anew.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import demo_scene
import driving
import qgis.utils
from first_preview import engine_s, machine_words
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer

ROOT = Path(__file__).resolve().parents[1]
DATA = demo_scene.ROOT.parent / "shared" / "data"
RECORD, PAGE = (ROOT / "docs" / "measured" / f"wand.{kind}" for kind in ("json", "md"))
LONG_S = 300.0
PAUSE_S = 2.0
SCENES = {
    "Sentinel-2, 12 bands, 896 x 896": ("s2/demo_majortom_199U_1099R_20200223.tif", "dn"),
    "Landsat 8, 7 bands, 627 x 603": ("landsat/landsat8_utm16_7b.tif", None),
    "NAIP, 4 bands, 597 x 510": ("naip/naip_va_1m.tif", None),
}
PLACES = ((0.5, 0.5), (0.62, 0.4), (0.35, 0.62), (0.44, 0.3), (0.7, 0.66), (0.3, 0.42))  # shares of width and height


def main(iface: Any) -> int:
    """Measure all scenes and write the page."""
    subprocess.run([demo_scene.ENGINE, "-I", "-m", "engine", "doctor", "--json"], check=True, capture_output=True)
    load, rows = os.getloadavg()[0], {}
    for title, (name, units) in SCENES.items():
        rows[title] = measured(iface, DATA / name, units)
    known = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    machine = machine_words()
    known[sys.argv[1] if len(sys.argv) > 1 else "now"] = {"machine": machine, "load": load, "scenes": rows}
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    RECORD.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(known), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return 0


def measured(iface: Any, scene: Path, units: str | None) -> list[tuple[float, float]]:
    """Seconds from each click to its region on the screen, and the engine's processor seconds for it.

    For the first click these are all since the layer was chosen, or since the engine was started for it.
    """
    folder = Path(os.environ["OFA_WINDOW_WORK"]) / "wand" / scene.stem
    folder.mkdir(parents=True)
    path = Path(shutil.copy(scene, folder))
    project = QgsProject.instance()
    project.clear()
    layer = QgsRasterLayer(str(path), path.stem)
    if units:
        layer.setCustomProperty("ofa/units", units)
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    project.write(str(folder / "wand.qgz"))
    canvas = iface.mapCanvas()
    canvas.setExtent(layer.extent())
    plugin = qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    dock = plugin.dock
    computed = engine_s()
    dock.layers.combo.setLayer(layer)
    driving.wait_until(lambda: dock.scene.is_ready, LONG_S, "the scene to be read")
    dock.store.add_class("crops")
    driving.click(dock.wand)
    area, found = layer.extent(), []
    for right, down in PLACES:
        place = QgsPointXY(area.xMinimum() + right * area.width(), area.yMaximum() - down * area.height())
        if found:  # a person looks at the region
            driving.spin(PAUSE_S)
            computed = engine_s()
        began = time.monotonic()
        driving.click(place)
        driving.wait_until(lambda: len(dock.wand_tool.regions), LONG_S, "the region")
        driving.spin()
        found.append((time.monotonic() - began, engine_s() - computed))
        driving.press("Escape")
    canvas.unsetMapTool(dock.wand_tool)
    return found


def page(known: dict[str, Any]) -> str:
    """What was measured, as a page."""
    rows = [
        f"| {name} | {title} | {first[0]:.1f} | {first[1]:.1f} | {statistics.median(s for s, _ in others):.2f} | "
        f"{max(s for s, _ in others):.2f} | {statistics.median(s for _, s in others):.2f} | {each['load']:.1f} |"
        for name, each in known.items()
        for title, (first, *others) in each["scenes"].items()
    ]
    return "\n".join([
        "# How long the magic wand lets one wait", "",
        "Written by `tests/ofa_qgis/window/run.sh benchmarks/wand.py NAME`: a real QGIS window on a virtual screen, "
        f"{len(PLACES)} real clicks a scene, seconds from the click (about 0.2 s for moving the pointer included) "
        "to the region on the screen, and processor seconds of the engine. The first click comes as soon as the scene "
        "is read, for the first scene by an engine that was started for it; its processor seconds are all since the "
        f"layer was chosen. Before each of the others is a pause of {PAUSE_S:g} s.", "",
        *(f"- {name}: {each['machine']}." for name, each in known.items()), "",
        "| version | scene | first click, s | its processor, s | others, median, s | slowest, s | "
        "their processor, median, s | load |",
        "|---|---|---:|---:|---:|---:|---:|---:|", *rows, "",
        "The load is the mean number of programs that wanted to run in the minute before: above the number of cores, "
        "seconds are longer than those of a quiet machine, unless the run had real-time priority (`chrt -r 1`).", "",
    ])  # fmt: skip
