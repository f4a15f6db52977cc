"""What earlier runs of a batch have done: a line for each scene begun and each scene finished, in the batch's folder.

A scene is known by its request and by the size and time of the files that it reads: whatever of it changes is new.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from engine.output import fingerprint
from engine.protocol import MapRequest


def key_of(request: MapRequest) -> str:
    """The same for the same work only."""
    names = (request.scene.path, request.compute.model, getattr(request, "labels", None))
    return fingerprint.digest(request, filter(None, names))


@dataclass(frozen=True)
class _Entry:
    """A line: a scene, and what its run has told (empty: it was only begun)."""

    key: str
    told: dict[str, Any]


class BatchJournal:
    """The lines in the file `path`; one that a crash has cut off counts for nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._finished: dict[str, Mapping[str, Any]] = {}  # outcome by scene; empty if it was only begun
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
        for line in lines:
            with suppress(ValueError):
                entry = msgspec.json.decode(line, type=_Entry)
                self._finished[entry.key] = entry.told

    def find_outcome(self, key: str) -> Mapping[str, Any] | None:
        """The outcome of a scene that an earlier run has finished (empty: only begun); None if it is new."""
        return self._finished.get(key)

    def begin(self, keys: Iterable[str]) -> None:
        """These scenes have no results yet; any that appear are ours."""
        self._add({key: {} for key in keys if key not in self._finished})

    def finish(self, key: str, told: Mapping[str, Any]) -> None:
        """The results of a scene are there."""
        self._add({key: told})

    def _add(self, entries: Mapping[str, Mapping[str, Any]]) -> None:
        self._finished |= entries
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" * bool(entries))  # a line that was cut off ends here
            file.writelines(json.dumps({"key": key, "told": told}) + "\n" for key, told in entries.items())
