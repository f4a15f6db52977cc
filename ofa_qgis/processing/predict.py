"""ofa:predict: a model that was trained, or learnt from labels, maps a scene."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from .. import models
from ..compat import FILE_FOLDER
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import PredictRequest
from .base import ask_engine
from .maps import APPLICABILITY, CONFIDENCE, MAPS, OUTPUT, POLYGONS, MapAlgorithm
from .spec_parameters import choice_of

MODEL, MODEL_FOLDER, RECIPE = "MODEL", "MODEL_FOLDER", "RECIPE"


class Predict(MapAlgorithm):
    """See `resources/help/predict.md`."""

    NAME = "predict"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Map a scene with a trained model")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("A model that has learnt from labelled scenes maps another one; no labels are needed.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The same words, order and defaults as the dock."""
        self.add_scene()
        known = [model.name for model in models.on_disk() if model.maps]
        self.add(choice_of(MODEL, tr("Model"), known, known[0] if known else None), tr("One of those trained here."))
        folder = QgsProcessingParameterFile(MODEL_FOLDER, tr("or a model folder"), FILE_FOLDER, optional=True)
        self.add(folder, tr("Where the model is not in the list; goes before it. The path of a zip will do, too."))
        self.add_extent()
        self.add_answers()
        self.add_compute(but=("model",))
        self.add_maps()
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """A model that maps by itself, and outputs that are no inputs."""
        super().check(parameters, context)
        self._model(parameters, context)
        self.check_maps(parameters, (self.layer(parameters, context),))

    def _model(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> models.Model:
        folder = self.parameterAsFile(parameters, MODEL_FOLDER, context)
        if folder:
            place = Path(folder).absolute()
            model: Optional[models.Model] = models.Model(str(place), place, models.read_card(place))
        else:
            name = self.parameterAsEnumString(parameters, MODEL, context)
            model = next((known for known in models.on_disk() if known.name == name), None)
        if model is None or not model.maps:
            found = tr("found {name}", name=model.name) if model else tr("found none")
            raise raster_layers.LayerError(
                tr("expected a model that was trained to map pixels; {found}", found=found),
                tr("train one with ofa:finetune, or choose its folder"),
            )
        return model

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The scene as plain values."""
        self.check(parameters, context)
        self._model_used = self._model(parameters, context)
        compute = replace(self.compute(parameters, context), model=self._model_used.name)
        self._specs, self._extent = (self.scene(parameters, context), compute), self.extent(parameters, context)

    def kind(self) -> str:
        """Classes, or numbers."""
        return "values" if self._model_used.is_regression else "map"

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine."""
        # a number has neither a class's confidence nor its polygons
        paths = self.maps(parameters, context, (OUTPUT,) if self._model_used.is_regression else MAPS)
        request = PredictRequest(
            *self._specs, out=str(paths[OUTPUT]), confidence=paths.get(CONFIDENCE),
            applicability=paths.get(APPLICABILITY), vector=paths.get(POLYGONS),
            extent=self._extent, overwrite=True,  # QGIS has asked
        )  # fmt: skip
        if ask_engine(request, feedback) is None:
            return {}
        return {**{name: path for name, path in paths.items() if path}, RECIPE: encode(request)}
