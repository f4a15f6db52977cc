"""predict: a fine-tuned model maps a scene; or tells, for chips, what each of them shows.

Joins the parts and holds no arithmetic of its own: the map is streamed as that of `classify` is.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine import inference
from engine.classes.legend import Legend
from engine.errors import ModelError, RequestError
from engine.fewlabel.features import PixelFeatures
from engine.jobs import Report
from engine.jobs.chip_predictions import predict_chips
from engine.jobs.finetuned_scene import caution
from engine.jobs.fingerprint import identity
from engine.jobs.scene_job import Opened, cautions, inputs_of, model_facts, open_source, provenance
from engine.jobs.shared_scene import PartRunner, SharedScene
from engine.model import model_card
from engine.model.downstream import OutputActivation
from engine.model.task import Task
from engine.output import geotiff, output_names
from engine.output.output_names import GEOTIFF, MAP_OR_TABLE, POLYGONS, TABLE
from engine.output.polygons import polygonise
from engine.output.staging import Outputs
from engine.protocol import PredictRequest
from engine.scene.extents import window_of
from engine.scene.windows import Window

REQUEST = PredictRequest
Files = AbstractContextManager[Sequence[geotiff.TiffWriter]]


def run(request: PredictRequest, report: Report, spread: PartRunner | None = None) -> dict[str, Any]:
    """Write what is asked for; `spread` has a map made in parts by others.

    Returns:
        ``{"outputs": paths by name, "task", "classes": [{"name", "value", "colour"}], "model": {"name", "trained",
        "sha256"}, "seconds": per stage, "warnings": sentences}``.

    Raises:
        EngineError: whatever the scene, the model, the device or the outputs lack.
    """
    task = _task_of(request)
    if not task.by_pixel:
        return predict_chips(request, task, report)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        kinds = {"vector": POLYGONS}
        named = _named(request, task).items()
        targets = {name: outputs.stage(path, kinds.get(name, GEOTIFF)) for name, path in named}
        with open_source(request) as opened:
            outputs.protect(opened.source.scene.files)
            note = outputs.resume(identity(request, opened))
            window = window_of(request.extent, opened.source.scene)
            seconds = _map(request, opened, task, window, targets, report, spread)
            if "vector" in targets:
                polygonise(targets["map"], targets.get("confidence"), targets["vector"], legend_of(task), report)
    told = [*filter(None, [note]), *cautions(opened), *caution(opened.source.gsd_m, task)]
    paths = _named(request, task)
    if task.task == "segmentation":
        paths["style"] = str(Path(request.out).with_suffix(".qml"))
    return {
        "outputs": paths,
        "task": task.task,
        "classes": classes_of(task),
        "model": model_facts(opened.loaded),
        "seconds": seconds,
        "warnings": told,
    }


def classes_of(task: Task) -> list[dict[str, object]]:
    """Name, value on the map and colour of each class; none of a regression."""
    if task.task == "regression":
        return []
    legend = legend_of(task)
    rows = zip(legend.names, legend.values, legend.colours, strict=True)
    return [{"name": name, "value": value, "colour": colour} for name, value, colour in rows]


def legend_of(task: Task) -> Legend:
    """The legend of the maps of a fine-tuned model: codes of the labels that it learnt from stay values."""
    return Legend.of(task.classes, task.values, colours=task.colours)


def part(opened: Opened, window: Window, files: Callable[[], Files], report: Report) -> None:
    """Map a part of a scene into `files`, for a worker that shares the work with others."""
    assert opened.loaded.downstream is not None  # nosec B101
    head = OutputActivation(opened.loaded.downstream.task)
    with files() as maps:
        sink = geotiff.ValueSink(*maps) if head.task.task == "regression" else geotiff.ClassSink(*maps)
        inference.classify(opened.source, PixelFeatures(), head, window, sink, report)


def _task_of(request: PredictRequest) -> Task:
    """What the model predicts.

    Raises:
        ModelError: no such model, or one that was not fine-tuned.
        RequestError: an output is missing, or does not fit this task.
        OutputError: `out` is no name for what the task gives.
    """
    if not request.out:
        raise RequestError("no output was named", "give --out MAP.tif, or --out TABLE.csv for chips")
    for name, kind in (request.out, MAP_OR_TABLE), (request.confidence, GEOTIFF), (request.vector, POLYGONS):
        if name is not None:  # a map or a table: that is for the model to say, whose card comes next
            output_names.file(name, kind)
    card = model_card.card_of(request.compute.model or "")
    if not card["ofa"].get("downstream"):
        raise ModelError(
            "{name} is a backbone: it was not fine-tuned for a task",
            "make a model with `engine finetune`, or map with labels: `engine classify`",
            name=card["mlm:name"],
        )
    task = Task.from_dict(card["ofa"]["downstream"])
    output_names.file(request.out, GEOTIFF if task.by_pixel else TABLE)
    if task.task != "segmentation" and (request.confidence or request.vector):
        raise RequestError("a model for {task} gives neither confidence nor polygons", "leave them out", task=task.task)
    return task


def _named(request: PredictRequest, task: Task) -> dict[str, str]:
    """The outputs by name."""
    first = "map" if task.task == "segmentation" else "values"
    named = {first: request.out, "confidence": request.confidence, "vector": request.vector}
    return {name: path for name, path in named.items() if path is not None}


def _map(
    request: PredictRequest,
    opened: Opened,
    task: Task,
    window: Window,
    targets: dict[str, Path],
    report: Report,
    spread: PartRunner | None,
) -> dict[str, float]:
    """Stream the map into its files, or have it made by others; seconds waited per stage."""
    scene, tags, head = opened.source.scene, provenance(request, opened), OutputActivation(task)
    with ExitStack() as files:
        if task.task == "segmentation":
            classes = geotiff.class_map(targets["map"], scene, window, legend_of(task), tags, True)
            files.enter_context(classes)
            confidence = None
            if "confidence" in targets:
                confidence = geotiff.confidence_map(targets["confidence"], scene, window, tags, True)
                files.enter_context(confidence)
            sink: geotiff.ClassSink | geotiff.ValueSink = geotiff.ClassSink(classes, confidence, legend=legend_of(task))
        else:
            values = geotiff.value_map(targets["values"], scene, window, task.classes[0], tags, True)
            sink = geotiff.ValueSink(files.enter_context(values))
        if spread:
            panels = inference.to_map(opened.source, head, window, sink)
            sharing = SharedScene.of(spread, request, opened, next(iter(targets.values())).parent)
            sharing.join(panels, lambda row, col, *maps: sink.write(row, col, maps[0][0], maps[-1][0]), report)
            return {}
        waited = inference.classify(opened.source, PixelFeatures(), head, window, sink, report)
    return {name: round(value, 3) for name, value in asdict(waited).items()}
