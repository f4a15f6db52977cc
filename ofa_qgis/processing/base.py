"""What the algorithms share: the scene's parameters, the run in the engine, its log, help and icon.

Layers are read in `prepareAlgorithm`; from then on there are plain values only. Knows no single algorithm.
"""

import time
from dataclasses import replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from .. import settings
from ..compat import PARAMETER_ADVANCED, TYPE_RASTER
from ..engine import task
from ..engine.engine_words import PROCESSING, plain, stage
from ..engine.pace import Pace
from ..i18n import tr
from ..layers import raster_layers
from ..messages import Message, Progress
from ..paths import RESOURCES
from ..protocol import ComputeSpec, SceneSpec
from ..training.training_scenes import further_scenes
from . import help as pages
from . import spec_parameters
from .spec_parameters import choice_of
from .values import absolute, destination

INPUT, SCENES, EXTENT = "INPUT", "SCENES", "EXTENT"
TELL_EVERY_S = 10.0  # how often the log says how far a long step is


class OfaAlgorithm(QgsProcessingAlgorithm):
    """Base of all; a subclass names itself, adds its parameters and builds a request."""

    NAME = ""

    def name(self) -> str:
        """Part of the id: never translated."""
        return self.NAME

    def createInstance(self) -> "OfaAlgorithm":
        """QGIS runs a fresh one each time."""
        return type(self)()

    def tags(self) -> List[str]:
        """What finds it in the toolbox."""
        words = tr("deep learning,AI,satellite,Sentinel,radar,hyperspectral,land cover,engine")
        return ["ofa", *words.split(",")]

    def icon(self) -> QIcon:
        """Its own, else the plugin's."""
        path = self.svgIconPath()
        return QIcon(path) if path else super().icon()

    def svgIconPath(self) -> str:
        """The icon's file; "" if there is none."""
        found = (RESOURCES / "icons" / f"{name}.svg" for name in (self.NAME, "ofa"))
        return next((str(path) for path in found if path.is_file()), "")

    def shortHelpString(self) -> str:
        """The page beside the dialog."""
        return pages.html_of(self.NAME)

    def helpUrl(self) -> str:
        """The same page as a file."""
        path = pages.path_of(self.NAME)
        return QUrl.fromLocalFile(str(path)).toString() if path.is_file() else ""

    def canExecute(self) -> Tuple[bool, str]:
        """Not before the engine is set up."""
        if task.python().is_file():
            return True, ""
        return False, tr("The engine is not set up yet: open the OFA dock and set it up.")

    def add(self, parameter: QgsProcessingParameterDefinition, tip: str) -> None:
        """Add a parameter with what it means and takes."""
        parameter.setHelp(tip)
        self.addParameter(parameter)

    def add_scene(self) -> None:
        """The layer, and the answers to what its file leaves open."""
        tip = tr("A raster that GDAL reads, such as a GeoTIFF or a VRT. Nodata and CRS are as in its properties.")
        self.add(QgsProcessingParameterRasterLayer(INPUT, tr("Layer")), tip)

    def add_map(self) -> None:
        """A map of classes."""
        tip = tr("A raster of whole numbers, such as the map of Classify a scene from labels.")
        self.add(QgsProcessingParameterRasterLayer(INPUT, tr("Map")), tip)

    def add_further_scenes(self, tip: str) -> None:
        """Other layers in which labels lie."""
        layers = QgsProcessingParameterMultipleLayers(SCENES, tr("Further scenes"), TYPE_RASTER, optional=True)
        self.add(layers, tip)

    def add_answers(self, but: Sequence[str] = ()) -> None:
        """What the band table of the dock asks, and what to do about damage; `but` for some fields."""
        spec_parameters.add(self, SceneSpec, but)

    def add_compute(self, but: Sequence[str] = ()) -> None:
        """Which model, and where and how it computes."""
        spec_parameters.add(self, ComputeSpec, but)

    def add_choice(self, name: str, text: str, choices: Sequence[str], default: Optional[str], tip: str) -> None:
        """An advanced choice among words of the engine."""
        self.advanced(choice_of(name, text, choices, default), tip)

    def add_extent(self) -> None:
        """Which part of the layer."""
        text = tr("Extent (xmin,xmax,ymin,ymax [EPSG:32632])")
        tip = tr("Empty: the whole layer. A pixel's answer does not depend on it.")
        self.add(QgsProcessingParameterExtent(EXTENT, text, optional=True), tip)

    def advanced(self, parameter: QgsProcessingParameterDefinition, tip: str) -> None:
        """Add a parameter that most runs leave as it is."""
        parameter.setFlags(parameter.flags() | PARAMETER_ADVANCED)
        self.add(parameter, tip)

    def checkParameterValues(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """What can be checked before the run; the dialog shows it and stays open."""
        well, told = super().checkParameterValues(parameters, context)
        if not well:
            return well, told
        try:
            self.check(parameters, context)
        except raster_layers.LayerError as error:
            return False, one_line(error.error, error.hint)
        return True, ""

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LayerError` for what cannot work."""
        self.scene(parameters, context)
        for definition in self.destinationParameterDefinitions():
            value = parameters.get(definition.name())
            if destination(value) and self.provider():
                well, told = self.provider().isSupportedOutputValue(value, definition, context)
                if not well:
                    raise raster_layers.LayerError(f"{definition.description()}: {told}")

    def scene(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> SceneSpec:
        """The scene: the layer, its settings, and the user's answers: those given here go before those of the dock.

        Raises:
            LayerError: the layer cannot be read, or the parameters are not what they should be.
        """
        return self.scene_of(self.layer(parameters, context), parameters, context)

    def scene_of(self, layer: QgsRasterLayer, parameters: Dict[str, Any], context: QgsProcessingContext) -> SceneSpec:
        """The same of any layer: the parameters go before its own answers."""
        said = spec_parameters.said(self, SceneSpec, parameters, context, layer.bandCount())
        return raster_layers.answered(layer, **said)

    def further_scenes(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[SceneSpec, ...]:
        """The scenes beside the first, which may be among them."""
        first = self.layer(parameters, context)
        found = self.parameterAsLayerList(parameters, SCENES, context) or ()
        return further_scenes(first, found, lambda layer: self.scene_of(layer, parameters, context))

    def layer(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> QgsRasterLayer:
        """The layer to read; `LayerError` if there is none."""
        layer = self.parameterAsRasterLayer(parameters, INPUT, context)
        if layer is None:
            raise raster_layers.LayerError(tr("the layer cannot be opened as a raster"), tr("choose a raster layer"))
        return layer

    def compute(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> ComputeSpec:
        """Model, device and precision: those given here, else those chosen in the dock."""
        return replace(settings.compute(), **spec_parameters.said(self, ComputeSpec, parameters, context))

    def extent(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[Tuple[float, ...]]:
        """The part to map in the layer's CRS; None for all of it, `LayerError` for one elsewhere."""
        if not parameters.get(EXTENT):
            return None
        rectangle = self.parameterAsExtent(parameters, EXTENT, context)
        if rectangle.isNull() or not rectangle.isFinite():  # that of a layer without features, or four zeros
            told = tr("the extent is empty")
            raise raster_layers.LayerError(told, tr("leave it open for the whole layer, or give another one"))
        crs = self.parameterAsExtentCrs(parameters, EXTENT, context)
        return raster_layers.extent_for(rectangle, crs, self.layer(parameters, context))

    def output(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> Optional[str]:
        """The absolute path of a layer to write; None if it is not wanted.

        Raises:
            QgsProcessingException: it is a URL, beside which a copy of labels would be written in a folder of its name.
        """
        path = self.parameterAsOutputLayer(parameters, name, context)
        if "://" in path:
            told = tr("results are written to a disk; {text} is not there", text=path)
            raise QgsProcessingException(one_line(told, tr("give a path on a disk, and copy the result")))
        return absolute(path) if path else None

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """On the main thread: layers become plain values."""
        try:
            self.prepare_request(parameters, context)
        except raster_layers.LayerError as error:
            raise QgsProcessingException(one_line(error.error, error.hint)) from error
        return True

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Keep what the run needs of layers; raise `LayerError` for what cannot work."""
        raise NotImplementedError


def ask_engine(request: Message, feedback: QgsProcessingFeedback, when_cancelled: str = "") -> Optional[Dict[str, Any]]:
    """Run a request in the engine; None if the user cancelled. The recipe and all warnings go to the log.

    Raises:
        QgsProcessingException: it failed; one line says why and what to do.
    """
    feedback.pushInfo(tr("Recipe, to be run again with: engine run RECIPE.json"))
    feedback.pushCommandInfo(task.recipe_of(request))
    progress_log = ProgressLog(feedback)
    try:
        answer = task.run_blocking(request, feedback.isCanceled, progress_log.hear)
    except task.JobCancelled:
        feedback.pushInfo(when_cancelled or tr("Cancelled; nothing was written."))
        return None
    except task.JobFailed as failure:
        if failure.log:
            feedback.pushDebugInfo(failure.log)
        raise QgsProcessingException(one_line(failure.error, failure.hint)) from failure
    for warning in answer.get("warnings") or ():
        feedback.pushWarning(plain(warning, where=PROCESSING))
    return answer


class ProgressLog:
    """Says in the log what the engine is at: each new step, and from time to time how far a long one is."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._step = ""
        self._pace, self._told = Pace(), 0.0

    def hear(self, event: Progress) -> None:
        """One event of progress."""
        now = time.monotonic()
        done, total, step = task.whole(event)
        if total:
            self._feedback.setProgress(100 * done / total)
        line = self._pace.line(now, done, total, step)
        if step != self._step:
            self._step, self._told = step, now
            self._feedback.setProgressText(stage(step))
        elif done and total and now - self._told >= TELL_EVERY_S:
            self._told = now
            self._feedback.pushInfo(line)


def one_line(error: str, hint: str) -> str:
    """What is wrong, and what to do; the engine's options are named as the parameters here."""
    return plain(error, hint, PROCESSING)
