"""A panchromatic picture goes through the whole of `engine classify`, with the default kind of model."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import ColorInterp


def test_a_single_panchromatic_band_is_mapped(
    write_scene: Callable[..., Path], write_clicks: Any, quick_model: str, engine: Any, tmp_path: Path
) -> None:
    grey = np.random.default_rng(0).integers(20, 60, (1, 64, 64)).astype("uint8")
    grey[:, :, 32:] += 150
    scene = write_scene(grey, ["Panchromatic"])
    with rasterio.open(scene, "r+") as target:
        target.colorinterp = [ColorInterp.gray]
    labels = tmp_path / "labels.gpkg"
    write_clicks(scene, {"dark": [(8, 8), (12, 40)], "bright": [(50, 8), (56, 40)]}, labels)
    out = tmp_path / "map.tif"
    answer = engine("classify", scene, labels, "--field", "class", "--model", quick_model, "--out", out)
    assert answer.status == 0, answer.err
    with rasterio.open(out) as result:
        mapped, grid = result.read(1), (result.transform, result.shape)
    with rasterio.open(scene) as source:
        assert grid == (source.transform, source.shape)
    dark, bright = mapped[8, 8], mapped[8, 50]
    assert dark != bright and (mapped[:, :32] == dark).mean() > 0.9 and (mapped[:, 32:] == bright).mean() > 0.9
