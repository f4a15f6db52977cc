"""The confusion matrix as a figure: rows are the truth, columns the map.

Knows counts and names only.
"""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from engine.language import number, sentence, spoken
from engine.output.report.files import DPI
from engine.output.report.pictures import EMPTY, INK, QUIET, shortened
from engine.words import say

TITLE, EXPLAINED = say("Confusion matrix"), say("Rows: truth. Columns: map.")
PRECISION, RECALL = say("precision"), say("recall")
LONGEST_NAME = 32
MANY_CLASSES = 12
"""From more classes on, cells shrink and zeros are left out: what is confused stands out of 900 cells."""
CELL_IN, SMALL_CELL_IN = 0.72, 0.38
SIZE_PT, SMALL_SIZE_PT = 11.0, 9.0
"""Of letters. Thirty classes make a figure of 15 inches; on a page of 1150 pixels 9 points are still 9 pixels high."""
EDGE_IN, GAP_IN, LINE_IN = 0.2, 0.12, 0.22


def draw_confusion(counts_KK: np.ndarray, names: Sequence[str], caption: str, path: Path) -> None:
    """Write the figure of `figure_of` as a PNG."""
    figure_of(counts_KK, names, caption).savefig(path, dpi=DPI, format="png")


def figure_of(counts_KK: np.ndarray, names: Sequence[str], caption: str) -> Figure:
    """Counts in every cell, shaded by the row's share; recall to the right of each row, precision below each column.

    A class without truth has a grey row: nothing is known of it.
    """
    classes = len(names)
    many = classes > MANY_CLASSES
    cell, size = (SMALL_CELL_IN, SMALL_SIZE_PT) if many else (CELL_IN, SIZE_PT)
    labels = [shortened(name, LONGEST_NAME) for name in names]
    name_in = max(width_in(label, size) for label in labels)
    side, left, right = classes * cell, max(name_in, width_in(spoken(PRECISION), size)) + 2 * GAP_IN + EDGE_IN, 0.85
    width = max(left + side + right, 4.2)
    said = textwrap.wrap(sentence(caption), int((width - 2 * EDGE_IN) * 12.5))
    above = 1.05 + LINE_IN * (1 + len(said))
    height = above + side + 0.4 + 0.72 * name_in + 2 * EDGE_IN  # names below run at 45 degrees
    figure = Figure(figsize=(width, height), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((left / width, 1 - (above + side) / height, side / width, side / height))
    _cells(axes, counts_KK, size, zeros=not many)
    _margins(axes, counts_KK, size, cell)
    axes.set_xticks(range(classes), labels, rotation=45, ha="right", rotation_mode="anchor", size=size)
    axes.set_yticks(range(classes), labels, size=size)
    axes.tick_params(length=0, colors=INK, pad=6)
    axes.tick_params(axis="x", pad=0.42 * 72)
    axes.spines[:].set_visible(False)
    figure.text(EDGE_IN / width, 1 - 0.35 / height, spoken(TITLE), size=13, weight="bold", color=INK)
    for line, text in enumerate([*said, spoken(EXPLAINED)]):
        figure.text(EDGE_IN / width, 1 - (0.6 + line * LINE_IN) / height, text, size=10, color=QUIET)
    return figure


def width_in(text: str, size_pt: float) -> float:
    """How wide `text` is drawn, in inches."""
    figure = Figure(dpi=72)
    FigureCanvasAgg(figure)
    return figure.text(0, 0, text, size=size_pt).get_window_extent().width / 72


def _cells(axes: Axes, counts_KK: np.ndarray, size: float, zeros: bool) -> None:
    share_KK = _ratio(counts_KK, counts_KK.sum(axis=1, keepdims=True))
    axes.imshow(np.nan_to_num(share_KK), cmap="Blues", vmin=0, vmax=1)
    for row in np.flatnonzero(counts_KK.sum(axis=1) == 0):
        axes.add_patch(Rectangle((-0.5, row - 0.5), len(counts_KK), 1, color=EMPTY, linewidth=0))
    for (row, column), count in np.ndenumerate(counts_KK.round().astype(int)):
        if count or (zeros and counts_KK[row].any()):
            ink = "white" if share_KK[row, column] > 0.55 else INK if count else "#8a8a8a"
            axes.text(column, row, _brief(int(count)), ha="center", va="center", size=size, color=ink)


def _brief(count: int) -> str:
    """A count in at most four letters up to a billion, so that it fits its cell."""
    if count < 10_000:
        return str(count)
    if count < 999_500:
        return f"{count / 1000:.0f}k"
    return f"{number(count / 1e6, '.1f' if count < 9_950_000 else '.0f')}M"


def _margins(axes: Axes, counts_KK: np.ndarray, size: float, cell: float) -> None:
    """Recall beside the rows, precision below the columns, in per cent; neither where there is no truth."""
    classes, hits_K, truth_K = len(counts_KK), np.diag(counts_KK), counts_KK.sum(axis=1)
    recall_K, precision_K = _ratio(hits_K, truth_K), _ratio(hits_K, counts_KK.sum(axis=0) * (truth_K > 0))
    beside, below = classes - 0.5 + 0.4 / cell, classes - 0.5 + 0.22 / cell
    style: dict[str, Any] = {"size": size, "color": QUIET, "ha": "center", "va": "center"}
    for k in range(classes):
        axes.text(beside, k, _percent(recall_K[k]), **style)
        axes.text(k, below, _percent(precision_K[k]), **style)
    axes.text(beside, -0.5 - 0.16 / cell, spoken(RECALL), **style)
    axes.text(-0.5 - GAP_IN / cell, below, spoken(PRECISION), **(style | {"ha": "right"}))


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """`part` / `whole`, NaN where there is nothing."""
    ratio: np.ndarray = part / np.where(whole > 0, whole, np.nan)
    return ratio


def _percent(share: float) -> str:
    """Whole per cent; 100 only where nothing is wrong."""
    return "–" if np.isnan(share) else number(share if share == 1 else min(share, 0.99), ".0%")
