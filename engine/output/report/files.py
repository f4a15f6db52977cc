"""The files of a report: a page, facts as JSON, and pictures or tables beside them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.output.report.markup import as_json
from engine.output.staging import disk_errors
from engine.words import packed

if TYPE_CHECKING:  # its import takes 0.7 s of processor time
    from matplotlib.figure import Figure

DPI = 200
"""Of pictures."""


def facts_text(facts: Mapping[str, Any]) -> str:
    """Facts as a program reads them: strict JSON, sentences with their template and values."""
    return json.dumps(packed(as_json(facts)), indent=2, ensure_ascii=False, allow_nan=False)


def write_files(folder: Path, contents: Mapping[str, tuple[str, "str | Figure"]]) -> dict[str, str]:
    """Write texts, and figures as PNG.

    Args:
        folder: that is there.
        contents: name of the file and what it holds, by what a job calls it: "html", "json", "picture", "table".

    Returns:
        The paths by the same keys.

    Raises:
        OutputError: the folder cannot be written.
    """
    with disk_errors(folder):
        for name, content in contents.values():
            if isinstance(content, str):
                (folder / name).write_text(content, encoding="utf-8")
            else:
                content.savefig(folder / name, dpi=DPI, format="png")
    return {key: str(folder / name) for key, (name, _) in contents.items()}
