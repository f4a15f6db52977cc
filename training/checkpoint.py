"""Where a run stands, in one safetensors file: weights, the optimiser's moments and the step.

Chips, masks and learning rates follow from the step alone, so nothing else is needed to go on as if unbroken.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn

from engine.errors import ModelError
from training import tensor_file

NAME = "checkpoint.safetensors"


def save(folder: Path, module: nn.Module, optimiser: torch.optim.Optimizer, step: int) -> None:
    """Replace the checkpoint of a run; a crash leaves the old one or the new one.

    Raises:
        OutputError: the folder cannot be written.
    """
    state: dict[int, dict[str, Tensor]] = optimiser.state_dict()["state"]
    tensors = {f"module.{name}": value for name, value in module.state_dict().items()}
    tensors |= {f"optimiser.{i}.{name}": value for i, values in state.items() for name, value in values.items()}
    tensor_file.save(tensors, folder / NAME, {"step": str(step)})


def load(folder: Path, module: nn.Module, optimiser: torch.optim.Optimizer) -> int:
    """Bring module and optimiser to where the run stands; returns the next step.

    Raises:
        ModelError: the checkpoint is damaged, or of another recipe.
    """
    with _readable(folder / NAME):
        with safe_open(folder / NAME, "pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
            step = int((file.metadata() or {})["step"])
        module.load_state_dict(_below("module.", tensors))
    moments: dict[int, dict[str, Any]] = {}
    for name, value in _below("optimiser.", tensors).items():
        number, key = name.split(".", 1)
        moments.setdefault(int(number), {})[key] = value.clone()  # else the file stays mapped and, on Windows, as it is
    optimiser.load_state_dict({**optimiser.state_dict(), "state": moments})
    return step


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Say in one line why a checkpoint is of no use."""
    try:
        yield
    except (OSError, SafetensorError, RuntimeError, KeyError, ValueError) as error:
        first = " ".join(str(error).split())[:200]
        raise ModelError(
            "cannot go on from {path}: {why}", "start a new run, with another --out", path=path, why=first
        ) from error


def exists(folder: Path) -> bool:
    """Whether there is a run to resume."""
    return (folder / NAME).is_file()


def step_of(folder: Path) -> int:
    """The step from which a run resumes; 0 without a checkpoint.

    Raises:
        ModelError: the checkpoint is damaged.
    """
    if not exists(folder):
        return 0
    with _readable(folder / NAME), safe_open(folder / NAME, "pt") as file:
        return int((file.metadata() or {})["step"])


def _below(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}
