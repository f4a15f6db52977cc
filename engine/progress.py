"""Who hears of work that nobody asked for by name, such as unpacking a product that a job opens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Report = Callable[[int, int, str], None]
"""``report(done, total, note)``: tells progress and raises `engine.errors.Cancelled` when asked to stop."""

_REPORT: ContextVar[Report | None] = ContextVar("report", default=None)


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
