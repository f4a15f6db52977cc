"""`probe.md`, `probe.png` and `probe.json` of a probe's outcome. Knows numbers, no sets and no models."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt

from engine.errors import RequestError
from engine.output.strict_json import to_json
from training.pictures.method_colours import colours_of_methods
from training.probes import learners
from training.probes.run import Line, Outcome, Result

PROTOCOL = f"""\
Describers are frozen; only what is named here is learnt. Pixels become z-scores with the statistics of the set without
its scored part (chips; of all patches where folds score them all) or of the scene (maps). Models give the layer-normed
tokens of several depths, averaged over the chip or brought to pixels as the engine does it; "random" is the
architecture of the model with weights drawn anew for each seed. Features are standardised by the part that is learnt
from.

- linear, accuracy: logistic regression, its strength the best of {len(learners.STRENGTHS)} on a quarter of the images
  that are not scored, drawn by the seed. The scored third is fixed by the hash of the name, for pre-training too.
- kNN, accuracy: vote of the {learners.NEIGHBOURS} nearest by cosine, same parts.
- linear, micro mAP: a few dozen patches: {learners.TINY_FOLDS} folds drawn by the seed score all of them; the strength
  is fixed. A difference of a few points between describers means nothing here.
- macro-F1: points are drawn by the seed from one colour of a checkerboard of 32-pixel blocks, and at most 20,000 pixels
  of the other colour are scored; mean over scenes. The strength is the best in {learners.FOLDS} folds of the points.

± is the standard deviation over seeds of the learning, not of the pre-training. "no features" knows how frequent the
classes are and nothing else."""


def as_json(outcome: Outcome, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that was found, single scores too, as JSON holds it."""
    return {
        **facts,
        "summary": [asdict(line) for line in outcome.lines()],
        "results": [asdict(result) for result in outcome.results],
        "refused": [{"task": task, "describer": name, "why": why} for (task, name), why in outcome.refused.items()],
        "told": outcome.told,
        "seconds": [{"task": task, "describer": name, "seconds": s} for (task, name), s in outcome.seconds.items()],
    }


def join(outcome: Outcome, facts: dict[str, Any], path: Path) -> None:
    """Put what an earlier probe found before what this one did.

    Raises:
        RequestError: no such file, or a probe with another number of seeds.
    """
    try:
        earlier = json.loads(path.read_text(encoding="utf-8"))
        results = [Result(**result) for result in earlier["results"]]
        refused, seconds = (
            {(line["task"], line["describer"]): line[key] for line in earlier[name]}
            for name, key in (("refused", "why"), ("seconds", "seconds"))
        )
        seeds, models, told, command = (earlier[name] for name in ("seeds", "models", "told", "command"))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise RequestError(
            f"expected the probe.json of `engine probe`; found {path} ({error})", "give another --beside"
        ) from error
    if seeds != facts["seeds"]:
        raise RequestError(f"expected a probe with {facts['seeds']} seeds; {path} has {seeds}", f"give --seeds {seeds}")
    outcome.results[:0] = results
    outcome.refused |= refused
    outcome.seconds |= seconds
    outcome.told += [text for text in told if text not in outcome.told]
    facts.update(models=[*models, *facts["models"]], command=f"{command} --out DIR && {facts['command']}")


def table(outcome: Outcome) -> list[list[str]]:
    """Tasks down, describers across: mean ± deviation; the first row is the header."""
    lines = {(line.task, line.metric, line.describer): line for line in outcome.lines()}
    names = _describers(outcome)
    rows = [["task", "metric", *names, "train / test"]]
    for task, metric in dict.fromkeys((task, metric) for task, metric, _ in lines):
        cells = [_cell(lines.get((task, metric, name)), (task, name) in outcome.refused) for name in names]
        some = next(line for (t, m, _), line in lines.items() if (t, m) == (task, metric))
        rows.append([task, metric, *cells, f"{some.train} / {some.test}"])
    return rows


def _describers(outcome: Outcome) -> list[str]:
    """In the order in which they came, those that could read nothing too."""
    return list(dict.fromkeys([*(name for _, name in outcome.refused), *(r.describer for r in outcome.results)]))


def _cell(line: Line | None, refused: bool) -> str:
    if line is None:
        return "cannot read" if refused else "-"
    return f"{line.mean:.3f} ± {line.std:.3f}"


def write(outcome: Outcome, facts: Mapping[str, Any], page: Path, figure: Path, results: Path) -> None:
    """Write the three files."""
    results.write_text(to_json(as_json(outcome, facts)) + "\n", encoding="utf-8")
    page.write_text("\n".join(_page(outcome, facts, figure.name)) + "\n", encoding="utf-8")
    _draw(outcome.lines(), _describers(outcome), figure)


def _page(outcome: Outcome, facts: Mapping[str, Any], figure: str) -> list[str]:
    header, *rows = table(outcome)
    seconds = {name: sum(s for (_, n), s in outcome.seconds.items() if n == name) for name in _describers(outcome)}
    models = [
        f"- `{model['name']}`: {'trained' if model['trained'] else 'untrained: random weights'}, {model['sha256'][:12]}"
        for model in facts["models"]
    ]
    reasons = [f"- {task}, {name} cannot read it: {why}" for (task, name), why in outcome.refused.items()]
    return [
        "# Frozen-feature probes", "",
        f"Mean ± standard deviation over {facts['seeds']} seeds.", "",
        f"![scores by task]({figure})", "",
        "| " + " | ".join(header) + " |", "|---|---|" + "---:|" * (len(header) - 2),
        *("| " + " | ".join(_bold(row)) + " |" for row in rows), "",
        *models, "",
        "## What was left out", "", *([*reasons, *(f"- {text}" for text in outcome.told)] or ["Nothing."]), "",
        "## How it is measured", "", PROTOCOL, "",
        "Seconds to describe and learn, all tasks and seeds: "
        + ", ".join(f"{name} {s:.0f}" for name, s in seconds.items()) + ".", "",
        f"Again: `{facts['command']}`",
    ]  # fmt: skip


def _bold(row: Sequence[str]) -> list[str]:
    """The row with its best score in bold."""
    best = max(cell for cell in row[2:-1] if cell[0].isdigit())
    return [f"**{cell}**" if cell == best else cell for cell in row]


def _draw(lines: Sequence[Line], names: Sequence[str], path: Path) -> None:
    rows = list(dict.fromkeys((line.task, line.metric) for line in lines))
    colours = colours_of_methods(names)
    figure, axis = plt.subplots(figsize=(9, 1.6 + 0.5 * len(rows)), layout="constrained")
    for number, name in enumerate(names):
        some = [line for line in lines if line.describer == name]
        height = [rows.index((line.task, line.metric)) + (number - (len(names) - 1) / 2) * 0.08 for line in some]
        axis.errorbar(
            [line.mean for line in some], height, xerr=[line.std for line in some], fmt="os^vDPX*"[number % 8],
            color=colours[name], markersize=5, linewidth=1, label=name,
        )  # fmt: skip
    axis.set_yticks(range(len(rows)), [f"{task}\n{metric}" for task, metric in rows], fontsize=8)
    axis.set(xlim=(0, 1), ylim=(len(rows) - 0.5, -0.5), xlabel="score (mean and deviation over seeds)")
    axis.grid(axis="x", color="#dddddd", linewidth=0.6)
    axis.hlines([row + 0.5 for row in range(len(rows) - 1)], 0, 1, color="#eeeeee", linewidth=0.6)
    axis.spines[["top", "right", "left"]].set_visible(False)
    axis.tick_params(left=False)
    figure.legend(*axis.get_legend_handles_labels(), ncols=4, frameon=False, loc="outside upper center", fontsize=8)
    figure.savefig(path, dpi=130)
    plt.close(figure)
