"""What features hold alike: a scene with clicked pixels, and for each click how alike everything else is to it."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

from engine.output.report.pictures import INK, QUIET
from training.pictures import sheet
from training.pictures.sheet import MARGIN_IN, WIDTH_IN, Array

COLOURS = "viridis"  # even in lightness, for colour-blind eyes too, and not taken for a confidence
MOST_COLUMNS = 4
CAPTION_IN, GAP_IN, FOOT_IN, BAR_IN = 0.3, 0.12, 0.5, 2.2


def similarity(scene_HW3: Array, maps_KHW: Array, points_K2: Array, path: Path, names: Sequence[str] = ()) -> None:
    """Draw a scene and K maps of cosine similarity, all on one scale that ends at 1.

    Args:
        scene_HW3: colours, 0 to 1.
        maps_KHW: similarity of the features at a clicked pixel to those everywhere; may be coarser than the scene,
            which each covers.
        points_K2: row and column of the clicked pixels, in pixels of the scene.
        path: of the PNG.
        names: what was clicked, if that is known.

    Raises:
        OutputError: the file cannot be written.
    """
    scene, maps, points = sheet.numbers(scene_HW3), sheet.numbers(maps_KHW), sheet.numbers(points_K2)
    height, width = scene.shape[:2]
    columns = min(1 + len(maps), MOST_COLUMNS)
    side_in = (WIDTH_IN - 2 * MARGIN_IN - (columns - 1) * GAP_IN) / columns
    tall_in = side_in * height / width
    row_in = CAPTION_IN + tall_in + GAP_IN / 2
    total_in = MARGIN_IN / 2 + ceil((1 + len(maps)) / columns) * row_in + FOOT_IN
    figure = sheet.blank(total_in)
    captions = ["Scene", *(f"{k}  {names[k - 1]}" if names else f"Like {k}" for k in range(1, 1 + len(maps)))]
    low = min(np.floor(10 * np.nanpercentile(maps, 2)) / 10, 0.9)
    for k, caption in enumerate(captions):
        left, top = MARGIN_IN + k % columns * (side_in + GAP_IN), MARGIN_IN / 2 + k // columns * row_in + CAPTION_IN
        axes = sheet.place(figure, left, top, side_in, tall_in)
        axes.set_title(caption, size=11, color=INK, loc="left", pad=5)
        image = maps[k - 1] if k else scene
        shown = axes.imshow(image, extent=(0, width, height, 0), cmap=COLOURS, vmin=low, vmax=1)
        for number in [k] if k else range(1, 1 + len(points)):
            _cross(axes, points[number - 1], "" if k else str(number))
    bar = sheet.place(figure, WIDTH_IN - MARGIN_IN - BAR_IN, total_in - FOOT_IN + 0.12, BAR_IN, 0.12)
    figure.colorbar(shown, cax=bar, orientation="horizontal", ticks=MaxNLocator(4)).outline.set_visible(False)
    bar.tick_params(length=0, labelsize=9, labelcolor=QUIET, pad=3)
    note: dict[str, Any] = {"size": 10, "color": QUIET, "ha": "right", "va": "center"}
    figure.text(1 - (MARGIN_IN + BAR_IN + 0.15) / WIDTH_IN, (FOOT_IN - 0.18) / total_in, "cosine similarity", **note)
    sheet.save(figure, path)


def _cross(axes: Axes, point_2: np.ndarray, text: str) -> None:
    """A cross on a pixel; its number stands up to the right, or where the scene has room for it."""
    row, col = point_2 + 0.5  # a pixel's centre
    right, bottom = axes.get_xlim()[1], axes.get_ylim()[0]
    axes.plot(col, row, marker="+", ms=11, mew=1.8, color="white", path_effects=[_outline(3.5)])
    offset = (6 if col < 0.93 * right else -15, 4 if row > 0.07 * bottom else -14)
    style: dict[str, Any] = {"textcoords": "offset points", "size": 11, "weight": "bold", "color": "white"}
    axes.annotate(text, (col, row), offset, path_effects=[_outline(2.5)], **style)


def _outline(width: float) -> withStroke:
    return withStroke(linewidth=width, foreground=INK)
