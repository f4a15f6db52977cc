"""Results appear under their final names together, when all of them are complete, or not at all.

Every result of a job is written into a hidden folder beside its final place (so that the last step is a rename on
one file system) and moved when the job has succeeded. One run at a time holds such a folder. A job that can go on
after a crash finds there what the run before has left. Knows nothing of what the files hold.
"""

import errno
import json
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from engine import gdal_names
from engine.errors import Cancelled, EngineError, OutputError

STAGE_PREFIX = ".ofa-part-"
JOURNAL_SUFFIX = ".journal"
"""What a growing file has beside it, as long as there is something to go on with."""
LOCK, JOB, COMPLETE, PARTS = "run.lock", "job.json", "complete", "parts"
"""Beside the results: what holds the folder, the job it belongs to, and parts that others make for it."""
STALE_S = 7 * 24 * 3600
"""A week: what nobody has gone on with for so long is cleaned away by the next job in its folder."""


class Outputs:
    """Where a job writes: ``with Outputs(inputs, overwrite) as outputs: path = outputs.stage(final)``.

    Sidecar files written beside a staged path (``.qml``, ``.aux.xml``) move along with it.

    Args:
        inputs: files the job reads, as GDAL names them; none of them may be an output.
        overwrite: replace what stands under a final name; otherwise that is an `OutputError`.
        resumable: what was safely written stays when the job fails, for `resume` of the next run.
    """

    def __init__(self, inputs: Iterable[str | Path], overwrite: bool, resumable: bool = False) -> None:
        read = (gdal_names.file_of(str(name)) for name in inputs)
        self._inputs = [path.resolve() for path in read if path]
        self._overwrite, self._resumable = overwrite, resumable
        self._finals: list[Path] = []
        self._stages: dict[Path, Path] = {}  # hidden folder -> the folder whose files it holds
        self._locks: list[FileLock] = []
        self._created: list[Path] = []

    def __enter__(self) -> "Outputs":
        _OPEN.append(self)
        return self

    def stage(self, final: str | Path) -> Path:
        """The path to write instead of `final` until the job has succeeded.

        Raises:
            OutputError: `final` is an input, exists already, is being written, or its folder cannot be written.
        """
        final = Path(final).absolute()
        self._finals.append(final)
        self.protect(())
        if final.is_dir():
            raise OutputError(f"the output {final} is a folder", "give the name of a file in it")
        if not _stage_of(final).joinpath(COMPLETE).exists():  # else the run before was just putting it there
            self._spare(final)
        return self._taken(_stage_of(final), final.parent, final) / final.name

    def _spare(self, final: Path) -> None:
        if final.exists() and not self._overwrite:
            raise OutputError(f"the output {final} exists already", "give another name, or --overwrite to replace it")

    def protect(self, inputs: Iterable[Path]) -> None:
        """More files that the job reads, known only now: the sources of a VRT, say.

        Raises:
            OutputError: one of them is an output.
        """
        self._inputs += [path.resolve() for path in inputs]
        for final in self._finals:
            if final.resolve() in self._inputs:
                raise OutputError(f"the output {final} is an input of this job", "give another output name")

    def folder(self, final: str | Path) -> Path:
        """The folder to fill instead of `final`, which is made when the job has succeeded.

        Raises:
            OutputError: `final` holds something, is being written, or cannot be written.
        """
        final = Path(final).absolute()
        if final.is_dir() and not self._overwrite and any(not _hidden(path) for path in final.iterdir()):
            raise OutputError(f"the folder {final} is not empty", "give another folder, or --overwrite to add to it")
        return self._taken(final / f"{STAGE_PREFIX}report", final, final)

    def _taken(self, stage: Path, folder: Path, final: Path) -> Path:
        """The hidden folder, made and held."""
        if stage in self._stages:
            return stage
        try:
            self._created += _make(folder)
            _clean(folder)
            stage.mkdir(exist_ok=True)
            lock = FileLock(stage / LOCK, thread_local=False)  # `abandon` comes from another thread
            lock.acquire(timeout=0)
        except Timeout:
            raise OutputError(
                f"another run is writing {final}", "wait until it has ended, or give another name"
            ) from None
        except OSError as error:
            self._discard()
            raise OutputError(
                f"the folder {folder} cannot be written: {error.strerror}", "choose a folder you may write to"
            ) from error
        self._locks.append(lock)
        self._stages[stage] = folder
        if not self._resumable:
            _empty(stage)
        return stage

    def resume(self, job: Mapping[str, object]) -> str:
        """Go on with what an earlier run of the same job has left, or begin anew; what the user should know of it.

        Args:
            job: what the results depend on, as JSON holds it, under names that a person understands.

        Raises:
            OutputError: the folder cannot be written, or an earlier run of another job has just put a result there.
        """
        now = json.loads(json.dumps(job))
        before = [_read(stage / JOB) for stage in self._stages]
        begun = self._begun
        if all(found == now for found in before):
            for stage in self._stages:
                with disk_errors(stage):
                    _empty(stage, keep_begun=True)
            return "An unfinished run was continued." if begun else ""
        for final in self._finals:
            self._spare(final)
        for stage in self._stages:
            with disk_errors(stage):
                _empty(stage)
                stage.joinpath(JOB).write_text(json.dumps(now), encoding="utf-8")
        changed = [name for name in now if any(found and found.get(name) != now[name] for found in before)]
        return f"An unfinished run was not continued, as this has changed: {', '.join(changed)}." if begun else ""

    @property
    def _begun(self) -> bool:
        """Whether something is safely written."""
        journals = [path for stage in self._stages for path in stage.glob(f"*{JOURNAL_SUFFIX}")]
        parts = [path for stage in self._stages for path in stage.glob(f"{PARTS}/*")]
        return bool(parts) or any(path.stat().st_size for path in journals)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _OPEN.remove(self)
        kept = kind is not None and self._resumable and self._begun
        try:
            if kind is None:
                self._publish()
        finally:
            if kept:
                self._release()
            else:
                self._discard(keep_folders=kind is None)

    def _publish(self) -> None:
        for stage in self._stages:
            with disk_errors(stage):
                stage.joinpath(COMPLETE).touch()
        for stage, folder in self._stages.items():
            for path in sorted(stage.iterdir()):
                if path.name not in (LOCK, JOB, COMPLETE, PARTS) and path.suffix != JOURNAL_SUFFIX:
                    with disk_errors(folder / path.name):
                        path.replace(folder / path.name)

    def _release(self) -> None:
        for lock in self._locks:
            lock.release()
        self._stages, self._locks, self._created = {}, [], []

    def _discard(self, keep_folders: bool = False) -> None:
        stages, created = list(self._stages), self._created
        for stage in stages:
            with suppress(OSError):
                _empty(stage)
        self._release()
        for stage in stages:  # another run may have taken it in this moment: then it stays
            with suppress(OSError):
                stage.joinpath(LOCK).unlink(missing_ok=True)
                stage.rmdir()
        for folder in [] if keep_folders else reversed(created):
            with suppress(OSError):  # somebody else has put something into it
                folder.rmdir()


_OPEN: list[Outputs] = []
"""Those whose job runs."""


def abandon() -> None:
    """Treat every job that runs as failed, on any thread, just before the process ends."""
    for outputs in list(_OPEN):
        outputs.__exit__(Cancelled, None, None)


def _stage_of(final: Path) -> Path:
    return final.with_name(f"{STAGE_PREFIX}{final.name}")


def _hidden(path: Path) -> bool:
    return path.name.startswith(STAGE_PREFIX)


def _make(folder: Path) -> list[Path]:
    """Make `folder` and its missing parents; the ones that were made, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _empty(stage: Path, keep_begun: bool = False) -> None:
    """Remove everything but the lock that holds the folder and, if that is wanted, what there is to go on with."""
    growing = list(stage.glob(f"*{JOURNAL_SUFFIX}")) if keep_begun else []
    kept = {
        LOCK,
        *([JOB, PARTS] if keep_begun else []),
        *(path.name for path in growing),
        *(path.stem for path in growing),
    }
    for path in stage.iterdir():
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _clean(folder: Path) -> None:
    """Remove what runs that nobody has gone on with have left in a folder long ago."""
    for stage in folder.glob(f"{STAGE_PREFIX}*"):
        with suppress(OSError, Timeout):
            newest = max(path.stat().st_mtime for path in (stage, *stage.iterdir()))
            if time.time() - newest > STALE_S:
                with FileLock(stage / LOCK, timeout=0):
                    _empty(stage)
                shutil.rmtree(stage)


def _read(path: Path) -> dict[str, object] | None:
    """The job that a folder belongs to, if that is known."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn an operating system error while writing `path` into an `OutputError` that says what to do."""
    try:
        yield
    except EngineError:  # some are OSErrors, and say already what is wrong
        raise
    except OSError as error:
        hint = (
            "free some space or choose another disk" if error.errno == errno.ENOSPC else "check the folder and the disk"
        )
        final = Path(*(part for part in path.parts if not part.startswith(STAGE_PREFIX)))
        raise OutputError(f"{final} could not be written: {error.strerror or error}", hint) from error
