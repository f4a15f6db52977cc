"""ofa:count: objects of one kind, found and counted from some that are outlined."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)

from ..compat import NUMBER_DOUBLE, TYPE_VECTOR_ANY, TYPE_VECTOR_POLYGON
from ..engine.engine_words import phrase
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..messages import encode
from ..protocol import CountRequest
from ..request_fields import choices_of
from .base import OfaAlgorithm
from .features import FeaturesFile, ask_with, features_of, file_of
from .styles import style_when_loaded
from .values import destination, same_file

EXAMPLES, AREA, SIZE, SHAPE, MIN_SCORE, OUTPUT, DENSITY, FOUND, RECIPE = (
    "EXAMPLES", "AREA", "SIZE", "SHAPE", "MIN_SCORE", "OUTPUT", "DENSITY", "FOUND", "RECIPE",
)  # fmt: skip
NUMBERS = {
    "ESTIMATE": ("estimate", "value"), "LOW": ("estimate", "low"), "HIGH": ("estimate", "high"), "F1": ("skill", "f1"),
}  # fmt: skip
"""Output -> where the report has it."""


class Count(OfaAlgorithm):
    """See `resources/help/count.md`."""

    NAME = "count"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Count objects")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Trees, boats, tanks: from ten that are outlined to all in the scene, with a score and a range.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The scene, the outlined objects with their area, and the results."""
        self.add_scene()
        examples = QgsProcessingParameterFeatureSource(EXAMPLES, tr("Outlined objects"), [TYPE_VECTOR_ANY])
        self.add(examples, tr("Polygons around some objects of one kind, ten are a good start; or points with a size."))
        area = QgsProcessingParameterFeatureSource(
            AREA, tr("Fully outlined area"), [TYPE_VECTOR_POLYGON], optional=True
        )
        self.add(area, tr("A polygon in which each object is outlined. Empty: the box around the outlined objects."))
        size = QgsProcessingParameterNumber(SIZE, tr("Diameter in metres"), NUMBER_DOUBLE, CountRequest.size, False, 0)
        self.add(size, tr("How large an object is, where the objects are points; 0: they are outlines."))
        self.add_extent()
        tip = tr("What is written: a box around each object, or a point in its middle.")
        self.add_choice(SHAPE, tr("Objects as"), choices_of(CountRequest, "shape"), CountRequest.shape, tip)
        score = QgsProcessingParameterNumber(MIN_SCORE, tr("Lowest score"), NUMBER_DOUBLE, None, True, 0, 1)
        self.advanced(
            score, tr("The score, 0 to 1, from which on there is an object. Empty: as held-out objects tell.")
        )
        self.add_answers()
        self.add_compute(but=("model", "precision"))
        objects = QgsProcessingParameterVectorDestination(OUTPUT, tr("Objects"))
        self.add(objects, tr("A file such as objects.gpkg, .geojson or .shp, with a score for each object."))
        density = QgsProcessingParameterRasterDestination(DENSITY, tr("Density"), optional=True, createByDefault=False)
        self.add(density, tr("A GeoTIFF with objects per hectare."))
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of objects")))
        self.addOutput(QgsProcessingOutputNumber("ESTIMATE", tr("Estimated number")))
        self.addOutput(QgsProcessingOutputNumber("LOW", tr("Lower end of its range")))
        self.addOutput(QgsProcessingOutputNumber("HIGH", tr("Upper end of its range")))
        self.addOutput(QgsProcessingOutputNumber("F1", tr("F1 of held-out objects")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The density is not the scene."""
        super().check(parameters, context)
        path = destination(parameters.get(DENSITY))
        if path is not None and same_file(path, self.layer(parameters, context)):
            raise raster_layers.LayerError(tr("the output {path} is an input", path=path), tr("choose another name"))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Scene, objects and area as plain values."""
        self.check(parameters, context)
        self._files = {name: self._file(parameters, name, context) for name in (EXAMPLES, AREA) if parameters.get(name)}
        score = parameters.get(MIN_SCORE) is not None
        self._request = CountRequest(
            self.scene(parameters, context),
            device=self.compute(parameters, context).device,
            layer=self._files[EXAMPLES].layer,
            size=self.parameterAsDouble(parameters, SIZE, context),
            shape=self.parameterAsEnumString(parameters, SHAPE, context) or CountRequest.shape,
            min_score=self.parameterAsDouble(parameters, MIN_SCORE, context) if score else None,
            extent=self.extent(parameters, context),
            overwrite=True,  # QGIS has asked
        )

    def _file(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> FeaturesFile:
        """The shapes of a parameter as a file. That of the area holds no others: a request names no layer of it."""
        shapes = features_of(self, parameters, name, context)
        if name == AREA and (labels_file.plain_file(shapes.layer) or ("", None))[1]:
            shapes = shapes._replace(is_whole=False)
        return file_of(name, shapes, (), lambda source, path: labels_file.texts(source, {}, path))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how many there are, and how sure that is."""
        self._paths = {name: self.output(parameters, name, context) for name in (OUTPUT, DENSITY)}
        for name, file in self._files.items():
            file.keep_beside(Path(str(self._paths[OUTPUT])), name.lower(), self._paths.values())
        request = replace(
            self._request, out=str(self._paths[OUTPUT]), density=self._paths[DENSITY],
            labels=str(self._files[EXAMPLES].path), area=str(self._files[AREA].path) if AREA in self._files else None,
        )  # fmt: skip
        answer = ask_with(request, feedback, *self._files.values())
        if answer is None:
            return {}
        report = answer["report"]
        feedback.pushInfo(phrase(report["summary"]))
        numbers = {name: report[part][key] for name, (part, key) in NUMBERS.items()}
        written = {name: path for name, path in self._paths.items() if path}
        return {**written, FOUND: answer["found"], **numbers, RECIPE: encode(request)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: results have the engine's styles."""
        style_when_loaded(context, {"polygons": self._paths[OUTPUT], "map": self._paths[DENSITY]})
        return {}
