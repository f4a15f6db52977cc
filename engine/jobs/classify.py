"""classify: a few labels become a class map, its confidence, polygons and a report.

Joins the parts and holds no arithmetic of its own: `engine.labels`, features at them and the streamed map
(`engine.inference`), the head (`engine.fewlabel`), and files and what a person reads (`engine.output`).
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor

from engine import fewlabel, inference
from engine.classes.legend import Legend, LegendChoices
from engine.fewlabel import Learnt
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.heads import KernelHead
from engine.inference import Source
from engine.mapping import saved_model
from engine.mapping.cautions import cautions
from engine.mapping.class_map import MapFiles, require_limit, write_map
from engine.mapping.learning import FittedHead, class_rows, learn, unlabelled
from engine.mapping.opening import Opened, as_tuned, open_untuned, tuned
from engine.mapping.provenance import inputs_of, model_facts
from engine.mapping.several_scenes import opened_together
from engine.mapping.streamed_map import Compute, compute_here, identity
from engine.messages import body_of
from engine.output import report as reports
from engine.output.output_names import GEOTIFF, POLYGONS, no_output
from engine.output.polygons import polygonise
from engine.output.regions import ClassArea, caution_if_empty, class_areas, places_on
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import ClassifyRequest
from engine.scene.extents import window_of
from engine.scene.windows import Window
from engine.words import say

REQUEST = ClassifyRequest


@dataclass(frozen=True)
class OutputPaths:
    """Where the results are written until the job has succeeded; None for what was not asked for."""

    map: Path | None
    confidence: Path | None
    applicability: Path | None
    vector: Path | None
    report: Path | None
    model: Path | None

    @classmethod
    def of(cls, request: ClassifyRequest, outputs: Outputs) -> "OutputPaths":
        """Staged places for what the request names.

        Raises:
            RequestError: no output was named, or one that needs a map, and no map.
            OutputError: one of them cannot be written, or two are one file.
        """
        of_map = (request.confidence, request.applicability, request.vector, request.report)
        if not request.out and (request.save_model is None or any(name is not None for name in of_map)):
            raise no_output(request)
        return cls(
            map=outputs.stage(request.out, GEOTIFF) if request.out else None,
            confidence=outputs.stage_if_asked(request.confidence, GEOTIFF),
            applicability=outputs.stage_if_asked(request.applicability, GEOTIFF),
            vector=outputs.stage_if_asked(request.vector, POLYGONS),
            report=outputs.folder(request.report, reports.FILES) if request.report is not None else None,
            model=saved_model.staged(request.save_model, outputs) if request.save_model is not None else None,
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
    LegendChoices(request.values, request.colours).validated()  # an error shows before the work, not after it
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        targets = OutputPaths.of(request, outputs)
        with open_untuned(request) as fresh, ExitStack() as plan:
            tiles = inference.TilesOfOneRun()
            opened = replace(fresh, source=replace(fresh.source, cache=tiles))
            outputs.protect(opened.source.scene.files)
            window = window_of(request.extent, opened.source.scene)
            with opened_together(request, opened) as scenes:
                opened = replace(opened, source=scenes.sources[0])
                planned = cache(partial(_planned, opened, request, plan))
                fitted_head, learnt = _learn(request, scenes.sources, report, planned)
            require_limit(request, learnt)
            clock.lap("learning")
            deep = "deep" in learnt.head.groups
            opened = planned() if deep else opened
            tiles.begin_map(deep)
            note = outputs.resume(identity(request, opened, heads=[fitted_head.head], legend=fitted_head.legend))
            seconds: Mapping[str, float] = {}
            if targets.map:
                files = MapFiles(targets.map, targets.confidence, targets.applicability)
                seconds = write_map(request, opened, learnt, fitted_head.legend, window, files, compute, report)
                clock.lap("mapping")
                if targets.vector:
                    polygonise(targets.map, targets.confidence, targets.vector, fitted_head.legend, report)
                    clock.lap("polygons")
            told = [*filter(None, [note]), *scenes.cautions]
            facts = _facts(request, opened, fitted_head, window, targets.map, {**clock.laps, **seconds}, told)
            if targets.model:
                travelling, score = _for_other_scenes(learnt, fitted_head)
                saved = saved_model.SavedModel(travelling, fitted_head, scenes.digests, {**facts, **score})
                saved.write(opened, targets.model, Path(request.save_model or ""))
            pages = {}
            if targets.report:
                assert targets.map  # nosec B101
                report(0, 0, "writing the report")
                pages = reports.write(
                    targets.report, facts, _picture(opened, fitted_head, targets.map, targets.confidence)
                )
    return {"outputs": _final(request, pages), "report": facts, "model": model_facts(opened.loaded)}


def _planned(opened: Opened, request: ClassifyRequest, plan: ExitStack) -> Opened:
    """With a plan for the model, which holds as long as `plan`: measured when the model runs first, if it ever does."""
    return plan.enter_context(tuned(opened, request.compute.precision))


def _learn(
    request: ClassifyRequest, sources: Sequence[Source], report: Report, planned: Callable[[], Opened]
) -> tuple[FittedHead, Learnt]:
    """What the labels teach in some scenes, of which the first is mapped; `planned` is asked before the model runs."""
    first, features = sources[0], inference.describe_pixels(*sources)
    look = _Look(first, features, report)
    looks = [partial(inference.sample, each, features, report=report, groups=features.groups) for each in sources[1:]]

    def deep_look(source: Source, rows_N: np.ndarray, cols_N: np.ndarray) -> Tensor:
        return inference.sample_deep(as_tuned(source, planned().tuning), rows_N, cols_N, report)

    deep = [partial(deep_look, each) for each in sources] if first.model else []
    fitted_head = learn(
        first,
        request,
        look.at_labels,
        look.around,
        partial(_fit, report),
        [(each.scene, look) for each, look in zip(sources[1:], looks, strict=True)],
        deep,
    )
    return fitted_head, Learnt(fitted_head.head, features, first.reading.statistics, fitted_head.validation.limit)


def _for_other_scenes(learnt: Learnt, fitted_head: FittedHead) -> tuple[Learnt, dict[str, Any]]:
    """What the labels taught, with a head for other scenes, and what is said of that head if scenes were held out."""
    found = fewlabel.fit_elsewhere(fitted_head.samples)
    if not found:
        return learnt, {}
    head, validation = found
    learnt = replace(learnt, elsewhere=head.to(learnt.head.coefficients_MK.device), limit_elsewhere=validation.limit)
    if not validation.whole_scenes:
        return learnt, {}
    return learnt, fewlabel.accuracy(validation, fitted_head.labels.names, validation.prior).facts()


@dataclass
class _Look:
    """At the labelled pixels of a scene and all over it at once, so that what lies together is decoded once."""

    source: Source
    features: PixelFeatures
    report: Report
    overview: fewlabel.Overview | None = None

    def at_labels(self, rows_N: np.ndarray, cols_N: np.ndarray) -> tuple[dict[str, Tensor], Tensor]:
        """As `inference.sample`."""
        groups, valid_N, self.overview = inference.sample_and_overview(
            self.source, self.features, rows_N, cols_N, self.report
        )
        return groups, valid_N

    def around(self) -> fewlabel.Overview:
        """As `inference.overview`, after the labels were looked at."""
        assert self.overview  # nosec B101
        return self.overview


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


def _facts(
    request: ClassifyRequest,
    opened: Opened,
    fitted_head: FittedHead,
    window: Window,
    class_map: Path | None,
    seconds: Mapping[str, float],
    told: Sequence[str],
) -> dict[str, Any]:
    """All that the report says; without a map, as much as the labels tell."""
    reading, validation, names = opened.source.reading, fitted_head.validation, fitted_head.labels.names
    legend = fitted_head.legend
    areas = dict(zip(legend.head_index, class_areas(class_map, legend.name_of()), strict=True)) if class_map else {}
    if class_map:
        (row0, _), (col0, _) = window
        rows_P, cols_P = places_on(class_map)
        shares = [areas[k].share for k in range(len(names))]
        score = fewlabel.accuracy(validation, names, shares, (rows_P + row0, cols_P + col0))
    else:
        score = fewlabel.accuracy(validation, names, validation.prior)
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
            *told,
            *(caution_if_empty(areas.values()) if class_map else []),
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
            "area_ha": areas[k].hectares if areas else None,
            "pixels": areas[k].pixels if areas else None,
            "share": areas[k].share if areas else None,
        }
        for k, row in known
    ]


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _picture(
    opened: Opened, fitted_head: FittedHead, class_map: Path, confidence: Path | None
) -> reports.PictureInputs:
    """What the report draws."""
    rows_N, cols_N, labels_N = fitted_head.labels.in_scene(0)
    return reports.PictureInputs(
        scene=opened.source.scene, reading=opened.source.reading, map=class_map, confidence=confidence,
        rows_N=rows_N, cols_N=cols_N, labels_N=labels_N, legend=fitted_head.legend,
    )  # fmt: skip


def _final(request: ClassifyRequest, pages: Mapping[str, str]) -> dict[str, str]:
    """Where the results are, by name; `pages` are the report's files where they were staged."""
    named = {
        "map": request.out,
        "confidence": request.confidence,
        "applicability": request.applicability,
        "vector": request.vector,
        "style": request.out and str(Path(request.out).with_suffix(".qml")),
        "saved_model": request.save_model,
    }
    paths = {name: path for name, path in named.items() if path}
    return paths | {name: str(Path(request.report or "") / Path(page).name) for name, page in pages.items()}
