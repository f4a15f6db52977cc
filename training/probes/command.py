"""`engine probe`: frozen-feature probes of models and floors on the labelled sets below a folder, in one table.

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
    from engine.model.model_folder import LoadedModel

NAMES = "eurosat, trees, bigearthnet, flair, landcover, clouds, enmap"


def command(
    *,
    model: Annotated[list[str], typer.Option(help="A model to probe; may be repeated.", metavar="NAME|FOLDER")],
    data: Annotated[Path, typer.Option(help="The folder in and below which labelled sets are found.", metavar="DIR")],
    tasks: Annotated[str, typer.Option(help=f"all, or some of {NAMES}.", metavar="NAME,…")] = "all",
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
    from engine.output import output_names  # noqa: PLC0415
    from engine.output.staging import Outputs  # noqa: PLC0415

    kinds = {"probe.md": output_names.PAGE, "probe.png": output_names.PICTURE, "probe.json": output_names.JSON}
    folder = None if out is None else output_names.folder(out)
    files = [] if folder is None else [folder / name for name in kinds]
    with worker.claim_stdout() as stdout:
        with Outputs(beside, overwrite) as outputs, console.progress(sys.stderr) as report:
            staged = [
                outputs.stage(file, kinds[file.name]) for file in files
            ]  # before the work: a folder that cannot be written
            text = _probed(model, data, tasks, seeds, floors, beside, device, as_json, staged, report)
        stdout.write("\n".join([text, *(map(str, files) if not as_json else ())]) + "\n")


def _probed(
    given: list[str], data: Path, tasks: str, seeds: int, floors: bool, beside: list[Path], device_name: str,
    as_json: bool, staged: list[Path], report: console.Progress,
) -> str:  # fmt: skip
    """Run the probes, write the files, and answer what is printed."""
    try:
        from training.probes import report as reports  # noqa: PLC0415
        from training.probes.run import run  # noqa: PLC0415
        from training.probes.tasks import TASKS  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise RequestError(f"probes need {error.name}", "pip install 'ofa-engine[train]'") from error
    from engine import __version__  # noqa: PLC0415
    from engine.device import pick_device  # noqa: PLC0415
    from engine.model import model_folder  # noqa: PLC0415

    began = time.perf_counter()
    chosen, _ = pick_device(device_name)
    loaded = _named(given, [model_folder.load(name, chosen) for name in given])
    wanted = list(TASKS) if tasks == "all" else [name.strip() for name in tasks.split(",")]
    models = {name: each.model for name, each in loaded.items()}
    outcome = run(models, data, wanted, seeds, floors, chosen, report)
    options = [part for name in given for part in ("--model", name)] + ["--data", str(data), "--tasks", tasks]
    options += [part for path in beside for part in ("--beside", str(path))]
    facts: dict[str, Any] = {
        "version": __version__,
        "models": [{"name": name, "trained": each.trained, "sha256": each.sha256} for name, each in loaded.items()],
        "seeds": seeds,
        "device": str(chosen),
        "command": shlex.join(
            ["engine", "probe", *options, "--seeds", str(seeds), *([] if floors else ["--no-floors"])]
        ),
        "seconds_in_all": time.perf_counter() - began,
    }
    for path in beside:
        reports.join(outcome, facts, path)
    if staged:
        page, figure, results = staged
        reports.write(outcome, facts, page, figure, results)
    if as_json:
        return to_json(reports.as_json(outcome, facts))
    reasons = [f"{task}: {name} cannot read it: {why}" for (task, name), why in outcome.refused.items()]
    return "\n\n".join(filter(None, [console.table(reports.table(outcome)), "\n".join([*reasons, *outcome.told])]))


def _named(given: list[str], loaded: list["LoadedModel"]) -> dict[str, "LoadedModel"]:
    """Models by their cards' names, or by what was given where names repeat."""
    names = [each.name for each in loaded]
    return dict(zip(names if len(set(names)) == len(names) else given, loaded, strict=True))
