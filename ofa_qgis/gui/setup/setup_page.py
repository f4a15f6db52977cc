"""The first page a user sees: sets the engine up, says what was proven on this computer, repairs and removes.

Shows and asks; `setup_task` does what takes time, and continues when the page is closed.
"""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QWidget

from ...engine import task
from ...engine.process import tail
from ...i18n import tr
from ...install.plan import InstallPlan, engine_source
from ..widgets.status import sentence
from . import setup_task
from .diagnostics import diagnostics, without_home
from .setup_task import BackgroundCall, Findings, InstallTask
from .setup_view import SetupView, as_path
from .setup_words import collect_command, step_words

LOG_MS = 500  # how often the log that is shown is read again
SURE_MS = 4000  # how long the question whether to remove stands


class SetupPage(SetupView):
    """The page; call `refresh` when it is shown."""

    ready = pyqtSignal()
    installed = pyqtSignal()  # and proven, just now; `ready` follows

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setInterval(LOG_MS)
        self._sure = QTimer(self)
        self._sure.setSingleShot(True)
        self._sure.setInterval(SURE_MS)
        self._connect()
        self.show_state()

    def refresh(self) -> None:
        """Find out what is there, and follow an installation that is running."""
        if setup_task.running():
            self._follow(setup_task.running())
            return
        if self.looking or self.busy:
            return
        self.looking = True
        background = BackgroundCall(setup_task.look, self)
        background.done.connect(self._found)
        background.failed.connect(self._look_failed)
        background.start()
        if task.python().is_file():  # else the form is right already
            self._wait(tr("Looking at what is there…"))

    def install(self) -> None:
        """Do what is chosen in the form."""
        self.tell("", "")
        if self.ui.existingRadio.isChecked():
            chosen = self.ui.existingPython.filePath().strip()
            if not chosen:
                self.tell("bad", tr("Choose the Python in which the engine is installed."))
                return
            self._in_background(
                tr("Proving the engine…"), lambda: setup_task.use_existing(Path(chosen)), self._existing_works
            )
            return
        if self.ui.offlineRadio.isChecked() and not self.ui.offlineFolder.filePath().strip():
            self.tell("bad", tr("Choose the folder with the wheels."))
            return
        self._follow(setup_task.start(self.plan()))

    def plan(self) -> InstallPlan:
        """What the form asks for."""
        return InstallPlan(
            home=self.home(),
            source=engine_source(),
            log_file=setup_task.log_file(),
            base=as_path(self.ui.basePython.filePath()),
            offline=as_path(self.ui.offlineFolder.filePath()) if self.ui.offlineRadio.isChecked() else None,
            index=self.ui.indexAddress.text().strip(),
            variables=setup_task.proxy_variables(),
            engine_variables=setup_task.engine_variables(),
        )

    def _connect(self) -> None:
        ui = self.ui
        for radio in (ui.privateRadio, ui.offlineRadio, ui.existingRadio):
            radio.toggled.connect(self.show_state)
        ui.homeFolder.fileChanged.connect(self.show_state)
        ui.indexAddress.textChanged.connect(self.show_state)
        ui.changeButton.toggled.connect(self.show_state)
        ui.installButton.clicked.connect(self.install)
        ui.repairButton.clicked.connect(self._repair)
        ui.removeButton.clicked.connect(self._remove)
        ui.cancelButton.clicked.connect(self._cancel)
        ui.doneButton.clicked.connect(self.ready)
        ui.copyButton.clicked.connect(self._copy_diagnostics)
        ui.collectButton.clicked.connect(self._copy_command)
        ui.logGroup.collapsedStateChanged.connect(self._read_log)
        self._clock.timeout.connect(self._tick)
        self._sure.timeout.connect(self.show_state)

    def _in_background(self, words: str, call: Any, done: Any) -> None:
        background = BackgroundCall(call, self)
        background.done.connect(done)
        background.failed.connect(self._background_failed)
        background.start()
        self._wait(words)

    def _wait(self, words: str) -> None:
        """Show that something is running whose progress is not known."""
        self.busy = words
        self.ui.stepText.setText(words)
        self.ui.timeText.setText("")
        self.ui.bar.setRange(0, 0)
        self.show_state()

    def _look_failed(self, error: str, hint: str) -> None:
        self.looking = False
        self._background_failed(error, hint)

    def _found(self, findings: Findings) -> None:
        self.looking, self.busy, self.findings = False, "", findings
        problem = findings.existing.problem if findings.existing else findings.state.reason
        if findings.state.kind == "absent" and not findings.existing:
            problem = findings.base_problem
        if problem:
            self.tell("ask", sentence(problem, ""))
        self.show_state()

    def _existing_works(self, _answer: Any) -> None:
        self.busy = ""
        self.refresh()
        self.installed.emit()
        self.ready.emit()

    def _background_failed(self, error: str, hint: str) -> None:
        self.busy = ""
        self.tell("bad", sentence(error, hint))
        self.show_state()

    def _follow(self, running: Optional[InstallTask]) -> None:
        """Show the progress of an installation."""
        if running is None or running is self.task:
            return
        self.task = running
        running.stepped.connect(self._stepped)
        running.succeeded.connect(self._succeeded)
        running.failed.connect(self._failed)
        running.stopped.connect(self._stopped)
        self.ui.bar.setRange(0, 1000)
        self._stepped(*running.last)
        self._clock.start()
        self.show_state()

    def _stepped(self, fraction: float, step: str, detail: str) -> None:
        self.ui.bar.setValue(int(1000 * fraction))
        self.ui.stepText.setText(step_words(step, detail))

    def _tick(self) -> None:
        if self.task:
            minutes, seconds = divmod(self.task.seconds(), 60)
            self.ui.timeText.setText(tr("{minutes}:{seconds} so far", minutes=minutes, seconds=f"{seconds:02d}"))
            self.ui.logGroup.setVisible(setup_task.log_file().is_file())
        self._read_log()

    def _ended(self) -> None:
        self.task = None
        self._clock.stop()
        self._read_log()

    def _succeeded(self) -> None:
        self._ended()
        self.tell("", "")
        self.ui.changeButton.setChecked(False)
        self.refresh()
        self.installed.emit()
        self.ready.emit()

    def _failed(self, error: str, hint: str) -> None:
        self._ended()
        self.tell("bad", sentence(error, hint))
        self.show_state()

    def _stopped(self) -> None:
        self._ended()
        self.tell("plain", tr("Stopped; nothing was changed."))
        self.show_state()

    def _cancel(self) -> None:
        self.ui.stepText.setText(tr("Stopping…"))
        setup_task.cancel()

    def _repair(self) -> None:
        self.ui.privateRadio.setChecked(not self.ui.offlineRadio.isChecked())
        self.install()

    def _remove(self) -> None:
        if not self._sure.isActive():
            self._sure.start()
            self.ui.removeButton.setText(tr("Really? Click again"))
            return
        self._sure.stop()
        self._in_background(tr("Removing…"), setup_task.forget, self._removed)

    def _removed(self, _answer: Any) -> None:
        self.busy, self.findings = "", None
        self.refresh()

    def _read_log(self, *_changed: Any) -> None:
        if self.ui.logGroup.isCollapsed() or not self.ui.logGroup.isVisible():
            return
        text = without_home(tail(setup_task.log_file()))
        if text != self.ui.logView.toPlainText():
            self.ui.logView.setPlainText(text)
            bar = self.ui.logView.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics(self.findings))
        self.tell("ok", tr("The diagnostics are on the clipboard."))

    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(collect_command(engine_source()))
        self.tell("ok", tr("The command is on the clipboard."))
