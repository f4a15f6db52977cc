"""What earlier runs of a batch have done: a line for each scene begun and each scene finished, in the batch's folder.

A scene is known by its request and by the size and time of the files that it reads: whatever of it changes is new.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from engine import __version__
from engine.gdal import gdal_names
from engine.protocol import MapRequest, work_of


def key_of(request: MapRequest) -> str:
    """The same for the same work only."""
    reads = [request.scene.path, request.compute.model, getattr(request, "labels", None)]
    stamps = [stamp for name in reads if name for stamp in _stamps(name)]
    return hashlib.sha256(json.dumps([work_of(request), stamps, __version__]).encode()).hexdigest()


def _stamps(name: str) -> list[list[object]]:
    """Size and time of a file, or of the files in a folder of a model."""
    path = gdal_names.file_of(name)
    files = sorted(path.iterdir()) if path and path.is_dir() else [path] if path and path.is_file() else []
    return [[file.name, file.stat().st_size, file.stat().st_mtime_ns] for file in files]


class BatchJournal:
    """The lines in the file `path`; one that a crash has cut off counts for nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._finished: dict[str, Mapping[str, Any]] = {}  # outcome by scene; empty if it was only begun
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
        for line in lines:
            try:
                entry = json.loads(line)
                self._finished[str(entry["key"])] = dict(entry["told"])
            except (ValueError, KeyError, TypeError):
                continue

    def told(self, key: str) -> Mapping[str, Any] | None:
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
