"""ofa:change: what has changed between two dates of one place."""

from dataclasses import replace
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..compat import NUMBER_DOUBLE
from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import ChangeRequest
from .base import OfaAlgorithm, ask_engine
from .styles import style_when_loaded
from .values import destination, same_file

AFTER, FALSE_ALARMS, MIN_AREA, ALIGN, SHIFT_OK, OUTPUT, CHANGES, SHARE, RECIPE = (
    "AFTER", "FALSE_ALARMS", "MIN_AREA", "ALIGN", "SHIFT_OK", "OUTPUT", "CHANGES", "SHARE", "RECIPE",
)  # fmt: skip
RATES = 0.00001, 0.5  # the least and the greatest that the engine takes


class Change(OfaAlgorithm):
    """See `resources/help/change.md`."""

    NAME = "change"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Find what has changed")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Two dates of one place, from one sensor: what has changed from the one to the other?")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Both dates, and what counts as change."""
        self.add_scene()
        later = QgsProcessingParameterRasterLayer(AFTER, tr("Later date"))
        self.add(later, tr("A layer of the same sensor and place. It is brought onto the grid of the first."))
        rate = QgsProcessingParameterNumber(
            FALSE_ALARMS, tr("False alarms"), NUMBER_DOUBLE, ChangeRequest.false_alarms, False, *RATES
        )
        self.add(rate, tr("The share of unchanged pixels that may count as changed."))
        least = QgsProcessingParameterString(MIN_AREA, tr("Minimum area (0.5ha, 5000m2, 20px)"), optional=True)
        self.add(least, tr("Of the polygons. Empty: all of them."))
        self.add_extent()
        align = QgsProcessingParameterBoolean(ALIGN, tr("Move the later date onto the first"), False)
        self.advanced(align, tr("If they lie more than half a pixel apart. Off: such a run is refused."))
        shift_ok = QgsProcessingParameterBoolean(SHIFT_OK, tr("Compare even if the dates lie apart"), False)
        self.advanced(shift_ok, tr("Edges look changed then."))
        self.add_answers(but=("beside",))
        self.add_compute(but=("model", "precision"))
        score = QgsProcessingParameterRasterDestination(OUTPUT, tr("Change"))
        self.add(score, tr("A GeoTIFF, such as change.tif: at 2, one in a hundred unchanged pixels looks as changed."))
        polygons = QgsProcessingParameterVectorDestination(CHANGES, tr("Polygons of change"), optional=True)
        self.add(polygons, tr("A file such as changes.gpkg, .geojson or .shp, with a score for each polygon."))
        self.addOutput(QgsProcessingOutputNumber(SHARE, tr("Share that counts as changed")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Two layers, and an output that is neither."""
        super().check(parameters, context)
        later = self.parameterAsRasterLayer(parameters, AFTER, context)
        if later is None:
            raise raster_layers.LayerError(tr("the later date cannot be opened"), tr("choose a raster layer"))
        path = destination(parameters.get(OUTPUT))
        if any(same_file(path, layer) for layer in (self.layer(parameters, context), later)):
            raise raster_layers.LayerError(tr("the output is the input"), tr("choose another name"))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Both dates as plain values; the later one is read as was answered for it, else as the first."""
        self.check(parameters, context)
        later = raster_layers.alone(self.parameterAsRasterLayer(parameters, AFTER, context))
        self._request = ChangeRequest(
            replace(self.scene(parameters, context), beside=(later,)),
            device=self.compute(parameters, context).device,
            false_alarms=self.parameterAsDouble(parameters, FALSE_ALARMS, context),
            align=self.parameterAsBool(parameters, ALIGN, context),
            shift_ok=self.parameterAsBool(parameters, SHIFT_OK, context),
            extent=self.extent(parameters, context),
            overwrite=True,  # QGIS has asked
        )
        self._least = self.parameterAsString(parameters, MIN_AREA, context)

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how much has changed."""
        self._paths = {name: self.output(parameters, name, context) for name in (OUTPUT, CHANGES)}
        changes = self._paths[CHANGES]
        request = replace(
            self._request, out=str(self._paths[OUTPUT]), changes=changes, min_area=self._least if changes else ""
        )
        answer = ask_engine(request, feedback)
        if answer is None:
            return {}
        share, stated = answer["share"], answer["false_alarms"]
        told = tr("{share:.1%} of the map counts as changed; {stated:.1%} would without any change", share=share,
                  stated=stated)  # fmt: skip
        feedback.pushInfo(told)
        written = {name: path for name, path in self._paths.items() if path}
        return {**written, SHARE: share, RECIPE: encode(request)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: results have the engine's styles."""
        style_when_loaded(context, {"polygons": self._paths[CHANGES], "map": self._paths[OUTPUT]})
        return {}
