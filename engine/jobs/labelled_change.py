"""change, with labels: what has changed, or from which class to which, as a map of classes.

Labels that say what has changed teach one head on features of both dates. Labels of classes teach a head for each date,
and the map has a value for each pair of classes. Joins the parts and holds no arithmetic of its own.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine import fewlabel, inference
from engine.change.date_features import AFTER, BEFORE, DATES, Compared, DateFeatures, EachDate, alone
from engine.change.from_to import FromToHead, pair_colours, pair_names, same_class
from engine.change.pair import Pair
from engine.classes.legend import HIGHEST, Legend
from engine.errors import LabelError, RequestError
from engine.fewlabel.fitting import Overview
from engine.fewlabel.place_features import PlaceFeatures
from engine.inference import Source
from engine.mapping import two_dates
from engine.mapping.cautions import scene_cautions
from engine.mapping.learning import FittedHead, learn
from engine.mapping.opening import OpenedScene
from engine.mapping.provenance import inputs_of, provenance
from engine.mapping.streamed_map import identity
from engine.output import geotiff
from engine.output.output_names import GEOTIFF, POLYGONS, TABLE
from engine.output.polygons import polygonise
from engine.output.regions import ClassArea, Regions, caution_if_empty, class_areas, places_on
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import ChangeRequest, ClassifyRequest
from engine.scene.extents import window_of
from engine.scene.windows import Window
from engine.words import joined, say

COLUMNS = ("before", "after", "value", "pixels", "hectares", "share")


@dataclass(frozen=True)
class Pairs:
    """The classes of the map, in the order of the head's answers.

    Attributes:
        before, after: classes on both dates; the same where labels say what has changed.
        stays: which of them mean that nothing has changed.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    stays: tuple[bool, ...]


@dataclass(frozen=True)
class ChangeModel:
    """What the labels taught: from pixels of both dates to classes of the map.

    Attributes:
        features: how pixels are described.
        head: features to probabilities of the map's classes.
        legend: of them.
        pairs: what they mean.
        fitted: what was learnt, by date; one head for both dates is that of the later one.
    """

    features: DateFeatures
    head: Any
    legend: Legend
    pairs: Pairs
    fitted: Mapping[str, FittedHead]

    @property
    def is_from_to(self) -> bool:
        """Whether each date has a head of its own."""
        return len(self.fitted) > 1


def run(request: ChangeRequest, report: Report) -> dict[str, Any]:
    """Write the map and whatever else was asked for.

    Returns:
        ``{"outputs": {"map", "style", "confidence", "table", "polygons"}, "shift", "classes": [{"name", "value",
        "colour", "before", "after", "pixels", "area_ha", "share"}], "scores": by date what held-out labels tell,
        "share": of the map's pixels that have changed, "changes": number of polygons or None, "warnings"}``.

    Raises:
        EngineError: whatever the scenes, the labels, the device or the outputs lack.
    """
    least = two_dates.validated_minimum_area(request)
    _check(request)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        confidence = outputs.stage_if_asked(request.confidence, GEOTIFF)
        table = outputs.stage_if_asked(request.table, TABLE)
        polygons = outputs.stage_if_asked(request.changes, POLYGONS)
        asked = replace(request, scene=two_dates.with_answers(request.scene))
        with two_dates.open_dates(asked, report) as dates:
            opened, source = dates.opened, dates.opened.source
            outputs.protect(source.scene.files)
            window = window_of(request.extent, source.scene)
            model = _learn(request, source, dates.pair, report)
            note = outputs.resume(_identity(request, opened, model))
            tags = provenance(asked, opened) | two_dates.shift_tag(dates)
            _map(source, model, window, tags, (staged, confidence), report)
            cautions = [*_cautions(dates, model), *scene_cautions(opened)]
        areas = class_areas(staged, model.legend.name_of())
        rows = _rows(model, areas)
        geotiff.write_qml(staged, _shown(model.legend, rows))
        if table:
            _write_table(table, rows)
        count = None
        if polygons:
            large = partial(_changed, [row["value"] for row in rows if row["changed"]], two_dates.at_least(least))
            count = polygonise(staged, confidence, polygons, model.legend, report, least=large)
        scores = _scores(model, rows, window, staged)
    named = {"map": request.out, "confidence": request.confidence, "table": request.table, "polygons": request.changes}
    return {
        "outputs": {name: path for name, path in named.items() if path}
        | {"style": str(Path(request.out).with_suffix(".qml"))},
        "shift": two_dates.told_shift(dates),
        "classes": rows,
        "scores": scores,
        "share": sum(row["share"] for row in rows if row["changed"]),
        "changes": count,
        "warnings": [*filter(None, [note]), *caution_if_empty(areas), *cautions],
    }


def _check(request: ChangeRequest) -> None:
    if not request.field:
        raise RequestError("no field was named", "give the field of the labels that holds the class: --field NAME")
    if request.unchanged and request.field_after:
        raise RequestError(
            "labels say what has changed, or name the class on each date; both were asked for",
            "leave out --unchanged or --field-after",
        )


def _learn(request: ChangeRequest, source: Source, pair: Pair | None, report: Report) -> ChangeModel:
    """What the labels teach of both dates.

    Raises:
        LabelError: they teach nothing.
    """
    described = describe(source, pair, report)
    if request.unchanged:
        return _what_changed(request, source, DateFeatures(**described), report)
    return _from_to(request, source, EachDate(**described), report)


def describe(source: Source, pair: Pair | None, report: Report) -> dict[str, Any]:
    """How the pixels of two dates are described: what `DateFeatures` and `EachDate` are made of."""
    place = inference.describe_pixels(source)
    assert isinstance(place, PlaceFeatures)  # nosec B101 - of two sources
    compared = _compared(source, pair, report) if pair else None
    return {"parts": place.parts, "bands": place.bands, "compared": compared}


def _compared(source: Source, pair: Pair, report: Report) -> Compared | None:
    comparer = pair.learn(report)
    if comparer is None:
        return None
    index_2C = torch.tensor(pair.indices).view(2, -1) - 1
    statistics = source.reading.statistics
    return Compared(
        index_2C,
        torch.from_numpy(statistics.mean_C)[index_2C],
        torch.from_numpy(statistics.divisors)[index_2C],
        comparer,
    )


def _what_changed(request: ChangeRequest, source: Source, features: DateFeatures, report: Report) -> ChangeModel:
    """One head on both dates.

    Raises:
        LabelError: no label says what has not changed.
    """
    around = inference.overview(source, features, report, features.groups)
    fitted = _fit(request, request.field, source, around, features, lambda groups: groups, report)
    names = fitted.labels.names
    if request.unchanged not in names:
        raise LabelError(
            "no label says what has not changed: expected a class {wanted}; found {names}",
            "give its name: --unchanged NAME",
            wanted=request.unchanged,
            names=joined(names),
        )
    stays = tuple(name == request.unchanged for name in names)
    return ChangeModel(features, fitted.head, fitted.legend, Pairs(names, names, stays), {AFTER: fitted})


def _from_to(request: ChangeRequest, source: Source, features: EachDate, report: Report) -> ChangeModel:
    """A head for each date, and pairs of their classes.

    Raises:
        LabelError: there are too many pairs.
    """
    around = inference.overview(source, features, report, [name for date in DATES for name in features.of(date)])
    fields = (request.field, request.field_after or request.field)
    before, after = (
        _fit(
            request,
            field,
            source,
            replace(around, groups=alone(around.groups, date)),
            features,
            partial(alone, date=date),
            report,
            features.of(date),
        )
        for date, field in zip(DATES, fields, strict=True)
    )
    first, second = before.labels.names, after.labels.names
    if len(first) * len(second) > HIGHEST:
        raise LabelError(
            "{count} pairs of classes do not fit into a map of bytes: {most} do",
            "merge classes: 15 on each date fit",
            count=len(first) * len(second),
            most=HIGHEST,
        )
    same_JK = same_class(first, second)
    names = pair_names(first, second)
    legend = Legend.of(names, colours=pair_colours(_colours(before), _colours(after)))
    pairs = Pairs(tuple(one for one in first for _ in second), second * len(first), tuple(same_JK.flatten().tolist()))
    head = FromToHead(before.head, after.head, same_JK.to(source.device), features.compared is not None)
    return ChangeModel(features, head, legend, pairs, {BEFORE: before, AFTER: after})


def _colours(fitted: FittedHead) -> dict[str, str]:
    """The colour of each class, in the order of the head."""
    colours = dict(zip(fitted.legend.names, fitted.legend.colours, strict=True))
    return {name: colours[name] for name in fitted.labels.names}


def _fit(
    request: ChangeRequest,
    field: str,
    source: Source,
    around: Overview,
    features: DateFeatures,
    renamed: Callable[[dict[str, Tensor]], dict[str, Tensor]],
    report: Report,
    groups: Sequence[str] | None = None,
) -> FittedHead:
    """What the classes in a field teach of some groups of features, which the head knows as `renamed` calls them."""

    def look(rows_N: np.ndarray, cols_N: np.ndarray) -> tuple[dict[str, Tensor], Tensor]:
        found, known_N = inference.sample(source, features, rows_N, cols_N, report, groups or features.groups)
        return renamed(found), known_N

    def fit(samples: fewlabel.Samples, *, scene: Overview) -> tuple[Any, fewlabel.Validation]:
        report(0, 0, "fitting")
        return fewlabel.fit(samples, scene=scene)

    asked = ClassifyRequest(request.scene, labels=request.labels, field=field, layer=request.layer)
    return learn(source, asked, look, lambda: around, fit)


def _identity(request: ChangeRequest, opened: OpenedScene, model: ChangeModel) -> dict[str, Any]:
    heads = [fitted.head for fitted in model.fitted.values()]
    comparer = model.features.compared.comparer if model.features.compared else None
    return identity(request, opened, heads=heads, legend=model.legend, taught_by_scene=comparer)


def _map(
    source: Source,
    model: ChangeModel,
    window: Window,
    tags: Mapping[str, str],
    paths: tuple[Path, Path | None],
    report: Report,
) -> None:
    """Write the map and its confidence."""
    with ExitStack() as files:
        classes = files.enter_context(
            geotiff.class_map(paths[0], source.scene, window, model.legend, tags, resumable=True)
        )
        confidence = None
        if paths[1]:
            confidence = files.enter_context(
                geotiff.confidence_map(paths[1], source.scene, window, tags, resumable=True)
            )
        sink = geotiff.ClassSink(classes, confidence, legend=model.legend)
        inference.classify(source, model.features, model.head.to(source.device), window, sink, report)


def _rows(model: ChangeModel, areas: Sequence[ClassArea]) -> list[dict[str, Any]]:
    """The classes of the map with what they mean and how large they are, in the order of the legend."""
    pairs, legend = model.pairs, model.legend
    return [
        {
            "name": area.name,
            "value": area.value,
            "colour": colour,
            "before": pairs.before[k],
            "after": pairs.after[k],
            "changed": not pairs.stays[k],
            "pixels": area.pixels,
            "area_ha": area.hectares,
            "share": area.share,
        }
        for area, colour, k in zip(areas, legend.colours, legend.head_index, strict=True)
    ]


def _shown(legend: Legend, rows: Sequence[Mapping[str, Any]]) -> Legend:
    """The legend without classes that are nowhere on the map; all of it if there are none."""
    there = [place for place, row in enumerate(rows) if row["pixels"]] or range(len(rows))
    names, values, colours, index = zip(
        *((legend.names[k], legend.values[k], legend.colours[k], legend.head_index[k]) for k in there), strict=True
    )
    return Legend(names, values, colours, index, legend.nodata)


def _changed(values: Sequence[int], large: Callable[[Regions], np.ndarray] | None, regions: Regions) -> np.ndarray:
    """Which regions have changed, and are large enough."""
    changed_R = np.isin(regions.value_R, values)
    return changed_R & large(regions) if large else changed_R


def _write_table(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """One line for each class of the map that is there."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        for row in rows:
            if row["pixels"]:
                area = "" if row["area_ha"] is None else f"{row['area_ha']:.4f}"
                lines.writerow([row["before"], row["after"], row["value"], row["pixels"], area, f"{row['share']:.6f}"])


def _scores(model: ChangeModel, rows: Sequence[Mapping[str, Any]], window: Window, class_map: Path) -> dict[str, Any]:
    """What held-out labels tell, by date."""
    (row0, _), (col0, _) = window
    rows_P, cols_P = places_on(class_map)
    told = {}
    for date, fitted in model.fitted.items():
        names = fitted.labels.names
        shares = [sum(row["share"] for row in rows if row[date] == name) for name in names]
        score = fewlabel.accuracy(fitted.validation, names, shares, (rows_P + row0, cols_P + col0))
        told[date] = score.facts()
    return told


def _cautions(dates: two_dates.Dates, model: ChangeModel) -> list[str]:
    """What to know of the dates and the labels."""
    told = two_dates.cautions(dates)
    if model.is_from_to and model.features.compared is None:
        told.append(
            say("The dates cannot be compared band by band: two maps are, and errors of either look like change.")
        )
    called = {BEFORE: say("earlier date"), AFTER: say("later date")}
    for date, fitted in model.fitted.items():
        told += fitted.labels.warnings
        texts = fitted.validation.warnings
        told += [say("{date}: {text}", date=called[date], text=text) for text in texts] if model.is_from_to else texts
    return list(dict.fromkeys(told))
