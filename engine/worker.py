"""`engine serve`: answers the plugin's requests, one JSON object a line, until its stdin ends.

The reader thread only queues requests and sets cancel flags; the main thread runs the jobs one after the other and
writes. A cancel is raised inside ``report()``, so no job has cancel code. Where GDAL waits for a server and nothing
is reported, another thread answers the cancel and ends the process. At the start one more thread imports torch:
jobs that need no model do not wait for it.
Knows nothing of what a job computes, and nothing of the client but its two pipes.
"""

import ctypes
import faulthandler
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, TextIO, cast

from engine import __version__, jobs, language
from engine.errors import Cancelled, EngineError, is_out_of_memory
from engine.gdal import network
from engine.jobs.stages import JobProgress, ProgressTracker, steps_of
from engine.messages import (
    PROTOCOL_VERSION,
    CancelledEvent,
    CancelRequest,
    Failed,
    Finished,
    Message,
    Progress,
    ProtocolError,
    QuitRequest,
    Ready,
    decode,
    encode,
)
from engine.output import staging
from engine.progress import Report
from engine.protocol import REQUESTS, PrepareRequest, Request
from engine.words import say

WITHOUT_MODEL = ("inspect", "models")
"""Jobs that import no torch. They are loaded before the engine is ready, and then import nothing more: two threads that
import parts of one library at a time may each wait for what the other has begun."""
SOON = ("prepare", "doctor", "grow", "preview")
"""Jobs that a person will wait for, in the order in which that happens; they bring all that is slow to import."""
LOADING_EVERY_S = 0.05  # how often a job that waits for the imports looks whether it was cancelled
PROGRESS_EVERY_S = 0.1  # a person sees no more than ten numbers a second, and a pipe should not carry more
ORPHAN_GRACE_S = 20.0  # how long a job that does not report may go on after the client has gone
EXIT_LEFT = 130  # the job was cancelled while GDAL waited for a server
C_LIBRARY = "ucrtbase" if os.name == "nt" else None  # None: the C library that this process has loaded

LOG = say("the engine's log")

Run = Callable[[Request, Report], dict[str, object]]
Clock = Callable[[], float]


def serve(
    run: Run = jobs.run,
    load: Callable[[Sequence[str]], None] | None = None,
    grace_s: float = ORPHAN_GRACE_S,
    words: Path | None = None,
) -> None:
    """Answer requests from stdin with events on stdout until ``quit`` or the end of stdin.

    Args:
        run: what runs a job.
        load: imports the jobs of these kinds; `load_jobs` unless a test says otherwise.
        grace_s: how long a job that does not report may go on after the end.
        words: the language of pages and pictures (see `engine.language`); English where the file cannot be read.
    """
    faulthandler.enable()  # a segmentation fault leaves its Python traceback in the log
    if words:
        try:
            language.LANGUAGE.set(language.load(words))
        except (OSError, ValueError, KeyError):
            traceback.print_exc()
    load = load or load_jobs
    requests = claim_stdin()  # first of all: on Windows, loading a library waits for whoever reads the real stdin
    with claim_stdout() as events:
        load(WITHOUT_MODEL)
        loading = JobLoader(load)
        worker = Worker(events, loading.before(run))
        worker.send(Ready(PROTOCOL_VERSION, __version__))
        loading.start()
        threading.Thread(target=listen, args=(worker, requests, grace_s), daemon=True).start()
        worker.work()
        loading.end()


def listen(worker: "Worker", requests: BinaryIO, grace_s: float) -> None:
    """Hand on each line until ``quit`` or the end; a process that lives on after `grace_s` more seconds is ended."""
    for line in requests:
        if line.strip() and not worker.take(line.decode("utf-8", "replace")):
            break
    worker.end()
    time.sleep(grace_s)
    sys.stderr.write("engine: the client has gone and the job does not stop; ending\n")
    os._exit(1)


def load_jobs(kinds: Sequence[str]) -> None:
    """Import jobs and all that they need, so that the first request of their kind is answered at once.

    A job that cannot be imported says why in the log and fails again, for the user, when it is asked for.
    """
    for kind in kinds:
        try:
            jobs.find(kind)
        except Exception:
            traceback.print_exc()


class JobLoader(threading.Thread):
    """Imports the jobs that will be wanted soon, one after the other."""

    def __init__(self, load: Callable[[Sequence[str]], None]) -> None:
        super().__init__(name="loading")
        self._load = load
        self._loaded = set(WITHOUT_MODEL)
        self._over = False

    def run(self) -> None:
        """On its own thread."""
        for kind in SOON:
            if not self._over:
                self._load((kind,))
                self._loaded.add(kind)

    def end(self) -> None:
        """Import nothing more, and wait for what is being imported."""
        self._over = True
        self.join()

    def before(self, run: Run) -> Run:
        """`run`, but a job that is not loaded yet waits for it, or for the end; it can be cancelled meanwhile."""

        def waiting(request: Request, report: Report) -> dict[str, object]:
            while request.kind not in self._loaded and self.is_alive():
                report(0, 0, "")
                self.join(LOADING_EVERY_S)
            return run(request, report)

        return waiting


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


def ended(job: str, request: Request, run: Run, report: Report) -> Finished | Failed:
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
    if is_out_of_memory(error):
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
        report = ProgressTracker(steps_of(request), self._teller(job, request))
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

    def _teller(self, job: str, request: Request) -> Callable[[JobProgress], None]:
        """Hears how far one job is: raises the cancel, and tells what is due, each new note and each last step."""
        due, told = self._clock(), ""
        cancel, makes_way = self._cancels[job], isinstance(request, PrepareRequest)

        def tell(at: JobProgress) -> None:
            nonlocal due, told
            if cancel.is_set() or self._deaf or (makes_way and not self._queue.empty()):
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
