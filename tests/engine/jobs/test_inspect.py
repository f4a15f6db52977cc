"""The inspect job: what a user and the plugin are told of a scene."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BandError
from engine.jobs import inspect
from engine.protocol import InspectRequest, SceneSpec

Write = Callable[..., Path]


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


def test_a_known_scene_is_told_completely(write_scene: Write) -> None:
    pixels = np.random.default_rng(0).integers(100, 4000, (3, 30, 40)).astype("uint16")
    path = write_scene(pixels, ["B02", "B08", "DEM"], nodata=0, tags={"UNITS": "DN, reflectance x 10000"})
    answer = inspect.run(InspectRequest(SceneSpec(str(path))), quiet)
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer
    assert (answer["sensor"], answer["units"], answer["nodata"], answer["crs"]) == ("sentinel-2", "dn", 0, "EPSG:32633")
    assert (answer["width"], answer["height"], answer["gsd_m"], answer["dtype"]) == (
        40,
        30,
        pytest.approx(10),
        "uint16",
    )
    assert answer["bands"][1] == {
        "index": 2, "name": "B08", "wavelength_nm": 832.8, "fwhm_nm": 105, "source": "description"
    }  # fmt: skip
    assert [entry["index"] for entry in answer["unused"]] == [3] and answer["questions"] == []


def test_open_questions_are_answers_and_no_failure(write_scene: Write) -> None:
    path = write_scene(np.ones((13, 9, 9), "uint16"), crs=None, transform=None)
    answer = inspect.run(InspectRequest(SceneSpec(str(path))), quiet)
    assert answer["sensor"] is None and answer["units"] is None and answer["crs"] is None and answer["gsd_m"] is None
    assert answer["questions"][0]["option"].startswith("--bands ") and answer["bands"] == []


def test_nan_nodata_is_told_as_text_because_json_has_no_nan(write_scene: Write) -> None:
    path = write_scene(np.ones((1, 9, 9), "float32"), ["VV"], nodata=np.nan)
    answer = inspect.run(InspectRequest(SceneSpec(str(path), units="linear")), quiet)
    assert answer["nodata"] == "nan" and json.dumps(answer, allow_nan=False)


def test_the_user_s_answers_are_heard_and_checked(write_scene: Write) -> None:
    path = write_scene(np.full((2, 9, 9), 3000, "uint16"))
    answer = inspect.run(InspectRequest(SceneSpec(str(path), bands={"1": "B04", "2": "B08"}, units="dn")), quiet)
    assert answer["sensor"] == "sentinel-2" and [band["source"] for band in answer["bands"]] == ["user", "user"]
    with pytest.raises(BandError):
        inspect.run(InspectRequest(SceneSpec(str(path), bands={"3": "B04"})), quiet)
