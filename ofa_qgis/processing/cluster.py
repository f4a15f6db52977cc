"""ofa:cluster: a first map without labels."""

from dataclasses import replace
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)

from ..compat import NUMBER_INTEGER
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import ClusterRequest
from .base import OfaAlgorithm, ask_engine
from .styles import style_when_loaded
from .values import GEOPACKAGE, destination, same_file

CLASSES, OUTPUT, POLYGONS, POINTS, RECIPE = "CLASSES", "OUTPUT", "POLYGONS", "POINTS", "RECIPE"
CLUSTERS = 2, 60  # the fewest and the most that the engine makes


class Cluster(OfaAlgorithm):
    """See `resources/help/cluster.md`."""

    NAME = "cluster"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Map a scene without labels")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Clusters of alike pixels as a map of classes, to be merged and named.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The scene and how many clusters."""
        self.add_scene()
        count = QgsProcessingParameterNumber(
            CLASSES, tr("Number of clusters"), NUMBER_INTEGER, ClusterRequest.clusters, False, *CLUSTERS
        )
        self.add(count, tr("Rather more than the classes that you want: it is easier to merge clusters than to split."))
        self.add_extent()
        self.add_answers()
        self.add_compute(but=("model", "precision"))
        self.add(QgsProcessingParameterRasterDestination(OUTPUT, tr("Map")), tr("A GeoTIFF, such as map.tif."))
        polygons = QgsProcessingParameterVectorDestination(POLYGONS, tr("Polygons"), optional=True)
        self.add(polygons, tr("A file such as map.gpkg, .geojson or .shp, with a field class to be renamed."))
        points = QgsProcessingParameterVectorDestination(POINTS, tr("Points inside the clusters"), optional=True)
        points.setCreateByDefault(False)
        self.add(points, tr("A GeoPackage with a field class: labels, once the clusters have names."))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The output is not the input, and points are a GeoPackage."""
        super().check(parameters, context)
        path = destination(parameters.get(POINTS))
        if path is not None and path.suffix.lower() != GEOPACKAGE:
            told = tr("the points go to a GeoPackage; found {name}", name=path.name)
            raise raster_layers.LayerError(told, tr("end the name with .gpkg"))
        if same_file(destination(parameters.get(OUTPUT)), self.layer(parameters, context)):
            raise raster_layers.LayerError(tr("the output is the input"), tr("choose another name"))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The scene as plain values."""
        self.check(parameters, context)
        self._request = ClusterRequest(
            self.scene(parameters, context),
            device=self.compute(parameters, context).device,
            clusters=self.parameterAsInt(parameters, CLASSES, context),
            extent=self.extent(parameters, context),
            overwrite=True,  # QGIS has asked
        )

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how large the clusters are."""
        self._paths = {name: self.output(parameters, name, context) for name in (OUTPUT, POLYGONS, POINTS)}
        out, vector, points = self._paths.values()
        request = replace(self._request, out=str(out), vector=vector, points=points)
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        for each in answer["classes"]:
            feedback.pushInfo(tr("{name}: {share:.1%}", name=each["name"], share=each["share"]))
        return {**{name: path for name, path in self._paths.items() if path}, RECIPE: encode(request)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: results have the engine's styles."""
        style_when_loaded(context, {"map": self._paths[OUTPUT], "polygons": self._paths[POLYGONS]})
        return {}
