"""Dataclasses from what JSON holds, checked by their types; whatever does not fit is one line that names the field.

msgspec checks and converts. Here are its complaints in words, and what it passes over in silence: names that no field
has. The protocol, which the plugin reads with the standard library, has its own reader (`engine.messages`).
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from engine.errors import EngineError
from engine.words import either, joined, say

T = TypeVar("T")
KINDS = {
    "str": say("a text"),
    "bool": say("true or false"),
    "int": say("a whole number"),
    "float": say("a number"),
    "null": say("null"),
    "array": say("a list"),
    "object": say("an object"),
}
"""What msgspec calls kinds of values -> what a person calls them."""
_COMPLAINT = re.compile(r"(.+?)(?: - at (`key` in )?`\$(.*)`)?", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(?P<kinds>[a-z |]+)`(?: of length (?P<length>\d+))?(?P<limits>[^,]*)(?:, got .*)?")
_MISSING = re.compile(r"Object missing required field `(.+)`")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")
SHOWN = 60  # characters of a value that is wrong


def typed(
    values: object,
    cls: type[T],
    what: str,
    error: type[EngineError],
    hint: str = "",
    optional: Collection[str] | None = None,
    strict: bool = True,
) -> T:
    """A dataclass from values of JSON. Lists become tuples, whole numbers become floats where these belong.

    Args:
        values: what JSON holds.
        cls: the dataclass; fields may be dataclasses, or any number of them.
        what: for errors: "the recipe".
        error: raised where something does not fit.
        hint: what to do then; by default, what there is.
        optional: names of fields that may be missing; None: all that have a default.
        strict: False reads numbers out of texts.

    Raises:
        EngineError: `error`; or what the dataclass itself raises.
    """
    import msgspec  # noqa: PLC0415  (what starts without reading JSON need not pay)

    try:
        made = msgspec.convert(values, cls, strict=strict, str_keys=True)
    except msgspec.ValidationError as found:
        if isinstance(found.__cause__, EngineError):
            raise found.__cause__ from None
        raise _refused(str(found), values, cls, what, error, hint) from None
    here = asdict(made)  # type: ignore[call-overload]
    for path in _beyond(values, here):
        known = joined(_at(here, path[:-1]))
        raise error(
            say("{what} has no field '{name}'", what=what, name=_name(path)),
            hint or say("it has: {names}", names=known),
        )
    for path in _beyond(here, values) if optional is not None else ():
        if path[-1] not in (optional or ()):
            raise _lacks(path, what, error, hint)
    return made


def _refused(
    complaint: str, values: object, cls: type[Any], what: str, error: type[EngineError], hint: str
) -> EngineError:
    """What msgspec says, in words: "Expected `int`, got `str` - at `$.sampling.batch`"."""
    said, key, where = _COMPLAINT.fullmatch(complaint).groups()  # type: ignore[union-attr]
    where, inside, _ = (where or "").partition("[...]")
    path = [name or int(number) for name, number in _STEP.findall(where)]
    if missing := _MISSING.fullmatch(said):
        return _lacks([*path, missing[1]], what, error, hint)
    found = json.dumps(_at(values, path), ensure_ascii=False)[:SHOWN]
    expected = _expected(said, cls, path)
    if key:
        expected = say("an object whose keys are each {kind}", kind=expected)
    elif inside:
        expected = say("an object whose values are each {kind}", kind=expected)
    if not path:
        return error(say("{what} must be {expected}; found {found}", what=what, expected=expected, found=found), hint)
    name = _name(path)
    told = say(
        "'{name}' of {what} must be {expected}; found {found}", name=name, what=what, expected=expected, found=found
    )
    return error(told, hint or say("correct '{name}'", name=name))


def _expected(said: str, cls: Any, path: list[Any]) -> str:  # noqa: ANN401 - a type or a union of some
    match = _EXPECTED.fullmatch(said)
    if not match:
        return said
    if match["length"]:
        return say("a list of {count}", count=int(match["length"]))
    inner = _type_at(cls, path)
    many = match["kinds"] == "array"
    if match["kinds"] in ("array", "object") and is_dataclass(
        spec := next(iter(get_args(inner)), None) if many else inner
    ):
        told = say("an object of {names}", names=joined(field.name for field in fields(spec)))
        return say("a list, each {kind}", kind=told) if many else told
    return joined((either(KINDS[kind] for kind in match["kinds"].split(" | ")), match["limits"]), "")


def _type_at(cls: Any, path: list[Any]) -> Any:  # noqa: ANN401 - as above
    for step in path:
        cls = get_type_hints(cls).get(step) if is_dataclass(cls) else next(iter(get_args(cls)), None)
    return cls


def _lacks(path: list[Any], what: str, error: type[EngineError], hint: str) -> EngineError:
    return error(say("{what} lacks the field '{name}'", what=what, name=_name(path)), hint or say("add it"))


def _beyond(one: object, other: object, path: tuple[Any, ...] = ()) -> Iterator[list[Any]]:
    """Where the objects of `one` have names that those of `other` have not."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        keys = {str(key): value for key, value in other.items()}
        for name, value in one.items():
            if str(name) in keys:
                yield from _beyond(value, keys[str(name)], (*path, name))
            else:
                yield [*path, name]
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple):
        for number, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from _beyond(left, right, (*path, number))


def _at(values: Any, path: list[Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
    for step in path:
        values = values[step]
    return values


def _name(path: list[Any]) -> str:
    """As in Python: "scene.nodata[0]"."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
