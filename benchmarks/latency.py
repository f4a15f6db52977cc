"""Click to refreshed preview, in a real QGIS window with real mouse clicks: ``make latency``, on a quiet machine.

Runs inside QGIS (tests/ofa_qgis/window/run.sh). Opens the dock on a project whose labels are there already and
takes the time to the first preview; then clicks 30 more labels on a canvas of 1000 x 1000 pixels and takes, for
each, the time to the first (coarse) and the last (fine) preview on the screen. Writes docs/measured/latency.md.
"""

import os
import platform
import statistics
import time
from pathlib import Path
from typing import Any

import demo_scene
import driving
import qgis.utils
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtGui import QTextDocumentFragment

CANVAS_PX = 1000
CLICKS = 30
KNOWN_PER_CLASS = 3  # labels that the project has before the clicks
LONG_S = 120.0
PAGE = demo_scene.ROOT / "docs" / "measured" / "latency.md"


def main(iface: Any) -> int:
    """Measure and write the page."""
    folder = Path(os.environ["OFA_WINDOW_WORK"]) / "latency"
    demo = demo_scene.open_demo(iface, folder)
    opening_s = time_first_preview(iface, demo)
    dock = qgis.utils.plugins["ofa_qgis"].dock
    coarse, fine = time_clicks(iface, dock, demo)
    write_page(demo, dock, opening_s, coarse, fine)
    print(PAGE.read_text(encoding="utf-8"))
    return 0


def size_canvas(iface: Any) -> None:
    """Make the canvas beside the dock as large as promised."""
    window, canvas = iface.mainWindow(), iface.mapCanvas()
    window.showNormal()
    for _ in range(3):  # docks take their share only once the window has its size
        short = canvas.size()
        window.resize(window.width() + CANVAS_PX - short.width(), window.height() + CANVAS_PX - short.height())
        driving.spin(0.5)
    canvas.setExtent(iface.activeLayer().extent())
    canvas.refresh()
    driving.spin(0.5)


def time_first_preview(iface: Any, demo: demo_scene.Demo) -> tuple[float, float]:
    """Seconds from opening the dock to the first and the full preview: a fresh engine, labels of the project.

    The engine has made a preview before, as on any day but the first: what Python compiles once lies on disk.
    """
    plugin = qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    size_canvas(iface)
    demo_scene.answer_questions(plugin.dock, demo)
    store = plugin.dock.store
    plugin.dock.preview.set_live(False)
    for name in demo.classes:
        store.add_class(name)
    for name, place in demo.some(KNOWN_PER_CLASS):
        store.set_current(name)
        store.add_point(place, demo.layer.crs())
    plugin.dock.preview.set_live(True)
    driving.wait_until(lambda: plugin.dock.preview.latencies, LONG_S, "a preview by an engine that was never used")
    plugin.dock.preview.set_live(False)
    QgsProject.instance().write()
    plugin.show_dock(False)  # or it would open, and start its engine, with the plugin
    qgis.utils.reloadPlugin("ofa_qgis")
    driving.spin(1.0)
    plugin = qgis.utils.plugins["ofa_qgis"]
    began = time.monotonic()
    plugin.show_dock()
    plugin.dock.layers.combo.setLayer(demo.layer)
    driving.wait_until(lambda: plugin.dock.preview._answer, LONG_S, "the first preview")
    first_s = time.monotonic() - began
    driving.wait_until(lambda: plugin.dock.preview.latencies, LONG_S, "the full preview")
    return first_s, time.monotonic() - began


def time_clicks(iface: Any, dock: Any, demo: demo_scene.Demo) -> tuple[list[float], list[float]]:
    """Seconds from each click to its coarse and its fine preview, painted."""
    canvas = iface.mapCanvas()
    rest = [click for click in demo.clicks if click not in list(demo.some(KNOWN_PER_CLASS))][:CLICKS]
    driving.spin(0.5)  # the buttons have moved down
    driving.take(dock.classes.point)
    coarse, fine = [], []
    for name, place in rest:
        dock.store.set_current(name)
        known = len(dock.preview.latencies)
        driving.click(place)
        driving.wait_until(lambda known=known: len(dock.preview.latencies) > known, LONG_S, "the preview")
        shown = time.monotonic()
        driving.wait_until(lambda: not canvas.isDrawing(), LONG_S, "the canvas")
        painting_s = time.monotonic() - shown
        coarse_s, fine_s = dock.preview.latencies[-1]
        coarse.append(coarse_s + painting_s)
        fine.append(fine_s + painting_s)
    return coarse, fine


def write_page(
    demo: demo_scene.Demo, dock: Any, opening_s: tuple[float, float], coarse: list[float], fine: list[float]
) -> None:
    """The table, with how to measure again."""
    device = QTextDocumentFragment.fromHtml(dock.device.text()).toPlainText().strip("○● ")
    rows = (("first (coarse) map", coarse), ("full map of the view", fine))
    table = "\n".join(
        f"| {what} | {statistics.median(times):.2f} s | {statistics.quantiles(times, n=10)[-1]:.2f} s |"
        for what, times in rows
    )
    PAGE.write_text(
        f"""# Preview latency: from a click to the map

`make latency` on {demo.layer.name()} ({demo.layer.width()} x {demo.layer.height()} pixels, \
{demo.layer.bandCount()} bands), shown whole on a canvas of {CANVAS_PX} x {CANVAS_PX} pixels; \
{len(coarse)} real mouse clicks, {len(demo.classes)} classes; QGIS {Qgis.version().split("-")[0]} in a window on a \
virtual screen, {os.cpu_count()} cores ({platform.machine()}), {device}.

| click to | median | 90th percentile |
|---|---:|---:|
{table}

Opening the dock on a project with {KNOWN_PER_CLASS * len(demo.classes)} labels, with the start of the engine: \
{opening_s[0]:.1f} s to the first preview, {opening_s[1]:.1f} s to the full one.
""",
        encoding="utf-8",
    )
