"""The scene that the dock works on: a raster layer, further sources of its place, what the engine found in them, and
what the user answered.

Makes layers and answers the scene that every request holds. No widgets. Knows nothing of labels.
"""

from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...layers import raster_layers
from ...models import Model
from ...protocol import InspectRequest, SceneSpec
from .inspections import Failure, Inspections

LAYER_SIGNALS = ("dataSourceChanged", "rendererChanged", "crsChanged")


class Source(NamedTuple):
    """A layer of the place and what is known of it alone."""

    layer: QgsRasterLayer
    facts: Optional[Dict[str, Any]]  # what inspect answered
    error: Optional[raster_layers.LayerError]  # why the layer cannot be used
    failure: Optional[Failure]  # why the engine could not read it

    @property
    def questions(self) -> int:
        """How many things the user must still say."""
        return len((self.facts or {}).get("questions") or ())

    @property
    def is_known(self) -> bool:
        """Whether nothing about it is open."""
        return self.facts is not None and not self.questions


class ChosenScene(QObject):
    """What is chosen and known. `changed` is emitted whenever a request would differ or more is known."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.layer: Any = None  # a QgsRasterLayer while one is chosen
        self.source: Optional[SceneSpec] = None
        self.facts: Optional[Dict[str, Any]] = None  # what inspect answered of the layer alone
        self.error: Optional[raster_layers.LayerError] = None  # why the layer cannot be used
        self.last_facts: Dict[str, Any] = {}  # of this layer, also when the user's answers contradict the file
        self.failure: Optional[Failure] = None  # why the engine could not read it: error, hint, log
        self.further: List[Source] = []  # of the same place, in the user's order
        self.place: Optional[Dict[str, Any]] = None  # what inspect answered of all of them together
        self.place_failure: Optional[Failure] = None  # why they cannot be used together
        self.model: Optional[Model] = None  # the one chosen, once the engine has said which there are
        self._asked: Tuple[str, ...] = ()
        self._heard: List[QgsRasterLayer] = []
        self._inspections = Inspections(self)
        self._inspections.answered.connect(self._look)
        for signal in (QgsProject.instance().layersAdded, QgsProject.instance().layersRemoved):
            signal.connect(self._layers_changed)

    @property
    def is_ready(self) -> bool:
        """Whether a job can run: the scene is readable, its sources fit together, and nothing must be asked."""
        together = not self.further or self.place is not None
        return bool(self.layer and self.source and self.facts and not self.questions and together)

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
        """How many things the user must still say of the layer."""
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
        """Whether the engine is looking at the layer, or at another source."""
        return self._inspections.is_asking

    @property
    def pixel_scale(self) -> float:
        """How many of the layer's pixels one of the map is wide: the grid of another source may be chosen."""
        own, of_place = (self.facts or {}).get("gsd_m"), (self.place or {}).get("gsd_m")
        return float(of_place) / float(own) if own and of_place else 1.0

    @property
    def sources(self) -> List[Source]:
        """The layer and what else is used of its place; nothing without a layer."""
        if self.layer is None:
            return []
        return [Source(self.layer, self.facts or self.last_facts, self.error, self.failure), *self.further]

    def set_layer(self, layer: Optional[QgsRasterLayer]) -> None:
        """Choose a layer, or none."""
        if layer is self.layer:
            return
        self._let_go()
        self.layer = layer
        if layer is not None:
            layer.willBeDeleted.connect(self._layer_gone)
        self._inspections.forget_failures()
        self._look(is_new=True)

    def set_model(self, model: Optional[Model]) -> None:
        """Choose what looks at the scene."""
        if model == self.model:
            return
        self.model = model
        self.changed.emit()

    def refresh(self) -> None:
        """Look again at the layers, their settings and the user's answers; what has failed is tried again."""
        self._inspections.forget_failures()
        self._look()

    def retry(self) -> None:
        """Ask the engine again, after it was set up or has failed."""
        self._inspections.forget_failures()
        self._look(is_new=True)

    def answer(self, **said: Any) -> None:
        """Keep what the user says of the layer, beside what was said before: ``answer(fill="nodata")``."""
        if self.layer is not None:
            raster_layers.remember(self.layer, **{**raster_layers.choices(self.layer), **said})
            self.refresh()

    def say_place(self, **said: Any) -> None:
        """Keep what the user says of the product and the place: ``say_place(mask="clouds", beside=[layer])``."""
        if self.layer is not None:
            kept = {**raster_layers.place_of(self.layer), "beside": raster_layers.further_layers(self.layer)}
            raster_layers.remember_place(self.layer, **{**kept, **said})
            self.refresh()

    def spec(self) -> SceneSpec:
        """The place as the layers are now, with the user's answers.

        Raises:
            LayerError: one of them cannot be used.
        """
        return raster_layers.answered(self.layer)

    def tear_down(self) -> None:
        """Let go of layers and engine."""
        for signal in (QgsProject.instance().layersAdded, QgsProject.instance().layersRemoved):
            signal.disconnect(self._layers_changed)
        self._let_go()

    def _look(self, is_new: bool = False) -> None:
        """Ask what is not known, take what is, and tell if anything has changed, or is new anyway."""
        before = self._state()
        self.source, self.error = None, None
        sources = self._read() if self.layer is not None else []
        self.facts, self.failure, self.further = None, None, sources[1:]
        if sources:
            _, self.facts, self.error, self.failure = sources[0]
            self.last_facts = self.facts or self.last_facts
        self._hear([each.layer for each in sources])
        if is_new or self._state() != before:
            self.changed.emit()

    def _read(self) -> List[Source]:
        """The layer and the further ones, as far as they are known; the engine is asked about the rest."""
        layers = [self.layer, *raster_layers.further_layers(self.layer)]
        requests: List[Any] = []
        for layer in layers:
            try:
                requests.append(InspectRequest(raster_layers.alone(layer), title=layer.name()))
            except raster_layers.LayerError as error:
                requests.append(error)
        asked = [each for each in requests if isinstance(each, InspectRequest)]
        if asked and asked[0] is requests[0]:
            self.source = raster_layers.scene_of(self.layer)
        found = [self._source(layer, requests[number]) for number, layer in enumerate(layers)]
        together = []
        if self.source and found[1:] and all(each.is_known for each in found):
            together = [InspectRequest(self.spec(), title=self.layer.name())]
        self._asked = tuple(map(repr, asked))
        self._inspections.want([*asked, *together])
        self.place = self._inspections.facts(together[0]) if together else None
        self.place_failure = self._inspections.failure(together[0]) if together else None
        return found

    def _source(self, layer: QgsRasterLayer, request: Any) -> Source:
        if isinstance(request, raster_layers.LayerError):
            return Source(layer, None, request, None)
        return Source(layer, self._inspections.facts(request), None, self._inspections.failure(request))

    def _state(self) -> Tuple[Any, ...]:
        """What `changed` tells of."""
        further = [(each.layer.id() if not sip.isdeleted(each.layer) else "", *each[1:]) for each in self.further]
        known = (self.facts, self.failure, further, self.place, self.place_failure)
        return (self.layer, self.source, self.error and str(self.error), self._asked, *known)

    def _hear(self, layers: Sequence[QgsRasterLayer]) -> None:
        """Hear of changes of these layers and of no others."""
        for layer in self._heard:
            if layer not in layers and not sip.isdeleted(layer):
                for name in LAYER_SIGNALS:
                    getattr(layer, name).disconnect(self.refresh)
        for layer in layers:
            if layer not in self._heard:
                for name in LAYER_SIGNALS:
                    getattr(layer, name).connect(self.refresh)
        self._heard = list(layers)

    def _layers_changed(self, _layers: Any) -> None:
        """A further source may have come or gone."""
        if self.layer is not None and not sip.isdeleted(self.layer):
            self._look()

    def _layer_gone(self) -> None:
        self._heard = [layer for layer in self._heard if layer is not self.layer]
        self.layer = None  # nothing of it can be touched any more, not even its connections
        self._let_go()
        self.changed.emit()

    def _let_go(self) -> None:
        self._inspections.want(())
        self._hear(())
        if self.layer is not None:
            self.layer.willBeDeleted.disconnect(self._layer_gone)
        self.layer, self.source, self.facts, self.error, self.failure = None, None, None, None, None
        self.further, self.place, self.place_failure, self._asked = [], None, None, ()
        self.last_facts = {}
