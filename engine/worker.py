"""`engine serve`: answers the plugin's requests, one JSON object a line, until its stdin ends.

Two threads. The reader only queues requests and sets cancel flags; the main thread runs the jobs one after
the other and writes. A cancel is raised inside ``report()``, so no job has cancel code. Where GDAL waits for a
server and nothing is reported, a third thread answers the cancel and ends the process.
Knows nothing of what a job computes, and nothing of the client but its two pipes.
"""

import ctypes
import faulthandler
import importlib
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, TextIO, cast

from engine import __version__, jobs, reader
from engine.errors import Cancelled, EngineError
from engine.gdal import network
from engine.jobs.stages import At, Course, steps_of
from engine.output import staging
from engine.protocol import (
    PROTOCOL_VERSION,
    REQUESTS,
    CancelledEvent,
    CancelRequest,
    Failed,
    Finished,
    Message,
    Progress,
    ProtocolError,
    QuitRequest,
    Ready,
    Request,
    decode,
    encode,
)
from engine.words import say

PROGRESS_EVERY_S = 0.1  # a person sees no more than ten numbers a second, and a pipe should not carry more
ORPHAN_GRACE_S = 20.0  # how long a job that does not report may go on after the client has gone
EXIT_LEFT = 130  # the job was cancelled while GDAL waited for a server
C_LIBRARY = "ucrtbase" if os.name == "nt" else None  # None: the C library that this process has loaded

LOG = say("the engine's log")

Run = Callable[[Request, jobs.Report], dict[str, object]]
Clock = Callable[[], float]


def serve(
    run: Run = jobs.run,
    prepare: Callable[[], str] | None = None,
    grace_s: float = ORPHAN_GRACE_S,
    words: Path | None = None,
) -> None:
    """Answer requests from stdin with events on stdout until ``quit`` or the end of stdin.

    Args:
        run: what runs a job.
        prepare: loads all that is slow and returns the device's name; done before stdin is read, because on
            Windows a library that is loaded while another thread waits for stdin can block for ever.
        grace_s: how long a job that does not report may go on after the end.
        words: the language of pages and pictures (see `engine.reader`); English where the file cannot be read.
    """
    faulthandler.enable()  # a segmentation fault leaves its Python traceback in the log
    if words:
        try:
            reader.LANGUAGE.set(reader.load(words))
        except (OSError, ValueError, KeyError):
            traceback.print_exc()
    requests = claim_stdin()
    with claim_stdout() as events:
        device = (prepare or load_everything)()
        worker = Worker(events, run)
        worker.send(Ready(PROTOCOL_VERSION, __version__, device))
        threading.Thread(target=listen, args=(worker, requests, grace_s), daemon=True).start()
        worker.work()


def listen(worker: "Worker", requests: BinaryIO, grace_s: float) -> None:
    """Hand on each line until ``quit`` or the end; a process that lives on after `grace_s` more seconds is ended."""
    for line in requests:
        if line.strip() and not worker.take(line.decode("utf-8", "replace")):
            break
    worker.end()
    time.sleep(grace_s)
    sys.stderr.write("engine: the client has gone and the job does not stop; ending\n")
    os._exit(1)


def load_everything() -> str:
    """Import torch and every job, so that the first request is answered at once; the device's name.

    A job that cannot be imported says why in the log and fails again, for the user, when it is asked for.
    """
    for point in entry_points(group="engine.jobs"):
        try:
            point.load()
        except Exception:
            traceback.print_exc()
    device, _ = importlib.import_module("engine.device").pick_device("auto")
    return str(device)


@contextmanager
def claim_stdout() -> Iterator[TextIO]:
    """The real stdout, for the caller alone: meanwhile whatever else prints, in Python or in C, goes to stderr."""
    sys.stdout.flush()
    with os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace") as real, redirect_stdout(sys.stderr):
        os.dup2(2, 1)
        try:
            yield real
        finally:
            flush_c()
            os.dup2(real.fileno(), 1)


def flush_c() -> None:
    """What C code printed waits in its own buffer: bring it to the log."""
    ctypes.CDLL(C_LIBRARY).fflush(None)


def claim_stdin() -> BinaryIO:
    """The real stdin, for the caller alone: whatever else reads it finds its end."""
    real = os.fdopen(os.dup(0), "rb")
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 (a device, not a path)
        os.dup2(nothing.fileno(), 0)
    return real


def ended(job: str, request: Request, run: Run, report: jobs.Report) -> Finished | Failed:
    """Run one job; how it ended, as an event that fits on the wire.

    Raises:
        Cancelled: `report` asked for it.
    """
    try:
        event = Finished(job, run(request, report))
        encode(event)
    except Cancelled:
        raise
    except (Exception, SystemExit) as error:
        if not isinstance(error, EngineError):
            traceback.print_exc()
        return failure(error, job)
    return event


def failure(error: BaseException, job: str = "", where: str = LOG) -> Failed:
    """What to tell the user of `error`; `where` is where the traceback of an unexpected one is found."""
    if isinstance(error, EngineError):
        return Failed(job, error.error, error.hint)
    lines = str(error).strip().splitlines()
    first = lines[0] if lines else ""
    if isinstance(error, MemoryError) or "out of memory" in first or "can't allocate memory" in first:
        return Failed(job, say("not enough memory"), say("close other programs, or choose a smaller extent or model"))
    what = f"{type(error).__name__}: {first}" if first else type(error).__name__
    return Failed(
        job,
        say("unexpected {what}", what=what),
        say("this is a fault of the engine; {where} has the details", where=where),
    )


def _nothing() -> None:
    """Where no job runs there is nothing to stop."""


class Worker:
    """Runs queued requests in order and tells about them; `take` and `end` are for the reader thread.

    Args:
        events: one event a line is written here.
        run: what runs a job.
        clock: seconds, for the pace of progress events.
    """

    def __init__(self, events: TextIO, run: Run, clock: Clock = time.monotonic) -> None:
        self._events = events
        self._run = run
        self._clock = clock
        self._queue: SimpleQueue[tuple[str, Message] | None] = SimpleQueue()
        self._cancels: dict[str, threading.Event] = {}  # job queued or running -> was it cancelled?
        self._running = ""
        self._stop_reads: Callable[[], None] = _nothing  # of the job that runs, from servers
        self._state, self._sending = threading.Lock(), threading.Lock()
        self._deaf = False  # nobody reads our events any more

    def take(self, line: str) -> bool:
        """Queue or heed one line; False for ``quit``."""
        try:
            request, job = decode(line, REQUESTS)
            if isinstance(request, QuitRequest):
                return False
            if isinstance(request, CancelRequest):
                self._cancel(str(request.target))
            elif not job or job in self._cancels:
                raise ProtocolError(say("expected a new job id, found {found}", found=repr(job)))
            else:
                self._cancels[job] = threading.Event()
                self._queue.put((job, request))
        except ProtocolError as error:
            self._queue.put(("", Failed(error.job, error.error, say("the plugin and the engine differ: update both"))))
        return True

    def end(self) -> None:
        """Cancel every job, and end `work` when all have been answered."""
        for job in list(self._cancels):
            self._cancel(job)
        self._queue.put(None)

    def _cancel(self, job: str) -> None:
        if cancel := self._cancels.get(job):
            cancel.set()
            with self._state:
                if job == self._running:
                    self._stop_reads()

    def work(self) -> None:
        """Answer what is queued, in order, until the end or until nobody listens any more."""
        while not self._deaf and (item := self._queue.get()) is not None:
            job, request = item
            if isinstance(request, Failed):
                self.send(request)
            else:
                self._answer(job, cast(Request, request))
                del self._cancels[job]

    def _answer(self, job: str, request: Request) -> None:
        report = Course(steps_of(request), self._teller(job, self._cancels[job]))
        with network.stoppable(partial(self._leave, job)) as stop_reads:
            with self._state:
                self._running, self._stop_reads = job, stop_reads
            try:
                report(0, 0, "")
                event: Message = ended(job, request, self._run, report)
            except Cancelled:
                event = CancelledEvent(job)
            with self._state:
                self._running = ""
            self.send(event)

    def _leave(self, job: str) -> None:
        """End the process, in which GDAL waits for a server, so that the client has its answer and starts another."""
        with self._state:
            if self._running == job:
                staging.abandon()
                self.send(CancelledEvent(job))
                os._exit(EXIT_LEFT)

    def _teller(self, job: str, cancel: threading.Event) -> Callable[[At], None]:
        """Hears how far one job is: raises the cancel, and tells what is due, each new note and each last step."""
        due, told = self._clock(), ""

        def tell(at: At) -> None:
            nonlocal due, told
            if cancel.is_set() or self._deaf:
                raise Cancelled
            now = self._clock()
            if now >= due or at.note != told or at.done == at.total > 0:
                due, told = now + PROGRESS_EVERY_S, at.note
                self.send(Progress(job, at.done, at.total, at.note, at.share, at.stage, at.stages))

        return tell

    def send(self, event: Message) -> None:
        """Write one event; when nobody reads any more, the running job is cancelled at its next report.

        Raises:
            TypeError: the event holds something that JSON cannot.
        """
        line = encode(event)
        flush_c()  # once it has told the end of its job, an engine may be killed
        with self._sending:
            try:
                self._events.write(line + "\n")
                self._events.flush()
            except OSError:
                self._deaf = True
                with open(os.devnull, "wb") as nothing:  # noqa: PTH123
                    os.dup2(nothing.fileno(), self._events.fileno())  # for what is still buffered
