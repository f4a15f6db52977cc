"""Results appear under their final names together, when all of them are complete, or not at all.

Every result of a job is written into a hidden folder beside its final place (so that the last step is a rename on
one file system) and moved when the job has succeeded. One run at a time holds such a folder. A job that can go on
after a crash finds there what the run before has left. What belongs to an old result goes with it (see
`engine.output.sidecars`). Knows nothing of what the files hold.
"""

import errno
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from engine.errors import Cancelled, EngineError, OutputError
from engine.gdal import gdal_names
from engine.output import output_names, sidecars
from engine.output.open_elsewhere import kept_out, require_closed
from engine.output.output_names import OutputKind, shown
from engine.words import joined, say

STAGE_PREFIX = ".ofa-part-"
JOURNAL_SUFFIX = ".journal"
"""What a growing file has beside it, as long as there is something to resume."""
LOCK, JOB, COMPLETE, PARTS = OURS = ("run.lock", "job.json", "complete", "parts")
"""Beside the results: what holds the folder, the job it belongs to, and parts that others make for it."""
STALE_S = 7 * 24 * 3600
"""A week: the next job in a folder removes unfinished runs that nobody has resumed for so long."""


class Outputs:
    """Where a job writes: ``with Outputs(inputs, overwrite) as outputs: path = outputs.stage(final, GEOTIFF)``.

    Sidecar files written beside a staged path (``.qml``, ``.aux.xml``) move along with it. Where two results have a
    sidecar of one name, it is that of the result which was staged first.

    Args:
        inputs: files and folders the job reads, as GDAL names them; none of them may be an output.
        overwrite: replace what stands under a final name, and beside it; otherwise that is an `OutputError`.
        resumable: what was safely written stays when the job fails, for `resume` of the next run.
    """

    def __init__(self, inputs: Iterable[str | Path], overwrite: bool, resumable: bool = False) -> None:
        read = (gdal_names.file_of(str(name)) for name in inputs)
        self._inputs = [path.resolve() for path in read if path]
        self._overwrite, self._resumable = overwrite, resumable
        self._finals: dict[Path, Path] = {}  # a file, or a folder to fill -> the hidden folder of its own
        self._parts: dict[Path, tuple[str, ...]] = {}  # hidden folder -> names that an earlier result may have left
        self._stages: dict[Path, Path] = {}  # hidden folder -> the folder whose files it holds
        self._locks: list[FileLock] = []
        self._created: list[Path] = []

    def __enter__(self) -> "Outputs":
        _OPEN.append(self)
        return self

    def stage(self, final: str | Path, kind: OutputKind) -> Path:
        """The path to write instead of `final` until the job has succeeded.

        Raises:
            OutputError: see `output_names.file`; or `final` is an input or another output, exists already, is being
                written or open in another program, or its folder cannot be written.
        """
        final = output_names.file(final, kind)
        stage = self._claim(final, _stage_of(final))
        if not stage.joinpath(COMPLETE).exists():  # else the run before was just putting it there
            self._spare(final)
        require_closed(final)
        return self._taken(stage, final.parent, final) / final.name

    def stage_if_asked(self, final: str | Path | None, kind: OutputKind) -> Path | None:
        """As `stage`, for a result that a request may leave out: None."""
        return None if final is None else self.stage(final, kind)

    def _claim(self, final: Path, stage: Path) -> Path:
        """Note a result of this job; its hidden folder.

        Raises:
            OutputError: it is another one of its results, or an input.
        """
        if clashing := next((other for other in self._finals if self._clash(final, stage, other)), None):
            raise OutputError(
                "the outputs {one} and {other} are one file, or share files",
                "give each its own name",
                one=shown(clashing),
                other=shown(final),
            )
        self._finals[final] = stage
        self.protect(())
        return stage

    def _clash(self, final: Path, stage: Path, other: Path) -> bool:
        """Whether two results cannot both be there: one file, or one in the other, or with a sidecar in common."""
        one, two = (path.parent.resolve() / path.name for path in (final, other))
        below = stage == _stage_of(final) and one in two.parents
        above = self._finals[other] == _stage_of(other) and two in one.parents
        return _one_file(one, two) or below or above or sidecars.clash(one, two)

    def _spare(self, final: Path) -> None:
        """Refuse to replace what may not be replaced."""
        if os.path.lexists(final) and not self._overwrite:
            raise OutputError(
                "the output {final} exists already",
                "give another name, or --overwrite to replace it",
                final=shown(final),
            )
        with disk_errors(final):
            own, foreign = sidecars.beside(final, self._finals)
        if foreign:
            raise OutputError(
                "{foreign} belongs to another file and would be taken for a part of {final}",
                "give another name",
                foreign=shown(foreign[0]),
                final=shown(final),
            )
        if own and not self._overwrite:
            raise OutputError(
                "{own} exists already, and would be taken for a part of {final}",
                "give another name, or --overwrite to replace it",
                own=shown(own[0]),
                final=shown(final),
            )

    def protect(self, inputs: Iterable[Path]) -> None:
        """More files that the job reads, known only now: the sources of a VRT, say.

        Raises:
            OutputError: one of them is an output.
        """
        self._inputs += [path.resolve() for path in inputs]
        for final in self._finals:
            with disk_errors(final):
                replaced = [final, *sidecars.beside(final, self._finals)[0]]
            if used := next((path for path in replaced if any(_one_file(path, read) for read in self._inputs)), None):
                text = (
                    say("the output {final} is an input of this job", final=shown(final))
                    if used == final
                    else say(
                        "the output {final} would replace {used}, which is an input of this job",
                        final=shown(final),
                        used=shown(used),
                    )
                )
                raise OutputError(text, "give another output name")

    def folder(self, final: str | Path, parts: Iterable[str] = ()) -> Path:
        """The folder to fill instead of `final`, which is made when the job has succeeded.

        Args:
            final: of a new or an empty folder; of any where overwriting was asked for.
            parts: names of files that an earlier result may have left there: those that are not written this time go.

        Raises:
            OutputError: see `output_names.folder`; or `final` holds something, is an input or another output, or is
                being written.
        """
        final = output_names.folder(final)
        if final.is_dir() and not self._overwrite and any(not _hidden(path) for path in final.iterdir()):
            raise OutputError(
                "the folder {final} is not empty",
                "give another folder, or --overwrite to add to it",
                final=shown(final),
            )
        stage = self._claim(final, final / f"{STAGE_PREFIX}report")
        self._parts[stage] = tuple(parts)
        return self._taken(stage, final, final)

    def _taken(self, stage: Path, folder: Path, final: Path) -> Path:
        """The hidden folder, made and held."""
        try:
            _make(folder, self._created)
            _clean(folder)
            stage.mkdir(exist_ok=True)
            if any(stage.samefile(other) for other in self._stages):  # on a disk to which "Map" and "map" are one name
                raise OutputError(
                    "another output has the name {final} as well", "give each its own name", final=shown(final)
                )
            lock = FileLock(stage / LOCK, thread_local=False)  # `abandon` comes from another thread
            lock.acquire(timeout=0)
        except Timeout:
            raise OutputError(
                "another run is writing {final}", "wait until it has ended, or give another name", final=shown(final)
            ) from None
        except EngineError:
            raise
        except OSError as error:
            self._discard()
            raise OutputError(
                "the folder {folder} cannot be written: {reason}",
                "choose a folder you may write to",
                folder=shown(folder),
                reason=error.strerror,
            ) from error
        self._locks.append(lock)
        self._stages[stage] = folder
        if not self._resumable:
            _empty(stage)
        return stage

    def resume(self, job: Mapping[str, object]) -> str:
        """Resume what an earlier run of the same job has left, or start again; returns what the user should know.

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
            return say("An unfinished run was continued.") if begun else ""
        for final in self._finals:
            if final not in self._stages.values():  # a folder was asked for
                self._spare(final)
        for stage in self._stages:
            with disk_errors(stage):
                _empty(stage)
                stage.joinpath(JOB).write_text(json.dumps(now), encoding="utf-8")
        changed = [name for name in job if any(found and found.get(name) != now[name] for found in before)]
        told = say("An unfinished run was not continued, as this has changed: {changed}.", changed=joined(changed))
        return told if begun else ""

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
        published = False
        try:
            if kind is None:
                self._publish()
                published = True
        finally:
            if not published and self._resumable and self._begun:  # also where a result is open in another program
                self._release()
            else:
                self._discard(keep_folders=published)

    def _publish(self) -> None:
        """Put all results under their names, or none of them where one is open in another program."""
        placed: set[Path] = set()
        with ExitStack() as programs:
            for final in self._finals:
                programs.enter_context(kept_out(final))
            for stage in self._stages:
                with disk_errors(stage):
                    stage.joinpath(COMPLETE).touch()
            for final, stage in self._finals.items():
                self._place(final, stage, placed)

    def _place(self, final: Path, stage: Path, placed: set[Path]) -> None:
        """Move one result to its name, after everything that belongs to it; what belonged to an old one goes first."""
        folder = self._stages[stage]
        found = [path for path in stage.iterdir() if path.name not in OURS and path.suffix != JOURNAL_SUFFIX]
        new = {
            folder / path.name: path for path in sorted(found, key=lambda path: (path.name == final.name, path.name))
        }
        with disk_errors(final):
            old = [final / name for name in self._parts.get(stage, ())]
            old += sidecars.beside(final, self._finals)[0] if folder != final else []
        for path in old:
            if path not in placed and path not in new:
                with disk_errors(path):
                    path.unlink(missing_ok=True)
        for path, staged in new.items():
            if path not in placed:
                with disk_errors(path):
                    staged.replace(path)
        placed.update(new)

    def _release(self) -> None:
        for lock in self._locks:
            lock.release()
        self._finals, self._stages, self._locks, self._created = {}, {}, [], []

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


def _one_file(one: Path, other: Path) -> bool:
    """Whether two names are of one file, however they are spelled."""
    with suppress(OSError):
        return one.resolve() == other.resolve() or one.samefile(other)
    return False


def _make(folder: Path, made: list[Path]) -> None:
    """Make `folder` and its missing parents; the ones that were made are added to `made`, outermost first."""
    for path in [path for path in (folder, *folder.parents) if not path.exists()][::-1]:
        path.mkdir(exist_ok=True)
        made.append(path)


def _empty(stage: Path, keep_begun: bool = False) -> None:
    """Remove everything but the lock that holds the folder and, if asked, what could be resumed."""
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
    """Remove what old unfinished runs have left in a folder."""
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
        full = error.errno == errno.ENOSPC
        hint = say("free some space or choose another disk") if full else say("check the folder and the disk")
        final = Path(*(part for part in path.parts if not part.startswith(STAGE_PREFIX)))
        raise OutputError(
            say("{name} could not be written: {reason}", name=shown(final), reason=error.strerror or error), hint
        ) from error
