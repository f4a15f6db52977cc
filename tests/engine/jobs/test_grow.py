"""The job behind the magic wand: outlines on the ground, from the scene and the model."""

import json
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from shapely.geometry import Point, Polygon, box

from engine.errors import RequestError
from engine.jobs import grow
from engine.mapping import preview_cache
from engine.mapping.preview_cache import SceneCache
from engine.protocol import ComputeSpec, GrowRequest, SceneSpec

FIELD = (40, 100, 60, 140)  # first row, last row, columns likewise
LEFT, TOP = 500_000, 5_800_000


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene of 200 x 240 pixels: a field in another one, and no data on the left."""
    chance = np.random.default_rng(0)
    pixels = chance.normal(1500, 40, (4, 200, 240))
    top, bottom, left, right = FIELD
    pixels[:, top:bottom, left:right] += np.array([-400, -300, -500, 1500])[:, None, None]
    pixels[:, :, :20] = 0
    place = tmp_path_factory.mktemp("grow") / "scene.tif"
    profile = {"driver": "GTiff", "width": 240, "height": 200, "count": 4, "dtype": "uint16", "crs": "EPSG:32633"}
    with rasterio.open(place, "w", nodata=0, transform=rasterio.Affine(10, 0, LEFT, 0, -10, TOP), **profile) as target:
        target.write(pixels.clip(0).astype(np.uint16))
        target.descriptions = ("B02", "B03", "B04", "B08")
    return place


@pytest.fixture(autouse=True)
def scenes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of its own for each test."""
    monkeypatch.setattr(preview_cache, "SCENES", SceneCache())


def at(path: Path, row: int, col: int) -> GrowRequest:
    return GrowRequest(
        SceneSpec(str(path), sensor="sentinel-2", units="dn"),
        ComputeSpec(device="cpu"),
        x=LEFT + 10 * col + 5,
        y=TOP - 10 * row - 5,
    )


def polygons(answer: dict) -> list[Polygon]:
    return [shapely.from_wkb(level["wkb"]) for level in answer["levels"]]


def test_the_proposed_outline_is_the_field_on_the_ground(path: Path) -> None:
    answer = grow.run(at(path, 70, 100), quiet)
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer
    found = polygons(answer)
    top, bottom, left, right = FIELD
    field = box(LEFT + 10 * left, TOP - 10 * bottom, LEFT + 10 * right, TOP - 10 * top)
    best = found[answer["start"]]
    assert best.intersection(field).area / best.union(field).area > 0.95
    seed = Point(LEFT + 1005, TOP - 705)
    for level, shape in zip(answer["levels"], found, strict=True):
        assert shape.is_valid and shape.contains(seed)
        assert shape.area == pytest.approx(100 * level["pixels"])  # along the edges of pixels
    for small, large in pairwise(found):
        assert small.difference(large).area < 1


def test_the_region_stays_in_the_view_and_out_of_what_has_no_data(path: Path) -> None:
    view = (LEFT, TOP - 1500, LEFT + 900, TOP)
    answer = grow.run(replace(at(path, 120, 60), extent=view), quiet)
    largest = polygons(answer)[-1]
    assert box(LEFT + 200, TOP - 1500, LEFT + 900, TOP).buffer(1e-6).contains(largest)


@pytest.mark.parametrize(("row", "col", "word"), [(50, 5, "no data"), (-3, 50, "outside the scene")])
def test_a_place_that_cannot_be_grown_from_is_refused(path: Path, row: int, col: int, word: str) -> None:
    with pytest.raises(RequestError, match=word):
        grow.run(at(path, row, col), quiet)


def test_regions_that_are_too_ragged_are_left_out_and_the_proposed_one_is_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corners = [sum(len(ring.coords) for ring in (shape.exterior, *shape.interiors))
               for shape in polygons(grow.run(at(path, 70, 100), quiet))]  # fmt: skip
    monkeypatch.setattr(grow, "MOST_CORNERS", min(corners))
    answer = grow.run(at(path, 70, 100), quiet)
    assert answer["levels"] and polygons(answer)[answer["start"]].is_valid
    monkeypatch.setattr(grow, "MOST_CORNERS", 0)
    with pytest.raises(RequestError, match="too ragged"):
        grow.run(at(path, 70, 100), quiet)


def test_a_second_click_runs_no_tile_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow.run(at(path, 70, 100), quiet)
    kept = preview_cache.SCENES.find(at(path, 70, 100))
    model = kept.opened.source.model
    monkeypatch.setattr(type(model), "dense", lambda *_: pytest.fail("the model ran again"))
    grow.run(at(path, 80, 110), quiet)


def test_the_project_registers_the_job() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"]["engine.jobs"][GrowRequest.kind] == grow.__name__
