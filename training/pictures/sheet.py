"""What all pictures of a run share: the paper, places on it in inches, and writing it down.

matplotlib's object interface: no global state, no window.
"""

from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from torch import Tensor

from engine.output.output_names import PICTURE
from engine.output.staging import Outputs, disk_errors

DPI = 150
WIDTH_IN = 10.0
"""With `DPI` 1500 pixels: sharp in a README column of 900 on most screens, and about a megabyte of imagery."""
MARGIN_IN = 0.2

Array = np.ndarray | Tensor


def blank(height: float) -> Figure:
    """An empty white sheet of `WIDTH_IN`."""
    figure = Figure(figsize=(WIDTH_IN, height), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def place(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Axes for an image at a place in inches from the sheet's upper left corner."""
    total_w, total_h = figure.get_size_inches()
    axes = figure.add_axes((left / total_w, 1 - (top + height) / total_h, width / total_w, height / total_h))
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(color="#b0b0b0", linewidth=0.6)
    return axes


def save(figure: Figure, path: Path) -> None:
    """Write the sheet as a PNG, which appears when it is complete, instead of what stood there.

    Raises:
        OutputError: the file cannot be written.
    """
    with Outputs([], overwrite=True) as outputs, disk_errors(path):
        figure.savefig(outputs.stage(path, PICTURE), dpi=DPI, format="png")


def numbers(x: Array) -> np.ndarray:
    """`x` as float32 in main memory, wherever it is."""
    return x.detach().float().cpu().numpy() if isinstance(x, Tensor) else np.asarray(x, np.float32)
