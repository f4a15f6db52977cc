"""The scenes of one run, each with what is said of it, and how they are read. Knows nothing of labels and chips."""

from dataclasses import replace
from typing import Any

from engine.errors import EngineError
from engine.gdal import gdal_names
from engine.protocol import FinetuneRequest, SceneSpec
from engine.scene.interpretation import OpenReading, Reading, interpret
from engine.scene.raster import Scene
from engine.words import say

ANSWERS = {"sensor": "sensor", "bands": "bands", "units": "units", "nodata": "fill"}
"""What a question is about -> the field that answers it."""
OPEN = SceneSpec("")


def scenes_of(request: FinetuneRequest) -> tuple[SceneSpec, ...]:
    """All scenes of a run, the first first."""
    return request.scene, *request.more


def read(scene: Scene, said: SceneSpec, request: FinetuneRequest) -> Reading:
    """A scene as it is read; what its file leaves open and nobody said of it is as in the first scene.

    Raises:
        EngineError: questions are open, or what was said is contradicted; of several scenes, the text names it.
    """
    try:
        reading = interpret(scene, said)
        while told := _from_first(reading, said, request.scene):
            said = replace(said, **told)
            reading = interpret(scene, said)
        return reading.require()
    except EngineError as error:
        if not request.more:
            raise
        named = say("{scene}: {wrong}", scene=gdal_names.short(scene.name), wrong=error.error)
        raise type(error)(named, error.hint) from error


def _from_first(reading: Reading | OpenReading, said: SceneSpec, first: SceneSpec) -> dict[str, Any]:
    """What is asked of a scene, not said of it, and said of the first."""
    asked = {ANSWERS[question.about] for question in reading.questions}
    silent = (name for name in asked if getattr(said, name) == getattr(OPEN, name))
    return {name: getattr(first, name) for name in silent if getattr(first, name) != getattr(OPEN, name)}
