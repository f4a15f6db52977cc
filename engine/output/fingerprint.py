"""Is it the same work? What a request asks for, and what the files were that it reads.

Unfinished maps, runs of fine-tuning, batches and the cache of previews all ask here. What of a request says what its
result is, `engine.messages.work_of` knows.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from engine import __version__
from engine.gdal import gdal_names
from engine.messages import Message, work_of

HASHED_BYTES = 16 << 20
"""Where content counts, files up to this size are known by what they hold; larger ones by their time."""

Stamps = dict[str, list[int | str]]
"""By path: the size in bytes, and when the file was changed (ns) or the SHA-256 of its content."""


def files_of(name: str) -> list[Path]:
    """The files on this disk that `name` means, as GDAL or a person writes it; of a folder, all below it."""
    path = gdal_names.file_of(name)
    if path and path.is_dir():
        return sorted(file for file in path.rglob("*") if file.is_file())
    return [path] if path and path.is_file() else []


def stamps(paths: Iterable[Path], by_content: bool = False) -> Stamps:
    """What tells whether files have changed; a file that is gone has no stamp.

    Args:
        paths: the files.
        by_content: a copy of a file is the same file; takes the time to read small ones.
    """
    found: Stamps = {}
    for path in paths:
        try:
            stat = path.stat()
            hashed = by_content and stat.st_size <= HASHED_BYTES
            change = hashlib.sha256(path.read_bytes()).hexdigest() if hashed else stat.st_mtime_ns
        except OSError:
            continue
        found[str(path)] = [stat.st_size, change]
    return found


def digest(request: Message, names: Iterable[str]) -> str:
    """SHA-256 of a request, of the files that `names` mean and of this program: the same for the same work only."""
    read = stamps(file for name in names for file in files_of(name))
    return hashlib.sha256(json.dumps([work_of(request), read, __version__]).encode()).hexdigest()
