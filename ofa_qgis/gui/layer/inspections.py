"""What the engine says of scenes: each question goes to it once, and what nobody waits for any more is dropped.

Keeps answers and failures by what was asked. Knows no layers.
"""

from pathlib import Path
from typing import Any, Dict, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.task import EngineJob
from ...messages import encode
from ...protocol import InspectRequest

Failure = Tuple[str, str, str]  # error, hint, log


class Inspections(QObject):
    """`answered` is emitted when the engine has answered one, or has failed to."""

    answered = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._facts: Dict[str, Dict[str, Any]] = {}
        self._failures: Dict[str, Failure] = {}
        self._jobs: Dict[str, EngineJob] = {}

    def want(self, requests: Sequence[InspectRequest]) -> None:
        """Ask what is neither known nor failed nor asked already; ask nothing else any longer."""
        wanted = {_key(request): request for request in requests}
        for key in [key for key in self._jobs if key not in wanted]:
            self._jobs.pop(key).cancel()
        for key, request in wanted.items():
            if not {key} & {*self._facts, *self._failures, *self._jobs}:
                self._ask(key, request)

    def facts(self, request: InspectRequest) -> Optional[Dict[str, Any]]:
        """What the engine answered; None if it has not."""
        return self._facts.get(_key(request))

    def failure(self, request: InspectRequest) -> Optional[Failure]:
        """Why it could not; None if it could, or has not said."""
        return self._failures.get(_key(request))

    def forget_failures(self) -> None:
        """What failed is asked again when it is wanted."""
        self._failures = {}

    @property
    def is_asking(self) -> bool:
        """Whether the engine still looks at a scene."""
        return bool(self._jobs)

    def _ask(self, key: str, request: InspectRequest) -> None:
        self._jobs[key] = job = EngineJob(request, self)
        job.finished.connect(lambda facts: self._done(key, job, self._facts, facts))
        job.failed.connect(lambda *failure: self._done(key, job, self._failures, failure))
        job.cancelled.connect(lambda: self._dropped(key, job))
        job.ended.connect(job.deleteLater)
        job.start()

    def _done(self, key: str, job: EngineJob, kept: Dict[str, Any], answer: Any) -> None:
        if self._jobs.get(key) is job:
            del self._jobs[key]
            kept[key] = answer
            self.answered.emit()

    def _dropped(self, key: str, job: EngineJob) -> None:
        if self._jobs.get(key) is job:
            del self._jobs[key]


def _key(request: InspectRequest) -> str:
    """What is asked, and when the files of the scene were changed: a header that was mended answers what was asked."""
    changed = [_changed(spec.path) for spec in (request.scene, *request.scene.beside)]
    return f"{encode(request)} {changed}"


def _changed(path: str) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except (OSError, ValueError):  # a name that only GDAL knows
        return 0
