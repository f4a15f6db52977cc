"""The paper's claim in small: is one backbone for all sensors as good as one for each, and better than random weights?

    python -m benchmarks.controls --data DIR|CATALOG.gpkg --probes DIR --out RUNS [--steps 400] [--taught DIR]

Each control is `ofa_tiny` from random weights with the same number of steps, and one thing changed: one sensor alone,
no teacher, one teacher, no pixels, no steps. A run that ended is not repeated, one that was stopped goes on. Then
`engine probe` scores all of them. Writes `docs/measured/controls.md` and its picture.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from training.evaluate import report
from training.evaluate.outcome import Outcome, SummaryRow

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "measured" / "controls.md"
ALL, RANDOM = "all sensors", "random weights"
CONTROLS: Mapping[str, Mapping[str, str]] = {
    ALL: {},
    "Sentinel-2 alone": {"sampling.modalities": '["S2"]'},
    "Sentinel-1 alone": {"sampling.modalities": '["S1"]'},
    "aerial alone": {"sampling.modalities": '["NAIP"]'},
    "no teacher": {"teachers": "[]"},
    "EfficientNet alone": {"teachers": '["efficientnet-lite0"]'},
    "Galileo alone": {"teachers": '["galileo-nano"]'},
    "no pixels": {"target": "none"},
    RANDOM: {"steps": "0"},
}
"""Name -> what differs from `ofa_tiny`."""
TASKS = ("eurosat", "bigearthnet", "flair", "landcover", "trees")
ALONE = {
    "EuroSAT RGB": "Sentinel-2 alone", "BigEarthNet S2": "Sentinel-2 alone", "TerraMind land cover": "Sentinel-2 alone",
    "BigEarthNet S1": "Sentinel-1 alone", "TerraMind land cover, S1": "Sentinel-1 alone",
    "FLAIR aerial": "aerial alone", "NEON trees alive/dead": "aerial alone",
}  # fmt: skip
"""Task -> the control that saw nothing but its sensor."""
COMMON = {
    "sampling.gain": "0.1", "sampling.offset": "0.1", "band_dropout": "0.2", "sampling.temperature": "0.7",
    "watch_every": "0", "warmup": "0.05", "cooldown": "0.6",
}  # fmt: skip
"""For all of them: the mixture of the shipped weights, and a rate that rises and falls within so short a run."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="to learn from: a folder of scenes or a catalogue")
    parser.add_argument("--probes", required=True, help="the folder of labelled sets")
    parser.add_argument("--out", type=Path, required=True, help="where runs and the probe's files go")
    parser.add_argument("--taught", type=Path, help="where what teachers saw is kept")
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--seeds", type=int, default=5, help="of the probe")
    given = parser.parse_args()
    models = {str(_trained(name, given)): name for name in CONTROLS}
    found = given.out / "probe"
    _engine(
        "probe", *(f"--model={model}" for model in models), "--data", given.probes, "--tasks", ",".join(TASKS),
        "--seeds", str(given.seeds), "--no-floors", "--out", str(found), "--overwrite",
    )  # fmt: skip
    outcome = Outcome.from_json(json.loads((found / "probe.json").read_text(encoding="utf-8")))
    outcome.scores = [replace(score, features=models[score.features]) for score in outcome.scores]
    outcome.refused = {(task, models[model]): why for (task, model), why in outcome.refused.items()}
    write(outcome, given.steps, PAGE)


def _trained(name: str, given: argparse.Namespace) -> Path:
    """The model folder of a control, after its run if there was none."""
    run = given.out / name.replace(" ", "-")
    model = run / "model"
    if model.exists():
        return model
    command = ["pretrain", "ofa_tiny", "--out", str(run), "--taught", str(given.taught or given.out / "taught")]
    if (run / "recipe.json").exists():
        _engine(*command, "--resume")
    else:
        if (axes := given.out / ALL.replace(" ", "-") / "teachers").exists():
            shutil.copytree(axes, run / "teachers")  # all are told the same, whichever scenes they see
        settings = {**COMMON, "steps": str(given.steps), **CONTROLS[name]}
        _engine(*command, "--data", given.data, *(f"--set={field}={value}" for field, value in settings.items()))
    return model


def _engine(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "engine", *arguments], check=True)


def write(outcome: Outcome, steps: int, path: Path) -> None:
    """The page and its picture from what `engine probe` found."""
    header, *rows = report.probe_table(outcome)
    chips = steps * 48
    page = [
        "# Controls: one backbone for all sensors, one for each, none",
        "",
        f"Each column is `ofa_tiny` from random weights after {chips:,} chips ({steps} steps), a small part of what "
        "the shipped weights saw. One thing differs from *all sensors*: the sensors that it saw, its teachers, or its "
        "pixels' share of the loss. Mean ± standard deviation over the seeds of the probe; each control was trained "
        "once, so differences of one or two points between trained columns may be chance.",
        "",
        "![Scores by task](controls.png)",
        "",
        f"| {' | '.join(header)} |",
        f"|---|---|{'---:|' * (len(header) - 2)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        *claims(outcome.lines()),
        "",
        "`python -m benchmarks.controls` repeats it. How the probe measures: [Frozen features](probe.md).",
        "",
    ]
    path.write_text("\n".join(page), encoding="utf-8")
    lines = [(each.task, each.metric, each.features, each.mean, each.std) for each in outcome.lines()]
    report.draw_lines(lines, header[2:-1], path.with_suffix(".png"))


def claims(lines: Sequence[SummaryRow]) -> Iterator[str]:
    """How often each part of the claim holds over the lines of the table, and by how much beyond the deviations."""
    table: dict[tuple[str, str], dict[str, SummaryRow]] = {}
    for line in lines:
        table.setdefault((line.task, line.metric), {})[line.features] = line
    alone = [(row[ALL], row[ALONE[task]]) for (task, _), row in table.items() if task in ALONE]
    yield from (
        _told("all sensors against the task's own sensor alone", alone),
        _told("the task's own sensor alone against random weights",
              [(row[ALONE[task]], row[RANDOM]) for (task, _), row in table.items() if task in ALONE]),
        _told("all sensors against random weights", [(row[ALL], row[RANDOM]) for row in table.values()]),
        *(_told(f"{ALL} against {name}", [(row[ALL], row[name]) for row in table.values()])
          for name in ("no teacher", "EfficientNet alone", "Galileo alone", "no pixels")),
    )  # fmt: skip


def _told(what: str, pairs: Sequence[tuple[SummaryRow, SummaryRow]]) -> str:
    gains = [one.mean - other.mean for one, other in pairs]
    beyond = [one.std + other.std for one, other in pairs]
    better, worse = (
        sum(sign * gain > most for gain, most in zip(gains, beyond, strict=True)) for sign in (1, -1)
    )  # fmt: skip
    mean = 100 * sum(gains) / len(gains)
    return (
        f"- {what[0].upper()}{what[1:]}: {mean:+.1f} points on average over {len(gains)} lines; better by more than "
        f"both deviations on {better}, worse on {worse}."
    )


if __name__ == "__main__":
    main()
