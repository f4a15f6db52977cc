"""A file of tensors that is complete, or the one before it."""

import os
from collections.abc import Mapping
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from engine.errors import OutputError
from engine.output.staging import disk_errors


def save(
    tensors: Mapping[str, Tensor], path: Path, metadata: dict[str, str] | None = None, shared: bool = False
) -> None:
    """Write the tensors, from whatever device they are on, in place of what is there; a crash leaves that.

    Args:
        tensors: by name.
        path: of the safetensors file.
        metadata: texts in its header.
        shared: several processes may write this file at once; the last one wins.

    Raises:
        OutputError: the disk is full, or the folder is gone or cannot be written.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part" if shared else f"{path.name}.part")
    with disk_errors(path):
        try:
            save_file({name: value.detach().cpu().contiguous() for name, value in tensors.items()}, part, metadata)
        except SafetensorError as error:  # its own name for an OSError
            raise OutputError(
                "{name} could not be written: {reason}", "check the folder and the disk", name=path, reason=error
            ) from error
        with part.open("r+b") as file:  # Windows brings only what may be written to the disk
            os.fsync(file.fileno())  # the name must not appear before the bytes
        part.replace(path)
