"""A project's own labels: a GeoPackage with a layer of points and one of polygons, and the table of the classes.

What is done is in the file at once. The layers are found again when the user removed them, and the file goes along
with the project. Says in `told` (a callable) what the user should know.
"""

import os
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Callable, List, Mapping, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...compat import VECTOR_FILE_WRITTEN, QUndoStack
from ...i18n import tr
from ...layers.labels_file import FIELD, read_legend, reason_of, write_legend
from ...layers.legend import Legend
from ...layers.raster_export import LayerError
from ...paths import data_dir
from .label_layers import POINTS, POLYGONS, LabelChange, LabelError, LabelLayers
from .label_style import renderer_of

MARK = "ofa/labels"  # custom property of our layers (which of the two) and of their group
NAME_LENGTH = 254  # characters of a class's name that every format can hold
KINDS = {
    kind: f"{geometry}?field={FIELD}:string({NAME_LENGTH})"
    for kind, geometry in ((POINTS, "Point"), (POLYGONS, "Polygon"))
}
ENDING = "labels"
GPKG_VERSION = "VERSION=1.2"  # readable without a warning by every QGIS from 3.22


class OwnLabels(LabelLayers):
    """The label layers that the plugin made itself.

    Args:
        dressed: called with each layer that has been added to the project.
        told: called with what the user should know.
    """

    field = FIELD

    def __init__(self, dressed: Callable[[QgsVectorLayer], None], told: Callable[[str], None]) -> None:
        super().__init__(QUndoStack())
        self._dressed, self._told = dressed, told
        self.path: Optional[Path] = None
        self._spare: Optional[Path] = None  # the unsaved project's file, to be removed once copied and saved

    def layer(self, kind: str) -> Optional[QgsVectorLayer]:
        """Our layer of points or polygons, if it is in the project and can be read."""
        for layer in QgsProject.instance().mapLayers().values():
            if layer.customProperty(MARK) == kind and isinstance(layer, QgsVectorLayer) and layer.isValid():
                return layer
        return None

    def layers(self) -> List[QgsVectorLayer]:
        """Those of our layers that are in the project; points first."""
        return [layer for layer in map(self.layer, (POINTS, POLYGONS)) if layer]

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
        wanted = wanted_place(project)
        if self.path is not None:  # earlier steps were about the file that is gone
            self._stack.clear()
        self.path = create(project, crs)
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

    def legend(self, known: Legend) -> Legend:
        """The legend beside the labels, which has what was done since the project was saved; else the one it knows."""
        if self.path is None or not os.access(self.path, os.W_OK):
            return known
        by_choice = {replace(each, chosen=True): each for each in known}
        found = read_legend(self.path)
        classes, groups = (tuple(by_choice.get(each, each) for each in kind) for kind in (found.classes, found.groups))
        return Legend(classes, groups) if classes else known

    def follow_project(self) -> None:
        """Put the labels next to the project, whose file is about to be written; called before its layers are."""
        project = QgsProject.instance()
        if self.path is None or not self.path.exists() or belongs(self.path, project):
            return
        if any(layer.isEditable() for layer in self.layers()):  # to re-point a layer would drop its edits
            self._told(tr("Labels stay in {path} until you end editing and save again.", path=self.path))
            return
        target = free(wanted_place(project))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            copy(self.path, target)
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
            remove(self._spare)
            self._spare = None

    def _write(self, changes: List[LabelChange]) -> None:
        """Write to the file at once: there is no edit session that a crash could lose."""
        for change in changes:
            if change.before is not None and change.fid is not None and change.fid < 0:  # so QGIS counts what is new
                told = tr("{layer} has labels that are not saved: save its edits first.", layer=self._name(change.kind))
                raise LabelError(told)
        logged = self._is_logged()
        for kind in (POINTS, POLYGONS):
            mine = [change for change in changes if change.kind == kind]
            if not mine:
                continue
            layer = self.target(kind)
            if not self._written(layer, mine):
                problem = layer.dataProvider().lastError() or tr("the file cannot be written")
                raise LabelError(tr("The label was not saved: {problem}.", problem=reason_of(problem)))
            layer.updateExtents()
            layer.triggerRepaint()
        if self._is_logged() and not logged:  # who read the file without its log cannot read on
            for layer in self.layers():
                layer.dataProvider().reloadData()

    def _name(self, kind: str) -> str:
        layer = self.layer(kind)
        return str(layer.name()) if layer is not None else kind

    def _written(self, layer: QgsVectorLayer, changes: List[LabelChange]) -> bool:
        file = layer.dataProvider()
        new, renamed, gone = self._edits(layer, changes)
        added, features = file.addFeatures(new) if new else (True, [])
        if not added:
            return False
        for change, feature in zip([each for each in changes if each.before is None], features):  # noqa: B905 - Python 3.9
            change.fid = feature.id()
        return (not renamed or file.changeAttributeValues(renamed)) and (not gone or file.deleteFeatures(gone))

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


def wanted_place(project: QgsProject, ending: str = ENDING) -> Path:
    """Where the labels of a project go if they can: next to it, in the user's data while it has no file."""
    if not project.absoluteFilePath():
        return spare_folder() / time.strftime(f"{ending}_%Y%m%d_%H%M%S.gpkg")
    home = Path(project.absoluteFilePath())
    return home.with_name(f"{home.stem}_{ending}.gpkg")


def spare_folder() -> Path:
    """The folder for labels that have no place next to a project."""
    return data_dir() / "labels"


def belongs(path: Path, project: QgsProject) -> bool:
    """Is the file where the project's labels go?"""
    place = wanted_place(project)
    at_home = path.parent == place.parent
    return at_home and (path.parent == spare_folder() or path.stem.startswith(place.stem))


def free(path: Path) -> Path:
    """The path, with a number if there is a file already: nothing is written over."""
    found, number = path, 2
    while found.exists():
        found, number = path.with_name(f"{path.stem}_{number}{path.suffix}"), number + 1
    return found


def create(
    project: QgsProject, crs: QgsCoordinateReferenceSystem, layers: Mapping[str, str] = KINDS, ending: str = ENDING
) -> Path:
    """Make an empty file next to the project, else in the user's data.

    Args:
        project: of the labels.
        crs: of the layers.
        layers: name of each -> its geometry and field, as QGIS defines a layer in memory.
        ending: what the name of the file ends with.

    Raises:
        LabelError: neither can be written.
    """
    wanted = wanted_place(project, ending)
    reason = ""
    for place in dict.fromkeys((wanted, spare_folder() / wanted.name)):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            path = free(place)
            if os.access(path.parent, os.W_OK):
                return _create(path, project, crs, layers)
            reason = reason or tr("{folder} is read-only", folder=path.parent)
        except OSError as error:
            reason = reason or str(error)
    raise LabelError(tr("No file for labels could be made: {reason}.", reason=reason))


def _create(path: Path, project: QgsProject, crs: QgsCoordinateReferenceSystem, layers: Mapping[str, str]) -> Path:
    action = QgsVectorFileWriter.ActionOnExistingFile
    for kind, definition in layers.items():
        like = QgsVectorLayer(definition, kind, "memory")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = kind
        options.datasourceOptions = [GPKG_VERSION]
        options.actionOnExistingFile = action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
        writer = QgsVectorFileWriter.create(
            str(path), like.fields(), like.wkbType(), crs, project.transformContext(), options
        )
        failed, text = writer.hasError() != VECTOR_FILE_WRITTEN, writer.errorMessage()
        del writer  # closes the file
        if failed:
            path.unlink(missing_ok=True)
            raise OSError(reason_of(text))
    return path


def copy(source: Path, target: Path) -> None:
    """Copy a file of labels, with what its database still holds in its log beside it.

    Raises:
        OSError: the source cannot be read or the target not written; nothing is left of the target.
    """
    try:
        read_only = sqlite3.connect(source.as_uri() + "?mode=ro", uri=True)
        with closing(read_only) as old, closing(sqlite3.connect(str(target))) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise OSError(str(error)) from error


def remove(path: Path) -> None:
    """Remove a file of labels that was copied elsewhere; kept if another program has it open."""
    with suppress(OSError):
        for beside in ("", "-wal", "-shm"):
            Path(f"{path}{beside}").unlink(missing_ok=True)
