"""`engine pretrain`: start or resume a run. Imports nothing heavy until it runs."""

import importlib
import sys
from typing import Annotated

import typer

from engine import worker
from engine.cli import console
from engine.cli.main import EXIT_ERROR
from engine.cli.options import Device, Json
from engine.errors import RequestError
from engine.output import output_names
from engine.output.strict_json import to_json
from training.errors import FirstFailedError


def command(
    recipe: Annotated[
        str, typer.Argument(metavar="RECIPE", help="The recipe: ofa_tiny, ofa_small, ofa_base_paper, debug, …")
    ],
    *,
    out: Annotated[str, typer.Option(help="The folder of the run.", metavar="RUN")],
    data: Annotated[
        list[str], typer.Option(help="A folder of scenes or a catalogue; may be repeated.", metavar="DIR|CATALOG.gpkg")
    ] = [],  # noqa: B006 - typer copies it
    settings: Annotated[
        list[str],
        typer.Option("--set", help="Change a field of the recipe, such as --set steps=500.", metavar="FIELD=VALUE"),
    ] = [],  # noqa: B006
    resume: Annotated[bool, typer.Option("--resume", help="Resume the run in RUN with its own scenes.")] = False,
    taught: Annotated[
        str | None,
        typer.Option(help="Where to keep what teachers see; runs may share it. Default: RUN.", metavar="DIR"),
    ] = None,
    device: Device = "auto",
    as_json: Json = False,
) -> None:
    """Pre-train a backbone by masked image modelling."""
    pick_device = importlib.import_module("engine.device").pick_device
    recipes, pretrain = (importlib.import_module(f"training.pretrain.{name}") for name in ("recipes", "run"))
    joined = importlib.import_module("training.torchrun").ranks
    folder = output_names.folder(out)
    with worker.claim_stdout() as stdout, joined(pick_device(device)[0]) as ranks:
        with console.progress(sys.stderr) as report:

            def begin() -> None:
                changes = dict(map(_pair, settings))
                if resume:
                    if data:
                        sys.stderr.write("--data is not used: the run resumes with its own scenes\n")
                    pretrain.resume(folder, recipe, changes)
                else:
                    pretrain.prepare(folder, recipes.changed(recipes.find(recipe), changes), data, report)

            try:
                ranks.first_does(begin)
                cache = None if taught is None else output_names.folder(taught)
                outputs = pretrain.pretrain(folder, ranks, lambda: report.cancelled, sys.stderr, report, cache)
            except FirstFailedError:
                raise typer.Exit(EXIT_ERROR) from None
        if ranks.first:
            stdout.write((to_json(outputs) if as_json else f"model: {outputs['model']}") + "\n")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise RequestError(f"expected FIELD=VALUE; found '{text}'", "e.g. --set steps=500")
    return name, value
