"""ofa:classify: a few labels become a class map, its confidence, polygons and a report."""

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
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..compat import TYPE_VECTOR_ANY
from ..i18n import number, tr
from ..layers import raster_layers, results
from ..layers.legend import GROUP, Legend
from ..messages import encode
from ..protocol import ClassifyRequest
from .base import one_line
from .features import ask_with
from .labels import FIELD, LABELS, LabelInputs, add_more_labels, labels_of
from .maps import APPLICABILITY, CONFIDENCE, OUTPUT, POLYGONS, MapAlgorithm
from .values import absolute, parse_colours, parse_values

REPORT, SAVED_MODEL = "REPORT", "SAVED_MODEL"
VALUES, COLOURS, GROUPS = "VALUES", "COLOURS", "GROUPS"
MACRO_F1, ACCURACY, CHECKED, HELD_OUT = "MACRO_F1", "ACCURACY", "CHECKED", "HELD_OUT"
FOLDS, CLASSES, RECIPE = "FOLDS", "CLASSES", "RECIPE"
UNKNOWN = -1.0  # a number for "not validated": Processing has no empty ones


class Classify(MapAlgorithm):
    """See `resources/help/classify.md`."""

    NAME = "classify"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Classify a scene from labels")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("A few labelled points or polygons become a map of the whole scene.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The same words, order and defaults as the dock."""
        self.add_scene()
        labels = QgsProcessingParameterFeatureSource(LABELS, tr("Labels"), [TYPE_VECTOR_ANY])
        self.add(labels, tr("Points, lines or polygons; five to ten places for each class are a good start."))
        field = QgsProcessingParameterField(FIELD, tr("Field with the class"), "class", LABELS)
        self.add(field, tr("Text or whole numbers, such as forest, water or 11, 12."))
        add_more_labels(self)
        self.add_further_scenes(
            tr("Where the labels lie in several scenes: all of them teach, and the first is mapped.")
        )
        self.add_legend()
        self.add_extent()
        self.add_answers()
        self.add_compute()
        self.add_maps()
        report = QgsProcessingParameterFolderDestination(REPORT, tr("Report"), optional=True, createByDefault=True)
        self.add(report, tr("A folder for a page with accuracy, confusion matrix and areas."))
        saved = QgsProcessingParameterFolderDestination(
            SAVED_MODEL, tr("Model for other scenes"), optional=True, createByDefault=False
        )
        self.add(saved, tr("A folder for what the labels taught: Map a scene with a trained model takes it."))
        for name, text in (
            (MACRO_F1, tr("Macro-F1 of held-out labels (-1: too little could be checked)")),
            (ACCURACY, tr("Overall accuracy of held-out labels (-1: too little could be checked)")),
            (CHECKED, tr("Number of classes that could be checked")),
            (HELD_OUT, tr("Number of held-out labels")),
            (FOLDS, tr("Number of folds")),
            (CLASSES, tr("Number of classes")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def add_legend(self) -> None:
        """What the classes are on the map."""
        as_kept = tr("Empty: as the file of labels says, else as the engine chooses.")
        values = QgsProcessingParameterString(VALUES, tr("Values (water=1,forest=2 …)"), optional=True)
        self.advanced(values, tr("Of classes on the map: whole numbers from 0 to 255.") + " " + as_kept)
        colours = QgsProcessingParameterString(COLOURS, tr("Colours (water=#0072b2 …)"), optional=True)
        self.advanced(colours, tr("Of classes on the map. Empty: as the layer of labels shows them."))
        groups = QgsProcessingParameterBoolean(GROUPS, tr("Map the groups of classes"), defaultValue=False)
        self.advanced(groups, tr("Needs labels of the dock, whose classes are in groups."))

    def legend(
        self, labels: LabelInputs, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> Tuple[Legend, Dict[str, Any]]:
        """What the files of labels keep of their classes, and the fields of a request that say more.

        Raises:
            LayerError: the parameters are not what they should be, or there are no groups to map.
        """
        kept = labels.legend()
        values = parse_values(self.parameterAsString(parameters, VALUES, context))
        colours = parse_colours(self.parameterAsString(parameters, COLOURS, context))
        if not self.parameterAsBoolean(parameters, GROUPS, context):
            return kept, {"values": values, "colours": {**labels.colours(), **colours}}
        if not kept.groups:
            told = tr("the file of labels tells no groups of classes")
            raise raster_layers.LayerError(told, tr("put classes into groups in the dock, or map classes"))
        return kept, {"values": values, "colours": colours, "field": GROUP}

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Labels that fit the scene, and outputs that are no inputs."""
        super().check(parameters, context)
        labels = labels_of(self, parameters, context)
        self.legend(labels, parameters, context)
        self.check_maps(parameters, (self.layer(parameters, context), labels.layer, *labels.more))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Scene and labels as plain values; labels that are no plain file are copied."""
        self.check(parameters, context)
        self._specs = self.scene(parameters, context), self.compute(parameters, context)
        self._extent, self._more = self.extent(parameters, context), self.further_scenes(parameters, context)
        labels = labels_of(self, parameters, context)
        legend, classes = self.legend(labels, parameters, context)
        self._labels_file, field = labels.as_file(legend)
        self._labels: Dict[str, Any] = {"layer": self._labels_file.layer, "field": field, **classes}

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how good the map is."""
        self._paths = self.maps(parameters, context)
        if parameters.get(REPORT):
            self._paths[REPORT] = absolute(self.parameterAsFile(parameters, REPORT, context))
        if parameters.get(SAVED_MODEL):
            self._paths[SAVED_MODEL] = absolute(self.parameterAsFile(parameters, SAVED_MODEL, context))
        out = str(self._paths[OUTPUT])
        self._labels_file.keep_beside(Path(out), "labels", self._paths.values())
        request = ClassifyRequest(
            *self._specs, **self._labels, labels=str(self._labels_file.path), more=self._more, extent=self._extent,
            out=out, confidence=self._paths[CONFIDENCE], applicability=self._paths[APPLICABILITY],
            vector=self._paths[POLYGONS], report=self._paths.get(REPORT), save_model=self._paths.get(SAVED_MODEL),
            overwrite=True,  # QGIS has asked
        )  # fmt: skip
        answer = ask_with(request, feedback, self._labels_file)
        if answer is None:
            return {}
        tell(answer["report"], feedback)
        written = {name: path for name, path in self._paths.items() if path}
        return {**written, **numbers(answer["report"]), RECIPE: encode(request)}


def tell(report: Dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """What the user should know of the result, in the log."""
    feedback.pushInfo(results.accuracy_text(report))
    for row in report["classes"]:
        f1 = tr("not checked") if row["f1"] is None else f"F1 {number(row['f1'], '.2f')}"
        area = "" if row["area_ha"] is None else f", {number(row['area_ha'], ',.1f')} ha"
        feedback.pushInfo(f"  {row['value']} {row['name']}: {f1}{area}")
    for warning in report["warnings"]:
        feedback.pushWarning(one_line(warning, ""))
    feedback.pushInfo(tr("Model: {name}", name=report["model"]["name"]))
    feedback.pushInfo(tr("Device: {device}", device=report["device"]))


def numbers(report: Dict[str, Any]) -> Dict[str, float]:
    """The numeric outputs."""
    score, overall = report["macro_f1"], report["overall_accuracy"]
    return {
        MACRO_F1: UNKNOWN if score is None else score,
        ACCURACY: UNKNOWN if overall is None else overall,
        CHECKED: len(report["checked"]),
        HELD_OUT: report["held_out_labels"],
        FOLDS: report["folds"],
        CLASSES: len(report["classes"]),
    }
