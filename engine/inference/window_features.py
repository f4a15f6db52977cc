"""What a window of pixels needs of a streamed scene: its tiles, its features under every pixel, its halo.

The map and the labelled pixels both come through here, which is why they agree. Knows no heads and no outputs.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from torch import Tensor

from engine.fewlabel.features import HALO_PX, upsample, upsample_grid, upsample_strip
from engine.inference.block_reader import READ_ROWS, TALLEST_READ_ROWS, Margins, Rows
from engine.inference.mosaic import FeaturePlane, TileRunner
from engine.inference.source import Source
from engine.inference.stage_clock import Clock
from engine.inference.tile_grid import TILE_PX, TileGrid
from engine.progress import Meter
from engine.scene.raster import Mask
from engine.scene.windows import Window, area, cut, grown, hull

STRIP_PX = 256  # rows of the map made at once: few, for memory; many, as each strip needs a halo of pixels
DEEP_BYTES = 64 << 20  # upsampled features in one piece
PANEL_BYTES = 1 << 30  # what a panel of the scene may hold in memory
WIDEST_PANEL_PX = 4096
"""Tiles at a seam are run twice, so wide panels are quicker by 2 %; but memory then depends on whether a scene has one
or several (by 16 % at 8192, by nothing at 4096)."""
WIDEST_WITHOUT_TILES_PX = 2048
"""Where no tile is run, a seam costs hardly anything, and memory is that of a small scene."""
PANEL_STEP_PX = 512  # panels end where blocks of the output do


@dataclass(frozen=True)
class Panel:
    """A window that is streamed from the top to the bottom, and what it needs. `tiles` is None without the model."""

    window: Window
    tiles: Window | None
    pixels: Window

    @classmethod
    def of(cls, source: Source, window: Window, margin_px: int, tokens: Window | None) -> Self:
        """What a window of pixels with a margin around it, and these tokens, need."""
        pixels = grown(window, margin_px, source.scene.height, source.scene.width)
        if tokens is None:
            return cls(window, None, pixels)
        tiles = source.grid.tiles_over(tokens)
        return cls(window, tiles, hull(pixels, source.grid.pixels_of(tiles)))

    @property
    def work(self) -> int:
        """Pieces of work, for progress: tiles, or strips where no tile is run."""
        return area(self.tiles) if self.tiles else len(list(cut(self.window[0], STRIP_PX)))

    def plane(
        self,
        source: Source,
        rows: Rows,
        clock: Clock,
        meter: Meter,
        wanted: Mask | None = None,
        linear: Callable[[Tensor], Tensor] | None = None,
    ) -> FeaturePlane | None:
        """The features of its tiles, or of the `wanted` ones among them, mapped if need be; None without tiles."""
        if self.tiles is None:
            return None
        return FeaturePlane(source.grid, self.tiles, rows, TileRunner(source, clock), meter.step, wanted, linear)


def panel_px(source: Source, deep: bool) -> int:
    """Columns whose strips fit into `PANEL_BYTES`, in whole blocks of the output; at most `WIDEST_PANEL_PX`.

    Without tiles at most `WIDEST_WITHOUT_TILES_PX`. Of a scene whose blocks are wider than that every panel would
    decode all of them again, so only memory ends one.
    A column holds five reads as they are stored (ahead, in use, behind), the rows of two rows of tiles and of a strip
    with its margin, and about two tiles' height of tokens.
    """
    if source.panel_px:
        return source.panel_px
    rows = max(READ_ROWS, min(source.scene.block_shape[0], TALLEST_READ_ROWS))
    bands = len(source.reading.bands)
    stored = 1 + bands * np.dtype(source.scene.dtype).itemsize  # one for the mask
    column = (5 * rows + 2 * TILE_PX + STRIP_PX + 2 * HALO_PX) * stored
    if deep and source.model:
        column += 4 * source.model.feature_dim * 2 * TILE_PX // source.model.patch_px**2
    affordable = max(PANEL_BYTES // column // PANEL_STEP_PX, 1) * PANEL_STEP_PX
    widest = WIDEST_PANEL_PX if deep else WIDEST_WITHOUT_TILES_PX
    return affordable if source.scene.block_shape[1] > widest else min(affordable, widest)


@dataclass(frozen=True)
class DeepFeatures:
    """Features of a window of tokens, and of any pixels above them."""

    tokens_DHW: Tensor
    origin: tuple[int, int]
    patch_px: int

    @classmethod
    def under(cls, plane: FeaturePlane, grid: TileGrid, window: Window) -> Self:
        """What is needed for a window of pixels; the plane forgets the rows above."""
        tokens = grid.tokens_under(window)
        return cls(plane.take(tokens), (tokens[0][0], tokens[1][0]), grid.rows.patch_px)

    def with_tokens(self, tokens_DHW: Tensor) -> Self:
        """Something else that is known of the same tokens."""
        return replace(self, tokens_DHW=tokens_DHW)

    def rows_at_once(self, width: int) -> int:
        """Rows of `width` pixels whose features fit into `DEEP_BYTES`."""
        return max(1, DEEP_BYTES // (4 * width * len(self.tokens_DHW)))

    def pixels(self, window: Window) -> Tensor:
        """Features (D, rows, cols) of a window of pixels."""
        return upsample_strip(self.tokens_DHW, *window[0], *window[1], *self.origin, self.patch_px)

    def grid(self, rows_H: Tensor, cols_W: Tensor) -> Tensor:
        """Features (D, H, W) of the pixels where some rows and columns cross."""
        row0, col0 = (token * self.patch_px for token in self.origin)
        return upsample_grid(self.tokens_DHW, rows_H - row0, cols_W - col0, self.patch_px)

    def at(self, rows_N: Tensor, cols_N: Tensor) -> Tensor:
        """Features (N, D) of single pixels."""
        row0, col0 = (token * self.patch_px for token in self.origin)
        return upsample(self.tokens_DHW, rows_N - row0, cols_N - col0, self.patch_px)


def halo(got: Window, wanted: Window, margin_px: int = HALO_PX) -> Margins:
    """What is missing of a margin around the window `wanted` in the window `got`, since the scene ends there."""
    (rows, cols), (wanted_rows, wanted_cols) = got, wanted
    return (
        margin_px - wanted_rows[0] + rows[0],
        margin_px - rows[1] + wanted_rows[1],
        margin_px - wanted_cols[0] + cols[0],
        margin_px - cols[1] + wanted_cols[1],
    )
