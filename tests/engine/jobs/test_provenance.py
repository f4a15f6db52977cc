"""What a result tells of its making names files, never the folders that they lie in."""

import json
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from engine.mapping.provenance import without_folders
from engine.messages import body_of
from engine.protocol import (
    ChangeRequest,
    ClassifyRequest,
    ClusterRequest,
    ComputeSpec,
    CountRequest,
    EmbedRequest,
    PredictRequest,
    SceneSpec,
    SimilarRequest,
)

NO_FILES = {
    "field",
    "layer",
    "sensor",
    "units",
    "crs",
    "fill",
    "mask",
    "device",
    "precision",
    "kind",
    "hits_as",
    "min_area",
    "field_after",
    "unchanged",
    "shape",
}
PLACE = "/home/jane/private/"


def named(kind: type[Any]) -> Any:
    """A request, or a spec, all of whose files lie in one folder."""
    given: dict[str, Any] = {}
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        texts = hint is str or (get_origin(hint) is Union and str in get_args(hint))
        if is_dataclass(hint):
            given[field.name] = named(hint)
        elif texts and field.name not in NO_FILES:
            given[field.name] = f"{PLACE}{field.name}.tif"
    return kind(**given)


def test_further_sources_are_toldwithout_folders() -> None:
    request = EmbedRequest(SceneSpec("s.tif", beside=(named(SceneSpec),)))
    told = json.dumps(without_folders(body_of(request)))
    assert "path.tif" in told and PLACE not in told


@pytest.mark.parametrize(
    "kind", [ClassifyRequest, PredictRequest, EmbedRequest, SimilarRequest, ClusterRequest, ChangeRequest, CountRequest]
)
def test_no_folder_is_told(kind: type[Any]) -> None:
    request = named(kind)
    assert f"{PLACE}path.tif" in json.dumps(body_of(request))
    told = json.dumps(without_folders(body_of(request)))
    assert "path.tif" in told and PLACE not in told


def test_specs_hold_files_too() -> None:
    assert PLACE in named(SceneSpec).path and PLACE in named(ComputeSpec).model
