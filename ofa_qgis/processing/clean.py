"""ofa:clean: a class map fit to be drawn."""

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputHtml,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import CleanRequest
from .base import OfaAlgorithm, ask_engine
from .values import absolute, parse_merges

OUTPUT, MIN_AREA, MERGE, POLYGONS, SMOOTH, REPORT, REPORT_HTML, RECIPE = (
    "OUTPUT", "MIN_AREA", "MERGE", "OUTPUT_POLYGONS", "SMOOTH", "REPORT", "OUTPUT_HTML", "RECIPE",
)  # fmt: skip


class Clean(OfaAlgorithm):
    """See `resources/help/clean.md`."""

    NAME = "clean"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Clean up a map")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Classes merged, small regions filled, roads and streams kept, polygons without gaps.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The map, what is to be done to it, and the results."""
        self.add_map()
        area = QgsProcessingParameterString(MIN_AREA, tr("Minimum area (0.5ha, 5000m2, 20px)"), optional=True)
        self.add(area, tr("Smaller regions are filled from their neighbours; long, thin ones stay. Empty: none."))
        merge = QgsProcessingParameterString(MERGE, tr("Merge classes (crops=wheat+maize …)"), optional=True)
        self.add(merge, tr("New class, =, and the classes that it is made of, by name or value."))
        self.add(
            QgsProcessingParameterRasterDestination(OUTPUT, tr("Cleaned map")), tr("A GeoTIFF, such as clean.tif.")
        )
        polygons = QgsProcessingParameterVectorDestination(
            POLYGONS, tr("Polygons"), optional=True, createByDefault=False
        )
        self.add(polygons, tr("The map as polygons, without gaps or overlaps."))
        smooth = QgsProcessingParameterBoolean(SMOOTH, tr("Smooth the polygons"), False)
        self.add(smooth, tr("Rounds off the stairs of pixels; borders that polygons share stay shared."))
        report = QgsProcessingParameterFolderDestination(REPORT, tr("Report"), optional=True, createByDefault=False)
        self.add(report, tr("A folder for page, picture and JSON."))
        self.addOutput(QgsProcessingOutputHtml(REPORT_HTML, tr("Report")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Merged classes that are written as they should be."""
        super().check(parameters, context)
        parse_merges(self.parameterAsString(parameters, MERGE, context))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The map as a name."""
        self.check(parameters, context)
        self._map = raster_layers.map_of(self.layer(parameters, context))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how each class has changed."""
        polygons = self.output(parameters, POLYGONS, context)
        report = absolute(self.parameterAsFile(parameters, REPORT, context)) if parameters.get(REPORT) else None
        request = CleanRequest(
            self._map,
            str(self.output(parameters, OUTPUT, context)),
            min_area=self.parameterAsString(parameters, MIN_AREA, context).strip(),
            merge=parse_merges(self.parameterAsString(parameters, MERGE, context)),
            vector=polygons,
            smooth=bool(polygons) and self.parameterAsBool(parameters, SMOOTH, context),
            report=report,
            overwrite=True,  # QGIS has asked
        )
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        for each in answer["report"]["classes"]:
            counts = {"before": each["before_pixels"], "after": each["after_pixels"]}
            feedback.pushInfo(tr("{name}: pixels {before:,} before, {after:,} now", name=each["name"], **counts))
        found = {OUTPUT: request.out, RECIPE: encode(request)}
        if polygons:
            found[POLYGONS] = polygons
        if request.report:
            found.update({REPORT: request.report, REPORT_HTML: answer["outputs"]["html"]})
        return found
