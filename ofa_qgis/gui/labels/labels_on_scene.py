"""Which labels count for a scene: those on its pixels that hold values; and what to say where none do.

A point counts where the scene has data, any other geometry where it touches the scene. Reads single pixels of the
layer, and knows nothing of the engine, which decides the same way: a pixel counts if every used band has a value.
"""

import math
import re
import time
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...compat import GEOMETRY_POINT
from ...i18n import number, tr
from ...layers import raster_layers, results
from ..preview.preview_layer import preview_ids
from .label_layers import POINTS, LabelChange
from .label_query import Counts, labels_in

MOST_BANDS = 16  # looked at for one pixel: a click must not wait for hundreds of bands
Range = Tuple[int, float, float]  # a band, and the values (both ends in) that are meant
SLICE_S = 0.015  # of counting, between two turns of the event loop
MOST_CHANGES = 500  # that are looked at in one go; with more, all labels are counted again
MOST_NAMED = 3  # classes in one sentence
NEAR_KM = 10  # below this, kilometres have a decimal
REMOTE = re.compile(r"/vsi(curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)|https?:")  # a pixel may take seconds


class SceneCoverage:
    """Where a scene has pixels with values; without a scene, every place counts.

    Args:
        layer: the scene, None if none is chosen.
        nodata: ranges of values (both ends in) that mean nothing, beside what the layer itself says.
        fill: what means nothing in several bands at once; of each, "bands", and from "low" to "high" in each of them.
    """

    def __init__(
        self,
        layer: Optional[QgsRasterLayer] = None,
        nodata: Sequence[Tuple[float, float]] = (),
        fill: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self._layer: Any = layer if layer is not None and layer.isValid() else None
        self._nodata = tuple((float(low), float(high)) for low, high in nodata)
        self._what: Tuple[Any, ...] = ()
        self._bands: List[int] = []
        self._fill: List[List[Range]] = []
        if layer is not None and self._layer is not None:
            self._name, self._extent, self._crs = layer.name(), layer.extent(), layer.crs()
            self._bands = _bands_to_look_at(layer)
            self._fill = [_some(_ranges(part)) for part in fill if self._bands]
            place = (layer.source(), self._extent.toString(), self._crs.toWkt())
            self._what = (layer.id(), *place, _nodata_of(layer), self._nodata, tuple(self._bands), str(self._fill))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SceneCoverage) and self._what == other._what

    def __hash__(self) -> int:
        return hash(self._what)

    def refusal(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> str:
        """Why a label would not count, for the user; "" if it would."""
        if self.is_anywhere():
            return ""
        here = self._transformed(geometry, crs)
        if here is None or not here.intersects(self._extent):
            return tr("Outside {layer}: no label added.", layer=self._name)
        if geometry.type() == GEOMETRY_POINT and not self._has_value(here.asPoint()):
            return tr("{layer} has no data here: no label added.", layer=self._name)
        return ""

    def counts(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> bool:
        """Does a label count that is there already?"""
        if self.is_anywhere():
            return True
        here = self._transformed(geometry, crs)
        if here is None or not here.intersects(self._extent):
            return False
        return here.type() != GEOMETRY_POINT or any(self._has_value(QgsPointXY(each)) for each in here.vertices())

    def row(self, geometry: QgsGeometry) -> float:
        """What to sort by, so that neighbours in the file are read one after the other."""
        return -geometry.boundingBox().yMaximum()

    def layer(self) -> Optional[QgsRasterLayer]:
        """The scene, None if there is none or it was removed."""
        return None if self._layer is None or sip.isdeleted(self._layer) else self._layer

    def is_anywhere(self) -> bool:
        """Does every place count?"""
        return self.layer() is None

    def _transformed(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Optional[QgsGeometry]:
        """The geometry in the scene's CRS; None where that has no such place."""
        here = QgsGeometry(geometry)
        transform = QgsCoordinateTransform(crs, self._crs, QgsProject.instance())
        try:
            if transform.isValid() and not transform.isShortCircuited():
                here.transform(transform)
        except QgsCsException:
            return None
        finite = all(map(math.isfinite, (here.boundingBox().xMinimum(), here.boundingBox().yMaximum())))
        return here if finite else None

    def _has_value(self, place: QgsPointXY) -> bool:
        if not self._extent.contains(place):
            return False
        provider = self._layer.dataProvider()
        for band in self._bands:
            value, found = provider.sample(place, band)
            if not found or math.isnan(value) or any(low <= value <= high for low, high in self._nodata):
                return False
        return not any(
            all(low <= provider.sample(place, band)[0] <= high for band, low, high in part) for part in self._fill
        )


def _bands_to_look_at(layer: QgsRasterLayer) -> List[int]:
    """Some of the used bands, evenly spread; none where one pixel can take long."""
    if layer.providerType() != "gdal" or REMOTE.search(layer.source()):
        return []
    unused = {
        band for band, meaning in raster_layers.choices(layer)["bands"].items() if meaning == raster_layers.UNUSED
    }
    used = [band for band in range(1, layer.bandCount() + 1) if str(band) not in unused]
    return _some(used)


def _ranges(part: Mapping[str, Any]) -> List[Range]:
    """Each band of one kind of fill with the values that are meant."""
    return [(band, part["low"][k], part["high"][k]) for k, band in enumerate(part["bands"])]


def _some(bands: Sequence[Any]) -> List[Any]:
    """As many as are looked at, evenly spread."""
    step = max(len(bands) / MOST_BANDS, 1.0)
    return [bands[int(k * step)] for k in range(min(len(bands), MOST_BANDS))]


def _nodata_of(layer: QgsRasterLayer) -> Tuple[Any, ...]:
    """What the layer's properties say of nodata."""
    provider = layer.dataProvider()
    return tuple(
        (provider.useSourceNoDataValue(band), str([(r.min(), r.max()) for r in provider.userNoDataValues(band)]))
        for band in range(1, layer.bandCount() + 1)
    )


class OutsideCount(QObject):
    """How many labels of each class do not count; counted while nothing else is to do."""

    counted = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.counts: Counts = {}
        self._tally: Dict[str, List[int]] = {}
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def count(self, labels: Sequence[QgsVectorLayer], field: str, coverage: SceneCoverage) -> None:
        """Count all labels again; `counted` is emitted at the end."""
        self._tally = {}
        if coverage.is_anywhere() or not labels:
            self._timer.stop()
            self._end()
            return
        ids = [layer.id() for layer in labels]
        self._work = self._count(ids, field, coverage, self._tally)
        self._timer.start()

    def follow(self, changes: Sequence[LabelChange], labels: Sequence[QgsVectorLayer], coverage: SceneCoverage) -> None:
        """Count what a step of the user has changed."""
        if coverage.is_anywhere() or not labels:
            return
        for change in changes[:MOST_CHANGES]:
            if not coverage.counts(change.geometry, labels[0].crs()):
                _add(self._tally, change.before, change.kind, -1)
                _add(self._tally, change.after, change.kind, 1)
        if not self._timer.isActive():
            self.counts = _pairs(self._tally)

    def _go_on(self) -> None:
        until = time.monotonic() + SLICE_S
        while time.monotonic() < until:
            if next(self._work, self) is self:
                self._timer.stop()
                self._end()
                return

    def _end(self) -> None:
        before, self.counts = self.counts, _pairs(self._tally)
        if before != self.counts:
            self.counted.emit()

    @staticmethod
    def _count(ids: Sequence[str], field: str, coverage: SceneCoverage, tally: Dict[str, List[int]]) -> Iterator[None]:
        """Look at one label after the other; all are read first, so that no file stays open meanwhile."""
        for layer in filter(None, map(QgsProject.instance().mapLayer, ids)):
            crs = layer.crs()
            found = [(kind, name, feature.geometry()) for kind, name, feature in labels_in([layer], field)]
            for kind, name, geometry in sorted(found, key=lambda each: coverage.row(each[2])):
                if not coverage.counts(geometry, crs):
                    _add(tally, name, kind, 1)
                yield


def _add(tally: Dict[str, List[int]], name: Optional[str], kind: str, step: int) -> None:
    if name is not None:
        tally.setdefault(name, [0, 0])[kind != POINTS] += step


def _pairs(tally: Dict[str, List[int]]) -> Counts:
    return {name: (max(points, 0), max(others, 0)) for name, (points, others) in tally.items()}


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
    return tr("No labels here, so not on the map: {names}.", names=", ".join(shown))


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
        return tr("No label lies where {scene} has data: label some places there.", scene=scene.name())
    other = _scene_around(labels.center(), scene)
    far = number(far_km, ",.0f" if far_km >= NEAR_KM else ".1f")
    if other:
        return tr(
            "No label lies in this scene: the labels are {km} km away, in the area of {other}.", km=far, other=other
        )
    return tr("No label lies in this scene: the labels are {km} km away.", km=far)


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
