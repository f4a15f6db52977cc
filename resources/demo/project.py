"""`make qgis`: the demo scene and its labels as a QGIS project, with the dock open.

QGIS runs this by ``--code``, so nothing may escape from here (QGIS would show it in a modal box). The project is
made once, through the plugin as a user would: classes, clicks, saved. Later calls open it as it was left.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["OFA_DEMO"])
PROJECT = FOLDER / "demo.qgz"
STYLES = {"natural colour": ("B04", "B03", "B02"), "vegetation in red": ("B08", "B04", "B03")}
READY_MS = 500  # the window stands by then


def show() -> None:
    """Open the project, or make it."""
    plugin = plugins["ofa_qgis"]
    plugin.show_dock()
    if PROJECT.is_file():
        QgsProject.instance().read(str(PROJECT))
        return
    iface.mainWindow().showMaximized()
    demo = json.loads((FOLDER / "demo.json").read_text(encoding="utf-8"))
    layer = add_scene(demo)
    QgsProject.instance().write(str(PROJECT))  # so that the labels are stored beside it
    from ofa_qgis.gui import sample  # noqa: PLC0415

    sample.add_labels(plugin.dock.store, layer, demo["labels"])
    QTimer.singleShot(READY_MS, lambda: guarded(save))  # after the canvas has found its place, which is a change, too


def save() -> None:
    """Write the project, if it is still the open one."""
    if Path(QgsProject.instance().fileName()) == PROJECT:
        QgsProject.instance().write()


def add_scene(demo: dict) -> QgsRasterLayer:
    """The scene in the project, with two styles to choose from, and the units that its file does not tell."""
    from ofa_qgis.gui import sample  # noqa: PLC0415
    from ofa_qgis.layers import raster_layers  # noqa: PLC0415 - where the plugin did not load, `guarded` says so

    layer = QgsRasterLayer(demo["scene"], demo["name"])
    names = {layer.bandName(band).split(": ")[-1].split(" ")[0]: band for band in range(1, layer.bandCount() + 1)}
    styles = layer.styleManager()
    unnamed = styles.currentStyle()
    for style, bands in STYLES.items():
        styles.addStyleFromLayer(style)
        styles.setCurrentStyle(style)
        red, green, blue = (names[band] for band in bands)
        sample.paint(layer, (red, green, blue))
    styles.removeStyle(unnamed)
    styles.setCurrentStyle(next(iter(STYLES)))
    QgsProject.instance().setCrs(layer.crs())
    QgsProject.instance().addMapLayer(layer)
    raster_layers.remember(layer, None, {}, demo["units"])
    iface.setActiveLayer(layer)
    iface.mapCanvas().setExtent(layer.extent())
    return layer


def guarded(action: Callable[[], None]) -> None:
    """Do it; what goes wrong stands in the message bar."""
    try:
        action()
    except Exception as error:  # see above
        iface.messageBar().pushMessage("OFA demo", f"{type(error).__name__}: {error}", Qgis.MessageLevel.Critical, 0)


QTimer.singleShot(READY_MS, lambda: guarded(show))
