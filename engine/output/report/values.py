"""What a person reads of a map of values: a page, a picture of held-out values and of the map, and the facts as JSON.

Decides nothing.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from engine.fewlabel.numbers import NumberValidation
from engine.language import number, sentence, spoken
from engine.output.regions import open_raster
from engine.output.report.files import facts_text, write_files
from engine.output.report.markup import bullets, document, section, table, text
from engine.output.report.page import KEYS
from engine.output.report.pictures import INK, PANEL_PX
from engine.words import say

PAGE, FACTS, PICTURE = FILES = ("values.html", "values.json", "values.png")


def write(folder: Path, facts: Mapping[str, Any], validation: NumberValidation, map_path: Path) -> dict[str, str]:
    """Write the `FILES` into a folder; their paths by "html", "json" and "picture".

    Raises:
        OutputError: the folder cannot be written.
    """
    picture = figure_of(facts, validation, map_path)
    return write_files(
        folder, {"html": (PAGE, _page(facts)), "json": (FACTS, facts_text(facts)), "picture": (PICTURE, picture)}
    )


def figure_of(facts: Mapping[str, Any], validation: NumberValidation, map_path: Path) -> Figure:
    """The map, and values that were held out beside what was mapped there."""
    figure = Figure(figsize=(12, 5.4), facecolor="white")
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
    with open_raster(map_path) as source:
        smaller = max(1.0, max(source.shape) / PANEL_PX)
        shape = tuple(max(1, round(side / smaller)) for side in source.shape)
        shown = left.imshow(source.read(1, out_shape=shape), cmap="viridis", interpolation="nearest")
    left.set_title(facts["field"], loc="left", color=INK)
    left.set_axis_off()
    figure.colorbar(shown, ax=left, shrink=0.8)
    truth_X, mapped_X = validation.truth_X, validation.mapped_X
    right.scatter(truth_X, mapped_X, s=60 * np.sqrt(validation.count_X / validation.count_X.max()), alpha=0.4, lw=0)
    ends = [min(truth_X.min(), mapped_X.min()), max(truth_X.max(), mapped_X.max())]
    right.plot(ends, ends, color=INK, linewidth=0.8)
    right.set_xlabel(spoken(say("measured")))
    right.set_ylabel(spoken(say("mapped, held out")))
    right.set_title(sentence(summary(facts)), loc="left", size=10, color=INK)
    figure.tight_layout()
    return figure


def summary(facts: Mapping[str, Any]) -> str:
    """How good the map is, in a sentence."""
    return say(
        "R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:+.2g}, from {count:,} held-out pixels",
        r2=facts["r2"],
        rmse=facts["rmse"],
        bias=facts["bias"],
        count=facts["held_out"],
    )


def _page(facts: Mapping[str, Any]) -> str:
    title = say("{field} of {scene}", field=facts["field"], scene=facts["scene"])
    told = say(
        "Points were held out as far from the others as the map is from the points. An interval holds the value of a "
        "pixel with a probability of {confidence:.0%}, if the errors at the points are typical of the map.",
        confidence=facts["confidence"],
    )
    trust = [[text(KEYS.get(name, name)), number(share, ".0%")] for name, share in facts["trust"].items()]
    return document(
        spoken(title),
        [
            f"<h1>{text(title)}</h1><p class='quiet'>{text(facts['created'])}</p>",
            f"<p class='score'>{text(sentence(summary(facts)))}</p>",
            f"<img src='{PICTURE}' alt='{text(say('The map, and held-out values'))}'>",
            section(say("Warnings"), bullets(facts["warnings"])),
            section(say("How this was found"), f"<p>{text(told)}</p>{table(trust, heading=False)}"),
        ],
    )
