"""`few_label.md` and `few_label.png` from the results of `benchmarks/few_label.py`. Knows numbers, no scenes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from training.pictures.method_colours import colours_of_methods

Result = dict[str, Any]
OURS, NEAR, FAR = "ours", "near", "far"


def write_report(results: Sequence[Result], methods: Sequence[str], folder: Path) -> None:
    """Write the page and its figure."""
    cases = sorted(
        {(result["regime"], result["points"]) for result in results}, key=lambda case: (case[0] != NEAR, case)
    )
    of_case = {case: [r for r in results if (r["regime"], r["points"]) == case] for case in cases}
    scenes = len({result["scene"] for result in results})
    model = next(result["model"] for result in results if result["method"] == OURS)
    seeds = {regime: len({r["seed"] for r in results if r["regime"] == regime}) for regime, _ in cases}
    page = [
        "# Few labels: OFA, random forests and SVMs",
        "",
        f"This page compares maps from few labelled points per class. It shows macro-F1 over {scenes} scenes; the "
        f"model is `{model}`.",
        "",
        f"- **Near** ({seeds[NEAR]} draws): points are drawn from one colour of a checkerboard of 32-pixel blocks. "
        "Pixels of the other colour are scored, at most 20,000 per scene. A class without points, or with fewer than "
        "10 pixels to score, is left out.",
        f"- **Far** ({seeds.get(FAR, 0)} draws): points are drawn from the left, right, top or bottom 45 % of the "
        "scene. Pixels of the opposite 45 % are scored. A class needs 5 pixels to draw from and 50 to score; scenes "
        "with one class left are left out.",
        "- **Peers** are the methods that QGIS plugins offer: a random forest with 300 trees, and an SVM with an RBF "
        "kernel whose C and gamma come from three-fold cross-validation. *Windows* are mean and deviation in 3, 7 and "
        "15 pixels, added to the spectra.",
        "- **All methods see the same bands of the same pixels.** Ours also looks at 3,000 pixels of the scene without "
        "their labels, to estimate how common each class is.",
        "- **Ours is flattered**: its features and most of its constants were chosen on these scenes and some of the "
        "draws, for labels near by. What depends on the distance to the labels was chosen on every second scene of "
        "each group, and tables show the others apart. Nothing is chosen per scene. The HyMap scene of Berlin is "
        "missing, because no label lies inside it.",
        "",
        "![macro-F1 by group of scenes](few_label.png)",
        "",
        "`python -m benchmarks.few_label` repeats the measurement and writes this page.",
    ]
    for (regime, count), some in of_case.items():
        page += ["", f"## {_title(regime, count)}", "", *_table(some, methods)]
    page += ["", "## At class borders", "", *_borders(of_case, methods)]
    page += ["", "## Is the promised accuracy true?", "", *_honesty(of_case)]
    page += ["", "## Is a confidence true, and is a class without labels found?", "", *_confidence(of_case)]
    folder.mkdir(exist_ok=True)
    (folder / "few_label.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    bars = {
        _title(*case): {**_groups(some, methods), "mean over scenes": _by_method(some, methods)}
        for case, some in of_case.items()
    }
    draw(bars, methods, folder / "few_label.png")


def _title(regime: str, points: int) -> str:
    return f"{points} points per class, {regime}"


def _halves(results: Iterable[Result]) -> tuple[list[Result], list[Result]]:
    """Results of every second scene of each group, on which constants were chosen, and those of the others."""
    results = list(results)
    groups: dict[str, set[str]] = {}
    for result in results:
        groups.setdefault(result["group"], set()).add(result["scene"])
    chosen = {scene for scenes in groups.values() for scene in sorted(scenes)[::2]}
    return [r for r in results if r["scene"] in chosen], [r for r in results if r["scene"] not in chosen]


def _mean(results: Iterable[Result], key: Callable[[Result], float] = lambda result: result["macro_f1"]) -> float:
    """Mean over scenes of the mean over seeds: scenes count the same."""
    by_scene: dict[str, list[float]] = {}
    for result in results:
        by_scene.setdefault(result["scene"], []).append(key(result))
    return float(np.mean([np.mean(values) for values in by_scene.values()]))


def _by_method(results: Sequence[Result], methods: Sequence[str]) -> list[float]:
    return [_mean(result for result in results if result["method"] == method) for method in methods]


def _groups(results: Sequence[Result], methods: Sequence[str]) -> dict[str, list[float]]:
    """Mean of each method, by group of scenes."""
    names = dict.fromkeys(result["group"] for result in sorted(results, key=lambda result: result["group"]))
    return {name: _by_method([result for result in results if result["group"] == name], methods) for name in names}


def _table(results: Sequence[Result], methods: Sequence[str]) -> list[str]:
    groups = _groups(results, methods)
    lines = ["| scenes | " + " | ".join(methods) + " |", "|---|" + "---:|" * len(methods)]
    for name, scores in groups.items():
        lines.append(_row(f"{name} ({len({r['scene'] for r in results if r['group'] == name})})", scores))
    lines.append(_row("**mean over scenes**", _by_method(results, methods)))
    lines.append(_row("**mean over groups**", np.mean(list(groups.values()), axis=0)))
    if others := _halves(results)[1]:
        count = len({result["scene"] for result in others})
        lines.append(_row(f"mean over the {count} scenes that chose no distance", _by_method(others, methods)))
    left_out = sorted({result["scene"] for result in results if result["left_out"]})
    return [
        *lines,
        "",
        f"Some classes are left out in: {', '.join(left_out) or 'no scene'}. Ours is more than 2 points below the "
        f"best of the four in: {', '.join(_behind(results, methods)) or 'no scene'}.",
    ]


def _behind(results: Sequence[Result], methods: Sequence[str]) -> list[str]:
    """Scenes, with the difference, where a method that is not ours is more than 2 points better."""
    told = []
    for scene in sorted({result["scene"] for result in results}):
        scores = dict(zip(methods, _by_method([r for r in results if r["scene"] == scene], methods), strict=True))
        behind = scores[OURS] - max(score for method, score in scores.items() if not method.startswith(OURS))
        if behind < -0.02:
            told.append(f"{scene} ({100 * behind:.1f})")
    return told


def _row(name: str, scores: Iterable[float]) -> str:
    """One line of a table, the best in bold."""
    cells = [f"{score:.3f}" for score in scores]
    return f"| {name} | " + " | ".join(f"**{cell}**" if cell == max(cells) else cell for cell in cells) + " |"


def _borders(of_case: Mapping[tuple[str, int], Sequence[Result]], methods: Sequence[str]) -> list[str]:
    """Scores of the pixels that have another class within a few pixels, near the labels."""
    regime, points = next(iter(of_case))
    scored = [r | {"macro_f1": r["border_f1"]} for r in of_case[regime, points] if r["border_f1"] is not None]
    return [
        f"Macro-F1 of the scored pixels that have a pixel of another class within 3 pixels; {_title(regime, points)}.",
        "",
        "| scenes | " + " | ".join(methods) + " |",
        "|---|" + "---:|" * len(methods),
        *(_row(name, scores) for name, scores in _groups(scored, methods).items()),
        _row("**mean over scenes**", _by_method(scored, methods)),
    ]


def _confidence(of_case: Mapping[tuple[str, int], Sequence[Result]]) -> list[str]:
    """Calibration by group of scenes and case, and how well a class without labels is found."""
    ours = {case: [r for r in some if r["method"] == OURS] for case, some in of_case.items()}
    found = {case: [r for r in some if r.get("found_left_out") is not None] for case, some in ours.items()}
    columns: list[tuple[str, str, Sequence[Result]]] = [
        *((f"calibration error, {_title(*case)}", "calibration", some) for case, some in ours.items()),
        *((f"left-out class, {_title(*case)}", "found_left_out", some) for case, some in found.items() if some),
    ]
    groups = sorted({r["group"] for some in ours.values() for r in some})
    lines = ["| scenes | " + " | ".join(title for title, _, _ in columns) + " |", "|---|" + "---:|" * len(columns)]
    for name in (*groups, None):
        cells = []
        for _, key, some in columns:
            those = [r for r in some if name in (None, r["group"])]
            cells.append(f"{_mean(those, lambda r, key=key: r[key]):.3f}" if those else "–")
        lines.append(f"| {name or '**mean over scenes**'} | {' | '.join(cells)} |")
    return [
        *lines,
        "",
        "*Calibration error* is the expected calibration error of each run: the distance between confidence and the "
        "share of pixels that are right, over 15 bins. *Left-out class*: labels of one class are taken away, and the "
        "raster of applicability has to tell its pixels from the others; AUROC, mean over the classes of scenes with "
        "three or more. 0.5 is chance.",
    ]


def _honesty(of_case: Mapping[tuple[str, int], Sequence[Result]]) -> list[str]:
    heads = (
        "labels", "promised macro-F1", "macro-F1 of the map", "difference, mean over scenes of its size",
        "truth in the 90 % interval", "runs with a score for the whole map", "mean confidence", "share of pixels right",
        "fit, seconds", "trust",
    )  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", "|---|" + "---:|" * (len(heads) - 2) + "---|"]
    for (regime, points), results in of_case.items():
        ours = [result for result in results if result["method"] == OURS]
        for some, which in ((ours, ""), (_halves(ours)[1], ", other scenes")):
            if some:
                lines.append(f"| {_title(regime, points)}{which} | {' | '.join(_told(some))} |")
    return [
        *lines,
        "",
        "What is promised is the score of labels held out as far from the others as the scored pixels are from the "
        "labels; near, as all pixels of the scene are. *Other scenes* chose no constant of this. A score for the whole "
        "map is given where labels could be held out at half the distance or more of three quarters of its pixels; the "
        "promise is compared in all runs.",
    ]


def _told(ours: Sequence[Result]) -> list[str]:
    checked = [result for result in ours if result["promised"] is not None and result["interval"]]
    by_scene = {result["scene"]: [r for r in checked if r["scene"] == result["scene"]] for result in checked}
    gap = np.mean([abs(np.mean([r["promised"] - r["macro_f1"] for r in runs])) for runs in by_scene.values()])
    inside = np.mean([r["interval"][0] <= r["macro_f1"] <= r["interval"][1] for r in checked])
    trust = {
        name: _mean(ours, lambda r, n=name: r["trust"].get(n, 0.0))
        for name in sorted({n for r in ours for n in r["trust"]})
    }
    return [
        f"{_mean(checked, lambda r: r['promised']):.3f}",
        f"{_mean(checked):.3f}",
        f"{gap:.3f}",
        f"{inside:.0%}",
        f"{np.mean([r['reported'] for r in checked]):.0%}",
        *(f"{_mean(ours, lambda r, key=key: r[key]):.2f}" for key in ("confidence", "accuracy", "fit_s")),
        ", ".join(f"{name} {share:.2f}" for name, share in trust.items()),
    ]


def draw(by_title: Mapping[str, Mapping[str, Sequence[float]]], methods: Sequence[str], path: Path) -> None:
    """The figure: title -> group of scenes -> a score of each method. The first title has all groups."""
    size = (11, 3.2 * len(by_title))
    figure, axes = plt.subplots(len(by_title), 1, figsize=size, sharex=True, layout="constrained")
    names = list(next(iter(by_title.values())))
    for axis, (title, bars) in zip(np.atleast_1d(axes), by_title.items(), strict=True):
        places = np.array([names.index(name) for name in bars])
        for number, (method, colour) in enumerate(colours_of_methods(methods).items()):
            left = places + (number - (len(methods) - 1) / 2) * 0.13
            axis.bar(left, [scores[number] for scores in bars.values()], 0.12, color=colour, label=method)
        axis.set(ylabel="macro-F1", ylim=(0, 1), title=title)
        axis.set_xticks(range(len(names)), [name.replace(" ", "\n", 1) for name in names])
        axis.spines[["top", "right"]].set_visible(False)
    figure.legend(*axis.get_legend_handles_labels(), ncols=len(methods), frameon=False, loc="outside upper center")
    figure.savefig(path, dpi=130)
    plt.close(figure)
