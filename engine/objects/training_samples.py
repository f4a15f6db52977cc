"""What outlined objects teach: places in their area, how far squares around them overlap an object, and what they show.

Places are drawn at random, always the same ones. They do not depend on the part of the scene that is to be searched.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.objects.axes import PatchAxes
from engine.objects.boxes import Boxes, Floats, Indices, centres, nearest_overlaps, squares
from engine.objects.finding import Draw, Finder, Step
from engine.objects.lattice import PATCH, Lattice, PixelWindow, Read
from engine.objects.outlined import Outlined
from engine.objects.regression import ON_OBJECT, OverlapRegression
from engine.scene.windows import scattered

DRAWS = 3
"""Regressions whose scores are averaged: each has its own axes and places."""
ON, OFF = 2000, 2000
"""Places to learn from: on objects, and beside them."""
MOST_DRAWN = 100_000
"""Places of one size and window that are looked at to find these."""
SEEN, SEEN_PX = 2000, 1 << 20
"""Places all over the scene that the axes are of, and pixels that are read for them."""
GROUP = 48
"""Side in places of what is read at once."""


@dataclass(frozen=True)
class Places:
    """Places in the area: number of the lattice, row and column in its steps (N,)."""

    lattice_N: Indices
    row_N: Indices
    col_N: Indices

    def squares(self, lattices: Sequence[Lattice]) -> tuple[Boxes, Floats]:
        """The square around each, and its side."""
        side_N = np.array([lattice.size for lattice in lattices])[self.lattice_N]
        step_N = np.array([lattice.step for lattice in lattices])[self.lattice_N]
        return squares(self.row_N * step_N, self.col_N * step_N, side_N), side_N

    def take(self, some_N: np.ndarray) -> "Places":
        """Some of them."""
        return Places(self.lattice_N[some_N], self.row_N[some_N], self.col_N[some_N])


def learn(read: Read, outlined: Outlined, shape: tuple[int, int], device: torch.device, step: Step) -> Finder | None:
    """What the outlined objects teach; None where none of them holds data.

    Args:
        read: the scene.
        outlined: objects and their area.
        shape: rows and columns of the scene.
        device: to compute on.
        step: called `DRAWS` times.

    Raises:
        Cancelled: from `step`.
        SceneError: a part of the scene cannot be read.
    """
    lattices = tuple(Lattice(size, shape) for size in outlined.sizes)
    draws = []
    for seed in range(DRAWS):
        random = np.random.default_rng(seed)
        seen_ND = _seen(read, lattices, shape, device, random)
        places = _drawn(outlined, lattices, random)
        x_ND, some_N = _patches_at(read, lattices, places, device)
        square_N4, side_N = places.take(some_N).squares(lattices)
        overlap_N, object_N = nearest_overlaps(square_N4, outlined.boxes_N4)
        if not (overlap_N >= ON_OBJECT).any():
            return None
        edges_N4 = (outlined.boxes_N4[object_N] - square_N4) / side_N[:, None]
        block_N = outlined.block_of(*centres(square_N4))
        overlap_N = np.where(overlap_N >= ON_OBJECT, overlap_N, 0.0)
        axes = PatchAxes.of(torch.cat([seen_ND, x_ND]))
        regression = OverlapRegression.learn(
            axes.along(x_ND),
            torch.from_numpy(overlap_N),
            torch.from_numpy(edges_N4),
            torch.from_numpy(block_N),
            seed,
        )
        draws.append(Draw(axes, regression))
        step()
    return Finder(lattices, tuple(draws), device)


def _seen(
    read: Read, lattices: Sequence[Lattice], shape: tuple[int, int], device: torch.device, random: np.random.Generator
) -> Tensor:
    """Patches (N, D) of places in windows spread over the whole scene."""
    found = []
    for lattice in lattices:
        windows = scattered(*shape, max(64, round(3 * lattice.size)), SEEN_PX)
        tiles = [tile for window in windows for tile in lattice.tiles(window)]
        each = max(1, SEEN // len(lattices) // max(len(tiles), 1))
        for tile in tiles:
            cells_CHW, known_HW = lattice.patches(read, tile, device)
            row_N, col_N = known_HW.cpu().numpy().nonzero()
            some_N = random.permutation(len(row_N))[:each]
            found.append(_cut(cells_CHW, row_N[some_N], col_N[some_N], lattice.stride))
    return torch.cat(found)


def _cut(cells_CHW: Tensor, row_N: Indices, col_N: Indices, stride: int) -> Tensor:
    """The patches (N, D) around some places."""
    patches_CHWPP = cells_CHW.unfold(1, PATCH, stride).unfold(2, PATCH, stride)
    return patches_CHWPP[:, torch.from_numpy(row_N), torch.from_numpy(col_N)].transpose(0, 1).flatten(1)


def _drawn(outlined: Outlined, lattices: Sequence[Lattice], random: np.random.Generator) -> Places:
    """`ON` places on objects and `OFF` beside them, as far as there are so many."""
    chosen = []
    for on, most in ((True, ON), (False, OFF)):
        parts = [
            (np.full(len(row_N), number), row_N, col_N)
            for number, lattice in enumerate(lattices)
            for window in (_around(outlined, lattice.size) if on else [outlined.window])
            for row_N, col_N in [_places_in(lattice, window, random)]
        ]
        among_3N = np.unique(np.hstack([np.stack(part) for part in parts]), axis=1)
        places = Places(among_3N[0], among_3N[1], among_3N[2])
        square_N4, _ = places.squares(lattices)
        overlap_N, _ = nearest_overlaps(square_N4, outlined.boxes_N4)
        fits_N = outlined.holds(*centres(square_N4)) & ((overlap_N >= ON_OBJECT) == on)
        chosen.append(among_3N[:, random.permutation(np.flatnonzero(fits_N))[:most]])
    return Places(*np.hstack(chosen))


def _around(outlined: Outlined, size: float) -> Iterator[PixelWindow]:
    """Where squares of a size overlap an object."""
    for top, left, bottom, right in outlined.boxes_N4:
        yield (top - size / 2, bottom + size / 2), (left - size / 2, right + size / 2)


def _places_in(lattice: Lattice, window: PixelWindow, random: np.random.Generator) -> tuple[Indices, Indices]:
    """Rows and columns of the places in a window, or of `MOST_DRAWN` of them."""
    (row0, row1), (col0, col1) = (lattice.places(span, axis) for axis, span in enumerate(window))
    if row0 >= row1 or col0 >= col1:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    if (row1 - row0) * (col1 - col0) <= MOST_DRAWN:
        rows, cols = np.mgrid[row0:row1, col0:col1].reshape(2, -1)
        return rows, cols
    return random.integers(row0, row1, MOST_DRAWN), random.integers(col0, col1, MOST_DRAWN)


def _patches_at(
    read: Read, lattices: Sequence[Lattice], places: Places, device: torch.device
) -> tuple[Tensor, Indices]:
    """Patches (K, D) of the places that hold data, and which of the places these are (K,)."""
    group_4N = np.stack([places.lattice_N, places.row_N // GROUP, places.col_N // GROUP])
    _, group_N = np.unique(group_4N, axis=1, return_inverse=True)
    found, which = [], []
    order_N = np.argsort(group_N.ravel(), kind="stable")
    for at_N in np.split(order_N, np.flatnonzero(np.diff(group_N.ravel()[order_N])) + 1):
        lattice = lattices[int(places.lattice_N[at_N[0]])]
        row_N, col_N = places.row_N[at_N], places.col_N[at_N]
        tile = (int(row_N.min()), int(row_N.max()) + 1), (int(col_N.min()), int(col_N.max()) + 1)
        cells_CHW, known_HW = lattice.patches(read, tile, device)
        row_N, col_N = row_N - tile[0][0], col_N - tile[1][0]
        known_N = known_HW.cpu().numpy()[row_N, col_N]
        found.append(_cut(cells_CHW, row_N[known_N], col_N[known_N], lattice.stride))
        which.append(at_N[known_N])
    return torch.cat(found), np.concatenate(which)
