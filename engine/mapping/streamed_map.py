"""A map, or the features, of a scene between its preparation and its results: all that is left is to compute it.

A job that streams a scene into files prepares them, has a `Compute` fill them, and goes on with what it was given.
`compute_here` does so in this process; `engine.distributed.shared_scene` has many workers do it. The job is the same.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from engine import __version__
from engine.classes.legend import Legend
from engine.fewlabel import Learnt
from engine.fewlabel.heads import KernelHead
from engine.inference import StageSeconds
from engine.mapping.opening import Opened, OpenedScene
from engine.messages import work_of
from engine.output import fingerprint
from engine.progress import Report
from engine.protocol import MapRequest, PixelRequest
from engine.scene.windows import Window
from engine.words import say


@dataclass(frozen=True)
class StreamedMap:
    """What is to be computed; its files are open.

    Attributes:
        request: what was asked for.
        opened: the scene and the model.
        folder: where unfinished files lie, in which an interrupted run finds them again.
        panels: tells the windows that the files still need, of pixels, or of tokens for features.
        stream: computes them and writes the files.
        write: writes a window that was computed elsewhere: ``write(row0, col0, *arrays_CHW)``, one array a file.
        learnt: what labels taught; None where the model brings its own.
    """

    request: MapRequest
    opened: Opened
    folder: Path
    panels: Callable[[], list[Window]]
    stream: Callable[[Report], StageSeconds]
    write: Callable[..., None]
    learnt: Learnt | None = None


Compute = Callable[[StreamedMap, Report], Mapping[str, Any]]
"""Has a map computed; answers the seconds that each stage waited, where they were measured.

Raises:
    EngineError: it cannot be computed or written.
    Cancelled: from the report.
"""


def compute_here(streamed: StreamedMap, report: Report) -> dict[str, Any]:
    """Compute it in this process; see `Compute`."""
    return asdict(streamed.stream(report))


def identity(
    request: MapRequest | PixelRequest,
    opened: OpenedScene,
    *,
    heads: Sequence[KernelHead] = (),
    legend: Legend | None = None,
    taught_by_scene: nn.Module | None = None,
) -> dict[str, Any]:
    """What the files depend on, under names that a person understands: a run is resumed only if it is all the same.

    Args:
        request: what was asked for.
        opened: what it found.
        heads: what was learnt from labels.
        legend: of the map, where labels named its classes.
        taught_by_scene: what was learnt without labels.
    """
    source, model = opened.source, opened if isinstance(opened, Opened) else None
    return {
        say("the scene"): fingerprint.stamps(source.scene.files) or source.scene.name,
        say("the model"): model.loaded.sha256 if model else None,
        say("what the labels teach"): [_digest(head) for head in heads],
        say("the legend"): asdict(legend) if legend else None,
        say("what the scene teaches"): _digest_of(taught_by_scene) if taught_by_scene else None,
        say("the request"): work_of(request),
        say("the device"): str(source.device),  # as it was chosen
        say("how the model computes"): asdict(model.tuning) if model else None,
        say("the program"): [__version__, torch.__version__],
    }


def _digest(head: KernelHead) -> str:
    """SHA-256 of all numbers of a head, with their names."""
    return _digest_of(head, repr((head.trust, head.sharpness)))


def _digest_of(head: nn.Module, more: str = "") -> str:
    digest = hashlib.sha256()
    for name, tensor in sorted(head.state_dict().items()):
        digest.update(name.encode() + tensor.cpu().contiguous().numpy().tobytes())
    digest.update(more.encode())
    return digest.hexdigest()
