"""Pictures of products and several sources for the user guide, from a real QGIS window.

    tests/ofa_qgis/window/run.sh docs/product_pictures.py

Runs inside QGIS, like `screenshots.py`, on the small products of `../shared/products`, which show a made-up landscape.
"""

import subprocess
from typing import Any

import demo_scene
import driving
import qgis.utils
from camera import LONG_S, make_room, picture
from qgis.core import QgsProject, QgsRasterLayer

BUILD = demo_scene.ROOT.parent / "shared" / "products" / "build.py"
FOLDER = demo_scene.ROOT / "build" / "screenshots" / "products"
NAMES = ("sentinel2_l2a", "sentinel1_rtc", "dem_glo30")
TABLE_PX = (720, 880)


def main(iface: Any) -> int:
    """The product in the dock with its mask, radar and heights beside it, and the band table by source."""
    python = demo_scene.ROOT / ".venv" / "bin" / "python"
    subprocess.run([str(python), str(BUILD), str(FOLDER), *NAMES], check=True, capture_output=True)
    make_room(iface)
    plugin = qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    dock = plugin.dock
    dock.layers.open_scenes([str(path) for path in (FOLDER / "sentinel2_l2a").glob("*.SAFE")])
    ready(dock, 0)
    dock.layers.opening.open([str(FOLDER / "sentinel1_rtc")], dock.scene.layer)
    ready(dock, 1)
    heights = QgsRasterLayer(str(next((FOLDER / "dem_glo30").glob("*.tif"))), "Copernicus DEM")
    QgsProject.instance().addMapLayer(heights)
    dock.layers.further.use(heights)
    ready(dock, 2)
    tree = QgsProject.instance().layerTreeRoot()
    for layer in QgsProject.instance().mapLayers().values():
        tree.findLayer(layer).setItemVisibilityChecked(layer is dock.scene.layer)
        tree.findLayer(layer).setExpanded(False)
    driving.spin(2)
    picture("screen_product")
    dock.show_bands()
    dock._bands.resize(*TABLE_PX)
    dock._bands.move(300, 40)
    driving.spin(2)
    picture("screen_sources", dock._bands)
    dock._bands.close()
    return 0


def ready(dock: Any, further: int) -> None:
    """Wait until the scene and so many further sources are known."""
    driving.wait_until(lambda: len(dock.scene.further) == further and dock.scene.is_ready, LONG_S, "the sources")
    driving.spin(1)
