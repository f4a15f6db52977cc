"""What the plugin and the engine say to each other: frozen dataclasses, one JSON object a line.

`ofa_qgis/protocol.py` and `engine/protocol.py` are the same bytes (a test compares them), so this file
uses the standard library only and runs on Python 3.9, which QGIS 3.22 brings on Windows; so does `words.py` beside it.
Unknown fields are ignored, unknown kinds refused, protocol versions compared.
Paths cross the wire, never pixels. Extents are (xmin, ymin, xmax, ymax) in the scene's CRS.
"""

import json
from dataclasses import dataclass, fields
from dataclasses import field as _field
from typing import Any, ClassVar, Dict, Optional, Tuple, Type, Union, get_args

from .words import packed, say, unpacked

PROTOCOL_VERSION = 1


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
class SceneRequest(Message):
    """What every job on a scene needs to know of it. `None` and empty mean: read it from the file or ask."""

    scene: str
    sensor: Optional[str] = None
    bands: Dict[str, str] = _field(default_factory=dict)  # layer band (1-based, as text) -> "B04", "VV", "665nm"
    units: Optional[str] = None
    crs: Optional[str] = None  # WKT or "EPSG:n": goes before what the file says
    nodata: Tuple[Tuple[float, float], ...] = ()  # ranges (both ends in) without meaning, beside the file's values
    file_nodata: bool = True  # False: the file's own nodata values are ordinary values
    fill: str = "ask"  # of fill that the file does not declare: ask, nodata; data: it was measured
    skip_damaged: bool = False  # blocks that cannot be read count as nodata, and are told


@dataclass(frozen=True)
class InspectRequest(SceneRequest):
    """What is this scene? Answers bands, wavelengths, units, nodata, and the questions left open."""

    kind: ClassVar[str] = "inspect"
    title: str = ""  # what the user calls the scene, such as a layer's name: it may tell when the scene was taken


@dataclass(frozen=True)
class EmbedRequest(SceneRequest):
    """Write the backbone's dense features as a GeoTIFF."""

    kind: ClassVar[str] = "embed"
    out: str = ""
    model: Optional[str] = None
    extent: Optional[Tuple[float, ...]] = None
    device: str = "auto"
    precision: str = "auto"  # float32, bfloat16; auto: by measurement
    bits: int = 16  # per feature: 8, 16 or 32
    overwrite: bool = False


@dataclass(frozen=True)
class ClassifyRequest(SceneRequest):
    """Learn classes from a few labels and map them over the scene."""

    kind: ClassVar[str] = "classify"
    labels: str = ""
    field: str = ""
    layer: Optional[str] = None
    colours: Dict[str, str] = _field(default_factory=dict)  # class -> "#rrggbb", where the user chose one
    values: Dict[str, int] = _field(default_factory=dict)  # class -> its value on the map, in the order of the legend
    out: str = ""
    confidence: Optional[str] = None
    vector: Optional[str] = None
    report: Optional[str] = None
    model: Optional[str] = None
    extent: Optional[Tuple[float, ...]] = None
    device: str = "auto"
    precision: str = "auto"
    overwrite: bool = False


@dataclass(frozen=True)
class PredictRequest(SceneRequest):
    """Map a scene with a fine-tuned model: classes, or values where the model regresses."""

    kind: ClassVar[str] = "predict"
    model: str = ""
    out: str = ""
    confidence: Optional[str] = None
    vector: Optional[str] = None
    extent: Optional[Tuple[float, ...]] = None
    device: str = "auto"
    precision: str = "auto"
    overwrite: bool = False


@dataclass(frozen=True)
class FinetuneRequest(SceneRequest):
    """Train a head on a backbone, and the backbone with it if asked.

    `out` is the run's folder: `log.jsonl` tells how it goes, and it is a model folder once `card.json` is there. The
    same request goes on with a cancelled run; a file `stop` in the folder ends a run with the best model so far.
    """

    kind: ClassVar[str] = "finetune"
    more: Tuple[Dict[str, Any], ...] = ()  # scenes beside `scene`: of each the fields of a `SceneRequest`
    labels: str = ""  # vectors, a raster, a folder of rasters, a table; empty: the chips' folders name their class
    field: str = ""
    layer: Optional[str] = None
    classes: Dict[str, str] = _field(default_factory=dict)  # label -> name: these alone are classes; empty: all
    colours: Dict[str, str] = _field(default_factory=dict)
    task: str = "segmentation"  # segmentation, regression (both by pixels), classification, multilabel (both by chips)
    mode: str = "frozen"  # of the backbone: frozen, lora, full
    head: str = ""  # linear, light, upernet; empty: what suits the task
    out: str = ""
    model: Optional[str] = None
    steps: int = 0  # 0 is the mode's own number
    batch: int = 16
    lr: float = 0.0  # 0 is the mode's own rate
    chip_px: int = 0  # 0 is what suits the scenes
    patience: int = 5  # evaluations without gain until the run ends; 0: it never ends early
    seed: int = 0
    device: str = "auto"
    precision: str = "auto"
    overwrite: bool = False


@dataclass(frozen=True)
class PartRequest(Message):
    """A part of a classify or embed request, for a worker that shares the work on one scene with others."""

    kind: ClassVar[str] = "part"
    whole: str = ""  # the request as one line of JSON
    window: Tuple[int, ...] = ()  # first row, the row after the last, columns likewise: pixels, or tokens to embed
    head: Optional[str] = None  # the file with what the labels taught
    out: str = ""  # the file of the part, without its ending
    device: str = "auto"


@dataclass(frozen=True)
class PreviewRequest(SceneRequest):
    """The map of what the user looks at, quickly, from features that the engine keeps.

    `out` is a folder; `step` maps every so-manieth pixel; `places` asks for the least certain places.
    """

    kind: ClassVar[str] = "preview"
    labels: str = ""
    field: str = ""
    layer: Optional[str] = None
    colours: Dict[str, str] = _field(default_factory=dict)
    values: Dict[str, int] = _field(default_factory=dict)
    out: str = ""
    extent: Optional[Tuple[float, ...]] = None
    step: int = 1
    places: int = 0
    model: Optional[str] = None
    device: str = "auto"
    precision: str = "auto"


@dataclass(frozen=True)
class PrepareRequest(SceneRequest):
    """Find out what previews and regions of a view need beside labels, while nothing else is asked.

    It makes way: as soon as another request waits, it ends as if it had been cancelled. What was found by then is kept.
    """

    kind: ClassVar[str] = "prepare"
    extent: Optional[Tuple[float, ...]] = None
    step: int = 1
    model: Optional[str] = None
    device: str = "auto"
    precision: str = "auto"


@dataclass(frozen=True)
class GrowRequest(SceneRequest):
    """The region of like pixels around a place of the scene, for each of some tolerances.

    `x` and `y` are in the scene's CRS; `extent` is what the user sees: the region does not leave it.
    """

    kind: ClassVar[str] = "grow"
    x: float = 0.0
    y: float = 0.0
    extent: Optional[Tuple[float, ...]] = None
    model: Optional[str] = None
    device: str = "auto"
    precision: str = "auto"


@dataclass(frozen=True)
class BenchRequest(SceneRequest):
    """How fast is this machine on this scene, and which stage is it that the others wait for?"""

    kind: ClassVar[str] = "bench"
    model: Optional[str] = None
    device: str = "auto"
    precision: str = "auto"


@dataclass(frozen=True)
class ModelsRequest(Message):
    """Which models are at hand?"""

    kind: ClassVar[str] = "models"


@dataclass(frozen=True)
class DoctorRequest(Message):
    """Prove what this machine can do: versions, a matrix product on the device, a raster round trip, the model."""

    kind: ClassVar[str] = "doctor"
    device: str = "auto"
    without_model: bool = False  # to be answered at once; whatever asks for a map finds out about the model


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


Request = Union[
    InspectRequest, EmbedRequest, ClassifyRequest, PredictRequest, FinetuneRequest, PartRequest, PreviewRequest,
    PrepareRequest, GrowRequest, BenchRequest, ModelsRequest, DoctorRequest,
]  # fmt: skip
MapRequest = Union[EmbedRequest, ClassifyRequest, PredictRequest]  # what streams a scene into files
Event = Union[Ready, Progress, Finished, Failed, CancelledEvent]

REQUESTS: Dict[str, Type[Message]] = {c.kind: c for c in (*get_args(Request), CancelRequest, QuitRequest)}
EVENTS: Dict[str, Type[Message]] = {c.kind: c for c in get_args(Event)}


def encode(message: Message, job: str = "") -> str:
    """One line of JSON, without the newline. A request carries the `job` id its events will name."""
    body = {"kind": message.kind, **{f.name: packed(getattr(message, f.name)) for f in fields(message)}}
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
    job = str(body.get("job", ""))
    kind = body.get("kind")
    cls = known.get(kind) if isinstance(kind, str) else None
    if cls is None:
        told = say("expected a kind of {kinds}; found {found}", kinds=", ".join(sorted(known)), found=repr(kind))
        raise ProtocolError(told, job)
    names = {f.name for f in fields(cls)}
    values = {k: _frozen(unpacked(v)) for k, v in body.items() if k in names}
    try:
        return cls(**values), job
    except TypeError as error:
        raise ProtocolError(say("a {kind} message lacks a field: {error}", kind=kind, error=error), job) from error


def _frozen(value: Any) -> Any:
    """Lists as tuples, within each other and in objects too: JSON has no tuples."""
    if isinstance(value, dict):
        return {name: _frozen(item) for name, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
