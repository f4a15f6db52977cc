"""Examples and counter-examples that a person clicks: where they are, their marks on the canvas, the tool.

They are places in the CRS of the scene, and go with it. Knows no engine.
"""

from typing import Any, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...compat import GEOMETRY_POINT
from ...i18n import tr
from ..labels.labels_on_scene import SceneCoverage
from ..layer.scene import ChosenScene
from ..widgets.canvas_tool import UndoTool

MOST = 100  # that the engine takes
REACH_PX = 10  # a right click this near to an example removes it
MARK_PX = 12
BAND_PX = 3
COLOURS = {True: "#009E73", False: "#D55E00"}
"""Of examples and counter-examples: bluish green and vermilion of Okabe and Ito, told apart by colour-blind eyes."""


class Examples(QObject):
    """The places, in the order of the clicks. `changed` tells whenever there are others."""

    changed = pyqtSignal()

    def __init__(self, scene: ChosenScene, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.places: List[Tuple[float, float, bool]] = []  # x, y in the scene's CRS; whether it is an example
        self._scene = scene
        self._layer_id = ""

    @property
    def at(self) -> Tuple[Tuple[float, float], ...]:
        """The examples."""
        return tuple((x, y) for x, y, like in self.places if like)

    @property
    def unlike(self) -> Tuple[Tuple[float, float], ...]:
        """The counter-examples."""
        return tuple((x, y) for x, y, like in self.places if not like)

    def follow_scene(self) -> None:
        """Forget all if another layer is chosen."""
        layer = self._scene.layer
        layer_id = layer.id() if layer is not None else ""
        if layer_id != self._layer_id:
            self._layer_id = layer_id
            self.clear()

    def add(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem, like: bool) -> str:
        """Add a place; why it cannot be one, "" if it is."""
        if not self._scene.is_ready:
            return tr("The layer is not ready yet: see above.")
        if len(self.places) >= MOST:
            return tr("There can be {most} examples at most: remove some.", most=MOST)
        layer, nodata = self._scene.layer, self._scene.source.nodata if self._scene.source else ()
        coverage = SceneCoverage(layer, nodata, self._scene.fill)
        here = moved(place, crs, layer.crs())
        if here is None or not coverage.counts(QgsGeometry.fromPointXY(here), layer.crs()):
            return tr("{layer} has no data here.", layer=layer.name())
        self.places.append((here.x(), here.y(), like))
        self.changed.emit()
        return ""

    def remove_near(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem, reach: float) -> None:
        """Remove the one that is nearest to a place, if it is within reach, in units of `crs`."""
        shown = self.shown_in(crs)
        near = [(place.distance(point), k) for k, (point, _) in enumerate(shown) if point is not None]
        if near and min(near)[0] <= reach:
            del self.places[min(near)[1]]
            self.changed.emit()

    def shown_in(self, crs: QgsCoordinateReferenceSystem) -> List[Tuple[Optional[QgsPointXY], bool]]:
        """The places in another CRS, None where they have none; whether each is an example."""
        layer = self._scene.layer
        if layer is None:
            return []
        return [(moved(QgsPointXY(x, y), layer.crs(), crs), like) for x, y, like in self.places]

    def undo(self) -> None:
        """Take the last one back."""
        if self.places:
            self.places.pop()
            self.changed.emit()

    def clear(self) -> None:
        """Forget all."""
        if self.places:
            self.places = []
            self.changed.emit()


class ExampleMarks:
    """What is on the canvas: a ring for each example, a cross for each counter-example."""

    def __init__(self, canvas: QgsMapCanvas, examples: Examples) -> None:
        self._canvas, self._examples = canvas, examples
        self.is_on = False
        kinds = QgsRubberBand.IconType
        self._bands = {like: QgsRubberBand(canvas, GEOMETRY_POINT) for like in (True, False)}
        for like, icon in ((True, kinds.ICON_CIRCLE), (False, kinds.ICON_X)):
            band = self._bands[like]
            band.setIcon(icon)
            band.setIconSize(MARK_PX)
            band.setWidth(BAND_PX)
            band.setColor(QColor(COLOURS[like]))
            band.setSecondaryStrokeColor(QColor("white"))

    def show(self, on: bool) -> None:
        """Show them, or hide them."""
        self.is_on = on
        self.draw()

    def draw(self, *_: Any) -> None:
        """Draw the places as they are now."""
        for band in self._bands.values():
            band.reset(GEOMETRY_POINT)
        crs = self._canvas.mapSettings().destinationCrs()
        for point, like in self._examples.shown_in(crs) if self.is_on else []:
            if point is not None:
                self._bands[like].addPoint(point)

    def remove(self) -> None:
        """Leave nothing on the canvas."""
        for band in self._bands.values():
            self._canvas.scene().removeItem(band)


class ExampleTool(UndoTool):
    """A click adds an example, a right click removes the nearest, Ctrl+Z takes the last one back."""

    def __init__(self, canvas: QgsMapCanvas, examples: Examples, like: bool) -> None:
        super().__init__(canvas)
        self._examples, self._like = examples, like
        self.tag.show_class(tr("example") if like else tr("counter-example"), QColor(COLOURS[like]))

    def undo(self) -> None:
        """Take the last place back."""
        self._examples.undo()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Add, or remove."""
        place, crs = self.toMapCoordinates(event.pos()), self._canvas.mapSettings().destinationCrs()
        if event.button() == Qt.MouseButton.LeftButton:
            self.tag.say(self._examples.add(place, crs, self._like))
        elif event.button() == Qt.MouseButton.RightButton:
            self._examples.remove_near(place, crs, REACH_PX * self._canvas.mapUnitsPerPixel())


def moved(
    place: QgsPointXY, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> Optional[QgsPointXY]:
    """A place in another CRS; None where it has none there."""
    try:
        return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(place)
    except QgsCsException:
        return None
