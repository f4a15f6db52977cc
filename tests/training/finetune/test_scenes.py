"""Several scenes of one run: each is read with its own answers, and what it leaves open is as in the first."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import UnitError
from engine.protocol import REQUESTS, FinetuneRequest, ProtocolError, SceneSpec, decode, encode
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
    np.testing.assert_allclose(one.mean_C, two.mean_C, rtol=1e-5)


def test_what_a_scene_leaves_open_is_as_in_the_first_and_what_its_file_says_is_not(
    write_scene: Write, pixels: np.ndarray
) -> None:
    first = str(write_scene(pixels, None, "first.tif"))
    silent = str(write_scene(pixels, None, "silent.tif"))
    told = str(write_scene(pixels[::-1], BANDS[::-1], "told.tif"))
    bands = {str(index): name for index, name in enumerate(BANDS, start=1)}
    more = (SceneSpec(silent), SceneSpec(told))
    request = FinetuneRequest(SceneSpec(first, sensor="sentinel-2", bands=bands, units="dn"), more=more)
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


def test_what_is_said_of_each_scene_crosses_the_wire() -> None:
    said = SceneSpec("b.tif", bands={"1": "B02"}, nodata=((0.0, 0.0),), fill="data")
    request = FinetuneRequest(SceneSpec("a.tif", sensor="landsat-8"), more=(said, SceneSpec("c.tif")))
    back, _ = decode(encode(request), REQUESTS)
    assert back == request
    assert scenes_of(request) == (request.scene, said, SceneSpec("c.tif"))


def test_a_further_scene_without_a_path_is_no_request() -> None:
    line = encode(FinetuneRequest(SceneSpec("a.tif"), more=(SceneSpec("b.tif"),))).replace('"path": "b.tif", ', "")
    with pytest.raises(ProtocolError, match="lacks a field"):
        decode(line, REQUESTS)
