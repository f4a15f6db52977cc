"""ofa:change: what has changed between two dates of one place."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..compat import NUMBER_DOUBLE, TYPE_VECTOR_ANY
from ..engine.change_words import describe_change
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..messages import encode
from ..protocol import ChangeRequest
from .base import OfaAlgorithm
from .features import FeaturesFile, ask_with, features_of, file_of
from .styles import style_when_loaded
from .values import absolute, destination, same_file

AFTER, LABELS, FIELD, FIELD_AFTER, UNCHANGED, FALSE_ALARMS, MIN_AREA, ALIGN, SHIFT_OK = (
    "AFTER", "LABELS", "FIELD", "FIELD_AFTER", "UNCHANGED", "FALSE_ALARMS", "MIN_AREA", "ALIGN", "SHIFT_OK",
)  # fmt: skip
OUTPUT, CONFIDENCE, TABLE, CHANGES, SHARE, RECIPE = "OUTPUT", "CONFIDENCE", "TABLE", "CHANGES", "SHARE", "RECIPE"
OF_LABELS = {"field": FIELD, "field_after": FIELD_AFTER, "unchanged": UNCHANGED}
COPIED = {"field": labels_file.FIELD, "field_after": f"{labels_file.FIELD}_after"}  # fields of a copy of the labels
RATES = 0.00001, 0.5  # the least and the greatest that the engine takes


class Change(OfaAlgorithm):
    """See `resources/help/change.md`."""

    NAME = "change"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Find what has changed")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Two dates of one place: what has changed from the one to the other, with labels or without?")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Both dates, and what counts as change."""
        self.add_scene()
        later = QgsProcessingParameterRasterLayer(AFTER, tr("Later date"))
        self.add(later, tr("A layer of the same place, and without labels of the same sensor. It is brought onto the "
                           "grid of the first."))  # fmt: skip
        self._add_labels()
        rate = QgsProcessingParameterNumber(
            FALSE_ALARMS, tr("False alarms"), NUMBER_DOUBLE, ChangeRequest.false_alarms, False, *RATES
        )
        self.add(rate, tr("Without labels: the share of unchanged pixels that may count as changed."))
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
        self.add(score, tr("A GeoTIFF, such as change.tif: at 2, one in a hundred unchanged pixels looks as changed. "
                           "With labels, a map of classes."))  # fmt: skip
        sure = QgsProcessingParameterRasterDestination(
            CONFIDENCE, tr("Confidence"), optional=True, createByDefault=False
        )
        self.add(sure, tr("A GeoTIFF: how sure the map is of each pixel, 0 to 1. Needs labels."))
        table = QgsProcessingParameterFileDestination(
            TABLE, tr("Table of transitions"), tr("CSV (*.csv)"), optional=True, createByDefault=False
        )
        self.add(table, tr("How much has gone from which class to which, in hectares. Needs labels."))
        polygons = QgsProcessingParameterVectorDestination(CHANGES, tr("Polygons of change"), optional=True)
        self.add(polygons, tr("A file such as changes.gpkg, .geojson or .shp, with a score for each polygon."))
        self.addOutput(QgsProcessingOutputNumber(SHARE, tr("Share that counts as changed")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def _add_labels(self) -> None:
        """What may be known of the ground."""
        labels = QgsProcessingParameterFeatureSource(LABELS, tr("Labels"), [TYPE_VECTOR_ANY], optional=True)
        self.add(labels, tr("Points, lines or polygons with classes of the ground, or with what has changed."))
        field = QgsProcessingParameterField(FIELD, tr("Class field"), None, LABELS, optional=True)
        self.add(field, tr("The field that holds the class."))
        later = QgsProcessingParameterField(
            FIELD_AFTER, tr("Class field of the later date"), None, LABELS, optional=True
        )
        self.add(later, tr("Empty: the class is that of both dates."))
        unchanged = QgsProcessingParameterString(
            UNCHANGED, tr("Class of what has not changed (unchanged, stable …)"), optional=True
        )
        self.add(unchanged, tr("Give it if the labels say what has changed, and not what is on the ground."))

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
            **self._labels(parameters, context),
        )
        self._least = self.parameterAsString(parameters, MIN_AREA, context)

    def _labels(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """What the request says of labels but for their file, which it makes."""
        self._files: Tuple[FeaturesFile, ...] = ()
        if not parameters.get(LABELS):
            return {}
        said = {name: self.parameterAsString(parameters, parameter, context) for name, parameter in OF_LABELS.items()}
        fields = {name: said[name] for name in ("field", "field_after") if said[name]}
        copied = {COPIED[name]: field for name, field in fields.items()}
        labels = features_of(self, parameters, LABELS, context)
        file = file_of(
            LABELS, labels, list(fields.values()), lambda source, path: labels_file.texts(source, copied, path)
        )
        self._files = (file,)
        return {"layer": file.layer, **said, **({name: COPIED[name] for name in fields} if file.is_copy else {})}

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how much has changed."""
        self._paths = {name: self.output(parameters, name, context) for name in (OUTPUT, CHANGES, CONFIDENCE)}
        if parameters.get(TABLE):
            self._paths[TABLE] = absolute(self.parameterAsFileOutput(parameters, TABLE, context))
        changes = self._paths[CHANGES]
        for file in self._files:
            file.keep_beside(Path(str(self._paths[OUTPUT])), "labels", self._paths.values())
        request = replace(
            self._request, out=str(self._paths[OUTPUT]), changes=changes, min_area=self._least if changes else "",
            confidence=self._paths[CONFIDENCE], table=self._paths.get(TABLE),
            labels=next((str(file.path) for file in self._files), ""),
        )  # fmt: skip
        answer = ask_with(request, feedback, *self._files)
        if answer is None:
            return {}
        for text in describe_change(answer):
            feedback.pushInfo(text)
        share = answer["share"]
        written = {name: path for name, path in self._paths.items() if path}
        return {**written, SHARE: share, RECIPE: encode(request)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: results have the engine's styles."""
        paths = self._paths
        made = {"polygons": paths[CHANGES], "map": paths[OUTPUT], "confidence": paths[CONFIDENCE]}
        style_when_loaded(context, made)
        return {}
