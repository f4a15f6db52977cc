"""What does not fit a dataclass is named by its place, with what was expected and found; what fits comes back."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ModelError, RequestError
from engine.typed_json import typed


@dataclass(frozen=True)
class Part:
    name: str
    sizes: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(size < 0 for size in self.sizes):
            raise ModelError("a size is negative", "give it without sign")


@dataclass(frozen=True)
class Whole:
    rate: float
    first: Part
    more: tuple[Part, ...] = ()
    bands: Mapping[int, str] = field(default_factory=dict)
    note: str | None = None


parts = st.builds(Part, st.text(), st.lists(st.integers(0, 9)).map(tuple))
wholes = st.builds(
    Whole,
    st.floats(allow_nan=False, allow_infinity=False),
    parts,
    st.lists(parts).map(tuple),
    st.dictionaries(st.integers(0, 99), st.text()),
    st.none() | st.text(),
)


def read(values: object, **more: Any) -> Whole:
    return typed(values, Whole, "the file", RequestError, **more)


@given(wholes)
def test_what_json_kept_comes_back(whole: Whole) -> None:
    assert read(json.loads(json.dumps(asdict(whole))), optional=()) == whole


@pytest.mark.parametrize(
    ("change", "error", "hint"),
    [
        ({"rate": True}, "'rate' of the file must be a number; found true", "correct 'rate'"),
        ({"first": {"name": "a", "sizes": [1, "2"]}}, "'first.sizes[1]' of the file must be a whole number", "correct"),
        ({"first": []}, "'first' of the file must be an object of name, sizes; found []", "correct 'first'"),
        ({"first": {}}, "the file lacks the field 'first.name'", "add it"),
        ({"more": [{"name": "a"}, {"nam": "b"}]}, "the file lacks the field 'more[1].name'", "add it"),
        ({"more": [{"name": "a", "size": 1}]}, "the file has no field 'more[0].size'", "it has: name, sizes"),
        ({"bands": {"1": 2}}, "'bands' of the file must be an object whose values are each a text", "correct"),
        ({"bands": {"x": "y"}}, "'bands' of the file must be an object whose keys are each a whole number", "correct"),
        ({"note": 3}, "'note' of the file must be a text or null; found 3", "correct 'note'"),
        ({"notes": ""}, "the file has no field 'notes'", "it has: rate, first, more, bands, note"),
    ],
)
def test_what_does_not_fit_is_named(change: dict[str, Any], error: str, hint: str) -> None:
    with pytest.raises(RequestError) as caught:
        read({"rate": 1, "first": {"name": "a"}, **change})
    assert str(caught.value).startswith(error) and caught.value.hint.startswith(hint)
    with pytest.raises(RequestError) as caught:
        read({"rate": 1, "first": {"name": "a"}, **change}, hint="ask the author")
    assert caught.value.hint == "ask the author"


@pytest.mark.parametrize("values", [None, 3, [], "text"])
def test_what_is_no_object_is_refused(values: object) -> None:
    with pytest.raises(RequestError, match="the file must be an object of rate, first, more, bands, note; found"):
        read(values)


def test_fields_with_a_default_may_be_missing_unless_all_are_asked_for() -> None:
    values = {"rate": 1, "first": {"name": "a"}}
    assert read(values) == Whole(1.0, Part("a"))
    with pytest.raises(RequestError, match=r"lacks the field 'first\.sizes'"):
        read(values, optional=("more", "bands", "note"))
    assert read(values, optional=("sizes", "more", "bands", "note")) == Whole(1.0, Part("a"))


def test_an_error_of_the_dataclass_itself_stays_as_it_is() -> None:
    with pytest.raises(ModelError, match=r"^a size is negative$") as caught:
        read({"rate": 1, "first": {"name": "a", "sizes": [-1]}})
    assert caught.value.hint == "give it without sign"


def test_what_reads_no_json_does_not_wait_for_msgspec() -> None:
    code = "import sys, engine.cli.main; sys.exit('msgspec' in sys.modules or 'platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
