"""Labels of several scenes teach one head: the scenes as one set, with the same bands in the same order and statistics.

Statistics are those of all scenes as one, each counting the same (measured by `benchmarks.leave_one_scene_out`).
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from engine.errors import UnitError
from engine.gdal import gdal_names
from engine.inference import Source
from engine.mapping.few_label_scene import scene_digest
from engine.mapping.finetuned_scene import of_bands
from engine.mapping.opening import Opened, statistics_for
from engine.protocol import ClassifyRequest, SceneSpec
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene, open_scene
from engine.scene.sources import comparability
from engine.scene.sources.comparability import Known
from engine.scene.sources.shared_answers import named_errors, read_beside
from engine.scene.statistics import TRAINING, pooled
from engine.sensors.acquisition import month_of


@dataclass(frozen=True)
class Scenes:
    """Scenes that are learnt from together.

    Attributes:
        sources: of each, with the same bands in the same order and the same statistics; the one to map first.
        digests: name and digest of each; see `engine.mapping.few_label_scene.scene_digest`.
        cautions: what to know of them before they are learnt from together.
    """

    sources: tuple[Source, ...]
    digests: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...] = ()


@contextmanager
def opened_together(request: ClassifyRequest, first: Opened) -> Iterator[Scenes]:
    """All scenes of a request; a single one keeps its own statistics.

    Raises:
        EngineError: a scene cannot be read, or lacks a band of the first; the text names it.
    """
    with ExitStack() as files:
        others = [files.enter_context(_beside(said, request.scene, first)) for said in request.more]
        every = (first.source, *others)
        digests = tuple((gdal_names.short(each.scene.name), scene_digest(each.scene, each.reading)) for each in every)
        cautions: list[str] = []
        if others:
            names = (name for name, _ in digests)
            alone = zip(names, every, strict=True)
            cautions = comparability.cautions(
                [Known(name, each.scene.metadata(), each.reading) for name, each in alone]
            )
            one = pooled([each.reading.statistics for each in every], [1.0] * len(every), TRAINING)
            every = tuple(replace(each, reading=replace(each.reading, statistics=one)) for each in every)
        yield Scenes(every, digests, tuple(cautions))


@contextmanager
def _beside(said: SceneSpec, of_first: SceneSpec, first: Opened) -> Iterator[Source]:
    """Another scene, as the first is read."""
    with open_scene(said) as scene:
        reading = read_beside(scene, said, of_first)
        with named_errors(scene):
            reading = _as_first(reading, first.source.reading)
        yield _source(scene, reading, first)


def _as_first(reading: Reading, first: Reading) -> Reading:
    if reading.units.quantity != first.units.quantity:
        raise UnitError(
            "expected {wanted}, as in the first scene; found {found}",
            "give scenes with the same kind of numbers, or say what they are with --units",
            wanted=first.units.quantity,
            found=reading.units.quantity,
        )
    return of_bands(reading, [matched.band for matched in first.bands])


def _source(scene: Scene, reading: Reading, first: Opened) -> Source:
    model = first.loaded.model
    return replace(
        first.source,
        scene=scene,
        reading=reading,
        gsd_m=reading.gsd_m_of(scene),
        statistics=statistics_for(model.config.statistics, reading),
        month=month_of(scene.metadata()) if model.dated else 0,
        cache=None,
    )
