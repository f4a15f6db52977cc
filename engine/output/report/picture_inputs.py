"""What the picture of a result is drawn from; a map without a report loads no matplotlib for it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.classes.legend import Legend
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene


@dataclass(frozen=True)
class PictureInputs:
    """The open scene, rasters by path, and labels in the scene's pixels, numbered as `legend.head_index`."""

    scene: Scene
    reading: Reading
    map: Path
    confidence: Path | None
    rows_N: np.ndarray
    cols_N: np.ndarray
    labels_N: np.ndarray
    legend: Legend
