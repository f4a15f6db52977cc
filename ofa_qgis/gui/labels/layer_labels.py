"""Labels in a vector layer that the user has already: edited through its own edit session and its own undo stack."""

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsProject, QgsVectorDataProvider, QgsVectorLayer

from ...compat import GEOMETRY_POINT, GEOMETRY_POLYGON, TYPE_TEXT
from ...i18n import tr
from ...layers.labels_file import class_text
from .label_edits import POINTS, POLYGONS, Change, Classes, LabelError

MAX_CLASSES = 255  # what one byte of a class map can hold
_ClassStep = Tuple[int, Classes, Classes]  # index of the layer's undo stack, the classes before and after


class LayerLabels:
    """An existing layer and the field that names the classes."""

    def __init__(self, layer: QgsVectorLayer, field: str) -> None:
        self.layer_id, self.field = layer.id(), field
        self.key = f"{layer.id()}|{field}"  # of its legend in the project
        self._classes_at: Dict[int, Classes] = {}  # index of the layer's undo stack -> our classes there
        self._done: List[_ClassStep] = []  # steps that change no label, which the layer's stack knows nothing of
        self._undone: List[_ClassStep] = []
        layer.editingStopped.connect(self._forget_steps)

    def layer(self) -> Any:
        """The layer, None if it is no longer in the project."""
        return QgsProject.instance().mapLayer(self.layer_id)

    def layers(self) -> List[QgsVectorLayer]:
        """The layer, as a list of none or one."""
        layer = self.layer()
        return [layer] if layer and layer.isValid() else []

    def _values(self) -> Dict[str, Any]:
        """What stands in the field, by the name of the class."""
        layer = self.layer()
        column = layer.fields().lookupField(self.field) if layer else -1
        found = layer.uniqueValues(column, MAX_CLASSES + 1) if column >= 0 else ()
        return {class_text(value): value for value in found if class_text(value)}

    def value(self, name: str) -> Any:
        """What stands in the field for a class.

        Raises:
            LabelError: the field cannot hold the name.
        """
        layer = self.layer()
        if layer is None or layer.fields().lookupField(self.field) < 0:
            raise LabelError(tr("The field {field} is gone: choose the labels again.").format(field=self.field))
        field = layer.fields().field(self.field)
        if field.type() != TYPE_TEXT and not field.isNumeric():
            return self._values().get(name, name)
        if field.isNumeric():
            try:
                return int(name) if name.lstrip("+-").isdigit() else float(name)
            except ValueError as error:
                text = tr("The field {field} holds numbers: {name} is none.")
                raise LabelError(text.format(field=self.field, name=name)) from error
        if 0 < field.length() < len(name):
            text = tr("The field {field} holds {length} characters: {name} is longer.")
            raise LabelError(text.format(field=self.field, length=field.length(), name=name))
        return name

    def target(self, kind: str, crs: Optional[QgsCoordinateReferenceSystem] = None) -> QgsVectorLayer:
        """The layer, if labels of this kind can be added.

        Raises:
            LabelError: it is gone, read-only, or holds other geometries.
        """
        layer = self.layer()
        if layer is None:
            raise LabelError(tr("The layer of labels is gone: choose the labels again."))
        wanted = {POINTS: GEOMETRY_POINT, POLYGONS: GEOMETRY_POLYGON}[kind]
        if layer.geometryType() != wanted:
            text = {
                POINTS: tr("{layer} holds no points: draw polygons, or choose a new label layer."),
                POLYGONS: tr("{layer} holds no polygons: draw points, or choose a new label layer."),
            }[kind]
            raise LabelError(text.format(layer=layer.name()))
        self._edit(layer, QgsVectorDataProvider.Capability.AddFeatures)
        return layer

    def _edit(self, layer: QgsVectorLayer, needed: Any) -> None:
        able = layer.isEditable() or (not layer.readOnly() and layer.dataProvider().capabilities() & needed)
        if not able or not (layer.isEditable() or layer.startEditing()):
            text = tr("{layer} is read-only: choose a new label layer.")
            raise LabelError(text.format(layer=layer.name()))

    def do(self, before: Classes, after: Classes, changes: List[Change], text: str) -> Classes:
        """Carry out a step as one command of the layer's undo stack; the classes after it."""
        layer = self.layer()
        if layer is None:
            return after
        self._undone.clear()
        if not changes:
            self._done.append((layer.undoStack().index(), before, after))
            return after
        needed = QgsVectorDataProvider.Capability
        values = {name: self.value(name) for name in {change.after for change in changes if change.after is not None}}
        for change in changes:  # before anything is changed
            if change.after is None:
                self._edit(layer, needed.DeleteFeatures)
            elif change.before is not None:
                self._edit(layer, needed.ChangeAttributeValues)
        if layer.undoStack().index() == 0:  # a fresh edit session: what we knew was of the one before
            self._classes_at.clear()
        self._done = [step for step in self._done if step[0] <= layer.undoStack().index()]
        self._classes_at[layer.undoStack().index()] = before
        layer.beginEditCommand(text)
        done = all(self._carry_out(layer, change, values) for change in changes)
        if not done:
            layer.destroyEditCommand()
            raise LabelError(tr("{layer} did not take the change.").format(layer=layer.name()))
        layer.endEditCommand()
        layer.triggerRepaint()
        self._classes_at[layer.undoStack().index()] = after
        return after

    def _carry_out(self, layer: QgsVectorLayer, change: Change, values: Dict[str, Any]) -> bool:
        column = layer.fields().lookupField(self.field)
        if change.after is None:
            return layer.deleteFeature(change.fid)
        if change.before is not None:
            return layer.changeAttributeValue(change.fid, column, values[change.after])
        feature = QgsFeature(layer.fields())
        for index in range(layer.fields().count()):
            clause = layer.dataProvider().defaultValueClause(index)
            if clause:
                feature[index] = clause
        feature[column] = values[change.after]
        geometry = change.geometry
        if geometry.wkbType() != layer.wkbType():
            geometry = next(iter(geometry.coerceToType(layer.wkbType())), geometry)
        feature.setGeometry(geometry)
        return layer.addFeature(feature)

    def can_undo(self) -> bool:
        """Is there a step to take back?"""
        layer = self.layer()
        return self._is_next(self._done) or bool(layer and layer.isEditable() and layer.undoStack().canUndo())

    def can_redo(self) -> bool:
        """Is there a step to do again?"""
        layer = self.layer()
        return self._is_next(self._undone) or bool(layer and layer.isEditable() and layer.undoStack().canRedo())

    def undo(self) -> Optional[Classes]:
        """Take the layer's last step back; the classes after that, None if they are as they were."""
        return self._step(back=True)

    def redo(self) -> Optional[Classes]:
        """Do the layer's last step again; the classes after that, None if they are as they were."""
        return self._step(back=False)

    def _step(self, back: bool) -> Optional[Classes]:
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        if self._is_next(source):
            step = source.pop()
            target.append(step)
            return step[1] if back else step[2]
        layer = self.layer()
        stack = layer.undoStack()
        stack.undo() if back else stack.redo()
        layer.triggerRepaint()
        return self._classes_at.get(stack.index())

    def _is_next(self, steps: List[_ClassStep]) -> bool:
        """Was the last of these steps made where the layer's undo stack is now?"""
        layer = self.layer()
        return bool(layer and steps and steps[-1][0] == layer.undoStack().index())

    def _forget_steps(self) -> None:
        """The layer's edit session is over, and its undo stack empty."""
        self._done.clear()
        self._undone.clear()
