"""Loss by sensor, learning rate and speed over the steps of a run, as its log says them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from scipy.ndimage import gaussian_filter1d
from scipy.optimize import isotonic_regression

from engine.classes.palette import COLOURS
from engine.language import number
from engine.output.report.pictures import INK, QUIET
from training.data.catalogue_entry import MODALITIES
from training.pictures import sheet

HEIGHT_IN = 4.2
BOXES = ((0.06, 0.14, 0.515, 0.67), (0.82, 0.57, 0.145, 0.24), (0.82, 0.14, 0.145, 0.24))
"""Loss, learning rate and speed on the sheet: left, bottom, width and height as shares."""
LINES = tuple(colour for colour in COLOURS if colour != "#F0E442")  # yellow is no line on white
SMOOTHING = 1 / 80
"""Standard deviation of the smoothing of a curve as a share of its length."""
LEAST_SMOOTHING = 1.5  # values; fewer do not quieten a curve
LABEL_GAP = 0.085  # from one label at the ends of curves to the next, as a share of the axes' height
ALL = "all"


def loss_curves(log: Sequence[Mapping[str, Any]], path: Path, title: str = "Pre-training") -> None:
    """Draw loss by sensor, learning rate and images per second of a log as `training.log.read` gives it.

    Raises:
        OutputError: the file cannot be written.
    """
    figure = sheet.blank(HEIGHT_IN)
    last = max((line["step"] for line in log), default=0)
    margin, top = sheet.MARGIN_IN / sheet.WIDTH_IN, 1 - 0.32 / HEIGHT_IN
    figure.text(margin, top, title, size=14, weight="bold", color=INK)
    steps = f"{last:,} steps" if log else "nothing is logged yet"
    figure.text(1 - margin, top, steps, size=10.5, color=QUIET, ha="right")
    captions = ("Loss by sensor", "Learning rate", "Images per second")
    losses, rate, speed = (plain(figure, box, text, last) for box, text in zip(BOXES, captions, strict=True))
    losses.set_xlabel("step", size=9.5, color=QUIET)
    _draw_losses(losses, log)
    steps_N, rate_N = series(log, "lr")
    curve(rate, steps_N, rate_N, INK)
    peak = rate_N.max(initial=0) or 1.0
    rate.set(ylim=(0, 1.1 * peak), yticks=[0, peak], yticklabels=["0", f"{peak:.2g}"])
    steps_N, speed_N = series(log, "images_per_s")
    raw(speed, steps_N, speed_N, INK)
    curve(speed, steps_N, smooth(speed_N), INK)
    usual, high = np.percentile(speed_N, (50, 99)) if speed_N.size else (1.0, 1.0)
    speed.set(ylim=(0, 1.1 * high or 1), yticks=[0, usual], yticklabels=["0", f"{usual:,.0f}"])
    sheet.save(figure, path)


def _draw_losses(axes: Axes, log: Sequence[Mapping[str, Any]]) -> None:
    """Each sensor's curve, smoothed over its raw values, with its name and last value at its end."""
    named = {name for line in log for name in line.get("losses") or ()}
    order = (*MODALITIES, *sorted(named.difference(MODALITIES)), ALL)  # a sensor has its colour in every run
    colours = {name: LINES[k % len(LINES)] for k, name in enumerate(order)}
    lines = {name: series(log, "losses", name) for name in order if name in named} or {ALL: series(log, "loss")}
    lines = {name: line for name, line in lines.items() if line[0].size}
    if not lines:
        return
    for name, (steps_N, values_N) in lines.items():
        raw(axes, steps_N, values_N, colours[name])
    calm = {name: smooth(values_N) for name, (_, values_N) in lines.items()}
    for name, smooth_N in calm.items():
        curve(axes, lines[name][0], smooth_N, colours[name], width=1.8)
    _limit(axes, np.concatenate([values_N for _, values_N in lines.values()]), np.concatenate(list(calm.values())))
    ends = [(name, float(lines[name][0][-1]), float(smooth_N[-1])) for name, smooth_N in calm.items()]
    _label_ends(axes, ends, colours)


def _limit(axes: Axes, raw_N: np.ndarray, smooth_N: np.ndarray) -> None:
    """Room for the curves and for most raw values: a few wild ones would press all others into a corner."""
    low = min(smooth_N.min(), np.percentile(raw_N, 1))
    high = max(np.percentile(smooth_N, 99.5), np.percentile(raw_N, 99))
    pad = 0.05 * (high - low) or 0.1 * abs(high) or 1.0
    axes.set_ylim(low - pad, high + pad)


def _label_ends(axes: Axes, ends: Sequence[tuple[str, float, float]], colours: Mapping[str, str]) -> None:
    """Name and value beside the end of each curve, apart where they would touch; a thin line leads there."""
    low, high = axes.get_ylim()
    ends = sorted(ends, key=lambda end: end[2])
    places = spread([(value - low) / (high - low) for *_, value in ends], LABEL_GAP)
    style: dict[str, Any] = {"transform": axes.get_yaxis_transform(), "clip_on": False}
    text: dict[str, Any] = {"transform": axes.transAxes, "va": "center", "size": 10.5}
    for (name, step, value), place in zip(ends, places, strict=True):
        x, y = step / axes.get_xlim()[1], min(value, high)
        axes.plot([x, 1.015, 1.045], [y, y, low + place * (high - low)], color=colours[name], lw=0.8, **style)
        axes.plot(x, y, marker="o", ms=4.5, color=colours[name], **style)
        axes.text(1.06, place, name, weight="bold", color=INK, **text)
        axes.text(1.31, place, f"{value:.3f}", color=QUIET, ha="right", **text)


def spread(wanted: Sequence[float], gap: float) -> np.ndarray:
    """Places from 0 to 1 as near the `wanted` ones (ascending) as a distance of `gap` between them lets them be.

    Without the gaps below it, a place may only grow from one to the next: an isotonic regression.
    """
    gaps = gap * np.arange(len(wanted))
    free = isotonic_regression(np.array(wanted) - gaps).x
    places: np.ndarray = np.clip(free, 0, max(1 - gap * (len(wanted) - 1), 0)) + gaps
    return places


def series(log: Sequence[Mapping[str, Any]], *keys: str) -> tuple[np.ndarray, np.ndarray]:
    """Steps and values of what stands under `keys`, without the lines that have no finite number there."""
    pairs = [(line["step"], value) for line in log if (value := _under(line, keys)) is not None]
    table = np.array(pairs, float).reshape(-1, 2)
    steps_N, values_N = table[np.isfinite(table[:, 1])].T
    return steps_N, values_N


def _under(line: Mapping[str, Any], keys: Sequence[str]) -> float | None:
    value: Any = line
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, float | int) else None


def smooth(values_N: np.ndarray) -> np.ndarray:
    """A running mean with Gaussian weights, which at the ends are shared among the values that there are."""
    sigma = max(SMOOTHING * len(values_N), LEAST_SMOOTHING)
    weights_N = gaussian_filter1d(np.ones(len(values_N)), sigma, mode="constant")
    smooth_N: np.ndarray = gaussian_filter1d(values_N, sigma, mode="constant") / weights_N
    return smooth_N


def raw(axes: Axes, steps_N: np.ndarray, values_N: np.ndarray, colour: str) -> None:
    """Values as they are, faint."""
    axes.plot(steps_N, values_N, color=colour, lw=0.7, alpha=0.25)


def curve(axes: Axes, steps_N: np.ndarray, values_N: np.ndarray, colour: str, width: float = 1.4) -> None:
    """A line; a single value is a dot."""
    if len(values_N) == 1:
        axes.plot(steps_N, values_N, color=colour, marker="o", ms=4.5, clip_on=False)
    axes.plot(steps_N, values_N, color=colour, lw=width)


def plain(figure: Figure, box: tuple[float, float, float, float], caption: str, last: int) -> Axes:
    """Axes with nothing that is not needed: two spines, a faint grid, few ticks."""
    axes = figure.add_axes(box)
    axes.set_title(caption, size=11, color=INK, loc="left", pad=8)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set(color="#b0b0b0", linewidth=0.8)
    axes.grid(axis="y", color="#ececec", lw=0.8)
    axes.set_axisbelow(True)
    axes.set_xlim(0, max(last, 1))
    axes.tick_params(length=0, labelsize=9.5, labelcolor=QUIET, pad=5)
    wide = box[2] > 0.3
    axes.xaxis.set_major_locator(MaxNLocator(4 if wide else 2, integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda step, _: number(step, ",.0f")))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, ".6g")))
    return axes
