"""`assess_coverage.md` from the results of `benchmarks/assess_coverage.py`. Knows numbers, no scenes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LOW, HIGH = 0.93, 0.97
BINS = ((0, 5), (5, 10), (10, 20), (20, 50), (50, 10**9))
"""Points at which a class is seen, on average."""
Held = dict[str, list[float | None]]


@dataclass(frozen=True)
class Scene:
    """One scene, K classes: how often the intervals held the truth, ours (`held`) and the symmetric one (`held_plain`).

    `accuracy` is of the map, `share_K` of the classes, `seen_K` the points at which they are seen on average.
    """

    name: str
    group: str
    accuracy: float
    points: int
    share_K: list[float]
    seen_K: list[float]
    held: Held
    held_plain: Held


def write_page(scenes: Sequence[Scene], redraws: int, points: int, path: Path) -> None:
    """Write the page."""
    command = "python -m benchmarks.assess_coverage" + (f" --redraws {redraws}" if redraws != 1000 else "")
    command += f" --points {points}" if points else ""
    page = [
        "# Do the intervals of an accuracy sample hold?",
        "",
        f"The map of each densely labelled scene (a random forest on the stored values, from 50 random pixels of each "
        f"class) was sampled {redraws:,} times as `engine sample` does it, answered by the dense labels, and judged by "
        f"the estimators of `engine assess`. The tables show how often the 95 % interval held the truth. The aim is "
        f"{_share(LOW)} to {_share(HIGH)}.",
        "",
        f"`{command}` repeats the measurement and writes this page. All scenes together:",
        "",
        "| interval of | ours (Wilson, effective points) | estimate ± 1.96 standard errors |",
        "|---|---:|---:|",
        *(
            f"| {title} | {_mean(_all(scenes, what, lambda s: s.held))} | "
            f"{_mean(_all(scenes, what, lambda s: s.held_plain))} |"
            for what, title in (
                ("overall", "overall accuracy"), ("area", "area of a class"),
                ("users", "user's accuracy"), ("producers", "producer's accuracy"),
            )
        ),
        "",
        f"Scenes whose overall accuracy was held in {_share(LOW)} to {_share(HIGH)}: {_within(scenes)}.",
        "",
        "The rule for strata whose points all agree (as if one of them had differed) was chosen on other maps of these "
        "scenes: those of a forest from 20 pixels.",
        "",
        "## Rare classes",
        "",
        "By the number of points at which a class is seen; mean over all classes of all scenes:",
        "",
        "| points at which the class is seen | classes | area | ± 1.96 errors | user's accuracy | "
        "producer's accuracy | lowest of an area |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *_by_points(scenes),
        "",
        _verdict(scenes),
        "",
        "## Scenes",
        "",
        "| scene | classes | map's accuracy | points | overall accuracy | areas (mean) | areas (lowest) |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {s.name} | {len(s.share_K)} | {s.accuracy:.3f} | {s.points} | {_share(s.held['overall'][0])} | "
            f"{_mean(s.held['area'])} | {_share(min(_known(s.held['area'])))} |"
            for s in scenes
        ),
    ]  # fmt: skip
    path.write_text("\n".join(page) + "\n", encoding="utf-8")


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _all(scenes: Sequence[Scene], what: str, of: Callable[[Scene], Held]) -> list[float]:
    return [value for scene in scenes for value in _known(of(scene)[what])]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.3g} %"


def _mean(values: Iterable[float | None]) -> str:
    known = _known(values)
    return _share(float(np.mean(known)) if known else None)


def _within(scenes: Sequence[Scene]) -> str:
    held = _all(scenes, "overall", lambda s: s.held)
    return f"{sum(LOW <= share <= HIGH for share in held)} of {len(held)}"


def _by_points(scenes: Sequence[Scene]) -> list[str]:
    rows = []
    for low, high in BINS:
        of = [(s, k) for s in scenes for k, seen in enumerate(s.seen_K) if low <= seen < high]
        if of:
            cells = [_mean(s.held[what][k] for s, k in of) for what in ("users", "producers")]
            area, plain = _mean(s.held["area"][k] for s, k in of), _mean(s.held_plain["area"][k] for s, k in of)
            least = _share(min(_known(s.held["area"][k] for s, k in of)))
            title = f"{low} to {high}" if high < 10**9 else f"{low} or more"
            rows.append(f"| {title} | {len(of)} | {area} | {plain} | {' | '.join(cells)} | {least} |")
    return rows


def _verdict(scenes: Sequence[Scene]) -> str:
    areas = [(share, s.accuracy) for s in scenes for share in _known(s.held["area"])]
    short, long = ([a for share, a in areas if share < LOW], [a for share, a in areas if share > HIGH])
    told = f"{len(short)} of {len(areas)} areas were held in fewer than {_share(LOW)}, "
    told += f"{len(long)} in more than {_share(HIGH)}."
    if short and long:
        one, other = (_share(float(np.median(accuracies))) for accuracies in (short, long))
        told += f" The maps of the former are right in {one}, those of the latter in {other} of the area (medians)."
    return told
