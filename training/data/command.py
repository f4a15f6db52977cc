"""`engine catalog`: list the scenes in folders and summarise them. Imports nothing heavy until it runs."""

import importlib
import re
import sys
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine import worker
from engine.cli import console, described
from engine.cli.options import Json, Overwrite
from engine.gdal import gdal_names
from engine.output.strict_json import to_json
from training.data.catalogue_entry import MODALITIES

if TYPE_CHECKING:
    from training.data.catalogue import Catalogue

FEW = 3  # skipped files of a reason that are named
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def command(
    folders: Annotated[list[str], typer.Argument(metavar="DIR…", help="Folders, zips or rasters to list.")],
    *,
    out: Annotated[str, typer.Option(help="The catalogue to write.", metavar="CATALOG.gpkg")],
    answers: Annotated[
        str | None,
        typer.Option(help="Sensor, bands, units or gsd_m of files that do not say them.", metavar="FILE.json"),
    ] = None,
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """List scenes to train on: what they are, how they are read, and which are left out and why."""
    catalogue = importlib.import_module("training.data.catalogue")
    said = importlib.import_module("training.data.user_answers").read_answers(answers)
    with worker.claim_stdout() as stdout:
        with console.progress(sys.stderr) as report:
            catalogue.check(out, overwrite)
            found = catalogue.build(folders, said, report)
            catalogue.write(found, out, overwrite)
        summary = {"catalog": out, **summarise(found)}
        stdout.write((to_json(summary) if as_json else describe(summary)) + "\n")


def summarise(catalogue: "Catalogue") -> dict[str, object]:
    """Scenes, megapixels, collections, places and licences of each modality; skipped files by reason."""
    modalities = []
    for modality in MODALITIES:
        entries = [entry for entry in catalogue.entries if entry.modality == modality]
        if entries:
            modalities.append(
                {
                    "modality": modality,
                    "scenes": len(entries),
                    "megapixels": sum(entry.height * entry.width for entry in entries) / 1e6,
                    "collections": len({entry.collection for entry in entries}),
                    "places": len({entry.place for entry in entries if entry.place}),
                    "unknown_units": sum(entry.units == "unknown" for entry in entries),
                    "licences": dict(Counter(entry.licence or "not stated" for entry in entries).most_common()),
                }
            )
    reasons: dict[str, list[tuple[str, str]]] = {}
    for path, reason in catalogue.skipped:  # reasons that differ in numbers only are one
        reasons.setdefault(_NUMBER.sub("#", reason), []).append((path, reason))
    ordered = sorted(reasons.values(), key=len, reverse=True)
    skipped = [{"reason": files[0][1], "files": len(files), "first": [p for p, _ in files[:FEW]]} for files in ordered]
    return {"modalities": modalities, "skipped": skipped}


def describe(outputs: described.Outputs) -> str:
    """The summary as text."""
    head = ("modality", "scenes", "megapixels", "collections", "paired places", "units unknown")
    rows = [
        (m["modality"], m["scenes"], f"{m['megapixels']:.2f}", m["collections"], m["places"] or None,
         m["unknown_units"] or None)
        for m in outputs["modalities"]
    ]  # fmt: skip
    licences = [
        (m["modality"], scenes, licence) for m in outputs["modalities"] for licence, scenes in m["licences"].items()
    ]
    parts = [f"catalogue: {outputs['catalog']}", described.table([head, *rows])]
    parts.append(described.table([("modality", "scenes", "licence"), *licences]))
    if outputs["skipped"]:
        parts.append("\n".join(["skipped", *map(_skipped, outputs["skipped"])]))
    return "\n\n".join(parts)


def _skipped(reason: Mapping[str, Any]) -> str:
    names = [gdal_names.short(name) for name in reason["first"]]
    more = f" and {reason['files'] - len(names)} more" if reason["files"] > len(names) else ""
    return f"{reason['files']:6}  {reason['reason']}: {', '.join(names)}{more}"
