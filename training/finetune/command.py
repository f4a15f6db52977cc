"""`engine finetune`: start or resume a run. Imports nothing heavy until it runs."""

from typing import Annotated

import typer

from engine.cli import console
from engine.cli.arguments import colours as colours_in
from engine.cli.arguments import named, without_meaning
from engine.cli.main import answer
from engine.cli.options import (
    Bands,
    Colours,
    Crs,
    Device,
    IgnoreNodata,
    Json,
    Layer,
    Model,
    Nodata,
    Overwrite,
    Precision,
    Sensor,
    SkipDamaged,
    Units,
)
from engine.errors import RequestError
from engine.model.task import BY_PIXEL
from engine.protocol import FinetuneRequest


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENE… LABELS",
            help="Scenes, followed by their labels: vectors, a label raster, or a folder of label rasters. Or folders "
            "and zips of chips, in which each folder is named after a class.",
        ),
    ],
    *,
    out: Annotated[str, typer.Option(help="The folder of the new model.", metavar="MODEL")],
    task: Annotated[
        str, typer.Option(help="The task: segmentation, regression, classification or multilabel.", metavar="NAME")
    ] = "segmentation",
    field: Annotated[str, typer.Option(help="The field or column that holds the class.", metavar="NAME")] = "",
    labels: Annotated[str, typer.Option(help="The labels of chips, as a CSV table.", metavar="TABLE.csv")] = "",
    layer: Layer = None,
    classes: Annotated[
        str | None, typer.Option(help="The label values to learn, and their names.", metavar="1=roof,2=road")
    ] = None,
    colours: Colours = None,
    freeze: Annotated[bool, typer.Option("--freeze", help="Train only the head (the default).")] = False,
    lora: Annotated[bool, typer.Option("--lora", help="Also train low-rank changes of the backbone.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Also train the whole backbone.")] = False,
    head: Annotated[
        str, typer.Option(help="The head: light, linear or upernet; by default what suits the task.", metavar="NAME")
    ] = "",
    model: Model = None,
    steps: Annotated[int, typer.Option(help="The most steps to train; 0 means 600.", metavar="N")] = 0,
    batch: Annotated[int, typer.Option(help="Chips per step.", metavar="N")] = 16,
    lr: Annotated[float, typer.Option(help="Peak learning rate of the head; 0 chooses one.", metavar="RATE")] = 0.0,
    chip_px: Annotated[int, typer.Option(help="Side of a chip in pixels; 0 chooses one.", metavar="N")] = 0,
    patience: Annotated[
        int,
        typer.Option(help="Evaluations without improvement before the run ends; 0 never ends it early.", metavar="N"),
    ] = 5,
    seed: Annotated[int, typer.Option(help="The seed of all random choices.", metavar="N")] = 0,
    sensor: Sensor = None,
    bands: Bands = None,
    units: Units = None,
    crs: Crs = None,
    nodata: Nodata = None,
    ignore_file_nodata: IgnoreNodata = False,
    skip_damaged: SkipDamaged = False,
    device: Device = "auto",
    precision: Precision = "auto",
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """Train a model on labelled scenes or chips: a head on the backbone and, if you ask, the backbone too."""
    modes = [mode for mode, wanted in (("frozen", freeze), ("lora", lora), ("full", full)) if wanted]
    if len(modes) > 1:
        raise RequestError("--freeze, --lora and --full exclude each other", "give one of them")
    if task in BY_PIXEL and labels:
        raise RequestError("--labels is for chips", "name the labels of scenes after the scenes")
    if task in BY_PIXEL and len(inputs) < 2:
        raise RequestError("expected scenes and, last, their labels; found one name", "add the labels")
    scenes, truth = (inputs[:-1], inputs[-1]) if task in BY_PIXEL else (inputs, labels)
    said = {
        "sensor": sensor, "bands": named(bands), "units": units, "crs": crs, **without_meaning(nodata),
        "skip_damaged": skip_damaged, "file_nodata": not ignore_file_nodata,
    }  # fmt: skip
    request = FinetuneRequest(
        scenes[0], **said, more=tuple({"scene": scene, **said} for scene in scenes[1:]), labels=truth,
        field=field, layer=layer, classes=named(classes), colours=colours_in(colours), task=task,
        mode=(modes or ["frozen"])[0], head=head, out=out, model=model, steps=steps, batch=batch, lr=lr,
        chip_px=chip_px, patience=patience, seed=seed, device=device, precision=precision, overwrite=overwrite,
    )  # fmt: skip
    answer(request, as_json, console.describe_training)
