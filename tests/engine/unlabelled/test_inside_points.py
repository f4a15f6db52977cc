"""Points inside clusters lie away from borders where there is room, spread, and do not depend on the strips."""

from pathlib import Path

import numpy as np
import pytest
import rasterio

from engine.unlabelled import inside_points
from engine.unlabelled.inside_points import inside


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """1 on the left, 2 on the right, a line of 3 one pixel wide between them, and no data below."""
    values_HW = np.ones((80, 101), np.uint8)
    values_HW[:, 51:] = 2
    values_HW[:, 50] = 3
    values_HW[70:] = 0
    path = tmp_path / "map.tif"
    with rasterio.open(path, "w", driver="GTiff", width=101, height=80, count=1, dtype="uint8", nodata=0) as file:
        file.write(values_HW, 1)
    return path


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_points_are_inside_and_apart(halves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    value_N, rows_N, cols_N = inside(halves, 30, quiet)
    assert np.bincount(value_N).tolist() == [0, 30, 30, 30], "a line has no inside, and gets its points all the same"
    assert cols_N[value_N == 1].max() < 48 and cols_N[value_N == 2].min() > 52 and rows_N[value_N != 3].max() < 68
    assert rows_N[value_N == 1].std() > 15 and cols_N[value_N == 1].std() > 10, "all over their cluster"
    monkeypatch.setattr(inside_points, "STRIP_PX", 3 * 101)
    assert all(map(np.array_equal, inside(halves, 30, quiet), (value_N, rows_N, cols_N)))
