"""The file of a project's own labels: where it goes, how it is made and copied. Knows no layers of the project."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ...compat import VECTOR_FILE_WRITTEN
from ...i18n import tr
from ...paths import data_dir
from .label_edits import POINTS, POLYGONS, LabelError

FIELD = "class"
KINDS = {POINTS: "Point", POLYGONS: "Polygon"}
NAME_LENGTH = 254  # characters of a class's name that every format can hold
GPKG_VERSION = "VERSION=1.2"  # readable without a warning by every QGIS from 3.22


def wanted_place(project: QgsProject) -> Path:
    """Where the labels of a project go if they can: next to it, in the user's data while it has no file."""
    if not project.absoluteFilePath():
        return spare_folder() / time.strftime("labels_%Y%m%d_%H%M%S.gpkg")
    home = Path(project.absoluteFilePath())
    return home.with_name(f"{home.stem}_labels.gpkg")


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


def create(project: QgsProject, crs: QgsCoordinateReferenceSystem) -> Path:
    """Make an empty file with both layers next to the project, else in the user's data.

    Raises:
        LabelError: neither can be written.
    """
    wanted = wanted_place(project)
    reason = ""
    for place in dict.fromkeys((wanted, spare_folder() / wanted.name)):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            path = free(place)
            if os.access(path.parent, os.W_OK):
                return _create(path, project, crs)
            reason = reason or tr("{folder} is read-only").format(folder=path.parent)
        except OSError as error:
            reason = reason or str(error)
    raise LabelError(tr("No file for labels could be made: {reason}.").format(reason=reason))


def _create(path: Path, project: QgsProject, crs: QgsCoordinateReferenceSystem) -> Path:
    action = QgsVectorFileWriter.ActionOnExistingFile
    for kind, geometry in KINDS.items():
        like = QgsVectorLayer(f"{geometry}?field={FIELD}:string({NAME_LENGTH})", kind, "memory")
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
            raise OSError(text)
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
