"""`engine probe` and `engine geobench`: frozen features and fine-tuning, scored on labelled sets.

Imports nothing heavy until it runs, for the command line loads every command to answer ``--help``.
"""

import shlex
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine import worker
from engine.cli import console, described
from engine.cli.options import Device, Json, Overwrite
from engine.errors import RequestError
from engine.output import output_names
from engine.output.strict_json import to_json

if TYPE_CHECKING:
    import torch

    from engine.model.model_folder import LoadedModel

PROBE_TASKS = "eurosat, trees, bigearthnet, flair, landcover, clouds, enmap"
PROBE_FILES = {"probe.md": output_names.PAGE, "probe.png": output_names.PICTURE, "probe.json": output_names.JSON}
GEOBENCH_FILES = {"geobench.md": output_names.PAGE, "geobench.json": output_names.JSON}


def probe(
    *,
    model: Annotated[list[str], typer.Option(help="A model to probe; may be repeated.", metavar="NAME|FOLDER")],
    data: Annotated[Path, typer.Option(help="The folder in and below which labelled sets are found.", metavar="DIR")],
    tasks: Annotated[str, typer.Option(help=f"all, or some of {PROBE_TASKS}.", metavar="NAME,…")] = "all",
    seeds: Annotated[
        int, typer.Option(help="The number of random splits and random networks.", metavar="N", min=1)
    ] = 5,
    out: Annotated[
        str | None, typer.Option(help="The folder for probe.md, probe.png and probe.json.", metavar="DIR")
    ] = None,
    beside: Annotated[list[Path], typer.Option(help="Earlier results to add to the table.", metavar="probe.json")] = [],  # noqa: B006
    floors: Annotated[
        bool, typer.Option(help="Also score random weights, random convolutions and image statistics.")
    ] = True,
    device: Device = "auto",
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """Score frozen features on labelled sets with linear and nearest-neighbour probes, beside simple baselines."""

    def probed(progress: console.Progress) -> Results:
        from training.evaluate import report  # noqa: PLC0415
        from training.evaluate.probe import TASKS, Methods, run  # noqa: PLC0415

        began = time.perf_counter()
        chosen, loaded = _loaded(model, device)
        wanted = list(TASKS) if tasks == "all" else [name.strip() for name in tasks.split(",")]
        methods = Methods({name: each.model for name, each in loaded.items()}, floors, chosen, seeds)
        outcome = run(data, wanted, methods, progress)
        command = [*_repeat("--model", model), "--data", str(data), "--tasks", tasks, *_repeat("--beside", beside),
                   "--seeds", str(seeds), *([] if floors else ["--no-floors"])]  # fmt: skip
        facts = _facts(loaded, chosen, seeds, ["probe", *command], began)
        for path in beside:
            outcome = report.join_probe(outcome, facts, path)
        shown = [described.table(report.probe_table(outcome)), "\n".join(outcome.remarks())]
        files = [
            partial(_write, report.probe_page(outcome, facts, "probe.png")), partial(report.draw_probe, outcome)
        ]  # fmt: skip
        return shown, {**facts, **outcome.as_json()}, files

    _run(probed, out, PROBE_FILES, beside, overwrite, as_json)


def geobench(
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="A task, such as m-eurosat, eurosat-rgb, benv2 or pastis, or all.")
    ],
    *,
    root: Annotated[Path, typer.Option(help="The folder of the GEO-Bench data (GEO_BENCH_DIR).", metavar="DIR")],
    model: Annotated[list[str], typer.Option(help="A model to score; may be repeated.", metavar="NAME|FOLDER")],
    out: Annotated[str, typer.Option(help=f"The folder for {' and '.join(GEOBENCH_FILES)}.", metavar="DIR")],
    protocol: Annotated[
        str, typer.Option(help="The protocol: linear, knn, lbfgs, finetune or frozen-upernet.", metavar="NAME")
    ] = "linear",
    partition: Annotated[
        str, typer.Option(help="The partition: default, or a share of the training samples.", metavar="0.10x")
    ] = "default",
    seeds: Annotated[int, typer.Option(help="The number of random draws.", metavar="N", min=1)] = 1,
    change: Annotated[
        list[str], typer.Option("--set", help="Change a setting, such as --set epochs=10.", metavar="NAME=VALUE")
    ] = [],  # noqa: B006
    device: Device = "auto",
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """Score models on GEO-Bench, beside two simple baselines and published results."""

    def scored(progress: console.Progress) -> Results:
        from training.evaluate import report  # noqa: PLC0415
        from training.evaluate.geobench import GeoBenchRun, evaluate, tasks_of  # noqa: PLC0415
        from training.evaluate.settings import PROTOCOLS, settings_of  # noqa: PLC0415

        began = time.perf_counter()
        names = tasks_of(task)  # before models are loaded
        if protocol not in PROTOCOLS:
            raise RequestError(
                f"expected a protocol of {', '.join(PROTOCOLS)}; found '{protocol}'", "give one to --protocol"
            )
        settings = settings_of(_pairs(change))
        chosen, loaded = _loaded(model, device)
        models, sha256s = ({name: getattr(each, part) for name, each in loaded.items()} for part in ("model", "sha256"))
        run = GeoBenchRun(models, sha256s, root, Path(out), protocol, partition, seeds, settings, chosen)
        outcome = evaluate(names, run, progress)
        command = [
            "geobench", task, "--root", str(root), *_repeat("--model", model), "--protocol", protocol,
            "--partition", partition, "--seeds", str(seeds), "--out", out, *_repeat("--set", change),
        ]  # fmt: skip
        facts: dict[str, Any] = {
            **_facts(loaded, chosen, seeds, command, began), "task": task, "root": str(root), "protocol": protocol,
            "partition": partition, "departures": settings.departures(protocol),
        }  # fmt: skip
        others = report.published_table(outcome, protocol)
        tables = [described.table(rows) for rows in (report.geobench_table(outcome), others) if rows]
        shown = [*tables, report.NO_MATCH if others else "", "\n".join(outcome.remarks())]
        files = [partial(_write, report.geobench_page(outcome, facts))]
        return (
            shown,
            {**facts, **outcome.as_json(), "published": [asdict(row) for row in report.published(outcome)]},
            files,
        )

    _run(scored, out, GEOBENCH_FILES, [], overwrite, as_json)


Results = tuple[list[str], dict[str, Any], Sequence[Callable[[Path], None]]]
"""What a person reads, everything as JSON, and what writes the other files."""


def _run(
    work: Callable[[console.Progress], Results], out: str | None, kinds: Mapping[str, output_names.OutputKind],
    inputs: list[Path], overwrite: bool, as_json: bool,
) -> None:  # fmt: skip
    """Evaluate, write the files (the last one is the JSON) and print; a folder that cannot be written is told first."""
    from engine.output.staging import Outputs, disk_errors  # noqa: PLC0415

    paths = [] if out is None else [output_names.folder(out) / name for name in kinds]
    with worker.claim_stdout() as stdout:
        with Outputs(inputs, overwrite) as outputs, console.progress(sys.stderr) as report:
            staged = [outputs.stage(path, kind) for path, kind in zip(paths, kinds.values(), strict=False)]
            try:
                shown, found, files = work(report)
            except ModuleNotFoundError as error:
                raise RequestError(f"evaluation needs {error.name}", "pip install 'ofa-engine[train]'") from error
            values = to_json(found)
            writers: list[Callable[[Path], None]] = [*files, partial(_write, values + "\n")]
            for path, write in zip(staged, writers, strict=False):
                with disk_errors(path):
                    write(path)
        shown += [] if as_json else ["\n".join(map(str, paths))]
        stdout.write((values if as_json else "\n\n".join(filter(None, shown))) + "\n")


def _write(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _loaded(given: list[str], device_name: str) -> "tuple[torch.device, dict[str, LoadedModel]]":
    """The device, and models by their cards' names, or by what was given where names repeat."""
    from engine.device import pick_device  # noqa: PLC0415
    from engine.model import model_folder  # noqa: PLC0415

    device, _ = pick_device(device_name)
    loaded = [model_folder.load(name, device) for name in given]
    names = [each.name for each in loaded]
    return device, dict(zip(names if len(set(names)) == len(names) else given, loaded, strict=True))


def _facts(
    loaded: "Mapping[str, LoadedModel]", device: "torch.device", seeds: int, command: list[str], began: float
) -> dict[str, Any]:
    """What a result file says of the run."""
    from engine import __version__  # noqa: PLC0415

    models = [{"name": name, "trained": each.trained, "sha256": each.sha256} for name, each in loaded.items()]
    return {
        "version": __version__, "models": models, "seeds": seeds, "device": str(device),
        "command": shlex.join(["engine", *command]), "seconds": time.perf_counter() - began,
    }  # fmt: skip


def _repeat(option: str, values: list[Any]) -> list[str]:
    return [part for value in values for part in (option, str(value))]


def _pairs(change: list[str]) -> dict[str, str]:
    pairs = {}
    for text in change:
        name, equals, value = text.partition("=")
        if not equals:
            raise RequestError(f"expected --set name=value; found '{text}'", "such as --set epochs=10")
        pairs[name] = value
    return pairs
