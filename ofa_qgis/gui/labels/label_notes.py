"""What the user should know of the labels in use: edits that are not saved, labels that lie elsewhere. Words only."""

from typing import Any, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale

from ...i18n import tr
from ...layers import results
from ..preview.preview_layer import preview_ids

MOST_NAMED = 3  # classes in one sentence
NEAR_KM = 10  # below this, kilometres have a decimal


def unsaved(layers: Sequence[QgsVectorLayer]) -> str:
    """That a layer has edits that are not saved, and that they count; "" if it has none.

    Previews, maps and training read the labels as QGIS shows them, edits included: see `labels_file.snapshot`.
    """
    for layer in layers:
        count = _edits(layer)
        if count == 1:
            return tr("1 unsaved edit in {layer} is used for the map: save it to keep it.").format(layer=layer.name())
        if count:
            text = tr("{count} unsaved edits in {layer} are used for the map: save them to keep them.")
            return text.format(count=count, layer=layer.name())
    return ""


def _edits(layer: QgsVectorLayer) -> int:
    """How many features were added, removed or changed since the layer was saved."""
    buffer = layer.editBuffer()
    if buffer is None:
        return 0
    added = set(buffer.addedFeatures())
    changed = {*buffer.changedGeometries(), *buffer.changedAttributeValues()} - added
    return len(added) + len(changed) + len(buffer.deletedFeatureIds())


def not_here(store: Any) -> str:
    """Which labels do not count for the scene; "" if each class has some that do."""
    outside, counts = store.outside(), store.counts()
    used = {name: sum(pair) - sum(outside[name]) for name, pair in counts.items()}
    names = [name for name, count in used.items() if not count]
    if not names:
        return ""
    if not any(used.values()):
        return _none_here(store.scene(), store.layers())
    shown = [*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])]
    return tr("No labels here, so not on the map: {names}.").format(names=", ".join(shown))


def _none_here(scene: Optional[QgsRasterLayer], layers: Sequence[QgsVectorLayer]) -> str:
    """Where all labels are that do not lie in the scene."""
    here = _degrees(scene, scene.extent()) if scene is not None else None
    there = [extent for layer in layers if (extent := _degrees(layer, layer.extent())) is not None]
    if scene is None or here is None or not there:
        return tr("No label lies in this scene.")
    labels = QgsRectangle(there[0])
    for extent in there[1:]:
        labels.combineExtentWith(extent)
    far_km = distance_km(here, labels)
    if not far_km:
        return tr("No label lies where {scene} has data: label some places there.").format(scene=scene.name())
    other = _scene_around(labels.center(), scene)
    told = tr("No label lies in this scene: the labels are {km} km away.")
    if other:
        told = tr("No label lies in this scene: the labels are {km} km away, in the area of {other}.")
    shown = QLocale().toString(far_km, "f", 0 if far_km >= NEAR_KM else 1)
    return told.format(km=shown, other=other)


def distance_km(one: QgsRectangle, other: QgsRectangle) -> float:
    """Kilometres on the ellipsoid between the nearest places of two extents in degrees; 0 where they meet."""
    if one.intersects(other):
        return 0.0
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    from_x, to_x = _nearest(one.xMinimum(), one.xMaximum(), other.xMinimum(), other.xMaximum())
    from_y, to_y = _nearest(one.yMinimum(), one.yMaximum(), other.yMinimum(), other.yMaximum())
    return float(measure.measureLine(QgsPointXY(from_x, from_y), QgsPointXY(to_x, to_y))) / 1000


def _nearest(low: float, high: float, other_low: float, other_high: float) -> Sequence[float]:
    """Of two ranges, the values that are nearest to each other; the middle of what they share."""
    if high < other_low:
        return high, other_low
    if other_high < low:
        return low, other_high
    middle = (max(low, other_low) + min(high, other_high)) / 2
    return middle, middle


def _scene_around(place: QgsPointXY, scene: QgsRasterLayer) -> str:
    """The name of another scene of the project that this place (in degrees) lies in; "" if there is none."""
    ours = set(preview_ids())
    found: List[QgsMapLayer] = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and layer.id() != scene.id() and layer.providerType() == "gdal"
        if layer.id() not in ours and not layer.customProperty(results.RESULT)
    ]
    extents = ((layer, _degrees(layer, layer.extent())) for layer in found)
    return next((str(layer.name()) for layer, extent in extents if extent is not None and extent.contains(place)), "")


def _degrees(layer: QgsMapLayer, extent: QgsRectangle) -> Optional[QgsRectangle]:
    """A layer's extent in longitude and latitude; None if it has no place on the Earth."""
    if not layer.crs().isValid() or extent.isNull():
        return None
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        return QgsCoordinateTransform(layer.crs(), wgs84, QgsProject.instance()).transformBoundingBox(extent)
    except QgsCsException:
        return None
