"""The picture of a result: scene, labels, map and confidence side by side, with legend and scale bar.

Draws with matplotlib's object interface (no global state, no window). Knows nothing of how the map was made.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from rasterio.enums import Resampling

from engine.classes.legend import HIGHEST
from engine.language import number, spoken
from engine.output.regions import open_raster
from engine.output.report import composite
from engine.output.report.files import DPI
from engine.output.report.picture_inputs import PictureInputs
from engine.scene.pixel_geometry import PixelGeometry
from engine.scene.raster import Scene
from engine.scene.windows import Window
from engine.words import say

PANEL_PX = 1200
"""Longest side at which rasters are read: what a panel can show."""
FULL_WIDTH_IN, MAX_PANEL_IN = 12.0, 6.5
MARGIN_IN, GAP_IN, CAPTION_IN, HEAD_IN = 0.2, 0.15, 0.34, 0.72
LEGEND_ROW_IN, SWATCH_IN, LETTER_IN, BAR_IN = 0.3, 0.65, 0.09, 1.8
LONGEST_NAME = 22
THINNEST = 1 / 12
"""A scene narrower than this (one row of pixels, say) is drawn this wide all the same, out of scale."""
INK, QUIET, EMPTY = "#1a1a1a", "#666666", "#ececec"
CONFIDENCE_COLOURS = "cividis"  # even in lightness, and for colour-blind eyes


@dataclass(frozen=True)
class _View:
    """The part of the scene that the map covers, and how it is laid on paper."""

    window: Window  # rows, columns
    shape: tuple[int, int]  # rows and columns as read for the picture
    pixel_m: tuple[float, float] | None  # height and width of a scene pixel
    aspect: float  # width / height on paper
    upside_down: bool  # rows run northwards

    @classmethod
    def of(cls, scene: Scene, class_map: Path) -> "_View":
        with open_raster(class_map) as mapped:
            col, row = (round(v) for v in ~scene.transform @ (mapped.transform.c, mapped.transform.f))
            height, width = mapped.shape
        geometry = PixelGeometry.of(scene.crs, scene.transform, (scene.height, scene.width))
        pixel_m = geometry.size_m(row + height / 2, col + width / 2) if geometry else None
        tall, wide = pixel_m or (1.0, 1.0)
        aspect = min(max(width * wide / (height * tall), THINNEST), 1 / THINNEST)
        shrink = min(1.0, PANEL_PX / max(height, width))
        shape = max(round(height * shrink), 1), max(round(width * shrink), 1)
        upside_down = bool(scene.crs) and scene.transform.e > 0
        return cls(((row, row + height), (col, col + width)), shape, pixel_m, aspect, upside_down)

    @property
    def height(self) -> int:
        """Rows of the scene."""
        return self.window[0][1] - self.window[0][0]

    @property
    def width(self) -> int:
        """Columns of the scene."""
        return self.window[1][1] - self.window[1][0]


def draw_picture(inputs: PictureInputs, title: str, subtitle: str, path: Path) -> None:
    """Scene, labels, class map and confidence side by side, with legend and scale bar, as a PNG."""
    view = _View.of(inputs.scene, inputs.map)
    look = composite.choose(inputs.reading.each[0].bands)
    picture_HW4 = composite.render(inputs.scene, inputs.reading, look, view.window, view.shape)
    captions = [look.title, say("Labels"), say("Class map"), *([say("Confidence")] if inputs.confidence else [])]
    figure, panels, foot = _lay_out(view.aspect, len(captions), inputs.legend.names, title, subtitle)
    greyed_HW4 = picture_HW4.copy()
    greyed_HW4[..., :3] = 0.35 + 0.6 * picture_HW4[..., :3].mean(axis=-1, keepdims=True)
    images = [picture_HW4, greyed_HW4, _class_colours(inputs, view)]
    if inputs.confidence:
        images.append(_confidence_colours(inputs.confidence, view))
        _colour_bar(foot)
    for axes, image_HW4, caption in zip(panels, images, captions, strict=True):
        _show(axes, image_HW4, caption, view)
    _scale_bar(panels[0], view)
    _dots(panels[1], inputs, view)
    _legend(foot, inputs.legend.names, inputs.legend.colours)
    figure.savefig(path, dpi=DPI, format="png")


def _lay_out(
    aspect: float, count: int, names: Sequence[str], title: str, subtitle: str
) -> tuple[Figure, list[Axes], Axes]:
    """A figure with `count` panels of this aspect, in a row or stacked if they are wide; and its foot, in inches."""
    columns = count if aspect < 1.9 else 2 if aspect < 4.5 else 1
    width = (FULL_WIDTH_IN - 2 * MARGIN_IN - (columns - 1) * GAP_IN) / columns
    width = min(width, MAX_PANEL_IN * aspect)
    height = width / aspect
    inner_w = columns * width + (columns - 1) * GAP_IN
    total_w = max(inner_w, FULL_WIDTH_IN * 2 / 3) + 2 * MARGIN_IN
    foot_h = LEGEND_ROW_IN * max(math.ceil(len(names) / _legend_columns(total_w, names)), 1) + 0.25
    total_h = HEAD_IN + math.ceil(count / columns) * (height + CAPTION_IN) + foot_h
    figure = Figure(figsize=(total_w, total_h), facecolor="white")
    FigureCanvasAgg(figure)

    def place(x: float, top: float, w: float, h: float) -> Axes:
        return figure.add_axes((x / total_w, 1 - (top + h) / total_h, w / total_w, h / total_h))

    panels = []
    for k in range(count):
        x = MARGIN_IN + k % columns * (width + GAP_IN)
        panels.append(place(x, HEAD_IN + k // columns * (height + CAPTION_IN) + CAPTION_IN, width, height))
    foot = place(0, total_h - foot_h, total_w, foot_h)
    foot.set(xlim=(0, total_w), ylim=(foot_h, 0))
    foot.set_axis_off()
    figure.text(MARGIN_IN / total_w, 1 - 0.36 / total_h, title, size=16, weight="bold", color=INK)
    figure.text(MARGIN_IN / total_w, 1 - 0.64 / total_h, subtitle, size=11, color=QUIET)
    return figure, panels, foot


def _show(axes: Axes, image_HW4: np.ndarray, caption: str, view: _View) -> None:
    """Draw one image in scene pixels; where it is transparent, light hatching says that there is no data."""
    height, width = view.height, view.width
    axes.set_title(spoken(caption), size=11.5, color=INK, loc="left", pad=5)
    axes.add_patch(Rectangle((0, 0), width, height, facecolor=EMPTY, edgecolor="#c4c4c4", hatch="////", linewidth=0))
    axes.imshow(image_HW4, extent=(0, width, height, 0), aspect="auto", interpolation="nearest", zorder=2)
    axes.set(xlim=(0, width), ylim=(0, height) if view.upside_down else (height, 0), xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set(color="#b0b0b0", linewidth=0.6)


def _class_colours(inputs: PictureInputs, view: _View) -> np.ndarray:
    """The class map in colours (H, W, 4)."""
    classes_HW = _read_coarse(inputs.map, view.shape, Resampling.nearest)
    table = np.zeros((HIGHEST + 1, 4))
    for value, colour in inputs.legend.colour_of().items():
        table[value] = (*to_rgb(colour), 1)
    colours_HW4: np.ndarray = table[classes_HW.filled(inputs.legend.nodata)]
    return colours_HW4


def _read_coarse(path: Path, shape: tuple[int, int], resampling: Resampling) -> np.ma.MaskedArray:
    """A result (H, W) at the coarser `shape`, masked where it has no data."""
    with open_raster(path) as source:
        return np.ma.masked_invalid(source.read(1, out_shape=shape, masked=True, resampling=resampling))


def _confidence_colours(path: Path, view: _View) -> np.ndarray:
    confidence_HW = _read_coarse(path, view.shape, Resampling.average)
    colours_HW4 = np.asarray(mpl.colormaps[CONFIDENCE_COLOURS](confidence_HW.filled(0)))
    colours_HW4[..., 3] = ~np.ma.getmaskarray(confidence_HW)
    return colours_HW4


def _dots(axes: Axes, inputs: PictureInputs, view: _View) -> None:
    """The labelled pixels, in random order so that no class hides the others."""
    order = np.random.default_rng(0).permutation(len(inputs.labels_N))
    colours = dict(zip(inputs.legend.head_index, inputs.legend.colours, strict=True))
    size = 16 if len(order) < 500 else 7 if len(order) < 3000 else 3  # points², so that many stay apart
    axes.scatter(
        inputs.cols_N[order] + 0.5 - view.window[1][0],
        inputs.rows_N[order] + 0.5 - view.window[0][0],
        s=size,
        c=[colours[k] for k in inputs.labels_N[order].tolist()],
        edgecolors=INK if size > 10 else "none",
        linewidths=0.5,
        zorder=3,
    )


def _scale_bar(axes: Axes, view: _View) -> None:
    """A bar of a round length near a quarter of the panel's width, where the pixel size is known."""
    if view.pixel_m is None:
        return
    length_m = round_length(view.width * view.pixel_m[1] / 4)
    text = f"{number(length_m / 1000, 'g')} km" if length_m >= 1000 else f"{number(length_m, 'g')} m"
    width_in, height_in = axes.bbox.width / axes.figure.dpi, axes.bbox.height / axes.figure.dpi
    left, right = 0.12 / width_in, 0.12 / width_in + length_m / (view.width * view.pixel_m[1])
    bar_y, text_y = 0.12 / height_in, 0.18 / height_in
    style: dict[str, Any] = {"color": "white", "zorder": 4, "transform": axes.transAxes}
    axes.plot([left, right], [bar_y] * 2, lw=2.5, solid_capstyle="butt", path_effects=[_outline(4.5)], **style)
    axes.text(left, text_y, text, size=11, path_effects=[_outline(2.5)], **style)


def _outline(width: float) -> withStroke:
    return withStroke(linewidth=width, foreground=INK)


def round_length(length_m: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is at most `length_m`."""
    power = 10.0 ** math.floor(math.log10(length_m))
    return float(max(step for step in (1, 2, 5) if step * power <= length_m * (1 + 1e-9)) * power)


def _name_in(names: Sequence[str]) -> float:
    """Width of one entry of the legend."""
    return SWATCH_IN + LETTER_IN * min(max(map(len, names)), LONGEST_NAME)


def _legend_columns(width_in: float, names: Sequence[str]) -> int:
    """How many names fit beside each other, left of the colour bar and its caption."""
    return max(int((width_in - BAR_IN - 1.1 - 2 * MARGIN_IN) / _name_in(names)), 1)


def _legend(foot: Axes, names: Sequence[str], colours: Sequence[str]) -> None:
    columns = _legend_columns(foot.get_xlim()[1], names)
    for k, (name, colour) in enumerate(zip(names, colours, strict=True)):
        x, y = MARGIN_IN + k % columns * _name_in(names), 0.2 + k // columns * LEGEND_ROW_IN
        foot.add_patch(Rectangle((x, y - 0.08), 0.26, 0.17, facecolor=colour, edgecolor="#00000040"))
        foot.text(x + 0.34, y, shortened(name, LONGEST_NAME), size=11, color=INK, va="center")


def _colour_bar(foot: Axes) -> None:
    right = foot.get_xlim()[1] - MARGIN_IN
    ramp = np.linspace(0, 1, 256)[None]
    left = right - BAR_IN
    foot.imshow(ramp, cmap=CONFIDENCE_COLOURS, extent=(left, right, 0.2, 0.09), aspect="auto")
    for share, align in ((0, "left"), (0.5, "center"), (1, "right")):
        foot.text(left + share * BAR_IN, 0.31, number(share, "g"), size=10, color=QUIET, ha=align, va="center")
    foot.text(left - 0.1, 0.15, spoken(say("confidence")), size=10, color=QUIET, ha="right", va="center")


def shortened(text: str, length: int) -> str:
    """`text`, cut to `length` characters where it is longer: in its middle, as names often differ at their ends."""
    tail = length // 3
    return text if len(text) <= length else f"{text[: length - 1 - tail]}…{text[-tail:]}"
