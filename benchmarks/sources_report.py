"""`sources.md` and `sources.png` from the results of `benchmarks/sources.py`. Knows numbers, no scenes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from training.pictures.method_colours import colours_of_methods

Result = dict[str, Any]
NEAR, FAR = "near", "far"
OURS, TREES = "ours", "extra-trees"


def write_report(results: Sequence[Result], draws: int, folder: Path) -> None:
    """Write the page and its figure."""
    groups = list(dict.fromkeys(result["group"] for result in results))
    page = [
        "# Several sources: radar, heights and dates beside Sentinel-2",
        "",
        "This page shows what further sources of a place bring where few pixels are labelled, and what noise costs.",
        "",
        "![Macro-F1 of each choice of sources, by regime and points](sources.png)",
        "",
        "`python -m benchmarks.sources` repeats the measurement and writes this page.",
        "",
        f"Macro-F1 on pixels without labels, mean over places and {draws} draws. *Near*: points of "
        "each class are drawn from one colour of a checkerboard of 32-pixel blocks, and the other colour is scored. "
        "*Far*: points are drawn on one side of the scene, and the opposite side is scored. Extra-trees learn from the "
        "values of the same pixels.",
    ]
    for group in groups:
        page += ["", f"## {group[0].upper()}{group[1:]}", "", *_NOTES[group], "", *_tables(results, group)]
    folder.mkdir(exist_ok=True)
    (folder / "sources.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    draw({group: _scores(results, group, OURS) for group in groups}, folder / "sources.png")


_NOTES: Mapping[str, Sequence[str]] = {
    "land cover": (
        "Three real places of TerraMind's examples; the truth is a land-cover map. *noise*: three bands of random "
        "numbers, given as a source like any other.",
    ),
    "when there was water": (
        "The reservoir of Boadella: was there water on all, on some or on none of three dates with outlines? One date "
        "cannot tell.",
    ),
    "water on the first date": (
        "The same reservoir, water on 2020-06-21 only. The other dates can do no more than confuse.",
    ),
}  # fmt: skip


def _columns(results: Sequence[Result], group: str) -> list[tuple[str, int]]:
    """Regimes and points that there are results of."""
    some = {(each["regime"], each["points"]) for each in results if each["group"] == group}
    return sorted(some, key=lambda column: (column[0] != NEAR, column[1]))


def _scores(results: Sequence[Result], group: str, method: str) -> dict[str, dict[tuple[str, int], float]]:
    """Mean over places and draws, by choice of sources and column; every place counts the same."""
    some = [each for each in results if each["group"] == group and each["method"] == method]
    found: dict[str, dict[tuple[str, int], float]] = {}
    for title in dict.fromkeys(each["sources"] for each in some):
        for column in _columns(results, group):
            here = [each for each in some if (each["sources"], each["regime"], each["points"]) == (title, *column)]
            means = [
                np.mean([each["macro_f1"] for each in here if each["place"] == place])
                for place in sorted({each["place"] for each in here})
            ]
            found.setdefault(title, {})[column] = float(np.mean(means))
    return found


def _tables(results: Sequence[Result], group: str) -> list[str]:
    columns = _columns(results, group)
    lines = [
        f"| sources | {' | '.join(f'{regime}, {points} points' for regime, points in columns)} | mean | extra-trees |",
        f"|---|{'---:|' * (len(columns) + 2)}",
    ]
    by_trees = _scores(results, group, TREES)
    for title, scores in _scores(results, group, OURS).items():
        cells = [f"{scores[column]:.3f}" for column in columns]
        means = (np.mean(list(each[title].values())) for each in (_scores(results, group, OURS), by_trees))
        lines.append(f"| {title} | {' | '.join([*cells, *(f'{mean:.3f}' for mean in means)])} |")
    places = sorted({each["place"] for each in results if each["group"] == group})
    return [*lines, *(_by_place(results, group, places) if len(places) > 1 else [])]


def _by_place(results: Sequence[Result], group: str, places: Sequence[str]) -> list[str]:
    """Ours at each place, mean over regimes, points and draws."""
    lines = ["", "By place, ours, mean over these columns:", "", f"| sources | {' | '.join(places)} |",
             f"|---|{'---:|' * len(places)}"]  # fmt: skip
    here = {place: _scores([each for each in results if each["place"] == place], group, OURS) for place in places}
    for title in next(iter(here.values())):
        cells = (f"{np.mean(list(here[place][title].values())):.3f}" for place in places)
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return lines


def draw(groups: Mapping[str, Mapping[str, Mapping[tuple[str, int], float]]], path: Path) -> None:
    """Bars by group of places, regime and points, one for each choice of sources."""
    figure, axes = plt.subplots(1, len(groups), figsize=(13, 4), layout="constrained")
    for axis, (group, scores) in zip(np.atleast_1d(axes), groups.items(), strict=True):
        columns = list(next(iter(scores.values())))
        width = 0.8 / len(scores)
        colours = colours_of_methods(list(scores))
        for number, (title, values) in enumerate(scores.items()):
            left = np.arange(len(columns)) + (number - (len(scores) - 1) / 2) * width
            axis.bar(left, [values[column] for column in columns], 0.9 * width, color=colours[title], label=title)
        axis.set(ylim=(0, 1.3), title=group, ylabel="macro-F1")
        axis.set_xticks(range(len(columns)), [f"{regime}\n{points} points" for regime, points in columns])
        axis.spines[["top", "right"]].set_visible(False)
        axis.legend(frameon=False, fontsize="small", ncols=2, loc="upper right")
    figure.savefig(path, dpi=130)
    plt.close(figure)
