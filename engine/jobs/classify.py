"""classify: a few labels become a class map, its confidence, polygons and a report.

Joins the parts and holds no arithmetic of its own: labels (`vector`), features at them (`stream`), the head
(`fewlabel`), the streamed map (`stream`, `geotiff`), and what a person reads (`report`).
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from torch import Tensor

from engine import fewlabel, inference
from engine.classes.legend import Legend, LegendChoices
from engine.errors import RequestError
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.heads import KernelHead
from engine.jobs import Report
from engine.jobs.fingerprint import identity
from engine.jobs.learning import FittedHead, class_rows, learn, unlabelled
from engine.jobs.scene_job import Opened, cautions, inputs_of, model_facts, open_source, provenance
from engine.jobs.shared_scene import PartRunner, SharedScene
from engine.output import geotiff
from engine.output import report as reports
from engine.output.output_names import GEOTIFF, POLYGONS
from engine.output.polygons import polygonise
from engine.output.regions import class_areas
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
            vector=outputs.stage(request.vector, POLYGONS) if request.vector is not None else None,
            report=outputs.folder(request.report, reports.FILES) if request.report is not None else None,
        )


def run(request: ClassifyRequest, report: Report, spread: PartRunner | None = None) -> dict[str, Any]:
    """Write the map and whatever else was asked for; `spread` has the map made in parts by others.

    Returns:
        ``{"outputs": paths by name, "report": what `report.json` holds, "model": {"name", "trained", "sha256"}}``.

    Raises:
        EngineError: whatever the scene, the labels, the model, the device or the outputs lack.
    """
    clock = _Clock()
    LegendChoices(request.values, request.colours).checked()  # an error shows before the work, not after it
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        targets = OutputPaths.of(request, outputs)
        with open_source(request) as opened:
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
            clock.lap("learning")
            note = outputs.resume(identity(request, opened, fitted_head))
            seconds = _map(request, opened, pixel_features, fitted_head, window, targets, report, spread)
            clock.lap("mapping")
            if targets.vector:
                polygonise(targets.map, targets.confidence, targets.vector, fitted_head.legend, report)
                clock.lap("polygons")
            facts = _facts(request, opened, fitted_head, targets.map, {**clock.laps, **seconds}, note)
            pages = {}
            if targets.report:
                report(0, 0, "writing the report")
                pages = reports.write(targets.report, facts, _picture(opened, fitted_head, targets))
    return {"outputs": _final(request, pages), "report": facts, "model": model_facts(opened.loaded)}


def _fit(
    report: Report, samples: fewlabel.Samples, *, scene: Mapping[str, Tensor]
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
    spread: PartRunner | None,
) -> dict[str, float]:
    """Stream the map into its files, or have it made by others; seconds waited per stage."""
    scene, tags = opened.source.scene, provenance(request, opened)
    with ExitStack() as files:
        classes = files.enter_context(geotiff.class_map(targets.map, scene, window, fitted_head.legend, tags, True))
        confidence = None
        if targets.confidence:
            confidence = files.enter_context(geotiff.confidence_map(targets.confidence, scene, window, tags, True))
        sink = geotiff.ClassSink(classes, confidence, legend=fitted_head.legend)
        if spread:
            panels = inference.to_map(opened.source, fitted_head.head, window, sink)
            sharing = SharedScene.of(spread, request, opened, targets.map.parent, fitted_head.head)
            sharing.join(panels, lambda row, col, *maps: sink.write(row, col, maps[0][0], maps[-1][0]), report)
            return {}
        waited = inference.classify(opened.source, pixel_features, fitted_head.head, window, sink, report)
    return {name: round(value, 3) for name, value in asdict(waited).items()}


def _facts(
    request: ClassifyRequest,
    opened: Opened,
    fitted_head: FittedHead,
    class_map: Path,
    seconds: Mapping[str, float],
    note: str,
) -> dict[str, Any]:
    """All that the report says."""
    reading, validation = opened.source.reading, fitted_head.validation
    rows = _classes(fitted_head, class_map)
    share = {row["name"]: row["share"] for row in rows}
    score = fewlabel.accuracy(validation, fitted_head.labels.names, [share[name] for name in fitted_head.labels.names])
    return {
        "scene": request.scene.path,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        **score.facts(),
        "folds": validation.folds,
        "block_px": validation.block_px,
        "classes": rows,
        "confusion": _in_order(validation.confusion, fitted_head.legend),
        "trust": validation.trust,
        "strength": validation.strength,
        "prior": dict(zip(fitted_head.labels.names, validation.prior, strict=True)),
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
        "units": reading.units.id if reading.units else None,
        "bands": [say("{band} ({why})", band=f"{b.index}: {b.band.name}", why=b.source) for b in reading.bands],
        "seconds": dict(seconds),
        "request": body_of(request),
    }


def _in_order(confusion: Sequence[Sequence[int]], legend: Legend) -> list[list[int]]:
    """A confusion matrix with its classes in the order of the legend."""
    return [[int(confusion[truth][mapped]) for mapped in legend.head_index] for truth in legend.head_index if confusion]


def _classes(fitted_head: FittedHead, class_map: Path) -> list[dict[str, Any]]:
    """One row per class: labels, accuracy, area."""
    legend, validation = fitted_head.legend, fitted_head.validation
    areas = class_areas(class_map, legend.name_of())
    return [
        {
            **row,
            "precision": validation.precision[k],
            "recall": validation.recall[k],
            "f1": validation.f1[k],
            "area_ha": area.hectares,
            "pixels": area.pixels,
            "share": area.share,
        }
        for k, row, area in zip(legend.head_index, class_rows(fitted_head), areas, strict=True)
    ]


def _picture(opened: Opened, fitted_head: FittedHead, targets: OutputPaths) -> reports.PictureInputs:
    """What the report draws."""
    labels = fitted_head.labels
    return reports.PictureInputs(
        scene=opened.source.scene, reading=opened.source.reading, map=targets.map, confidence=targets.confidence,
        rows_N=labels.rows_N, cols_N=labels.cols_N, labels_N=labels.labels_N, legend=fitted_head.legend,
    )  # fmt: skip


def _final(request: ClassifyRequest, pages: Mapping[str, str]) -> dict[str, str]:
    """Where the results are, by name; `pages` are the report's files where they were staged."""
    named = {"map": request.out, "confidence": request.confidence, "vector": request.vector}
    paths = {name: path for name, path in named.items() if path}
    paths["style"] = str(Path(request.out).with_suffix(".qml"))
    return paths | {name: str(Path(request.report or "") / Path(page).name) for name, page in pages.items()}
