"""Questions to layers of labels: all labels, how many of each class, which is nearest. Changes nothing."""

from typing import Any, Collection, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...compat import GEOMETRY_POINT, GEOMETRY_POLYGON
from ...i18n import tr
from ...layers.labels_file import class_text
from .label_layers import POINTS, POLYGONS, LabelChange, LabelError

Counts = Dict[str, Tuple[int, int]]  # class -> points, other geometries


def labels_in(
    layers: Iterable[QgsVectorLayer], field: str, within: Optional[QgsRectangle] = None, geometry: bool = True
) -> Iterator[Tuple[str, str, QgsFeature]]:
    """Kind, class and feature of each label, uncommitted edits included."""
    for layer in layers:
        if layer.fields().lookupField(field) < 0:
            continue
        request = QgsFeatureRequest()
        if within is not None:
            request.setFilterRect(within)
        if not geometry:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
            request.setSubsetOfAttributes([field], layer.fields())
        kind = POINTS if layer.geometryType() == GEOMETRY_POINT else POLYGONS
        for feature in layer.getFeatures(request):
            name = class_text(feature[field])
            if name:
                yield kind, name, feature


def count(layers: Iterable[QgsVectorLayer], field: str) -> Counts:
    """How many points and how many other geometries each class has."""
    found: Dict[str, List[int]] = {}
    for kind, name, _ in labels_in(layers, field, geometry=False):
        found.setdefault(name, [0, 0])[kind != POINTS] += 1
    return {name: (points, others) for name, (points, others) in found.items()}


def changed_counts(counts: Mapping[str, Tuple[int, int]], changes: Iterable[LabelChange]) -> Counts:
    """The counts after some changes; classes without labels are left out."""
    found = {name: list(pair) for name, pair in counts.items()}
    for change in changes:
        for name, step in ((change.before, -1), (change.after, 1)):
            if name is not None:
                found.setdefault(name, [0, 0])[change.kind != POINTS] += step
    return {name: (points, others) for name, (points, others) in found.items() if points + others > 0}


def of_classes(
    layers: Iterable[QgsVectorLayer], field: str, names: Collection[str], after: Optional[str]
) -> List[LabelChange]:
    """The changes that give all labels of some classes another name, or remove them."""
    return [
        LabelChange(kind, QgsGeometry(feature.geometry()), name, after, feature.id())
        for kind, name, feature in labels_in(layers, field)
        if name in names
    ]


def nearest(
    layers: Iterable[QgsVectorLayer], field: str, point: QgsPointXY, crs: QgsCoordinateReferenceSystem, radius: float
) -> Optional[LabelChange]:
    """The removal of the nearest point within `radius` (units of `crs`), else of the smallest geometry there."""
    around = QgsRectangle(point.x() - radius, point.y() - radius, point.x() + radius, point.y() + radius)
    found: List[Tuple[Tuple[Any, ...], LabelChange]] = []
    for layer in layers:
        there = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
        try:
            window, centre = there.transformBoundingBox(around), QgsGeometry.fromPointXY(there.transform(point))
        except QgsCsException:
            continue
        for kind, name, feature in labels_in([layer], field, within=window):
            shape = QgsGeometry(feature.geometry())
            if shape.intersects(QgsGeometry.fromRect(window)):
                rank = (kind != POINTS, shape.area(), shape.distance(centre), len(found))
                found.append((rank, LabelChange(kind, shape, name, None, feature.id())))
    return min(found, key=lambda each: each[0])[1] if found else None


def valid_polygons(polygon: QgsGeometry) -> List[QgsGeometry]:
    """The polygon, or the ones that it falls into where its outline crosses itself.

    Raises:
        LabelError: there is no area in it.
    """
    whole = polygon if polygon.isGeosValid() else polygon.makeValid()
    parts = [part for part in whole.asGeometryCollection() if part.type() == GEOMETRY_POLYGON and part.area() > 0]
    if not parts:
        raise LabelError(tr("A polygon needs three corners that are not in a line."))
    return parts
