"""A project's own labels: two layers of one file, written at once, found again when the user removed them.

Knows no classes but by name; says in `told` (a callable) what the user should know.
"""

from contextlib import suppress
from pathlib import Path
from typing import Callable, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from ...compat import QUndoStack
from ...i18n import tr
from ...layers.labels_file import write_legend
from ...layers.legend import Legend
from ...layers.raster_export import LayerError
from . import label_file
from .label_edits import POINTS, POLYGONS, LabelChange, LabelEdit, LabelError
from .label_file import FIELD
from .label_style import renderer_of

MARK = "ofa/labels"  # custom property of our layers (which of the two) and of their group


class OwnLabels:
    """The label layers that the plugin made itself.

    Args:
        dressed: called with each layer that has been added to the project.
        told: called with what the user should know.
    """

    field = FIELD
    key = ""  # of our legend in the project

    def __init__(self, dressed: Callable[[QgsVectorLayer], None], told: Callable[[str], None]) -> None:
        self._dressed, self._told = dressed, told
        self.path: Optional[Path] = None
        self._spare: Optional[Path] = None  # the unsaved project's file, to be removed once copied and saved
        self._stack = QUndoStack()

    def stack(self) -> Optional[QUndoStack]:
        """The steps that can be undone and done again."""
        return self._stack

    def do(self, step: LabelEdit) -> None:
        """Carry out a step of the user.

        Raises:
            LabelError: the labels cannot be written.
        """
        self._write(step.changes)
        self._stack.push(step)

    def undo(self) -> None:
        """Take the last step back; raises as `do`."""
        self._write(self._stack.command(self._stack.index() - 1).reversed_changes())
        self._stack.undo()

    def redo(self) -> None:
        """Do the last step again that was taken back; raises as `do`."""
        self._write(self._stack.command(self._stack.index()).changes)
        self._stack.redo()

    def layer(self, kind: str) -> Optional[QgsVectorLayer]:
        """Our layer of points or polygons, if it is in the project and can be read."""
        for layer in QgsProject.instance().mapLayers().values():
            if layer.customProperty(MARK) == kind and isinstance(layer, QgsVectorLayer) and layer.isValid():
                return layer
        return None

    def layers(self) -> List[QgsVectorLayer]:
        """Those of our layers that are in the project; points first."""
        return [layer for layer in map(self.layer, (POINTS, POLYGONS)) if layer]

    def value(self, name: str) -> str:
        """What stands in the field for a class."""
        return name

    def target(self, kind: str, crs: Optional[QgsCoordinateReferenceSystem] = None) -> QgsVectorLayer:
        """The layer for a label; put back if the user had removed it, made in `crs` if there is none yet.

        Raises:
            LabelError: no file can be made or read.
        """
        layer = self.layer(kind)
        if layer is None or not (self.path and self.path.exists()):
            if crs is not None and not (self.path and self.path.exists()):
                self._make(crs)
            self._add_missing()
            layer = self.layer(kind)
        if layer is None:
            raise LabelError(tr("The file of labels {path} cannot be read.", path=self.path))
        return layer

    def _make(self, crs: QgsCoordinateReferenceSystem) -> None:
        project = QgsProject.instance()
        for lost in self.layers():  # of a file that went away
            project.removeMapLayer(lost.id())
        wanted = label_file.wanted_place(project)
        if self.path is not None:  # earlier steps were about the file that is gone
            self._stack.clear()
        self.path = label_file.create(project, crs)
        if self.path.parent != wanted.parent:
            self._told(tr("The project's folder cannot be written: labels go to {path}.", path=self.path))
        self._spare = None if project.absoluteFilePath() else self.path

    def _add_missing(self) -> None:
        project, group = QgsProject.instance(), _group()
        names = {POINTS: tr("Labels: points"), POLYGONS: tr("Labels: polygons")}
        for position, (kind, name) in enumerate(names.items()):
            if self.layer(kind):
                continue
            layer = QgsVectorLayer(self._source(kind), name, "ogr")
            if layer.isValid():
                layer.setCustomProperty(MARK, kind)
                project.addMapLayer(layer, False)
                group.insertLayer(position, layer)
                self._dressed(layer)

    def _source(self, kind: str) -> str:
        return f"{self.path}|layername={kind}"

    def show(self, legend: Legend) -> None:
        """Show the classes in their colours, and keep the legend beside the labels."""
        colours = {each.name: each.colour for each in legend.classes}
        for layer in self.layers():
            layer.setRenderer(renderer_of(colours, FIELD, layer.customProperty(MARK) == POLYGONS))
            layer.emitStyleChanged()
            layer.triggerRepaint()
        if self.path is not None and self.path.exists():
            with suppress(LayerError):  # the project has it too, and a label that cannot be written is told
                write_legend(self.path, legend)

    def follow_project(self) -> None:
        """Put the labels next to the project, whose file is about to be written; called before its layers are."""
        project = QgsProject.instance()
        if self.path is None or not self.path.exists() or label_file.belongs(self.path, project):
            return
        if any(layer.isEditable() for layer in self.layers()):  # to re-point a layer would drop its edits
            self._told(tr("Labels stay in {path} until you end editing and save again.", path=self.path))
            return
        target = label_file.free(label_file.wanted_place(project))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            label_file.copy(self.path, target)
        except OSError:
            self._told(tr("The project's folder cannot be written: labels stay in {path}.", path=self.path))
            self._spare = None  # the project will point to it
            return
        self.path = target
        for layer in self.layers():
            layer.setDataSource(self._source(layer.customProperty(MARK)), layer.name(), "ogr")

    def project_saved(self) -> None:
        """The project is on disk with its new place of labels: the unsaved project's file is not needed."""
        if self._spare and self.path != self._spare and QgsProject.instance().absoluteFilePath():
            label_file.remove(self._spare)
            self._spare = None

    def _write(self, changes: List[LabelChange]) -> None:
        """Write to the file at once: there is no edit session that a crash could lose."""
        logged = self._is_logged()
        for kind in (POINTS, POLYGONS):
            mine = [change for change in changes if change.kind == kind]
            if not mine:
                continue
            layer = self.target(kind)
            _add(layer, [change for change in mine if change.before is None])
            _rename(layer, [change for change in mine if change.before is not None and change.after is not None])
            _delete(layer, [change for change in mine if change.after is None])
            layer.updateExtents()
            layer.triggerRepaint()
        if self._is_logged() and not logged:  # who read the file without its log cannot read on
            for layer in self.layers():
                layer.dataProvider().reloadData()

    def _is_logged(self) -> bool:
        """Does the file's database have its log beside it, as it has while QGIS writes to it?"""
        return self.path is not None and Path(f"{self.path}-wal").exists()


def _group() -> QgsLayerTreeGroup:
    """Our group in the layer tree, at the top if it must be made."""
    root = QgsProject.instance().layerTreeRoot()
    found = next((group for group in root.findGroups(True) if group.customProperty(MARK)), None)
    if found is None:
        found = root.insertGroup(0, tr("OFA labels"))
        found.setCustomProperty(MARK, "group")
    return found


def _add(layer: QgsVectorLayer, changes: List[LabelChange]) -> None:
    if not changes:
        return
    features = []
    for change in changes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(change.geometry)
        feature[FIELD] = change.after
        if change.fid is not None:  # comes back: under the id that earlier steps know
            feature[0] = change.fid
        features.append(feature)
    done, written = layer.dataProvider().addFeatures(features)
    _must(done, layer)
    for index, feature in enumerate(written):
        changes[index].fid = feature.id()


def _rename(layer: QgsVectorLayer, changes: List[LabelChange]) -> None:
    if changes:
        column = layer.fields().lookupField(FIELD)
        values = {change.fid: {column: change.after} for change in changes}
        _must(layer.dataProvider().changeAttributeValues(values), layer)


def _delete(layer: QgsVectorLayer, changes: List[LabelChange]) -> None:
    """Features that somebody else removed already are no error."""
    wanted = [change.fid for change in changes if layer.getFeature(change.fid).isValid()]
    if wanted:
        _must(layer.dataProvider().deleteFeatures(wanted), layer)


def _must(done: bool, layer: QgsVectorLayer) -> None:
    if not done:
        problem = layer.dataProvider().lastError() or tr("the file cannot be written")
        raise LabelError(tr("The label was not saved: {problem}.", problem=problem.strip(" .")))
