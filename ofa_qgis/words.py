"""Sentences that keep their template and their values apart, so that they can be said in the reader's language.

`ofa_qgis/words.py` and `engine/words.py` are the same bytes (a test compares them): standard library only, Python 3.9.
A template is English and is the key of the catalogues in `resources/i18n`. Knows no catalogue.
"""

import string
from types import MappingProxyType
from typing import Any, Callable, Dict, Iterable, Mapping, Optional, Sequence, Tuple

SPACED_PERCENT = "\u00a0%"
"""As German, French and Spanish write it."""
ENDS = (".", "!", "?", "…", ":")
MOST_NAMED = 5  # of many things in one sentence
PACKED = {"text", "template", "values"}


class Said(str):
    """A text, English as a rule, that knows its `template` and the `values` in it: texts (`Said` or not), numbers."""

    template: str
    values: Dict[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any], language: "Optional[Language]" = None) -> "Said":
        """Fill `template` with `values`, as `language` does it: English by default."""
        kept = {name: _simple(value) for name, value in values.items()}
        said = super().__new__(cls, (language or ENGLISH).filled(template, kept) if kept else template)
        said.template, said.values = template, kept
        return said

    def __getnewargs__(self) -> Tuple[str, Dict[str, Any]]:  # type: ignore[override]
        """For copies and pickles."""
        return self.template, self.values

    def changed(self, change: Callable[[str], str]) -> "Said":
        """The same sentence with `change` made to every text in it that is somebody else's."""
        texts = {name: value for name, value in self.values.items() if isinstance(value, str)}
        changed = {
            name: text.changed(change) if isinstance(text, Said) else change(text) for name, text in texts.items()
        }
        return Said(self.template, {**self.values, **changed})


def say(template: str, /, **values: Any) -> str:
    """A text from a template such as ``"{count:,} labels lie outside"``; other values than numbers become texts.

    The template must be a literal: `resources/i18n/update.py` collects it.
    """
    return Said(template, values)


def joined(items: Iterable[object], by: str = ", ") -> str:
    """Several texts as one; each can still be translated."""
    values = {str(number): item for number, item in enumerate(items)}
    return Said(by.join(f"{{{number}}}" for number in values), values)


def first_of(items: Sequence[object]) -> str:
    """``a, b, c``; of many the first few, and how many there are."""
    more = len(items) - MOST_NAMED
    some = joined(items[:MOST_NAMED])
    return say("{names} and {more} more", names=some, more=more) if more > 0 else some


def either(items: Iterable[object]) -> str:
    """``a, b or c``."""
    *some, last = items
    return say("{some} or {last}", some=joined(some), last=last) if some else joined([last])


def alternatives(items: Iterable[object]) -> str:
    """``a|b|c``, as options of a terminal list them."""
    first, *more = items
    return say("{one}|{others}", one=first, others=alternatives(more)) if more else joined([first])


def both(items: Iterable[object]) -> str:
    """``a, b and c``."""
    *some, last = items
    return say("{some} and {last}", some=joined(some), last=last) if some else joined([last])


def _simple(value: Any) -> Any:
    """`value` as JSON holds it: numbers of numpy become Python's, and all else but numbers becomes text."""
    value = value.item() if hasattr(value, "item") else value
    return value if isinstance(value, (str, int, float)) else str(value)


class Language:
    """How a reader wants sentences and numbers; without arguments, English as it stands in the sources.

    Args:
        code: such as ``de``.
        translate: template -> template in this language; one that is not known comes back as it is.
        decimal: the mark before decimals.
        group: the mark between thousands.
        controls: what a translation may name beside the values: the controls of a window.
    """

    def __init__(
        self,
        code: str = "en",
        translate: Callable[[str], str] = str,
        decimal: str = ".",
        group: str = ",",
        controls: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.code, self.translate, self.decimal, self.group, self.controls = code, translate, decimal, group, controls
        self._marks = str.maketrans({".": decimal, ",": group})

    def text(self, text: str) -> str:
        """`text` in this language; one that is not `Said` is somebody else's and stays as it is."""
        if not isinstance(text, Said):
            return text
        template = self.translate(text.template)
        plain = not text.values and template == text.template  # its braces, if it has any, mean themselves
        return template if plain else self.filled(template, text.values)

    def sentence(self, text: str) -> str:
        """`text` with a capital, unless it begins with a value, and with an end."""
        said = self.text(text).strip()
        if self._begins_with_a_word(text):
            said = said[:1].upper() + said[1:]
        return said if said.endswith(ENDS) else f"{said}."

    def _begins_with_a_word(self, text: object) -> bool:
        """Whether the first word is the sentence's own: not the name of a file, a layer, a class or a unit."""
        if not isinstance(text, Said):
            return False
        template = self.translate(text.template)
        if not text.values or not template.startswith("{"):
            return True
        return self._begins_with_a_word(text.values.get(template[1:].partition("}")[0], ""))

    def filled(self, template: str, values: Mapping[str, Any]) -> str:
        """A template of this language with its values; one without braces is taken as it is."""
        return _Filling(self).vformat(template, (), {**self.controls, **values}) if "{" in template else template

    def number(self, value: float, spec: str = "") -> str:
        """A number in a format of Python's, with the marks of this language."""
        text = format(value, spec).translate(self._marks)
        return text if self.code == "en" else text.replace("%", SPACED_PERCENT)


class _Filling(string.Formatter):
    """``str.format`` in a language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: Any, args: Any, kwargs: Mapping[str, Any]) -> Any:
        """By name also where the name is a number."""
        return kwargs[str(key)]

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """A text is translated before it is put in quotes."""
        return super().convert_field(self._language.text(value) if isinstance(value, str) else value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:
        """Numbers have the language's marks."""
        return format(value, format_spec) if isinstance(value, str) else self._language.number(value, format_spec)


ENGLISH = Language()


def packed(value: Any) -> Any:
    """`value` with each `Said` as an object that JSON can hold: ``text`` for people, ``template`` and ``values``."""
    if isinstance(value, Said):
        return {"text": str(value), "template": value.template, "values": packed(value.values)}
    if isinstance(value, Mapping):
        return {name: packed(item) for name, item in value.items()}
    return [packed(item) for item in value] if isinstance(value, (list, tuple)) else value


def unpacked(value: Any) -> Any:
    """The reverse of `packed`. Lists stay lists."""
    if isinstance(value, dict):
        inside = {name: unpacked(item) for name, item in value.items()}
        return Said(inside["template"], inside["values"]) if inside.keys() == PACKED else inside
    return [unpacked(item) for item in value] if isinstance(value, list) else value
