"""Export: a model folder becomes one file that other programs run. Joins the parts, holds no arithmetic of its own."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import torch

from engine import __version__
from engine.errors import BandError, ModelError, RequestError, UnitError
from engine.export import deepness
from engine.export.formats import ENDINGS, require, write
from engine.export.graph import FeatureGraph, TaskGraph
from engine.gdal.metadata import FileMetadata
from engine.inference.tile_grid import TileGrid
from engine.mapping.provenance import model_facts
from engine.model import model_card, model_folder
from engine.model.downstream import Downstream
from engine.model.model_folder import LoadedModel
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.output import output_names
from engine.output.output_names import OutputKind
from engine.output.staging import Outputs, disk_errors
from engine.progress import Report
from engine.scene.values.nodata import Ranges, validated_ranges
from engine.scene.values.units import OPTICAL, RADAR, Units
from engine.sensors import CATALOGUE, Band, Sensor, match


@dataclass(frozen=True)
class ExportRequest:
    """What to export.

    Attributes:
        model: name or folder.
        format: see `engine.export.formats.FORMATS`.
        out: the file; without a name the model's, in the current folder.
        tile_px: side of a tile; that of the engine's own tiles if None, of a model for chips that of its chips.
        units: of the stored numbers that a fine-tuned model will be given; needed where several are possible.
        nodata: ranges of stored numbers that mean nothing.
        sensor, bands: of a backbone: what its channels will be, bands numbered from 1.
        gsd_m: of a backbone: metres per pixel; the sensor's if None.
        overwrite: replace what is there.
    """

    model: str
    format: str
    out: str
    tile_px: int | None = None
    units: str | None = None
    nodata: Ranges = ()
    sensor: str | None = None
    bands: Mapping[int, str] = field(default_factory=dict)
    gsd_m: float | None = None
    overwrite: bool = False


def export(request: ExportRequest, report: Report) -> dict[str, Any]:
    """Write the file.

    Returns:
        ``{"outputs": {"model": path}, "format", "input": what the graph takes, "output": what it gives,
        "max_difference": to our own answers on random tiles, "deepness": whether it can run it, "model": {"name",
        "trained", "sha256"}, "warnings": sentences}``.

    Raises:
        EngineError: the request, the model or the output is incomplete; or the file gives other results than the model.
    """
    require(request.format)
    out = request.out or f"{model_card.folder_of(request.model).resolve().name}{ENDINGS[request.format]}"
    kind = OutputKind(f"a model for {request.format}", (ENDINGS[request.format],))
    output_names.file(out, kind)
    with Outputs(model_card.files_of(request.model), request.overwrite) as outputs:
        path = outputs.stage(out, kind)
        report(0, 2, "loading the model")
        loaded = model_folder.load(request.model, torch.device("cpu"))
        if loaded.few_label:
            raise ModelError(
                "{name} was learnt from labels: it compares pixels and cannot be exported",
                "map with it: `engine predict`; or train a model with `engine finetune`",
                name=loaded.name,
            )
        graph = _answers(loaded.downstream, request) if loaded.downstream else _features(loaded.model, request)
        task = loaded.downstream.task if loaded.downstream else None
        facts = _facts(graph)
        texts = deepness.texts(task, graph.tile_px) if task and request.format == "onnx" else {}
        about = {"engine": __version__, "model": model_facts(loaded), **facts}
        report(1, 2, "writing and comparing")
        with disk_errors(path):
            difference = write(graph, request.format, path, {**texts, "ofa": json.dumps(about, ensure_ascii=False)})
    return {
        "outputs": {"model": out},
        "format": request.format,
        **facts,
        "max_difference": difference,
        "deepness": bool(texts),
        "model": model_facts(loaded),
        "warnings": _cautions(loaded, request, task, graph.bands),
    }


def _answers(model: Downstream, request: ExportRequest) -> TaskGraph:
    if request.sensor or request.bands or request.gsd_m:
        raise RequestError(
            "a fine-tuned model has its bands and its pixel size", "leave --sensor, --bands and --gsd-m out"
        )
    usual_px = TileGrid.over(1, 1, model.patch_px, model.multiple_px, model.tile_px).rows.tile_px
    tile_px = _tile_px(request, usual_px if model.task.by_pixel else model.task.chip_px, model.multiple_px)
    divisor = deepness.DIVISOR if request.format == "onnx" else 1.0
    return TaskGraph(model, _units(model.task, request.units), validated_ranges(request.nodata), divisor, tile_px)


def _features(model: OFA, request: ExportRequest) -> FeatureGraph:
    if request.units or request.nodata:
        raise RequestError("a backbone takes z-scores, not stored numbers", "leave --units and --nodata out")
    bands, sensor = _bands(request)
    gsd_m = request.gsd_m or sensor.gsd_m
    if not gsd_m or not gsd_m > 0:
        raise RequestError(f"expected the size of a pixel in metres; found {gsd_m}", "give --gsd-m, e.g. --gsd-m 0.2")
    tile_px = _tile_px(
        request, TileGrid.over(1, 1, model.patch_px, tile_px=model.tile_px).rows.tile_px, model.multiple_px
    )
    return FeatureGraph(model, bands, gsd_m, sensor.modality, tile_px)


def _tile_px(request: ExportRequest, usual_px: int, multiple_px: int) -> int:
    tile_px = usual_px if request.tile_px is None else request.tile_px
    if tile_px <= 0 or tile_px % multiple_px:
        raise RequestError(f"expected a tile of a multiple of {multiple_px} pixels; found {tile_px}", "give --tile-px")
    return tile_px


def _units(task: Task, asked: str | None) -> Units:
    """The unit of the stored numbers whose model units the model was trained on.

    Raises:
        UnitError: `asked` is none of them, or several are possible and none was asked for.
    """
    kinds = RADAR if any(band.polarisation for band in task.bands) else OPTICAL
    fitting = {id: kind for id, kind in kinds.items() if kind.quantity == task.quantity}
    if asked in fitting:
        return fitting[asked]
    if asked is None and len(fitting) == 1:
        return next(iter(fitting.values()))
    if not fitting:
        raise UnitError(f"the model was trained on {task.quantity}, which no stored number is known to give")
    found = f"unit '{asked}' gives something else" if asked else f"{len(fitting)} units give that"
    raise UnitError(f"the model was trained on {task.quantity}; {found}", f"give --units {'|'.join(fitting)}")


def _bands(request: ExportRequest) -> tuple[tuple[Band, ...], Sensor]:
    """What the channels of a backbone's input will be, and the sensor; a published order goes without saying.

    Raises:
        BandError: nothing was said, or what was said is no band.
    """
    known = CATALOGUE.get(request.sensor or "")
    nothing = ("",) * max(request.bands, default=len(known.bands) if known else 0)
    if not nothing and (known or not request.sensor):
        raise BandError("a backbone reads any bands: which ones?", "give --bands 1=B02,2=B03, and --sensor if it helps")
    sensor, matched, unused, questions = match(
        FileMetadata("", "float32", nothing, nothing), request.sensor, request.bands
    )
    if questions:
        raise BandError(questions[0].text, f"give {questions[0].option}")
    if unused:
        raise BandError(
            f"band {unused[0][0]} cannot be read: {unused[0][1]}", "name every band with --bands, from 1 on"
        )
    return tuple(band.band for band in matched), sensor


def _facts(graph: TaskGraph | FeatureGraph) -> dict[str, Any]:
    """What the graph takes and gives."""
    shape = ["batch", len(graph.bands), graph.tile_px, graph.tile_px]
    if isinstance(graph, FeatureGraph):
        side = graph.tile_px // graph.model.patch_px
        return {
            "input": {"shape": shape, "values": "z-scores", "bands": [asdict(band) for band in graph.bands]},
            "output": {"shape": ["batch", graph.model.feature_dim, side, side], "values": "features"},
        }
    task = graph.model.task
    given = f"stored numbers ({graph.units.id})" + (f" / {graph.divisor:g}" if graph.divisor != 1 else "")
    sides = [graph.tile_px, graph.tile_px] if task.by_pixel else []
    return {
        "input": {
            "shape": shape,
            "values": given,
            "bands": [asdict(band) for band in graph.bands],
            "nodata": [list(span) for span in graph.nodata],
        },
        "output": {
            "shape": ["batch", task.outputs, *sides],
            "values": task.classes[0] if task.task == "regression" else "probabilities",
            "classes": [] if task.task == "regression" else list(task.classes),
        },
    }


def _cautions(loaded: LoadedModel, request: ExportRequest, task: Task | None, bands: tuple[Band, ...]) -> list[str]:
    told = [] if loaded.trained else [f"The model {loaded.name} is untrained: random weights."]
    told += loaded.passed_over(bands)
    if task is None:
        return [*told, "A backbone gives features, not a map: the file is for other programs than Deepness."]
    return told + (deepness.cautions(task) if request.format == "onnx" else [])
