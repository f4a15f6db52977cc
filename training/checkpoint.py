"""Where a run stands, in one safetensors file: weights, the optimiser's moments and the step.

Chips, masks and learning rates follow from the step alone, so nothing else is needed to go on as if unbroken.
"""

import os
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.errors import ModelError, OutputError
from engine.output.staging import disk_errors

NAME = "checkpoint.safetensors"


def save(folder: Path, module: nn.Module, optimiser: torch.optim.Optimizer, step: int) -> None:
    """Replace the checkpoint of a run; a crash leaves the old one or the new one.

    Raises:
        OutputError: the folder cannot be written.
    """
    state: dict[int, dict[str, Tensor]] = optimiser.state_dict()["state"]
    tensors = {f"module.{name}": value for name, value in module.state_dict().items()}
    tensors |= {f"optimiser.{i}.{name}": value for i, values in state.items() for name, value in values.items()}
    part = folder / f"{NAME}.part"
    with disk_errors(part):
        try:
            save_file({name: value.cpu().contiguous() for name, value in tensors.items()}, part, {"step": str(step)})
        except SafetensorError as error:  # its own name for an OSError
            raise OutputError(f"{part} could not be written: {error}", "check the folder and the disk") from error
        with part.open("rb") as file:
            os.fsync(file.fileno())  # the name must not appear before the bytes
        part.replace(folder / NAME)


def load(folder: Path, module: nn.Module, optimiser: torch.optim.Optimizer) -> int:
    """Bring module and optimiser to where the run stands; returns the next step.

    Raises:
        ModelError: the checkpoint is damaged, or of another recipe.
    """
    path = folder / NAME
    try:
        with safe_open(path, "pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
            step = int((file.metadata() or {})["step"])
        module.load_state_dict(_below("module.", tensors))
    except (OSError, SafetensorError, RuntimeError, KeyError, ValueError) as error:
        first = " ".join(str(error).split())[:200]
        raise ModelError(f"cannot go on from {path}: {first}", "start a new run, with another --out") from error
    moments: dict[int, dict[str, Any]] = {}
    for name, value in _below("optimiser.", tensors).items():
        number, key = name.split(".", 1)
        moments.setdefault(int(number), {})[key] = value
    optimiser.load_state_dict({**optimiser.state_dict(), "state": moments})
    return step


def exists(folder: Path) -> bool:
    """Whether there is a run to go on with."""
    return (folder / NAME).is_file()


def _below(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}
