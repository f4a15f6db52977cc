"""One scene shared out among worker processes gives what one process gives."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
import rasterio

from engine import weights
from engine.errors import DeviceError
from engine.jobs import part
from engine.protocol import ClassifyRequest, PartRequest, encode
from engine.scale.team import Team
from resources.demo import landscape

TIE = 0.51  # two classes may be equally likely below one half: there rounding chooses


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    """A folder with a scene of three rows of blocks, and clicked labels."""
    folder = tmp_path_factory.mktemp("place")
    simulated = landscape.simulate(1100, 140)
    landscape.write(simulated, folder / "scene.tif")
    write_clicks(folder / "scene.tif", landscape.clicks(simulated), folder / "labels.gpkg")
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model folder like that of the untrained model, but small and quick."""
    card = weights.read_card(weights.model_folders()[-1] / "ofa-untrained")
    card["ofa"]["config"] |= {"width": 16, "depth": 2, "heads": 2, "patch_px": 16, "taps": [1, 2]}
    folder = tmp_path_factory.mktemp("small")
    (folder / weights.CARD).write_text(json.dumps(card))
    return str(folder)


def request(place: Path, folder: Path, model: str) -> ClassifyRequest:
    folder.mkdir()
    return ClassifyRequest(
        str(place / "scene.tif"), labels=str(place / "labels.gpkg"), field="class", out=str(folder / "map.tif"),
        confidence=str(folder / "sure.tif"), model=model, device="cpu", precision="float32",
    )  # fmt: skip


def test_two_workers_one_of_them_killed_write_what_one_process_writes(place: Path, tmp_path: Path, model: str) -> None:
    killed: list[int] = []

    def kill_one(done: int, total: int, note: str) -> None:
        if note == "parts, in hundredths" and done and not killed:
            killed.append(psutil.Process().children()[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    Team(["cpu"], 1).run(request(place, tmp_path / "one", model), lambda *_: None)
    Team(["cpu"], 2).run(request(place, tmp_path / "two", model), kill_one)
    assert killed
    assert not psutil.Process().children()
    assert names(tmp_path / "one") == names(tmp_path / "two")
    one, two = (values(tmp_path / folder / "sure.tif") for folder in ("one", "two"))
    assert np.abs(one - two).max() < 1e-5
    classes, same = (values(tmp_path / folder / "map.tif") for folder in ("one", "two"))
    assert (classes == same)[one > TIE].all()
    assert (classes == same).mean() > 0.999


def test_a_part_is_made_on_the_device_of_its_worker(place: Path, tmp_path: Path, model: str) -> None:
    whole = encode(request(place, tmp_path / "whole", model))  # on the CPU
    with pytest.raises(DeviceError, match="found 'tpu'"):
        part.run(PartRequest(whole, (0, 512, 0, 140), out=str(tmp_path / "part"), device="tpu"), lambda *_: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def values(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(1)
