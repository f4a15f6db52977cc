"""The pages, the figure and the result files of `engine probe` and `engine geobench`. Knows numbers only."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt

from engine.errors import RequestError
from training.evaluate import learners
from training.evaluate.datasets.chip_sets import STAND_IN, STANDS_FOR
from training.evaluate.datasets.geobench_tasks import TASKS
from training.evaluate.fine_tuning import OURS, PAPER_LR
from training.evaluate.outcome import Outcome
from training.evaluate.published import PUBLISHED, READ, REMEMBERED, PublishedScore
from training.finetune.linear_head import STRENGTHS
from training.pictures.method_colours import colours_of_methods

PROTOCOL = f"""\
Features are frozen; only what is named here is learnt. Pixels become z-scores by the statistics of the set without its
test split (chips; of all patches where folds score them all) or of the scene (maps). Models give the layer-normed
tokens of several depths: their means and standard deviations over the chip, or brought to pixels as the engine does
it. "random" is the architecture of the model with weights drawn anew for each seed. Features are standardised by the
part that is learnt from.

- linear, accuracy: logistic regression; its strength is the best of {len(STRENGTHS)} on a quarter of the images
  that are not scored, drawn by the seed. The scored third is fixed by the hash of the name, for pre-training too.
- kNN, accuracy: vote of the {learners.NEIGHBOURS} nearest by cosine, with the same parts.
- linear, micro mAP: a few dozen patches: {learners.TINY_FOLDS} folds drawn by the seed score all of them; the strength
  is fixed. A difference of a few points between two methods means nothing here.
- macro-F1: the seed draws labelled pixels from one colour of a checkerboard of 32-pixel blocks, and at most 20,000
  pixels of the other colour are scored; mean over scenes. The strength is the best in {learners.FOLDS} folds of the
  labelled pixels.

± is the standard deviation over seeds of the learning, not of the pre-training. "no features" knows how frequent the
classes are and nothing else."""

NO_MATCH = f"""\
Rows of others were measured on the published sets by the paper's own protocol. {REMEMBERED.capitalize()} means that \
nobody has looked it up for this page: such a number is no evidence."""
OF_THE_PAPER = {"linear": ("classification", "multilabel"), "frozen-upernet": ("segmentation",)}
"""Protocol -> kinds of tasks that have rows of others beside them on a page; result files always have them."""
HOW = {
    "linear": """\
The paper's linear probe: training chips are cropped (0.8 to 1 of the area, and a side that would be longer than \
the chip is cut to it), resized and mirrored anew in every epoch; a model's features are frozen and pooled; BatchNorm \
without weights and one linear layer are trained with LARS (adapting the matrix) under a cosine, at every learning \
rate; the rate that suits the validation part best predicts the test part. We do not know the paper's batch size, \
warm-up and momentum: 64, none, 0.9.""",
    "knn": f"""Vote of the {learners.NEIGHBOURS} nearest training rows by cosine, on standardised frozen features.""",
    "lbfgs": f"""Logistic regression by L-BFGS on standardised frozen features; of {len(STRENGTHS)} strengths \
the one that suits the validation part best.""",
    "finetune": f"""Everything is trained, with a linear head for chips (fitted to the frozen backbone \
first) and a light one for pixels; {OURS}.""",
    "frozen-upernet": f"""Frozen backbone and UPerNet as in the paper: 20 epochs of AdamW at {PAPER_LR} under a \
cosine. Not as in the paper: {OURS}; the decoder is no wider than the backbone. Every labelled pixel of the test part \
is scored.""",
}
_SOME_PIXELS = "As for chips; learnt from, and scored on, some labelled pixels of each image."
PIXELS = {
    "linear": """One linear map of frozen tokens, trained as UPerNet is in `frozen-upernet`; every pixel counts.""",
    "knn": _SOME_PIXELS,
    "lbfgs": _SOME_PIXELS,
}
"""Learner -> what it does in a segmentation."""
PIXEL_METRICS = ("mIoU", "pixel accuracy")
INTERVAL = """Brackets: middle 95 % of the score when test samples are drawn again with replacement (averaged over \
seeds first). Baselines see chips at the set's own size, models resized."""


def join_probe(outcome: Outcome, facts: dict[str, Any], path: Path) -> Outcome:
    """An outcome behind that of an earlier probe; `facts` become those of both.

    Raises:
        RequestError: no such file, or a probe with another number of seeds.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        seeds, models, command = (values[name] for name in ("seeds", "models", "command"))
        earlier = Outcome.from_json(values)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise RequestError(
            f"expected the probe.json of `engine probe`; found {path} ({error})", "give another --beside"
        ) from error
    if seeds != facts["seeds"]:
        raise RequestError(f"expected a probe with {facts['seeds']} seeds; {path} has {seeds}", f"give --seeds {seeds}")
    facts.update(models=[*models, *facts["models"]], command=f"{command} --out DIR && {facts['command']}")
    return outcome.after(earlier)


def probe_table(outcome: Outcome) -> list[list[str]]:
    """Tasks down, features across: mean ± deviation; the first row is the header."""
    lines = outcome.lines()
    names = list(dict.fromkeys([*(name for _, name in outcome.refused), *(line.features for line in lines)]))
    rows = [["task", "metric", *names, "train / test"]]
    for task, metric in dict.fromkeys((line.task, line.metric) for line in lines):
        cells = {name: "cannot read" if (task, name) in outcome.refused else "-" for name in names}
        some = [line for line in lines if (line.task, line.metric) == (task, metric)]
        cells |= {line.features: f"{line.mean:.3f} ± {line.std:.3f}" for line in some}
        rows.append([task, metric, *cells.values(), f"{some[0].train} / {some[0].test}"])
    return rows


def probe_page(outcome: Outcome, facts: Mapping[str, Any], figure: str) -> str:
    """The probe as Markdown."""
    header, *rows = probe_table(outcome)
    seconds: dict[str, float] = {}
    for (_, name, _), details in outcome.details.items():
        seconds[name] = seconds.get(name, 0.0) + sum(each["seconds"] for each in details)
    return "\n".join([
        "# Frozen-feature probes", "",
        f"Mean ± standard deviation over {facts['seeds']} seeds.", "",
        f"![scores by task]({figure})", "",
        *_markdown([header, *map(_best_in_bold, rows)]), "",
        *_models(facts), "",
        "## What was left out", "", *([f"- {text}" for text in outcome.remarks()] or ["Nothing."]), "",
        "## How it is measured", "", PROTOCOL, "",
        "Seconds to extract and learn, all tasks and seeds: "
        + ", ".join(f"{name} {value:.0f}" for name, value in seconds.items()) + ".", "",
        f"Again: `{facts['command']}`", "",
    ])  # fmt: skip


def _best_in_bold(row: Sequence[str]) -> list[str]:
    best = max(cell for cell in row[2:-1] if cell[0].isdigit())
    return [f"**{cell}**" if cell == best else cell for cell in row]


def draw_probe(outcome: Outcome, path: Path) -> None:
    """The figure of a probe."""
    _, _, *names, _ = probe_table(outcome)[0]
    draw_lines([(line.task, line.metric, line.features, line.mean, line.std) for line in outcome.lines()], names, path)


def draw_lines(found: Sequence[tuple[str, str, str, float, float]], names: Sequence[str], path: Path) -> None:
    """Tasks down, scores across: of each (task, metric, features, mean, deviation)."""
    rows = list(dict.fromkeys((task, metric) for task, metric, *_ in found))
    colours = colours_of_methods(names)
    figure, axis = plt.subplots(figsize=(9, 1.6 + 0.5 * len(rows)), layout="constrained")
    for number, name in enumerate(names):
        some = [(rows.index((task, metric)), mean, std) for task, metric, of, mean, std in found if of == name]
        height = [row + (number - (len(names) - 1) / 2) * 0.08 for row, _, _ in some]
        axis.errorbar(
            [mean for _, mean, _ in some], height, xerr=[std for *_, std in some], fmt="os^vDPX*"[number % 8],
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


def published(outcome: Outcome) -> list[PublishedScore]:
    """What others published of the tasks that were scored."""
    tasks = {_published_as(score.task) for score in outcome.scores}
    return [row for row in PUBLISHED if row.task in tasks]


def geobench_table(outcome: Outcome) -> list[list[str]]:
    """Features down, tasks across, in percent: "88.1 [86.0, 90.1]"; the first row is the header."""
    columns: dict[tuple[str, str], str] = {}
    rows: dict[tuple[str, str], dict[tuple[str, str], str]] = {}
    for line in outcome.lines():
        columns[line.task, line.metric] = "-"
        cell = "{:.1f} [{:.1f}, {:.1f}]".format(*(100 * (value or 0) for value in (line.mean, line.low, line.high)))
        rows.setdefault((line.features, line.learner), {})[line.task, line.metric] = cell
    head = ["features", "learner", *(f"{task}, {metric}" for task, metric in columns)]
    return [head, *([*row, *(columns | cells).values()] for row, cells in rows.items())]


def published_table(outcome: Outcome, protocol: str) -> list[list[str]]:
    """Published rows of the tasks that were scored, with how well each is known; the first row is the header.

    Empty where the protocol is not the paper's for the task.
    """
    same = {name for name, task in TASKS.items() if task.kind in OF_THE_PAPER.get(protocol, ())}
    columns = dict.fromkeys((score.task for score in outcome.scores if _published_as(score.task) in same), "-")
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in sorted(published(outcome), key=lambda row: row.known != READ):
        cells = {task: f"{row.percent:.1f}" for task in columns if _published_as(task) == row.task}
        if cells:
            rows.setdefault((row.name, row.known), {}).update(cells)
    body = [[*row, *(columns | cells).values()] for row, cells in rows.items()]
    return [["of others", "known", *columns], *body] if body else []


def geobench_page(outcome: Outcome, facts: Mapping[str, Any]) -> str:
    """The run as Markdown."""
    kinds = dict.fromkeys((line.learner, line.metric in PIXEL_METRICS) for line in outcome.lines())
    others = published_table(outcome, facts["protocol"])
    return "\n".join([
        f"## {facts['protocol']}, partition {facts['partition']}", "",
        f"Percent, mean over {facts['seeds']} seed(s).", "",
        *_markdown(geobench_table(outcome)), "",
        *([*_markdown(others), "", NO_MATCH, ""] if others else []),
        *_models(facts), *(f"- {text}" for text in outcome.remarks()), "",
        *(f"- {learner} (pixels): {PIXELS.get(learner, HOW[learner])}" if pixels else f"- {learner}: {HOW[learner]}"
          for learner, pixels in kinds), "",
        INTERVAL, "",
        f"Settings that are not the protocol's: {', '.join(facts['departures']) or 'none'}.", "",
        "Chosen on the validation part, and seconds to extract and learn, seed by seed:", "",
        *(f"- {', '.join(which)}: " + "; ".join(", ".join(f"{k} {v:g}" for k, v in each.items()) for each in details)
          for which, details in outcome.details.items()), "",
        f"Again: `{facts['command']}`", "",
    ])  # fmt: skip


def _published_as(task: str) -> str:
    return STANDS_FOR if task == STAND_IN else task


def _models(facts: Mapping[str, Any]) -> list[str]:
    return [
        f"- `{model['name']}`: {'trained' if model['trained'] else 'untrained: random weights'}, {model['sha256'][:12]}"
        for model in facts["models"]
    ]


def _markdown(rows: Sequence[Sequence[str]]) -> list[str]:
    head, *body = rows
    rule = "|---|---|" + "---:|" * (len(head) - 2)
    return ["| " + " | ".join(head) + " |", rule, *("| " + " | ".join(row) + " |" for row in body)]
