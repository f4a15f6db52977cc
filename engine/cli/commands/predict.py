"""`engine predict`: a fine-tuned model maps a scene or classifies chips."""

from typing import Annotated

import typer

from engine.cli import console
from engine.cli.arguments import named, numbers, without_meaning
from engine.cli.main import answer
from engine.cli.options import (
    Bands,
    Confidence,
    Crs,
    Device,
    Extent,
    IgnoreNodata,
    Json,
    Nodata,
    Overwrite,
    Precision,
    Sensor,
    SkipDamaged,
    Units,
    Vector,
)
from engine.distributed.worker_choice import Scheduler, WorkerChoice, Workers
from engine.protocol import PredictRequest


def command(
    scene: Annotated[str, typer.Argument(metavar="SCENE|CHIPS", help="A raster, or a folder or zip of chips.")],
    *,
    model: Annotated[str, typer.Option(help="A model that `engine finetune` made.", metavar="NAME|FOLDER")],
    out: Annotated[str, typer.Option(help="The map to write; for chips, a table.", metavar="MAP.tif|TABLE.csv")],
    confidence: Confidence = None,
    vector: Vector = None,
    sensor: Sensor = None,
    bands: Bands = None,
    units: Units = None,
    crs: Crs = None,
    nodata: Nodata = None,
    ignore_file_nodata: IgnoreNodata = False,
    skip_damaged: SkipDamaged = False,
    extent: Extent = None,
    device: Device = "auto",
    workers: Workers = None,
    scheduler: Scheduler = None,
    precision: Precision = "auto",
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """Map a scene, or classify chips, with a fine-tuned model."""
    request = PredictRequest(
        scene, sensor=sensor, bands=named(bands), units=units, crs=crs, **without_meaning(nodata),
        skip_damaged=skip_damaged, file_nodata=not ignore_file_nodata, model=model, out=out, confidence=confidence,
        vector=vector, extent=numbers(extent), device=device, precision=precision, overwrite=overwrite,
    )  # fmt: skip
    answer(request, as_json, console.describe_files, WorkerChoice.of(device, workers, scheduler))
