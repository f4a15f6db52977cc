"""A scene understood: bands, units and statistics together, or the question that is open."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BandError, SceneError, UnitError
from engine.scene.interpretation import OpenReading, Reading, read_scene
from engine.scene.raster import Scene

Write = Callable[..., Path]
NAMES = ["B02", "B03", "B04", "B08"]


def read(path: Path, **said: object) -> Reading | OpenReading:
    with Scene.open(path) as scene:
        return read_scene(scene, **said)  # type: ignore[arg-type]


def dn(height: int = 60, width: int = 50) -> np.ndarray:
    """Four bands of DN between 100 and 4000, brightest in the last."""
    random = np.random.default_rng(0)
    scale = np.array([600, 800, 900, 4000])[:, None, None]
    return (100 + random.uniform(0, 1, (4, height, width)) * scale).astype("uint16")


def test_statistics_are_those_of_the_scene_in_model_units(write_scene: Write) -> None:
    pixels = dn()
    reading = read(write_scene(pixels, NAMES, tags={"SENSOR": "Sentinel-2 L2A", "UNITS": "DN, reflectance x 10000"}))
    reading.require()
    assert reading.sensor.id == "sentinel-2" and reading.units and reading.units.id == "dn"
    assert reading.indices == (1, 2, 3, 4)
    assert np.allclose(reading.statistics.mean_C, pixels.mean(axis=(1, 2)) / 1e4, rtol=1e-5)
    assert np.allclose(reading.statistics.std_C, pixels.std(axis=(1, 2)) / 1e4, rtol=1e-4)
    assert reading.statistics.mean_C.dtype == reading.statistics.std_C.dtype == np.float32


def test_statistics_leave_out_pixels_that_any_band_lacks(write_scene: Write) -> None:
    pixels = dn()
    pixels[3, :30] = 0
    reading = read(write_scene(pixels, NAMES, nodata=0, tags={"UNITS": "DN, reflectance x 10000"}))
    assert np.allclose(reading.statistics.mean_C, pixels[:, 30:].mean(axis=(1, 2)) / 1e4, rtol=1e-5)


def test_a_constant_band_has_no_deviation_and_is_not_divided_by_it(write_scene: Write) -> None:
    pixels = dn()
    pixels[0] = 500
    reading = read(write_scene(pixels, NAMES), units="dn")
    assert (
        reading.statistics.std_C[0] == 0
        and reading.statistics.divisors[0] == 1
        and reading.statistics.mean_C[0] == pytest.approx(0.05)
    )


def test_bands_that_hold_nothing_are_left_out_and_told(write_scene: Write) -> None:
    pixels = dn().astype("int16")
    pixels[1] = -1
    reading = read(write_scene(pixels, NAMES, nodata=-1), units="dn")
    assert (
        reading.indices == (1, 3, 4)
        and reading.unused == ((2, "holds no valid pixel"),)
        and len(reading.statistics) == 3
    )


@pytest.mark.parametrize(
    ("names", "error", "option"),
    [
        (None, BandError, "--bands"),
        (["B2", "B3", "B4", "B5"], BandError, "--sensor"),
        (["R", "G", "B", "N"], UnitError, "--units"),
    ],
)
def test_an_open_question_becomes_an_error_that_names_the_option(
    write_scene: Write, names: list[str] | None, error: type[Exception], option: str
) -> None:
    reading = read(write_scene(dn(), names))
    assert isinstance(reading, OpenReading) and reading.questions and reading.units is None
    with pytest.raises(error) as caught:
        reading.require()
    assert option in caught.value.hint  # type: ignore[attr-defined]


def test_each_question_ends_with_its_answer(write_scene: Write) -> None:
    path = write_scene(dn(), ["B2", "B3", "B4", "B5"])
    sensor = read(path).questions[0].choices[0]
    units = read(path, sensor=sensor).questions[0].choices[0]
    read(path, sensor=sensor, units=units).require()


@pytest.mark.parametrize("fill", [0, np.nan])
def test_a_scene_without_a_valid_pixel_is_refused(write_scene: Write, fill: float) -> None:
    pixels = np.full((4, 40, 40), fill, "float32")
    reading = read(write_scene(pixels, NAMES, nodata=fill), units="reflectance")
    with pytest.raises(SceneError, match="no pixel is valid"):
        reading.require()


def test_radar_statistics_are_decibels(write_scene: Write) -> None:
    power = np.full((2, 30, 30), 0.1, "float32")
    power[1] = 0.01
    reading = read(write_scene(power, ["VV", "VH"]), units="linear").require()
    assert reading.statistics.mean_C == pytest.approx([-10, -20], abs=1e-4)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1)])
def test_scenes_of_any_shape_are_read(write_scene: Write, shape: tuple[int, int]) -> None:
    read(write_scene(dn(*shape), NAMES), units="dn").require()
