"""The result file and the page of a run. Knows numbers; no sets, no models."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from training.geobench.picture import BESIDE, NAME
from training.geobench.published import PUBLISHED, READ, REMEMBERED
from training.geobench.run import Line, Outcome
from training.geobench.tasks import TASKS
from training.geobench.tuned import OURS, PAPER_LR
from training.probes.learners import NEIGHBOURS, STRENGTHS

NO_MATCH = f"""\
Rows of others were measured on the published sets by the paper's own protocol. {REMEMBERED.capitalize()} means that \
nobody has looked it up for this page: such a number is no evidence."""
OF_THE_PAPER = {"linear": ("classification", "multilabel"), "frozen-upernet": ("segmentation",)}
"""Protocol -> kinds of tasks that have rows of others beside them on a page; result files always have them."""
HOW = {
    "linear": """\
Linear probe of the paper: training chips are cropped (0.8 to 1 of the area, and what would be longer than \
the chip is cut to it), resized and mirrored anew in every epoch; a model's features are frozen and pooled; BatchNorm \
without weights and one linear layer are trained with LARS (adapting the matrix) under a cosine, at every learning \
rate; the one that suits the validation part best answers the test part. The size of a batch, warm-up and momentum are \
not known to us of the paper: 64, none, 0.9.""",
    "knn": f"""Vote of the {NEIGHBOURS} nearest training rows by cosine, on standardised frozen features.""",
    "lbfgs": f"""Logistic regression by L-BFGS on standardised frozen features; of {len(STRENGTHS)} strengths the one \
that suits the validation part best.""",
    "finetune": f"""Everything is trained, with a linear head for chips (fitted to the frozen backbone \
first) and a light one for pixels; {OURS}.""",
    "frozen-upernet": f"""Frozen backbone and UPerNet as in the paper: 20 epochs of AdamW at {PAPER_LR} under a \
cosine. Not as in the paper: {OURS}; the decoder is no wider than the backbone. Every labelled pixel of the test part \
is scored.""",
}
PIXELS = {
    "linear": """One linear map of frozen tokens, trained as UPerNet is in `frozen-upernet`; every pixel counts.""",
    "knn": """As for chips; learnt from, and scored on, some labelled pixels of each image.""",
    "lbfgs": """As for chips; learnt from, and scored on, some labelled pixels of each image.""",
}
"""Where pixels are answered for."""
PIXEL_METRICS = ("mIoU", "pixel accuracy")
INTERVAL = """Brackets: middle 95 % of the score when test samples are drawn again with replacement (averaged over \
seeds first). Floors see chips at the set's own size, models resized."""


def as_json(outcome: Outcome, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that was found, and the published rows of the same tasks."""
    names = {_published_as(line.task) for line in outcome.lines}
    return {
        **facts,
        "lines": [asdict(line) for line in outcome.lines],
        "refused": [{"task": task, "describer": name, "why": why} for (task, name), why in outcome.refused.items()],
        "told": {task: list(told) for task, told in outcome.told.items()},
        "published": [asdict(row) for row in PUBLISHED if row.task in names],
    }


def from_json(values: Mapping[str, Any]) -> Outcome:
    """The outcome in a result file, as `as_json` wrote it."""
    lines = [Line(**{**line, "samples": tuple(line["samples"])}) for line in values["lines"]]
    refused = {(each["task"], each["describer"]): each["why"] for each in values["refused"]}
    return Outcome(lines, refused, {task: tuple(told) for task, told in values["told"].items()})


def table(outcome: Outcome) -> list[list[str]]:
    """Describers down, tasks across, in percent: "88.1 [86.0, 90.1]"; the first row is the header."""
    columns = list(dict.fromkeys((line.task, line.metric) for line in outcome.lines))
    rows = list(dict.fromkeys((line.describer, line.learner) for line in outcome.lines))
    cells = {(line.describer, line.learner, line.task, line.metric): _cell(line) for line in outcome.lines}
    head = ["features", "learner", *(f"{task}, {metric}" for task, metric in columns)]
    return [head, *([*row, *(cells.get((*row, *column), "-") for column in columns)] for row in rows)]


def beside(outcome: Outcome, protocol: str) -> list[list[str]]:
    """Published rows of the tasks that were scored, with how well each is known; the first row is the header.

    None where the protocol is not the paper's for the task.
    """
    same = {name for name, task in TASKS.items() if task.kind in OF_THE_PAPER.get(protocol, ())}
    tasks = list(dict.fromkeys(line.task for line in outcome.lines if _published_as(line.task) in same))
    scored = {_published_as(task) for task in tasks}
    rows = list(dict.fromkeys((row.name, row.known) for row in PUBLISHED if row.task in scored))
    cells = {(row.name, row.known, row.task): f"{row.percent:.1f}" for row in PUBLISHED}
    body = [[name, known, *(cells.get((name, known, _published_as(task)), "-") for task in tasks)]
            for name, known in sorted(rows, key=lambda row: (row[1] != READ, rows.index(row)))]  # fmt: skip
    return [["of others", "known", *tasks], *body] if body else []


def page(outcome: Outcome, facts: Mapping[str, Any]) -> str:
    """The run as Markdown."""
    told = [f"- {task}: {text}" for task, texts in outcome.told.items() for text in texts]
    refused = [f"- {task}: {name} cannot read it: {why}" for (task, name), why in outcome.refused.items()]
    models = [
        f"- `{each['name']}`: {'trained' if each['trained'] else 'untrained: random weights'}, {each['sha256'][:12]}"
        for each in facts["models"]
    ]
    samples = [f"- {task}: {' / '.join(map(str, count))} samples to train, validate, test" for task, count in
               {line.task: line.samples for line in outcome.lines}.items()]  # fmt: skip
    others = beside(outcome, facts["protocol"])
    parts = [
        [
            f"## {facts['protocol']}, partition {facts['partition']}",
            "",
            f"Percent, mean over {facts['seeds']} seed(s).",
            "",
        ],
        _markdown(table(outcome)),
        ["", *_markdown(others), "", NO_MATCH] if others else [],
        ["", *models, *samples, *told, *refused, ""],
        [*_how(outcome), INTERVAL, ""],
        [f"Settings that are not the protocol's: {', '.join(facts['departures']) or 'none'}.", ""],
        ["Chosen on the validation part, and seconds to describe and learn, seed by seed:", "", *_facts(outcome), ""],
        [f"Again: `{facts['command']}`", ""],
    ]
    return "\n".join(text for part in parts for text in part)


def _facts(outcome: Outcome) -> list[str]:
    """What each describer's learner chose, "lr 20, seconds 125"."""
    firsts = {(line.task, line.describer, line.learner): line.facts for line in reversed(outcome.lines)}
    return [
        f"- {task}, {describer}, {learner}: "
        + "; ".join(", ".join(f"{name} {value:g}" for name, value in each.items()) for each in facts)
        for (task, describer, learner), facts in reversed(firsts.items())
    ]


def _how(outcome: Outcome) -> list[str]:
    """What was done, by learner."""
    kinds = dict.fromkeys((line.learner, line.metric in PIXEL_METRICS) for line in outcome.lines)
    return [
        f"- {learner}{' (pixels)' if pixels else ''}: {PIXELS.get(learner, HOW[learner]) if pixels else HOW[learner]}"
        for learner, pixels in kinds
    ] + [""]


def _published_as(task: str) -> str:
    return BESIDE if task == NAME else task


def _cell(line: Line) -> str:
    return f"{100 * line.score:.1f} [{100 * line.low:.1f}, {100 * line.high:.1f}]"


def _markdown(rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    head, *body = rows
    rule = "|---|---|" + "---:|" * (len(head) - 2)
    return ["| " + " | ".join(head) + " |", rule, *("| " + " | ".join(row) + " |" for row in body)]
