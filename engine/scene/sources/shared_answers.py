"""Several scenes of one job: each is read with its own answers, and what it leaves open is as in the first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from engine.errors import EngineError
from engine.gdal import gdal_names
from engine.protocol import SceneSpec
from engine.scene.interpretation import OpenReading, Reading, interpret
from engine.scene.raster import Scene
from engine.words import say

ANSWERS = {"sensor": "sensor", "bands": "bands", "units": "units", "nodata": "fill"}
"""What a question is about -> the field that answers it."""
OPEN = SceneSpec("")


@contextmanager
def named_errors(scene: Scene) -> Iterator[None]:
    """Errors in here begin with the name of the scene."""
    try:
        yield
    except EngineError as error:
        named = say("{scene}: {wrong}", scene=gdal_names.short(scene.name), wrong=error.error)
        raise type(error)(named, error.hint) from error


def read_beside(scene: Scene, said: SceneSpec, first: SceneSpec) -> Reading:
    """A scene as it is read; what its file leaves open and nobody said of it is as in the first scene.

    Raises:
        EngineError: questions are open, or what was said is contradicted; the text names the scene.
    """
    with named_errors(scene):
        return interpret(scene, as_first(scene, said, first)).require()


def as_first(scene: Scene, said: SceneSpec, first: SceneSpec) -> SceneSpec:
    """What is said of a scene, with what its file leaves open as in the first one.

    Raises:
        BandError, UnitError: what was said is contradicted.
    """
    while told := _from_first(interpret(scene, said), said, first):
        said = replace(said, **told)
    return said


def _from_first(reading: Reading | OpenReading, said: SceneSpec, first: SceneSpec) -> dict[str, Any]:
    """What is asked of a scene, not said of it, and said of the first."""
    asked = {ANSWERS[question.about] for question in reading.questions}
    silent = (name for name in asked if getattr(said, name) == getattr(OPEN, name))
    return {name: getattr(first, name) for name in silent if getattr(first, name) != getattr(OPEN, name)}
