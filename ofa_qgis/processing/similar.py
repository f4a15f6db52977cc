"""ofa:similar: what in a scene is like some points."""

from dataclasses import replace
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
)

from ..compat import NUMBER_DOUBLE, TYPE_VECTOR_POINT
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import SimilarRequest
from ..request_fields import choices_of
from .base import OfaAlgorithm, ask_engine
from .styles import style_when_loaded
from .values import destination, same_file

EXAMPLES, COUNTER, THRESHOLD, HITS_AS, OUTPUT, HITS, FOUND, RECIPE = (
    "EXAMPLES", "COUNTER_EXAMPLES", "THRESHOLD", "HITS_AS", "OUTPUT", "HITS", "FOUND", "RECIPE",
)  # fmt: skip
Places = Tuple[Tuple[float, float], ...]


class Similar(OfaAlgorithm):
    """See `resources/help/similar.md`."""

    NAME = "similar"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Find what is alike")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("One or a few points as examples: where in the scene is it like there?")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The scene, examples and counter-examples, and what counts as a hit."""
        self.add_scene()
        points = [TYPE_VECTOR_POINT]
        examples = QgsProcessingParameterFeatureSource(EXAMPLES, tr("Examples"), points)
        self.add(examples, tr("Points on what you look for, in any CRS. One is enough, a few are better."))
        counter = QgsProcessingParameterFeatureSource(COUNTER, tr("Counter-examples"), points, optional=True)
        self.add(counter, tr("Points on what looks alike and is not meant."))
        threshold = QgsProcessingParameterNumber(
            THRESHOLD, tr("Threshold"), NUMBER_DOUBLE, SimilarRequest.threshold, False, 0, 1
        )
        self.add(threshold, tr("The similarity, 0 to 1, from which on a pixel is a hit."))
        self.add_extent()
        tip = tr("What the hits are: the outlines of regions, or a point in each.")
        self.add_choice(HITS_AS, tr("Hits as"), choices_of(SimilarRequest, "hits_as"), SimilarRequest.hits_as, tip)
        self.add_answers()
        self.add_compute(but=("model", "precision"))
        similarity = QgsProcessingParameterRasterDestination(OUTPUT, tr("Similarity"))
        tip = tr("A GeoTIFF, such as similar.tif: 1 is as the examples, 0 as the least alike tenth of the scene.")
        self.add(similarity, tip)
        hits = QgsProcessingParameterVectorDestination(HITS, tr("Hits"), optional=True)
        self.add(hits, tr("A file such as hits.gpkg, .geojson or .shp, with a score for each hit."))
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of hits")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Points that have a place, and an output that is not the input."""
        super().check(parameters, context)
        if same_file(destination(parameters.get(OUTPUT)), self.layer(parameters, context)):
            raise raster_layers.LayerError(tr("the output is the input"), tr("choose another name"))
        self._places(parameters, context)

    def _places(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[Places, Places]:
        """Examples and counter-examples; `LayerError` if there are none, or they have no place."""
        layer = self.layer(parameters, context)
        at, unlike = (
            places_of(self.parameterAsSource(parameters, name, context), layer, context) for name in (EXAMPLES, COUNTER)
        )
        if not at:
            told = tr("expected at least one point as an example; found none")
            raise raster_layers.LayerError(told, tr("choose a layer of points"))
        return at, unlike

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The scene and the points as plain values."""
        self.check(parameters, context)
        at, unlike = self._places(parameters, context)
        self._request = SimilarRequest(
            self.scene(parameters, context),
            device=self.compute(parameters, context).device,
            at=at,
            unlike=unlike,
            threshold=self.parameterAsDouble(parameters, THRESHOLD, context),
            hits_as=self.parameterAsEnumString(parameters, HITS_AS, context) or SimilarRequest.hits_as,
            extent=self.extent(parameters, context),
            overwrite=True,  # QGIS has asked
        )

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how much was found."""
        self._paths = {name: self.output(parameters, name, context) for name in (OUTPUT, HITS)}
        request = replace(self._request, out=str(self._paths[OUTPUT]), hits=self._paths[HITS])
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        written: Dict[str, Any] = {name: path for name, path in self._paths.items() if path}
        if "hits" in answer:
            feedback.pushInfo(
                tr("Hits: {hits:,}, on {share:.1%} of the map", hits=answer["hits"], share=answer["share"])
            )
            written[FOUND] = answer["hits"]
        return {**written, RECIPE: encode(request)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: results have the engine's styles."""
        style_when_loaded(context, {"polygons": self._paths[HITS], "map": self._paths[OUTPUT]})
        return {}


def places_of(
    source: Optional[QgsProcessingFeatureSource], layer: QgsRasterLayer, context: QgsProcessingContext
) -> Places:
    """The points of a layer in the CRS of another one.

    Raises:
        LayerError: they have no CRS, or no place in that one.
    """
    if source is None:
        return ()
    if layer.crs().isValid() and not source.sourceCrs().isValid():
        raise raster_layers.LayerError(tr("the points have no CRS"), tr("set it in the layer's properties"))
    transform = QgsCoordinateTransform(source.sourceCrs(), layer.crs(), context.transformContext())
    found: List[Tuple[float, float]] = []
    try:
        for feature in source.getFeatures():
            for vertex in feature.geometry().vertices():
                place = transform.transform(vertex.x(), vertex.y())
                found.append((place.x(), place.y()))
    except QgsCsException as error:
        told = tr("a point has no place in the CRS of the layer")
        raise raster_layers.LayerError(told, tr("check the CRS of both layers")) from error
    return tuple(found)
