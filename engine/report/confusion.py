"""The confusion matrix as a figure: rows are the truth, columns the map.

Knows counts and names only.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from engine.report.pictures import DPI, INK, LETTER_IN, LONGEST_NAME, QUIET, shortened

CELL_IN, SMALL_CELL_IN = 0.72, 0.46
MANY_CLASSES = 12


def draw_confusion(counts_KK: np.ndarray, names: Sequence[str], caption: str, path: Path) -> None:
    """Counts in every cell, shaded by the row's share; recall to the right of each row, precision below each column."""
    classes = len(names)
    cell = CELL_IN if classes <= MANY_CLASSES else SMALL_CELL_IN
    labels = [shortened(name, LONGEST_NAME) for name in names]
    side, margin = classes * cell, 0.45 + LETTER_IN * max(map(len, labels))
    width, height = margin + side + 1.1, side + 0.72 * margin + 1.55  # names below run at 45 degrees
    width = max(width, LETTER_IN * len(caption) + 0.6)
    figure = Figure(figsize=(width, height), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((margin / width, 1 - (1.0 + side) / height, side / width, side / height))
    share_KK = _ratio(counts_KK, counts_KK.sum(axis=1, keepdims=True))
    axes.imshow(np.nan_to_num(share_KK), cmap="Blues", vmin=0, vmax=1)
    size = 11 if classes <= MANY_CLASSES else 8
    for (row, column), count in np.ndenumerate(counts_KK):
        ink = "white" if share_KK[row, column] > 0.55 else INK if count else "#b0b0b0"
        axes.text(column, row, f"{count:,}", ha="center", va="center", size=size, color=ink)
    _margins(axes, counts_KK, size)
    axes.set_xticks(range(classes), labels, rotation=45, ha="right", rotation_mode="anchor", size=size)
    axes.set_yticks(range(classes), labels, size=size)
    axes.tick_params(length=0, colors=INK, pad=6)
    axes.tick_params(axis="x", pad=0.42 * 72)
    axes.spines[:].set_visible(False)
    figure.text(0.2 / width, 1 - 0.32 / height, "Rows: truth   ·   Columns: map", size=13, weight="bold", color=INK)
    figure.text(0.2 / width, 1 - 0.58 / height, caption, size=10, color=QUIET)
    figure.savefig(path, dpi=DPI, format="png")


def _margins(axes: Axes, counts_KK: np.ndarray, size: int) -> None:
    """Recall beside the rows, precision below the columns, in per cent."""
    classes, hits_K = len(counts_KK), np.diag(counts_KK)
    style: dict[str, Any] = {"size": size, "color": QUIET, "ha": "center", "va": "center"}
    for k in range(classes):
        axes.text(classes + 0.05, k, _percent(_ratio(hits_K, counts_KK.sum(axis=1))[k]), **style)
        axes.text(k, classes - 0.15, _percent(_ratio(hits_K, counts_KK.sum(axis=0))[k]), **style)
    axes.text(classes + 0.05, -0.75, "recall", **style)
    axes.text(-0.65, classes - 0.15, "precision", **(style | {"ha": "right"}))


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """`part` / `whole`, NaN where there is nothing."""
    ratio: np.ndarray = part / np.where(whole > 0, whole, np.nan)
    return ratio


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{share:.0%}"
