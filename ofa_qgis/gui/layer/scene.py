"""The scene that the dock works on: a raster layer, what the engine found in it, and what the user answered.

Makes layer and answers the scene that every request holds. No widgets. Knows nothing of labels.
"""

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.task import EngineJob
from ...layers import raster_layers
from ...models import Model
from ...protocol import InspectRequest, SceneSpec

LAYER_SIGNALS = ("dataSourceChanged", "rendererChanged", "crsChanged")


class ChosenScene(QObject):
    """What is chosen and known. `changed` is emitted whenever a request would differ or more is known."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.layer: Any = None  # a QgsRasterLayer while one is chosen
        self.source: Optional[SceneSpec] = None
        self.facts: Optional[Dict[str, Any]] = None  # what inspect answered
        self.error: Optional[raster_layers.LayerError] = None  # why the layer cannot be used
        self.last_facts: Dict[str, Any] = {}  # of this layer, also when the user's answers contradict the file
        self.failure: Optional[Tuple[str, str, str]] = None  # why the engine could not read it: error, hint, log
        self.model: Optional[Model] = None  # the one chosen, once the engine has said which there are
        self._job: Optional[EngineJob] = None
        self._asked = ""  # what `_job` is about
        self._answers: Dict[str, Dict[str, Any]] = {}

    @property
    def is_ready(self) -> bool:
        """Whether a job can run: the scene is readable and nothing must be asked."""
        return bool(self.layer and self.source and self.facts and not self.questions)

    @property
    def map_model(self) -> Optional[Model]:
        """The chosen model if it was trained to map, so that no labels are needed."""
        return self.model if self.model is not None and self.model.maps else None

    @property
    def layer_bands(self) -> Sequence[Mapping[str, Any]]:
        """What `inspect` said of the layer's own bands; nothing where its file stands for a product of other bands."""
        facts = self.facts or {}
        bands, unused = facts.get("bands") or (), facts.get("unused") or ()
        whole = self.layer is not None and len(bands) + len(unused) == self.layer.bandCount()
        return bands if whole else ()

    @property
    def questions(self) -> int:
        """How many things the user must still say."""
        return len((self.facts or {}).get("questions") or ())

    @property
    def asked_about(self) -> List[str]:
        """What the questions are about: sensor, bands, units, nodata."""
        return [str(question["about"]) for question in (self.facts or {}).get("questions") or ()]

    @property
    def is_answered(self) -> bool:
        """Whether the user has said anything of the layer."""
        return self.layer is not None and any(raster_layers.choices(self.layer).values())

    @property
    def fill(self) -> List[Dict[str, Any]]:
        """The fill that the user calls nodata: a pixel is fill where all "bands" of one lie from "low" to "high"."""
        found = (self.facts or {}).get("fill")
        counts = found and self.layer is not None and raster_layers.choices(self.layer)["fill"] == "nodata"
        return list(found.get("parts") or ()) if found and counts else []

    @property
    def is_reading(self) -> bool:
        """Whether the engine is looking at the layer."""
        return self._job is not None

    def set_layer(self, layer: Optional[QgsRasterLayer]) -> None:
        """Choose a layer, or none."""
        if layer is self.layer:
            return
        self._let_go()
        self.layer = layer
        if layer is not None:
            layer.willBeDeleted.connect(self._layer_gone)
            for name in LAYER_SIGNALS:
                getattr(layer, name).connect(self.refresh)
        self._asked = ""
        self.refresh()

    def set_model(self, model: Optional[Model]) -> None:
        """Choose what looks at the scene."""
        if model == self.model:
            return
        self.model = model
        self.changed.emit()

    def refresh(self) -> None:
        """Look again at the layer, its settings and the user's answers."""
        before = (self.source, self.error and str(self.error))
        self._read_layer()
        asked = repr(self.spec()) if self.source else ""
        if asked and asked == self._asked and before == (self.source, None) and (self.facts or self._job):
            return
        self._drop_job()
        self._asked, self.failure = asked, None
        self.facts = self._answers.get(asked)
        self.last_facts = self.facts or self.last_facts
        if asked and self.facts is None:
            self._inspect()
        self.changed.emit()

    def retry(self) -> None:
        """Ask the engine again, after it was set up or has failed."""
        self._asked = ""
        self.refresh()

    def answer(self, **said: Any) -> None:
        """Keep what the user says of the layer, beside what was said before: ``answer(fill="nodata")``."""
        if self.layer is not None:
            raster_layers.remember(self.layer, **{**raster_layers.choices(self.layer), **said})
            self.refresh()

    def spec(self) -> SceneSpec:
        """The scene as the layer is now, with the user's answers."""
        return raster_layers.answered(self.layer)

    def tear_down(self) -> None:
        """Let go of layer and engine."""
        self._let_go()

    def _read_layer(self) -> None:
        self.source, self.error = None, None
        if self.layer is None:
            return
        try:
            self.source = raster_layers.scene_of(self.layer)
        except raster_layers.LayerError as error:
            self.error = error

    def _inspect(self) -> None:
        self._job = job = EngineJob(InspectRequest(self.spec(), title=self.layer.name()), self)
        job.finished.connect(lambda facts: self._answered(job, facts))
        job.failed.connect(lambda *failure: self._failed(job, failure))
        job.ended.connect(job.deleteLater)
        job.start()

    def _answered(self, job: EngineJob, facts: Dict[str, Any]) -> None:
        if job is not self._job:
            return
        self._job, self.facts = None, facts
        self._answers[self._asked] = self.last_facts = facts
        self.changed.emit()

    def _failed(self, job: EngineJob, failure: Tuple[str, str, str]) -> None:
        if job is self._job:
            self._job, self.failure = None, failure
            self.changed.emit()

    def _drop_job(self) -> None:
        job, self._job = self._job, None
        if job:
            job.cancel()

    def _layer_gone(self) -> None:
        self.layer = None  # nothing of it can be touched any more, not even its connections
        self._let_go()
        self.refresh()

    def _let_go(self) -> None:
        self._drop_job()
        if self.layer is not None:
            self.layer.willBeDeleted.disconnect(self._layer_gone)
            for name in LAYER_SIGNALS:
                getattr(self.layer, name).disconnect(self.refresh)
        self.layer, self.source, self.facts, self.error, self.failure = None, None, None, None, None
        self.last_facts = {}
