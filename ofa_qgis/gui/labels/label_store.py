"""The classes and labels of the open project: what the legend shows, the map tools draw and the jobs learn from.

Keeps its choices in the project. Where labels are stored is in `own_labels` and `label_layers`.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ... import settings
from ...i18n import tr
from ...layers.labels_file import colours_of_layer, legend_of
from ...layers.legend import MAX_CLASSES, ClassRow, LabelClass, Legend
from ..classes.label_classes import ClassList, in_order
from . import label_query, label_state
from .label_layers import POINTS, POLYGONS, ChosenLayer, LabelChange, LabelError, LabelLayers, LabelStep
from .label_query import Counts
from .label_state import ClassRecord
from .labels_on_scene import OutsideCount, SceneCoverage
from .own_labels import OwnLabels

__all__ = ["LabelClass", "LabelStore"]


class LabelStore(ClassList):
    """Classes and label layers of the current project; there is one for the dock."""

    counted = pyqtSignal()  # which labels lie outside the scene has been counted again

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._coverage = SceneCoverage()
        self._is_rolled_back = False
        self._outside = OutsideCount(self)
        self._outside.counted.connect(self.counted)
        self._forget()
        self._soon = QTimer(self)  # many edits of others in a row are one change
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._labels_edited)
        project = QgsProject.instance()
        self._signals = (
            (project.readProject, self._restore), (project.cleared, self._reset),
            (project.writeProject, self._project_written), (project.projectSaved, self._project_saved),
            (project.layersRemoved, self._layers_removed),
        )  # fmt: skip
        for signal, slot in self._signals:
            signal.connect(slot)
        self._restore()

    def tear_down(self) -> None:
        """Hear no more of the project; its layers and labels stay."""
        self._soon.stop()
        for signal, slot in self._signals:
            signal.disconnect(slot)

    def _forget(self) -> None:
        self._own = OwnLabels(self._dress, self.told.emit)
        self._backend: LabelLayers = self._own
        self._chosen: Dict[str, ChosenLayer] = {}  # each layer that was used, with its steps, by its key
        self._records: Dict[str, ClassRecord] = {}  # of the places of labels, by key; the one in use as it was found
        self._counts: Counts = {}
        self._watched: Set[str] = set()
        self._restored: Optional[Legend] = None  # by a step that was just done, taken back, or done again
        self._forget_classes()

    # --- labels --------------------------------------------------------------------------------------------------

    def layers(self) -> List[QgsVectorLayer]:
        """The layers that hold the labels; none before the first label."""
        return self._backend.layers()

    def field(self) -> str:
        """The field of those layers that names the class."""
        return self._backend.field

    def is_own(self) -> bool:
        """Are the labels in layers that the plugin made (not in a layer that the user chose)?"""
        return isinstance(self._backend, OwnLabels)

    def path(self) -> Optional[Path]:
        """The file of our own labels, once there is one."""
        return self._own.path

    def counts(self) -> Dict[str, Tuple[int, int]]:
        """How many points and how many other geometries each class has."""
        return {each.name: self._counts.get(each.name, (0, 0)) for each in self._legend.classes}

    def outside(self) -> Counts:
        """How many points and other geometries of each class do not count: outside the scene, or without data."""
        return {each.name: self._outside.counts.get(each.name, (0, 0)) for each in self._legend.classes}

    def set_scene(
        self,
        layer: Optional[QgsRasterLayer],
        nodata: Sequence[Tuple[float, float]] = (),
        fill: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Say which scene is to be labelled, and what means nothing in it: values (ranges, both ends in), and fill."""
        coverage = SceneCoverage(layer, nodata, fill)
        if coverage != self._coverage:
            self._coverage = coverage
            self._outside.count(self.layers(), self.field(), coverage)

    def scene(self) -> Optional[QgsRasterLayer]:
        """The scene that is to be labelled, None if there is none."""
        return self._coverage.layer()

    def is_ready(self) -> bool:
        """Are there labels of at least two of the classes, or groups, that maps show?"""
        counts = self.counts()
        labelled = tuple(each for each in self._legend.classes if sum(counts[each.name]))
        return len(replace(self._legend, classes=labelled).of(self.level())) > 1

    def add_point(self, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> bool:
        """Label a point with the current class."""
        return self._add(POINTS, QgsGeometry.fromPointXY(point), crs)

    def add_polygon(self, points: Sequence[QgsPointXY], crs: QgsCoordinateReferenceSystem) -> bool:
        """Label what lies inside these corners with the current class."""
        return self._add(POLYGONS, QgsGeometry.fromPolygonXY([list(points)]), crs)

    def add_shape(self, polygon: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> bool:
        """Label what lies in a polygon, which may have holes, with the current class."""
        return self._add(POLYGONS, QgsGeometry(polygon), crs)

    def add_points(self, points: Mapping[str, Sequence[QgsPointXY]], crs: QgsCoordinateReferenceSystem) -> bool:
        """Label points of several classes as one step; classes that are not there yet are made."""
        after = self._with_new(self._legend, points)
        try:
            for name in points:
                self._backend.value(name)
            there = self._onto_labels(POINTS, crs)
            placed = [(name, there.transform(each)) for name, found in points.items() for each in found]
        except LabelError as error:
            self.failed.emit(str(error))
            return False
        except QgsCsException:
            self.failed.emit(tr("This place does not exist in the reference system of the labels."))
            return False
        changes = [LabelChange(POINTS, QgsGeometry.fromPointXY(place), None, name) for name, place in placed]
        return self._step(after, changes, tr("Add labels"))

    def _add(self, kind: str, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> bool:
        name = self.current()
        if name is None:
            self.failed.emit(tr("Add a class first, then click on the map."))
            return False
        refusal = self._coverage.refusal(geometry, crs)
        if refusal:
            self.failed.emit(refusal)
            return False
        try:
            self._backend.value(name)
            geometry.transform(self._onto_labels(kind, crs))
            parts = [geometry] if kind == POINTS else label_query.valid_polygons(geometry)
        except LabelError as error:
            self.failed.emit(str(error))
            return False
        except QgsCsException:
            self.failed.emit(tr("This place does not exist in the reference system of the labels."))
            return False
        return self._step(self._legend, [LabelChange(kind, part, None, name) for part in parts], tr("Add label"))

    def _onto_labels(self, kind: str, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """From a canvas to the layer of labels, which is made in its CRS; one without shows the scene's coordinates."""
        scene = self.scene()
        new = crs if crs.isValid() or scene is None else scene.crs()
        return QgsCoordinateTransform(crs, self._backend.target(kind, new).crs(), QgsProject.instance())

    def remove_near(self, point: QgsPointXY, crs: QgsCoordinateReferenceSystem, radius: float) -> bool:
        """Remove the nearest point within `radius` (units of `crs`), else the smallest geometry that lies there."""
        change = label_query.nearest(self.layers(), self.field(), point, crs, radius)
        return change is not None and self._step(self._legend, [change], tr("Remove label"))

    # --- steps ---------------------------------------------------------------------------------------------------

    def can_undo(self) -> bool:
        """Is there a step to take back?"""
        stack = self._backend.stack()
        return stack is not None and stack.canUndo()

    def can_redo(self) -> bool:
        """Is there a step to do again?"""
        stack = self._backend.stack()
        return stack is not None and stack.canRedo()

    def undo(self) -> bool:
        """Take the last step back."""
        return self.can_undo() and self._carry_out(self._backend.undo)

    def redo(self) -> bool:
        """Do the last step again that was taken back."""
        return self.can_redo() and self._carry_out(self._backend.redo)

    def _step(self, after: Legend, changes: List[LabelChange], text: str) -> bool:
        known = None if self._soon.isActive() else changes  # somebody else's edits are not counted yet
        key = self._backend.key
        step = LabelStep(text, self._legend, after, changes, lambda legend: self._restore_legend(key, legend))
        return self._carry_out(lambda: self._backend.do(step), known)

    def _restore_legend(self, key: str, legend: Legend) -> None:
        """A step in a place of labels was done, taken back, or done again: by us, or by QGIS's own undo."""
        if self._is_rolled_back:
            return
        if key != self._backend.key:  # found when this place is used again
            self._records[key] = replace(self._records.get(key, ClassRecord()), legend=legend)
            return
        self._restored = legend
        self._soon.start()

    def _carry_out(self, action: Callable[[], None], changes: Optional[List[LabelChange]] = None) -> bool:
        """Do something to labels and classes, all of it in `changes` if they are given; say why if it cannot be."""
        try:
            action()
        except LabelError as error:
            self.failed.emit(str(error))
            return False
        self._soon.stop()  # our own edit told us through the layer, too
        self._take(self._legend, changes)
        self.changed.emit()
        return True

    def _take(
        self, legend: Legend, changes: Optional[List[LabelChange]] = None, categories: Sequence[str] = ()
    ) -> None:
        """Count the changes, else all anew, and show this legend, or the one that a step has left.

        Classes that only categories or labels know are added.
        """
        legend, self._restored = self._restored or legend, None
        if changes is None or not self.layers():
            self._counts = label_query.count(self.layers(), self.field())
            self._outside.count(self.layers(), self.field(), self._coverage)
        else:  # a click must not wait until a hundred thousand labels are counted
            self._counts = label_query.changed_counts(self._counts, changes)
            self._outside.follow(changes, self.layers(), self._coverage)
        before = self._legend
        self._show(legend, [*categories, *in_order(self._counts)])
        if self._legend != before:
            self._show_own()
            self._keep()

    def _show_own(self) -> None:
        if self.is_own():
            self._own.show(self._legend)

    def set_level(self, level: str) -> None:
        """Have maps show each class (`legend.CLASS`), or each group (`legend.GROUP`)."""
        if level != self._level:
            self._level = level
            self._keep()
            self.classes_changed.emit()
            self.changed.emit()

    # --- where labels are ----------------------------------------------------------------------------------------

    def use_own(self) -> None:
        """Keep labels in our own layers from now on; classes that were made for them come back."""
        if not self._records.get(OwnLabels.key, ClassRecord()).legend.classes:
            self._records[OwnLabels.key] = self._record()
        self._use(self._own)

    def use_layer(self, layer: QgsVectorLayer, field: str) -> bool:
        """Keep labels in an existing layer; its categories and values become the classes."""
        if layer.fields().lookupField(field) < 0:
            self.failed.emit(tr("{layer} has no field {field}.", layer=layer.name(), field=field))
            return False
        colours = colours_of_layer(layer, field)
        self._styled.update({name: colour.upper() for name, colour in colours.items()})
        backend = self._chosen_layer(layer, field)
        if backend.key not in self._records:
            self._records[backend.key] = ClassRecord(legend_of(layer, field))
        self._use(backend, list(colours))
        if len(self._counts) > MAX_CLASSES:
            most = MAX_CLASSES
            self.failed.emit(
                tr("The field {field} has more than {count} values: it does not name classes.", field=field, count=most)
            )
        return True

    def _chosen_layer(self, layer: QgsVectorLayer, field: str) -> ChosenLayer:
        """The place of labels that this layer is, with the steps that it may have from before."""
        made = ChosenLayer(layer, field)
        return self._chosen.setdefault(made.key, made)

    def _use(self, backend: LabelLayers, categories: Sequence[str] = ()) -> None:
        self._records[self._backend.key] = self._record()
        record = self._records.get(backend.key, ClassRecord())
        self._backend = backend
        for layer in backend.layers():
            self._watch(layer)
        self._legend, self._gone, self._level = Legend(), record.gone, record.level
        self._take(record.legend, categories=categories)
        self._keep()
        self.changed.emit()

    def _record(self) -> ClassRecord:
        """The classes as they are shown, to be found again where these labels are used again."""
        return ClassRecord(self._legend, self._gone, self._level)

    def _dress(self, layer: QgsVectorLayer) -> None:
        """One of our layers has come into the project."""
        self._show_own()
        self._watch(layer)
        self._soon.start()  # there may be labels in it

    def _watch(self, layer: QgsVectorLayer) -> None:
        """Hear of what others do to the labels, in an edit session or in the file."""
        if layer.id() in self._watched:
            return
        self._watched.add(layer.id())
        for signal in (
            layer.featureAdded,
            layer.featuresDeleted,
            layer.attributeValueChanged,
            layer.geometryChanged,
            layer.editingStopped,
            layer.updatedFields,
            layer.subsetStringChanged,
        ):
            signal.connect(self._layer_edited)
        layer.beforeRollBack.connect(lambda: self._roll_back(True))
        layer.afterRollBack.connect(lambda: self._roll_back(False))

    def _roll_back(self, begins: bool) -> None:
        """All steps of a layer are taken back at once, and forgotten: the classes stay."""
        self._is_rolled_back = begins

    def _layer_edited(self, *_: Any) -> None:
        self._soon.start()

    def _layers_removed(self, ids: Sequence[str]) -> None:
        if self._watched.intersection(ids):
            self._watched.difference_update(ids)
            self._soon.start()  # later: the project may just be closing

    def _labels_edited(self) -> None:
        """Somebody else changed labels, or removed a layer of them."""
        if not self.is_own() and not self._backend.layers():
            self.told.emit(tr("The layer of labels was removed: new labels go to a layer of their own."))
            self.use_own()
            return
        self._take(self._legend)
        self.changed.emit()

    # --- the project ---------------------------------------------------------------------------------------------

    def _reset(self) -> None:
        """An empty project: nothing is labelled."""
        self._soon.stop()
        self._remember_for_others()
        self._forget()
        self._outside.count([], "", self._coverage)
        self._tell()
        self.changed.emit()

    def _restore(self, *_: Any) -> None:
        """Take up what the project keeps."""
        self._reset()
        project = QgsProject.instance()
        state = label_state.read(project)
        self._own.path = state.path
        self._records = dict(state.records)
        layer = project.mapLayer(state.layer) if state.layer else None
        usable = isinstance(layer, QgsVectorLayer) and layer.fields().lookupField(state.field) >= 0
        self._backend = self._chosen_layer(layer, state.field) if usable else self._own
        for each in (*self._own.layers(), *self._backend.layers()):
            self._watch(each)
        record = self._records.get(self._backend.key, ClassRecord())
        self._gone, self._level = record.gone, record.level
        self._take(self._own.legend(record.legend) if self.is_own() else record.legend)
        self.changed.emit()

    def _keep(self) -> None:
        """Keep our choices in the project."""
        used = self._backend
        layer, field = (used.layer_id, used.field) if isinstance(used, ChosenLayer) else ("", "")
        records = {**self._records, used.key: self._record()}
        label_state.write(QgsProject.instance(), label_state.LabelState(records, self._own.path, layer, field))

    def _remember_for_others(self) -> None:
        """Keep the classes for the next project that has none."""
        if self._legend.classes:
            settings.put(settings.LAST_CLASSES, json.dumps(self._legend.rows()))

    def last_classes(self) -> List[ClassRow]:
        """The classes of the project that was saved or closed last."""
        try:
            return [ClassRow(*row) for row in json.loads(settings.get(settings.LAST_CLASSES))]
        except (ValueError, TypeError):  # settings edited by hand
            return []

    def _project_written(self, *_: Any) -> None:
        self._remember_for_others()
        self._own.follow_project()
        self._keep()  # the path of the labels is relative to the project's

    def _project_saved(self) -> None:
        self._own.project_saved()
