"""`docs/few_label.md` and `docs/few_label.png` from the benchmark's results. Knows numbers, no scenes."""

from pathlib import Path


def write_report(results, methods, folder):
    pass
