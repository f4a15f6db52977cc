"""A picture of the plugin in German: ``OFA_WINDOW_LANG=de tests/ofa_qgis/window/run.sh docs/screenshots_german.py``.

The dock with the report of a map, and beside it the page that the engine wrote. ``make screenshots`` runs it.
"""

import runpy
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import demo_scene
import driving
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QTextBrowser

HERE = Path(__file__).parent
PAGE_PX = (900, 1000)
EXTENT_M = 2500.0  # of the part that is mapped: seconds on two cores


def main(iface: Any) -> int:
    """The pictures; the page of the report is kept in `build/screenshots`."""
    steps = SimpleNamespace(**runpy.run_path(str(HERE / "screenshots.py")))
    shutil.rmtree(steps.FOLDER, ignore_errors=True)
    steps.make_room(iface)
    demo = demo_scene.open_demo(iface, steps.FOLDER)
    dock = steps.open_dock(iface, demo)
    demo_scene.answer_questions(dock, demo)
    for name in demo.classes:
        dock.store.add_class(name)
    for name, place in demo.some(steps.CLICKS_PER_CLASS):
        dock.store.set_current(name)
        dock.store.add_point(place, QgsProject.instance().crs())
    steps.settle(iface, dock)
    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run")
    driving.wait_until(lambda: dock.whole.task is None, steps.LONG_S, "the map")
    driving.spin(1)
    steps.show_report(dock)
    steps.picture("screen_german")
    (page,) = Path(steps.FOLDER).rglob("report.html")
    shutil.copytree(page.parent, steps.FOLDER / "report", dirs_exist_ok=True)
    view = QTextBrowser()
    view.setSource(QUrl.fromLocalFile(str(page)))
    view.resize(*PAGE_PX)
    view.show()
    driving.spin(1)
    driving.screenshot(steps.FOLDER / "report.png", view)
    return 0
