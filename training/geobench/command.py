"""`engine geobench`: the tasks of GEO-Bench by a protocol, with floors and published rows beside.

Imports nothing heavy until it runs, for the command line loads every command to answer ``--help``.
"""

import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine import worker
from engine.cli import console
from engine.cli.options import Device, Json, Overwrite
from engine.errors import RequestError
from engine.output.strict_json import to_json

if TYPE_CHECKING:
    from training.geobench.run import Wanted

FILES = ("geobench.md", "geobench.json")


def command(
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="A task, such as m-eurosat, eurosat-rgb, benv2 or pastis, or all.")
    ],
    *,
    root: Annotated[Path, typer.Option(help="The folder of the GEO-Bench data (GEO_BENCH_DIR).", metavar="DIR")],
    model: Annotated[list[str], typer.Option(help="A model to score; may be repeated.", metavar="NAME|FOLDER")],
    out: Annotated[str, typer.Option(help=f"The folder for {' and '.join(FILES)}.", metavar="DIR")],
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
    from engine.output import output_names  # noqa: PLC0415
    from engine.output.staging import Outputs  # noqa: PLC0415

    folder = output_names.folder(out)
    kinds = {FILES[0]: output_names.PAGE, FILES[1]: output_names.JSON}
    with worker.claim_stdout() as stdout:
        with Outputs([], overwrite) as outputs, console.progress(sys.stderr) as report:
            staged = [
                outputs.stage(folder / name, kind) for name, kind in kinds.items()
            ]  # before the work: a folder that cannot be written
            options = {"task": task, "root": str(root), "protocol": protocol, "partition": partition, "seeds": seeds}
            text = _scored(options, model, folder, change, device, as_json, staged, report)
        stdout.write(text + "\n")


def _scored(
    options: dict[str, Any], given: list[str], out: Path, change: list[str], device_name: str, as_json: bool,
    staged: list[Path], report: console.Progress,
) -> str:  # fmt: skip
    """Run, write the files, and answer what is printed."""
    from engine.output.staging import disk_errors  # noqa: PLC0415

    try:
        from training.geobench import results  # noqa: PLC0415
        from training.geobench.run import run, tasks_of  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise RequestError(f"GEO-Bench needs {error.name}", "pip install 'ofa-engine[train]'") from error
    began = time.perf_counter()
    names = tasks_of(options["task"])  # before models are loaded
    wanted, facts = _wanted(options, given, out, change, device_name)
    outcome = run(names, wanted, out, report)
    facts["seconds"] = time.perf_counter() - began
    values = to_json(results.as_json(outcome, facts))
    with disk_errors(out):
        for path, text in zip(staged, (results.page(outcome, facts), values + "\n"), strict=True):
            path.write_text(text, encoding="utf-8")
    if as_json:
        return values
    beside = results.beside(outcome, options["protocol"])
    shown = [console.table(rows) for rows in (results.table(outcome), beside) if rows]
    shown += [results.NO_MATCH] if beside else []
    told = [f"{name}: {text}" for name, texts in outcome.told.items() for text in texts]
    told += [f"{name}: {which} cannot read it: {why}" for (name, which), why in outcome.refused.items()]
    return "\n\n".join([*shown, "\n".join([*told, *(str(out / name) for name in FILES)])])


def _wanted(
    options: dict[str, Any], given: list[str], out: Path, change: list[str], device_name: str
) -> tuple["Wanted", dict[str, Any]]:
    """What is asked for, with its models loaded; and what the result file says of it."""
    from engine import __version__  # noqa: PLC0415
    from engine.device import pick_device  # noqa: PLC0415
    from engine.model import model_folder  # noqa: PLC0415
    from training.geobench.run import Wanted  # noqa: PLC0415
    from training.geobench.settings import PROTOCOLS, changed  # noqa: PLC0415

    if options["protocol"] not in PROTOCOLS:
        raise RequestError(
            f"expected a protocol of {', '.join(PROTOCOLS)}; found '{options['protocol']}'", "give one to --protocol"
        )
    settings = changed(_pairs(change))
    device, _ = pick_device(device_name)
    loaded = {name: model_folder.load(name, device) for name in given}
    wanted = Wanted(
        {name: each.model for name, each in loaded.items()}, {name: each.sha256 for name, each in loaded.items()},
        Path(options["root"]), options["protocol"], options["partition"], options["seeds"], settings, device,
    )  # fmt: skip
    models = [{"name": name, "trained": each.trained, "sha256": each.sha256} for name, each in loaded.items()]
    return wanted, {
        "version": __version__, **options, "models": models, "device": str(device),
        "departures": settings.departures(options["protocol"]), "command": _again(options, given, out, change),
    }  # fmt: skip


def _pairs(change: list[str]) -> dict[str, str]:
    pairs = {}
    for text in change:
        name, equals, value = text.partition("=")
        if not equals:
            raise RequestError(f"expected --set name=value; found '{text}'", "such as --set epochs=10")
        pairs[name] = value
    return pairs


def _again(options: dict[str, Any], given: list[str], out: Path, change: list[str]) -> str:
    models = [part for name in given for part in ("--model", name)]
    changes = [part for text in change for part in ("--set", text)]
    rest = [*(part for name in ("protocol", "partition", "seeds") for part in (f"--{name}", str(options[name]))),
            "--out", str(out)]  # fmt: skip
    return shlex.join(["engine", "geobench", options["task"], "--root", options["root"], *models, *rest, *changes])
