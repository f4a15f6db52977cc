"""Fixtures that every test may use: real data when it is there, small rasters made on the spot, a quick model."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
import torch
from hypothesis import settings
from rasterio.transform import from_origin

from engine.cli import main
from engine.user_folders import cache_folder

torch.set_num_threads(min(2, torch.get_num_threads()))  # fewer, where OMP_NUM_THREADS says so

settings.register_profile("unhurried", deadline=None)  # imports, compiled loops and busy machines take their time
settings.load_profile("unhurried")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
UTM = "EPSG:32633"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Linters, package and documentation take longest and come first: at the end one core would wait for them."""
    items.sort(key=lambda item: item.path.parent != Path(__file__).parent)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One temporary folder for all processes of a run (pytest-xdist); whoever writes there takes care of the others."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, shared_folder: Path) -> Iterator[None]:
    """Cache and data of the tests' own: what is remembered there is neither read from the user nor left to them.

    How models compute and which fonts exist takes seconds to find out; all processes that test find it out once.
    """
    cache = tmp_path_factory.mktemp("cache")
    for name in ("tuning", "fonts"):
        (shared_folder / name).mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
            patch.setenv(name, str(cache))
        patch.setenv("MPLCONFIGDIR", str(shared_folder / "fonts"))
        if os.name == "posix" and cache_folder().is_relative_to(cache):
            cache_folder().mkdir(parents=True)
            (cache_folder() / "tuning").symlink_to(shared_folder / "tuning")
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real scenes; the test is skipped, with the reason, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the real scenes in {SHARED.parent.name}/{SHARED.name} beside the project")
    return SHARED


@pytest.fixture
def write_scene(tmp_path: Path) -> Callable[..., Path]:
    """``write_scene(pixels_CHW, descriptions=[...], name="s.tif", **profile)`` -> path of a GeoTIFF (10 m UTM)."""

    def write(
        pixels: np.ndarray, descriptions: Any = None, name: str = "scene.tif", tags: Any = None, **more: Any
    ) -> Path:
        path = tmp_path / name
        count, height, width = pixels.shape
        profile = {
            "driver": "GTiff", "dtype": pixels.dtype, "count": count, "height": height, "width": width,
            "crs": UTM, "transform": from_origin(500_000, 5_800_000, 10, 10), **more,
        }  # fmt: skip
        with rasterio.open(path, "w", **profile) as target:
            target.write(pixels)
            for index, text in enumerate(descriptions or [], start=1):
                target.set_band_description(index, text)
            target.update_tags(**(tags or {}))
        return path

    return write


@pytest.fixture(scope="session")
def quick_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model folder like that of the untrained model, but small and quick: for tests of all but the model."""
    from engine.model import model_card

    card = model_card.read_card(model_card.model_folders()[-1] / "ofa-untrained")
    card["ofa"]["config"] |= {"width": 16, "depth": 2, "heads": 2, "patch_px": 16, "taps": [1, 2]}
    folder = tmp_path_factory.mktemp("quick")
    (folder / model_card.CARD).write_text(json.dumps(card))
    return str(folder)


@pytest.fixture(scope="session")
def write_clicks() -> Callable[[Path, dict[str, list[tuple[int, int]]], Path], None]:
    """``write_clicks(scene, {class: [(column, row), …]}, path)``: pixels of a scene as labelled points."""

    def write(scene: Path, clicks: dict[str, list[tuple[int, int]]], path: Path) -> None:
        with rasterio.open(scene) as source:
            crs, transform = source.crs, source.transform
        places = [(name, *(transform @ (col + 0.5, row + 0.5))) for name, where in clicks.items() for col, row in where]
        names, xs, ys = zip(*places, strict=True)
        geopandas.GeoDataFrame({"class": names}, geometry=geopandas.points_from_xy(xs, ys), crs=crs).to_file(path)

    return write


@dataclass(frozen=True)
class Answer:
    """What a command left on the terminal: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def engine(capfd: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """``engine("inspect", path)``: the command line, run in this process."""

    def call(*arguments: object) -> Answer:
        status = 0
        capfd.readouterr()
        try:
            main.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        return Answer(status, *capfd.readouterr())

    return call
