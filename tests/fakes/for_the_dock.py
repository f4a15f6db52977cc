"""What the tests of the dock share: an engine that answers at once, small scenes, and labels in memory."""

import json
import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow

from ofa_qgis.engine.client import EngineClient
from ofa_qgis.layers.legend import CLASS, LabelClass, Legend
from tests.fakes import forked_engine

CRS = QgsCoordinateReferenceSystem("EPSG:32633")
SIDE_PX, PIXEL_M, LEFT, TOP = 200, 10.0, 500_000.0, 5_800_000.0
EXTENT = QgsRectangle(LEFT, TOP - SIDE_PX * PIXEL_M, LEFT + SIDE_PX * PIXEL_M, TOP)
LONG_MS = 20_000


class FakeEngine(EngineClient):
    """The client of the engine of answers, which remembers what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.asked_file = folder / "asked.jsonl"
        command = [sys.executable, "-I", "-S", forked_engine.__file__, forked_engine.nursery(), str(self.asked_file)]
        super().__init__(Path(sys.executable), folder / "engine.log", command, grace_s=1.0)

    def asked(self, kind):
        """The requests of a kind, in order, with the fields of their specs beside their own."""
        lines = self.asked_file.read_text("utf-8").splitlines() if self.asked_file.exists() else []
        return [flat(body) for body in map(json.loads, lines) if body["kind"] == kind]


def flat(body):
    """A request as JSON, with the fields of its specs beside its own: "path", "units", "model" …"""
    own = {name: value for name, value in body.items() if name not in ("scene", "compute")}
    return {**own, **body.get("scene", {}), **body.get("compute", {})}


class FakeStore(QObject):
    """Labels of two classes in a memory layer, with the interface of `LabelStore`."""

    changed = pyqtSignal()
    classes_changed = pyqtSignal()

    def __init__(self, ready=True):
        super().__init__()
        self.layer = QgsVectorLayer("Point?crs=EPSG:32633&field=class:string", "labels", "memory")
        if ready:
            self.add("water", LEFT + 100, TOP - 100)
            self.add("forest", LEFT + 900, TOP - 900)

    def add(self, name, x, y):
        feature = QgsFeature(self.layer.fields())
        feature.setAttribute("class", name)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        self.layer.dataProvider().addFeature(feature)
        self.changed.emit()

    def is_ready(self):
        return self.layer.featureCount() > 1

    def layers(self):
        return [self.layer]

    def field(self):
        return "class"

    def legend(self):
        return Legend((LabelClass("water", "#0000FF", 1), LabelClass("forest", "#00FF00", 2)))

    def level(self):
        return CLASS

    def mapped(self):
        return self.legend().of(CLASS)

    def groups(self):
        return []

    def colours(self):
        return {each.name: each.colour for each in self.legend().classes}

    def tear_down(self):
        pass


def write_scene(path: Path, side_px: int = SIDE_PX) -> Path:
    """A scene of two bands."""
    target = gdal.GetDriverByName("GTiff").Create(str(path), side_px, side_px, 2, gdal.GDT_UInt16)
    target.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    target.SetProjection(reference.ExportToWkt())
    for band in (1, 2):
        target.GetRasterBand(band).WriteArray(np.arange(side_px * side_px, dtype="uint16").reshape(side_px, -1) * band)
    return path


def label(dock):
    """Two classes, a point of each."""
    for number, name in enumerate(("water", "forest")):
        dock.store.add_class(name)
        dock.store.add_point(QgsPointXY(LEFT + 100 + 800 * number, TOP - 100), CRS)


def follow_each_other(order):
    """Whether the tab key reaches these widgets in this order."""
    chain, widget = [], order[0]
    while widget not in chain:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    places = [chain.index(each) for each in order]
    return places == sorted(places)


class Iface:
    """QGIS's interface with a real main window, counting what a plugin adds."""

    def __init__(self):
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.canvas.setDestinationCrs(CRS)
        self.window.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.window)
        self.actions = []
        self.active = None

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def activeLayer(self):
        return self.active

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def addToolBarIcon(self, action):
        self.actions.append(("toolbar", action))

    def addPluginToMenu(self, menu, action):
        self.actions.append(("plugins", action))

    def addPluginToRasterMenu(self, menu, action):
        self.actions.append(("raster", action))

    def removeToolBarIcon(self, action):
        self.actions.remove(("toolbar", action))

    def removePluginMenu(self, menu, action):
        self.actions.remove(("plugins", action))

    def removePluginRasterMenu(self, menu, action):
        self.actions.remove(("raster", action))
