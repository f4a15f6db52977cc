"""Which pixels labelled geometries mark, in pixel space."""

import time

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.labels import rasterise

SHAPE = (20, 30)


PLACES = st.tuples(st.integers(2, 290), st.integers(2, 190))  # GEOS fails at points that hardly differ
UNIT_PX = 0.10137  # no border between two places goes just through the centre of a pixel


@given(st.lists(PLACES, min_size=6, max_size=12, unique=True))
@settings(max_examples=60)
def test_polygons_that_tile_the_scene_mark_every_pixel_once(seeds: list[tuple[int, int]]) -> None:
    places = shapely.MultiPoint(np.array(seeds) * UNIT_PX)
    cells = shapely.voronoi_polygons(places, extend_to=shapely.box(-1, -1, 31, 21))
    parts = [cell for cell in shapely.get_parts(cells) if cell.area > 1e-3]
    marks = rasterise.mark(parts, np.zeros(len(parts), np.int64), SHAPE, seed=0)
    assert len(marks.rows_N) == SHAPE[0] * SHAPE[1]
    centres = shapely.points(marks.cols_N + 0.5, marks.rows_N + 0.5)
    owners = np.array(parts)[marks.part_N]
    tiny = np.array([part.area < 2 for part in parts])[marks.part_N]  # these mark a pixel even without its centre
    assert (shapely.distance(centres, owners)[~tiny] < 1e-6).all()


def test_a_huge_scene_costs_no_more_than_its_labels() -> None:
    side = 100_000
    river = shapely.LineString([(10, 10), (99_990, 80_000)]).buffer(3)
    parts = [shapely.box(0, 0, side, side).difference(shapely.box(5, 5, 9, 9)), river, shapely.Point(7, 7)]
    start = time.perf_counter()
    marks = rasterise.mark(parts, np.arange(3), (side, side), seed=0)
    assert time.perf_counter() - start < 2
    assert marks.sampled == 2
    count_K = np.bincount(marks.labels_N)
    assert count_K[0] == rasterise.GEOMETRY_CAP_PX and count_K[1] > 100 and count_K[2] == 1
    rows, cols = marks.rows_N[marks.labels_N == 0], marks.cols_N[marks.labels_N == 0]
    quarters = np.histogram2d(rows, cols, bins=2, range=[[0, side], [0, side]])[0]
    assert quarters.min() > 0.2 * len(rows)  # spread evenly
    on_river = shapely.points(marks.cols_N[marks.labels_N == 1] + 0.5, marks.rows_N[marks.labels_N == 1] + 0.5)
    assert shapely.distance(on_river, river).max() < 1e-6
    again = rasterise.mark(parts, np.arange(3), (side, side), seed=0)
    assert (again.rows_N == marks.rows_N).all() and (again.cols_N == marks.cols_N).all()


def test_a_class_of_many_pixels_is_thinned_over_all_its_geometries() -> None:
    fields = [shapely.box(50 * k, 0, 50 * k + 40, 40) for k in range(5)]
    marks = rasterise.mark([*fields, shapely.Point(1, 90)], np.array([0, 0, 0, 0, 0, 1]), (100, 300), seed=0)
    assert np.bincount(marks.labels_N).tolist() == [rasterise.CLASS_CAP_PX, 1]
    assert np.bincount(marks.part_N).min() == 1 and np.bincount(marks.part_N)[:5].min() > 900
    assert marks.capped == (0,)


@given(count=st.integers(0, 300), cap=st.integers(1, 100))
def test_a_spread_choice_is_ascending_distinct_and_within(count: int, cap: int) -> None:
    chosen = rasterise.spread(count, cap, np.random.default_rng(0))
    assert len(chosen) == min(count, cap)
    assert (np.diff(chosen) > 0).all() and (chosen < count).all() and (chosen >= 0).all()
