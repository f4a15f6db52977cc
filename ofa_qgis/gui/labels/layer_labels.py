"""Labels in a vector layer that the user has already: edited through its own edit session and its own undo stack."""

from typing import Any, Dict, List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsProject, QgsVectorDataProvider, QgsVectorLayer

from ...compat import GEOMETRY_POINT, GEOMETRY_POLYGON, TYPE_TEXT, QUndoStack
from ...i18n import tr
from ...layers.labels_file import class_text
from ...layers.legend import MAX_CLASSES
from .label_edits import POINTS, POLYGONS, LabelChange, LabelEdit, LabelError


class LayerLabels:
    """An existing layer and the field that names the classes."""

    def __init__(self, layer: QgsVectorLayer, field: str) -> None:
        self.layer_id, self.field = layer.id(), field
        self.key = f"{layer.id()}|{field}"  # of its legend in the project
        self._stack = layer.undoStack()  # held: Python forgets the steps on it with the last reference to it

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
            if kind == POINTS:
                told = tr("{layer} holds no points: draw polygons, or choose a new label layer.", layer=layer.name())
            else:
                told = tr("{layer} holds no polygons: draw points, or choose a new label layer.", layer=layer.name())
            raise LabelError(told)
        self._edit(layer, QgsVectorDataProvider.Capability.AddFeatures)
        return layer

    def _edit(self, layer: QgsVectorLayer, needed: Any) -> None:
        able = layer.isEditable() or (not layer.readOnly() and layer.dataProvider().capabilities() & needed)
        if not able or not (layer.isEditable() or layer.startEditing()):
            raise LabelError(tr("{layer} is read-only: choose a new label layer.", layer=layer.name()))

    def stack(self) -> Optional[QUndoStack]:
        """The layer's own: it has the steps of the plugin and those of QGIS's tools."""
        return self._stack if self.layer() else None

    def do(self, step: LabelEdit) -> None:
        """Carry out a step of the user as one command of the layer's undo stack.

        Raises:
            LabelError: the layer cannot be edited so.
        """
        layer = self.layer()
        if layer is None:
            return
        if not step.changes:
            self._stack.push(step)
            return
        names = {change.after for change in step.changes if change.after is not None}
        values = {name: self.value(name) for name in names}
        needed = QgsVectorDataProvider.Capability
        for change in step.changes:  # before anything is changed
            if change.after is None:
                self._edit(layer, needed.DeleteFeatures)
            elif change.before is not None:
                self._edit(layer, needed.ChangeAttributeValues)
        layer.beginEditCommand(step.text())
        self._stack.push(step)
        if not all(self._carry_out(layer, change, values) for change in step.changes):
            layer.destroyEditCommand()
            raise LabelError(tr("{layer} did not take the change.", layer=layer.name()))
        layer.endEditCommand()
        layer.triggerRepaint()

    def undo(self) -> None:
        """Take the last step of the layer back, whoever made it."""
        self._stack.undo()
        self.layer().triggerRepaint()

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        self._stack.redo()
        self.layer().triggerRepaint()

    def _carry_out(self, layer: QgsVectorLayer, change: LabelChange, values: Dict[str, Any]) -> bool:
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
