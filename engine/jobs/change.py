"""change: what has changed between two dates of one place, as a map and as polygons.

Joins the parts and holds no arithmetic of its own: that is in `engine.change`.
"""

import math
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from engine.change.pair import Pair
from engine.change.shift import Shift
from engine.cleaning.wishes import MinimumArea
from engine.errors import RequestError, SceneError
from engine.gdal import gdal_names
from engine.jobs import Report
from engine.jobs.scene_job import OpenedScene, inputs_of, open_scene, provenance, scene_cautions
from engine.jobs.streamed_map import identity
from engine.output import geotiff
from engine.output.hits import share_reaching, write_hits
from engine.output.output_names import GEOTIFF, POLYGONS
from engine.output.regions import Regions
from engine.output.staging import Outputs
from engine.protocol import ChangeRequest, SceneSpec
from engine.scene import raster
from engine.scene.beside_first import as_first, named_errors
from engine.scene.extents import window_of
from engine.words import say

REQUEST = ChangeRequest
MOST_SHIFT_PX = 0.5
"""Two dates that lie further apart differ along every edge."""
SHOWN = 4.0
"""Of the score: the upper end of the colours."""
NO_MORE = 1.5
"""Times as many pixels as false alarms explain: with fewer, nothing may have changed."""


def run(request: ChangeRequest, report: Report) -> dict[str, Any]:
    """Write the map and, if asked for, polygons of what has changed.

    Returns:
        ``{"outputs": {"values", "style", "polygons"}, "shift": {"px", "down", "right", "moved"} or None, "bands":
        names, "threshold": the score from which on a pixel counts as changed, "false_alarms", "share": of the map's
        pixels that do, "changes": number of polygons or None, "warnings": sentences}``.

    Raises:
        EngineError: whatever the scenes, the device or the outputs lack.
    """
    least = _checked(request)
    threshold = -math.log10(request.false_alarms)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        polygons = outputs.stage(request.changes, POLYGONS) if request.changes is not None else None
        asked = replace(request, scene=_with_answers(request.scene))
        with open_scene(asked, partial(report, 0, 0, "reading the scene")) as opened:
            scene = opened.source.scene
            outputs.protect(scene.files)
            window = window_of(request.extent, scene)
            pair = Pair.of(scene, opened.source.reading)
            shift = pair.shift(report)
            pair, moved = _placed(request, pair, shift)
            comparer = pair.learn(report)
            if comparer is None:
                raise SceneError("too few pixels hold data on both dates", "give scenes that share more of the place")
            note = outputs.resume(identity(request, opened, unlabelled=comparer))
            tags = provenance(asked, opened) | {"OFA_SHIFT_PX": f"{shift.size:.2f}" if shift else "not known"}
            with geotiff.value_map(staged, scene, window, "change", tags, resumable=True) as file:
                device = opened.source.device
                pair.map(comparer.to(device), window, geotiff.ValueSink(file), device, report)
            style = geotiff.write_value_qml(staged, 0.0, SHOWN)
            cautions = [*_cautions(opened, shift, moved), *scene_cautions(opened)]
        if polygons:
            count, share = write_hits(
                staged, threshold, polygons, False, report, called="change", least=_at_least(least)
            )
        else:
            count, share = None, share_reaching(staged, threshold)
    if share < NO_MORE * request.false_alarms:
        told = say(
            "Change does not stand apart from chance: the map shows what has changed most, and that may be nothing."
        )
        cautions.insert(0, told)
    return {
        "outputs": {
            "values": request.out,
            "style": str(Path(request.out).with_name(style.name)),
            **({"polygons": request.changes} if request.changes else {}),
        },
        "shift": {"px": shift.size, "down": shift.down, "right": shift.right, "moved": moved} if shift else None,
        "bands": list(pair.bands),
        "threshold": threshold,
        "false_alarms": request.false_alarms,
        "share": share,
        "changes": count,
        "warnings": [*filter(None, [note]), *cautions],
    }


def _checked(request: ChangeRequest) -> MinimumArea | None:
    """The minimum area."""
    if not request.out:
        raise RequestError("no output was named", "give --out CHANGE.tif")
    if len(request.scene.beside) != 1:
        raise RequestError(
            "expected two dates of one place; found {count}",
            "give two scenes: engine change BEFORE AFTER --out CHANGE.tif",
            count=1 + len(request.scene.beside),
        )
    if not 1e-5 <= request.false_alarms <= 0.5:
        raise RequestError(
            "expected a share of false alarms from 0.00001 to 0.5; found {share:g}",
            "give --false-alarms 0.01",
            share=request.false_alarms,
        )
    if request.min_area and not request.changes:
        raise RequestError("a minimum area is one of polygons", "give --changes CHANGES.gpkg, too")
    return MinimumArea.of(request.min_area) if request.min_area else None


def _with_answers(said: SceneSpec) -> SceneSpec:
    """The scene, where what the second date's file leaves open is as in the first, and so is what is masked."""
    (after,) = said.beside
    after = replace(
        after,
        mask=after.mask or said.mask,
        remote=after.remote or said.remote,
        skip_damaged=after.skip_damaged or said.skip_damaged,
    )
    with raster.open_scene(after) as scene, named_errors(scene):
        return replace(said, beside=(as_first(scene, after, said),))


def _placed(request: ChangeRequest, pair: Pair, shift: Shift | None) -> tuple[Pair, bool]:
    """The pair as it is compared, and whether its second date was moved.

    Raises:
        SceneError: the dates do not lie on each other.
    """
    if shift is None or shift.size <= MOST_SHIFT_PX:
        return pair, False
    if request.align:
        return pair.put_back(shift), True
    if request.shift_ok:
        return pair, False
    (after,) = request.scene.beside
    raise SceneError(
        "{after} lies {size:.1f} pixels from {before} ({down:+.1f} down, {right:+.1f} right): edges would look changed",
        "give --align to move it as it is read, or --shift-ok to compare them as they are",
        after=gdal_names.short(after.path),
        before=gdal_names.short(request.scene.path),
        size=shift.size,
        down=shift.down,
        right=shift.right,
    )


def _cautions(opened: OpenedScene, shift: Shift | None, moved: bool) -> list[str]:
    """What to know of the two dates."""
    told = []
    if shift is None:
        told.append(
            say("Nothing tells whether the dates lie on each other: too little is alike, or the scene is small.")
        )
    elif moved:
        told.append(say("The second date was moved by {size:.2f} pixels onto the first.", size=shift.size))
    elif shift.size > MOST_SHIFT_PX:
        told.append(say("The dates lie {size:.1f} pixels apart: edges look changed.", size=shift.size))
    first, second = (part.month for part in opened.source.reading.parts)
    if first and second and first != second:
        told.append(
            say("The dates are of different months: what the season does to some of the ground is change, too.")
        )
    return told


def _at_least(least: MinimumArea | None) -> Any:  # noqa: ANN401 - a function, or None
    """Which regions are as large as that."""
    if least is None:
        return None

    def large(regions: Regions) -> np.ndarray:
        if least.m2 is None:
            return np.asarray(regions.pixels_R >= least.size)
        if np.isnan(regions.area_m2_R).any():
            raise RequestError("the scene has no CRS, so its areas are not known", "give --min-area in px")
        return np.asarray(regions.area_m2_R >= least.m2)

    return large
