"""Options of commands, made from the fields of requests; and those that belong to no request.

A command that `asks` for a request has one option for each field that a person can give (`engine.request_fields`), and
is called with the request. This module knows no command and no kind of request.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

import typer

from engine.cli import arguments
from engine.errors import RequestError
from engine.messages import Message
from engine.protocol import DEVICE, ClassifyRequest, FinetuneRequest
from engine.request_fields import Given, Option, build, each_of, givens, nested


def shown(option: Option) -> Any:  # noqa: ANN401 - typer's own
    """What typer reads of an option whose name is its parameter's."""
    return typer.Option(help=option.help, metavar=option.metavar or None)


Device = Annotated[str, shown(DEVICE)]
Json = Annotated[bool, typer.Option("--json", help="Print the result as one JSON object.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace existing outputs.")]
Wire = Annotated[bool, typer.Option("--wire", hidden=True, help="Sentences in JSON as `engine serve` sends them.")]
Words = Annotated[Path | None, typer.Option(help="The language of pages and pictures.", metavar="WORDS.json")]

READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "bands": lambda text: {"bands": arguments.named(text)},
    "classes": lambda text: {"classes": arguments.classes(text)},
    "colours": lambda text: {"colours": arguments.colours(text)},
    "values": lambda text: {"values": arguments.values(text)},
    "anticipated": lambda text: {"anticipated": arguments.shares(text)},
    "merge": lambda text: {"merge": arguments.merges(text)},
    "at": lambda text: {"at": arguments.places(text)},
    "unlike": lambda text: {"unlike": arguments.places(text)},
    "extent": lambda text: {"extent": arguments.numbers(text)},
    "nodata": arguments.without_meaning,
}
"""Of fields that are no plain text, number or flag: the text of an option as fields of their object."""
Command = Callable[..., None]
Several = TypeVar("Several", ClassifyRequest, FinetuneRequest)


def asks(kind: type[Message], **other: Option | None) -> Callable[[Command], Command]:
    """Give a command an option for each field of a request; it is called with the request first.

    Args:
        kind: of the request.
        other: by field, what is said of it in this command instead; None: this command has no option for it.
    """

    def called(command: Command, said: dict[tuple[str, ...], Any], values: dict[str, Any]) -> None:
        command(build(kind, nested({("scene", "path"): "", **said})), **values)

    return partial(_decorated, called, _fields_of((kind,), other), False)


def asks_some(*kinds: type[Message], **other: Option | None) -> Callable[[Command], Command]:
    """Give a command the options of several kinds of request; it is called with what was said, nested as requests are.

    Nothing has a default here: what nobody says is not there.
    """

    def called(command: Command, said: dict[tuple[str, ...], Any], values: dict[str, Any]) -> None:
        command(nested(said), **values)

    return partial(_decorated, called, _fields_of(kinds, other), True)


def with_scenes(request: Several, names: Sequence[str]) -> Several:
    """A request for several scenes, in each of which is what was said of the first.

    Raises:
        RequestError: there is none.
    """
    if not names:
        raise RequestError("expected scenes and, last, their labels; found one name", "add the labels")
    first, *more = (replace(request.scene, path=name) for name in names)
    return replace(request, scene=first, more=tuple(more))


def _fields_of(kinds: Sequence[type[Message]], other: Mapping[str, Option | None]) -> list[Given]:
    """The fields with an option of their own, as a person reads them."""
    by_name = {field.name: field for kind in kinds for field in givens(kind)}
    found = ((field, other.get(field.name, field.option)) for field in by_name.values())
    return sorted((replace(f, option=option) for f, option in found if option and not option.told_by), key=_rank)


def _rank(field: Given) -> int:
    """Arguments first, the scene before all; what must be given; what the job makes; the model; the scene."""
    if field.option.is_argument:
        return 0 if field.path[0] == "scene" else 1
    return 2 if field.option.is_required else {"compute": 4, "scene": 5}.get(field.path[0], 3)


def _decorated(called: Callable[..., None], fields: Sequence[Given], is_open: bool, command: Command) -> Command:
    """`command` with a parameter for each field in the place of its first."""

    @wraps(command)
    def made(**values: Any) -> None:  # noqa: ANN401
        found = [pair for field in fields for pair in _said(field, values.pop(field.name))]
        called(command, dict(found), values)

    _, *own = inspect.signature(command, eval_str=True).parameters.values()
    parameters = [each.replace(kind=each.KEYWORD_ONLY) for each in (*(_parameter(f, is_open) for f in fields), *own)]
    made.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    made.__annotations__ = {each.name: each.annotation for each in parameters}
    return made


def _parameter(field: Given, is_open: bool) -> inspect.Parameter:
    """What typer reads; `is_open`: it need not be given and has no default."""
    option, default = field.option, field.default
    is_flag = field.hint is bool
    if option.is_argument:
        made: Any = typer.Argument(metavar=option.metavar, help=option.help)
    else:
        name = option.name or f"--{field.name.replace('_', '-')}"
        made = typer.Option(name, help=option.help, metavar=option.metavar or None)
    needed = (option.is_argument or option.is_required) and not is_open
    if field.name in READERS or each_of(field.hint) or (is_open and not is_flag) or default is None:
        default = None
    return inspect.Parameter(
        field.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if needed else False if is_flag else default,
        annotation=Annotated[_type(field, default, needed), made],
    )


def _type(field: Given, default: object, needed: bool) -> Any:  # noqa: ANN401 - a type, or a union of some
    if each_of(field.hint):
        return list[str] | None
    if field.hint is bool:
        return bool
    if number := next((kind for kind in (int, float) if field.hint in (kind, kind | None)), None):
        return number if default is not None else number | None
    return str if needed or default is not None else str | None


def _said(field: Given, value: object) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What a value says of the request, by path; nothing if it was not given."""
    if field.hint is bool:
        if value:
            yield field.path, not field.default
    elif each_of(field.hint):
        if value:
            each = each_of(field.hint)
            yield field.path, tuple(build(each, arguments.source(text)) for text in cast(list[str], value))
    elif field.name in READERS:
        read = READERS[field.name](str(value)) if value else {}
        yield from (((*field.path[:-1], name), inner) for name, inner in read.items())
    elif value is not None:
        yield field.path, value
