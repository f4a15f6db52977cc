"""ofa:sample: points drawn at random on a map, for a person to answer."""

from dataclasses import replace
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..compat import NUMBER_DOUBLE, NUMBER_INTEGER
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import SampleRequest
from .base import OfaAlgorithm, ask_engine
from .values import GEOPACKAGE, destination, parse_shares

OUTPUT, RECIPE, POINTS, ERROR, ANTICIPATED, SEED, DRAWN = (
    "OUTPUT", "RECIPE", "POINTS", "STANDARD_ERROR", "ANTICIPATED", "SEED", "DRAWN",
)  # fmt: skip
ERRORS = 0.001, 0.4  # the smallest and the largest that can be planned for


class Sample(OfaAlgorithm):
    """See `resources/help/sample.md`."""

    NAME = "sample"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Draw an accuracy sample")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Points at random within the classes of a map: answered, they tell its accuracy.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The map and how precise the figures are to be."""
        self.add_map()
        title, planned = tr("Standard error of overall accuracy"), SampleRequest.standard_error
        error = QgsProcessingParameterNumber(ERROR, title, NUMBER_DOUBLE, planned, False, *ERRORS)
        self.add(error, tr("What to plan for; the 95 % interval reaches twice as far to either side."))
        points = QgsProcessingParameterNumber(
            POINTS, tr("Number of points"), NUMBER_INTEGER, SampleRequest.points, False, 0
        )
        self.add(points, tr("0: as many as the standard error needs."))
        expected = QgsProcessingParameterString(
            ANTICIPATED, tr("Expected user's accuracies (water=0.9,forest=0.7 …)"), optional=True
        )
        self.advanced(expected, tr("By class; others count as 0.8. Better classes need fewer points."))
        seed = QgsProcessingParameterNumber(SEED, tr("Seed"), NUMBER_INTEGER, SampleRequest.seed, False, 0)
        self.advanced(seed, tr("The same seed draws the same points."))
        self.add(
            QgsProcessingParameterVectorDestination(OUTPUT, tr("Sample")), tr("A GeoPackage, such as sample.gpkg.")
        )
        self.addOutput(QgsProcessingOutputNumber(DRAWN, tr("Number of points")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """A GeoPackage, and expected accuracies that are numbers."""
        super().check(parameters, context)
        path = destination(parameters.get(OUTPUT))
        if path is not None and path.suffix.lower() != GEOPACKAGE:
            told = tr("a sample is a GeoPackage; found {name}", name=path.name)
            raise raster_layers.LayerError(told, tr("end the name with .gpkg"))
        parse_shares(self.parameterAsString(parameters, ANTICIPATED, context))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The map as a name."""
        self.check(parameters, context)
        self._request = SampleRequest(
            raster_layers.map_of(self.layer(parameters, context)),
            standard_error=self.parameterAsDouble(parameters, ERROR, context),
            points=self.parameterAsInt(parameters, POINTS, context),
            anticipated=parse_shares(self.parameterAsString(parameters, ANTICIPATED, context)),
            seed=self.parameterAsInt(parameters, SEED, context),
            overwrite=True,  # QGIS has asked
        )

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine."""
        path = str(self.output(parameters, OUTPUT, context))
        request = replace(self._request, out=path)
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        for each in answer["classes"]:
            feedback.pushInfo(tr("{name}: points {points:,}", name=each["name"], points=each["points"]))
        return {OUTPUT: path, DRAWN: answer["points"], RECIPE: encode(request)}
