"""The `engine` command: builds the same requests as the plugin, runs them here, and prints the outputs.

Nothing heavy is imported until a job runs, so that ``engine --help`` answers at once. Another package adds
commands through the entry-point group ``engine.commands``: name -> a function with typer's annotations, or a Typer.
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from importlib.metadata import entry_points
from typing import Annotated, NoReturn, cast

import typer

from engine import jobs, worker
from engine.allocator import return_large_arrays
from engine.cli import console, described, recipe
from engine.cli.commands.batch import batch
from engine.cli.options import Json, Overwrite, Wire, Words, asks, with_scenes
from engine.distributed.worker_choice import Scheduler, WorkerChoice, Workers
from engine.errors import Cancelled, EngineError
from engine.messages import Failed
from engine.output.strict_json import to_json
from engine.protocol import (
    AssessRequest,
    BenchRequest,
    ChangeRequest,
    ClassifyRequest,
    CleanRequest,
    ClusterRequest,
    CountRequest,
    DoctorRequest,
    EmbedRequest,
    FinetuneRequest,
    GrowRequest,
    HitsRequest,
    InspectRequest,
    ModelsRequest,
    PredictRequest,
    PrepareRequest,
    PreviewRequest,
    RegressRequest,
    Request,
    SampleRequest,
    SimilarRequest,
)
from engine.request_fields import changed
from engine.sensors import CATALOGUE
from engine.words import packed

EXIT_UNEXPECTED, EXIT_ERROR = 1, 2
SPINS = "20000"
"""How often a thread of torch looks whether the others are ready before it sleeps. GNU OpenMP's own number is so
large that beside two busy programs two threads took 9.3 s for what takes 1.9 s alone; this one: 4.1 s, and 1.7 s."""
UsageError = cast(type[typer.BadParameter], typer.BadParameter.__mro__[1])  # click's; newer typer hides its name

app = typer.Typer(
    help="Maps from remote-sensing scenes and a few labels. --debug shows the traceback of an error.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
@asks(InspectRequest)
def inspect(request: InspectRequest, as_json: Json = False) -> None:
    """Show what a scene is: bands, wavelengths and units, where each was read, and what you must still tell."""
    answer(request, as_json, described.describe_scene)


@app.command()
@asks(ClassifyRequest, path=None, labels=None)
def classify(
    request: ClassifyRequest,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENE… LABELS",
            help="The scene to map, and the points, lines or polygons with a class. Labels in several scenes: the one "
            "to map, the others, and one file of labels for all.",
        ),
    ],
    *,
    workers: Workers = None,
    scheduler: Scheduler = None,
    as_json: Json = False,
) -> None:
    """Learn classes from a few labels and map the whole scene."""
    request = replace(with_scenes(request, inputs[:-1]), labels=inputs[-1])
    answer(request, as_json, described.describe_map, WorkerChoice.of(request.compute.device, workers, scheduler))


@app.command()
@asks(EmbedRequest)
def embed(request: EmbedRequest, workers: Workers = None, scheduler: Scheduler = None, as_json: Json = False) -> None:
    """Write the features that the backbone computes for every patch of the scene."""
    answer(request, as_json, described.describe_files, WorkerChoice.of(request.compute.device, workers, scheduler))


app.command()(batch)


@app.command()
@asks(BenchRequest)
def bench(request: BenchRequest, as_json: Json = False) -> None:
    """Measure how fast this machine reads, computes and writes the first rows of a scene."""
    answer(request, as_json, described.describe_bench)


@app.command()
@asks(DoctorRequest)
def doctor(request: DoctorRequest, as_json: Json = False, wire: Wire = False) -> None:
    """Check the installation by running each part; exit status 2 if a check fails."""
    answer(request, as_json, described.describe_machine, form=packed if wire else described.as_is)


@app.command("sensors")
def list_sensors(as_json: Json = False) -> None:
    """List the sensors that the engine knows, with their bands."""
    if as_json:
        typer.echo(to_json({"sensors": [asdict(sensor) for sensor in CATALOGUE.values()]}))
    else:
        typer.echo(described.describe_sensors(CATALOGUE.values()))


@app.command("run")
def run_recipe(
    path: Annotated[str, typer.Argument(metavar="RECIPE.json", help="A recipe, or the report.json of a map.")],
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """Run a recipe that the dock, the toolbox or a report has saved."""
    request = recipe.read(path)
    if overwrite and hasattr(request, "overwrite"):
        request = changed(request, {"overwrite": True})
    answer(request, as_json, DESCRIBE[request.kind])


@app.command()
def serve(words: Words = None) -> None:
    """Answer requests on stdin with events on stdout, one JSON object per line. The QGIS plugin starts this."""
    worker.serve(words=words)


DESCRIBE: dict[str, Callable[[described.Outputs], str]] = {
    InspectRequest.kind: described.describe_scene,
    ClassifyRequest.kind: described.describe_map,
    PreviewRequest.kind: described.describe_files,
    PrepareRequest.kind: described.describe_files,
    GrowRequest.kind: described.describe_regions,
    EmbedRequest.kind: described.describe_files,
    PredictRequest.kind: described.describe_files,
    FinetuneRequest.kind: described.describe_training,
    SimilarRequest.kind: described.describe_unlabelled,
    HitsRequest.kind: described.describe_unlabelled,
    CountRequest.kind: described.describe_count,
    ClusterRequest.kind: described.describe_unlabelled,
    ChangeRequest.kind: described.describe_change,
    SampleRequest.kind: described.describe_sample,
    AssessRequest.kind: described.describe_accuracy,
    CleanRequest.kind: described.describe_cleaning,
    RegressRequest.kind: described.describe_values,
    BenchRequest.kind: described.describe_bench,
    DoctorRequest.kind: described.describe_machine,
    ModelsRequest.kind: lambda outputs: described.describe_models(outputs["models"]),
}


def answer(
    request: Request,
    as_json: bool,
    describe: Callable[[described.Outputs], str],
    choice: WorkerChoice | None = None,
    form: Callable[[object], object] = described.as_is,
) -> described.Outputs:
    """Run `request` and print its outputs; whatever else prints meanwhile goes to stderr, as progress does.

    `form` is what JSON is made of them: sentences as texts, or `engine.words.packed`.
    """
    with worker.claim_stdout() as stdout:

        def ended() -> None:
            if as_json:
                os.write(stdout.fileno(), (to_json({"error": "cancelled", "hint": ""}) + "\n").encode())

        with console.progress(sys.stderr, ended) as report:
            report.follow(request)
            if choice and isinstance(request, ClassifyRequest | EmbedRequest | PredictRequest):
                outputs = choice.run(request, report)
            else:
                outputs = jobs.run(request, report)
        stdout.write((to_json(form(outputs)) if as_json else describe(outputs)) + "\n")
    if isinstance(request, DoctorRequest) and not outputs["ok"]:
        raise typer.Exit(EXIT_ERROR)
    return outputs


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; ends with status 0, 1 (unexpected), 2 (told why) or 130 (cancelled)."""
    os.environ.setdefault("GOMP_SPINCOUNT", SPINS)  # read when torch is loaded, which is later
    return_large_arrays()
    given = list(sys.argv[1:] if arguments is None else arguments)
    join(next((word for word in given if not word.startswith("-")), ""))
    sys.exit(run([word for word in given if word != "--debug"], "--json" in given, "--debug" in given))


OURS = frozenset(each.name or cast(Callable[..., object], each.callback).__name__ for each in app.registered_commands)


def join(wanted: str) -> None:
    """Add the commands of other packages: none if ours is `wanted`, one if theirs is, else all, for the help."""
    points = () if wanted in OURS else entry_points(group="engine.commands")
    for point in [point for point in points if point.name == wanted] or points:
        joined = point.load()
        app.add_typer(joined, name=point.name) if isinstance(joined, typer.Typer) else app.command(point.name)(joined)


def run(arguments: list[str], as_json: bool, debug: bool) -> int:
    """The exit status of one command; every error becomes one line on stderr (and one object with `as_json`)."""
    try:
        status = int(app(arguments, prog_name="engine", standalone_mode=False) or 0)
        if status == console.EXIT_CANCELLED:  # typer makes this of a KeyboardInterrupt
            raise Cancelled
        return status
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        return complain(Failed("", "cancelled"), as_json, console.EXIT_CANCELLED)
    except BrokenPipeError:  # the reader of a pipe has seen enough: `engine sensors | head`
        with open(os.devnull, "wb") as nothing:  # noqa: PTH123 (a device, not a path)
            os.dup2(nothing.fileno(), 1)
        return EXIT_UNEXPECTED
    except UsageError as error:
        command = error.ctx.command_path if error.ctx else "engine"
        what = " ".join(error.format_message().split()).rstrip(".")
        return complain(Failed("", what, f"see {command} --help"), as_json)
    except EngineError as error:
        if debug:
            traceback.print_exc()
        return complain(worker.failure(error), as_json)
    except Exception as error:
        where = "the text above" if debug else keep_traceback()
        if debug:
            traceback.print_exc()
        return complain(worker.failure(error, where=where), as_json, EXIT_UNEXPECTED)


def complain(failed: Failed, as_json: bool, status: int = EXIT_ERROR) -> int:
    """Say in one line what was wrong and what to do; returns `status`."""
    typer.echo(f"error: {failed.error}" + (f" — {failed.hint}" if failed.hint else ""), err=True)
    if as_json:
        typer.echo(to_json({"error": failed.error, "hint": failed.hint}))
    return status


def keep_traceback() -> str:
    """Write the current traceback to a file and name it."""
    with tempfile.NamedTemporaryFile("w", prefix="engine-error-", suffix=".txt", delete=False) as file:
        traceback.print_exc(file=file)
    return file.name
