"""What the results of a job depend on: an unfinished run is resumed only if none of it has changed.

Knows no pixels; `engine.output.staging` keeps the answer beside the unfinished files and compares it.
"""

import hashlib
from dataclasses import asdict
from typing import Any

import torch

from engine import __version__
from engine.fewlabel.heads import KernelHead
from engine.jobs.learning import FittedHead
from engine.jobs.scene_job import Opened
from engine.protocol import MapRequest, work_of
from engine.scene.raster import Scene
from engine.words import say


def identity(request: MapRequest, opened: Opened, fitted_head: FittedHead | None = None) -> dict[str, Any]:
    """Scene, model, labels, request and program, under names that a person understands.

    Args:
        request: what was asked for.
        opened: what it found.
        fitted_head: what the labels taught.
    """
    source = opened.source
    return {
        say("the scene"): _files(source.scene),
        say("the model"): opened.loaded.sha256,
        say("what the labels teach"): _digest(fitted_head.head) if fitted_head else None,
        say("the legend"): asdict(fitted_head.legend) if fitted_head else None,
        say("the request"): work_of(request),
        say("the device"): str(source.device),  # as it was chosen
        say("how the model computes"): asdict(opened.tuning),
        say("the program"): [__version__, torch.__version__],
    }


def _files(scene: Scene) -> list[list[object]]:
    """Name, size and time of every file of a scene."""
    found = [(str(path), path.stat()) for path in scene.files]
    return [[name, stat.st_size, stat.st_mtime_ns] for name, stat in found] or [[scene.name]]


def _digest(head: KernelHead) -> str:
    """SHA-256 of all numbers of a head, with their names."""
    digest = hashlib.sha256()
    for name, tensor in sorted(head.state_dict().items()):
        digest.update(name.encode() + tensor.cpu().contiguous().numpy().tobytes())
    digest.update(repr((head.trust, head.sharpness)).encode())
    return digest.hexdigest()
