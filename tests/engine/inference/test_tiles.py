"""The arithmetic of the tile grid, for any scene, tile, overlap and window."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.inference.tile_grid import TileAxis, TileGrid
from engine.scene.windows import area, cut, grown, hull, panels, shares


@st.composite
def axes(draw: st.DrawFn) -> TileAxis:
    patch = draw(st.integers(1, 20))
    tile = draw(st.integers(1, 8))
    overlap = draw(st.integers(0, tile // 2))
    return TileAxis(draw(st.integers(1, 400)), patch, tile * patch, overlap * patch)


@given(axes())
def test_the_tiles_cover_every_pixel_and_none_stands_beyond_the_scene(axis: TileAxis) -> None:
    covered = np.zeros(axis.length_px, int)
    for tile in range(axis.tiles):
        start, stop = axis.pixels_of((tile, tile + 1))
        assert start < stop
        covered[start:stop] += 1
    assert covered.min() >= 1
    assert covered.max() <= 2


@given(axes())
def test_the_weights_of_all_tiles_add_up_to_one_at_every_token(axis: TileAxis) -> None:
    total = np.zeros(axis.stride_tokens * (axis.tiles - 1) + axis.tile_tokens)
    for tile in range(axis.tiles):
        start = tile * axis.stride_tokens
        total[start : start + axis.tile_tokens] += axis.weights(tile)
        assert axis.weights(tile).min() > 0
    assert np.abs(total[: axis.tokens] - 1).max() < 1e-6


@given(axes())
def test_the_weights_do_not_fall_off_at_the_border_of_the_scene(axis: TileAxis) -> None:
    assert axis.weights(0)[0] == 1
    assert axis.weights(axis.tiles - 1)[-1] == 1


@given(axes(), st.data())
def test_the_tiles_over_some_tokens_are_those_that_hold_one_of_them(axis: TileAxis, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, axis.tokens - 1))
    last = data.draw(st.integers(first, axis.tokens - 1))
    tokens = set(range(first, last + 1))
    holds = [
        tile for tile in range(axis.tiles)
        if tokens & set(range(tile * axis.stride_tokens, tile * axis.stride_tokens + axis.tile_tokens))
    ]  # fmt: skip
    assert list(range(*axis.tiles_over((first, last + 1)))) == holds


@given(axes(), st.data())
def test_the_tokens_under_some_pixels_are_those_that_interpolation_reads(axis: TileAxis, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, axis.length_px - 1))
    last = data.draw(st.integers(first, axis.length_px - 1))
    centres = (np.arange(first, last + 1) + 0.5) / axis.patch_px - 0.5
    corners = np.concatenate([np.floor(centres), np.floor(centres) + 1]).clip(0, axis.tokens - 1)
    assert axis.tokens_under((first, last + 1)) == (corners.min(), corners.max() + 1)


@given(axes(), st.data())
def test_a_tile_beyond_the_border_sees_itself_mirrored(axis: TileAxis, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, axis.tiles - 1))
    last = data.draw(st.integers(first, axis.tiles - 1))
    inside = axis.pixels_of((last, last + 1))
    expected = np.pad(np.arange(*inside), (0, axis.tile_px - (inside[1] - inside[0])), mode="symmetric")
    index = axis.mirrored((first, last + 1))
    assert np.array_equal(index[-axis.tile_px :], expected)
    assert np.array_equal(index[: -axis.tile_px], np.arange(first * axis.stride_px, last * axis.stride_px))


@pytest.mark.parametrize(("length", "tiles"), [(1, 1), (255, 1), (256, 1), (257, 2), (448, 2), (449, 3), (5000, 26)])
def test_one_pixel_more_than_the_tiles_hold_brings_one_tile_more(length: int, tiles: int) -> None:
    assert TileAxis(length, 16, 256, 64).tiles == tiles


@pytest.mark.parametrize("patch", [1, 8, 14, 16, 32, 200])
def test_tile_and_overlap_are_whole_patches(patch: int) -> None:
    axis = TileGrid.over(1000, 30, patch).rows
    assert axis.tile_px % patch == axis.overlap_px % patch == 0
    assert axis.tile_tokens >= 2


def test_rows_and_columns_are_not_swapped() -> None:
    grid = TileGrid.over(1000, 300, 16)
    assert (grid.rows.tiles, grid.cols.tiles) == (5, 2)
    assert grid.pixels_of(grid.tiles_over(grid.tokens_under(((500, 501), (10, 11))))) == ((384, 640), (0, 256))


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 20))
def test_panels_are_the_window_in_pieces(start: int, width: int, step: int) -> None:
    window = ((3, 9), (start, start + width))
    pieces = panels(window, step)
    assert sum(area(piece) for piece in pieces) == area(window)
    assert [piece[1] for piece in pieces] == list(cut(window[1], step))
    assert all(piece[0] == (3, 9) for piece in pieces)


@given(st.integers(0, 90), st.integers(1, 90), st.integers(1, 20), st.integers(1, 9))
def test_shares_are_the_span_in_pieces_that_meet_at_multiples(start: int, length: int, step: int, count: int) -> None:
    found = shares((start, start + length), step, count)
    assert len(found) <= count
    assert (found[0][0], found[-1][1]) == (start, start + length)
    assert all(one[1] == other[0] and one[1] % step == 0 and one[0] < one[1] for one, other in pairwise(found))


def test_a_window_grows_as_far_as_the_scene_goes() -> None:
    assert grown(((0, 5), (4, 9)), 3, height=7, width=30) == ((0, 7), (1, 12))


def test_the_hull_holds_both_windows() -> None:
    assert hull(((0, 5), (4, 9)), ((3, 8), (1, 5))) == ((0, 8), (1, 9))
