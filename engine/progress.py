"""Progress: how work is reported, also work that a job triggers indirectly, such as unpacking a product."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Report = Callable[[int, int, str], None]
"""``report(done, total, note)``: tells progress and raises `engine.errors.Cancelled` when asked to stop."""

_REPORT: ContextVar[Report | None] = ContextVar("report", default=None)


class Meter:
    """Counts done work and reports it; reporting is where a cancelled job stops."""

    def __init__(self, report: Report, total: int, note: str) -> None:
        self._report, self._total, self._note, self._done = report, total, note, 0

    def step(self, done: int = 1) -> None:
        """Tell that `done` more pieces of work are finished."""
        self._done += done
        self._report(self._done, self._total, self._note)


@contextmanager
def heard_by(report: Report) -> Iterator[None]:
    """Let the report of a job hear what `tell` says in this context."""
    before = _REPORT.set(report)
    try:
        yield
    finally:
        _REPORT.reset(before)


def tell(done: int, total: int, note: str) -> None:
    """Say how far the work is to the job that runs, if there is one.

    Raises:
        Cancelled: the job was stopped.
    """
    if report := _REPORT.get():
        report(done, total, note)
