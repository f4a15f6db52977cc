"""Has the engine look at the view ahead of previews and regions: while the user still makes classes, it has time.

Draws nothing, and tells nothing: what keeps the engine from looking is told by whoever asks for a result. Cancels
nothing: a preparation makes way by itself for whatever is asked next.
"""

from typing import Optional, Set

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from ... import settings
from ...engine.task import EngineJob
from ...layers import raster_layers
from ...protocol import PrepareRequest
from ..layer.scene import ChosenScene
from .live_preview import DEBOUNCE_MS, view_of


class Preparation(QObject):
    """Keeps the view prepared as long as somebody wants it."""

    def __init__(self, scene: ChosenScene, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._scene, self._canvas = scene, canvas
        self._wanted_by: Set[str] = set()
        self._job: Optional[EngineJob] = None
        self._done: Optional[PrepareRequest] = None  # the last view that was prepared
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._begin)
        scene.changed.connect(self._soon)
        canvas.extentsChanged.connect(self._soon)

    @property
    def is_running(self) -> bool:
        """Whether the engine is asked."""
        return self._job is not None

    def want(self, who: str, wanted: bool) -> None:
        """Say who needs the view prepared, or no longer does."""
        if wanted:
            self._wanted_by.add(who)
            self._soon()
        else:
            self._wanted_by.discard(who)

    def tear_down(self) -> None:
        """Ask nothing any more."""
        self._wanted_by.clear()
        self._timer.stop()
        self._job = None
        self._scene.changed.disconnect(self._soon)
        self._canvas.extentsChanged.disconnect(self._soon)

    def _soon(self) -> None:
        if self._wanted_by:
            self._timer.start()

    def _begin(self) -> None:
        request = self._request() if self._wanted_by else None
        if request is None or request == self._done or (self._job and self._job.request == request):
            return
        self._job = job = EngineJob(request, self)
        job.finished.connect(lambda _answer: self._finished(job, request))
        job.cancelled.connect(lambda: self._ended(job, again=True))
        job.failed.connect(lambda *_failure: self._ended(job, again=False))
        job.ended.connect(job.deleteLater)
        job.start()

    def _request(self) -> Optional[PrepareRequest]:
        """What to ask; None while there is nothing to look at, or nothing that labels would be needed for."""
        scene = self._scene
        if not scene.is_ready or scene.map_model:
            return None
        view = view_of(scene.layer, self._canvas.mapSettings(), scene.pixel_scale)
        if view is None:
            return None
        try:
            spec = scene.spec()
        except raster_layers.LayerError:
            return None
        return PrepareRequest(spec, settings.compute(), extent=view.extent, step=view.steps[0])

    def _finished(self, job: EngineJob, request: PrepareRequest) -> None:
        if job is self._job:
            self._done = request
        self._ended(job, again=False)

    def _ended(self, job: EngineJob, again: bool) -> None:
        if job is self._job:
            self._job = None
            if again:  # it made way for something else
                self._soon()
