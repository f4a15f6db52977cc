"""Cells: the same whatever window is read, means of their pixels, and the scene's edge beyond it."""

import numpy as np
import pytest
import torch

from engine.objects.lattice import HALF, Lattice
from tests.engine.objects.discs import reader

CPU = torch.device("cpu")


@pytest.mark.parametrize("size", [4.0, 13.7, 40.0])
def test_what_a_cell_holds_does_not_depend_on_the_window(size: float) -> None:
    read = reader(np.random.default_rng(0).normal(size=(2, 90, 70)))
    lattice = Lattice(size, (90, 70))
    whole_CHW, _ = lattice.patches(read, ((0, 20), (0, 15)), CPU)
    part_CHW, _ = lattice.patches(read, ((5, 11), (7, 12)), CPU)
    first = 5 * lattice.stride, 7 * lattice.stride
    at = tuple(slice(start, start + side) for start, side in zip(first, part_CHW.shape[1:], strict=True))
    assert torch.allclose(whole_CHW[:, at[0], at[1]], part_CHW, atol=1e-5)


def test_a_cell_is_the_mean_of_its_pixels_that_hold_data() -> None:
    x_CHW, valid_HW = np.arange(64.0).reshape(1, 8, 8), np.ones((8, 8), bool)
    valid_HW[0, 0] = False
    cells_CHW, _ = Lattice(16, (8, 8)).patches(reader(x_CHW, valid_HW), ((0, 4), (0, 4)), CPU)
    assert cells_CHW[0, HALF, HALF] == pytest.approx((1 + 8 + 9) / 3)
    assert cells_CHW[0, HALF + 1, HALF] == pytest.approx((16 + 17 + 24 + 25) / 4)
    assert cells_CHW[0, HALF, 0] == cells_CHW[0, HALF, HALF], "beyond the scene its first cells repeat"


def test_tiles_hold_each_place_of_a_window_once() -> None:
    lattice = Lattice(20.0, (700, 3000))
    rows, cols = lattice.places((100, 650), 0), lattice.places((0, 3000), 1)
    seen = np.zeros((rows[1], cols[1]), int)
    for tile in lattice.tiles(((100, 650), (0, 3000))):
        seen[slice(*tile[0]), slice(*tile[1])] += 1
    assert (seen[rows[0] :, cols[0] :] == 1).all() and not seen[: rows[0]].any()
    assert rows[0] * lattice.step >= 100 and rows[1] * lattice.step >= 650


def test_places_of_small_objects_are_about_a_pixel_apart() -> None:
    assert 0.75 <= Lattice(3.0, (50, 50)).step <= 1.5 and Lattice(80.0, (50, 50)).step == 10
