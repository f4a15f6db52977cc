"""Setting the engine up in the background: what is there, install, use an existing Python, remove.

An installation outlives the page that started it: `running` finds it again. Knows no widgets.
"""

import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Dict, Optional
from urllib.parse import quote

from qgis.core import Qgis, QgsApplication, QgsNetworkAccessManager, QgsTask
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkProxy

from ... import models, settings
from ...engine import task
from ...engine.engine_words import plain
from ...engine.process import Stopped
from ...i18n import tr
from ...install.environment import Interpreter, engine_home, verify
from ...install.installed import InstallError, read, remove, sweep
from ...install.installer import install, prove
from ...install.plan import (
    InstallPlan,
    InstallState,
    engine_source,
    engine_version,
    find_base,
    mismatch,
    nvidia_card,
    state,
)
from ...paths import log_dir
from ...words import joined

_running: Optional["InstallTask"] = None


def log_file() -> Path:
    """Where the last installation wrote what it ran and what was said."""
    return log_dir() / "install.log"


def engine_variables() -> Dict[str, str]:
    """Variables that the engine is started with."""
    return {models.VARIABLE: models.search_path()}


def home() -> Path:
    """The folder of the private environment by the user's settings."""
    return engine_home(settings.get(settings.ENGINE_HOME) or None)


def existing_python() -> Optional[Path]:
    """The Python that is used instead of a private environment, by the settings or the environment."""
    own_home = settings.get(settings.ENGINE_HOME)
    chosen = settings.get(settings.ENGINE_PYTHON) or (None if own_home else os.environ.get("OFA_ENGINE_PYTHON"))
    return Path(chosen).expanduser() if chosen else None


def outdated() -> str:
    """Why the private environment should be repaired before it is used; "" where it should not. Quick."""
    found = None if existing_python() else read(home())
    return mismatch(found, engine_source()) if found else ""


def proxy_variables() -> Dict[str, str]:
    """The proxy that QGIS uses, as pip expects it; the user's own variables take precedence."""
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    kinds = (QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy)
    if not proxy.hostName() or proxy.type() not in kinds:  # pip alone knows no SOCKS
        return {}
    who = f"{quote(proxy.user(), '')}:{quote(proxy.password(), '')}@" if proxy.user() else ""
    address = f"http://{who}{proxy.hostName()}:{proxy.port()}"
    return {"HTTP_PROXY": address, "HTTPS_PROXY": address}


@dataclass(frozen=True)
class Findings:
    """What is there: an engine that works or not, and what an installation would start from."""

    state: InstallState
    existing: Optional[Interpreter] = None  # in use instead of a private environment
    doctor: Dict[str, Any] = field(default_factory=dict)
    base: Optional[Interpreter] = None
    base_problem: str = ""
    card: str = ""

    @property
    def works(self) -> bool:
        """Whether an engine can be used as it is."""
        return self.existing.problem == "" if self.existing else self.state.kind == "works"


def look() -> Findings:
    """Find out what is there; takes seconds: not for the main thread."""
    source, card, existing = engine_source(), nvidia_card(), existing_python()
    base, problem = None, ""
    try:
        base = find_base()
    except InstallError as error:
        problem = joined(filter(None, (error.error, error.hint)), ": ")
    if existing is None:
        sweep(home())  # what was in use when it should have gone
        found = state(home(), source)
        return Findings(found, None, found.installed.doctor if found.installed else {}, base, problem, card)
    answer, doctor = verify(existing), {}
    if not answer.problem:
        try:
            doctor = _ask_doctor(existing)
        except InstallError as error:
            answer = Interpreter(existing, answer.version, answer.engine, error.error)
    return Findings(InstallState("absent"), answer, doctor, base, problem, card)


def use_existing(python: Path) -> None:
    """Prove an existing Python and use it from now on.

    Raises:
        InstallError: it cannot run the engine.
    """
    found = verify(python)
    if found.problem:
        raise InstallError(found.problem, tr("choose a Python in which the engine is installed"))
    brought = engine_version(engine_source())
    if brought and found.engine != brought:
        raise InstallError(
            tr(
                "{python} has engine {found}, this plugin needs {needed}",
                python=python,
                found=found.engine,
                needed=brought,
            ),
            tr("install the engine of this release there"),
        )
    _ask_doctor(python)
    settings.put(settings.ENGINE_PYTHON, str(python))
    task.stop()


def forget() -> None:
    """Remove the private environment, or stop using the existing Python.

    Raises:
        InstallError: it cannot be removed.
    """
    task.stop()
    if settings.get(settings.ENGINE_PYTHON):
        settings.put(settings.ENGINE_PYTHON, "")
    else:
        remove(home())


def _ask_doctor(python: Path) -> Dict[str, Any]:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        return prove(python, engine_variables(), lambda: False, nowhere)


class InstallTask(QgsTask):
    """One installation in QGIS's task manager."""

    stepped = pyqtSignal(float, str, object)  # fraction, step, what it is at
    succeeded = pyqtSignal()
    failed = pyqtSignal(object, object)  # error, hint
    stopped = pyqtSignal()

    def __init__(self, plan: InstallPlan) -> None:
        super().__init__(tr("Install the OFA engine"), QgsTask.Flag.CanCancel)
        self.plan = plan
        self.last = (0.0, "prepare", "")
        self.began = time.monotonic()
        self._failure: Optional[InstallError] = None
        self._began = False
        self.taskTerminated.connect(self._end)

    def run(self) -> bool:
        """On a background thread: install, then let the new engine be the one that the next job starts."""
        self._began = True
        try:
            install(self.plan, self._tell, self.isCanceled)
        except InstallError as failure:
            self._failure = failure
            return False
        except Stopped:
            return False
        except Exception as bug:
            self._failure = InstallError(f"{type(bug).__name__}: {bug}", tr("the log has all that was said"))
            return False
        settings.put(settings.ENGINE_HOME, str(self.plan.home))
        settings.put(settings.ENGINE_PYTHON, "")
        task.stop()
        sweep(self.plan.home)
        return True

    def seconds(self) -> int:
        """How long it has taken so far."""
        return int(time.monotonic() - self.began)

    def _tell(self, fraction: float, step: str, detail: str) -> None:
        if (fraction, step, detail) != self.last:
            self.last = (fraction, step, detail)
            self.setProgress(100 * fraction)
            self.stepped.emit(fraction, step, detail)

    def finished(self, result: bool) -> None:
        """On the main thread: say how it ended."""
        self._end()
        if result:
            self.succeeded.emit()
        elif self._failure:
            task.log(plain(self._failure.error, self._failure.hint), Qgis.MessageLevel.Warning)
            self.failed.emit(self._failure.error, self._failure.hint)
        else:
            self.stopped.emit()

    def _end(self) -> None:
        """Also called when it was cancelled before it began, which QGIS does not call `finished` for."""
        global _running
        if _running is self:
            _running = None
            if not self._began:
                self.stopped.emit()


def start(plan: InstallPlan) -> InstallTask:
    """Install in the background; there is one installation at a time."""
    global _running
    if _running is None:
        _running = InstallTask(plan)
        QgsApplication.taskManager().addTask(_running)
    return _running


def running() -> Optional[InstallTask]:
    """The installation that runs now, whoever started it."""
    return _running


def cancel() -> None:
    """End the installation that runs, if any; when the plugin is unloaded, too."""
    if _running:
        _running.cancel()


class BackgroundCall(QObject):
    """A call of some seconds on a thread of its own; the answer comes on the main thread.

    Args:
        call: what to do.
        parent: Qt's owner; when it is deleted, nothing more is heard.
    """

    done = pyqtSignal(object)
    failed = pyqtSignal(object, object)
    _answered = pyqtSignal(object, object)

    def __init__(self, call: Callable[[], Any], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._call = call
        self._answered.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name="ofa-errand", daemon=True).start()

    def _run(self) -> None:
        answer, failure = None, None
        try:
            answer = self._call()
        except InstallError as error:
            failure = error
        except Exception as bug:
            failure = InstallError(f"{type(bug).__name__}: {bug}")
        try:
            self._answered.emit(answer, failure)
        except RuntimeError:  # the page is gone
            return

    def _hear(self, answer: Any, failure: Optional[InstallError]) -> None:
        if failure:
            self.failed.emit(failure.error, failure.hint)
        else:
            self.done.emit(answer)
        self.deleteLater()
