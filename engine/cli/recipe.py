"""Recipes: a request as JSON in a file, as `engine.messages.encode` writes it, read with care.

The worker takes what the plugin of another version sends and ignores what it does not know. A recipe is written by
a person or kept for years: what it says and this engine does not know must not be dropped in silence.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from engine.errors import RequestError
from engine.messages import CancelRequest, QuitRequest, message_of
from engine.protocol import REQUESTS, Request
from engine.typed_json import typed
from engine.words import say

KINDS = {kind: cls for kind, cls in REQUESTS.items() if cls not in (CancelRequest, QuitRequest)}
BESIDE = {"kind", "job"}  # what a request on the wire carries beside its fields


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
    said = {name: value for name, value in body.items() if name not in BESIDE}
    typed(said, KINDS[body["kind"]], say("the {kind} recipe", kind=body["kind"]), RequestError)
    return cast(Request, message_of(dict(body), REQUESTS))  # whole numbers stay: a nodata value may have 20 digits
