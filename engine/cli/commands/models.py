"""`engine models`: list, show and add models, download published ones after asking about the licence, verify them."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine import jobs, worker
from engine.cli import console, described
from engine.cli.main import EXIT_ERROR, answer
from engine.cli.options import Json
from engine.errors import ModelError, RequestError
from engine.gdal.gdal_names import quoted
from engine.model import model_card
from engine.output import output_names
from engine.output.strict_json import to_json
from engine.protocol import ModelsRequest
from engine.user_folders import user_folder

if TYPE_CHECKING:
    from engine.published.catalogue import PublishedModel

app = typer.Typer(help="List, show, add, download and verify models.", rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def at_hand(context: typer.Context, as_json: Json = False) -> None:
    """List the installed models; `engine models list` also shows those you can download."""
    if context.invoked_subcommand is None:
        answer(ModelsRequest(), as_json, lambda outputs: described.describe_models(outputs["models"]))
    elif as_json:
        raise RequestError(f"--json stands before '{context.invoked_subcommand}'", "give it behind")


@app.command("list")
def list_models(as_json: Json = False) -> None:
    """List the installed models and the published ones that `pull` downloads."""
    catalogue = _module("published.catalogue")
    here = model_card.named_folders()
    published = [
        {
            "name": known.name,
            "title": known.title,
            "licence": known.licence.id,
            "megabytes": known.size_bytes and round(known.size_bytes / 1e6),
            "here": name in here,
        }
        for name, known in catalogue.PUBLISHED.items()
    ]
    rows = [
        (row["name"], _size(row), row["licence"], "here" if row["here"] else "-", row["title"]) for row in published
    ]
    outputs = {**jobs.run(ModelsRequest(), lambda *_: None), "published": published}
    table = described.table([("published", "download", "licence", "", "what it is"), *rows])
    typer.echo(to_json(outputs) if as_json else f"{described.describe_models(outputs['models'])}\n\n{table}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME|FOLDER|ZIP", help="A model.")], as_json: Json = False
) -> None:
    """Show what a model is: what it maps, from which bands, what it has learnt from, and how good it is."""
    card = model_card.card_of(name)
    typer.echo(to_json(card) if as_json else described.describe_model(card))


@app.command()
def add(
    given: Annotated[str, typer.Argument(metavar="FOLDER|ZIP", help="A model that somebody has passed on.")],
    as_json: Json = False,
) -> None:
    """Copy a model to your own, so that the dock and all commands know it by its name."""
    answer(ModelsRequest(add=given), as_json, lambda outputs: f"use it with --model {quoted(outputs['added'])}")


@app.command()
def pull(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A published model; `engine models list` shows them.")],
    *,
    offline: Annotated[
        str | None,
        typer.Option("--from", help="Take the published file from this folder instead of the web.", metavar="FOLDER"),
    ] = None,
    out: Annotated[
        str | None, typer.Option(help="The folder of models; by default your own.", metavar="FOLDER")
    ] = None,
    accepted: Annotated[bool, typer.Option("--accept-licence", help="Accept the licence without being asked.")] = False,
    as_json: Json = False,
) -> None:
    """Download a published model. Resumes a broken download and checks it against its digest."""
    published = _module("published.catalogue").find(name)
    pulling = _module("published.pull")
    named = user_folder() if out is None else Path(out).expanduser() if out.startswith("~") else out
    root = Path(named)
    if not pulling.is_here(published, root):
        output_names.folder(named)
        _ask(published, accepted)
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as report:
            pulled = pulling.pull(published, root, Path(offline).expanduser() if offline else None, report)
        outputs = {"model": str(pulled.folder), "new": pulled.new, "trusted_sha256": pulled.trusted}
        stdout.write((to_json(outputs) if as_json else _told(name, outputs, out)) + "\n")


@app.command()
def verify(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="An installed model; by default all.")] = None,
    as_json: Json = False,
) -> None:
    """Compare weights with the digests recorded at installation; exit status 2 if they differ."""
    weights = _module("model.model_folder")
    folders = {name: model_card.folder_of(name)} if name else model_card.named_folders()
    rows = [_verified(weights, name, folder) for name, folder in sorted(folders.items())]
    text = to_json({"models": rows}) if as_json else described.table([("name", "state"), *_states(rows)])
    typer.echo(text)
    if damaged := [row["name"] for row in rows if not row["ok"]]:
        typer.echo(f"error: damaged: {', '.join(damaged)} — pull or copy them again", err=True)
        raise typer.Exit(EXIT_ERROR)


def _module(name: str) -> ModuleType:
    """Import a module when it is needed, so that `engine --help` need not wait for torch."""
    return importlib.import_module(f"engine.{name}")


def _ask(published: "PublishedModel", accepted: bool) -> None:
    """Show the licence and have it accepted.

    Raises:
        RequestError: it is not, or there is nobody to ask.
    """
    licence = published.licence
    typer.echo(
        f"{published.name} ({published.title}) is the work of {licence.holder}, under {licence.title} ({licence.id}): "
        f"{licence.url}\nWho uses it cites {licence.citation}.",
        err=True,
    )
    if accepted:
        return
    if not sys.stdin.isatty():
        raise RequestError(
            "the licence has to be accepted, and there is no terminal to ask at", "give --accept-licence"
        )
    if not typer.confirm("Accept the licence?", err=True):
        raise RequestError("the licence was not accepted; nothing was fetched")


def _told(name: str, outputs: dict[str, Any], out: str | None) -> str:
    lines = [f"model: {outputs['model']}" + ("" if outputs["new"] else " (was here, and is whole)")]
    if outputs["trusted_sha256"]:
        lines.append(
            f"the digest of this file was not known before; it is trusted from now on: {outputs['trusted_sha256']}"
        )
    lines.append(f"use it with --model {outputs['model'] if out else name}")
    return "\n".join(lines)


def _verified(weights: ModuleType, name: str, folder: Path) -> dict[str, Any]:
    try:
        sha256 = weights.check(folder)
    except ModelError as error:
        return {"name": name, "ok": False, "sha256": None, "state": str(error)}
    return {"name": name, "ok": True, "sha256": sha256, "state": "whole" if sha256 else "drawn from a seed"}


def _states(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["name"], row["state"]) for row in rows]


def _size(row: dict[str, Any]) -> str:
    return f"{row['megabytes']} MB" if row["megabytes"] else "?"
