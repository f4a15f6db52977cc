"""The peak of memory is in millions of bytes on every system that tells it, and None on one that does not."""

import sys
from types import SimpleNamespace

import pytest

from engine.peak_memory import peak_memory_mb


@pytest.mark.parametrize(("system", "peak", "told"), [("linux", 300_000, 307.2), ("darwin", 307_200_000, 307.2)])
def test_systems_count_in_different_units(monkeypatch: pytest.MonkeyPatch, system: str, peak: int, told: float) -> None:
    usage = SimpleNamespace(RUSAGE_SELF=0, getrusage=lambda _: SimpleNamespace(ru_maxrss=peak))
    monkeypatch.setitem(sys.modules, "resource", usage)
    monkeypatch.setattr(sys, "platform", system)
    assert peak_memory_mb() == pytest.approx(told)


def test_windows_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert peak_memory_mb() is None
