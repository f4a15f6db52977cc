"""classify: a few labels become a class map, its confidence, polygons and a report.

Joins the parts and holds no arithmetic of its own: `engine.labels`, features at them and the streamed map
(`engine.inference`), the head (`engine.fewlabel`), and files and what a person reads (`engine.output`).
"""

import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from engine import fewlabel, inference
from engine.classes.legend import Legend, LegendChoices
from engine.errors import LabelError, RequestError
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.heads import JudgingHead, KernelHead
from engine.jobs import Report
from engine.jobs.learning import FittedHead, class_rows, learn, unlabelled
from engine.jobs.scene_job import Opened, cautions, inputs_of, model_facts, open_source, provenance
from engine.jobs.streamed_map import Compute, StreamedMap, compute_here, identity
from engine.output import geotiff
from engine.output import report as reports
from engine.output.output_names import GEOTIFF, POLYGONS
from engine.output.polygons import polygonise
from engine.output.regions import ClassArea, class_areas, places_on
from engine.output.staging import Outputs
from engine.protocol import ClassifyRequest, body_of
from engine.scene.extents import window_of
from engine.scene.windows import Window
from engine.words import say

REQUEST = ClassifyRequest


@dataclass(frozen=True)
class OutputPaths:
    """Where the results are written until the job has succeeded; None for what was not asked for."""

    map: Path
    confidence: Path | None
    applicability: Path | None
    vector: Path | None
    report: Path | None

    @classmethod
    def of(cls, request: ClassifyRequest, outputs: Outputs) -> "OutputPaths":
        """Staged places for what the request names.

        Raises:
            RequestError: no output was named.
            OutputError: one of them cannot be written, or two are one file.
        """
        if not request.out:
            raise RequestError("no output was named", "give --out MAP.tif")
        return cls(
            map=outputs.stage(request.out, GEOTIFF),
            confidence=outputs.stage(request.confidence, GEOTIFF) if request.confidence is not None else None,
            applicability=outputs.stage(request.applicability, GEOTIFF) if request.applicability is not None else None,
            vector=outputs.stage(request.vector, POLYGONS) if request.vector is not None else None,
            report=outputs.folder(request.report, reports.FILES) if request.report is not None else None,
        )


def run(request: ClassifyRequest, report: Report) -> dict[str, Any]:
    """Write the map and whatever else was asked for.

    Returns:
        ``{"outputs": paths by name, "report": what `report.json` holds, "model": {"name", "trained", "sha256"}}``.

    Raises:
        EngineError: whatever the scene, the labels, the model, the device or the outputs lack.
    """
    return run_with(request, report, compute_here)


def run_with(request: ClassifyRequest, report: Report, compute: Compute) -> dict[str, Any]:
    """As `run`, with the map computed by `compute`."""
    clock = _Clock()
    LegendChoices(request.values, request.colours).checked()  # an error shows before the work, not after it
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        targets = OutputPaths.of(request, outputs)
        with open_source(request) as fresh:
            tiles = inference.TilesOfOneRun()
            opened = replace(fresh, source=replace(fresh.source, cache=tiles))
            outputs.protect(opened.source.scene.files)
            window = window_of(request.extent, opened.source.scene)
            pixel_features = inference.describe_pixels(opened.source)
            fitted_head = learn(
                opened.source,
                request,
                partial(inference.sample, opened.source, pixel_features, report=report),
                partial(inference.overview, opened.source, pixel_features, report),
                partial(_fit, report),
            )
            _check(request, fitted_head)
            clock.lap("learning")
            tiles.begin_map(deep="deep" in fitted_head.head.groups)
            note = outputs.resume(identity(request, opened, fitted_head))
            seconds = _map(request, opened, pixel_features, fitted_head, window, targets, report, compute)
            clock.lap("mapping")
            if targets.vector:
                polygonise(targets.map, targets.confidence, targets.vector, fitted_head.legend, report)
                clock.lap("polygons")
            facts = _facts(request, opened, fitted_head, window, targets.map, {**clock.laps, **seconds}, note)
            pages = {}
            if targets.report:
                report(0, 0, "writing the report")
                pages = reports.write(targets.report, facts, _picture(opened, fitted_head, targets))
    return {"outputs": _final(request, pages), "report": facts, "model": model_facts(opened.loaded)}


def _fit(
    report: Report, samples: fewlabel.Samples, *, scene: fewlabel.Overview
) -> tuple[KernelHead, fewlabel.Validation]:
    report(0, 0, "fitting")
    return fewlabel.fit(samples, scene=scene)


class _Clock:
    """Seconds per stage of the job."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name], self._last = round(now - self._last, 3), now


def _map(
    request: ClassifyRequest,
    opened: Opened,
    pixel_features: PixelFeatures,
    fitted_head: FittedHead,
    window: Window,
    targets: OutputPaths,
    report: Report,
    compute: Compute,
) -> Mapping[str, float]:
    """Have the map computed into its files; seconds waited per stage."""
    scene, tags, head = opened.source.scene, provenance(request, opened), fitted_head.head
    with ExitStack() as files:
        maps = {"classes": geotiff.class_map(targets.map, scene, window, fitted_head.legend, tags, True)}
        if targets.confidence:
            maps["confidence"] = geotiff.confidence_map(targets.confidence, scene, window, tags, True)
        if targets.applicability:
            assert fitted_head.validation.limit is not None  # nosec B101 - `_check`
            head = JudgingHead(head, fitted_head.validation.limit)
            maps["applicability"] = geotiff.value_map(targets.applicability, scene, window, "dissimilarity", tags, True)
        for file in maps.values():
            files.enter_context(file)
        sink = geotiff.ClassSink(**maps, legend=fitted_head.legend)

        def write(row: int, col: int, *strips_CHW: np.ndarray) -> None:
            sink.write(row, col, **{name: strip_CHW[0] for name, strip_CHW in zip(maps, strips_CHW, strict=True)})

        streamed = StreamedMap(
            request,
            opened,
            targets.map.parent,
            partial(inference.to_map, opened.source, head, window, sink),
            partial(inference.classify, opened.source, pixel_features, head, window, sink),
            write,
            head,
        )
        return compute(streamed, report)


def _check(request: ClassifyRequest, fitted_head: FittedHead) -> None:
    """Before the work: what was asked for can be made."""
    if request.applicability is not None and fitted_head.validation.limit is None:
        raise LabelError(
            "no class has labels in two places, so nothing tells how unlike to them a pixel may be",
            "label each class in two or more places, or leave out --applicability",
        )


def _facts(
    request: ClassifyRequest,
    opened: Opened,
    fitted_head: FittedHead,
    window: Window,
    class_map: Path,
    seconds: Mapping[str, float],
    note: str,
) -> dict[str, Any]:
    """All that the report says."""
    reading, validation, names = opened.source.reading, fitted_head.validation, fitted_head.labels.names
    areas = dict(zip(fitted_head.legend.head_index, class_areas(class_map, fitted_head.legend.name_of()), strict=True))
    (row0, _), (col0, _) = window
    rows_P, cols_P = places_on(class_map)
    shares = [areas[k].share for k in range(len(names))]
    score = fewlabel.accuracy(validation, names, shares, (rows_P + row0, cols_P + col0))
    return {
        "scene": request.scene.path,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        **score.facts(),
        "folds": validation.folds,
        "classes": _classes(fitted_head, areas, score),
        "confusion": _in_order(score, fitted_head.legend),
        "trust": validation.trust,
        "strength": validation.strength,
        "prior": dict(zip(names, validation.prior, strict=True)),
        "warnings": [
            *filter(None, [note]),
            *cautions(opened),
            *fitted_head.labels.warnings,
            *unlabelled(fitted_head),
            *validation.warnings,
        ],
        "model": model_facts(opened.loaded),
        "device": opened.device_note,
        "sensor": reading.sensor.title,
        "units": reading.units.id,
        "bands": [say("{band} ({why})", band=f"{b.index}: {b.band.name}", why=b.source) for b in reading.bands],
        "seconds": dict(seconds),
        "request": body_of(request),
    }


def _in_order(score: fewlabel.Accuracy, legend: Legend) -> list[list[float]]:
    """The confusion matrix with its classes in the order of the legend."""
    order = list(legend.head_index)
    return [[round(float(score.confusion_KK[truth, mapped]), 2) for mapped in order] for truth in order]


def _classes(fitted_head: FittedHead, areas: Mapping[int, ClassArea], score: fewlabel.Accuracy) -> list[dict[str, Any]]:
    """One row per class, in the order of the legend: labels, accuracy, area."""
    found, known = score.classes_K, zip(fitted_head.legend.head_index, class_rows(fitted_head), strict=True)
    return [
        {
            **row,
            "precision": _known(found.precision_K[k]),
            "recall": _known(found.recall_K[k]),
            "f1": _known(found.f1_K[k]),
            "area_ha": areas[k].hectares,
            "pixels": areas[k].pixels,
            "share": areas[k].share,
        }
        for k, row in known
    ]


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _picture(opened: Opened, fitted_head: FittedHead, targets: OutputPaths) -> reports.PictureInputs:
    """What the report draws."""
    labels = fitted_head.labels
    return reports.PictureInputs(
        scene=opened.source.scene, reading=opened.source.reading, map=targets.map, confidence=targets.confidence,
        rows_N=labels.rows_N, cols_N=labels.cols_N, labels_N=labels.labels_N, legend=fitted_head.legend,
    )  # fmt: skip


def _final(request: ClassifyRequest, pages: Mapping[str, str]) -> dict[str, str]:
    """Where the results are, by name; `pages` are the report's files where they were staged."""
    named = {
        "map": request.out,
        "confidence": request.confidence,
        "applicability": request.applicability,
        "vector": request.vector,
    }
    paths = {name: path for name, path in named.items() if path}
    paths["style"] = str(Path(request.out).with_suffix(".qml"))
    return paths | {name: str(Path(request.report or "") / Path(page).name) for name, page in pages.items()}
