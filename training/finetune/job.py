"""finetune: labelled scenes or chips and a backbone become a model folder. Joins the parts, trains nothing itself."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch

from engine.classes import class_names
from engine.classes.legend import Legend, LegendChoices
from engine.device import pick_device
from engine.errors import LabelError, RequestError
from engine.gdal import gdal_names
from engine.inference import autotune
from engine.labels.labelled_pixels import require_classes
from engine.labels.tables import read_legend
from engine.mapping.finetuned_scene import as_trained, of_bands
from engine.mapping.provenance import model_facts
from engine.model import model_card, model_folder
from engine.model.downstream import Downstream
from engine.model.model_folder import LoadedModel
from engine.model.task import BY_PIXEL, Task
from engine.model.tokens import SensorBatch
from engine.output import output_names
from engine.progress import Report
from engine.protocol import FinetuneRequest, SceneSpec
from engine.scene.chip_files import ChipReader
from engine.scene.raster import open_scene
from engine.scene.sources import comparability
from engine.scene.sources.comparability import Known
from engine.scene.statistics import SCENE, Statistics, stated
from engine.sensors import Band
from engine.words import first_of, joined, say
from training.data import chip_samples, scene_samples
from training.data.label_raster import Classes, ShapeLabels, classes_of, labels_of
from training.data.samples import Samples
from training.finetune import run_folder, scenes
from training.finetune.examples import draw
from training.finetune.export import export
from training.finetune.fit import fit
from training.finetune.scores import unchecked
from training.finetune.settings import settings_of

REQUEST = FinetuneRequest
CHIP_PX = 128  # four times the blocks that few labels are validated in; as wide as a tile of `ofa-tiny`
CHIPS_PX = 64  # of chips that stand for themselves, where they are not smaller
ENOUGH_LABELS = 100  # held out: of fewer one label more or less moves a score by a point or more


@dataclass(frozen=True)
class TrainingData:
    """What a run learns from and is checked on."""

    task: Task
    train: Samples
    valid: Samples
    scenes: tuple[str, ...]
    warnings: tuple[str, ...]


def run(request: FinetuneRequest, report: Report) -> dict[str, Any]:
    """Train in the folder `request.out`, or resume the run that is there.

    Returns:
        ``{"outputs": {"model": folder, "metrics", "readme", and pictures: paths}, "task", "scores": {name: value},
        "steps", "best_step", "ended_by", "model": {"name", "trained", "sha256"}, "warnings": sentences}``.

    Raises:
        Cancelled: the same request resumes the run.
        EngineError: whatever scenes, labels, model, device or folder lack.
    """
    if not request.out:
        raise output_names.no_output(request)
    folder = output_names.folder(request.out)
    device, _ = pick_device(request.compute.device)
    settings = settings_of(request)
    _said(request)  # an error shows before the work, not after it
    going_on = run_folder.begin(request, folder)
    loaded = model_folder.load(request.compute.model or model_card.DEFAULT_MODEL, device)
    with ExitStack() as files:
        if _by_pixel(request):
            data = _scenes(request, settings.head, loaded, files, report)
        else:
            data = _chips(request, settings.head, loaded, report)
        settings = replace(settings, precision=_precision(request, loaded, data.train, device))
        files.enter_context(run_folder.locked(folder))
        run_folder.write(request, folder, going_on)
        model = _model(data.task, loaded, settings.seed).to(device)
        fitted = fit(model, data.train, data.valid, settings, folder, report)
        report(settings.steps, settings.steps, "drawing")
        draw(model, data.valid, device, folder / run_folder.MAPS)
        held_out = int(data.valid.counts().sum())
        told = [
            *data.warnings,
            *loaded.passed_over(data.task.bands),
            *([say("An unfinished run was continued.")] if going_on else []),
            *_rough(data.task, held_out, unchecked(data.task, fitted.scores)),
        ]
        facts = {
            "scenes": list(data.scenes), "labels": gdal_names.short(request.labels) if request.labels else "folders",
            "train": len(data.train), "held_out": len(data.valid), "held_out_labels": held_out,
            "warnings": told,
        }  # fmt: skip
        metrics = export(folder, model, loaded, settings, fitted, facts)
    made = model_folder.load(str(folder), torch.device("cpu"))
    paths = {path.stem: str(path) for path in sorted(folder.iterdir()) if path.suffix in (".png", ".md")}
    return {
        "outputs": {"model": str(folder), "metrics": str(folder / run_folder.METRICS), **paths},
        "task": data.task.task,
        **{name: metrics[name] for name in ("scores", "steps", "best_step", "ended_by", "warnings")},
        "model": model_facts(made),
    }


def _rough(task: Task, held_out: int, not_checked: Sequence[str]) -> list[str]:
    """What to tell of scores that rest on few labels, or leave classes out."""
    told = []
    if held_out < ENOUGH_LABELS:
        rough = say("Only 1 label was held out, so the scores are rough")
        if held_out != 1:
            rough = say("Only {count} labels were held out, so the scores are rough", count=held_out)
        few = say("{rough}; to map a scene from few labels, classify it instead", rough=rough)
        told.append(few if task.by_pixel else rough)
    return told + [
        say("{name} has no held-out labels, so no score counts it: label it in more places.", name=name)
        for name in not_checked
    ]


def _by_pixel(request: FinetuneRequest) -> bool:
    return request.task in BY_PIXEL


def _model(task: Task, loaded: LoadedModel, seed: int) -> Downstream:
    """The backbone with a fresh head."""
    model = Downstream(task, loaded.model.config, None)
    model.backbone.load_state_dict(loaded.model.state_dict(), assign=True)
    model.head.to_empty(device="cpu")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model.head.apply(_reset)
    return model


def _reset(module: torch.nn.Module) -> None:
    if hasattr(module, "reset_parameters"):
        cast(Any, module).reset_parameters()


def _precision(request: FinetuneRequest, loaded: LoadedModel, samples: Samples, device: torch.device) -> str:
    """As asked for, or as measured on chips like these."""
    one = samples.batch([0]).chip

    def chip_of(count: int) -> SensorBatch:
        x_BCHW = one.x_BCHW[:1].expand(count, -1, -1, -1).to(device)
        return SensorBatch(x_BCHW, one.bands, one.gsds_m[0], one.modality)

    return autotune.tune(loaded.model, f"{loaded.sha256} to learn", chip_of, request.compute.precision).precision


def _scenes(request: FinetuneRequest, head: str, loaded: LoadedModel, files: ExitStack, report: Report) -> TrainingData:
    """Labelled scenes."""
    if not request.labels:
        raise RequestError("no labels were named", "give a vector file, a label raster, or a folder of them")
    told: list[str] = []
    found: list[scene_samples.TrainingScene] = []
    for done, said in enumerate(scenes.scenes_of(request)):
        report(done, 1 + len(request.more), "reading scenes")
        found.append(_training_scene(request, said, files, told))
    sources = [Known(gdal_names.short(each.scene.name), each.scene.metadata(), each.reading) for each in found]
    told += comparability.cautions(sources)
    regression = request.task == "regression"
    classes = _values(request, found) if regression else _classes(request, found)
    chip_px = _chip_px(request, found, loaded.model.multiple_px)
    for training_scene in found:
        training_scene.reading = of_bands(training_scene.reading, [matched.band for matched in found[0].reading.bands])
    task = _task(request, head, found, classes, chip_px, loaded, told)
    levels = {comparability.measured(source) for source in sources}
    task = replace(task, measured=str(levels.pop()) if len(levels) == 1 else "")
    for training_scene in found:
        training_scene.reading = as_trained(training_scene.reading, task)
    classes, cells = _labelled(request, found, classes, chip_px, told)
    task = replace(task, classes=classes.names, values=classes.values)
    if isinstance(found[0].labels, ShapeLabels) and not regression:
        task = _as_decided(task, read_legend(request.labels, request.field))
    learnt, held = scene_samples.split(found, cells, request.seed)
    sample = partial(
        scene_samples.SceneSamples, found, cells, chip_px=chip_px, numbers=classes.numbers, regression=regression,
        modality=task.modality,
    )  # fmt: skip
    train, valid = sample(learnt, scene_samples.LEARN), sample(held, scene_samples.HELD_OUT)
    if regression:
        task = replace(task, target=scene_samples.target_of(train))
    if missing := [name for name, count in zip(task.classes, valid.counts(), strict=False) if not count]:
        told.append(
            say(
                "No held-out place shows {classes}: nothing is known of how well it is mapped.", classes=joined(missing)
            )
        )
    names = tuple(gdal_names.short(each.path) for each in scenes.scenes_of(request))
    return TrainingData(task, train, valid, names, tuple(told))


def _labelled(
    request: FinetuneRequest,
    found: Sequence[scene_samples.TrainingScene],
    classes: Classes,
    chip_px: int,
    told: list[str],
) -> tuple[Classes, scene_samples.Cells]:
    """The classes that pixels with data have, and the cells in which those lie."""
    scene_samples.keep(found, classes.numbers)
    if request.task == "regression":
        return classes, scene_samples.cells_of(found, classes.numbers, 0, chip_px)
    cells = scene_samples.cells_of(found, classes.numbers, len(classes.names), chip_px)
    pixels_K = cells.counts_NK.sum(0)
    if lost := [name for name, count in zip(classes.names, pixels_K, strict=True) if not count]:
        named = first_of(lost)
        if request.classes:
            raise LabelError(
                "no label of {classes} lies on data of the scenes", "take it out of --classes", classes=named
            )
        left = say(
            "Classes left out, without a label on data of the scenes: {count} ({classes}).",
            count=len(lost),
            classes=named,
        )
        told.append(left)
        classes = classes.without(lost)
        scene_samples.keep(found, classes.numbers)
        cells = scene_samples.cells_of(found, classes.numbers, len(classes.names), chip_px)
    require_classes(classes.names)
    return classes, cells


def _training_scene(
    request: FinetuneRequest, said: SceneSpec, files: ExitStack, told: list[str]
) -> scene_samples.TrainingScene:
    scene = files.enter_context(open_scene(said))
    reading = scenes.read(scene, said, request)
    if reading.known_gsd_m_of(scene) is None:
        told.append(
            say("The pixel size of {scene} is unknown; the model was told 10 m.", scene=gdal_names.short(scene.name))
        )
    if reading.fill:
        told.append(
            say("{scene}: {fill}; they count as nodata.", scene=gdal_names.short(scene.name), fill=reading.fill.text)
        )
    labels = labels_of(request.labels, request.field, request.layer, scene, told)
    return scene_samples.TrainingScene(scene, reading, labels, reading.gsd_m_of(scene), np.zeros((0, 0), np.int8))


def _classes(request: FinetuneRequest, found: Sequence[scene_samples.TrainingScene]) -> Classes:
    """The classes of the labels that reach the scenes."""
    occurring = set().union(*(training_scene.labels.values() for training_scene in found))
    if not occurring:
        raise found[0].labels.outside()
    return classes_of(occurring, request.classes)


def _values(request: FinetuneRequest, found: Sequence[scene_samples.TrainingScene]) -> Classes:
    """A regression's numbers: each stands for itself."""
    if request.classes:
        raise RequestError("a regression learns numbers and has no classes", "leave --classes out")
    numbers = {}
    for value in set().union(
        *(
            training_scene.labels.values()
            for training_scene in found
            if training_scene.labels.labelled_windows() is not None
        )
    ):
        try:
            numbers[value] = float(value)
        except ValueError as error:
            raise LabelError(
                "expected numbers in '{field}'; found '{value}'",
                "name another field: --field NAME",
                field=request.field,
                value=value,
            ) from error
    name = class_names.normalised(request.field or Path(request.labels).stem) or "value"
    return Classes((name,), (name,), numbers)


def _chip_px(request: FinetuneRequest, found: Sequence[scene_samples.TrainingScene], multiple_px: int) -> int:
    """As asked for, or what fits into the smallest scene."""
    smallest = min(
        side for training_scene in found for side in (training_scene.scene.height, training_scene.scene.width)
    )
    side = request.chip_px or min(CHIP_PX, smallest)
    return max(2, side // multiple_px) * multiple_px


def _task(
    request: FinetuneRequest, head: str, found: Sequence[scene_samples.TrainingScene], classes: Classes, chip_px: int,
    loaded: LoadedModel, told: list[str],
) -> Task:  # fmt: skip
    reading = found[0].reading
    bands, sensor, quantity = tuple(m.band for m in reading.bands), reading.sensor.id, reading.units.quantity
    statistics = _stated(loaded, sensor, bands, quantity, scene_samples.statistics_of(found), told)
    return Task(
        task=request.task, head=head, bands=bands, mean=tuple(statistics.mean_C.tolist()),
        std=tuple(statistics.std_C.tolist()), sensor=sensor, quantity=quantity, gsd_m=found[0].gsd_m, chip_px=chip_px,
        classes=classes.names, values=classes.values, colours=_said(request).colours,
    )  # fmt: skip


def _stated(
    loaded: LoadedModel, sensor: str, bands: tuple[Band, ...], quantity: str, own: Statistics, told: list[str]
) -> Statistics:
    """The statistics that the backbone asks for, or the training set's `own`, which it is told where it asked."""
    choice = loaded.model.config.statistics
    found = stated(choice, sensor, bands, quantity, own)
    if choice != SCENE and found is own:
        relative = say(
            "Nothing fixes the scale of these numbers, so {model} saw them relative to the training set.",
            model=loaded.name,
        )
        told.append(relative)
    return found


def _said(request: FinetuneRequest) -> LegendChoices:
    """The colours that a request chooses."""
    return LegendChoices({}, request.colours).validated()


def _as_decided(task: Task, in_labels: LegendChoices) -> Task:
    """The task with the values and colours that a file of labels has decided for its classes, as for `classify`."""
    decided = LegendChoices({}, task.colours).over(in_labels)
    if not decided.values:
        return replace(task, colours=decided.colours)
    value_of = Legend.of(task.classes, task.values, decided.values).value_of()
    return replace(task, colours=decided.colours, values=tuple(value_of[name] for name in task.classes))


def _chips(request: FinetuneRequest, head: str, loaded: LoadedModel, report: Report) -> TrainingData:
    """Chips that stand for themselves."""
    if request.classes:
        raise RequestError("--classes is for the labels of pixels", "leave it out, and rename the chips' classes")
    sources = tuple(each.path for each in scenes.scenes_of(request))
    table = Path(request.labels) if request.labels else None
    chips = chip_samples.by_table(sources, table, request.field) if table else chip_samples.by_folder(sources)
    if request.task == "classification" and (chips.shows_NK.sum(1) != 1).any():
        raise RequestError("a chip has several classes, or none", "give --task multilabel")
    reader = ChipReader(request.scene)
    multiple = loaded.model.multiple_px
    with reader.opened(chips.names[0]) as (scene, reading):
        side = request.chip_px or min(CHIPS_PX, scene.height, scene.width)
        side_px = max(2, side // multiple) * multiple
        gsd_m = reading.gsd_m_of(scene) * scene.width / side_px
        bands, sensor, quantity = tuple(m.band for m in reading.bands), reading.sensor.id, reading.units.quantity
    task = Task(
        task=request.task, head=head, bands=bands, mean=(0.0,) * len(bands), std=(1.0,) * len(bands), sensor=sensor,
        quantity=quantity, gsd_m=gsd_m, chip_px=side_px, classes=chips.classes, values=chips.classes,
        colours=_said(request).colours,
    )  # fmt: skip
    pixels = chip_samples.ChipPixels(reader, chips.names, side_px, task)
    place_N, on_ground = pixels.places()
    learnt, held = chip_samples.split(chips.shows_NK, place_N, request.seed)
    told = [] if on_ground else [say("The chips have no place on the ground: what was held out was drawn by chance.")]
    own = chip_samples.statistics_of(pixels, learnt.tolist(), report)
    statistics = _stated(loaded, sensor, bands, quantity, own, told)
    task = replace(task, mean=tuple(statistics.mean_C.tolist()), std=tuple(statistics.std_C.tolist()))
    told += reader.told()
    train, valid = (
        chip_samples.ChipSamples(pixels, chips.shows_NK, part, task, task.modality) for part in (learnt, held)
    )
    return TrainingData(task, train, valid, tuple(gdal_names.short(name) for name in sources), tuple(told))
