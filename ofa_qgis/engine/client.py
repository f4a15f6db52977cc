"""The plugin's end of the pipes: starts the engine, sends jobs, hands on its events. Standard library only.

All that happens to a job comes as an event, also the engine's death (`Crashed`); the next job starts a fresh
engine. Thread-safe. Callbacks come on a reader thread: hand over to QGIS's main thread before touching
anything of QGIS. Nothing relies on an orderly end: the engine ends when its stdin does.
"""

import itertools
import logging
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Callable, ClassVar, Dict, Mapping, Optional, Sequence, cast

from ..messages import (
    EVENTS,
    PROTOCOL_VERSION,
    CancelledEvent,
    CancelRequest,
    Failed,
    Finished,
    Message,
    ProtocolError,
    QuitRequest,
    Ready,
    decode,
    encode,
)
from ..words import say
from .process import TERMINATE_S, EngineError, describe_exit, end, later, spawn, tail

READY_S = 90.0  # torch from a cold disk, past a virus scanner, takes its time
GRACE_S = 5.0  # from a cancel to the kill

OnEvent = Callable[[Message], None]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Crashed(Message):
    """The client's own event: the engine is gone and the job with it. `log` is the tail of the engine's log."""

    kind: ClassVar[str] = "crashed"
    job: str
    error: str
    hint: str = ""
    log: str = ""


LAST_EVENTS = (Finished, Failed, CancelledEvent, Crashed)
"""After one of these a job has no more events."""


class EngineClient:
    """Runs jobs in an engine that is started when it is needed.

    Args:
        python: the engine's own interpreter (see `environment.engine_python`).
        log_file: what the engine prints goes here; the log of the engine before it is kept as ``….1``.
        command: what to start instead of ``python -I -m engine serve``.
        ready_s: how long the engine may take to start.
        grace_s: how long a cancelled job may take to stop before the engine is killed.
        environment: variables for the engine beside the user's own.
        words: the file with the user's language, for what the engine draws and writes; English without.
    """

    def __init__(
        self,
        python: Path,
        log_file: Path,
        command: Optional[Sequence[str]] = None,
        ready_s: float = READY_S,
        grace_s: float = GRACE_S,
        environment: Optional[Mapping[str, str]] = None,
        words: Optional[Path] = None,
    ) -> None:
        # -I: no current folder and no PYTHONPATH, where a stray `engine` folder would win
        serve = [str(python), "-I", "-m", "engine", "serve", *(["--words", str(words)] if words else [])]
        self._command = list(command or serve)
        self._log_file = log_file
        self._ready_s = ready_s
        self._grace_s = grace_s
        self._environment = dict(environment or {})
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._engine: Optional[_Engine] = None

    def start_ahead(self) -> None:
        """Start the engine if none runs, and wait for nothing: it gets ready while others prepare what to ask.

        Raises:
            EngineError: no process can be started.
        """
        with self._lock:
            self._running()

    def start(self) -> Ready:
        """Start the engine if none runs, and wait until it is ready. Jobs do not need this.

        Raises:
            EngineError: it does not start, does not answer in time, or speaks another protocol.
        """
        with self._lock:
            engine = self._running()
        return engine.wait_ready()

    def submit(self, request: Message, on_event: OnEvent) -> str:
        """Send a job and return its id at once; `on_event` is called for each of its events, on a reader thread.

        Raises:
            EngineError: no process can be started.
        """
        job = f"job-{next(self._ids)}"
        with self._lock:
            while not self._running().submit(request, job, on_event):
                pass  # it died in between: the next one is fresh
        return job

    def cancel(self, job: str) -> None:
        """Ask a job to stop; if it runs and does not within the grace time, the engine is killed (`Crashed`)."""
        with self._lock:
            engine = self._engine
        if engine:
            engine.cancel(job, self._grace_s)

    def stop(self) -> None:
        """End the engine: ask it to quit, then terminate it, then kill it. A later job starts a fresh one."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine:
            engine.stop(self._grace_s)

    def stop_if_idle(self) -> None:
        """End the engine unless a job waits or runs, with what it holds in memory. A later job starts a fresh one."""
        with self._lock:
            if self._engine is None or self._engine.busy:
                return
            engine, self._engine = self._engine, None
        engine.stop(self._grace_s)

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        with self._lock:
            return self._engine is not None and self._engine.busy

    @property
    def pid(self) -> Optional[int]:
        """The process id of the running engine, for the log and for tests."""
        with self._lock:
            return self._engine.process.pid if self._engine and self._engine.alive else None

    def _running(self) -> "_Engine":
        if self._engine is None or not self._engine.alive:
            self._engine = _Engine(self._command, self._log_file, self._ready_s, self._environment)
        return self._engine


class _Engine:
    """One engine process, from its start to its death."""

    def __init__(self, command: Sequence[str], log_file: Path, ready_s: float, environment: Mapping[str, str]) -> None:
        self._log_file = log_file
        self._lock = threading.Lock()
        self._jobs: Dict[str, OnEvent] = {}  # unanswered, in the order in which the engine runs them
        self._gone = False
        self._reason = ("", "")  # why we ended it: error and hint
        self._ready: Optional[Ready] = None
        self._started = threading.Event()  # ready or gone
        self.process = spawn(command, log_file, environment)
        self._stdin = cast(IO[bytes], self.process.stdin)
        self._stdout = cast(IO[bytes], self.process.stdout)
        later(ready_s, self._too_slow, ready_s)
        self._reader = threading.Thread(target=self._read, name="ofa-engine-reader", daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        """Whether it can take jobs."""
        return not self._gone and self.process.poll() is None

    @property
    def busy(self) -> bool:
        """Whether a job is not answered yet."""
        with self._lock:
            return bool(self._jobs)

    def wait_ready(self) -> Ready:
        self._started.wait()
        if self._ready is None:
            crash = self._crash("")
            raise EngineError(crash.error, crash.hint)
        return self._ready

    def submit(self, request: Message, job: str, on_event: OnEvent) -> bool:
        """Whether the job was taken: from then on it gets an event for its end, whatever happens."""
        with self._lock:
            if self._gone:
                return False
            self._jobs[job] = on_event
            self._send(encode(request, job))
        return True

    def cancel(self, job: str, grace_s: float) -> None:
        with self._lock:
            if job in self._jobs:
                self._send(encode(CancelRequest(target=job)))
                later(grace_s, self._insist, job, grace_s, self._runs(job))

    def _insist(self, job: str, grace_s: float, had_its_time: bool) -> None:
        """Kill if `job` has run for all of the grace time in spite of its cancel; else wait for its turn."""
        with self._lock:
            if self._gone or job not in self._jobs:
                return
            runs = self._runs(job)
        if had_its_time:
            self._kill(
                say("the job did not stop within {seconds:g} s of its cancel; the engine was ended", seconds=grace_s)
            )
        else:
            later(grace_s, self._insist, job, grace_s, runs)

    def _runs(self, job: str) -> bool:
        """Whether the engine is up and `job` is the first of its queue."""
        return self._ready is not None and next(iter(self._jobs)) == job

    def stop(self, grace_s: float) -> None:
        """Ask it to quit where a job has something to put away; otherwise end it at once: QGIS waits."""
        with self._lock:
            self._reason = (say("the engine was stopped"), "")
            if self._ready and self._jobs:
                self._send(encode(QuitRequest()))
            else:
                self.process.kill()
        end(self.process, grace_s)
        if threading.current_thread() is not self._reader:
            self._reader.join(TERMINATE_S)

    def _send(self, line: str) -> None:
        """Write a line; a pipe that is closed already shows on the reader's side."""
        with suppress(OSError, ValueError):  # broken, or closed on our side
            self._stdin.write(line.encode("utf-8") + b"\n")
            self._stdin.flush()

    def _too_slow(self, ready_s: float) -> None:
        if not self._started.is_set():
            self._kill(
                say("the engine did not start within {seconds:g} s", seconds=ready_s),
                say("try again; if it stays, repair the engine"),
            )

    def _kill(self, error: str, hint: str = "") -> None:
        self._reason = (error, hint)
        self.process.kill()

    def _read(self) -> None:
        """Hand on events until the engine's end, then tell every unanswered job."""
        for line in self._stdout:
            try:
                event, job = decode(line.decode("utf-8", "replace"), EVENTS)
            except ProtocolError as error:
                _log.warning("the engine said: %s", error)
                continue
            if isinstance(event, Ready):
                self._welcome(event)
            elif self._ready:
                self._hand_on(event, job)
        self._bury()

    def _welcome(self, ready: Ready) -> None:
        if ready.protocol != PROTOCOL_VERSION:
            self._kill(
                say(
                    "the engine speaks protocol {theirs}, this plugin protocol {ours}",
                    theirs=ready.protocol,
                    ours=PROTOCOL_VERSION,
                ),
                say("update the plugin and repair the engine, so that both are of one release"),
            )
            return
        self._ready = ready
        self._started.set()

    def _hand_on(self, event: Message, job: str) -> None:
        with self._lock:
            on_event = self._jobs.pop(job, None) if isinstance(event, LAST_EVENTS) else self._jobs.get(job)
        if on_event:
            _call(on_event, event)
        else:
            _log.warning("an event for no job: %s", event)

    def _bury(self) -> None:
        end(self.process, TERMINATE_S)  # it may have closed its stdout and live on
        with self._lock:
            self._gone = True
            orphans, self._jobs = self._jobs, {}
        self._started.set()
        self._stdout.close()
        with suppress(OSError):  # what was not sent
            self._stdin.close()
        for job, on_event in orphans.items():
            _call(on_event, self._crash(job))

    def _crash(self, job: str) -> Crashed:
        code = self.process.poll()
        error, hint = self._reason
        if not error:
            error = say("the engine died ({why})", why=describe_exit(code))
            hint = say("the log is {file}", file=self._log_file)
        return Crashed(job, error, hint, tail(self._log_file))


def _call(on_event: OnEvent, event: Message) -> None:
    try:
        on_event(event)
    except Exception:  # a fault of the caller must not end the reader
        _log.exception("a callback failed on %s", event.kind)
