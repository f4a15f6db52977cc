"""Pixel arithmetic of the tile grid: where tiles stand, how they blend, which of them a window needs.

One grid, anchored at the scene's origin: a window only chooses which tiles are computed, so it can never
change an answer. Rows and columns are independent (`TileAxis`), which keeps every law one-dimensional:

- every pixel lies in one or two tiles, and the weights of those tiles add up to 1;
- the weights do not fall off at the scene's border;
- the last tile may stick out over the border, where it sees the scene mirrored.

Windows are half-open and rows come before columns: ``((row0, row1), (col0, col1))``. Knows no files, no torch.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.scene.windows import Span, Window

TILE_PX = 256  # near the 224 px that Vision Transformers are trained on
OVERLAP_PX = 64  # four tokens of context on each side of the place where two tiles are blended half and half


@dataclass(frozen=True)
class TileAxis:
    """The tiles along one axis of the scene. Tile and overlap are whole numbers of patches."""

    length_px: int
    patch_px: int
    tile_px: int
    overlap_px: int

    def __post_init__(self) -> None:
        assert self.length_px > 0  # nosec B101
        assert 0 <= 2 * self.overlap_px <= self.tile_px, "at most two tiles may meet"  # nosec B101
        assert self.tile_px % self.patch_px == self.overlap_px % self.patch_px == 0  # nosec B101

    @property
    def stride_px(self) -> int:
        """Pixels from one tile's start to the next one's."""
        return self.tile_px - self.overlap_px

    @property
    def tile_tokens(self) -> int:
        """Tokens of a tile along this axis."""
        return self.tile_px // self.patch_px

    @property
    def stride_tokens(self) -> int:
        """Tokens from one tile's start to the next one's."""
        return self.stride_px // self.patch_px

    @property
    def tokens(self) -> int:
        """Tokens that hold a pixel of the scene."""
        return -(-self.length_px // self.patch_px)

    @property
    def tiles(self) -> int:
        """Tiles that cover the scene."""
        return 1 + max(0, -(-(self.length_px - self.tile_px) // self.stride_px))

    def tokens_under(self, pixels: Span) -> Span:
        """Tokens that bilinear interpolation between token centres looks at for these pixels.

        A pixel's centre lies at ``(pixel + 0.5) / patch - 0.5`` in units of tokens.
        """
        first, last = ((2 * px + 1 - self.patch_px) // (2 * self.patch_px) for px in (pixels[0], pixels[1] - 1))
        return max(0, first), min(self.tokens, last + 2)

    def tiles_over(self, tokens: Span) -> Span:
        """Tiles that hold at least one of these tokens."""
        first = max(0, (tokens[0] - self.tile_tokens) // self.stride_tokens + 1)
        return first, min(self.tiles, (tokens[1] - 1) // self.stride_tokens + 1)

    def pixels_of(self, tiles: Span) -> Span:
        """Pixels of the scene that these tiles hold."""
        return tiles[0] * self.stride_px, min(self.length_px, (tiles[1] - 1) * self.stride_px + self.tile_px)

    def mirrored(self, tiles: Span) -> npt.NDArray[np.int64]:
        """For every pixel from the first of these tiles to the end of the last one, the scene's pixel to read.

        Beyond the border a tile sees itself mirrored (the border pixel twice, as often as it takes), so that
        it depends on its own pixels only.
        """
        (start, stop), last = self.pixels_of(tiles), (tiles[1] - 1) * self.stride_px
        inside = stop - last
        offset = np.arange(self.tile_px) % (2 * inside)
        return np.concatenate([np.arange(start, last), last + np.minimum(offset, 2 * inside - 1 - offset)])

    def weights(self, tile: int) -> npt.NDArray[np.float32]:
        """Blending weight of each token of a tile: ramps over the overlaps, 1 elsewhere and at the border."""
        weights = np.ones(self.tile_tokens, np.float32)
        shared = self.overlap_px // self.patch_px
        ramp = (np.arange(shared, dtype=np.float32) + 0.5) / max(shared, 1)
        if tile > 0:
            weights[:shared] = ramp
        if tile < self.tiles - 1:
            weights[self.tile_tokens - shared :] = 1 - ramp
        return weights


@dataclass(frozen=True)
class TileGrid:
    """The tiles of a scene."""

    rows: TileAxis
    cols: TileAxis

    @classmethod
    def over(
        cls,
        height: int,
        width: int,
        patch_px: int,
        multiple_px: int | None = None,
        tile_px: int = TILE_PX,
        overlap_px: int | None = None,
    ) -> "TileGrid":
        """The grid of a scene; tile and overlap are rounded down to multiples that hold whole patches, a tile to two.

        Args:
            height: of the scene.
            width: of the scene.
            patch_px: side of the square with one answer.
            multiple_px: what the model takes; the patch if None.
            tile_px: side of a tile.
            overlap_px: what two tiles share; of a tile the share that `OVERLAP_PX` is of `TILE_PX` if None.
        """
        step = multiple_px or patch_px
        overlap_px = tile_px * OVERLAP_PX // TILE_PX if overlap_px is None else overlap_px
        tile, overlap = max(2, tile_px // step) * step, overlap_px // step * step
        return cls(TileAxis(height, patch_px, tile, overlap), TileAxis(width, patch_px, tile, overlap))

    def tokens_under(self, pixels: Window) -> Window:
        """Tokens that interpolation looks at for a window of pixels."""
        return self.rows.tokens_under(pixels[0]), self.cols.tokens_under(pixels[1])

    def tiles_over(self, tokens: Window) -> Window:
        """Tiles that hold at least one of a window of tokens."""
        return self.rows.tiles_over(tokens[0]), self.cols.tiles_over(tokens[1])

    def pixels_of(self, tiles: Window) -> Window:
        """Pixels of the scene that a window of tiles holds."""
        return self.rows.pixels_of(tiles[0]), self.cols.pixels_of(tiles[1])
