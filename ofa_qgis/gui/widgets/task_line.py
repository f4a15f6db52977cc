"""A bar with ✕ while a job runs in QGIS's task manager, and below it one line that says how it stands.

One job at a time. Knows nothing of what the job makes.
"""

import time
from typing import Any, Callable, Dict, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from ...engine.pace import Pace
from ...engine.task import EngineTask
from ...i18n import tr
from ...messages import Message
from .status import StatusLabel, sentence


def _nothing() -> None:
    pass


class TaskLine(QWidget):
    """See above; takes no room while there is nothing to say."""

    failed = pyqtSignal(object, object, str)  # error, hint, log
    running_changed = pyqtSignal(bool)

    def __init__(self, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.task: Optional[EngineTask] = None
        self.is_from_another_project = False  # whether the project was closed since the job began
        self._undo: Callable[[], None] = _nothing
        self.bar, self.stop, self.note = QProgressBar(), QToolButton(), StatusLabel()
        self.bar.setTextVisible(False)
        self.stop.setObjectName(name)
        self.stop.setText("✕")
        self.stop.setToolTip(tr("Cancel"))
        self.stop.clicked.connect(self.cancel)
        self._running = QWidget()
        row, column = QHBoxLayout(self._running), QVBoxLayout(self)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._running)
        column.addWidget(self.note)
        self._running.hide()
        QgsProject.instance().cleared.connect(self._close_project)

    def run(
        self,
        title: str,
        request: Message,
        then: Callable[[Dict[str, Any]], None],
        undo: Callable[[], None] = _nothing,
    ) -> None:
        """Run a job.

        Args:
            title: what the task manager calls it.
            request: the job.
            then: gets what it answered, and may `tell` how it went.
            undo: removes what was written for the job, if it makes nothing.
        """
        self.is_from_another_project, self._undo = False, undo
        self.task = task = EngineTask(title, request)
        pace = Pace()
        task.advanced.connect(lambda done, total, note: self._advance(pace, done, total, note))
        task.succeeded.connect(lambda answer: self._succeeded(then, answer))
        task.failed.connect(self._failed)
        task.stopped.connect(self._stopped)
        self.bar.setRange(0, 0)  # busy, until the engine counts
        self._running.show()
        self.note.tell("busy", tr("Starting."))
        self.running_changed.emit(True)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Stop the job."""
        if self.task:
            self.note.tell("busy", tr("Cancelling."))
            self.task.cancel()

    def tell(self, kind: str, text: str) -> None:
        """Say something; see `StatusLabel`."""
        self.note.tell(kind, text)

    def tear_down(self) -> None:
        """Stop what runs and hear no more."""
        task, self.task = self.task, None
        if task:
            for signal in (task.succeeded, task.failed, task.stopped, task.advanced):
                signal.disconnect()
            task.cancel()
            self._undo()
        QgsProject.instance().cleared.disconnect(self._close_project)

    def _close_project(self) -> None:
        self.is_from_another_project = True
        if self.task is None:
            self.note.tell("plain", "")

    def _advance(self, pace: Pace, done: int, total: int, note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self.task is not None and not self.task.isCanceled():
            self.note.tell("plain", pace.line(time.monotonic(), done, total, note) or tr("Starting."))

    def _succeeded(self, then: Callable[[Dict[str, Any]], None], answer: Dict[str, Any]) -> None:
        self._end("plain", "")
        then(answer)

    def _failed(self, error: str, hint: str, log: str) -> None:
        self._undo()
        self._end("bad", sentence(error, hint))
        self.failed.emit(error, hint, log)

    def _stopped(self) -> None:
        self._undo()
        self._end("plain", tr("Cancelled."))

    def _end(self, kind: str, text: str) -> None:
        self.task = None
        self._running.hide()
        self.note.tell(kind, text)
        self.running_changed.emit(False)
