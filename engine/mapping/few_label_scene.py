"""How a model that was learnt from labels reads a scene, and what it says of scenes that are unlike what it knows.

Measured by `benchmarks.travelling`: z-scores of pixels are made by the statistics of the scenes it has learnt from, and
classes are taken for equally common, unless it is the very scene that it has learnt from. Elsewhere a head of
its own may decide (`engine.fewlabel.elsewhere`).
"""

import hashlib
import json
from dataclasses import replace

from engine import inference
from engine.errors import ModelError, RequestError
from engine.fewlabel import Learnt
from engine.fewlabel.fitting import LEAST_UNLIKE
from engine.fewlabel.learnt import earlier, notes_of
from engine.fewlabel.place_features import PlaceFeatures
from engine.inference import Source
from engine.model import model_card
from engine.model.model_folder import LoadedModel
from engine.progress import Report
from engine.scene.interpretation import NO_SAMPLE, Reading
from engine.scene.raster import Scene
from engine.words import joined, say

CARD_NOTE = "card"
"""In the weights: the digest of what their card says."""


def scene_digest(scene: Scene, reading: Reading) -> str:
    """What tells a scene from others, and nothing of where it lies: its grid and its own statistics."""
    own = reading.statistics
    grid = [scene.height, scene.width, *scene.transform, scene.crs.to_wkt() if scene.crs else None]
    told = json.dumps([grid, own.mean_C.tolist(), own.std_C.tolist()])
    return hashlib.sha256(told.encode()).hexdigest()


def as_learnt(scene: Scene, reading: Reading, loaded: LoadedModel) -> tuple[Reading, Learnt]:
    """What the labels of other scenes taught, for this one, and this one as it was taught.

    Args:
        scene: to map.
        reading: with the bands of the model in its order, and the scene's own statistics.
        loaded: the model.

    Raises:
        ModelError: the model's weights are invalid, or its card was changed.
        RequestError: the scene is not made of the sources that it has learnt from.
    """
    assert loaded.few_label  # nosec B101
    learnt = Learnt.from_bytes(loaded.few_label.data, loaded.name)
    if notes_of(loaded.few_label.data).get(CARD_NOTE) != model_card.vouched(loaded.card):
        raise ModelError(
            "the card of {name} was changed: it is not the one that its weights were saved with",
            model_card.AGAIN,
            name=loaded.name,
        )
    task, known_groups = loaded.few_label.task, {*learnt.features.groups, "deep"}
    classes, bands = learnt.head.coefficients_MK.shape[1], len(learnt.statistics)
    is_known = {*learnt.head.groups} <= known_groups
    if not is_known and isinstance(learnt.features, PlaceFeatures):
        raise earlier(loaded.name)
    if (classes, bands) != (len(task.classes), len(task.bands)) or not is_known:
        raise ModelError("the weights of {name} do not fit its card", model_card.AGAIN, name=loaded.name)
    _require_its_sources(reading, learnt)
    digest, known = scene_digest(scene, reading), loaded.card["ofa"]["few_label"]["scenes"]
    if all(each["sha256"] != digest for each in known):
        learnt = learnt.for_other_scenes()
    return replace(reading, statistics=learnt.statistics, sample_CN=NO_SAMPLE), learnt


def _require_its_sources(reading: Reading, learnt: Learnt) -> None:
    """Return if the scene has the sources that were learnt from, in their order: features go by their places.

    Raises:
        RequestError: it has others.
    """
    features, found = learnt.features, [part.reading.sensor.id for part in reading.parts]
    further = list(features.sensors[1:]) if isinstance(features, PlaceFeatures) else []
    indices = [matched.index for matched in reading.bands]
    if found[1:] != further or (found and indices != sorted(indices)):
        raise RequestError(
            "the model has learnt from a scene and {count} further sources ({wanted}); found {found}",
            "give the same sources, in the same order, with --with",
            count=len(further),
            wanted=joined(further) or say("none"),
            found=joined(found[1:]) or say("none"),
        )


def share_unlike(source: Source, learnt: Learnt, report: Report) -> float | None:
    """The share of the scene that is unlike all that was learnt from, from a sample; None where no limit is known."""
    if learnt.limit is None:
        return None
    judging = learnt.judging().to(source.device)
    seen = inference.overview(source, learnt.features, report, judging.groups)
    answers_PA = judging({name: x_PD.to(source.device) for name, x_PD in seen.groups.items()})
    return float((answers_PA[:, -1] > 1).double().mean()) if len(answers_PA) else None


def drift(share: float | None) -> list[str]:
    """What to tell of a scene that is unlike all that was learnt from."""
    if share is None or share < LEAST_UNLIKE:
        return []
    return [
        say(
            "{share:.0%} of the scene is unlike anything this model has learnt from: check the map there, or label "
            "this scene, too.",
            share=share,
        )
    ]
