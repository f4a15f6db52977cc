"""Results appear under their final names together, when all of them are complete, or not at all.

Every result of a job is written into a hidden folder beside its final place (so that the last step is a
rename on one file system) and moved when the job has succeeded. Knows nothing of what the files hold.
"""

import errno
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from engine import gdal_names
from engine.errors import OutputError

STAGE_PREFIX = ".ofa-part-"


class Outputs:
    """Where a job writes: ``with Outputs(inputs, overwrite) as outputs: path = outputs.stage(final)``.

    Sidecar files written beside a staged path (``.qml``, ``.aux.xml``) move along with it.

    Args:
        inputs: files the job reads, as GDAL names them; none of them may be an output.
        overwrite: replace what stands under a final name; otherwise that is an `OutputError`.
    """

    def __init__(self, inputs: Iterable[str | Path], overwrite: bool) -> None:
        read = (gdal_names.file_of(str(name)) for name in inputs)
        self._inputs = [path.resolve() for path in read if path]
        self._overwrite = overwrite
        self._finals: list[Path] = []
        self._stages: dict[Path, Path] = {}  # final folder -> hidden folder inside it
        self._created: list[Path] = []

    def __enter__(self) -> "Outputs":
        return self

    def stage(self, final: str | Path) -> Path:
        """The path to write instead of `final` until the job has succeeded.

        Raises:
            OutputError: `final` is an input, exists already, or its folder cannot be written.
        """
        final = Path(final).absolute()
        self._finals.append(final)
        self.protect(())
        if final.is_dir():
            raise OutputError(f"the output {final} is a folder", "give the name of a file in it")
        if final.exists() and not self._overwrite:
            raise OutputError(f"the output {final} exists already", "give another name, or --overwrite to replace it")
        return self._stage_of(final.parent) / final.name

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
        """The folder to fill instead of `final`, which is made when the job has succeeded."""
        final = Path(final).absolute()
        if final.is_dir() and any(final.iterdir()) and not self._overwrite:
            raise OutputError(f"the folder {final} is not empty", "give another folder, or --overwrite to add to it")
        return self._stage_of(final)

    def _stage_of(self, folder: Path) -> Path:
        if folder not in self._stages:
            try:
                self._created += _make(folder)
                self._stages[folder] = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=folder))
            except OSError as error:
                self._discard()
                raise OutputError(
                    f"the folder {folder} cannot be written: {error.strerror}", "choose a folder you may write to"
                ) from error
        return self._stages[folder]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._publish()
        finally:
            self._discard(keep_folders=kind is None)

    def _publish(self) -> None:
        for folder, stage in self._stages.items():
            for path in sorted(stage.iterdir()):
                with disk_errors(folder / path.name):
                    path.replace(folder / path.name)

    def _discard(self, keep_folders: bool = False) -> None:
        for stage in self._stages.values():
            shutil.rmtree(stage, ignore_errors=True)
        for folder in [] if keep_folders else reversed(self._created):
            with suppress(OSError):  # somebody else has put something into it
                folder.rmdir()
        self._stages, self._created = {}, []


def _make(folder: Path) -> list[Path]:
    """Make `folder` and its missing parents; the ones that were made, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn an operating system error while writing `path` into an `OutputError` that says what to do."""
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        hint = (
            "free some space or choose another disk" if error.errno == errno.ENOSPC else "check the folder and the disk"
        )
        final = Path(*(part for part in path.parts if not part.startswith(STAGE_PREFIX)))
        raise OutputError(f"{final} could not be written: {error.strerror or error}", hint) from error
