"""What a person reads of a cleaned map: a page, a picture of both maps side by side, and the facts as JSON.

Decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from engine.classes.legend import Legend
from engine.language import number, sentence, spoken
from engine.output.regions import open_raster
from engine.output.report.files import facts_text, write_files
from engine.output.report.markup import bullets, document, section, swatch, table, text
from engine.output.report.pictures import EMPTY, INK, LONGEST_NAME, QUIET, shortened
from engine.words import say

PAGE, FACTS, PICTURE = FILES = ("clean.html", "clean.json", "clean.png")
DETAIL_PX = 400
"""Side of the part that is shown pixel by pixel."""
PANEL_IN = 5.5


@dataclass(frozen=True)
class Pictures:
    """The maps before and after, by path, and what their values mean."""

    before: Path
    after: Path
    old: Legend
    new: Legend


def write(folder: Path, facts: Mapping[str, Any], pictures: Pictures) -> dict[str, str]:
    """Write the `FILES` into a folder; their paths by "html", "json" and "picture".

    Raises:
        OutputError: the folder cannot be written.
    """
    picture = figure_of(pictures)
    return write_files(
        folder, {"html": (PAGE, _page(facts)), "json": (FACTS, facts_text(facts)), "picture": (PICTURE, picture)}
    )


def figure_of(pictures: Pictures) -> Figure:
    """The middle of the map, before and after, pixel by pixel."""
    figure = Figure(figsize=(2 * PANEL_IN + 0.6, PANEL_IN + 1.2), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, 2)
    told = ((say("Before"), pictures.before, pictures.old), (say("After"), pictures.after, pictures.new))
    for panel, (title, path, legend) in zip(axes, told, strict=True):
        panel.imshow(_painted(path, legend), interpolation="nearest")
        panel.set_title(spoken(title), size=12, color=INK, loc="left")
        panel.set_xticks([])
        panel.set_yticks([])
    named = zip(pictures.new.names, pictures.new.colours, strict=True)
    figure.legend(
        handles=[Patch(color=colour, label=shortened(name, LONGEST_NAME)) for name, colour in named],
        loc="lower center", ncols=min(6, len(pictures.new.names)), frameon=False, labelcolor=QUIET,
    )  # fmt: skip
    rows = -(-len(pictures.new.names) // 6)
    figure.subplots_adjust(left=0.02, right=0.98, top=0.93, bottom=0.04 + 0.045 * rows, wspace=0.03)
    return figure


def _painted(path: Path, legend: Legend) -> np.ndarray:
    """The middle of a map in its colours (H, W, 3)."""
    with open_raster(path) as source:
        rows, cols = (
            (max(0, (side - DETAIL_PX) // 2), min(side, (side - DETAIL_PX) // 2 + DETAIL_PX)) for side in source.shape
        )
        values_HW = source.read(1, window=(rows, cols))
    painted_HWC = np.full((*values_HW.shape, 3), to_rgb(EMPTY))
    for value, colour in legend.colour_of().items():
        painted_HWC[values_HW == value] = to_rgb(colour)
    return painted_HWC


def summary(facts: Mapping[str, Any]) -> str:
    """How much has changed, in a sentence."""
    return say("{changed:.1%} of the map have another class than before", changed=facts["changed"])


def _page(facts: Mapping[str, Any]) -> str:
    title = say("{map}, cleaned", map=facts["map"])
    size = facts["min_area"] or say("none")
    about = say("Minimum area: {size}. {created}", size=size, created=facts["created"])
    return document(
        spoken(title),
        [
            f"<h1>{text(title)}</h1><p class='quiet'>{text(about)}</p>",
            f"<p class='score'>{text(sentence(summary(facts)))}</p>",
            f"<img src='{PICTURE}' alt='{text(say('The middle of the map, before and after'))}'>",
            section(say("Warnings"), bullets(facts["warnings"])),
            section(say("Areas"), _areas(facts["classes"])),
        ],
    )


def _areas(classes: list[Mapping[str, Any]]) -> str:
    known = all(each["before_ha"] is not None for each in classes)
    unit = "ha" if known else "pixels"
    before, after = (
        (say("Before (ha)"), say("After (ha)")) if known else (say("Before (pixels)"), say("After (pixels)"))
    )
    rows = [
        [
            swatch(each["name"], each["colour"]),
            text(each["value"]),
            text(each["made_of"]),
            number(each[f"before_{unit}"], ",.2f" if known else ",d"),
            number(each[f"after_{unit}"], ",.2f" if known else ",d"),
        ]
        for each in classes
    ]
    return table([map(text, (say("Class"), say("Value"), say("Made of"), before, after)), *rows])
