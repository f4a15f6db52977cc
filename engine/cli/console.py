"""What a person sees on the terminal while a job runs, and how Ctrl-C ends it."""

import os
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from tqdm import tqdm

from engine.errors import Cancelled
from engine.gdal import network
from engine.jobs.stages import JobProgress, ProgressTracker, steps_of
from engine.messages import Message
from engine.output import staging

EXIT_CANCELLED = 130
"""What a shell gives a program that Ctrl-C has ended."""
TERMINAL_EVERY_S = 0.1
LOG_EVERY_S = 5.0  # a log file is read later, line by line
FINE = 1000  # steps of the bar of a whole job
WHOLE = "{desc}{percentage:3.0f}%|{bar}| {elapsed}<{remaining}"
MOST_COLUMNS = 100  # of a line of progress
CLEAR_LINE = "\r\033[K"


class Progress:
    """A job's ``report``: one line that moves on a terminal, a line every few seconds elsewhere.

    For a job that it follows it shows the progress of the whole job. For others it shows what they count, starting
    again at each note.

    Args:
        stream: where it is shown.
        clock: seconds.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._terminal = stream.isatty()
        self._every_s = TERMINAL_EVERY_S if self._terminal else LOG_EVERY_S
        self._phase = (0, "")
        self._first = 0
        self._began = self._shown = clock()
        self._cancel = threading.Event()
        self._tracker: ProgressTracker | None = None

    def follow(self, request: Message) -> None:
        """What comes is reported by the job of this request."""
        steps = steps_of(request)
        self._tracker = ProgressTracker(steps, self._show_whole) if steps else None

    def cancel(self) -> None:
        """Make the next report raise `Cancelled`."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether the next report raises."""
        return self._cancel.is_set()

    def __call__(self, done: int, total: int, note: str) -> None:
        """See `engine.progress.Report`."""
        if self.cancelled:
            raise Cancelled
        if self._tracker:
            self._tracker(done, total, note)
            return
        if (total, note) != self._phase:  # a new phase has its own rate
            self._phase, self._began, self._first = (total, note), self._clock(), done
        self._show(done, total, prefix=note, initial=self._first)

    def _show_whole(self, at: JobProgress) -> None:
        stage = f"{at.stages[at.stage]} ({at.stage + 1} of {len(at.stages)})"
        self._show(round(at.share * FINE), FINE, prefix=stage, bar_format=WHOLE)

    def _show(self, done: int, total: int, **how: str | int) -> None:
        now = self._clock()
        if now - self._shown >= self._every_s:
            self._shown = now
            width = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
            line = tqdm.format_meter(done, total or None, now - self._began, ncols=width, **how)
            self._stream.write(f"{CLEAR_LINE}{line}" if self._terminal else f"{line}\n")
            self._stream.flush()

    def close(self) -> None:
        """Leave a clean line."""
        if self._terminal:
            self._stream.write(CLEAR_LINE)
            self._stream.flush()


@contextmanager
def progress(stream: TextIO, ended: Callable[[], None] = lambda: None) -> Iterator[Progress]:
    """Progress on `stream`; Ctrl-C and SIGTERM cancel the job at its next report, a second one at once.

    While GDAL waits for a server, no job reports and Python answers no signal: then the process ends.

    Args:
        stream: where progress is shown.
        ended: called just before that, to tell more than one line on stderr.
    """
    report, once = Progress(stream), threading.Lock()

    def end() -> None:
        staging.abandon()
        os.write(2, b"error: cancelled\n")
        ended()
        os._exit(EXIT_CANCELLED)

    with network.stoppable(end) as stop_reads:

        def cancel(again: bool) -> None:
            """Called for each signal from the watcher, which hears it at once, and from Python, which acts on it."""
            if once.acquire(blocking=False):
                os.write(2, b"\ncancelling; once more to stop at once\n")  # a signal may not enter a buffered stream
            report.cancel()
            stop_reads()
            if again and network.waiting():
                end()

        with _signals(cancel):
            try:
                yield report
            finally:
                report.close()


@contextmanager
def _signals(cancel: Callable[[bool], None]) -> Iterator[None]:
    """Call `cancel` for SIGINT and SIGTERM, with whether it is a second one; then raise KeyboardInterrupt as well."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    count = 0

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal count
        count += 1
        if count > 1:
            raise KeyboardInterrupt
        cancel(False)

    before = [(number, signal.signal(number, stop)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        with _heard_at_once(cancel):
            yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


@contextmanager
def _heard_at_once(cancel: Callable[[bool], None]) -> Iterator[None]:
    """Call `cancel` for each signal on a thread of its own: handlers wait until the main thread is back in Python."""
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)

    def watch() -> None:
        heard = 0
        while numbers := ours.recv(16):
            heard += sum(number in (signal.SIGINT, signal.SIGTERM) for number in numbers)
            if heard:
                cancel(heard > 1)

    watcher = threading.Thread(target=watch, name="signals", daemon=True)
    watcher.start()
    before = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        theirs.close()  # the watcher finds the end
        watcher.join()
        ours.close()
