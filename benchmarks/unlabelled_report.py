"""`unlabelled.md` and `unlabelled.png` from the results of `benchmarks/unlabelled.py`. Knows numbers, no scenes."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from training.pictures.method_colours import colours_of_methods

Result = dict[str, Any]
SIMILAR = ("cosine, spectra", "cosine, random network", "similar", "similar, counter-examples")
CLUSTER = ("k-means, spectra, 6", "cluster, 6", "k-means, spectra, 12", "cluster, 12")
MEAN = "mean of_scenes that_chose nothing"


def write_report(results: Sequence[Result], folder: Path) -> None:
    """Write the page and its figure."""
    scenes = {result["scene"] for result in results}
    draws = 1 + max(result.get("draw", 0) for result in results)
    ours = [result for result in results if result["method"] == "similar"]
    others = {result["scene"] for result in _others(results)}
    told = "these are the others" if len(others) == len(scenes) else f"{len(others)} of these are the others"
    page = [
        "# Maps without labels: what is like one click, and clusters",
        "",
        "This page compares `engine similar` and `engine cluster` with what needs no more than they do, on "
        f"{len(scenes)} labelled scenes. Labels only score. Constants were chosen on every second scene of each group, "
        f"with other clicks; {told}, which chose nothing.",
        "",
        "![Average precision and normalised mutual information by group of scenes](unlabelled.png)",
        "",
        "`python -m benchmarks.unlabelled` repeats the measurement and writes this page.",
        "",
        "## What is like one click",
        "",
        f"Average precision, mean over classes, {draws} draws and scenes. For each class one click is drawn from one "
        "colour of a checkerboard of 32-pixel blocks; pixels of the other colour are scored, at most 20,000 per scene. "
        "*Chance* is the share of the class. *Cosine* compares with the mean of the nine pixels around the click: "
        "z-scored spectra, or features of the network with random weights. *Counter-examples* are one click on each "
        "other class.",
        "",
        *_table(results, SIMILAR, chance=True),
        "",
        f"At the default threshold the hits of one click have a mean F1 of {_mean(ours, 'f1'):.2f}. Learning from a "
        f"click takes {np.median([result['seconds'] for result in ours]):.2f} s on one busy processor core (median), "
        "without reading the scene.",
        "",
        *_worse(results),
        "",
        "## Clusters",
        "",
        "Normalised mutual information of clusters and classes, for 6 and 12 clusters. k-means on spectra sees the "
        "same pixels and starts as often.",
        "",
        *_table(results, CLUSTER, chance=False),
    ]
    folder.mkdir(exist_ok=True)
    (folder / "unlabelled.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    draw(_bars(results, SIMILAR), _bars(results, CLUSTER[2:]), folder / "unlabelled.png")


def _others(results: Sequence[Result]) -> list[Result]:
    """Results of the scenes that chose nothing."""
    return [result for result in results if not result["chose"]]


def _mean(results: Iterable[Result], key: str = "score") -> float:
    """Mean over scenes, in which every class counts the same."""
    scenes: dict[str, dict[Any, list[float]]] = {}
    for result in results:
        scenes.setdefault(result["scene"], {}).setdefault(result.get("class"), []).append(result[key])
    return float(np.mean([np.mean([np.mean(each) for each in classes.values()]) for classes in scenes.values()]))


def _row(results: Sequence[Result], methods: Sequence[str], key: str = "score") -> list[float]:
    return [_mean([result for result in results if result["method"] == method], key) for method in methods]


def _groups(results: Sequence[Result]) -> Mapping[str, list[Result]]:
    names = sorted({result["group"] for result in results})
    return {name: [result for result in results if result["group"] == name] for name in names}


def _table(results: Sequence[Result], methods: Sequence[str], chance: bool) -> list[str]:
    results = [result for result in results if result["method"] in methods]
    heads = [*(["chance"] if chance else []), *methods]

    def line(name: str, some: Sequence[Result]) -> str:
        before = [f"{_row(some, methods[:1], 'share')[0]:.3f}"] if chance else []
        return f"| {name} | {' | '.join([*before, *(f'{score:.3f}' for score in _row(some, methods))])} |"

    groups, others = _groups(results), _others(results)
    by_group = np.mean([_row(some, methods) for some in groups.values()], axis=0)
    mean_of_groups = [*(["–"] if chance else []), *(f"{score:.3f}" for score in by_group)]
    return [
        f"| scenes | {' | '.join(heads)} |",
        f"|---|{'---:|' * len(heads)}",
        *(line(f"{name} ({len({r['scene'] for r in some})})", some) for name, some in groups.items()),
        line("**mean over scenes**", results),
        f"| mean over groups | {' | '.join(mean_of_groups)} |",
        *([line(f"**mean over the {len({r['scene'] for r in others})} scenes that chose nothing**", others)]
          if len(others) < len(results) else []),
    ]  # fmt: skip


def _worse(results: Sequence[Result]) -> list[str]:
    """Scenes where a cosine is more than two points better."""
    told = []
    for scene in sorted({result["scene"] for result in results}):
        *floors, ours = _row([result for result in results if result["scene"] == scene], SIMILAR[:3])
        if ours < max(floors) - 0.02:
            told.append(f"{scene} ({100 * (ours - max(floors)):.1f})")
    return [f"One click is more than two points worse than the better cosine in: {', '.join(told) or 'no scene'}."]


def _bars(results: Sequence[Result], methods: Sequence[str]) -> dict[str, list[float]]:
    """Score of each method, by group of scenes and over those that chose nothing."""
    some = [result for result in results if result["method"] in methods]
    bars = {name: _row(each, methods) for name, each in _groups(some).items()}
    return bars | {MEAN: _row(_others(some), methods)}


def draw(similar: Mapping[str, Sequence[float]], cluster: Mapping[str, Sequence[float]], path: Path) -> None:
    """Bars of `SIMILAR` and of the second half of `CLUSTER`, in this order, by group of scenes."""
    figure, axes = plt.subplots(2, 1, figsize=(11, 7), layout="constrained")
    parts = (
        (SIMILAR, similar, "average precision of one click"),
        (CLUSTER[2:], cluster, "normalised mutual information, 12 clusters"),
    )
    for axis, (methods, bars, title) in zip(axes, parts, strict=True):
        for number, (method, colour) in enumerate(colours_of_methods(methods).items()):
            left = np.arange(len(bars)) + (number - (len(methods) - 1) / 2) * 0.19
            heights = [scores[number] for scores in bars.values()]
            axis.bar(left, heights, 0.17, color=colour, label=method.removesuffix(", 12"))
        highest = max(score for scores in bars.values() for score in scores)
        axis.set(ylim=(0, 1.2 * highest), title=title)
        axis.set_xticks(range(len(bars)), [name.replace(" ", "\n").replace("_", " ") for name in bars])
        axis.spines[["top", "right"]].set_visible(False)
        axis.legend(ncols=len(methods), frameon=False, loc="upper right")
    figure.savefig(path, dpi=130)
    plt.close(figure)
