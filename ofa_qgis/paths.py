"""Where the plugin keeps what it writes for itself, on each platform. Standard library only; makes no folder.

Layers and results are never kept here: they go where the user says.
"""

import ctypes
import os
import re
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Iterable, List, Mapping

_HERE = Path(__file__).resolve().parent
RESOURCES = next(
    (folder for folder in (_HERE / "resources", _HERE.parent / "resources") if folder.is_dir()), _HERE / "resources"
)
"""Icons, styles, help, models: inside the installed plugin, beside it in the repository."""
SESSION = re.compile(r"session-(\d+)-.*")
ENGINE_LOG = re.compile(r"engine-(\d+)(-training)?\.log(\.1)?")
SESSION_AGE_S = 3600.0  # a home on a network is shared with hosts whose processes are not seen here
LOG_AGE_S = 5 * 24 * 3600.0  # time enough to come back with a report
STILL_ACTIVE = 259  # Windows: the exit code of a process that has none yet
QUERY_LIMITED_INFORMATION = 0x1000  # Windows: the right to ask for that exit code
NAME = "ofa"  # short: Windows allows 260 characters, and torch's own files use half of them


def data_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """What must stay: the engine's environment, models, what shows opened products."""
    return _base("XDG_DATA_HOME", ".local/share", "Library/Application Support", environ, platform)


def cache_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """What may go at any time: cached features, previews."""
    base = _base("XDG_CACHE_HOME", ".cache", "Library/Caches", environ, platform)
    return base / "cache" if platform == "win32" else base


def log_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The engine's log files."""
    base = _base("XDG_STATE_HOME", ".local/state", "Library/Logs", environ, platform)
    return base if platform == "darwin" else base / "log"


def _base(variable: str, linux: str, mac: str, environ: Mapping[str, str], platform: str) -> Path:
    """The user's folder of one purpose: local application data, the XDG base directory, or each system's usual place.

    These are the rules of platformdirs, by which the engine finds its folders (`engine.user_folders`).
    """
    home = Path(environ.get("USERPROFILE" if platform == "win32" else "HOME") or Path.home())
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData/Local") / NAME
    chosen = Path(environ.get(variable, ""))
    return (chosen if chosen.is_absolute() else home / (mac if platform == "darwin" else linux)) / NAME


def remove_stale_sessions(folder: Path, age_s: float = SESSION_AGE_S) -> List[Path]:
    """Remove the temporary folders ``session-<pid>-*`` of processes that are dead; the ones removed."""
    return _remove_stale(folder, SESSION, age_s)


def remove_stale_logs(folder: Path, age_s: float = LOG_AGE_S) -> List[Path]:
    """Remove the logs ``engine-<pid>.log`` of processes that are dead; the ones removed."""
    return _remove_stale(folder, ENGINE_LOG, age_s)


def _remove_stale(folder: Path, named: "re.Pattern[str]", age_s: float) -> List[Path]:
    removed = []
    for path in _entries(folder):
        match = named.fullmatch(path.name)
        if match and not is_alive(int(match[1])) and _age_s(path) >= age_s:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with suppress(OSError):  # open in another program (Windows): the next start tries again
                    path.unlink()
            removed += [] if path.exists() else [path]
    return removed


def _entries(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # there is none yet
        return []


def _age_s(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def is_alive(pid: int) -> bool:
    """Whether a process with this id runs on this machine, whoever owns it."""
    if sys.platform == "win32":  # os.kill(pid, 0) would send it a Ctrl-C there
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return pid > 0


def _is_alive_on_windows(pid: int) -> bool:
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is none on other systems
    handle = kernel.OpenProcess(QUERY_LIMITED_INFORMATION, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    asked = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not asked or code.value == STILL_ACTIVE
