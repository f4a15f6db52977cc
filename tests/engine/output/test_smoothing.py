"""Smooth outlines: no gaps, no overlaps, nothing that crosses."""

from pathlib import Path

import numpy as np
import rasterio
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import shapes
from rasterio.io import MemoryFile

from engine.output.smoothing import junctions, smoothed

GRID = Affine(10, 0, 500_000, 0, -10, 5_800_000)


def outlines(map_HW: np.ndarray, path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Polygons of a map, with stairs and smooth."""
    height, width = map_HW.shape
    with MemoryFile() as file:
        with file.open(
            driver="GTiff", width=width, height=height, count=1, dtype="uint8", transform=GRID, crs="EPSG:32633"
        ) as out:
            out.write(map_HW.astype(np.uint8), 1)
        with file.open() as source:
            stairs = np.array([
                shapely.geometry.shape(each) for each, _ in shapes(rasterio.band(source, 1), connectivity=4)
            ], object)  # fmt: skip
            return stairs, smoothed(stairs, GRID, junctions(source, path))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 100_000), classes=st.integers(2, 4), grain=st.sampled_from([1, 2, 3]))
def test_smooth_polygons_have_neither_gaps_nor_overlaps(tmp_path_factory, seed: int, classes: int, grain: int) -> None:
    map_HW = np.random.default_rng(seed).integers(1, classes + 1, (24 // grain, 30 // grain))
    map_HW = map_HW.repeat(grain, 0).repeat(grain, 1)
    stairs, smooth = outlines(map_HW, tmp_path_factory.mktemp("smooth") / "kept")
    assert shapely.is_valid(smooth).all()
    assert shapely.coverage_is_valid(smooth)
    assert np.isclose(shapely.area(smooth).sum(), shapely.area(stairs).sum())
    assert shapely.union_all(smooth).equals(shapely.box(*shapely.total_bounds(stairs)))


def test_stairs_are_rounded_off_and_straight_borders_and_the_rim_stay(tmp_path: Path) -> None:
    map_HW = np.where(np.add.outer(np.arange(40), np.arange(40)) < 40, 1, 2)
    stairs, smooth = outlines(map_HW, tmp_path / "kept")
    assert shapely.length(smooth).sum() < 0.9 * shapely.length(stairs).sum()
    assert np.allclose(shapely.area(smooth), shapely.area(stairs), rtol=0.01)
    straight, same = outlines(np.where(np.arange(40) < 20, 1, 2)[None].repeat(30, 0), tmp_path / "kept2")
    assert all(one.equals(other) for one, other in zip(straight, same, strict=True))
    assert shapely.get_num_coordinates(same).sum() == 10
