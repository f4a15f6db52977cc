"""Pictures of the plugin for README and help: ``make screenshots``, from a real QGIS window on real scenes.

Runs inside QGIS (tests/ofa_qgis/window/run.sh). Does what a user does and takes a picture at each step.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

import demo_scene
import driving
import processing
import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
)
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget

DOCS = demo_scene.ROOT / "docs"
WIDTH_PX = 1400  # of a picture of the whole window
LONG_S = 180.0
CLICKS_PER_CLASS = 5


def main(iface: Any) -> int:
    """All pictures, in the order of a user's work."""
    close_panels(iface, "Browser")
    demo = demo_scene.open_demo(iface, Path(os.environ["OFA_WINDOW_WORK"]) / "screens")
    show_bands(demo.layer, ("B04", "B03", "B02"))
    set_up(iface)
    dock = open_dock(iface, demo)
    bands(dock, demo)
    preview(iface, dock, demo)
    whole_scene(iface, dock)
    toolbox(iface, demo)
    dark(iface, dock)
    return 0


def picture(name: str, of: QWidget | None = None) -> None:
    """Take a picture and keep it small."""
    raw = driving.screenshot(DOCS / f"{name}.png", of)
    options = ["-resize", f"{WIDTH_PX}x>", "-quality", "88"]
    subprocess.run(["convert", str(raw), *options, str(DOCS / f"{name}.jpg")], check=True)
    raw.unlink()


def close_panels(iface: Any, *titles: str) -> None:
    """Make room."""
    for panel in iface.mainWindow().findChildren(QDockWidget):
        if panel.windowTitle() in titles:
            panel.close()


def show_bands(layer: QgsRasterLayer, names: tuple[str, str, str]) -> None:
    """Natural colours."""
    known = {layer.bandName(band).split(": ")[-1].split(" ")[0]: band for band in range(1, layer.bandCount() + 1)}
    if set(names) <= set(known):
        layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *(known[name] for name in names)))
        layer.setContrastEnhancement(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
            QgsRasterMinMaxOrigin.Limits.CumulativeCut,
        )


def set_up(iface: Any) -> None:
    """The first run: no engine yet."""
    engine = os.environ.pop("OFA_ENGINE_PYTHON")
    plugin = qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    driving.spin(3)
    picture("screen_setup")
    os.environ["OFA_ENGINE_PYTHON"] = engine
    qgis.utils.reloadPlugin("ofa_qgis")
    driving.spin(1)


def open_dock(iface: Any, demo: demo_scene.Demo) -> Any:
    """The dock on the demo scene."""
    plugin = qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    plugin.dock.layers.combo.setLayer(demo.layer)
    driving.wait_until(lambda: plugin.dock.scene.facts is not None, LONG_S, "the engine to inspect")
    return plugin.dock


def bands(dock: Any, demo: demo_scene.Demo) -> None:
    """The band table, with what it asks, and the spectrum under the cursor."""
    driving.click(dock.layers.bands)
    driving.wait_until(lambda: dock._bands is not None and dock._bands.isVisible(), 10, "the band table")
    table = dock._bands
    table.resize(640, 620)
    corner = dock.window().frameGeometry().center()
    table.move(corner.x() - 60, corner.y() - 300)
    driving.hover(demo.clicks[10][1])
    driving.spin(1)
    picture("screen_bands")
    table.close()
    demo_scene.answer_questions(dock, demo)


def preview(iface: Any, dock: Any, demo: demo_scene.Demo) -> None:
    """Labels by real clicks, and the live preview."""
    for name in demo.classes:
        dock.store.add_class(name)
    driving.click(dock.classes.point)
    for name, place in demo.some(CLICKS_PER_CLASS):
        dock.store.set_current(name)
        driving.click(place)
    settle(iface, dock)
    driving.click(dock.preview_section.where)
    driving.wait_until(lambda: dock.preview_section.marks.items, LONG_S, "the places to label next")
    driving.spin(1)
    picture("screen_preview")
    driving.click(dock.preview_section.where)


def settle(iface: Any, dock: Any) -> None:
    """Wait for the last preview, painted."""
    idle = lambda: dock.preview._answer and dock.preview._job is None and not dock.preview._timer.isActive()  # noqa: E731
    driving.wait_until(idle, LONG_S, "the preview")
    driving.wait_until(lambda: not iface.mapCanvas().isDrawing(), LONG_S, "the canvas")
    driving.spin(1)


def whole_scene(iface: Any, dock: Any) -> None:
    """The map of the whole scene, its legend and its report."""
    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run")
    driving.wait_until(lambda: dock.whole.task is None, LONG_S, "the map")
    dock.preview.set_live(False)
    driving.spin(2)
    show_report(dock)
    picture("screen_result")


def show_report(dock: Any) -> None:
    """Unfold the report and bring it into view."""
    dock.panel.report.setCollapsed(False)
    driving.spin(0.5)
    dock._body_area().ensureWidgetVisible(dock.panel.report, 0, 2000)
    driving.spin(0.5)


def toolbox(iface: Any, demo: demo_scene.Demo) -> None:
    """The dialog of `ofa:classify`."""
    labels = next(
        layer for layer in QgsProject.instance().mapLayers().values() if layer.name().lower().startswith("point")
    )
    dialog = processing.createAlgorithmDialog("ofa:classify", {"INPUT": demo.layer, "LABELS": labels, "FIELD": "class"})
    dialog.show()
    dialog.resize(900, 760)
    driving.spin(1.5)
    picture("screen_processing", dialog)
    dialog.close()


def dark(iface: Any, dock: Any) -> None:
    """The same in QGIS's dark theme."""
    QgsApplication.setUITheme("Night Mapping")
    QApplication.processEvents()
    dock.preview.set_live(True)
    dock.preview.touch()
    settle(iface, dock)
    dock._body_area().verticalScrollBar().setValue(0)
    driving.spin(1)
    picture("screen_dark")
