"""`engine batch`: many scenes in one command. Imports nothing heavy until it runs."""

import importlib
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

import typer

from engine import worker
from engine.cli import console, recipe
from engine.cli.arguments import named, without_meaning
from engine.cli.options import Nodata
from engine.distributed.worker_choice import Scheduler, WorkerChoice, Workers
from engine.errors import RequestError
from engine.output import output_names
from engine.output.strict_json import to_json
from engine.protocol import ClassifyRequest, EmbedRequest, MapRequest, PredictRequest

KINDS = (ClassifyRequest.kind, PredictRequest.kind, EmbedRequest.kind)
EXIT_SOME_FAILED = 2


def batch(
    what: Annotated[
        str, typer.Argument(metavar="classify|predict|embed|RECIPE.json", help="The job to run on each scene.")
    ],
    scenes: Annotated[
        list[str],
        typer.Argument(metavar="SCENE…", help="Rasters, folders of them, lists (@names.txt), STAC items (items.json)."),
    ],
    *,
    out: Annotated[str, typer.Option(help="The folder for the outputs and the summary.", metavar="FOLDER")],
    labels: Annotated[
        str | None,
        typer.Option(help="Labels for all scenes, or a pattern such as labels/{stem}.gpkg.", metavar="LABELS"),
    ] = None,
    field: Annotated[str | None, typer.Option(help="The field that holds the class.", metavar="NAME")] = None,
    confidence: Annotated[bool, typer.Option("--confidence", help="Also write confidence rasters.")] = False,
    vector: Annotated[bool, typer.Option("--vector", help="Also write the maps as polygons.")] = False,
    report: Annotated[bool, typer.Option("--report", help="Also write reports.")] = False,
    sensor: Annotated[
        str | None, typer.Option(help="The sensor of the scenes; `engine sensors` lists them.", metavar="ID")
    ] = None,
    bands: Annotated[
        str | None, typer.Option(help="What each band of the files measures.", metavar="1=B02,2=B03,…")
    ] = None,
    units: Annotated[
        str | None, typer.Option(help="The units of the values: dn, dn+1000, reflectance, db, …", metavar="ID")
    ] = None,
    crs: Annotated[
        str | None, typer.Option(help="The CRS of the scenes; overrides the files' own.", metavar="EPSG:N|WKT")
    ] = None,
    nodata: Nodata = None,
    ignore_file_nodata: Annotated[
        bool, typer.Option("--ignore-file-nodata", help="Treat the files' nodata values as ordinary values.")
    ] = False,
    model: Annotated[
        str | None, typer.Option(help="The model to use; `engine models` lists them.", metavar="NAME|FOLDER")
    ] = None,
    assets: Annotated[str, typer.Option(help="The assets of STAC items to use.", metavar="red,nir,…")] = "",
    remote: Annotated[bool, typer.Option("--remote", help="Allow https addresses in lists and items.")] = False,
    device: Annotated[
        str | None,
        typer.Option(help="The device to compute on: auto, cpu, cuda, mps, or several: cuda:0,cuda:1.", metavar="NAME"),
    ] = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Run all scenes again and replace their outputs.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one JSON object.")] = False,
) -> None:
    """Run one job on many scenes and write one summary. Run it again to resume; finished scenes are skipped."""
    asked = {"confidence": confidence, "vector": vector, "report": report}
    said = {
        "labels": labels, "field": field, "sensor": sensor, "bands": named(bands), "units": units, "crs": crs,
        "model": model, **_of_nodata(nodata),
    } | {name: "asked for" for name, wanted in asked.items() if wanted}  # fmt: skip
    template = template_of(what, {name: value for name, value in said.items() if value})
    template = replace(template, file_nodata=template.file_nodata and not ignore_file_nodata)
    choice = WorkerChoice.of(device or template.device, workers, scheduler)
    template = replace(template, device=choice.devices[0], overwrite=overwrite)
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as tell:
            job, find = (importlib.import_module(f"engine.distributed.{name}") for name in ("batch", "scene_list"))
            folder, template = output_names.folder(out), job.with_absolute_names(template)
            runners = choice.workers(job.work_of(folder) / "workers.log")
            search = find.SceneSearch(job.work_of(folder), [name for name in assets.split(",") if name], remote)
            outputs = job.run(find.find(scenes, search, tell), template, folder, runners, tell)
        stdout.write((to_json(outputs) if as_json else console.describe_batch(outputs)) + "\n")
    if outputs["failed"]:
        raise typer.Exit(EXIT_SOME_FAILED)


def _of_nodata(text: str | None) -> dict[str, Any]:
    """What `--nodata` says, as a recipe would; nothing where it says nothing, so that a recipe's own word counts."""
    said = without_meaning(text)
    return {"nodata": [list(span) for span in said["nodata"]], "fill": "" if said["fill"] == "ask" else said["fill"]}


def template_of(what: str, options: Mapping[str, Any]) -> MapRequest:
    """The request for every scene: of a recipe, or of a kind alone; `options` override what a recipe says.

    Raises:
        RequestError: no recipe, or one of a kind that makes no raster of a scene.
    """
    body = {"kind": what} if what in KINDS else recipe.load(what)
    request = recipe.request_of({**body, "scene": "", **options})
    if not isinstance(request, EmbedRequest | ClassifyRequest | PredictRequest):
        raise RequestError(f"a batch cannot {request.kind}", f"give {' or '.join(KINDS)}, or a recipe of one of them")
    return request
