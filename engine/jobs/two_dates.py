"""What the jobs on two dates share: what is asked for, whether the dates lie on each other, and what to beware of."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from engine.change.pair import Pair
from engine.change.shift import Shift
from engine.cleaning.wishes import MinimumArea
from engine.errors import RequestError, SceneError
from engine.gdal import gdal_names
from engine.jobs.scene_job import OpenedScene
from engine.output.regions import Regions
from engine.protocol import ChangeRequest, SceneSpec
from engine.scene import raster
from engine.scene.beside_first import as_first, named_errors
from engine.words import say

MOST_SHIFT_PX = 0.5
"""Two dates that lie further apart differ along every edge."""


def checked(request: ChangeRequest) -> MinimumArea | None:
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


def with_answers(said: SceneSpec) -> SceneSpec:
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


def placed(request: ChangeRequest, pair: Pair, shift: Shift | None) -> tuple[Pair, bool]:
    """The pair as it is compared, and whether its second date was moved.

    Raises:
        SceneError: the dates do not lie on each other.
    """
    if request.align and shift is not None and shift.size > MOST_SHIFT_PX:
        return pair.put_back(shift), True
    hint = say("give --align to move it as it is read, or --shift-ok to compare them as they are")
    require_placed(request, shift, hint)
    return pair, False


def require_placed(request: ChangeRequest, shift: Shift | None, hint: str) -> None:
    """Return if the dates lie on each other, or nobody minds; `hint` says what to do otherwise.

    Raises:
        SceneError: they do not.
    """
    if shift is None or shift.size <= MOST_SHIFT_PX or request.shift_ok:
        return
    (after,) = request.scene.beside
    raise SceneError(
        "{after} lies {size:.1f} pixels from {before} ({down:+.1f} down, {right:+.1f} right): edges would look changed",
        hint,
        after=gdal_names.short(after.path),
        before=gdal_names.short(request.scene.path),
        size=shift.size,
        down=shift.down,
        right=shift.right,
    )


def cautions(opened: OpenedScene, shift: Shift | None, moved: bool) -> list[str]:
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


def told_shift(shift: Shift | None, moved: bool) -> dict[str, Any] | None:
    """How far the dates lie apart, as jobs answer it; None where nothing tells."""
    return {"px": shift.size, "down": shift.down, "right": shift.right, "moved": moved} if shift else None


def at_least(least: MinimumArea | None) -> Callable[[Regions], np.ndarray] | None:
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
