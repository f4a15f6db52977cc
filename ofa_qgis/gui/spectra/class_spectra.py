"""The spectra of the labels of a scene, read from the layer a little at a time, so that QGIS never waits.

Points count where they lie, lines and polygons at some places inside. Draws nothing.
"""

import time
from typing import Any, Dict, Iterator, List, Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..labels.label_layers import POINTS
from ..labels.label_query import labels_in
from ..labels.label_store import LabelStore
from ..layer.scene import ChosenScene
from .spectra_statistics import Values
from .spectrum_plot import values_at

MOST_PER_CLASS = 300  # pixels: more would move the means by little
PLACES_ACROSS = 4  # rows and columns of places inside a polygon
SLICE_S = 0.012  # less than a frame
PAUSE_MS = 300  # a burst of clicks is one change

Place = Tuple[QgsPointXY, QgsCoordinateReferenceSystem]


class ClassSpectra(QObject):
    """What the bands show at the labels. `changed` tells when all of it has been read, `grown` when some has."""

    changed = pyqtSignal()
    grown = pyqtSignal()

    def __init__(self, scene: ChosenScene, store: LabelStore, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._scene, self._store = scene, store
        self.points: Dict[str, List[Values]] = {}
        self.places: Dict[str, List[Place]] = {}  # of those points
        self.inside: Dict[str, List[Values]] = {}  # of polygons and lines
        self.is_reading = False
        self._work: Iterator[None] = iter(())
        self._slices, self._soon = QTimer(self), QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._slice)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self.read)
        for signal in (store.changed, store.classes_changed, scene.changed):
            signal.connect(self._soon.start)
        self.read()

    def spectra(self, name: str) -> List[Values]:
        """All that was read of a class."""
        return [*self.points.get(name, ()), *self.inside.get(name, ())]

    def read(self) -> None:
        """Start again."""
        self.points, self.places, self.inside = {}, {}, {}
        self.is_reading = True
        self._work = self._read()
        self._slices.start()

    def stop(self) -> None:
        """Read no more."""
        self._soon.stop()
        self._slices.stop()
        self._work = iter(())

    def _slice(self) -> None:
        until = time.monotonic() + SLICE_S
        try:
            for _ in self._work:
                if time.monotonic() > until:
                    self.grown.emit()
                    return
        except RuntimeError:  # a layer was removed while it was read: its removal is signalled, too
            self._soon.start()
        self._slices.stop()
        self.is_reading = False
        self.changed.emit()

    def _read(self) -> Iterator[None]:
        layer = self._scene.layer
        if layer is None:
            return
        used = {int(band["index"]) - 1 for band in self._scene.layer_bands}
        for labels in self._store.layers():
            crs = labels.crs()
            for kind, name, feature in labels_in([labels], self._store.field()):
                yield
                for place in _places(kind, feature):
                    if len(self.points.get(name, ())) + len(self.inside.get(name, ())) >= MOST_PER_CLASS:
                        break
                    values = values_at(layer, place, crs)
                    if any(value is not None for value in values):
                        self._keep(kind, name, _of(values, used), (place, crs))
                    yield

    def _keep(self, kind: str, name: str, values: Values, place: Place) -> None:
        if kind == POINTS:
            self.points.setdefault(name, []).append(values)
            self.places.setdefault(name, []).append(place)
        else:
            self.inside.setdefault(name, []).append(values)


def _of(values: Values, used: Any) -> Values:
    """The values of the bands that are in use; all where that is not known."""
    return [value if not used or index in used else None for index, value in enumerate(values)]


def _places(kind: str, feature: QgsFeature) -> List[QgsPointXY]:
    """Where a label is read."""
    geometry = feature.geometry()
    if kind == POINTS:
        return [QgsPointXY(vertex) for vertex in geometry.vertices()]
    box = geometry.boundingBox()
    steps = [(k + 0.5) / PLACES_ACROSS for k in range(PLACES_ACROSS)]
    grid = [
        QgsPointXY(box.xMinimum() + x * box.width(), box.yMinimum() + y * box.height()) for y in steps for x in steps
    ]
    inside = [place for place in grid if geometry.contains(QgsGeometry.fromPointXY(place))]
    return inside or [geometry.pointOnSurface().asPoint()]
