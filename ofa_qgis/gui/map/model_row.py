"""The line that saves what the labels taught as a model for other scenes, and adds models of others to the list.

Asks the engine in the background; never waits. A model is a folder; a name that ends in .zip makes one file to share.
"""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ... import models
from ...engine.engine_words import plain
from ...engine.task import EngineJob, EngineTask
from ...i18n import tr
from ...layers import raster_layers
from ...protocol import ModelsRequest
from ..layer.scene import ChosenScene
from ..widgets.status import StatusLabel, sentence
from . import map_request


class ModelRow(QWidget):
    """[Save model…] [Add model…], and how it went."""

    known = pyqtSignal()  # there is another model

    def __init__(self, scene: ChosenScene, store: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.task: Optional[EngineTask] = None
        self._scene, self._store = scene, store
        self.save, self.add = QPushButton(tr("Save model…")), QPushButton(tr("Add model…"))
        self.save.setObjectName("OfaSaveModel")
        self.add.setObjectName("OfaAddModel")
        self.add.setToolTip(tr("Add a model that somebody has passed on, a zip or a folder, to the list of models."))
        self.note = StatusLabel()
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self.save, self.add):
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.note)
        self.save.clicked.connect(self._ask_where)
        self.add.clicked.connect(self._ask_which)
        scene.changed.connect(self._refresh)
        store.changed.connect(self._refresh)
        self._refresh()

    def save_as(self, path: str, replace: bool = False) -> None:
        """Have the labels learnt from once more, and what they taught written to `path`."""
        try:
            request = map_request.model_request(self._scene, self._store, Path(path), replace)
        except raster_layers.LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        self.task = task = EngineTask(tr("Save the model {name}", name=Path(path).stem), request)
        task.succeeded.connect(lambda answer: self._saved(Path(path), answer))
        task.failed.connect(lambda error, hint, _log: self._end("bad", sentence(error, hint)))
        task.stopped.connect(lambda: self._end("plain", tr("Cancelled.")))
        self.note.tell("busy", tr("Learning from the labels."))
        self._refresh()
        QgsApplication.taskManager().addTask(task)

    def add_from(self, path: str) -> None:
        """Add the model in a zip, or in the folder of a card, to the user's own."""
        given = Path(path)
        job = EngineJob(ModelsRequest(add=str(given.parent if given.name == models.CARD else given)), self)
        job.finished.connect(self._added)
        job.failed.connect(lambda error, hint, _log: self.note.tell("bad", sentence(error, hint)))
        job.ended.connect(job.deleteLater)
        job.start()

    def tear_down(self) -> None:
        """Stop what runs and hear no more."""
        task, self.task = self.task, None
        if task:
            for signal in (task.succeeded, task.failed, task.stopped):
                signal.disconnect()
            task.cancel()
        self._scene.changed.disconnect(self._refresh)
        self._store.changed.disconnect(self._refresh)

    def _refresh(self) -> None:
        possible = bool(self._scene.is_ready and not self._scene.map_model and self._store.is_ready())
        self.save.setEnabled(possible and self.task is None)
        self.save.setToolTip(
            tr("Save what the labels taught, to map other scenes of this sensor without labels.")
            if possible
            else tr("Needs a layer without open questions and labels of two classes.")
        )

    def _ask_where(self) -> None:
        folder, source = models.user_folder(), self._scene.source
        if source is None:
            return
        folder.mkdir(parents=True, exist_ok=True)
        start = str(folder / f"{map_request.stem_of(source.path)}_model")
        zipped = tr("One file to share (*.zip)")
        dialog = QFileDialog(self, tr("Save model"), start, ";;".join((tr("Folder of a model (*)"), zipped)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("zip" if chosen == zipped else ""))
        dialog.fileSelected.connect(lambda path: self.save_as(path, replace=Path(path).exists()))  # it has asked
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, tr("Add model"), str(Path.home()), tr("Models (*.zip card.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.add_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _saved(self, path: Path, answer: Dict[str, Any]) -> None:
        listed = path.parent == models.user_folder() and path.suffix.lower() != ".zip"
        told = tr("{name} is in the list of models.", name=path.name) if listed else tr("Saved: {path}.", path=path)
        self._end("ok", f"{told} {plain(answer['report']['score'])}")
        self.known.emit()

    def _added(self, answer: Dict[str, Any]) -> None:
        self.note.tell("ok", tr("{name} is in the list of models.", name=answer["added"]))
        self.known.emit()

    def _end(self, kind: str, text: str) -> None:
        self.task = None
        self._refresh()
        self.note.tell(kind, text)
