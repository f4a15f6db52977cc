"""The catalogue of training scenes: made from folders, kept as a GeoPackage that a GIS opens.

Layer ``scenes`` has one row and one footprint (EPSG:4326; none where a scene has no place) for each `Entry`, with
tuples as JSON; layer ``skipped`` names every file that is none, and why. Names are those that GDAL opens, absolute.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import Field, astuple, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas
import pandas
import pyogrio
from pyproj.exceptions import ProjError
from rasterio.errors import RasterioError
from shapely import Polygon

from engine.errors import EngineError, OutputError, SceneError
from engine.labels.vector_files import source_of, written_as
from engine.output.output_names import GEOPACKAGE
from engine.output.staging import Outputs
from engine.progress import Report
from engine.scene.values.undeclared_fill import FillRange
from engine.sensors import Band
from training.data.catalogue_entry import Entry, SceneBand
from training.data.entry_groups import joined
from training.data.layouts import walk
from training.data.raster_entry import Candidate, Listed, Skipped, UngroupedEntry, look
from training.data.user_answers import Answers, fits, said_of

SCENES, SKIPPED = "scenes", "skipped"


@dataclass(frozen=True)
class Catalogue:
    """Scenes, and the files that are none with the reason. `footprints` are those of `entries`."""

    entries: tuple[Entry, ...]
    skipped: tuple[tuple[str, str], ...]
    footprints: tuple[Polygon | None, ...]


def build(folders: Sequence[str | Path], answers: Answers, report: Report) -> Catalogue:
    """Look at every raster in `folders` and below.

    Args:
        folders: folders, zips and rasters; published layouts are recognised (see `training.data.layouts`).
        answers: what the files do not say.
        report: called for every file; cancels between two.

    Raises:
        SceneError: there is no such folder, or no scene in any.
    """
    listed = _listed(folders, report)
    found: list[UngroupedEntry] = []
    skipped = [(glob, "this answer fits no file") for glob in answers if not any(fits(glob, name) for name in listed)]
    for done, one in enumerate(listed.values()):
        report(done, len(listed), "looking at scenes")
        seen = _seen(one, answers)
        if isinstance(seen, UngroupedEntry):
            found.append(seen)
        else:
            skipped.append((seen.name, seen.reason))
    report(len(listed), len(listed), "looking at scenes")
    if not found:
        example = f", e.g. {skipped[0][0]}: {skipped[0][1]}" if skipped else ""
        raise SceneError(
            f"expected scenes, found none in {', '.join(map(str, folders))} ({len(listed)} files{example})",
            "give folders of GeoTIFFs, pictures or zips, and say with --answers what the files do not",
        )
    return Catalogue(joined(found), tuple(skipped), tuple(one.footprint for one in found))


def _listed(folders: Sequence[str | Path], report: Report) -> dict[str, Listed]:
    """Name -> what is there; a file in two of the folders counts once."""
    listed: dict[str, Listed] = {}
    roots = [Path(os.path.normpath(Path(folder).absolute())) for folder in folders]  # links may be a layout's own
    if missing := [root for root in roots if not root.exists()]:
        raise SceneError(f"no such folder: {missing[0]}", "check the path")
    base = Path(os.path.commonpath([root.parent for root in roots]))
    for root in roots:
        for one in walk(root, base):
            report(len(listed), 0, "listing files")
            listed.setdefault(one.name, one)
    return listed


def _seen(one: Listed, answers: Answers) -> UngroupedEntry | Skipped:
    """What becomes of one file; nothing that is wrong with it is fatal."""
    if not isinstance(one, Candidate):
        return one
    try:
        return look(one.answered(said_of(one.name, answers)))
    except (EngineError, RasterioError, ProjError) as error:
        return Skipped(one.name, str(error).replace(one.name, "the file"))


def check(path: str | Path, overwrite: bool) -> None:
    """Return if a catalogue may be written there: better asked before the scenes are looked at.

    Raises:
        OutputError: it cannot be written, or stands there already.
    """
    with Outputs((), overwrite) as outputs:
        outputs.stage(path, GEOPACKAGE)


def write(catalogue: Catalogue, path: str | Path, overwrite: bool = False) -> None:
    """Write `catalogue`, complete or not at all.

    Raises:
        OutputError: see `check`.
    """
    check(path, overwrite)
    columns = {field.name: [_cell(field, entry) for entry in catalogue.entries] for field in fields(Entry)}
    scenes = geopandas.GeoDataFrame(columns, geometry=list(catalogue.footprints), crs="EPSG:4326")
    skipped = pandas.DataFrame(list(catalogue.skipped), columns=["path", "reason"], dtype=str)
    with Outputs((), overwrite) as outputs:
        staged = outputs.stage(path, GEOPACKAGE)
        try:
            with written_as(staged) as plain:
                pyogrio.write_dataframe(scenes, plain, layer=SCENES, driver="GPKG", geometry_type="Polygon")
                pyogrio.write_dataframe(skipped, plain, layer=SKIPPED, driver="GPKG")
        except (RuntimeError, OSError) as error:  # pyogrio's errors are RuntimeErrors
            raise OutputError(f"{path} could not be written: {error}", "check the folder and the disk") from error


def read(path: str | Path) -> Catalogue:
    """The catalogue in a file that `write` made.

    Raises:
        SceneError: there is none.
    """
    try:
        source = source_of(str(path))
        scenes = pyogrio.read_dataframe(source, layer=SCENES)
        skipped = pyogrio.read_dataframe(source, layer=SKIPPED, read_geometry=False)
        columns = [[_value(field, cell) for cell in scenes[field.name]] for field in fields(Entry)]
    except (RuntimeError, OSError, LookupError, TypeError, ValueError) as error:
        raise SceneError(
            f"expected a catalogue of scenes; found {path} ({error})", "make one with engine catalog"
        ) from error
    return Catalogue(
        tuple(Entry(*row) for row in zip(*columns, strict=True)),
        tuple(zip(skipped["path"], skipped["reason"], strict=True)),
        tuple(scenes.geometry),
    )


def _cell(field: Field[Any], entry: Entry) -> object:
    """A value as a column of a table holds it."""
    value = getattr(entry, field.name)
    if field.name == "bands":
        return _text(value)
    if field.name == "fill":
        return json.dumps([astuple(part) for part in value])
    return json.dumps(value) if isinstance(value, tuple) else value


def _value(field: Field[Any], cell: Any) -> object:  # noqa: ANN401 - whatever a table holds
    """The opposite of `_cell`."""
    if field.name == "bands":
        return _bands(cell)
    if field.name == "fill":
        return tuple(FillRange(*map(tuple, part)) for part in json.loads(cell))
    return field.type(cell) if isinstance(field.type, type) else tuple(json.loads(cell))


@lru_cache
def _text(bands: tuple[SceneBand, ...]) -> str:
    return json.dumps([astuple(band) for band in bands])


@lru_cache
def _bands(cell: str) -> tuple[SceneBand, ...]:
    """Scenes of one sensor share one tuple, so that millions of them fit into memory."""
    return tuple(SceneBand(file, index, Band(*band)) for file, index, band in json.loads(cell))
