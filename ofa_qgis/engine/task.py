"""Jobs as QGIS knows them: objects with signals, background tasks, and blocking runs for Processing.

One engine client per QGIS process, made when first needed, and one that trains: that takes long, and the dock is used
meanwhile. Events come from the client's reader thread and are handed to the main thread by queued signals. Knows no
widgets and no layers.
"""

import atexit
import json
import os
import queue
import shutil
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable, Dict, Optional, Tuple

from qgis.core import Qgis, QgsMessageLog, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal

from .. import models, settings
from ..i18n import tr
from ..install.environment import engine_python
from ..messages import CancelledEvent, Failed, Finished, Message, Progress, body_of
from ..paths import cache_dir, log_dir
from ..protocol import FinetuneRequest
from .client import GRACE_S, LAST_EVENTS, Crashed, EngineClient
from .engine_words import write_words
from .process import EngineError

TAG = "OFA"
SESSION_PREFIX = "session-"
TRAINER_GRACE_S = 60.0  # a step of a large model and its checkpoint, without which a cancelled run would start again
FINE = 10_000  # steps of the progress of a whole job
POLL_S = 0.1  # how often a waiting thread looks whether it was cancelled

_lock = threading.RLock()  # making a client needs the session's folder
_client: Optional[EngineClient] = None
_trainer: Optional[EngineClient] = None
_session: Optional[Path] = None


class JobFailed(Exception):
    """A job failed; `hint` says what to do, `log` is the tail of the engine's log if it crashed."""

    def __init__(self, error: str, hint: str = "", log: str = "") -> None:
        super().__init__(error)
        self.error, self.hint, self.log = error, hint, log


class JobCancelled(Exception):
    """The job stopped because the user asked for it."""


def log(text: str, level: Any = None) -> None:
    """Write to the plugin's own tab of QGIS's message log."""
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Info if level is None else level, False)


def python() -> Path:
    """The Python that runs the engine by the user's settings and the environment, there or not."""
    return engine_python(settings.get(settings.ENGINE_PYTHON) or None, settings.get(settings.ENGINE_HOME) or None)


def client() -> EngineClient:
    """The engine client of this QGIS; starts no process.

    Raises:
        EngineError: the engine is not set up.
    """
    global _client
    with _lock:
        _client = _client or _new(f"engine-{os.getpid()}.log")
        return _client


def start_ahead() -> None:
    """Have the engine start, if it is set up: it will be asked soon. What is wrong is told to whoever asks."""
    with suppress(EngineError):
        client().start_ahead()


def trainer() -> EngineClient:
    """The one that trains; as `client`."""
    global _trainer
    with _lock:
        _trainer = _trainer or _new(f"engine-{os.getpid()}-training.log", TRAINER_GRACE_S)
        return _trainer


def is_training() -> bool:
    """Whether the one that trains is at work, for whomever: another training would wait for it."""
    with _lock:
        return _trainer is not None and _trainer.busy


def _new(log_name: str, grace_s: float = GRACE_S) -> EngineClient:
    if not python().is_file():
        raise EngineError(tr("the engine is not set up yet"), tr("open the OFA dock and set it up"))
    variables = {models.VARIABLE: models.search_path()}
    words = write_words(session_dir() / "words.json")
    return EngineClient(python(), log_dir() / log_name, grace_s=grace_s, environment=variables, words=words)


def stop() -> None:
    """End the engines; the next job starts a fresh one, by the settings of then."""
    global _client, _trainer
    with _lock:
        old, _client, _trainer = (_client, _trainer), None, None
    for each in filter(None, old):
        each.stop()


def whole(event: Progress) -> Tuple[int, int, str]:
    """How far the whole job is, as steps done, all steps, and the stage; what it counts where it has no stages."""
    if not event.stages:
        return event.done, event.total, event.note
    return int(event.share * FINE), FINE, event.stages[event.stage]


def recipe_of(request: Message) -> str:
    """The request as `engine run` reads it, for a person too."""
    return json.dumps(body_of(request), indent=2, ensure_ascii=False)


def session_dir() -> Path:
    """A folder for this QGIS's temporary files; removed by `remove_session`."""
    global _session
    with _lock:
        if _session is None:
            base = cache_dir()
            base.mkdir(parents=True, exist_ok=True)
            _session = Path(tempfile.mkdtemp(prefix=f"{SESSION_PREFIX}{os.getpid()}-", dir=base))
            atexit.register(remove_session)  # qgis_process unloads no plugin
        return _session


def remove_session() -> None:
    """Remove this QGIS's temporary files."""
    global _session
    with _lock:
        old, _session = _session, None
    if old:
        shutil.rmtree(old, ignore_errors=True)


class _Relay(QObject):
    """Carries events from reader threads to the main thread.

    It is never deleted: what a reader thread emits from must not be deleted by the main thread meanwhile.
    """

    arrived = pyqtSignal(object, object)  # who hears it, event

    def __init__(self) -> None:
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, job: "EngineJob", event: Message) -> None:
        if not sip.isdeleted(job):
            job.hear(event)


class EngineJob(QObject):
    """One job; every signal arrives on the thread that made the object (the main thread).

    Args:
        request: what to do.
        parent: Qt's owner; when it is deleted, nothing more is heard of the job.
    """

    progressed = pyqtSignal(int, int, object)
    finished = pyqtSignal(dict)
    failed = pyqtSignal(object, object, str)  # error, hint, log
    cancelled = pyqtSignal()
    ended = pyqtSignal()
    _relay: Optional[_Relay] = None

    def __init__(self, request: Message, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.request = request
        self._job = ""
        EngineJob._relay = EngineJob._relay or _Relay()

    def start(self) -> None:
        """Send it to the engine; what happens comes as signals, also when the engine cannot be started."""
        try:
            self._job = client().submit(self.request, self._hand_over)
        except EngineError as error:
            self._hand_over(Crashed("", error.error, error.hint))

    def cancel(self) -> None:
        """Ask it to stop."""
        if self._job and _client:
            _client.cancel(self._job)

    def _hand_over(self, event: Message) -> None:
        """On any thread."""
        if EngineJob._relay is not None:
            EngineJob._relay.arrived.emit(self, event)

    def hear(self, event: Message) -> None:
        """On the main thread: say what happened."""
        if isinstance(event, Progress):
            self.progressed.emit(*whole(event))
        elif isinstance(event, Finished):
            self.finished.emit(event.outputs)
        elif isinstance(event, CancelledEvent):
            self.cancelled.emit()
        elif isinstance(event, (Failed, Crashed)):
            self.failed.emit(event.error, event.hint, getattr(event, "log", ""))
        if isinstance(event, LAST_EVENTS):
            self.ended.emit()


class EngineTask(QgsTask):
    """A long job in QGIS's task manager, with progress and cancel."""

    advanced = pyqtSignal(int, int, object)  # of the whole job: done, total, stage
    succeeded = pyqtSignal(dict)
    failed = pyqtSignal(object, object, str)  # error, hint, log
    stopped = pyqtSignal()

    def __init__(self, title: str, request: Message) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.request = request
        self.at: Optional[Progress] = None  # the last that was heard
        self._outputs: Dict[str, Any] = {}
        self._failure: Optional[JobFailed] = None

    def run(self) -> bool:
        """On a background thread: wait for the job."""
        try:
            self._outputs = run_blocking(self.request, self.isCanceled, self._tell)
        except JobFailed as failure:
            self._failure = failure
        except JobCancelled:
            return False
        return self._failure is None

    def _tell(self, event: Progress) -> None:
        self.at = event
        done, total, stage = whole(event)
        if total:
            self.setProgress(100 * done / total)
        self.advanced.emit(done, total, stage)

    def finished(self, result: bool) -> None:
        """On the main thread: say how it ended."""
        if result:
            self.succeeded.emit(self._outputs)
        elif self._failure:
            self.failed.emit(self._failure.error, self._failure.hint, self._failure.log)
        else:
            self.stopped.emit()


def run_blocking(
    request: Message, is_cancelled: Callable[[], bool], tell: Callable[[Progress], None]
) -> Dict[str, Any]:
    """Run a job on this (background) thread and return its outputs.

    The engine that trains is ended when it has nothing more to do: what it holds in memory, and on a GPU, is needed
    to map with the new model.

    Args:
        request: what to do.
        is_cancelled: asked every `POLL_S` seconds; the job stops soon after it says yes.
        tell: hears how far it is, on this thread.

    Raises:
        JobFailed: it failed, or the engine cannot be started.
        JobCancelled: it was cancelled.
    """
    trains = isinstance(request, FinetuneRequest)
    try:
        engine = trainer() if trains else client()
    except EngineError as error:
        raise JobFailed(error.error, error.hint) from error
    try:
        return _wait_for(engine, request, is_cancelled, tell)
    finally:
        if trains:
            engine.stop_if_idle()


def _wait_for(
    engine: EngineClient, request: Message, is_cancelled: Callable[[], bool], tell: Callable[[Progress], None]
) -> Dict[str, Any]:
    """As `run_blocking`, in this engine."""
    events: "queue.Queue[Message]" = queue.Queue()
    try:
        job = engine.submit(request, events.put)
    except EngineError as error:
        raise JobFailed(error.error, error.hint) from error
    asked = False
    while True:
        if not asked and is_cancelled():
            asked = True
            engine.cancel(job)
        try:
            event = events.get(timeout=POLL_S)
        except queue.Empty:
            continue
        if isinstance(event, Progress):
            tell(event)
        elif isinstance(event, Finished):
            return event.outputs
        elif isinstance(event, CancelledEvent) or (asked and isinstance(event, Crashed)):
            raise JobCancelled
        elif isinstance(event, (Failed, Crashed)):
            raise JobFailed(event.error, event.hint, getattr(event, "log", ""))
