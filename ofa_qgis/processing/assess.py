"""ofa:assess: accuracy of a map, and areas of its classes, from an answered sample."""

import json
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
)

from ..engine.engine_words import phrase
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import AssessRequest
from .base import OfaAlgorithm, ask_engine
from .values import absolute

SAMPLE, OUTPUT, OUTPUT_HTML, OVERALL, JSON, RECIPE = (
    "SAMPLE", "OUTPUT", "OUTPUT_HTML", "OVERALL_ACCURACY", "JSON", "RECIPE",
)  # fmt: skip


class Assess(OfaAlgorithm):
    """See `resources/help/assess.md`."""

    NAME = "assess"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Assess a map by its sample")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Accuracy of a map and areas of its classes, with 95 % intervals, from an answered sample.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Map, sample, report."""
        self.add_map()
        sample = QgsProcessingParameterFile(SAMPLE, tr("Answered sample"), extension="gpkg")
        self.add(sample, tr("The file of Draw an accuracy sample, with a class in the field answer of its points."))
        report = QgsProcessingParameterFolderDestination(OUTPUT, tr("Report"))
        self.add(report, tr("A folder for page, table, JSON and picture."))
        self.addOutput(QgsProcessingOutputHtml(OUTPUT_HTML, tr("Report")))
        self.addOutput(QgsProcessingOutputNumber(OVERALL, tr("Overall accuracy")))
        self.addOutput(QgsProcessingOutputString(JSON, tr("All that was found (JSON)")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Map and sample as names."""
        self.check(parameters, context)
        sample = self.parameterAsFile(parameters, SAMPLE, context)
        self._map, self._sample = raster_layers.map_of(self.layer(parameters, context)), sample

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say the main figure."""
        folder = absolute(self.parameterAsString(parameters, OUTPUT, context))
        request = AssessRequest(self._map, self._sample, folder, overwrite=True)
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        report = answer["report"]
        feedback.pushInfo(phrase(report["summary"]))
        return {
            OUTPUT: folder,
            OUTPUT_HTML: answer["outputs"]["html"],
            OVERALL: report["overall"]["value"],
            JSON: json.dumps(report, ensure_ascii=False),
            RECIPE: encode(request),
        }
