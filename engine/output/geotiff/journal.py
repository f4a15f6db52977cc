"""What of an unfinished file is safely on the disk: one line for each piece, written after the piece itself.

After a crash, a power cut or a full disk the lines tell up to which byte the file is good. Knows no pixels.
"""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

import msgspec

from engine.output.staging import JOURNAL_SUFFIX


@dataclass(frozen=True)
class JournalEntry:
    """One piece: a row of blocks with the overviews that it completed.

    Attributes:
        cols: columns of the file, half-open.
        end_row: the row after its last one.
        start: byte of the file at which it begins.
        crc: CRC-32 of its bytes.
        blocks: level, number and size in bytes of each block, in the order of the file; size 0 is a blank block.
    """

    cols: tuple[int, int]
    end_row: int
    start: int
    crc: int
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def end(self) -> int:
        """The byte after its last one."""
        return self.start + sum(size for _, _, size in self.blocks)


class TiffJournal:
    """The entries of a file, beside it; `entries` are those that the file still bears out."""

    def __init__(self, path: Path, data: BinaryIO, first_byte: int) -> None:
        self._path, self._data = path.with_name(path.name + JOURNAL_SUFFIX), data
        self.entries = list(self._good(first_byte))
        self._file: TextIO | None = None
        self.rewind(len(self.entries))

    def _good(self, at: int) -> Iterator[JournalEntry]:
        """The entries up to the first one that was cut off, or whose piece is not in the file as it was written."""
        for entry in _lines(self._path):
            self._data.seek(at)
            if entry.start != at or zlib.crc32(self._data.read(entry.end - at)) != entry.crc:
                return
            at = entry.end
            yield entry

    def rewind(self, count: int) -> None:
        """Forget all but the first entries."""
        self.entries = self.entries[:count]
        if self._file:  # Windows replaces no file that is open
            self._file.close()
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text("".join(map(_line, self.entries)), encoding="utf-8")
        fresh.replace(self._path)  # at no moment is there half a journal
        self._file = self._path.open("a", encoding="utf-8")

    def add(self, entry: JournalEntry) -> None:
        """Note a piece that has been written: first its bytes go to the disk, then the line that says so."""
        assert self._file  # nosec B101
        self._data.flush()
        os.fsync(self._data.fileno())
        self._file.write(_line(entry))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.entries.append(entry)

    def close(self, keep: bool) -> None:
        """Close the journal; without `keep` it goes."""
        if self._file:
            self._file.close()
        if not keep:
            self._path.unlink(missing_ok=True)


def _line(entry: JournalEntry) -> str:
    return msgspec.json.encode(entry).decode() + "\n"


def _lines(path: Path) -> Iterator[JournalEntry]:
    """The entries of a journal up to the first line that is none: the last one may have been cut off."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True):
        try:
            yield msgspec.json.decode(line if line.endswith("\n") else "", type=JournalEntry)
        except ValueError:
            return
