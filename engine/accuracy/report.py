"""What a person reads of an accuracy assessment: facts as JSON, tables as CSV, a picture and a page.

Turns an `Assessment` into files and decides nothing.
"""

import csv
import io
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from engine.accuracy.assessment import Assessment, ClassAccuracy
from engine.accuracy.estimators import CONFIDENCE, Estimate
from engine.language import number, sentence, spoken
from engine.output.report.files import facts_text, write_files
from engine.output.report.markup import as_json, bullets, document, section, swatch, table, text
from engine.output.report.pictures import INK, LONGEST_NAME, QUIET, shortened
from engine.words import say

PAGE, FACTS, TABLE, PICTURE = FILES = ("accuracy.html", "accuracy.json", "accuracy.csv", "accuracy.png")
HECTARE_M2 = 10_000
OVERALL, USERS, PRODUCERS = say("Overall accuracy"), say("User's accuracy"), say("Producer's accuracy")
AREA, SHARE = say("Area (ha)"), say("Share of the area")
INTERVAL = say("{confidence:.0%} interval", confidence=CONFIDENCE)
COLUMNS = (
    "class", "points_mapped", "points_seen", "mapped_share", "mapped_ha",
    *(f"{what}{end}" for what in ("users", "producers", "share", "area_ha") for end in ("", "_se", "_low", "_high")),
)  # fmt: skip
ROW_IN, WIDTH_IN = 0.34, 11.0


def facts_of(found: Assessment, about: Mapping[str, Any]) -> dict[str, Any]:
    """All that is told, as JSON holds it: shares from 0 to 1, areas in hectares; None where nothing is known.

    Args:
        found: the figures.
        about: what is told of map, sample and time.
    """
    facts: dict[str, Any] = {
        **about,
        "summary": summary(found),
        "points": found.points,
        "answered": found.points - len(found.unanswered),
        "unanswered": found.unanswered,
        "same_map": found.same_map,
        "confidence": CONFIDENCE,
        "overall": _estimate(found.overall),
        "classes": [_class(each) for each in found.classes],
        "matrix": found.matrix_KK,
        "counts": found.counts_KK,
        "warnings": found.warnings,
    }
    return dict(as_json(facts))


def summary(found: Assessment) -> str:
    """The main figure in a sentence."""
    return say(
        "Overall accuracy {value:.1%}, {confidence:.0%} interval {low:.1%} to {high:.1%}, from {points:,} points",
        confidence=CONFIDENCE,
        value=found.overall.value,
        low=found.overall.low,
        high=found.overall.high,
        points=found.points - len(found.unanswered),
    )


def _estimate(number: Estimate) -> dict[str, float]:
    return {"value": number.value, "se": number.error, "low": number.low, "high": number.high}


def _class(each: ClassAccuracy) -> dict[str, Any]:
    hectares = each.area_m2.times(1 / HECTARE_M2) if each.area_m2 else None
    return {
        "name": each.name,
        "colour": each.colour,
        "points_mapped": each.points_mapped,
        "points_seen": each.points_seen,
        "mapped_share": each.mapped_share,
        "mapped_ha": None if each.mapped_m2 is None else each.mapped_m2 / HECTARE_M2,
        "users": _estimate(each.users),
        "producers": _estimate(each.producers),
        "share": _estimate(each.share),
        "area_ha": _estimate(hectares) if hectares else None,
    }


def write(folder: Path, facts: Mapping[str, Any]) -> dict[str, str]:
    """Write the `FILES` into a folder.

    Args:
        folder: that is there.
        facts: see `facts_of`.

    Returns:
        The paths by "html", "json", "table" and "picture".

    Raises:
        OutputError: the folder cannot be written.
    """
    contents = {"html": (PAGE, _page(facts)), "json": (FACTS, facts_text(facts)), "table": (TABLE, _csv(facts))}
    return write_files(folder, {**contents, "picture": (PICTURE, figure_of(facts))})


def _csv(facts: Mapping[str, Any]) -> str:
    """One row per class; the first is of the whole map. Below them the error matrix: rows map, columns seen."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    overall = facts["overall"]
    rows.writerow(["measure", "value", "se", "low", "high"])
    rows.writerow(["overall_accuracy", *overall.values()])
    rows.writerow([])
    rows.writerow(COLUMNS)
    for each in facts["classes"]:
        estimates = (each[what] or dict.fromkeys(overall) for what in ("users", "producers", "share", "area_ha"))
        first = (each[name] for name in ("name", "points_mapped", "points_seen", "mapped_share", "mapped_ha"))
        rows.writerow([*first, *(value for estimate in estimates for value in estimate.values())])
    rows.writerow([])
    names = [each["name"] for each in facts["classes"]]
    rows.writerow(["map \\ seen, shares of the area", *names])
    rows.writerows([name, *shares] for name, shares in zip(names, facts["matrix"], strict=True))
    return file.getvalue()


def figure_of(facts: Mapping[str, Any]) -> Figure:
    """Areas and accuracies of the classes, side by side, with their intervals."""
    classes = facts["classes"]
    names = [shortened(each["name"], LONGEST_NAME) for each in classes]
    height = ROW_IN * max(len(classes), 3) + 1.75
    figure = Figure(figsize=(WIDTH_IN, height), facecolor="white")
    FigureCanvasAgg(figure)
    left, gap, width = 1.9 / WIDTH_IN, 0.35 / WIDTH_IN, 2.7 / WIDTH_IN
    bottom, tall = 0.55 / height, (height - 1.75) / height
    known = all(each["area_ha"] for each in classes)
    panels = [figure.add_axes((left + k * (width + gap), bottom, width, tall)) for k in range(3)]
    _areas(panels[0], classes, spoken(AREA if known else SHARE), "area_ha" if known else "share")
    for axes, title, what in ((panels[1], USERS, "users"), (panels[2], PRODUCERS, "producers")):
        _dots(axes, [each[what] for each in classes], [each["colour"] for each in classes])
        axes.set_title(spoken(title), size=11, color=INK, loc="left")
        axes.set_xlim(-0.02, 1.02)
        axes.set_xticks([0, 0.5, 1], [number(share, ".0%") for share in (0, 0.5, 1)])
    for k, axes in enumerate(panels):
        axes.set_ylim(len(classes) - 0.5, -0.5)
        axes.set_yticks(range(len(classes)), names if k == 0 else [""] * len(classes), size=10)
        axes.tick_params(length=0, colors=INK, labelsize=9)
        axes.grid(axis="x", color="#e4e4e4", linewidth=0.6)
        axes.set_axisbelow(True)
        for spine in axes.spines.values():
            spine.set_visible(False)
    figure.text(0.2 / WIDTH_IN, 1 - 0.38 / height, sentence(facts["summary"]), size=13, weight="bold", color=INK)
    told = say("Bars: as mapped. Dots and lines: estimated from the sample, with their intervals.")
    figure.text(0.2 / WIDTH_IN, 1 - 0.68 / height, spoken(told), size=10, color=QUIET)
    return figure


def _areas(axes: Axes, classes: Sequence[Mapping[str, Any]], title: str, what: str) -> None:
    mapped = [each["mapped_ha" if what == "area_ha" else "mapped_share"] for each in classes]
    axes.barh(range(len(classes)), mapped, color=[each["colour"] for each in classes], height=0.62, alpha=0.55)
    _dots(axes, [each[what] for each in classes], [INK] * len(classes))
    axes.set_xlim(left=0)
    axes.locator_params(axis="x", nbins=4)
    axes.xaxis.set_major_formatter(lambda value, _: number(value, ",.10g"))
    axes.set_title(title, size=11, color=INK, loc="left")


def _dots(axes: Axes, estimates: Sequence[Mapping[str, Any]], colours: Sequence[str]) -> None:
    """A dot and a line for each number that is known."""
    for row, (estimate, colour) in enumerate(zip(estimates, colours, strict=True)):
        if estimate["value"] is not None:
            axes.plot([estimate["low"], estimate["high"]], [row, row], color=INK, linewidth=1.2, zorder=3)
            axes.plot(estimate["value"], row, "o", color=colour, markeredgecolor=INK, markersize=6, zorder=4)


def _page(facts: Mapping[str, Any]) -> str:
    title = say("Accuracy of {map}", map=facts["map"])
    about = say(
        "Sample {sample}: {answered:,} of {points:,} points answered. {created}",
        sample=facts["sample"],
        answered=facts["answered"],
        points=facts["points"],
        created=facts["created"],
    )
    method = say(
        "Points were drawn at random within the classes of the map. Estimates and standard errors follow Olofsson et "
        "al. (2014) and Stehman (2014); the intervals are Wilson's for the effective number of points. User's "
        "accuracy: of what the map shows as a class, the share that is right. Producer's accuracy: of what is truly a "
        "class, the share that the map shows.",
    )
    picture = say("Areas and accuracies of the classes, with intervals")
    return document(
        spoken(title),
        [
            f"<h1>{text(title)}</h1><p class='quiet'>{text(about)}</p>",
            f"<p class='score'>{text(sentence(facts['summary']))}</p>",
            f"<img src='{PICTURE}' alt='{text(picture)}'>",
            section(say("Warnings"), bullets(facts["warnings"])),
            section(say("Areas"), _area_table(facts["classes"])),
            section(say("Accuracies"), _accuracy_table(facts)),
            section(say("Error matrix, in shares of the area"), _matrix_table(facts)),
            section(say("How this was found"), f"<p>{text(method)}</p>"),
        ],
    )


def _area_table(classes: Sequence[Mapping[str, Any]]) -> str:
    titles = (say("Class"), say("Mapped (ha)"), say("Area (ha)"), INTERVAL, say("Mapped share"),
              say("Share"), INTERVAL)  # fmt: skip
    rows = [
        [
            swatch(each["name"], each["colour"]),
            _hectares(each["mapped_ha"]),
            _hectares((each["area_ha"] or {}).get("value")),
            _range(each["area_ha"], _hectares),
            _percent(each["mapped_share"]),
            _percent(each["share"]["value"]),
            _range(each["share"], _percent),
        ]
        for each in classes
    ]
    return table([map(text, titles), *rows])


def _accuracy_table(facts: Mapping[str, Any]) -> str:
    titles = (say("Class"), USERS, INTERVAL, PRODUCERS, INTERVAL, say("Points mapped"),
              say("Points seen"))  # fmt: skip
    rows = [
        [
            swatch(each["name"], each["colour"]),
            *(cell for what in ("users", "producers") for cell in (
                _percent(each[what]["value"]), _range(each[what], _percent))),
            text(each["points_mapped"]),
            text(each["points_seen"]),
        ]
        for each in facts["classes"]
    ]  # fmt: skip
    return table([map(text, titles), *rows])


def _matrix_table(facts: Mapping[str, Any]) -> str:
    names = [each["name"] for each in facts["classes"]]
    head = [text(say("map \\ seen")), *map(text, names), text(say("sum"))]
    rows = [
        [text(name), *(number(share, ".4f") if share else "0" for share in row), number(math.fsum(row), ".4f")]
        for name, row in zip(names, facts["matrix"], strict=True)
    ]
    sums = [math.fsum(column) for column in zip(*facts["matrix"], strict=True)]
    last = [text(say("sum")), *(number(total, ".4f") for total in sums), number(math.fsum(sums), ".4f")]
    return table([head, *rows, last])


def _range(estimate: Mapping[str, Any] | None, shown: Any) -> str:  # noqa: ANN401 - one of the two below
    if estimate is None or estimate["low"] is None:
        return "–"
    return text(say("{low} to {high}", low=shown(estimate["low"]), high=shown(estimate["high"])))


def _percent(share: float | None) -> str:
    return "–" if share is None else number(share, ".1%")


def _hectares(area: float | None) -> str:
    return "–" if area is None else number(area, ",.0f" if area >= 100 else ",.2f")
