"""The engine's folder on disk: which environment in it works, who may change it, what can go. Standard library only.

    HOME/env-3/          an environment that was proven; a virtual environment cannot be moved, hence the numbers
    HOME/env-4/          one in the making, or an old one that was in use when it should have gone
    HOME/installed.json  names the one that works; replaced in one stroke, last of all
    HOME/install.lock    held by the one who changes the folder; the system frees it when that process dies

Deletes nothing that does not carry the mark of this module. Makes no environment: see `installer`.
"""

import json
import os
import re
import shutil
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import IO, Any, Dict, Iterable, Iterator, List, Optional

from .environment import INSTALLED, live_environment, python_in

ENVIRONMENT = re.compile(r"env-(\d+)")
MARK = "ofa-engine-environment.txt"
MARK_TEXT = "Made by the OFA plugin of QGIS, which removes this folder when it is no longer needed.\n"
LOCK = "install.lock"


class InstallError(RuntimeError):
    """Nothing was installed, and what was there before still is; `hint` says what to do."""

    def __init__(self, error: str, hint: str = "") -> None:
        super().__init__(error)
        self.error, self.hint = error, hint


@dataclass(frozen=True)
class Installed:
    """What `installed.json` says of the environment that works."""

    environment: str  # name of its folder
    engine: str  # version
    digest: str  # of the engine's source
    python: str  # version
    base: str  # the Python it was made from
    created: str  # UTC
    size_bytes: int = 0
    seconds: float = 0.0
    doctor: Dict[str, Any] = field(default_factory=dict)


def read(home: Path) -> Optional[Installed]:
    """What is installed in the engine's folder; None if nothing is, or if nobody can tell."""
    try:
        found = json.loads((home / INSTALLED).read_text(encoding="utf-8"))
        return Installed(**{f.name: found[f.name] for f in fields(Installed) if f.name in found})
    except (OSError, ValueError, TypeError):
        return None


def publish(home: Path, installed: Installed) -> None:
    """Name the environment that works from now on; a crash leaves the old answer or the new one."""
    fresh = home / (INSTALLED + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(asdict(installed), file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(home / INSTALLED)


def new_environment(home: Path) -> Path:
    """An empty folder for the next environment, marked as ours."""
    taken = [int(match[1]) for path in home.iterdir() for match in [ENVIRONMENT.fullmatch(path.name)] if match]
    folder = home / f"env-{max(taken, default=0) + 1}"
    folder.mkdir()
    (folder / MARK).write_text(MARK_TEXT, encoding="utf-8")
    return folder


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Be the only one who changes the engine's folder; it is made when it is not there.

    Raises:
        InstallError: another QGIS does, or the folder cannot be written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        file = (home / LOCK).open("a+b")
    except OSError as error:
        raise InstallError(f"the folder {home} cannot be written: {error.strerror}", "choose another folder") from error
    with file:
        if not _lock(file):
            raise InstallError(
                f"another window of QGIS is installing into {home}", "wait until it is done, then look again"
            )
        yield


def _lock(file: IO[bytes]) -> bool:
    """Whether we hold the lock now; the system frees it when the file is closed or the process dies."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # some network disks have no locks: better unlocked than not at all
        return True
    return True


def sweep(home: Path) -> List[Path]:
    """Remove environments that are not the one that works, unless somebody installs now; what could not go."""
    if not home.is_dir():
        return []
    try:
        with locked(home):
            return sweep_locked(home)
    except InstallError:
        return []


def sweep_locked(home: Path) -> List[Path]:
    """As `sweep`, for one who holds the lock."""
    live = live_environment(home)
    return discard(path for path in home.iterdir() if path != live)


def remove(home: Path) -> List[Path]:
    """Remove the engine; what could not go (on Windows a file in use) goes at the next `sweep`.

    Raises:
        InstallError: another QGIS installs, or the folder cannot be written.
    """
    if not home.is_dir():
        return []
    record = home / INSTALLED
    with locked(home):
        try:
            if record.exists():
                record.unlink()  # first: from now on nothing claims to work
        except OSError as error:
            raise InstallError(f"{record} cannot be removed: {error.strerror}", "look at its rights") from error
        left = discard(list(home.iterdir()))
    if not left:
        with suppress(OSError):  # what else lies there is the user's
            (home / LOCK).unlink()
            home.rmdir()
    return left


def discard(folders: Iterable[Path]) -> List[Path]:
    """Remove those of the folders that are environments of ours; the ones that could not go."""
    ours = [folder for folder in folders if ENVIRONMENT.fullmatch(folder.name) and folder.is_dir()]
    for folder in ours:
        if (folder / MARK).is_file():
            _remove_tree(folder)
        else:
            with suppress(OSError):  # made by us and not marked yet if it is empty, else the user's
                folder.rmdir()
    return [folder for folder in ours if (folder / MARK).is_file()]


def _remove_tree(folder: Path) -> None:
    """Remove all but the mark, then the mark: what a crash or a file in use leaves behind is still ours."""
    for path in folder.iterdir():
        if path.name == MARK:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
    if [path.name for path in folder.iterdir()] == [MARK]:
        with suppress(OSError):
            (folder / MARK).unlink()
            folder.rmdir()


def live_python(home: Path) -> Path:
    """The interpreter of the environment that works."""
    return python_in(live_environment(home))


def folder_bytes(folder: Path) -> int:
    """What a folder takes on disk, links not followed."""
    total = 0
    for base, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # gone meanwhile
                total += os.lstat(os.path.join(base, name)).st_size  # noqa: PTH118 - 30 000 files: twice as fast
    return total
