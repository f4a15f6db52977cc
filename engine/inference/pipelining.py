"""Stages of a pipeline on threads: read ahead, compute in parallel, write behind.

Threads, not processes: GDAL and torch release the interpreter lock while they work. An error on a thread is
raised where its result is asked for. Knows nothing of what is read and written.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from itertools import islice
from types import TracebackType
from typing import Self, TypeVar, cast

import torch

from engine.inference.stage_clock import Clock

T = TypeVar("T")
AHEAD = 2  # pieces in flight: one being made, one ready; more would only cost memory
AHEAD_EACH = 3  # of a computing thread: what it does while the caller is busy with something else


def read_ahead(pieces: Iterable[Callable[[], T]], clock: Clock) -> Generator[T, None, None]:
    """The results of `pieces` in order; the next ones are made on a thread while the caller uses this one."""
    with ThreadPoolExecutor(1, "read") as pool:
        pending: deque[Future[T]] = deque()
        try:
            for piece in pieces:
                pending.append(pool.submit(piece))
                if len(pending) >= AHEAD:
                    yield _result(pending.popleft(), clock, "read")
            while pending:
                yield _result(pending.popleft(), clock, "read")
        finally:
            for future in pending:
                future.cancel()


@cache
def thread_pool(workers: int) -> ThreadPoolExecutor:
    """Threads that compute, each on one core: pieces side by side do not wait for each other.

    The threads within one operation of torch do: with a core busy elsewhere they took five times as long.
    """
    return ThreadPoolExecutor(workers, "compute", torch.set_num_threads, (1,))


def in_parallel(pieces: Iterable[Callable[[], T]], workers: int) -> Iterator[T]:
    """The results of `pieces` in order, made on so many threads; some are begun at once, before they are asked for.

    With one worker they are made here and when they are asked for.
    """
    if workers == 1:
        return (piece() for piece in pieces)
    results = _in_parallel(pieces, workers)
    next(results)
    return cast("Iterator[T]", results)


def _in_parallel(pieces: Iterable[Callable[[], T]], workers: int) -> Generator[T | None, None, None]:
    waiting, pending = iter(pieces), deque[Future[T]]()
    own_threads = torch.get_num_threads()
    torch.set_num_threads(1)  # what the caller computes meanwhile would wait for cores that are busy
    try:
        for piece in islice(waiting, AHEAD_EACH * workers):
            pending.append(thread_pool(workers).submit(piece))
        yield None  # begun
        while pending:
            done = pending.popleft().result()
            pending.extend(thread_pool(workers).submit(piece) for piece in islice(waiting, 1))
            yield done
    finally:
        torch.set_num_threads(own_threads)
        for future in pending:
            future.cancel()


class WriteBehind:
    """Calls `write` on a thread, in order; leaving the context waits for what is still to be written."""

    def __init__(self, write: Callable[..., None], clock: Clock) -> None:
        self._write, self._clock = write, clock
        self._pool = ThreadPoolExecutor(1, "write")
        self._pending: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __call__(self, *arguments: object) -> None:
        """Hand one piece over; waits while the writer is behind, and raises what an earlier piece raised."""
        self._pending.append(self._pool.submit(partial(self._write, *arguments)))
        if len(self._pending) > AHEAD:
            _result(self._pending.popleft(), self._clock, "write")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            while kind is None and self._pending:
                _result(self._pending.popleft(), self._clock, "write")
        finally:
            self._pool.shutdown(cancel_futures=True)


def _result(future: Future[T], clock: Clock, stage: str) -> T:
    with clock(stage):
        return future.result()
