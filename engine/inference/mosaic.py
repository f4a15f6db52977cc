"""A scene's blended features at token resolution, as it streams by.

Only a strip of the scene is kept, and rows are asked for from the top to the bottom: `FeaturePlane` runs the model on
one row of tiles after the other until the tokens asked for are finished. Knows nothing of heads, labels and outputs.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from torch import Tensor

from engine.errors import is_out_of_memory, one_tile_is_too_large
from engine.inference.block_reader import Rows
from engine.inference.pipelining import in_parallel
from engine.inference.source import Source
from engine.inference.stage_clock import Clock
from engine.inference.tile_grid import TileGrid
from engine.scene.raster import Mask
from engine.scene.windows import Window, cut


@dataclass(frozen=True)
class Tiles:
    """All tiles of a row as they are stored, views of the strip under them: bands, rows, tiles, columns."""

    stored_CHTW: Tensor
    valid_HTW: Tensor

    @property
    def live(self) -> Mask:
        """Which of them hold a valid pixel."""
        live_T: Mask = self.valid_HTW.any(0).any(-1).cpu().numpy()
        return live_T

    def seen(self, source: Source, chosen: Sequence[int]) -> Tensor:
        """Z-scores (B, C, tile, tile) of some tiles, as the model sees them."""
        parts = [source.seen(self.stored_CHTW[:, :, tile], self.valid_HTW[:, tile])[None] for tile in chosen]
        return parts[0] if len(parts) == 1 else torch.cat(parts)


class TileRunner:
    """Runs the model on tiles, in batches that are halved when the device's memory does not hold them."""

    def __init__(self, source: Source, clock: Clock) -> None:
        assert source.model is not None  # nosec B101
        self._source, self._model, self._clock = source, source.model, clock
        self._batch = source.batch
        self._blank: Tensor | None = None

    def __call__(self, tiles: Tiles, chosen: Sequence[int]) -> Iterator[Tensor]:
        """The features (D, h, w) of each chosen tile; with several workers the first are begun now."""
        pieces = (partial(self._run, tiles, chosen[slice(*span)]) for span in cut((0, len(chosen)), self._batch))
        return self._each(in_parallel(pieces, self._source.workers))

    def _each(self, batches: Iterator[list[Tensor]]) -> Iterator[Tensor]:
        while True:
            with self._clock("model"):
                batch = next(batches, None)
            if batch is None:
                return
            yield from batch

    @torch.inference_mode()
    def _run(self, tiles: Tiles, chosen: Sequence[int]) -> list[Tensor]:
        found: list[Tensor] = []
        while len(found) < len(chosen):
            left = chosen[len(found) :]
            found += self._dense(partial(tiles.seen, self._source), left)
        return found

    def kept(self, tiles: Sequence[tuple[int, int]]) -> list[Tensor | None]:
        """The features of tiles as far as earlier looks left them."""
        found = [self._source.cache.get(("tile", *tile)) if self._source.cache else None for tile in tiles]
        return [tile["deep"] if tile else None for tile in found]

    def keep(self, tile: tuple[int, int], features_DHW: Tensor) -> None:
        """Leave the features of a tile for later looks."""
        if self._source.cache:  # a copy, as a part of a batch would hold all of it
            self._source.cache.put(("tile", *tile), {"deep": features_DHW.clone()})

    @property
    def feature_dim(self) -> int:
        """Features per token."""
        return self._model.feature_dim

    @property
    def device(self) -> torch.device:
        """Where features are."""
        return self._source.device

    @property
    def ahead(self) -> bool:
        """Whether tiles are run while something else is done."""
        return self._source.workers > 1

    def blank(self, tile_px: int) -> Tensor:
        """The features (D, h, w) of a tile without valid pixels: all such tiles are the same, so it is run once."""
        if self._blank is None:
            bands = len(self._source.reading.bands)
            blank = torch.zeros(1, bands, tile_px, tile_px, device=self.device)
            self._blank = self._dense(lambda _: blank, [0])[0]
        return self._blank

    def _dense(self, tiles_of: Callable[[Sequence[int]], Tensor], wanted: Sequence[int]) -> Tensor:
        """Features of as many of the first tiles as the device's memory holds."""
        while True:
            try:
                return self._model.dense(self._source.sensor_batches(tiles_of(wanted[: self._batch]))).float()
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
                if self._batch == 1:
                    raise one_tile_is_too_large(self._source.device) from error
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
        linear: maps features (N, D) to (N, d), as a head may want them: done first, it leaves less to blend.
    """

    def __init__(
        self,
        grid: TileGrid,
        tiles: Window,
        rows: Rows,
        model: TileRunner,
        step: Callable[[], None],
        wanted: Mask | None = None,
        linear: Callable[[Tensor], Tensor] | None = None,
    ) -> None:
        self._grid, self._tiles, self._rows, self._model, self._step = grid, tiles, rows, model, step
        self._wanted = np.ones([stop - start for start, stop in tiles], bool) if wanted is None else wanted
        self._next = tiles[0][0]
        self._begun: Iterator[tuple[int, Tensor]] | None = None  # the tiles of the next row, if they are run already
        self._first = self._next * grid.rows.stride_tokens  # token row of the plane's first row
        cols = grid.cols.stride_tokens * (tiles[1][1] - tiles[1][0] - 1) + grid.cols.tile_tokens
        self._linear = linear
        features_1D = torch.zeros(1, model.feature_dim, device=model.device)
        depth = (linear(features_1D) if linear else features_1D).shape[1]
        self._plane_DHW = torch.zeros(depth, 0, cols, device=model.device)

    @property
    def pixels_needed_from(self) -> int:
        """First pixel row that the tiles still to come will read."""
        row = self._next if self._begun is None else self._next + 1
        return self._grid.rows.pixels_of((row, row + 1))[0]

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
        for index, tile_DHW in self._begun or self._begin(row):
            self._blend(row, self._tiles[1][0] + index, tile_DHW)
            self._step()
        last = self._next == self._tiles[0][1]
        self._begun = self._begin(self._next) if self._model.ahead and not last else None

    def _begin(self, row: int) -> Iterator[tuple[int, Tensor]]:
        """The wanted tiles of a row, each with its place in the row; workers begin with them now."""
        wanted = self._wanted[row - self._tiles[0][0]].nonzero()[0].tolist()
        kept = self._model.kept([(row, self._tiles[1][0] + index) for index in wanted])
        missing = [index for index, tile in zip(wanted, kept, strict=True) if tile is None]
        fresh = self._fresh(row, missing) if missing else iter(())
        return ((index, next(fresh) if tile is None else tile) for index, tile in zip(wanted, kept, strict=True))

    def _fresh(self, row: int, missing: Sequence[int]) -> Iterator[Tensor]:
        """The features of the tiles of a row that are not kept."""
        tiles = self._cut(row)
        live_T = tiles.live
        features = self._model(tiles, [index for index in missing if live_T[index]])
        return self._with_blanks(row, missing, live_T, features)

    def _with_blanks(self, row: int, missing: Sequence[int], live_T: Mask, live: Iterator[Tensor]) -> Iterator[Tensor]:
        for index in missing:
            tile_DHW = next(live) if live_T[index] else self._model.blank(self._grid.rows.tile_px)
            self._model.keep((row, self._tiles[1][0] + index), tile_DHW)
            yield tile_DHW

    def _blend(self, row: int, col: int, tile_DHW: Tensor) -> None:
        rows, cols = self._grid.rows, self._grid.cols
        if self._linear:
            tile_DHW = self._linear(tile_DHW.flatten(1).T).T.reshape(-1, *tile_DHW.shape[1:])
        top, left = row * rows.stride_tokens - self._first, (col - self._tiles[1][0]) * cols.stride_tokens
        weights_HW = torch.from_numpy(np.outer(rows.weights(row), cols.weights(col))).to(tile_DHW.device)
        self._plane_DHW[:, top : top + rows.tile_tokens, left : left + cols.tile_tokens] += tile_DHW * weights_HW

    def _cut(self, row: int) -> Tiles:
        here, cols = ((row, row + 1), self._tiles[1]), self._grid.cols
        spans = self._grid.pixels_of(here)
        down, right = (
            torch.from_numpy(axis.mirrored(tiles) - start)[stop - start :].to(self._model.device)
            for axis, tiles, (start, stop) in zip((self._grid.rows, cols), here, spans, strict=True)
        )
        margins = (0, len(down), 0, len(right))
        stored_CHW, valid_HW = self._rows.stored(*spans, margins), self._rows.valid(*spans, margins)
        for array in (signed(stored_CHW), valid_HW):
            if len(down):
                array[..., -len(down) :, :] = array[..., down, :]
            if len(right):
                array[..., -len(right) :] = array[..., right]
        return Tiles(
            stored_CHW.unfold(2, cols.tile_px, cols.stride_px), valid_HW.unfold(1, cols.tile_px, cols.stride_px)
        )


def signed(array: Tensor) -> Tensor:
    """The same bits as signed numbers: torch moves these about, and hardly any unsigned ones but bytes."""
    kinds = {torch.uint16: torch.int16, torch.uint32: torch.int32, torch.uint64: torch.int64}
    return array.view(kinds.get(array.dtype, array.dtype))
