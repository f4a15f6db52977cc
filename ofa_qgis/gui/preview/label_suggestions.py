"""Where should I label next? Asks the engine for the least certain places of the view. No widgets."""

from typing import Any, Dict, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.task import EngineJob
from ...layers import raster_layers
from .live_preview import PreviewController

PLACES = 6  # as many as a person labels in one go


class SuggestionFinder(QObject):
    """One question at a time; a change of labels takes it back."""

    found = pyqtSignal(list)  # of (x, y, confidence), in the scene's CRS, the least certain first
    ended = pyqtSignal()
    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, preview: PreviewController, store: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._preview, self._store = preview, store
        self._job: Optional[EngineJob] = None
        store.changed.connect(self.cancel)

    def ask(self) -> None:
        """Ask about what the canvas shows; the answer comes as `found`."""
        self.cancel()
        view = self._preview.view()
        if view is None or self._preview.obstacle():
            self.ended.emit()
            return
        try:
            request = self._preview.request(view, view.steps[0], PLACES)  # a coarse look finds the same places
        except raster_layers.LayerError as error:
            self.failed.emit(error.error, error.hint, "")
            self.ended.emit()
            return
        self._job = job = EngineJob(request, self)
        job.finished.connect(lambda answer: self._answer(job, answer))
        job.failed.connect(self.failed)
        job.ended.connect(lambda: self._ended(job))
        job.start()

    def cancel(self) -> None:
        """Take the question back."""
        job, self._job = self._job, None
        if job:
            job.cancel()
            self.ended.emit()

    def tear_down(self) -> None:
        """End all that runs."""
        self.cancel()
        self._store.changed.disconnect(self.cancel)

    def _answer(self, job: EngineJob, answer: Dict[str, Any]) -> None:
        self._preview.files.discard(answer)
        if job is self._job:
            self.found.emit([tuple(place) for place in answer.get("places") or ()])

    def _ended(self, job: EngineJob) -> None:
        job.deleteLater()
        if job is self._job:
            self._job = None
            self.ended.emit()
