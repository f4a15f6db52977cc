"""The similarity picture of a real scene: features by the engine's own command, likeness to a few clicked pixels."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import rasterio

from engine.errors import RequestError
from engine.gdal import gdal_names
from engine.jobs import embed
from engine.output.report import composite
from engine.progress import Report
from engine.protocol import ComputeSpec, EmbedRequest, SceneSpec
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from training.pictures.similarity import similarity

Clicks = Mapping[str, tuple[int, int]]
"""What was clicked -> (column, row) of a pixel."""


def scene_similarity(scene_name: str, model: str, clicks: Clicks, path: Path, report: Report) -> dict[str, str]:
    """Draw the picture, and tell what must be said below it.

    The mean of the features over the scene is taken off before the cosine: all pixels share it, and beside it what
    tells them apart is small. Below 0 everything is as dark as 0: unlike in what way does not matter.

    Args:
        scene_name: a raster that needs no answers.
        model: name or folder.
        clicks: at least one.
        path: of the PNG.
        report: told how it goes.

    Returns:
        {"scene": file name, "licence", "source": as the file says}

    Raises:
        EngineError: whatever scene, model or device lack, or a click is outside.
    """
    with Scene.open(scene_name) as scene:
        _check(clicks, scene)
        reading = read_scene(scene).require()
        shape = scene.height, scene.width
        window = (0, scene.height), (0, scene.width)
        colours_HW4 = composite.render(scene, reading, composite.choose(reading.bands), window, shape)
        tags = scene.metadata()
    with tempfile.TemporaryDirectory() as scratch:
        features = str(Path(scratch) / "features.tif")
        request = EmbedRequest(SceneSpec(scene_name), ComputeSpec(model), out=features)
        embed.run(request, report)
        with rasterio.open(request.out) as file:
            features_DHW = file.read()
    points_K2 = np.array([(row, col) for col, row in clicks.values()])
    maps_KHW = cosines(features_DHW, points_K2, shape)
    similarity(colours_HW4[..., :3], maps_KHW.clip(0), points_K2, path, list(clicks))
    return {
        "scene": gdal_names.short(scene_name),
        "licence": tags.tag("LICENSE", "LICENCE"),
        "source": tags.tag("SOURCE"),
    }


def _check(clicks: Clicks, scene: Scene) -> None:
    outside = [name for name, (col, row) in clicks.items() if not (0 <= col < scene.width and 0 <= row < scene.height)]
    if outside or not clicks:
        raise RequestError(
            f"expected clicks inside {scene.width} x {scene.height} pixels; found {', '.join(outside) or 'none'}",
            "give --click NAME=COLUMN,ROW",
        )


def cosines(features_DHW: np.ndarray, points_K2: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Cosine (K, H, W) of every token's features to those of the tokens under K pixels, the mean token taken off.

    Args:
        features_DHW: of tokens; NaN where there are none.
        points_K2: row and column in pixels of a scene of `shape`.
        shape: height and width of the scene that the tokens cover.
    """
    centred_DHW = features_DHW - np.nanmean(features_DHW, axis=(1, 2), keepdims=True)
    unit_DHW = centred_DHW / np.linalg.norm(centred_DHW, axis=0).clip(1e-12)
    rows_K, cols_K = (points_K2 * unit_DHW.shape[1:] // shape).T
    cosines_KHW: np.ndarray = np.einsum("dk,dhw->khw", unit_DHW[:, rows_K, cols_K], unit_DHW)
    return cosines_KHW
