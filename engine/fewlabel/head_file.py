"""A head in a file, so that another process maps with the same numbers. No pickle: safetensors with two notes."""

import json
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from engine.errors import ModelError
from engine.fewlabel.heads import GroupKernel, JudgingHead, KernelHead


def save_head(head: KernelHead, path: Path) -> None:
    """Write a head."""
    tensors = {name: tensor.cpu().contiguous() for name, tensor in head.state_dict().items()}
    notes = {"trust": head.trust, "sharpness": head.sharpness}
    if isinstance(head, JudgingHead):
        notes["limit"] = head.limit
    save_file(tensors, path, metadata={name: json.dumps(note) for name, note in notes.items()})


def load_head(path: Path) -> KernelHead:
    """The head that `save_head` wrote, with the same bits.

    Raises:
        ModelError: the file is no such head.
    """
    try:
        with safe_open(path, framework="pt") as file:
            notes = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (no mapping)
        trust = {str(name): float(share) for name, share in json.loads(notes["trust"]).items()}
        kernels = {name: GroupKernel.restored(_of(tensors, f"kernels.{name}.")) for name in trust}
        own = tensors["coefficients_MK"], float(json.loads(notes["sharpness"])), tensors["log_prior_K"]
        head = KernelHead(kernels, trust, *own)
        return JudgingHead(head, float(json.loads(notes["limit"]))) if "limit" in notes else head
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise ModelError(
            "{name} is no head that was saved here ({error})", "run the job again", name=path.name, error=error
        ) from error


def _of(tensors: dict[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
