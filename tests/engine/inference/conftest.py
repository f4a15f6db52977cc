"""A scene of given pixels, ready to stream."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from engine.inference import Source
from engine.model.ofa import OFA
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics
from engine.scene.values.units import Units
from engine.sensors import Sensor
from tests.fakes.for_the_stream import BANDS, NODATA, TINY, SourceOf, Write


@pytest.fixture
def source_of(write_scene: Write) -> Iterator[SourceOf]:
    """``source_of(pixels_CHW, model=…)``: a source whose z-scores are ``pixels / 1000 - 2``."""
    scenes: list[Scene] = []

    def make(pixels: np.ndarray, model: Any = None, kind: type[Scene] = Scene, **more: Any) -> Source:
        scene = kind.open(write_scene(pixels, nodata=NODATA, name=f"{len(scenes)}.tif", **more))
        scenes.append(scene)
        sensor = Sensor("test", "a sensor for tests", None, tuple(band.band for band in BANDS), 10.0)
        reading = Reading(
            sensor, BANDS, (), Units("dn", 1.0, 0.0, False, "test"),
            Statistics.given([2000] * len(BANDS), [1000] * len(BANDS)),
        )  # fmt: skip
        return Source(scene, reading, 10.0, torch.device("cpu"), model or OFA(TINY).eval(), batch=4)

    yield make
    for scene in scenes:
        scene.close()
