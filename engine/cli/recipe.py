"""Recipes: a request as JSON in a file, as `engine.protocol.encode` writes it, read with care.

The worker takes what the plugin of another version sends and ignores what it does not know. A recipe is written by
a person or kept for years: what it says and this engine does not know must not be dropped in silence.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints

from engine.errors import RequestError
from engine.protocol import REQUESTS, CancelRequest, QuitRequest, Request, message_of
from engine.request_fields import each_of

KINDS = {kind: cls for kind, cls in REQUESTS.items() if cls not in (CancelRequest, QuitRequest)}
BESIDE = {"kind", "job"}  # what a request on the wire carries beside its fields
WORDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number", type(None): "null"}


def read(path: str | Path) -> Request:
    """The request in a recipe, or in the report that a classification wrote.

    Raises:
        RequestError: no such file, no JSON, or a kind, field or value that no request has.
    """
    return request_of(load(path))


def load(path: str | Path) -> dict[str, Any]:
    """What a recipe says, as it stands there: nothing but its kind is checked.

    Raises:
        RequestError: no such file, no JSON, or no kind that a request has.
    """
    try:
        body = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise RequestError(
            f"cannot read the recipe {path}: {error.strerror}", "check the path of the recipe"
        ) from error
    except (ValueError, RecursionError) as error:
        raise RequestError(f"the recipe {path} is no JSON: {error}", "give a file as `report.json` holds it") from error
    if isinstance(body, dict) and "kind" not in body:
        body = body.get("request", body)  # a whole report.json
    if not isinstance(body, dict) or body.get("kind") not in KINDS:
        found = body.get("kind") if isinstance(body, dict) else type(body).__name__
        raise RequestError(f"expected a recipe of kind {', '.join(sorted(KINDS))}; found {found!r}", "correct 'kind'")
    return body


def request_of(body: Mapping[str, Any]) -> Request:
    """The request that a recipe's fields make; its kind is one of `KINDS`.

    Raises:
        RequestError: a field or value that no such request has, or one that is missing.
    """
    _check(body, KINDS[body["kind"]], f"a {body['kind']} recipe")
    return cast(Request, message_of(dict(body), REQUESTS))


def _check(body: Mapping[str, Any], cls: type[Any], what: str) -> None:
    """Refuse what `cls` has not, in a recipe or in one of its specs; `what` names it."""
    known: dict[str, Field[Any]] = {field.name: field for field in fields(cls)}
    if unknown := sorted(set(body) - set(known) - BESIDE):
        raise RequestError(f"{what} has no field '{unknown[0]}'", f"it has: {', '.join(known)}")
    needed = (name for name, f in known.items() if f.default is MISSING and f.default_factory is MISSING)
    if missing := [name for name in needed if name not in body]:
        raise RequestError(f"the recipe lacks the field '{missing[0]}'", f"{what} needs it")
    hints = get_type_hints(cls)
    for name in known.keys() & body.keys():
        if not fits(body[name], hints[name]):
            shown = json.dumps(body[name], ensure_ascii=False)[:60]
            raise RequestError(
                f"'{name}' of the recipe must be {words(hints[name])}; found {shown}", f"correct '{name}'"
            )
        many = each_of(hints[name])
        spec = many or hints[name]
        if is_dataclass(spec):
            for each in body[name] if many else (body[name],):
                _check(each, cast(type[Any], spec), f"'{name}' of {what}")


def fits(value: Any, hint: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Whether a value of JSON is of this type; a tuple is a list there, and a spec any object."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is dict:
        return isinstance(value, dict) and all(fits(item, inner[1]) for item in value.values())
    if origin is tuple and inner[-1:] == (...,):
        return isinstance(value, list) and all(fits(item, inner[0]) for item in value)
    if origin is tuple:
        return isinstance(value, list) and len(value) == len(inner) and all(map(fits, value, inner))
    if hint is Any or inner:
        return hint is Any or any(fits(value, choice) for choice in inner)
    if isinstance(value, bool) or hint is bool:
        return isinstance(value, bool) and hint is bool
    kind = Mapping if is_dataclass(hint) else (int, float) if hint is float else hint
    return isinstance(value, kind)


def words(hint: Any) -> str:  # noqa: ANN401
    """What a person calls such a value."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return f"an object of {', '.join(field.name for field in fields(hint))}"
    if origin is dict:
        return "an object of texts"
    if origin is tuple and inner[-1:] == (...,):
        return f"a list, each {words(inner[0])}"
    if origin is tuple:
        return f"{len(inner)} numbers"
    return " or ".join(map(words, inner)) if inner else WORDS[hint]
