"""`elsewhere.md` from the results of `benchmarks/leave_one_scene_out.py`. Knows numbers, no scenes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

REACH = {"FLAIR": 0.60, "Amazon": 0.90}
"""What a head with a backbone should reach."""


def write_page(results: Sequence[dict[str, Any]], path: Path) -> None:
    """Write the page."""
    path.write_text("x")
