"""Where the plugin keeps what it writes for itself, on each platform. Standard library only; makes no folder.

Layers and results are never kept here: they go where the user says.
"""

import os
import sys
from pathlib import Path
from typing import Mapping

_HERE = Path(__file__).resolve().parent
RESOURCES = next(
    (folder for folder in (_HERE / "resources", _HERE.parent / "resources") if folder.is_dir()), _HERE / "resources"
)
"""Icons, styles, help, models: inside the installed plugin, beside it in the repository."""
NAME = "ofa"  # short: Windows allows 260 characters, and torch's own files use half of them


def data_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """What must stay: the engine's environment, models."""
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
    """The user's folder of one purpose: by the XDG base directory rules, Apple's, or local application data."""
    home = Path(environ.get("USERPROFILE" if platform == "win32" else "HOME") or Path.home())
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData/Local") / NAME
    if platform == "darwin":
        return home / mac / NAME
    chosen = Path(environ.get(variable, ""))
    return (chosen if chosen.is_absolute() else home / linux) / NAME
