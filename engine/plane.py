"""A scene as it streams by: its rows decoded once, and its blended features at token resolution.

Both keep only a strip of the scene and are asked for rows from the top to the bottom: `Rows` reads ahead,
`FeaturePlane` runs the model on one row of tiles after the other until the tokens asked for are finished.
Knows nothing of heads, labels and outputs.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Protocol, Self

import numpy as np
import rasterio
import torch
from torch import Tensor

from engine.errors import DeviceError
from engine.flow import Clock, read_ahead
from engine.model.tokens import Chip
from engine.raster import Mask, Pixels, Scene
from engine.reading import Reading
from engine.tiles import Grid, Span, Window

READ_ROWS = 256  # rows of one read, rounded to whole blocks so that each is decoded once
TALLEST_READ_ROWS = 1024  # blocks taller than this are read in parts and kept decoded by GDAL
GDAL_CACHE_BYTES = 64 << 20  # in bytes (512 would mean 512 bytes); small, as each block is read once


class Backbone(Protocol):
    """What the stream needs of a model."""

    @property
    def patch_px(self) -> int: ...  # noqa: D102

    @property
    def feature_dim(self) -> int: ...  # noqa: D102

    def dense(self, chips: Sequence[Chip]) -> Tensor: ...  # noqa: D102


@dataclass(frozen=True)
class Source:
    """A scene and how it is read. `batch` (tiles per call of the model) and `panel_px` never change an answer.

    Attributes:
        mean_C, std_C: statistics for the z-scores, in model units, one per band that `reading` uses.
        gsd_m: pixel size the model is told.
        panel_px: columns that are worked on at once; None chooses them so that memory stays bounded.
    """

    scene: Scene
    reading: Reading
    mean_C: Tensor
    std_C: Tensor
    gsd_m: float
    device: torch.device
    model: Backbone | None = None
    batch: int = 8
    panel_px: int | None = None

    @property
    def grid(self) -> Grid:
        """The scene's tiles."""
        assert self.model is not None
        return Grid.over(self.scene.height, self.scene.width, self.model.patch_px)

    def normalised(self, pixels: Tensor, valid: Tensor) -> Tensor:
        """Z-scores in model units of pixels (bands, …); 0 where `valid` (…) is false or the value is no number."""
        assert self.reading.units is not None
        shape = (-1,) + (1,) * (pixels.ndim - 1)
        mean, std = (values.to(self.device).reshape(shape) for values in (self.mean_C, self.std_C))
        x = self.reading.units.to_model(pixels.to(self.device)).sub_(mean).div_(torch.where(std > 0, std, 1))
        return x.masked_fill_(~valid.to(self.device), 0).nan_to_num_(0, 0, 0)

    def chip(self, x_BCHW: Tensor) -> Chip:
        """The pixels as the model takes them."""
        bands, sensor = tuple(matched.band for matched in self.reading.bands), self.reading.sensor
        return Chip(x_BCHW, bands, self.gsd_m, sensor.modality)


class Rows:
    """Rows of a scene between two columns, z-scored, each decoded once and forgotten when dropped."""

    def __init__(self, source: Source, window: Window, clock: Clock) -> None:
        self._source, self._window, self._clock = source, window, clock
        self._scene = source.scene.reopen()  # for the reading thread alone
        self._reads = read_ahead(self._pieces(), clock)
        self._strips: list[tuple[int, Tensor, Tensor]] = []  # first row, pixels as stored, valid
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
            self._strips.append((self._end, pixels, valid))
            self._end += valid.shape[0]

    def take(self, rows: Span, cols: Span) -> tuple[Tensor, Tensor]:
        """Z-scores (bands, rows, cols) with 0 where invalid, and validity (rows, cols)."""
        self._strips_to(rows[1])
        left, bands = self._window[1][0], len(self._source.reading.bands)
        x_CHW = torch.empty(bands, rows[1] - rows[0], cols[1] - cols[0], device=self._source.device)
        valid_HW = torch.empty(x_CHW.shape[1:], dtype=torch.bool, device=x_CHW.device)
        assert self._strips[0][0] <= rows[0], "rows were dropped too early"
        for start, pixels, valid in self._strips:
            first, last = max(rows[0], start), min(rows[1], start + len(valid))
            if first < last:
                strip = np.s_[..., first - start : last - start, cols[0] - left : cols[1] - left]
                here = np.s_[..., first - rows[0] : last - rows[0], :]
                x_CHW[here], valid_HW[here] = self._source.normalised(pixels[strip], valid[strip]), valid[strip]
        return x_CHW, valid_HW

    def drop(self, before: int) -> None:
        """Forget the rows above."""
        self._strips = [strip for strip in self._strips if strip[0] + strip[2].shape[0] > before]


class Model:
    """Runs the model on tiles, in batches that are halved when the device's memory does not hold them."""

    def __init__(self, source: Source, clock: Clock) -> None:
        assert source.model is not None
        self._source, self._model, self._clock = source, source.model, clock
        self._batch = source.batch
        self._blank: Tensor | None = None

    def __call__(self, tiles_TCHW: Tensor, chosen: Tensor) -> Iterator[Tensor]:
        """The features (D, h, w) of each chosen tile."""
        while len(chosen):
            features_BDHW = self._dense(tiles_TCHW[chosen[: self._batch]])
            chosen = chosen[len(features_BDHW) :]
            yield from features_BDHW

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
                    return self._model.dense([self._source.chip(tiles_BCHW[: self._batch].contiguous())]).float()
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
        assert row0 >= self._first, "rows were forgotten too early"
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
        tiles_TCHW, live_T = self._cut(row)
        live = live_T[wanted]
        features = self._model(tiles_TCHW, torch.from_numpy(wanted[live]))
        for index, alive in zip(wanted, live, strict=True):
            self._blend(row, self._tiles[1][0] + int(index), next(features) if alive else self._model.blank(tiles_TCHW))
            self._step()

    def _blend(self, row: int, col: int, tile_DHW: Tensor) -> None:
        rows, cols = self._grid.rows, self._grid.cols
        top, left = row * rows.stride_tokens - self._first, (col - self._tiles[1][0]) * cols.stride_tokens
        weights_HW = torch.from_numpy(np.outer(rows.weights(row), cols.weights(col))).to(tile_DHW.device)
        self._plane_DHW[:, top : top + rows.tile_tokens, left : left + cols.tile_tokens] += tile_DHW * weights_HW

    def _cut(self, row: int) -> tuple[Tensor, Mask]:
        """All tiles of a row (T, C, tile, tile) as a view of the strip, and which of them hold a valid pixel (T,)."""
        here, cols = ((row, row + 1), self._tiles[1]), self._grid.cols
        spans = self._grid.pixels_of(here)
        x_CHW, valid_HW = self._rows.take(*spans)
        for dim, axis, tiles, (start, stop) in zip((1, 2), (self._grid.rows, cols), here, spans, strict=True):
            index = torch.from_numpy(axis.mirrored(tiles) - start).to(x_CHW.device)
            if len(index) > stop - start:
                x_CHW, valid_HW = x_CHW.index_select(dim, index), valid_HW.index_select(dim - 1, index)
        live_T = valid_HW.any(0).unfold(0, cols.tile_px, cols.stride_px).any(-1)
        return x_CHW.unfold(2, cols.tile_px, cols.stride_px).permute(2, 0, 1, 3), live_T.cpu().numpy()
