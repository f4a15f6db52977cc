"""Every field that a person can give is an option of each command that asks for it, and reaches the request."""

import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from typing import Any, get_type_hints

import pytest

from engine import jobs
from engine.cli import main
from engine.cli.commands import batch
from engine.messages import Message, body_of
from engine.protocol import (
    AssessRequest,
    BenchRequest,
    ChangeRequest,
    ClassifyRequest,
    CleanRequest,
    ClusterRequest,
    ComputeSpec,
    CountRequest,
    DoctorRequest,
    EmbedRequest,
    FinetuneRequest,
    InspectRequest,
    PredictRequest,
    RegressRequest,
    SampleRequest,
    SceneSpec,
    SimilarRequest,
)
from engine.request_fields import Given, choices_of, givens
from engine.scene.interpretation import FILL_ANSWERS
from engine.scene.values.units import OPTICAL, RADAR

COMMANDS: dict[str, tuple[type[Message], list[str], list[str]]] = {
    "inspect": (InspectRequest, ["s.tif"], []),
    "classify": (ClassifyRequest, ["s.tif", "l.gpkg"], ["--field", "class", "--out", "m.tif"]),
    "embed": (EmbedRequest, ["s.tif"], ["--out", "f.tif"]),
    "predict": (PredictRequest, ["s.tif"], ["--model", "mine", "--out", "m.tif"]),
    "finetune": (FinetuneRequest, ["s.tif", "l.gpkg"], ["--out", "model"]),
    "similar": (SimilarRequest, ["s.tif"], ["--at", "1,2", "--out", "m.tif"]),
    "cluster": (ClusterRequest, ["s.tif"], ["--out", "m.tif"]),
    "change": (ChangeRequest, ["s.tif", "t.tif"], ["--out", "m.tif"]),
    "bench": (BenchRequest, ["s.tif"], []),
    "regress": (RegressRequest, ["s.tif", "l.gpkg"], ["--field", "height", "--out", "m.tif"]),
    "count": (CountRequest, ["s.tif", "e.gpkg"], ["--out", "o.gpkg"]),
    "clean": (CleanRequest, ["m.tif"], ["--out", "c.tif"]),
    "sample": (SampleRequest, ["m.tif"], ["--out", "s.gpkg"]),
    "assess": (AssessRequest, ["m.tif", "s.gpkg"], ["--out", "report"]),
    "doctor": (DoctorRequest, [], []),
}
BATCH = (ClassifyRequest, EmbedRequest, PredictRequest)
OTHERWISE_IN_A_BATCH = (
    "path",
    "out",
    "confidence",
    "applicability",
    "vector",
    "report",
    "save_model",
)  # it names the files of each scene itself
BESIDE = SceneSpec("DEM.tif", "elevation", {"1": "height", "2": "unused"}, nodata=((-9999, -9999),))
SAID: dict[str, tuple[str, Any]] = {
    "bands": ("1=B02,2=unused", {"1": "B02", "2": "unused"}), "classes": ("1=roof", {"1": "roof"}),
    "colours": ("a=#123456", {"a": "#123456"}), "values": ("a=3", {"a": 3}), "nodata": ("0:5", ((0, 5),)),
    "beside": ("DEM.tif,sensor=elevation,bands=1=height,2=unused,nodata=-9999", (BESIDE,)),
    "merge": ("crops=wheat+maize", {"crops": "wheat+maize"}), "anticipated": ("water=0.9", {"water": 0.9}),
    "at": ("1,2 -3,4.5", ((1, 2), (-3, 4.5))), "unlike": ("1,2", ((1, 2),)),
    "extent": ("1,2,3,4", (1, 2, 3, 4)), "fill": ("none", "data"), "task": ("regression", "regression"),
}  # fmt: skip
"""By field: a text of its option that is not the default, and what the request then holds."""
GIVEN_OTHERWISE = {("finetune", "path"), ("change", "beside"), ("change", "labels")}
OF_CHIPS = ["--task", "classification"]  # labels of scenes are named after the scenes


def cases() -> Iterator[Any]:
    for command, (kind, _, _) in COMMANDS.items():
        for field in givens(kind):
            if not field.option.is_argument and (command, field.name) not in GIVEN_OTHERWISE:
                yield pytest.param(command, field, id=f"{command} {field.name}")
    for kind in BATCH:
        for field in givens(kind):
            if field.name not in OTHERWISE_IN_A_BATCH:
                yield pytest.param(f"batch {kind.kind}", field, id=f"batch {kind.kind} {field.name}")


def said(field: Given) -> tuple[list[str], Any]:
    """The words of a shell that give a field a value, and the value."""
    name = field.option.told_by or field.name
    option = field.option.name or f"--{name.replace('_', '-')}"
    if field.hint is bool:
        return [option], not field.default
    if field.hint in (int, float, int | None, float | None):
        return [option, "7"], 7
    text, value = SAID.get(field.name, ("said", "said"))
    return [option, text], value


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The requests that commands made."""
    requests: list[Any] = []

    def job(request: Any, report: Any) -> dict[str, Any]:
        requests.append(request)
        raise KeyboardInterrupt

    def template(*arguments: Any) -> Any:
        requests.append(made := template_of(*arguments))
        raise KeyboardInterrupt(made)

    template_of = batch.template_of
    monkeypatch.setattr(jobs, "run", job)
    monkeypatch.setattr(batch, "template_of", template)
    return requests


@pytest.mark.parametrize(("command", "field"), cases())
def test_every_field_can_be_given_in_every_command(engine: Any, asked: list[Any], command: str, field: Given) -> None:
    words, value = said(field)
    _, inputs, needed = COMMANDS.get(command, ((), ["s.tif", "--out", "maps"], []))
    kept = [word for pair in zip(needed[::2], needed[1::2], strict=True) for word in pair if pair[0] != words[0]]
    engine(
        *command.split(),
        *inputs,
        *kept,
        *words,
        *(OF_CHIPS if command == "finetune" and words[0] == "--labels" else ()),
    )
    assert asked, "the command was refused"
    found: Any = asked[0]
    for name in field.path:
        found = getattr(found, name)
    assert found == value


def test_what_is_said_of_a_scene_is_said_of_all_scenes_of_a_training_run(engine: Any, asked: list[Any]) -> None:
    told = [word for field in givens(SceneSpec) if not field.option.is_argument for word in said(field)[0]]
    engine("finetune", "a.tif", "b.tif", "c.tif", "l.gpkg", "--out", "model", *told)
    ((request,),) = (asked,)
    assert request.scene.units == "said" and request.more == tuple(
        replace(request.scene, path=name) for name in ("b.tif", "c.tif")
    )


def test_every_job_on_a_scene_holds_the_same_two_specs() -> None:
    for kind in (*BATCH, FinetuneRequest, BenchRequest):
        hints = get_type_hints(kind)
        assert (hints["scene"], hints["compute"]) == (SceneSpec, ComputeSpec)
        flat = {name for name, hint in hints.items() if not is_dataclass(hint)}
        assert not flat & {field.name for spec in (SceneSpec, ComputeSpec) for field in givens(spec)}


@pytest.mark.parametrize("spec", [SceneSpec, ComputeSpec])
def test_a_spec_holds_nothing_that_nobody_can_give(spec: type[Any]) -> None:
    assert {field.name for field in givens(spec)} == set(inspect.signature(spec).parameters)


def test_what_an_option_may_say_is_what_the_engine_knows() -> None:
    assert set(choices_of(SceneSpec, "units")) == {*OPTICAL, *RADAR}
    assert choices_of(SceneSpec, "fill") == FILL_ANSWERS


def test_a_request_as_json_nests_its_specs() -> None:
    body = body_of(EmbedRequest(SceneSpec("s.tif", units="dn"), ComputeSpec(device="cpu")))
    assert body["scene"]["units"] == "dn" and body["compute"]["device"] == "cpu"


def test_an_option_that_a_job_has_not_is_refused_by_name(engine: Any) -> None:
    answer = engine("batch", "embed", "s.tif", "--out", "maps", "--field", "class")
    assert answer.status == 2 and "embed takes no --field" in answer.err


def test_commands_are_those_of_the_engine() -> None:
    ours = {each.name or each.callback.__name__ for each in main.app.registered_commands if each.callback}
    assert {"inspect", "classify", "embed", "bench", "doctor"} <= ours
