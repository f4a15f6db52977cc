"""predict: a model that was trained, or learnt from labels, maps a scene; or tells what each of some chips shows.

Joins the parts and holds no arithmetic of its own: the map is streamed as that of `classify` is.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from engine import inference
from engine.classes.legend import Legend
from engine.errors import ModelError, RequestError
from engine.fewlabel.features import PixelFeatures
from engine.jobs.chip_predictions import predict_chips
from engine.mapping.cautions import cautions
from engine.mapping.class_map import MapFiles, require_limit, write_map
from engine.mapping.few_label_scene import drift, share_unlike
from engine.mapping.finetuned_scene import caution, caution_of_level
from engine.mapping.opening import Opened, open_with_model
from engine.mapping.provenance import inputs_of, model_facts, provenance
from engine.mapping.streamed_map import Compute, StreamedMap, compute_here, identity
from engine.model import model_card
from engine.model.downstream import OutputActivation
from engine.model.task import Task
from engine.output import geotiff, output_names
from engine.output.output_names import GEOTIFF, MAP_OR_TABLE, POLYGONS, TABLE, no_output
from engine.output.polygons import polygonise
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import PredictRequest
from engine.scene.extents import window_of
from engine.scene.sources.comparability import Known
from engine.scene.windows import Window

REQUEST = PredictRequest
Files = AbstractContextManager[Sequence[geotiff.TiffWriter]]
MapSink = geotiff.ClassSink | geotiff.ValueSink


def run(request: PredictRequest, report: Report) -> dict[str, Any]:
    """Write what is asked for.

    Returns:
        ``{"outputs": paths by name, "task", "classes": [{"name", "value", "colour"}], "model": {"name", "trained",
        "sha256"}, "seconds": per stage, "warnings": sentences}``; and "applicable", the share of the scene that is
        like what a model has seen that learnt from labels, None where that is not known.

    Raises:
        EngineError: whatever the scene, the model, the device or the outputs lack.
    """
    return run_with(request, report, compute_here)


def run_with(request: PredictRequest, report: Report, compute: Compute) -> dict[str, Any]:
    """As `run`, with the map of a scene computed by `compute`; chips are looked at here."""
    task = _task_of(request)
    if not task.by_pixel:
        return predict_chips(request, task, report)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        kinds = {"vector": POLYGONS}
        named = _named(request, task).items()
        targets = {name: outputs.stage(path, kinds.get(name, GEOTIFF)) for name, path in named}
        with open_with_model(request) as fresh:
            tiles = inference.TilesOfOneRun()
            opened = replace(fresh, source=replace(fresh.source, cache=tiles)) if fresh.learnt else fresh
            outputs.protect(opened.source.scene.files)
            if opened.learnt:
                require_limit(request, opened.learnt)
            legend = legend_of(task, opened.loaded.card)
            note = outputs.resume(identity(request, opened))
            window = window_of(request.extent, opened.source.scene)
            scene = opened.source.scene
            level = caution_of_level(Known(scene.name, scene.metadata(), opened.source.reading), task)
            unlike = share_unlike(opened.source, opened.learnt, report) if opened.learnt else None
            tiles.begin_map(deep=opened.learnt is not None and "deep" in opened.learnt.head.groups)
            seconds = _map(request, opened, task, legend, window, targets, report, compute)
            if "vector" in targets:
                polygonise(targets["map"], targets.get("confidence"), targets["vector"], legend, report)
    told = [*drift(unlike), *filter(None, [note]), *cautions(opened), *caution(opened.source.gsd_m, task)]
    told += level
    paths = _named(request, task)
    if task.task == "segmentation":
        paths["style"] = str(Path(request.out).with_suffix(".qml"))
    return {
        "outputs": paths,
        "task": task.task,
        "classes": classes_of(task, opened.loaded.card),
        "model": model_facts(opened.loaded),
        "seconds": seconds,
        "warnings": told,
        **({"applicable": None if unlike is None else 1 - unlike} if opened.learnt else {}),
    }


def classes_of(task: Task, card: Mapping[str, Any]) -> list[dict[str, object]]:
    """Name, value on the map and colour of each class; none of a regression."""
    if task.task == "regression":
        return []
    legend = legend_of(task, card)
    rows = zip(legend.names, legend.values, legend.colours, strict=True)
    return [{"name": name, "value": value, "colour": colour} for name, value, colour in rows]


def legend_of(task: Task, card: Mapping[str, Any]) -> Legend:
    """The legend of the maps of a model: codes of the labels that it learnt from stay values."""
    order = (card["ofa"].get("few_label") or {}).get("order", ())
    value = {name: value for name, value in zip(task.classes, task.values, strict=True) if isinstance(value, int)}
    return Legend.of(task.classes, task.values, {name: value[name] for name in order}, task.colours)


def part(opened: Opened, window: Window, files: Callable[[], Files], report: Report) -> None:
    """Map a part of a scene into `files` with a fine-tuned model, for a worker that shares the work with others."""
    assert opened.loaded.downstream is not None  # nosec B101
    task = opened.loaded.downstream.task
    with files() as maps:
        sink = geotiff.ValueSink(*maps) if task.task == "regression" else geotiff.ClassSink(*maps)
        _stream(opened, task, window, sink, report)


def _task_of(request: PredictRequest) -> Task:
    """What the model predicts.

    Raises:
        ModelError: no such model, or one that was not fine-tuned.
        RequestError: an output is missing, or does not fit this task.
        OutputError: `out` is no name for what the task gives.
    """
    if not request.out:
        raise no_output(request)
    beside = ((request.confidence, GEOTIFF), (request.applicability, GEOTIFF), (request.vector, POLYGONS))
    for name, kind in ((request.out, MAP_OR_TABLE), *beside):
        if name is not None:  # a map or a table: that is for the model to say, whose card comes next
            output_names.file(name, kind)
    card = model_card.card_of(request.compute.model or "")
    if not card["ofa"].get("downstream"):
        raise ModelError(
            "{name} is a backbone: it was not fine-tuned for a task",
            "make a model with `engine finetune` or `engine classify --save-model`, or map with labels",
            name=card["mlm:name"],
        )
    task = Task.from_dict(card["ofa"]["downstream"])
    output_names.file(request.out, GEOTIFF if task.by_pixel else TABLE)
    if task.task != "segmentation" and (request.confidence or request.vector):
        raise RequestError("a model for {task} gives neither confidence nor polygons", "leave them out", task=task.task)
    if request.applicability is not None and not task.few_label:
        raise RequestError(
            "{name} does not tell how unlike a scene is to what it knows: only models do that learnt from few labels",
            "leave out --applicability",
            name=card["mlm:name"],
        )
    return task


def _named(request: PredictRequest, task: Task) -> dict[str, str]:
    """The outputs by name."""
    first = "map" if task.task == "segmentation" else "values"
    named = {
        first: request.out,
        "confidence": request.confidence,
        "applicability": request.applicability,
        "vector": request.vector,
    }
    return {name: path for name, path in named.items() if path is not None}


def _map(
    request: PredictRequest,
    opened: Opened,
    task: Task,
    legend: Legend,
    window: Window,
    targets: dict[str, Path],
    report: Report,
    compute: Compute,
) -> Mapping[str, float]:
    """Have the map computed into its files; seconds waited per stage."""
    if opened.learnt:
        files_of_map = MapFiles(targets["map"], targets.get("confidence"), targets.get("applicability"))
        return write_map(request, opened, opened.learnt, legend, window, files_of_map, compute, report)
    scene, tags, head = opened.source.scene, provenance(request, opened), OutputActivation(task)
    with ExitStack() as files:
        if task.task == "segmentation":
            files_of_map = MapFiles(targets["map"], targets.get("confidence"), None)
            sink: MapSink = files_of_map.sink(files, scene, window, legend, tags)
        else:
            values = geotiff.value_map(targets["values"], scene, window, task.classes[0], tags, resumable=True)
            sink = geotiff.ValueSink(files.enter_context(values))
        streamed = StreamedMap(
            request,
            opened,
            next(iter(targets.values())).parent,
            partial(inference.to_map, opened.source, head, window, sink),
            partial(_stream, opened, task, window, sink),
            lambda row, col, *maps: sink.write(row, col, *(map_CHW[0] for map_CHW in maps)),
        )
        return compute(streamed, report)


def _stream(opened: Opened, task: Task, window: Window, sink: MapSink, report: Report) -> inference.StageSeconds:
    """Compute a window of the map here."""
    stream = inference.regress if task.task == "regression" else inference.classify
    return stream(opened.source, PixelFeatures(), OutputActivation(task), window, sink, report)
