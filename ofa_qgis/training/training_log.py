"""How a fine-tuning run goes, read from its `log.jsonl` while the engine writes it. Standard library only.

A line is one JSON object. A last line without its end is not there yet; a line that is no JSON is passed over.
"""

import json
from pathlib import Path
from typing import Any, List, Optional, Tuple

NAME = "log.jsonl"
STOP = "stop"  # a file of this name in the run's folder ends the run with the best model so far
LESS_IS_BETTER = ("rmse",)

Points = List[Tuple[int, float]]


class TrainingLog:
    """What has been read so far: (step, value) of training loss, validation loss and validation score."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._forget()

    def _forget(self) -> None:
        self._offset = 0
        self.total = 0
        self.losses: Points = []
        self.valid_losses: Points = []
        self.scores: Points = []
        self.metric = ""
        self.best: Optional[float] = None
        self.best_step = 0

    def read(self) -> bool:
        """Take in what was written since the last time; whether there was anything."""
        try:
            with (self.folder / NAME).open("rb") as file:
                if file.seek(0, 2) < self._offset:  # begun anew
                    self._forget()
                file.seek(self._offset)
                found = file.read()
        except OSError:  # not there yet
            return False
        whole = found[: found.rfind(b"\n") + 1]
        self._offset += len(whole)
        for line in whole.splitlines():
            self._take(line)
        return bool(whole)

    def _take(self, line: bytes) -> None:
        try:
            entry = json.loads(line.decode("utf-8"))
            step = int(entry["step"])
            self._rewind(step)
            self.total = int(entry.get("steps") or self.total)
            if entry.get("loss") is not None:
                self.losses.append((step, float(entry["loss"])))
            if entry.get("validation"):
                self._take_validation(step, entry["validation"])
        except (ValueError, LookupError, TypeError, AttributeError):
            return

    def _rewind(self, step: int) -> None:
        """A run that goes on tells its last steps again: what is known of them makes room."""
        if self.losses and self.losses[-1][0] >= step:
            self.losses = [point for point in self.losses if point[0] < step]
        for name in ("valid_losses", "scores"):
            points: Points = getattr(self, name)
            if points and points[-1][0] > step:
                setattr(self, name, [point for point in points if point[0] <= step])

    def _take_validation(self, step: int, found: Any) -> None:
        score = float(found["score"])
        self.scores = [*(point for point in self.scores if point[0] < step), (step, score)]
        if found.get("loss") is not None:
            before = [point for point in self.valid_losses if point[0] < step]
            self.valid_losses = [*before, (step, float(found["loss"]))]
        self.metric = str(found["metric"])
        choose = min if self.metric in LESS_IS_BETTER else max
        fallback = choose(self.scores, key=lambda point: point[1])
        self.best_step = int(found.get("best_step", fallback[0]))
        self.best = float(found.get("best", fallback[1]))


def stop(folder: Path) -> None:
    """End the run in `folder` with the best model so far.

    Raises:
        OSError: the folder cannot be written to.
    """
    (folder / STOP).touch()
