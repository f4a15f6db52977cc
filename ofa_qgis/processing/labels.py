"""The labels of algorithms that learn from features: a layer, or what is selected of it, and the field of the class.

Reads parameters of the names LABELS and FIELD. Knows nothing of what is learnt.
"""

from typing import Any, Dict, Tuple

from qgis.core import QgsProcessingContext

from .. import layers
from ..i18n import tr
from .base import OfaAlgorithm

LABELS, FIELD = "LABELS", "FIELD"


def labels_of(
    algorithm: OfaAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Tuple[Any, str, Any]:
    """The features, the field of their class, and the layer that they are of, if it is one.

    Features are the layer itself where all of it is meant: it takes invalid geometries, as the engine does, while
    Processing's source of the selected features refuses them.

    Raises:
        LayerError: the labels cannot be opened, or have not that field, or no CRS for a scene that has one.
    """
    source = algorithm.parameterAsSource(parameters, LABELS, context)
    if source is None:
        raise layers.LayerError(tr("the labels cannot be opened"), tr("choose a layer of points or polygons"))
    field = algorithm.parameterAsString(parameters, FIELD, context)
    if field not in source.fields().names():
        raise layers.LayerError(
            tr("the labels have no field {field}").format(field=field),
            tr("choose one of: {fields}").format(fields=", ".join(source.fields().names())),
        )
    if algorithm.layer(parameters, context).crs().isValid() and not source.sourceCrs().isValid():
        raise layers.LayerError(tr("the labels have no CRS"), tr("set it in the layer's properties"))
    layer = algorithm.parameterAsVectorLayer(parameters, LABELS, context)
    whole = layer is not None and 0 <= source.featureCount() == layer.featureCount()  # -1: not known
    return (layer if whole else source), field, layer
