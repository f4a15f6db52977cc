"""clean: a class map that a cartographer takes. Classes are merged, small regions go, polygons have shared borders.

Joins the parts and holds no arithmetic of its own (that is in `engine.cleaning`).
"""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from engine import __version__
from engine.accuracy import class_raster
from engine.accuracy.class_raster import Population, Stratum
from engine.classes.legend import HIGHEST, Legend
from engine.cleaning import report as reports
from engine.cleaning import windowed
from engine.cleaning.options import Merged, MinimumArea, merged
from engine.cleaning.small_regions import ASIDE, NOTHING, Bytes, Minimum
from engine.errors import RequestError, SceneError
from engine.gdal import gdal_names
from engine.mapping.provenance import without_folders
from engine.messages import body_of
from engine.output import geotiff
from engine.output.output_names import GEOTIFF, POLYGONS, no_output
from engine.output.polygons import polygonise
from engine.output.regions import HECTARE_M2, strips
from engine.output.staging import PARTS, Outputs, disk_errors
from engine.progress import Report
from engine.protocol import CleanRequest
from engine.scene.pixel_geometry import PixelGeometry
from engine.words import say

REQUEST = CleanRequest
MOST_CLASSES = ASIDE - 1
KINDS = ("int16", "uint16", "int32", "uint32")
"""Types of maps whose values no byte holds, the smallest first."""
LEAST_VALUE, MOST_VALUE = -(2**31), 2**32 - 1
"""Of a class: 64-bit rasters are read by few programs."""


@dataclass(frozen=True)
class Cleaned:
    """What was done. `before` and `after` count classes; `changed` and `left` pixels (`cleaning.windowed.clean`)."""

    before: Population
    after: Population
    changed: int
    left: int


def run(request: CleanRequest, report: Report) -> dict[str, Any]:
    """Clean the map and write it, as polygons and with a report if they are asked for.

    Returns:
        ``{"outputs": paths by name, "report": what `report.json` holds, "warnings"}``.

    Raises:
        EngineError: the map cannot be used, a wish cannot be met, or an output cannot be written.
    """
    began = time.perf_counter()
    wanted = MinimumArea.of(request.min_area) if request.min_area else None
    _check(request)
    with Outputs([request.map], request.overwrite) as outputs:
        out = outputs.stage(request.out, GEOTIFF)
        vector = outputs.stage_if_asked(request.vector, POLYGONS)
        folder = outputs.folder(request.report, reports.FILES) if request.report is not None else None
        with class_raster.open_map(request.map) as source:
            outputs.protect(map(Path, source.files))
            before = class_raster.survey(source, gdal_names.short(request.map), report)
            new = _merged(request, source, before)
            minimum, geometry = _minimum(wanted, source)
            changed, left = _write(request, source, new, minimum, geometry, out, report)
            pictures = reports.Pictures(Path(request.map), out, _legend_of(before), new.legend)
            with class_raster.open_map(str(out)) as made:
                after = class_raster.survey(made, out.name, report)
            if vector:
                polygonise(out, None, vector, new.legend, report, smooth=request.smooth)
            facts = _facts(request, wanted, Cleaned(before, after, changed, left), new, time.perf_counter() - began)
            pages = reports.write(folder, facts, pictures) if folder else {}
    named = {"map": request.out, "vector": request.vector, "style": str(Path(request.out).with_suffix(".qml"))}
    paths = {name: path for name, path in named.items() if path}
    paths |= {name: str(Path(request.report or "") / Path(page).name) for name, page in pages.items()}
    return {"outputs": paths, "report": facts, "warnings": facts["warnings"]}


def _check(request: CleanRequest) -> None:
    if not request.out:
        raise no_output(request)
    if not request.min_area and not request.merge and request.vector is None:
        raise RequestError(
            "nothing is to be done to the map", "give --min-area 0.5ha, --merge crops=wheat+maize or --vector MAP.gpkg"
        )
    if request.smooth and request.vector is None:
        raise RequestError("smooth borders are those of polygons", "give --vector MAP.gpkg as well")


def _merged(request: CleanRequest, source: rasterio.DatasetReader, before: Population) -> Merged:
    """The classes of the new map. A nodata value that no 32-bit number can hold becomes one that bytes can."""
    empty = int(source.nodata) if source.nodata is not None and _is_kept(int(source.nodata)) else None
    new = merged(before.strata, request.merge, empty)
    if large := [value for value in new.legend.values if not _is_kept(value)]:
        raise SceneError(
            "expected class values from {least} to {most}; {name} has {value}",
            "give its classes smaller numbers: gdal_calc --calc",
            least=LEAST_VALUE,
            most=MOST_VALUE,
            name=gdal_names.short(request.map),
            value=large[0],
        )
    if len(new.legend.names) > MOST_CLASSES:
        raise SceneError(
            "expected a map of 1 to {most} classes; {name} has {count}",
            "merge some with --merge",
            most=MOST_CLASSES,
            name=gdal_names.short(request.map),
            count=len(new.legend.names),
        )
    return new


def _minimum(wanted: MinimumArea | None, source: rasterio.DatasetReader) -> tuple[Minimum | None, PixelGeometry | None]:
    """What makes a region small, and the ground on which it is measured; no ground if pixels count.

    Raises:
        RequestError: the area cannot be known, or is too large for these pixels.
    """
    if wanted is None:
        return None, None
    geometry = PixelGeometry.of(source.crs, source.transform, source.shape)
    if wanted.m2 is None:
        minimum, geometry = Minimum(wanted.size, wanted.size), None
    elif geometry is None:
        raise RequestError(
            "the map has no CRS, so nobody knows how large its pixels are", "give the minimum area in pixels: 20px"
        )
    else:
        minimum = windowed.minimum_of(wanted.m2, geometry, source.shape)
    if minimum.pixels > windowed.MOST_PIXELS:
        raise RequestError(
            "the minimum area is {pixels:,.0f} pixels of this map; {most:,} are possible",
            "give a smaller area, or a map with larger pixels: gdalwarp -r mode -tr",
            pixels=minimum.pixels,
            most=windowed.MOST_PIXELS,
        )
    return minimum, geometry


def _write(
    request: CleanRequest,
    source: rasterio.DatasetReader,
    new: Merged,
    minimum: Minimum | None,
    geometry: PixelGeometry | None,
    out: Path,
    report: Report,
) -> tuple[int, int]:
    """Write the map; how many pixels have changed their class, and how many are in regions that stay small."""
    room = out.parent / PARTS
    tags = {
        "OFA_VERSION": __version__,
        "OFA_MAP": gdal_names.short(request.map),
        "OFA_REQUEST": json.dumps(without_folders({k: v for k, v in body_of(request).items() if k != "overwrite"})),
    }
    dtype, left = _dtype(source, new.legend), 0
    merged_HW, spare_HW = (_room(room / name, source.shape) for name in ("values.raw", "spare.raw"))
    for row, numbers_HW in _numbers(source, new):
        merged_HW[row : row + len(numbers_HW)] = numbers_HW
    cleaned_HW: Bytes = merged_HW
    if minimum:
        cleaned_HW, left = windowed.clean(merged_HW, spare_HW, geometry, minimum, report)
    table = np.full(len(new.legend.names) + 1, new.legend.nodata, dtype)
    table[1:] = new.legend.values
    changed, window = 0, ((0, source.height), (0, source.width))
    with geotiff.class_map(out, source, window, new.legend, tags, dtype=dtype) as writer:
        for row, numbers_HW in _numbers(source, new):
            report(row, source.height, "writing the map")
            rows_HW = np.asarray(cleaned_HW[row : row + len(numbers_HW)])
            changed += int((rows_HW != numbers_HW).sum())
            writer.write(row, 0, table[rows_HW][None])
    return changed, left


def _room(path: Path, shape: tuple[int, int]) -> Bytes:
    """A file for one map, mapped into memory. It is written once: later, a full disk is no error, but kills."""
    with disk_errors(path):
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            for _ in range(shape[0]):
                file.write(bytes(shape[1]))
        return np.memmap(path, np.uint8, "r+", shape=shape)


def _numbers(source: rasterio.DatasetReader, new: Merged) -> Iterator[tuple[int, Bytes]]:
    """The numbers of the new classes, from 1, a few rows at a time, and the first of the rows."""
    old = np.array(sorted(new.number_of))
    numbers = np.array([new.number_of[value] + 1 for value in old.tolist()], np.uint8)
    for strip in strips(source):
        at_HW = np.searchsorted(old, strip.values_HW).clip(max=len(old) - 1)
        yield strip.row0, np.where(old[at_HW] == strip.values_HW, numbers[at_HW], np.uint8(NOTHING))


def _is_kept(value: int) -> bool:
    """Whether one of `KINDS` holds a value."""
    return LEAST_VALUE <= value <= MOST_VALUE


def _dtype(source: rasterio.DatasetReader, legend: Legend) -> str:
    """Bytes where all values fit, as every program reads them.

    Raises:
        SceneError: some values are negative, and others too large beside them.
    """
    values = (*legend.values, legend.nodata)
    if min(values) >= 0 and max(values) <= HIGHEST:
        return "uint8"
    for kind in (source.dtypes[0], *KINDS):
        if kind in KINDS and np.iinfo(kind).min <= min(values) and max(values) <= np.iinfo(kind).max:
            return kind
    raise SceneError(
        "no 32-bit number holds class values from {least} to {most}",
        "give its classes smaller numbers: gdal_calc --calc",
        least=min(values),
        most=max(values),
    )


def _legend_of(population: Population) -> Legend:
    names, values, colours = zip(*((each.name, each.value, each.colour) for each in population.strata), strict=True)
    return Legend(names, values, colours, tuple(range(len(names))))


def _facts(
    request: CleanRequest, wanted: MinimumArea | None, done: Cleaned, new: Merged, seconds: float
) -> dict[str, Any]:
    """All that the report says."""
    pixels = int(done.before.stratum_pixels.sum())
    warnings = []
    if done.left:
        warnings.append(
            say(
                "{pixels:,} pixels are in regions below the minimum area that no larger region touches: they stay.",
                pixels=done.left,
            )
        )
    there = {each.name for each in done.after.strata}
    gone = [name for name in new.legend.names if name not in there]
    warnings += [say("No region of the class {name} is as large as the minimum area.", name=name) for name in gone]
    after, ground = {each.name: each for each in done.after.strata}, partial(_hectares, known=_known(done.before))
    classes = [
        {
            "name": name,
            "value": value,
            "colour": colour,
            "made_of": [each.name for each in members],
            "before_ha": ground(sum(each.area_m2 for each in members)),
            "after_ha": ground(after[name].area_m2 if name in after else 0.0),
            "before_pixels": sum(each.pixels for each in members),
            "after_pixels": after[name].pixels if name in after else 0,
        }
        for k, (name, value, colour) in enumerate(
            zip(new.legend.names, new.legend.values, new.legend.colours, strict=True)
        )
        if (members := _members(done.before, new.number_of, k))
    ]
    return {
        "map": gdal_names.short(request.map),
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "min_area": request.min_area,
        "min_area_m2": wanted.m2 if wanted else None,
        "changed": done.changed / pixels,
        "left_pixels": done.left,
        "classes": classes,
        "warnings": warnings,
        "seconds": round(seconds, 3),
        "request": body_of(request),
    }


def _members(before: Population, number_of: Mapping[int, int], number: int) -> list[Stratum]:
    return [each for each in before.strata if number_of[each.value] == number]


def _known(population: Population) -> bool:
    return not any(np.isnan(each.area_m2) for each in population.strata)


def _hectares(area_m2: float, known: bool) -> float | None:
    return area_m2 / HECTARE_M2 if known else None
