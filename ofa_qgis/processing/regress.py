"""ofa:regress: values of a whole scene from points at which they were measured."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)

from ..compat import TYPE_VECTOR_ANY
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..messages import encode
from ..protocol import RegressRequest
from .base import OfaAlgorithm
from .features import ask_with, features_of, file_of
from .values import absolute, destination, same_file

LABELS, FIELD, OUTPUT, INTERVAL, APPLICABILITY, REPORT, RECIPE = (
    "LABELS", "FIELD", "OUTPUT", "INTERVAL", "APPLICABILITY", "REPORT", "RECIPE",
)  # fmt: skip
SCORES = {"R2": "r2", "RMSE": "rmse", "BIAS": "bias"}


class Regress(OfaAlgorithm):
    """See `resources/help/regress.md`."""

    NAME = "regress"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Map values from points")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("A number measured at some points becomes a map of the scene, with an interval for each pixel.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Scene, points, and the results."""
        self.add_scene()
        points = QgsProcessingParameterFeatureSource(LABELS, tr("Points"), [TYPE_VECTOR_ANY])
        self.add(
            points, tr("Points, lines or polygons with a number; fifty points all over the scene are a good start.")
        )
        field = QgsProcessingParameterField(FIELD, tr("Field with the number"), None, LABELS, 0)
        self.add(field, tr("Such as height, biomass or cover."))
        self.add_extent()
        self.add_answers()
        self.add_compute()
        self.add(QgsProcessingParameterRasterDestination(OUTPUT, tr("Map")), tr("A GeoTIFF, such as map.tif."))
        interval = QgsProcessingParameterRasterDestination(
            INTERVAL, tr("Interval"), optional=True, createByDefault=False
        )
        self.add(interval, tr("A GeoTIFF with the ends of the interval that holds 90 % of the values, as two bands."))
        unlike = QgsProcessingParameterRasterDestination(
            APPLICABILITY, tr("Unlike all labels"), optional=True, createByDefault=False
        )
        self.add(unlike, tr("How unlike each pixel is to everything that was labelled: above 1 the map is a guess."))
        report = QgsProcessingParameterFolderDestination(REPORT, tr("Report"), optional=True, createByDefault=False)
        self.add(report, tr("A folder for page, picture and JSON."))
        self.addOutput(QgsProcessingOutputNumber("R2", tr("R² of held-out points")))
        self.addOutput(QgsProcessingOutputNumber("RMSE", tr("Root of the mean squared error")))
        self.addOutput(QgsProcessingOutputNumber("BIAS", tr("Mean error")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The map is not the scene."""
        super().check(parameters, context)
        path = destination(parameters.get(OUTPUT))
        if path is not None and same_file(path, self.layer(parameters, context)):
            raise raster_layers.LayerError(tr("the output {path} is an input", path=path), tr("choose another name"))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Scene and points as plain values."""
        self.check(parameters, context)
        field = self.parameterAsString(parameters, FIELD, context)
        points = features_of(self, parameters, LABELS, context)
        self._points = file_of(LABELS, points, [field], lambda source, path: labels_file.numbers(source, field, path))
        self._fields: Dict[str, Any] = {
            "scene": self.scene(parameters, context),
            "compute": self.compute(parameters, context),
            "layer": self._points.layer,
            "field": labels_file.number_field(field) if self._points.is_copy else field,
            "extent": self.extent(parameters, context),
        }

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how good the map is."""
        paths = {name: self.output(parameters, name, context) for name in (OUTPUT, INTERVAL, APPLICABILITY)}
        if parameters.get(REPORT):
            paths[REPORT] = absolute(self.parameterAsFile(parameters, REPORT, context))
        self._points.keep_beside(Path(str(paths[OUTPUT])), "labels", paths.values())
        request = RegressRequest(
            **self._fields, labels=str(self._points.path), out=str(paths[OUTPUT]), interval=paths[INTERVAL],
            applicability=paths[APPLICABILITY], report=paths.get(REPORT), overwrite=True,  # QGIS has asked
        )  # fmt: skip
        answer = ask_with(request, feedback, self._points)
        if answer is None:
            return {}
        found = {name: answer["report"][key] for name, key in SCORES.items()}
        told = tr("R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:.2g}", **{key: found[name] for name, key in SCORES.items()})
        feedback.pushInfo(told)
        return {**{name: path for name, path in paths.items() if path}, **found, RECIPE: encode(request)}
