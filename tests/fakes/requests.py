"""Requests from fields that lie beside each other, as tests say them."""

from typing import Any, TypeVar

from engine.messages import Message
from engine.request_fields import build, givens, nested

Kind = TypeVar("Kind", bound=Message)


def request_of(kind: type[Kind], scene: object, **flat: Any) -> Kind:
    """A request on `scene`; what is said of the scene and of the computation goes into its specs."""
    paths = {field.name: field.path for field in givens(kind)}
    said = {paths.get(name, (name,)): value for name, value in {"path": str(scene), **flat}.items()}
    return build(kind, nested(said))  # type: ignore[no-any-return]
