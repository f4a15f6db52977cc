"""The preview's temporary files: the labels as they are now, the answers, and what waits to be removed.

All below the session's folder. Knows nothing of jobs and layers on the map.
"""

from pathlib import Path
from typing import Any, Dict, Iterable, Mapping, Optional, Set

from ...engine import task
from ...layers import labels_file


class PreviewFiles:
    """Files of one preview; everything is removed as soon as nobody reads it."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self._labels: Optional[Path] = None  # the labels as they are now, if written
        self._trash: Set[Path] = set()
        self._number = 0

    @property
    def folder(self) -> Path:
        """Where the engine writes its answers."""
        folder = task.session_dir() / "preview"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def request_fields(self) -> Dict[str, Any]:
        """The fields of a request that say what was labelled, and where the answer goes.

        Raises:
            layers.LayerError: the labels cannot be read or written.
        """
        if self._labels is None:
            self._number += 1
            path = self.folder / f"labels-{self._number}.gpkg"
            labels_file.snapshot(self._store.layers(), self._store.field(), path)
            self._labels = path
        fields = {"labels": str(self._labels), "field": labels_file.FIELD, "out": str(self.folder)}
        return {**fields, "colours": self._store.colours(), "values": self._store.values()}

    def forget_labels(self) -> None:
        """They have changed: the next request writes them again."""
        if self._labels is not None:
            self._trash.add(self._labels)
        self._labels = None

    def discard(self, answer: Mapping[str, Any]) -> None:
        """An answer that is not shown any more, with the statistics that GDAL may have written beside it."""
        paths: Iterable[str] = (answer.get("outputs") or {}).values()
        self._trash |= {Path(str(path) + ending) for path in paths for ending in ("", ".aux.xml")}

    def empty_trash(self) -> None:
        """Remove what nobody reads any more; what Windows still holds open waits for the next time."""
        for path in list(self._trash):
            try:
                path.unlink()
            except FileNotFoundError:
                pass
            except OSError:
                continue
            self._trash.discard(path)
