"""Sentences keep their template and values apart: in English as ever, in other languages with their words and marks."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import language
from engine.errors import LabelError
from engine.words import ENGLISH, Language, Said, alternatives, both, either, joined, packed, say, unpacked

ROOT = Path(__file__).parents[3]
TEXTS = {
    "{count:,} of {name} are {what}: {share:.1%}": "{count:,} von {name} sind {what}: {share:.1%}",
    "the file": "die Datei",
    "{name} is no file": "{name} ist keine Datei",
    "give --units {units}": "wählen Sie unter {Units}: {units}",
    "{one}|{others}": "{one}, {others}",
    "{some} or {last}": "{some} oder {last}",
}
GERMAN = Language("de", lambda text: TEXTS.get(text, text), ",", ".", {"Units": "„Kanäle…“"})
VALUES = st.text(max_size=8) | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans()


def test_both_copies_are_the_same_bytes() -> None:
    assert (ROOT / "engine/words.py").read_bytes() == (ROOT / "ofa_qgis/words.py").read_bytes()


def test_a_sentence_is_english_text_that_can_be_said_in_german() -> None:
    said = say(
        "{count:,} of {name} are {what}: {share:.1%}", count=12345, name=say("the file"), what="0.5", share=0.123
    )
    assert said == "12,345 of the file are 0.5: 12.3%"
    assert GERMAN.text(said) == "12.345 von die Datei sind 0.5: 12,3\u00a0%"


@given(name=VALUES, other=VALUES)
def test_in_english_a_sentence_is_what_format_makes_of_it(name: Any, other: Any) -> None:
    assert say("{name} and {other!r}", name=name, other=str(other)) == f"{name} and {str(other)!r}"


@given(value=st.floats(-1e15, 1e15), spec=st.sampled_from([",.2f", ".4g", ",.0f", "+g", ".1e"]))
def test_only_the_marks_of_a_number_differ(value: float, spec: str) -> None:
    assert GERMAN.number(value, spec).translate(str.maketrans(",.", ".,")) == format(value, spec)


def test_numbers_in_texts_of_others_stay() -> None:
    assert GERMAN.text(say("{name} is no file", name="band 0.5.tif")) == "band 0.5.tif ist keine Datei"
    assert GERMAN.text("1.5 of them") == "1.5 of them"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (say("{name} is no file", name="osm"), "osm ist keine Datei."),
        (say("{name} is no file", name=say("the file")), "Die Datei ist keine Datei."),
        (say("the file"), "Die Datei."),
        (say("done!"), "Done!"),
        ("what another program said", "what another program said."),
        (joined([say("the file"), "b"], "; "), "Die Datei; b."),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_its_first_word_is_a_value(text: str, sentence: str) -> None:
    assert GERMAN.sentence(text) == sentence


def test_a_translation_may_name_a_control_instead_of_an_option() -> None:
    hint = say("give --units {units}", units=alternatives(["dn", "db", "linear"]))
    assert hint == "give --units dn|db|linear"
    assert GERMAN.text(hint) == "wählen Sie unter „Kanäle…“: dn, db, linear"


def test_lists_are_translated_word_by_word() -> None:
    assert either(["a"]) == both(["a"]) == "a"
    assert (either("abc"), both("abc"), joined("abc")) == ("a, b or c", "a, b and c", "a, b, c")
    assert GERMAN.text(either(["x", say("the file")])) == "x oder die Datei"


INNER = st.recursive(
    VALUES, lambda inside: st.builds(lambda a, b: say("{a} of {b}", a=a, b=b), inside, inside), max_leaves=4
)


@given(value=st.recursive(INNER, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside)))
def test_what_is_packed_comes_back_with_templates_and_values(value: Any) -> None:
    found = unpacked(json.loads(json.dumps(packed(value))))
    assert found == value and packed(found) == packed(value)


def test_copies_keep_templates() -> None:
    said = copy.deepcopy([say("{name} is no file", name=say("the file"))])
    assert GERMAN.text(said[0]) == "die Datei ist keine Datei"


def test_what_others_said_in_a_sentence_can_be_changed() -> None:
    said = say("{name} is no file", name=say("{some} or {last}", some="/home/ann/a", last="b"))
    assert isinstance(said, Said)
    assert GERMAN.text(said.changed(lambda text: text.replace("/home/ann", "~"))) == "~/a oder b ist keine Datei"


def test_an_error_fills_its_hint_with_the_same_values() -> None:
    error = LabelError("{name} is no file", "give --units {units}", name="a", units="db")
    assert (str(error), error.hint) == ("a is no file", "give --units db")
    assert GERMAN.text(error.hint) == "wählen Sie unter „Kanäle…“: db"
    assert str(LabelError("found {0}")) == "found {0}"


def test_braces_in_a_text_without_values_are_braces() -> None:
    assert GERMAN.sentence(LabelError("found {0} and {").error) == "Found {0} and {."


def test_the_reader_of_pages_has_a_language_from_a_file(tmp_path: Path) -> None:
    body = {"code": "de", "decimal": ",", "group": ".", "controls": {"Units": "hier"}, "texts": TEXTS}
    (tmp_path / "words.json").write_text(json.dumps(body))
    token = language.LANGUAGE.set(language.load(tmp_path / "words.json"))
    try:
        assert language.spoken(say("give --units {units}", units="db")) == "wählen Sie unter hier: db"
        assert language.sentence(say("the file")) == "Die Datei." and language.number(1234.5, ",.1f") == "1.234,5"
    finally:
        language.LANGUAGE.reset(token)
    assert language.spoken(say("the file")) == "the file" and language.LANGUAGE.get() is ENGLISH
