"""Whether another program has a result open that is to be replaced, and keeping it out while that is done.

A GeoPackage is an SQLite database. A GIS that has it open in WAL mode writes into the file ``-wal`` beside it, and
takes a new GeoPackage of this name for the one that it knows. SQLite's own locks tell. On Windows nothing that is
open can be replaced. Knows nothing of what the files hold.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from engine.errors import OutputError
from engine.output.output_names import shown

DATABASES = (".gpkg",)
WINDOWS = os.name == "nt"
LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
"""What SQLite answers where another connection holds the file; whatever else it says, the file may be replaced."""


def require_closed(path: Path) -> None:
    """Return if no other program has `path` open, as far as that can be known.

    A database without a WAL tells only of programs that are reading or writing it in this moment. What a program that
    has died left in ``-wal`` or ``-journal`` goes into the database, as whoever opens it next would have it.

    Raises:
        OutputError: another program has it open.
    """
    if path.suffix.lower() in DATABASES and path.is_file():
        with closing(_connection(path)) as database:
            _lock(database, path)
    if WINDOWS and path.exists():
        try:
            path.rename(path)
        except PermissionError as error:
            raise _open(path) from error


@contextmanager
def kept_out(path: Path) -> Iterator[None]:
    """Keep other programs out of the database `path` until it has been replaced; of other files `require_closed`.

    Raises:
        OutputError: another program has it open.
    """
    require_closed(path)
    if WINDOWS or path.suffix.lower() not in DATABASES or not path.is_file():
        yield  # on Windows nothing that we have open ourselves could be replaced
        return
    with closing(_connection(path)) as database:
        with suppress(sqlite3.Error):
            database.execute("PRAGMA journal_mode=DELETE")  # closing it shall touch no file that is called -wal
        _lock(database, path)
        yield


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None)


def _lock(database: sqlite3.Connection, path: Path) -> None:
    """Hold the database alone; a file that is none, or that may only be read, cannot be held and need not be."""
    try:
        database.execute("PRAGMA locking_mode=EXCLUSIVE")  # also against those who have a WAL open and do nothing
        database.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in LOCKED:
            raise _open(path) from error
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")


def _open(path: Path) -> OutputError:
    return OutputError(f"{shown(path)} is open in another program", "close it there, or give another name")
