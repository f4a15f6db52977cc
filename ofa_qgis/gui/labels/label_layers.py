"""Where labels are kept, and the steps that change them.

Each place has one stack of steps, Qt's own, and a step is one command of it: what changed in the labels, and the legend
before and after. Labels of the plugin (`own_labels`) are written to their file at once. Those of a layer that the user
has already (`ChosenLayer`) are edits of its session, on the layer's own stack, where they stand in turn with those of
QGIS's tools and QGIS's own undo takes them back as well.
"""

from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorDataProvider,
    QgsVectorLayer,
)

from ...compat import GEOMETRY_POINT, GEOMETRY_POLYGON, TYPE_TEXT, QUndoCommand, QUndoStack
from ...i18n import tr
from ...layers.labels_file import class_text
from ...layers.legend import MAX_CLASSES, Legend

POINTS = "points"
POLYGONS = "polygons"


class LabelError(Exception):
    """A label cannot be drawn or changed; the text says why and what to do."""


@dataclass
class LabelChange:
    """One label that comes (`before` is None), goes (`after` is None) or changes its class."""

    kind: str  # POINTS or POLYGONS
    geometry: QgsGeometry
    before: Optional[str]
    after: Optional[str]
    fid: Optional[int] = None  # known once the label is written


class LabelStep(QUndoCommand):
    """One step of the user, a click as well as a change of a class.

    Args:
        text: what the user did.
        before: the legend.
        after: the legend.
        changes: of labels; the place of the labels carries them out.
        show: called with the legend when the step is done, taken back, or done again.
    """

    def __init__(
        self, text: str, before: Legend, after: Legend, changes: List[LabelChange], show: Callable[[Legend], None]
    ) -> None:
        super().__init__(text)
        self.changes = changes
        self._before, self._after, self._show = before, after, show

    def redo(self) -> None:
        """The legend is as after the step."""
        self._show(self._after)

    def undo(self) -> None:
        """The legend is as before the step."""
        self._show(self._before)

    def reversed_changes(self) -> List[LabelChange]:
        """The changes that take the step back."""
        return [LabelChange(c.kind, c.geometry, c.after, c.before, c.fid) for c in reversed(self.changes)]


class LabelLayers:
    """A place of labels: its layers, their field of the class, and its stack of steps."""

    key = ""  # of its classes in the project
    field = ""

    def __init__(self, stack: QUndoStack) -> None:
        self._stack = stack  # held: Python forgets the steps on it with the last reference to it

    def layers(self) -> List[QgsVectorLayer]:
        """The layers that are in the project; points first."""
        raise NotImplementedError

    def target(self, kind: str, crs: Optional[QgsCoordinateReferenceSystem] = None) -> QgsVectorLayer:
        """The layer for a new label, made in `crs` if need be; raises LabelError if there is none."""
        raise NotImplementedError

    def value(self, name: str) -> Any:
        """What stands in the field for a class; raises LabelError if the field cannot hold the name."""
        return name

    def stack(self) -> Optional[QUndoStack]:
        """The steps that can be undone and done again; None if they went with their layer."""
        return self._stack

    def do(self, step: LabelStep) -> None:
        """Carry out a step of the user; raises LabelError, and does nothing, if the labels cannot be changed so."""
        self._write(step.changes)
        self._stack.push(step)

    def undo(self) -> None:
        """Take the last step back; raises as `do`."""
        step = self._stack.command(self._stack.index() - 1)
        self._write(step.reversed_changes() if isinstance(step, LabelStep) else [])
        self._stack.undo()

    def redo(self) -> None:
        """Do the last step again that was taken back; raises as `do`."""
        step = self._stack.command(self._stack.index())
        self._write(step.changes if isinstance(step, LabelStep) else [])
        self._stack.redo()

    def _write(self, changes: List[LabelChange]) -> None:
        """Change the labels."""
        raise NotImplementedError

    def _edits(
        self, layer: QgsVectorLayer, changes: Sequence[LabelChange]
    ) -> Tuple[List[QgsFeature], Dict[int, Dict[int, Any]], List[int]]:
        """What to do to a layer: features to add, new values by feature and field, and features to delete.

        A feature that somebody else removed already is left out.
        """
        column = layer.fields().lookupField(self.field)
        values = {name: self.value(name) for name in {change.after for change in changes} if name is not None}
        new = [_feature(layer, each, column, values[str(each.after)]) for each in changes if each.before is None]
        there = [(each.fid, each.after) for each in changes if each.before is not None and each.fid is not None]
        there = [(fid, after) for fid, after in there if layer.getFeature(fid).isValid()]
        renamed = {fid: {column: values[after]} for fid, after in there if after is not None}
        return new, renamed, [fid for fid, after in there if after is None]


def _feature(layer: QgsVectorLayer, change: LabelChange, column: int, value: Any) -> QgsFeature:
    """A new label as the layer takes it."""
    feature = QgsFeature(layer.fields())
    for index in range(layer.fields().count()):
        clause = layer.dataProvider().defaultValueClause(index)
        if clause:
            feature[index] = clause
    feature[column] = value
    if change.fid is not None:  # comes back: under the id that earlier steps know
        feature[0] = change.fid
    geometry = change.geometry
    if geometry.wkbType() != layer.wkbType():
        geometry = next(iter(geometry.coerceToType(layer.wkbType())), geometry)
    feature.setGeometry(geometry)
    return feature


class ChosenLayer(LabelLayers):
    """A vector layer that the user has already, and the field that names the classes."""

    def __init__(self, layer: QgsVectorLayer, field: str) -> None:
        super().__init__(layer.undoStack())
        self.layer_id, self.field = layer.id(), field
        self.key = f"{layer.id()}|{field}"

    def layer(self) -> Any:
        """The layer, None if it is no longer in the project."""
        return QgsProject.instance().mapLayer(self.layer_id)

    def layers(self) -> List[QgsVectorLayer]:
        """The layer, as a list of none or one."""
        layer = self.layer()
        return [layer] if layer and layer.isValid() else []

    def stack(self) -> Optional[QUndoStack]:
        """The layer's own: it has the steps of the plugin and those of QGIS's tools."""
        return self._stack if self.layer() else None

    def value(self, name: str) -> Any:
        """What stands in the field for a class; raises LabelError if the field cannot hold the name."""
        layer = self.layer()
        if layer is None or layer.fields().lookupField(self.field) < 0:
            raise LabelError(tr("The field {field} is gone: choose the labels again.", field=self.field))
        field = layer.fields().field(self.field)
        if field.type() != TYPE_TEXT and not field.isNumeric():
            return self._values().get(name, name)
        if field.isNumeric():
            try:
                return int(name) if name.lstrip("+-").isdigit() else float(name)
            except ValueError as error:
                told = tr("The field {field} holds numbers: {name} is none.", field=self.field, name=name)
                raise LabelError(told) from error
        if 0 < field.length() < len(name):
            shown = {"field": self.field, "length": field.length(), "name": name}
            raise LabelError(tr("The field {field} holds {length} characters: {name} is longer.", **shown))
        return name

    def _values(self) -> Dict[str, Any]:
        """What stands in the field, by the name of the class."""
        layer = self.layer()
        found = layer.uniqueValues(layer.fields().lookupField(self.field), MAX_CLASSES + 1)
        return {class_text(value): value for value in found if class_text(value)}

    def target(self, kind: str, crs: Optional[QgsCoordinateReferenceSystem] = None) -> QgsVectorLayer:
        """The layer; raises LabelError if it is gone, read-only, or holds other geometries."""
        layer = self.layer()
        if layer is None:
            raise LabelError(tr("The layer of labels is gone: choose the labels again."))
        wanted = {POINTS: GEOMETRY_POINT, POLYGONS: GEOMETRY_POLYGON}[kind]
        if layer.geometryType() != wanted:
            if kind == POINTS:
                told = tr("{layer} holds no points: draw polygons, or choose a new label layer.", layer=layer.name())
            else:
                told = tr("{layer} holds no polygons: draw points, or choose a new label layer.", layer=layer.name())
            raise LabelError(told)
        self._open(layer, QgsVectorDataProvider.Capability.AddFeatures)
        return layer

    def _open(self, layer: QgsVectorLayer, needed: Any) -> None:
        """Begin an edit session, unless there is one."""
        able = layer.isEditable() or (not layer.readOnly() and layer.dataProvider().capabilities() & needed)
        if not able or not (layer.isEditable() or layer.startEditing()):
            raise LabelError(tr("{layer} is read-only: choose a new label layer.", layer=layer.name()))

    def do(self, step: LabelStep) -> None:
        """Carry out a step as one command of the layer's stack."""
        layer = self.layer()
        if layer is None:
            raise LabelError(tr("The layer of labels is gone: choose the labels again."))
        if not step.changes:
            self._stack.push(step)
            return
        needed = QgsVectorDataProvider.Capability
        for change in step.changes:  # before anything is changed
            if change.after is not None:
                self.value(change.after)
            if change.before is not None:
                self._open(layer, needed.DeleteFeatures if change.after is None else needed.ChangeAttributeValues)
        layer.beginEditCommand(step.text())
        self._stack.push(step)
        new, renamed, gone = self._edits(layer, step.changes)
        done = all(map(layer.addFeature, new)) and (not gone or layer.deleteFeatures(gone))
        if not (done and all(layer.changeAttributeValues(fid, values) for fid, values in renamed.items())):
            layer.destroyEditCommand()
            raise LabelError(tr("{layer} did not take the change.", layer=layer.name()))
        layer.endEditCommand()
        layer.triggerRepaint()

    def _write(self, changes: List[LabelChange]) -> None:
        """Nothing: the commands of the layer's stack do it."""
        self.layer().triggerRepaint()


def unsaved(layers: Sequence[QgsVectorLayer]) -> str:
    """That a layer has edits that are not saved, and that they count; "" if it has none.

    Previews, maps and training read the labels as QGIS shows them, edits included: see `labels_file.snapshot`.
    """
    for layer in layers:
        count = _unsaved(layer)
        if count == 1:
            return tr("1 unsaved edit in {layer} is used for the map: save it to keep it.", layer=layer.name())
        if count:
            return tr(
                "{count:,} unsaved edits in {layer} are used for the map: save them to keep them.",
                count=count,
                layer=layer.name(),
            )
    return ""


def _unsaved(layer: QgsVectorLayer) -> int:
    """How many features were added, removed or changed since the layer was saved."""
    buffer = layer.editBuffer()
    if buffer is None:
        return 0
    added = set(buffer.addedFeatures())
    changed = {*buffer.changedGeometries(), *buffer.changedAttributeValues()} - added
    return len(added) + len(changed) + len(buffer.deletedFeatureIds())
