"""A scene that a request names, opened: how it is read, and the model that looks at it, with its plan."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import torch

from engine.device import pick_device
from engine.errors import BandError, RequestError
from engine.fewlabel import Learnt
from engine.inference import Source, autotune
from engine.mapping.few_label_scene import as_learnt
from engine.mapping.finetuned_scene import as_trained, in_order
from engine.model import model_card, model_folder
from engine.model.model_folder import LoadedModel
from engine.model.tokens import SensorBatch
from engine.protocol import (
    BenchRequest,
    EmbedRequest,
    ModelRequest,
    PixelRequest,
    PredictRequest,
    SceneSpec,
)
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene
from engine.scene.sources.place import open_place
from engine.scene.statistics import Statistics, stated
from engine.scene.statistics import joined as joined_statistics
from engine.sensors.acquisition import month_of
from engine.sensors.catalogue import UNSPECTRAL


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
def open_without_model(
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
def open_with_model(request: ModelRequest, pause: autotune.Pause = autotune.never_pause) -> Iterator[Opened]:
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
    """As `open_with_model`, for a job that may not run the model: its plan is not measured, see `tuned`."""
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
