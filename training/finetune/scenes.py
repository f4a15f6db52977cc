"""The scenes of one run, each with what is said of it, and how they are read. Knows nothing of labels and chips."""

from dataclasses import replace

from engine.errors import EngineError
from engine.gdal import gdal_names
from engine.protocol import FinetuneRequest, SceneSpec
from engine.scene.interpretation import Reading, interpret
from engine.scene.raster import Scene
from engine.words import say

ANSWERS = {"sensor": "sensor", "bands": "bands", "units": "units", "nodata": "fill"}
"""What a question is about -> the field that answers it."""
OPEN = SceneSpec("")
"""A scene of which nothing is said."""


def scenes_of(request: FinetuneRequest) -> tuple[SceneSpec, ...]:
    """The scenes that a run learns from; each has all that is said of it."""
    return request.scene, *request.more


def read(scene: Scene, said: SceneSpec, request: FinetuneRequest) -> Reading:
    """A scene as it is read; what its file leaves open and nobody said of it is as in the first scene.

    Args:
        scene: the file, opened.
        said: what is said of it; one of `scenes_of(request)`.
        request: the run's.

    Raises:
        EngineError: questions are open, or what was said is contradicted; of several scenes, the text names it.
    """
    try:
        reading = interpret(scene, said)
        while told := _from_the_first(said, request.scene, {ANSWERS[asked.about] for asked in reading.questions}):
            said = replace(said, **told)
            reading = interpret(scene, said)
        return reading.require()
    except EngineError as error:
        if not request.more:
            raise
        named = say("{scene}: {wrong}", scene=gdal_names.short(scene.name), wrong=error.error)
        raise type(error)(named, error.hint) from error


def _from_the_first(said: SceneSpec, first: SceneSpec, asked: set[str]) -> dict[str, object]:
    """Answers to what is asked of a scene, where nobody gave one and the first scene has one."""
    unsaid = {name: getattr(first, name) for name in asked if getattr(said, name) == getattr(OPEN, name)}
    return {name: answer for name, answer in unsaid.items() if answer != getattr(OPEN, name)}
