"""ofa:hits: where a map of values that is there reaches a threshold."""

from dataclasses import replace
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..compat import NUMBER_DOUBLE
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import HitsRequest
from ..request_fields import choices_of
from .base import INPUT, OfaAlgorithm, ask_engine
from .styles import style_when_loaded

THRESHOLD, HITS_AS, OUTPUT, FOUND, RECIPE = "THRESHOLD", "HITS_AS", "OUTPUT", "FOUND", "RECIPE"


class Hits(OfaAlgorithm):
    """See `resources/help/hits.md`."""

    NAME = "hits"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Hits of a map of values")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Where a map of similarity, change or values reaches a threshold, with a score.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The map, the threshold, and the hits."""
        tip = tr("A raster with one band of fractions, such as the map of Find what is alike.")
        self.add(QgsProcessingParameterRasterLayer(INPUT, tr("Map")), tip)
        threshold = QgsProcessingParameterNumber(THRESHOLD, tr("Threshold"), NUMBER_DOUBLE, HitsRequest.threshold)
        self.add(threshold, tr("The value from which on a pixel is a hit."))
        tip = tr("What the hits are: the outlines of regions, or a point in each.")
        self.add_choice(HITS_AS, tr("Hits as"), choices_of(HitsRequest, "hits_as"), HitsRequest.hits_as, tip)
        hits = QgsProcessingParameterVectorDestination(OUTPUT, tr("Hits"))
        self.add(hits, tr("A file such as hits.gpkg, .geojson or .shp, with a score for each hit."))
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of hits")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The map as a name."""
        self.check(parameters, context)
        self._request = HitsRequest(
            raster_layers.map_of(self.layer(parameters, context)),
            threshold=self.parameterAsDouble(parameters, THRESHOLD, context),
            hits_as=self.parameterAsEnumString(parameters, HITS_AS, context) or HitsRequest.hits_as,
            overwrite=True,  # QGIS has asked
        )

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how much was found."""
        self._path = str(self.output(parameters, OUTPUT, context))
        request = replace(self._request, out=self._path)
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        feedback.pushInfo(tr("Hits: {hits:,}, on {share:.1%} of the map", hits=answer["hits"], share=answer["share"]))
        return {OUTPUT: self._path, FOUND: answer["hits"], RECIPE: encode(request)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: hits have the engine's style."""
        style_when_loaded(context, {"polygons": self._path})
        return {}
