"""What the model rebuilds: chips, what it saw of them, and what it made of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import numpy as np
from matplotlib.colors import to_rgb

from engine.output.report import composite
from engine.output.report.pictures import EMPTY, INK, QUIET
from engine.sensors import Band, MatchedBand
from training.pictures import sheet
from training.pictures.sheet import MARGIN_IN, WIDTH_IN, Array

CAPTIONS = ("scene", "what the model sees", "what it rebuilds")
CAPTION_IN, TITLE_IN, GAP_IN, APART_IN = 0.32, 0.28, 0.06, 0.3
HIDDEN = to_rgb("#3d3d3d")


@dataclass(frozen=True)
class Reconstruction:
    """One chip and what the model made of it; all values are z-scores.

    Attributes:
        title: whose chip it is.
        bands: what the C bands measure.
        input_CHW: the chip.
        masked_HW: true where pixels were hidden from the model.
        rebuilt_CHW: the model's answer, which counts only where pixels were hidden.
        valid_HW: false where the scene has no data.
    """

    title: str
    bands: tuple[Band, ...]
    input_CHW: Array
    masked_HW: Array
    rebuilt_CHW: Array
    valid_HW: Array | None = None


def reconstructions(panels: Sequence[Reconstruction], path: Path) -> None:
    """Draw the `views` of each panel side by side; two panels a row where there are several.

    Raises:
        OutputError: the file cannot be written.
    """
    assert panels, "nothing to draw"  # nosec B101
    columns = min(len(panels), 2)
    group_in = (WIDTH_IN - 2 * MARGIN_IN - (columns - 1) * APART_IN) / columns
    side_in = (group_in - 2 * GAP_IN) / 3
    tall_in = side_in * max(panel.input_CHW.shape[-2] / panel.input_CHW.shape[-1] for panel in panels)
    row_in = TITLE_IN + tall_in + 0.12
    height = CAPTION_IN + ceil(len(panels) / columns) * row_in + MARGIN_IN / 2
    figure = sheet.blank(height)
    for k, panel in enumerate(panels):
        left, top = MARGIN_IN + k % columns * (group_in + APART_IN), CAPTION_IN + k // columns * row_in
        colours, *images = views(panel)
        y = 1 - (top + TITLE_IN - 0.09) / height
        figure.text(left / WIDTH_IN, y, panel.title, size=11, weight="bold", color=INK)
        figure.text((left + group_in) / WIDTH_IN, y, colours, size=9, color=QUIET, ha="right")
        for n, (image_HW3, caption) in enumerate(zip(images, CAPTIONS, strict=True)):
            x = left + n * (side_in + GAP_IN)
            sheet.place(figure, x, top + TITLE_IN, side_in, tall_in).imshow(image_HW3)
            if k < columns:
                figure.text(x / WIDTH_IN, 1 - 0.24 / height, caption, size=10, color=QUIET)
    sheet.save(figure, path)


def views(panel: Reconstruction) -> tuple[str, np.ndarray, np.ndarray, np.ndarray]:
    """What the colours are, and three pictures (H, W, 3), 0 to 1: the chip, what is seen of it, and it rebuilt.

    All have the stretch of the chip, so that a rebuilt patch that is too dark or too pale looks so. Rebuilt shows
    the visible patches as they were.
    """
    look = composite.choose([MatchedBand(k, band, "") for k, band in enumerate(panel.bands, 1)])
    hidden_HW1 = sheet.numbers(panel.masked_HW)[..., None] > 0
    valid_HW = np.ones(hidden_HW1.shape[:2], bool) if panel.valid_HW is None else sheet.numbers(panel.valid_HW) > 0
    chip_HWC, answer_HWC = (picked(x_CHW, look) for x_CHW in (panel.input_CHW, panel.rebuilt_CHW))
    seen_NC = chip_HWC[valid_HW] if valid_HW.any() else chip_HWC.reshape(-1, chip_HWC.shape[-1])
    limits = np.percentile(seen_NC, composite.STRETCH_PERCENT, axis=0)
    scene_HW3, rebuilt_HW3 = (
        np.where(valid_HW[..., None], stretched(x_HWC, limits), to_rgb(EMPTY))
        for x_HWC in (chip_HWC, np.where(hidden_HW1, answer_HWC, chip_HWC))
    )
    return look.title, scene_HW3, np.where(hidden_HW1, HIDDEN, scene_HW3), rebuilt_HW3


def picked(x_CHW: Array, look: composite.Composite) -> np.ndarray:
    """The values (H, W, 1 or 3) behind the colours; radar is in decibels, where a difference is a ratio."""
    picked_HWC: np.ndarray = np.moveaxis(sheet.numbers(x_CHW)[np.array(look.bands) - 1], 0, -1)
    if look.ratio:
        return np.concatenate([picked_HWC, picked_HWC[..., :1] - picked_HWC[..., 1:]], axis=-1)
    return picked_HWC


def stretched(x_HWC: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """0 to 1 between the limits of each colour, as `composite` does it; mid grey where a chip is constant."""
    low_C, high_C = limits
    constant_C = high_C - low_C < 1e-6
    share_HWC = np.where(constant_C, 0.5, (x_HWC - low_C) / np.where(constant_C, 1, high_C - low_C))
    colours_HWC = np.nan_to_num(np.clip(share_HWC, 0, 1)) ** composite.GAMMA
    colours_HW3: np.ndarray = np.broadcast_to(colours_HWC, (*x_HWC.shape[:2], 3))  # one band becomes grey
    return colours_HW3
