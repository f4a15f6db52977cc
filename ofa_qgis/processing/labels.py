"""The labels of algorithms that learn from features: a layer, or what is selected of it, and further layers.

Reads parameters of the names LABELS, FIELD and MORE_LABELS. Knows nothing of what is learnt.
"""

from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from qgis.core import QgsProcessingContext, QgsProcessingParameterMultipleLayers, QgsVectorLayer

from ..compat import TYPE_VECTOR_ANY
from ..i18n import tr
from ..layers import labels_file, raster_layers
from ..layers.layer_fields import likely_field
from ..layers.legend import Legend
from .base import OfaAlgorithm
from .features import Features, FeaturesFile, features_of, file_of, require_crs

LABELS, FIELD, MORE_LABELS = "LABELS", "FIELD", "MORE_LABELS"


class LabelInputs(NamedTuple):
    """What is learnt from.

    Attributes:
        first: the features of LABELS.
        fields: the field of the class in each source.
        more: the layers of MORE_LABELS.
    """

    first: Features
    fields: List[str]
    more: List[QgsVectorLayer]

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of LABELS, None if its features come from elsewhere."""
        return self.first.layer

    @property
    def sources(self) -> List[Any]:
        """Of features, the one of LABELS first."""
        return [self.first.source, *self.more]

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

    def as_file(self, legend: Legend) -> Tuple[FeaturesFile, str]:
        """All of them as one file, which keeps the legend if it is a copy; and what the field of the class is there.

        Raises:
            LayerError: they cannot be copied.
        """

        def copy(_source: Any, path: Path) -> None:
            labels_file.snapshot(self.sources, self.fields, path, legend=legend if legend.classes else None)

        first = self.first._replace(is_whole=self.first.is_whole and not self.more)
        file = file_of(LABELS, first, self.fields[:1], copy)
        return file, labels_file.FIELD if file.is_copy else self.fields[0]

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

    Raises:
        LayerError: labels cannot be opened, or have no field of classes, or no CRS for a scene that has one.
    """
    source, layer, _ = features = features_of(algorithm, parameters, LABELS, context)
    field = algorithm.parameterAsString(parameters, FIELD, context)
    if field not in source.fields().names():
        raise raster_layers.LayerError(
            tr("the labels have no field {field}", field=field),
            tr("choose one of: {fields}", fields=", ".join(source.fields().names())),
        )
    found = algorithm.parameterAsLayerList(parameters, MORE_LABELS, context) or ()
    more = [each for each in found if layer is None or each.id() != layer.id()]
    fields = [field, *(_field_of(each, field) for each in more)]
    if algorithm.layer(parameters, context).crs().isValid():
        for each in more:
            require_crs(algorithm, MORE_LABELS, each)
    return LabelInputs(features, fields, more)


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
