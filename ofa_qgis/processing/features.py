"""Layers of features as files for the engine: all that QGIS shows of them, whatever the layer is.

A layer's own file is read where it holds just that. Otherwise it is copied: with edits that are not saved, without what
a filter or a selection leaves out, with calculated fields, in the CRS of the layer's properties. A copy ends up beside
the result, so that the recipe can be run again.
"""

import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Callable, Collection, Dict, NamedTuple, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..engine import task
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..messages import Message
from .base import OfaAlgorithm, ask_engine, one_line

_numbers = count(1)  # of copies: runs in the background may be prepared side by side


class Features(NamedTuple):
    """What a parameter names.

    Attributes:
        source: of features: the layer itself where all of it is meant. It takes invalid geometries, as the engine
            does, while Processing's source of the selected features refuses them.
        layer: None if the features come from elsewhere.
        is_whole: whether all of the layer is meant.
    """

    source: Any
    layer: Optional[QgsVectorLayer]
    is_whole: bool


class FeaturesFile:
    """A file of features for one run: the layer's own, or a copy.

    Attributes:
        path: of the file.
        layer: its name in the file; None if there is only one.
        is_copy: whether it was made for this run.
    """

    def __init__(self, path: Path, layer: Optional[str], is_copy: bool) -> None:
        self.path, self.layer, self.is_copy = path, layer, is_copy

    def keep_beside(self, out: Path, ending: str, taken: Collection[Optional[str]] = ()) -> None:
        """Move a copy beside the result `out`, under a name that nothing has, nor any of the outputs `taken`.

        Raises:
            QgsProcessingException: it cannot be written there.
        """
        if not self.is_copy:
            return
        place, number = out.with_name(f"{out.stem}_{ending}.gpkg"), 1
        while place.exists() or str(place) in taken:  # it may be what the user still draws
            number += 1
            place = out.with_name(f"{out.stem}_{ending}_{number}.gpkg")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(str(self.path), str(place))
        except OSError as error:
            with suppress(OSError):  # a full disk leaves a part of it
                place.unlink()
            told = tr("the labels cannot be written beside the map ({reason})", reason=error.strerror or error)
            raise QgsProcessingException(one_line(told, tr("choose a folder that you can write to"))) from error
        self.path = place

    def drop(self) -> None:
        """Remove a copy: there is no result."""
        if self.is_copy:
            with suppress(OSError):  # still open on Windows: a small file stays
                self.path.unlink()


def features_of(
    algorithm: OfaAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Features:
    """The features that a parameter names.

    Raises:
        LayerError: they cannot be opened, or have no CRS for a scene that has one.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        told = tr("{parameter}: the layer cannot be opened", parameter=_title(algorithm, name))
        raise raster_layers.LayerError(told, tr("choose a layer of points or polygons"))
    if algorithm.layer(parameters, context).crs().isValid():
        require_crs(algorithm, name, source)
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    whole = layer is not None and 0 <= source.featureCount() == layer.featureCount()  # -1: not known
    return Features(layer if whole else source, layer, whole)


def require_crs(algorithm: OfaAlgorithm, name: str, source: Any) -> None:
    """Raise `LayerError` for features of a parameter that have no CRS."""
    if not source.sourceCrs().isValid():
        told = tr("{parameter}: the layer has no CRS", parameter=_title(algorithm, name))
        raise raster_layers.LayerError(told, tr("set it in the layer's properties"))


def file_of(name: str, features: Features, fields: Collection[str], copy: Callable[[Any, Path], Any]) -> FeaturesFile:
    """The file of features to be read, which has these fields.

    Args:
        name: of the parameter, for the name of a copy.
        features: that are read.
        fields: of the layer, that are read.
        copy: writes a source of features into a GeoPackage with the layer `labels_file.LAYER`.

    Raises:
        LayerError: they cannot be copied.
    """
    own = labels_file.plain_file(features.layer, *fields) if features.is_whole else None
    if own:
        return FeaturesFile(Path(own[0]), own[1], False)
    place = task.session_dir() / f"{name.lower()}-{next(_numbers)}.gpkg"
    copy(features.source, place)
    return FeaturesFile(place, labels_file.LAYER, True)


def ask_with(request: Message, feedback: QgsProcessingFeedback, *files: FeaturesFile) -> Optional[Dict[str, Any]]:
    """As `ask_engine`; copies go where there is no result."""
    answer = None
    try:
        answer = ask_engine(request, feedback)
    finally:
        for file in files if answer is None else ():
            file.drop()
    return answer


def _title(algorithm: OfaAlgorithm, name: str) -> str:
    return str(algorithm.parameterDefinition(name).description())
