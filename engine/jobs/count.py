"""count: objects of one kind, found and counted from some that are outlined, with a score and a range.

Joins the parts and holds no arithmetic of its own: that is in `engine.objects`.
"""

import math
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import torch

from engine import inference
from engine.errors import LabelError, RequestError
from engine.inference import Source
from engine.labels.outlines import read_area, read_boxes
from engine.labels.placing import GeoBox
from engine.mapping.cautions import scene_cautions
from engine.mapping.opening import OpenedScene, open_without_model
from engine.mapping.provenance import inputs_of, provenance
from engine.objects.boxes import centres, sizes
from engine.objects.counting import Estimate, Skill
from engine.objects.density import density
from engine.objects.finding import Found
from engine.objects.lattice import Read
from engine.objects.outlined import Outlined
from engine.objects.training_samples import DRAWS, learn
from engine.output import geotiff
from engine.output.objects import write_objects
from engine.output.output_names import GEOTIFF, POLYGONS, no_output
from engine.output.regions import HECTARE_M2
from engine.output.staging import Outputs
from engine.progress import Meter, Report
from engine.protocol import SHAPES, CountRequest
from engine.scene.extents import window_of
from engine.scene.pixel_geometry import PixelGeometry
from engine.scene.raster import Scene
from engine.scene.windows import Window, area, cut, grown, panels
from engine.words import say

REQUEST = CountRequest
FEWEST = 3
"""Outlined objects: blocks of them are held out in turn."""
FEW = 10
SMALLEST_PX = 3.0
"""Side of an object: what is smaller shows no shape."""
MARGIN = 6
"""Sizes of an object around an extent within which objects are looked for, as they compete with those in it."""
STRIP_PX, PANEL_PX = 512, 2048
LEARNING, LOOKING, MAPPING = "learning from the objects", "looking for objects", "mapping"
"""Notes of progress; see `engine.jobs.stages`."""


@dataclass(frozen=True)
class Counted:
    """What the job has found out.

    Attributes:
        outlined: what it has learnt from.
        found: objects in the extent and around it.
        inside: those in the extent that reach the threshold.
        skill: on held-out objects.
        estimate: of the number in the extent.
        threshold: the score from which on there is an object.
    """

    outlined: Outlined
    found: Found
    inside: Found
    skill: Skill
    estimate: Estimate
    threshold: float


def run(request: CountRequest, report: Report) -> dict[str, Any]:
    """Write the objects and, if asked for, their density.

    Returns:
        ``{"outputs": {"objects", "density", "style"}, "found": their number, "threshold", "report": {"summary": a
        sentence, "outlined", "estimate": see `Estimate`, "skill": see `Skill`, "size_px", "area_ha"}, "warnings"}``.

    Raises:
        EngineError: whatever the scene, the objects, the area, the device or the outputs lack.
    """
    _check(request)
    with Outputs(inputs_of(request), request.overwrite) as outputs:
        staged = outputs.stage(request.out, POLYGONS)
        raster = outputs.stage_if_asked(request.density, GEOTIFF)
        with open_without_model(request, partial(report, 0, 0, "reading the scene")) as opened, torch.inference_mode():
            outputs.protect(opened.source.scene.files)
            scene = opened.source.scene
            window = window_of(request.extent, scene)
            geometry = PixelGeometry.of(scene.crs, scene.transform, (scene.height, scene.width))
            if raster and geometry is None:
                raise RequestError("objects per hectare need a scene with a CRS", "leave out --density, or give --crs")
            outlined, told = _outlined(request, scene, geometry)
            counted = _count(request, opened.source, outlined, window, report)
            tags, points = provenance(request, opened), request.shape == "points"
            inside = counted.inside
            write_objects(staged, Path(request.out), scene, inside.boxes_N4, inside.scores_N, points, tags, report)
            style = None
            if raster and geometry:
                style = _write_density(raster, opened, counted, window, geometry, tags, report)
            facts = _facts(counted, geometry)
            warnings = [*told, *_cautions(request, counted), *scene_cautions(opened)]
    written = {"objects": request.out, "density": request.density}
    if style and request.density:
        written["style"] = str(Path(request.density).with_name(style.name))
    return {
        "outputs": {name: path for name, path in written.items() if path},
        "found": len(counted.inside.scores_N),
        "threshold": counted.threshold,
        "report": facts,
        "warnings": warnings,
    }


def _outlined(request: CountRequest, scene: Scene, geometry: PixelGeometry | None) -> tuple[Outlined, list[str]]:
    """The objects and their area, and what the user should know.

    Raises:
        LabelError, RequestError: nothing can be learnt from them.
    """
    grid = GeoBox((scene.height, scene.width), scene.crs, scene.transform)
    boxes_N4, told = read_boxes(request.labels, request.layer, grid, _across(request, scene, geometry))
    if request.area:
        ground, more = read_area(request.area, grid)
        told += more
    else:
        whole = boxes_N4[:, :2].min(0).clip(0), boxes_N4[:, 2:].max(0).clip(None, grid.shape)
        (top, left), (bottom, right) = whole
        ground = shapely.box(left, top, right, bottom)
    inside_N = Outlined(boxes_N4, ground).holds(*centres(boxes_N4))
    if not inside_N.any():
        raise LabelError("no outlined object lies in the area", "draw the area around outlined objects")
    if not inside_N.all():
        told.append(say("Left out: {count:,} objects outside the area.", count=int((~inside_N).sum())))
    outlined = Outlined(boxes_N4[inside_N], ground)
    _require_apart(outlined)
    return outlined, told


def _require_apart(outlined: Outlined) -> None:
    """Return if the objects are enough, large enough, and in several places.

    Raises:
        LabelError: they are not.
    """
    places_2N = np.stack(centres(outlined.boxes_N4))
    if (count := len(outlined.boxes_N4)) < FEWEST:
        raise LabelError(
            "expected {least} or more outlined objects; found {count}",
            "outline more of them, ten are a good start",
            least=FEWEST,
            count=count,
        )
    size = float(np.median(sizes(outlined.boxes_N4)))
    if size < SMALLEST_PX:
        raise LabelError(
            "expected objects of {least:g} pixels or more across; these have {size:.1f}",
            "give a scene with smaller pixels",
            least=SMALLEST_PX,
            size=size,
        )
    apart = float(np.ptp(places_2N, axis=1).max())
    if apart < size:
        raise LabelError(
            "all outlined objects lie in one place: they are {apart:.0f} pixels apart at most, and {size:.0f} across",
            "outline some in other places, too, or correct their size",
            apart=apart,
            size=size,
        )


def _across(request: CountRequest, scene: Scene, geometry: PixelGeometry | None) -> tuple[float, float] | None:
    """Height and width in pixels of an object that is a point."""
    if not request.size:
        return None
    if geometry is None and scene.gsd_m is None:
        raise RequestError(
            "the scene does not say how large its pixels are, so --size has no meaning", "give outlines, or --crs"
        )
    middle = scene.height / 2, scene.width / 2
    down, right = geometry.size_m(*middle) if geometry else (scene.gsd_m or 1.0, scene.gsd_m or 1.0)
    return request.size / down, request.size / right


def _count(request: CountRequest, source: Source, outlined: Outlined, window: Window, report: Report) -> Counted:
    """Learn, look at the area with what was learnt elsewhere in it, and look at the extent.

    Raises:
        LabelError: the objects hold no data.
        Cancelled, SceneError: from the report, or as a scene is read.
    """
    read: Read = partial(inference.pixels_of, source)
    shape = source.scene.height, source.scene.width
    report(0, DRAWS, LEARNING)
    finder = learn(read, outlined, shape, source.device, Meter(report, DRAWS, LEARNING).step)
    if finder is None:
        raise LabelError("all outlined objects lie on nodata of the scene", "outline objects where the scene has data")
    around = grown(window, math.ceil(MARGIN * outlined.sizes[-1]), *shape)
    step = Meter(report, finder.pieces(outlined.window) + finder.pieces(around), LOOKING).step
    held_out = finder.find(read, outlined.window, step, outlined.block_of)
    skill = Skill.of(held_out, outlined)
    found = finder.find(read, around, step)
    threshold = skill.threshold if request.min_score is None else request.min_score
    inside = found.where(found.scores_N >= threshold).within(window)
    estimate = Estimate.of(
        len(inside.scores_N), len(outlined.boxes_N4), found.known * area(window), held_out.known * outlined.area.area
    )
    return Counted(outlined, found, inside, skill, estimate, threshold)


def _write_density(
    path: Path,
    opened: OpenedScene,
    counted: Counted,
    window: Window,
    geometry: PixelGeometry,
    tags: dict[str, str],
    report: Report,
) -> Path:
    """Write objects per hectare, and the style beside it; its path."""
    source, scene = opened.source, opened.source.scene
    size = float(np.median(sizes(counted.outlined.boxes_N4)))
    boxes_N4 = counted.found.where(counted.found.scores_N >= counted.threshold).boxes_N4
    pieces = [(rows, cols) for whole, cols in panels(window, PANEL_PX) for rows in cut(whole, STRIP_PX)]
    most = 0.0
    with geotiff.value_map(path, scene, window, "objects per hectare", tags) as file:
        for done, (rows, cols) in enumerate(pieces):
            report(done, len(pieces), MAPPING)
            _, valid_HW = scene.read(rows, cols, source.reading.indices)
            middle = np.array([sum(rows) / 2]), np.array([sum(cols) / 2])
            hectares = float(geometry.area_m2(*middle)[0]) / HECTARE_M2
            values_HW = density(boxes_N4, size, (rows, cols), (scene.height, scene.width)) / hectares
            most = max(most, float(values_HW.max()))
            file.write(rows[0], cols[0], np.where(valid_HW, values_HW, np.nan).astype(np.float32)[None])
    return geotiff.write_value_qml(path, 0.0, most or 1.0)


def _facts(counted: Counted, geometry: PixelGeometry | None) -> dict[str, Any]:
    """What the report says."""
    skill, estimate, outlined = counted.skill, counted.estimate, counted.outlined
    summary = say(
        "{found:,} objects found. Estimate: {value:,.0f} ({low:,.0f} to {high:,.0f}); as dense as in the area there "
        "would be {density:,.0f}. Held out in the area: {right} of {outlined} objects found, "
        "F1 {f1:.2f}; expect less away from it.",
        found=len(counted.inside.scores_N), value=estimate.value, low=estimate.low, high=estimate.high,
        density=estimate.by_density, f1=skill.f1, right=skill.right, outlined=skill.outlined,
    )  # fmt: skip
    middle = outlined.area.centroid
    pixel_m2 = float(geometry.area_m2(np.array([middle.y]), np.array([middle.x]))[0]) if geometry else None
    return {
        "summary": summary,
        "outlined": len(outlined.boxes_N4),
        "size_px": float(np.median(sizes(outlined.boxes_N4))),
        "area_ha": pixel_m2 * outlined.area.area / HECTARE_M2 if pixel_m2 else None,
        "estimate": asdict(estimate),
        "skill": asdict(skill),
    }


def _cautions(request: CountRequest, counted: Counted) -> list[str]:
    """What the user should know of how far the count can be trusted."""
    told = []
    if not request.area:
        told.append(
            say(
                "No area was given: all in the box around the outlined objects was learnt as background. An object in "
                "there that is not outlined makes the result worse; draw an area in which each one is outlined."
            )
        )
    if (count := len(counted.outlined.boxes_N4)) < FEW:
        told.append(say("Only {count} objects are outlined; ten or more make a better count.", count=count))
    if counted.skill.f1 < 0.3:
        told.append(
            say("Held-out objects are hardly found (F1 {f1:.2f}): check the result by eye.", f1=counted.skill.f1)
        )
    return told


def _check(request: CountRequest) -> None:
    if not request.out:
        raise no_output(request)
    if not request.labels:
        raise RequestError("no outlined objects were given", "name a file of outlines after the scene")
    if request.shape not in SHAPES:
        raise RequestError(
            "expected objects as {kinds}; found '{kind}'",
            "give one of them to --shape",
            kinds=say("boxes or points"),
            kind=request.shape,
        )
    if not (math.isfinite(request.size) and request.size >= 0):
        raise RequestError("expected a diameter in metres for --size", "give --size 5")
    if request.min_score is not None and not 0 <= request.min_score <= 1:
        raise RequestError("expected a score from 0 to 1 for --min-score", "leave it out, or give --min-score 0.3")
