"""What the jobs on two dates share: what is asked for, whether the dates lie on each other, and what to beware of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from engine.change.pair import Pair
from engine.change.shift import Shift
from engine.cleaning.options import MinimumArea
from engine.errors import BandError, RequestError, SceneError, UnitError
from engine.gdal import gdal_names
from engine.mapping.opening import OpenedScene, open_without_model
from engine.output.output_names import no_output
from engine.output.regions import Regions
from engine.progress import Report
from engine.protocol import ChangeRequest, SceneSpec
from engine.scene import raster
from engine.scene.sources.shared_answers import as_first, named_errors
from engine.words import say

MOST_SHIFT_PX = 0.5
"""Two dates that lie further apart differ along every edge."""


def validated_minimum_area(request: ChangeRequest) -> MinimumArea | None:
    """The minimum area of polygons, None for none, once what both jobs on two dates ask for has been validated.

    Raises:
        RequestError: no output was named, there are not two dates, or a field has no meaning.
    """
    if not request.out:
        raise no_output(request)
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


@dataclass(frozen=True)
class Dates:
    """Two dates, open.

    Attributes:
        opened: all bands of both on one grid.
        pair: the dates band by band; None where they cannot be compared so.
        shift: how far the later one lies from the earlier one as it was found; None where nothing tells.
        moved: whether it has been put back.
    """

    opened: OpenedScene
    pair: Pair | None
    shift: Shift | None
    moved: bool = False


@contextmanager
def open_dates(request: ChangeRequest, report: Report) -> Iterator[Dates]:
    """Both dates, the later one moved onto the earlier one if that is asked for and needed.

    Raises:
        SceneError: a date cannot be read, or they do not lie on each other.
        BandError, UnitError: something must be said of a date; or, without labels, they are of two sensors.
    """
    with open_without_model(request, partial(report, 0, 0, "reading the scene")) as opened:
        pair = _pair(request, opened)
        shift = pair.shift(report) if pair else None
        if not (request.align and _is_far(shift)):
            _require_placed(request, shift)
            yield Dates(opened, pair, shift)
            return
    assert shift  # nosec B101 - it is far
    with open_without_model(request, partial(report, 0, 0, "looking around"), (shift.down, shift.right)) as opened:
        yield Dates(opened, _pair(request, opened), shift, moved=True)


def _pair(request: ChangeRequest, opened: OpenedScene) -> Pair | None:
    try:
        return Pair.of(opened.source.scene, opened.source.reading)
    except (BandError, UnitError):
        if request.labels:
            return None
        raise


def _is_far(shift: Shift | None) -> bool:
    return shift is not None and shift.size > MOST_SHIFT_PX


def _require_placed(request: ChangeRequest, shift: Shift | None) -> None:
    """Return if the dates lie on each other, or nobody minds.

    Raises:
        SceneError: they do not.
    """
    if shift is None or not _is_far(shift) or request.shift_ok:
        return
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


def cautions(dates: Dates) -> list[str]:
    """What to know of the two dates."""
    told, shift = [], dates.shift
    if shift is None:
        told.append(
            say("Nothing tells whether the dates lie on each other: too little is alike, or the scene is small.")
        )
    elif dates.moved:
        told.append(say("The second date was moved by {size:.2f} pixels onto the first.", size=shift.size))
    elif _is_far(shift):
        told.append(say("The dates lie {size:.1f} pixels apart: edges look changed.", size=shift.size))
    first, second = (part.month for part in dates.opened.source.reading.parts)
    if first and second and first != second:
        told.append(
            say("The dates are of different months: what the season does to some of the ground is change, too.")
        )
    return told


def told_shift(dates: Dates) -> dict[str, Any] | None:
    """How far the dates lie apart, as jobs answer it; None where nothing tells."""
    shift = dates.shift
    return {"px": shift.size, "down": shift.down, "right": shift.right, "moved": dates.moved} if shift else None


def shift_tag(dates: Dates) -> dict[str, str]:
    """The same as a tag of a file."""
    return {"OFA_SHIFT_PX": f"{dates.shift.size:.2f}" if dates.shift else "not known"}


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
