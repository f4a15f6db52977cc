"""ofa:finetune: labelled scenes become a model of the user's own, which maps other scenes without labels."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from .. import models
from ..compat import FILE_FOLDER, NUMBER_DOUBLE, NUMBER_INTEGER, TYPE_VECTOR_ANY
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..messages import encode
from ..protocol import FinetuneRequest
from ..training.training_log import TrainingLog
from ..training.training_words import free_folder, heads, kept_folder, modes, score_text, tasks
from .base import OfaAlgorithm, ask_engine
from .labels import FIELD, LABELS, MORE_LABELS, add_more_labels, labels_of
from .spec_parameters import choice_of
from .values import absolute, destination

LABEL_RASTER, LABEL_FOLDER = "LABEL_RASTER", "LABEL_FOLDER"
TASK, MODE, HEAD = "TASK", "MODE", "HEAD"
OUTPUT, SCORE, METRIC, BEST_STEP, RECIPE = "OUTPUT", "SCORE", "METRIC", "BEST_STEP", "RECIPE"
AUTO = "auto"  # the engine chooses the head
NUMBERS = {
    "STEPS": ("steps", NUMBER_INTEGER, 0),
    "BATCH": ("batch", NUMBER_INTEGER, 1),
    "LEARNING_RATE": ("lr", NUMBER_DOUBLE, 0),
    "CHIP_PX": ("chip_px", NUMBER_INTEGER, 0),
    "PATIENCE": ("patience", NUMBER_INTEGER, 0),
    "SEED": ("seed", NUMBER_INTEGER, 0),
}
"""Parameter -> field of the request, whose default is the parameter's; its kind; the least it can be."""
UNKNOWN = -1.0  # a number for "no score": Processing has no empty ones


class Finetune(OfaAlgorithm):
    """See `resources/help/finetune.md`."""

    NAME = "finetune"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Train a model of your own")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Fine-tunes a model on labelled scenes; it then maps other scenes without labels.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The same words, order and defaults as the dock."""
        self.add_scene()
        self.add_further_scenes(tr("With the same bands as the first. What is said here holds for all of them."))
        self._add_labels()
        task = choice_of(TASK, tr("Task"), list(tasks()), next(iter(tasks())), False)
        self.add(task, _told(tasks()))
        mode = choice_of(MODE, tr("What is trained"), list(modes()), next(iter(modes())), False)
        self.add(mode, _told(modes()))
        self.add_choice(HEAD, tr("Head"), [AUTO, *filter(None, heads())], AUTO, tr("auto: what suits the task."))
        self.add_answers(but=("beside", "grid"))  # a model is trained from one source
        self.add_compute()
        self._add_numbers()
        folder = QgsProcessingParameterFolderDestination(OUTPUT, tr("Model folder"), str(free_folder("model")))
        self.add(folder, tr("A folder beside the one proposed is in the list of models, under its own name."))
        self._add_results()

    def _add_labels(self) -> None:
        """One of three kinds."""
        labels = QgsProcessingParameterFeatureSource(LABELS, tr("Labels"), [TYPE_VECTOR_ANY], optional=True)
        self.add(labels, tr("Points, lines or polygons. What has no label is left out."))
        field = QgsProcessingParameterField(FIELD, tr("Field with the class or value"), "class", LABELS, optional=True)
        self.add(field, tr("A class, such as forest or 11, or a number to be learnt, such as a height."))
        add_more_labels(self)
        raster = QgsProcessingParameterRasterLayer(LABEL_RASTER, tr("or a raster of labels"), optional=True)
        self.add(raster, tr("On any grid; its palette names the classes, and its nodata is no class."))
        folder = QgsProcessingParameterFile(
            LABEL_FOLDER, tr("or a folder of label rasters"), FILE_FOLDER, optional=True
        )
        self.add(folder, tr("One for each scene, named after it, such as area_mask.tif for area.tif."))

    def _add_numbers(self) -> None:
        texts = {
            "STEPS": (tr("Steps"), tr("0: as many as what is trained needs.")),
            "BATCH": (tr("Chips in a step"), tr("Fewer need less memory.")),
            "LEARNING_RATE": (tr("Learning rate"), tr("0: what suits what is trained.")),
            "CHIP_PX": (tr("Side of a chip in pixels"), tr("0: what suits the scenes.")),
            "PATIENCE": (tr("Patience"), tr("Evaluations without gain until the run ends early; 0: it never does.")),
            "SEED": (tr("Seed"), tr("The same seed gives the same model.")),
        }
        for name, (field, kind, least) in NUMBERS.items():
            text, tip = texts[name]
            default = getattr(FinetuneRequest, field)
            self.advanced(QgsProcessingParameterNumber(name, text, kind, default, False, least), tip)

    def _add_results(self) -> None:
        for name, text in (
            (SCORE, tr("Best score on left-out blocks (-1: none)")),
            (BEST_STEP, tr("Step of the best score")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString(METRIC, tr("What the score is")))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Labels of one kind, with a field where they are features; a folder without a finished model."""
        super().check(parameters, context)
        self.further_scenes(parameters, context)
        given = [name for name in (LABELS, LABEL_RASTER, LABEL_FOLDER) if parameters.get(name)]
        if len(given) != 1:
            raise raster_layers.LayerError(
                tr("expected one of LABELS, LABEL_RASTER and LABEL_FOLDER; found {count}", count=len(given)),
                tr("choose a layer with a field, a raster, or a folder"),
            )
        if given != [LABELS] and parameters.get(MORE_LABELS):
            raise raster_layers.LayerError(
                tr("MORE_LABELS go with LABELS; found {name}", name=given[0]), tr("leave MORE_LABELS empty")
            )
        if given == [LABELS]:
            labels_of(self, parameters, context)
        folder = destination(parameters.get(OUTPUT))
        if folder and (folder / models.CARD).exists():
            raise raster_layers.LayerError(
                tr("the folder {folder} holds a finished model", folder=folder), tr("choose another name")
            )

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Scenes and labels as plain values; labels that are features are copied, because a resumed run needs them."""
        self.check(parameters, context)
        head = self.parameterAsEnumString(parameters, HEAD, context)
        self._request = {
            "scene": self.scene(parameters, context),
            "compute": self.compute(parameters, context),
            **self._labels(parameters, context),
            "more": self.further_scenes(parameters, context),
            "task": self._task(parameters, context),
            "mode": self.parameterAsEnumString(parameters, MODE, context) or next(iter(modes())),
            "head": "" if head == AUTO else head,
            **{field: self._number(parameters, name, context) for name, (field, _, _) in NUMBERS.items()},
        }

    def _task(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsEnumString(parameters, TASK, context) or next(iter(tasks()))

    def _number(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        if NUMBERS[name][1] == NUMBER_INTEGER:
            return self.parameterAsInt(parameters, name, context)
        return self.parameterAsDouble(parameters, name, context)

    def _labels(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        raster = self.parameterAsRasterLayer(parameters, LABEL_RASTER, context)
        if raster is not None:
            return labels_file.of_raster(raster, self._task(parameters, context))
        if parameters.get(LABEL_FOLDER):
            return {"labels": absolute(self.parameterAsFile(parameters, LABEL_FOLDER, context))}
        labels = labels_of(self, parameters, context)
        kept = labels_file.keep(labels.sources, labels.fields, kept_folder(), labels.called())
        return {"labels": str(kept), "field": labels.called(), "colours": labels.colours()}

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say how good the model is."""
        folder = Path(self.parameterAsString(parameters, OUTPUT, context)).absolute()
        request = FinetuneRequest(**self._request, out=str(folder))
        if ask_engine(request, feedback, tr("Cancelled; the same run goes on from here.")) is None:
            return {}
        log = TrainingLog(folder)
        log.read()
        feedback.pushInfo(score_text(log))
        return {
            OUTPUT: str(folder),
            SCORE: UNKNOWN if log.best is None else log.best,
            METRIC: log.metric,
            BEST_STEP: log.best_step,
            RECIPE: encode(request),
        }


def _told(choices: Dict[str, str]) -> str:
    """What each word of the engine means: ``frozen: the head only; …``."""
    return "; ".join(f"{word}: {text}" for word, text in choices.items())
