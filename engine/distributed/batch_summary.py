"""One summary of a batch: a row for each scene, as JSON for programs and CSV for people's tables."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from engine.output import output_names
from engine.output.staging import Outputs, disk_errors
from engine.output.strict_json import to_json

JSON, CSV = "summary.json", "summary.csv"
Status = Literal["finished", "skipped", "failed", "not done"]


@dataclass(frozen=True)
class SceneResult:
    """What became of a scene. `skipped`: an earlier run of the same batch has finished it; the row repeats its numbers.

    `seconds` and `macro_f1` are None where there are none; `checked` says "3 of 4" of the classes, without which the
    score says little, and is empty where there are no classes.
    """

    scene: str
    status: Status = "not done"
    seconds: float | None = None
    macro_f1: float | None = None
    checked: str = ""
    outputs: Mapping[str, str] | None = None
    error: str = ""
    hint: str = ""


def of(rows: Sequence[SceneResult], folder: Path) -> dict[str, Any]:
    """The summary of a batch."""
    count = Counter(row.status for row in rows)
    return {
        "outputs": {"summary": str(folder / JSON), "table": str(folder / CSV)},
        "scenes": [asdict(row) for row in rows],
        **{status.replace(" ", "_"): count[status] for status in ("finished", "skipped", "failed", "not done")},
    }


def write(rows: Sequence[SceneResult], folder: Path) -> dict[str, Any]:
    """Write both files; what `of` tells.

    Raises:
        OutputError: they cannot be written.
    """
    told = of(rows, folder)
    with Outputs([], overwrite=True) as outputs, disk_errors(folder):
        outputs.stage(folder / JSON, output_names.JSON).write_text(to_json(told) + "\n", encoding="utf-8")
        outputs.stage(folder / CSV, output_names.TABLE).write_text(_table(rows), encoding="utf-8")
    return told


def _table(rows: Sequence[SceneResult]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow([field.name for field in fields(SceneResult)])
    for row in rows:
        cells = asdict(row) | {"outputs": " ".join((row.outputs or {}).values())}
        table.writerow(cells.values())
    return text.getvalue()
