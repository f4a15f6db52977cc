"""Which field of a vector layer holds its classes: reads the features that `class_field` judges. Changes nothing."""

from typing import Any, Dict, List, Set

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..compat import TYPE_TEXT
from .class_field import OTHER, TEXT, WHOLE, Column, class_column, named_column
from .labels_file import class_text

MOST_FEATURES = 5000  # that are looked at: a layer of a million must not be waited for


def likely_field(layer: QgsVectorLayer) -> str:
    """The field of a layer that holds classes, "" if none does; of a layer without features, the one named so."""
    found = columns(layer)
    if not any(column.features for column in found):
        return class_column(found, _styled(layer)) or named_column(found)
    return class_column(found, _styled(layer))


def columns(layer: QgsVectorLayer) -> List[Column]:
    """What the fields of a layer hold, edits that are not saved included."""
    fields = layer.fields()
    values: List[Set[str]] = [set() for _ in fields]
    filled, whole, features = [0] * len(values), [True] * len(values), 0
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(MOST_FEATURES)
    for features, feature in enumerate(layer.getFeatures(request), 1):  # noqa: B007 - the last one counts them
        for place, value in enumerate(feature.attributes()):
            text = class_text(value)
            if text:
                filled[place] += 1
                values[place].add(text)
                whole[place] = whole[place] and _is_whole(value)
    kinds: Dict[bool, str] = {True: WHOLE, False: OTHER}
    return [
        Column(
            field.name(), TEXT if field.type() == TYPE_TEXT else kinds[field.isNumeric() and whole[place]],
            len(values[place]), filled[place], features,
        )
        for place, field in enumerate(fields)
    ]  # fmt: skip


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def _styled(layer: QgsVectorLayer) -> str:
    """The field by whose values a layer is drawn; "" if it is drawn in another way."""
    renderer = layer.renderer()
    return str(renderer.classAttribute().strip('"')) if renderer and renderer.type() == "categorizedSymbol" else ""
