"""Pictures of the pages Values and Change for the user guide, from a real QGIS window on real scenes.

    tests/ofa_qgis/window/run.sh docs/page_pictures.py

Runs inside QGIS, like `screenshots.py`. Values: heights above ground at points of an aerial scene of FLAIR (IGN, Etalab
Open Licence 2.0), whose fifth band holds them and is hidden from the map. Change: two dates of the Boadella reservoir,
Spain (Sentinel-2, Copernicus).
"""

import random
import shutil
from typing import Any

import demo_scene
import driving
import qgis.utils
from camera import LONG_S, make_room, paint, picture
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ofa_qgis.gui.dock import CHANGE, VALUES
from ofa_qgis.layers import raster_layers

DATA = demo_scene.ROOT.parent / "shared" / "data"
AERIAL = DATA / "aerial_landcover" / "flair2_IMG_036294_img.tif"
HEIGHT_BAND, POINTS = 5, 200
DATES = [DATA / "segmentation" / f"boadella_{date}.tif" for date in ("2020-06-21", "2022-06-01")]
TRUE_COLOUR = (4, 3, 2)  # bands of the reservoir
LEAST_HA = 0.5
FOLDER = demo_scene.ROOT / "build" / "screenshots" / "pages"
RUN_S = 600.0


def main(iface: Any) -> int:
    """One page after the other, each in a project of its own."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    make_room(iface)
    qgis.utils.plugins["ofa_qgis"].show_dock()
    dock = qgis.utils.plugins["ofa_qgis"].dock
    values(iface, dock)
    QgsProject.instance().clear()
    change(iface, dock)
    return 0


def values(iface: Any, dock: Any) -> None:
    """A map of heights from points, its report, and a further number that is being typed."""
    (scene,) = opened(iface, dock, [AERIAL], {"bands": {str(HEIGHT_BAND): "unused"}, "fill": "data"})
    paint(scene, (1, 2, 3))
    dock.tabs.setCurrentIndex(VALUES)
    page = dock.values
    page.layer.setLayer(heights(scene))
    driving.wait_until(page.button.isEnabled, LONG_S, "the points")
    run(iface, page.button, page.line)
    driving.take(page.type)
    centre = scene.extent().center()

    def ask() -> None:
        driving.click(QgsPointXY(centre.x() + 10, centre.y() - 5))
        driving.write("12.5")

    picture("screen_values", settled=ask)
    page.leave()


def change(iface: Any, dock: Any) -> None:
    """What looks changed between two Junes, as a map and as polygons."""
    for date in opened(iface, dock, DATES, {"units": "dn"}):
        paint(date, TRUE_COLOUR)
    dock.tabs.setCurrentIndex(CHANGE)
    page = dock.change
    page.polygons.setChecked(True)
    page.least.setValue(LEAST_HA)
    driving.wait_until(page.button.isEnabled, LONG_S, "both dates")
    run(iface, page.button, page.line)
    picture("screen_change", settled=lambda: driving.wait_until(lambda: not iface.mapCanvas().isDrawing(), LONG_S))


def opened(iface: Any, dock: Any, paths: list[Any], said: dict[str, Any]) -> list[QgsRasterLayer]:
    """Copies of these files as layers, with answers about them; the first is the scene of the dock."""
    project = QgsProject.instance()
    layers = []
    for path in paths:
        shutil.copy(path, FOLDER)
        layers.append(QgsRasterLayer(str(FOLDER / path.name), path.stem))
        raster_layers.remember(layers[-1], **said)
    project.setCrs(layers[0].crs())
    project.addMapLayers(layers)
    dock.layers.combo.setLayer(layers[0])
    driving.wait_until(lambda: dock.scene.is_ready, LONG_S, "the scene to be understood")
    iface.mapCanvas().setExtent(layers[0].extent())
    iface.mapCanvas().refresh()
    return layers


def heights(scene: QgsRasterLayer) -> QgsVectorLayer:
    """A layer of points at which the height is known."""
    points = QgsVectorLayer(f"Point?crs={scene.crs().authid()}&field=height:double", "heights", "memory")
    look = {"name": "circle", "color": "white", "outline_color": "black", "size": "1.2"}
    points.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(look)))
    chance, extent = random.Random(0), scene.extent()
    for _ in range(POINTS):
        place = QgsPointXY(
            chance.uniform(extent.xMinimum(), extent.xMaximum()), chance.uniform(extent.yMinimum(), extent.yMaximum())
        )
        feature = QgsFeature(points.fields())
        feature.setAttributes([scene.dataProvider().sample(place, HEIGHT_BAND)[0]])
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        points.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(points)
    return points


def run(iface: Any, button: Any, line: Any) -> None:
    """Press the button of a page and wait for what it makes."""
    driving.click(button)
    driving.wait_until(lambda: line.task, 10, "the run")
    driving.wait_until(lambda: line.task is None, RUN_S, "the map")
    iface.messageBar().clearWidgets()
    driving.spin(2)
