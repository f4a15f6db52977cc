"""The two halves speak one protocol: the same bytes, every message there and back, nothing unknown accepted."""

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.messages import EVENTS, Message, ProtocolError, decode, encode
from engine.protocol import REQUESTS, ClassifyRequest, SceneSpec
from engine.words import Said, say

ROOT = Path(__file__).parents[3]


def example(kind: type[Message]) -> Message:
    """A message with something in every field that has no default."""
    values: dict[str, Any] = {
        "protocol": 1, "done": 1, "total": 2, "outputs": {"map": "m.tif", "rows": [1, None]}, "extent": (1.5, 2.0),
        "scene": SceneSpec("some scene", bands={"1": "B02"}, nodata=((0.5, 1.5),)),
    }  # fmt: skip
    needed = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    return kind(**{name: values.get(name, f"some {name}") for name in needed})


def test_both_copies_are_the_same_bytes() -> None:
    for name in ("messages.py", "protocol.py", "request_fields.py"):
        assert (ROOT / "engine" / name).read_bytes() == (ROOT / "ofa_qgis" / name).read_bytes()


@pytest.mark.parametrize("kind", [*REQUESTS.values(), *EVENTS.values()], ids=lambda kind: kind.__name__)
def test_every_message_comes_back_as_it_was(kind: type[Message]) -> None:
    message = example(kind)
    line = encode(message, job=getattr(message, "job", "j"))
    assert "\n" not in line
    known = REQUESTS if kind in REQUESTS.values() else EVENTS
    assert decode(line, known) == (message, getattr(message, "job", "j"))


def test_a_full_request_comes_back_as_it_was() -> None:
    request = ClassifyRequest(
        SceneSpec("å b.tif", bands={"1": "B02"}),
        labels="l.gpkg",
        field="class",
        out="m.tif",
        extent=(0.1, -2.0, 3.0, 4.0),
    )
    assert decode(encode(request, "j"), REQUESTS) == (request, "j")


def test_sentences_keep_their_template_and_values_on_the_wire() -> None:
    told = say("{name} has {count} bands", name=say("the scene"), count=3)
    line = encode(EVENTS["finished"]("j", {"warnings": [told]}))
    assert json.loads(line)["outputs"]["warnings"][0]["text"] == "the scene has 3 bands"
    (found,) = cast(Any, decode(line, EVENTS)[0]).outputs["warnings"]
    assert isinstance(found, Said) and found == told
    assert isinstance(told, Said) and (found.template, found.values) == (told.template, told.values)
    assert found.values["name"].template == "the scene"


def test_fields_that_are_not_known_are_ignored() -> None:
    line = json.dumps({"kind": "doctor", "job": "j", "device": "cpu", "colour": "blue"})
    assert decode(line, REQUESTS)[0] == REQUESTS["doctor"](device="cpu")


def test_a_request_is_no_event() -> None:
    with pytest.raises(ProtocolError, match=r"expected a kind of .*ready"):
        decode(encode(REQUESTS["quit"]()), EVENTS)


def test_a_refused_line_names_its_job() -> None:
    with pytest.raises(ProtocolError) as refused:
        decode('{"kind": "dance", "job": "j7"}', REQUESTS)
    assert refused.value.job == "j7"


simple = st.none() | st.booleans() | st.floats() | st.text()
json_values = st.recursive(simple, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
bare_kinds = st.sampled_from(sorted(REQUESTS)).map(lambda kind: json.dumps({"kind": kind}))


@given(st.text() | json_values.map(json.dumps) | bare_kinds)
def test_any_line_is_a_message_or_a_protocol_error(line: str) -> None:
    try:
        message, _ = decode(line, REQUESTS)
    except ProtocolError as error:
        assert str(error)
    else:
        assert message.kind in REQUESTS
