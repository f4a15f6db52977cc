"""`engine publish`: make a model folder from a run. Imports nothing heavy until it runs."""

import importlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from engine import worker
from engine.cli import console
from engine.cli.options import Json
from engine.errors import RequestError
from engine.output import output_names
from engine.output.strict_json import to_json


def command(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The folder of a run of `engine pretrain`.")],
    *,
    name: Annotated[str, typer.Option(help="The name of the model.", metavar="NAME")],
    out: Annotated[str, typer.Option(help="The folder of model folders.", metavar="DIR")] = "resources/models",
    results: Annotated[
        list[str], typer.Option(help="Results to show on its page: probe.json, few_label.jsonl.", metavar="FILE")
    ] = [],  # noqa: B006 - typer copies it
    scene: Annotated[str | None, typer.Option(help="The scene of the similarity picture.", metavar="SCENE")] = None,
    click: Annotated[
        list[str], typer.Option(help="A pixel of the scene, such as --click lake=361,195.", metavar="NAME=COLUMN,ROW")
    ] = [],  # noqa: B006
    as_json: Json = False,
) -> None:
    """Make a model folder from a run: card, weights, README and pictures. Run it again to add results."""
    publish = importlib.import_module("training.publish.run").publish
    clicks = dict(_click(text) for text in click)
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as report:
            outputs = publish(
                Path(run), name, output_names.folder(out), [Path(file) for file in results], scene, clicks, report
            )
        words = [f"model: {outputs['model']}", *outputs["told"]]
        stdout.write((to_json(outputs) if as_json else "\n".join(words)) + "\n")


def _click(text: str) -> tuple[str, tuple[int, int]]:
    name, _, place = text.rpartition("=")
    try:
        col, row = map(int, place.split(","))
    except ValueError as error:
        raise RequestError(f"expected NAME=COLUMN,ROW; found '{text}'", "e.g. --click lake=361,195") from error
    return name, (col, row)
