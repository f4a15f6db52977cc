"""What the jobs on a scene share: open it, understand it, load the model; provenance."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

from engine import __version__
from engine.device import pick_device
from engine.errors import BandError, RequestError
from engine.fewlabel import Learnt
from engine.gdal import gdal_names
from engine.inference import Source, autotune
from engine.jobs.few_label_scene import as_learnt
from engine.jobs.finetuned_scene import as_trained, in_order
from engine.messages import body_of
from engine.model import model_card, model_folder
from engine.model.galileo import UNDATED
from engine.model.model_folder import LoadedModel
from engine.model.tokens import SensorBatch
from engine.protocol import (
    BenchRequest,
    ChangeRequest,
    ClassifyRequest,
    CountRequest,
    EmbedRequest,
    MapRequest,
    ModelRequest,
    PixelRequest,
    PredictRequest,
    RegressRequest,
    SceneSpec,
)
from engine.scene.interpretation import Reading
from engine.scene.place import open_place
from engine.scene.raster import Scene
from engine.scene.statistics import SCENE, Statistics, stated
from engine.scene.statistics import joined as joined_statistics
from engine.sensors.acquisition import month_of
from engine.sensors.catalogue import UNSPECTRAL
from engine.sensors.matching import by_reason
from engine.words import joined, say

MOST_BLOCKS = 8  # of damaged ones that are named
PATHS = (
    "path",
    "grid",
    "map",
    "labels",
    "out",
    "confidence",
    "applicability",
    "vector",
    "interval",
    "hits",
    "points",
    "area",
    "density",
    "changes",
    "table",
    "report",
    "save_model",
    "model",
)
SPECS = ("scene", "compute")


@dataclass(frozen=True, kw_only=True)
class OpenedScene:
    """A scene ready to be streamed.

    `device_note` says why this device was chosen, `gsd_known` whether file or sensor tell the pixel size, `tuning` how
    a model computes, if there is one.
    """

    source: Source
    device_note: str
    gsd_known: bool
    tuning: autotune.Tuning = field(default_factory=autotune.Tuning)


@dataclass(frozen=True, kw_only=True)
class Opened(OpenedScene):
    """A scene ready to be streamed through a model.

    `learnt` is what a model brings that has learnt from the labels of other scenes.
    """

    loaded: LoadedModel
    learnt: Learnt | None = None


@contextmanager
def open_scene(
    request: PixelRequest, pause: autotune.Pause = autotune.never_pause, shift: tuple[float, float] = (0.0, 0.0)
) -> Iterator[OpenedScene]:
    """The scene of a request that needs no model, and how it is read.

    Args:
        request: which scene.
        pause: called now and then, and may raise.
        shift: see `open_place`.

    Raises:
        SceneError, BandError, UnitError: the scene cannot be read without a guess.
        DeviceError: the device is not there.
    """
    device, note = pick_device(request.device)
    with _open_place(request.scene, pause, shift) as (scene, reading):
        gsd_m = reading.gsd_m_of(scene)
        source = Source(scene, reading, gsd_m=gsd_m, device=device, workers=autotune.workers_on(device))
        opened = OpenedScene(source=source, device_note=note, gsd_known=reading.known_gsd_m_of(scene) is not None)
        with autotune.arithmetic(opened.tuning):
            yield opened


@contextmanager
def _open_place(
    spec: SceneSpec, pause: autotune.Pause, shift: tuple[float, float] = (0.0, 0.0)
) -> Iterator[tuple[Scene, Reading]]:
    scene, reading = open_place(spec, shift)
    with scene:
        _ = scene.cover and scene.cover.shares  # what a preview tells of them, it tells when the files are closed
        pause()
        yield scene, reading


@contextmanager
def open_source(request: ModelRequest, pause: autotune.Pause = autotune.never_pause) -> Iterator[Opened]:
    """The scene of a request, how it is read, and the model with its plan.

    Args:
        request: which scene, which model.
        pause: called now and then, and may raise.

    Raises:
        SceneError, BandError, UnitError: the scene cannot be read without a guess.
        ModelError, DeviceError, RequestError: the request asks for what is not there.
    """
    with open_untuned(request, pause) as opened, tuned(opened, request.compute.precision, pause) as ready:
        yield ready


@contextmanager
def open_untuned(request: ModelRequest, pause: autotune.Pause = autotune.never_pause) -> Iterator[Opened]:
    """As `open_source`, for a job that may not run the model: its plan is not measured, see `tuned`."""
    autotune.require_precision(request.compute.precision)
    device, note = pick_device(request.compute.device)
    with _open_place(request.scene, pause) as found:
        scene, reading = found
        loaded = model_folder.load(request.compute.model or model_card.DEFAULT_MODEL, device)
        model: autotune.Model = loaded.model
        few_label = loaded.few_label if isinstance(request, PredictRequest) else None
        reading = in_order(reading, few_label.task) if few_label else reading
        month = month_of(scene.metadata()) if loaded.model.dated else 0
        choice = loaded.model.config.statistics
        statistics = joined_statistics([statistics_for(choice, each) for each in reading.each])
        if isinstance(request, PredictRequest) and loaded.downstream:
            _require_one_source(request)
            model, reading = loaded.downstream, as_trained(reading, loaded.downstream.task)
            month, statistics = 0, reading.statistics  # as in training
        reading, learnt = as_learnt(scene, reading, loaded) if few_label else (reading, None)
        tuning = autotune.Tuning(workers=autotune.workers_on(device))
        source = Source(
            scene,
            reading,
            gsd_m=reading.gsd_m_of(scene),
            device=device,
            model=autotune.TunedModel(model, tuning),
            statistics=statistics,
            batch=tuning.batch,
            workers=tuning.workers,
            month=month,
        )
        pause()
        if all(each.sensor.id in UNSPECTRAL for each in source.reading.each):
            if learnt is None or "deep" in learnt.head.groups:
                _require_no_backbone(request, reading)
            source = replace(source, model=None)
        with autotune.arithmetic(tuning):
            yield Opened(
                source=source, device_note=note, gsd_known=reading.known_gsd_m_of(scene) is not None,
                loaded=loaded, tuning=tuning, learnt=learnt and learnt.to(device),
            )  # fmt: skip


@contextmanager
def tuned(opened: Opened, precision: str, pause: autotune.Pause = autotune.never_pause) -> Iterator[Opened]:
    """An untuned scene with the model's plan, as remembered or measured now; in here arithmetic follows it.

    Where no model will run, the scene stays as it is.

    Raises:
        DeviceError: the device does not compute in this precision.
    """
    untuned = opened.source.model
    if untuned is None or (opened.learnt and "deep" not in opened.learnt.head.groups):
        yield opened
        return
    assert isinstance(untuned, autotune.TunedModel)  # nosec B101
    digest, tiles = opened.loaded.backbone["sha256"], partial(random_tiles, opened.source)
    tuning = autotune.tune(untuned.model, digest, tiles, precision, pause)
    with autotune.arithmetic(tuning):
        yield replace(opened, source=as_tuned(opened.source, tuning), tuning=tuning)


def as_tuned(source: Source, tuning: autotune.Tuning) -> Source:
    """A source whose model computes by a plan."""
    assert isinstance(source.model, autotune.TunedModel)  # nosec B101
    model = autotune.TunedModel(source.model.model, tuning)
    return replace(source, model=model, batch=tuning.batch, workers=tuning.workers)


def statistics_for(choice: str, reading: Reading) -> Statistics:
    """The statistics that a model asks for, of one source."""
    bands = [matched.band for matched in reading.bands]
    return stated(choice, reading.sensor.id, bands, reading.units.quantity, reading.statistics)


def _require_one_source(request: ModelRequest) -> None:
    """Return if the request names one source.

    Raises:
        RequestError: it names more.
    """
    if request.scene.beside:
        raise RequestError(
            "this job reads one source; found {count} more",
            "leave out --with, or classify with labels",
            count=len(request.scene.beside),
        )


def _require_no_backbone(request: ModelRequest, reading: Reading) -> None:
    """Return if the job can do without the model, which reads bands with a wavelength or a polarisation only.

    Raises:
        BandError: it cannot.
    """
    if isinstance(request, EmbedRequest | PredictRequest | BenchRequest):
        raise BandError(
            "the model reads spectral and radar bands; found {sensor}",
            "classify it with labels: engine classify SCENE LABELS --field NAME --out MAP.tif",
            sensor=reading.sensor.title,
        )


def random_tiles(source: Source, count: int) -> SensorBatch:
    """Tiles of the scene's bands that show noise, to measure with."""
    side = source.grid.rows.tile_px
    noise = torch.randn(count, len(source.reading.bands), side, side, generator=torch.Generator().manual_seed(0))
    return source.sensor_batches(noise.to(source.device))[0]


def provenance(request: MapRequest | RegressRequest | PixelRequest, opened: OpenedScene) -> dict[str, str]:
    """Where a result comes from, as tags of the file.

    Folders are left out, since maps are passed on and folders tell of people.
    """
    reading = opened.source.reading
    asked = {name: value for name, value in body_of(request).items() if name != "overwrite"}  # it says nothing here
    return {
        "OFA_VERSION": __version__,
        **(_of_model(opened.loaded, opened.tuning) if isinstance(opened, Opened) else {}),
        "OFA_SCENE": gdal_names.short(opened.source.scene.name),
        "OFA_SENSOR": reading.sensor.id,
        "OFA_BANDS": ", ".join(f"{band.index}={band.band.name} ({band.source})" for band in reading.bands),
        "OFA_UNITS": f"{reading.units.id} ({reading.units.source})",
        "OFA_STATISTICS": opened.source.for_model.statistics.of,
        **({"OFA_MONTH": str(opened.source.month)} if opened.source.month else {}),
        "OFA_GSD_M": f"{opened.source.gsd_m:g}",
        **({"OFA_SOURCES": json.dumps(opened.source.scene.product.facts())} if opened.source.scene.product else {}),
        "OFA_REQUEST": json.dumps(without_folders(asked)),
        "OFA_LIBRARIES": ", ".join(f"{name} {version(name)}" for name in ("torch", "rasterio")),
    }


def _of_model(loaded: LoadedModel, tuning: autotune.Tuning) -> dict[str, str]:
    return {
        "OFA_MODEL": loaded.name,
        "OFA_MODEL_TRAINING": "trained" if loaded.trained else "untrained: random weights",
        "OFA_MODEL_SHA256": loaded.sha256,
        "OFA_PRECISION": tuning.precision,
    }


def without_folders(asked: dict[str, Any]) -> dict[str, Any]:
    """A request, or a spec in it, with the names of files alone."""
    return {
        name: [without_folders(each) for each in value]
        if name == "more"
        else without_folders(value)
        if name in SPECS
        else [without_folders(each) for each in value]
        if name == "beside"
        else gdal_names.short(value)
        if value and name in PATHS
        else value
        for name, value in asked.items()
    }


def inputs_of(request: MapRequest | RegressRequest | PixelRequest) -> list[str | Path]:
    """What the request names to be read, none of which may be an output: sources, labels, the model and its folder.

    Raises:
        ModelError: no such model.
    """
    labels = [request.labels] if isinstance(request, ClassifyRequest | RegressRequest) else []
    labels += [each.path for each in request.more] if isinstance(request, ClassifyRequest) else []
    beside = [each.path for each in request.scene.beside]
    if isinstance(request, PixelRequest):
        own = [request.labels] if isinstance(request, ChangeRequest | CountRequest) and request.labels else []
        own += [request.area] if isinstance(request, CountRequest) and request.area else []
        return [request.scene.path, *beside, *own]
    files = model_card.files_of(request.compute.model or model_card.DEFAULT_MODEL)
    return [request.scene.path, *beside, *labels, *files, *{file.parent for file in files}]


def own_statistics(model: str) -> str:
    """What to tell where a model asks for fixed statistics and nothing fixes the scale of the numbers."""
    return say(
        "Nothing fixes the scale of these numbers, so {model} saw them relative to the scene itself.", model=model
    )


def model_facts(loaded: LoadedModel) -> dict[str, object]:
    """What a job answers about its model."""
    return {"name": loaded.name, "trained": loaded.trained, "sha256": loaded.sha256}


def _passed_over(opened: Opened) -> list[str]:
    """What of the scene the model does not read."""
    if opened.source.model is None:
        return [say("These are no spectral bands: the map rests on them as they are, without the model.")]
    told = [
        text
        for each in opened.source.reading.each
        for text in opened.loaded.passed_over([matched.band for matched in each.bands])
        if each.sensor.id not in UNSPECTRAL
    ]
    if opened.loaded.model.dated and not opened.loaded.downstream and not opened.source.month:
        told.append(UNDATED)
    return told


def cautions(opened: Opened) -> list[str]:
    """What the user should know of the scene and the model before trusting the map."""
    told = []
    if not opened.loaded.trained:
        told.append(
            say(
                "The model {name} is untrained: its features are random projections of the pixels, and the map "
                "rests on spectra and their surroundings as far as validation trusted them.",
                name=opened.loaded.name,
            )
        )
    told += _passed_over(opened)
    choice = opened.loaded.model.config.statistics
    if choice != SCENE and opened.source.for_model.statistics.of == SCENE:
        told.append(own_statistics(opened.loaded.name))
    if not opened.gsd_known:
        told.append(
            say("The pixel size on the ground is unknown; the model was told {gsd_m:g} m.", gsd_m=opened.source.gsd_m)
        )
    return told + scene_cautions(opened)


def scene_cautions(opened: OpenedScene) -> list[str]:
    """What the user should know of the scene before trusting a result."""
    told, scene = [], opened.source.scene
    if unread := scene.unread:
        told.append(unread)
    if scene.crs and scene.placement.means == "nothing":
        told.append(say("The scene has a CRS and no geotransform: the result lies at the origin of the CRS."))
    if unused := opened.source.reading.unused:
        named = by_reason(unused).items()
        bands = joined((say("{band} ({why})", band=listed, why=reason) for reason, listed in named), "; ")
        told.append(say("Bands not used: {bands}.", bands=bands))
    if fill := opened.source.reading.fill:
        told.append(say("{fill}: they count as nodata.", fill=fill.text))
    if scene.cover and any(shares := scene.cover.shares):
        told.append(say("Nodata by the product's own masks: {shares}.", shares=scene.cover.describe_shares(shares)))
    if scene.product and (caution := scene.product.product.caution):
        told.append(caution)
    if damaged := scene.damaged:
        shown = {"count": len(damaged), "damaged": joined(damaged[:MOST_BLOCKS], "; ")}
        told.append(say("Blocks that could not be read and are nodata: {count} ({damaged}).", **shown))
    return told
