"""What a fine-tuned model answers for chips that were held out, beside the chip and what the labels say."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from engine.classes.palette import colours_of
from engine.language import spoken
from engine.output.report import composite
from engine.output.report.composite import STRETCH_PERCENT
from engine.output.report.pictures import EMPTY, INK, QUIET, shortened
from engine.sensors import Band, MatchedBand
from engine.words import say
from training.pictures import sheet
from training.pictures.reconstructions import picked, stretched
from training.pictures.sheet import MARGIN_IN, WIDTH_IN, Array

CAPTIONS = (say("scene"), say("labels"), say("model"))
TOP_IN, GAP_IN, LEGEND_IN, TEXT_IN = 0.34, 0.06, 0.3, 0.22
MAP_COLUMNS, CHIP_COLUMNS = 2, 6
LEGEND_COLUMNS = 6
LONGEST = 24  # letters below a chip
VALUES = "viridis"


@dataclass(frozen=True)
class Example:
    """One chip, what is true of it, and the answer.

    Attributes:
        bands, x_CHW, valid_HW: the chip in z-scores.
        truth, answer: (H, W) class numbers or values, NaN where unlabelled; or words, for a chip as a whole.
    """

    bands: tuple[Band, ...]
    x_CHW: Array
    valid_HW: Array
    truth: np.ndarray | str
    answer: np.ndarray | str


def map_examples(
    examples: Sequence[Example], names: Sequence[str], colours: dict[str, str], values: bool, path: Path
) -> None:
    """Draw chip, labels and answer side by side, in the colours of the map, or as values.

    Raises:
        OutputError: the file cannot be written.
    """
    columns = min(MAP_COLUMNS, len(examples))
    group_in = (WIDTH_IN - 2 * MARGIN_IN - (columns - 1) * 4 * GAP_IN) / columns
    side_in = (group_in - 2 * GAP_IN) / 3
    rows = ceil(len(examples) / columns)
    legend_in = LEGEND_IN * ceil(len(names) / LEGEND_COLUMNS)
    height = TOP_IN + rows * (side_in + GAP_IN) + legend_in + MARGIN_IN / 2
    figure = sheet.blank(height)
    known = [x for e in examples for x in (e.truth, e.answer) if not isinstance(x, str)]
    limits = np.nanpercentile(np.concatenate([x.ravel() for x in known]), (1, 99)) if values else (0.0, 1.0)
    palette = np.array([to_rgb(colour) for colour in colours_of(names, colours)])
    shown = pictures(examples)
    for number, example in enumerate(examples):
        left = MARGIN_IN + number % columns * (group_in + 4 * GAP_IN)
        top = TOP_IN + number // columns * (side_in + GAP_IN)
        for place, caption in enumerate(CAPTIONS):
            x = left + place * (side_in + GAP_IN)
            axes = sheet.place(figure, x, top, side_in, side_in)
            if place == 0:
                axes.imshow(shown[number])
            else:
                answer = (example.truth, example.answer)[place - 1]
                _show(axes, answer, palette, values, (float(limits[0]), float(limits[1])))
            if number < columns:
                figure.text(x / WIDTH_IN, 1 - 0.24 / height, spoken(caption), size=10, color=QUIET)
    for number, name in enumerate(names if not values else ()):
        x = (MARGIN_IN + number % LEGEND_COLUMNS * (WIDTH_IN - 2 * MARGIN_IN) / LEGEND_COLUMNS) / WIDTH_IN
        y = (legend_in - number // LEGEND_COLUMNS * LEGEND_IN - 0.1) / height
        figure.text(x, y, "■", size=11, color=tuple(palette[number]))
        figure.text(x + 0.018, y, name[:22], size=9.5, color=INK)
    if values:
        low, high = map(float, limits)
        text = spoken(say("{name}: {low:.3g} (dark) to {high:.3g} (bright)", name=names[0], low=low, high=high))
        figure.text(MARGIN_IN / WIDTH_IN, 0.12 / height, text, size=9.5, color=INK)
    sheet.save(figure, path)


def _show(axes: Axes, shown: np.ndarray | str, palette: np.ndarray, values: bool, limits: tuple[float, float]) -> None:
    assert not isinstance(shown, str)  # nosec B101
    if values:
        axes.imshow(shown, cmap=VALUES, vmin=limits[0], vmax=limits[1])
        return
    known_HW = np.isfinite(shown)
    colours_HW3 = np.broadcast_to(to_rgb(EMPTY), (*shown.shape, 3)).copy()
    colours_HW3[known_HW] = palette[shown[known_HW].astype(int)]
    axes.imshow(colours_HW3, interpolation="nearest")


def chip_examples(examples: Sequence[Example], path: Path) -> None:
    """Draw chips with what they show and, where that differs, in orange what the model says.

    Raises:
        OutputError: the file cannot be written.
    """
    side_in = (WIDTH_IN - 2 * MARGIN_IN - (CHIP_COLUMNS - 1) * 2 * GAP_IN) / CHIP_COLUMNS
    row_in = side_in + 2 * TEXT_IN
    height = MARGIN_IN + ceil(len(examples) / CHIP_COLUMNS) * row_in
    figure = sheet.blank(height)
    shown = pictures(examples)
    for number, example in enumerate(examples):
        left = MARGIN_IN + number % CHIP_COLUMNS * (side_in + 2 * GAP_IN)
        top = MARGIN_IN + number // CHIP_COLUMNS * row_in
        sheet.place(figure, left, top, side_in, side_in).imshow(shown[number])
        right = example.truth == example.answer
        said = "" if right else str(example.answer)
        for line, text in enumerate((str(example.truth), said)):
            y = 1 - (top + side_in + (line + 0.75) * TEXT_IN) / height
            figure.text(left / WIDTH_IN, y, shortened(text, LONGEST), size=9, color=QUIET if line == 0 else "#D55E00")
    sheet.save(figure, path)


def pictures(examples: Sequence[Example]) -> list[np.ndarray]:
    """The chips in colours (H, W, 3), all with one stretch: calm water must not look like noise."""
    look = composite.choose([MatchedBand(k, band, "") for k, band in enumerate(examples[0].bands, 1)])
    chips = [picked(example.x_CHW, look) for example in examples]
    valid = [sheet.numbers(example.valid_HW) > 0 for example in examples]
    seen_NC = np.concatenate([chip[ok] for chip, ok in zip(chips, valid, strict=True)])
    limits = np.percentile(
        seen_NC if len(seen_NC) else chips[0].reshape(-1, chips[0].shape[-1]), STRETCH_PERCENT, axis=0
    )
    return [
        np.where(ok[..., None], stretched(chip, limits), to_rgb(EMPTY)) for chip, ok in zip(chips, valid, strict=True)
    ]
