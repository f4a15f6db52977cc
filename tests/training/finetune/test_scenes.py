"""Several scenes of one run: each is read with its own answers, and what it leaves open is as in the first."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.cli.recipe import request_of
from engine.errors import RequestError, UnitError
from engine.messages import ProtocolError, body_of, decode, encode
from engine.protocol import REQUESTS, FinetuneRequest, SceneSpec
from engine.scene.interpretation import Reading
from engine.scene.raster import open_scene
from training.finetune.scenes import read, scenes_of

BANDS = ("B02", "B03", "B04", "B08")
Write = Callable[..., Path]


@pytest.fixture
def pixels() -> np.ndarray:
    """Reflectance x 10 000 that may as well have an offset of 1000."""
    return np.random.default_rng(0).integers(1100, 3000, (4, 64, 64)).astype(np.uint16)


def readings(request: FinetuneRequest) -> list[Reading]:
    found = []
    for said in scenes_of(request):
        with open_scene(said) as scene:
            found.append(read(scene, said, request))
    return found


def test_each_scene_is_read_in_its_own_units(write_scene: Write, pixels: np.ndarray) -> None:
    first, other = (str(write_scene(pixels + more, BANDS, f"{more}.tif")) for more in (0, 1000))
    request = FinetuneRequest(SceneSpec(first, units="dn"), more=(SceneSpec(other, units="dn+1000"),))
    one, two = readings(request)
    assert (str(one.units), str(two.units)) != (str(one.units),) * 2 and one.units.quantity == two.units.quantity
    np.testing.assert_allclose(one.statistics.mean_C, two.statistics.mean_C, rtol=1e-5)


def test_what_a_scene_leaves_open_is_as_in_the_first_and_what_its_file_says_is_not(
    write_scene: Write, pixels: np.ndarray
) -> None:
    first = str(write_scene(pixels, None, "first.tif"))
    silent = str(write_scene(pixels, None, "silent.tif"))
    told = str(write_scene(pixels[::-1], BANDS[::-1], "told.tif"))
    bands = {str(index): name for index, name in enumerate(BANDS, start=1)}
    said = SceneSpec(first, sensor="sentinel-2", bands=bands, units="dn")
    request = FinetuneRequest(said, more=(SceneSpec(silent), SceneSpec(told)))
    assert [[band.band.name for band in each.bands] for each in readings(request)] == [
        list(BANDS), list(BANDS), list(BANDS[::-1]),
    ]  # fmt: skip


def test_of_several_scenes_the_one_that_cannot_be_read_is_named(write_scene: Write, pixels: np.ndarray) -> None:
    first, other = (str(write_scene(pixels, BANDS, name)) for name in ("first.tif", "other.tif"))
    with pytest.raises(UnitError, match=r"^other\.tif: 'db' is no unit of Sentinel-2"):
        readings(FinetuneRequest(SceneSpec(first, units="dn"), more=(SceneSpec(other, units="db"),)))
    with pytest.raises(UnitError, match=r"^first\.tif: .*dn\+1000") as caught:
        readings(FinetuneRequest(SceneSpec(first), more=(SceneSpec(other, units="dn"),)))
    assert "--units" in caught.value.hint
    with pytest.raises(UnitError) as alone:
        readings(FinetuneRequest(SceneSpec(first)))
    assert "first.tif" not in str(alone.value)


def test_what_is_said_of_each_scene_crosses_the_wire_and_stands_in_recipes() -> None:
    said = SceneSpec("b.tif", bands={"1": "B02"}, nodata=((0.0, 0.0),), fill="data", skip_damaged=True)
    request = FinetuneRequest(SceneSpec("a.tif", sensor="landsat-8"), more=(said, SceneSpec("c.tif")))
    body = json.loads(encode(request))
    assert scenes_of(request_of(body)) == scenes_of(request) == (request.scene, said, SceneSpec("c.tif"))
    body["more"][1]["of a later version"] = 1
    assert decode(json.dumps(body), REQUESTS)[0] == request
    with pytest.raises(RequestError, match=r"the finetune recipe has no field 'more\[1\]\.of a later version'"):
        request_of(body)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["b.tif"], "'more[0]' of the finetune recipe must be an object of path, sensor"),
        ({"path": "b.tif"}, "'more' of the finetune recipe must be a list, each an object of path, sensor"),
        ([{"units": "dn"}], "lacks the field 'more[0].path'"),
        (
            [{"path": "b.tif"}, {"path": "c.tif", "units": 3}],
            "'more[1].units' of the finetune recipe must be a text or null; found 3",
        ),
    ],
)
def test_a_further_scene_that_is_none_is_refused(more: object, told: str) -> None:
    body = {**body_of(FinetuneRequest(SceneSpec("a.tif"))), "more": more}
    with pytest.raises(RequestError) as refused:
        request_of(body)
    assert told in str(refused.value)


@pytest.mark.parametrize("more", [["b.tif"], {"path": "b.tif"}, [{"units": "dn"}], 7, None])
def test_a_further_scene_that_is_none_is_no_message(more: object) -> None:
    body = {**body_of(FinetuneRequest(SceneSpec("a.tif"))), "more": more}
    with pytest.raises(ProtocolError, match="a finetune message lacks a field"):
        decode(json.dumps(body), REQUESTS)
