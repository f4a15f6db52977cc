"""The job behind `engine inspect`: what is this scene, where does each fact come from, and what must still be said?"""

import math
from dataclasses import asdict
from typing import Any

from engine.output.output_names import VRT
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import InspectRequest
from engine.scene.extents import extent_of
from engine.scene.interpretation import OpenReading, Reading, interpret
from engine.scene.products import unpacked
from engine.scene.products.product import MASKED
from engine.scene.raster import Scene, open_scene
from engine.scene.sources.place import open_place
from engine.scene.values.undeclared_fill import Fill
from engine.sensors import CATALOGUE, UNKNOWN, Band, Sensor
from engine.words import say

REQUEST = InspectRequest


def run(request: InspectRequest, report: Report) -> dict[str, Any]:
    """Answer sensor, units, grid, bands, unused bands and open questions of a scene, as JSON can hold it.

    A question is no failure here: `sensor` and `units` are null where they are in question. Nor is a scene that is
    not on a grid: its CRS, extent and pixel size are null, "placement" says how it is placed, and "way_out" how to
    put it on one. "more" tells what else the file holds; "product" is null where the scene is no product, of which
    no VRT is written either.

    Raises:
        SceneError, BandError, UnitError: the file cannot be read, or contradicts what the user said.
        OutputError: the VRT cannot be written.
    """
    report(0, 1, say("reading the scene"))
    place = open_place(request.scene) if request.scene.beside else None
    with place[0] if place else open_scene(request.scene, anywhere=True) as scene:
        reading = place[1] if place else interpret(scene, request.scene, request.title)
        answer = {
            "sensor": None if reading.sensor is UNKNOWN else reading.sensor.id,
            "sensor_title": None if reading.sensor is UNKNOWN else reading.sensor.title,
            "units": reading.units.id if reading.units else None,
            "units_source": reading.units.source if reading.units else None,
            "nodata": _nodata(scene),
            "fill": _fill(reading.fill),
            "gsd_m": scene.gsd_m,
            "crs": scene.crs.to_string() if scene.crs else None,
            "extent": None if scene.placement.warps else list(extent_of(scene)),
            "placement": str(scene.placement),
            "way_out": scene.placement.way_out(scene.name) if scene.placement.warps else None,
            "more": scene.unread,
            "product": _product(scene),
            "sources": _sources(reading),
            "width": scene.width,
            "height": scene.height,
            "dtype": scene.dtype,
            "bands": [
                {
                    "index": matched.index,
                    "name": matched.band.name,
                    "wavelength_nm": matched.band.wavelength_nm,
                    "fwhm_nm": matched.band.fwhm_nm,
                    "source": matched.source,
                }
                for matched in reading.bands
            ],
            "unused": [{"index": index, "reason": reason} for index, reason in reading.unused],
            "questions": [asdict(question) for question in reading.questions],
            "known_bands": [
                {"name": band.name, "wavelength_nm": band.wavelength_nm} for band in nameable(reading.sensor)
            ],
            "sensors": [{"id": sensor.id, "title": sensor.title} for sensor in CATALOGUE.values()],
        }
        if request.vrt and scene.product:
            _write_vrt(scene.product.document, request.vrt)
    report(1, 1, say("done"))
    return answer


def _sources(reading: Reading | OpenReading) -> list[dict[str, Any]]:
    """How each source of a place is read; empty for a scene of one source."""
    return [
        {
            "name": part.name,
            "sensor": part.reading.sensor.id,
            "units": part.reading.units.id,
            "bands": [band.index for band in part.reading.bands],
        }
        for part in (reading.parts if isinstance(reading, Reading) else ())
    ]


def _product(scene: Scene) -> dict[str, Any] | None:
    """What the scene is as a product: title, date, the grids of its files, what is no band, and what masks cover.

    "unpacked" tells of copies that were made to read it. "maskable" is what its flags can tell. "masks" is null where
    no flag counts; shares are of what was measured, from 0 to 1.
    """
    if scene.product is None:
        return None
    product, shares = scene.product.product, scene.cover.shares if scene.cover else None
    return {
        "title": product.title,
        "taken": product.taken,
        "grids": [str(grid) for grid in scene.product.grids],
        "aside": list(product.aside),
        "unpacked": unpacked.describe_copies(product.copies),
        "maskable": [kind for kind in MASKED if kind in {flag.kind for flag in product.flags}],
        "masks": shares,
        "masks_text": scene.cover.describe_shares(shares) if scene.cover and shares is not None else None,
    }


def _write_vrt(document: str, path: str) -> None:
    """Write what GDAL opens for a product."""
    with Outputs((), overwrite=True) as outputs:
        outputs.stage(path, VRT).write_text(document, encoding="utf-8")


def nameable(sensor: Sensor) -> tuple[Band, ...]:
    """The bands that a user may name: those of the sensor, or colours and polarisations where it is in question."""
    return sensor.bands or (*CATALOGUE["multispectral"].bands, *CATALOGUE["sar"].bands)


def _fill(fill: Fill | None) -> dict[str, Any] | None:
    """Fill that the file does not declare: how much of the scene, what it is, and how `--nodata` says so.

    "parts": a pixel is fill where one of them holds for all of its bands, from "low" to "high".
    """
    if fill is None:
        return None
    counts = {"share": fill.share, "pixels": fill.pixels, "exact": fill.exact, "parts": list(map(asdict, fill.parts))}
    return {**counts, "text": fill.text, "value": fill.value, "answer": fill.answer}


def _nodata(scene: Scene) -> float | str | None:
    """The first nodata value that a band states; NaN as text, because JSON has no NaN."""
    stated = next((value for value in scene.nodata if value is not None), None)
    return "nan" if stated is not None and math.isnan(stated) else stated
