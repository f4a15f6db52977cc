"""Reads that may wait for a server: how long they may take, what the server answered, and how they are stopped.

Every read of a user's raster or vector file goes through `reading`, whether it comes from a disk or from a server.
Knows GDAL's options and log; knows nothing of pixels, jobs or messages to the user.
"""

import logging
import os
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

import rasterio

from engine.errors import Cancelled
from engine.gdal import gdal_names

LIMITS = {
    "GDAL_HTTP_CONNECTTIMEOUT": "10",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "100",
    "GDAL_HTTP_LOW_SPEED_TIME": "10",
    "GDAL_HTTP_MAX_RETRY": "3",
    "GDAL_HTTP_RETRY_DELAY": "1",
}
"""GDAL's own defaults wait for ever and ask once. Seconds, bytes a second, attempts after the first, seconds before
the second one (GDAL doubles them). No limit of the total time: a slow download that goes on is left alone. GDAL tries
again after 429, 500, 502, 503 and 504. A read fails after three requests at most; an opening asks for up to nine
sidecars, so that a server that dies in the middle of it is given up after a minute and a half."""
READ_OPTIONS = {"GDAL_DISABLE_READDIR_ON_OPEN": "TRUE"}
"""Servers cannot list folders. TRUE asks for each sidecar by name; EMPTY_DIR would lose masks."""
HEARD_LINES = 200
"""Lines of GDAL's log that are kept of one read; the last ones matter."""
GRACE_S = 1.5
"""How long a read may go on after its job was cancelled: a person expects an answer within about two seconds."""
DESCRIPTION_BYTES = 4_000_000
"""Larger files are not searched for names of servers: a description of a raster is a short text."""
DEEPEST = 4
"""How many VRTs within VRTs are followed."""

_SCHEME = re.compile(
    r"(?<!\w)(?!file:)[A-Za-z][\w+]*://|/vsi(?:curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs)(?:_streaming)?[/?]"
)
_LINK = re.compile(rb"/vsi(?:curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs)(?:_streaming)?[/?]|[>\"]\s*https?://[^<\"]")
_SCHEMA = re.compile(rb"xmlns(?::\w+)?=\"[^\"]*\"|schemaLocation=\"[^\"]*\"")
_SOURCE = re.compile(rb"<Source(?:Filename|Dataset)[^>]*>([^<]+\.vrt)<", re.IGNORECASE)
_ANSWER = re.compile(r"response_code|HTTP|CURL")
_LOGGERS = ("rasterio._err", "rasterio._env")


def is_remote(name: str) -> bool:
    """Whether GDAL asks a server for `name`: an address, or a description on this disk that leads to one.

    Example:
        >>> is_remote("https://host/s.tif"), is_remote("/vsizip//vsicurl/http://h/a.zip/b.tif"), is_remote("s.tif")
        (True, True, False)
    """
    if _SCHEME.search(name):
        return True
    if (path := gdal_names.file_of(name)) is None:
        return False
    try:
        status = path.stat()
    except (OSError, ValueError):
        return False
    return status.st_size <= DESCRIPTION_BYTES and _leads_out(path, status.st_mtime_ns, 0)


@lru_cache(1024)
def _leads_out(path: Path, changed_ns: int, depth: int) -> bool:
    """Whether a file is a text that names a server. `changed_ns` keeps what was found out from being used too long."""
    try:
        with path.open("rb") as file:
            if not file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"{", b"[")):
                return False
            file.seek(0)
            text = _SCHEMA.sub(b"", file.read(DESCRIPTION_BYTES))
    except OSError:
        return False
    if _LINK.search(text):
        return True
    nested = [path.parent / found.decode(errors="replace") for found in _SOURCE.findall(text)]
    return depth < DEEPEST and any(_leads_out(vrt, changed_ns, depth + 1) for vrt in nested)


def set_limits() -> None:
    """Give GDAL its limits, but for those that the user has set.

    In the environment, because each library has a GDAL of its own that reads it there, also on other threads and in
    processes that this one starts.
    """
    for option, value in LIMITS.items():
        os.environ.setdefault(option, value)


class _Reads:
    """The reads from servers that this process waits for, and whether new ones may begin."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self._lock = threading.Lock()
        self._count = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        if self.stopped.is_set():
            raise Cancelled
        with self._lock:
            self._count += 1
        try:
            yield
        finally:
            with self._lock:
                self._count -= 1

    @property
    def waiting(self) -> bool:
        with self._lock:
            return self._count > 0


_READS = _Reads()
_heard = threading.local()


@contextmanager
def reading(name: str) -> Iterator[Sequence[str]]:
    """Open or read `name` in this context. What a server answered comes along with an error, as its notes.

    The context gives the same lines of GDAL's log, for what GDAL does not take for an error.

    Raises:
        Cancelled: the job was stopped, so that nothing more is read from a server.
    """
    set_limits()
    if not is_remote(name):
        yield ()
        return
    os.environ.setdefault("CPL_LOG", os.devnull)  # else GDAL prints some of its log on stderr
    _listen()
    with _READS.one(), rasterio.Env(**_options()):
        _heard.lines = lines = deque[str](maxlen=HEARD_LINES)
        try:
            yield lines
        except Exception as error:
            for line in lines:
                error.add_note(line)
            raise
        finally:
            _heard.lines = None


def _options() -> dict[str, str]:
    """GDAL's options for one read from a server, but for those that the user has set."""
    options = {
        **READ_OPTIONS,
        "CPL_DEBUG": "VSICURL,S3,GS,AZURE,ADLS,OSS,SWIFT,WEBHDFS",  # the only place where GDAL tells of answers
        "AWS_ASK_AGAIN": str(time.monotonic_ns()),  # GDAL forgets what was absent when an option of this kind changes
    }
    return {option: value for option, value in options.items() if option not in os.environ}


@cache
def _listen() -> None:
    """Keep what GDAL logs during a read; what was not logged before still is not."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        level = logger.getEffectiveLevel()

        def hear(record: logging.LogRecord, level: int = level) -> bool:
            lines: deque[str] | None = getattr(_heard, "lines", None)
            if lines is not None and _ANSWER.search(text := record.getMessage()):
                lines.append(text)
            return record.levelno >= level

        logger.addFilter(hear)
        logger.setLevel(logging.DEBUG)


@contextmanager
def stoppable(end: Callable[[], None], grace_s: float = GRACE_S) -> Iterator[Callable[[], None]]:
    """A job whose reads from servers can be stopped, from any thread, by calling what this context gives.

    No new read begins then. Where one goes on after `grace_s`, `end` is called on another thread: nothing can interrupt
    GDAL, so that it has to end the process. A job that reads or computes on this machine is left alone.
    """

    def look() -> None:
        if _READS.waiting and not done.is_set():
            end()

    def stop() -> None:
        _READS.stopped.set()
        if first.acquire(blocking=False):
            timer.start()

    first = threading.Lock()
    done, timer = threading.Event(), threading.Timer(grace_s, look)
    timer.daemon = True
    try:
        yield stop
    finally:
        done.set()
        timer.cancel()
        _READS.stopped.clear()


def waiting() -> bool:
    """Whether some thread of this process waits for a server."""
    return _READS.waiting
