"""Writing a GeoTIFF as a scene streams by: blocks, overviews and a journal in one pass, compressed on all cores.

Strips of any height go in, rows of whole blocks go out. As soon as the four blocks under a block of an overview are
there, that one is written, too, so memory does not grow with the file and nothing is read twice at the end. A run
that ended too soon is taken up where the journal stops, and the file becomes the same bytes.
Knows no classes, no names of places, no final names.
"""

import os
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError

from engine.errors import OutputError
from engine.output.geotiff import blocks, tags
from engine.output.geotiff.journal import JournalEntry, TiffJournal
from engine.output.geotiff.layout import MISSING, TiffLayout, levels_of
from engine.scene.windows import Span, Window


class TiffWriter:
    """A TIFF that grows: ``with TiffWriter(path, layout) as out: out.write(row, col, array_CHW)``.

    Leaving the context completes the file.

    Args:
        path: in a folder that exists.
        layout: of pixels, blocks and tags.
        origin: row and column of the file's first pixel in the scene, in which strips are given.
        resumable: whether the file's journal stays beside it, so that the next writer of the same path and layout
            continues at `next_row`.

    Raises:
        OutputError: the file cannot be written, from any method.
    """

    def __init__(
        self, path: Path, layout: TiffLayout, origin: tuple[int, int] = (0, 0), resumable: bool = False
    ) -> None:
        self.path, self.layout, self._origin, self._resumable = path, layout, origin, resumable
        self._held: list[npt.NDArray[Any]] = []
        self._at = (0, 0)  # row and column of what is held
        self._quarters: dict[tuple[int, int], blocks.Block | None] = {}  # of blocks whose overview is still to come
        self._pool = ThreadPoolExecutor(os.cpu_count(), "compress")
        self.levels = levels_of(layout)
        blank = blocks.encode(layout.blank, layout.predictor)
        self._blank = tags.HEADER_BYTES, len(blank)
        with write_errors(path):
            path.touch()
            self._file = path.open("r+b")
            self._file.write(bytes(tags.HEADER_BYTES) + blank)
            self._journal = TiffJournal(path, self._file, self._first_byte)
            self.rewind(self.pieces if resumable else 0)

    @property
    def _first_byte(self) -> int:
        return sum(self._blank)

    @property
    def pieces(self) -> int:
        """How many rows of blocks are safely written."""
        return len(self._journal.entries)

    def rewind(self, pieces: int) -> None:
        """Go on after the first `pieces`, as another file of the same job has no more."""
        if pieces < self.pieces:
            self._journal.rewind(pieces)
        self._quarters.clear()
        for table in self.levels:
            table.offsets[:], table.sizes[:] = MISSING, 0
        self._end, self._crc = self._first_byte, 0
        for entry in self._journal.entries:
            for level, number, size in entry.blocks:
                self._note(level, number, size)
        self._file.truncate(self._end)
        self._file.seek(self._end)

    @property
    def block_px(self) -> int:
        """Panels begin at multiples of it from the origin."""
        return self.layout.block_px

    def next_row(self, cols: Span) -> int:
        """The first row of a panel of these columns that has not been written."""
        row0, col0 = self._origin
        here = cols[0] - col0, cols[1] - col0
        return row0 + max((entry.end_row for entry in self._journal.entries if entry.cols == here), default=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._complete()
        finally:
            self._pool.shutdown(cancel_futures=True)
            self._journal.close(keep=self._resumable)
            with write_errors(self.path) if kind is None else _ignored():
                self._file.close()

    def write(self, row: int, col: int, array_CHW: npt.NDArray[Any]) -> None:
        """Write a strip whose first pixel is (row, col); strips of a panel follow each other from top to bottom."""
        row, col = row - self._origin[0], col - self._origin[1]
        held = sum(array.shape[1] for array in self._held)
        if not held:
            self._at = row, col
        assert (self._at[0] + held, self._at[1]) == (row, col), "strips follow each other"  # nosec B101
        self._held.append(array_CHW)
        end, block = row + array_CHW.shape[1], self.layout.block_px
        whole = end - self._at[0] if end == self.layout.shape[1] else end // block * block - self._at[0]
        if whole > 0:
            self._flush(whole)

    def _flush(self, rows: int) -> None:
        """Write the first rows of what is held, row of blocks by row of blocks; the rest stays held."""
        held_CHW, (first, col) = np.concatenate(self._held, axis=1), self._at
        with write_errors(self.path):
            for start in range(0, rows, self.layout.block_px):
                stop = min(start + self.layout.block_px, rows)
                self._piece(((first + start, first + stop), (col, col + held_CHW.shape[2])), held_CHW[:, start:stop])
        self._held = [held_CHW[:, rows:]] if rows < held_CHW.shape[1] else []
        self._at = first + rows, col

    def _piece(self, window: Window, array_CHW: npt.NDArray[Any]) -> None:
        """One row of blocks of a panel, the overviews above it that are complete now, and its line in the journal."""
        (row, end_row), cols = window
        start, level, side = self._end, self.levels[0], self.layout.block_px
        assert row % side == cols[0] % side == 0, "panels begin where blocks do"  # nosec B101
        beyond = (0, 0), (0, -array_CHW.shape[1] % side), (0, -array_CHW.shape[2] % side)
        array_CHW = np.pad(array_CHW, beyond, constant_values=self.layout.nodata)
        across = range(0, array_CHW.shape[2], side)
        numbers = [
            level.number(band, row // side, (cols[0] + at) // side) for band in range(level.bands) for at in across
        ]
        squares = [array_HW[:, at : at + side] for array_HW in array_CHW for at in across]
        written = self._put(0, numbers, squares)
        for above in range(1, len(self.levels)):
            parents = dict.fromkeys(self._parents(above, [number for at, number, _ in written if at == above - 1]))
            written += self._put(above, list(parents), [self._reduced(above, number) for number in parents])
        self._journal.add(JournalEntry(cols, end_row, start, self._crc, tuple(written)))
        self._crc = 0

    def _put(self, level: int, numbers: Sequence[int], squares: Sequence[blocks.Block]) -> list[tuple[int, int, int]]:
        """Append blocks; what the journal says of them."""
        written = []
        for number, (data, quarter) in zip(numbers, self._pool.map(self._encoded, squares), strict=True):
            if level + 1 < len(self.levels):
                self._quarters[level, number] = quarter
            self._file.write(data)
            self._crc = zlib.crc32(data, self._crc)
            self._note(level, number, len(data))
            written.append((level, number, len(data)))
        return written

    def _encoded(self, block_HW: blocks.Block) -> tuple[bytes, blocks.Block | None]:
        """The bytes of a block, and what an overview shows of it; nothing for a blank one.

        The bytes of blank blocks lie at the beginning of the file, once for all.
        """
        layout = self.layout
        if blocks.is_blank(block_HW, layout.nodata):
            return b"", None
        quarter = layout.reduce(block_HW, layout.nodata) if layout.reduce else None
        return blocks.encode(block_HW, layout.predictor), quarter

    def _note(self, level: int, number: int, size: int) -> None:
        place = (self._end, size) if size else self._blank
        self.levels[level].offsets[number], self.levels[level].sizes[number] = place
        self._end += size

    def _parents(self, level: int, children: Sequence[int]) -> Iterator[int]:
        """The blocks of an overview above these blocks, as far as everything under them has been written."""
        below, here = self.levels[level - 1], self.levels[level]
        for child in children:
            band, row, col = below.place(child)
            number = here.number(band, row // 2, col // 2)
            under = [below.offsets[child] for _, child in self._children(level, number)]
            if MISSING not in under:
                yield number

    def _children(self, level: int, number: int) -> Iterator[tuple[tuple[int, int], int]]:
        """Where in the square under a block of an overview its up to four blocks lie, and their numbers."""
        below = self.levels[level - 1]
        band, row, col = self.levels[level].place(number)
        for down, right in product((0, 1), (0, 1)):
            if 2 * row + down < below.down and 2 * col + right < below.across:
                yield (down, right), below.number(band, 2 * row + down, 2 * col + right)

    def _reduced(self, level: int, number: int) -> blocks.Block:
        """A block of an overview, from the four blocks under it."""
        half, block_HW = self.layout.block_px // 2, self.layout.blank
        for (down, right), child in self._children(level, number):
            quarter = self._quarter(level - 1, child)
            if quarter is not None:
                block_HW[down * half : (down + 1) * half, right * half : (right + 1) * half] = quarter
        return block_HW

    def _quarter(self, level: int, number: int) -> blocks.Block | None:
        """What an overview shows of a block; None of a blank one. Blocks of an earlier run are read again."""
        if (level, number) in self._quarters:
            return self._quarters.pop((level, number))
        layout, place = self.layout, (int(self.levels[level].offsets[number]), int(self.levels[level].sizes[number]))
        if place == self._blank:
            return None
        self._file.seek(place[0])
        block_HW = blocks.decode(self._file.read(place[1]), layout.dtype, layout.block_px, layout.predictor)
        self._file.seek(self._end)
        assert layout.reduce is not None  # nosec B101
        return layout.reduce(block_HW, layout.nodata)

    def _complete(self) -> None:
        """Write the tables and, last of all, the header that makes the file a TIFF."""
        assert not self._held, "the last strip ends with the file"  # nosec B101
        assert all(MISSING not in level.offsets for level in self.levels), "every block is written"  # nosec B101
        described = [
            (tags.of_level(self.layout.tags, number, level.height, level.width), level.offsets, level.sizes)
            for number, level in enumerate(self.levels)
        ]
        header, tables = tags.finished(described, self._end)
        with write_errors(self.path):
            self._file.seek(self._end)
            self._file.write(tables)
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.seek(0)
            self._file.write(header)
            self._file.flush()
            os.fsync(self._file.fileno())


@contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """Turn what GDAL and the system raise while writing `path` into one `OutputError`.

    Raises:
        OutputError: naming the file and the innermost reason.
    """
    try:
        yield
    except OutputError:
        raise
    except (OSError, RasterioError, CPLE_BaseError) as error:
        reason: BaseException = error
        while reason.__cause__ is not None:
            reason = reason.__cause__
        raise OutputError(
            "{name} could not be written ({reason})",
            "free some space, or choose another disk or folder",
            name=path.name,
            reason=str(reason).splitlines()[0],
        ) from error


@contextmanager
def _ignored() -> Iterator[None]:
    """A file that is left unfinished may fail to close."""
    try:
        yield
    except OSError:
        return
