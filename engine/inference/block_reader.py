"""A scene's rows as they stream by: decoded once, ahead of who asks for them, and brought to the device as stored.

Knows nothing of tiles, models and outputs.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from types import TracebackType
from typing import Self, TypeAlias

import numpy as np
import torch
from torch import Tensor

from engine.allocator import return_gaps
from engine.inference.pipelining import read_ahead
from engine.inference.source import Source
from engine.inference.stage_clock import Clock
from engine.scene.products.warped import SHARED_BLOCK_PX
from engine.scene.raster import Mask, Pixels, Scene
from engine.scene.windows import Span, Window, shares

READ_ROWS = 256  # rows of one read, rounded to whole blocks so that each is decoded once
TALLEST_READ_ROWS = 1024  # blocks taller than this are read in parts and kept decoded by GDAL
MOST_READERS = 8
"""For a GPU: a disk is slower than so many threads. On a CPU one decodes many times faster than the model computes."""

Margins: TypeAlias = tuple[int, int, int, int]
"""Pixels above, below, left and right."""


class Rows:
    """Rows of a scene between two columns as they are stored, each decoded once, and forgotten when dropped."""

    def __init__(self, source: Source, window: Window, clock: Clock) -> None:
        self._source, self._window, self._clock = source, window, clock
        self._readers = Readers(source.scene, window, MOST_READERS if source.device.type == "cuda" else 1)
        self._upload = Upload(source.device)
        self._reads = read_ahead(self._pieces(), clock)
        self._strips: list[tuple[int, Tensor, Tensor]] = []  # first row, stored pixels, valid
        self._end = window[0][0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with closing(self._readers), closing(self._reads):  # the reading thread ends before its files are closed
            self._strips.clear()

    def skim(self) -> None:
        """Decode all rows and keep none: what reading takes by itself."""
        for _ in self._reads:
            pass

    def _pieces(self) -> Iterator[Callable[[], tuple[Tensor, Tensor]]]:
        (row, end), cols = self._window
        step = self._step()
        while row < end:
            stop = min(end, row // step * step + step)
            yield partial(self._read, (row, stop), cols)
            row = stop

    def _step(self) -> int:
        """Rows of one read: whole blocks; of a product fewer, if GDAL keeps these, as it resamples strips as tall."""
        scene, (left, right) = self._source.scene, self._window[1]
        if scene.shared_block:  # perhaps hundreds of bands: memory counts
            return max(scene.shared_block[0], SHARED_BLOCK_PX[0])
        block = scene.block_shape[0]
        kept = scene.product and scene.keeps(2 * block * (right - left), len(self._source.reading.indices))
        return READ_ROWS if kept or block > TALLEST_READ_ROWS else block * max(1, READ_ROWS // block)

    def _read(self, rows: Span, cols: Span) -> tuple[Tensor, Tensor]:
        pixels, valid = self._readers.read(rows, cols, self._source.reading.indices)
        return self._upload(pixels), self._upload(valid)

    def _strips_to(self, row: int) -> None:
        while self._end < row:
            pixels, valid = next(self._reads)
            self._upload.wait(pixels, valid)
            self._strips.append((self._end, pixels, valid))
            self._end += len(valid)

    def stored(self, rows: Span, cols: Span, margins: Margins = (0, 0, 0, 0)) -> Tensor:
        """The file's own numbers (bands, rows, cols), 0 in the margins; to be written to only where these are."""
        return self._part(0, rows, cols, margins)

    def valid(self, rows: Span, cols: Span, margins: Margins = (0, 0, 0, 0)) -> Tensor:
        """Validity (rows, cols), false in the margins; to be written to only where these are."""
        return self._part(1, rows, cols, margins)

    def _part(self, part: int, rows: Span, cols: Span, margins: Margins) -> Tensor:
        """A copy, or a view where one read holds all of it."""
        self._strips_to(rows[1])
        assert self._strips[0][0] <= rows[0], "rows were dropped too early"  # nosec B101
        left, (above, below, before, after) = self._window[1][0], margins
        height, width = rows[1] - rows[0], cols[1] - cols[0]
        if not any(margins):
            for start, *parts in self._strips:
                if start <= rows[0] and rows[1] <= start + parts[part].shape[-2]:
                    return parts[part][..., rows[0] - start : rows[1] - start, cols[0] - left : cols[1] - left]
        _, *first_parts = self._strips[0]
        like = first_parts[part]
        into = like.new_empty(*like.shape[:-2], above + height + below, before + width + after)
        into[..., :above, :] = into[..., above + height :, :] = 0
        into[..., :before] = into[..., before + width :] = 0
        for start, *parts in self._strips:
            strip = parts[part]
            first, last = max(rows[0], start), min(rows[1], start + strip.shape[-2])
            if first < last:
                into[..., above + first - rows[0] : above + last - rows[0], before : before + width] = strip[
                    ..., first - start : last - start, cols[0] - left : cols[1] - left
                ]
        return into

    def drop(self, before: int) -> None:
        """Forget the rows above."""
        while self._strips and self._strips[0][0] + len(self._strips[0][2]) <= before:
            self._strips.pop(0)
            if self._source.scene.shared_block:
                return_gaps()


class Readers:
    """Handles on one scene, one for each thread that decodes; blocks are decoded side by side, and each once.

    The first is the scene's own, as it keeps blocks that were decoded for labels or statistics.

    GDAL does that by itself, too (GDAL_NUM_THREADS), but a damaged block then comes back as rubbish without an error.
    """

    def __init__(self, scene: Scene, window: Window, most: int) -> None:
        blocks = [1 + (stop - start) // side for (start, stop), side in zip(window, scene.block_shape, strict=True)]
        self._scenes = [scene, *(scene.reopen() for _ in range(1, min(os.cpu_count() or 1, most, max(blocks))))]
        self._pool = ThreadPoolExecutor(len(self._scenes), "decode")
        self._block = scene.block_shape

    def read(self, rows: Span, cols: Span, bands: Sequence[int]) -> tuple[Pixels, Mask]:
        """See `Scene.read`."""
        count = len(self._scenes)
        down, right = shares(rows, self._block[0], count), shares(cols, self._block[1], count)
        across = len(right) >= len(down)
        windows = [(rows, span) for span in right] if across else [(span, cols) for span in down]
        reads = [partial(scene.read, *window, bands) for scene, window in zip(self._scenes, windows, strict=False)]
        found: list[tuple[Pixels, Mask]] = list(self._pool.map(lambda read: read(), reads))
        if len(found) == 1:
            return found[0]
        pixels, valid = zip(*found, strict=True)
        axis = -1 if across else -2
        return np.concatenate(pixels, axis), np.concatenate(valid, axis)

    def close(self) -> None:
        """Close what was opened here when the threads have ended."""
        self._pool.shutdown(cancel_futures=True)
        for scene in self._scenes[1:]:
            scene.close()


class Upload:
    """Brings what was decoded to the device; to a GPU from pinned memory, beside what is computed there."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._stream = torch.cuda.Stream(device) if device.type == "cuda" else None  # type: ignore[no-untyped-call]

    def __call__(self, array: Pixels | Mask) -> Tensor:
        """The same on the device; begun, on a GPU."""
        if self._stream is None:
            return torch.from_numpy(array).to(self._device)
        with torch.cuda.stream(self._stream):
            return torch.from_numpy(array).pin_memory().to(self._device, non_blocking=True)

    def wait(self, *arrays: Tensor) -> None:
        """Let what is computed from now on wait for what was begun."""
        if self._stream is not None:
            current = torch.cuda.current_stream(self._device)
            current.wait_stream(self._stream)
            for array in arrays:  # its memory was given out for the other stream
                array.record_stream(current)
