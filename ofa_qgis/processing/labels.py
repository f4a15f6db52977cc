"""The labels of algorithms that learn from features: a layer, or what is selected of it, and further layers.

Reads parameters of the names LABELS, FIELD and MORE_LABELS. Knows nothing of what is learnt.
"""

from typing import Any, Dict, List, NamedTuple

from qgis.core import QgsProcessingContext, QgsProcessingParameterMultipleLayers, QgsVectorLayer

from ..compat import TYPE_VECTOR_ANY
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..layers.layer_fields import likely_field
from ..layers.legend import Legend
from .base import OfaAlgorithm

LABELS, FIELD, MORE_LABELS = "LABELS", "FIELD", "MORE_LABELS"


class LabelInputs(NamedTuple):
    """What is learnt from.

    Attributes:
        sources: of features, the one of LABELS first.
        fields: the field of the class in each.
        layer: the layer of LABELS, None if its features come from elsewhere.
        more: the layers of MORE_LABELS.
    """

    sources: List[Any]
    fields: List[str]
    layer: Any
    more: List[QgsVectorLayer]

    def colours(self) -> Dict[str, str]:
        """Those of the layers' own categories; the first layer that has a class decides."""
        colours: Dict[str, str] = {}
        for place, layer in enumerate((self.layer, *self.more)):
            colours = {**labels_file.colours_of_layer(layer, self.fields[place]), **colours}
        return colours

    def legend(self) -> Legend:
        """The one that the first file has which keeps one."""
        layers_here = enumerate((self.layer, *self.more))
        kept = (labels_file.legend_of(layer, self.fields[place]) for place, layer in layers_here)
        return next((legend for legend in kept if legend.classes), Legend())

    def called(self) -> str:
        """The name of the field in a copy of all labels."""
        return self.fields[0] if len(self.fields) == 1 else labels_file.FIELD


def add_more_labels(algorithm: OfaAlgorithm) -> None:
    """The parameter of further layers."""
    more = QgsProcessingParameterMultipleLayers(MORE_LABELS, tr("Further labels"), TYPE_VECTOR_ANY, optional=True)
    tip = (
        tr("Layers of points, lines or polygons in any CRS, to be learnt from as well. Their class is in a field of "
           "the same name, else in the one that looks like classes.")
    )  # fmt: skip
    algorithm.add(more, tip)


def labels_of(algorithm: OfaAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext) -> LabelInputs:
    """The features and the fields of their classes.

    Features are the layer itself where all of it is meant: it takes invalid geometries, as the engine does, while
    Processing's source of the selected features refuses them.

    Raises:
        LayerError: labels cannot be opened, or have no field of classes, or no CRS for a scene that has one.
    """
    source = algorithm.parameterAsSource(parameters, LABELS, context)
    if source is None:
        raise raster_layers.LayerError(tr("the labels cannot be opened"), tr("choose a layer of points or polygons"))
    field = algorithm.parameterAsString(parameters, FIELD, context)
    if field not in source.fields().names():
        raise raster_layers.LayerError(
            tr("the labels have no field {field}", field=field),
            tr("choose one of: {fields}", fields=", ".join(source.fields().names())),
        )
    layer = algorithm.parameterAsVectorLayer(parameters, LABELS, context)
    found = algorithm.parameterAsLayerList(parameters, MORE_LABELS, context) or ()
    more = [each for each in found if layer is None or each.id() != layer.id()]
    fields = [field, *(_field_of(each, field) for each in more)]
    placed = algorithm.layer(parameters, context).crs().isValid()
    if placed and not all(crs.isValid() for crs in (source.sourceCrs(), *(each.crs() for each in more))):
        raise raster_layers.LayerError(tr("the labels have no CRS"), tr("set it in the layer's properties"))
    whole = layer is not None and 0 <= source.featureCount() == layer.featureCount()  # -1: not known
    return LabelInputs([layer if whole else source, *more], fields, layer, more)


def _field_of(layer: QgsVectorLayer, wanted: str) -> str:
    """The field of the class in a further layer."""
    names = layer.fields().names()
    found = wanted if wanted in names else likely_field(layer)
    if not found:
        raise raster_layers.LayerError(
            tr(
                "the labels {name} have no field {field}, and no other that looks like classes",
                name=layer.name(),
                field=wanted,
            ),
            tr("give the field of the class the same name in all layers of labels"),
        )
    return found
