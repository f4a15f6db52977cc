"""One training run in the background: starts it, follows its log, ends it. No widgets.

Asks the engine through QGIS's task manager; never waits. Survives the layer and the project being taken away.
"""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...engine.task import EngineTask
from ...i18n import tr
from ...protocol import FinetuneRequest
from ...training import training_log
from ...training.training_log import TrainingLog

LOOK_MS = 500  # how often the log is read: a step takes from a hundredth of a second to several


class TrainRun(QObject):
    """At most one run at a time."""

    started = pyqtSignal()
    advanced = pyqtSignal(int, int, object)
    learnt = pyqtSignal()  # the log says more
    succeeded = pyqtSignal(dict)
    failed = pyqtSignal(object, object, str)  # error, hint, log
    stopped = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.task: Optional[EngineTask] = None
        self.log: Optional[TrainingLog] = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, request: FinetuneRequest) -> None:
        """Start or resume a run."""
        folder = Path(request.out)
        self.log = TrainingLog(folder)
        self.task = task = EngineTask(tr("Train {name}", name=folder.name), request)
        task.advanced.connect(self.advanced)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.stopped.connect(self._stopped)
        self._timer.start()
        self.look()
        self.started.emit()
        QgsApplication.taskManager().addTask(task)

    def look(self) -> None:
        """Read what the log says by now."""
        if self.log is not None and self.log.read():
            self.learnt.emit()

    def finish_early(self) -> None:
        """End the run with the best model so far; `OSError` if the file that says so cannot be written."""
        if self.task and self.log:
            training_log.stop(self.log.folder)

    def cancel(self) -> None:
        """Stop the run where it is; the same request resumes it."""
        if self.task:
            self.task.cancel()

    def tear_down(self) -> None:
        """Stop what runs and hear no more."""
        task, self.task = self.task, None
        self._timer.stop()
        if task:
            for signal in (task.succeeded, task.failed, task.stopped, task.advanced):
                signal.disconnect()
            task.cancel()

    def _end(self) -> None:
        self.task = None
        self._timer.stop()
        self.look()

    def _succeeded(self, answer: Dict[str, Any]) -> None:
        self._end()
        self.succeeded.emit(answer)

    def _failed(self, error: str, hint: str, log: str) -> None:
        self._end()
        self.failed.emit(error, hint, log)

    def _stopped(self) -> None:
        self._end()
        self.stopped.emit()
