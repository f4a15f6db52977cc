"""change: what has changed between two dates of one place, as a map and as polygons.

Joins the parts and holds no arithmetic of its own: that is in `engine.change`.
"""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.change.pair import Pair
from engine.errors import RequestError, SceneError
from engine.jobs import labelled_change
from engine.mapping import two_dates
from engine.mapping.cautions import scene_cautions
from engine.mapping.provenance import inputs_of, provenance
from engine.mapping.streamed_map import identity
from engine.output import geotiff
from engine.output.hits import share_reaching, write_hits
from engine.output.output_names import GEOTIFF, POLYGONS
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import ChangeRequest
from engine.scene.extents import window_of
from engine.words import first_of, say

REQUEST = ChangeRequest
SHOWN = 4.0
"""Of the score: the upper end of the colours."""
NO_MORE = 1.5
"""Times as many pixels as false alarms explain: with fewer, nothing may have changed."""


def run(request: ChangeRequest, report: Report) -> dict[str, Any]:
    """Write the map and, if asked for, polygons of what has changed; with labels, see `labelled_change`.

    Returns:
        ``{"outputs": {"values", "style", "polygons"}, "shift": {"px", "down", "right", "moved"} or None, "bands":
        names, "threshold": the score from which on a pixel counts as changed, "false_alarms", "share": of the map's
        pixels that do, "changes": number of polygons or None, "warnings": sentences}``.

    Raises:
        EngineError: whatever the scenes, the device or the outputs lack.
    """
    if request.labels:
        return labelled_change.run(request, report)
    least = two_dates.validated_minimum_area(request)
    _check(request)
    threshold = -math.log10(request.false_alarms)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        polygons = outputs.stage_if_asked(request.changes, POLYGONS)
        told = _map(request, staged, outputs, report)
        style = geotiff.write_value_qml(staged, 0.0, SHOWN)
        if polygons:
            large = two_dates.at_least(least)
            count, share = write_hits(
                staged, threshold, polygons, report, as_points=False, called="change", least=large
            )
        else:
            count, share = None, share_reaching(staged, threshold)
    if share < NO_MORE * request.false_alarms:
        nothing = say(
            "Change does not stand apart from chance: the map shows what has changed most, and that may be nothing."
        )
        told["warnings"].insert(0, nothing)
    return told | {
        "outputs": {
            "values": request.out,
            "style": str(Path(request.out).with_name(style.name)),
            **({"polygons": request.changes} if request.changes else {}),
        },
        "threshold": threshold,
        "false_alarms": request.false_alarms,
        "share": share,
        "changes": count,
    }


def _map(request: ChangeRequest, staged: Path, outputs: Outputs, report: Report) -> dict[str, Any]:
    """Write the map of scores; what `run` answers of the dates: "shift", "bands" and "warnings"."""
    asked = replace(request, scene=two_dates.with_answers(request.scene))
    with two_dates.open_dates(asked, report) as dates:
        opened, pair = dates.opened, dates.pair
        assert pair  # nosec B101 - there are no labels
        scene, device = opened.source.scene, opened.source.device
        outputs.protect(scene.files)
        window = window_of(request.extent, scene)
        comparer = pair.learn(report)
        if comparer is None:
            raise SceneError("too few pixels hold data on both dates", "give scenes that share more of the place")
        note = outputs.resume(identity(request, opened, taught_by_scene=comparer))
        tags = provenance(asked, opened) | two_dates.shift_tag(dates)
        with geotiff.value_map(staged, scene, window, "change", tags, resumable=True) as file:
            pair.map(comparer.to(device), window, geotiff.ValueSink(file), device, report)
        return {
            "shift": two_dates.told_shift(dates),
            "bands": list(pair.bands),
            "warnings": [
                *filter(None, [note]),
                *two_dates.cautions(dates),
                *_caution_of_bands(pair),
                *scene_cautions(opened),
            ],
        }


def _caution_of_bands(pair: Pair) -> list[str]:
    if not pair.alone:
        return []
    return [
        say(
            "Compared by {bands}. Only one date has {others}.",
            bands=first_of(pair.bands),
            others=first_of(pair.alone),
        )
    ]


def _check(request: ChangeRequest) -> None:
    """Return if nothing is asked for that needs labels."""
    if any((request.field, request.field_after, request.unchanged, request.layer, request.confidence, request.table)):
        raise RequestError(
            "a class field, a raster of confidence and a table of transitions need labels",
            "give labels after the two dates, or leave these out",
        )
