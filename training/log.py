"""What a run says while it trains: `log.jsonl`, one JSON object a logged step, and a line for whoever watches.

The log is the record: pictures and reports are made of it alone. A resumed run drops what was logged after its
checkpoint, so that its log has the steps of an unbroken one. Knows nothing of models and devices.
"""

import json
import math
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from tqdm import tqdm

from engine.cli.console import CLEAR_LINE, TERMINAL_EVERY_S
from engine.errors import RequestError
from engine.output.output_names import LOG
from engine.output.staging import Outputs, disk_errors
from engine.output.strict_json import to_json

NAME = "log.jsonl"
LINE_EVERY_S = 30.0
"""Between lines where there is no terminal: a run takes hours, and somebody reads the log's end."""
MEAN_OVER = 50
"""A running loss is the mean of about so many values: single batches differ too much to read."""


class RunLog:
    """The log of a run, open for writing: one line a logged step, on the disk's side as soon as it is written.

    Args:
        folder: of the run; made if it is missing.
        step: where the run goes on: lines of later steps are dropped. None keeps every line.

    Raises:
        RequestError: an older log in the folder is damaged.
        OutputError: the folder cannot be written.
    """

    def __init__(self, folder: Path, step: int | None = None) -> None:
        self._path = folder / NAME
        lines = list(_lines(self._path)) if self._path.exists() else []
        kept = [f"{line}\n" for line, values in lines if step is None or values["step"] <= step]
        with Outputs([], overwrite=True) as outputs, disk_errors(self._path):  # a torn line goes as well
            outputs.stage(self._path, LOG).write_text("".join(kept), encoding="utf-8")
        with disk_errors(self._path):
            self._file = self._path.open("a", encoding="utf-8")

    def write(self, step: int, **values: object) -> None:
        """Add a line. `values` are numbers, texts, lists and mappings of them; NaN and infinity become null.

        Raises:
            OutputError: the disk is full, or gone.
        """
        with disk_errors(self._path):
            self._file.write(to_json({"step": step, **values}) + "\n")
            self._file.flush()

    def close(self) -> None:
        """Close the file; every line is in it already."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read(folder: Path) -> list[dict[str, Any]]:
    """The lines of a run's log, in the order written. The last is left out where a crash has torn it.

    Raises:
        RequestError: the folder has no log, or a line before the last is damaged.
    """
    if not (folder / NAME).is_file():
        raise RequestError(f"expected the log of a run, {folder / NAME}; found none", "give the folder of a run")
    return [values for _, values in _lines(folder / NAME)]


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every whole line as text and as values."""
    lines = path.read_text(encoding="utf-8", errors="replace").rstrip("\n").split("\n")
    for number, line in enumerate(lines, 1):
        try:
            values = json.loads(line)
        except ValueError:
            values = None
        if isinstance(values, dict) and isinstance(values.get("step"), int):
            yield line, values
        elif number < len(lines):
            raise RequestError(
                f"expected a JSON object with a step in line {number} of {path}; found '{line[:40]}'",
                "remove that line",
            )


class Live:
    """How the run goes, on one line that moves on a terminal, or as a line every `LINE_EVERY_S` elsewhere.

    Args:
        stream: where it is shown.
        steps: of the whole run.
        first: the step at which this process took the run over; it counts for nothing in the time left.
        clock: seconds.
    """

    def __init__(self, stream: TextIO, steps: int, first: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._steps, self._first, self._clock = stream, steps, first, clock
        self._terminal = stream.isatty()
        self._began = clock()
        self._shown = -math.inf
        self._losses: dict[str, tuple[int, float]] = {}  # how many values, and their running mean

    def __call__(self, step: int, values: Mapping[str, Any]) -> None:
        """Count the values of a step (as `RunLog.write` takes them) and show the line if it is time."""
        for name, loss in values.get("losses", {}).items():
            if math.isfinite(loss):
                count, mean = self._losses.get(name, (0, 0.0))
                count = min(count + 1, MEAN_OVER)
                self._losses[name] = count, mean + (loss - mean) / count
        now = self._clock()
        every_s = TERMINAL_EVERY_S if self._terminal else LINE_EVERY_S
        if now - self._shown >= every_s or (step >= self._steps and not self._terminal):
            self._shown = now
            line = self._line(step, values, now - self._began)
            self._stream.write(f"{CLEAR_LINE}{line}" if self._terminal else f"{line}\n")
            self._stream.flush()

    def _line(self, step: int, values: Mapping[str, Any], elapsed_s: float) -> str:
        """Losses stand last: they are what a narrow terminal cuts."""
        losses = "  ".join(f"{name} {mean:.3f}" for name, (_, mean) in sorted(self._losses.items()))
        rate, lr = (values.get(name, math.nan) for name in ("images_per_s", "lr"))
        facts = f"{{n_fmt}}/{{total_fmt}}  {rate:,.0f} images/s  lr {lr:.1e}  {{remaining}} left  {losses}"
        line: str = tqdm.format_meter(
            step,
            self._steps,
            elapsed_s,
            ncols=shutil.get_terminal_size().columns if self._terminal else None,
            bar_format=f"{{percentage:3.0f}}%|{{bar}}| {facts}" if self._terminal else f"step {facts}",
            initial=self._first,
        )
        return line.rstrip()

    def close(self) -> None:
        """Leave a clean line."""
        if self._terminal:
            self._stream.write(CLEAR_LINE)
            self._stream.flush()
