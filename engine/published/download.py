"""One file from the web, with urllib: resumed after a cut, through the proxies that the environment names.

urllib, because what is fetched is one file at a pinned revision with a known digest, on the hub or on GitHub. The hub's
own client throws away what a cancelled or broken download has brought, and names neither cause nor way out (see
"Published weights come through urllib" in DECISIONS.md). Trusts nothing it receives: who calls compares the digest.
"""

import http.client
import shutil
import time
import urllib.error
import urllib.request
from io import FileIO
from pathlib import Path

from engine import __version__
from engine.errors import DownloadError, EngineError, OutputError
from engine.progress import Report

CHUNK_BYTES = 1 << 20
SILENCE_S = 60.0  # without a byte: the connection is taken for dead
ATTEMPTS = 5  # one after another without a byte more
PAUSE_S = 1.0  # twice as often before each attempt as before the one before
MEGABYTE = 1_000_000
GONE = range(400, 500)  # answers that asking again does not change
BUSY = (408, 429)  # but these are asked to wait


def fetch(url: str, target: Path, size_bytes: int | None, report: Report) -> None:
    """Bring a file; an interrupted download is kept beside it and resumed.

    Args:
        url: http or https.
        target: where the file is put once it is complete.
        size_bytes: how large it is, where that is known.
        report: told megabytes; what it raises ends the download.

    Raises:
        DownloadError: the server cannot be reached, does not have the file, or has one of another size.
        OutputError: the disk is full or cannot be written.
    """
    part = target.with_name(target.name + ".part")
    fruitless = 0
    while True:
        had = _size(part)
        try:
            if _brought(url, part, size_bytes, report):
                part.replace(target)
                return
            error: Exception = ConnectionError("the connection was cut")
        except EngineError:
            raise
        except (OSError, http.client.HTTPException) as caught:
            error = caught
        here = _size(part)
        fruitless = 0 if here > had else fruitless + 1
        if fruitless == ATTEMPTS:
            raise DownloadError(
                f"cannot download {url}: {_words(error)}; {here / MEGABYTE:.0f} MB are here",
                "try again, it goes on from there; behind a proxy set HTTPS_PROXY; without a network, "
                "take the file from elsewhere and give its folder to --from",
            ) from error
        for _ in range(2**fruitless):  # second by second, so that the user sees it and can end it
            report(here // MEGABYTE, max(here, size_bytes or 0) // MEGABYTE, f"waiting: {_words(error)}")
            time.sleep(PAUSE_S)


def need_room(folder: Path, needed_bytes: int) -> None:
    """Raises OutputError where the disk of `folder` has less room."""
    free_bytes = shutil.disk_usage(folder).free
    if free_bytes < needed_bytes:
        raise OutputError(
            f"expected {needed_bytes / MEGABYTE:.0f} MB of room in {folder}; found {free_bytes / MEGABYTE:.0f} MB",
            "make room there, or give a folder on another disk to --out",
        )


def _brought(url: str, part: Path, size_bytes: int | None, report: Report) -> bool:
    """Bring what is missing; whether the file is complete now."""
    have = _size(part)
    if size_bytes is not None and have >= size_bytes:
        if have == size_bytes:
            return True
        part.unlink()
        have = 0
    asked = {"User-Agent": f"ofa-engine/{__version__}", **({"Range": f"bytes={have}-"} if have else {})}
    opener = urllib.request.build_opener()  # one of its own, which reads the environment's proxies now
    try:  # only http and https come here, see `Published.url`
        response = opener.open(urllib.request.Request(url, headers=asked), timeout=SILENCE_S)  # noqa: S310
    except urllib.error.HTTPError as error:
        return _refused(error, url, part)
    with response:
        partial = response.status == http.HTTPStatus.PARTIAL_CONTENT
        start = _start_of(response.headers.get("Content-Range")) if partial else 0
        if start not in (0, have):
            raise DownloadError(f"{url}: asked for bytes from {have}, got those from {start}", "try again")
        length = response.headers.get("Content-Length")
        total = start + int(length) if length else size_bytes
        if size_bytes is not None and total != size_bytes:
            raise DownloadError(f"{url} should have {size_bytes} bytes; the server has {total}", _CHANGED)
        _copy(response, part, start, total, report)
    return total is None or _size(part) == total


def _copy(response: http.client.HTTPResponse, part: Path, start: int, total: int | None, report: Report) -> None:
    """Append what the server sends, or start again; the caller notices an interruption."""
    done = start
    with _opened(part, anew=start == 0) as file:
        while chunk := response.read(CHUNK_BYTES):
            _write(file, chunk, part)
            done += len(chunk)
            report(done // MEGABYTE, max(done, total or 0) // MEGABYTE, "downloading (MB)")


def _opened(part: Path, anew: bool) -> FileIO:
    """Open without a buffer, so that a full disk raises when it is written to and not when it is closed."""
    try:
        return FileIO(part, "wb" if anew else "ab")
    except OSError as error:
        raise _unwritable(part, error) from error


def _write(file: FileIO, chunk: bytes, part: Path) -> None:
    left = memoryview(chunk)
    try:
        while left:
            left = left[file.write(left) :]
    except OSError as error:
        raise _unwritable(part, error) from error


def _refused(error: urllib.error.HTTPError, url: str, part: Path) -> bool:
    """What an answer without a file means: start again (False), or an error."""
    if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        part.unlink(missing_ok=True)
        return False
    if error.code in GONE and error.code not in BUSY:
        raise DownloadError(f"{url}: the server answers {error.code} {error.reason}", _CHANGED) from error
    raise error


_CHANGED = "it may have moved: take the file from elsewhere and give its folder to --from"


def _words(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code} {error.reason}"
    return str(getattr(error, "reason", None) or error or type(error).__name__)


def _start_of(content_range: str | None) -> int:
    """The first byte of `bytes FIRST-LAST/TOTAL`; -1 where that is not said."""
    first = (content_range or "").removeprefix("bytes ").partition("-")[0]
    return int(first) if first.isdigit() else -1


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {error.strerror}", "make room there; the download goes on from there")
