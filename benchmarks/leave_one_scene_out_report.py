"""`elsewhere.md` from the results of `benchmarks/leave_one_scene_out.py`. Knows numbers, no scenes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

Result = dict[str, Any]
REACH = {"FLAIR": 0.60, "Amazon": 0.90}
"""What a head with a backbone should reach, and by `AHEAD` more than the same head without."""
AHEAD = 0.03
COLUMNS = {
    "stored": "",
    "scene": "each scene's own statistics",
    "sensor": "one set of statistics for all",
    "scene + sensor": "both",
}


def write_page(results: Sequence[Result], scored: int, path: Path) -> None:
    """Write the page."""
    seeds, loads = len({result["seed"] for result in results}), [result["load"] for result in results]
    sets = list(dict.fromkeys(result["set"] for result in results))
    page = [
        "# Labels in some scenes, the map in another",
        "",
        "Each scene is mapped from 20 labelled points of each class of every other scene of its set, with "
        f"{seeds} draw{'s' * (seeds > 1)} of points. The table shows macro-F1 over the classes "
        "of the mapped scene, as mean over scenes. Classes that no other scene shows are left out. All "
        f"methods see the same points; {scored:,} pixels of a scene are scored.",
        "",
        "- *Own statistics*: z-scores by each scene's mean and deviation. *One set*: by the fixed ones of the sensor "
        "(`engine/sensors/statistics.py`). *Both*: features by either, whose shares folds of whole scenes decide.",
        "- Labels are held out by whole scenes, and all classes are taken for equally common, as `classify` does with "
        "labels of several scenes.",
        "- A backbone reads by the statistics of its column, beside both by those of the sensor.",
        "- *The pixel alone*: spectra and their shape, without the pixels around: how a saved model maps other scenes "
        "where labels lie in fewer than five.",
        "",
        f"`python -m benchmarks.leave_one_scene_out --seeds {seeds} --scored {scored}` repeats the measurement and "
        f"writes this page. The machine's load was {min(loads):.0f} to {max(loads):.0f} programs.",
    ]
    for name in sets:
        some = [result for result in results if result["set"] == name]
        scenes = len({result["scene"] for result in some})
        page += ["", f"## {name}, {scenes} scenes", "", *_table(some), "", _verdict(name, some)]
    path.write_text("\n".join(page) + "\n", encoding="utf-8")


def _mean(results: Sequence[Result], method: str) -> float:
    """Mean over scenes of the mean over seeds."""
    scenes = sorted({result["scene"] for result in results})
    of = {name: [r["macro_f1"] for r in results if r["scene"] == name and r["method"] == method] for name in scenes}
    return float(np.mean([np.mean(scores) for scores in of.values()]))


def _table(results: Sequence[Result]) -> list[str]:
    """Methods down, statistics across."""
    cells: dict[str, dict[str, float]] = {}
    for title in dict.fromkeys(result["method"] for result in results):
        method, statistics = title.split(" | ")
        cells.setdefault(method, {})[statistics] = _mean(results, title)
    shown = [column for column in COLUMNS if column != "stored"]
    lines = [f"| method | {' | '.join(COLUMNS[column] for column in shown)} |", "|---|" + "---:|" * len(shown)]
    for row, values in cells.items():
        values.update(dict.fromkeys(("scene", "sensor"), values["stored"]) if "stored" in values else {})
        told = [f"{values[column]:.3f}" if column in values else "" for column in shown]
        lines.append(f"| {row} | {' | '.join(told)} |")
    return lines


def _verdict(name: str, results: Sequence[Result]) -> str:
    """What was to be reached, and what was."""
    titles = dict.fromkeys(result["method"] for result in results)
    scores = {title: _mean(results, title) for title in titles}
    bare = max(score for title, score in scores.items() if "no backbone" in title)
    told = f"The aim is {REACH[name]:.2f} with a backbone, {100 * AHEAD:.0f} points more than without."
    with_it = {title: score for title, score in scores.items() if title.startswith("our head with ")}
    if not with_it:
        return f"{told} No backbone was measured here; without one the best is {bare:.3f}."
    best = max(with_it, key=with_it.__getitem__)
    short, ahead = REACH[name] - with_it[best], with_it[best] - bare
    reached = "reached" if short <= 0 else f"{100 * short:.1f} points short of it"
    return (
        f"{told} The best head with one ({best}) has {with_it[best]:.3f}: {reached}, {100 * ahead:+.1f} points against "
        "the best head without."
    )
