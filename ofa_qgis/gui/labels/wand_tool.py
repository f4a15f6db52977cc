"""The magic wand: a click grows a region of like pixels, the wheel makes it larger or smaller, another click labels it.

`GrownRegions` asks the engine and holds its answer: a region for each of some tolerances, so that another tolerance
asks nothing new. `WandTool` draws, `labels.LabelStore` keeps.
"""

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QWheelEvent

from ... import settings
from ...compat import GEOMETRY_POLYGON
from ...engine.engine_words import plain
from ...engine.task import EngineJob
from ...i18n import tr
from ...layers import raster_layers
from ...protocol import GrowRequest
from ..layer.scene import ChosenScene
from .label_store import LabelStore
from .label_tools import BAND_PX, CLOSE_KEYS, FILL_ALPHA, LabelTool

NOTCH = 120  # of a wheel, in eighths of a degree
LARGER, SMALLER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus,)


class GrownRegions(QObject):
    """The regions around one place at a time. `changed` tells whenever there are others, or none."""

    changed = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, scene: ChosenScene, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._scene, self._canvas = scene, canvas
        self._job: Optional[EngineJob] = None
        self.crs: Optional[QgsCoordinateReferenceSystem] = None  # of the regions
        self.index = 0
        self._levels: List[Dict[str, Any]] = []

    @property
    def is_waiting(self) -> bool:
        """Whether the engine is at work."""
        return self._job is not None

    def __len__(self) -> int:
        return len(self._levels)

    @property
    def pixels(self) -> int:
        """How many pixels the current region has."""
        return int(self._levels[self.index]["pixels"])

    def geometry(self) -> QgsGeometry:
        """The current region, in `crs`."""
        shape = QgsGeometry()
        shape.fromWkb(bytes.fromhex(self._levels[self.index]["wkb"]))
        return shape

    def step(self, steps: int) -> None:
        """Go so many tolerances up or down."""
        if self._levels:
            self.index = min(max(self.index + steps, 0), len(self._levels) - 1)
            self.changed.emit()

    def obstacle(self) -> str:
        """Why nothing can be grown, for the user; "" if it can."""
        return "" if self._scene.is_ready else tr("The layer is not ready yet: see above.")

    def ask(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> None:
        """Ask for the regions around a place."""
        self.drop()
        told = self.obstacle()
        if told:
            self.failed.emit(told)
            return
        layer = self._scene.layer
        try:
            there = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()).transform(place)
            view = raster_layers.extent_for(self._canvas.extent(), self._canvas.mapSettings().destinationCrs(), layer)
            scene = self._scene.spec()
        except QgsCsException:
            self.failed.emit(tr("This place does not exist in the reference system of the layer."))
            return
        except raster_layers.LayerError as error:
            self.failed.emit(plain(error.error))
            return
        request = GrowRequest(scene, settings.compute(), x=there.x(), y=there.y(), extent=_tuple(view))
        self._start(request, layer.crs())

    def drop(self) -> None:
        """Forget the regions, and what the engine is asked for."""
        job, self._job = self._job, None
        if job:
            job.cancel()
        self._levels, self.index, self.crs = [], 0, None
        self.changed.emit()

    def _start(self, request: GrowRequest, crs: QgsCoordinateReferenceSystem) -> None:
        self._job = job = EngineJob(request, self)
        job.finished.connect(lambda answer: self._finished(job, answer, crs))
        job.failed.connect(lambda error, _hint, _log: self._failed(job, error))
        job.ended.connect(job.deleteLater)
        job.start()
        self.changed.emit()

    def _finished(self, job: EngineJob, answer: Dict[str, Any], crs: QgsCoordinateReferenceSystem) -> None:
        if job is self._job:
            self._job, self.crs = None, crs
            self._levels, self.index = list(answer["levels"]), int(answer["start"])
            self.changed.emit()

    def _failed(self, job: EngineJob, error: str) -> None:
        if job is self._job:
            self._job = None
            self.changed.emit()
            self.failed.emit(plain(error))


def _tuple(view: Any) -> Tuple[float, ...]:
    return tuple(float(side) for side in view)


class WandTool(LabelTool):
    """A click grows a region, the wheel changes the tolerance, Enter or another click labels, Esc drops."""

    chosen = pyqtSignal(bool)  # whether the tool is in the user's hand

    def __init__(self, canvas: QgsMapCanvas, store: LabelStore, scene: ChosenScene) -> None:
        super().__init__(canvas, store)
        self._turned = 0  # of the wheel, less than a notch
        self.regions = GrownRegions(scene, canvas, self)
        self._band = QgsRubberBand(canvas, GEOMETRY_POLYGON)
        self._band.setWidth(BAND_PX)
        self._band.setSecondaryStrokeColor(QColor("white"))
        self.regions.changed.connect(self._paint)
        self.regions.failed.connect(self._tell)
        store.current_changed.connect(self._paint)
        store.classes_changed.connect(self._paint)
        scene.changed.connect(self.regions.drop)

    def activate(self) -> None:
        """Listen to the wheel, too."""
        super().activate()
        self._canvas.viewport().installEventFilter(self)
        self.chosen.emit(True)

    def deactivate(self) -> None:
        """Leave nothing on the canvas."""
        if not sip.isdeleted(self._canvas):
            self._canvas.viewport().removeEventFilter(self)
            self.regions.drop()
        self.chosen.emit(False)
        super().deactivate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel changes the tolerance while there is a region; otherwise it zooms as usual."""
        if event.type() == QEvent.Type.Wheel and len(self.regions):
            self._turn(event)
            return True
        return super().eventFilter(watched, event)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Grow, or label what has grown."""
        if len(self.regions):
            self.accept()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._grow(self.toMapCoordinates(event.pos()))

    def accept(self) -> None:
        """Label the region."""
        crs, shape = self.regions.crs, self.regions.geometry()
        if crs is not None and self._try(lambda: self._store.add_shape(shape, crs)):
            self.regions.drop()

    def _grow(self, place: QgsPointXY) -> None:
        if self._store.current() is None:
            self._tell(tr("Add a class first, then click on the map."))
            return
        self._turned = 0
        self.regions.ask(place, self._crs())

    def _turn(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self.regions.step(steps)
        event.accept()

    def _edits(self, event: QKeyEvent) -> bool:
        ours = (*CLOSE_KEYS, *LARGER, *SMALLER, Qt.Key.Key_Escape)
        return event.key() in ours and bool(len(self.regions) or self.regions.is_waiting)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """A plus needs Shift on many keyboards."""
        return super()._is_ours(event) or (event.key() in LARGER and self._edits(event))

    def _edit(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.regions.drop()
        elif event.key() in CLOSE_KEYS:
            if len(self.regions):
                self.accept()
        else:
            self.regions.step(1 if event.key() in LARGER else -1)

    def _step(self, forward: bool) -> None:
        """Undo drops the region while there is one."""
        if len(self.regions) and not forward:
            self.regions.drop()
        else:
            super()._step(forward)

    def _tell(self, text: str) -> None:
        self.tag.say(text)
        self._store.failed.emit(text)

    def _paint(self, *_: Any) -> None:
        colour = self._colour()
        self._band.setStrokeColor(colour)
        colour.setAlpha(FILL_ALPHA)
        self._band.setFillColor(colour)
        self._band.reset(GEOMETRY_POLYGON)
        self.setCursor(Qt.CursorShape.BusyCursor if self.regions.is_waiting else Qt.CursorShape.CrossCursor)
        if self.regions.is_waiting:
            self.tag.say(tr("Looking for like pixels…"))
        elif len(self.regions):
            self._band.setToGeometry(self._on_canvas(self.regions.geometry()), None)
            found = self.regions
            shown = {"pixels": found.pixels, "step": found.index + 1, "steps": len(found)}
            self.tag.say(tr("{pixels:,} pixels, tolerance {step} of {steps}: wheel, then Enter", **shown))

    def _on_canvas(self, shape: QgsGeometry) -> QgsGeometry:
        try:
            shape.transform(QgsCoordinateTransform(self.regions.crs, self._crs(), QgsProject.instance()))
        except QgsCsException:
            return QgsGeometry()
        return shape
