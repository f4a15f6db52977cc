"""Who runs requests, and how far they are: one protocol for this process, this machine's and a scheduler's workers.

Knows requests and events only, nothing of what a request computes.
"""

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from engine import jobs, worker
from engine.jobs.stages import ProgressTracker, steps_of
from engine.messages import Failed, Finished
from engine.progress import Report
from engine.protocol import Request

ATTEMPTS = 3  # a worker may die by chance; a request that three workers died of is the reason itself
HUNDREDTHS = 100  # of a request: the unit of progress over all of them


@dataclass(frozen=True)
class RequestResult:
    """How the request with this number (its place in the list, from 0) ended, and how long it took."""

    number: int
    event: Finished | Failed
    seconds: float


Running: TypeAlias = Generator[RequestResult, None, None]
"""Close it (`contextlib.closing`) to stop what still runs."""


class Workers(Protocol):
    """Whoever runs requests."""

    @property
    def count(self) -> int:
        """How many requests they work on at once."""
        ...

    def run(self, requests: Sequence[Request], report: Report) -> Running:
        """Do every request once; tells of each as it ends, in whatever order they end.

        A request whose worker died is given to another one. One that fails does not stop the others.

        Raises:
            Cancelled: `report` asked for it; what runs is stopped at its own next report.
            WorkerError: there is nobody to run them.
        """
        ...


class OverallProgress:
    """Progress over all requests, in hundredths of a request.

    Args:
        count: how many requests there are.
        report: told the sum.
    """

    def __init__(self, count: int, report: Report) -> None:
        self._total = count * HUNDREDTHS
        self._ended = 0
        self._running: dict[int, int] = {}  # request -> hundredths of it
        self._report = report

    def heard(self, number: int, share: float) -> None:
        """So much of request `number` is done (`engine.jobs.stages.ProgressTracker`)."""
        self._running[number] = int(share * HUNDREDTHS)
        self.tell()

    def ended(self, number: int) -> None:
        """Request `number` has ended, well or not."""
        self._running.pop(number, None)
        self._ended += HUNDREDTHS

    def tell(self) -> None:
        """Tell it, and raise the cancel if there is one."""
        self._report(self._ended + sum(self._running.values()), self._total, "in hundredths")


class InProcessWorkers:
    """The process that we are in, one request after the other."""

    count = 1

    def run(self, requests: Sequence[Request], report: Report) -> Running:
        """See `Workers.run`."""
        progress = OverallProgress(len(requests), report)
        for number, request in enumerate(requests):
            began = time.monotonic()
            event = worker.ended(str(number), request, jobs.run, _report_of(number, request, progress))
            progress.ended(number)
            yield RequestResult(number, event, time.monotonic() - began)


def _report_of(number: int, request: Request, progress: OverallProgress) -> Report:
    return ProgressTracker(steps_of(request), lambda at: progress.heard(number, at.share))
