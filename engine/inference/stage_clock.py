"""Seconds per stage of a pipeline: which of them the others wait for."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class StageSeconds:
    """Seconds the run spent in, or waiting for, each of its stages."""

    read_s: float
    model_s: float
    pixel_s: float
    write_s: float


class Clock:
    """Adds up seconds per stage: ``with clock("read"): …``. Stages do not nest."""

    def __init__(self) -> None:
        self._seconds: Counter[str] = Counter()

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Count the time in this context for a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] += time.perf_counter() - start  # type: ignore[assignment]  # typeshed: int

    def waited(self) -> StageSeconds:
        """What has been added up so far."""
        return StageSeconds(*(round(float(self._seconds[stage]), 3) for stage in ("read", "model", "pixel", "write")))
