"""What the plugin and the engine say to each other: frozen dataclasses, one JSON object a line.

The base of all messages, what the engine answers, and how both are written. Requests are in `protocol.py`.

`ofa_qgis/messages.py` and `engine/messages.py` are the same bytes (a test compares them), as are `protocol.py`,
`request_fields.py` and `words.py`: the standard library only, and Python 3.9, which QGIS 3.22 brings on Windows.
Unknown fields are ignored, unknown kinds refused, protocol versions compared. Paths cross the wire, never pixels.
"""

import json
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar, Dict, Tuple, Type, Union, get_args

from .request_fields import build
from .words import packed, say, unpacked

PROTOCOL_VERSION = 2


class ProtocolError(ValueError):
    """A line that is not a message of this protocol; the text says what was expected, `job` whose it was."""

    def __init__(self, error: str, job: str = "") -> None:
        super().__init__(error)
        self.error, self.job = error, job


@dataclass(frozen=True)
class Message:
    """Base of all messages; `kind` is the discriminator on the wire."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True)
class CancelRequest(Message):
    """Stop the job with this id as soon as it reports progress."""

    kind: ClassVar[str] = "cancel"
    target: str = ""


@dataclass(frozen=True)
class QuitRequest(Message):
    """End the engine once the current job has been cancelled."""

    kind: ClassVar[str] = "quit"


@dataclass(frozen=True)
class Ready(Message):
    """First line of the engine: it is up. Jobs that need a model may have to wait until that can be loaded."""

    kind: ClassVar[str] = "ready"
    protocol: int
    engine: str


@dataclass(frozen=True)
class Progress(Message):
    """`done` of `total` units of the work that `note` names; `share` of the whole job, which never goes back.

    `share` is below 1 until the job has finished. `stage` is the number of the stage, from 0, in `stages`.
    """

    kind: ClassVar[str] = "progress"
    job: str
    done: int
    total: int
    note: str = ""
    share: float = 0.0
    stage: int = 0
    stages: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Finished(Message):
    """The job is done; `outputs` is what its `run` returned."""

    kind: ClassVar[str] = "finished"
    job: str
    outputs: Dict[str, Any]


@dataclass(frozen=True)
class Failed(Message):
    """The job failed: one line that says what was expected and found, one that says what to do."""

    kind: ClassVar[str] = "failed"
    job: str
    error: str
    hint: str = ""


@dataclass(frozen=True)
class CancelledEvent(Message):
    """The job stopped because it was asked to. The same request goes on with what it has written."""

    kind: ClassVar[str] = "cancelled"
    job: str


Event = Union[Ready, Progress, Finished, Failed, CancelledEvent]

EVENTS: Dict[str, Type[Message]] = {c.kind: c for c in get_args(Event)}


MEANS_NOTHING = ("overwrite", "device")
"""Of a request: whether existing files may be replaced, and where it is computed, say nothing of the result."""


def work_of(request: Message) -> Dict[str, Any]:
    """What of a request says what its result is, as JSON holds it: two with the same are the same work."""
    return _meaning(body_of(request))


def _meaning(body: Dict[str, Any]) -> Dict[str, Any]:
    found = ((name, value) for name, value in body.items() if name not in MEANS_NOTHING)
    return {name: _meaning(value) if isinstance(value, dict) else value for name, value in found}


def body_of(message: Message) -> Dict[str, Any]:
    """A message as an object of JSON."""
    return {"kind": message.kind, **_fields(message)}


def _fields(value: Any) -> Dict[str, Any]:
    """Those of a message, or of a spec in it."""
    return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _fields(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else packed(value)


def encode(message: Message, job: str = "") -> str:
    """One line of JSON, without the newline. A request carries the `job` id its events will name."""
    body = body_of(message)
    if job:
        body["job"] = job
    return json.dumps(body, ensure_ascii=True)


def decode(line: str, known: Dict[str, Type[Message]]) -> Tuple[Message, str]:
    """The message in `line` (one of `known`: `REQUESTS` or `EVENTS`) and its job id ("" if none).

    Raises:
        ProtocolError: not JSON, an unknown kind, or a required field missing.
    """
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(say("expected one JSON object a line, found {line!r}", line=line[:80])) from error
    if not isinstance(body, dict):
        raise ProtocolError(say("expected a JSON object, found {found}", found=type(body).__name__))
    return message_of(body, known), str(body.get("job", ""))


def message_of(body: Dict[str, Any], known: Dict[str, Type[Message]]) -> Message:
    """The message that `body_of` made an object of.

    Raises:
        ProtocolError: an unknown kind, or a required field missing.
    """
    job, kind = str(body.get("job", "")), body.get("kind")
    cls = known.get(kind) if isinstance(kind, str) else None
    if cls is None:
        told = say("expected a kind of {kinds}; found {found}", kinds=", ".join(sorted(known)), found=repr(kind))
        raise ProtocolError(told, job)
    try:
        message: Message = build(cls, body, lambda value: _frozen(unpacked(value)))
    except TypeError as error:
        raise ProtocolError(say("a {kind} message lacks a field: {error}", kind=kind, error=error), job) from error
    return message


def _frozen(value: Any) -> Any:
    """Lists as tuples, within each other too: JSON has no tuples."""
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
