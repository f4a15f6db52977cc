"""`engine export`: write a model for other programs, as ONNX (which Deepness in QGIS runs) or torch.export."""

import importlib
import sys
from typing import Annotated

import typer

from engine import worker
from engine.cli import console, described
from engine.cli.arguments import ranges
from engine.cli.options import Json, Overwrite
from engine.output.strict_json import to_json
from engine.sensors import parse_bands


def command(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="Name or folder of a fine-tuned model or a backbone.")],
    *,
    format: Annotated[str, typer.Option(help="The format to write.", metavar="onnx|torch-export")],
    out: Annotated[
        str,
        typer.Option(
            help="The file to write; by default the model's name in the current folder.", metavar="FILE.onnx|FILE.pt2"
        ),
    ] = "",
    tile_px: Annotated[
        int | None, typer.Option(help="The side of a tile in pixels, fixed in the file.", metavar="N")
    ] = None,
    units: Annotated[
        str | None, typer.Option(help="The units of the rasters it will map: dn, uint8, …", metavar="ID")
    ] = None,
    nodata: Annotated[
        str | None, typer.Option(help="Values that mean no data, in any band.", metavar="LOW[:HIGH],…")
    ] = None,
    sensor: Annotated[
        str | None, typer.Option(help="For a backbone: the sensor whose bands and pixel size it expects.", metavar="ID")
    ] = None,
    bands: Annotated[
        str | None, typer.Option(help="For a backbone: the bands it expects.", metavar="1=B02,2=B03,…")
    ] = None,
    gsd_m: Annotated[
        float | None, typer.Option(help="For a backbone: the pixel size in metres.", metavar="METRES")
    ] = None,
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """Write a model as ONNX or torch.export, and compare its results with the engine's own."""
    run = importlib.import_module("engine.export.run")  # `engine --help` need not wait for torch
    request = run.ExportRequest(
        model,
        format,
        out,
        tile_px,
        units,
        ranges(nodata),
        sensor,
        parse_bands(bands) if bands else {},
        gsd_m,
        overwrite,
    )
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as report:
            outputs = run.export(request, report)
        stdout.write((to_json(outputs) if as_json else _told(outputs)) + "\n")


def _told(outputs: described.Outputs) -> str:
    given, answered = outputs["input"], outputs["output"]
    return "\n".join(
        [
            described.describe_files(outputs),
            f"takes {' x '.join(map(str, given['shape']))}: {given['values']}, "
            f"bands {', '.join(band['name'] for band in given['bands'])}",
            f"gives {' x '.join(map(str, answered['shape']))}: {answered['values']}",
            f"largest difference to the engine's own answers: {outputs['max_difference']:.2g}",
        ]
    )
