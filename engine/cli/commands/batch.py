"""`engine batch`: many scenes in one command. Imports nothing heavy until it runs."""

import importlib
import sys
from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated, Any, cast

import typer

from engine import worker
from engine.cli import console, described, recipe
from engine.cli.options import asks_some
from engine.distributed.worker_choice import Scheduler, WorkerChoice, Workers
from engine.errors import RequestError
from engine.output import output_names
from engine.output.strict_json import to_json
from engine.protocol import REQUESTS, ClassifyRequest, EmbedRequest, MapRequest, PredictRequest, on_device
from engine.request_fields import Option, changed

KINDS = (ClassifyRequest.kind, PredictRequest.kind, EmbedRequest.kind)
EXIT_SOME_FAILED = 2


@asks_some(
    ClassifyRequest, PredictRequest, EmbedRequest,
    path=None, out=None,
    labels=Option("Labels for all scenes, or a pattern such as labels/{stem}.gpkg.", "LABELS"),
    confidence=None, applicability=None, vector=None, report=None, save_model=None,
    remote=Option("Allow https addresses in lists and STAC items."),
    device=Option("The device to compute on: auto, cpu, cuda, mps, or several: cuda:0,cuda:1.", "NAME"),
    overwrite=None,
)  # fmt: skip
def batch(
    said: dict[str, Any],
    what: Annotated[
        str, typer.Argument(metavar="classify|predict|embed|RECIPE.json", help="The job to run on each scene.")
    ],
    scenes: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENE…",
            help="Rasters, products, folders of tiles, folders of all these, lists (@names.txt), STAC items.",
        ),
    ],
    *,
    out: Annotated[str, typer.Option(help="The folder for the outputs and the summary.", metavar="FOLDER")],
    confidence: Annotated[bool, typer.Option("--confidence", help="Also write confidence rasters.")] = False,
    applicability: Annotated[
        bool, typer.Option("--applicability", help="Also write rasters of how unlike pixels are to the labels.")
    ] = False,
    vector: Annotated[bool, typer.Option("--vector", help="Also write the maps as polygons.")] = False,
    report: Annotated[bool, typer.Option("--report", help="Also write reports.")] = False,
    save_model: Annotated[
        bool, typer.Option("--save-model", help="Also save what each scene's labels taught as a model.")
    ] = False,
    assets: Annotated[str, typer.Option(help="The assets of STAC items to use.", metavar="red,nir,…")] = "",
    workers: Workers = None,
    scheduler: Scheduler = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Run all scenes again and replace their outputs.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one JSON object.")] = False,
) -> None:
    """Run one job on many scenes and write one summary. Run it again to resume; finished scenes are skipped."""
    asked = {"confidence": confidence, "applicability": applicability, "vector": vector, "report": report}
    asked["save_model"] = save_model
    said = {**said, **{name: "asked for" for name, wanted in asked.items() if wanted}, "overwrite": overwrite}
    template = template_of(what, said)
    choice = WorkerChoice.of(template.compute.device, workers, scheduler)
    template = on_device(template, choice.devices[0])
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as tell:
            job, find = (importlib.import_module(f"engine.distributed.{name}") for name in ("batch", "scene_list"))
            folder, template = output_names.folder(out), job.with_absolute_names(template)
            runners = choice.workers(job.work_of(folder) / "workers.log")
            chosen = [name for name in assets.split(",") if name]
            apart = isinstance(template, ClassifyRequest) and job.STEM in template.labels
            search = find.SceneSearch(job.work_of(folder), chosen, template.scene.remote, apart)
            outputs = job.run(find.find(scenes, search, tell), template, folder, runners, tell)
        stdout.write((to_json(outputs) if as_json else described.describe_batch(outputs)) + "\n")
    if outputs["failed"]:
        raise typer.Exit(EXIT_SOME_FAILED)


def template_of(what: str, said: Mapping[str, Any]) -> MapRequest:
    """The request for every scene: of a recipe, or of a kind alone; what was `said` overrides what a recipe says.

    Raises:
        RequestError: no recipe, one of a kind that makes no raster of a scene, or an option that this kind has not.
    """
    if what in REQUESTS and what not in KINDS:
        raise _not_in_a_batch(what)
    body = {"kind": what} if what in KINDS else recipe.load(what)
    scene: Any = body.get("scene", {})
    request = recipe.request_of({**body, "scene": {**scene, "path": ""} if isinstance(scene, dict) else scene})
    if not isinstance(request, EmbedRequest | ClassifyRequest | PredictRequest):
        raise _not_in_a_batch(request.kind)
    known = {field.name for field in fields(request)}
    if unknown := [name for name in said if name not in known]:
        raise RequestError(f"{request.kind} takes no --{unknown[0]}", f"leave out --{unknown[0]}")
    return cast(MapRequest, changed(request, said))


def _not_in_a_batch(kind: str) -> RequestError:
    return RequestError(f"a batch cannot {kind}", f"give {' or '.join(KINDS)}, or a recipe of one of them")
