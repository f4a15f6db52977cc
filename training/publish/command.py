"""`engine publish`: a run becomes a model folder. Loads nothing heavy until it runs."""

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


def command(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The folder of a run of `engine pretrain`.")],
    *,
    name: Annotated[str, typer.Option(help="Of the model.", metavar="NAME")],
    out: Annotated[str, typer.Option(help="Where model folders are.", metavar="DIR")] = "resources/models",
    results: Annotated[
        list[str], typer.Option(help="What was measured of it: probe.json, few_label.jsonl.", metavar="FILE")
    ] = [],  # noqa: B006 - typer copies it
    scene: Annotated[str | None, typer.Option(help="For the similarity picture.", metavar="SCENE")] = None,
    click: Annotated[
        list[str], typer.Option(help="A pixel of the scene, e.g. --click lake=361,195.", metavar="NAME=COLUMN,ROW")
    ] = [],  # noqa: B006
    as_json: Json = False,
) -> None:
    """Make a run's model folder: card, weights, README, pictures. Again when there are results."""
    publish = importlib.import_module("training.publish").publish
    clicks = dict(_click(text) for text in click)
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as report:
            outputs = publish(
                Path(run), name, output_names.folder(out), [Path(file) for file in results], scene, clicks, report
            )
        words = [f"model: {outputs['model']}", *outputs["told"]]
        stdout.write((console.to_json(outputs) if as_json else "\n".join(words)) + "\n")


def _click(text: str) -> tuple[str, tuple[int, int]]:
    name, _, place = text.rpartition("=")
    try:
        col, row = map(int, place.split(","))
    except ValueError as error:
        raise RequestError(f"expected NAME=COLUMN,ROW; found '{text}'", "e.g. --click lake=361,195") from error
    return name, (col, row)
