"""The live preview: watches labels, view and scene, asks the engine, and shows the newest answer only.

No widgets: what is to be said comes as signals. First a coarse map, then one as fine as the canvas; any change
cancels what runs. Keeps no file longer than it is shown.
"""

import math
import time
from functools import partial
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapSettings, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ... import settings
from ...engine.engine_words import stage
from ...engine.task import EngineJob
from ...i18n import number, tr
from ...layers import raster_layers, results
from ...layers.legend import GROUP
from ...protocol import PreviewRequest
from ..layer.scene import ChosenScene
from .preview_files import PreviewFiles
from .preview_layer import PreviewLayer

DEBOUNCE_MS = 120  # of a drag or a burst of clicks, the first change and the last are asked for
COARSE_PX = 60_000  # a first map of so many pixels comes within half a second on two cores
TELL_AFTER_S = 0.7  # a preview that is done sooner needs no word of progress
MOST_PX = 1_200_000  # of the scene: the engine previews the middle of a larger view
HATCH = "#202020"
EDGE = 1e-6  # of a pixel: rounding is no reason for another step

Extent = Tuple[float, ...]


class CanvasView(NamedTuple):
    """What the canvas shows of the scene, in the scene's CRS, and how finely."""

    extent: Extent
    steps: Tuple[int, ...]  # every n-th pixel, coarse first


class PreviewController(QObject):
    """Keeps the preview up to date while it is live."""

    waiting = pyqtSignal(str)  # why there is no preview; "" while there is one
    progressed = pyqtSignal(str)  # what the engine does, if it takes long; "" at the end
    validated = pyqtSignal(dict)  # the engine's answer: accuracy, advice, warnings
    failed = pyqtSignal(object, object, str)  # error, hint, log
    live_changed = pyqtSignal(bool)
    labels_missing = pyqtSignal(bool)  # whether labels are all that is missing

    def __init__(self, scene: ChosenScene, store: Any, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.latencies: List[Tuple[float, float]] = []  # seconds from a change to the coarse and the fine map
        self.live = True
        self._scene, self._store, self._canvas = scene, store, canvas
        self._kind, self._held = "map", ""
        self._shown = PreviewLayer(self)
        self._answer: Dict[str, Any] = {}  # the one that is shown
        self._job: Optional[EngineJob] = None
        self._steps: List[int] = []  # still to be asked for
        self._since: Optional[float] = None  # of the first change that is not yet shown
        self._coarse_s = 0.0
        self.files = PreviewFiles(store)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._touched = 0.0  # when anything changed last
        self._shown.removed.connect(lambda: self.set_live(False))
        store.changed.connect(self._labels_changed)
        canvas.extentsChanged.connect(self._view_changed)
        scene.changed.connect(self.touch)

    def set_live(self, live: bool) -> None:
        """Whether the preview follows every change; off also takes the layer away."""
        if live == self.live:
            return
        self.live = live
        self.live_changed.emit(live)
        if live:
            self.touch()
        else:
            self._stop()
            self.waiting.emit("")

    def hold(self, why: str) -> None:
        """Ask nothing while the engine is wanted for something else, and say `why`; "" resumes."""
        if why != self._held:
            self._held = why
            self.touch()

    def show_kind(self, kind: str) -> None:
        """Show the "map" or the "confidence" of the answer at hand."""
        self._kind = kind
        if self._answer:
            self._show(self._answer)

    def set_opacity(self, opacity: float) -> None:
        """0 to 1."""
        self._shown.set_opacity(opacity)

    def touch(self) -> None:
        """Something has changed that the map depends on."""
        if self.live:
            now, before = time.monotonic(), self._touched
            self._since, self._touched = self._since or now, now
            self._timer.start(DEBOUNCE_MS if now - before < DEBOUNCE_MS / 1000 else 0)

    def obstacle(self) -> str:
        """What keeps the preview from being made, for the user; "" if nothing does."""
        if self._scene.layer is None:
            return tr("Choose a layer above.")
        if not self._scene.is_ready:
            return tr("The layer is not ready yet: see above.")
        model = self._scene.map_model
        if model:
            return tr("{model} needs no labels: map the scene below.", model=model.name)
        if not self._store.is_ready():
            if self._store.level() == GROUP:
                return tr("Label classes of two groups to see the map.")
            return tr("Label two classes to see the map.")
        return ""

    def view(self) -> Optional[CanvasView]:
        """What the canvas shows of the scene; None if nothing."""
        layer = self._scene.layer
        return None if layer is None else view_of(layer, self._canvas.mapSettings(), self._scene.pixel_scale)

    def request(self, view: CanvasView, step: int, places: int = 0) -> PreviewRequest:
        """The question to the engine, with scene and labels as they are now.

        Raises:
            layers.LayerError: the layer or the labels cannot be read.
        """
        return PreviewRequest(
            self._scene.spec(), settings.compute(), **self.files.request_fields(),
            extent=view.extent, step=step, places=places,
        )  # fmt: skip

    def tear_down(self) -> None:
        """End all that runs and leave nothing behind."""
        self.live = False
        self._stop()
        self._shown.tear_down()
        self._store.changed.disconnect(self._labels_changed)
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._scene.changed.disconnect(self.touch)

    def _labels_changed(self) -> None:
        self.files.forget_labels()
        self.touch()

    def _view_changed(self) -> None:
        if self._scene.is_ready:
            self.touch()

    def _begin(self) -> None:
        self._drop_job()
        if self._held:
            self._since = None
            self.waiting.emit(self._held)
            return
        obstacle = self.obstacle()
        self.labels_missing.emit(self._needs_labels())
        view = None if obstacle else self.view()
        if obstacle or view is None:
            self._since = None
            self._forget_answer()
            self.waiting.emit(obstacle or tr("The view does not show the scene: zoom to its layer."))
            return
        self.waiting.emit("")
        self._steps = list(view.steps)
        self._next(view)

    def _next(self, view: CanvasView) -> None:
        if self._steps:
            self._ask(view, self._steps.pop(0))

    def _ask(self, view: CanvasView, step: int) -> None:
        try:
            request = self.request(view, step)
        except raster_layers.LayerError as error:
            self._since = None
            self.failed.emit(error.error, error.hint, "")
            return
        self._job = job = EngineJob(request, self)
        started = time.monotonic()
        job.progressed.connect(lambda done, total, note: self._tell(job, started, done, total, note))
        job.finished.connect(lambda answer: self._finished(job, view, answer))
        job.failed.connect(lambda *failure: self._failed(job, failure))
        job.ended.connect(lambda: self._ended(job))
        job.start()

    def _tell(self, job: EngineJob, started: float, done: int, total: int, note: str) -> None:
        if job is self._job and time.monotonic() - started > TELL_AFTER_S:
            self.progressed.emit(f"{stage(note)} {number(done / total, '.0%')}" if total else stage(note))

    def _finished(self, job: EngineJob, view: CanvasView, answer: Dict[str, Any]) -> None:
        if job is not self._job or self._scene.layer is None:
            self.files.discard(answer)
            return
        self._job = None
        self._show(answer)
        self._clock()
        self.progressed.emit("")
        self.validated.emit(answer)
        self._next(view)

    def _clock(self) -> None:
        if self._since is None:
            return
        passed = time.monotonic() - self._since
        if self._steps:
            self._coarse_s = self._coarse_s or passed
        else:
            self.latencies.append((self._coarse_s or passed, passed))
            self._since, self._coarse_s = None, 0.0

    def _show(self, answer: Dict[str, Any]) -> None:
        outputs, classes = answer["outputs"], answer["classes"] if self._kind == "map" else None
        path = outputs[self._kind]
        if classes is not None and "hatched" in outputs:
            path = outputs["hatched"]
            classes = [*classes, {"value": answer["hatch"], "name": tr("unlike all labels"), "colour": HATCH}]
        confident = results.style_confidence
        style = confident if classes is None else partial(results.style_classes, classes=classes)
        self._shown.show(Path(path), style, self._scene.layer, self._store.layers())
        if answer is not self._answer:
            self.files.discard(self._answer)
            self._answer = answer
        self._empty_trash()

    def _failed(self, job: EngineJob, failure: Tuple[str, str, str]) -> None:
        if job is self._job:
            self._job, self._since = None, None
            self.progressed.emit("")
            self.failed.emit(*failure)

    def _ended(self, job: EngineJob) -> None:
        self._empty_trash()
        job.deleteLater()

    def _drop_job(self) -> None:
        job, self._job = self._job, None
        self._steps = []
        if job:
            job.cancel()
            self.progressed.emit("")

    def _needs_labels(self) -> bool:
        return self._scene.is_ready and not self._scene.map_model and not self._store.is_ready()

    def _stop(self) -> None:
        self._timer.stop()
        self.labels_missing.emit(False)
        self._since = None
        self._drop_job()
        self.files.forget_labels()
        self._forget_answer()

    def _forget_answer(self) -> None:
        self._shown.remove()
        self.files.discard(self._answer)
        self._answer = {}
        self._empty_trash()

    def _empty_trash(self) -> None:
        if self._job is None:  # one that runs may still read the labels of before
            self.files.empty_trash()


def view_of(layer: QgsRasterLayer, canvas: QgsMapSettings, pixel_scale: float = 1.0) -> Optional[CanvasView]:
    """What a canvas shows of `layer`; None if nothing. `pixel_scale`: see `ChosenScene`.

    Never finer than the canvas; a coarse step first where the fine map has more than `COARSE_PX` pixels.
    """
    try:
        bounds = raster_layers.extent_for(canvas.extent(), canvas.destinationCrs(), layer)
    except raster_layers.LayerError:
        return None
    window = QgsRectangle(*bounds)
    columns = window.width() / layer.rasterUnitsPerPixelX() / pixel_scale
    rows = window.height() / layer.rasterUnitsPerPixelY() / pixel_scale
    back = QgsCoordinateTransform(layer.crs(), canvas.destinationCrs(), canvas.transformContext())
    try:
        columns_drawn = back.transformBoundingBox(window).width() / canvas.mapUnitsPerPixel()
    except QgsCsException:
        columns_drawn = canvas.outputSize().width()
    fine = max(1, int(columns / max(columns_drawn, 1.0) + EDGE))
    pixels = min(columns * rows, MOST_PX)
    coarse = math.ceil(math.sqrt(pixels / COARSE_PX) - EDGE)
    return CanvasView(bounds, (coarse, fine) if coarse > fine else (fine,))
