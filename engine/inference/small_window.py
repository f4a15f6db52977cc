"""What a small window of a scene shows, all at once: z-scored pixels, and the deep features under them."""

import numpy as np
import torch
from numpy.typing import NDArray

from engine.inference.block_reader import Rows
from engine.inference.source import Source
from engine.inference.stage_clock import Clock
from engine.inference.window_features import DeepFeatures, Panel
from engine.progress import Meter, Report
from engine.scene.raster import Mask
from engine.scene.windows import Window, area


def pixels_of(source: Source, window: Window) -> tuple[NDArray[np.float32], Mask]:
    """Z-scores (bands, H, W) of a window, 0 where invalid, and validity (H, W).

    Raises:
        SceneError: a part of the scene cannot be read.
    """
    pixels, valid_HW = source.scene.read(*window, source.reading.indices)
    x_CHW = source.normalised(torch.from_numpy(pixels), torch.from_numpy(valid_HW))
    return x_CHW.cpu().numpy(), valid_HW


@torch.inference_mode()
def deep_of(source: Source, window: Window, report: Report) -> DeepFeatures:
    """The deep features of a window, from the cache as far as they are there; the source must have a model.

    Raises:
        Cancelled: from `report`, after each tile.
        SceneError, DeviceError: as `preview_map`.
    """
    panel = Panel.of(source, window, 0, source.grid.tokens_under(window))
    assert panel.tiles is not None  # nosec B101
    clock = Clock()
    with Rows(source, panel.pixels, clock) as rows:
        plane = panel.plane(source, rows, clock, Meter(report, area(panel.tiles), "looking"))
        assert plane is not None  # nosec B101
        return DeepFeatures.under(plane, source.grid, window)
