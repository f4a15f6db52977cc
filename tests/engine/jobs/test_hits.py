"""The job hits: regions of a map of values at a threshold, without the scene that the map was made of."""

import json
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from affine import Affine

from engine.errors import Cancelled, EngineError
from engine.jobs import hits
from engine.jobs.stages import ProgressTracker, steps_of
from engine.protocol import HitsRequest

GRID = Affine(10, 0, 500_000, 0, -10, 5_800_000)


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def written(path: Path, values_CHW: np.ndarray, nodata: float | None = None) -> Path:
    count, height, width = values_CHW.shape
    shape = {"count": count, "height": height, "width": width, "dtype": values_CHW.dtype}
    with rasterio.open(path, "w", driver="GTiff", crs="EPSG:32633", transform=GRID, nodata=nodata, **shape) as file:
        file.write(values_CHW)
    return path


@pytest.fixture
def similarity(tmp_path: Path) -> Path:
    """Two regions of 6 and 2 pixels above 0.5, nodata beside them."""
    values_HW = np.full((8, 9), 0.2, np.float32)
    values_HW[1:3, 1:4] = 0.9
    values_HW[6, 6:8] = [0.6, 0.7]
    values_HW[0, :] = -9999
    return written(tmp_path / "map.tif", values_HW[None], nodata=-9999)


@pytest.mark.parametrize(("kind", "geometry"), [("polygons", "Polygon"), ("points", "Point")])
def test_regions_at_the_threshold_have_a_score_and_an_area(
    similarity: Path, tmp_path: Path, kind: str, geometry: str
) -> None:
    out = tmp_path / "h.gpkg"
    answer = hits.run(HitsRequest(str(similarity), str(out), 0.5, kind), quiet)
    table = geopandas.read_file(out).sort_values("area_m2")
    assert set(table.geom_type) == {geometry} and table.crs == "EPSG:32633"
    assert table.score.tolist() == pytest.approx([0.65, 0.9], abs=1e-3)
    assert table.area_m2.tolist() == pytest.approx([200, 600], rel=2e-3)
    assert answer["hits"] == 2 and answer["share"] == pytest.approx(8 / 63), "nodata is no part of the map"
    assert answer["outputs"] == {"hits": str(out)} and json.dumps(answer)


def test_nodata_is_no_hit_however_low_the_threshold_is(similarity: Path, tmp_path: Path) -> None:
    answer = hits.run(HitsRequest(str(similarity), str(tmp_path / "h.geojson"), -1e9), quiet)
    assert answer["share"] == 1.0
    assert geopandas.read_file(tmp_path / "h.geojson").area_m2.sum() == pytest.approx(6300, rel=2e-3)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"out": ""}, "no output"),
        ({"threshold": float("nan")}, "--threshold"),
        ({"hits_as": "circles"}, "circles"),
        ({"map": "classes.tif"}, "one band of fractions; classes.tif has bands: 1, of uint8"),
        ({"map": "two.tif"}, "bands: 2, of float32"),
        ({"map": "none.tif"}, "none.tif"),
    ],
)
def test_what_is_no_map_of_values_is_one_clear_error(
    similarity: Path, tmp_path: Path, more: dict[str, Any], told: str
) -> None:
    written(tmp_path / "classes.tif", np.ones((1, 4, 4), np.uint8))
    written(tmp_path / "two.tif", np.ones((2, 4, 4), np.float32))
    before = set(tmp_path.iterdir())
    asked = {"map": similarity.name, "out": str(tmp_path / "h.gpkg"), **more}
    asked["map"] = str(tmp_path / asked["map"])
    with pytest.raises(EngineError, match=told) as caught:
        hits.run(HitsRequest(**asked), quiet)
    assert caught.value.hint and set(tmp_path.iterdir()) == before


def test_it_tells_how_far_it_is_and_leaves_nothing_if_cancelled(similarity: Path, tmp_path: Path) -> None:
    def cancel(done: int, total: int, note: str) -> None:
        raise Cancelled

    request, heard = HitsRequest(str(similarity), str(tmp_path / "h.gpkg")), []
    with pytest.raises(Cancelled):
        hits.run(request, cancel)
    assert list(tmp_path.iterdir()) == [similarity]
    hits.run(request, ProgressTracker(steps_of(request), heard.append))
    shares = [each.share for each in heard]
    assert shares == sorted(shares) and shares[-1] > 0.9
