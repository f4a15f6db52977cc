"""How much memory this process has needed so far."""

import sys


def peak_memory_mb() -> float | None:
    """The most memory this process has had, in millions of bytes; None where the system does not tell Python."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 (absent on Windows)

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS, KiB elsewhere
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e6
