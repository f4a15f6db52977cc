"""`engine finetune`: start or resume a run. Imports nothing heavy until it runs."""

from dataclasses import replace
from typing import Annotated

import typer

from engine.cli import described
from engine.cli.main import answer
from engine.cli.options import Json, asks, with_scenes
from engine.errors import RequestError
from engine.model.task import BY_PIXEL
from engine.protocol import FinetuneRequest


@asks(FinetuneRequest, path=None)
def command(
    request: FinetuneRequest,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENE… LABELS",
            help="Scenes, followed by their labels: vectors, a label raster, or a folder of label rasters. Or folders "
            "and zips of chips, in which each folder is named after a class.",
        ),
    ],
    *,
    freeze: Annotated[bool, typer.Option("--freeze", help="Train only the head (the default).")] = False,
    lora: Annotated[bool, typer.Option("--lora", help="Also train low-rank changes of the backbone.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Also train the whole backbone.")] = False,
    as_json: Json = False,
) -> None:
    """Train a model on labelled scenes or chips: a head on the backbone and, if you ask, the backbone too."""
    modes = [mode for mode, wanted in (("frozen", freeze), ("lora", lora), ("full", full)) if wanted]
    if len(modes) > 1:
        raise RequestError("--freeze, --lora and --full exclude each other", "give one of them")
    by_pixel = request.task in BY_PIXEL
    if by_pixel and request.labels:
        raise RequestError("--labels is for chips", "name the labels of scenes after the scenes")
    names, truth = (inputs[:-1], inputs[-1]) if by_pixel else (inputs, request.labels)
    request = replace(with_scenes(request, names), labels=truth, mode=(modes or ["frozen"])[0])
    answer(request, as_json, described.describe_training)
