"""Asks the engine for the regions of like pixels around a place, and holds the answer. Draws nothing.

The answer has a region for each of some tolerances, so that another tolerance asks nothing new.
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
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ... import settings
from ...engine.engine_words import plain
from ...engine.task import EngineJob
from ...i18n import tr
from ...layers import raster_layers
from ...protocol import GrowRequest
from ..layer.scene import ChosenScene


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
