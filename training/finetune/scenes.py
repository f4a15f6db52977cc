"""The scenes of one run, each with what is said of it, and how they are read. Knows nothing of labels and chips."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from engine.errors import EngineError, RequestError
from engine.gdal import gdal_names
from engine.protocol import FinetuneRequest, SceneRequest
from engine.scene.interpretation import Reading, read_scene
from engine.scene.raster import Scene
from engine.sensors import band_numbers
from engine.words import say

SAID = {field.name for field in fields(SceneRequest)}
ANSWERS = {"sensor": "sensor", "bands": "bands", "units": "units", "nodata": "fill"}
"""What a question is about -> the field that answers it."""
OPEN: Mapping[str, Any] = {field.name: getattr(SceneRequest(""), field.name) for field in fields(SceneRequest)}


def scenes_of(request: FinetuneRequest) -> tuple[FinetuneRequest, ...]:
    """A request for each scene, with all that is said of that scene; the first is `request` itself.

    Raises:
        RequestError: one of `request.more` does not name its scene.
    """
    if any(not each.get("scene") for each in request.more):
        raise RequestError("a further scene has no name", "give each of them its 'scene'")
    own = ({name: value for name, value in each.items() if name in SAID} for each in request.more)
    return request, *(replace(request, **{**OPEN, **said}) for said in own)


def read(scene: Scene, said: FinetuneRequest, first: FinetuneRequest) -> Reading:
    """A scene as it is read; what its file leaves open and nobody said of it is as in the first scene.

    Raises:
        EngineError: questions are open, or what was said is contradicted; of several scenes, the text names it.
    """
    try:
        reading = _read(scene, said)
        while questions := {ANSWERS[question.about] for question in reading.questions}:
            told = {name: getattr(first, name) for name in questions if getattr(said, name) == OPEN[name]}
            told = {name: value for name, value in told.items() if value != OPEN[name]}
            if not told:
                break
            said = replace(said, **told)
            reading = _read(scene, said)
        reading.require()
    except EngineError as error:
        if not first.more:
            raise
        named = say("{scene}: {wrong}", scene=gdal_names.short(scene.name), wrong=error.error)
        raise type(error)(named, error.hint) from error
    return reading


def _read(scene: Scene, said: FinetuneRequest) -> Reading:
    return read_scene(scene, said.sensor, band_numbers(said.bands), said.units, said.fill)
