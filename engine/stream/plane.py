"""A scene as it streams by: its rows decoded once, and its blended features at token resolution.

Both keep only a strip of the scene and are asked for rows from the top to the bottom: `Rows` reads ahead,
`FeaturePlane` runs the model on one row of tiles after the other until the tokens asked for are finished.
Knows nothing of heads, labels and outputs.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from types import TracebackType
from typing import Self, TypeAlias

import numpy as np
import numpy.typing as npt
import rasterio
import torch
from torch import Tensor

from engine.errors import DeviceError
from engine.raster import Mask, Pixels
from engine.stream.flow import Clock, read_ahead
from engine.stream.source import Source
from engine.tiles import Grid, Span, Window, cut

READ_ROWS = 256  # rows of one read, rounded to whole blocks so that each is decoded once
TALLEST_READ_ROWS = 1024  # blocks taller than this are read in parts and kept decoded by GDAL
CACHED_ROWS = 16  # rows that are z-scored at once: a few megabytes, which stay in the cache of the processor
GDAL_CACHE_BYTES = 64 << 20  # in bytes (512 would mean 512 bytes); small, as each block is read once


Indices: TypeAlias = npt.NDArray[np.int64]
Margins: TypeAlias = tuple[int, int, int, int]
"""Pixels above, below, left and right."""


class Rows:
    """Rows of a scene between two columns, each decoded and z-scored once, and forgotten when dropped."""

    def __init__(self, source: Source, window: Window, clock: Clock) -> None:
        self._source, self._window, self._clock = source, window, clock
        self._scene = source.scene.reopen()  # for the reading thread alone
        self._reads = read_ahead(self._pieces(), clock)
        self._strips: list[tuple[int, Tensor, Tensor]] = []  # first row, z-scores, valid
        self._memory: dict[tuple[str, torch.Size], Tensor] = {}  # used again: fresh memory costs more than filling it
        self._end = window[0][0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with closing(self._scene), closing(self._reads):  # the reading thread ends before its file is closed
            self._strips.clear()

    def _pieces(self) -> Iterator[Callable[[], tuple[Pixels, Mask]]]:
        (row, end), cols = self._window
        block = self._scene.block_shape[0]
        step = READ_ROWS if block > TALLEST_READ_ROWS else block * max(1, READ_ROWS // block)
        while row < end:
            stop = min(end, row // step * step + step)
            yield partial(self._read, (row, stop), cols)
            row = stop

    def _read(self, rows: Span, cols: Span) -> tuple[Pixels, Mask]:
        with rasterio.Env(GDAL_CACHEMAX=GDAL_CACHE_BYTES):
            return self._scene.read(rows, cols, self._source.reading.indices)

    def _strips_to(self, row: int) -> None:
        while self._end < row:
            pixels, valid = (torch.from_numpy(array).to(self._source.device) for array in next(self._reads))
            x_CHW = self._memory.pop(("strip", pixels.shape), None)
            x_CHW = torch.empty(pixels.shape, device=pixels.device) if x_CHW is None else x_CHW
            for start, stop in cut((0, len(valid)), CACHED_ROWS):
                self._source.normalised(pixels[:, start:stop], valid[start:stop], into=x_CHW[:, start:stop])
            self._strips.append((self._end, x_CHW, valid))
            self._end += len(valid)

    def pixels(self, rows: Span, cols: Span, margins: Margins = (0, 0, 0, 0)) -> Tensor:
        """Z-scores (bands, rows, cols), 0 where invalid and in the margins; overwritten by the next call."""
        shape = torch.Size((len(self._source.reading.bands), *_within(rows, cols, margins)))
        if ("answer", shape) not in self._memory:
            self._memory["answer", shape] = torch.empty(shape, device=self._source.device)
        return self._copy(0, rows, cols, margins, self._memory["answer", shape])

    def valid(self, rows: Span, cols: Span, margins: Margins = (0, 0, 0, 0)) -> Tensor:
        """Validity (rows, cols), false in the margins."""
        found = torch.empty(_within(rows, cols, margins), dtype=torch.bool, device=self._source.device)
        return self._copy(1, rows, cols, margins, found)

    def _copy(self, part: int, rows: Span, cols: Span, margins: Margins, into: Tensor) -> Tensor:
        self._strips_to(rows[1])
        assert self._strips[0][0] <= rows[0], "rows were dropped too early"  # nosec B101
        left, (above, _, before, _) = self._window[1][0], margins
        width = cols[1] - cols[0]
        into[..., :above, :] = into[..., above + rows[1] - rows[0] :, :] = 0
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
            _, x_CHW, _ = self._strips.pop(0)
            self._memory["strip", x_CHW.shape] = x_CHW


def _within(rows: Span, cols: Span, margins: Margins) -> tuple[int, int]:
    above, below, before, after = margins
    return above + rows[1] - rows[0] + below, before + cols[1] - cols[0] + after


class Model:
    """Runs the model on tiles, in batches that are halved when the device's memory does not hold them."""

    def __init__(self, source: Source, clock: Clock) -> None:
        assert source.model is not None  # nosec B101
        self._source, self._model, self._clock = source, source.model, clock
        self._batch = source.batch
        self._blank: Tensor | None = None

    def __call__(self, tiles_TCHW: Tensor, chosen: Tensor) -> Iterator[Tensor]:
        """The features (D, h, w) of each chosen tile."""
        while len(chosen):
            features_BDHW = self._dense(tiles_TCHW.index_select(0, chosen[: self._batch]))
            chosen = chosen[len(features_BDHW) :]
            yield from features_BDHW

    def kept(self, tiles: Sequence[tuple[int, int]]) -> list[Tensor | None]:
        """The features of tiles as far as earlier looks left them."""
        found = [self._source.shelf.get(("tile", *tile)) if self._source.shelf else None for tile in tiles]
        return [tile["deep"] if tile else None for tile in found]

    def keep(self, tile: tuple[int, int], features_DHW: Tensor) -> None:
        """Leave the features of a tile for later looks."""
        if self._source.shelf:  # a copy, as a part of a batch would hold all of it
            self._source.shelf.put(("tile", *tile), {"deep": features_DHW.clone()})

    @property
    def feature_dim(self) -> int:
        """Features per token."""
        return self._model.feature_dim

    @property
    def device(self) -> torch.device:
        """Where features are."""
        return self._source.device

    def blank(self, like_TCHW: Tensor) -> Tensor:
        """The features (D, h, w) of a tile without valid pixels: all such tiles are the same, so it is run once."""
        if self._blank is None:
            self._blank = self._dense(torch.zeros_like(like_TCHW[:1]))[0]
        return self._blank

    def _dense(self, tiles_BCHW: Tensor) -> Tensor:
        """Features of as many of the first tiles as the device's memory holds."""
        while True:
            try:
                with self._clock("model"):
                    return self._model.dense([self._source.chip(tiles_BCHW[: self._batch])]).float()
            except RuntimeError as error:  # torch.OutOfMemoryError on CUDA, a plain RuntimeError on MPS
                if "out of memory" not in str(error):
                    raise
                if self._batch == 1:
                    raise DeviceError(
                        f"the memory of {self._source.device} does not hold one tile of the scene",
                        "close other programs on the device, or --device cpu",
                    ) from error
            self._batch //= 2
            if self._source.device.type == "cuda":
                torch.cuda.empty_cache()


class FeaturePlane:
    """Features of a window of tiles at token resolution, blended, made row of tiles by row of tiles.

    Only rows that are asked for next are kept: about one tile's height of tokens.

    Args:
        tiles: the window of tiles; `rows` must hold their pixels.
        step: hears of every tile that is done.
        wanted: which of the tiles to run, (rows, cols); tokens of the others are zeros. None: all.
    """

    def __init__(
        self,
        grid: Grid,
        tiles: Window,
        rows: Rows,
        model: Model,
        step: Callable[[], None],
        wanted: Mask | None = None,
    ) -> None:
        self._grid, self._tiles, self._rows, self._model, self._step = grid, tiles, rows, model, step
        self._wanted = np.ones([stop - start for start, stop in tiles], bool) if wanted is None else wanted
        self._next = tiles[0][0]
        self._first = self._next * grid.rows.stride_tokens  # token row of the plane's first row
        cols = grid.cols.stride_tokens * (tiles[1][1] - tiles[1][0] - 1) + grid.cols.tile_tokens
        self._plane_DHW = torch.zeros(model.feature_dim, 0, cols, device=model.device)

    @property
    def pixels_needed_from(self) -> int:
        """First pixel row that the tiles still to come will read."""
        return self._grid.rows.pixels_of((self._next, self._next + 1))[0]

    def take(self, tokens: Window) -> Tensor:
        """Features (D, rows, cols) of a window of tokens; rows above it are forgotten."""
        (row0, row1), (col0, col1) = tokens
        axis = self._grid.rows
        while self._next < self._tiles[0][1] and self._next * axis.stride_tokens < row1:
            self._add_row_of_tiles()
        assert row0 >= self._first, "rows were forgotten too early"  # nosec B101
        self._plane_DHW, self._first = self._plane_DHW[:, row0 - self._first :], row0
        left = self._tiles[1][0] * self._grid.cols.stride_tokens
        return self._plane_DHW[:, : row1 - row0, col0 - left : col1 - left]

    def _add_row_of_tiles(self) -> None:
        row, self._next = self._next, self._next + 1
        depth, height, width = self._plane_DHW.shape
        end = row * self._grid.rows.stride_tokens + self._grid.rows.tile_tokens
        fresh_DHW = self._plane_DHW.new_zeros(depth, end - self._first - height, width)
        self._plane_DHW = torch.cat([self._plane_DHW, fresh_DHW], dim=1)
        wanted = self._wanted[row - self._tiles[0][0]].nonzero()[0]
        if not len(wanted):
            return
        kept = self._model.kept([(row, self._tiles[1][0] + int(index)) for index in wanted])
        missing = wanted[[tile is None for tile in kept]]
        fresh = self._fresh(row, missing) if len(missing) else iter(())
        for index, tile in zip(wanted, kept, strict=True):
            self._blend(row, self._tiles[1][0] + int(index), next(fresh) if tile is None else tile)
            self._step()

    def _fresh(self, row: int, missing: Indices) -> Iterator[Tensor]:
        """The features of the tiles of a row that are not kept."""
        tiles_TCHW, live_T = self._cut(row)
        live = live_T[missing]
        features = self._model(tiles_TCHW, torch.from_numpy(missing[live]).to(tiles_TCHW.device))
        for index, alive in zip(missing, live, strict=True):
            tile_DHW = next(features) if alive else self._model.blank(tiles_TCHW)
            self._model.keep((row, self._tiles[1][0] + int(index)), tile_DHW)
            yield tile_DHW

    def _blend(self, row: int, col: int, tile_DHW: Tensor) -> None:
        rows, cols = self._grid.rows, self._grid.cols
        top, left = row * rows.stride_tokens - self._first, (col - self._tiles[1][0]) * cols.stride_tokens
        weights_HW = torch.from_numpy(np.outer(rows.weights(row), cols.weights(col))).to(tile_DHW.device)
        self._plane_DHW[:, top : top + rows.tile_tokens, left : left + cols.tile_tokens] += tile_DHW * weights_HW

    def _cut(self, row: int) -> tuple[Tensor, Mask]:
        """All tiles of a row (T, C, tile, tile) as a view of the strip, and which of them hold a valid pixel (T,)."""
        here, cols = ((row, row + 1), self._tiles[1]), self._grid.cols
        spans = self._grid.pixels_of(here)
        down, right = (
            torch.from_numpy(axis.mirrored(tiles) - start)[stop - start :].to(self._model.device)
            for axis, tiles, (start, stop) in zip((self._grid.rows, cols), here, spans, strict=True)
        )
        margins = (0, len(down), 0, len(right))
        x_CHW, valid_HW = self._rows.pixels(*spans, margins), self._rows.valid(*spans, margins)
        if len(down):
            x_CHW[:, -len(down) :] = x_CHW[:, down]
        if len(right):
            x_CHW[:, :, -len(right) :] = x_CHW[:, :, right]
        live_T = valid_HW.any(0).unfold(0, cols.tile_px, cols.stride_px).any(-1)
        return x_CHW.unfold(2, cols.tile_px, cols.stride_px).permute(2, 0, 1, 3), live_T.cpu().numpy()
