"""Where this user's models live, and what can be made again. Standard library only."""

import os
import sys
from pathlib import Path


def user_folder() -> Path:
    """Where this user's models go, pulled, trained or saved; the plugin's, too (`ofa_qgis.models.user_folder`)."""
    return _folder("XDG_DATA_HOME", ".local/share", "Library/Application Support/ofa") / "models"


def cache_folder() -> Path:
    """What is remembered to be quick; whoever removes it loses nothing else."""
    if sys.platform == "win32":
        return _folder("", "", "") / "cache"
    return _folder("XDG_CACHE_HOME", ".cache", "Library/Caches/ofa")


def _folder(variable: str, linux: str, mac: str) -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "ofa"
    if sys.platform == "darwin":
        return Path.home() / mac
    chosen = Path(os.environ.get(variable, ""))
    return (chosen if chosen.is_absolute() else Path.home() / linux) / "ofa"
