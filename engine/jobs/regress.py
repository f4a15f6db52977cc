"""regress: points with a number become a map of values, with an interval for each pixel and a report.

Joins the parts and holds no arithmetic of its own: `engine.labels.numbers`, features (`engine.inference`), the head
(`engine.fewlabel.numbers`), and files and what a person reads (`engine.output`).
"""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import torch

from engine import inference
from engine.errors import LabelError
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.fitting import LEAST_UNLIKE
from engine.fewlabel.numbers import CONFIDENCE, NumberHead, NumberValidation, fit_numbers
from engine.gdal import gdal_names
from engine.labels import numbers
from engine.labels.numbers import Numbers
from engine.labels.placing import GeoBox
from engine.mapping.cautions import cautions
from engine.mapping.opening import Opened, open_with_model
from engine.mapping.provenance import inputs_of, model_facts, provenance
from engine.messages import body_of
from engine.output import geotiff
from engine.output.output_names import GEOTIFF, no_output
from engine.output.report import values as reports
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import RegressRequest
from engine.scene.extents import window_of
from engine.scene.windows import Window
from engine.words import say

REQUEST = RegressRequest


@dataclass(frozen=True)
class Targets:
    """Where the results are written until the job has succeeded; None for what was not asked for."""

    map: Path
    interval: Path | None
    applicability: Path | None
    report: Path | None


def run(request: RegressRequest, report: Report) -> dict[str, Any]:
    """Write the map of values and whatever else was asked for.

    Returns:
        ``{"outputs": paths by name, "report": what `values.json` holds, "warnings", "model"}``.

    Raises:
        EngineError: whatever the scene, the points, the model, the device or the outputs lack.
    """
    if not request.out:
        raise no_output(request)
    with Outputs(inputs_of(request), request.overwrite) as outputs:
        rasters = (request.out, request.interval, request.applicability)
        out, interval, unlike = (outputs.stage_if_asked(name, GEOTIFF) for name in rasters)
        assert out  # nosec B101
        folder = outputs.folder(request.report, reports.FILES) if request.report is not None else None
        targets = Targets(out, interval, unlike, folder)
        with open_with_model(request) as fresh:
            tiles = inference.TilesOfOneRun()
            opened = replace(fresh, source=replace(fresh.source, cache=tiles))
            outputs.protect(opened.source.scene.files)
            window = window_of(request.extent, opened.source.scene)
            features = inference.describe_pixels(opened.source)
            head, validation, points = _learn(request, opened, features, report)
            tiles.begin_map(deep="deep" in head.groups)
            _map(request, opened, features, head, window, targets, report)
            facts = _facts(request, opened, validation, points)
            report(0, 0, "writing the report")
            pages = reports.write(targets.report, facts, validation, out) if targets.report else {}
    named = {"map": request.out, "interval": request.interval, "applicability": request.applicability}
    paths = {name: path for name, path in named.items() if path}
    paths |= {name: str(Path(request.report or "") / Path(page).name) for name, page in pages.items()}
    told = {"outputs": paths, "report": facts, "warnings": facts["warnings"]}
    return {**told, "model": model_facts(opened.loaded)}


def _learn(
    request: RegressRequest, opened: Opened, features: PixelFeatures, report: Report
) -> tuple[NumberHead, NumberValidation, Numbers]:
    """What the points teach.

    Raises:
        LabelError: they teach nothing.
    """
    source, scene = opened.source, opened.source.scene
    grid = GeoBox((scene.height, scene.width), scene.crs, scene.transform)
    points = numbers.read(request.labels, request.field, request.layer, grid)
    at_N2 = points.rows_N, points.cols_N
    groups, known_N, around = inference.sample_and_overview(source, features, *at_N2, report)
    if source.model:
        groups["deep"] = inference.sample_deep(source, *at_N2, report)
    points = points.on_data(known_N.numpy())
    report(0, 0, "fitting")
    seen = {name: x_ND[known_N] for name, x_ND in groups.items()}
    teach = partial(fit_numbers, seen, points.value_N, points.rows_N, points.cols_N, points.polygon_N, around)
    (found,) = inference.in_parallel([teach], source.workers)
    if found is None:
        raise LabelError("all points lie in one place, so nothing can be checked", "add points, all over the scene")
    head, validation = found
    return head.to(source.device), validation, points


def _map(
    request: RegressRequest,
    opened: Opened,
    features: PixelFeatures,
    head: NumberHead,
    window: Window,
    targets: Targets,
    report: Report,
) -> None:
    """Write the rasters."""
    scene, tags = opened.source.scene, provenance(request, opened)
    with ExitStack() as files:
        values = files.enter_context(geotiff.value_map(targets.map, scene, window, request.field, tags))
        interval = unlike = None
        if targets.interval:
            interval = files.enter_context(geotiff.interval_map(targets.interval, scene, window, tags))
        if targets.applicability:
            unlike = files.enter_context(geotiff.value_map(targets.applicability, scene, window, "dissimilarity", tags))
        with torch.inference_mode():
            sink = geotiff.NumberSink(values, interval, unlike)
            inference.regress(opened.source, features, head, window, sink, report)


def _facts(request: RegressRequest, opened: Opened, validation: NumberValidation, points: Numbers) -> dict[str, Any]:
    """All that the report says."""
    warnings = [*cautions(opened), *points.warnings]
    if validation.unlike is not None and validation.unlike >= LEAST_UNLIKE:
        warnings.append(say("{share:.0%} of the scene is unlike all points: measure there", share=validation.unlike))
    if validation.r2 <= 0:
        warnings.append(say("The map is no better than the mean of the points."))
    return {
        "scene": gdal_names.short(request.scene.path),
        "field": request.field,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "points": len(points.value_N),
        "mean": float(points.value_N.mean()),
        "held_out": validation.held_out,
        "r2": validation.r2,
        "rmse": validation.rmse,
        "bias": validation.bias,
        "confidence": CONFIDENCE,
        "trust": dict(validation.trust),
        "strength": validation.strength,
        "unlike": validation.unlike,
        "warnings": warnings,
        "model": model_facts(opened.loaded),
        "sensor": opened.source.reading.sensor.title,
        "units": opened.source.reading.units.id,
        "request": body_of(request),
    }
