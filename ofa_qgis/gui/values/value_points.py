"""Points with a number: the layer and the field that hold them, and what a click does to them.

The layer is the user's, or one that the first click makes beside the project. Both are edited as a label layer of the
user is: each click is a step of the layer's own undo, and is kept once its edits are saved. Knows no engine.
"""

import math
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale, QObject, pyqtSignal

from ...i18n import tr
from ...layers import labels_file, results
from ...layers.labels_file import VALUE, class_text
from ...layers.legend import Legend
from ..labels import label_query
from ..labels.label_layers import POINTS, ChosenLayer, LabelChange, LabelError, LabelStep
from ..labels.labels_on_scene import SceneCoverage
from ..labels.own_labels import create
from ..layer.scene import ChosenScene

NEW = {"values": f"Point?field={VALUE}:double"}  # the layer that the first click makes
ENDING = "values"
LOOK = {"name": "circle", "color": "#0072B2", "outline_color": "white", "size": "2.6"}
AWAY_MM = 1.5  # a number from its mark
EDITED = (
    "featureAdded", "featuresDeleted", "attributeValueChanged", "editingStopped", "subsetStringChanged",
)  # fmt: skip


class ValuePoints(QObject):
    """The points of the chosen layer. `changed` tells whenever there are others, `made` brings a new layer."""

    changed = pyqtSignal()
    made = pyqtSignal(object)

    def __init__(self, scene: ChosenScene, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._used: Optional[ChosenLayer] = None
        self._all: Dict[str, ChosenLayer] = {}  # what was used, with its steps, by its key
        self._heard: Any = None  # a layer

    @property
    def layer(self) -> Any:
        """The layer, None if there is none."""
        return self._used.layer() if self._used is not None else None

    @property
    def field(self) -> str:
        """The field with the number."""
        return self._used.field if self._used is not None else ""

    def use(self, layer: Optional[QgsVectorLayer], field: str) -> None:
        """Take the numbers of this field from now on; without a layer, the first click makes one."""
        self._hear(layer)
        self._used = None
        if layer is not None and field:
            chosen = ChosenLayer(layer, field)
            self._used = self._all.setdefault(chosen.key, chosen)
        self.changed.emit()

    def numbers(self) -> List[float]:
        """All of them."""
        layers = self._used.layers() if self._used is not None else []
        found = (number_of(name) for _, name, _ in label_query.labels_in(layers, self.field, geometry=False))
        return [each for each in found if each is not None]

    def add(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem, number: float) -> str:
        """Add a point; why it cannot be one, "" if it is."""
        try:
            used = self._used or self._make(crs if crs.isValid() else self._scene.layer.crs())
            if not (number.is_integer() or self._holds_parts()):
                return tr("The field {field} holds whole numbers only.", field=self.field)
            there = QgsCoordinateTransform(crs, used.target(POINTS).crs(), QgsProject.instance())
            point = QgsGeometry.fromPointXY(there.transform(place))
        except LabelError as error:
            return str(error)
        except QgsCsException:
            return tr("This place does not exist in the reference system of the labels.")
        return self._do(tr("Add value"), LabelChange(POINTS, point, None, class_text(number)))

    def refusal(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> str:
        """Why no point can be here, "" if one can."""
        if not self._scene.is_ready:
            return tr("The layer is not ready yet: see above.")
        if self.layer is None and self._used is not None:
            return tr("The layer of labels is gone: choose the labels again.")
        nodata = self._scene.source.nodata if self._scene.source else ()
        coverage = SceneCoverage(self._scene.layer, nodata, self._scene.fill)
        return coverage.refusal(QgsGeometry.fromPointXY(place), crs)

    def remove_near(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem, reach: float) -> str:
        """Remove the nearest point within reach, in units of `crs`; why that cannot be done, "" if it was."""
        layers = self._used.layers() if self._used is not None else []
        change = label_query.nearest(layers, self.field, place, crs, reach)
        return self._do(tr("Remove value"), change) if change is not None else ""

    def undo(self) -> str:
        """Take the last step back; why that cannot be done, "" if it was or there is none."""
        used = self._used
        stack = used.stack() if used is not None else None
        return self._try(used.undo) if used is not None and stack is not None and stack.canUndo() else ""

    def write(self, path: Path) -> str:
        """Copy the points as QGIS shows them into a file; what the field with the number is called there.

        Raises:
            LayerError: it cannot be written.
        """
        return labels_file.numbers(self.layer, self.field, path)

    def tear_down(self) -> None:
        """Hear of no layer any more."""
        self._hear(None)

    def _holds_parts(self) -> bool:
        """Whether the field can hold other numbers than whole ones."""
        fields = self.layer.fields()
        return "int" not in fields.field(fields.lookupField(self.field)).typeName().lower()

    def _do(self, text: str, change: LabelChange) -> str:
        assert self._used is not None  # nosec B101 - there is something to change
        used, step = self._used, LabelStep(text, Legend(), Legend(), [change], lambda _legend: None)
        return self._try(lambda: used.do(step))

    def _try(self, action: Callable[[], None]) -> str:
        try:
            action()
        except LabelError as error:
            return str(error)
        self.changed.emit()
        return ""

    def _make(self, crs: QgsCoordinateReferenceSystem) -> ChosenLayer:
        """A new layer beside the project, which shows its numbers.

        Raises:
            LabelError: it cannot be written.
        """
        project = QgsProject.instance()
        path = create(project, crs, NEW, ENDING)
        layer = QgsVectorLayer(f"{path}|layername={ENDING}", tr("Values: points"), "ogr")
        if not layer.isValid():
            raise LabelError(tr("The file of labels {path} cannot be read.", path=path))
        _show_numbers(layer)
        results.tell_apart(project.layerTreeRoot(), [layer])
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
        self.use(layer, VALUE)
        self.made.emit(layer)
        assert self._used is not None  # nosec B101
        return self._used

    def _hear(self, layer: Optional[QgsVectorLayer]) -> None:
        """Hear of edits of this layer, by whomever, and of no other."""
        if self._heard is not None and not sip.isdeleted(self._heard):
            for name in EDITED:
                getattr(self._heard, name).disconnect(self._tell)
        self._heard = layer
        if layer is not None:
            for name in EDITED:
                getattr(layer, name).connect(self._tell)

    def _tell(self, *_: Any) -> None:
        self.changed.emit()


def number_of(text: str) -> Optional[float]:
    """The number that a person has typed, with a comma or a point; None if it is none."""
    local, text = QLocale(), text.strip()
    local.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
    for language in (local, QLocale.c()):
        number, well = language.toDouble(text)
        if well and math.isfinite(number):
            return float(number)
    return None


def _show_numbers(layer: QgsVectorLayer) -> None:
    """A mark for each point, and its number beside it with a white rim."""
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(LOOK)))
    rim, text, how = QgsTextBufferSettings(), QgsTextFormat(), QgsPalLayerSettings()
    rim.setEnabled(True)
    text.setBuffer(rim)
    how.fieldName = VALUE
    how.dist = AWAY_MM
    how.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(how))
    layer.setLabelsEnabled(True)
