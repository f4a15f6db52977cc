import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.model import model_card
from resources.demo import landscape

TALL_PX = 1100, 120
"""Height and width of `place`: three rows of blocks."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    """A tall scene, its labels, and a model that is small and quick."""
    folder = tmp_path_factory.mktemp("tall")
    card = model_card.read_card(model_card.model_folders()[-1] / "ofa-untrained")
    card["ofa"]["config"] |= {"width": 16, "depth": 2, "heads": 2, "patch_px": 8, "taps": [1, 2]}
    (folder / "small").mkdir()
    (folder / "small" / model_card.CARD).write_text(json.dumps(card))
    simulated = landscape.simulate(*TALL_PX)
    landscape.write(simulated, folder / "scene.tif")
    few = {name: places[:6] for name, places in landscape.clicks(simulated).items()}
    write_clicks(folder / "scene.tif", few, folder / "labels.gpkg")
    return folder
