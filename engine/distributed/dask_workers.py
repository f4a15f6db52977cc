"""The workers of a Dask scheduler that the user runs, on one machine or many.

We only connect to the scheduler; nothing of ours listens. A request goes as a line of the protocol and comes back as
one, so all that a worker needs is the same ofa-engine and the same names of files (a disk that all of them share).
The scheduler handles a worker that dies: it gives the request to another one, at most as often as its setting
`distributed.scheduler.allowed-failures` says.
"""

import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from queue import Empty, Queue
from typing import Any

from distributed import Client, Event, Future, get_worker, wait

from engine import __version__, jobs, worker
from engine.distributed.workers import OverallProgress, RequestResult, Running
from engine.errors import Cancelled, WorkerError
from engine.jobs.stages import JobProgress, ProgressTracker, steps_of
from engine.messages import EVENTS, CancelledEvent, Failed, Finished, decode, encode
from engine.progress import Report
from engine.protocol import REQUESTS, Request

CONNECT_S = 10  # how long a scheduler may take to answer
POLL_S = 0.1  # how long a cancel of the user may go unheard here
ASK_S = 1.0  # how often a job asks whether it is cancelled and tells its progress: each is a message over the network
GRACE_S = 30.0  # how long jobs may take to stop at their next tile


class DaskWorkers:
    """The workers of the scheduler at `address`, such as "tcp://host:8786"; `count` is how many threads they have.

    Raises:
        WorkerError: nobody answers there.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        with self._connected() as client:
            self.count = max(1, sum(client.nthreads().values()))  # those that are there now; more may come

    def _connected(self) -> Client:
        try:
            return Client(self._address, timeout=CONNECT_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise WorkerError(
                f"no Dask scheduler answers at {self._address}", "start one with `dask scheduler`, and its workers"
            ) from error

    def run(self, requests: Sequence[Request], report: Report) -> Running:
        """See `engine.distributed.workers.Workers.run`."""
        topic = f"ofa-{uuid.uuid4()}"
        heard: Queue[Future[Any] | tuple[int, float]] = Queue()
        with self._connected() as client:
            client.subscribe_topic(topic, lambda told: heard.put(told[1]))
            lines = [encode(request, str(number)) for number, request in enumerate(requests)]
            futures = {
                client.submit(answer, line, topic, __version__, key=f"{topic}-{number}", pure=False): number
                for number, line in enumerate(lines)
            }
            for future in futures:
                future.add_done_callback(heard.put)
            try:
                yield from self._listen(client, futures, heard, OverallProgress(len(requests), report))
            finally:
                _stop(client, futures, topic)

    def _listen(
        self, client: Client, futures: dict[Future[Any], int], heard: Queue[Any], progress: OverallProgress
    ) -> Iterator[RequestResult]:
        waited_for = len(futures)
        while waited_for:
            progress.tell()
            if client.status not in ("running", "connecting"):
                raise WorkerError(f"the Dask scheduler at {self._address} has gone", "run the same command again")
            try:
                said = heard.get(timeout=POLL_S)
            except Empty:
                continue
            if isinstance(said, Future):
                waited_for -= 1
                progress.ended(futures[said])
                yield _ended(futures[said], said)
            else:
                progress.heard(*said)


def _ended(number: int, future: Future[Any]) -> RequestResult:
    try:
        seconds, line = future.result()
        event, _ = decode(line, EVENTS)
        assert isinstance(event, Finished | Failed)  # nosec B101
    except Exception as error:  # the scheduler's: workers died, or have no engine
        lines = str(error).strip().splitlines() or [""]
        hint = "look at the logs of the workers; each needs the same ofa-engine, and enough memory"
        return RequestResult(number, Failed(str(number), f"{type(error).__name__}: {lines[0]}", hint), 0.0)
    return RequestResult(number, event, seconds)


def _stop(client: Client, futures: dict[Future[Any], int], topic: str) -> None:
    """Leave nothing behind: whatever still runs is asked to stop, and waited for."""
    if client.status == "running" and not all(future.done() for future in futures):
        stop = Event(topic, client=client)
        stop.set()
        with suppress(TimeoutError), client.as_current():
            wait(list(futures), timeout=GRACE_S)
        if all(future.done() for future in futures):  # else a step that takes long would not hear of it
            stop.clear()
    client.unsubscribe_topic(topic)


def answer(line: str, topic: str, version: str) -> tuple[float, str]:
    """On a worker: do one request, given as a line of the protocol; seconds, and its last event as a line."""
    request, job = decode(line, REQUESTS)
    if version != __version__:
        what = f"a worker has ofa-engine {__version__}, and this is {version}"
        return 0.0, encode(Failed(job, what, "install the same version everywhere"))
    began = time.monotonic()
    try:
        report = ProgressTracker(steps_of(request), _RemoteReport(int(job), topic))
        report(0, 0, "")
        event: Finished | Failed | CancelledEvent = worker.ended(job, request, jobs.run, report)  # type: ignore[arg-type]
    except Cancelled:
        event = CancelledEvent(job)
    return time.monotonic() - began, encode(event)


class _RemoteReport:
    """Hears how far a job on a worker is: tells the client now and then, and heeds its cancel."""

    def __init__(self, number: int, topic: str) -> None:
        self._number, self._topic = number, topic
        self._stop = Event(topic)
        self._due = 0.0

    def __call__(self, at: JobProgress) -> None:
        if (now := time.monotonic()) < self._due:
            return
        self._due = now + ASK_S
        with suppress(OSError):  # the scheduler is busy: the work continues
            get_worker().log_event(self._topic, (self._number, at.share))
            if self._stop.is_set():
                raise Cancelled
